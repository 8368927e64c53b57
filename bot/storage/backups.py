"""How is a running shop copied into one file, and how does such a file become the shop again?

A backup is a SQLite file with all tables, whichever database the shop lives in. On SQLite it is made by VACUUM INTO
from one snapshot, on PostgreSQL out of one REPEATABLE READ transaction.
"""

import asyncio
import contextlib
import os
import shutil
import sqlite3
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, closing, contextmanager
from datetime import datetime
from pathlib import Path
from urllib.parse import quote
from uuid import uuid4

from sqlalchemy import URL, text
from sqlalchemy.ext.asyncio import AsyncEngine

from bot.basics.errors import WrongSetting
from bot.storage import migrations
from bot.storage.copying import Told, copy_everything, is_empty
from bot.storage.engines import database_url, open_engines
from bot.storage.lock import FileLock

_HEADER = b"SQLite format 3\x00"
_BESIDE = ("-wal", "-shm", "-journal")
_LIBRARY_ERRORS = (sqlite3.Error,)


def must_exist(url: URL) -> None:
    """Raises WrongSetting for a SQLite file that is not there: looking at it must not make it."""
    if _is_sqlite(url) and not Path(str(url.database)).exists():
        raise WrongSetting(f"There is no database {url.database} here. `vernissage run` makes it at its first start.")


async def back_up(url: URL, file: Path, told: Told) -> None:
    """A consistent copy of the shop as it is now; the bot goes on meanwhile. Raises WrongSetting."""
    must_exist(url)
    _must_be_free(file)
    with _part_of(file) as part:
        if _is_sqlite(url):
            _revision_in(Path(str(url.database)), "The database")
            await _vacuum(Path(str(url.database)), part, told)
        else:
            async with _engines(url) as (_, reader):
                await must_be_current(reader)
                await _fill(reader, part, told)
        part.rename(file)
    _sync(file.parent)


async def restore(url: URL, file: Path, now: datetime, told: Told) -> Path | None:
    """Put the shop of a backup in place of what is there: the file that keeps the old one, if there was one.

    The bot has to be stopped. Nothing is changed unless all of it succeeds. Raises WrongSetting.
    """
    _must_be_a_backup(file, url)
    if not _is_sqlite(url):
        with _part_of(file) as part:
            await _made_current(file, part)
            async with _engines(_url(part)) as (_, source), _engines(url) as (writer, _):
                await _must_be_alone(writer)
                await migrations.upgrade(writer)
                kept = None if await is_empty(writer) else _free_name(file, now)
                if kept is not None:
                    with _part_of(kept) as old:
                        await _fill(writer, old, told)
                        old.rename(kept)
                await copy_everything(source, writer, told)
        return kept
    target = Path(str(url.database))
    with _alone(url), _part_of(target) as part:
        await _made_current(file, part)
        return _put_in_place(part, target, now)


async def move(from_url: str, to_url: str, now: datetime, told: Told) -> dict[str, int]:
    """Copy a shop into another, empty database and prove both equal: rows per table. Raises WrongSetting."""
    source, target = _address("FROM_URL", from_url), _address("TO_URL", to_url)
    if source == target:
        raise WrongSetting("Both addresses name the same database.")
    must_exist(source)
    async with _engines(source) as (_, reader):
        await must_be_current(reader)
        if not _is_sqlite(target):
            async with _engines(target) as (writer, _):
                await _must_be_alone(writer)
                await _must_be_empty(writer)
                await migrations.upgrade(writer)
                return await copy_everything(reader, writer, told)
        file = Path(str(target.database))
        with _alone(target), _part_of(file) as part:
            if size(file):
                async with _engines(target) as (writer, _):
                    await _must_be_empty(writer)
            rows = await _fill(reader, part, told)
            _put_in_place(part, file, now)
            return rows


async def must_be_current(engine: AsyncEngine) -> None:
    """Raises WrongSetting unless the database has exactly the tables of this version."""
    found, head = await migrations.current(engine), migrations.head()
    if found is None:
        raise WrongSetting("The database is empty. `vernissage db upgrade` makes the tables.")
    if not migrations.knows(found):
        raise WrongSetting(f"The database is at revision {found}: a newer version than this one has made it.")
    if found != head:
        raise WrongSetting(f"The database is at revision {found}, this version needs {head}: `vernissage db upgrade`.")


async def _must_be_alone(postgres: AsyncEngine) -> None:
    async with postgres.connect() as connection:
        others = await connection.scalar(
            text(
                "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database()"
                " AND application_name LIKE 'vernissage %' AND application_name <> current_setting('application_name')"
            )
        )
    if others:
        raise WrongSetting("A bot runs on that database. Stop it first.")


async def _must_be_empty(engine: AsyncEngine) -> None:
    if await migrations.current(engine) is None:
        return
    await must_be_current(engine)
    if not await is_empty(engine):
        raise WrongSetting("There is a shop in the target already. Give an empty database; nothing has been changed.")


async def _fill(source: AsyncEngine, file: Path, told: Told) -> dict[str, int]:
    async with _engines(_url(file)) as (writer, _):
        await migrations.upgrade(writer)
        rows = await copy_everything(source, writer, told)
    _fold(file)
    return rows


async def _vacuum(source: Path, part: Path, told: Told) -> None:
    work = asyncio.get_running_loop().run_in_executor(None, _vacuum_into, source, part)
    while not work.done():
        await asyncio.wait([work], timeout=0.2)
        told(size(part), size(source))
    await work
    _sync(part)


def _vacuum_into(source: Path, part: Path) -> None:
    with closing(_opened(source)) as connection:
        connection.execute("PRAGMA wal_autocheckpoint=0")
        connection.execute("VACUUM INTO ?", (str(part),))


