"""What does an inventory say?"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Counted:
    """What a count changed."""

    before: int
    after: int
    available: int
    short: int
    """Pieces that are promised but no longer there."""
