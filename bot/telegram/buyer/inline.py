"""What does `@bot words` show in any chat, and how does a work get from there into the shop?"""

import re
from typing import Final

from aiogram import Bot, Router
from aiogram.filters import Filter
from aiogram.types import (
    InlineKeyboardMarkup,
    InlineQuery,
    InlineQueryResultArticle,
    InlineQueryResultCachedPhoto,
    InputTextMessageContent,
    Message,
)

from bot.basics.ids import ProductId
from bot.shop.catalogue.values import Card
from bot.shop.search.values import Spot
from bot.shop.shop import Shop
from bot.telegram import wording
from bot.telegram.buyer import product_card
from bot.telegram.buyer.callbacks import MAX_ID
from bot.telegram.buyer.limits import cut
from bot.telegram.rights import Right, needs
from bot.telegram.screen import link
from bot.telegram.texts import Html, Texts, joined

PAGE: Final = 50
"""Bot API, answerInlineQuery: no more at once."""
_FRESH_S: Final = 5
"""Prices and works change; Telegram remembers an answer for five minutes unless told otherwise."""
_OFFSET: Final = re.compile(r"(\d)\.(\d{1,19})")

Result = InlineQueryResultCachedPhoto | InlineQueryResultArticle


def router() -> Router:
    """Inline queries, and what was picked from them in the chat with the bot itself."""
    made = Router(name="inline")
    made.inline_query.register(on_query, flags=needs(Right.BUY))
    made.message.register(on_own, ViaUs(), flags=needs(Right.BUY))
    return made


class ViaUs(Filter):
    """A message that the person has sent by way of this bot."""

    async def __call__(self, message: Message, bot: Bot) -> bool:
        return message.via_bot is not None and message.via_bot.id == bot.id


async def on_own(_message: Message) -> None:
    """Our own card, shared into our own chat: it is no photo of a new work and nothing to look for."""


async def on_query(query: InlineQuery, shop: Shop, texts: Texts, bot: Bot) -> None:
    """Works that fit what is typed; the newest where nothing is. Pages go on from the last one."""
    cards, following = await shop.search.glance(query.query, texts.language, PAGE, bot.id, _spot(query.offset))
    home = f"https://t.me/{(await bot.me()).username}"
    await query.answer(
        [result(card, home, texts) for card in cards],
        cache_time=_FRESH_S,
        is_personal=True,
        next_offset=f"{following.tier}.{following.product}" if following else "",
    )


def result(work: Card, home: str, texts: Texts) -> Result:
    """A card to send: with its photo where Telegram knows it, else in words."""
    price = wording.money(work.price.minor, work.price.currency, texts.language)
    about = product_card.about(work, texts)
    said = text(work, texts)
    way_in = InlineKeyboardMarkup(
        inline_keyboard=[[link(texts.plain("inline-open"), f"{home}?start=p_{work.product}-s_inline")]]
    )
    head, line = cut(work.title, 100), " · ".join(part for part in (price, about) if part)
    photo = work.photos[0].file_id if work.photos else None
    if photo is not None:
        return InlineQueryResultCachedPhoto(
            id=str(work.product),
            photo_file_id=photo,
            title=head,
            description=line,
            caption=said,
            parse_mode="HTML",
            reply_markup=way_in,
        )
    return InlineQueryResultArticle(
        id=str(work.product),
        title=head,
        description=line,
        input_message_content=InputTextMessageContent(message_text=said, parse_mode="HTML"),
        reply_markup=way_in,
    )


def text(work: Card, texts: Texts) -> Html:
    """What stays true in a chat that nobody will bring up to date: no count of pieces."""
    return joined(
        [
            texts("card-title", title=cut(work.title, 200)),
            product_card.about(work, texts),
            product_card.price(work, texts),
        ]
    )


def _spot(offset: str) -> Spot | None:
    found = _OFFSET.fullmatch(offset) if offset.isascii() else None
    return Spot(int(found[1]), ProductId(int(found[2]))) if found and int(found[2]) <= MAX_ID else None
