"""What is a sale elsewhere, and what did it cause here?"""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any, Literal

from bot.basics.ids import VariantId
from bot.basics.money import Money


class ChannelKind(StrEnum):
    WEBSITE = "website"
    MARKETPLACE = "marketplace"
    FAIR = "fair"
    GALLERY = "gallery"
    SHOP = "shop"
    HUB = "hub"


@dataclass(frozen=True, slots=True)
class ChannelView:
    """A registered channel."""

    id: int
    code: str
    kind: ChannelKind
    webhook_url: str | None
    enabled: bool
    personal_data: bool = False


@dataclass(frozen=True, slots=True)
class ChannelState:
    """How a channel is doing. Moments in UTC; None: never."""

    channel: ChannelView
    seen_at: datetime | None
    told_at: datetime | None
    """When its webhook last took a message."""
    error: str | None
    failed: int
    """Tries of the message that is not taken."""
    paused: bool
    behind_since: datetime | None
    """The oldest change that it does not know; None: it knows everything, or does not follow."""


@dataclass(frozen=True, slots=True)
class NewKeys:
    """What is shown once, when a channel is registered or its key is changed."""

    key: str
    signing_secret: str
    feed_token: str


@dataclass(frozen=True, slots=True)
class Offer:
    """How much of a variant one channel may offer (shop rules, part 1)."""

    listed: bool = True
    buffer: int = 0
    """Pieces kept back from this channel."""
    floor: int = 0
    """With so many left, or fewer, nothing is offered."""
    at_most: int | None = None
    price_minor: int | None = None
    """What it costs there, where that is another price."""

    def of(self, available: int) -> int:
        if not self.listed or available <= self.floor:
            return 0
        free = max(available - self.buffer, 0)
        return free if self.at_most is None else min(free, self.at_most)

    def price(self, own: Money) -> Money:
        """What a work of that price costs there."""
        return own if self.price_minor is None else Money(self.price_minor, own.currency)


FREELY = Offer()


@dataclass(frozen=True, slots=True)
class StockRow:
    """One variant at one place, as a channel sees it. Times in UTC."""

    variant: VariantId
    sku: str
    location: str
    on_hand: int
    unavailable: int
    allocated: int
    reserved: int
    version: int
    changed_at: datetime
    price: Money
    for_sale: bool
    place: tuple[int, int, int]
    """Where the row stands in the feed."""
    location_id: int
    offer: Offer = FREELY
    """What the asking channel may offer of it."""

    @property
    def available(self) -> int:
        return self.on_hand - self.unavailable - self.allocated - self.reserved

    @property
    def listed(self) -> int:
        """What the channel may offer of this place."""
        return self.offer.of(self.available) if self.for_sale else 0


@dataclass(frozen=True, slots=True)
class StockPage:
    """Changes after a cursor, oldest first; ask again with the new one."""

    rows: tuple[StockRow, ...]
    cursor: str
    more: bool


@dataclass(frozen=True, slots=True)
class SaleLine:
    """So many of one SKU; the price in minor units where the channel told it."""

    sku: str
    quantity: int
    price_minor: int | None = None


@dataclass(frozen=True, slots=True)
class Sale:
    """Something that has happened there."""

    external_id: str
    occurred_at: datetime
    lines: tuple[SaleLine, ...]


@dataclass(frozen=True, slots=True)
class SaleConflict:
    """Somebody has to decide."""

    id: int
    sku: str
    short_quantity: int
    reason: str

    def told(self) -> dict[str, Any]:
        """As the channel reads it."""
        return {"id": self.id, "sku": self.sku, "short_qty": self.short_quantity, "reason": self.reason}


@dataclass(frozen=True, slots=True)
class Recorded:
    """What the channel is told: now and at every replay."""

    conflicts: tuple[SaleConflict, ...]
    yielded: tuple[str, ...]
    """Numbers of unpaid orders that had to give way."""


@dataclass(frozen=True, slots=True)
class Change:
    """One row of what a channel tells of its stock. `quantity`: signed for a correction."""

    cause: str
    sku: str
    kind: Literal["sale", "return", "adjust", "count"]
    quantity: int
    occurred_at: datetime
    location: str | None = None
    reason: str | None = None


@dataclass(frozen=True, slots=True)
class Count:
    """There are so many; told by somebody who thought that there were `change_from`."""

    on_hand: int
    change_from: int | None
    location: str | None


@dataclass(frozen=True, slots=True)
class Request:
    """What a channel asked: under which key it may ask again, and a hash of what it said."""

    key: str
    body_hash: str


@dataclass(frozen=True, slots=True)
class Held:
    """Pieces that a channel holds."""

    id: str
    begun_at: datetime
    expires_at: datetime
