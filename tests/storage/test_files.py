"""Is a database kept to one bot, brought to this version from empty, and left alone when it is newer?"""

import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest
from sqlalchemy import URL, make_url, text

from bot.basics.errors import WrongSetting
from bot.storage import migrations
from bot.storage.database import Database
from bot.storage.engines import database_url, open_engines
from bot.storage.lock import FileLock

_SECOND = """
import sys
from sqlalchemy import make_url
from bot.basics.errors import WrongSetting
from bot.storage.lock import FileLock
try:
    FileLock(make_url(sys.argv[1])).take()
except WrongSetting as refusal:
    print(refusal)
    sys.exit(2)
"""


def _second_bot(url: URL) -> tuple[int, str]:
    done = subprocess.run(
        [sys.executable, "-c", _SECOND, str(url)],
        cwd=Path(__file__).parents[2],
        capture_output=True,
        text=True,
        check=False,
    )
    return done.returncode, done.stdout


def test_a_second_bot_on_one_file_is_refused_with_a_sentence_and_may_come_once_the_first_is_gone(
    tmp_path: Path,
) -> None:
    url = make_url(f"sqlite+aiosqlite:///{tmp_path}/new/shop.db")
    lock = FileLock(url)
    lock.take()
    code, said = _second_bot(url)
    assert code == 2
    assert str(tmp_path / "new" / "shop.db") in said
    assert "Stop it first" in said
    lock.free()
    assert _second_bot(url) == (0, "")


def test_postgresql_needs_no_file_lock() -> None:
    lock = FileLock(make_url("postgresql+asyncpg://x@127.0.0.1/shop"))
    lock.take()
    lock.take()
    lock.free()


@pytest.mark.parametrize("text", ["", "nonsense", "mysql://x/y", "sqlite+aiosqlite://", "sqlite+aiosqlite:///:memory:"])
def test_an_address_that_is_no_database_of_ours_is_refused_with_its_remedy(text: str) -> None:
    with pytest.raises(WrongSetting, match="DATABASE_URL"):
        database_url(text)


async def test_a_migrated_database_has_the_newest_revision_and_the_tables_of_the_code(database: Database) -> None:
    assert await migrations.current(database.writer) == migrations.head()
    assert await migrations.check(database.writer) == []
    assert await migrations.upgrade(database.writer) == (migrations.head(), migrations.head())


async def test_a_database_of_a_newer_version_is_refused_and_left_as_it_is(database: Database) -> None:
    async with database.writer.begin() as connection:
        await connection.execute(text("UPDATE alembic_version SET version_num = 'from_the_future'"))
    with pytest.raises(WrongSetting, match="from_the_future"):
        await migrations.upgrade(database.writer)
    assert await migrations.current(database.writer) == "from_the_future"


async def test_a_fresh_file_is_migrated_from_nothing(tmp_path: Path) -> None:
    writer, reader = open_engines(make_url(f"sqlite+aiosqlite:///{tmp_path}/data/fresh.db"))
    assert await migrations.current(writer) is None
    assert await migrations.upgrade(writer) == (None, migrations.head())
    assert list((tmp_path / "data").glob("*.before-*")) == []
    await writer.dispose()
    await reader.dispose()


async def test_a_file_is_copied_whole_before_it_is_upgraded(
    tmp_path: Path, sqlite_template: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "shop.db"
    path.write_bytes(sqlite_template.read_bytes())
    (tmp_path / f"shop.db.before-{migrations.head()}.part").write_bytes(b"cut off")
    writer, reader = open_engines(make_url(f"sqlite+aiosqlite:///{path}"))
    before = migrations.head()
    monkeypatch.setattr(migrations, "head", lambda: "the-next-one")
    monkeypatch.setattr(migrations, "_upgrade", lambda _: None)
    assert await migrations.upgrade(writer) == (before, "the-next-one")
    await writer.dispose()
    await reader.dispose()
    copy = sqlite3.connect(tmp_path / f"shop.db.before-{before}")
    assert copy.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    assert copy.execute("SELECT version_num FROM alembic_version").fetchall() == [(before,)]
    copy.close()
    assert list(tmp_path.glob("*.part")) == []


async def test_the_settings_of_each_sqlite_connection_are_those_that_were_measured(tmp_path: Path) -> None:
    writer, reader = open_engines(make_url(f"sqlite+aiosqlite:///{tmp_path}/shop.db"))
    expected = {"journal_mode": "wal", "synchronous": 2, "foreign_keys": 1, "busy_timeout": 10000}
    async with writer.connect() as connection:
        for pragma, value in expected.items():
            assert (await connection.execute(text(f"PRAGMA {pragma}"))).scalar() == value
    async with reader.connect() as connection:
        assert (await connection.execute(text("PRAGMA query_only"))).scalar() == 1
    await writer.dispose()
    await reader.dispose()
