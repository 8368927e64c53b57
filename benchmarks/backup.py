"""How long do backup and restore take while people buy?

    uv run python benchmarks/backup.py [works] [rounds] [url]

Without an address a SQLite file in a temporary directory; an address has to be an empty PostgreSQL database, and the
restore then goes into a SQLite file.
"""

import argparse
import asyncio
import os
import random
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from sqlalchemy import insert, make_url

from bot import chores
from bot.basics.nursery import Nursery
from bot.settings import Settings
from bot.shop.catalogue.tables import Photo, PhotoBody, Product, ProductText, Variant
from bot.shop.orders.values import PayWay
from bot.shop.stock.tables import StockLevel, StockMovement
from bot.shop.stock.values import Wanted
from bot.storage import migrations
from bot.storage.database import Database
from tests.support.shops import open_shop, someone

PIECES, PHOTO_BYTES, WRITES_PER_S = 50, 2_000, 50


async def fill(database: Database, works: int) -> None:
    """So many works with a text, a photo, pieces and the movement that explains them."""
    now = database.clock.now()
    for start in range(1, works + 1, 1000):
        ids = range(start, min(start + 1000, works + 1))
        async with database.transaction() as session:
            for table, row in (
                (Product, {"kind": "ordinary", "state": "listed", "draft_quantity": 1, "language": "ru"}),
                (ProductText, {"language": "ru", "title": "Закат над Невой"}),
                (Variant, {"price_minor": 100_000, "currency": "RUB"}),
                (Photo, {"position": 0, "width": 1, "height": 1}),
                (PhotoBody, {"jpeg": random.randbytes(PHOTO_BYTES)}),
                (StockLevel, {"location_id": 1, "on_hand": PIECES, "version": 1, "changed_at": now}),
                (StockMovement, {"location_id": 1, "kind": "receive", "d_on_hand": PIECES, "occurred_at": now}),
            ):
                await session.execute(insert(table), [{**row, **_keys(table, one, now)} for one in ids])


def _keys(table: type, one: int, now: object) -> dict[str, object]:
    columns = table.__table__.columns.keys()  # type: ignore[attr-defined]
    own = {
        "product_id": one,
        "variant_id": one,
        "photo_id": one,
        "sku": f"W-{one}",
        "cause": f"filled:{one}",
        "sha256": f"{one:064d}",
        "created_at": now,
        "recorded_at": now,
        "listed_at": now,
    }
    return {name: value for name, value in own.items() if name in columns and name != "id"}


async def main(works: int, rounds: int, url: str) -> int:
    with tempfile.TemporaryDirectory() as folder:
        here = make_url(url or f"sqlite+aiosqlite:///{folder}/shop.db")
        database = Database(here)
        await migrations.upgrade(database.writer)
        shop = await open_shop(database)
        await fill(database, works)
        buyers = [await someone(shop) for _ in range(50)]
        print(f"{works} works, {works * PHOTO_BYTES / 1e6:.0f} MB of photos on {here.get_backend_name()}")
        for nth in range(rounds):
            enough, bought, slowest = asyncio.Event(), 0, 0.0

            async def buy(enough: asyncio.Event) -> None:
                nonlocal bought, slowest
                while not enough.is_set():
                    began = time.monotonic()
                    buyer, variant = random.choice(buyers), random.randint(1, works)
                    view = await shop.checkout.start(buyer, "ru", [Wanted(variant, 1)])  # type: ignore[arg-type]
                    await shop.checkout.confirm(view.order.id, buyer, PayWay.AT_PICKUP, None)
                    bought += 1
                    slowest = max(slowest, time.monotonic() - began)
                    await asyncio.sleep(max(0.0, 2 / WRITES_PER_S - (time.monotonic() - began)))

            buying = Nursery().start(buy(enough), "buying")
            copy, there = f"{folder}/{nth}.backup", f"sqlite+aiosqlite:///{folder}/there-{nth}.db"
            took = []
            for settings, words in (
                (Settings(database_url=here.render_as_string(False)), ["backup", copy]),
                (Settings(database_url=there), ["restore", copy]),
            ):
                began = time.monotonic()
                given = argparse.Namespace(command=words[0], file=words[1])
                if await chores.do(given, settings) != 0:
                    return 1
                took.append(time.monotonic() - began)
            enough.set()
            await buying
            print(
                f"round {nth + 1}: backup {took[0]:.1f} s, restore with proofs {took[1]:.1f} s,"
                f" {bought} orders meanwhile ({2 * bought / sum(took):.0f} writes/s), slowest {slowest:.2f} s"
            )
            os.unlink(copy)  # noqa: PTH108 (a path in an async function is refused by another rule)
            os.unlink(make_url(there).database or "")  # noqa: PTH108
        await database.close()
    return 0


if __name__ == "__main__":
    words = [*sys.argv[1:], *["100000", "3", ""][len(sys.argv) - 1 :]]
    sys.exit(asyncio.run(main(int(words[0]), int(words[1]), words[2])))
