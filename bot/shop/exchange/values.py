"""What is a work or an order, seen from another channel?"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from bot.basics.ids import ProductId, VariantId
from bot.basics.money import Money
from bot.shop.customers.values import Person
from bot.shop.orders.values import OrderView


@dataclass(frozen=True, slots=True)
class OfferedText:
    title: str
    technique: str | None
    description: str | None


@dataclass(frozen=True, slots=True)
class OfferedPhoto:
    sha256: str
    width: int
    height: int


@dataclass(frozen=True, slots=True)
class Offered:
    """A work with everything that a channel needs to show it. Texts and prices as they are now."""

    variant: VariantId
    sku: str
    barcode: str | None
    kind: str
    for_sale: bool
    price: Money
    old_price_minor: int | None
    category: int | None
    size: str | None
    year: int | None
    edition_number: int | None
    edition_size: int | None
    product: ProductId
    language: str
    texts: Mapping[str, OfferedText]
    photos: tuple[OfferedPhoto, ...]
    here: bool
    """The asking channel offers this work at all."""
    listed: int
    """So many it may offer now."""

    def text(self, language: str) -> OfferedText:
        """In that language where there is one, else as it was first described."""
        return self.texts.get(language) or self.texts.get(self.language) or OfferedText(self.sku, None, None)


@dataclass(frozen=True, slots=True)
class OfferedPage:
    works: tuple[Offered, ...]
    cursor: str
    more: bool


@dataclass(frozen=True, slots=True)
class OrderNews:
    """An order as it is now; `event` is where its newest change stands in the feed."""

    order: OrderView
    location: str | None
    buyer: Person | None
    changed_at: datetime
    event: str


@dataclass(frozen=True, slots=True)
class OrderPage:
    orders: tuple[OrderNews, ...]
    cursor: str
    more: bool
