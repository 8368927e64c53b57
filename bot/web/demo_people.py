"""What does the demo page need of the pretend Telegram, and how does a person act in it?"""

import asyncio
import secrets
from collections.abc import Callable
from typing import Any, Literal, Protocol, Self

from pydantic import BaseModel, Field

from bot.basics.errors import ShopError
from bot.basics.pictures import clean_photo

Message = dict[str, Any]
Event = dict[str, Any]


class DemoEvents(Protocol):
    """Events from now on; leaving the context ends them."""

    def __enter__(self) -> Self: ...
    def __exit__(self, *_: object) -> None: ...
    async def __anext__(self) -> Event: ...


class DemoFiles(Protocol):
    """Pictures and documents by their file_id."""

    def bytes_of(self, file_id: str) -> bytes | None: ...


class DemoTelegram(Protocol):
    """The people's side of the pretend Telegram. Acts raise ValueError where the screen does not offer them."""

    @property
    def bot(self) -> dict[str, Any]: ...
    @property
    def chats(self) -> dict[str, dict[str, Any]]: ...
    @property
    def reply_keyboards(self) -> dict[str, dict[str, Any]]: ...
    @property
    def asides(self) -> dict[str, list[Message]]: ...
    @property
    def pinned(self) -> dict[str, list[int]]: ...
    @property
    def reactions(self) -> dict[str, Any]: ...
    @property
    def invoices(self) -> dict[str, dict[str, Any]]: ...
    @property
    def defects(self) -> list[str]: ...
    @property
    def files(self) -> DemoFiles: ...
    @property
    def now(self) -> Callable[[], float]: ...

    def subscribe(self) -> DemoEvents: ...
    def chat(self, chat_id: int) -> list[Message]: ...
    def commands_for(self, user_id: int, chat_id: int | None = None) -> list[dict[str, Any]]: ...
    def set_language(self, user_id: int, language_code: str) -> None: ...
    def user_starts(self, user_id: int, payload: str = "") -> Message: ...
    def user_sends_text(
        self, user_id: int, text: str, chat_id: int | None = None, reply_to: int | None = None
    ) -> Message: ...
    def user_sends_photo(
        self,
        user_id: int,
        data: bytes,
        caption: str = "",
        media_group_id: str | None = None,
        *,
        chat_id: int | None = None,
        reply_to: int | None = None,
    ) -> Message: ...
    def user_sends_document(
        self,
        user_id: int,
        data: bytes,
        name: str,
        caption: str = "",
        mime: str | None = None,
        *,
        reply_to: int | None = None,
    ) -> Message: ...
    def user_edits_text(self, user_id: int, message_id: int, text: str) -> Message: ...
    def user_presses(
        self,
        user_id: int,
        chat_id: int,
        message_id: int,
        callback_data: str | None = None,
        *,
        label: str | None = None,
        forged: bool = False,
    ) -> str: ...
    def user_presses_reply_button(self, user_id: int, label: str) -> Message: ...
    def user_types_inline(self, user_id: int, query: str, offset: str = "") -> str: ...
    def user_picks_inline_result(
        self, user_id: int, query_id: str, result_id: str, chat_id: int | None = None
    ) -> Message: ...
    def user_pays_invoice(
        self,
        user_id: int,
        message_id: int | None = None,
        *,
        link: str | None = None,
        order_info: dict[str, Any] | None = None,
        again: bool = False,
    ) -> str: ...
    def user_blocks(self, user_id: int) -> None: ...
    def user_unblocks(self, user_id: int) -> None: ...
    def user_deletes_message(self, user_id: int, message_id: int) -> None: ...


class Act(BaseModel):
    """One thing a person does; which of the fields matter depends on `do`."""

    user_id: int
    do: Literal[
        "start",
        "text",
        "edit",
        "delete",
        "press",
        "key",
        "pay",
        "bill",
        "inline",
        "pick",
        "block",
        "unblock",
        "language",
    ]
    text: str = Field("", max_length=4096)
    message_id: int = 0
    chat_id: int | None = None
    reply_to: int | None = None
    query_id: str = ""


class Upload(BaseModel):
    """Files a person attaches to one message or, when there are several pictures, to an album."""

    user_id: int
    caption: str = Field("", max_length=1024)
    as_files: bool = False
    reply_to: int | None = None


def act(telegram: DemoTelegram, asked: Act) -> dict[str, Any]:
    """Do it; the id of the new message or of the question to the bot.

    Raises ValueError where the person's screen does not offer it.
    """
    person, text = known_person(telegram, asked.user_id), asked.text
    match asked.do:
        case "start":
            return _message(telegram.user_starts(person, text))
        case "text":
            return _message(telegram.user_sends_text(person, text, _group(telegram, asked.chat_id), asked.reply_to))
        case "edit":
            return _message(telegram.user_edits_text(person, asked.message_id, text))
        case "delete":
            telegram.user_deletes_message(person, asked.message_id)
        case "press":
            chat_id = person if asked.chat_id is None else asked.chat_id
            if chat_id != person and telegram.chats.get(str(chat_id), {"type": "private"})["type"] == "private":
                raise ValueError("this chat is somebody else's")
            return {"query_id": telegram.user_presses(person, chat_id, asked.message_id, text)}
        case "key":
            return _message(telegram.user_presses_reply_button(person, text))
        case "pay":
            return {"query_id": telegram.user_pays_invoice(person, asked.message_id, link=text or None)}
        case "bill":
            if text not in telegram.invoices:
                raise ValueError("there is no such invoice")
            return dict(telegram.invoices[text]["shown"])
        case "inline":
            return {"query_id": telegram.user_types_inline(person, text)}
        case "pick":
            return _message(telegram.user_picks_inline_result(person, asked.query_id, text))
        case "block":
            telegram.user_blocks(person)
        case "unblock":
            telegram.user_unblocks(person)
        case "language":
            telegram.set_language(person, text)
    return {}


