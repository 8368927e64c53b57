"""What else does a seller say of a pickup point: how it is found, when a work is there, what it is called abroad?"""

import re
from datetime import datetime
from typing import Any, Final
from zoneinfo import ZoneInfo

from aiogram import Bot, Router
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, InlineKeyboardButton, Message

from bot.basics.clock import Clock
from bot.basics.ids import LocationId
from bot.basics.languages import LANGUAGES, Language
from bot.basics.typed import clean
from bot.shop.pickup.values import Place, PlaceText
from bot.shop.shop import Shop
from bot.telegram.buyer.home import LANGUAGE_NAMES
from bot.telegram.buyer.order_words import paragraphs
from bot.telegram.buyer.point_screens import days_said
from bot.telegram.rights import Right, needs
from bot.telegram.screen import Screen, button, rows, show
from bot.telegram.seller import places
from bot.telegram.seller.asking import KEEP, Answers, Does, Selling, answered, answering, ask, seller_router
from bot.telegram.seller.callbacks import PlaceAct
from bot.telegram.seller.errors import BringDaysNotUnderstood, PlaceIncomplete, PlaceTooLong
from bot.telegram.seller.place_text import TEXT_LIMIT, TITLE_LIMIT
from bot.telegram.texts import Texts, joined

NONE: Final = frozenset({"нет", "no", "none", "nie", "brak"})
MOST_DAYS: Final = 60
_DAYS: Final = re.compile(r"([0-9]{1,2})(?: ?[-–—] ?([0-9]{1,2}))?(?: ?[^\W\d_]+\.?)?")


def router() -> Router:
    router = seller_router("place_words")
    settings = needs(Right.SETTINGS)
    router.callback_query.register(on_way_asked, Does(PlaceAct, "way"), flags=settings)
    router.callback_query.register(on_days_asked, Does(PlaceAct, "bring"), flags=settings)
    router.callback_query.register(on_tongues, Does(PlaceAct, "tongues"), flags=settings)
    router.callback_query.register(on_tongue_asked, Does(PlaceAct, *LANGUAGES), flags=settings)
    router.message.register(on_way, Answers(Selling.place_way), flags=answering(Right.SETTINGS))
    router.message.register(on_days, Answers(Selling.place_days), flags=answering(Right.SETTINGS))
    router.message.register(on_tongue, Answers(Selling.place_tongue), flags=answering(Right.SETTINGS))
    return router


async def on_way_asked(
    query: CallbackQuery, callback_data: PlaceAct, shop: Shop, texts: Texts, state: FSMContext
) -> None:
    """🧭"""
    found = await shop.pickup.get(LocationId(callback_data.location))
    question = paragraphs(
        texts("sell-ask-place-way", title=found.title),
        texts("sell-place-now", words=found.how) if found.how else "",
    )
    await ask(query, state, shop, Selling.place_way, question, _back(found, texts), location=found.id)


async def on_days_asked(
    query: CallbackQuery, callback_data: PlaceAct, shop: Shop, texts: Texts, state: FSMContext
) -> None:
    """🚚"""
    found = await shop.pickup.get(LocationId(callback_data.location))
    question = paragraphs(
        texts("sell-ask-place-days", title=found.title), texts("sell-place-now", words=_brought(found, texts))
    )
    await ask(query, state, shop, Selling.place_days, question, _back(found, texts), location=found.id)


async def on_tongues(
    query: CallbackQuery, callback_data: PlaceAct, shop: Shop, texts: Texts, shop_language: Language
) -> None:
    """🌐"""
    await show(
        query, tongues(await shop.pickup.get(LocationId(callback_data.location)), texts, shop_language), shop.catalogue
    )


async def on_tongue_asked(
    query: CallbackQuery, callback_data: PlaceAct, shop: Shop, texts: Texts, state: FSMContext
) -> None:
    """One language: its words are typed in one message."""
    found = await shop.pickup.get(LocationId(callback_data.location))
    language = _language(callback_data.act)
    told = found.texts.get(language)
    question = paragraphs(
        texts("sell-ask-place-tongue", title=found.title, language=LANGUAGE_NAMES[language]),
        texts("sell-place-now-typed", words=_typed(told)) if told else "",
    )
    back = button(texts.plain("sell-back"), PlaceAct(location=found.id, act="tongues"))
    await ask(query, state, shop, Selling.place_tongue, question, back, location=found.id, language=language)


