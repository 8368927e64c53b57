"""What is a buyer told, unasked, about a delivery? As bot.telegram.buyer.messages, of which these are a part."""

from collections.abc import Callable
from typing import Final
from zoneinfo import ZoneInfo

from bot.shop.checkout.values import Step
from bot.shop.orders.values import OrderState
from bot.telegram.buyer import buttons, delivery_screens, delivery_words
from bot.telegram.buyer.order_words import due, fitted, lines, paragraphs
from bot.telegram.screen import CAPTION_LIMIT, Row, Screen, fresh, rows
from bot.telegram.texts import Html, Texts
from bot.telegram.told import BuyerFacts, Told


def _quoted(facts: BuyerFacts, texts: Texts, zone: ZoneInfo) -> Told | None:
    """Only the newest quote is told, and only while it waits for an answer."""
    return _offer(facts, texts, zone, again=False)


def _quote_stands(facts: BuyerFacts, texts: Texts, zone: ZoneInfo) -> Told | None:
    return _offer(facts, texts, zone, again=True)


def _offer(facts: BuyerFacts, texts: Texts, zone: ZoneInfo, *, again: bool) -> Told | None:
    told = facts.order.delivery
    if facts.checkout.step is not Step.OFFER or told is None or told.version != facts.fields.get("version"):
        return None
    shown = delivery_screens.offer(facts.checkout, texts, facts.now, zone, again=again)
    return Told(Screen(shown.text, shown.rows))


def _refused(facts: BuyerFacts, texts: Texts, _zone: ZoneInfo) -> Told | None:
    return Told(delivery_screens.refused(facts.order, texts)) if facts.order.state is OrderState.CANCELLED else None


def _sent(facts: BuyerFacts, texts: Texts, _zone: ZoneInfo) -> Told | None:
    return _on_its_way(facts, texts, "parcel-sent", "")


def _arrived(facts: BuyerFacts, texts: Texts, _zone: ZoneInfo) -> Told | None:
    return _on_its_way(facts, texts, "parcel-arrived", texts("parcel-arrived-next"))


def _on_its_way(facts: BuyerFacts, texts: Texts, key: str, rest: Html | str) -> Told | None:
    """What, where to, how to follow it, what is to be paid at the door."""
    order = facts.order
    if (
        order.delivery is None
        or order.state is not OrderState.READY
        or not delivery_words.same_trip(order, facts.fields)
    ):
        return None
    pay = texts("parcel-pay", sum=due(order, texts)) if order.due_minor else ""
    head = texts(key, number=order.number)

    def made(most: int) -> Html:
        return paragraphs(head, lines(order, texts, most), delivery_words.where(order, texts), pay, rest)

    return Told(Screen(fitted(made, CAPTION_LIMIT), rows(*_rows(facts, texts))))


def _not_sent(facts: BuyerFacts, texts: Texts, _zone: ZoneInfo) -> Told | None:
    order = facts.order
    if order.delivery is None or order.state is not OrderState.IN_WORK:
        return None
    said = paragraphs(texts("parcel-not-sent", number=order.number), lines(order, texts))
    return Told(Screen(said, rows(*_rows(facts, texts))))


def _rows(facts: BuyerFacts, texts: Texts) -> tuple[Row, ...]:
    order = facts.order
    return rows(
        *delivery_screens.acts(order, texts),
        (buttons.order(texts, order.id, order.number), fresh(buttons.ask(texts, order.id))),
    )


CASES: Final[dict[str, Callable[[BuyerFacts, Texts, ZoneInfo], Told | None]]] = {
    "quoted": _quoted,
    "quote_stands": _quote_stands,
    "delivery_refused": _refused,
    "sent": _sent,
    "arrived": _arrived,
    "not_sent": _not_sent,
}
