"""How are opening hours read that a person typed in Russian, English or Polish, and how are they written back?

`пн–пт 11–19, сб 12–16, 1–8 января закрыто`: days or dates, then times or a word for closed, in any number.
"""

from dataclasses import dataclass, field
from datetime import date
from typing import Final, NoReturn

from babel.dates import format_date

from bot.basics import hours_words as words
from bot.basics.hours import DAY, WHOLE_DAY, Hours, Span, Special
from bot.basics.hours_words import EVERY_DAY, WEEKDAYS, NotHours, Token
from bot.basics.languages import Language
from bot.basics.typed import clean

TEXT_LIMIT: Final = 300
_MOST_SPANS: Final = 4
_MOST_SPECIALS: Final = 20
_MOST_DAYS: Final = 120

_NAMES: Final = ("day", "days", "month", "full", "time")
"""Kinds of words that a day or a date may begin with."""
_WORDS: Final[dict[Language, tuple[str, str, str]]] = {
    "ru": ("ежедневно", "закрыто", "круглосуточно"),
    "en": ("daily", "closed", "24/7"),
    "pl": ("codziennie", "nieczynne", "całodobowo"),
}


@dataclass(slots=True)
class _Reading:
    """What has been understood so far."""

    today: date
    week: dict[int, list[Span]] = field(default_factory=dict)
    specials: list[tuple[date, date, list[Span]]] = field(default_factory=list)
    days: list[int] = field(default_factory=list)
    dates: list[tuple[date, date]] = field(default_factory=list)
    open_lists: list[list[Span]] = field(default_factory=list)
    """Lists that one more span would be added to: `пн 10–13, 14–19`."""
    closing: bool = False
    """A word for closed stood before its days."""

    @property
    def waits(self) -> bool:
        return bool(self.days or self.dates)

    def add_days(self, days: frozenset[int] | list[int]) -> None:
        self.days += sorted(days)
        self._named()

    def add_dates(self, first: date, last: date) -> None:
        self.dates.append((first, last))
        self._named()

    def _named(self) -> None:
        self.open_lists = []
        if self.closing:
            self.settle([])
            self.open_lists = []

    def settle(self, spans: list[Span]) -> None:
        """These are the hours of everything that waits for some."""
        lists = []
        for day in self.days:
            self.week[day] = list(spans)
            lists.append(self.week[day])
        for first, last in self.dates:
            mine = list(spans)
            self.specials.append((first, last, mine))
            lists.append(mine)
        self.days, self.dates, self.open_lists = [], [], lists


def read_hours(text: str, today: date) -> Hours:
    """Opening hours as typed; dates without a year are the coming ones. Raises NotHours."""
    text = clean(text).strip(" .,;\n")
    if not text or len(text) > TEXT_LIMIT:
        raise NotHours(text[:40])
    tokens = words.tokens(text.casefold())
    if _times_come_first(tokens):
        tokens = [*tokens[3:], *tokens[:3]]
    made = _Reading(today)
    at = 0
    try:
        while at < len(tokens):
            at = _step(tokens, at, made)
        if made.waits or not any(made.week.values()):
            _fail(tokens, len(tokens) - 1)
    except NotHours as unread:
        raise NotHours(unread.part or text[:40]) from None
    specials = tuple(Special(first, last, tuple(sorted(spans))) for first, last, spans in made.specials)
    if len(specials) > _MOST_SPECIALS:
        raise NotHours(text[:40])
    return Hours(tuple(tuple(sorted(made.week.get(day, ()))) for day in range(7)), specials)


def _times_come_first(tokens: list[Token]) -> bool:
    """`11–19 пн–пт`: nothing but days after the only times."""
    days = tokens[3:]
    return _is_range(tokens, 0) and bool(days) and all(each.kind in ("day", "days", "dash") for each in days)


