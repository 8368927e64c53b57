"""Do pieces get to another place once, only free ones, and do the books say so?"""

import pytest

from bot.shop.inventory.errors import NotFree
from bot.shop.pickup.errors import NoSuchPlace
from bot.shop.shop import Shop
from bot.shop.stock.values import Wanted
from tests.support.shops import STUDIO, a_work, someone


async def test_free_pieces_move_once_and_held_ones_stay(shop: Shop) -> None:
    seller, buyer = await someone(shop), await someone(shop)
    product, variant, _ = await a_work(shop, seller, pieces=5)
    studio, fair = (await shop.pickup.places())[0].id, await shop.pickup.add(STUDIO)
    await shop.checkout.start(buyer, "ru", [Wanted(variant, 1)])
    for _ in range(2):
        await shop.moving.move(product, 3, of=studio, to=fair, actor=seller, cause="one")
    here, there = await shop.stock.levels(variant)
    assert (here.location, here.on_hand, here.reserved, here.available) == (studio, 2, 1, 1)
    assert (there.location, there.on_hand, there.available) == (fair, 3, 3)
    assert [move.kind for move in await shop.stock.movements(variant)][:2] == ["moved", "moved"]
    with pytest.raises(NotFree) as refused:
        await shop.moving.move(product, 2, of=studio, to=fair, actor=seller, cause="two")
    assert refused.value.free == 1
    with pytest.raises(NoSuchPlace):
        await shop.moving.move(product, 1, of=studio, to=type(studio)(999), actor=seller, cause="three")
    assert (await shop.stock.availability([variant]))[variant].available == 4
    written = [line for line in await shop.journal.page(9) if line.what == "moved"]
    assert [(line.before, line.after) for line in written] == [("Мастерская", "Мастерская: 3")]
    assert await shop.stock.differences() == []
