"""How long does it take to look through a shop of 100,000 works: any page, any order, any filter?

    uv run python benchmarks/shelves.py [--size 100000] [--url postgresql+asyncpg://…/empty]

Without an address a SQLite file in a temporary directory. The medians are of whole use cases, with the ORM; a screen of
a card reads the card itself and its counters besides.
"""

import argparse
import asyncio
import random
import statistics
import sys
import tempfile
import time
from collections.abc import Awaitable, Callable
from datetime import timedelta
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from sqlalchemy import make_url, text

from bot.basics.ids import ProductId
from bot.shop.browsing.values import ALL, Choice, Kind, Shelf, Sort, Way
from bot.shop.shop import Shop
from bot.storage import migrations
from bot.storage.database import Database
from tests.support.shops import open_shop, stand

PAGE, TAPS, AT_ONCE = 20, 40, 1000
LOOKS = {
    "newest": Choice(),
    "cheap first": Choice(sort=Sort.CHEAP),
    "dear first, what can be had": Choice(sort=Sort.DEAR, free_only=True),
    "newest, 3,000 to 10,000": Choice(band=6),
    "cheap first, 10,000 to 30,000": Choice(sort=Sort.CHEAP, band=7),
}


async def fill(shop: Shop, database: Database, works: int) -> None:
    """Thirty categories, five of them on top; a quarter of the works is gone."""
    chance, now = random.Random(53), database.clock.now()
    tops = [await shop.shelves.add({"ru": f"Раздел {number}"}) for number in range(5)]
    below = [await shop.shelves.add({"ru": f"Полка {number}"}, tops[number % 5]) for number in range(25)]
    for start in range(1, works + 1, AT_ONCE):
        await stand(
            database,
            [
                (number, 100_00 * chance.randrange(5, 1000), chance.randrange(4), chance.choice(tops + below),
                 now - timedelta(minutes=chance.randrange(1_000_000)))
                for number in range(start, min(start + AT_ONCE, works + 1))
            ],
        )  # fmt: skip


async def median_ms(tap: Callable[[], Awaitable[Any]]) -> float:
    took = []
    for _ in range(TAPS):
        began = time.perf_counter()
        await tap()
        took.append((time.perf_counter() - began) * 1000)
    return statistics.median(took)


async def main(works: int, url: str) -> None:
    with tempfile.TemporaryDirectory() as folder:
        database = Database(make_url(url or f"sqlite+aiosqlite:///{folder}/shop.db"))
        await migrations.upgrade(database.writer)
        shop = await open_shop(database)
        began = time.perf_counter()
        await fill(shop, database, works)
        print(f"{works} works on {database.url.get_backend_name()}: filled in {time.perf_counter() - began:.0f} s")
        async with database.transaction() as session:
            await session.execute(text("ANALYZE"))
        browsing, worst = shop.browsing, 0.0
        for name, look in LOOKS.items():
            for shelf in (ALL, Shelf(Kind.CATEGORY, 1), Shelf(Kind.LAST)):
                page = await browsing.page(shelf, look, "ru", PAGE)
                anchor, n = page.items[-1].product, page.last
                far = await browsing.page(
                    shelf, look, "ru", PAGE, way=Way.AFTER, product=anchor, number=n + 1000, skip=999
                )
                deep = far.items[0].product if far.items else anchor
                taps: dict[str, Callable[[], Awaitable[Any]]] = {
                    "first": lambda shelf=shelf, look=look: browsing.page(shelf, look, "ru", PAGE),
                    "next": lambda shelf=shelf, look=look, anchor=anchor, n=n: browsing.page(
                        shelf, look, "ru", PAGE, way=Way.AFTER, product=anchor, number=n + 1
                    ),
                    "leap": lambda shelf=shelf, look=look, anchor=anchor, n=n: browsing.page(
                        shelf, look, "ru", PAGE, way=Way.AFTER, product=anchor, number=n + 1000, skip=999
                    ),
                    "last": lambda shelf=shelf, look=look, n=page.count: browsing.page(
                        shelf, look, "ru", PAGE, way=Way.BEFORE, number=n - 19, skip=21
                    ),
                    "◀ n / N ▶": lambda shelf=shelf, look=look, deep=deep: browsing.beside(
                        shelf, look, deep, way=Way.AFTER, number=1020
                    ),
                }  # fmt: skip
                found = {tap: await median_ms(made) for tap, made in taps.items()}
                worst = max(worst, *found.values())
                said = "   ".join(f"{tap} {took:4.1f}" for tap, took in found.items())
                print(f"{name:<30} {shelf.kind.name.lower():<9} of {page.count:>6}   {said}")
        work = await shop.catalogue.card(ProductId(works // 2), "ru")
        print(f"the door {await median_ms(browsing.front):.1f} ms, "
              f"filters {await median_ms(lambda: browsing.ways(ALL, Choice())):.1f} ms, "
              f"similar works {await median_ms(lambda: shop.gallery.similar(work, 'ru', 6)):.1f} ms, "
              f"the slowest page {worst:.1f} ms")  # fmt: skip
        await database.close()


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("--size", type=int, default=100_000)
    parser.add_argument("--url", default="")
    given = parser.parse_args()
    asyncio.run(main(given.size, given.url))
