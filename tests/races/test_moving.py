"""When a piece is carried to another place while people buy it, is it still one piece, and does one of them get it?"""

import asyncio

from sqlalchemy import text

from bot.basics.ids import CustomerId, LocationId, ProductId, VariantId
from bot.shop.inventory.errors import NotFree
from bot.shop.shop import Shop
from bot.shop.stock.errors import SoldOut
from bot.shop.stock.values import Wanted
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
