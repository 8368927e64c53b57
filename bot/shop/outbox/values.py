"""What is a piece of owed work, and how can it end?"""

from dataclasses import dataclass
from datetime import datetime
from enum import IntEnum
from typing import Any


class Lane(IntEnum):
    """Who goes first when Telegram's limits bind."""

    TRANSACTIONAL = 0
    SELLER = 1
    MARKETING = 2


@dataclass(frozen=True, slots=True)
class Owed:
    """A leased row: to be done once, now."""

    id: int
    key: str
    topic: str
    queue: str
    lane: Lane
    payload: dict[str, Any]
    version: int
    tries: int


@dataclass(frozen=True, slots=True)
class Later:
    """Not yet: come back at that moment. Counts no try."""

    at: datetime
