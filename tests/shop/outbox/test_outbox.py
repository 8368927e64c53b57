"""Is everything owed done once, in time, again after trouble, and never for ever?"""

import asyncio
from collections import Counter
from datetime import timedelta

from sqlalchemy import text

from bot.basics.clock import MovableClock
from bot.shop.outbox.use_cases import LEASE, MAX_TRIES
from bot.shop.outbox.values import Lane, Owed
from bot.shop.outbox.writes import owe, owe_anew, tell_buyer, tell_sellers
from bot.shop.shop import Shop
from bot.storage.database import Database

SECOND = timedelta(seconds=1)


async def _owe(database: Database, key: str, *, in_s: float = 0, lane: Lane = Lane.TRANSACTIONAL) -> None:
    now = database.clock.now()
    async with database.transaction() as session:
        await owe(session, "topic", key, {"key": key}, now=now, due_at=now + SECOND * in_s, lane=lane)


async def _anew(database: Database, key: str = "refresh", *, in_s: float = 1, n: int = 0) -> None:
    now = database.clock.now()
    async with database.transaction() as session:
        await owe_anew(session, "topic", [(key, {"n": n})], now=now, due_at=now + SECOND * in_s)


async def _taken(shop: Shop) -> list[str]:
    return [row.key for row in await shop.outbox.claim()]


async def _one(shop: Shop) -> Owed:
    (row,) = await shop.outbox.claim()
    return row


async def test_the_same_key_is_owed_once_even_after_it_was_done(database: Database, shop: Shop) -> None:
    for _ in range(2):
        await _owe(database, "a")
    await shop.outbox.finish(await _one(shop))
    await _owe(database, "a")
    assert await _taken(shop) == []


async def test_work_is_taken_by_lane_and_then_as_it_was_owed_and_not_before_it_is_due(
    database: Database, shop: Shop, clock: MovableClock
) -> None:
    await _owe(database, "marketing", lane=Lane.MARKETING)
    await _owe(database, "second")
    await _owe(database, "seller", lane=Lane.SELLER)
    await _owe(database, "third")
    await _owe(database, "later", in_s=60)
    assert await _taken(shop) == ["second", "third", "seller", "marketing"]
    clock.move(59 * SECOND)
    assert await _taken(shop) == []
    clock.move(SECOND)
    assert "later" in await _taken(shop)


async def test_a_dead_workers_lease_ends_by_itself(database: Database, shop: Shop, clock: MovableClock) -> None:
    await _owe(database, "a")
    assert await _taken(shop) == ["a"]
    assert await _taken(shop) == []
    clock.move(LEASE)
    assert await _taken(shop) == ["a"]


async def test_two_workers_never_take_the_same_row(database: Database, shop: Shop) -> None:
    for nth in range(100):
        await _owe(database, f"row-{nth:03}")
    taken: list[str] = []

    async def work() -> None:
        while rows := await shop.outbox.claim(limit=7):
            taken.extend(row.key for row in rows)
            await asyncio.sleep(0)

    await asyncio.gather(*(work() for _ in range(4)))
    assert max(Counter(taken).values()) == 1
    assert len(taken) == 100


async def test_failures_pause_ever_longer_and_the_last_parks_with_its_error(
    database: Database, shop: Shop, clock: MovableClock
) -> None:
    await _owe(database, "a")
    began, pauses, parked = clock.now(), [], False
    while not parked:
        row = await _one(shop)
        parked = await shop.outbox.fail(row, "no answer")
        before = clock.now()
        while not parked and not await _due(database):
            clock.move(SECOND)
        pauses.append((clock.now() - before).total_seconds())
    assert pauses == [1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 600, 0]
    assert len(pauses) == MAX_TRIES
    assert clock.now() - began < timedelta(hours=1)
    async with database.reading() as session:
        kept = (await session.execute(text("SELECT parked, error, tries FROM outbox"))).one()
    assert tuple(kept) == (True, "no answer", MAX_TRIES)
    assert await _taken(shop) == []


async def _due(database: Database) -> bool:
    from bot.shop.outbox import reads

    async with database.reading() as session:
        due = await reads.next_due(session)
    return due is not None and due <= database.clock.now()


