"""Where can the works of the sample shop be collected, and how do they travel?"""

from datetime import UTC, datetime, time, timedelta, tzinfo

from bot.shop.delivery.values import NewWay
from bot.shop.pickup.values import NewPlace, SlotPlan

COURIER = NewWay("Курьер", 50_000, 1_500_000, "Санкт-Петербург в пределах КАД", "1–2 дня")
"""At a fixed price, free for larger orders."""
POST = NewWay("Почта или СДЭК", None, None, "Россия и весь мир", "5–20 дней")
"""Its price depends on the address and the size: it is told for each order."""
_SATURDAY = 6
_FAIR_OPENS, _FAIR_CLOSES = time(11), time(19)


def studio() -> NewPlace:
    """The first place: here the pieces are."""
    return NewPlace(
        title="Мастерская на Пряжке",
        kind="studio",
        address="Санкт-Петербург, набережная реки Пряжки, 34, во дворе налево",
        hours="вт–сб 12–19, лучше предупредить",
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
        hours="ср–вс 12–20",
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
        hours="сб–вс 11–19",
        slots=SlotPlan((6, 7), _FAIR_OPENS, _FAIR_CLOSES, 120, 6),
        active_from=datetime.combine(day, _FAIR_OPENS, zone).astimezone(UTC),
        active_to=datetime.combine(day + timedelta(days=1), _FAIR_CLOSES, zone).astimezone(UTC),
        lat=59.9295,
        lon=30.2895,
    )
