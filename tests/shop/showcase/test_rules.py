"""Is a typed moment read as people of three languages mean it, in the shop's zone?"""

import contextlib
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.shop.showcase.errors import TimeIsOver, TimeNotUnderstood, TimeTooFar
from bot.shop.showcase.rules import offered, read_time

MOSCOW, WARSAW = ZoneInfo("Europe/Moscow"), ZoneInfo("Europe/Warsaw")
TUESDAY = datetime(2026, 11, 24, 12, 0, tzinfo=UTC)  # 15:00 in Moscow


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("сегодня в 19", "24.11.2026 19:00"),
        ("Завтра 19:30", "25.11.2026 19:30"),
        ("завтра", "25.11.2026 12:00"),
        ("послезавтра, 10:00", "26.11.2026 10:00"),
        ("в субботу 18:00", "28.11.2026 18:00"),
        ("сб", "28.11.2026 12:00"),
        ("во вторник 10:00", "01.12.2026 10:00"),
        ("25.11 12:00", "25.11.2026 12:00"),
        ("1.1 10:00", "01.01.2027 10:00"),
        ("25 ноября 12:00", "25.11.2026 12:00"),
        ("3 марта", "03.03.2027 12:00"),
        ("через 2 часа", "24.11.2026 17:00"),
        ("через 30 мин", "24.11.2026 15:30"),
        ("today 7pm", "24.11.2026 19:00"),
        ("tomorrow at 9", "25.11.2026 09:00"),
        ("saturday 6 pm", "28.11.2026 18:00"),
        ("on Fri 8:15", "27.11.2026 08:15"),
        ("25 Nov 12:00", "25.11.2026 12:00"),
        ("in 3 days", "27.11.2026 15:00"),
        ("12am tomorrow", None),
        ("dziś 20", "24.11.2026 20:00"),
        ("jutro o 19", "25.11.2026 19:00"),
        ("w sobotę o 18:30", "28.11.2026 18:30"),
        ("we wtorek 9:00", "01.12.2026 09:00"),
        ("25 listopada 2026 12.00", "25.11.2026 12:00"),
        ("za 2 godziny", "24.11.2026 17:00"),
        ("2026-11-25 10:00", "25.11.2026 10:00"),
        ("2026-11-25T10:00", "25.11.2026 10:00"),
        ("19:30", "24.11.2026 19:30"),
        ("19.30", "24.11.2026 19:30"),
        ("14:30", "25.11.2026 14:30"),
        ("19", None),
        ("31.02 10:00", None),
        ("25:00", None),
        ("завтра 25:00", None),
        ("завтра вечером", None),
        ("когда-нибудь", None),
        ("", None),
    ],
)
def test_what_is_typed_is_what_is_meant(typed: str, meant: str | None) -> None:
    if meant is None:
        with pytest.raises(TimeNotUnderstood):
            read_time(typed, TUESDAY, MOSCOW)
        return
    assert f"{read_time(typed, TUESDAY, MOSCOW).astimezone(MOSCOW):%d.%m.%Y %H:%M}" == meant


@pytest.mark.parametrize("typed", ["сегодня 10:00", "today", "2026-11-24 15:00", "24.11.2025 10:00"])
def test_what_is_over_is_refused(typed: str) -> None:
    with pytest.raises(TimeIsOver):
        read_time(typed, TUESDAY, MOSCOW)


def test_nobody_plans_years_ahead() -> None:
    with pytest.raises(TimeTooFar):
        read_time("01.12.2028", TUESDAY, MOSCOW)


def test_a_night_in_which_the_clock_is_changed_keeps_the_hour_on_the_wall() -> None:
    before = datetime(2027, 3, 27, 12, 0, tzinfo=UTC)
    assert read_time("tomorrow 19:00", before, WARSAW) == datetime(2027, 3, 28, 17, 0, tzinfo=UTC)
    assert read_time("today 19:00", before, WARSAW) == datetime(2027, 3, 27, 18, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    ("now", "first", "second"),
    [
        (TUESDAY, "24 19:00", "25 12:00"),
        (datetime(2026, 11, 24, 15, 57, tzinfo=UTC), "25 12:00", "25 19:00"),
        (datetime(2026, 11, 24, 21, 30, tzinfo=UTC), "25 19:00", "26 12:00"),
    ],
)
def test_the_next_good_hours_are_offered(now: datetime, first: str, second: str) -> None:
    moments = offered(now, MOSCOW)
    assert tuple(f"{moment.astimezone(MOSCOW):%d %H:%M}" for moment in moments) == (first, second)


@given(st.text(max_size=40) | st.from_regex(r"\d{1,4}[./-]\d{1,4}([./-]\d{1,4})? ?\d{0,3}:?\d{0,3}"))
def test_whatever_is_typed_is_a_moment_ahead_or_a_refusal(typed: str) -> None:
    with contextlib.suppress(TimeNotUnderstood, TimeIsOver, TimeTooFar):
        assert read_time(typed, TUESDAY, MOSCOW) > TUESDAY
