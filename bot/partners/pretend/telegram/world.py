"""What exists in the pretend Telegram: the bot, people, chats, messages, questions waiting for an answer?

Everything is plain data, so that it can be dumped as JSON and loaded again.
"""

import asyncio
import copy
import time
from collections import defaultdict, deque
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

from bot.partners.pretend.telegram.faults import Faults
from bot.partners.pretend.telegram.files import Files
from bot.partners.pretend.telegram.journal import JournalEntry
from bot.partners.pretend.telegram.pace import Limits, Pace
from bot.partners.pretend.telegram.refusals import TOO_OLD, Refusal, bad, forbidden
from bot.partners.pretend.telegram.updates import Deliver, Updates

Message = dict[str, Any]
Event = dict[str, Any]
Fetch = Callable[[str], Awaitable[bytes]]

_PUBLIC = ("id", "type", "title", "username", "first_name", "last_name")
_USER = ("id", "is_bot", "first_name", "last_name", "username", "language_code")
# How long the server waits for an answer to a question of a person, seconds.
ANSWER_S = {"callback": 30.0, "inline": 30.0, "pre_checkout": 10.0, "shipping": 10.0}
_SAVED = (
    "bot", "chats", "counters", "queries", "commands", "settings", "invoices", "payments", "pinned",
    "asides", "callback_answers", "inline_answers", "pre_checkout_answers", "reply_keyboards", "reactions",
)  # fmt: skip


