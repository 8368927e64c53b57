"""Where is a half-typed dialog kept, so that a restart does not lose it?"""

from datetime import datetime
from typing import Any

from sqlalchemy import JSON, String, delete, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import Mapped, mapped_column

from bot.storage.base import Base
from bot.storage.handling import Handling
from bot.storage.insert_once import dialect_insert


class StoredDialog(Base):
    """What one person is typing in one chat."""

    __tablename__ = "stored_dialog"

    key: Mapped[str] = mapped_column(String(100), primary_key=True)
    state: Mapped[str | None] = mapped_column(String(100))
    data: Mapped[dict[str, Any]] = mapped_column(JSON)
    changed_at: Mapped[datetime]


async def read_dialog(session: AsyncSession, key: str) -> tuple[str | None, dict[str, Any]]:
    """(state, data); (None, {}) when nothing is being typed."""
    row = (await session.execute(select(StoredDialog.state, StoredDialog.data).where(StoredDialog.key == key))).first()
    return (row[0], dict(row[1])) if row else (None, {})


async def forget_before(session: AsyncSession, moment: datetime) -> None:
    """Drop what nobody has gone on typing since."""
    await session.execute(delete(StoredDialog).where(StoredDialog.changed_at < moment))


async def write_changed(session: AsyncSession, handling: Handling, now: datetime) -> None:
    """What this update has changed in dialogs and not written yet."""
    for key, dialog in handling.unwritten.items():
        await write_dialog(session, key, dialog.state, dialog.data, now)
        dialog.changed = False


async def write_dialog(session: AsyncSession, key: str, state: str | None, data: dict[str, Any], now: datetime) -> None:
    """Keep it, or forget it when there is neither state nor data."""
    if state is None and not data:
        await session.execute(delete(StoredDialog).where(StoredDialog.key == key))
        return
    values = {"state": state, "data": data, "changed_at": now}
    statement = dialect_insert(session, StoredDialog).values(key=key, **values)
    await session.execute(statement.on_conflict_do_update(index_elements=["key"], set_=values))
