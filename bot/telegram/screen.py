"""What is a screen, and how does it get into a chat? One message, edited in place."""

from collections.abc import Callable, Iterable, Sequence
from contextvars import ContextVar
from dataclasses import dataclass
from typing import Any, Final, Literal, Protocol

import structlog
from aiogram import Bot
from aiogram.exceptions import TelegramBadRequest
from aiogram.filters.callback_data import CallbackData
from aiogram.types import (
    BufferedInputFile,
    CallbackQuery,
    CopyTextButton,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    InputMediaPhoto,
    Message,
)

from bot.basics.ids import PhotoId
from bot.shop.catalogue.values import PhotoRef
from bot.telegram.texts import Html

log = structlog.get_logger(__name__)

CAPTION_LIMIT: Final = 1024
TEXT_LIMIT: Final = 4096
FRESH: Final = "+"
Style = Literal["primary", "success", "danger"]
Row = Sequence[InlineKeyboardButton]
PERMITTED: Final[ContextVar[Callable[[str], bool] | None]] = ContextVar("permitted", default=None)
"""Which buttons whoever this screen is for may press; None: all of them."""


def may_press(data: CallbackData) -> bool:
    """Whether whoever this screen is for may press that button: who may not change a thing need not see it."""
    permits = PERMITTED.get()
    return permits is None or permits(data.pack())


class Pictures(Protocol):
    """Where the bytes of photos are, and what this bot calls them."""

    async def photo(self, photo: PhotoId) -> bytes: ...
    async def remember_file(self, photo: PhotoId, bot: int, file_id: str) -> None: ...


@dataclass(frozen=True, slots=True)
class Screen:
    """Text, buttons and perhaps a photo. `keep_photo`: the message's present photo stays, whatever it is."""

    text: Html
    rows: tuple[tuple[InlineKeyboardButton, ...], ...] = ()
    photo: PhotoRef | None = None
    keep_photo: bool = False

    @property
    def markup(self) -> InlineKeyboardMarkup:
        permits = PERMITTED.get()
        if permits is None:
            return InlineKeyboardMarkup(inline_keyboard=[list(row) for row in self.rows])
        kept = [[key for key in row if key.callback_data is None or permits(key.callback_data)] for row in self.rows]
        return InlineKeyboardMarkup(inline_keyboard=[row for row in kept if row])


def button(label: str, data: CallbackData, style: Style | None = None) -> InlineKeyboardButton:
    """A button that asks the bot for something. It carries ids only."""
    return InlineKeyboardButton(text=label, callback_data=data.pack(), style=style)


def fresh(key: InlineKeyboardButton) -> InlineKeyboardButton:
    """The same button, whose answer is a new message: the one it stands under stays what it is."""
    return key.model_copy(update={"callback_data": f"{FRESH}{key.callback_data}"})


def link(label: str, url: str, style: Style | None = None) -> InlineKeyboardButton:
    return InlineKeyboardButton(text=label, url=url, style=style)


def copy(label: str, text: str) -> InlineKeyboardButton:
    """A button that puts a code into the clipboard."""
    return InlineKeyboardButton(text=label, copy_text=CopyTextButton(text=text))


def rows(
    *given: Iterable[InlineKeyboardButton] | InlineKeyboardButton | None,
) -> tuple[tuple[InlineKeyboardButton, ...], ...]:
    """Rows of buttons; a single button is a row of its own; None and empty rows vanish."""
    made = []
    for row in given:
        if row is None:
            continue
        line = (row,) if isinstance(row, InlineKeyboardButton) else tuple(row)
        if line:
            made.append(line)
    return tuple(made)


def grid(buttons: Sequence[InlineKeyboardButton], columns: int) -> list[tuple[InlineKeyboardButton, ...]]:
    """Buttons in rows of so many."""
    return [tuple(buttons[start : start + columns]) for start in range(0, len(buttons), columns)]


