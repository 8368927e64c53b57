"""When a piece is carried to another place while people buy it, is it still one piece, and does one of them get it?"""

import asyncio
import dataclasses

from sqlalchemy import text

from bot.basics.ids import CustomerId, LocationId, ProductId, VariantId
from bot.shop.inventory.errors import NotFree
from bot.shop.orders.values import OrderState, PayWay
from bot.shop.shop import Shop
from bot.shop.stock.errors import SoldOut
from bot.shop.stock.values import Wanted
from bot.shop.till.errors import NotHere
from bot.shop.till.values import TillWay
from bot.storage.database import Database
from tests.support.shops import STUDIO, a_work, someone

ROUNDS = 12


async def _buys(shop: Shop, buyer: CustomerId, variant: VariantId) -> bool:
    try:
        await shop.checkout.start(buyer, "ru", [Wanted(variant, 1)])
    except SoldOut:
        return False
    return True


async def _moves(shop: Shop, product: ProductId, of: LocationId, to: LocationId, actor: CustomerId, cause: str) -> bool:
    try:
        await shop.moving.move(product, 1, of=of, to=to, actor=actor, cause=cause)
    except NotFree:
        return False
    return True


async def test_a_piece_that_is_carried_away_is_bought_once_and_lies_where_the_books_say(shop: Shop) -> None:
    seller = await someone(shop)
    studio, fair = (await shop.pickup.places())[0].id, await shop.pickup.add(STUDIO)
    carried = 0
    for number in range(ROUNDS):
        product, variant, _ = await a_work(shop, seller, title=f"Работа {number}")
        buyers = [await someone(shop) for _ in range(4)]
        before = [_buys(shop, each, variant) for each in buyers[: number % 4]]
        after = [_buys(shop, each, variant) for each in buyers[number % 4 :]]
        moves = [_moves(shop, product, studio, fair, seller, f"{number}:{each}") for each in range(2)]
        heard = await asyncio.gather(*before, *moves, *after)
        went = sum(heard[len(before) : len(before) + 2])
        assert sum(heard) - went == 1, "one buyer holds it, wherever it lies"
        carried += went
        levels = {level.location: level for level in await shop.stock.levels(variant)}
        assert sum(level.on_hand for level in levels.values()) == 1
        assert all(level.available == 0 for level in levels.values())
        assert levels[fair if went else studio].on_hand == 1
    assert 0 < carried <= ROUNDS
    assert await shop.stock.differences() == []


async def test_a_move_by_what_was_read_before_carries_a_held_piece_away(database: Database, shop: Shop) -> None:
    """The negative control: without the lock the piece leaves the place at which it is held."""
    seller, buyer = await someone(shop), await someone(shop)
    _, variant, _ = await a_work(shop, seller)
    has_read, is_held = asyncio.Event(), asyncio.Event()

    async def moves_naively() -> None:
        async with database.reading() as session:
            free = await session.scalar(text("SELECT on_hand - reserved FROM stock_level"))
        has_read.set()
        await is_held.wait()
        async with database.transaction() as session:
            await session.execute(text("UPDATE stock_level SET on_hand = on_hand - :free"), {"free": free})

    async def buys() -> None:
        await has_read.wait()
        await shop.checkout.start(buyer, "ru", [Wanted(variant, 1)])
        is_held.set()

    await asyncio.gather(moves_naively(), buys())
    assert (await shop.stock.levels(variant))[0].available == -1
    assert await shop.stock.differences() != []


async def test_two_cashiers_sell_the_last_piece_of_a_fair_once_and_the_studio_keeps_its_own(shop: Shop) -> None:
    seller, other = await someone(shop), await someone(shop)
    studio = (await shop.pickup.places())[0].id
    fair = await shop.pickup.add(dataclasses.replace(STUDIO, kind="fair"))
    for number in range(ROUNDS):
        product, variant, _ = await a_work(shop, seller, title=f"Работа {number}", pieces=2)
        await shop.moving.move(product, 1, of=studio, to=fair, actor=seller, cause=f"{number}")

        async def sells(cashier: CustomerId, cause: str, product: ProductId = product) -> bool:
            try:
                await shop.till.sell(product, fair, TillWay.CASH, cashier, cause)
            except NotHere:
                return False
            return True

        assert sorted(await asyncio.gather(sells(seller, f"a{number}"), sells(other, f"b{number}"))) == [False, True]
        assert {level.location: level.on_hand for level in await shop.stock.levels(variant)} == {studio: 1, fair: 0}
    assert await shop.stock.differences() == []


async def test_everything_comes_home_while_people_buy_pay_give_up_and_the_till_sells(shop: Shop) -> None:
    """Whoever holds a piece holds it where it lies afterwards; nobody waits for anybody in a ring."""
    seller = await someone(shop)
    fair = await shop.pickup.add(dataclasses.replace(STUDIO, kind="fair"))
    for number in range(ROUNDS // 2):
        works = [await a_work(shop, seller, title=f"Работа {number} {each}", pieces=4) for each in range(3)]
        await shop.trips.tick(fair, {variant: 4 for _, variant, _ in works})
        await shop.trips.take(fair, seller, "ru")
        buyers = [await someone(shop) for _ in range(6)]
        wanted = [Wanted(variant, 1) for _, variant, _ in works]
        studio = (await shop.pickup.places())[0].id
        early = [(await shop.checkout.start(each, "ru", wanted)).order for each in buyers[:3]]
        await shop.checkout.choose_place(early[0].id, buyers[0], studio)
        await asyncio.gather(
            shop.checkout.confirm(early[0].id, buyers[0], PayWay.AT_PICKUP, None),
            shop.checkout.cancel(early[1].id, buyers[1]),
            shop.trips.bring_home(fair, seller),
            shop.till.sell(works[0][0], fair, TillWay.CASH, seller, f"till {number}", sure=True),
            shop.checkout.cancel(early[2].id, buyers[2]),
            *(_buys(shop, each, works[2][1]) for each in buyers[3:]),
        )
        assert (await shop.orders.get(early[0].id)).state is OrderState.ACCEPTED
        for _, variant, _ in works:
            assert all(level.on_hand == 0 for level in await shop.stock.levels(variant) if level.location == fair)
    assert await shop.stock.differences() == []
