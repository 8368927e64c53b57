"""What is an order, seen from outside?"""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from bot.basics.ids import CustomerId, LocationId, OrderId, ProductId, VariantId
from bot.basics.money import Money
from bot.shop.delivery.values import Delivery, DeliveryState


class OrderState(StrEnum):
    """How far an order has come. Money is not a state of it."""

    DRAFT = "draft"
    AWAITING_PAYMENT = "awaiting_payment"
    ACCEPTED = "accepted"
    IN_WORK = "in_work"
    READY = "ready"
    HANDED_OVER = "handed_over"
    CANCELLED = "cancelled"
    EXPIRED = "expired"


class PayWay(StrEnum):
    ONLINE = "online"
    INVOICE = "invoice"
    """By Telegram's own form, through the provider behind it."""
    AT_PICKUP = "at_pickup"

    @property
    def is_online(self) -> bool:
        """The money comes before the work is collected, by a provider."""
        return self is not PayWay.AT_PICKUP


@dataclass(frozen=True, slots=True)
class Line:
    """Title, SKU, price and quantity as they were agreed."""

    variant: VariantId
    product: ProductId
    sku: str
    title: str
    price_minor: int
    quantity: int


@dataclass(frozen=True, slots=True)
class OrderView:
    """One order, whole. Times in UTC."""

    id: OrderId
    number: str
    customer: CustomerId
    state: OrderState
    pay_way: PayWay | None
    total: Money
    location: LocationId | None
    slot_at: datetime | None
    contact_phone: str | None
    token: str
    hand_token: str
    code: str
    held_until: datetime | None
    keep_until: datetime | None
    chat_message: int | None
    from_cart: bool
    created_at: datetime
    placed_at: datetime | None
    ready_at: datetime | None
    paid_minor: int
    """What has come, less what went back."""
    captured_minor: int
    lines: tuple[Line, ...]
    paid_at: datetime | None = None
    begun_at: datetime | None = None
    """When the seller began to work on it, where he said so."""
    ended_at: datetime | None = None
    wrap_minor: int | None = None
    """Gift wrapping, a line of its own within the total; none: not wrapped."""
    note: str = ""
    """A few words of the buyer to the artist."""
    remember: bool = False
    """What is chosen here is kept for the next time."""
    usual_way: PayWay | None = None
    """How the buyer paid last time."""
    is_stale: bool = False
    """The message that shows it says less than what is so."""
    delivery: Delivery | None = None
    """How it travels; nothing: it is collected."""

    @property
    def is_paid(self) -> bool:
        return self.paid_minor >= self.total.minor

    @property
    def due_minor(self) -> int:
        """Still to be paid. What the shop gave back in part, of its own will, is not asked for again."""
        if self.paid_minor > 0 and self.captured_minor >= self.total.minor:
            return 0
        return max(self.total.minor - self.paid_minor, 0)

    @property
    def stage(self) -> str:
        """How far it has come, in a word for each step of collecting or of travelling."""
        return stage(self.state, self.delivery.state if self.delivery else None)

    @property
    def spent_minor(self) -> int:
        """What the way there cost, once the parcel has left: it does not go back with the works by itself."""
        return self.delivery.counted_minor if self.delivery and self.delivery.sent_at else 0


@dataclass(frozen=True, slots=True)
class OrderKey:
    """The place of an order among its owner's: open ones first, newest first."""

    order: OrderId
    ended: bool


@dataclass(frozen=True, slots=True)
class OrderRow:
    """An order in a list."""

    id: OrderId
    number: str
    state: OrderState
    total: Money
    title: str
    pieces: int
    token: str
    delivery: DeliveryState | None = None

    @property
    def stage(self) -> str:
        return stage(self.state, self.delivery)


def stage(state: OrderState, delivery: DeliveryState | None) -> str:
    """The state, or what it means for an order that travels: asked, quoted, sent, received."""
    told = {
        (OrderState.AWAITING_PAYMENT, DeliveryState.ASKED): "asked",
        (OrderState.AWAITING_PAYMENT, DeliveryState.QUOTED): "quoted",
        (OrderState.READY, DeliveryState.SENT): "sent",
        (OrderState.HANDED_OVER, DeliveryState.RECEIVED): "received",
    }
    return told.get((state, delivery), state.value) if delivery else state.value
