"""Does a payment that does not match leave the seller a way out, and the books in order?"""

from datetime import timedelta

from bot.shop.orders.values import OrderState, OrderView
from tests.support.benches import Bench
from tests.support.shops import someone


async def doubted(bench: Bench, **shown: object) -> OrderView:
    """Paid, but not what was asked for."""
    order = await bench.awaiting(await bench.work(), await someone(bench.shop))
    bench.yookassa.pay(bench.payment(order.id))
    bench.yookassa.patch(bench.payment(order.id), **shown)
    await bench.later(timedelta(minutes=6))
    return order


def alerts(bench: Bench) -> list[dict[str, object]]:
    return [payload for topic, what, payload in bench.told if (topic, what) == ("tell.sellers", "mismatch")]


async def test_the_seller_reads_what_differs(bench: Bench) -> None:
    order = await doubted(bench, metadata={"attempt": "somebody-elses"})
    (told,) = alerts(bench)
    assert (told["why"], told["came"], told["wanted"]) == ("other", 100_000, 100_000)
    assert told["payment"] == bench.yookassa.payments()[0]["id"]
    assert told["order"] == order.id


async def test_looked_at_again_it_still_differs_and_nothing_moves(bench: Bench) -> None:
    order = await doubted(bench, test=False)
    assert await bench.shop.fulfilment.look_at_payment(order.id)
    await bench.outbox()
    assert [told.get("again", False) for told in alerts(bench)] == [False, True]
    assert (await bench.shop.orders.get(order.id)).state is OrderState.AWAITING_PAYMENT
    await bench.sound()


async def test_given_back_in_the_cabinet_the_order_is_over_and_both_are_told_once(bench: Bench) -> None:
    order = await doubted(bench, metadata={"attempt": "somebody-elses"})
    bench.yookassa.cabinet_refund(str(bench.yookassa.payments()[0]["id"]))
    for _ in range(2):
        await bench.shop.fulfilment.look_at_payment(order.id)
        await bench.outbox()
        bench.clock.move(timedelta(minutes=1))
    assert (await bench.shop.orders.get(order.id)).state is OrderState.EXPIRED
    assert bench.what()["refunded"] == 1
    assert bench.what("tell.sellers")["refunded"] == 1
    assert len(alerts(bench)) == 1
    await bench.sound()


async def test_an_order_without_a_doubt_has_nothing_to_look_at(bench: Bench) -> None:
    order = await bench.paid(await bench.work())
    assert not await bench.shop.fulfilment.look_at_payment(order.id)
