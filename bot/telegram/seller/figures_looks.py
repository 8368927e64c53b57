"""What does the seller see of his figures? Each with the comparison that gives it sense."""

from collections.abc import Sequence
from datetime import timedelta
from typing import Any, Final

from aiogram.types import InlineKeyboardButton
from babel.dates import format_date

from bot.shop.analytics.values import BOT, TILL, BestWork, Period, Report, Sums
from bot.telegram import wording
from bot.telegram.buyer.limits import cut
from bot.telegram.buyer.order_words import paragraphs
from bot.telegram.screen import Screen, button, may_press, rows
from bot.telegram.seller.callbacks import DeskOpen
from bot.telegram.seller.figures_buttons import FeesOpen, FiguresOf
from bot.telegram.texts import Html, Texts, grouped, joined

_MOST: Final = 5
_NAME: Final = 14
_PATTERNS: Final = {Period.MONTH: "LLLL y", Period.QUARTER: "QQQQ y", Period.YEAR: "y"}


def figures(report: Report, back: int, texts: Texts) -> Screen:
    """📊 of one time: money, the way to a purchase, where, whence, what."""
    now, before = report.now, report.before
    text = paragraphs(
        joined([texts("figures-head", period=named(report, texts)), _beside(report, texts)]),
        _money(report, texts),
        _part("figures-way", _way(dict(report.channels).get(BOT, now), texts), texts)
        if now.views or now.carts or now.checkouts
        else "",
        _part("figures-where", _channels(report, texts), texts) if len(report.channels) > 1 else "",
        _part("figures-whence", _sources(report, texts), texts) if any(name for name, _ in report.sources) else "",
        joined([texts("figures-best"), *(_work(work, report, texts) for work in report.works)]) if report.works else "",
        _profit(report, texts),
        "" if now.anything or before.anything else texts("figures-nothing"),
    )
    return Screen(text, _buttons(report, back, texts))


def _buttons(report: Report, back: int, texts: Texts) -> tuple[tuple[InlineKeyboardButton, ...], ...]:
    span = report.span

    def period(of: Period) -> InlineKeyboardButton:
        chosen = "• " if of is span.period else ""
        return button(chosen + texts.plain(f"figures-by-{of.name.lower()}"), FiguresOf(act="open", period=of.value))

    def act(key: str, act: str) -> InlineKeyboardButton:
        return button(texts.plain(key), FiguresOf(act=act, period=span.period.value, back=back))

    earlier = FiguresOf(act="open", period=span.period.value, back=min(back + 1, 400))
    later = FiguresOf(act="open", period=span.period.value, back=max(back - 1, 0))
    return rows(
        (period(Period.WEEK), period(Period.MONTH)),
        (period(Period.QUARTER), period(Period.YEAR)),
        (
            button(f"◀️ {_short(span.period, span.before_since, texts)}", earlier),
            *([button("▶️", later)] if back else []),
        ),
        (act("figures-chart", "chart"), act("figures-table", "table")) if report.now.anything else None,
        (button(texts.plain("fees-open"), FeesOpen()), button(texts.plain("sell-desk"), DeskOpen())),
    )


def named(report: Report, texts: Texts) -> str:
    """`ноябрь 2026`, `16–22 ноября`, `4-й квартал 2026`, `2026`"""
    return _named(report.span.period, report.span.since, texts)


def _named(period: Period, since: Any, texts: Texts) -> str:
    first = since.date()
    if period is not Period.WEEK:
        return str(format_date(first, _PATTERNS[period], locale=texts.language))
    last = first + timedelta(days=6)
    end = wording.calendar_day(last, last, texts.language)
    return (
        f"{first.day}–{end}"
        if first.month == last.month
        else (f"{wording.calendar_day(first, last, texts.language)} – {end}")
    )


def _short(period: Period, since: Any, texts: Texts) -> str:
    """As much as fits on a button: `26 окт. – 1 нояб.`"""
    if period is not Period.WEEK:
        return _named(period, since, texts)
    first, last = (str(format_date(since.date() + timedelta(days=n), "d MMM", locale=texts.language)) for n in (0, 6))
    return f"{first}–{last}"


def _beside(report: Report, texts: Texts) -> Html:
    span = report.span
    if not span.runs:
        return texts("figures-beside", period=_named(span.period, span.before_since, texts))
    return texts("figures-beside-so-far", days=report.days, period=_named(span.period, span.before_since, texts))


def _money(report: Report, texts: Texts) -> Html:
    now, before = report.now, report.before

    def money(minor: int) -> str:
        return wording.money(minor, report.currency, texts.language)

    return joined(
        [
            texts("figures-income", income=money(now.came_minor), before=money(before.came_minor)),
            texts("figures-refunded", sum=money(now.back_minor), before=money(before.back_minor))
            if now.back_minor or before.back_minor
            else "",
            texts("figures-orders", orders=now.orders, before=before.orders),
            texts("figures-average", average=money(now.average_minor), median=money(now.median_minor or 0))
            if now.priced > 1
            else "",
            texts("figures-buyers", new=now.new or 0, returning=now.returning or 0) if now.new or now.returning else "",
        ]
    )


