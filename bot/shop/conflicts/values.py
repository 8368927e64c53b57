"""What does somebody have to decide, seen from outside?"""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Final

from bot.basics.ids import CustomerId, OrderId, ProductId, VariantId
from bot.basics.money import Money

MARK_LIMIT: Final = 9_999


class Ending(StrEnum):
    """How a conflict was decided. Others end by themselves: pieces came back, were counted or handed over."""

    ONE_MORE = "one_more"
    CANCELLED_THERE = "cancelled_there"
    REFUNDED = "refunded"
    OVERDUE = "overdue"
    """Nobody chose until the deadline: the buyer here was given his money back."""


@dataclass(frozen=True, slots=True)
class Standing:
    """A conflict as its rows say it."""

    id: int
    variant: VariantId | None
    product: ProductId | None
    sku: str
    channel: str
    external_order: str
    cause: str
    short: int
    """So many pieces were missing by it when it opened."""
    of_those_absent: int
    """So many of them were sold there and have never been here."""
    is_open: bool
    ending: str
    deadline: datetime | None
    missing: int
    """Promised here and not there, now, for all conflicts about this work."""
    absent: int
    """Sold elsewhere without ever having been here, for all that are open."""

    @property
    def lacking(self) -> int:
        """All pieces that somebody is waiting for in vain."""
        return self.missing + self.absent

    @property
    def mark(self) -> int:
        """How many were lacking when a button was made, as small as a button wants it."""
        return min(self.lacking, MARK_LIMIT)


@dataclass(frozen=True, slots=True)
class SoldThere:
    """A sale elsewhere that stands against an order here."""

    conflict: int
    channel: str
    external_order: str
    pieces: int
    """So many of it are too many."""


@dataclass(frozen=True, slots=True)
class Behind:
    """An order here that was promised such pieces."""

    order: OrderId
    customer: CustomerId
    number: str
    total: Money
    paid_minor: int
    pieces: int
    """So many of this work."""
    works: int
    """So many different works are in it."""
    sent: bool
    """It is on its way to the buyer: nothing can be taken from it."""


@dataclass(frozen=True, slots=True)
class Case:
    """A conflict with everything that can be done about it. Orders: the newest first, which gives way first."""

    standing: Standing
    title: str
    sales: tuple[SoldThere, ...]
    orders: tuple[Behind, ...]
