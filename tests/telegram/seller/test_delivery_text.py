"""Is a way of delivery, a price or a number read as its seller means it?"""

from datetime import timedelta

import pytest

from bot.basics.ids import DeliveryWayId
from bot.basics.languages import LANGUAGES
from bot.shop.delivery.values import NewWay, Way, WayKind
from bot.telegram.seller.delivery_text import (
    BadQuoteHours,
    BadSum,
    BadTrack,
    BadWay,
    read_hours,
    read_quote,
    read_sum,
    read_track,
    read_way,
    written,
)


@pytest.mark.parametrize(
    ("typed", "way"),
    [
        ("Курьер; 500; Москва; 1–2 дня", NewWay("Курьер", 50_000, None, "Москва", "1–2 дня")),
        ("Курьер; 500 от 10 000 бесплатно", NewWay("Курьер", 50_000, 1_000_000)),
        ("Курьер; 500, бесплатно от 10000", NewWay("Курьер", 50_000, 1_000_000)),
        ("Courier; 500 ₽ from 10,000.00 free; London", NewWay("Courier", 50_000, 1_000_000, "London")),
        ("Kurier\n20 od 300 gratis\nWarszawa\n1 dzień", NewWay("Kurier", 2_000, 30_000, "Warszawa", "1 dzień")),
        ("Почта; позже; весь мир", NewWay("Почта", None, None, "весь мир")),
        ("Post; later", NewWay("Post", None)),
        ("Poczta; później", NewWay("Poczta", None)),
        ("СДЭК; бесплатно;; 3 дня", NewWay("СДЭК", 0, None, "", "3 дня")),
    ],
)
def test_a_way_is_read_from_one_message(typed: str, way: NewWay) -> None:
    assert read_way(typed, "RUB") == way


@pytest.mark.parametrize(
    "typed", ["", "Курьер", "; 500", "!!!; 500", f"{'К' * 61}; 500", "a; 1; b; c; d", f"a; 1; {'b' * 201}"]
)
def test_what_is_no_way_is_refused(typed: str) -> None:
    with pytest.raises(BadWay):
        read_way(typed, "RUB")


@pytest.mark.parametrize("typed", ["дорого", "-5", "12.000", "1e9", "999999999999", "5 €", "", "5 от", "٥"])
def test_what_is_no_sum_is_refused(typed: str) -> None:
    with pytest.raises(BadSum):
        read_sum(typed, "RUB")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    "way",
    [
        NewWay("Курьер", 50_000, 1_000_050, "Москва", "1–2 дня"),
        NewWay("Почта", None, None, "", "5 дней"),
        NewWay("Даром", 0),
    ],
)
def test_what_is_written_back_reads_the_same(way: NewWay, language: str) -> None:
    kept = Way(
        DeliveryWayId(1), WayKind.POST, way.title, way.price_minor, way.free_from_minor, way.area, way.days, False, True
    )
    assert read_way(written(kept, language), "RUB") == way  # type: ignore[arg-type]


def test_a_quote_may_say_how_long_it_takes() -> None:
    assert read_quote("850; 3–5 дней", "RUB") == (85_000, "3–5 дней")
    assert read_quote("1 250,50 ₽", "RUB") == (125_050, "")
    assert read_quote("бесплатно\nзавтра", "RUB") == (0, "завтра")


def test_hours_and_numbers() -> None:
    assert read_hours("48 ч") == timedelta(hours=48)
    for odd in ("0", "337", "сутки", "-1", ""):
        with pytest.raises(BadQuoteHours):
            read_hours(odd)
    assert read_track("  RA 123\n456 RU ") == "RA 123 456 RU"
    for odd in ("", " \n", "x" * 201):
        with pytest.raises(BadTrack):
            read_track(odd)
