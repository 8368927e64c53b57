"""Is a place open now, until when, and when does it open next: over pauses, midnights and holidays?"""

from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest

from bot.basics.hours import Now, Special, from_kept, kept, last_closing, now
from bot.basics.hours_typed import read_hours

MOSCOW, WARSAW = ZoneInfo("Europe/Moscow"), ZoneInfo("Europe/Warsaw")
TODAY = date(2026, 11, 25)
HOURS = read_hours("пн–пт 11–19, сб 12–16, 1–8 января закрыто", TODAY)


def at(day: int, hour: int, minute: int = 0, month: int = 11, year: int = 2026) -> datetime:
    return datetime(year, month, day, hour, minute, tzinfo=MOSCOW)


@pytest.mark.parametrize(
    ("moment", "stands"),
    [
        (at(25, 11), Now(is_open=True, until=at(25, 19))),
        (at(25, 18, 59), Now(is_open=True, until=at(25, 19))),
        (at(25, 19), Now(is_open=False, opens=at(26, 11))),
        (at(25, 3), Now(is_open=False, opens=at(25, 11))),
        (at(28, 16), Now(is_open=False, opens=at(30, 11))),
        (
            at(3, 12, month=1, year=2027),
            Now(False, None, at(9, 12, month=1, year=2027), Special(date(2027, 1, 1), date(2027, 1, 8))),
        ),
    ],
)
def test_hours_of_a_week_and_a_holiday(moment: datetime, stands: Now) -> None:
    assert now(HOURS, moment, MOSCOW) == stands


def test_a_pause_closes_and_opens_again() -> None:
    hours = read_hours("ежедневно 10–18, перерыв 13–14", TODAY)
    assert now(hours, at(25, 12), MOSCOW).until == at(25, 13)
    assert now(hours, at(25, 13, 30), MOSCOW).opens == at(25, 14)


def test_hours_beyond_midnight_hold_after_it() -> None:
    hours = read_hours("пт 18–02", TODAY)
    assert now(hours, at(28, 1), MOSCOW).until == at(28, 2)
    assert not now(hours, at(28, 2), MOSCOW).is_open
    assert last_closing(hours, at(28, 0), MOSCOW) == at(28, 0), "never after the moment asked about"


def test_round_the_clock_has_no_end() -> None:
    assert now(read_hours("24/7", TODAY), at(25, 12), MOSCOW) == Now(is_open=True)
    both = read_hours("сб, вс круглосуточно", TODAY)
    assert now(both, at(28, 12), MOSCOW).until == at(30, 0), "midnight between two open days is no end"


def test_the_clock_goes_back_and_the_place_closes_at_its_own_time() -> None:
    hours = read_hours("24.10.2027 10–12, вс 10–19", date(2027, 10, 1))
    until = now(read_hours("вс 10–19", TODAY), datetime(2027, 10, 31, 12, tzinfo=WARSAW), WARSAW).until
    assert until == datetime(2027, 10, 31, 19, tzinfo=WARSAW)
    assert hours.specials == (Special(date(2027, 10, 24), date(2027, 10, 24), ((600, 720),)),)


def test_the_last_closing_before_a_fair_ends() -> None:
    fair = read_hours("сб–вс 11–19", TODAY)
    assert last_closing(fair, at(30, 0), MOSCOW) == at(29, 19)
    assert last_closing(fair, at(29, 15), MOSCOW) == at(29, 15)
    assert last_closing(read_hours("сб 1–2, 1–31 декабря закрыто", TODAY), at(20, 0, month=12), MOSCOW) is None


def test_what_is_kept_reads_the_same() -> None:
    assert from_kept(kept(HOURS)) == HOURS
    assert from_kept(None) is None
