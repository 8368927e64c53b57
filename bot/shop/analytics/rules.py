"""How are figures reckoned? Every formula stands in docs/figures.md too."""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from datetime import date, datetime, time, timedelta
from typing import Final
from zoneinfo import ZoneInfo

from bot.shop.analytics.values import BOT, Count, Flow, Period, Sale, Span, Sums

_EDGES: Final = (16, 32, 64)
"""A week, a quarter or a year, a month: with the time before it."""


def span(period: Period, back: int, today: date, zone: ZoneInfo) -> Span:
    """That many periods before the one of today, 0: the one that runs."""
    begins = _begin(period, today)
    for _ in range(back):
        begins = _begin(period, begins - timedelta(days=1))
    ends = _end(period, begins)
    until = min(ends, today + timedelta(days=1))
    before = _begin(period, begins - timedelta(days=1))
    before_until = min(before + (until - begins), begins) if until < ends else begins
    moments = [datetime.combine(day, time(), zone) for day in (begins, until, ends, before, before_until)]
    return Span(period, *moments)


def _begin(period: Period, day: date) -> date:
    match period:
        case Period.WEEK:
            return day - timedelta(days=day.weekday())
        case Period.MONTH:
            return day.replace(day=1)
        case Period.QUARTER:
            return day.replace(month=(day.month - 1) // 3 * 3 + 1, day=1)
        case Period.YEAR:
            return day.replace(month=1, day=1)


def _end(period: Period, begins: date) -> date:
    """The first day after it."""
    longest = {Period.WEEK: 7, Period.MONTH: 31, Period.QUARTER: 92, Period.YEAR: 366}[period]
    return _begin(period, begins + timedelta(days=longest))


def edges(span: Span, zone: ZoneInfo) -> list[datetime]:
    """Moments between which money is summed: where a bar of the chart begins, and those the times end at.

    As many as one of three numbers, so that there are three statements and no more; the last is repeated.
    """
    begun = {*marks(span.period, span.since, span.ends, zone), *marks(span.period, span.before_since, span.since, zone)}
    found = sorted((begun | {span.since, span.before_until}) - {span.before_since})
    return found + found[-1:] * (next(size for size in _EDGES if size >= len(found)) - len(found))


def marks(period: Period, since: datetime, ends: datetime, zone: ZoneInfo) -> list[datetime]:
    """Where each bar of the chart begins: months of a year, weeks of a quarter, else days."""
    begins, days = since.date(), (ends.date() - since.date()).days
    if period is Period.YEAR:
        first = [begins.replace(month=month) for month in range(1, 13)]
    else:
        first = [begins + timedelta(days=day) for day in range(0, days, 7 if period is Period.QUARTER else 1)]
    return [datetime.combine(day, time(), zone) for day in first]


def summed(
    counts: Iterable[Count],
    sales: Iterable[Sale],
    flows: Iterable[Flow],
    middle: Iterable[Sale] | None = None,
    people: Iterable[Sale] | None = None,
) -> Sums:
    """All of these together; what is None was not asked for."""
    sums = Sums()
    for count in counts:
        match count.step:
            case "view":
                sums.views += count.times
            case "cart":
                sums.carts += count.times
            case _:
                sums.checkouts += count.times
    for sale in sales:
        sums.orders += sale.count
        sums.priced += sale.known
        sums.worth_minor += sale.minor
    for flow in flows:
        sums.came_minor += flow.came_minor
        sums.back_minor += flow.back_minor
    if middle is not None:
        minors = [each.minor for each in middle]
        sums.median_minor = minors[0] if len(minors) == 1 else round(sum(minors) / 2)
    if people is not None:
        met = [(each.count, each.known) for each in people]
        sums.returning = sum(known for _, known in met)
        sums.new = sum(count for count, _ in met) - sums.returning
    return sums


def by_channel(
    counts: Sequence[Count], sales: Sequence[Sale], flows: Sequence[Flow], *, whole: bool
) -> list[tuple[str, Sums]]:
    """Most money first. Looks and checkouts are only those of this bot, and only it knows its buyers."""
    names = {each.channel for each in sales if each.channel} | {each.channel for each in flows}
    names |= {BOT} if counts else set()
    found = []
    for name in names:
        here = name == BOT
        middle = [each for each in sales if each.what == ("of bot" if here else "middle of")]
        sums = summed(
            counts if here else (),
            [each for each in sales if each.what == "sum" and each.channel == name],
            [each for each in flows if each.channel == name],
            [each for each in middle if here or each.channel == name] if whole else None,
            [each for each in sales if each.what == "people" and here] if whole else None,
        )
        found.append((name, sums))
    return _ranked(found)


def by_source(
    counts: Sequence[Count], sales: Sequence[Sale], flows: Sequence[Flow], *, whole: bool
) -> list[tuple[str, Sums]]:
    """As by channel, of this bot alone."""
    sums_here = [each for each in sales if each.what == "sum" and each.channel == BOT]
    flows_here = [each for each in flows if each.channel == BOT]
    found = []
    of: tuple[Sequence[Sale | Flow | Count], ...] = (sums_here, flows_here, counts)
    for name in {each.source for some in of for each in some}:
        own = [each for each in sales if each.source == name]
        sums = summed(
            [each for each in counts if each.source == name],
            [each for each in sums_here if each.source == name],
            [each for each in flows_here if each.source == name],
            [each for each in own if each.what == "middle of" and each.channel == BOT] if whole else None,
            [each for each in own if each.what == "people of"] if whole else None,
        )
        found.append((name, sums))
    return _ranked(found)


def _ranked(found: list[tuple[str, Sums]]) -> list[tuple[str, Sums]]:
    return sorted(found, key=lambda pair: (-pair[1].came_minor, -pair[1].orders, -pair[1].views, pair[0]))


def bars(flows: Iterable[Flow], begins: Sequence[datetime]) -> list[int]:
    """What came in, step by step of the chart."""
    made = [0] * len(begins)
    for flow in flows:
        made[bisect_right(begins, flow.begins) - 1] += flow.came_minor
    return made
