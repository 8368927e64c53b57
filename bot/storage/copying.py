"""How does a whole shop get from one database into another, and how is it proved to be the same?

Table by table over `Base.metadata`, out of one snapshot and into one transaction. Every row goes into a sum that does
not depend on the order or the kind of database; afterwards the target is read again and has to give the same sums.
"""

import hashlib
import json
from collections.abc import AsyncIterator, Callable, Collection, Mapping, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import JSON, LargeBinary, String, Table, cast, column, func, insert, select, table, text
from sqlalchemy.dialects.postgresql import REGCLASS
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine

from bot.basics.errors import WrongSetting
from bot.storage.base import Base

Told = Callable[[int, int], None]
"""Called with (done, all) while it works."""

NUMBERED_BY_DATABASE: Mapping[str, Collection[str]] = {"stock_level": {"feed"}, "order_event": {"feed"}}
"""Columns that PostgreSQL fills by itself with its own transaction ids: copied, but not compared."""

FILLED_BY_TRIGGERS = "filled_by_triggers"
"""In `Table.info`: rows come into being with the rows of other tables."""

_ROWS = 500
_BODIES = 16
"""Rows with pictures may have megabytes each."""
_WRAP = 1 << 256


@dataclass(frozen=True, slots=True)
class Sum:
    """How many rows a table has, and a checksum of them all."""

    rows: int = 0
    digest: int = 0

    def plus(self, digests: Collection[int]) -> "Sum":
        return Sum(self.rows + len(digests), (self.digest + sum(digests)) % _WRAP)


def tables() -> list[Table]:
    """Every table of the shop, last those that triggers fill while the others are copied.

    Foreign keys are checked at the end, so that the order is free otherwise.
    """
    return sorted(Base.metadata.tables.values(), key=lambda each: (FILLED_BY_TRIGGERS in each.info, each.name))


async def copy_everything(source: AsyncEngine, target: AsyncEngine, told: Told) -> dict[str, int]:
    """Replace all rows of `target` by those of `source`, both migrated: rows per table.

    One transaction: the target is whole, old or new, at any moment. Raises WrongSetting when both are not equal
    afterwards, and then nothing has been changed.
    """
    async with snapshot(source) as reading, _writing(target) as writing:
        total = 2 * sum([await _count(reading, each) for each in tables()])
        wanted, done = {each.name: Sum() for each in tables()}, 0
        async with _postgres(writing) if target.dialect.name == "postgresql" else _sqlite(writing):
            for each in tables():
                if FILLED_BY_TRIGGERS in each.info:
                    await writing.execute(each.delete())
                async for rows, digests in _batches(reading, each):
                    await writing.execute(insert(_bare(each)), rows)
                    wanted[each.name] = wanted[each.name].plus(digests)
                    done += len(rows)
                    told(done, total)
        for each in tables():
            found = Sum()
            async for _, digests in _batches(writing, each):
                found = found.plus(digests)
                done += len(digests)
                told(done, total)
            if found != wanted[each.name]:
                raise WrongSetting(
                    f"The copy is not equal: {each.name} has {found.rows} rows, {wanted[each.name].rows} were sent. "
                    "Nothing has been changed."
                )
    return {name: each.rows for name, each in wanted.items()}


async def sums(engine: AsyncEngine) -> dict[str, Sum]:
    """Rows and checksum of every table; equal for equal shops on any two databases."""
    found = {}
    async with snapshot(engine) as connection:
        for each in tables():
            found[each.name] = Sum()
            async for _, digests in _batches(connection, each):
                found[each.name] = found[each.name].plus(digests)
    return found


async def is_empty(engine: AsyncEngine) -> bool:
    """No row in any table."""
    async with snapshot(engine) as connection:
        for each in tables():
            if (await connection.execute(select(each).limit(1))).first() is not None:
                return False
    return True


@asynccontextmanager
async def snapshot(engine: AsyncEngine) -> AsyncIterator[AsyncConnection]:
    """A connection that sees one moment, however long it reads."""
    async with engine.connect() as connection:
        if engine.dialect.name == "postgresql":
            await connection.execution_options(isolation_level="REPEATABLE READ", postgresql_readonly=True)
        async with connection.begin():
            await _take_time(connection)
            yield connection


async def _take_time(connection: AsyncConnection) -> None:
    if connection.dialect.name == "postgresql":
        await connection.execute(text("SET LOCAL statement_timeout = 0"))
        await connection.execute(text("SET LOCAL idle_in_transaction_session_timeout = 0"))


@asynccontextmanager
async def _writing(engine: AsyncEngine) -> AsyncIterator[AsyncConnection]:
    async with engine.connect() as connection:
        if engine.dialect.name == "sqlite":
            raw = (await connection.get_raw_connection()).driver_connection
            await raw.execute("PRAGMA foreign_keys=OFF")  # type: ignore[union-attr]  # not inside a transaction
        async with connection.begin():
            await _take_time(connection)
            yield connection


