"""Is a pickup point read as its seller means it, and written so that it reads the same again?"""

from datetime import UTC, date, datetime, time
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.basics.errors import ShopError
from bot.basics.hours_typed import read_hours
from bot.basics.ids import LocationId
from bot.basics.languages import LANGUAGES, Language
from bot.shop.pickup.values import NewPlace, Place, SlotPlan
from bot.telegram.seller.errors import (
    DatesNotUnderstood,
    PlaceIncomplete,
    PlaceNotUnderstood,
    PlaceTooLong,
    SlotsNotUnderstood,
)
from bot.telegram.seller.place_text import read_place, written

ZONE = ZoneInfo("Europe/Moscow")
TODAY = date(2026, 11, 21)


def read(text: str) -> NewPlace:
    return read_place(text, ZONE, TODAY)


def kept(new: NewPlace) -> Place:
    return Place(
        LocationId(1), "place-1", new.title, new.kind, True, new.address, new.hours, new.lat, new.lon,
        new.needs_contact, new.slots, new.active_from, new.active_to, opening=new.opening,
    )  # fmt: skip


def test_title_address_and_hours_are_a_place() -> None:
    place = read("Мастерская; Москва, Пречистенка, 12; вт–вс 12–20")
    opening = read_hours("вт–вс 12–20", TODAY)
    assert place == NewPlace("Мастерская", "studio", "Москва, Пречистенка, 12", "", opening=opening)


def test_hours_that_are_not_understood_stay_as_they_are_written() -> None:
    place = read("Мастерская; Пречистенка, 12; вт–сб 12–19, лучше предупредить")
    assert (place.hours, place.opening) == ("вт–сб 12–19, лучше предупредить", None)


def test_hours_may_be_missing_and_lines_separate_as_well() -> None:
    assert read("Мастерская\nПречистенка, 12") == NewPlace("Мастерская", "studio", "Пречистенка, 12", "")


@pytest.mark.parametrize(
    ("word", "kind"),
    [("ярмарка", "fair"), ("Fair", "fair"), ("targi", "fair"), ("галерея", "gallery"), ("gallery", "gallery"),
     ("Galeria", "gallery"), ("магазин", "shop"), ("studio", "studio")],
)  # fmt: skip
def test_a_word_names_the_kind(word: str, kind: str) -> None:
    assert read(f"Точка; Адрес, 1; 12–20; {word}").kind == kind


def test_a_gallery_may_be_called_gallery() -> None:
    assert read("Галерея; Арбат, 1; ежедневно").title == "Галерея"


def test_days_of_a_fair_include_the_last_one_in_the_shops_zone() -> None:
    place = read("Ламбада; Флакон; 12–22; 23.11.2026–24.11.2026")
    assert place.kind == "fair"
    assert place.active_from == datetime(2026, 11, 22, 21, tzinfo=UTC)
    assert place.active_to == datetime(2026, 11, 24, 21, tzinfo=UTC)


def test_one_day_is_a_day() -> None:
    place = read("Ламбада; Флакон; 21.11.2026")
    assert place.hours == ""
    assert place.active_to == datetime(2026, 11, 21, 21, tzinfo=UTC)


@pytest.mark.parametrize(
    "text",
    ["31.02.2026", "24.11.2026–23.11.2026", "1.1.2020", "20.11.2026", "23.11.2026–24.11.2999", "99.99.9999", "1.2.3.4"],
)
def test_days_that_cannot_be_are_refused(text: str) -> None:
    with pytest.raises(DatesNotUnderstood):
        read(f"Ламбада; Флакон; 12–22; {text}")


