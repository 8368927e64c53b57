"""Is the database well: there, writable, of this version, on a sound SQLite, with room to grow?"""

import os
import shutil
import sqlite3
from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy import URL, text
from sqlalchemy.ext.asyncio import AsyncEngine

from bot.basics.clock import Clock
from bot.basics.errors import WrongSetting
from bot.basics.findings import Finding, fine, note, wrong
from bot.storage import migrations
from bot.storage.engines import open_engines
from bot.storage.troubles import told

SKEW_S = 5.0
LOG_BYTES = 256 * 1024**2
ROOM_LOW, ROOM_NONE = 1024**3, 100 * 1024**2
UPGRADE = "`vernissage db upgrade`, or simply start the bot"


def is_there(url: URL) -> bool:
    """False for a SQLite file that has not been made yet."""
    return not _is_sqlite(url) or Path(str(url.database)).exists()


async def look(url: URL, clock: Clock) -> tuple[bool, list[Finding]]:
    """(whether it can be used as it is, what was found)."""
    shown = url.render_as_string(hide_password=True) if not _is_sqlite(url) else str(url.database)
    if not is_there(url):
        first = _absent(Path(str(url.database)))
        return False, [first, *_file(url)]
    writer, reader = open_engines(url, checkpoints=False)
    try:
        with told():
            if migrated := await migrations.current(writer):
                await _write_nothing(writer)
            skew = None if _is_sqlite(url) else await _skew_s(writer, clock)
    except WrongSetting as trouble:
        return False, [wrong("database", shown, str(trouble)), *_file(url)]
    finally:
        await writer.dispose()
        await reader.dispose()
    found = [fine("database", f"{shown}, writable"), _revision(migrated), *_file(url)]
    if skew is not None and abs(skew) > SKEW_S:
        found.append(wrong("clock", f"{skew:+.0f} s against PostgreSQL", "Set the clock of both machines by NTP."))
    return migrated == migrations.head(), found


def sqlite_is_sound(version: tuple[int, ...]) -> bool:
    """Without the WAL-reset bug (sqlite.org/wal.html, "The WAL-Reset Bug"): cured in 3.51.3, 3.50.7 and 3.44.6."""
    return version >= (3, 51, 3) or (3, 50, 7) <= version < (3, 51) or (3, 44, 6) <= version < (3, 45)


def _absent(path: Path) -> Finding:
    folder = next(each for each in path.absolute().parents if each.exists())
    if not os.access(folder, os.W_OK | os.X_OK):
        return wrong("database", f"{folder} cannot be written", "Give the folder to the user who runs the bot.")
    return note("database", f"{path} is not there yet", "the first `vernissage` makes it")


def _revision(found: str | None) -> Finding:
    head = migrations.head()
    if found == head:
        return fine("migrations", f"at {head}")
    if found is None:
        return note("migrations", "the database is empty", UPGRADE)
    if not migrations.knows(found):
        return wrong("migrations", f"at {found}, made by a newer version", "Install that version.")
    return wrong("migrations", f"at {found}, this version needs {head}", UPGRADE)


def _file(url: URL) -> list[Finding]:
    """What concerns a file on a disk."""
    if not _is_sqlite(url):
        return []
    path = Path(str(url.database))
    version = sqlite3.sqlite_version
    sound = sqlite_is_sound(tuple(int(part) for part in version.split(".")))
    found = [
        fine("SQLite", version)
        if sound
        else note(
            "SQLite",
            f"{version} has the rare WAL-reset bug",
            "Take the Docker image, or `pip install vernissage[sqlite]`, or Python with SQLite ≥ 3.51.3.",
        )
    ]
    folder = next(each for each in path.absolute().parents if each.exists())
    room = shutil.disk_usage(folder).free
    shown = f"{room / 1e9:.1f} GB free"
    if room < ROOM_NONE:
        found.append(wrong("disk", shown, f"Make room on the disk of {folder}."))
    else:
        found.append(note("disk", shown, "make room soon") if room < ROOM_LOW else fine("disk", shown))
    log = Path(f"{path}-wal")
    size = log.stat().st_size if log.exists() else 0
    shown = f"{size / 1e6:.1f} MB"
    cure = "Something reads for very long, or no bot runs: restart it."
    found.append(note("WAL", shown, cure) if size > LOG_BYTES else fine("WAL", shown))
    return found


async def _write_nothing(engine: AsyncEngine) -> None:
    """A write that is taken back: a full disk, a file of somebody else and a busy lock show."""
    async with engine.connect() as connection:
        await connection.execute(text("UPDATE alembic_version SET version_num = version_num"))
        await connection.rollback()


async def _skew_s(engine: AsyncEngine, clock: Clock) -> float:
    async with engine.connect() as connection:
        there: datetime = (await connection.execute(text("SELECT clock_timestamp()"))).scalar_one()
    return (clock.now() - there.astimezone(UTC)).total_seconds()


def _is_sqlite(url: URL) -> bool:
    return url.get_backend_name() == "sqlite"
