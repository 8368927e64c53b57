"""What is taken of sales, and what was left of them?"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

WAYS: Final = ("yookassa", "telegram", "card", "transfer", "cash")
"""How money comes, as money entries call it."""
MOST: Final = 10_000
"""All of it, in hundredths of a percent."""


class FeeKind(StrEnum):
    """What a fee is for."""

    WAY = "way"
    CHANNEL = "channel"


@dataclass(frozen=True, slots=True)
class Fees:
    """Hundredths of a percent, by way of payment and by the code of a channel; who takes nothing is missing."""

    ways: Mapping[str, int]
    channels: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Kept:
    """Sales of one kind whose cost is known. Money in minor units.

    `what`: order (all of them), money (that came for them by one way of payment), till (by one way) or channel (one
    of them); `name`: the way or the channel.
    """

    what: str
    name: str
    sales: int
    brought_minor: int
    cost_minor: int
    came_minor: int
    """What a fee is a part of."""
    back_minor: int


@dataclass(frozen=True, slots=True)
class Profit:
    """What was left of those sales of a time whose cost is known: `known` of `sales`. Minor units."""

    minor: int
    cost_minor: int
    fees_minor: int
    known: int
    sales: int
