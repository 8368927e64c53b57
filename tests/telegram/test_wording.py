"""Do money, times, sizes and titles read like a person wrote them?"""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.basics.languages import Language
from bot.telegram import wording
from bot.telegram.texts import load_texts

MOSCOW = ZoneInfo("Europe/Moscow")
NOW = datetime(2026, 11, 19, 12, 40, tzinfo=UTC)  # a Thursday, 15:40 in Moscow
TODAY = date(2026, 11, 19)
TEXTS = load_texts()


def spaced(text: str) -> str:
    return text.replace("\u00a0", " ")


@pytest.mark.parametrize(
    ("minor", "currency", "language", "said"),
    [
        (1_200_000, "RUB", "ru", "12 000 ₽"),
        (1_200_050, "RUB", "ru", "12 000,50 ₽"),
        (1_200_050, "RUB", "en", "12 000.50 ₽"),
        (5, "RUB", "pl", "0,05 ₽"),
        (0, "RUB", "ru", "0 ₽"),
        (12_000, "EUR", "en", "€120"),
        (12_050, "EUR", "pl", "€120,50"),
        (120_000, "PLN", "pl", "1 200 zł"),
        (100_000_000_00, "RUB", "ru", "100 000 000 ₽"),
        (-150_000, "RUB", "ru", "−1 500 ₽"),
        (-150, "USD", "en", "−$1.50"),
        (250, "XTR", "ru", "250 ⭐"),
        (1_200_000, "CHF", "en", "12 000 CHF"),
    ],
)
def test_money_is_said_as_on_a_price_tag(minor: int, currency: str, language: Language, said: str) -> None:
    assert spaced(wording.money(minor, currency, language)) == said


@given(st.integers(0, 10**10), st.sampled_from(["RUB", "EUR", "PLN"]), st.sampled_from(["ru", "en", "pl"]))
def test_money_never_breaks_over_lines_and_loses_nothing(minor: int, currency: str, language: Language) -> None:
    said = wording.money(minor, currency, language)
    assert " " not in said
    digits = "".join(character for character in said if character.isdigit())
    assert int(digits) == (minor if minor % 100 else minor // 100)


@pytest.mark.parametrize(
    ("hours", "language", "said"),
    [
        (3, "ru", "сегодня до 18:40"),
        (3, "en", "today until 18:40"),
        (3, "pl", "dziś do 18:40"),
        (27, "ru", "завтра до 18:40"),
        (51, "ru", "в субботу, 21 ноября, до 18:40"),
        (51, "en", "on Saturday, 21 November, until 18:40"),
        (51, "pl", "w sobotę, 21 listopada, do 18:40"),
        (24 * 5 + 3, "ru", "во вторник, 24 ноября, до 18:40"),
        (24 * 5 + 3, "pl", "we wtorek, 24 listopada, do 18:40"),
    ],
)
def test_a_moment_to_come_is_said_in_the_shops_zone(hours: int, language: Language, said: str) -> None:
    moment = NOW + timedelta(hours=hours)
    assert spaced(wording.until(TEXTS[language], moment, now=NOW, zone=MOSCOW)) == said


def test_the_shops_midnight_counts_and_not_that_of_utc() -> None:
    moment = datetime(2026, 11, 19, 21, 30, tzinfo=UTC)
    assert spaced(wording.at(TEXTS["ru"], moment, now=NOW, zone=MOSCOW)) == "завтра в 00:30"
    assert spaced(wording.at(TEXTS["ru"], NOW - timedelta(days=1), now=NOW, zone=MOSCOW)) == "вчера в 15:40"
    assert spaced(wording.at(TEXTS["ru"], NOW + timedelta(days=2), now=NOW, zone=MOSCOW)) == (
        "в субботу, 21 ноября, в 15:40"
    )
    assert spaced(wording.until_time(TEXTS["pl"], moment, MOSCOW)) == "do 00:30"


def test_a_day_of_another_year_names_the_year() -> None:
    assert spaced(wording.day(TEXTS["ru"], date(2027, 3, 3), TODAY)) == "в среду, 3 марта 2027"
    assert spaced(wording.day(TEXTS["ru"], TODAY, TODAY)) == "сегодня"


def test_the_last_day_is_said_in_the_right_case() -> None:
    assert spaced(wording.until_day(TEXTS["ru"], date(2026, 11, 21), TODAY)) == "до субботы, 21 ноября"
    assert spaced(wording.until_day(TEXTS["pl"], date(2026, 11, 21), TODAY)) == "do soboty, 21 listopada"
    assert spaced(wording.until_day(TEXTS["en"], date(2026, 11, 20), TODAY)) == "until tomorrow"
    assert spaced(wording.until_day(TEXTS["ru"], TODAY, TODAY)) == "только сегодня"


def test_a_slot_names_its_day_once() -> None:
    said = wording.between(TEXTS["ru"], NOW, NOW + timedelta(hours=2), now=NOW, zone=MOSCOW)
    assert said == "сегодня, 15:40–17:40"


def test_sizes_speak_the_readers_units() -> None:
    assert wording.size("40 × 50 см", "ru") == "40\u00a0×\u00a050\u00a0см"
    assert spaced(wording.size("40.5 × 50 см", "en")) == "40.5 × 50 cm"
    assert spaced(wording.size("40.5 × 50 см", "pl")) == "40,5 × 50 cm"
    assert spaced(wording.size("8 × 10 ″", "en")) == "8 × 10 in"
    assert spaced(wording.size("A4", "ru")) == "A4"
    assert spaced(wording.size("на всю стену", "ru")) == "на всю стену"


def test_titles_stand_in_the_quotes_of_the_language() -> None:
    assert wording.quoted("Закат", "ru") == "«Закат»"
    assert wording.quoted("Бар «Луна»", "ru") == "«Бар „Луна“»"
    assert wording.quoted("Sunset", "en") == "“Sunset”"
    assert wording.quoted("Zachód", "pl") == "„Zachód”"
