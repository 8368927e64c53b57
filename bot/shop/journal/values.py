"""What stands in the journal?"""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Entry:
    """One change: who, when, what of which thing, from what to what. Nothing of buyers."""

    id: int
    at: datetime
    actor: str
    """The name of whoever did it; empty: the shop itself, or somebody who was forgotten."""
    what: str
    subject: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Line:
    """The newest thing that was done to something, as it was written."""

    id: int
    at: datetime
    actor: int | None
    what: str
    subject: str
    before: str
    after: str
