"""How much memory and time does a feed of 100,000 offers take?

    uv run python benchmarks/feeds.py [works] [url]

Without an address a SQLite file in a temporary directory. The memory is what the process has grown by at its widest.
"""

import argparse
import asyncio
import resource
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

import httpx
from sqlalchemy import insert, make_url

from bot.basics.clock import SystemClock
from bot.shop.catalogue.tables import Photo, Product, ProductText, Variant
from bot.shop.channels.values import ChannelKind
from bot.shop.stock.tables import StockLevel
from bot.storage import migrations
from bot.storage.database import Database
from bot.web.app import Doors, build_app
from tests.support.shops import open_shop

LONG = "Вид с набережной в тихий вечер, холст, масло, подрамник, подпись на обороте. " * 4


async def fill(database: Database, works: int) -> None:
    now = database.clock.now()
    for start in range(1, works + 1, 1000):
        ids = range(start, min(start + 1000, works + 1))
        rows = {
            Product: [{"id": one, "kind": "ordinary", "state": "listed", "draft_quantity": 1, "language": "ru",
                       "created_at": now, "listed_at": now, "size": "40 × 50 см", "year": 2020} for one in ids],
            ProductText: [{"product_id": one, "language": "ru", "title": f"Закат над Невой {one}",
                           "technique": "холст, масло", "description": LONG} for one in ids],
            Variant: [{"id": one, "product_id": one, "sku": f"W-{one}", "price_minor": 100_000 + one,
                       "currency": "RUB"} for one in ids],
            Photo: [{"product_id": one, "position": place, "width": 800, "height": 600,
                     "sha256": f"{one:060d}{place:04d}"} for one in ids for place in range(2)],
            StockLevel: [{"variant_id": one, "location_id": 1, "on_hand": 5, "changed_at": now} for one in ids],
        }  # fmt: skip
        async with database.transaction() as session:
            for table, given in rows.items():
                await session.execute(insert(table), given)


async def _nothing(*_: object) -> bool:
    return False


async def _ready() -> dict[str, bool]:
    return {}


def used_mb() -> float:
    return int(Path("/proc/self/statm").read_text().split()[1]) * resource.getpagesize() / 1e6


async def taken(app: Any, path: str) -> str:
    """Ask for a file as a server would, and let it go piece by piece."""
    size, widest, began, before = 0, 0.0, time.perf_counter(), used_mb()
    ended = asyncio.Event()

    async def watch() -> None:
        nonlocal widest
        while not ended.is_set():
            widest = max(widest, used_mb() - before)
            await asyncio.sleep(0.02)

    async def receive() -> dict[str, object]:
        await ended.wait()
        return {"type": "http.disconnect"}

    async def send(message: dict[str, Any]) -> None:
        nonlocal size
        assert message.get("status", 200) == 200
        size += len(message.get("body", b""))

    scope = {
        "type": "http", "method": "GET", "path": path, "query_string": b"", "headers": [], "http_version": "1.1",
        "scheme": "http", "server": ("shop", 80), "client": ("127.0.0.1", 1), "root_path": "", "raw_path": b"",
        "asgi": {"version": "3.0", "spec_version": "2.4"},
    }  # fmt: skip
    async with asyncio.TaskGroup() as group:
        group.create_task(watch())
        await app(scope, receive, send)
        ended.set()
    return f"{size / 1e6:7.1f} MB in {time.perf_counter() - began:5.1f} s, memory +{widest:.0f} MB at its widest"


async def main(works: int, url: str) -> None:
    with tempfile.TemporaryDirectory() as folder:
        database = Database(make_url(url or f"sqlite+aiosqlite:///{folder}/shop.db"))
        await migrations.upgrade(database.writer)
        shop = await open_shop(database)
        await fill(database, works)
        token = (await shop.register.add("site", ChannelKind.WEBSITE)).feed_token
        app = build_app(
            Doors(None, "w", _nothing, "p", _ready, shop, SystemClock(), "https://shop.example.org", bot="a_bot")
        )
        print(f"{works} works on {database.url.get_backend_name()}")
        for name in ("yml.xml", "google.xml", "stock.csv"):
            print(f"{name:<12} {await taken(app, f'/feeds/{token}/{name}')}")
        transport = httpx.ASGITransport(app)
        async with httpx.AsyncClient(transport=transport, base_url="http://shop", timeout=600) as http:
            tag = (await http.head(f"/feeds/{token}/google.xml")).headers["etag"]
            began = time.perf_counter()
            again = await http.get(f"/feeds/{token}/google.xml", headers={"If-None-Match": tag})
            print(f"not changed: {again.status_code} in {time.perf_counter() - began:.1f} s")
        await database.close()


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("works", type=int, nargs="?", default=100_000)
    parser.add_argument("url", nargs="?", default="")
    given = parser.parse_args()
    asyncio.run(main(given.works, given.url))