def _opened(path: Path) -> sqlite3.Connection:
    """An existing file, which opening never makes."""
    address = f"file:{quote(str(path.absolute()))}?mode=rw"
    return sqlite3.connect(address, uri=True, timeout=30, isolation_level=None)


def _address(name: str, given: str) -> URL:
    try:
        return database_url(given)
    except WrongSetting as trouble:
        raise WrongSetting(str(trouble).replace("DATABASE_URL", name)) from None


def size(path: Path) -> int:
    """In bytes; 0 for what is not there."""
    return path.stat().st_size if path.exists() else 0


def _forget(path: Path) -> None:
    path.unlink(missing_ok=True)


def _must_be_free(file: Path) -> None:
    if file.exists():
        raise WrongSetting(f"{file} is there already. Give another name, or move it away.")
    if not file.parent.is_dir():
        raise WrongSetting(f"There is no folder {file.parent}.")


def _must_be_a_backup(file: Path, url: URL) -> None:
    if not file.is_file():
        raise WrongSetting(f"There is no file {file}.")
    target = Path(str(url.database))
    if _is_sqlite(url) and target.exists() and target.samefile(file):
        raise WrongSetting(f"{file} is the database itself, not a backup.")
    with file.open("rb") as opened:
        if opened.read(len(_HEADER)) != _HEADER:
            raise WrongSetting(f"{file} is not a backup of Vernissage.")
    log = Path(f"{file}-wal")
    if log.exists() and log.stat().st_size:
        raise WrongSetting(f"{file} is a database in use, not a backup: `vernissage backup` makes one.")


async def _made_current(file: Path, part: Path) -> None:
    """A copy of the backup with the tables of this version. The backup itself is not touched."""
    await asyncio.to_thread(shutil.copyfile, file, part)
    revision = _revision_in(part, str(file))
    if not migrations.knows(revision):
        raise WrongSetting(
            f"{file} is at revision {revision}, which this version does not know: a newer version has made it. "
            "Install that one first."
        )
    try:
        async with _engines(_url(part)) as (writer, _):
            await migrations.upgrade(writer)
    finally:
        _forget(Path(f"{part}.before-{revision}"))
    _fold(part)


def _revision_in(path: Path, name: str) -> str:
    """Raises WrongSetting for a file that is damaged or holds no shop."""
    try:
        with closing(_opened(path)) as connection:
            found = connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall()
            if not {("alembic_version",), ("shop_order",), ("stock_movement",)} <= set(found):
                raise WrongSetting(f"{name} holds no shop of Vernissage.")
            faults = connection.execute("PRAGMA quick_check(1)").fetchall()
            row = connection.execute("SELECT version_num FROM alembic_version").fetchone()
    except _LIBRARY_ERRORS as trouble:
        raise WrongSetting(f"{name} cannot be read: {trouble}.") from trouble
    if faults != [("ok",)] or row is None:
        raise WrongSetting(f"{name} is damaged: {str(faults[0][0]).splitlines()[-1]}")
    return str(row[0])


def _fold(path: Path) -> None:
    """Everything into the one file, nothing beside it, on the disk."""
    with closing(_opened(path)) as connection:
        connection.execute("PRAGMA journal_mode=DELETE")
    _sync(path)


def _put_in_place(part: Path, target: Path, now: datetime) -> Path | None:
    """`part` becomes `target` in one step; what was there is kept beside it."""
    kept = None
    if target.exists():
        with contextlib.suppress(*_LIBRARY_ERRORS), closing(_opened(target)) as connection:
            connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        kept = _free_name(target, now)
        try:
            kept.hardlink_to(target)
        except OSError:  # a file system without hard links
            shutil.copy2(target, kept)
        shutil.copymode(target, part)
    for end in _BESIDE:  # of the old one: the new one must never meet them
        left = Path(f"{target}{end}")
        if left.exists():
            left.replace(f"{kept or target}{end}" if kept else f"{part}.stale")
    part.replace(target)
    _sync(target.parent)
    return kept


def _free_name(target: Path, now: datetime) -> Path:
    name = target.with_name(f"{target.name}.before-restore-{now:%Y%m%d-%H%M%S}")
    number = 1
    while name.exists():
        number += 1
        name = target.with_name(f"{target.name}.before-restore-{now:%Y%m%d-%H%M%S}-{number}")
    return name


@contextmanager
def _part_of(file: Path) -> Iterator[Path]:
    """An empty file beside `file`, for our eyes only; gone afterwards, with all that came up beside it."""
    file.parent.mkdir(parents=True, exist_ok=True)
    part = file.with_name(f".{file.name}.{uuid4().hex[:8]}.part")
    os.close(os.open(part, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
    try:
        yield part
    finally:
        for end in ("", *_BESIDE, ".stale"):
            _forget(Path(f"{part}{end}"))


@contextmanager
def _alone(url: URL) -> Iterator[None]:
    lock = FileLock(url)
    lock.take()
    try:
        yield
    finally:
        lock.free()


@asynccontextmanager
async def _engines(url: URL) -> AsyncIterator[tuple[AsyncEngine, AsyncEngine]]:
    writer, reader = open_engines(url, checkpoints=False)
    try:
        yield writer, reader
    finally:
        await writer.dispose()
        await reader.dispose()


def _sync(path: Path) -> None:
    """On the disk, not only on its way there."""
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _url(path: Path) -> URL:
    return URL.create("sqlite+aiosqlite", database=str(path))


def _is_sqlite(url: URL) -> bool:
    return url.get_backend_name() == "sqlite"
