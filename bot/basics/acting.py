"""On whose behalf does this code run? Set where an update is recognised; in jobs nobody acts."""

from contextvars import ContextVar
from typing import Final

acting: Final[ContextVar[int | None]] = ContextVar("acting", default=None)
"""The id of a customer row."""
