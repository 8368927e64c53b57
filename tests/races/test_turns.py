"""When one piece comes back for two hundred people, is it held for exactly one, and is nobody told twice?"""

import asyncio
import os
from datetime import timedelta

import pytest
from sqlalchemy import text

from bot.basics.errors import ShopError
from bot.basics.ids import CustomerId, VariantId
from bot.shop.shop import Shop
from bot.shop.stock.values import Wanted
from bot.storage.database import Database
from tests.support.benches import Bench
from tests.support.shops import a_work, someone

FULL = bool(os.environ.get("VERNISSAGE_FULL"))
PEOPLE = 200
ROUNDS = 20 if FULL else 3
WORKERS = 8


async def lined_up(bench: Bench, people: int, pieces: int = 1) -> tuple[VariantId, str, list[CustomerId]]:
    """A work that is gone, and so many people who wait for it."""
    _, variant, sku = await a_work(bench.shop, bench.seller, pieces=pieces)
    await bench.shop.shelves.count(sku, 0, bench.seller, f"gone:{variant}")
    line = [await someone(bench.shop) for _ in range(people)]
    for person in line:
        await bench.shop.waiting.toggle(person, variant)
        bench.clock.move(timedelta(milliseconds=1))
    await bench.outbox()
    return variant, sku, line


async def told(bench: Bench) -> list[int]:
    """Whom "it is back" is owed to, in the order in which it was owed."""
    rows = await bench.rows(
        "SELECT queue FROM outbox WHERE topic = 'tell.person' AND key LIKE 'person:back:%' ORDER BY id"
    )
    return [int(row[0].removeprefix("customer:")) for row in rows]


@pytest.mark.timeout(900)
async def test_of_two_hundred_people_one_holds_the_piece_however_often_the_wave_is_begun(bench: Bench) -> None:
    variant, sku, line = await lined_up(bench, PEOPLE)
    await bench.shop.shelves.count(sku, 1, bench.seller, "back")
    for turn in range(ROUNDS):
        # a worker that dies after the commit leaves its row to the next one: the same wave again and again
        await asyncio.gather(*(bench.shop.waiting.wave(variant) for _ in range(WORKERS)))
        for _ in range(3):
            assert [row.topic for row in await bench.shop.outbox.claim() if row.topic == "waiting.wave"]
            bench.clock.move(timedelta(seconds=61))
            await bench.shop.waiting.wave(variant)
        assert await told(bench) == line[: turn + 1]
        held = await bench.rows("SELECT customer_id FROM reservation WHERE state = 'held'")
        assert held == [(line[turn],)]
        assert await bench.rows("SELECT customer_id FROM waiting_turn WHERE state = 'holding'") == held
        assert await bench.shop.stock.differences() == []
        assert await bench.shop.waiting.differences() == []
        bench.clock.move(timedelta(minutes=31))
        await asyncio.gather(*(bench.shop.stock.release_overdue() for _ in range(3)))
    assert len(await told(bench)) == ROUNDS


@pytest.mark.timeout(900)
async def test_two_pieces_of_many_are_told_to_six_however_often_the_wave_is_begun(bench: Bench) -> None:
    variant, sku, line = await lined_up(bench, 60, pieces=2)
    await bench.shop.shelves.count(sku, 2, bench.seller, "back")
    await asyncio.gather(*(bench.shop.waiting.wave(variant) for _ in range(WORKERS)))
    assert await told(bench) == line[:6]


@pytest.mark.timeout(900)
async def test_buying_leaving_asking_and_waves_at_once_keep_every_number_right(bench: Bench) -> None:
    variant, sku, line = await lined_up(bench, 40)
    await bench.shop.shelves.count(sku, 1, bench.seller, "back")
    stranger = await someone(bench.shop)

    async def tried(work: object) -> None:
        try:
            await work  # type: ignore[misc]
        except ShopError:
            return

    for turn in range(ROUNDS):
        await bench.shop.waiting.wave(variant)
        holder = line[turn]
        await asyncio.gather(
            tried(bench.shop.checkout.start(holder, "ru", [Wanted(variant, 1)])),
            tried(bench.shop.checkout.start(stranger, "ru", [Wanted(variant, 1)])),
            *(bench.shop.waiting.wave(variant) for _ in range(3)),
            tried(bench.shop.waiting.quit(line[-1 - turn], variant)),
            tried(bench.shop.waiting.toggle(line[20 + turn], variant)),
        )
        held = await bench.rows("SELECT customer_id FROM reservation WHERE state = 'held'")
        assert held == [(holder,)], "his own hold has become the checkout's; nobody came between"
        assert await bench.shop.stock.differences() == []
        assert await bench.shop.waiting.differences() == []
        (draft,) = await bench.rows("SELECT id FROM shop_order WHERE state = 'draft'")
        await bench.shop.checkout.cancel(draft[0], holder)
    assert len(set(await told(bench))) == len(await told(bench))


async def test_without_the_lock_and_the_guard_the_same_race_gives_one_piece_to_many(
    database: Database, shop: Shop
) -> None:
    """The negative control: reading whose turn it is here and holding it there has to go wrong every time."""
    seller = await someone(shop)
    for _ in range(3):
        _, variant, _ = await a_work(shop, seller)
        everybody_has_read = asyncio.Barrier(WORKERS)

        async def naive(worker: int, variant: int = variant, barrier: asyncio.Barrier = everybody_has_read) -> bool:
            async with database.reading() as session:
                free = await session.scalar(
                    text("SELECT on_hand - reserved FROM stock_level WHERE variant_id = :variant"), {"variant": variant}
                )
            await barrier.wait()
            if not free:
                return False
            async with database.transaction() as session:
                await session.execute(
                    text("UPDATE stock_level SET reserved = reserved + 1 WHERE variant_id = :variant"),
                    {"variant": variant},
                )
            return True

        holders = sum(await asyncio.gather(*(naive(worker) for worker in range(WORKERS))))
        assert holders > 1
        assert await shop.stock.differences() != []
