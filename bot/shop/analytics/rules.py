"""How are figures reckoned? Every formula stands in docs/figures.md too."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime, time, timedelta
from typing import Final
from zoneinfo import ZoneInfo

from bot.shop.analytics.values import BOT, BestWork, Count, Fact, Known, Period, Profit, Sold, Span, Sums

MOST_WORKS: Final = 5
ENOUGH_SOLD: Final = 3
"""Fewer pieces say nothing about a pace."""


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


def summed(facts: Iterable[Fact], counts: Iterable[Count]) -> Sums:
    """All of it together."""
    sums, buyers = Sums(), dict[int, bool]()
    for count in counts:
        match count.step:
            case "view":
                sums.views += count.times
            case "cart":
                sums.carts += count.times
            case _:
                sums.checkouts += count.times
    for fact in facts:
        if fact.what == "money":
            if (fact.minor or 0) > 0:
                sums.came_minor += fact.minor or 0
            else:
                sums.back_minor -= fact.minor or 0
            continue
        sums.orders += 1
        if fact.minor is not None:
            sums.sales.append(fact.minor)
            if fact.what != "order":  # what an order brings is told by its money
                sums.came_minor += fact.minor
        if fact.customer is not None:
            buyers[fact.customer] = buyers.get(fact.customer, True) and fact.returning
    sums.returning = sum(buyers.values())
    sums.new = len(buyers) - sums.returning
    return sums


def grouped(facts: Sequence[Fact], counts: Sequence[Count], by: str) -> list[tuple[str, Sums]]:
    """Channel by channel or source by source, most money first. Looks and checkouts are only those of this bot."""
    of: dict[str, tuple[list[Fact], list[Count]]] = {}
    for fact in facts:
        if by == "channel" or fact.channel == BOT:
            of.setdefault(fact.channel if by == "channel" else fact.source, ([], []))[0].append(fact)
    for count in counts:
        of.setdefault(BOT if by == "channel" else count.source, ([], []))[1].append(count)
    found = [(name, summed(*both)) for name, both in of.items()]
    return sorted(found, key=lambda pair: (-pair[1].came_minor, -pair[1].orders, -pair[1].views, pair[0]))


def bars(facts: Iterable[Fact], period: Period, since: datetime, ends: datetime, zone: ZoneInfo) -> list[int]:
    """What came in, in steps from `since` to `ends`: months of a year, weeks of a quarter, else days."""
    begins, last = since.date(), ends.date() - timedelta(days=1)

    def step(day: date) -> int:
        if period is Period.YEAR:
            return day.month - 1
        return (day - begins).days // (7 if period is Period.QUARTER else 1)

    made = [0] * (step(last) + 1)
    for fact in facts:
        if fact.what != "order" and (fact.minor or 0) > 0:
            made[step(fact.at.astimezone(zone).date())] += fact.minor or 0
    return made


def best(sold: Iterable[Sold], known: Mapping[int | str, Known], days: int) -> list[BestWork]:
    """By money, then by pieces."""
    works: dict[int, BestWork] = {}
    seen: dict[int, set[int]] = {}
    for each in sold:
        of = known.get(each.variant if each.variant is not None else each.sku)
        if of is None:
            continue
        was = works.get(of.product)
        first = of.variant not in seen.setdefault(of.product, set())
        seen[of.product].add(of.variant)
        left = (was.left if was else 0) + (max(of.left, 0) if first else 0)
        pieces, minor = (was.pieces if was else 0) + each.pieces, (was.minor if was else 0) + each.minor
        works[of.product] = BestWork(of.product, of.title, pieces, minor, left, cover(left, pieces, days))
    ranked = sorted(works.values(), key=lambda work: (-work.minor, -work.pieces, work.product))
    return ranked[:MOST_WORKS]


def cover(left: int, pieces: int, days: int) -> int | None:
    """In how many days it will be gone at this pace; None when too few were sold to say, or nothing is left."""
    if pieces < ENOUGH_SOLD or left <= 0 or days <= 0:
        return None
    return left * days // pieces


def profit(sold: Iterable[Sold], known: Mapping[int | str, Known]) -> Profit | None:
    """Of those pieces whose price and cost are known."""
    gained, pieces, all_pieces = 0, 0, 0
    for each in sold:
        all_pieces += each.pieces
        of = known.get(each.variant if each.variant is not None else each.sku)
        if of is not None and of.cost_minor is not None and each.minor:
            gained += each.minor - of.cost_minor * each.pieces
            pieces += each.pieces
    return Profit(gained, pieces, all_pieces) if pieces else None
