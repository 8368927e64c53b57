"""What was done to something last?"""

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from bot.shop.journal.tables import JournalEntry
from bot.shop.journal.values import Line


async def newest(session: AsyncSession, about: str, about_id: int) -> Line | None:
    """The last line about it."""
    row = await session.scalar(
        select(JournalEntry)
        .where(JournalEntry.about == about, JournalEntry.about_id == about_id)
        .order_by(JournalEntry.id.desc())
        .limit(1)
    )
    if row is None:
        return None
    return Line(row.id, row.at, row.actor_id, row.what, row.subject, row.before, row.after)
