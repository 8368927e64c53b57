"""Where can the works of the sample shop be collected, and how do they travel?"""

from datetime import UTC, date, datetime, time, timedelta, tzinfo
from typing import Final

from bot.basics.hours_typed import read_hours
from bot.basics.languages import Language
from bot.shop.delivery.values import NewWay, WayText
from bot.shop.pickup.values import NewPlace, PlaceText, SlotPlan

COURIER = NewWay("Курьер", 50_000, 1_500_000, "Санкт-Петербург в пределах КАД", "1–2 дня")
"""At a fixed price, free for larger orders."""
COURIER_TEXTS: Final[dict[Language, WayText]] = {
    "en": WayText("Courier", "St Petersburg within the ring road", "1–2 days"),
    "pl": WayText("Kurier", "Petersburg w granicach obwodnicy", "1–2 dni"),
}
POST = NewWay("Почта или СДЭК", None, None, "Россия и весь мир", "5–20 дней")
"""Its price depends on the address and the size: it is told for each order."""
POST_TEXTS: Final[dict[Language, WayText]] = {
    "en": WayText("Post or CDEK", "Russia and the whole world", "5–20 days"),
    "pl": WayText("Poczta lub CDEK", "Rosja i cały świat", "5–20 dni"),
}
_WRITTEN = date(2026, 11, 21)
"""When the hours were written; weekdays only, so that any day would do."""
_SATURDAY = 6
_FAIR_OPENS, _FAIR_CLOSES = time(11), time(19)


def studio() -> NewPlace:
    """The first place: here the pieces are."""
    return NewPlace(
        title="Мастерская на Пряжке",
        kind="studio",
        address="Санкт-Петербург, набережная реки Пряжки, 34",
        hours="",
        opening=read_hours("вт–сб 12–19", _WRITTEN),
        how="Во дворе налево, лучше предупредить",
        texts={
            "en": PlaceText(
                "Studio on the Pryazhka",
                "34 Pryazhka Embankment, St Petersburg",
                "Left in the yard; better to tell us before",
            ),
            "pl": PlaceText(
                "Pracownia nad Priażką",
                "Petersburg, nabrzeże Priażki 34",
                "W podwórzu w lewo, lepiej uprzedzić",
            ),
        },
        needs_contact=True,
        lat=59.9263,
        lon=30.2805,
    )


def gallery() -> NewPlace:
    """With hours to choose from."""
    return NewPlace(
        title="Галерея «Северный свет»",
        kind="gallery",
        address="Санкт-Петербург, 6-я линия В. О., 17",
        hours="",
        opening=read_hours("ср–вс 12–20", _WRITTEN),
        texts={
            "en": PlaceText("Northern Light Gallery", "17 6th Line, Vasilyevsky Island, St Petersburg"),
            "pl": PlaceText("Galeria Zorza", "Petersburg, Wyspa Wasilewska, 6. Linia 17"),
        },
        slots=SlotPlan((3, 4, 5, 6, 7), time(12), time(20), 60, 2),
        lat=59.9416,
        lon=30.2808,
    )


def fair(now: datetime, zone: tzinfo) -> NewPlace:
    """The weekend that begins at least two days after `now`; Saturday and Sunday, 11–19 in the zone."""
    day = now.astimezone(zone).date() + timedelta(days=2)
    day += timedelta(days=(_SATURDAY - day.isoweekday()) % 7)
    return NewPlace(
        title="Ярмарка в Новой Голландии",
        kind="fair",
        address="Санкт-Петербург, набережная Адмиралтейского канала, 2, павильон, стол\N{NO-BREAK SPACE}14",
        hours="",
        opening=read_hours("сб–вс 11–19", _WRITTEN),
        texts={
            "en": PlaceText(
                "Fair at New Holland",
                "2 Admiralty Canal Embankment, St Petersburg, the pavilion, table\N{NO-BREAK SPACE}14",
            ),
            "pl": PlaceText(
                "Targi w Nowej Holandii",
                "Petersburg, nabrzeże Kanału Admiralicji 2, pawilon, stół\N{NO-BREAK SPACE}14",
            ),
        },
        slots=SlotPlan((6, 7), _FAIR_OPENS, _FAIR_CLOSES, 120, 6),
        active_from=datetime.combine(day, _FAIR_OPENS, zone).astimezone(UTC),
        active_to=datetime.combine(day + timedelta(days=1), _FAIR_CLOSES, zone).astimezone(UTC),
        lat=59.9295,
        lon=30.2895,
    )
