"""Does an accepted order end well: ready, told, reminded, handed over, or given up with its money?"""

from datetime import timedelta

import pytest

from bot.basics.ids import OrderId
from bot.shop.fulfilment import rules
from bot.shop.fulfilment.errors import CannotCancel
from bot.shop.orders.errors import NoSuchOrder, OrderMovedOn, WrongCode
from bot.shop.orders.values import OrderState, OrderView, PayWay
from bot.shop.payments.errors import NothingToRefund, NotPaidYet
from bot.shop.stock.values import Wanted
from tests.conftest import NOON
from tests.support.benches import Bench
from tests.support.shops import someone

DAY = timedelta(days=1)


async def _at_pickup(bench: Bench) -> OrderView:
    buyer = await someone(bench.shop)
    view = await bench.shop.checkout.start(buyer, "ru", [Wanted(await bench.work(), 1)])
    return (await bench.shop.checkout.confirm(view.order.id, buyer, PayWay.AT_PICKUP, None)).order


@pytest.mark.parametrize(("keep_days", "first", "last"), [(7, 2, 6), (14, 4, 12), (3.5, 1, 3)])
def test_reminders_come_after_two_days_and_on_the_last_in_proportion(keep_days: float, first: int, last: int) -> None:
    assert rules.reminders(NOON, timedelta(days=keep_days)) == (NOON + first * DAY, NOON + last * DAY)


async def test_ready_is_told_once_then_reminded_and_at_last_the_seller_is_asked(bench: Bench) -> None:
    order = await bench.paid(await bench.work())
    for _ in range(2):
        ready = await bench.shop.fulfilment.ready(order.id, bench.seller)
    assert (ready.state, ready.keep_until) == (OrderState.READY, bench.clock.now() + 7 * DAY)
    heard = []
    for _ in range(8):
        await bench.outbox()
        heard.append((bench.what()["ready"], bench.what()["waiting"], bench.what()["last_day"]))
        bench.clock.move(DAY)
    assert heard == [(1, 0, 0)] * 2 + [(1, 1, 0)] * 4 + [(1, 1, 1)] * 2
    assert bench.what("tell.sellers")["uncollected"] == 1


async def test_kept_longer_it_is_asked_about_again_and_a_second_tap_is_the_first(bench: Bench) -> None:
    order = await bench.paid(await bench.work())
    with pytest.raises(OrderMovedOn):
        await bench.shop.fulfilment.keep_longer(order.id, bench.seller)
    await bench.shop.fulfilment.ready(order.id, bench.seller)
    bench.clock.move(7 * DAY)
    kept = [await bench.shop.fulfilment.keep_longer(order.id, bench.seller)]
    bench.clock.move(timedelta(seconds=2))
    kept.append(await bench.shop.fulfilment.keep_longer(order.id, bench.seller))
    assert kept[0].keep_until == kept[1].keep_until == bench.clock.now() - timedelta(seconds=2) + 7 * DAY
    bench.clock.move(7 * DAY)
    await bench.outbox()
    assert bench.what("tell.sellers")["uncollected"] == 2


async def test_what_is_due_at_the_counter_must_be_said_and_is_booked(bench: Bench) -> None:
    order = await _at_pickup(bench)
    assert order.due_minor == order.total.minor
    with pytest.raises(NotPaidYet):
        await bench.shop.fulfilment.hand_over(order.id, bench.seller)
    for _ in range(2):
        handed = await bench.shop.fulfilment.hand_over(order.id, bench.seller, "card")
    assert (handed.state, handed.is_paid, handed.due_minor) == (OrderState.HANDED_OVER, True, 0)
    assert await bench.rows("SELECT way, amount_minor FROM money_entry") == [("card", order.total.minor)]
    await bench.outbox()
    assert bench.what()["handed_over"] == 1
    await bench.sound()


async def test_cash_goes_back_as_cash_once_and_the_order_stays_handed_over(bench: Bench) -> None:
    order = await _at_pickup(bench)
    with pytest.raises(NothingToRefund):
        await bench.shop.fulfilment.refund(order.id, bench.seller)
    await bench.shop.fulfilment.hand_over(order.id, bench.seller, "cash")
    assert await bench.shop.fulfilment.refund(order.id, bench.seller) == order.total.minor
    with pytest.raises(NothingToRefund):
        await bench.shop.fulfilment.refund(order.id, bench.seller)
    seen = await bench.shop.orders.get(order.id)
    assert (seen.state, seen.paid_minor) == (OrderState.HANDED_OVER, 0)
    await bench.outbox()
    assert bench.what()["refunded"] == 1
    assert bench.yookassa.refunds() == []
    await bench.sound()


async def test_a_buyer_who_steps_back_gets_his_money_and_leaves_the_piece(bench: Bench) -> None:
    variant, buyer = await bench.work(), await someone(bench.shop)
    order = await bench.paid(variant, buyer)
    await bench.shop.fulfilment.ready(order.id, bench.seller)
    for _ in range(2):
        assert (await bench.shop.fulfilment.cancel(order.id, buyer)).state is OrderState.CANCELLED
    await bench.outbox()
    assert (await bench.shop.orders.get(order.id)).paid_minor == 0
    assert (await bench.shop.stock.availability([variant]))[variant].available == 1
    assert bench.what("tell.sellers")["buyer_cancelled"] == 1
    await bench.sound()


async def test_in_his_hands_it_is_too_late_to_step_back_or_to_call_off(bench: Bench) -> None:
    buyer = await someone(bench.shop)
    order = await bench.paid(await bench.work(), buyer)
    await bench.shop.fulfilment.hand_over(order.id, bench.seller)
    with pytest.raises(CannotCancel):
        await bench.shop.fulfilment.cancel(order.id, buyer)
    for late in (
        bench.shop.fulfilment.call_off(order.id, bench.seller, "why"),
        bench.shop.fulfilment.ready(order.id, bench.seller),
    ):
        with pytest.raises(OrderMovedOn):
            await late
    await bench.sound()


async def test_an_order_called_off_is_refunded_put_back_and_told_with_its_reason(bench: Bench) -> None:
    variant = await bench.work()
    order = await bench.paid(variant)
    for _ in range(2):
        await bench.shop.fulfilment.call_off(order.id, bench.seller, "broken")
    await bench.outbox()
    assert bench.what()["called_off"] == bench.what()["refunded"] == 1
    assert (await bench.shop.stock.availability([variant]))[variant].available == 1
    await bench.sound()


async def test_the_seller_finds_an_order_by_its_code_or_its_token_and_nothing_by_a_wrong_one(bench: Bench) -> None:
    order = await bench.paid(await bench.work())
    assert (await bench.shop.orders.to_hand_over(code=order.code)).id == order.id
    assert (await bench.shop.orders.to_hand_over(token=order.hand_token)).id == order.id
    for wrong in ("", "000000x", order.token, "' OR 1=1 --"):
        with pytest.raises(WrongCode):
            await bench.shop.orders.to_hand_over(code=wrong)
    with pytest.raises(NoSuchOrder):
        await bench.shop.orders.to_hand_over(token=order.token)
    await bench.shop.fulfilment.hand_over(order.id, bench.seller)
    with pytest.raises(WrongCode):
        await bench.shop.orders.to_hand_over(code=order.code)
    with pytest.raises(NoSuchOrder):
        await bench.shop.fulfilment.ready(OrderId(10**9), bench.seller)
