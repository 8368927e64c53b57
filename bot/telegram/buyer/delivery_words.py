"""How are ways of delivery and an order's own delivery said? For buyers and sellers alike."""

import re
from collections.abc import Mapping
from typing import Any, Final

from bot.shop.delivery.values import Delivery, DeliveryState, Way, WayKind
from bot.shop.orders.values import OrderState, OrderView
from bot.telegram import wording
from bot.telegram.buyer.limits import cut
from bot.telegram.texts import Html, Texts, joined

EMOJI: Final = {WayKind.COURIER: "🚚", WayKind.POST: "📦"}
_LINK: Final = re.compile(r"https?://[^\s<>\"]{3,190}", re.IGNORECASE)


def way(offered: Way, currency: str, texts: Texts) -> Html:
    """Its name and price; where to and how long."""
    offered = offered.told(texts.language)
    title = f"{EMOJI[offered.kind]} {offered.title}"
    if offered.price_minor is None:
        head = texts("way-later", title=title)
    elif offered.price_minor == 0:
        head = texts("way-free", title=title)
    else:
        price = wording.money(offered.price_minor, currency, texts.language)
        head = texts("way-price", title=title, price=price)
        if offered.free_from_minor is not None:
            least = wording.money(offered.free_from_minor, currency, texts.language)
            head = texts("way-free-from", title=title, price=price, least=least)
    return joined([head, cut(", ".join(part for part in (offered.area, offered.days) if part), 200)])


def line(order: OrderView, texts: Texts) -> Html | str:
    """The delivery as one more line of the order."""
    told = order.delivery
    if told is None:
        return ""
    told = told.told(texts.language)
    title = f"{EMOJI[told.kind]} {told.title}"
    if told.price_minor is None:
        return texts("way-later", title=title)
    if told.price_minor == 0:
        return texts("way-free", title=title)
    return texts("way-price", title=title, price=wording.money(told.price_minor, order.total.currency, texts.language))


def same_trip(order: OrderView, fields: Mapping[str, Any]) -> bool:
    """What was owed when it left is still about the time it left: not about one that was taken back."""
    trip, gone = fields.get("trip"), order.delivery and order.delivery.sent_at
    return trip is None or bool(gone and gone.isoformat() == trip)


def where(order: OrderView, texts: Texts, *, heading: bool = True) -> Html:
    """Where it is brought and how long that takes, instead of a place of collection."""
    told = order.delivery
    if told is None:
        return Html("")
    told = told.told(texts.language)
    number = track(told, texts) if order.state in (OrderState.READY, OrderState.HANDED_OVER) else ""
    days = texts("delivery-days", days=told.days) if told.days and told.state is not DeliveryState.RECEIVED else ""
    return joined([texts("delivery-heading") if heading else "", told.address, days, number])


def track(told: Delivery, texts: Texts) -> Html | str:
    """The number to follow it by; a link stands on a button of its own."""
    return texts("parcel-track", track=told.track) if told.track and not track_link(told) else ""


def track_link(told: Delivery) -> str | None:
    """The address where it can be followed, if the seller has given one."""
    found = _LINK.fullmatch(told.track)
    return found[0] if found else None


def price(order: OrderView, texts: Texts) -> str:
    """What the delivery costs, as a sum."""
    minor = (order.delivery.price_minor or 0) if order.delivery else 0
    return wording.money(minor, order.total.currency, texts.language)


def sum_with(order: OrderView, texts: Texts) -> str:
    """The order's sum with the price that has been told, agreed on or not."""
    told = order.delivery
    minor = order.total.minor - (told.counted_minor if told else 0) + ((told.price_minor or 0) if told else 0)
    return wording.money(minor, order.total.currency, texts.language)
