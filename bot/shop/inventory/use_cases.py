"""How does a seller keep the books right by hand?"""

from dataclasses import dataclass

from bot.shop.inventory import writes
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
