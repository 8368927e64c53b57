"""Where does a buyer read how this works, what is kept, who sells, and how to ask about a payment?"""

from aiogram import Router
from aiogram.filters import Command
from aiogram.types import CallbackQuery, Message

from bot.shop.policies.values import Policies
from bot.shop.shop import Shop
from bot.telegram.buyer import buttons
from bot.telegram.buyer.callbacks import InfoOpen
from bot.telegram.buyer.limits import cut
from bot.telegram.buyer.order_words import paragraphs
from bot.telegram.buyer.questions import screen_router
from bot.telegram.rights import Right, needs
from bot.telegram.screen import Screen, button, rows, show
from bot.telegram.texts import Html, Texts, escaped, joined

_TOPICS = ("help", "privacy", "terms", "paysupport")


def router() -> Router:
    made = screen_router("info")
    made.message.register(on_help, Command("help"), flags=needs(Right.BUY))
    made.message.register(on_privacy, Command("privacy"), flags=needs(Right.BUY))
    made.message.register(on_terms, Command("terms"), flags=needs(Right.BUY))
    made.message.register(on_paysupport, Command("paysupport"), flags=needs(Right.BUY))
    made.message.register(on_stop, Command("stop"), flags=needs(Right.BUY))
    made.callback_query.register(on_info, InfoOpen.filter(), flags=needs(Right.BUY))
    return made


# -- views ---------------------------------------------------------------------------------------------------------


def info(topic: str, policies: Policies, owners: frozenset[int], texts: Texts) -> Screen:
    """One page of what has to be said; help for a topic that there is not."""
    match topic:
        case "privacy":
            text = texts("privacy", seller=_seller(policies, owners, texts))
        case "terms":
            text = terms(policies, texts)
        case "paysupport":
            text = texts("paysupport", seller=_seller(policies, owners, texts))
        case _:
            text = texts("help")
    others = [
        button(texts.plain(f"info-{other}"), InfoOpen(topic=other))
        for other in _TOPICS
        if other != (topic if topic in _TOPICS else "help")
    ]
    return Screen(text, rows(others[:2], others[2:], buttons.home(texts)))


def terms(policies: Policies, texts: Texts) -> Html:
    """Who sells and on which terms, as far as the seller has said it."""
    if not policies.terms_filled:
        return texts("terms-missing", shop=cut(policies.shop_name, 100))
    inn = texts("terms-inn", inn=cut(policies.seller_inn, 20)) if policies.seller_inn else ""
    who = joined([texts("terms-seller", seller=cut(policies.seller_name, 200)), inn])
    return paragraphs(texts("terms-title"), who, texts("terms-where", url=cut(policies.terms_url, 300)))


def _seller(policies: Policies, owners: frozenset[int], texts: Texts) -> Html:
    """The seller by name, and by a link to their chat where there is somebody to write to."""
    name = cut(policies.seller_name or policies.shop_name, 100)
    return texts("seller-link", id=str(min(owners)), name=name) if owners else escaped(name)


# -- what people do ------------------------------------------------------------------------------------------------


async def on_help(message: Message, shop: Shop, texts: Texts, owners: frozenset[int]) -> None:
    await show(message, info("help", await shop.policies.now(), owners, texts), shop.catalogue)


async def on_privacy(message: Message, shop: Shop, texts: Texts, owners: frozenset[int]) -> None:
    await show(message, info("privacy", await shop.policies.now(), owners, texts), shop.catalogue)


async def on_terms(message: Message, shop: Shop, texts: Texts, owners: frozenset[int]) -> None:
    await show(message, info("terms", await shop.policies.now(), owners, texts), shop.catalogue)


async def on_paysupport(message: Message, shop: Shop, texts: Texts, owners: frozenset[int]) -> None:
    await show(message, info("paysupport", await shop.policies.now(), owners, texts), shop.catalogue)


async def on_stop(message: Message, shop: Shop, texts: Texts) -> None:
    """/stop: there is nothing to unsubscribe from, and it says how to hear nothing at all."""
    await show(message, Screen(texts("stop"), rows(buttons.home(texts))), shop.catalogue)


async def on_info(
    query: CallbackQuery, callback_data: InfoOpen, shop: Shop, texts: Texts, owners: frozenset[int]
) -> None:
    """ℹ️"""
    await show(query, info(callback_data.topic, await shop.policies.now(), owners, texts), shop.catalogue)
