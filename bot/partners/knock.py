"""Does somebody answer at a web address, and what time is it there?"""

import asyncio
import http.client
from dataclasses import dataclass
from datetime import datetime
from email.utils import parsedate_to_datetime
from urllib.parse import urlsplit

from bot.storage.database import forbid_open_transaction


@dataclass(frozen=True, slots=True)
class Answer:
    """The status, and the server's own clock (whole seconds) where it tells it."""

    status: int
    date: datetime | None


async def knock(address: str, timeout_s: float = 5.0) -> Answer:
    """One GET, redirects not followed. Raises OSError (also for a bad certificate) or http.client.HTTPException."""
    forbid_open_transaction()
    return await asyncio.to_thread(_knock, address, timeout_s)


def _knock(address: str, timeout_s: float) -> Answer:
    parts = urlsplit(address)
    kind = http.client.HTTPSConnection if parts.scheme == "https" else http.client.HTTPConnection
    connection = kind(parts.hostname or "", parts.port, timeout=timeout_s)
    try:
        connection.request("GET", parts.path or "/", headers={"Connection": "close"})
        answer = connection.getresponse()
        try:
            date = parsedate_to_datetime(answer.headers["Date"])
        except (TypeError, ValueError):
            date = None
        return Answer(answer.status, date)
    finally:
        connection.close()
