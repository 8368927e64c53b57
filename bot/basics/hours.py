"""When is a place open: is it open now, until when, and when does it open next?

Times of a day are minutes since its midnight; what closes after midnight has more than 1440. Days are the place's own.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta, tzinfo
from typing import Any, Final

DAY: Final = 24 * 60
LOOK_AHEAD: Final = 120
"""Days; a place that does not open within them says nothing about when."""

Span = tuple[int, int]
"""Open from the first minute to the second."""
WHOLE_DAY: Final[Span] = (0, DAY)


@dataclass(frozen=True, slots=True)
class Special:
    """Days that differ from the week, the last one included; no spans: closed."""

    first: date
    last: date
    spans: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Hours:
    """The week, Monday first, and the days that differ; of those that meet, the later one holds."""

    week: tuple[tuple[Span, ...], ...]
    specials: tuple[Special, ...] = ()

    def special(self, day: date) -> Special | None:
        return next((each for each in reversed(self.specials) if each.first <= day <= each.last), None)

    def spans(self, day: date) -> tuple[Span, ...]:
        special = self.special(day)
        return self.week[day.weekday()] if special is None else special.spans

    @property
    def is_always(self) -> bool:
        return all(spans == (WHOLE_DAY,) for spans in self.week) and not self.specials

    def to_come(self, today: date) -> tuple[Special, ...]:
        """Special days that are not over."""
        return tuple(each for each in self.specials if each.last >= today)


@dataclass(frozen=True, slots=True)
class Now:
    """Open until then (both None: always), or closed and opening then; UTC does not matter, both are aware."""

    is_open: bool
    until: datetime | None = None
    opens: datetime | None = None
    closed: Special | None = None
    """The closed days that today is one of."""


def now(hours: Hours, moment: datetime, zone: tzinfo) -> Now:
    """How it stands at an aware moment."""
    if hours.is_always:
        return Now(is_open=True)
    today = moment.astimezone(zone).date()
    until: datetime | None = None
    for opens, closes in _openings(hours, today - timedelta(days=1), zone, 9):
        if until is None and opens <= moment < closes:
            until = closes
        elif until is not None and opens <= until < closes:
            until = closes  # midnight between two days is no closing time
    if until is not None:
        return Now(is_open=True, until=until)
    special = hours.special(today)
    return Now(
        is_open=False,
        opens=next((opens for opens, _ in _openings(hours, today, zone, LOOK_AHEAD) if opens > moment), None),
        closed=special if special is not None and not special.spans else None,
    )


def last_closing(hours: Hours, before: datetime, zone: tzinfo) -> datetime | None:
    """The end of the last opening that begins before this moment, and never after it."""
    day = before.astimezone(zone).date() - timedelta(days=14)
    ends = [closes for opens, closes in _openings(hours, day, zone, 15) if opens < before]
    return min(ends[-1], before) if ends else None


def _openings(hours: Hours, first: date, zone: tzinfo, days: int) -> Iterator[tuple[datetime, datetime]]:
    for ahead in range(days):
        day = first + timedelta(days=ahead)
        for opens, closes in hours.spans(day):
            yield _at(day, opens, zone), _at(day, closes, zone)


def _at(day: date, minute: int, zone: tzinfo) -> datetime:
    days, rest = divmod(minute, DAY)
    return datetime.combine(day + timedelta(days=days), time(rest // 60, rest % 60), zone)


def kept(hours: Hours) -> dict[str, Any]:
    """As JSON; `from_kept` reads it."""
    return {
        "week": [[list(span) for span in spans] for spans in hours.week],
        "specials": [
            [each.first.isoformat(), each.last.isoformat(), [list(span) for span in each.spans]]
            for each in hours.specials
        ],
    }


def from_kept(row: dict[str, Any] | None) -> Hours | None:
    if not row:
        return None
    return Hours(
        tuple(_spans(spans) for spans in row["week"]),
        tuple(
            Special(date.fromisoformat(first), date.fromisoformat(last), _spans(spans))
            for first, last, spans in row["specials"]
        ),
    )


def _spans(row: list[list[int]]) -> tuple[Span, ...]:
    return tuple((int(opens), int(closes)) for opens, closes in row)
