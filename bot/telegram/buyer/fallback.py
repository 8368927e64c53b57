"""What happens to words nobody asked for, and to buttons nobody knows any more?"""

from typing import Final

from aiogram import Router
from aiogram.types import CallbackQuery, Message

from bot.shop.customers.values import Person
from bot.shop.shop import Shop
from bot.telegram.buyer import home
from bot.telegram.buyer.questions import screen_router
from bot.telegram.rights import Right, Role, needs
from bot.telegram.screen import show
from bot.telegram.texts import Texts
from bot.telegram.toast import Toast

_SAID: Final = frozenset(
    {
        "text", "photo", "video", "animation", "audio", "document", "sticker", "voice", "video_note", "contact",
        "location", "venue", "poll", "dice", "story", "game", "paid_media",
    }
)  # fmt: skip
"""Kinds of messages that a person sends; the others are notes of Telegram itself, such as a pinned message."""


def router() -> Router:
    """The last one: it takes what all others have left."""
    made = screen_router("fallback")
    made.message.register(on_anything, flags=needs(Right.BUY))
    made.callback_query.register(on_stale_button, flags=needs(Right.BUY))
    return made


async def on_anything(message: Message, shop: Shop, person: Person, role: Role, texts: Texts) -> None:
    """Words, a picture, a voice: one line, and the home screen to go on from. Telegram's own notes are let be."""
    if message.content_type not in _SAID:
        return
    note = texts("not-understood" if message.text else "not-understood-kind")
    await show(message, await home.screen(shop, person, role, texts, note), shop.catalogue)


async def on_stale_button(
    query: CallbackQuery, shop: Shop, person: Person, role: Role, texts: Texts, toast: Toast
) -> None:
    """An old or a forged button: a fresh screen in its place."""
    await toast(texts.plain("button-stale"))
    await show(query, await home.screen(shop, person, role, texts), shop.catalogue)
