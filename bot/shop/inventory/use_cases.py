"""How does a seller keep the books right by hand?"""

from dataclasses import dataclass

from bot.basics.ids import CustomerId, VariantId
from bot.shop.inventory import reads, writes
from bot.storage.database import Database


@dataclass(frozen=True, slots=True)
class Inventory:
    """Corrections with a reason, and what they settle."""

    database: Database

    async def close_unknown(self, conflict: int) -> bool:
        """A sale of an unknown SKU has been dealt with. Twice is once; False: it names a known work, or is over."""
        now = self.database.clock.now()
        async with self.database.transaction() as session:
            return await writes.close_unknown(session, conflict, now)

    async def write_off(
        self, variant: VariantId, sku: str, pieces: int, reason: str, actor: CustomerId, cause: str
    ) -> int:
        """So many are broken, lost or given away. How many are left there; twice is once. Raises NotThatMany."""
        now = self.database.clock.now()
        async with self.database.transaction() as session:
            return await writes.write_off(
                session, variant, sku, pieces, cause=f"off:{cause}", actor=actor, reason=reason[:200], now=now
            )

    async def low_at(self, variant: VariantId) -> int | None:
        """From how many pieces on the seller wants to be told; None: never."""
        async with self.database.reading() as session:
            return await reads.low_at(session, variant)

    async def set_low(self, variant: VariantId, low_at: int | None) -> None:
        """The seller is told once when so many or fewer can be bought; None: never."""
        async with self.database.transaction() as session:
            await writes.set_low(session, variant, low_at)

    async def tell_low(self) -> None:
        """Owe the alerts of works that have begun to run out. Twice is once."""
        async with self.database.reading() as session:
            if not await reads.low(session):
                return
        async with self.database.transaction() as session:
            await writes.tell_low(session, self.database.clock.now())
