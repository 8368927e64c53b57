"""What waits for the seller, seen from outside?"""

from dataclasses import dataclass
from enum import StrEnum

from bot.basics.ids import OrderId, ProductId


class Pile(StrEnum):
    """Things of one kind that wait, the most pressing kind first."""

    CONFLICTS = "conflicts"
    MISMATCHES = "mismatches"
    REFUNDS = "refunds"
    RETURNS = "returns"
    LOW = "low"


@dataclass(frozen=True, slots=True)
class Waits:
    """How many of one kind wait; `only`: the order, work or conflict where there is one alone."""

    count: int
    only: int | None


@dataclass(frozen=True, slots=True)
class Today:
    """What has come since midnight and what went back, minor units."""

    income_minor: int
    back_minor: int
    currency: str = ""


@dataclass(frozen=True, slots=True)
class Desk:
    """Every pile that is not empty, and the money of today."""

    waits: dict[Pile, Waits]
    today: Today


@dataclass(frozen=True, slots=True)
class Waiting:
    """One thing of a pile; `key` is its place in it, for the next page."""

    key: int
    order: OrderId | None = None
    product: ProductId | None = None
    number: int = 0
    """Money in minor units, pieces that are missing or that are left."""
    currency: str = ""
    title: str = ""
    sku: str = ""
    channel: str = ""
