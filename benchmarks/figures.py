"""How long do the figures of a year take, with 10,000 orders in it?

    uv run python benchmarks/figures.py [--orders 10000] [--before 0] [--url postgresql+asyncpg://…/empty]

Without an address a SQLite file in a temporary directory. A fifth as many sales stand at the till and in another
channel, and a million looks by work, day and source; `--before`: so many orders in the year before, `--buyers`: of so
many people. The time is that of the whole use case and of each of its statements; "busy here" is that of this process
alone, which on SQLite is all of it, however much else the machine has to do.
"""

import argparse
import asyncio
import random
import statistics
import sys
import tempfile
import time
from datetime import timedelta
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from sqlalchemy import event, insert, make_url, text, update

from bot.shop.analytics.tables import LookCount
from bot.shop.analytics.values import Period
from bot.shop.catalogue.tables import Variant
from bot.shop.channels.tables import Channel, ChannelSale
from bot.shop.customers.tables import Customer
from bot.shop.orders.tables import MoneyEntry, Order, OrderEvent, OrderLine
from bot.shop.till.tables import TillSaleRow
from bot.storage import migrations
from bot.storage.base import Base
from bot.storage.database import Database
from tests.support.shops import open_shop, stand

TAPS, WORKS, SOURCES, AT_ONCE = 15, 2000, 7, 1000


async def fill(database: Database, orders: int, before: int, buyers: int) -> None:
    """Orders of one or two lines, paid by hand or online, one in twenty given back in part."""
    chance, now = random.Random(27), database.clock.now()
    year = now.replace(month=1, day=2)
    begun, seconds = year - timedelta(days=364), int((now - year).total_seconds()) - 1
    rows: dict[type[Base], list[dict[str, Any]]] = {
        Order: [], OrderLine: [], OrderEvent: [], MoneyEntry: [], TillSaleRow: [], ChannelSale: [], LookCount: [],
    }  # fmt: skip
    rows[Customer] = [
        {"id": 1000 + number, "platform_id": 10**9 + number, "name": "", "language": "ru", "created_at": begun}
        for number in range(buyers)
    ]
    for number in range(1, before + orders + 1):
        into = seconds * number // (before + 1) if number <= before else seconds * (number - before) // (orders + 1)
        at = (begun if number <= before else year) + timedelta(seconds=into)
        lines = chance.sample(range(1, WORKS + 1), chance.choice((1, 1, 2)))
        prices = [chance.randrange(500_00, 90_000_00) for _ in lines]
        rows[Order].append(
            {"id": number, "customer_id": 1000 + chance.randrange(buyers), "state": "handed_over", "currency": "RUB",
             "total_minor": sum(prices), "token": f"t{number}", "hand_token": f"h{number}", "code": f"{number:06d}",
             "source": f"s{number % SOURCES}", "created_at": at}
        )  # fmt: skip
        rows[OrderLine] += [
            {"order_id": number, "variant_id": work, "product_id": work, "sku": f"W-{work:04d}", "title": "Работа",
             "price_minor": price, "quantity": 1}
            for work, price in zip(lines, prices, strict=True)
        ]  # fmt: skip
        rows[OrderEvent] += [
            {"order_id": number, "from_state": was, "to_state": to, "why": "x", "at": at + timedelta(hours=hours)}
            for was, to, hours in (("draft", "accepted", 0), ("accepted", "handed_over", 40))
        ]
        money = [sum(prices)] + ([-prices[0]] if number % 20 == 0 else [])
        rows[MoneyEntry] += [
            {"cause": f"m{number}:{minor}", "order_id": number, "way": ("yookassa", "cash", "card")[number % 3],
             "amount_minor": minor, "currency": "RUB", "at": at + timedelta(hours=3)}
            for minor in money
        ]  # fmt: skip
        if number % 5 == 0:
            rows[TillSaleRow].append(
                {"cause": f"c{number}", "location_id": 1, "variant_id": lines[0], "quantity": 1, "way": "cash",
                 "price_minor": prices[0], "full_minor": prices[0], "state": "sold", "created_at": at, "sold_at": at}
            )  # fmt: skip
            line = {"sku": f"W-{lines[0]:04d}", "quantity": 1, "price": prices[0]}
            rows[ChannelSale].append(
                {"channel_id": 1, "external_id": str(number), "body_hash": "", "lines": [line], "answer": {},
                 "occurred_at": at, "recorded_at": at}
            )  # fmt: skip
    rows[LookCount] = [
        {"day": (now - timedelta(days=day)).date(), "product_id": work, "step": "view", "times": 20,
         "source": f"s{work % SOURCES}"}
        for day in range(500)
        for work in range(1, 101)
    ]  # fmt: skip
    async with database.transaction() as session:
        words = dict.fromkeys(("code", "key_hash", "signing_secret", "feed_token"), "site")
        await session.execute(insert(Channel).values(id=1, kind="website", created_at=begun, **words))
        for table in (Customer, *(each for each in rows if each is not Customer)):
            for start in range(0, len(rows[table]), AT_ONCE):
                await session.execute(insert(table), rows[table][start : start + AT_ONCE])
        await session.execute(update(Variant).where(Variant.id % 4 != 0).values(cost_minor=200_00))
        await session.execute(text("ANALYZE"))


async def main(orders: int, before: int, buyers: int, url: str) -> None:
    with tempfile.TemporaryDirectory() as folder:
        database = Database(make_url(url or f"sqlite+aiosqlite:///{folder}/shop.db"))
        await migrations.upgrade(database.writer)
        shop = await open_shop(database)
        now = database.clock.now()
        await stand(database, [(number, 1000_00, 3, None, now) for number in range(1, WORKS + 1)])
        await fill(database, orders, before, buyers)
        took: list[float] = []
        busy: list[float] = []
        seen: dict[str, list[float]] = {}

        @event.listens_for(database.reader.sync_engine, "before_cursor_execute")
        def began(_connection: Any, _cursor: Any, _statement: str, _given: Any, context: Any, _many: bool) -> None:
            context.began = time.perf_counter()

        @event.listens_for(database.reader.sync_engine, "after_cursor_execute")
        def ended(_connection: Any, _cursor: Any, statement: str, _given: Any, context: Any, _many: bool) -> None:
            seen.setdefault(statement, []).append((time.perf_counter() - context.began) * 1000)

        for tap in range(TAPS + 2):
            start, own = time.perf_counter(), time.process_time()
            report = await shop.analytics.report(Period.YEAR, 0, "ru")
            if tap >= 2:
                took.append((time.perf_counter() - start) * 1000)
                busy.append((time.process_time() - own) * 1000)
        kind = database.url.get_backend_name()
        parts = " + ".join(f"{min(each):.0f}" for each in seen.values() if len(each) >= TAPS)
        print(
            f"{report.now.orders} sales beside {report.before.orders}, {buyers} buyers, "
            f"{kind}: median {statistics.median(took):.0f} ms, fastest {min(took):.0f} ms, "
            f"busy here {min(busy):.0f} ms, its statements {parts}"
        )
        await database.close()


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("--orders", type=int, default=10_000)
    parser.add_argument("--before", type=int, default=0)
    parser.add_argument("--buyers", type=int, default=3000)
    parser.add_argument("--url", default="")
    given = parser.parse_args()
    asyncio.run(main(given.orders, given.before, given.buyers, given.url))
