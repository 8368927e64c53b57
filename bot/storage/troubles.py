"""What does an error of a database or a disk mean to the one who runs the shop? One sentence with its remedy."""

import re
from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy.exc import DBAPIError, SQLAlchemyError

from bot.basics.errors import WrongSetting

_KNOWN = (
    (r"no such table|relation \S+ does not exist", "The database has not been migrated: run `vernissage db upgrade`."),
    (
        r"database is locked|lock timeout|canceling statement due to lock",
        "Another program holds the database. Try again when it is done.",
    ),
    (r"database or disk is full|No space left", "The disk is full. Make room, nothing is lost."),
    (
        r"file is not a database|disk image is malformed|file is encrypted",
        "The database file is damaged or something else. `vernissage restore FILE` puts a backup in its place.",
    ),
    (r"readonly database|unable to open database file", "The database cannot be written: whose file and folder is it?"),
    (
        r"password authentication failed|role \S+ does not exist",
        "PostgreSQL refuses user or password: look at DATABASE_URL.",
    ),
    (r"database \S+ does not exist", "PostgreSQL has no database of that name: create it, or look at DATABASE_URL."),
)


def sentence(trouble: BaseException) -> str | None:
    """One line for a trouble of database, network or disk; None for anything else, which is a bug."""
    told = _text(trouble)
    if isinstance(trouble, SQLAlchemyError) or type(trouble).__module__.startswith(("asyncpg", "sqlite3", "pysqlite3")):
        return next((f"{cure} ({told})" for pattern, cure in _KNOWN if re.search(pattern, told)), f"Database: {told}")
    if isinstance(trouble, OSError) and trouble.filename:
        return f"{trouble.filename}: {trouble.strerror}"
    if isinstance(trouble, OSError):
        return f"The database cannot be reached: does it run, and is DATABASE_URL right? ({told})"
    return None


def _text(trouble: BaseException) -> str:
    original = trouble.orig if isinstance(trouble, DBAPIError) else None
    lines = (str(original or trouble) or type(trouble).__name__).splitlines()
    return re.sub(r"^<class '[^']*'>: ", "", lines[0])


@contextmanager
def told() -> Iterator[None]:
    """Turns such troubles into WrongSetting, which the command line prints as one line."""
    try:
        yield
    except WrongSetting:
        raise
    except Exception as trouble:
        line = sentence(trouble)
        if line is None:
            raise
        raise WrongSetting(line) from trouble
