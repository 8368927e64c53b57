"""How is the last thing taken back? One button under what was done, for a quarter of an hour."""

from dataclasses import replace

from aiogram import Bot, Router
from aiogram.types import CallbackQuery, InlineKeyboardButton

from bot.basics.clock import Clock
from bot.basics.ids import ProductId
from bot.shop.customers.values import Person
from bot.shop.shop import Shop
from bot.shop.undo.values import UNDO_WITHIN, Undoable
from bot.telegram.rights import Right, needs
from bot.telegram.screen import Screen, button, show
from bot.telegram.seller import looks
from bot.telegram.seller.asking import Does, seller_router
from bot.telegram.seller.desk_buttons import UndoAct
from bot.telegram.texts import Texts
from bot.telegram.toast import Toast

_OF_WORKS = (Undoable.PRICE, Undoable.HIDDEN, Undoable.DROPPED)


def router() -> Router:
    router = seller_router("undoing")
    router.callback_query.register(on_work, Does(UndoAct, *_OF_WORKS), flags=needs(Right.CATALOGUE))
    router.callback_query.register(on_work, Does(UndoAct, Undoable.WRITTEN_OFF), flags=needs(Right.STOCK))
    router.callback_query.register(on_place, Does(UndoAct, Undoable.PLACE_CLOSED), flags=needs(Right.SETTINGS))
    return router


def button_of(what: Undoable, subject: int, texts: Texts) -> InlineKeyboardButton:
    """↩️ with the time it is good for."""
    minutes = int(UNDO_WITHIN.total_seconds()) // 60
    return button(texts.plain("undo", minutes=minutes), UndoAct(act=what, subject=subject))


def under(screen: Screen, undo: InlineKeyboardButton | None) -> Screen:
    """The screen after the act, its undoing first."""
    return screen if undo is None else replace(screen, rows=((undo,), *screen.rows))


async def on_work(
    query: CallbackQuery,
    callback_data: UndoAct,
    shop: Shop,
    person: Person,
    texts: Texts,
    bot: Bot,
    toast: Toast,
    showcase_chat: int | str | None = None,
) -> None:
    """Raises TooLateToUndo, ChangedSince."""
    product = ProductId(callback_data.subject)
    await shop.undo.undo(Undoable(callback_data.act), product, person.id)
    await toast(texts.plain("undone"))
    if callback_data.act == Undoable.DROPPED:
        card = await shop.catalogue.card(product, texts.language, bot.id)
        await show(query, looks.preview(card, texts, showcase=showcase_chat is not None), shop.catalogue)
        return
    screen = await looks.work_screen(
        shop, product, texts, bot, showcase=showcase_chat is not None, head=texts("undone-line")
    )
    await show(query, screen, shop.catalogue)


async def on_place(
    query: CallbackQuery, callback_data: UndoAct, shop: Shop, person: Person, texts: Texts, clock: Clock, toast: Toast
) -> None:
    """Raises TooLateToUndo, ChangedSince."""
    from bot.telegram.seller.places import places

    await shop.undo.undo(Undoable.PLACE_CLOSED, callback_data.subject, person.id)
    await toast(texts.plain("undone"))
    await show(query, places(await shop.pickup.places(), texts, clock.now()), shop.catalogue)
