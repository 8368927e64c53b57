"""How do channels hear of changes: looked for, owed, sent, repeated, given up?"""

from dataclasses import dataclass
from datetime import timedelta

from bot.shop.channels.errors import NoSuchChannel
from bot.shop.hooks import reads, rules, writes
from bot.shop.hooks.errors import HookFailed
from bot.shop.hooks.ports import HookSender
from bot.shop.hooks.values import Delivery, HookAnswer, Outcome
from bot.storage.database import Database, forbid_open_transaction

KEPT = timedelta(days=7)


@dataclass(frozen=True, slots=True)
class Hooks:
    """Webhooks out. One message at a time for each channel: while one fails, the others of that channel wait."""

    database: Database
    sender: HookSender | None

    async def look(self) -> int:
        """Owe each channel that listens its next message, if anything has happened. How many were owed."""
        owed = 0
        async with self.database.reading() as session:
            waiting = [each.id for each in await reads.listeners(session) if await reads.news(session, each)]
        for channel in waiting:
            async with self.database.transaction() as session:
                told = await reads.listener(session, channel)
                news = await reads.news(session, told) if told else None
                if told and news:
                    await writes.owe(session, told, news, self.database.clock.now())
                    owed += 1
        return owed

    async def claim(self, limit: int = 16) -> list[Delivery]:
        """What is due now, leased to the caller."""
        now = self.database.clock.now()
        async with self.database.reading() as session:
            if not await reads.is_due(session, now):
                return []
        async with self.database.transaction() as session:
            return await writes.claim(session, now, limit)

    async def deliver(self, delivery: Delivery) -> Outcome:
        """One try; only jobs call this. The receiver knows a repetition by the delivery's id."""
        forbid_open_transaction()
        now = self.database.clock.now()
        headers = {
            "Content-Type": "application/json; charset=utf-8",
            "User-Agent": "Vernissage",
            "Vernissage-Event": delivery.event,
            "Vernissage-Delivery": delivery.id,
            "Vernissage-Signature": rules.signature(delivery.secret, int(now.timestamp()), delivery.body),
        }
        answer, error = await self._post(delivery, headers)
        end, pause = rules.outcome(answer, delivery.tries)
        now = self.database.clock.now()
        async with self.database.transaction() as session:
            match end:
                case Outcome.TAKEN:
                    await writes.take(session, delivery, now)
                case Outcome.LATER:
                    await writes.put_off(session, delivery, now + pause, error)
                case Outcome.GIVEN_UP:
                    await writes.give_up(session, delivery, now, error)
        return end

    async def _post(self, delivery: Delivery, headers: dict[str, str]) -> tuple[HookAnswer | None, str]:
        if self.sender is None:
            return None, "nothing is sent from here"
        try:
            answer = await self.sender.post(delivery.url, headers, delivery.body.encode(), local=delivery.local)
        except HookFailed as trouble:
            return None, str(trouble)
        return answer, f"HTTP {answer.status}"

    async def set_address(self, code: str, url: str | None, *, local: bool = False) -> None:
        """Where this channel is told, from now on; None: nowhere. Raises BadHookAddress, NoSuchChannel."""
        kept, here = rules.address(url, local=local) if url else (None, False)
        now = self.database.clock.now()
        async with self.database.transaction() as session:
            ends = await reads.ends(session)
            if not await writes.set_address(session, code, kept, local=here, ends=ends, now=now):
                raise NoSuchChannel(code=code)

    async def resume(self, code: str) -> None:
        """Try again at once; what was missed is told now. Raises NoSuchChannel."""
        async with self.database.transaction() as session:
            if not await writes.resume(session, code, self.database.clock.now()):
                raise NoSuchChannel(code=code)

    async def forget(self) -> None:
        """Messages that ended a week ago."""
        async with self.database.transaction() as session:
            await writes.forget(session, self.database.clock.now() - KEPT)
