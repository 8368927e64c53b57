"""How long does a search take in a shop of 1,000, 100,000 and 1,000,000 works?

    uv run python benchmarks/search.py [--size 100000] [--url postgresql+asyncpg://…/empty]

Without an address a SQLite file in a temporary directory. Words follow Zipf's law; the medians are of whole use cases,
from the typed text to the items of a page.
"""

import argparse
import asyncio
import random
import statistics
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

import json

from sqlalchemy import insert, make_url, text

from bot.basics.languages import Language
from bot.shop.catalogue.tables import Product, ProductText, Variant
from bot.shop.search.values import SearchId
from bot.shop.shop import Shop
from bot.storage import migrations
from bot.storage.database import Database
from tests.support.shops import open_shop

FORMS = json.loads((Path(__file__).parents[1] / "tests/shop/search/word_forms.json").read_text("utf-8"))["ru"]
NOUNS = list(FORMS)
PLACES = ["море", "озеро", "город", "лес", "сад", "река", "гора", "поле", "остров", "берег", "мост", "дом"]
RARE = "".join("бвгдзклмнпрст")
WEIGHTS = [1 / rank for rank in range(1, len(NOUNS) + 1)]


def rare(number: int) -> str:
    """A name that few works have."""
    made = ""
    while number or len(made) < 4:
        number, at = divmod(number, len(RARE))
        made += RARE[at] + "аои"[at % 3]
    return made


async def fill(database: Database, works: int) -> None:
    chance, now = random.Random(53), database.clock.now()
    for start in range(1, works + 1, 2000):
        ids = range(start, min(start + 2000, works + 1))
        async with database.transaction() as session:
            await session.execute(
                insert(Product),
                [{"id": one, "kind": "ordinary", "state": "listed", "draft_quantity": 1, "language": "ru",
                  "created_at": now, "listed_at": now, "size": "40 × 50 см", "year": 2000 + one % 27} for one in ids],
            )  # fmt: skip
            await session.execute(
                insert(ProductText),
                [{"product_id": one, "language": "ru", "technique": "холст, масло" if one % 3 else "глина",
                  "title": " ".join((chance.choices(NOUNS, WEIGHTS)[0], chance.choice(PLACES), rare(one // 5)))}
                 for one in ids],
            )  # fmt: skip
            await session.execute(
                insert(Variant),
                [{"product_id": one, "sku": f"W-{one:04d}", "currency": "RUB",
                  "price_minor": 100_00 * chance.randrange(5, 1000)} for one in ids],
            )  # fmt: skip


async def median_ms(shop: Shop, queries: list[str], language: Language = "ru") -> tuple[float, float]:
    took = []
    for query in queries:
        began = time.perf_counter()
        await shop.search.ask(query, language, 8)
        took.append((time.perf_counter() - began) * 1000)
    return statistics.median(took), statistics.quantiles(took, n=20)[-1]


async def main(works: int, url: str) -> None:
    with tempfile.TemporaryDirectory() as folder:
        database = Database(make_url(url or f"sqlite+aiosqlite:///{folder}/shop.db"))
        await migrations.upgrade(database.writer)
        shop = await open_shop(database)
        await fill(database, works)
        began = time.perf_counter()
        while await shop.search.catch_up(500):
            pass
        print(f"{works} works on {database.url.get_backend_name()}: indexed in {time.perf_counter() - began:.1f} s")
        async with database.writer.execution_options(isolation_level="AUTOCOMMIT").connect() as alone:
            await alone.execute(
                text("VACUUM ANALYZE" if database.url.get_backend_name() == "postgresql" else "ANALYZE")
            )
        chance = random.Random(7)
        kinds = {
            "a common word": [chance.choice(FORMS[noun]) for noun in NOUNS[:12] for _ in range(10)],
            "two words": [
                f"{chance.choice(FORMS[chance.choice(NOUNS)])} {chance.choice(PLACES)}" for _ in range(120)
            ],
            "a rare word": [rare(chance.randrange(works // 5)) for _ in range(120)],
            "a slip": [noun[:2] + noun[3:] for noun in NOUNS if len(noun) > 5],
            "a word and a price": [f"{noun} от {low} до {low + 500}" for noun in NOUNS[:12]
                                   for low in range(1000, 90_000, 9000)],
            "a common word, a rare price": [f"{NOUNS[0]} до {high}" for high in range(500, 700, 10)],
            "the other keyboard": ["rfhnbyf", "dfpf", "rjdth", "cdtxf"] * 20,
            "an article number": [f"W-{chance.randrange(1, works):04d}" for _ in range(120)],
            "nothing that fits": ["привет вам", "зеленоватый автомобиль", "картина автомобиль"] * 20,
        }  # fmt: skip
        everything = []
        for kind, queries in kinds.items():
            for query in queries[:5]:
                await shop.search.ask(query, "ru", 8)
            middle, most = await median_ms(shop, queries)
            everything.append(middle)
            print(f"{kind:<28} median {middle:6.1f} ms   95 % {most:6.1f} ms")
        first = await shop.search.ask(NOUNS[0], "ru", 8)
        took = []
        page, number = first, SearchId(first.id or 0)
        for _ in range(50):
            began = time.perf_counter()
            following = await shop.search.page(number, "ru", 8, after=page.spots[-1])
            took.append((time.perf_counter() - began) * 1000)
            assert following is not None
            page = following if following.has_after else first
        print(f"{'the next page':<28} median {statistics.median(took):6.1f} ms")
        await database.close()


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("--size", type=int, default=100_000)
    parser.add_argument("--url", default="")
    given = parser.parse_args()
    asyncio.run(main(given.size, given.url))
