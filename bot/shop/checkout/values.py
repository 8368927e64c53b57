"""What does a checkout show?"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from bot.basics.ids import VariantId
from bot.shop.cart.values import CartItem
from bot.shop.catalogue.values import ShelfItem
from bot.shop.delivery.values import Way
from bot.shop.orders.values import OrderView, PayWay
from bot.shop.pickup.values import Offer, Place
from bot.shop.stock.values import Availability


class Step(StrEnum):
    """What the buyer is asked next."""

    POINT = "point"
    SLOT = "slot"
    ADDRESS = "address"
    """Where is it delivered to?"""
    CONTACT = "contact"
    PAY = "pay"
    PRICE = "price"
    """All is said; the price of delivery can be asked for."""
    QUOTE = "quote"
    """The seller owes a price."""
    OFFER = "offer"
    """The buyer owes an answer."""
    LINK = "link"
    """Waiting for the link, or for the money."""
    TROUBLE = "trouble"
    """The provider refused: choose another way."""
    DONE = "done"


@dataclass(frozen=True, slots=True)
class CheckoutView:
    """One checkout as its screen shows it. Times in UTC."""

    order: OrderView
    step: Step
    place: Place | None
    places: tuple[Place, ...]
    slots: tuple[datetime, ...]
    ways: tuple[PayWay, ...]
    link: str | None
    timezone: str
    offers: tuple[Offer, ...] = ()
    """Points as this order meets them, those that cannot be chosen too; only where a point or a time is asked."""
    wrap_minor: int = 0
    """What gift wrapping would cost now; nothing: it is not offered."""
    deliveries: tuple[Way, ...] = ()
    """Ways of delivery that may be chosen."""


@dataclass(frozen=True, slots=True)
class CartState:
    """A cart and all that has happened to it meanwhile."""

    items: tuple[CartItem, ...]
    works: Mapping[VariantId, ShelfItem]
    """Those that are still for sale."""
    free: Mapping[VariantId, Availability]
    held: Mapping[VariantId, int]
    """Pieces that the person's own checkout holds now."""
    held_until: datetime | None
    ended_at: datetime | None
    """When such a hold ran out, if nothing has been begun since."""


@dataclass(frozen=True, slots=True)
class OnlinePay:
    """Whether money can come online, and where the buyer comes back to."""

    configured: bool
    live: bool
    bot_username: str
    invoices: bool = False
    """Telegram's own form is offered, too."""
    invoices_live: bool = False

    def return_url(self, token: str) -> str:
        """The order's deep link; arriving there proves nothing."""
        return f"https://t.me/{self.bot_username}?start=o_{token}"
