"""Are opening hours read as people write them in three languages, and is nonsense refused where it begins?"""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.basics.hours_typed import hours_written, read_hours
from bot.basics.hours_words import NotHours
from bot.basics.languages import LANGUAGES, Language

TODAY = date(2026, 11, 25)


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("пн–пт 11–19, сб 12–16, 1–8 января закрыто", "пн–пт 11:00–19:00, сб 12:00–16:00, 1–8 января закрыто"),
        ("Mon-Fri 11am-7pm, Sat 12-4pm, closed Jan 1-8", "пн–пт 11:00–19:00, сб 12:00–16:00, 1–8 января закрыто"),
        ("pn–pt 11–19, sob 12–16, 1–8 stycznia nieczynne", "пн–пт 11:00–19:00, сб 12:00–16:00, 1–8 января закрыто"),
        ("с 11 до 19 ежедневно", "ежедневно 11:00–19:00"),
        ("11–19", "ежедневно 11:00–19:00"),
        ("11-19 пн-пт", "пн–пт 11:00–19:00"),
        ("от 10.30 до 18.00 по будням", "пн–пт 10:30–18:00"),
        ("будни 10:00-20:00; выходные 11-18", "пн–пт 10:00–20:00, сб, вс 11:00–18:00"),
        ("пн, ср, пт 10-13, 14-19", "пн, ср, пт 10:00–13:00, 14:00–19:00"),
        ("пн-пт 9-18 обед 13-14, закрыто сб, вс", "пн–пт 09:00–13:00, 14:00–18:00"),
        ("выходной понедельник, вт-вс 12–20", "вт–вс 12:00–20:00"),
        ("12:00 – 20:00, Monday closed", "вт–вс 12:00–20:00"),
        ("11-19, сб 12-16", "пн–пт, вс 11:00–19:00, сб 12:00–16:00"),
        ("from Monday to Friday 11–19", "пн–пт 11:00–19:00"),
        ("od poniedziałku do piątku 11–19, w soboty 12–16", "пн–пт 11:00–19:00, сб 12:00–16:00"),
        ("Tuesdays and Thursdays 10:30-18:00", "вт, чт 10:30–18:00"),
        ("сб-пн 10-12", "пн, сб, вс 10:00–12:00"),
        ("пт 18-02", "пт 18:00–02:00"),
        ("круглосуточно", "круглосуточно"),
        ("24/7, closed 25 December", "круглосуточно, 25 декабря закрыто"),
        ("вт-вс 12-20, 31 декабря 12–16, 01.01.2027–08.01.2027 закрыто",
         "вт–вс 12:00–20:00, 31 декабря 12:00–16:00, 1–8 января закрыто"),
        ("31 grudnia – 8 stycznia nieczynne; wt-nd 12-20", "вт–вс 12:00–20:00, 31 декабря – 8 января закрыто"),
    ],
)  # fmt: skip
def test_hours_are_read_as_they_are_meant(typed: str, read: str) -> None:
    hours = read_hours(typed, TODAY)
    assert hours_written(hours, TODAY, "ru") == read
    for language in LANGUAGES:
        assert read_hours(hours_written(hours, TODAY, language), TODAY) == hours


@pytest.mark.parametrize(
    ("typed", "part"),
    [
        ("вт–сб 12–19, лучше предупредить", "лучше"),
        ("когда как", "когда"),
        ("пн–пт", "пт"),
        ("25–30", "25 - 30"),
        ("пн 11", "11"),
        ("пн закрыто", "пн закрыто"),
        ("1.01–8.01 закрыто", "1.01–8.01 закрыто"),
        ("пн–пт 10–18, 12–14", "12 – 14"),
        ("вт 10–18, 31 февраля закрыто", "31 февраля закрыто"),
        ("вт 10–18, 1.1.2020 закрыто", "1.1.2020"),
        ("перерыв 13–14", "13"),
        ("", ""),
    ],
)
def test_what_is_not_understood_is_named(typed: str, part: str) -> None:
    with pytest.raises(NotHours) as refused:
        read_hours(typed, TODAY)
    assert refused.value.part.startswith(part.split()[0] if part else "")


def test_days_without_a_year_are_the_coming_ones() -> None:
    assert read_hours("вт 1–2, 1–8 января закрыто", date(2027, 1, 3)).specials[0].first == date(2027, 1, 1)
    assert read_hours("вт 1–2, 1–8 января закрыто", date(2027, 1, 9)).specials[0].first == date(2028, 1, 1)
    assert read_hours("вт 1–2, 30 декабря – 8 января закрыто", date(2027, 1, 3)).specials[0].first == date(2026, 12, 30)


_PIECES = st.sampled_from(
    ["пн", "Mon", "śr", "–", "-", " ", ",", ";", "11", "19:30", "7pm", "1", "января", "Jan", "stycznia", "2027",
     "01.01.2027", "закрыто", "closed", "перерыв", "24/7", "до", "с", "ежедневно", "выходные", "\n", "ё", "9" * 30]
)  # fmt: skip


@settings(max_examples=400, deadline=None, derandomize=True)
@given(st.lists(_PIECES, max_size=14).map(" ".join) | st.text(max_size=60), st.sampled_from(LANGUAGES))
def test_any_text_is_hours_that_read_the_same_again_or_a_refusal(text: str, language: Language) -> None:
    try:
        hours = read_hours(text, TODAY)
    except NotHours:
        return
    assert any(hours.week)
    again = read_hours(hours_written(hours, TODAY, language), TODAY)
    assert again.week == hours.week
    assert all(again.spans(each.first) == hours.spans(each.first) for each in hours.specials)
