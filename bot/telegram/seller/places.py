"""Where are purchases collected? Points are listed, added, changed and closed in chat."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from zoneinfo import ZoneInfo

from aiogram import Bot, Router
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, Message

from bot.basics.clock import Clock
from bot.basics.ids import LocationId
from bot.shop.pickup.errors import NoSuchPlace
from bot.shop.pickup.values import Place
from bot.shop.shop import Shop
from bot.shop.undo.values import Undoable
from bot.telegram import opening, wording
from bot.telegram.buyer.order_words import paragraphs
from bot.telegram.rights import Right, needs
from bot.telegram.screen import Screen, button, grid, rows, show
from bot.telegram.seller import undoing
from bot.telegram.seller.asking import KEEP, Answers, Does, Selling, answered, answering, ask, seller_router
from bot.telegram.seller.callbacks import PlaceAct, SettingsOpen
from bot.telegram.seller.place_text import last_days, read_place, slots_written, written
from bot.telegram.seller.settings import DoesPart
from bot.telegram.showcase.look import named
from bot.telegram.texts import Html, Texts, joined

_SHOWN = 30


def router() -> Router:
    router = seller_router("places")
    settings = needs(Right.SETTINGS)
    router.callback_query.register(on_places, DoesPart("places"), flags=settings)
    router.callback_query.register(on_place, Does(PlaceAct, "open"), flags=settings)
    router.callback_query.register(on_add, Does(PlaceAct, "add"), flags=settings)
    router.callback_query.register(on_edit, Does(PlaceAct, "edit"), flags=settings)
    router.callback_query.register(on_contact, Does(PlaceAct, "contact"), flags=settings)
    router.callback_query.register(on_close, Does(PlaceAct, "close"), flags=settings)
    router.message.register(on_typed, Answers(Selling.place), flags=answering(Right.SETTINGS))
    return router


async def on_places(query: CallbackQuery, shop: Shop, texts: Texts, clock: Clock) -> None:
    await show(query, places(await shop.pickup.places(), texts, clock.now()), shop.catalogue)


async def on_place(
    query: CallbackQuery, callback_data: PlaceAct, shop: Shop, texts: Texts, clock: Clock, zone: ZoneInfo
) -> None:
    found = await shop.pickup.get(LocationId(callback_data.location))
    await show(query, place(found, texts, clock.now(), zone), shop.catalogue)


async def on_add(query: CallbackQuery, shop: Shop, texts: Texts, state: FSMContext) -> None:
    back = button(texts.plain("sell-back"), SettingsOpen(part="places"))
    await ask(query, state, shop, Selling.place, texts("sell-ask-place"), back)


async def on_edit(
    query: CallbackQuery,
    callback_data: PlaceAct,
    shop: Shop,
    texts: Texts,
    state: FSMContext,
    clock: Clock,
    zone: ZoneInfo,
) -> None:
    found = await shop.pickup.get(LocationId(callback_data.location))
    back = button(texts.plain("sell-back"), PlaceAct(location=found.id))
    today = clock.now().astimezone(zone).date()
    question = texts("sell-ask-place-anew", place=written(found, zone, today, texts.language))
    await ask(query, state, shop, Selling.place, question, back, location=found.id)


async def on_typed(
    message: Message, shop: Shop, texts: Texts, state: FSMContext, bot: Bot, clock: Clock, zone: ZoneInfo
) -> None:
    location = (await state.get_data()).get("location")
    old = await shop.pickup.get(LocationId(location)) if location is not None else None
    keep = (message.text or "").strip() in KEEP
    if old is None:
        typed = read_place(message.text or "", zone, clock.now().astimezone(zone).date())
        shown = await shop.pickup.get(await shop.pickup.add(typed))
    elif keep:
        shown = old
    else:
        typed = read_place(message.text or "", zone, clock.now().astimezone(zone).date())
        typed = replace(typed, needs_contact=old.needs_contact, how=old.how, texts=old.texts, bring_days=old.bring_days)
        await shop.pickup.change(old.id, typed)
        shown = await shop.pickup.get(old.id)
    await answered(bot, message.chat.id, state)
    await show(message, place(shown, texts, clock.now(), zone), shop.catalogue)


async def on_contact(
    query: CallbackQuery, callback_data: PlaceAct, shop: Shop, texts: Texts, clock: Clock, zone: ZoneInfo
) -> None:
    old = await shop.pickup.get(LocationId(callback_data.location))
    await shop.pickup.change(old.id, old.as_new(needs_contact=not old.needs_contact))
    await show(query, place(await shop.pickup.get(old.id), texts, clock.now(), zone), shop.catalogue)


async def on_close(query: CallbackQuery, callback_data: PlaceAct, shop: Shop, texts: Texts, clock: Clock) -> None:
    found = await shop.pickup.get(LocationId(callback_data.location))
    if not callback_data.sure:
        await show(query, close_question(found, texts), shop.catalogue)
        return
    if found.is_pickup:
        await shop.pickup.close(found.id)
    screen = places(await shop.pickup.places(), texts, clock.now())
    undo = undoing.button_of(Undoable.PLACE_CLOSED, found.id, texts)
    await show(query, undoing.under(screen, undo), shop.catalogue)


def places(found: Sequence[Place], texts: Texts, now: datetime) -> Screen:
    """📍 the points buyers can choose; closed ones and fairs that are over are left out."""
    offered = [each for each in found if each.offered(now)][:_SHOWN]
    buttons = [button(named("📍", each.told(texts.language).title), PlaceAct(location=each.id)) for each in offered]
    return Screen(
        texts("sell-places-head") if offered else texts("sell-places-none"),
        rows(
            *grid(buttons, 1),
            button(texts.plain("sell-place-add"), PlaceAct(act="add"), None if offered else "primary"),
            button(texts.plain("sell-back"), SettingsOpen()),
        ),
    )


def place(found: Place, texts: Texts, now: datetime, zone: ZoneInfo) -> Screen:
    """A point as buyers will see it, and what can be changed."""
    if not found.is_pickup:
        raise NoSuchPlace
    act = found.id
    contact = "sell-place-contact-off" if found.needs_contact else "sell-place-contact-on"
    return Screen(
        paragraphs(joined(seen(found, texts, now, zone)), texts("sell-place-note")),
        rows(
            (
                button(texts.plain("sell-edit"), PlaceAct(location=act, act="edit")),
                button(texts.plain("sell-place-set-hours"), PlaceAct(location=act, act="hours")),
            ),
            (
                button(texts.plain("sell-place-way"), PlaceAct(location=act, act="way")),
                button(texts.plain("sell-place-bring"), PlaceAct(location=act, act="bring")),
            ),
            button(texts.plain("sell-place-speak"), PlaceAct(location=act, act="tongues")),
            button(texts.plain(contact), PlaceAct(location=act, act="contact")),
            button(texts.plain("sell-place-close"), PlaceAct(location=act, act="close"), "danger"),
            button(texts.plain("sell-back"), SettingsOpen(part="places")),
        ),
    )


def seen(found: Place, texts: Texts, now: datetime, zone: ZoneInfo) -> list[Html]:
    """Title, address, way, hours, days, times, map, contact: what a buyer learns of a point, in the reader's words."""
    found = found.told(texts.language)
    today = now.astimezone(zone).date()
    days = last_days(found, zone)
    when = ""
    if days is not None:
        first, last = (wording.calendar_day(day, today, texts.language) for day in days)
        when = (
            texts("sell-place-day", day=first)
            if days[0] == days[1]
            else texts("sell-place-days", first=first, last=last)
        )
    return [
        texts("sell-place-title", title=found.title),
        texts("sell-place-address", address=found.address) if found.address else Html(""),
        texts("sell-place-found", how=found.how) if found.how else Html(""),
        *_hours(found, texts, now, zone),
        Html(when),
        texts("sell-place-slots", slots=slots_written(found.slots, texts.language)) if found.slots else Html(""),
        texts("sell-place-map") if found.lat is not None else Html(""),
        texts("sell-place-contact") if found.needs_contact else Html(""),
    ]


def _hours(found: Place, texts: Texts, now: datetime, zone: ZoneInfo) -> list[Html]:
    """The week, and how that reads today; hours that are only written say that they could be more."""
    if found.opening is None:
        return [
            texts("sell-place-hours", hours=found.hours) if found.hours else Html(""),
            texts("sell-place-hours-better") if found.active_to is None else Html(""),
        ]
    week = texts("sell-place-hours", hours=opening.week(found, texts, now, zone))
    if found.active_from is not None and found.active_from > now:
        return [week]
    return [week, texts("sell-place-hours-today", today=opening.today(found, texts, now, zone))]


def close_question(found: Place, texts: Texts) -> Screen:
    """Is it meant? Asked once."""
    return Screen(
        texts("sell-place-close-sure", title=found.title),
        rows(
            button(texts.plain("sell-place-close-yes"), PlaceAct(location=found.id, act="close", sure=True), "danger"),
            button(texts.plain("sell-back"), PlaceAct(location=found.id)),
        ),
    )
