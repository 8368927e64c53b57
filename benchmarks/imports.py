"""How long does a file of 20,000 rows take, first as new works, then with every price and count changed?

    uv run python benchmarks/imports.py [rows] [url]

Without an address a SQLite file in a temporary directory. The memory is what the process has grown by at its widest.
"""

import argparse
import asyncio
import resource
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from sqlalchemy import make_url

from bot.basics import sheets
from bot.basics.clock import SystemClock
from bot.storage import migrations
from bot.storage.database import Database
from tests.support.shops import open_shop


def book(rows: int, more: int) -> bytes:
    head = ["Артикул", "Название", "Цена", "Остаток", "Категория"]
    works = ([f"A-{n}", f"Закат над Невой {n}", 1000 + n + more, 3 + more, f"Полка {n % 20}"] for n in range(rows))
    return sheets.workbook([head, *works])


async def measure(url: str, rows: int) -> None:
    database = Database(make_url(url), SystemClock())
    await migrations.upgrade(database.writer)
    shop = await open_shop(database)
    files = [book(rows, 0), book(rows, 1)]
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    for name, data in zip(("new works", "every price and count"), files, strict=True):
        began = time.perf_counter()
        kept, plan = await shop.imports.look("works.xlsx", data, sheets.read(data, "works.xlsx"), None)
        looked = time.perf_counter()
        await shop.imports.apply(kept.id, None)
        applied = time.perf_counter()
        did = f"{len(plan.new)} new, {plan.changed} changed"
        print(f"{name}: {did}: look {looked - began:.1f} s, apply {applied - looked:.1f} s")
    began = time.perf_counter()
    undone = await shop.imports.undo(kept.id, None)
    grown = (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) / 1024
    print(f"taken back: {undone.works} works in {time.perf_counter() - began:.1f} s; memory +{grown:.0f} MB")
    await database.close()


def main() -> None:
    told = argparse.ArgumentParser(description=__doc__)
    told.add_argument("rows", type=int, nargs="?", default=20_000)
    told.add_argument("url", nargs="?", default="")
    given = told.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        asyncio.run(measure(given.url or f"sqlite+aiosqlite:///{folder}/shop.db", given.rows))


if __name__ == "__main__":
    main()
