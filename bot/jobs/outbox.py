"""How does owed work get done? Claimed, called, finished; queues beside each other, each in its order."""

import asyncio
from collections import defaultdict
from collections.abc import Awaitable, Callable, Mapping
from datetime import timedelta

import structlog

from bot.basics.clock import Clock
from bot.shop.outbox.errors import Hopeless, NotNow
from bot.shop.outbox.use_cases import Outbox
from bot.shop.outbox.values import Later, Owed
from bot.shop.payments.errors import GatewayUnreachable

log = structlog.get_logger(__name__)

Do = Callable[[Owed], Awaitable[Later | None]]
Parked = Callable[[Owed, str], Awaitable[None]]


class OutboxJob:
    """The worker of one process; others may run beside it on the same database."""

    def __init__(
        self,
        outbox: Outbox,
        topics: Mapping[str, Do],
        *,
        bell: asyncio.Event,
        every_s: float,
        clock: Clock,
        on_parked: Parked,
    ) -> None:
        self._outbox, self._topics, self._clock, self._on_parked = outbox, topics, clock, on_parked
        self._bell, self._every_s = bell, every_s

    async def run(self) -> None:
        """For ever: at once when something was owed here, and at least every `every_s` for the others."""
        await self._outbox.begin()
        while True:
            try:
                if await self.work():
                    continue
            except Exception:
                log.exception("outbox_trouble")
                await asyncio.sleep(1.0)
            try:
                async with asyncio.timeout(self._every_s):
                    await self._bell.wait()
            except TimeoutError:
                pass
            self._bell.clear()

    async def work(self) -> bool:
        """Do what is due once; False when nothing was."""
        self._bell.clear()
        rows = await self._outbox.claim()
        queues: defaultdict[str, list[Owed]] = defaultdict(list)
        for row in rows:
            queues[row.queue].append(row)
        await asyncio.gather(*(self._in_order(queue) for queue in queues.values()))
        return bool(rows)

    async def _in_order(self, queue: list[Owed]) -> None:
        for row in queue:
            await self._do(row)

    async def _do(self, row: Owed) -> None:
        with structlog.contextvars.bound_contextvars(owed=row.key):
            try:
                later = await self._topics[row.topic](row)
            except NotNow as wait:
                await self._outbox.postpone(row, self._clock.now() + timedelta(seconds=wait.retry_after_s))
            except Hopeless as reason:
                await self._outbox.park(row, str(reason))
                await self._parked(row, str(reason))
            except GatewayUnreachable as trouble:
                log.warning("gateway_unreachable", reason=str(trouble))
                await self._fail(row, str(trouble), trouble.retry_after_s)
            except Exception as trouble:
                log.exception("owed_work_failed")
                await self._fail(row, f"{type(trouble).__name__}: {trouble}", None)
            else:
                if later is None:
                    await self._outbox.finish(row)
                else:
                    await self._outbox.postpone(row, later.at)

    async def _fail(self, row: Owed, error: str, retry_after_s: float | None) -> None:
        if await self._outbox.fail(row, error[:500], retry_after_s):
            await self._parked(row, error)

    async def _parked(self, row: Owed, error: str) -> None:
        log.error("owed_work_parked", topic=row.topic, error=error)
        await self._on_parked(row, error)
