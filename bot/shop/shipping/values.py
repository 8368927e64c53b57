"""What waits to travel, and what travels?"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class OnTheWay:
    """How many orders wait for a price or for an answer to it, and how many are travelling."""

    asked: int = 0
    quoted: int = 0
    sent: int = 0
