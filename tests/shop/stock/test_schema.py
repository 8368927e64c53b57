"""Does the database itself refuse to count below zero and to rewrite what has happened?"""

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

from bot.shop.stock.values import Wanted
from tests.support.benches import Bench
from tests.support.shops import someone


async def _refused(bench: Bench, statement: str) -> None:
    with pytest.raises(DBAPIError):
        async with bench.database.transaction() as session:
            await session.execute(text(statement))


@pytest.mark.parametrize("counter", ["on_hand", "unavailable", "allocated", "reserved", "incoming"])
async def test_no_counter_can_be_written_below_zero(bench: Bench, counter: str) -> None:
    variant = await bench.work()
    await _refused(bench, f"UPDATE stock_level SET {counter} = -1 WHERE variant_id = {variant}")  # noqa: S608
    await _refused(bench, f"UPDATE stock_level SET {counter} = {counter} - 2")  # noqa: S608
    await bench.sound()


@pytest.mark.parametrize("table", ["stock_movement", "money_entry", "order_event"])
async def test_what_has_happened_can_be_neither_changed_nor_deleted(bench: Bench, table: str) -> None:
    order = await bench.paid(await bench.work())
    await bench.shop.fulfilment.hand_over(order.id, bench.seller)
    column = {"stock_movement": "reason", "money_entry": "way", "order_event": "why"}[table]
    before = await bench.rows(f"SELECT count(*) FROM {table}")  # noqa: S608
    assert before[0][0] > 0
    await _refused(bench, f"UPDATE {table} SET {column} = 'other'")  # noqa: S608
    await _refused(bench, f"DELETE FROM {table}")  # noqa: S608
    assert await bench.rows(f"SELECT count(*) FROM {table}") == before  # noqa: S608


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE shop_order SET state = 'lost'",
        "UPDATE shop_order SET total_minor = -1",
        "UPDATE order_line SET quantity = 0",
        "UPDATE reservation SET quantity = 0",
        "UPDATE reservation SET state = 'lost'",
        "UPDATE payment_attempt SET refunding_minor = amount_minor + 1",
        "UPDATE payment_attempt SET refunding_minor = -1",
        "UPDATE payment_attempt SET state = 'paid'",
        "UPDATE variant SET price_minor = -1",
        "UPDATE slot_booking SET taken = -1",
        "INSERT INTO cart_line (customer_id, variant_id, quantity, price_seen_minor, added_at)"
        " SELECT id, 1, 0, 1, created_at FROM customer",
    ],
)
async def test_rows_that_make_no_sense_are_refused(bench: Bench, statement: str) -> None:
    buyer = await someone(bench.shop)
    await bench.awaiting(await bench.work(), buyer)
    if "slot_booking" in statement:
        await _refused(bench, "INSERT INTO slot_booking SELECT id, '2026-01-01 00:00:00', -1 FROM location")
        return
    await _refused(bench, statement)


async def test_a_person_has_one_draft_and_a_cause_one_row_also_for_the_database(bench: Bench) -> None:
    variant, buyer = await bench.work(), await someone(bench.shop)
    await bench.shop.checkout.start(buyer, "ru", [Wanted(variant, 1)])
    copied = "customer_id, state, from_cart, currency, total_minor, created_at"
    await _refused(
        bench,
        f"INSERT INTO shop_order ({copied}, token, hand_token, code)"  # noqa: S608
        f" SELECT {copied}, 'other', 'other', '000000' FROM shop_order",
    )
    for table in ("stock_movement", "reservation"):
        columns = {
            "stock_movement": "cause, variant_id, location_id, kind, d_on_hand, d_unavailable, d_allocated,"
            " d_reserved, occurred_at, recorded_at",
            "reservation": "cause, variant_id, location_id, quantity, stage, state, created_at",
        }[table]
        await _refused(bench, f"INSERT INTO {table} ({columns}) SELECT {columns} FROM {table}")  # noqa: S608