@pytest.mark.parametrize(
    ("text", "plan"),
    [
        ("слоты вт-вс 12-20 каждые 60 мин по 2", SlotPlan((2, 3, 4, 5, 6, 7), time(12), time(20), 60, 2)),
        ("slots tue-sun 12-20 every 60 min for 2", SlotPlan((2, 3, 4, 5, 6, 7), time(12), time(20), 60, 2)),
        ("terminy wt-nd 12-20 co 60 min po 2", SlotPlan((2, 3, 4, 5, 6, 7), time(12), time(20), 60, 2)),
        ("Слоты пн, ср, пт 10:30–18:00 каждые 30 минут", SlotPlan((1, 3, 5), time(10, 30), time(18), 30, 1)),
        ("слоты ежедневно 10-24", SlotPlan((1, 2, 3, 4, 5, 6, 7), time(10), time(23, 59), 60, 1)),
        ("слоты сб-пн 12–18", SlotPlan((1, 6, 7), time(12), time(18), 60, 1)),
        ("terminy śr 9-10", SlotPlan((3,), time(9), time(10), 60, 1)),
    ],
)
def test_times_to_choose_are_read_in_three_languages(text: str, plan: SlotPlan) -> None:
    assert read(f"Мастерская; Адрес, 1; вт–вс; {text}").slots == plan


@pytest.mark.parametrize(
    "text",
    ["слоты", "слоты завтра", "слоты вт 20-12", "слоты вт 12-25", "слоты вт-фф 12-20", "слоты вт 12-20 каждые 0 мин",
     "слоты вт 12-20 каждые 60 мин по 0", "слоты вт 12-20 каждые 60 мин по 99999", "слоты вт 12:70-20"],
)  # fmt: skip
def test_times_that_make_no_sense_are_refused(text: str) -> None:
    with pytest.raises((SlotsNotUnderstood, PlaceNotUnderstood)):
        read(f"Мастерская; Адрес, 1; вт–вс; {text}")


def test_coordinates_are_a_point_on_earth() -> None:
    assert (read("М; А; ч; 55.75, 37.60").lat, read("М; А; ч; 55.75, 37.60").lon) == (55.75, 37.6)
    with pytest.raises(PlaceNotUnderstood):
        read("М; А; ч; 95.75, 37.60")


@pytest.mark.parametrize("text", ["", "   ", ";", "Мастерская", "—; —", ";;;", "Мастерская;"])
def test_less_than_a_title_and_an_address_is_no_place(text: str) -> None:
    with pytest.raises(PlaceIncomplete):
        read(text)


def test_a_part_that_is_nothing_is_named() -> None:
    with pytest.raises(PlaceNotUnderstood) as refused:
        read("Мастерская; Адрес; часы; что-то ещё")
    assert refused.value.fields == {"text": "что-то ещё"}


@pytest.mark.parametrize("text", ["Ж" * 101 + "; Адрес", "Мастерская; " + "Ж" * 301, "М; А; " + "Ж" * 301])
def test_a_part_that_is_too_long_is_refused(text: str) -> None:
    with pytest.raises(PlaceTooLong):
        read(text)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    "text",
    [
        "Мастерская; Москва, Пречистенка, 12; вт–вс 12–20",
        "Ламбада; Флакон; 12–22; ярмарка; 23.11.2026–24.11.2026; слоты пн,ср-пт 12-20 каждые 30 мин по 3",
        "Галерея 1; Арбат, 1; ежедневно; галерея; 55.75, 37.6",
        "Лавка; Арбат, 1; магазин; 23.11.2026",
    ],
)
def test_what_is_written_reads_the_same(text: str, language: Language) -> None:
    place = read(text)
    assert read(written(kept(place), ZONE, TODAY, language)) == place


@settings(max_examples=300, deadline=None, derandomize=True)
@given(
    st.text(max_size=80)
    | st.lists(
        st.sampled_from(
            ["М", "А", "ярмарка", "23.11.2026", "23.11.2026–24.11.2026", "слоты", "слоты вт 1-2", "55.7, 37.6", ""]
        ),
        max_size=7,
    ).map("; ".join)
)
def test_any_text_is_a_place_or_a_refusal(text: str) -> None:
    try:
        place = read(text)
    except ShopError:
        return
    assert place.title
    assert place.active_from is None or (place.active_to is not None and place.active_from < place.active_to)
