"""How many statements does a purchase cost? Each is Python at work: fewer of them is more purchases a second."""

from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from sqlalchemy import event

from bot.shop.orders.values import PayWay
from bot.shop.stock.errors import SoldOut
from bot.shop.stock.values import Wanted
from bot.storage.database import Database
from tests.support.benches import Bench
from tests.support.shops import someone

LOCKS = 2
"""PostgreSQL locks the person's row, then the order's; on SQLite whoever writes is alone."""


@contextmanager
def statements(database: Database) -> Iterator[list[str]]:
    """What the writer is asked, `BEGIN` included."""
    seen: list[str] = []

    def note(_c: object, _k: object, statement: str, *_: object) -> None:
        if not statement.startswith(("BEGIN", "PRAGMA")):
            seen.append(statement)

    engine = database.writer.sync_engine
    event.listen(engine, "before_cursor_execute", note)
    try:
        yield seen
    finally:
        event.remove(engine, "before_cursor_execute", note)


@pytest.mark.parametrize(("way", "most"), [(PayWay.AT_PICKUP, 26), (PayWay.ONLINE, 23)])
async def test_a_whole_purchase_of_one_work_is_few_statements(
    bench: Bench, database: Database, way: PayWay, most: int
) -> None:
    buyer, variant = await someone(bench.shop), await bench.work(pieces=3)
    with statements(database) as seen:
        view = await bench.shop.checkout.start(buyer, "ru", [Wanted(variant, 1)])
        await bench.shop.checkout.confirm(view.order.id, buyer, way, None)
    assert len(seen) <= most + (0 if database.is_sqlite else LOCKS), "\n".join(seen)
    assert not [statement for statement in seen if statement.startswith("SAVEPOINT")]


async def test_who_comes_too_late_costs_little(bench: Bench, database: Database) -> None:
    variant = await bench.work()
    await bench.shop.checkout.start(await someone(bench.shop), "ru", [Wanted(variant, 1)])
    late = await someone(bench.shop)
    with statements(database) as seen, pytest.raises(SoldOut):
        await bench.shop.checkout.start(late, "ru", [Wanted(variant, 1)])
    assert not [statement for statement in seen if statement.startswith("INSERT")]
    assert len(seen) <= 10 + (0 if database.is_sqlite else 1), "\n".join(seen)


async def test_what_is_returned_without_being_read_again_is_what_stands_in_the_database(bench: Bench) -> None:
    shop, buyer = bench.shop, await someone(bench.shop)
    variants = [await bench.work(pieces=3), await bench.work(pieces=3)]
    wanted = [Wanted(variant, 1) for variant in variants]
    for way in (PayWay.AT_PICKUP, PayWay.ONLINE):
        view = await shop.checkout.start(buyer, "ru", wanted)
        assert view == await shop.checkout.again(view.order.id, buyer)
        assert view.place is not None
        steps = (
            shop.checkout.give_phone(view.order.id, buyer, "+79261234567"),
            shop.checkout.choose_place(view.order.id, buyer, view.place.id),
            shop.checkout.confirm(view.order.id, buyer, way, 77),
        )
        for step in steps:
            shown = await step
            assert shown == await shop.checkout.again(view.order.id, buyer)
        assert shown.order.pay_way is way
