"""What does a person get to see of what is kept about them?"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

Cell = str | int | bool | float | datetime | None


@dataclass(frozen=True, slots=True)
class Part:
    """What one table holds about the person; the table's name names the part. Rows in the order they were written."""

    name: str
    rows: tuple[Mapping[str, Cell], ...]


@dataclass(frozen=True, slots=True)
class Dossier:
    """Everything that is kept about one person, at one moment (UTC). Money in minor units."""

    made_at: datetime
    parts: tuple[Part, ...]


@dataclass(frozen=True, slots=True)
class Standing:
    """What there is, counted, and the numbers of the orders that have to end first."""

    orders: int
    pieces_in_cart: int
    open_orders: tuple[str, ...]
