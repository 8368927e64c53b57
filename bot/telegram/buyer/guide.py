"""What can this person do now? Help that fits the state they are in, with the button to do it."""

from datetime import datetime
from zoneinfo import ZoneInfo

from aiogram.types import InlineKeyboardButton

from bot.shop.customers.values import Person
from bot.shop.orders.values import OrderState, OrderView
from bot.shop.pickup.values import Place
from bot.shop.shop import Shop
from bot.telegram.buyer import buttons, order_screens
from bot.telegram.buyer.callbacks import CheckoutOpen, OrderCode
from bot.telegram.buyer.order_words import moment, paragraphs, place, what
from bot.telegram.screen import Row, Screen, button, grid, link, rows
from bot.telegram.texts import Html, Texts, joined

S = OrderState


async def screen(
    shop: Shop, person: Person, texts: Texts, now: datetime, zone: ZoneInfo, pages: Row, bot_username: str
) -> Screen:
    """The most pressing order, else the cart, else how to buy. `pages`: buttons to the other pages."""
    order = await shop.attention.pressing(person.id)
    if order is not None:
        where = await shop.pickup.get(order.location) if order.state is S.READY and order.location else None
        return with_order(order, where, texts, now, zone, pages)
    pieces = sum(item.quantity for item in await shop.cart.items(person.id))
    if pieces:
        said, first = texts("help-cart", count=pieces), [buttons.cart(texts, pieces)]
    else:
        said, first = texts("help-new"), [buttons.catalogue(texts, "primary")]
    share = None
    if not pieces and await shop.orders.mine(person.id, limit=1):
        share = share_link(await shop.customers.recommendation(person.id), bot_username, texts)
    return Screen(
        paragraphs(texts("help-title"), said, texts("help-always")),
        rows(first, share, *grid(pages, 2), buttons.home(texts)),
    )


def share_link(code: str, bot_username: str, texts: Texts) -> InlineKeyboardButton:
    """Telegram's own sheet for passing a link on; it carries nothing but the person's code."""
    return link(texts.plain("recommend"), f"https://t.me/share/url?url=https://t.me/{bot_username}?start=r_{code}")


def with_order(
    order: OrderView, where: Place | None, texts: Texts, now: datetime, zone: ZoneInfo, pages: Row
) -> Screen:
    """What to do about this order."""
    to_order = buttons.order(texts, order.id, order.number)
    goes_on = CheckoutOpen(order=order.id)
    first: Row
    match order.state:
        case S.READY:
            said: Html = joined(
                [
                    texts("help-ready", number=order.number),
                    order_screens.ready(order, texts, now, zone),
                    place(where, texts, now, zone) if where else "",
                ]
            )
            first = (button(texts.plain("show-qr"), OrderCode(order=order.id), "primary"), to_order)
        case S.AWAITING_PAYMENT:
            said = joined(
                [texts("help-unpaid", number=order.number, what=what(order, texts)), _held(order, texts, now, zone)]
            )
            first = (button(texts.plain("go-pay"), goes_on, "primary"), to_order)
        case S.DRAFT:
            said = joined([texts("help-draft", what=what(order, texts)), _held(order, texts, now, zone)])
            first = (button(texts.plain("go-on"), goes_on, "primary"),)
        case _:
            state = texts.plain("state-words", state=order.state.value)
            said = joined([texts("help-under-way", number=order.number, state=state), texts("todo-nothing")])
            first = (to_order, buttons.catalogue(texts))
    return Screen(
        paragraphs(texts("help-title"), said, texts("help-always")), rows(first, *grid(pages, 2), buttons.home(texts))
    )


def _held(order: OrderView, texts: Texts, now: datetime, zone: ZoneInfo) -> Html | str:
    if order.held_until is None or order.held_until <= now:
        return ""
    return texts("held-still", until=moment(order.held_until, texts, now, zone))
