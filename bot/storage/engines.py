"""How is a database opened? One writer and several readers on SQLite, a pool on PostgreSQL.

The settings were measured: BEGIN IMMEDIATE never fails with "database is locked", a plain BEGIN that reads before it
writes fails at once whatever the busy timeout says; one writing connection also keeps clear of SQLite's WAL-reset bug.
"""

import secrets
from contextlib import suppress
from pathlib import Path
from typing import Any

from sqlalchemy import URL, AsyncAdaptedQueuePool, event, make_url
from sqlalchemy.ext.asyncio import AsyncEngine, create_async_engine

from bot.basics.errors import WrongSetting

PROCESS = f"vernissage {secrets.token_hex(4)}"
"""What PostgreSQL's list of sessions calls this process."""

_COMMON = (
    "PRAGMA busy_timeout=10000",
    "PRAGMA foreign_keys=ON",
    "PRAGMA temp_store=MEMORY",
    "PRAGMA cache_size=-16000",
    "PRAGMA trusted_schema=OFF",
)
_WRITER = (*_COMMON, "PRAGMA journal_mode=WAL", "PRAGMA synchronous=FULL", "PRAGMA journal_size_limit=67108864")
_READER = (*_COMMON, "PRAGMA query_only=ON", "PRAGMA wal_autocheckpoint=0")


def database_url(text: str) -> URL:
    """The parsed address. Raises WrongSetting unless it is one of the two databases the shop knows."""
    try:
        url = make_url(text)
    except Exception as trouble:
        raise WrongSetting(
            "DATABASE_URL is not an address. Example: sqlite+aiosqlite:///data/vernissage.db"
        ) from trouble
    if url.drivername not in ("sqlite+aiosqlite", "postgresql+asyncpg"):
        raise WrongSetting(
            f"DATABASE_URL begins with {url.drivername}. Use sqlite+aiosqlite:///… or postgresql+asyncpg://…"
        )
    if url.drivername == "sqlite+aiosqlite" and not (url.database and url.database != ":memory:"):
        raise WrongSetting("DATABASE_URL needs a file: sqlite+aiosqlite:///data/vernissage.db")
    return url


def open_engines(url: URL, *, checkpoints: bool = True) -> tuple[AsyncEngine, AsyncEngine]:
    """(writer, reader). `checkpoints=False` for commands beside a running bot: only the bot may checkpoint."""
    if url.drivername == "postgresql+asyncpg":
        engine = _postgres(url)
        return engine, engine
    Path(str(url.database)).parent.mkdir(parents=True, exist_ok=True)
    autocheckpoint = f"PRAGMA wal_autocheckpoint={1000 if checkpoints else 0}"
    return (
        _sqlite(url, (*_WRITER, autocheckpoint), "BEGIN IMMEDIATE", pool_size=1),
        _sqlite(url, _READER, "BEGIN", pool_size=4),
    )


def _sqlite(url: URL, pragmas: tuple[str, ...], begin: str, pool_size: int) -> AsyncEngine:
    engine = create_async_engine(
        url, poolclass=AsyncAdaptedQueuePool, pool_size=pool_size, max_overflow=0, pool_timeout=15
    )

    @event.listens_for(engine.sync_engine, "connect")
    def on_connect(dbapi: Any, _record: object) -> None:
        dbapi.isolation_level = None  # the driver must not emit a BEGIN of its own
        cursor = dbapi.cursor()
        for pragma in pragmas:
            cursor.execute(pragma)
        cursor.close()

    @event.listens_for(engine.sync_engine, "begin")
    def on_begin(connection: Any) -> None:
        connection.exec_driver_sql(begin)

    @event.listens_for(engine.sync_engine, "invalidate")
    def on_invalidate(dbapi: Any, _record: object, _trouble: object) -> None:
        # closed while a cursor is open, SQLite keeps a cancelled transaction and its lock until garbage collection
        with suppress(Exception):
            dbapi.rollback()

    return engine


def _postgres(url: URL) -> AsyncEngine:
    return create_async_engine(
        url,
        pool_size=5,
        max_overflow=5,
        pool_pre_ping=True,
        pool_recycle=1800,
        pool_timeout=10,
        connect_args={
            "server_settings": {
                "application_name": PROCESS,
                "statement_timeout": "10000",
                "lock_timeout": "5000",
                "idle_in_transaction_session_timeout": "30000",
                "timezone": "UTC",
                # statements are short and differ widely in what their values find: a plan for all values is a bad one,
                # and compiling one to machine code takes longer than any of them
                "plan_cache_mode": "force_custom_plan",
                "jit": "off",
            }
        },
    )