@asynccontextmanager
async def _sqlite(connection: AsyncConnection) -> AsyncIterator[None]:
    """All tables empty and without triggers; foreign keys are checked at the end."""
    triggers = (await connection.execute(text("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'"))).all()
    for name, _ in triggers:
        await connection.exec_driver_sql(f'DROP TRIGGER "{name}"')
    for each in tables():
        await connection.execute(each.delete())
    yield
    for _, body in triggers:
        await connection.exec_driver_sql(body)
    await _index_words(connection)
    broken = (await connection.execute(text("PRAGMA foreign_key_check"))).all()
    if broken:
        raise WrongSetting(f"{broken[0][0]} row {broken[0][1]} belongs to a {broken[0][2]} that is not there.")


async def _index_words(connection: AsyncConnection) -> None:
    """What FTS5 searches by, made anew of the rows that have been copied."""
    beside = await connection.scalars(
        text("SELECT name FROM sqlite_master WHERE sql LIKE 'CREATE VIRTUAL TABLE % USING fts5(%content=%'")
    )
    for name in beside.all():
        await connection.exec_driver_sql(f'INSERT INTO "{name}" ("{name}") VALUES (\'rebuild\')')  # noqa: S608 (ours)


@asynccontextmanager
async def _postgres(connection: AsyncConnection) -> AsyncIterator[None]:
    """All tables empty; foreign keys are checked at the end, then each table goes on numbering."""
    keys = (
        await connection.execute(
            text(
                "SELECT CAST(CAST(conrelid AS regclass) AS text), quote_ident(conname) FROM pg_constraint"
                " WHERE contype = 'f' AND NOT condeferrable"
                " AND connamespace = CAST(current_schema() AS regnamespace)"
            )
        )
    ).all()
    for owner, key in keys:
        await connection.exec_driver_sql(f"ALTER TABLE {owner} ALTER CONSTRAINT {key} DEFERRABLE INITIALLY DEFERRED")
    # not DELETE: what has happened is append-only, row by row
    await connection.exec_driver_sql(f"TRUNCATE {', '.join(each.name for each in tables())} RESTART IDENTITY")
    yield
    await connection.exec_driver_sql("SET CONSTRAINTS ALL IMMEDIATE")
    for owner, key in keys:
        await connection.exec_driver_sql(f"ALTER TABLE {owner} ALTER CONSTRAINT {key} NOT DEFERRABLE")
    for each in tables():
        await _continue_numbers(connection, each)


async def _continue_numbers(connection: AsyncConnection, each: Table) -> None:
    """The next row gets the next number."""
    key = each.autoincrement_column
    if key is None:
        return
    sequence = await connection.scalar(select(func.pg_get_serial_sequence(each.name, key.name)))
    if sequence is not None:
        following = select(func.coalesce(func.max(key), 0) + 1).scalar_subquery()
        await connection.execute(select(func.setval(cast(sequence, REGCLASS), following, False)))


async def _count(connection: AsyncConnection, each: Table) -> int:
    return int(await connection.scalar(select(func.count()).select_from(each)) or 0)


def _is_json(each: Any) -> bool:
    return isinstance(each.type, JSON)


def _bare(each: Table) -> Any:
    """The table without defaults of ours, so that rows go in as they are; NULL stays apart from JSON's null."""
    return table(
        each.name, *(column(one.name, JSON(none_as_null=True) if _is_json(one) else one.type) for one in each.columns)
    )


async def _batches(
    connection: AsyncConnection, each: Table
) -> AsyncIterator[tuple[list[dict[str, Any]], Sequence[int]]]:
    """(rows as they are inserted, their digests)."""
    columns = list(each.columns)
    many = _BODIES if any(isinstance(one.type, LargeBinary) for one in columns) else _ROWS
    statement = select(*(cast(one, String).label(one.name) if _is_json(one) else one for one in columns))
    compared = [one.name for one in columns if one.name not in NUMBERED_BY_DATABASE.get(each.name, ())]
    documents = [one.name for one in columns if _is_json(one)]
    result = await connection.stream(statement, execution_options={"yield_per": many})
    async for part in result.mappings().partitions():
        rows = [dict(row) for row in part]
        for row in rows:
            for name in documents:
                row[name] = None if row[name] is None else _document(row[name])
        yield rows, [_digest([row[name] for name in compared]) for row in rows]


def _document(body: str) -> Any:
    return JSON.NULL if (found := json.loads(body)) is None else found


def _digest(values: Sequence[Any]) -> int:
    return int.from_bytes(hashlib.sha256(repr([_normal(value) for value in values]).encode()).digest(), "big")


def _normal(value: Any) -> Any:
    if isinstance(value, datetime):
        return value.astimezone(UTC).isoformat()
    if isinstance(value, bytes | memoryview):
        return hashlib.sha256(value).hexdigest()
    if isinstance(value, dict | list):
        return json.dumps(value, sort_keys=True)
    return "null" if value is JSON.NULL else value
