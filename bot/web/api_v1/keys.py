"""Who calls, how often may they, and have they asked this before?"""

import hashlib
import math
import time
from collections.abc import Awaitable, Callable
from typing import Annotated, Any, Final

import orjson
import structlog
from fastapi import Depends, Header
from fastapi.security import HTTPAuthorizationCredentials, HTTPBearer
from pydantic import BaseModel

from bot.shop.channels.use_cases import ChannelRegister
from bot.shop.channels.values import ChannelView, Request
from bot.web.api_v1.problems import Refused, TooMany

log = structlog.get_logger(__name__)

BURST: Final = 120.0
PER_SECOND: Final = 20.0
NOTE_EVERY_S: Final = 60.0
_bearer: Final = HTTPBearer(auto_error=False, description="The channel's key, `vk_…`")

IdempotencyKey = Annotated[
    str | None,
    Header(alias="Idempotency-Key", max_length=120, description="The same key and body again get the same answer"),
]


class Pace:
    """At most a burst of 120 requests of one channel, then 20 a second, unless told otherwise."""

    def __init__(
        self, now: Callable[[], float] = time.monotonic, *, burst: float = BURST, per_second: float = PER_SECOND
    ) -> None:
        self._now, self._burst, self._per_second = now, burst, per_second
        self._buckets: dict[int, tuple[float, float]] = {}

    def take(self, channel: int) -> None:
        """Raises TooMany."""
        now = self._now()
        tokens, filled_at = self._buckets.get(channel, (self._burst, now))
        tokens = min(self._burst, tokens + (now - filled_at) * self._per_second)
        if tokens < 1.0:
            self._buckets[channel] = (tokens, now)
            raise TooMany(math.ceil((1.0 - tokens) / self._per_second))
        self._buckets[channel] = (tokens - 1.0, now)


class Seen:
    """Writes down who was here, once a minute at most: reading must stay cheap."""

    def __init__(self, register: ChannelRegister, now: Callable[[], float] = time.monotonic) -> None:
        self._register, self._now = register, now
        self._written: dict[int, float] = {}

    async def note(self, channel: ChannelView, cursor: str | None = None) -> None:
        now = self._now()
        if now - self._written.get(channel.id, -NOTE_EVERY_S) >= NOTE_EVERY_S:
            self._written[channel.id] = now
            try:
                await self._register.note_seen(channel, cursor)
            except Exception as trouble:  # noqa: BLE001 (whatever it is: who only reads is answered all the same)
                log.warning("not_noted", channel=channel.code, reason=str(trouble))


def caller(register: ChannelRegister) -> Callable[..., Awaitable[ChannelView]]:
    """The dependency that finds the channel behind a key."""
    pace, seen = Pace(), Seen(register)

    async def channel_of(
        given: Annotated[HTTPAuthorizationCredentials | None, Depends(_bearer)],
    ) -> ChannelView:
        channel = await register.by_key(given.credentials) if given else None
        if channel is None:
            raise Refused(401, "Bad key", "Send `Authorization: Bearer vk_…` with the key of an enabled channel.")
        pace.take(channel.id)
        await seen.note(channel)
        return channel

    return channel_of


def digest(body: BaseModel, *more: str) -> str:
    """Equal requests, equal digests, whatever the order of their members."""
    said: Any = [body.model_dump(mode="json"), *more]
    return hashlib.sha256(orjson.dumps(said, option=orjson.OPT_SORT_KEYS)).hexdigest()


def request_of(scope: str, key: str | None, body: BaseModel, *more: str) -> Request:
    """A request that may come twice; without a key each is a new one."""
    return Request(f"{scope}:{key}" if key else "", digest(body, *more))
