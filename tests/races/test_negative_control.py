"""Can these races be lost at all? The naive way, read here and write there, has to oversell every time."""

import asyncio

from sqlalchemy import text

from bot.shop.shop import Shop
from bot.storage.database import Database
from tests.support.shops import a_work, someone

BUYERS = 8
ROUNDS = 5


async def test_reading_in_one_transaction_and_writing_the_sum_in_another_oversells_in_every_round(
    database: Database, shop: Shop
) -> None:
    seller = await someone(shop)
    for _ in range(ROUNDS):
        _, variant, _ = await a_work(shop, seller)
        everybody_has_read = asyncio.Barrier(BUYERS)

        async def buy(variant: int = variant, barrier: asyncio.Barrier = everybody_has_read) -> bool:
            async with database.reading() as session:
                on_hand, reserved = (
                    await session.execute(
                        text("SELECT on_hand, reserved FROM stock_level WHERE variant_id = :variant"),
                        {"variant": variant},
                    )
                ).one()
            await barrier.wait()
            if on_hand - reserved < 1:
                return False
            async with database.transaction() as session:
                await session.execute(
                    text("UPDATE stock_level SET reserved = :reserved WHERE variant_id = :variant"),
                    {"reserved": reserved + 1, "variant": variant},
                )
            return True

        sold = sum(await asyncio.gather(*(buy() for _ in range(BUYERS))))
        assert sold > 1
        assert await shop.stock.differences() != []
