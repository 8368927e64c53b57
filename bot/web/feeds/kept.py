"""Is this file the one that was taken last time? Written to disk once, digested on the way."""

import asyncio
import hashlib
import tempfile
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import IO, Any, Final

IN_MEMORY: Final = 1024 * 1024
PIECE: Final = 64 * 1024
FRESH_FOR: Final = timedelta(hours=24)
"""A file that says its own date is dated anew after so long: Yandex takes none older than ten days."""


@dataclass(slots=True)
class Made:
    """A whole file. Small ones stay in memory, larger ones lie on disk under no name."""

    body: IO[bytes]
    size: int
    digest: str

    async def pieces(self, start: bytes = b"") -> AsyncIterator[bytes]:
        """The file, piece by piece, and gone after that."""
        try:
            if start:
                yield start
            while piece := await asyncio.to_thread(self.body.read, PIECE):
                yield piece
        finally:
            self.body.close()


async def make(chunks: AsyncIterator[str]) -> Made:
    """Write them all down."""
    body: IO[Any] = tempfile.SpooledTemporaryFile(max_size=IN_MEMORY)  # noqa: SIM115 (closed once it has been sent)
    digest, size = hashlib.sha256(), 0
    try:
        async for chunk in chunks:
            written = chunk.encode()
            digest.update(written)
            size += len(written)
            await asyncio.to_thread(body.write, written)
        await asyncio.to_thread(body.seek, 0)
    except BaseException:
        body.close()
        raise
    return Made(body, size, digest.hexdigest())


@dataclass(slots=True)
class Seen:
    """Since when each file has had its content. Forgotten at a restart: then it is taken once more."""

    _kept: dict[tuple[int, str], tuple[str, datetime]] = field(default_factory=dict)

    def since(self, channel: int, name: str, digest: str, now: datetime) -> datetime:
        """The moment, to the second, when this content was first seen."""
        known = self._kept.get((channel, name))
        if known is not None and known[0] == digest and now - known[1] < FRESH_FOR:
            return known[1]
        moment = now.replace(microsecond=0)
        self._kept[channel, name] = (digest, moment)
        return moment
