"""How is the shop doing, compared with before?"""

from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.shop.analytics import reads
from bot.shop.analytics.values import Compared
from bot.storage.database import Database

SPANS = (1, 7, 30)


@dataclass(frozen=True, slots=True)
class Analytics:
    """Reads over everything that was sold."""

    database: Database

    async def figures(self, midnight: datetime) -> list[Compared]:
        """Today, 7 and 30 days, each with as long a time before. `midnight`: the end of today in the shop's zone."""
        found = []
        async with self.database.reading() as session:
            for days in SPANS:
                span = timedelta(days=days)
                now = await reads.figures(session, midnight - span, midnight)
                before = await reads.figures(session, midnight - 2 * span, midnight - span)
                found.append(Compared(days, now, before))
        return found
