"""What does every test stand on? A real database file (and PostgreSQL where it is offered) and a clock that obeys."""

import asyncio
import gc
import os
import shutil
import threading
import uuid
from collections.abc import AsyncIterator, Coroutine, Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import URL, make_url

from bot.basics.clock import MovableClock
from bot.shop.shop import Shop
from bot.storage import migrations
from bot.storage.database import Database
from bot.storage.engines import open_engines
from tests.support.benches import Bench, open_bench
from tests.support.shops import open_shop

POSTGRES = os.environ.get("TEST_POSTGRES_URL")
KINDS = ["sqlite", "postgres"] if POSTGRES else ["sqlite"]
NOON = datetime(2026, 11, 21, 12, 0, tzinfo=UTC)


def pytest_report_header() -> str:
    ran = "SQLite and PostgreSQL" if POSTGRES else "SQLite only: set TEST_POSTGRES_URL to run them on PostgreSQL too"
    return f"databases: {ran}"


def _apart(work: Coroutine[Any, Any, None]) -> None:
    """Run it on a loop of its own: fixtures of the session may be asked for from inside a running one."""
    with ThreadPoolExecutor(1) as pool:
        pool.submit(asyncio.run, work).result()


def pytest_collection_finish() -> None:
    """What is imported stays: the collector need not walk it again for each thousand objects of a test."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(50_000, 20, 50)


async def _migrate(url: URL) -> None:
    writer, reader = open_engines(url)
    await migrations.upgrade(writer)
    await writer.dispose()
    await reader.dispose()


async def admin(*statements: str) -> None:
    """Run statements on the administrative PostgreSQL database."""
    import asyncpg

    connection = await asyncpg.connect(make_url(POSTGRES or "").set(drivername="postgresql").render_as_string(False))
    try:
        for statement in statements:
            await connection.execute(statement)
    finally:
        await connection.close()


@pytest.fixture(scope="session")
def sqlite_template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A migrated, empty file: tests copy it."""
    path = tmp_path_factory.mktemp("template") / "empty.db"
    _apart(_migrate(make_url(f"sqlite+aiosqlite:///{path}")))
    return path


@pytest.fixture(scope="session")
def postgres_template() -> Iterator[str]:
    """A migrated, empty database: tests are copies of it."""
    name = f"vernissage_test_{uuid.uuid4().hex[:12]}"
    _apart(admin(f'CREATE DATABASE "{name}"'))
    _apart(_migrate(make_url(POSTGRES or "").set(database=name)))
    yield name
    _apart(admin(f'DROP DATABASE "{name}" WITH (FORCE)'))


@pytest.fixture(params=KINDS)
async def database_url(request: pytest.FixtureRequest, tmp_path: Path) -> AsyncIterator[URL]:
    """A database of this test alone, with all tables."""
    if request.param == "sqlite":
        path = tmp_path / "shop.db"
        shutil.copy(request.getfixturevalue("sqlite_template"), path)
        yield make_url(f"sqlite+aiosqlite:///{path}")
        return
    template = request.getfixturevalue("postgres_template")
    name = f"{template}_{uuid.uuid4().hex[:12]}"
    await admin(f'CREATE DATABASE "{name}" TEMPLATE "{template}"')
    yield make_url(POSTGRES or "").set(database=name)
    await admin(f'DROP DATABASE "{name}" WITH (FORCE)')


@pytest.fixture
def clock() -> MovableClock:
    """Saturday noon; moves when told."""
    return MovableClock(frozen_at=NOON)


@pytest.fixture
async def database(database_url: URL, clock: MovableClock) -> AsyncIterator[Database]:
    opened = Database(database_url, clock)
    yield opened
    await opened.close()
    await _connections_ended()


async def _connections_ended() -> None:
    """A connection given up while its statement ran ends a moment later, in a thread that still needs this loop."""
    for each in threading.enumerate():
        if "_connection_worker_thread" in each.name:
            await asyncio.to_thread(each.join, 5)


@pytest.fixture
async def shop(database: Database) -> Shop:
    """A shop with one place of collection and no payment provider."""
    return await open_shop(database)


@pytest.fixture
async def bench(database: Database, clock: MovableClock) -> Bench:
    """A shop with the pretend YooKassa and jobs that a test plays by hand."""
    return await open_bench(database, clock)
