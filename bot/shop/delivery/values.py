"""What is a way of delivery, and what is known of one order's way to its buyer?"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from enum import StrEnum

from bot.basics.ids import DeliveryWayId
from bot.basics.languages import Language

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
class WayText:
    """What is said of a way in one more language."""

    title: str
    area: str = ""
    days: str = ""


@dataclass(frozen=True, slots=True)
class NewWay:
    """What a seller says about a way of delivery. No price: it is told for each order."""

    title: str
    price_minor: int | None
    free_from_minor: int | None = None
    area: str = ""
    days: str = ""

    @property
    def text(self) -> WayText:
        return WayText(self.title, self.area, self.days)


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
    texts: Mapping[Language, WayText] = field(default_factory=dict)
    """In other languages than the one it was first described in."""
    language: Language | None = None
    """That one; None for a way from before there were several."""

    @property
    def said(self) -> Mapping[Language, WayText]:
        """Every language in which something is known to be said of it."""
        own = {self.language: WayText(self.title, self.area, self.days)} if self.language else {}
        return {**own, **self.texts}

    def told(self, language: Language) -> "Way":
        """With title, area and days in that language, where the seller has given them."""
        text = self.texts.get(language)
        return self if text is None else replace(self, title=text.title, area=text.area, days=text.days)


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
    texts: Mapping[Language, WayText] = field(default_factory=dict)
    """As it was offered in other languages."""

    def told(self, language: Language) -> "Delivery":
        """With its title in that language, and its days too unless they were told for this order."""
        text = self.texts.get(language)
        if text is None:
            return self
        return replace(self, title=text.title, days=self.days if self.quoted_at else text.days)

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
