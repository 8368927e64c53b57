"""How does a worker take owed work and hand it back?"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.shop.outbox import reads, writes
from bot.shop.outbox.values import Lane, Owed
from bot.storage.database import Database

LEASE = timedelta(seconds=60)
MAX_TRIES = 12
FORGET_AFTER = timedelta(hours=24)


@dataclass(frozen=True, slots=True)
class Outbox:
    """Work owed to the outside world."""

    database: Database

    async def begin(self) -> None:
        """Take up at once what a dead process had leased, unless another one is alive: then its leases end by time."""
        if await self.database.alone():
            async with self.database.transaction() as session:
                await writes.free_leases(session)

    async def claim(self, limit: int = 32) -> list[Owed]:
        """Lease what is due now. Empty when nothing is."""
        now = self.database.clock.now()
        async with self.database.reading() as session:
            due = await reads.next_due(session)
        if due is None or due > now:
            return []
        async with self.database.transaction() as session:
            return await writes.claim(session, now, limit, LEASE)

    async def finish(self, row: Owed) -> None:
        async with self.database.transaction() as session:
            await writes.finish(session, row, self.database.clock.now())

    async def postpone(self, row: Owed, at: datetime) -> None:
        async with self.database.transaction() as session:
            await writes.postpone(session, row, at, error=None, tries=row.tries)

    async def fail(self, row: Owed, error: str, retry_after_s: float | None = None) -> bool:
        """Try again after a growing pause (1 s … 10 min), or park after the last try. True when parked."""
        now = self.database.clock.now()
        async with self.database.transaction() as session:
            if row.tries + 1 >= MAX_TRIES:
                await writes.park(session, row, now, error)
                return True
            pause = timedelta(seconds=retry_after_s or min(2.0**row.tries, 600.0))
            await writes.postpone(session, row, now + pause, error=error, tries=row.tries + 1)
            return False

    async def park(self, row: Owed, error: str) -> None:
        """Give up at once: no repetition can help."""
        async with self.database.transaction() as session:
            await writes.park(session, row, self.database.clock.now(), error)

    async def forget(self) -> None:
        """Blank the payloads of work that ended a day ago."""
        async with self.database.transaction() as session:
            await writes.forget_before(session, self.database.clock.now() - FORGET_AFTER)

    async def lag_s(self) -> float:
        """For how long the most patient due row has been waiting."""
        now = self.database.clock.now()
        async with self.database.reading() as session:
            since = await reads.oldest_overdue(session, now)
        return (now - since).total_seconds() if since else 0.0


@dataclass(frozen=True, slots=True)
class Alerts:
    """What the sellers have to know."""

    database: Database

    async def fan_out(self, row: Owed, sellers: Sequence[int]) -> None:
        """Turn an alert to the shop into one to each of these platform ids. Twice is once."""
        async with self.database.transaction() as session:
            keyed = [
                (f"{row.key}:{seller}", f"seller:{seller}", {**row.payload, "seller": seller}) for seller in sellers
            ]
            await writes.owe_each(session, "tell.seller", keyed, now=self.database.clock.now(), lane=Lane.SELLER)

    async def raise_alert(self, what: str, key: str, *, topic: str, error: str) -> None:
        """One alert to the shop about its own machinery. Twice is once."""
        async with self.database.transaction() as session:
            now = self.database.clock.now()
            await writes.tell_sellers(session, what, key, now=now, topic=topic, error=error)