async def test_an_asked_pause_is_kept_and_postponing_counts_no_try(
    database: Database, shop: Shop, clock: MovableClock
) -> None:
    await _owe(database, "a")
    await shop.outbox.fail(await _one(shop), "slow down", retry_after_s=30)
    clock.move(29 * SECOND)
    assert await _taken(shop) == []
    clock.move(SECOND)
    row = await _one(shop)
    assert row.tries == 1
    await shop.outbox.postpone(row, clock.now() + 5 * SECOND)
    clock.move(5 * SECOND)
    assert (await _one(shop)).tries == 1


async def test_ten_changes_in_a_second_are_one_refresh_with_the_first_ones_time(
    database: Database, shop: Shop, clock: MovableClock
) -> None:
    for nth in range(10):
        await _anew(database, n=nth)
        clock.move(SECOND / 10)
    row = await _one(shop)
    await shop.outbox.finish(row)
    assert await _taken(shop) == []
    await _anew(database)
    clock.move(SECOND)
    assert await _taken(shop) == ["refresh"]


async def test_a_change_during_the_refresh_repeats_it(database: Database, shop: Shop, clock: MovableClock) -> None:
    await _anew(database)
    clock.move(SECOND)
    row = await _one(shop)
    await _anew(database, n=2)
    await shop.outbox.finish(row)
    assert await _taken(shop) == []
    clock.move(SECOND)
    again = await _one(shop)
    assert (again.payload, again.version) == ({"n": 2}, row.version + 1)
    await shop.outbox.finish(again)
    assert await shop.outbox.lag_s() == 0


async def test_what_was_owed_anew_is_neither_parked_nor_delayed_by_the_old_trouble(
    database: Database, shop: Shop, clock: MovableClock
) -> None:
    for end in ("park", "fail"):
        await _anew(database, end)
        clock.move(SECOND)
        row = await _one(shop)
        await _anew(database, end, n=2)
        if end == "park":
            await shop.outbox.park(row, "hopeless")
        else:
            await shop.outbox.fail(row, "trouble", retry_after_s=600)
        clock.move(SECOND)
        again = await _one(shop)
        assert again.payload == {"n": 2}
        await shop.outbox.finish(again)


async def test_a_look_that_is_wanted_now_does_not_wait_behind_a_pause(
    database: Database, shop: Shop, clock: MovableClock
) -> None:
    await _anew(database, in_s=0)
    await shop.outbox.fail(await _one(shop), "down", retry_after_s=600)
    assert await _taken(shop) == []
    await _anew(database, in_s=0)
    assert await _taken(shop) == ["refresh"]


async def test_a_worker_that_comes_late_does_not_undo_what_was_finished(
    database: Database, shop: Shop, clock: MovableClock
) -> None:
    await _owe(database, "a")
    late = await _one(shop)
    clock.move(LEASE)
    await shop.outbox.finish(await _one(shop))
    await shop.outbox.park(late, "late")
    await shop.outbox.fail(late, "late")
    async with database.reading() as session:
        kept = (await session.execute(text("SELECT open, parked, error FROM outbox"))).one()
    assert tuple(kept) == (False, False, None)


async def test_a_day_after_its_end_work_forgets_whom_it_named_and_is_still_not_owed_again(
    database: Database, shop: Shop, clock: MovableClock
) -> None:
    await _owe(database, "a")
    await _owe(database, "open", in_s=10**6)
    await shop.outbox.finish(await _one(shop))
    clock.move(timedelta(hours=24, seconds=1))
    await shop.outbox.forget()
    async with database.reading() as session:
        kept = await session.execute(text("SELECT key, payload FROM outbox ORDER BY key"))
        assert [(key, "key" in str(payload)) for key, payload in kept] == [("a", False), ("open", True)]
    await _owe(database, "a")
    assert await _taken(shop) == []


async def test_messages_to_people_are_keyed_by_what_they_say(database: Database, shop: Shop) -> None:
    now = database.clock.now()
    async with database.transaction() as session:
        for _ in range(2):
            await tell_buyer(session, 1, "paid", "7", now=now, order=7)
            await tell_sellers(session, "new_order", "7", now=now, order=7)
    rows = await shop.outbox.claim()
    assert [(row.topic, row.key, row.queue, row.lane) for row in rows] == [
        ("tell.buyer", "paid:7", "customer:1", Lane.TRANSACTIONAL),
        ("tell.sellers", "sellers:new_order:7", "sellers:new_order:7", Lane.SELLER),
    ]
    assert rows[0].payload == {"customer": 1, "what": "paid", "order": 7}
