"""When two hundred people want the last piece at once, does exactly one get it?"""

import asyncio
import os
from collections import Counter

import pytest
from sqlalchemy import text

from bot.basics.clock import MovableClock
from bot.basics.ids import CustomerId, VariantId
from bot.shop.orders.values import OrderState
from bot.shop.shop import Shop
from bot.shop.stock.errors import SoldOut
from bot.shop.stock.values import Wanted
from bot.storage.database import Database
from tests.support.shops import a_work, someone

FULL = bool(os.environ.get("VERNISSAGE_FULL"))
BUYERS = 200
ROUNDS = 100 if FULL else 2


async def _buy(shop: Shop, buyer: CustomerId, variant: VariantId) -> str:
    try:
        view = await shop.checkout.start(buyer, "ru", [Wanted(variant, 1)])
    except SoldOut:
        return "sold out"
    return view.order.state


@pytest.mark.timeout(1800)
async def test_of_two_hundred_buyers_of_the_last_piece_one_holds_it_and_all_others_are_told_so(
    database: Database, shop: Shop
) -> None:
    seller = await someone(shop)
    buyers = [await someone(shop) for _ in range(BUYERS)]
    for _ in range(ROUNDS):
        _, variant, _ = await a_work(shop, seller)
        heard = Counter(await asyncio.gather(*(_buy(shop, buyer, variant) for buyer in buyers)))
        assert heard == {OrderState.DRAFT: 1, "sold out": BUYERS - 1}
        free = (await shop.stock.availability([variant]))[variant]
        assert (free.available, free.reserved, free.on_hand) == (0, 1, 1)
    async with database.reading() as session:
        orders = await session.scalar(text("SELECT count(*) FROM shop_order"))
    assert orders == ROUNDS
    assert await shop.stock.differences() == []


async def test_a_race_for_a_piece_whose_hold_has_run_out_has_one_winner_too(shop: Shop, clock: MovableClock) -> None:
    from datetime import timedelta

    seller, slow = await someone(shop), await someone(shop)
    _, variant, _ = await a_work(shop, seller)
    await shop.checkout.start(slow, "ru", [Wanted(variant, 1)])
    clock.move(timedelta(minutes=16))
    buyers = [await someone(shop) for _ in range(40)]
    work = [_buy(shop, buyer, variant) for buyer in buyers]
    heard = Counter((await asyncio.gather(shop.checkout.sweep(), *work, shop.checkout.sweep()))[1:-1])
    assert heard[OrderState.DRAFT] == 1
    assert await shop.stock.differences() == []