async def on_way(
    message: Message, shop: Shop, texts: Texts, state: FSMContext, bot: Bot, clock: Clock, zone: ZoneInfo
) -> None:
    """Raises PlaceTooLong."""
    found, said = await _asked(message, shop, state)
    if said is not None:
        if len(said) > TEXT_LIMIT:
            raise PlaceTooLong(text=said[:20], limit=TEXT_LIMIT)
        await shop.pickup.change(found.id, found.as_new(how=said))
    await _seen(message, found, shop, texts, state, bot, clock.now(), zone)


async def on_days(
    message: Message, shop: Shop, texts: Texts, state: FSMContext, bot: Bot, clock: Clock, zone: ZoneInfo
) -> None:
    """Raises BringDaysNotUnderstood."""
    found, said = await _asked(message, shop, state)
    if said is not None:
        await shop.pickup.change(found.id, found.as_new(bring_days=read_days(said)))
    await _seen(message, found, shop, texts, state, bot, clock.now(), zone)


async def on_tongue(
    message: Message, shop: Shop, texts: Texts, state: FSMContext, bot: Bot, shop_language: Language
) -> None:
    """Raises PlaceIncomplete, PlaceTooLong."""
    language = _language(str((await state.get_data())["language"]))
    found, said = await _asked(message, shop, state)
    if said is not None:
        others = {each: text for each, text in found.texts.items() if each != language}
        told = {language: read_tongue(said)} if said else {}
        await shop.pickup.change(found.id, found.as_new(texts=others | told))
        found = await shop.pickup.get(found.id)
    await answered(bot, message.chat.id, state)
    await show(message, tongues(found, texts, shop_language), shop.catalogue)


def read_days(text: str) -> tuple[int, int]:
    """`2–3`, `2`, `0` (it is always there): days at least and at most. Raises BringDaysNotUnderstood."""
    found = _DAYS.fullmatch(text)
    least = int(found[1]) if found else -1
    most = int(found[2]) if found and found[2] else least
    if not 0 <= least <= most <= MOST_DAYS:
        raise BringDaysNotUnderstood(text=text[:40], limit=MOST_DAYS)
    return least, most


def read_tongue(text: str) -> PlaceText:
    """`title; address; how it is found`, the last one may be missing. Raises PlaceIncomplete, PlaceTooLong."""
    parts = [part for part in (part.strip() for part in re.split(r"[;\n]", text)) if part]
    if len(parts) < 2 or not any(sign.isalnum() for sign in parts[0]):
        raise PlaceIncomplete
    title, address, how = parts[0], parts[1], "; ".join(parts[2:])
    for part, limit in ((title, TITLE_LIMIT), (address, TEXT_LIMIT), (how, TEXT_LIMIT)):
        if len(part) > limit:
            raise PlaceTooLong(text=part[:20], limit=limit)
    return PlaceText(title, address, how)


def tongues(found: Place, texts: Texts, shop_language: Language) -> Screen:
    """What a buyer reads in each language; what is not told there is told in the shop's own."""
    others = [language for language in LANGUAGES if language != shop_language]
    return Screen(
        paragraphs(
            texts("sell-place-tongues", title=found.title),
            *(
                joined(
                    [
                        texts("sell-place-tongue", language=LANGUAGE_NAMES[language]),
                        _typed(found.texts[language]) if language in found.texts else texts("sell-place-no-tongue"),
                    ]
                )
                for language in others
            ),
        ),
        rows(
            [button(f"🌐 {LANGUAGE_NAMES[each]}", PlaceAct(location=found.id, act=each)) for each in others],
            _back(found, texts),
        ),
    )


async def _asked(message: Message, shop: Shop, state: FSMContext) -> tuple[Place, str | None]:
    """The point in question, and what is said of it: None leaves it, an empty word takes it away."""
    kept: dict[str, Any] = await state.get_data()
    found = await shop.pickup.get(LocationId(kept["location"]))
    typed = clean(message.text or "").strip()
    if typed in KEEP:
        return found, None
    return found, "" if typed.casefold() in NONE else typed


async def _seen(
    message: Message,
    found: Place,
    shop: Shop,
    texts: Texts,
    state: FSMContext,
    bot: Bot,
    now: datetime,
    zone: ZoneInfo,
) -> None:
    await answered(bot, message.chat.id, state)
    await show(message, places.place(await shop.pickup.get(found.id), texts, now, zone), shop.catalogue)


def _typed(told: PlaceText) -> str:
    return "; ".join(part for part in (told.title, told.address, told.how) if part)


def _brought(found: Place, texts: Texts) -> str:
    least, most = found.bring_days
    return days_said(least, most, texts) if most else texts.plain("point-there")


def _language(code: str) -> Language:
    return next(each for each in LANGUAGES if each == code)


def _back(found: Place, texts: Texts) -> InlineKeyboardButton:
    return button(texts.plain("sell-back"), PlaceAct(location=found.id))
