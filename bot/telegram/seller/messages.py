"""What is a seller told without having asked? Each alert is a function of the facts at the moment of sending."""

from collections.abc import Callable
from typing import Final
from zoneinfo import ZoneInfo

from bot.basics.ids import OrderId
from bot.shop.orders.values import OrderState, OrderView, PayWay
from bot.telegram import wording
from bot.telegram.buyer.limits import cut
from bot.telegram.screen import Screen, button, rows
from bot.telegram.seller import conflict_looks, delivery_alerts, order_looks, showcase_alerts
from bot.telegram.seller.callbacks import (
    BoardOpen,
    ChannelsOpen,
    GivenBack,
    MismatchCheck,
    SellerOrder,
    SellerTalk,
    StockOpen,
    WorkAct,
    WorkOpen,
)
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
    reason = _REASONS.get(str(facts.fields.get("reason")))
    why = texts("tell-cancelled-why", why=texts.plain(reason)) if reason else ""
    return _about(order, joined([texts(key, number=order.number), why]), facts, texts, zone)


def _mismatch(facts: SellerFacts, texts: Texts, zone: ZoneInfo) -> Screen | None:
    order, fields = facts.order, facts.fields
    if order is None:
        return None
    came = wording.money(int(fields.get("came", 0)), str(fields.get("came_in", order.total.currency)), texts.language)
    wanted = wording.money(int(fields.get("wanted", 0)), order.total.currency, texts.language)
    match fields.get("why"):
        case "amount":
            why: Html | str = texts("tell-mismatch-amount", came=came, wanted=wanted)
        case "test":
            why = texts("tell-mismatch-test", came=came)
        case "other":
            why = texts("tell-mismatch-other", came=came)
        case _:
            why = ""
    payment = str(fields.get("payment") or "")
    again = texts("tell-mismatch-again") if fields.get("again") else ""
    text = joined(
        [
            texts("tell-mismatch", number=order.number),
            why,
            texts("tell-mismatch-payment", payment=payment) if payment else "",
            again or texts("tell-mismatch-next"),
            *_facts(order, facts, texts, zone),
        ]
    )
    return Screen(
        text,
        rows(
            button(texts.plain("sell-mismatch-check"), MismatchCheck(order=order.id), "primary"),
            (
                button(texts.plain("sell-talk-answer"), SellerOrder(order=order.id, act="talk")),
                button(texts.plain("to-order", number=order.number), SellerOrder(order=order.id)),
            ),
        ),
    )


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


def _receipt_trouble(facts: SellerFacts, texts: Texts, zone: ZoneInfo) -> Screen | None:
    if facts.order is None:
        return None
    reason = str(facts.fields.get("reason", ""))
    known = {"late": "receipt-late", "canceled": "receipt-canceled"}
    said = texts(known[reason]) if reason in known else cut(reason, _LONG)
    return _about(
        facts.order, texts("tell-receipt-trouble", number=facts.order.number, reason=said), facts, texts, zone
    )


def _refunded(facts: SellerFacts, texts: Texts, zone: ZoneInfo) -> Screen | None:
    order = facts.order
    if order is None:
        return None
    amount = wording.money(int(facts.fields.get("amount", 0)), order.total.currency, texts.language)
    return _about(order, texts("tell-refunded", number=order.number, amount=amount), facts, texts, zone)


def _refund_by_hand(facts: SellerFacts, texts: Texts, zone: ZoneInfo) -> Screen | None:
    order = facts.order
    if order is None:
        return None
    amount = wording.money(int(facts.fields.get("amount", 0)), order.total.currency, texts.language)
    payment = cut(str(facts.fields.get("payment") or "—"), 128)
    head = texts("tell-refund-by-hand", number=order.number, amount=amount, payment=payment)
    return Screen(
        joined([head, *_facts(order, facts, texts, zone)]),
        rows(
            button(texts.plain("sell-given-back"), GivenBack(refund=int(facts.fields["refund"])), "primary"),
            button(texts.plain("sell-open-order"), SellerOrder(order=order.id)),
        ),
    )


def _stray_payment(facts: SellerFacts, texts: Texts, _zone: ZoneInfo) -> Screen | None:
    fields = facts.fields
    amount = wording.money(int(fields.get("amount", 0)), str(fields.get("currency", "RUB")), texts.language)
    text = texts("tell-stray-payment", amount=amount, payment=cut(str(fields.get("payment") or "—"), 128))
    return Screen(text, rows(button(texts.plain("sell-board"), BoardOpen())))


def _conflict(facts: SellerFacts, texts: Texts, zone: ZoneInfo) -> Screen | None:
    if facts.conflict is not None:
        is_open = facts.conflict.standing.is_open
        return conflict_looks.card(facts.conflict, texts, facts.now, zone) if is_open else None
    sku, short = str(facts.fields.get("sku", "")), int(facts.fields.get("short", 0))
    text = texts("tell-conflict", sku=cut(sku, 64), short=short)
    return Screen(
        text,
        rows((button(texts.plain("sell-board"), BoardOpen()), button(texts.plain("sell-stock-button"), StockOpen()))),
    )


