"""How does everything leave for Telegram within its limits? One door: lanes, pace, and a pause for all when told.

Limits (Bot API FAQ, "My bot is hitting limits"): about 30 messages a second in all, one a second to a chat, twenty a
minute to a group or channel. A direct answer to an update is sent at once and obeys only a running pause.
"""

import asyncio
import time
from collections import OrderedDict, deque
from contextvars import ContextVar
from typing import Any, Final

from aiogram import Bot
from aiogram.client.session.middlewares.base import BaseRequestMiddleware, NextRequestMiddlewareType
from aiogram.exceptions import TelegramRetryAfter
from aiogram.methods import Response, TelegramMethod
from aiogram.methods.base import TelegramType

from bot.shop.outbox.values import Lane

lane: ContextVar[Lane | None] = ContextVar("lane", default=None)
"""Set while owed work is delivered; None: a direct answer."""

PER_SECOND: Final = 25.0
BURST: Final = 5.0
KEPT_FOR_FIRST_LANE: Final = 3.0
CHAT_EVERY_S: Final = 1.05
CHANNEL_PER_MINUTE: Final = 18
KEPT_FOR_EDITS: Final = 4
"""What is posted anew in a channel leaves room for edits: nobody may be led to what is sold."""
_CHATS_REMEMBERED: Final = 5_000
_PATIENCE_S: Final = 30.0


class NotYet(Exception):
    """A channel has had its messages of this minute. Owed work waits in the outbox, and nobody waits behind it."""

    def __init__(self, wait_s: float) -> None:
        super().__init__(f"again in {wait_s:.1f} s")
        self.wait_s = wait_s


class Sender(BaseRequestMiddleware):
    """The pace of one bot."""

    def __init__(self) -> None:
        self._tokens = BURST
        self._filled_at = time.monotonic()
        self._held_until = 0.0
        self._last: OrderedDict[str, float] = OrderedDict()
        self._minute: dict[str, deque[float]] = {}

    async def __call__(
        self, make_request: NextRequestMiddlewareType[TelegramType], bot: Bot, method: TelegramMethod[TelegramType]
    ) -> Response[TelegramType]:
        if not _is_message(method):
            return await make_request(bot, method)
        for _ in range(3):
            await self._wait(method)
            try:
                return await make_request(bot, method)
            except TelegramRetryAfter as refusal:
                self._held_until = max(self._held_until, time.monotonic() + refusal.retry_after + 0.1)
                if lane.get() is not None or refusal.retry_after > _PATIENCE_S:
                    raise
        return await make_request(bot, method)

    async def _wait(self, method: TelegramMethod[Any]) -> None:
        """Until this may go. Marketing and alerts leave room for the first lane. Raises NotYet for a busy channel."""
        mine, chat = lane.get(), str(getattr(method, "chat_id", ""))
        weight = len(getattr(method, "media", ())) if method.__api_method__ == "sendMediaGroup" else 1
        kept = 0 if method.__api_method__.startswith("edit") else KEPT_FOR_EDITS
        while True:
            if mine is not None and (wait := self._channel_pause(chat, weight + kept)) > 0:
                raise NotYet(wait)
            pause = self._pause(mine, chat)
            if pause <= 0:
                self._take(chat, weight)
                return
            await asyncio.sleep(pause)

    def _channel_pause(self, chat: str, wanted: int) -> float:
        """Seconds until a channel's minute has room for so many messages."""
        minute, now = self._minute.get(chat), time.monotonic()
        while minute and minute[0] <= now - 60.0:
            minute.popleft()
        surplus = len(minute) + wanted - CHANNEL_PER_MINUTE if minute else 0
        return minute[min(surplus, len(minute)) - 1] + 60.0 - now if minute and surplus > 0 else 0.0

    def _pause(self, mine: Lane | None, chat: str) -> float:
        now = time.monotonic()
        self._fill(now)
        waits = [self._held_until - now]
        if mine is None:
            return waits[0]
        needed = 1.0 if mine is Lane.TRANSACTIONAL else 1.0 + KEPT_FOR_FIRST_LANE
        waits.append((needed - self._tokens) / PER_SECOND)
        if chat in self._last and not _is_channel(chat):
            waits.append(self._last[chat] + CHAT_EVERY_S - now)
        return max(waits)

    def _fill(self, now: float) -> None:
        self._tokens = min(BURST, self._tokens + (now - self._filled_at) * PER_SECOND)
        self._filled_at = now

    def _take(self, chat: str, weight: int) -> None:
        now = time.monotonic()
        self._fill(now)
        self._tokens -= weight
        self._last[chat] = now
        self._last.move_to_end(chat)
        while len(self._last) > _CHATS_REMEMBERED:
            self._minute.pop(self._last.popitem(last=False)[0], None)
        if _is_channel(chat):
            self._minute.setdefault(chat, deque()).extend([now] * weight)


def _is_channel(chat: str) -> bool:
    """Groups and channels have negative ids, or a name."""
    return chat.startswith(("-", "@"))


def _is_message(method: TelegramMethod[Any]) -> bool:
    name = method.__api_method__
    return name.startswith(("send", "copy", "forward", "edit")) and name != "sendChatAction"
