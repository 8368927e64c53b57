"""How is somebody forgotten?"""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from sqlalchemy import Table, delete, update
from sqlalchemy.ext.asyncio import AsyncSession

from bot.shop.payments.tables import PaymentAttempt, RefundAttempt
from bot.shop.privacy.rules import KEPT, Subject
from bot.storage.base import Base


async def erase(session: AsyncSession, who: Subject, now: datetime) -> None:
    """Take away or blank everything that names the person; what the books need stays, and names nobody."""
    for kept in KEPT:
        table = Base.metadata.tables[kept.table]
        condition = kept.whose(table, who)
        if kept.gone:
            await session.execute(delete(table).where(condition))
        elif kept.blank:
            await session.execute(update(table).where(condition).values(_values(table, kept.blank, now)))


async def forget_bodies(session: AsyncSession, moment: datetime) -> None:
    """Blank request bodies of payments that ended before: they may carry contacts, and are never sent again."""
    for attempt in (PaymentAttempt, RefundAttempt):
        await session.execute(update(attempt).where(attempt.ended_at < moment, attempt.body != "").values(body=""))


def _values(table: Table, blank: Mapping[str, Any], now: datetime) -> dict[str, Any]:
    values = {column: value(table) if callable(value) else value for column, value in blank.items()}
    # whatever still wants to write to somebody who is gone skips them, as those who have blocked the bot
    return values | ({"blocked_at": now} if table.name == "customer" else {})
