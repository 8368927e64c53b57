"""How does one count a place work by work, while it goes on selling?"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncSession

from bot.basics.ids import CustomerId, LocationId, VariantId
from bot.basics.languages import Language
from bot.shop.counting import reads, writes
from bot.shop.counting.errors import NoSuchRound, NothingToCount
from bot.shop.counting.values import Applied, CountCardView, Outcome, Round
from bot.shop.inventory import writes as inventory
from bot.shop.pickup import reads as pickup
from bot.shop.stock import writes as stock
from bot.storage.database import Database


@dataclass(frozen=True, slots=True)
class Counting:
    """A count by cards: each number is true at the moment somebody looked, and all land together."""

    database: Database

    async def rounds(self) -> Sequence[Round]:
        """Counts that are not over."""
        async with self.database.reading() as session:
            return await reads.rounds(session)

    async def begin(self, place: LocationId) -> int:
        """The count of that place, a new one if none is open. Raises NoSuchPlace, NothingToCount."""
        now = self.database.clock.now()
        async with self.database.transaction() as session:
            await pickup.get(session, place)
            await writes.begin(session, place, now)
            found = await reads.round_at(session, place)
            if found is None or not (await self._open(session, found)).total:
                raise NothingToCount
            return found

    async def card(
        self, round_id: int, *, variant: VariantId | None = None, after: int = 0, before: int | None = None
    ) -> CountCardView | None:
        """That work; or the last counted before; or the next not counted yet; None: none is. Raises NoSuchRound."""
        now = self.database.clock.now()
        async with self.database.reading() as session:
            of = await self._open(session, round_id)
            return await reads.card(session, of, now, variant=variant, after=after, before=before)

    async def say(self, round_id: int, variant: VariantId, pieces: int, at: datetime) -> None:
        """There were so many at that moment (of the past); what is sold afterwards is taken off. Raises NoSuchRound."""
        now = self.database.clock.now()
        async with self.database.transaction() as session:
            await self._open(session, round_id)
            if not await writes.say(session, round_id, variant, pieces, min(at, now)):
                raise NoSuchRound

    async def outcome(self, round_id: int, language: Language) -> Outcome:
        """What it would change now. Raises NoSuchRound."""
        async with self.database.reading() as session:
            return await reads.outcome(session, await self._open(session, round_id), language)

    async def apply(self, round_id: int, actor: CustomerId) -> Applied:
        """Each number lands as a count of its own moment, all in one step. Twice is once: raises NoSuchRound.

        What nobody has looked at stays as it is.
        """
        now = self.database.clock.now()
        async with self.database.transaction() as session:
            of = await self._open(session, round_id)
            if not await writes.end(session, round_id, "applied", now):
                raise NoSuchRound
            await stock.lock(session, [each.variant for each in await reads.looked(session, of)])
            said = await reads.looked(session, of)  # once more: nobody sells of them now
            same = [each for each in said if each.plain]
            rows = [(int(each.variant), int(of.place), 0, f"round:{round_id}:{each.variant}") for each in same]
            times = {row[3]: each.at for row, each in zip(rows, same, strict=True)}
            await stock.change_each(session, rows, "count", now, actor=actor, occurred_at=times)
            changed = short = 0
            for each in (each for each in said if not each.plain):
                cause = f"round:{round_id}:{each.variant}"
                told = await inventory.count(
                    session,
                    each.variant,
                    each.sku,
                    of.place,
                    each.pieces,
                    cause=cause,
                    actor=actor,
                    now=now,
                    occurred_at=each.at,
                )
                changed += told.before != told.after
                short += told.short
            return Applied(len(said), changed, short)

    async def drop(self, round_id: int) -> None:
        """It is forgotten, and nothing changes. Twice is once."""
        now = self.database.clock.now()
        async with self.database.transaction() as session:
            await writes.end(session, round_id, "dropped", now)

    async def _open(self, session: AsyncSession, round_id: int) -> Round:
        found = await reads.open_round(session, round_id)
        if found is None:
            raise NoSuchRound
        return found
