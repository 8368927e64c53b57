"""What are the figures of a time?"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Final

from bot.basics.ids import ProductId
from bot.shop.sales.values import Profit

BOT = "bot"
TILL = "till"
ENOUGH_SOLD: Final = 3
"""Fewer pieces say nothing about a pace."""


class Step(StrEnum):
    """What is counted on the way to a purchase before there is an order."""

    VIEW = "view"
    CART = "cart"


class Period(StrEnum):
    """How long a time is looked at."""

    WEEK = "w"
    MONTH = "m"
    QUARTER = "q"
    YEAR = "y"


@dataclass(frozen=True, slots=True)
class Span:
    """[since, until) and the time [before_since, before_until) it is compared with; aware, at the shop's midnights.

    `ends`: where the whole of it ends; of a time that still runs, `until` is the end of today and as many days of the
    time before are compared.
    """

    period: Period
    since: datetime
    until: datetime
    ends: datetime
    before_since: datetime
    before_until: datetime

    @property
    def runs(self) -> bool:
        return self.until < self.ends


@dataclass(frozen=True, slots=True)
class Sale:
    """Sales counted together, now or in the time before. Money in minor units.

    `what`: sum (how many, how many of a known sum, and that), middle, of bot or middle of (`minor`: one of the two in
    the middle of all, of those here, of this channel and source), people or people of (how many, how many of them came
    back; of this source).
    """

    what: str
    now: bool
    channel: str
    source: str
    count: int
    known: int
    minor: int


@dataclass(frozen=True, slots=True)
class Flow:
    """Money that came and that went back in one step of time, which begins there."""

    channel: str
    source: str
    begins: datetime
    came_minor: int
    back_minor: int


@dataclass(frozen=True, slots=True)
class Count:
    """So many looks (view), works laid in a cart (cart) or checkouts begun (checkout), now or in the time before."""

    step: str
    now: bool
    source: str
    times: int


@dataclass(slots=True)
class Sums:
    """Of one time, and perhaps of one channel or one source. Money in minor units. None: was not asked for."""

    views: int = 0
    carts: int = 0
    checkouts: int = 0
    orders: int = 0
    priced: int = 0
    """Sales whose sum is known."""
    worth_minor: int = 0
    """All of those together."""
    came_minor: int = 0
    back_minor: int = 0
    median_minor: int | None = None
    """Of an even number the mean of the two in the middle."""
    new: int | None = None
    returning: int | None = None

    @property
    def average_minor(self) -> int:
        return round(self.worth_minor / self.priced) if self.priced else 0

    @property
    def anything(self) -> bool:
        return any((self.views, self.carts, self.checkouts, self.orders, self.came_minor, self.back_minor))


@dataclass(frozen=True, slots=True)
class BestWork:
    """One of those that sold best, and what is left of the variants that were sold."""

    product: ProductId
    title: str
    pieces: int
    minor: int
    left: int

    def cover_days(self, days: int) -> int | None:
        """In how many days it will be gone at the pace of so many days; None when that cannot be said."""
        if self.pieces < ENOUGH_SOLD or self.left <= 0 or days <= 0:
            return None
        return self.left * days // self.pieces


@dataclass(frozen=True, slots=True)
class Report:
    """All figures of one time."""

    span: Span
    currency: str
    now: Sums
    before: Sums
    channels: Sequence[tuple[str, Sums]]
    """By what came in, most first."""
    sources: Sequence[tuple[str, Sums]]
    works: Sequence[BestWork]
    profit: Profit | None
    """None: no cost of what was sold is known."""
    bars: Sequence[int]
    """What came in, day by day; week by week in a quarter, month by month in a year."""
    bars_before: Sequence[int]

    @property
    def days(self) -> int:
        """How many days of it there have been."""
        return (self.span.until.date() - self.span.since.date()).days
