"""How are rows written, some of them at most once, with the same text on both databases?"""

from collections.abc import Mapping, Sequence
from functools import cache
from typing import Any, TypeVar

from sqlalchemy import Insert, insert
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
    # a single row is text that has been compiled before; several in one VALUES are compiled each time
    values = rows[0] if len(rows) == 1 else list(rows)
    statement: Insert = dialect_insert(session, table).values(values).on_conflict_do_nothing()
    return list((await session.execute(statement.returning(returning))).scalars())


async def insert_all(session: AsyncSession, table: type[Base], rows: Sequence[Mapping[str, Any]]) -> None:
    """Insert these rows, all with the same columns; one round trip, and the statement is built once."""
    if rows:
        await session.execute(_insert(table), list(rows))


@cache
def _insert(table: type[Base]) -> Insert:
    return insert(table.__table__)  # type: ignore[arg-type]
