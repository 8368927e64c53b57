"""What is a seller told without having asked? Each alert is a function of the facts at the moment of sending."""

from collections.abc import Callable
from typing import Final
from zoneinfo import ZoneInfo

from bot.basics.ids import OrderId
from bot.shop.orders.values import OrderState, OrderView, PayWay
from bot.telegram import wording
from bot.telegram.buyer.limits import cut
from bot.telegram.screen import Screen, button, rows
from bot.telegram.seller import order_looks, showcase_alerts
from bot.telegram.seller.callbacks import BoardOpen, SellerOrder, StockOpen
from bot.telegram.texts import Html, Texts, joined
from bot.telegram.told import SellerFacts

_LONG: Final = 200


def alert(what: str, facts: SellerFacts, texts: Texts, zone: ZoneInfo) -> Screen | None:
    """The message of that name; None when it has become pointless meanwhile, or is unknown."""
    made = _ALERTS.get(what)
    return made(facts, texts, zone) if made else None


def _new_order(facts: SellerFacts, texts: Texts, zone: ZoneInfo) -> Screen | None:
    order = facts.order
    if order is None:
        return None
    total = wording.money(order.total.minor, order.total.currency, texts.language)
    at_pickup = order.pay_way is PayWay.AT_PICKUP and not order.is_paid
    key = "tell-new-order-at-pickup" if at_pickup else "tell-new-order"
    return _about(order, texts(key, number=order.number, total=total), facts, texts, zone)


def _buyer_cancelled(facts: SellerFacts, texts: Texts, zone: ZoneInfo) -> Screen | None:
    order = facts.order
    if order is None:
        return None
    key = "tell-cancelled-paid" if order.captured_minor else "tell-cancelled"
    return _about(order, texts(key, number=order.number), facts, texts, zone)


def _mismatch(facts: SellerFacts, texts: Texts, zone: ZoneInfo) -> Screen | None:
    return _with_number("tell-mismatch", facts, texts, zone)


def _money_goes_back(facts: SellerFacts, texts: Texts, zone: ZoneInfo) -> Screen | None:
    reason = str(facts.fields.get("reason", ""))
    if reason == "double":
        return _with_number("tell-goes-back-double", facts, texts, zone)
    if reason == "cancelled":
        return _with_number("tell-goes-back-cancelled", facts, texts, zone)
    return _with_number("tell-goes-back-late", facts, texts, zone)


def _payment_trouble(facts: SellerFacts, texts: Texts, zone: ZoneInfo) -> Screen | None:
    return _with_reason("tell-payment-trouble", facts, texts, zone)


def _refund_trouble(facts: SellerFacts, texts: Texts, zone: ZoneInfo) -> Screen | None:
    return _with_reason("tell-refund-trouble", facts, texts, zone)


def _refunded(facts: SellerFacts, texts: Texts, zone: ZoneInfo) -> Screen | None:
    order = facts.order
    if order is None:
        return None
    amount = wording.money(int(facts.fields.get("amount", 0)), order.total.currency, texts.language)
    return _about(order, texts("tell-refunded", number=order.number, amount=amount), facts, texts, zone)


def _conflict(facts: SellerFacts, texts: Texts, _zone: ZoneInfo) -> Screen | None:
    sku, short = str(facts.fields.get("sku", "")), int(facts.fields.get("short", 0))
    text = texts("tell-conflict", sku=cut(sku, 64), short=short)
    return Screen(
        text,
        rows((button(texts.plain("sell-board"), BoardOpen()), button(texts.plain("sell-stock-button"), StockOpen()))),
    )


def _uncollected(facts: SellerFacts, texts: Texts, zone: ZoneInfo) -> Screen | None:
    order = facts.order
    kept_longer = order is not None and order.keep_until is not None and order.keep_until > facts.now
    if order is None or order.state is not OrderState.READY or kept_longer:
        return None
    text = joined([texts("tell-uncollected", number=order.number), *_facts(order, facts, texts, zone)])
    return Screen(
        text,
        rows(
            button(texts.plain("sell-longer"), SellerOrder(order=order.id, act="longer"), "primary"),
            button(texts.plain("sell-put-back"), SellerOrder(order=order.id, act="call_off"), "danger"),
            button(texts.plain("sell-open-order"), SellerOrder(order=order.id)),
        ),
    )


def _parked(facts: SellerFacts, texts: Texts, _zone: ZoneInfo) -> Screen | None:
    topic = str(facts.fields.get("topic", ""))
    what = texts.plain(_PARKED.get(topic, "tell-parked-other"))
    text = texts("tell-parked", what=what, error=cut(str(facts.fields.get("error") or "—"), _LONG))
    return Screen(
        text, rows(button(texts.plain("sell-open-order"), SellerOrder(order=facts.order.id))) if facts.order else ()
    )


def _with_number(key: str, facts: SellerFacts, texts: Texts, zone: ZoneInfo) -> Screen | None:
    if facts.order is None:
        return None
    return _about(facts.order, texts(key, number=facts.order.number), facts, texts, zone)


def _with_reason(key: str, facts: SellerFacts, texts: Texts, zone: ZoneInfo) -> Screen | None:
    if facts.order is None:
        return None
    reason = cut(str(facts.fields.get("reason") or "—"), _LONG)
    return _about(facts.order, texts(key, number=facts.order.number, reason=reason), facts, texts, zone)


def _about(order: OrderView, head: Html, facts: SellerFacts, texts: Texts, zone: ZoneInfo) -> Screen:
    """The head, the order under it, and what can be done with it now."""
    text = joined([head, *_facts(order, facts, texts, zone)])
    opened = button(texts.plain("sell-open-order"), SellerOrder(order=OrderId(order.id)))
    return Screen(text, rows(*order_looks.acts(order, texts), opened))


def _facts(order: OrderView, facts: SellerFacts, texts: Texts, zone: ZoneInfo) -> list[Html]:
    return order_looks.facts(order, facts.buyer, facts.place, texts, facts.now, zone)


_PARKED: Final[dict[str, str]] = {
    "tell.buyer": "tell-parked-buyer",
    "tell.seller": "tell-parked-seller",
    "tell.sellers": "tell-parked-seller",
    "showcase.publish": "tell-parked-publish",
    "showcase.refresh": "tell-parked-post",
    "showcase.take_down": "tell-parked-post",
    "product.changed": "tell-parked-post",
    "payment.link": "tell-parked-payment",
    "payment.check": "tell-parked-payment",
    "refund.send": "tell-parked-refund",
}
_ALERTS: Final[dict[str, Callable[[SellerFacts, Texts, ZoneInfo], Screen | None]]] = {
    "new_order": _new_order,
    "buyer_cancelled": _buyer_cancelled,
    "mismatch": _mismatch,
    "payment_trouble": _payment_trouble,
    "refund_trouble": _refund_trouble,
    "money_goes_back": _money_goes_back,
    "refunded": _refunded,
    "conflict": _conflict,
    "uncollected": _uncollected,
    "parked": _parked,
    **showcase_alerts.ALERTS,
}
