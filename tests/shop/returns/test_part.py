"""Does a part of the money go back, the order standing, and never more than was paid?"""

import asyncio

import pytest

from bot.shop.checkout.values import CheckoutView
from bot.shop.orders.values import OrderState, PayWay
from bot.shop.payments.errors import TooMuchBack
from bot.shop.stock.values import Wanted
from tests.support.benches import Bench
from tests.support.shops import someone


async def test_two_parts_go_back_the_order_stands_and_nothing_more_is_due(bench: Bench) -> None:
    order = await bench.paid(await bench.work())
    assert await bench.shop.returns.give_part(order.id, bench.seller, 30_000, "1") == 30_000
    await bench.outbox()
    assert await bench.shop.returns.give_part(order.id, bench.seller, 69_999, "2") == 69_999
    with pytest.raises(TooMuchBack):
        await bench.shop.returns.give_part(order.id, bench.seller, 1, "3")
    await bench.outbox()
    seen = await bench.shop.orders.get(order.id)
    assert (seen.state, seen.paid_minor, seen.due_minor) == (OrderState.ACCEPTED, 1, 0)
    assert [row["amount"]["value"] for row in bench.yookassa.refunds()] == ["300.00", "699.99"]
    assert bench.what()["refunded"] == 2
    await bench.shop.fulfilment.hand_over(order.id, bench.seller)
    await bench.sound()


@pytest.mark.parametrize("minor", [0, -1, 100_000, 100_001])
async def test_nothing_all_and_more_are_no_parts(bench: Bench, minor: int) -> None:
    order = await bench.paid(await bench.work())
    with pytest.raises(TooMuchBack):
        await bench.shop.returns.give_part(order.id, bench.seller, minor, "1")
    assert bench.yookassa.refunds() == []


async def test_two_sellers_at_one_moment_never_give_more_than_came(bench: Bench) -> None:
    order = await bench.paid(await bench.work())
    tries = [bench.shop.returns.give_part(order.id, bench.seller, 60_000, str(n)) for n in range(2)]
    done = await asyncio.gather(*tries, return_exceptions=True)
    assert sorted(isinstance(each, TooMuchBack) for each in done) == [False, True]
    await bench.outbox()
    await bench.sound()


async def test_cash_goes_back_in_part_as_cash_and_the_rest_later(bench: Bench) -> None:
    buyer = await someone(bench.shop)
    started: CheckoutView = await bench.shop.checkout.start(buyer, "ru", [Wanted(await bench.work(), 1)])
    await bench.shop.checkout.confirm(started.order.id, buyer, PayWay.AT_PICKUP, None)
    order = await bench.shop.fulfilment.hand_over(started.order.id, bench.seller, "cash")
    for _ in range(2):  # the same message twice
        await bench.shop.returns.give_part(order.id, bench.seller, 25_000, "message")
    await bench.sound()
    assert await bench.shop.fulfilment.refund(order.id, bench.seller) == 75_000
    await bench.outbox()
    assert bench.what()["refunded"] == 2
    assert (await bench.shop.orders.get(order.id)).paid_minor == 0
    await bench.sound()