def _step(tokens: list[Token], at: int, made: _Reading) -> int:
    """Take one phrase from there on; where the next one begins."""
    token = tokens[at]
    match token.kind:
        case "days":
            made.add_days(token.days)
        case "day":
            first = token.number
            if _kind(tokens, at + 1) == "dash" and _kind(tokens, at + 2) == "day":
                last = tokens[at + 2].number
                made.add_days([day % 7 for day in range(first, last + 1 if last >= first else last + 8)])
                return at + 3
            made.add_days([first])
        case "always":
            _timed(made, WHOLE_DAY, tokens, at)
        case "closed":
            if made.waits:
                made.settle([])
                made.open_lists = []
            elif _kind(tokens, at + 1) in _NAMES and not _is_range(tokens, at + 1):
                made.closing = True
                return _closed_days(tokens, at + 1, made)
            else:
                _fail(tokens, at)
        case "pause":
            if not _is_range(tokens, at + 1):
                _fail(tokens, at)
            _pause(made, _range(tokens, at + 1), tokens, at)
            return at + 4
        case "month" | "full":
            return _dates(tokens, at, made)
        case "time":
            if not _is_range(tokens, at):
                return _dates(tokens, at, made)
            _timed(made, _range(tokens, at), tokens, at)
            return at + 3
        case _:
            _fail(tokens, at)
    return at + 1


def _closed_days(tokens: list[Token], at: int, made: _Reading) -> int:
    """Everything that is named now is closed, as far as only days and dates are named."""
    first = True
    while at < len(tokens) and tokens[at].kind in _NAMES and not _is_range(tokens, at):
        if not first and _timed_later(tokens, at):
            break
        first, at = False, _step(tokens, at, made)
    made.closing = False
    return at


def _timed_later(tokens: list[Token], at: int) -> bool:
    """The days that are named from here on get times of their own."""
    while at < len(tokens) and tokens[at].kind in (*_NAMES, "dash") and not _is_range(tokens, at):
        at += 1
    return _is_range(tokens, at) or _kind(tokens, at) == "always"


def _timed(made: _Reading, span: Span, tokens: list[Token], at: int) -> None:
    if made.waits:
        made.settle([span])
    elif made.open_lists:
        for spans in made.open_lists:
            if len(spans) >= _MOST_SPANS or any(span[0] < closes and opens < span[1] for opens, closes in spans):
                _fail(tokens, at)
            spans.append(span)
    elif not made.week:
        made.days = sorted(EVERY_DAY)
        made.settle([span])
    else:
        _fail(tokens, at)


def _pause(made: _Reading, pause: Span, tokens: list[Token], at: int) -> None:
    """Taken out of the hours that stand before it."""
    if made.waits or not made.open_lists:
        _fail(tokens, at)
    for spans in made.open_lists:
        around = next((span for span in spans if span[0] < pause[0] and pause[1] < span[1]), None)
        if around is None or len(spans) >= _MOST_SPANS:
            _fail(tokens, at)
        spans.remove(around)
        spans += [(around[0], pause[0]), (pause[1], around[1])]


def _kind(tokens: list[Token], at: int) -> str:
    return tokens[at].kind if at < len(tokens) else ""


def _is_range(tokens: list[Token], at: int) -> bool:
    """Two times with a dash, which no month makes into dates."""
    return [_kind(tokens, at + ahead) for ahead in range(3)] == ["time", "dash", "time"] and (
        _kind(tokens, at + 3) != "month"
    )


def _range(tokens: list[Token], at: int) -> Span:
    opens, closes = _minute(tokens, at), _minute(tokens, at + 2)
    if opens == closes or opens >= DAY:
        _fail(tokens, at)
    return (opens, closes if closes > opens else closes + DAY)


def _minute(tokens: list[Token], at: int) -> int:
    half = tokens[at].half
    hour, _, minute = tokens[at].text.replace(".", ":").partition(":")
    hours, minutes = int(hour), int(minute or 0)
    if half:
        if not 1 <= hours <= 12:
            _fail(tokens, at)
        hours = hours % 12 + (12 if half == "pm" else 0)
    if minutes > 59 or hours * 60 + minutes > DAY:
        _fail(tokens, at)
    return hours * 60 + minutes


def _dates(tokens: list[Token], at: int, made: _Reading) -> int:
    """`1–8 января`, `31 декабря – 8 января 2027`, `Jan 1–8`, `01.01.2027–08.01.2027`."""
    first, after = _date(tokens, at)
    last = first
    if _kind(tokens, after) == "dash":
        last, after = _date(tokens, after + 1, month=first[1])
    if first[1] is None:
        first = (first[0], last[1], first[2])
    if last[1] is None or first[1] is None:
        _fail(tokens, at)
    start, end = _in_a_year(first[0], first[1], last[0], last[1], last[2], made.today, tokens, at)
    if end < made.today or (end - start).days > _MOST_DAYS or start.year > made.today.year + 2:
        _fail(tokens, at)
    made.add_dates(start, end)
    return after


