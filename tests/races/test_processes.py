"""Do several processes on one database sell exactly what there is, and never hear that it is locked?"""

import asyncio
import os
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest
from sqlalchemy import URL

from bot.shop.shop import Shop
from tests.support.shops import a_work, someone

FULL = bool(os.environ.get("VERNISSAGE_FULL"))
PROCESSES = 4
TASKS = 50 if FULL else 10
TRIES = 1000 if FULL else 160
STOCK = 100 if FULL else 20
_ROOT = Path(__file__).resolve().parents[2]
_BUYER = """
import asyncio, sys
from collections import Counter
from bot.shop.shop import build_shop
from bot.shop.stock.errors import SoldOut
from bot.shop.stock.values import Wanted
from bot.storage.database import Database
from sqlalchemy import make_url
from tests.support.shops import POLICIES

url, variant, tasks, *buyers = sys.argv[1:]

async def main():
    database = Database(make_url(url), checkpoints=False)
    shop = build_shop(database, defaults=POLICIES, language="ru", gateway=None, bot_username="vernissage_bot")
    waiting, heard = [int(buyer) for buyer in buyers], Counter()

    async def buy():
        while waiting:
            try:
                await shop.checkout.start(waiting.pop(), "ru", [Wanted(int(variant), 1)])
                heard["held"] += 1
            except SoldOut:
                heard["sold out"] += 1
            except Exception as trouble:
                heard[repr(trouble)[:200].replace(chr(10), " ")] += 1

    await asyncio.gather(*(buy() for _ in range(int(tasks))))
    await database.close()
    for what, times in heard.items():
        print(times, what)

asyncio.run(main())
"""


@pytest.mark.timeout(600)
async def test_four_processes_sell_exactly_the_stock_and_no_database_is_locked(database_url: URL, shop: Shop) -> None:
    seller = await someone(shop)
    _, variant, _ = await a_work(shop, seller, pieces=STOCK)
    buyers = [str(await someone(shop)) for _ in range(TRIES)]
    address = database_url.render_as_string(hide_password=False)
    started = [
        await asyncio.create_subprocess_exec(
            *(sys.executable, "-c", _BUYER, address, str(variant), str(TASKS), *buyers[nth::PROCESSES]),
            cwd=_ROOT,
            env={**os.environ, "PYTHONPATH": str(_ROOT)},
            stdout=subprocess.PIPE,
        )
        for nth in range(PROCESSES)
    ]
    heard: Counter[str] = Counter()
    for process in started:
        said, _ = await process.communicate()
        assert process.returncode == 0
        for line in said.decode().splitlines():
            times, _, what = line.partition(" ")
            heard[what] += int(times)
    assert heard == {"held": STOCK, "sold out": TRIES - STOCK}
    free = (await shop.stock.availability([variant]))[variant]
    assert (free.available, free.reserved) == (0, STOCK)
    assert await shop.stock.differences() == []
