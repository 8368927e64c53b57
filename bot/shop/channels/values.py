"""What is a sale elsewhere, and what did it cause here?"""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

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


@dataclass(frozen=True, slots=True)
class NewKeys:
    """What is shown once, when a channel is registered or its key is changed."""

    key: str
    signing_secret: str
    feed_token: str


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

    @property
    def available(self) -> int:
        return self.on_hand - self.unavailable - self.allocated - self.reserved

    @property
    def listed(self) -> int:
        """What the channel may offer."""
        return max(self.available, 0) if self.for_sale else 0


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


@dataclass(frozen=True, slots=True)
class Recorded:
    """What the channel is told: now and at every replay."""

    conflicts: tuple[SaleConflict, ...]
    yielded: tuple[str, ...]
    """Numbers of unpaid orders that had to give way."""