async def show(event: Message | CallbackQuery, screen: Screen, pictures: Pictures) -> int | None:
    """Answer with a screen: a tap changes its message in place, words get a new one. The id of the message.

    A message that can no longer be edited is answered with a fresh one.
    """
    bot = event.bot
    if bot is None:
        raise RuntimeError("the event has no bot")
    if isinstance(event, Message):
        return await send(bot, event.chat.id, screen, pictures)
    message = event.message
    if not isinstance(message, Message):
        return await send(bot, message.chat.id if message else event.from_user.id, screen, pictures)
    has_photo = bool(message.photo)
    if await edit(bot, message.chat.id, message.message_id, screen, pictures, has_photo=has_photo):
        return message.message_id
    if has_photo and screen.photo is None and not screen.keep_photo:
        await remove(bot, message.chat.id, message.message_id)
    return await send(bot, message.chat.id, screen, pictures)


async def send(bot: Bot, chat: int, screen: Screen, pictures: Pictures, *, silent: bool = False, **where: Any) -> int:
    """A new message. `where`: what Telegram's sending methods share, such as whom it answers and who alone sees it."""
    if screen.photo is None:
        sent = await bot.send_message(
            chat, screen.text[:TEXT_LIMIT], reply_markup=_markup(screen), disable_notification=silent or None, **where
        )
        return sent.message_id
    sent = await bot.send_photo(
        chat,
        await _file(screen.photo, pictures),
        caption=screen.text,
        reply_markup=_markup(screen),
        disable_notification=silent or None,
        **where,
    )
    await _remember(bot, screen.photo, sent, pictures)
    return sent.message_id


async def edit(bot: Bot, chat: int, message: int, screen: Screen, pictures: Pictures, *, has_photo: bool) -> bool:
    """Change a message into this screen; False where Telegram cannot. The same screen again is fine."""
    try:
        if screen.photo is not None and not (has_photo and screen.keep_photo):
            media = InputMediaPhoto(media=await _file(screen.photo, pictures), caption=screen.text)
            sent = await bot.edit_message_media(
                chat_id=chat, message_id=message, media=media, reply_markup=screen.markup
            )
            if isinstance(sent, Message):
                await _remember(bot, screen.photo, sent, pictures)
        elif has_photo and screen.keep_photo:
            await bot.edit_message_caption(
                chat_id=chat, message_id=message, caption=screen.text, reply_markup=screen.markup
            )
        elif has_photo:
            return False
        else:
            await bot.edit_message_text(
                screen.text[:TEXT_LIMIT], chat_id=chat, message_id=message, reply_markup=screen.markup
            )
    except TelegramBadRequest as refusal:
        if "message is not modified" in refusal.message:
            return True
        log.info("edit_refused", chat=chat, message=message, reason=refusal.message)
        return False
    return True


async def remove(bot: Bot, chat: int, message: int) -> None:
    """Take a message away; one older than 48 hours only loses its buttons."""
    try:
        await bot.delete_message(chat, message)
    except TelegramBadRequest:
        await strip(bot, chat, message)


async def strip(bot: Bot, chat: int, message: int) -> None:
    """Take the buttons off a message; fine when it has none, or is gone."""
    try:
        await bot.edit_message_reply_markup(chat_id=chat, message_id=message)
    except TelegramBadRequest as refusal:
        log.info("strip_refused", chat=chat, message=message, reason=refusal.message)


def _markup(screen: Screen) -> InlineKeyboardMarkup | None:
    return screen.markup if screen.rows else None


async def _file(photo: PhotoRef, pictures: Pictures) -> str | BufferedInputFile:
    return photo.file_id or BufferedInputFile(await pictures.photo(photo.id), f"{photo.id}.jpg")


async def _remember(bot: Bot, photo: PhotoRef, sent: Message, pictures: Pictures) -> None:
    if photo.file_id is None and sent.photo:
        await pictures.remember_file(photo.id, bot.id, sent.photo[-1].file_id)
