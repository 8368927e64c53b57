"""What are the figures of a time?"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Figures:
    """One stretch of time. Money in minor units: what came less what went back."""

    orders: int
    income_minor: int
    refunded_minor: int
    pieces_elsewhere: int
    """Sold at the fair, on the website, at a marketplace: wherever the shop was told of."""


@dataclass(frozen=True, slots=True)
class Compared:
    """A time and the one of the same length before it."""

    days: int
    now: Figures
    before: Figures
