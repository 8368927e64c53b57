"""What does one do with stock by itself?"""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.basics.ids import VariantId
from bot.shop.stock import reads, writes
from bot.shop.stock.values import Availability, Difference, Level, Movement
from bot.storage.database import Database


@dataclass(frozen=True, slots=True)
class Stock:
    """The one stock of all sales channels."""

    database: Database

    async def availability(self, variants: Sequence[VariantId]) -> dict[VariantId, Availability]:
        async with self.database.reading() as session:
            return await reads.availability(session, variants)

    async def levels(self, variant: VariantId) -> list[Level]:
        async with self.database.reading() as session:
            return await reads.levels(session, variant)

    async def movements(self, variant: VariantId) -> list[Movement]:
        async with self.database.reading() as session:
            return await reads.movements(session, variant)

    async def differences(self) -> list[Difference]:
        """Broken invariants; empty when every number is explained."""
        async with self.database.reading() as session:
            return [
                Difference(str(variant), str(place), what, is_now, should_be)
                for variant, place, what, is_now, should_be in await reads.differences(session)
            ]

    async def release_overdue(self) -> None:
        """Set-aside pieces whose time is over are for sale again."""
        now = self.database.clock.now()
        async with self.database.reading() as session:
            causes = await reads.overdue_manual(session, now)
        for cause in causes:
            async with self.database.transaction() as session:
                await writes.release_manual(session, cause, now)
