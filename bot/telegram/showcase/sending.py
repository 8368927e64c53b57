"""How do posts get into the showcase, stay true there, and leave it?"""

from dataclasses import dataclass, replace
from typing import Final
from weakref import WeakKeyDictionary

import structlog
from aiogram import Bot
from aiogram.exceptions import TelegramAPIError, TelegramBadRequest, TelegramForbiddenError
from aiogram.types import BufferedInputFile, InputMediaPhoto, MediaUnion

from bot.basics.clock import Clock
from bot.shop.catalogue.values import PhotoRef
from bot.shop.outbox.values import Later, Owed
from bot.shop.shop import Shop
from bot.shop.showcase.values import Due, Post, PostId, ShopWindow, Shown, SoldPosts
from bot.telegram.screen import Screen, send
from bot.telegram.showcase import posts, window
from bot.telegram.texts import Texts

log = structlog.get_logger(__name__)

AT_ONCE: Final = 4
"""Edits in one go: other owed work waits no longer than these take."""
_GONE: Final = ("message to edit not found", "message_id_invalid", "message can't be edited")
_SHUT: Final = ("rights", "chat not found", "chat_admin_required", "chat_write_forbidden")
_numbers: WeakKeyDictionary[Bot, dict[str, int]] = WeakKeyDictionary()


async def number_of(bot: Bot, chat: int | str) -> int:
    """The number of the showcase; a @name is looked up once."""
    if isinstance(chat, int):
        return chat
    known = _numbers.setdefault(bot, {})
    if chat not in known:
        known[chat] = (await bot.get_chat(chat)).id
    return known[chat]


