"""Does each payment have its receipts, whatever happens on the way, and is no order held up by one?"""

import json
from datetime import timedelta
from typing import Any

import pytest

from bot.basics.clock import MovableClock
from bot.partners.pretend.yookassa.receipts import ReceiptMode
from bot.shop.checkout.values import Step
from bot.shop.customers.writes import give_email
from bot.shop.orders.values import OrderState, OrderView, PayWay
from bot.shop.receipts.errors import ContactNeeded
from bot.shop.stock.values import Wanted
from bot.storage.database import Database
from tests.support.benches import Bench, open_bench
from tests.support.shops import someone

EMAIL = "anna@example.com"


@pytest.fixture
async def fiscal(database: Database, clock: MovableClock) -> Bench:
    """A shop that makes receipts, at a YooKassa that insists on them."""
    opened = await open_bench(database, clock, receipts="yookassa", vat_code=1)
    opened.yookassa.receipts = ReceiptMode.YOOKASSA
    return opened


async def _paid(bench: Bench) -> OrderView:
    buyer = await someone(bench.shop)
    async with bench.database.transaction() as session:
        await give_email(session, buyer, EMAIL)
    return await bench.paid(await bench.work(), buyer)


async def _receipts(bench: Bench) -> list[tuple[Any, ...]]:
    return await bench.rows("SELECT kind, state FROM receipt ORDER BY id")


async def test_it_is_asked_where_to_and_only_before_money_is_taken(fiscal: Bench) -> None:
    buyer = await someone(fiscal.shop)
    started = await fiscal.shop.checkout.start(buyer, "ru", [Wanted(await fiscal.work(), 1)])
    with pytest.raises(ContactNeeded):
        await fiscal.shop.checkout.confirm(started.order.id, buyer, PayWay.ONLINE, None)
    assert (await fiscal.shop.orders.get(started.order.id)).state is OrderState.DRAFT
    asked = await fiscal.shop.checkout.confirm(started.order.id, buyer, PayWay.ONLINE, None, EMAIL)
    assert asked.step is Step.LINK
    at_pickup = await fiscal.shop.checkout.start(await someone(fiscal.shop), "ru", [Wanted(await fiscal.work(), 1)])
    done = await fiscal.shop.checkout.confirm(at_pickup.order.id, at_pickup.order.customer, PayWay.AT_PICKUP, None)
    assert done.order.state is OrderState.ACCEPTED


async def test_paid_then_handed_over_makes_two_receipts_and_no_more(fiscal: Bench) -> None:
    order = await _paid(fiscal)
    await fiscal.later(timedelta(minutes=3))
    assert await _receipts(fiscal) == [("payment", "succeeded")]
    await fiscal.shop.fulfilment.ready(order.id, fiscal.seller)
    for _ in range(2):
        await fiscal.shop.fulfilment.hand_over(order.id, fiscal.seller)
    await fiscal.outbox()
    assert await _receipts(fiscal) == [("payment", "succeeded"), ("settlement", "succeeded")]
    made = fiscal.yookassa.dump()["receipts"].values()
    assert [row["object"]["settlements"][0]["type"] for row in made] == ["cashless", "prepayment"]
    assert [row["object"]["items"][0]["payment_mode"] for row in made] == ["full_prepayment", "full_payment"]
    assert fiscal.what("tell.sellers") == {"new_order": 1}
    await fiscal.sound()


async def test_an_answer_that_was_lost_makes_no_second_receipt(fiscal: Bench) -> None:
    order = await _paid(fiscal)
    await fiscal.shop.fulfilment.hand_over(order.id, fiscal.seller)
    fiscal.gateway.down = True
    await fiscal.outbox()
    assert ("settlement", "unknown") in await _receipts(fiscal)
    fiscal.gateway.down = False
    await fiscal.later(timedelta(minutes=10))
    await fiscal.later(timedelta(days=1, hours=2), timedelta(hours=1))
    assert ("settlement", "succeeded") in await _receipts(fiscal)
    assert len(fiscal.yookassa.dump()["receipts"]) == 2


async def test_one_that_is_refused_is_told_once_and_the_order_goes_on(fiscal: Bench) -> None:
    fiscal.yookassa.receipt_outcome = "canceled"
    order = await _paid(fiscal)
    await fiscal.later(timedelta(hours=2))
    assert await _receipts(fiscal) == [("payment", "canceled")]
    assert fiscal.what("tell.sellers") == {"new_order": 1, "receipt_trouble": 1}
    assert (await fiscal.shop.orders.get(order.id)).state is OrderState.ACCEPTED
    await fiscal.sound()


async def test_one_that_never_comes_is_told_on_the_third_day(fiscal: Bench) -> None:
    fiscal.yookassa.receipt_outcome = "pending"
    await _paid(fiscal)
    await fiscal.later(timedelta(days=2, hours=20), timedelta(hours=1))
    assert "receipt_trouble" not in fiscal.what("tell.sellers")
    await fiscal.later(timedelta(hours=12), timedelta(hours=1))
    assert fiscal.what("tell.sellers")["receipt_trouble"] == 1
    assert await fiscal.rows("SELECT count(*) FROM receipt WHERE next_check_at IS NOT NULL") == [(0,)]


async def test_a_full_refund_carries_no_receipt_and_a_partial_one_its_part(fiscal: Bench) -> None:
    whole = await _paid(fiscal)
    await fiscal.shop.fulfilment.refund(whole.id, fiscal.seller)
    parted = await _paid(fiscal)
    fiscal.yookassa.cabinet_refund(fiscal.payment(parted.id), "300.00")
    await fiscal.shop.payments.note(fiscal.payment(parted.id), "refund.succeeded")
    await fiscal.outbox()
    await fiscal.shop.fulfilment.refund(parted.id, fiscal.seller)
    await fiscal.outbox()
    bodies = [json.loads(row[0]) for row in await fiscal.rows("SELECT body FROM refund_attempt ORDER BY id")]
    assert "receipt" not in bodies[0]
    assert bodies[2]["receipt"]["items"][0]["amount"]["value"] == "700.00"
    assert await fiscal.rows("SELECT DISTINCT state FROM refund_attempt") == [("succeeded",)]
    await fiscal.sound()


async def test_what_went_back_in_part_is_settled_in_part(fiscal: Bench) -> None:
    order = await _paid(fiscal)
    fiscal.yookassa.cabinet_refund(fiscal.payment(order.id), "300.00")
    await fiscal.shop.payments.note(fiscal.payment(order.id), "refund.succeeded")
    await fiscal.outbox()
    await fiscal.shop.fulfilment.hand_over(order.id, fiscal.seller)
    await fiscal.outbox()
    (body,) = (json.loads(row[0]) for row in await fiscal.rows("SELECT body FROM receipt WHERE kind = 'settlement'"))
    assert body["settlements"] == [{"type": "prepayment", "amount": {"value": "700.00", "currency": "RUB"}}]


async def test_without_receipts_the_provider_that_wants_them_refuses_and_the_buyer_is_not_stuck(fiscal: Bench) -> None:
    plain = await open_bench(fiscal.database, fiscal.clock)
    plain.yookassa.receipts = ReceiptMode.YOOKASSA
    order = await plain.awaiting(await plain.work())
    assert (await plain.shop.orders.get(order.id)).state is OrderState.AWAITING_PAYMENT
    assert plain.what() == {"payment_trouble": 1}


async def test_shops_without_receipts_keep_none(bench: Bench) -> None:
    order = await bench.paid(await bench.work())
    await bench.shop.fulfilment.hand_over(order.id, bench.seller)
    await bench.outbox()
    assert await _receipts(bench) == []
