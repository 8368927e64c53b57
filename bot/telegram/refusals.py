"""How does a refusal of the shop read in the chat, and what can be pressed under it? The only place for that."""

from bot.basics.errors import ShopError
from bot.shop.stock.errors import SoldOut
from bot.telegram.buyer import wish_buttons
from bot.telegram.buyer.callbacks import CartOpen, HomeOpen, OrdersOpen, ShelfOpen
from bot.telegram.screen import Screen, button, rows
from bot.telegram.seller.callbacks import DeskOpen
from bot.telegram.texts import Texts

_TO_ORDERS = {"no-such-order", "order-moved-on", "cannot-cancel", "return-too-late", "return-moved-on"}
_TO_CART = {"empty-cart"}
_TO_SHELF = {"sold-out", "no-such-work", "hold-ended"}


def refusal(error: ShopError, texts: Texts, *, at_work: bool = False) -> Screen:
    """One line that says what happened and what to do next, and the button to do it. Photos stay where they are."""
    said = texts(error.text_key, **error.fields)
    if at_work:
        return Screen(said, rows(button(texts.plain("sell-desk"), DeskOpen())), keep_photo=True)
    if error.text_key in _TO_SHELF:
        next_step = button(texts.plain("to-catalogue"), ShelfOpen())
    elif error.text_key in _TO_ORDERS:
        next_step = button(texts.plain("to-orders"), OrdersOpen())
    elif error.text_key in _TO_CART:
        next_step = button(texts.plain("to-cart"), CartOpen())
    else:
        next_step = None
    bell = wish_buttons.wait(error.variant, texts) if isinstance(error, SoldOut) else None
    home = button(texts.plain("to-home"), HomeOpen())
    return Screen(said, rows(next_step, bell, home), keep_photo=True)


def words(error: ShopError, texts: Texts) -> str:
    """The same as plain words, where only an alert is possible."""
    return texts.plain(error.text_key, **error.fields)