@dataclass(frozen=True, slots=True)
class Poster:
    """Sends and edits posts of one shop, in its own language. Methods raise what Telegram raises."""

    bot: Bot
    shop: Shop
    texts: Texts
    bot_username: str
    clock: Clock
    chat: int | str | None
    """The present showcase; posts in an earlier one are kept true as long as the bot may."""

    async def publish(self, row: Owed) -> Later | None:
        """Send a planned post when its time has come; nothing when it was cancelled, or there is nothing to show."""
        shown = await self.shop.showcase.planned(PostId(row.payload["post"]), self.texts.language, self.bot.id)
        if shown is None or self.chat is None:
            return None
        if shown.post.due_at is not None and shown.post.due_at > self.clock.now():
            return Later(shown.post.due_at)
        photos: tuple[PhotoRef, ...] = ()
        now_shown = shown
        if isinstance(shown, Shown):
            now_shown = replace(shown, exhibits=tuple(each for each in shown.exhibits if each.on_offer))
            if not now_shown.exhibits:
                await self.shop.showcase.skip(shown)
                return None
            photos = posts.pictures(now_shown)
        screen = self._look(now_shown)
        chat = await number_of(self.bot, self.chat)
        messages = await self._send(chat, screen, photos)
        # a kill between these two lines repeats the post: nothing can be asked of Telegram that would tell
        await self.shop.showcase.posted(shown, chat, messages, posts.digest(screen))
        return None

    async def refresh(self, _row: Owed) -> Later | None:
        """Bring up to date what no longer shows the truth, sold works first; a few posts in one go."""
        due: Due = await self.shop.showcase.due(self.texts.language, self.bot.id)
        for shown in due.posts[:AT_ONCE]:
            await self._bring_up_to_date(shown)
        if len(due.posts) > AT_ONCE:
            return Later(self.clock.now())
        return Later(due.next_at) if due.next_at is not None else None

    async def pin(self, row: Owed) -> None:
        """Pin a post that stands; without the right, its sellers are told how to give it."""
        found = await self.shop.showcase.find(PostId(row.payload["post"]))
        if found is None or found.chat is None or found.message is None:
            return
        try:
            await self.bot.pin_chat_message(found.chat, found.message, disable_notification=True)
        except (TelegramBadRequest, TelegramForbiddenError) as refusal:
            if "not found" in refusal.message.lower():
                await self.shop.showcase.gone(found.id)
                return
            log.info("pin_refused", post=found.id, reason=refusal.message)
            await self.shop.alerts.raise_alert(
                "pin_refused", f"{found.id}:{self.clock.now():%Y%m%d%H}", topic="showcase.pin", error=refusal.message
            )

    async def take_down(self, row: Owed) -> None:
        """Delete a post. One that Telegram does not let go keeps following the truth, and its sellers are told."""
        found = await self.shop.showcase.find(PostId(row.payload["post"]))
        if found is None or found.chat is None or found.message is None:
            return
        if await self._deleted(found):
            await self.shop.showcase.gone(found.id)
        else:
            await self.shop.alerts.raise_alert("post_stays", str(found.id), topic="showcase.take_down", error="")

    def _look(self, shown: Shown | ShopWindow) -> Screen:
        if isinstance(shown, ShopWindow):
            return window.look(shown, self.texts, self.bot_username)
        return posts.look(shown, self.texts, self.bot_username)

    async def _send(self, chat: int, screen: Screen, photos: tuple[PhotoRef, ...]) -> list[int]:
        """The numbers of its messages, the one with the words first."""
        if len(photos) < 2:
            return [await send(self.bot, chat, screen, self.shop.catalogue)]
        media: list[MediaUnion] = [
            InputMediaPhoto(
                media=photo.file_id or BufferedInputFile(await self.shop.catalogue.photo(photo.id), f"{photo.id}.jpg"),
                caption=None if at else screen.text,
            )
            for at, photo in enumerate(photos)
        ]
        sent = await self.bot.send_media_group(chat, media)
        for photo, message in zip(photos, sent, strict=True):
            if photo.file_id is None and message.photo:
                await self.shop.catalogue.remember_file(photo.id, self.bot.id, message.photo[-1].file_id)
        return [message.message_id for message in sent]

    async def _bring_up_to_date(self, shown: Shown | ShopWindow) -> None:
        """One edit if the post does not show the truth. One that somebody has deleted is left alone from then on."""
        post = shown.post
        if isinstance(shown, Shown) and shown.sold_out and shown.rule is SoldPosts.DELETE:
            if await self._deleted(post):
                await self.shop.showcase.gone(post.id)
                return
            log.info("sold_post_stays", post=post.id)
        screen = self._look(shown)
        now = posts.digest(screen)
        if now != post.digest:
            try:
                await self._edit(post, screen)
            except (TelegramBadRequest, TelegramForbiddenError) as refusal:
                reason = refusal.message.lower()
                shut = shut_out(refusal)
                if any(gone in reason for gone in _GONE) or (shut and not await self._is_here(post)):
                    log.info("post_gone", post=post.id, message=post.message, reason=refusal.message)
                    await self.shop.showcase.gone(post.id)
                    return
                if shut:
                    raise
                if "message is not modified" not in reason:
                    # one post that cannot be edited must not keep the others from it
                    log.warning("post_refused", post=post.id, reason=refusal.message)
                    error = refusal.message
                    key = f"post:{post.id}:{now[-16:]}"
                    await self.shop.alerts.raise_alert("parked", key, topic="showcase.refresh", error=error)
        await self.shop.showcase.settle(post, now)

    async def _edit(self, post: Post, screen: Screen) -> None:
        """The caption alone unless the photo is another one: an upload for every change of a number would be waste."""
        chat, message, photo = post.chat, post.message, screen.photo
        markup = screen.markup if screen.rows else None
        if photo is None:
            await self.bot.edit_message_text(screen.text, chat_id=chat, message_id=message, reply_markup=markup)
        elif post.album or post.digest.partition(".")[0] == str(photo.id):
            await self.bot.edit_message_caption(
                chat_id=chat, message_id=message, caption=screen.text, reply_markup=markup
            )
        else:
            file = photo.file_id or BufferedInputFile(await self.shop.catalogue.photo(photo.id), f"{photo.id}.jpg")
            media = InputMediaPhoto(media=file, caption=screen.text)
            await self.bot.edit_message_media(media, chat_id=chat, message_id=message, reply_markup=markup)

    async def _deleted(self, post: Post) -> bool:
        """Whether it is gone now; what Telegram keeps loses its buttons at least."""
        if post.chat is None or post.message is None:
            return True
        try:
            if post.album:
                await self.bot.delete_messages(post.chat, list(post.album))
            else:
                await self.bot.delete_message(post.chat, post.message)
        except TelegramBadRequest as refusal:
            if "not found" in refusal.message.lower():
                return True
            log.info("post_not_deleted", post=post.id, reason=refusal.message)
            return False
        return True

    async def _is_here(self, post: Post) -> bool:
        """It stands in the present showcase: being shut out there is for the seller to hear of, elsewhere it is not."""
        return self.chat is None or post.chat == await number_of(self.bot, self.chat)


def shut_out(refusal: TelegramAPIError) -> bool:
    """The whole channel is closed to the bot, or it lacks the right: no post is to blame."""
    reason = refusal.message.lower()
    return isinstance(refusal, TelegramForbiddenError) or any(sign in reason for sign in _SHUT)
