"""How is an update taken in? Stored, then confirmed, then handled: the three steps that lose nothing.

Bot API, getUpdates: an update is confirmed by asking for a higher offset; a webhook by answering 200.
"""

import asyncio
from collections import deque
from collections.abc import Sequence
from contextlib import suppress
from datetime import timedelta
from typing import Any, Final

import orjson
import structlog
from aiogram import Bot, Dispatcher
from aiogram.exceptions import (
    TelegramConflictError,
    TelegramNetworkError,
    TelegramRetryAfter,
    TelegramUnauthorizedError,
)
from aiogram.methods import TelegramMethod
from aiogram.types import Update

from bot.basics.nursery import Nursery
from bot.storage import handling, intake
from bot.storage.database import Database
from bot.storage.dialogs import write_changed
from bot.storage.handling import AlreadyHandled, Handling
from bot.storage.intake import Waiting

log = structlog.get_logger(__name__)

AT_ONCE: Final = 32
SETTLE_EVERY_S: Final = 0.05
POLL_S: Final = 30
DIRECT: Final = ("pre_checkout_query", "inline_query")
"""Answered at once and never stored: they change nothing, and Telegram does not repeat them."""
FORGET_AFTER: Final = timedelta(days=3)


class RawUpdates(TelegramMethod[list[dict[str, Any]]]):
    """getUpdates, as it comes: what is stored is what Telegram sent."""

    __returning__ = list[dict[str, Any]]
    __api_method__ = "getUpdates"

    offset: int | None = None
    limit: int | None = None
    timeout: int | None = None
    allowed_updates: list[str] | None = None


