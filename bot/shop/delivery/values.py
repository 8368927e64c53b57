"""What is a way of delivery, and what is known of one order's way to its buyer?"""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from bot.basics.ids import DeliveryWayId

ADDRESS_LIMIT = 300
TITLE_LIMIT = 60
AREA_LIMIT = 200
DAYS_LIMIT = 60
TRACK_LIMIT = 200


class WayKind(StrEnum):
    """Somebody brings it to the door, or a carrier takes it."""

    COURIER = "courier"
    POST = "post"


class DeliveryState(StrEnum):
    """How far an order's delivery has come."""

    CHOSEN = "chosen"
    """In a checkout that is not finished."""
    ASKED = "asked"
    """The seller owes a price."""
    QUOTED = "quoted"
    """The buyer owes an answer."""
    AGREED = "agreed"
    """The price is part of the order's sum."""
    SENT = "sent"
    RECEIVED = "received"


@dataclass(frozen=True, slots=True)
class NewWay:
    """What a seller says about a way of delivery. No price: it is told for each order."""

    title: str
    price_minor: int | None
    free_from_minor: int | None = None
    area: str = ""
    days: str = ""


@dataclass(frozen=True, slots=True)
class Way:
    """A way of delivery that buyers may choose. Money in minor units of the shop's currency."""

    id: DeliveryWayId
    kind: WayKind
    title: str
    price_minor: int | None
    free_from_minor: int | None
    area: str
    """Where to: cities or countries, in words."""
    days: str
    """How long it takes, in words."""
    on_receipt: bool
    """The order may be paid for when it arrives."""
    enabled: bool


@dataclass(frozen=True, slots=True)
class Delivery:
    """How one order travels, as it was agreed. Times in UTC, money in minor units of the order's currency."""

    way: DeliveryWayId
    kind: WayKind
    title: str
    price_minor: int | None
    days: str
    on_receipt: bool
    address: str
    state: DeliveryState
    version: int
    """Which quote this is; nothing has been quoted: 0."""
    track: str
    asked_at: datetime | None
    quoted_at: datetime | None
    sent_at: datetime | None
    received_at: datetime | None

    @property
    def counted_minor(self) -> int:
        """The part of the order's sum that it makes up."""
        return 0 if self.state is DeliveryState.QUOTED else self.price_minor or 0

    @property
    def is_open_question(self) -> bool:
        """Somebody still has to say something about the price."""
        return self.state in (DeliveryState.ASKED, DeliveryState.QUOTED)

    @property
    def is_later(self) -> bool:
        """Its price has still to be told."""
        return self.price_minor is None
