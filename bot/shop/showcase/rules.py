"""Which moment does a seller mean, and which ones are offered to him?"""

import re
from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from typing import Final
from zoneinfo import ZoneInfo

from bot.shop.showcase.errors import TimeIsOver, TimeNotUnderstood, TimeTooFar

MOST_DAYS: Final = 366
_NOON: Final = time(12)
_EVENING: Final = time(19)
_SOON: Final = timedelta(minutes=5)

_DAYS: Final[dict[str, int]] = {
    word: after
    for after, words in enumerate(
        (
            ("сегодня", "today", "dziś", "dzis", "dzisiaj"),
            ("завтра", "tomorrow", "jutro"),
            ("послезавтра", "day after tomorrow", "pojutrze"),
        )
    )
    for word in words
}
_WEEKDAYS: Final = (
    r"пн|понедельник\w*|mon(?:day)?|pn|poniedział\w*",
    r"вт|вторник\w*|tue(?:s|sday)?|wt|wtor\w*",
    r"ср|сред[ауы]|wed(?:nesday)?|śr|środ[aęy]|srod[aey]",
    r"чт|четверг\w*|thu(?:rs|rsday)?|czw|czwart\w*",
    r"пт|пятниц[ауы]|fri(?:day)?|pt|piąt\w*|piatek",
    r"сб|суббот[ауы]|sat(?:urday)?|sob|sobot[aęy]|sobote",
    r"вс|воскресень[ея]|sun(?:day)?|nd|niedziel[aęi]|niedziele",
)
_MONTHS: Final = (
    r"янв\w*|jan(?:uary)?|sty\w*",
    r"фев\w*|feb(?:ruary)?|lut\w*",
    r"мар\w*|mar(?:ch|ca|zec)?",
    r"апр\w*|apr(?:il)?|kwi\w*",
    r"ма[йя]|may|maj[a]?",
    r"июн\w*|june?|cze\w*",
    r"июл\w*|july?|lip\w*",
    r"авг\w*|aug(?:ust)?|sie\w*",
    r"сен\w*|sep(?:t|tember)?|wrz\w*",
    r"окт\w*|oct(?:ober)?|paź\w*|paz\w*",
    r"ноя\w*|nov(?:ember)?|lis\w*",
    r"дек\w*|dec(?:ember)?|gru\w*",
)
_MONTH: Final = "|".join(f"(?P<m{number}>{words})" for number, words in enumerate(_MONTHS, 1))
_WEEKDAY: Final = "|".join(f"(?P<w{number}>{words})" for number, words in enumerate(_WEEKDAYS))
_DAY: Final = re.compile(
    r"(?:(?P<iso>\d{4}-\d{1,2}-\d{1,2})"
    r"|(?P<date>\d{1,2}[./]\d{1,2}(?:[./](?:\d{4}|\d{2}))?)"
    rf"|(?P<d>\d{{1,2}})(?:st|nd|rd|th)? (?:{_MONTH})\.?(?: (?P<y>\d{{4}}))?(?: (?:г\.?|года|r\.|roku))?"
    rf"|(?P<word>{'|'.join(_DAYS)})"
    rf"|(?:во? |on |we? )?(?:{_WEEKDAY}))(?= |$)"
)
_TIME: Final = re.compile(r"(?:в |at |o )?(?P<h>\d{1,2})(?:[:.](?P<min>\d{2})(?::\d{2})?)?(?: ?(?P<half>am|pm))?")
_AFTER: Final = re.compile(
    r"(?:через|in|za) (?P<n>\d{1,3}) ?"
    r"(?:(?P<min>мин\w*|min\w*)|(?P<h>ч(?:ас\w*)?|h(?:ours?)?|godz\w*)|(?P<d>дн\w*|день|days?|dni|dzień))\.?"
)