def _date(tokens: list[Token], at: int, month: int | None = None) -> tuple[tuple[int, int | None, int | None], int]:
    """(day, month, year) as far as they are said, and where reading goes on."""
    kind = _kind(tokens, at)
    if kind == "full":
        day, number, year = (int(part) for part in tokens[at].text.split("."))
        return (day, number, year), at + 1
    if kind == "month" and _whole(tokens, at + 1) is not None:
        found: tuple[int, int | None] = (int(_whole(tokens, at + 1) or 0), tokens[at].number)
        at += 2
    elif kind == "time" and _whole(tokens, at) is not None:
        day = int(_whole(tokens, at) or 0)
        if _kind(tokens, at + 1) == "month":
            found, at = (day, tokens[at + 1].number), at + 2
        else:
            found, at = (day, month), at + 1
    else:
        _fail(tokens, at)
    if _kind(tokens, at) == "year":
        return (*found, int(tokens[at].text)), at + 1
    return (*found, None), at


def _whole(tokens: list[Token], at: int) -> int | None:
    if _kind(tokens, at) != "time" or tokens[at].half or not tokens[at].text.isdigit():
        return None
    return int(tokens[at].text)


def _in_a_year(
    day: int, month: int, last_day: int, last_month: int, year: int | None, today: date, tokens: list[Token], at: int
) -> tuple[date, date]:
    """The range in the year that is said, else the first one that is not over."""
    over = (last_month, last_day) < (month, day)
    for first_year in [year - over] if year else [today.year - 1, today.year, today.year + 1]:
        try:
            first, last = date(first_year, month, day), date(first_year + over, last_month, last_day)
        except ValueError:
            continue
        if year or last >= today:
            return first, last
    return _fail(tokens, at)


def _fail(tokens: list[Token], at: int) -> NoReturn:
    raise NotHours(" ".join(each.text for each in tokens[max(at, 0) : at + 3] if each.text.isprintable())[:40])


# -- writing -----------------------------------------------------------------------------------------------------------


def hours_written(hours: Hours, today: date, language: Language) -> str:
    """`пн–пт 11:00–19:00, сб 12:00–16:00, 1–8 января закрыто`; `read_hours` reads the same from it."""
    daily, closed, always = _WORDS[language]
    parts = []
    groups: dict[tuple[Span, ...], list[int]] = {}
    for day, spans in enumerate(hours.week):
        if spans:
            groups.setdefault(spans, []).append(day)
    for spans, days in groups.items():
        named = daily if len(days) == 7 else _days_written(days, language)
        if spans == (WHOLE_DAY,):
            parts.append(always if len(days) == 7 else f"{named} {always}")
        else:
            parts.append(f"{named} {', '.join(map(_span_written, spans))}")
    for each in hours.to_come(today):
        said = ", ".join(map(_span_written, each.spans)) or closed
        parts.append(f"{dates_written(each.first, each.last, today, language)} {said}")
    return ", ".join(parts)


def dates_written(first: date, last: date, today: date, language: Language) -> str:
    """`1–8 января`, `31 декабря – 8 января`; with the year where it could be taken for another one."""
    if first == last:
        said = _day_written(first, language)
    elif (first.year, first.month) == (last.year, last.month):
        said = f"{first.day}–{_day_written(last, language)}"
    else:
        said = f"{_day_written(first, language)} – {_day_written(last, language)}"
    return said if (last - today).days < 300 else f"{said} {last.year}"


def _day_written(day: date, language: Language) -> str:
    return str(format_date(day, "d MMMM", locale=language))


def _days_written(days: list[int], language: Language) -> str:
    names = WEEKDAYS[language]
    runs: list[list[int]] = []
    for day in days:
        if runs and runs[-1][-1] == day - 1:
            runs[-1].append(day)
        else:
            runs.append([day])
    said = []
    for run in runs:
        joint = "–" if len(run) > 2 else ", "
        said.append(names[run[0]] if len(run) == 1 else f"{names[run[0]]}{joint}{names[run[-1]]}")
    return ", ".join(said)


def _span_written(span: Span) -> str:
    return "–".join(_clock(minute) for minute in span)


def _clock(minute: int) -> str:
    if minute == DAY:
        return "24:00"
    return f"{minute % DAY // 60:02d}:{minute % 60:02d}"
