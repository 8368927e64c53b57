"""Is whoever acts a visitor whose looks count, and where did they come from? Set where an update is recognised."""

from contextvars import ContextVar
from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True)
class Visit:
    """`source`: the last `-s_<source>` of a link; `staff`: they work here, so their looks are nobody's interest."""

    source: str = ""
    staff: bool = False


visit: Final[ContextVar[Visit | None]] = ContextVar("visit", default=None)
"""None: nobody looks, such as in jobs."""


def works_here() -> bool:
    """Does somebody act who works in the shop?"""
    at_hand = visit.get()
    return at_hand is not None and at_hand.staff
