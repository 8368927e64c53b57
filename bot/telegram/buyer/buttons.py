"""Which buttons stand under many screens?"""

from aiogram.types import InlineKeyboardButton

from bot.basics.ids import OrderId
from bot.telegram.buyer.callbacks import (
    AskAbout,
    CartOpen,
    HomeOpen,
    OrderAgain,
    OrderOpen,
    OrdersOpen,
    SearchAsk,
    ShelfOpen,
    ShelvesOpen,
)
from bot.telegram.screen import Style, button
from bot.telegram.texts import Texts


def home(texts: Texts) -> InlineKeyboardButton:
    return button(texts.plain("to-home"), HomeOpen())


def catalogue(texts: Texts, style: Style | None = None) -> InlineKeyboardButton:
    """The catalogue's front: categories where there are some, else all works."""
    return button(texts.plain("to-catalogue"), ShelvesOpen(), style)


def other_works(texts: Texts) -> InlineKeyboardButton:
    """All works; no title and no price, so that a service message may carry it."""
    return button(texts.plain("to-other-works"), ShelfOpen())


def search(texts: Texts) -> InlineKeyboardButton:
    return button(texts.plain("to-search"), SearchAsk())


def cart(texts: Texts, pieces: int = 0) -> InlineKeyboardButton:
    words = texts.plain("to-cart-filled", count=pieces) if pieces else texts.plain("to-cart")
    return button(words, CartOpen())


def orders(texts: Texts) -> InlineKeyboardButton:
    return button(texts.plain("to-orders"), OrdersOpen())


def ask(texts: Texts, order_id: OrderId) -> InlineKeyboardButton:
    """💬 about one's order."""
    return button(texts.plain("talk-ask"), AskAbout(order=order_id))


def order(texts: Texts, order_id: OrderId, number: str) -> InlineKeyboardButton:
    return button(texts.plain("to-order", number=number), OrderOpen(order=order_id))


def again(texts: Texts, order_id: OrderId, style: Style | None = None) -> InlineKeyboardButton:
    return button(texts.plain("order-again"), OrderAgain(order=order_id), style)
