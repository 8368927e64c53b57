"""Where does a buyer read what to do now, who sells, how to ask about a payment, and how to be left in peace?"""

from typing import Final
from zoneinfo import ZoneInfo

from aiogram import Bot, Router
from aiogram.filters import Command
from aiogram.types import CallbackQuery, InlineKeyboardButton, Message

from bot.basics.clock import Clock
from bot.shop.customers.values import Person
from bot.shop.policies.values import Policies
from bot.shop.shop import Shop
from bot.telegram.buyer import buttons, guide, privacy
from bot.telegram.buyer.callbacks import InfoOpen
from bot.telegram.buyer.limits import cut
from bot.telegram.buyer.order_words import paragraphs
from bot.telegram.buyer.questions import screen_router
from bot.telegram.rights import Right, needs
from bot.telegram.screen import Screen, button, grid, rows, show
from bot.telegram.texts import Html, Texts, joined

_TOPICS = ("help", "privacy", "terms", "paysupport")
MARKETING: Final = "marketing"
_STOP_VERSION: Final = 1


def router() -> Router:
    made = screen_router("info")
    made.message.register(on_help, Command("help"), flags=needs(Right.BUY))
    made.message.register(on_terms, Command("terms"), flags=needs(Right.BUY))
    made.message.register(on_paysupport, Command("paysupport"), flags=needs(Right.BUY))
    made.message.register(on_stop, Command("stop"), flags=needs(Right.BUY))
    made.callback_query.register(on_info, InfoOpen.filter(), flags=needs(Right.BUY))
    return made


# -- views ---------------------------------------------------------------------------------------------------------


def info(topic: str, policies: Policies, owners: frozenset[int], texts: Texts) -> Screen:
    """Terms, or whom to ask about a payment."""
    if topic == "terms":
        text = terms(policies, texts)
    else:
        text = texts("paysupport", seller=privacy.seller_words(policies, owners, texts))
    return Screen(text, rows(*grid(pages(topic, texts), 2), buttons.home(texts)))


def pages(topic: str, texts: Texts) -> list[InlineKeyboardButton]:
    """The other pages."""
    return [button(texts.plain(f"info-{other}"), InfoOpen(topic=other)) for other in _TOPICS if other != topic]


def terms(policies: Policies, texts: Texts) -> Html:
    """Who sells and on which terms, as far as the seller has said it."""
    if not policies.terms_filled:
        return texts("terms-missing", shop=cut(policies.shop_name, 100))
    inn = texts("terms-inn", inn=cut(policies.seller_inn, 20)) if policies.seller_inn else ""
    who = joined([texts("terms-seller", seller=cut(policies.seller_name, 200)), inn])
    return paragraphs(texts("terms-title"), who, texts("terms-where", url=cut(policies.terms_url, 300)))


# -- what people do ------------------------------------------------------------------------------------------------


async def on_help(
    message: Message, shop: Shop, person: Person, texts: Texts, bot: Bot, clock: Clock, zone: ZoneInfo
) -> None:
    await show(message, await _help(shop, person, texts, bot, clock, zone), shop.catalogue)


async def _help(shop: Shop, person: Person, texts: Texts, bot: Bot, clock: Clock, zone: ZoneInfo) -> Screen:
    username = (await bot.me()).username or ""
    return await guide.screen(shop, person, texts, clock.now(), zone, pages("help", texts), username)


async def on_terms(message: Message, shop: Shop, texts: Texts, owners: frozenset[int]) -> None:
    await show(message, info("terms", await shop.policies.now(), owners, texts), shop.catalogue)


async def on_paysupport(message: Message, shop: Shop, texts: Texts, owners: frozenset[int]) -> None:
    await show(message, info("paysupport", await shop.policies.now(), owners, texts), shop.catalogue)


async def on_stop(message: Message, shop: Shop, person: Person, texts: Texts) -> None:
    """/stop: noted for good, whatever is sent later; what is owed about orders still comes."""
    await shop.consents.decide(person.id, MARKETING, granted=False, version=_STOP_VERSION, text_key="stop")
    await show(message, Screen(texts("stop"), rows(buttons.home(texts))), shop.catalogue)


async def on_info(
    query: CallbackQuery,
    callback_data: InfoOpen,
    shop: Shop,
    person: Person,
    texts: Texts,
    owners: frozenset[int],
    bot: Bot,
    clock: Clock,
    zone: ZoneInfo,
) -> None:
    """ℹ️; help for a page that there is not."""
    match callback_data.topic:
        case "privacy":
            opened = await privacy.screen(shop, person, owners, texts)
        case "terms" | "paysupport":
            opened = info(callback_data.topic, await shop.policies.now(), owners, texts)
        case _:
            opened = await _help(shop, person, texts, bot, clock, zone)
    await show(query, opened, shop.catalogue)
