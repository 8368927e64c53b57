"""How is a pickup point read that a seller described in one message, and how is it written back the same way?

`title; address; hours`, then in any order: what kind of place, days of a fair, times to choose from, coordinates.
"""

import re
from datetime import UTC, date, datetime, time, timedelta
from typing import Final
from zoneinfo import ZoneInfo

from bot.basics.hours import Hours
from bot.basics.hours_typed import hours_written, read_hours
from bot.basics.hours_words import NotHours
from bot.basics.languages import Language
from bot.basics.typed import clean
from bot.shop.pickup.values import NewPlace, Place, SlotPlan
from bot.telegram.seller.errors import (
    DatesNotUnderstood,
    PlaceIncomplete,
    PlaceNotUnderstood,
    PlaceTooLong,
    SlotsNotUnderstood,
)

TITLE_LIMIT: Final = 100
TEXT_LIMIT: Final = 300
_MOST_DAYS: Final = 366
_MOST_PIECES: Final = 1000
_KINDS: Final = {
    **dict.fromkeys(("ярмарка", "маркет", "fair", "market", "targi", "jarmark"), "fair"),
    **dict.fromkeys(("галерея", "gallery", "galeria"), "gallery"),
    **dict.fromkeys(("мастерская", "студия", "studio", "workshop", "pracownia"), "studio"),
    **dict.fromkeys(("магазин", "shop", "sklep"), "shop"),
}
_WORDS: Final[dict[str, dict[Language, str]]] = {
    "fair": {"ru": "ярмарка", "en": "fair", "pl": "targi"},
    "gallery": {"ru": "галерея", "en": "gallery", "pl": "galeria"},
    "shop": {"ru": "магазин", "en": "shop", "pl": "sklep"},
}
_WEEKDAYS: Final[dict[Language, tuple[str, ...]]] = {
    "ru": ("пн", "вт", "ср", "чт", "пт", "сб", "вс"),
    "en": ("mon", "tue", "wed", "thu", "fri", "sat", "sun"),
    "pl": ("pn", "wt", "śr", "cz", "pt", "sb", "nd"),
}
_DAY_OF: Final[dict[str, int]] = {
    name: number for names in _WEEKDAYS.values() for number, name in enumerate(names, 1)
} | {"sr": 3, "czw": 4, "sob": 6, "ndz": 7, "niedz": 7}
_EVERY_DAY: Final = frozenset({"ежедневно", "каждый день", "daily", "every day", "codziennie"})
_SLOT_WORDS: Final[dict[Language, tuple[str, str, str, str]]] = {
    "ru": ("слоты", "каждые", "мин", "по"),
    "en": ("slots", "every", "min", "for"),
    "pl": ("terminy", "co", "min", "po"),
}
_DATE: Final = r"([0-9]{1,2})\.([0-9]{1,2})\.([0-9]{4})"
_DATES: Final = re.compile(rf"{_DATE}(?: ?[-–—] ?{_DATE})?")
_DATISH: Final = re.compile(r"[0-9. –—-]*[0-9]\.[0-9]{1,2}\.[0-9. –—-]*")
_POINT: Final = re.compile(r"(-?[0-9]{1,2}\.[0-9]{1,10}) ?, ?(-?[0-9]{1,3}\.[0-9]{1,10})")
_SLOTS: Final = re.compile(r"(?:слоты|слот|время|slots?|terminy|sloty) (?P<plan>.+)", re.IGNORECASE)
_PLAN: Final = re.compile(
    r"(?P<days>.+?) (?P<opens>[0-9]{1,2}(?::[0-9]{2})?) ?[-–—] ?(?P<closes>[0-9]{1,2}(?::[0-9]{2})?)"
    r"(?: (?:каждые|every|co) (?P<every>[0-9]{1,4})(?: ?(?:минут\w*|minut\w*|minutes?|мин|min)\.?)?)?"
    r"(?: (?:по|for|po|x|×) ?(?P<capacity>[0-9]{1,5}))?",
    re.IGNORECASE,
)


def read_place(text: str, zone: ZoneInfo, today: date) -> NewPlace:
    """A place as its seller typed it; days are days of `zone`, the last one included.

    Raises PlaceIncomplete, PlaceTooLong, PlaceNotUnderstood, DatesNotUnderstood or SlotsNotUnderstood.
    """
    words: list[str] = []
    kind: str | None = None
    days: tuple[date, date] | None = None
    slots: SlotPlan | None = None
    point: tuple[float, float] | None = None
    for part in (part.strip() for part in re.split(r"[;\n]", clean(text))):
        if not part:
            continue
        late = len(words) >= 2
        found = _POINT.fullmatch(part)
        if late and part.casefold() in _KINDS:
            kind = _KINDS[part.casefold()]
        elif late and _DATISH.fullmatch(part):
            days = _days(part, today)
        elif late and (planned := _SLOTS.fullmatch(part)):
            slots = _plan(planned["plan"], part)
        elif late and found and abs(float(found[1])) <= 90 and abs(float(found[2])) <= 180:
            point = (float(found[1]), float(found[2]))
        elif len(words) < 3:
            words.append(part)
        else:
            raise PlaceNotUnderstood(text=part[:40])
    if len(words) < 2 or not any(character.isalnum() for character in words[0]):
        raise PlaceIncomplete
    title, address, hours = (*words, "")[:3]
    for part, limit in ((title, TITLE_LIMIT), (address, TEXT_LIMIT), (hours, TEXT_LIMIT)):
        if len(part) > limit:
            raise PlaceTooLong(text=part[:20], limit=limit)
    opening = read_opening(hours, today)
    return NewPlace(
        title=title,
        kind=kind or ("fair" if days else "studio"),
        address=address,
        hours="" if opening else hours,
        opening=opening,
        slots=slots,
        active_from=_midnight(days[0], zone) if days else None,
        active_to=_midnight(days[1] + timedelta(days=1), zone) if days else None,
        lat=point[0] if point else None,
        lon=point[1] if point else None,
    )


