"""When two sellers choose differently at one moment, or the deadline meets a tap, does one of them win alone?"""

import asyncio
import os
import random
from collections import Counter
from collections.abc import Awaitable
from datetime import timedelta

import pytest

from bot.basics.ids import VariantId
from bot.shop.conflicts import reads, writes
from bot.shop.conflicts.errors import ConflictChanged, ConflictOver
from bot.shop.conflicts.values import Ending
from bot.shop.orders.values import OrderState, OrderView
from tests.support.benches import Bench

FULL = bool(os.environ.get("VERNISSAGE_FULL"))
ROUNDS = 200 if FULL else 12


async def torn(bench: Bench, nth: int, orders: int = 1) -> tuple[VariantId, list[OrderView], int]:
    """Pieces that were paid for here, all sold elsewhere then."""
    variant = await bench.work(pieces=orders)
    paid = [await bench.paid(variant) for _ in range(orders)]
    sku = (await bench.shop.catalogue.lines([variant], "ru"))[variant].sku
    recorded = await bench.shop.channels.sold_by_hand(sku, orders, None, bench.seller, f"fair-{nth}")
    return variant, paid, recorded.conflicts[0].id


async def tried(after_s: float, deciding: Awaitable[object]) -> bool:
    """Whether it was this one that decided."""
    await asyncio.sleep(after_s)
    try:
        await deciding
    except (ConflictOver, ConflictChanged):
        return False
    return True


async def assert_one_end(bench: Bench, variant: VariantId, order: OrderView, conflict: int) -> str:
    """Either the buyer keeps the piece that is there, or he has his money and it is gone: never both, nor neither."""
    standing = (await bench.shop.conflicts.case(conflict, "ru")).standing
    free = (await bench.shop.stock.availability([variant]))[variant]
    now = await bench.shop.orders.get(order.id)
    refunds = await bench.rows("SELECT count(*) FROM refund_attempt WHERE order_id = :id", id=order.id)
    assert not standing.is_open
    assert free.available == 0
    if standing.ending in (Ending.REFUNDED, Ending.OVERDUE):
        assert (now.state, free.on_hand, free.allocated, refunds) == (OrderState.CANCELLED, 0, 0, [(1,)])
    else:
        assert (now.state, free.on_hand, free.allocated, refunds) == (OrderState.ACCEPTED, 1, 1, [(0,)])
    return standing.ending


@pytest.mark.timeout(1800)
async def test_sellers_who_choose_each_another_way_at_once_decide_it_once(bench: Bench) -> None:
    chance, ends, shop = random.Random(10), Counter[str](), bench.shop.conflicts
    for nth in range(ROUNDS):
        variant, (order,), conflict = await torn(bench, nth)
        ways = [
            shop.have_more(conflict, 1, 1, bench.seller),
            shop.cancel_there(conflict, 1, bench.seller),
            shop.refund_here(conflict, order.id, bench.seller),
            shop.refund_here(conflict, order.id, bench.seller),
        ]
        won = await asyncio.gather(*(tried(chance.random() / 200, way) for way in chance.sample(ways, len(ways))))
        assert sum(won) == 1
        ends[await assert_one_end(bench, variant, order, conflict)] += 1
    assert len(ends) > 1
    await bench.outbox(rounds=1000)
    assert bench.what()["sold_twice"] == ends[Ending.REFUNDED]
    assert len(bench.yookassa.refunds()) == ends[Ending.REFUNDED]
    await bench.sound()


@pytest.mark.timeout(1800)
async def test_the_deadline_and_a_tap_at_one_moment_decide_it_once(bench: Bench) -> None:
    chance, ends, shop = random.Random(11), Counter[str](), bench.shop.conflicts
    for nth in range(ROUNDS):
        variant, (order,), conflict = await torn(bench, nth)
        bench.clock.move(timedelta(hours=24))
        tap = shop.cancel_there(conflict, 1, bench.seller) if nth % 2 else shop.have_more(conflict, 1, 1, bench.seller)
        await asyncio.gather(
            tried(chance.random() / 200, tap),
            tried(chance.random() / 200, shop.fall_due(conflict)),
            tried(chance.random() / 200, shop.fall_due(conflict)),
        )
        ends[await assert_one_end(bench, variant, order, conflict)] += 1
    await bench.outbox(rounds=1000)
    assert len(ends) > 1
    assert bench.what()["sold_twice"] == bench.what("tell.sellers")["conflict_over"] == ends[Ending.OVERDUE]
    await bench.sound()


async def test_several_orders_that_give_way_at_once_do_not_wait_for_each_other_for_ever(bench: Bench) -> None:
    for nth in range(3):
        variant, paid, conflict = await torn(bench, nth, orders=3)
        bench.clock.move(timedelta(hours=24))
        tries = [tried(0, bench.shop.conflicts.refund_here(conflict, each.id, bench.seller)) for each in paid]
        await asyncio.gather(*tries, tried(0, bench.shop.conflicts.fall_due(conflict)))
        free = (await bench.shop.stock.availability([variant]))[variant]
        assert (free.available, free.on_hand, free.allocated) == (0, 0, 0)
        refunds = await bench.rows("SELECT count(*), count(DISTINCT order_id) FROM refund_attempt")
        assert refunds == [(3 * (nth + 1), 3 * (nth + 1))]
    await bench.outbox(rounds=1000)
    await bench.sound()


async def test_looking_in_one_transaction_and_deciding_in_another_decides_twice(bench: Bench) -> None:
    """The negative control: without looking again under the lock the buyer is refunded for a piece that was found."""
    variant, (order,), conflict = await torn(bench, 0)
    both_have_looked = asyncio.Barrier(2)
    now = bench.clock.now()

    async def find() -> None:
        async with bench.database.reading() as session:
            seen = await reads.standing(session, conflict)
        await both_have_looked.wait()
        async with bench.database.transaction() as session:
            await writes.find_more(session, seen, 1, bench.seller, now)

    async def refund() -> None:
        async with bench.database.reading() as session:
            seen = await reads.standing(session, conflict)
            behind = await reads.behind(session, variant)
        await both_have_looked.wait()
        await asyncio.sleep(0.1)
        async with bench.database.transaction() as session:
            await writes.give_back(session, seen, behind, bench.seller, Ending.REFUNDED, now)

    await asyncio.gather(find(), refund())
    free = (await bench.shop.stock.availability([variant]))[variant]
    assert (free.available, free.on_hand) == (1, 1)
    assert (await bench.shop.orders.get(order.id)).state is OrderState.CANCELLED