class Intake:
    """From Telegram's queue into ours, and through the handlers: first in, first out for each chat."""

    def __init__(self, bot: Bot, dispatcher: Dispatcher, database: Database, nursery: Nursery) -> None:
        self._bot, self._dispatcher, self._database, self._nursery = bot, dispatcher, database, nursery
        self._lanes: dict[str, deque[Waiting]] = {}
        self._slots = asyncio.Semaphore(AT_ONCE)
        self._finished: list[tuple[Handling, asyncio.Event]] = []
        self._something = asyncio.Event()
        self._nothing_comes = asyncio.Event()
        self._idle = asyncio.Event()
        self._idle.set()
        self._marked = asyncio.Event()
        self._marked.set()

    async def start(self) -> None:
        """Take up what a dead process has left, oldest first, and begin settling."""
        async with self._database.transaction(aside=True) as session:
            left = await intake.unhandled(session)
            await intake.forget_before(session, self._database.clock.now() - FORGET_AFTER)
        self._nursery.start(self._settle_forever(), "settle")
        for waiting in left:
            if waiting.tries >= intake.MAX_TRIES:
                await self._give_up(waiting)
            else:
                self._enqueue(waiting)

    async def accept(self, raws: Sequence[dict[str, Any]]) -> None:
        """Store what is new, then hand it on. When this returns, the updates may be confirmed."""
        stored: dict[int, bytes] = {}  # one that stands twice in a batch is still one
        for raw in raws:
            if any(kind in raw for kind in DIRECT):
                self._nursery.start(self._direct(raw), "direct")
            else:
                stored[int(raw["update_id"])] = orjson.dumps(raw)
        if not stored:
            return
        async with self._database.transaction(aside=True) as session:
            new = set(await intake.accept(session, list(stored.items()), self._database.clock.now()))
        for update_id, body in stored.items():
            if update_id in new:
                self._enqueue(Waiting(update_id, body, 0))

    async def poll(self) -> None:
        """Long polling, for ever. Trouble is waited out; a wrong token ends the program."""
        offset: int | None = None
        pause = 1.0
        allowed = self._dispatcher.resolve_used_update_types()
        while True:
            try:
                method = RawUpdates(offset=offset, limit=100, timeout=POLL_S, allowed_updates=allowed)
                raws = await self._bot(method, request_timeout=POLL_S + 15)
                await self.accept(raws)
            except (asyncio.CancelledError, TelegramUnauthorizedError):
                raise
            except TelegramRetryAfter as refusal:
                await asyncio.sleep(refusal.retry_after)
            except Exception as trouble:
                known = isinstance(trouble, TelegramNetworkError | TelegramConflictError)
                log.warning("polling_trouble", reason=str(trouble), exc_info=not known)
                await asyncio.sleep(pause)
                pause = min(pause * 2, 30.0)
            else:
                pause = 1.0
                if raws:
                    offset = max(int(raw["update_id"]) for raw in raws) + 1

    async def drain(self, patience_s: float = 8.0) -> None:
        """Wait until everything taken in is handled and marked so, or the patience is over: the rest is replayed."""
        try:
            async with asyncio.timeout(patience_s):
                await self._idle.wait()
                self._nothing_comes.set()
                await self._marked.wait()
        except TimeoutError:
            log.warning("drain_unfinished", lanes=len(self._lanes))
        finally:
            self._nothing_comes.clear()

    async def _direct(self, raw: dict[str, Any]) -> None:
        await self._dispatcher.feed_update(self._bot, _parsed(raw, self._bot))

    def _enqueue(self, waiting: Waiting) -> None:
        lane = _lane(orjson.loads(waiting.body))
        if lane in self._lanes:
            self._lanes[lane].append(waiting)
            return
        self._lanes[lane] = deque([waiting])
        self._idle.clear()
        self._nursery.start(self._run(lane), f"chat {lane}")

    async def _run(self, lane: str) -> None:
        """One chat's updates in order; chats beside each other, at most 32."""
        queue = self._lanes[lane]
        try:
            while queue:
                async with self._slots:
                    await self._handle(queue[0])
                queue.popleft()
        finally:
            del self._lanes[lane]
            if not self._lanes:
                self._idle.set()

    async def _handle(self, waiting: Waiting) -> None:
        tries = waiting.tries
        while True:
            update = Handling(waiting.update_id)
            mark = handling.current.set(update)
            try:
                await self._dispatcher.feed_update(self._bot, _parsed(orjson.loads(waiting.body), self._bot))
            except AlreadyHandled:
                return
            except Exception:
                log.exception("update_failed", update=waiting.update_id, settled=update.settled)
                if not update.settled:
                    async with self._database.transaction(aside=True) as session:
                        tries = await intake.count_try(session, waiting.update_id)
                    if tries < intake.MAX_TRIES:
                        continue
                    await self._give_up(waiting)
                    return
            finally:
                handling.current.reset(mark)
            await self._finish(update)
            return

    async def _finish(self, update: Handling) -> None:
        """Mark what wrote nothing of its own; what was typed is written before the chat goes on."""
        if update.settled and not update.unwritten:
            return
        done = asyncio.Event()
        self._finished.append((update, done))
        self._marked.clear()
        self._something.set()
        if update.unwritten:
            await done.wait()

    async def _settle_forever(self) -> None:
        """Marks of many updates are one transaction; when no more come, they are not waited for."""
        while True:
            await self._something.wait()
            with suppress(TimeoutError):
                async with asyncio.timeout(SETTLE_EVERY_S):
                    await self._nothing_comes.wait()
            self._something.clear()
            batch, self._finished = self._finished, []
            try:
                await self._settle(batch)
            except Exception:
                log.exception("settle_failed")
                self._finished = batch + self._finished
                self._something.set()
                await asyncio.sleep(1.0)
            if not self._finished:
                self._marked.set()

    async def _settle(self, batch: list[tuple[Handling, asyncio.Event]]) -> None:
        now = self._database.clock.now()
        async with self._database.transaction(aside=True) as session:
            for update, _ in batch:
                await write_changed(session, update, now)
            await intake.settle_all(session, [update.update_id for update, _ in batch if not update.settled], now)
        for update, done in batch:
            update.settled = True
            done.set()

    async def _give_up(self, waiting: Waiting) -> None:
        async with self._database.transaction(aside=True) as session:
            await intake.park(session, waiting.update_id, self._database.clock.now())
        log.error("update_parked", update=waiting.update_id)
        apologise = self._dispatcher.workflow_data.get("apologise")
        if apologise is not None:
            await apologise(self._bot, _parsed(orjson.loads(waiting.body), self._bot))


def _parsed(raw: dict[str, Any], bot: Bot) -> Update:
    return Update.model_validate(raw, context={"bot": bot})


def _lane(raw: dict[str, Any]) -> str:
    """The chat an update belongs to, else its person."""
    for event in raw.values():
        if isinstance(event, dict):
            chat = event.get("chat") or (event.get("message") or {}).get("chat") or event.get("from") or {}
            return str(chat.get("id", ""))
    return ""