def steps(sums: Sums) -> list[tuple[str, int, int | None]]:
    """(step, how many, hundredths of the step before): who buys at once skips the cart, so the step before is the
    nearest that is not smaller.
    """
    found: list[tuple[str, int, int | None]] = []
    ways = (("view", sums.views), ("cart", sums.carts), ("checkout", sums.checkouts), ("bought", sums.orders))
    for name, count in ways:
        above = next((many for _, many, _ in reversed(found) if many >= count and many), None)
        found.append((name, count, round(count * 100 / above) if above else None))
    return found


def _way(sums: Sums, texts: Texts) -> list[tuple[str, str, str]]:
    return [
        (texts.plain(f"figures-step-{name}"), grouped(count), f"{share}%" if share is not None else "")
        for name, count, share in steps(sums)
    ]


def channel(code: str, texts: Texts) -> str:
    """The shop's own channels by their names, others by their codes."""
    return texts.plain(f"figures-channel-{code}") if code in (BOT, TILL) else code


def _channels(report: Report, texts: Texts) -> list[tuple[str, str, str]]:
    return [
        (channel(code, texts), str(sums.orders), wording.money(sums.came_minor, report.currency, texts.language))
        for code, sums in report.channels[:_MOST]
    ]


def _sources(report: Report, texts: Texts) -> list[tuple[str, str, str]]:
    return [
        (
            source or texts.plain("figures-no-source"),
            f"{grouped(sums.views)} → {sums.orders}",
            wording.money(sums.came_minor, report.currency, texts.language),
        )
        for source, sums in report.sources[:_MOST]
    ]


def _part(key: str, lines: Sequence[tuple[str, str, str]], texts: Texts) -> Html:
    """Columns that stand under each other."""
    cells = [(cut(name, _NAME), middle, last) for name, middle, last in lines]
    first, second, third = (max(len(row[column]) for row in cells) for column in range(3))
    table = "\n".join(f"{name:<{first}}  {middle:>{second}}  {last:>{third}}".rstrip() for name, middle, last in cells)
    return texts(key, table=table)


def _work(work: BestWork, report: Report, texts: Texts) -> Html:
    title = wording.quoted(cut(work.title, 60), texts.language)
    sum_of = wording.money(work.minor, report.currency, texts.language)
    cover = work.cover_days(report.days)
    return texts(
        "figures-work" if cover is None else "figures-work-cover",
        title=title, count=work.pieces, sum=sum_of, **({} if cover is None else {"days": cover, "left": work.left}),
    )  # fmt: skip


def _profit(report: Report, texts: Texts) -> Html | str:
    found = report.profit
    if found is None:
        return texts("figures-no-profit") if report.now.orders and may_press(FeesOpen()) else ""
    said = {
        name: wording.money(minor, report.currency, texts.language)
        for name, minor in (("sum", found.minor), ("cost", found.cost_minor), ("fees", found.fees_minor))
    }
    part = texts("figures-profit-part", known=found.known, sales=found.sales) if found.known < found.sales else ""
    return joined([texts("figures-profit", **said), part])


def under_chart(report: Report, texts: Texts) -> Html:
    """What the picture shows."""
    return texts(
        "figures-under-chart",
        period=named(report, texts),
        before=_named(report.span.period, report.span.before_since, texts),
        sum=wording.money(report.now.came_minor, report.currency, texts.language),
    )


def table(report: Report, texts: Texts) -> list[list[Any]]:
    """Rows of the workbook: everything, each channel, each source; then the works."""
    keys = ("what", "views", "carts", "checkouts", "orders", "came", "back", "average", "median", "new", "returning")
    made: list[list[Any]] = [[texts.plain(f"figures-col-{key}") for key in keys]]
    made.append(_row(named(report, texts), report.now))
    made.append(_row(_named(report.span.period, report.span.before_since, texts), report.before))
    made += [_row(channel(code, texts), sums) for code, sums in report.channels]
    made += [_row(texts.plain("figures-from", source=source or texts.plain("figures-no-source")), sums)
             for source, sums in report.sources]  # fmt: skip
    made += [[], [texts.plain("figures-col-work"), texts.plain("figures-col-pieces"), texts.plain("figures-col-came"),
                  texts.plain("figures-col-left"), texts.plain("figures-col-cover")]]  # fmt: skip
    made += [
        [work.title, work.pieces, work.minor / 100, work.left, work.cover_days(report.days)] for work in report.works
    ]
    if report.profit:
        found = report.profit
        made += [
            [],
            [texts.plain(f"figures-col-{key}") for key in ("profit", "cost", "fees", "known", "of")],
            [found.minor / 100, found.cost_minor / 100, found.fees_minor / 100, found.known, found.sales],
        ]
    return made


def _row(name: str, sums: Sums) -> list[Any]:
    return [
        name, sums.views, sums.carts, sums.checkouts, sums.orders, sums.came_minor / 100, sums.back_minor / 100,
        sums.average_minor / 100, (sums.median_minor or 0) / 100, sums.new, sums.returning,
    ]  # fmt: skip
