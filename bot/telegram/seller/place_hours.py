"""When is a pickup point open? Its seller types it, sees how it was understood, and says that it is right."""

from dataclasses import replace
from datetime import datetime
from typing import Any, Final
from zoneinfo import ZoneInfo

from aiogram import Bot, Router
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, Message

from bot.basics import hours
from bot.basics.clock import Clock
from bot.basics.hours_typed import hours_written, read_hours
from bot.basics.hours_words import NotHours
from bot.basics.ids import LocationId
from bot.shop.pickup.values import Place
from bot.shop.shop import Shop
from bot.telegram import opening
from bot.telegram.buyer.order_words import paragraphs
from bot.telegram.rights import Right, needs
from bot.telegram.screen import Screen, button, rows, show, strip
from bot.telegram.seller import places
from bot.telegram.seller.asking import KEEP, Answers, Does, Selling, answered, answering, ask, seller_router
from bot.telegram.seller.callbacks import PlaceAct
from bot.telegram.seller.errors import HoursNotUnderstood
from bot.telegram.texts import Texts

_NONE: Final = frozenset({"нет", "no", "none", "nie", "brak"})


def router() -> Router:
    router = seller_router("place_hours")
    router.callback_query.register(on_hours, Does(PlaceAct, "hours"), flags=needs(Right.SETTINGS))
    router.callback_query.register(on_right, Does(PlaceAct, "hours_yes"), flags=answering(Right.SETTINGS))
    router.message.register(on_typed, Answers(Selling.place_hours), flags=answering(Right.SETTINGS))
    return router


async def on_hours(
    query: CallbackQuery,
    callback_data: PlaceAct,
    shop: Shop,
    texts: Texts,
    state: FSMContext,
    clock: Clock,
    zone: ZoneInfo,
) -> None:
    found = await shop.pickup.get(LocationId(callback_data.location))
    now = opening.week(found, texts, clock.now(), zone)
    question = paragraphs(
        texts("sell-ask-hours", title=found.title), texts("sell-ask-hours-now", hours=now) if now else ""
    )
    back = button(texts.plain("sell-back"), PlaceAct(location=found.id))
    await ask(query, state, shop, Selling.place_hours, question, back, location=found.id)


async def on_typed(
    message: Message, shop: Shop, texts: Texts, state: FSMContext, bot: Bot, clock: Clock, zone: ZoneInfo
) -> None:
    """What was understood, to be looked at; `-` leaves the hours, `нет` takes them away. Raises HoursNotUnderstood."""
    asked: dict[str, Any] = await state.get_data()
    found = await shop.pickup.get(LocationId(asked["location"]))
    typed, now = (message.text or "").strip(), clock.now()
    if typed in KEEP or typed.casefold() in _NONE:
        if typed not in KEEP:
            await shop.pickup.change(found.id, found.as_new(opening=None, hours=""))
            found = await shop.pickup.get(found.id)
        await answered(bot, message.chat.id, state)
        await show(message, places.place(found, texts, now, zone), shop.catalogue)
        return
    try:
        understood = read_hours(typed, now.astimezone(zone).date())
    except NotHours as unread:
        raise HoursNotUnderstood(text=unread.part) from unread
    if asked.get("message") is not None:
        await strip(bot, message.chat.id, int(asked["message"]))
    shown = await show(message, understood_so(found, understood, texts, now, zone), shop.catalogue)
    await state.set_data({"location": found.id, "hours": hours.kept(understood), "message": shown})


async def on_right(
    query: CallbackQuery,
    callback_data: PlaceAct,
    shop: Shop,
    texts: Texts,
    state: FSMContext,
    clock: Clock,
    zone: ZoneInfo,
) -> None:
    """✅: what was shown is kept. An old button shows the point as it is."""
    asked: dict[str, Any] = await state.get_data()
    found = await shop.pickup.get(LocationId(callback_data.location))
    understood = hours.from_kept(asked.get("hours")) if asked.get("location") == found.id else None
    await state.clear()
    if understood is not None:
        await shop.pickup.change(found.id, found.as_new(opening=understood, hours=""))
        found = await shop.pickup.get(found.id)
    await show(query, places.place(found, texts, clock.now(), zone), shop.catalogue)


def understood_so(found: Place, understood: hours.Hours, texts: Texts, now: datetime, zone: ZoneInfo) -> Screen:
    """The week as it will be kept, and what a buyer would read now."""
    as_it_would_be = replace(found, opening=understood)
    return Screen(
        paragraphs(
            texts(
                "sell-hours-understood",
                title=found.title,
                hours=hours_written(understood, now.astimezone(zone).date(), texts.language),
            ),
            texts("sell-place-hours-today", today=opening.today(as_it_would_be, texts, now, zone)),
            texts("sell-hours-right"),
        ),
        rows(
            button(texts.plain("sell-hours-yes"), PlaceAct(location=found.id, act="hours_yes"), "primary"),
            button(texts.plain("sell-hours-no"), PlaceAct(location=found.id, act="hours")),
            button(texts.plain("sell-back"), PlaceAct(location=found.id)),
        ),
    )