class World:
    """The state and the few acts both sides share. People are private chats: a chat's id is the person's id."""

    def __init__(
        self,
        token: str = "4200:pretend",  # noqa: S107 - opens nothing
        *,
        username: str = "vernissage_bot",
        now: Callable[[], float] = time.time,
        monotonic: Callable[[], float] = time.monotonic,
        limits: Limits | None = None,
        deliver: Deliver | None = None,
        redelivery_s: float = 1.0,
        fetch: Fetch | None = None,
        store: Path | None = None,
        self_hosted: bool = False,
    ) -> None:
        self.token = token
        self.now = now
        self.fetch = fetch
        self.store = store
        self.self_hosted = self_hosted
        self.bot: dict[str, Any] = {
            "id": int(token.split(":")[0]),
            "is_bot": True,
            "first_name": "Vernissage",
            "username": username,
        }
        self.pace = Pace(limits or Limits(), monotonic)
        self.faults = Faults()
        self.updates = Updates(now, deliver, redelivery_s)
        self.files = Files(self.bot["id"], store)
        self.defects: list[str] = []
        self.journal: deque[JournalEntry] = deque(maxlen=100_000)
        self.version = 0  # grows with every change, so that one can see whether to save
        self.chats: dict[str, dict[str, Any]] = {}
        self.records: dict[str, dict[int, dict[str, Any]]] = {}
        self.counters: dict[str, int] = defaultdict(int)
        self.queries: dict[str, dict[str, Any]] = {}
        self.commands: dict[str, list[dict[str, Any]]] = {}
        self.settings: dict[str, Any] = {}
        self.invoices: dict[str, dict[str, Any]] = {}
        self.payments: list[dict[str, Any]] = []
        self.pinned: dict[str, list[int]] = {}
        self.callback_answers: dict[str, dict[str, Any]] = {}
        self.inline_answers: dict[str, dict[str, Any]] = {}
        self.pre_checkout_answers: dict[str, dict[str, Any]] = {}
        self.reply_keyboards: dict[str, dict[str, Any]] = {}
        self.reactions: dict[str, Any] = {}
        self.asides: dict[str, list[Message]] = {}  # ephemeral messages by chat; `after`: the newest message then
        self._listeners: set[asyncio.Queue[Event]] = set()

    # -- chats ---------------------------------------------------------------------------------------------------

    def find_chat(self, chat_id: int | str) -> dict[str, Any] | None:
        """A chat by number or @name."""
        if isinstance(chat_id, str) and chat_id.startswith("@"):
            name = chat_id[1:].lower()
            return next(
                (c for c in self.chats.values() if c.get("username", "").lower() == name and c["type"] != "private"),
                None,
            )
        return self.chats.get(str(chat_id))

    def get_chat(self, chat_id: int | str) -> dict[str, Any]:
        """A chat the bot may know of. Raises Refusal "chat not found" else."""
        chat = self.find_chat(chat_id)
        if chat is None:
            raise bad("chat not found")
        return chat

    def writable(self, chat_id: int | str, right: str = "can_post_messages") -> dict[str, Any]:
        """A chat the bot may write to. Raises Refusal else."""
        chat = self.get_chat(chat_id)
        match chat["type"], chat.get("state"):
            case "private", "new":
                raise forbidden("bot can't initiate conversation with a user")
            case "private", "blocked":
                raise forbidden("bot was blocked by the user")
            case "private", "deactivated":
                raise forbidden("user is deactivated")
            case "channel", _:
                if chat["rights"] is None:
                    raise forbidden("bot is not a member of the channel chat")
                if right not in chat["rights"]:
                    raise bad("need administrator rights in the channel chat")
            case "supergroup", _ if chat["rights"] is None:
                raise forbidden("bot is not a member of the supergroup chat")
        return chat

    def public_chat(self, chat: dict[str, Any]) -> dict[str, Any]:
        """The Chat object of messages."""
        return {name: chat[name] for name in _PUBLIC if chat.get(name) is not None}

    def public_user(self, user_id: int) -> dict[str, Any]:
        """The User object of a person or of the bot."""
        if user_id == self.bot["id"]:
            return dict(self.bot)
        chat = self.chats[str(user_id)]
        return {"is_bot": False} | {name: chat[name] for name in _USER if chat.get(name) is not None}

    # -- messages ------------------------------------------------------------------------------------------------

    def post(self, chat: dict[str, Any], content: dict[str, Any], *, mine: bool, author: int | None = None) -> Message:
        """A new message in a chat: stored, shown, and returned as the Bot API describes it."""
        line = "private" if chat["type"] == "private" else str(chat["id"])
        self.counters[line] += 1
        message: Message = {"message_id": self.counters[line]}
        if chat["type"] == "channel":
            message["sender_chat"] = self.public_chat(chat)
        else:
            message["from"] = self.public_user(author if author is not None else self.bot["id"])
        message |= {"chat": self.public_chat(chat), "date": int(self.now())} | content
        record = {"message": message, "mine": mine}
        self.records.setdefault(str(chat["id"]), {})[message["message_id"]] = record
        self.tell("message", chat["id"], message=self.seen(record))
        return message

    def post_aside(self, chat: dict[str, Any], content: dict[str, Any], *, author: int, receiver: int) -> Message:
        """A message in a group that only its author and its receiver see; its number is another than messages'."""
        key = str(chat["id"])
        self.counters[f"{key} aside"] += 1
        message: Message = {
            "message_id": 0,
            "ephemeral_message_id": self.counters[f"{key} aside"],
            "from": self.public_user(author),
            "receiver_user": self.public_user(receiver),
            "chat": self.public_chat(chat),
            "date": int(self.now()),
        } | content
        self.asides.setdefault(key, []).append(message | {"after": self.counters[key]})
        self.tell("aside", chat["id"], message=self.asides[key][-1])
        return message

    def record(self, chat: dict[str, Any], message_id: int) -> dict[str, Any] | None:
        """What is kept of one message."""
        return self.records.get(str(chat["id"]), {}).get(message_id)

    def remove(self, chat: dict[str, Any], message_id: int) -> None:
        """Takes a message away for everyone."""
        del self.records[str(chat["id"])][message_id]
        pins = self.pinned.get(str(chat["id"]), [])
        if message_id in pins:
            pins.remove(message_id)
        self.tell("deleted", chat["id"], message_id=message_id)

    def seen(self, record: dict[str, Any]) -> Message:
        """A message as a person sees it: the Bot API's fields, and the reply keyboard it came with."""
        view: Message = copy.deepcopy(record["message"])
        if "keyboard" in record and "reply_markup" not in view:
            view["reply_markup"] = copy.deepcopy(record["keyboard"])
        return view

    # -- questions -----------------------------------------------------------------------------------------------

    def ask(self, kind: str, **fields: Any) -> str:
        """A question of a person that the bot has to answer in time."""
        self.counters["query"] += 1
        query_id = str(4_400_000_000_000 + self.counters["query"])
        self.queries[query_id] = {"kind": kind, "at": self.now(), **fields}
        return query_id

    def answered(self, kind: str, query_id: str) -> dict[str, Any]:
        """The question, which is then gone. Raises Refusal when unknown, answered or too old."""
        query = self.queries.get(query_id)
        if query is None or query["kind"] != kind:
            raise Refusal(400, TOO_OLD)
        del self.queries[query_id]
        if self.now() - query["at"] > ANSWER_S[kind]:
            raise Refusal(400, TOO_OLD)
        return query

    # -- events and state ------------------------------------------------------------------------------------------

    def tell(self, kind: str, chat_id: int | None, **fields: Any) -> None:
        """Something a live page shows has changed."""
        self.version += 1
        for listener in self._listeners:
            listener.put_nowait({"type": kind, "chat_id": chat_id, **fields})

    def subscribe(self) -> "Subscription":
        """Events from now on: message, edited, deleted, answer, typing, keyboard, pinned, commands, reaction, state."""
        return Subscription(self._listeners)

    def dump(self) -> dict[str, Any]:
        """The whole state as JSON-able data; file bytes only where there is no directory for them."""
        records = {chat_id: list(kept.values()) for chat_id, kept in self.records.items()}
        state = {name: copy.deepcopy(getattr(self, name)) for name in _SAVED}
        rest = {"records": records, "files": self.files.dump(), "updates": self.updates.dump()}
        return state | copy.deepcopy(rest)

    def load(self, state: dict[str, Any]) -> None:
        """The state that `dump` gave, in place of the present one."""
        state = copy.deepcopy(state)
        for name in _SAVED:
            setattr(self, name, state.get(name, getattr(self, name)))
        self.counters = defaultdict(int, state["counters"])
        self.records = {
            chat_id: {record["message"]["message_id"]: record for record in kept}
            for chat_id, kept in state["records"].items()
        }
        self.files.load(state["files"])
        self.updates.load(state["updates"])
        self.tell("state", None)


class Subscription:
    """An async iterator over events; a context manager, so that leaving ends it."""

    def __init__(self, listeners: set[asyncio.Queue[Event]]) -> None:
        self._listeners = listeners
        self.queue: asyncio.Queue[Event] = asyncio.Queue()
        listeners.add(self.queue)

    def close(self) -> None:
        """No more events."""
        self._listeners.discard(self.queue)

    def __enter__(self) -> "Subscription":
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def __aiter__(self) -> "Subscription":
        return self

    async def __anext__(self) -> Event:
        return await self.queue.get()
