"""Do places stay where the seller put them?"""

from datetime import date

from bot.basics.hours_typed import read_hours
from bot.shop.pickup.values import NewPlace, PlaceText
from bot.shop.shop import Shop


async def test_a_place_that_moves_takes_its_pin_along(shop: Shop) -> None:
    [studio] = await shop.pickup.places()
    await shop.pickup.change(studio.id, NewPlace("Мастерская", "studio", "Пряжка, 34", "", lat=59.9263, lon=30.2805))
    moved = await shop.pickup.get(studio.id)
    assert (moved.address, moved.lat, moved.lon) == ("Пряжка, 34", 59.9263, 30.2805)


async def test_everything_said_about_a_place_is_kept(shop: Shop) -> None:
    said = NewPlace(
        "Мастерская",
        "studio",
        "Пряжка, 34",
        "",
        how="Во дворе налево",
        opening=read_hours("вт–сб 12–19, 1–8 января закрыто", date(2026, 11, 25)),
        texts={
            "en": PlaceText("The studio", "34 Pryazhka", "Left in the yard"),
            "pl": PlaceText("Pracownia", "Priażka 34"),
        },
        bring_days=(1, 4),
    )
    place = await shop.pickup.get(await shop.pickup.add(said))
    assert place.as_new() == said
    assert place.as_new(needs_contact=True).needs_contact
    assert (place.told("en").title, place.told("en").how) == ("The studio", "Left in the yard")
    assert place.told("ru") == place
    assert place.told("pl").opening == said.opening
