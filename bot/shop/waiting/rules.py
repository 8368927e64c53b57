"""When are people told, how many at a time, and which fall of a price is worth a message? Pure decisions."""

from datetime import datetime, time, timedelta
from typing import Final
from zoneinfo import ZoneInfo

QUIET_FROM: Final = time(21)
QUIET_UNTIL: Final = time(10)
"""Shop rules, part 6: in the shop's zone."""
FIRST, ORDINARY = 0, 1
"""Ranks in the line: whoever paid and lost the piece stands before everybody who only asked."""
LEAST_FALL_PERCENT: Final = 5
SETTLES: Final = timedelta(minutes=1)
"""A price that was mistyped is put right within this time, and nobody hears of it."""
NEWS_FOR: Final = timedelta(days=7)
"""A fall of a price is no news after that."""
DAY, WEEK = timedelta(hours=24), timedelta(days=7)
MOST_A_WEEK: Final = 3
CONSENT_VERSION: Final = "2026-11"
"""Of the words under which people agree to hear of lower prices (`prices-ask` in locales)."""
HOLD: Final = "turn:"
"""How the causes of personal holds begin."""


def is_quiet(now: datetime, zone: ZoneInfo) -> bool:
    """Between 21:00 and 10:00."""
    local = now.astimezone(zone).time()
    return local >= QUIET_FROM or local < QUIET_UNTIL


def awake(now: datetime, zone: ZoneInfo) -> datetime:
    """Now, or ten in the morning when it is night: the time of a person who sleeps does not run."""
    if not is_quiet(now, zone):
        return now
    local = now.astimezone(zone)
    day = local.date() + timedelta(days=1) if local.time() >= QUIET_FROM else local.date()
    return datetime.combine(day, QUIET_UNTIL, zone).astimezone(now.tzinfo)


def room(free: int, people: int, told: int) -> int:
    """How many more may hear of so many free pieces, when so many still think it over."""
    return max(free * people - told, 0)


def hold_cause(turn: int, wave: int) -> str:
    """A cause names an attempt: each telling has its own."""
    return f"{HOLD}{turn}:{wave}"


def is_fall(before_minor: int, after_minor: int) -> bool:
    """At least five per cent lower."""
    return after_minor * 100 <= before_minor * (100 - LEAST_FALL_PERCENT)


def next_news(told: list[datetime], now: datetime) -> datetime:
    """When the next message about prices may go, by the times of the last week's: one a day, three a week."""
    recent = sorted(moment for moment in told if moment > now - WEEK)
    free_at = [now]
    if recent:
        free_at.append(recent[-1] + DAY)
    if len(recent) >= MOST_A_WEEK:
        free_at.append(recent[-MOST_A_WEEK] + WEEK)
    return max(free_at)
