"""What does each of a buyer's screens cost in a shop of 1, 1,000 and 100,000 works: statements, and milliseconds?

    uv run python benchmarks/screens.py [--sizes 1,1000,100000] [--url postgresql+asyncpg://…/empty]

Without an address a SQLite file in a temporary directory; with one, of one size only. A tap goes the whole way: stored,
handled by the real dispatcher, answered by the pretend Telegram. The median of twenty taps, and of reading statements
the most.
"""

import argparse
import asyncio
import statistics
import sys
import tempfile
import time
from collections.abc import Awaitable, Callable
from datetime import timedelta
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

import structlog
from sqlalchemy import make_url, text

from benchmarks.search import FORMS, NOUNS
from benchmarks.shelves import fill
from bot.basics.clock import MovableClock, SystemClock
from bot.shop.orders.values import PayWay
from bot.shop.stock.values import Wanted
from bot.storage import migrations
from bot.storage.database import Database
from bot.telegram.middlewares import Throttle
from tests.support.counter import MARIA, Counter, Statements, counter

TAPS, ORDERS, LINES = 20, 200, 20
QUERIES = {
    "a title": "работа",
    "an inflected form": next(iter(FORMS[NOUNS[0]])),
    "a slip": "рабта",
    "the other keyboard": "hf,jnf",
    "a price": "работа до 5000",
    "an article number": "W-0001",
    "nothing that fits": "зеленоватый автомобиль",
}


async def give_a_past(at: Counter, works: int) -> None:
    """Two hundred orders of one work, up to twenty lines in the cart and as many favourites."""
    person = (await at.shop.customers.recognise(MARIA, "Мария", None, "ru")).id
    place = (await at.shop.pickup.places())[0].id
    often = await at.variant(await at.work("Открытка", pieces=1000))
    for _ in range(ORDERS):
        draft = await at.shop.checkout.start(person, "ru", [Wanted(often, 1)])
        await at.shop.checkout.choose_place(draft.order.id, person, place)
        await at.shop.checkout.confirm(draft.order.id, person, PayWay.AT_PICKUP, None)
    for number in range(1, min(works, LINES) + 1):
        variant = await at.variant(number)
        await at.shop.cart.change(person, variant, 1)
        await at.shop.favourites.toggle(person, variant)


def without_a_throttle() -> None:
    """One buyer taps here as a thousand would."""
    setattr(Throttle, "BURST", 1e9)  # noqa: B010 - it is Final for everybody else
    structlog.configure(wrapper_class=structlog.make_filtering_bound_logger(40))


async def measured(at: Counter, tap: Callable[[], Awaitable[Any]]) -> tuple[int, float]:
    """Statements and milliseconds of a tap; the first one, which may send a picture up, is not counted."""
    took, most = [], 0
    await tap()
    for _ in range(TAPS):
        with Statements(at.database) as statements:
            began = time.perf_counter()
            await tap()
            took.append((time.perf_counter() - began) * 1000)
        most = max(most, len(statements.seen))
    return most, statistics.median(took)


async def table(works: int, url: str) -> None:
    with tempfile.TemporaryDirectory() as folder:
        clock = MovableClock(frozen_at=SystemClock().now())
        database = Database(make_url(url or f"sqlite+aiosqlite:///{folder}/shop.db"), clock)
        await migrations.upgrade(database.writer)
        async with counter(database, clock) as at:
            await fill(at.shop, database, works) if works > 1 else await at.work("Работа 1")
            if database.url.get_backend_name() == "postgresql":  # the works above have brought their own numbers
                async with database.transaction() as session:
                    for name in ("product", "variant"):
                        last = f"SELECT setval(pg_get_serial_sequence('{name}', 'id'), max(id)) FROM {name}"  # noqa: S608
                        await session.execute(text(last))
            while await at.shop.search.catch_up(500):
                pass
            async with database.transaction() as session:
                await session.execute(text("ANALYZE"))
            await at.starts(MARIA)
            await give_a_past(at, works)
            clock.move(timedelta(minutes=1))
            middle, away = max(works // 2, 1), 10**6
            screens = {
                "home": "h", "the catalogue": "s:0:0:0", "all works": "sh:0", "a category": "s:1:0:0",
                "a page far in": f"e:a:0:{middle}:a:99:0:0", "the last page": "e:a:0:0:b:9:5:0",
                "new works": "e:n:0:0:a:1:0:0", "last pieces": "e:l:0:0:a:1:0:0", "pages": "ej:a:0:0:1",
                "filters": "ef:a:0:o:0", "a card on its shelf": f"ew:a:0:{middle}:1:a:0:0",
                "leafed on": f"ew:a:0:{middle}:1:n:0:0", "from a work that is gone": f"ew:a:0:{away}:3:n:0:0",
                "a work": f"p:{middle}:0", "similar works": f"es:{middle}:a:0:0", "the cart": "c", "my orders": "o:0",
                "favourites": "fl:0:0", "collections": "ec", "language": "l:",
            }  # fmt: skip
            print(f"\n{works} works on {database.url.get_backend_name()}\n{'screen':<28} statements   ms")
            for name, data in screens.items():
                most, took = await measured(at, lambda data=data: at.forge(MARIA, data))
                print(f"{name:<28} {most:>10}   {took:5.1f}")
            for name, words in QUERIES.items():
                most, took = await measured(at, lambda words=words: at.says(MARIA, words))
                print(f"{'🔎 ' + name:<28} {most:>10}   {took:5.1f}")
            at.assert_well_behaved(raw=())
        await database.close()


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("--sizes", default="1,1000,100000")
    parser.add_argument("--url", default="")
    given = parser.parse_args()
    without_a_throttle()
    for size in given.sizes.split(","):
        asyncio.run(table(int(size), given.url))
