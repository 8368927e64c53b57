"""How does a seller see a request to give an order back?"""

from aiogram.types import InlineKeyboardButton

from bot.basics.ids import OrderId
from bot.shop.orders.values import OrderView
from bot.shop.returns.values import Return, ReturnState
from bot.telegram import wording
from bot.telegram.buyer.limits import cut
from bot.telegram.screen import Row, Screen, button, rows
from bot.telegram.seller.callbacks import SellerOrder, SellerReturn
from bot.telegram.texts import Html, Texts, joined

WORDS_SHOWN = 300


def line(request: Return, texts: Texts) -> Html:
    """How it stands, under the order's own lines."""
    match request.state:
        case ReturnState.ASKED:
            return texts("sell-return-asked")
        case ReturnState.ACCEPTED:
            return joined([texts("sell-return-accepted"), cut(request.words, WORDS_SHOWN)])
        case ReturnState.DECLINED:
            return joined([texts("sell-return-declined"), cut(request.words, WORDS_SHOWN)])
    return texts("sell-return-restocked" if request.restocked else "sell-return-written-off")


def acts(request: Return, texts: Texts) -> tuple[Row, ...]:
    """What can be done with it now."""
    order = request.order
    if request.state is ReturnState.ASKED:
        return rows(
            button(texts.plain("sell-return-accept"), SellerReturn(order=order, act="accept"), "success"),
            button(texts.plain("sell-return-decline"), SellerReturn(order=order, act="decline")),
        )
    if request.state is ReturnState.ACCEPTED:
        return rows(
            button(texts.plain("sell-return-back"), SellerReturn(order=order, act="back"), "success"),
            button(texts.plain("sell-return-off"), SellerReturn(order=order, act="off")),
        )
    return ()


def sure(order: OrderView, act: str, texts: Texts) -> Screen:
    """Is it here, and is the money meant? Asked once; what the delivery cost stays unless he says otherwise."""
    goods, whole = (
        wording.money(minor, order.total.currency, texts.language)
        for minor in (order.paid_minor - order.spent_minor, order.paid_minor)
    )
    key = "sell-return-back-sure" if act == "back" else "sell-return-off-sure"
    spent = texts("sell-return-with-delivery", amount=whole) if order.spent_minor else ""
    return Screen(
        joined([texts(key, number=order.number, amount=goods), spent]),
        rows(
            button(texts.plain("sell-return-yes"), SellerReturn(order=order.id, act=act, sure=True), "danger"),
            button(texts.plain("sell-refund-whole"), SellerReturn(order=order.id, act=f"{act}_all", sure=True))
            if spent
            else None,
            _back(order.id, texts),
        ),
    )


def ask_how(order: OrderView, texts: Texts) -> Screen:
    """Where and when may the buyer bring it?"""
    return Screen(
        texts("sell-return-how", number=order.number),
        rows(
            button(texts.plain("sell-return-here"), SellerReturn(order=order.id, act="here"))
            if order.location is not None
            else None,
            _back(order.id, texts),
        ),
    )


def ask_why(order: OrderView, texts: Texts) -> Screen:
    """What does the buyer read instead?"""
    return Screen(texts("sell-return-why", number=order.number), rows(_back(order.id, texts)))


def _back(order: OrderId, texts: Texts) -> InlineKeyboardButton:
    return button(texts.plain("sell-back"), SellerOrder(order=order))
