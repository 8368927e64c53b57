"""What are the figures of a time?"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Any

from bot.basics.ids import ProductId

BOT = "bot"
TILL = "till"


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
class Fact:
    """One thing that happened: an order accepted here, a sale elsewhere, or money that came or went (signed).

    `what`: order, till, channel or money. `channel`: where; `minor`: None where no price was told.
    """

    what: str
    channel: str
    source: str
    at: datetime
    minor: int | None
    customer: int | None = None
    returning: bool = False


@dataclass(frozen=True, slots=True)
class Count:
    """So many looks (view), works laid in a cart (cart) or checkouts begun (checkout), now or in the time before."""

    step: str
    now: bool
    source: str
    times: int


@dataclass(frozen=True, slots=True)
class Sold:
    """What was sold of one variant in the time itself. `minor` is 0 and `pieces` count where no price was told."""

    sku: str
    pieces: int
    minor: int
    variant: int | None = None


@dataclass(frozen=True, slots=True)
class Known:
    """What is known of a variant that was sold."""

    variant: int
    sku: str
    product: ProductId
    title: str
    cost_minor: int | None
    left: int


@dataclass(slots=True)
class Sums:
    """Of one time, and perhaps of one channel or one source. Money in minor units."""

    views: int = 0
    carts: int = 0
    checkouts: int = 0
    orders: int = 0
    came_minor: int = 0
    back_minor: int = 0
    sales: list[int] = field(default_factory=list)
    """The sum of each sale whose price is known."""
    new: int = 0
    returning: int = 0

    @property
    def average_minor(self) -> int:
        return round(sum(self.sales) / len(self.sales)) if self.sales else 0

    @property
    def median_minor(self) -> int:
        """Of an even number the mean of the two in the middle."""
        ordered, half = sorted(self.sales), len(self.sales) // 2
        if not ordered:
            return 0
        return ordered[half] if len(ordered) % 2 else round((ordered[half - 1] + ordered[half]) / 2)

    @property
    def anything(self) -> bool:
        return any((self.views, self.carts, self.checkouts, self.orders, self.came_minor, self.back_minor))


@dataclass(frozen=True, slots=True)
class BestWork:
    """One of those that sold best; `cover_days`: in how many days what is left will be gone at this pace."""

    product: ProductId
    title: str
    pieces: int
    minor: int
    left: int
    cover_days: int | None


@dataclass(frozen=True, slots=True)
class Profit:
    """What remains of the sales whose cost is known: `minor` of `known` pieces, of `pieces` sold."""

    minor: int
    known: int
    pieces: int


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


Lines = list[dict[str, Any]]
"""Of a sale in another channel: sku, quantity, price (or None)."""
