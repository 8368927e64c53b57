"""A piece was sold here and elsewhere: who gets it? Three ways out, each of them once."""

from collections.abc import Awaitable
from datetime import datetime
from zoneinfo import ZoneInfo

from aiogram import Router
from aiogram.types import CallbackQuery

from bot.basics.clock import Clock
from bot.basics.ids import OrderId
from bot.shop.conflicts.errors import ConflictChanged, ConflictOver
from bot.shop.customers.values import Person
from bot.shop.shop import Shop
from bot.telegram.refusals import words
from bot.telegram.rights import Right, needs
from bot.telegram.screen import show
from bot.telegram.seller import conflict_looks
from bot.telegram.seller.asking import Does, seller_router
from bot.telegram.seller.desk_buttons import ConflictAct, ConflictOpen
from bot.telegram.texts import Texts
from bot.telegram.toast import Toast


def router() -> Router:
    router = seller_router("conflicts")
    stock, money = needs(Right.STOCK), needs(Right.MONEY)
    router.callback_query.register(on_conflict, Does(ConflictOpen), flags=needs(Right.VIEW))
    router.callback_query.register(on_have_more, Does(ConflictAct, "more"), flags=stock)
    router.callback_query.register(on_cancel_there, Does(ConflictAct, "there"), flags=stock)
    router.callback_query.register(on_refund_here, Does(ConflictAct, "back"), flags=money)
    return router


async def on_conflict(
    query: CallbackQuery, callback_data: ConflictOpen, shop: Shop, texts: Texts, clock: Clock, zone: ZoneInfo
) -> None:
    await _show(query, callback_data.conflict, shop, texts, clock.now(), zone)


async def on_have_more(
    query: CallbackQuery,
    callback_data: ConflictAct,
    shop: Shop,
    person: Person,
    texts: Texts,
    toast: Toast,
    clock: Clock,
    zone: ZoneInfo,
) -> None:
    """✅ there are so many more than the books say."""
    asked = callback_data
    done = shop.conflicts.have_more(asked.conflict, asked.n, asked.seen, person.id)
    await _decide(query, asked, done, shop, texts, toast, clock.now(), zone)


async def on_cancel_there(
    query: CallbackQuery,
    callback_data: ConflictAct,
    shop: Shop,
    person: Person,
    texts: Texts,
    toast: Toast,
    clock: Clock,
    zone: ZoneInfo,
) -> None:
    """↩️ the sale elsewhere does not stand."""
    done = shop.conflicts.cancel_there(callback_data.n, callback_data.seen, person.id)
    await _decide(query, callback_data, done, shop, texts, toast, clock.now(), zone)


async def on_refund_here(
    query: CallbackQuery,
    callback_data: ConflictAct,
    shop: Shop,
    person: Person,
    texts: Texts,
    toast: Toast,
    clock: Clock,
    zone: ZoneInfo,
) -> None:
    """💸 the buyer here gives way; asked once."""
    asked = callback_data
    if not asked.sure:
        case = await shop.conflicts.case(asked.conflict, texts.language)
        chosen = next((each for each in case.orders if each.order == asked.n and not each.sent), None)
        if chosen is not None:
            await show(query, conflict_looks.sure(case, chosen, texts), shop.catalogue)
            return
    done = shop.conflicts.refund_here(asked.conflict, OrderId(asked.n), person.id)
    await _decide(query, asked, done, shop, texts, toast, clock.now(), zone)


async def _decide(
    query: CallbackQuery,
    asked: ConflictAct,
    deciding: Awaitable[object],
    shop: Shop,
    texts: Texts,
    toast: Toast,
    now: datetime,
    zone: ZoneInfo,
) -> None:
    """The card as it is then; whoever comes second is told so."""
    try:
        await deciding
    except (ConflictOver, ConflictChanged) as refusal:
        await toast(words(refusal, texts), alert=True)
    await _show(query, asked.conflict, shop, texts, now, zone)


async def _show(query: CallbackQuery, conflict: int, shop: Shop, texts: Texts, now: datetime, zone: ZoneInfo) -> None:
    case = await shop.conflicts.case(conflict, texts.language)
    await show(query, conflict_looks.card(case, texts, now, zone), shop.catalogue)
