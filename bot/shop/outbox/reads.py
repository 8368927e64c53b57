"""What is still owed?"""

from datetime import datetime

from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession

from bot.shop.outbox.tables import OutboxRow


async def next_due(session: AsyncSession) -> datetime | None:
    """When the next open row is due, if any is open."""
    moment: datetime | None = await session.scalar(select(func.min(OutboxRow.due_at)).where(OutboxRow.open))
    return moment


async def oldest_overdue(session: AsyncSession, now: datetime) -> datetime | None:
    """Since when the most patient row has been due: the lag of the outbox."""
    moment: datetime | None = await session.scalar(
        select(func.min(OutboxRow.due_at)).where(OutboxRow.open, OutboxRow.due_at <= now)
    )
    return moment
