"""Do places stay where the seller put them?"""

from bot.shop.pickup.values import NewPlace
from bot.shop.shop import Shop


async def test_a_place_that_moves_takes_its_pin_along(shop: Shop) -> None:
    [studio] = await shop.pickup.places()
    await shop.pickup.change(studio.id, NewPlace("Мастерская", "studio", "Пряжка, 34", "", lat=59.9263, lon=30.2805))
    moved = await shop.pickup.get(studio.id)
    assert (moved.address, moved.lat, moved.lon) == ("Пряжка, 34", 59.9263, 30.2805)
