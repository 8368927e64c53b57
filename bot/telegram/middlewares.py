"""Who is this, which language do they read, may they do that, and is their tap answered?"""

import asyncio
import time
from collections import OrderedDict
from collections.abc import Awaitable, Callable
from typing import Any, Final

import structlog
from aiogram import BaseMiddleware
from aiogram.dispatcher.flags import get_flag
from aiogram.types import (
    CallbackQuery,
    InaccessibleMessage,
    InlineQuery,
    Message,
    TelegramObject,
    Update,
    User,
)

from bot.basics.acting import acting
from bot.basics.errors import ShopError
from bot.basics.languages import Language, pick_language
from bot.basics.nursery import Nursery
from bot.basics.visiting import Visit, visit
from bot.shop.shop import Shop
from bot.telegram import refusals
from bot.telegram.presses import permitted
from bot.telegram.rights import RIGHTS, Right, Role, role_of
from bot.telegram.screen import FRESH, PERMITTED, show
from bot.telegram.texts import Texts
from bot.telegram.toast import Toast

log = structlog.get_logger(__name__)

Handler = Callable[[TelegramObject, dict[str, Any]], Awaitable[Any]]
ANSWER_WITHIN_S: Final = 2.0


class Recognise(BaseMiddleware):
    """Puts person, role and texts beside every update that has a sender; an inline query has no person."""

    def __init__(self, shop: Shop, texts: dict[Language, Texts], owners: frozenset[int], language: Language) -> None:
        self._shop, self._texts, self._owners, self._language = shop, texts, owners, language

    async def __call__(self, handler: Handler, event: TelegramObject, data: dict[str, Any]) -> Any:
        user: User | None = data.get("event_from_user")
        if user is None or user.is_bot:
            return None
        data["role"] = role_of(user.id, None, self._owners)
        if isinstance(event, Update) and event.inline_query is not None:
            return await self._by_the_way(handler, event, data, user)
        person = await self._shop.customers.recognise(user.id, user.full_name, user.username, user.language_code)
        data["person"] = person
        data["texts"] = self._texts[person.language]
        data["role"] = role = role_of(user.id, person.role, self._owners)
        acting.set(person.id)
        visit.set(Visit(person.source, staff=role is not Role.BUYER))
        PERMITTED.set(permitted(role))
        update_id = event.update_id if isinstance(event, Update) else None
        with structlog.contextvars.bound_contextvars(update=update_id, person=person.id):
            return await handler(event, data)

    async def _by_the_way(self, handler: Handler, event: TelegramObject, data: dict[str, Any], user: User) -> Any:
        """Who types in another chat has not come to the shop: nothing is kept of them, and a blocked bot stays so."""
        known = await self._shop.customers.find(user.id)
        data["texts"] = self._texts[known.language if known else pick_language(user.language_code, self._language)]
        return await handler(event, data)


class Throttle(BaseMiddleware):
    """At most a burst of 120 updates of one person, then 20 a second; a throttled tap is answered, nothing changes."""

    BURST: Final = 120.0
    PER_SECOND: Final = 20.0
    _REMEMBERED: Final = 10_000

    def __init__(self) -> None:
        self._buckets: OrderedDict[int, tuple[float, float]] = OrderedDict()

    async def __call__(self, handler: Handler, event: TelegramObject, data: dict[str, Any]) -> Any:
        user: User | None = data.get("event_from_user")
        if user is None or self._allow(user.id, time.monotonic()):
            return await handler(event, data)
        log.warning("throttled", user=user.id)
        if isinstance(event, Update) and event.callback_query is not None:
            await Toast(event.callback_query)()
        return None

    def _allow(self, user: int, now: float) -> bool:
        tokens, filled_at = self._buckets.get(user, (self.BURST, now))
        tokens = min(self.BURST, tokens + (now - filled_at) * self.PER_SECOND)
        self._buckets[user] = (max(tokens - 1.0, 0.0), now)
        self._buckets.move_to_end(user)
        while len(self._buckets) > self._REMEMBERED:
            self._buckets.popitem(last=False)
        return tokens >= 1.0


class Fresh(BaseMiddleware):
    """A tap on a button that leaves its message alone: handlers find none to edit, so they send a new one."""

    async def __call__(self, handler: Handler, event: TelegramObject, data: dict[str, Any]) -> Any:
        if isinstance(event, CallbackQuery) and event.message is not None and (event.data or "").startswith(FRESH):
            under = InaccessibleMessage(chat=event.message.chat, message_id=event.message.message_id, date=0)
            event = event.model_copy(update={"data": (event.data or "").removeprefix(FRESH), "message": under})
        return await handler(event, data)


class Answer(BaseMiddleware):
    """Every tap is answered: by its handler, or empty at its end or after two seconds, whichever is first."""

    def __init__(self, nursery: Nursery) -> None:
        self._nursery = nursery

    async def __call__(self, handler: Handler, event: TelegramObject, data: dict[str, Any]) -> Any:
        if not isinstance(event, CallbackQuery):
            return await handler(event, data)
        toast = data["toast"] = Toast(event)
        late = self._nursery.start(_answer_late(toast), "answer_late")
        try:
            return await handler(event, data)
        finally:
            if not toast.answered:  # an answer on its way is not called back
                late.cancel()
            await toast()


async def _answer_late(toast: Toast) -> None:
    await asyncio.sleep(ANSWER_WITHIN_S)
    await toast()


class Refuse(BaseMiddleware):
    """A refusal of the shop becomes one line in the chat; it has changed nothing. At work the way back is the desk."""

    def __init__(self, shop: Shop) -> None:
        self._shop = shop

    async def __call__(self, handler: Handler, event: TelegramObject, data: dict[str, Any]) -> Any:
        try:
            return await handler(event, data)
        except ShopError as error:
            log.info("refused", reason=error.text_key)
            if isinstance(event, Message | CallbackQuery):
                await show(event, refusals.refusal(error, data["texts"], at_work=_at_work(data)), self._shop.catalogue)
            elif isinstance(event, InlineQuery):
                await event.answer([], cache_time=1, is_personal=True)
        return None


def _at_work(data: dict[str, Any]) -> bool:
    """Is the handler one of the shop's, and the person one of its staff?"""
    right: Right | None = get_flag(data, "right")
    return right is not None and right is not Right.BUY and data["role"] is not Role.BUYER


class Allow(BaseMiddleware):
    """Runs after the handler is chosen: a handler without a declared right, or a person without it, goes no further."""

    async def __call__(self, handler: Handler, event: TelegramObject, data: dict[str, Any]) -> Any:
        right: Right | None = get_flag(data, "right")
        if right is None or right not in RIGHTS[data["role"]]:
            raise NotAllowed if data["role"] is Role.BUYER else NotAllowed("not-your-right")
        return await handler(event, data)


class NotAllowed(ShopError):
    """The person lacks the right, or the handler declares none."""

    key = "not-allowed"
