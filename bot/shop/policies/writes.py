"""How does one rule change?"""

from datetime import datetime

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from bot.basics.ids import CustomerId
from bot.shop.journal.writes import note
from bot.shop.policies.tables import PolicyRow
from bot.storage.insert_once import dialect_insert


async def change(session: AsyncSession, name: str, value: str | float, by: CustomerId, now: datetime) -> None:
    """Set one rule; times in seconds."""
    was = await session.scalar(select(PolicyRow.value).where(PolicyRow.name == name))
    if was != value:
        await note(session, "setting", name, before=was, after=value, by=by, about="setting", now=now)
    row = {"value": value, "changed_at": now, "changed_by": by}
    statement = dialect_insert(session, PolicyRow).values(name=name, **row)
    await session.execute(statement.on_conflict_do_update(index_elements=["name"], set_=row))
