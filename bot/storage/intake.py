"""Where do Telegram's updates wait until their effect is written?

An update is stored before it is confirmed to Telegram; handling marks it in the transaction of its effect.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import LargeBinary, select, update
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import Mapped, mapped_column

from bot.storage.base import Base
from bot.storage.insert_once import insert_once

MAX_TRIES = 3


class StoredUpdate(Base):
    """One update as it came. The body is blanked when handled: it holds personal data."""

    __tablename__ = "stored_update"

    update_id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    body: Mapped[bytes | None] = mapped_column(LargeBinary)
    received_at: Mapped[datetime]
    handled_at: Mapped[datetime | None] = mapped_column(index=True)
    parked_at: Mapped[datetime | None]
    tries: Mapped[int] = mapped_column(default=0, server_default="0")


@dataclass(frozen=True, slots=True)
class Waiting:
    """An update that still owes its effect."""

    update_id: int
    body: bytes
    tries: int


async def accept(session: AsyncSession, batch: Sequence[tuple[int, bytes]], now: datetime) -> list[int]:
    """Store raw updates in one statement; returns the ids that are new. Twice is once."""
    return await insert_once(
        session,
        StoredUpdate,
        [{"update_id": update_id, "body": body, "received_at": now, "tries": 0} for update_id, body in batch],
        StoredUpdate.update_id,
    )


_SETTLE = update(StoredUpdate).values(body=None)


async def settle(session: AsyncSession, update_id: int, now: datetime) -> bool:
    """Mark as handled; False if it is already."""
    result = await session.execute(
        _SETTLE.where(StoredUpdate.update_id == update_id, StoredUpdate.handled_at.is_(None))
        .values(handled_at=now)
        .returning(StoredUpdate.update_id)
    )
    return result.first() is not None


async def settle_all(session: AsyncSession, update_ids: Iterable[int], now: datetime) -> None:
    """Mark a batch of updates that had nothing to write."""
    await session.execute(
        _SETTLE.where(StoredUpdate.update_id.in_(list(update_ids)), StoredUpdate.handled_at.is_(None)).values(
            handled_at=now
        )
    )


async def count_try(session: AsyncSession, update_id: int) -> int:
    """One more try has failed; returns how many have."""
    result = await session.execute(
        update(StoredUpdate)
        .where(StoredUpdate.update_id == update_id)
        .values(tries=StoredUpdate.tries + 1)
        .returning(StoredUpdate.tries)
    )
    return result.scalar_one()


async def park(session: AsyncSession, update_id: int, now: datetime) -> None:
    """Give an update up after its last try. Its body is blanked as well."""
    await session.execute(_SETTLE.where(StoredUpdate.update_id == update_id).values(handled_at=now, parked_at=now))


async def unhandled(session: AsyncSession) -> list[Waiting]:
    """What a dead process has left, oldest first; counts one try for each."""
    await session.execute(
        update(StoredUpdate).where(StoredUpdate.handled_at.is_(None)).values(tries=StoredUpdate.tries + 1)
    )
    rows = await session.execute(
        select(StoredUpdate.update_id, StoredUpdate.body, StoredUpdate.tries)
        .where(StoredUpdate.handled_at.is_(None))
        .order_by(StoredUpdate.update_id)
    )
    return [Waiting(update_id, body or b"", tries) for update_id, body, tries in rows]


async def forget_before(session: AsyncSession, moment: datetime) -> None:
    """Drop marks that Telegram can no longer repeat (it keeps updates for 24 h)."""
    await session.execute(
        StoredUpdate.__table__.delete().where(StoredUpdate.handled_at < moment)  # type: ignore[attr-defined]
    )