def _conflict_over(facts: SellerFacts, texts: Texts, zone: ZoneInfo) -> Screen | None:
    if facts.conflict is None:
        return None
    return conflict_looks.card(facts.conflict, texts, facts.now, zone, str(facts.fields.get("orders") or ""))


def _unknown_sku(facts: SellerFacts, texts: Texts, zone: ZoneInfo) -> Screen | None:
    if facts.conflict is not None:
        return _conflict(facts, texts, zone)
    sku, channel = cut(str(facts.fields.get("sku", "")), 64), cut(str(facts.fields.get("channel", "")), 40)
    return Screen(
        texts("tell-unknown-sku", sku=sku, channel=channel),
        rows(button(texts.plain("sell-stock-button"), StockOpen())),
    )


def _came_back(facts: SellerFacts, texts: Texts, _zone: ZoneInfo) -> Screen | None:
    fields = facts.fields
    product, count = int(fields.get("product", 0)), int(fields.get("count", 0))
    text = texts(
        "tell-came-back",
        sku=cut(str(fields.get("sku", "")), 64),
        channel=cut(str(fields.get("channel", "")), 40),
        count=count,
    )
    return Screen(
        text,
        rows(
            button(texts.plain("sell-for-sale"), WorkAct(product=product, act="for_sale"), "success"),
            button(texts.plain("sell-open-work"), WorkOpen(product=product)),
        ),
    )


def _low(facts: SellerFacts, texts: Texts, _zone: ZoneInfo) -> Screen | None:
    product, count = int(facts.fields.get("product", 0)), int(facts.fields.get("count", 0))
    text = texts("tell-low", sku=cut(str(facts.fields.get("sku", "")), 64), count=count)
    return Screen(
        text,
        rows(
            button(texts.plain("sell-count"), WorkAct(product=product, act="count")),
            button(texts.plain("sell-open-work"), WorkOpen(product=product)),
        ),
    )


def _hook_paused(facts: SellerFacts, texts: Texts, _zone: ZoneInfo) -> Screen | None:
    channel, error = cut(str(facts.fields.get("channel", "")), 40), cut(str(facts.fields.get("error") or "—"), _LONG)
    text = texts("tell-hook-paused", channel=channel, error=error)
    return Screen(text, rows(button(texts.plain("channels-open"), ChannelsOpen())))


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


def _talk_undelivered(facts: SellerFacts, texts: Texts, _zone: ZoneInfo) -> Screen | None:
    talk = int(facts.fields.get("talk", 0))
    return Screen(texts("tell-talk-undelivered"), rows(button(texts.plain("talk-read"), SellerTalk(talk=talk))))


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


_REASONS: Final = {"mind": "cancelled-mind", "long": "cancelled-long"}
_PARKED: Final[dict[str, str]] = {
    "tell.buyer": "tell-parked-buyer",
    "talk.buyer": "tell-parked-buyer",
    "order.shown": "tell-parked-buyer",
    "talk.seller": "tell-parked-seller",
    "tell.person": "tell-parked-buyer",
    "tell.seller": "tell-parked-seller",
    "tell.sellers": "tell-parked-seller",
    "showcase.publish": "tell-parked-publish",
    "showcase.refresh": "tell-parked-post",
    "showcase.take_down": "tell-parked-post",
    "product.changed": "tell-parked-post",
    "payment.link": "tell-parked-payment",
    "invoice.link": "tell-parked-payment",
    "payment.check": "tell-parked-payment",
    "refund.send": "tell-parked-refund",
    "receipt.send": "tell-parked-receipt",
}
_ALERTS: Final[dict[str, Callable[[SellerFacts, Texts, ZoneInfo], Screen | None]]] = {
    "new_order": _new_order,
    "buyer_cancelled": _buyer_cancelled,
    "mismatch": _mismatch,
    "payment_trouble": _payment_trouble,
    "refund_trouble": _refund_trouble,
    "receipt_trouble": _receipt_trouble,
    "money_goes_back": _money_goes_back,
    "refunded": _refunded,
    "refund_by_hand": _refund_by_hand,
    "stray_payment": _stray_payment,
    "conflict": _conflict,
    "conflict_over": _conflict_over,
    "unknown_sku": _unknown_sku,
    "came_back": _came_back,
    "low": _low,
    "hook_paused": _hook_paused,
    "uncollected": _uncollected,
    "talk_undelivered": _talk_undelivered,
    "parked": _parked,
    **delivery_alerts.ALERTS,
    **showcase_alerts.ALERTS,
}
