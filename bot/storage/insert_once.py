"""How is a row written at most once, with the same text on both databases?"""

from collections.abc import Mapping, Sequence
from typing import Any, TypeVar

from sqlalchemy import Insert
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import InstrumentedAttribute

from bot.storage.base import Base

T = TypeVar("T")


def dialect_insert(session: AsyncSession, table: type[Base]) -> Any:
    """An INSERT that knows ON CONFLICT, for the database of this session."""
    name = session.get_bind().dialect.name
    return (postgresql.insert if name == "postgresql" else sqlite.insert)(table)


async def insert_once(
    session: AsyncSession,
    table: type[Base],
    rows: Sequence[Mapping[str, Any]],
    returning: InstrumentedAttribute[T],
) -> list[T]:
    """Insert the rows that break no unique key; returns `returning` of those that were new."""
    if not rows:
        return []
    statement: Insert = dialect_insert(session, table).values(list(rows)).on_conflict_do_nothing()
    return list((await session.execute(statement.returning(returning))).scalars())