def read_opening(text: str, today: date) -> Hours | None:
    """Hours that are understood; None for those that are only shown as they are written."""
    try:
        return read_hours(text, today)
    except NotHours:
        return None


def written(place: Place, zone: ZoneInfo, today: date, language: Language) -> str:
    """The place as it could be typed again: `read_place` gives the same back."""
    hours = hours_written(place.opening, today, language) if place.opening else place.hours
    parts = [place.title, place.address, hours]
    if place.kind in _WORDS:
        parts.append(_WORDS[place.kind][language])
    days = last_days(place, zone)
    if days is not None:
        first, last = days
        parts.append(f"{first:%d.%m.%Y}" if first == last else f"{first:%d.%m.%Y}–{last:%d.%m.%Y}")
    if place.slots is not None:
        parts.append(slots_written(place.slots, language))
    if place.lat is not None and place.lon is not None:
        parts.append(f"{place.lat}, {place.lon}")
    return "; ".join(part for part in parts if part)


def last_days(place: Place | NewPlace, zone: ZoneInfo) -> tuple[date, date] | None:
    """First and last day of a place that is not there for ever."""
    if place.active_from is None or place.active_to is None:
        return None
    last = place.active_to.astimezone(zone) - timedelta(seconds=1)
    return place.active_from.astimezone(zone).date(), last.date()


def slots_written(plan: SlotPlan, language: Language) -> str:
    """`слоты вт-вс 12:00-20:00 каждые 60 мин по 2`."""
    word, every, minutes, for_each = _SLOT_WORDS[language]
    hours = f"{plan.opens:%H:%M}-{plan.closes:%H:%M}"
    days = _weekdays_written(plan.weekdays, language)
    return f"{word} {days} {hours} {every} {plan.every_min} {minutes} {for_each} {plan.capacity}"


def _weekdays_written(weekdays: tuple[int, ...], language: Language) -> str:
    names = _WEEKDAYS[language]
    runs: list[list[int]] = []
    for day in sorted(weekdays):
        if runs and runs[-1][-1] == day - 1:
            runs[-1].append(day)
        else:
            runs.append([day])
    return ",".join(f"{names[run[0] - 1]}-{names[run[-1] - 1]}" if len(run) > 1 else names[run[0] - 1] for run in runs)


def _days(text: str, today: date) -> tuple[date, date]:
    found = _DATES.fullmatch(text)
    if found is None:
        raise DatesNotUnderstood(text=text[:40])
    try:
        first = date(int(found[3]), int(found[2]), int(found[1]))
        last = date(int(found[6]), int(found[5]), int(found[4])) if found[4] else first
    except ValueError as no_day:
        raise DatesNotUnderstood(text=text[:40]) from no_day
    if not today <= last or not first <= last or (last - first).days > _MOST_DAYS or last.year > today.year + 5:
        raise DatesNotUnderstood(text=text[:40])
    return first, last


def _midnight(day: date, zone: ZoneInfo) -> datetime:
    return datetime.combine(day, time(), zone).astimezone(UTC)


def _plan(text: str, whole: str) -> SlotPlan:
    found = _PLAN.fullmatch(text)
    if found is None:
        raise SlotsNotUnderstood(text=whole[:60])
    weekdays, opens, closes = _weekdays(found["days"]), _hour(found["opens"]), _hour(found["closes"])
    every, capacity = int(found["every"] or 60), int(found["capacity"] or 1)
    if not weekdays or opens is None or closes is None or opens >= closes:
        raise SlotsNotUnderstood(text=whole[:60])
    if not 5 <= every <= 24 * 60 or not 1 <= capacity <= _MOST_PIECES:
        raise SlotsNotUnderstood(text=whole[:60])
    return SlotPlan(weekdays, opens, closes, every, capacity)


def _weekdays(text: str) -> tuple[int, ...]:
    """ISO weekdays of `вт-вс` or `пн, ср, пт`; empty when one of the names is none."""
    if text.casefold().strip() in _EVERY_DAY:
        return (1, 2, 3, 4, 5, 6, 7)
    days: set[int] = set()
    for part in re.split(r"[, ]+", text.casefold().strip()):
        first, _, last = part.replace("–", "-").replace("—", "-").partition("-")
        start, end = _DAY_OF.get(first.strip(".")), _DAY_OF.get((last or first).strip("."))
        if start is None or end is None:
            return ()
        days |= set(range(start, end + 1)) if start <= end else {*range(start, 8), *range(1, end + 1)}
    return tuple(sorted(days))


def _hour(text: str) -> time | None:
    hour, _, minute = text.partition(":")
    if int(hour) == 24 and not int(minute or 0):
        return time(23, 59)
    return time(int(hour), int(minute or 0)) if int(hour) < 24 and int(minute or 0) < 60 else None