async def attach(telegram: DemoTelegram, asked: Upload, files: list[tuple[str, bytes]]) -> dict[str, Any]:
    """Send files; pictures are made smaller first, as every app does. Raises ValueError for what is no picture."""
    person = known_person(telegram, asked.user_id)
    if not files or len(files) > 10:
        raise ValueError("one message carries one to ten files")
    if asked.as_files:
        sent = [
            telegram.user_sends_document(person, data, name, "" if at else asked.caption, reply_to=asked.reply_to)
            for at, (name, data) in enumerate(files)
            if data
        ]
        return {"message_ids": [message["message_id"] for message in sent]}
    try:
        pictures = [(await asyncio.to_thread(clean_photo, data)).jpeg for _, data in files]
    except ShopError as refusal:
        raise ValueError(str(refusal)) from None
    group = str(secrets.randbits(53)) if len(files) > 1 else None
    sent = [
        telegram.user_sends_photo(person, data, "" if at else asked.caption, group, reply_to=asked.reply_to)
        for at, data in enumerate(pictures)
    ]
    return {"message_ids": [message["message_id"] for message in sent]}


def known_person(telegram: DemoTelegram, user_id: int) -> int:
    """The same id. Raises ValueError where nobody has it."""
    if telegram.chats.get(str(user_id), {}).get("type") != "private":
        raise ValueError(f"there is no person {user_id}")
    return user_id


def _group(telegram: DemoTelegram, chat_id: int | None) -> int | None:
    """A group to write in; None for the chat with the bot."""
    return chat_id if telegram.chats.get(str(chat_id), {}).get("type") == "supergroup" else None


def _message(message: Message) -> dict[str, Any]:
    return {"message_id": message["message_id"]}


# -- what a page shows ---------------------------------------------------------------------------------------------


def chat_head(telegram: DemoTelegram, chat_id: int) -> dict[str, Any]:
    """A chat without its messages: who it is with, its keyboard, its commands, what is paid and pinned."""
    chat = telegram.chats[str(chat_id)]
    names = ("id", "type", "title", "username", "first_name", "language_code", "state")
    head: dict[str, Any] = {name: chat[name] for name in names if name in chat}
    head["pinned"] = telegram.pinned.get(str(chat_id), [])
    if chat["type"] != "private":
        return head
    mark = f"{chat_id}/"
    paid = [key.removeprefix(mark) for key, terms in telegram.invoices.items() if terms.get("paid")]
    return head | {
        "keyboard": telegram.reply_keyboards.get(str(chat_id)),
        "commands": telegram.commands_for(chat_id),
        "paid": [int(number) for number in paid if number.isdigit()],
    }


def whole_chat(telegram: DemoTelegram, chat_id: int) -> dict[str, Any]:
    """A chat with everything in it, oldest first, and the bot's reactions by message."""
    mark = f"{chat_id}/"
    reactions = {key.removeprefix(mark): value for key, value in telegram.reactions.items() if key.startswith(mark)}
    return chat_head(telegram, chat_id) | {"messages": telegram.chat(chat_id), "reactions": reactions}


def group_head(telegram: DemoTelegram, chat_id: int, viewer: int) -> dict[str, Any]:
    """A group as one of its people has it."""
    return chat_head(telegram, chat_id) | {
        "state": "started",
        "me": viewer,
        "commands": telegram.commands_for(viewer, chat_id),
    }


def whole_group(telegram: DemoTelegram, chat_id: int, viewer: int) -> dict[str, Any]:
    """A group with what this person sees in it; ephemeral messages stand after the one before them."""
    whispers = [whisper(message) for message in telegram.asides.get(str(chat_id), []) if hears(message, viewer)]
    return group_head(telegram, chat_id, viewer) | {"messages": [*telegram.chat(chat_id), *whispers], "reactions": {}}


def hears(message: Message, viewer: int) -> bool:
    """An ephemeral message is seen by who sent it and who got it."""
    return viewer in (message["from"]["id"], message["receiver_user"]["id"])


def whisper(message: Message) -> Message:
    """An ephemeral message with a number for the page, which orders messages by theirs."""
    return {**message, "message_id": message["after"] + message["ephemeral_message_id"] / 1_000_000}


def people_of(telegram: DemoTelegram, seller_id: int) -> list[dict[str, Any]]:
    """Everybody but the seller, so that a page can offer to be somebody else."""
    return [
        {"id": chat["id"], "name": chat["first_name"]}
        for chat in telegram.chats.values()
        if chat["type"] == "private" and chat["id"] != seller_id
    ]
