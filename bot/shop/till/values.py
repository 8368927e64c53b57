"""What is sold over the counter?"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from bot.basics.ids import LocationId, ProductId, VariantId
from bot.shop.channels.values import Recorded

UNDO_WITHIN = timedelta(minutes=2)


class TillWay(StrEnum):
    """How it was paid."""

    CASH = "cash"
    TRANSFER = "transfer"
    CARD = "card"


@dataclass(frozen=True, slots=True)
class OnShow:
    """A work that is at the place, with its pieces there; the price is today's."""

    product: ProductId
    variant: VariantId
    sku: str
    title: str
    price_minor: int
    pieces: int


@dataclass(frozen=True, slots=True)
class Day:
    """What the till has taken today at one place, minor units by way of paying."""

    pieces: int
    by_way: Mapping[TillWay, int]
    left: int = 0
    """Pieces that lie there now."""

    @property
    def total_minor(self) -> int:
        return sum(self.by_way.values())


@dataclass(frozen=True, slots=True)
class TillSale:
    """One sale, or one whose price has been named and which is not sold yet."""

    id: int
    product: ProductId
    variant: VariantId
    sku: str
    place: LocationId
    quantity: int
    price_minor: int
    """Of one piece."""
    full_minor: int
    """What one piece cost without a discount."""
    way: TillWay | None
    state: str
    """priced, sold, undone"""
    sold_at: datetime | None


@dataclass(frozen=True, slots=True)
class Sold:
    """A sale on the books, and who had to give way to it."""

    sale: TillSale
    recorded: Recorded
