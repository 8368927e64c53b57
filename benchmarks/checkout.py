"""How many checkouts a second does one process do, and with how many statements each?

    uv run python benchmarks/checkout.py [postgresql+asyncpg://…/an_empty_database]

On a machine that does other things too, compare the time of this process before and after a change.

A checkout is ⚡ (hold) and 🤝 (accept): two transactions, as a buyer makes them; every buyer wants another piece.
"""

import asyncio
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from sqlalchemy import event, make_url

from bot.shop.orders.values import PayWay
from bot.shop.shop import Shop
from bot.shop.stock.errors import SoldOut
from bot.shop.stock.values import Wanted
from bot.storage import migrations
from bot.storage.database import Database
from tests.support.shops import a_work, open_shop, someone

BUYERS = 300
AT_ONCE = 50


async def checkouts(shop: Shop, database: Database) -> None:
    seller = await someone(shop)
    _, variant, _ = await a_work(shop, seller, pieces=BUYERS)
    buyers = [await someone(shop) for _ in range(BUYERS)]
    statements = 0

    def count(*_: object) -> None:
        nonlocal statements
        statements += 1

    event.listen(database.writer.sync_engine, "before_cursor_execute", count)
    slots = asyncio.Semaphore(AT_ONCE)

    async def buy(buyer: int) -> None:
        async with slots:
            started = await shop.checkout.start(buyers[buyer], "ru", [Wanted(variant, 1)])
            await shop.checkout.confirm(started.order.id, buyers[buyer], PayWay.AT_PICKUP, None)

    began, worked = time.perf_counter(), time.process_time()
    await asyncio.gather(*(buy(number) for number in range(BUYERS)))
    seconds, cpu = time.perf_counter() - began, time.process_time() - worked
    event.remove(database.writer.sync_engine, "before_cursor_execute", count)
    print(f"whole checkouts    {BUYERS / seconds:6.0f} a second, {statements / BUYERS:.1f} statements each")
    print(f"of this process    {BUYERS / cpu:6.0f} a second of its own time, {1000 * cpu / BUYERS:.1f} ms each")


async def last_piece(shop: Shop) -> None:
    seller = await someone(shop)
    buyers = [await someone(shop) for _ in range(200)]
    _, variant, _ = await a_work(shop, seller)

    async def want(buyer: int) -> bool:
        try:
            await shop.checkout.start(buyers[buyer], "ru", [Wanted(variant, 1)])
        except SoldOut:
            return False
        return True

    began = time.perf_counter()
    won = sum(await asyncio.gather(*(want(number) for number in range(200))))
    print(f"200 for one piece  {won} order, {200 - won} refusals in {time.perf_counter() - began:.2f} s")


async def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        url = make_url(sys.argv[1] if len(sys.argv) > 1 else f"sqlite+aiosqlite:///{folder}/shop.db")
        database = Database(url)
        await migrations.upgrade(database.writer)
        shop = await open_shop(database)
        print(url.get_backend_name())
        await checkouts(shop, database)
        await last_piece(shop)
        assert await shop.stock.differences() == []
        await database.close()


if __name__ == "__main__":
    asyncio.run(main())
