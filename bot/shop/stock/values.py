"""What are pieces, holds and movements, seen from outside?"""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from bot.basics.ids import CustomerId, LocationId, OrderId, VariantId


class Stage(StrEnum):
    """How far the holder has come; see shop rules, life of a hold."""

    CHECKOUT = "checkout"
    PAYMENT = "payment"
    ORDER = "order"
    MANUAL = "manual"


@dataclass(frozen=True, slots=True)
class Wanted:
    """So many pieces of one variant."""

    variant: VariantId
    quantity: int


@dataclass(frozen=True, slots=True)
class Level:
    """Counters of one variant at one place."""

    variant: VariantId
    location: LocationId
    on_hand: int
    unavailable: int
    allocated: int
    reserved: int
    version: int
    changed_at: datetime

    @property
    def available(self) -> int:
        return self.on_hand - self.unavailable - self.allocated - self.reserved


@dataclass(frozen=True, slots=True)
class Availability:
    """What may be sold now, and what others hold, over all places."""

    available: int
    reserved: int
    allocated: int
    on_hand: int


@dataclass(frozen=True, slots=True)
class Movement:
    """One explained change, for `/why SKU`."""

    seq: int
    kind: str
    d_on_hand: int
    d_unavailable: int
    d_allocated: int
    d_reserved: int
    order: OrderId | None
    channel: str | None
    reason: str | None
    occurred_at: datetime


@dataclass(frozen=True, slots=True)
class Hold:
    """An unpaid hold that may have to yield."""

    cause: str
    order: OrderId | None
    customer: CustomerId | None
    variant: VariantId
    quantity: int


@dataclass(frozen=True, slots=True)
class Difference:
    """A broken invariant: which number, what it is, what it should be."""

    sku: str
    location: str
    what: str
    is_now: int
    should_be: int
