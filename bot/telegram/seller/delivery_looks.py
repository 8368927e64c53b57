"""How does a seller see ways of delivery, and the delivery of one order?"""

from collections.abc import Sequence
from datetime import datetime
from typing import Final
from zoneinfo import ZoneInfo

from aiogram.types import InlineKeyboardButton

from bot.shop.delivery.values import Way, WayKind
from bot.shop.orders.values import OrderState, OrderView
from bot.shop.policies.values import Policies
from bot.shop.shipping import rules as shipping_rules
from bot.shop.shipping.values import OnTheWay
from bot.telegram import wording
from bot.telegram.buyer import delivery_words
from bot.telegram.buyer.order_words import moment, paragraphs
from bot.telegram.screen import Row, Screen, button, grid, rows
from bot.telegram.seller.callbacks import BoardOpen, SellerOrder, SettingsOpen
from bot.telegram.seller.delivery_buttons import QuoteTime, SellerDelivery, WayAct
from bot.telegram.showcase.look import label
from bot.telegram.texts import Html, Texts, joined

_SHOWN: Final = 20
_HOUR_S: Final = 3600


def ways(found: Sequence[Way], now: Policies, texts: Texts) -> Screen:
    """🚚 the ways there are, and how long people are waited for."""
    buttons = [
        button(label(delivery_words.EMOJI[way.kind], way.told(texts.language).title), WayAct(way=way.id))
        for way in found[:_SHOWN]
    ]
    later = any(way.price_minor is None for way in found)
    times = (
        texts(
            "sell-quote-times",
            within=round(now.quote_within.total_seconds() / _HOUR_S),
            stands=round(now.quote_stands.total_seconds() / _HOUR_S),
        )
        if later
        else ""
    )
    return Screen(
        paragraphs(texts("sell-ways-head") if found else texts("sell-ways-none"), times),
        rows(
            *grid(buttons, 1),
            [
                button(texts.plain(f"sell-way-add-{kind.value}"), WayAct(act=kind.value), None if found else "primary")
                for kind in WayKind
            ],
            [
                button(texts.plain("sell-edit-quote-within"), QuoteTime(name="quote_within")),
                button(texts.plain("sell-edit-quote-stands"), QuoteTime(name="quote_stands")),
            ]
            if later
            else None,
            button(texts.plain("sell-back"), SettingsOpen()),
        ),
    )


def way(found: Way, texts: Texts, currency: str, *, online: bool) -> Screen:
    """A way as buyers see it, or why they do not, and what can be changed."""
    if not found.enabled:
        note = texts("sell-way-off")
    elif not online and not found.on_receipt:
        note = texts("sell-way-unpayable")
    else:
        note = texts("sell-way-note")
    turn, receipt = (
        "sell-way-turn-off" if found.enabled else "sell-way-turn-on",
        "sell-way-receipt-off" if found.on_receipt else "sell-way-receipt-on",
    )
    return Screen(
        paragraphs(
            joined(
                [
                    delivery_words.way(found, currency, texts),
                    texts("sell-way-on-receipt") if found.on_receipt else "",
                ]
            ),
            joined(_others(found, texts)),
            note,
        ),
        rows(
            button(texts.plain("sell-edit"), WayAct(way=found.id, act="edit")),
            (
                button(texts.plain(turn), WayAct(way=found.id, act="turn")),
                button(texts.plain(receipt), WayAct(way=found.id, act="receipt")),
            ),
            button(texts.plain("sell-way-give-up"), WayAct(way=found.id, act="give_up"), "danger"),
            button(texts.plain("sell-back"), SettingsOpen(part="delivery")),
        ),
    )


def _others(found: Way, texts: Texts) -> list[Html]:
    """What is said of it in the other languages; what is typed in one of them changes that one."""
    return [
        texts(
            "sell-way-other",
            language=language.upper(),
            words=", ".join(filter(None, (text.title, text.area, text.days))),
        )
        for language, text in found.said.items()
        if language != texts.language
    ]


def give_up_question(found: Way, texts: Texts) -> Screen:
    """Is it meant? Asked once."""
    return Screen(
        texts("sell-way-give-up-sure", title=found.told(texts.language).title),
        rows(
            button(texts.plain("sell-way-give-up-yes"), WayAct(way=found.id, act="give_up", sure=True), "danger"),
            button(texts.plain("sell-back"), WayAct(way=found.id)),
        ),
    )


def refuse_question(order: OrderView, texts: Texts) -> Screen:
    """Is it meant? Asked once."""
    return Screen(
        texts("sell-refuse-sure", number=order.number),
        rows(
            button(texts.plain("sell-refuse-yes"), SellerDelivery(order=order.id, act="refuse", sure=True), "danger"),
            button(texts.plain("sell-back"), SellerOrder(order=order.id)),
        ),
    )


