"""Which points can an order still be collected at, which are near, and which are meant by some words?"""

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest

from bot.basics.distance import metres
from bot.basics.hours_typed import read_hours
from bot.basics.ids import LocationId
from bot.shop.pickup.rules import named, nearest, offer
from bot.shop.pickup.values import Place, PlaceText, SlotPlan, WhyNot

ZONE = ZoneInfo("Europe/Moscow")
NOW = datetime(2026, 11, 25, 9, tzinfo=UTC)
STUDIO = Place(
    LocationId(1), "studio", "Мастерская на Пряжке", "studio", True, "Набережная реки Пряжки, 34", "", 59.9263, 30.2805,
    False, None, None, None, how="Метро «Балтийская», во дворе налево",
    texts={"en": PlaceText("The studio", "34 Pryazhka Embankment", "Baltiyskaya metro"),
           "pl": PlaceText("Pracownia nad Priażką", "nabrzeże Priażki 34")},
)  # fmt: skip
GALLERY = replace(
    STUDIO, id=LocationId(2), title="Галерея «Северный свет»", address="6-я линия В. О., 17", how="", lat=59.9416,
    lon=30.2808, texts={"en": PlaceText("Northern Light Gallery", "17 6th Line")},
)  # fmt: skip
FAIR = replace(
    STUDIO, id=LocationId(3), title="Ярмарка", address="Манеж", kind="fair", lat=None, lon=None, how="", texts={},
    opening=read_hours("сб–вс 11–19", date(2026, 11, 25)),
    active_from=datetime(2026, 11, 27, 21, tzinfo=UTC), active_to=datetime(2026, 11, 29, 21, tzinfo=UTC),
)  # fmt: skip


@pytest.mark.parametrize(
    ("now", "is_there", "why_not"),
    [
        (datetime(2026, 11, 26, 15, 59, tzinfo=UTC), False, None),
        (datetime(2026, 11, 26, 16, tzinfo=UTC), False, WhyNot.TOO_LATE),
        (datetime(2026, 11, 29, 15, 59, tzinfo=UTC), True, None),
        (datetime(2026, 11, 29, 16, tzinfo=UTC), True, WhyNot.OVER),
        (datetime(2026, 12, 6, 15, 59, tzinfo=UTC), True, WhyNot.OVER),
    ],
)
def test_a_fair_is_offered_while_the_work_and_the_buyer_can_be_there(
    now: datetime, is_there: bool, why_not: WhyNot | None
) -> None:
    met = offer(FAIR, now, ZONE, is_there=is_there)
    assert met is not None
    assert met.why_not is why_not
    assert met.ends_at == datetime(2026, 11, 29, 16, tzinfo=UTC), "its last closing, not the midnight after it"


def test_a_fair_of_long_ago_and_a_closed_point_are_not_spoken_of() -> None:
    assert offer(FAIR, datetime(2026, 12, 6, 16, tzinfo=UTC), ZONE, is_there=True) is None
    assert offer(replace(STUDIO, is_pickup=False), NOW, ZONE, is_there=True) is None


def test_a_work_that_hangs_elsewhere_takes_its_days() -> None:
    far, near = (offer(GALLERY, NOW, ZONE, is_there=there) for there in (False, True))
    at_once = offer(replace(GALLERY, bring_days=(0, 0)), NOW, ZONE, is_there=False)
    assert far is not None and near is not None and at_once is not None  # noqa: PT018 - for the types
    assert (far.bring, near.bring, at_once.bring) == ((2, 3), None, None)


def test_times_are_offered_from_when_the_work_is_there_and_while_one_is_free() -> None:
    plan = SlotPlan((1, 2, 3, 4, 5, 6, 7), time(12), time(13), 60, capacity=1)
    place = replace(GALLERY, slots=plan)
    met = offer(place, NOW, ZONE, is_there=False)
    assert met is not None
    assert met.slots[0] == datetime(2026, 11, 28, 9, tzinfo=UTC)
    rest = offer(place, NOW, ZONE, is_there=False, taken={met.slots[0]: 1})
    assert rest is not None
    assert rest.slots == met.slots[1:]
    full = offer(place, NOW, ZONE, is_there=False, taken=dict.fromkeys(met.slots, 1))
    assert full is not None
    assert (full.why_not, full.slots) == (WhyNot.FULL, ())


def test_nearest_first_and_what_is_on_no_map_last() -> None:
    found = nearest([FAIR, STUDIO, GALLERY], 59.9430, 30.2790)
    assert [place.id for place, _ in found] == [2, 1, 3]
    assert found[0][1] == pytest.approx(185, abs=10)
    assert found[2][1] is None


def test_a_degree_of_a_meridian_is_a_hundred_and_eleven_kilometres() -> None:
    assert metres(55, 37, 56, 37) == pytest.approx(111_195, abs=50)
    assert metres(0, 179.9, 0, -179.9) == pytest.approx(22_239, abs=50), "over the date line"
    assert metres(10, 10, 10, 10) == 0


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("пряжка", [1]), ("на Пряжке", [1]), ("Пряжкою", [1]), ("пряшка", [1]), ("ghz;rf", [1]), ("pryazhka", [1]),
        ("метро Балтийская", [1]), ("балтиская", [1]), ("у Балтийской", [1]), ("northern light", [2]),
        ("6 линия", [2]), ("галлерея", [2]), ("Priażki", [1]), ("priazka", [1]), ("манеж", [3]), ("манежу", [3]),
        ("Балт", [1]), ("34", []), ("метро", []), ("Владивосток", []), ("", []), ("🙂", []),
    ],
)  # fmt: skip
def test_points_are_found_by_words_of_their_own(typed: str, found: list[int]) -> None:
    assert [place.id for place in named([STUDIO, GALLERY, FAIR], typed)] == found


def test_slots_end_with_the_fair() -> None:
    plan = SlotPlan((6, 7), time(11), time(19), 60, capacity=1)
    met = offer(replace(FAIR, slots=plan), NOW, ZONE, is_there=True)
    assert met is not None
    assert met.slots[-1] == datetime(2026, 11, 29, 15, tzinfo=UTC)
    assert met.slots[0] - NOW < timedelta(days=4)