def read_time(text: str, now: datetime, zone: ZoneInfo) -> datetime:
    """The moment that was typed, UTC: `завтра 19:30`, `25.11 12:00`, `in 2 hours`, `w sobotę o 18`, ISO.

    A day without a time means noon, a time without a day its next coming. Raises TimeNotUnderstood, TimeIsOver,
    TimeTooFar.
    """
    said = " ".join(text.casefold().replace(",", " ").replace("t", " ", _has_iso_t(text)).split())
    local = now.astimezone(zone)
    try:
        meant = _after(said, local) or _at(said, local)
    except ValueError:  # the 25th hour
        meant = None
    if meant is None:
        raise TimeNotUnderstood(text=text.strip()[:60])
    moment = meant.replace(tzinfo=zone).astimezone(UTC)
    if moment <= now:
        raise TimeIsOver
    if moment > now + timedelta(days=MOST_DAYS):
        raise TimeTooFar(days=MOST_DAYS)
    return moment


def offered(now: datetime, zone: ZoneInfo) -> tuple[datetime, datetime]:
    """The next two of noon and seven in the evening, UTC: when people look into a channel."""
    first, second, *_ = (moment for moment in _good_hours(now, zone) if moment > now + _SOON)
    return first, second


def _good_hours(now: datetime, zone: ZoneInfo) -> Iterator[datetime]:
    today = now.astimezone(zone).date()
    for after in range(3):
        for hour in (_NOON, _EVENING):
            if after or hour is _EVENING:
                yield datetime.combine(today + timedelta(days=after), hour, zone).astimezone(UTC)


def _has_iso_t(text: str) -> int:
    return 1 if re.match(r"\s*\d{4}-\d{1,2}-\d{1,2}t", text, re.IGNORECASE) else 0


def _after(said: str, local: datetime) -> datetime | None:
    found = _AFTER.fullmatch(said)
    if found is None:
        return None
    number = int(found["n"])
    if found["min"]:
        span = timedelta(minutes=number)
    else:
        span = timedelta(hours=number) if found["h"] else timedelta(days=number)
    # by the clock on the wall of the one who counts: through UTC, so that a changed clock changes nothing
    return (local.astimezone(UTC) + span).astimezone(local.tzinfo).replace(tzinfo=None)


def _at(said: str, local: datetime) -> datetime | None:
    found = _DAY.match(said)
    if found is not None:
        day = _day(found, local.date())
        rest = said[found.end() :].strip()
        hour = _hour(rest) if rest else _NOON
        if day is not None and hour is not None:
            meant = datetime.combine(day, hour)
            days = 7 if _weekday(found) is not None and meant <= local.replace(tzinfo=None) else 0
            return meant + timedelta(days=days)
    hour = _hour(said)
    if hour is None or said.isdigit():
        return None
    meant = datetime.combine(local.date(), hour)
    return meant if meant > local.replace(tzinfo=None) else meant + timedelta(days=1)


def _day(found: re.Match[str], today: date) -> date | None:
    try:
        if found["iso"]:
            return date.fromisoformat("-".join(part.zfill(2) for part in found["iso"].split("-")))
        if found["date"]:
            parts = [int(part) for part in re.split("[./]", found["date"])]
            year = (parts[2] + 2000 if parts[2] < 100 else parts[2]) if len(parts) > 2 else None
            return _next(parts[0], parts[1], year, today)
        if found["d"]:
            month = next(number for number in range(1, 13) if found[f"m{number}"])
            return _next(int(found["d"]), month, int(found["y"]) if found["y"] else None, today)
    except ValueError:  # the 31st of February; 19.30 is a time
        return None
    if found["word"]:
        return today + timedelta(days=_DAYS[found["word"]])
    weekday = _weekday(found)
    return today + timedelta(days=(weekday - today.weekday()) % 7) if weekday is not None else None


def _weekday(found: re.Match[str]) -> int | None:
    return next((number for number in range(7) if found[f"w{number}"]), None)


def _next(day: int, month: int, year: int | None, today: date) -> date:
    """That day of this year, or of the next one where it is over. Raises ValueError for a day that is none."""
    if year is not None:
        return date(year, month, day)
    for candidate in range(today.year, today.year + 5):  # the 29th of February may be four years away
        try:
            meant = date(candidate, month, day)
        except ValueError:
            continue
        if meant >= today:
            return meant
    raise ValueError(f"{day}.{month}.")


def _hour(said: str) -> time | None:
    found = _TIME.fullmatch(said)
    if found is None:
        return None
    hour, minute = int(found["h"]), int(found["min"] or 0)
    if found["half"]:
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + (12 if found["half"] == "pm" else 0)
    return time(hour, minute)
