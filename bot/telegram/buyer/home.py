"""What does the door look like: /start, deep links, the home screen and the choice of a language?"""

import re
from dataclasses import replace
from typing import Final
from zoneinfo import ZoneInfo

from aiogram import Bot, Router
from aiogram.filters import Command
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, Message

from bot.basics.clock import Clock
from bot.basics.ids import ProductId
from bot.basics.languages import LANGUAGES, Language, is_language
from bot.basics.visiting import Visit, visit
from bot.shop.browsing.values import Front
from bot.shop.catalogue.errors import NoSuchWork
from bot.shop.conversations.values import About
from bot.shop.customers.values import Person
from bot.shop.orders.errors import NoSuchOrder
from bot.shop.pickup.values import Place
from bot.shop.shop import Shop
from bot.shop.staff.errors import InvitationOver
from bot.telegram import refusals
from bot.telegram.buyer import buttons, commands, from_post, my_orders, product_card, shelf_buttons, talk, wish_buttons
from bot.telegram.buyer.callbacks import MAX_ID, HomeOpen, InfoOpen, LanguageChosen
from bot.telegram.buyer.limits import cut
from bot.telegram.buyer.order_words import paragraphs
from bot.telegram.buyer.questions import screen_router
from bot.telegram.rights import Right, Role, needs
from bot.telegram.screen import Screen, button, grid, rows, show
from bot.telegram.seller.callbacks import DeskOpen
from bot.telegram.texts import Html, Texts

LANGUAGE_NAMES: Final[dict[Language, str]] = {"ru": "Русский", "en": "English", "pl": "Polski"}
_PAYLOAD: Final = re.compile(r"(?P<kind>[a-z])_(?P<rest>[A-Za-z0-9]+)(?:-s_(?P<source>[a-z0-9]+))?")
_LONGEST_PAYLOAD: Final = 64
"""The source in a link of a work that is gone: one like it is wanted."""


def router() -> Router:
    made = screen_router("home")
    made.message.middleware(product_card.PlacesKnown())
    made.message.register(on_start, Command("start"), flags=needs(Right.BUY))
    made.message.register(on_language, Command("language"), flags=needs(Right.BUY))
    made.callback_query.register(on_home, HomeOpen.filter(), flags=needs(Right.BUY))
    made.callback_query.register(on_language_chosen, LanguageChosen.filter(), flags=needs(Right.BUY))
    return made


# -- views ---------------------------------------------------------------------------------------------------------


def front(shop_name: str, pieces: int, there: Front, texts: Texts, *, seller: bool, note: Html | str = "") -> Screen:
    """The home screen; `note`: one line about what has just happened."""
    return Screen(
        paragraphs(note, texts("home", shop=cut(shop_name, 100))),
        rows(
            buttons.catalogue(texts, "primary"),
            *grid(shelf_buttons.special(there, texts), 2),
            *shelf_buttons.ranges(there, texts),
            buttons.search(texts),
            (buttons.cart(texts, pieces), buttons.orders(texts)),
            wish_buttons.favourites(texts),
            (
                button(texts.plain("to-languages"), LanguageChosen()),
                button(texts.plain("to-help"), InfoOpen(topic="help")),
            ),
            button(texts.plain("to-desk"), DeskOpen()) if seller else None,
        ),
    )


def languages(texts: Texts) -> Screen:
    """Each language by its own name."""
    choices = [button(f"🌐 {LANGUAGE_NAMES[code]}", LanguageChosen(code=code)) for code in LANGUAGES]
    return Screen(texts("languages"), rows(choices, buttons.home(texts)))


# -- what people do ------------------------------------------------------------------------------------------------


async def screen(shop: Shop, person: Person, role: Role, texts: Texts, note: Html | str = "") -> Screen:
    """The home screen of this person as it is now."""
    policies = await shop.policies.now()
    pieces = sum(item.quantity for item in await shop.cart.items(person.id))
    there = await shop.browsing.front()
    looks = shelf_buttons.looks_of(person)
    if looks.filtered:  # whoever comes to the door sees everything again
        await shop.browsing.choose(person.id, replace(looks, band=None, free_only=False))
    return front(policies.shop_name, pieces, there, texts, seller=role is not Role.BUYER, note=note)


