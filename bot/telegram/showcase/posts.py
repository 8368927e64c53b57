"""What does the post of a work show, and how is it kept true? A post is a pure function of the state."""

import hashlib
from typing import Final

import structlog
from aiogram import Bot
from aiogram.exceptions import TelegramBadRequest
from aiogram.types import BufferedInputFile, InputMediaPhoto

from bot.basics.ids import ProductId, VariantId
from bot.shop.catalogue.values import Visibility
from bot.shop.shop import Shop
from bot.shop.showcase.values import Post, Window
from bot.telegram.screen import Screen, link, rows, send
from bot.telegram.showcase.look import described, left, with_description
from bot.telegram.texts import Texts, joined

log = structlog.get_logger(__name__)

_GONE: Final = ("message to edit not found", "message_id_invalid", "message can't be edited")


def post(window: Window, texts: Texts, bot_username: str) -> Screen:
    """Photo, title, facts, price, what is left, and one button into the bot; in the shop's language."""
    card = window.card
    shown = card.visibility is Visibility.LISTED
    state = left(card, window.availability, texts) if shown else texts("post-withdrawn")
    can_return = shown and (window.availability.available > 0 or window.availability.reserved > 0)
    home = f"https://t.me/{bot_username}"
    if can_return:
        way_in = link(texts.plain("post-buy"), f"{home}?start=p_{card.product}", "primary")
    elif card.category is not None:
        way_in = link(texts.plain("post-similar"), f"{home}?start=c_{card.category}")
    else:
        way_in = link(texts.plain("post-catalogue"), home)
    text = with_description(joined([described(card, texts), state]), card)
    return Screen(text, rows(way_in), card.photos[0] if card.photos else None)


def digest(screen: Screen) -> str:
    """Equal digests, equal posts. The part before the dot is the photo alone: without a new one a caption is edited."""
    seen = "\n".join([screen.text, *(f"{button.text} {button.url}" for row in screen.rows for button in row)])
    return f"{screen.photo.id if screen.photo else 0}.{hashlib.sha256(seen.encode()).hexdigest()[:32]}"


async def publish(bot: Bot, shop: Shop, product: ProductId, chat: int | str, texts: Texts, bot_username: str) -> None:
    """Post a work that has no post yet; else bring its post up to date. Raises what Telegram raises."""
    window = await shop.showcase.window(product, texts.language, bot.id)
    if window.post is not None:
        await _bring_up_to_date(bot, shop, window, window.post, texts, bot_username)
        return
    if window.card.visibility is not Visibility.LISTED:
        return
    number = chat if isinstance(chat, int) else (await bot.get_chat(chat)).id
    screen = post(window, texts, bot_username)
    message = await send(bot, number, screen, shop.catalogue)
    await shop.showcase.posted(product, Post(number, message, digest(screen)))


async def refresh(bot: Bot, shop: Shop, variant: VariantId, texts: Texts, bot_username: str) -> None:
    """One edit if the post of this variant no longer shows the truth; nothing if it does, or if there is none.

    Raises what Telegram raises, but not for a post that somebody has deleted: that one is left alone from then on.
    """
    product = await shop.showcase.posted_product(variant)
    if product is None:
        return
    window = await shop.showcase.window(product, texts.language, bot.id)
    if window.post is not None:
        await _bring_up_to_date(bot, shop, window, window.post, texts, bot_username)


async def _bring_up_to_date(bot: Bot, shop: Shop, window: Window, known: Post, texts: Texts, bot_username: str) -> None:
    screen = post(window, texts, bot_username)
    now = digest(screen)
    if now == known.digest:
        return
    try:
        await _edit(bot, shop, known, screen)
    except TelegramBadRequest as refusal:
        reason = refusal.message.lower()
        if any(gone in reason for gone in _GONE):
            log.info("post_gone", product=window.card.product, message=known.message)
            await shop.showcase.gone(window.card.product)
            return
        if "message is not modified" not in reason:
            raise
    await shop.showcase.posted(window.card.product, Post(known.chat, known.message, now))


async def _edit(bot: Bot, shop: Shop, known: Post, screen: Screen) -> None:
    """The caption alone unless the photo is another one: an upload for every change of a number would be waste."""
    chat, message, markup, photo = known.chat, known.message, screen.markup, screen.photo
    if photo is None:
        await bot.edit_message_text(screen.text, chat_id=chat, message_id=message, reply_markup=markup)
    elif known.digest.partition(".")[0] == str(photo.id):
        await bot.edit_message_caption(chat_id=chat, message_id=message, caption=screen.text, reply_markup=markup)
    else:
        file = photo.file_id or BufferedInputFile(await shop.catalogue.photo(photo.id), f"{photo.id}.jpg")
        media = InputMediaPhoto(media=file, caption=screen.text)
        await bot.edit_message_media(media, chat_id=chat, message_id=message, reply_markup=markup)
