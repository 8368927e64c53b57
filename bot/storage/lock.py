"""How is a second bot on one SQLite file kept out?"""

import fcntl
from pathlib import Path
from typing import IO

from sqlalchemy import URL

from bot.basics.errors import WrongSetting


class FileLock:
    """Held by `run` and `demo` for as long as they live; the system frees it when the process dies."""

    def __init__(self, url: URL) -> None:
        self._path = Path(f"{url.database}.lock") if url.get_backend_name() == "sqlite" else None
        self._file: IO[str] | None = None

    def take(self) -> None:
        """Raises WrongSetting when another bot already runs on this file."""
        if self._path is None:
            return
        self._path.parent.mkdir(parents=True, exist_ok=True)
        self._file = self._path.open("w")
        try:
            fcntl.flock(self._file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            self._file.close()
            self._file = None
            raise WrongSetting(
                f"Another Vernissage already runs on {self._path.with_suffix('')}. Stop it first, "
                "or give this one its own DATABASE_URL."
            ) from None

    def free(self) -> None:
        if self._file is not None:
            self._file.close()
            self._file = None
