"""Which buttons keep a work in mind, wait for it and watch its price?"""

from aiogram.filters.callback_data import CallbackData
from aiogram.types import InlineKeyboardButton

from bot.basics.ids import VariantId
from bot.shop.waiting.values import Marks
from bot.telegram.buyer.callbacks import Id
from bot.telegram.screen import button
from bot.telegram.texts import Texts


class FavouritesOpen(CallbackData, prefix="fl"):
    """❤️ one's own, after or before one of them (0: the first page)."""

    after: Id = 0
    before: Id = 0


class FavouriteToggle(CallbackData, prefix="fv"):
    """❤️ on a card; the photo that stands there stays."""

    variant: Id
    photo: Id = 0


class WaitToggle(CallbackData, prefix="wt"):
    """🔔 on a card or a 😔 screen: into the line, or out of it."""

    variant: Id
    photo: Id = 0


class WaitInCart(CallbackData, prefix="wk"):
    """🔔 of a line of the cart: into the line, the cart stays."""

    variant: Id


class WaitQuit(CallbackData, prefix="wq"):
    """🔕 nothing more about this work; what is held for this person is free."""

    variant: Id


class PricesToggle(CallbackData, prefix="fp"):
    """🔔 tell me when something becomes cheaper, or no longer."""


class PricesOff(CallbackData, prefix="px"):
    """🔕 under a message about prices."""


def favourites(texts: Texts) -> InlineKeyboardButton:
    return button(texts.plain("to-favourites"), FavouritesOpen())


def wait(variant: VariantId, texts: Texts) -> InlineKeyboardButton:
    """Under every screen that says that a work is gone."""
    return button(texts.plain("wait"), WaitToggle(variant=variant))


def quit_waiting(variant: VariantId, texts: Texts) -> InlineKeyboardButton:
    return button(texts.plain("wait-quit"), WaitQuit(variant=variant))


def row(
    variant: VariantId, marks: Marks, texts: Texts, *, gone: bool, photo: int = 0
) -> tuple[InlineKeyboardButton, ...]:
    """❤️ and, where there is something to wait for, 🔔: each says how it stands."""
    heart = texts.plain("favourite-on" if marks.favourite else "favourite-add")
    buttons = [button(heart, FavouriteToggle(variant=variant, photo=photo))]
    if marks.held_until is not None:
        buttons.append(quit_waiting(variant, texts))
    elif marks.waiting or gone:
        bell = texts.plain("wait-on" if marks.waiting else "wait")
        buttons.append(button(bell, WaitToggle(variant=variant, photo=photo)))
    return tuple(buttons)