def not_sent_question(order: OrderView, texts: Texts) -> Screen:
    """The buyer will hear of it: is it meant?"""
    return Screen(
        texts("sell-not-sent-sure", number=order.number),
        rows(
            button(texts.plain("sell-not-sent-yes"), SellerDelivery(order=order.id, act="back", sure=True), "danger"),
            button(texts.plain("sell-back"), SellerOrder(order=order.id)),
        ),
    )


def facts(order: OrderView, texts: Texts, now: datetime, zone: ZoneInfo) -> list[Html]:
    """How it travels and where to, under the lines of an order; while its price is open, until when."""
    told = order.delivery
    if told is None:
        return []
    told = told.told(texts.language)
    said = [Html(delivery_words.line(order, texts)), texts("sell-order-address", address=told.address or "…")]
    if told.days:
        said.append(texts("delivery-days", days=told.days))
    if told.track:
        said.append(texts("parcel-track", track=told.track))
    if order.stage in ("asked", "quoted") and order.held_until is not None and order.held_until > now:
        said.append(texts("sell-order-held", until=moment(order.held_until, texts, now, zone)))
    return said


def acts(order: OrderView, texts: Texts) -> tuple[Row, ...] | None:
    """The next step of a delivery; None where it is an order like any other."""
    if order.delivery is None:
        return None
    if order.stage in ("asked", "quoted"):
        again = order.stage == "quoted"
        quote = button(
            texts.plain("sell-quote-again" if again else "sell-quote"),
            SellerDelivery(order=order.id, act="quote"),
            None if again else "success",
        )
        return rows(quote, button(texts.plain("sell-refuse"), SellerDelivery(order=order.id, act="refuse"), "danger"))
    hand = button(texts.plain("sell-delivered"), SellerOrder(order=order.id, act="hand", sure=True), "success")
    if order.stage == "sent":
        track = button(texts.plain("sell-track"), SellerDelivery(order=order.id, act="track"))
        return rows(hand, (track, button(texts.plain("sell-not-sent"), SellerDelivery(order=order.id, act="back"))))
    if shipping_rules.may_send(order):
        begin = button(texts.plain("sell-begin"), SellerOrder(order=order.id, act="begin"))
        return rows(
            button(texts.plain("sell-send"), SellerDelivery(order=order.id, act="send"), "success"),
            (begin if order.state is OrderState.ACCEPTED else hand,),
        )
    return ()


def ask_track(order: OrderView, texts: Texts) -> tuple[Html, tuple[InlineKeyboardButton, ...]]:
    """A number or a link for the buyer? It may come later."""
    without = button(texts.plain("sell-no-track"), SellerDelivery(order=order.id, act="no_track"), "success")
    back = button(texts.plain("sell-back"), SellerOrder(order=order.id))
    said = order.delivery is not None and order.delivery.sent_at is not None
    return texts("sell-ask-track", number=order.number), (back,) if said else (without, back)


def refund_question(order: OrderView, texts: Texts) -> Screen:
    """The parcel has left: is the way there given back too?"""
    currency = order.total.currency
    goods, whole = max(order.paid_minor - order.spent_minor, 0), order.paid_minor
    said = {
        "goods": wording.money(goods, currency, texts.language),
        "amount": wording.money(whole, currency, texts.language),
    }
    return Screen(
        texts("sell-refund-parts", number=order.number, **said),
        rows(
            button(
                texts.plain("sell-refund-goods"), SellerOrder(order=order.id, act="refund_goods", sure=True), "danger"
            )
            if goods
            else None,
            button(texts.plain("sell-refund-whole"), SellerOrder(order=order.id, act="refund", sure=True), "danger"),
            button(texts.plain("sell-back"), SellerOrder(order=order.id)),
        ),
    )


def desk(on_the_way: OnTheWay, texts: Texts) -> list[Html | str]:
    """What waits for a price, for an answer, or travels."""
    return [
        texts("sell-desk-asked", count=on_the_way.asked) if on_the_way.asked else "",
        texts("sell-desk-quoted", count=on_the_way.quoted) if on_the_way.quoted else "",
        texts("sell-desk-sent", count=on_the_way.sent) if on_the_way.sent else "",
    ]


def desk_button(on_the_way: OnTheWay, texts: Texts) -> InlineKeyboardButton | None:
    """💰 to the orders that want a price."""
    if not on_the_way.asked:
        return None
    return button(texts.plain("sell-quotes"), BoardOpen(state="awaiting_payment"), "success")
