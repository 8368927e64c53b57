"""What is a seller told of deliveries without having asked?"""

from collections.abc import Callable
from typing import Final
from zoneinfo import ZoneInfo

from bot.shop.orders.values import OrderState, OrderView
from bot.telegram.buyer.delivery_words import same_trip
from bot.telegram.buyer.order_words import moment
from bot.telegram.screen import Screen, button, rows
from bot.telegram.seller import delivery_looks, order_looks
from bot.telegram.seller.callbacks import SellerOrder
from bot.telegram.texts import Html, Texts, joined
from bot.telegram.told import SellerFacts


def _quote_asked(facts: SellerFacts, texts: Texts, zone: ZoneInfo) -> Screen | None:
    """🚚 a price is wanted; nothing when it has been told, or the order is over."""
    order = facts.order
    if order is None or order.stage != "asked":
        return None
    return _card(order, texts("tell-quote-asked", number=order.number), facts, texts, zone)


def _quote_due(facts: SellerFacts, texts: Texts, zone: ZoneInfo) -> Screen | None:
    order = facts.order
    if order is None or order.stage != "asked" or order.held_until is None:
        return None
    until = moment(order.held_until, texts, facts.now, zone)
    return _card(order, texts("tell-quote-due", number=order.number, until=until), facts, texts, zone)


def _quote_declined(facts: SellerFacts, texts: Texts, zone: ZoneInfo) -> Screen | None:
    order = facts.order
    if order is None or order.state is not OrderState.CANCELLED:
        return None
    return _card(order, texts("tell-quote-declined", number=order.number), facts, texts, zone)


def _quote_collects(facts: SellerFacts, texts: Texts, _zone: ZoneInfo) -> Screen | None:
    """The pieces are still his: nothing to do until the new order comes."""
    order = facts.order
    return None if order is None else Screen(texts("tell-quote-collects", number=order.number))


def _quote_over(facts: SellerFacts, texts: Texts, zone: ZoneInfo) -> Screen | None:
    order = facts.order
    if order is None or order.state is not OrderState.EXPIRED:
        return None
    answered = order.delivery is not None and order.delivery.quoted_at is not None
    key = "tell-quote-unanswered" if answered else "tell-quote-missed"
    return _card(order, texts(key, number=order.number), facts, texts, zone)


def _received(facts: SellerFacts, texts: Texts, zone: ZoneInfo) -> Screen | None:
    order = facts.order
    return None if order is None else _card(order, texts("tell-received", number=order.number), facts, texts, zone)


def _parcel_slow(facts: SellerFacts, texts: Texts, zone: ZoneInfo) -> Screen | None:
    order = facts.order
    if order is None or order.stage != "sent" or not same_trip(order, facts.fields):
        return None
    return _card(order, texts("tell-parcel-slow", number=order.number), facts, texts, zone)


def _card(order: OrderView, head: Html, facts: SellerFacts, texts: Texts, zone: ZoneInfo) -> Screen:
    text = joined([head, *order_looks.facts(order, facts.buyer, facts.place, texts, facts.now, zone)])
    opened = button(texts.plain("sell-open-order"), SellerOrder(order=order.id))
    return Screen(text, rows(*(delivery_looks.acts(order, texts) or ()), opened))


ALERTS: Final[dict[str, Callable[[SellerFacts, Texts, ZoneInfo], Screen | None]]] = {
    "quote_asked": _quote_asked,
    "quote_due": _quote_due,
    "quote_declined": _quote_declined,
    "quote_collects": _quote_collects,
    "quote_over": _quote_over,
    "received": _received,
    "parcel_slow": _parcel_slow,
}
