"""Is a sale over the counter on the books once, at its price, and off them again in time?"""

import asyncio
from datetime import timedelta

import pytest
from sqlalchemy import text

from bot.basics.clock import MovableClock
from bot.shop.checkout.errors import HoldEnded
from bot.shop.orders.values import OrderState, PayWay
from bot.shop.shop import Shop
from bot.shop.stock.errors import SoldOut
from bot.shop.stock.values import Wanted
from bot.shop.till.errors import NoSuchTillSale, NotAPrice, TooLateToUndo
from bot.shop.till.values import TillWay
from bot.storage.database import Database
from tests.support.shops import a_work, someone


async def test_sold_counted_by_way_and_taken_back(shop: Shop, clock: MovableClock) -> None:
    seller = await someone(shop)
    product, variant, _ = await a_work(shop, seller, pieces=5)
    place = (await shop.pickup.places())[0].id
    since = clock.now()
    cash = await shop.till.sell(product, place, TillWay.CASH, seller, "one", quantity=2)
    again = await shop.till.sell(product, place, TillWay.CASH, seller, "one", quantity=2)
    assert again.sale.id == cash.sale.id
    priced = await shop.till.price(product, place, "10 %", seller, "two")
    assert (await shop.stock.availability([variant]))[variant].on_hand == 3
    for _ in range(2):
        card = await shop.till.sell_priced(priced.id, TillWay.CARD, seller)
    day = await shop.till.day(place, since)
    assert (day.pieces, dict(day.by_way)) == (3, {TillWay.CASH: 2_400_000, TillWay.CARD: 1_080_000})
    assert (await shop.stock.availability([variant]))[variant].on_hand == 2
    for _ in range(2):
        assert (await shop.till.undo(card.sale.id, seller)).state == "undone"
    assert (await shop.stock.availability([variant]))[variant].on_hand == 3
    assert (await shop.till.day(place, since)).total_minor == 2_400_000
    clock.move(timedelta(minutes=3))
    with pytest.raises(TooLateToUndo):
        await shop.till.undo(cash.sale.id, seller)
    with pytest.raises(NoSuchTillSale):
        await shop.till.undo(999, seller)
    with pytest.raises(NotAPrice):
        await shop.till.price(product, place, "12.000", seller, "three")
    assert await shop.till.last_place(seller, since) == place
    assert await shop.stock.differences() == []


async def test_an_unpaid_hold_gives_way_and_a_promised_piece_becomes_a_conflict(shop: Shop, database: Database) -> None:
    seller, buyer = await someone(shop), await someone(shop)
    product, variant, _ = await a_work(shop, seller)
    place = (await shop.pickup.places())[0].id
    held = await shop.checkout.start(buyer, "ru", [Wanted(variant, 1)])
    sold = await shop.till.sell(product, place, TillWay.CASH, seller, "one")
    assert sold.recorded.yielded
    assert (await shop.orders.get(held.order.id)).state is OrderState.EXPIRED
    other, promised, _ = await a_work(shop, seller, title="Туман")
    order = (await shop.checkout.start(buyer, "ru", [Wanted(promised, 1)])).order
    await shop.checkout.confirm(order.id, buyer, PayWay.AT_PICKUP, None)
    short = await shop.till.sell(other, place, TillWay.CASH, seller, "two")
    assert [each.short_quantity for each in short.recorded.conflicts] == [1]
    await shop.till.undo(short.sale.id, seller)
    async with database.reading() as session:
        assert await session.scalar(text("SELECT count(*) FROM stock_conflict WHERE state = 'open'")) == 0
    assert await shop.stock.differences() == []


async def test_the_last_piece_at_the_counter_and_in_the_bot_at_one_moment(shop: Shop) -> None:
    """The sale has happened: it always stands; of buyers, none may keep a hold beside it."""
    seller = await someone(shop)
    place = (await shop.pickup.places())[0].id
    for number in range(10):
        product, variant, _ = await a_work(shop, seller, title=f"Работа {number}")
        buyers = [await someone(shop) for _ in range(4)]

        async def buys(buyer: object, variant: object = variant) -> None:
            try:
                await shop.checkout.start(buyer, "ru", [Wanted(variant, 1)])  # type: ignore[arg-type]
            except (SoldOut, HoldEnded):
                return

        await asyncio.gather(
            *(buys(buyer) for buyer in buyers[:2]),
            shop.till.sell(product, place, TillWay.CASH, seller, f"cause {number}"),
            *(buys(buyer) for buyer in buyers[2:]),
        )
        free = (await shop.stock.availability([variant]))[variant]
        assert (free.on_hand, free.reserved) == (0, 0)
    assert await shop.stock.differences() == []