async def on_start(
    message: Message,
    shop: Shop,
    person: Person,
    role: Role,
    texts: Texts,
    bot: Bot,
    clock: Clock,
    zone: ZoneInfo,
    state: FSMContext,
    all_texts: dict[Language, Texts],
    shop_language: Language,
    places: tuple[Place, ...] = (),
) -> None:
    """START, or a deep link: a work, a category, an order of one's own, a recommendation, an invitation to work here.

    Anything else is the home screen and a line that says why.
    """
    payload = (message.text or "").partition(" ")[2].strip()
    link = _PAYLOAD.fullmatch(payload) if len(payload) <= _LONGEST_PAYLOAD else None
    opened: Screen | None = None
    note: Html | str | None = None
    recommender = await shop.customers.recommender(link["rest"]) if link is not None and link["kind"] == "r" else None
    if link is not None and (link["source"] or recommender):
        await shop.customers.note_visit(person.id, link["source"], recommender)
        visit.set(Visit(link["source"] or person.source, staff=role is not Role.BUYER))
    work: ProductId | None = None
    if link is not None:
        try:
            match link["kind"]:
                case "p":
                    work = ProductId(_number(link["rest"]))
                    opened = await from_post.work(
                        shop, work, link["source"], person, texts, bot.id, places, clock.now(), zone
                    )
                case "c" if link["rest"].isascii() and link["rest"].isdigit():
                    opened = await from_post.category(shop, min(int(link["rest"]), MAX_ID), person, texts)
                case "o":
                    opened = await my_orders.by_token(shop, link["rest"], person, texts, clock.now(), zone)
                case "r" if recommender is not None:
                    note = ""
                case "h" if role is Role.BUYER:
                    note = texts("link-for-sellers")
                case "j" if role is Role.OWNER:
                    note = texts("staff-owner")
                case "j":
                    role, note = await _joined(shop, link["rest"], person, bot, texts, all_texts, shop_language)
        except (NoSuchWork, NoSuchOrder):
            opened, work = None, None
        except InvitationOver as over:
            note = refusals.words(over, texts)
    if opened is None:
        if note is None:
            note = texts("link-unknown") if payload else ""
        opened = await screen(shop, person, role, texts, note)
    await show(message, opened, shop.catalogue)
    if work is not None and link is not None and await from_post.asks_for_like(shop, work, link["source"], person):
        about = About(product=work, like=True)
        await talk.begin(bot, message.chat.id, about, shop, person, texts, state, clock.now())


async def _joined(
    shop: Shop,
    token: str,
    person: Person,
    bot: Bot,
    texts: Texts,
    all_texts: dict[Language, Texts],
    shop_language: Language,
) -> tuple[Role, Html]:
    """What the person works here as from now on, and the words for it. Raises InvitationOver."""
    member = await shop.staff.join(token, person.id)
    role = Role(member.value)
    await commands.set_menu(bot, person.platform_id, role, all_texts, shop_language)
    name = (await shop.policies.now()).shop_name
    return role, texts("staff-welcome", shop=name, role=texts.plain(f"staff-{member}"))


def _number(digits: str) -> int:
    """The number in a link; 0, which nothing has, for anything that is none."""
    number = int(digits) if digits.isascii() and digits.isdigit() else 0
    return number if number <= MAX_ID else 0


async def on_home(query: CallbackQuery, shop: Shop, person: Person, role: Role, texts: Texts) -> None:
    await show(query, await screen(shop, person, role, texts), shop.catalogue)


async def on_language(message: Message, shop: Shop, texts: Texts) -> None:
    await show(message, languages(texts), shop.catalogue)


async def on_language_chosen(
    query: CallbackQuery,
    callback_data: LanguageChosen,
    shop: Shop,
    person: Person,
    role: Role,
    texts: Texts,
    all_texts: dict[Language, Texts],
) -> None:
    """🌐: which ones there are, or from now on this one."""
    if not is_language(callback_data.code):
        await show(query, languages(texts), shop.catalogue)
        return
    await shop.customers.choose_language(person.id, callback_data.code)
    texts = all_texts[callback_data.code]
    await show(query, await screen(shop, person, role, texts, texts("language-chosen")), shop.catalogue)
