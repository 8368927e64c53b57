"""When a piece was sold elsewhere, who yields, who is told, and what is remembered?"""

from datetime import timedelta

import pytest

from bot.basics.ids import VariantId
from bot.shop.catalogue.errors import UnknownSku
from bot.shop.orders.values import OrderState, PayWay
from bot.shop.stock.errors import SoldOut
from bot.shop.stock.values import Wanted
from tests.support.benches import Bench
from tests.support.shops import someone


async def _sku(bench: Bench, variant: VariantId) -> str:
    return (await bench.shop.catalogue.lines([variant], "ru"))[variant].sku


async def test_the_newest_unpaid_holds_yield_first_and_only_as_many_as_must(bench: Bench) -> None:
    variant = await bench.work(pieces=3)
    orders = []
    for _ in range(3):
        view = await bench.shop.checkout.start(await someone(bench.shop), "ru", [Wanted(variant, 1)])
        orders.append(view.order)
    recorded = await bench.shop.channels.sold_by_hand(await _sku(bench, variant), 2, None, bench.seller, "fair")
    assert recorded.yielded == (orders[2].number, orders[1].number)
    assert recorded.conflicts == ()
    states = [(await bench.shop.orders.get(order.id)).state for order in orders]
    assert states == [OrderState.DRAFT, OrderState.EXPIRED, OrderState.EXPIRED]
    await bench.outbox()
    assert bench.what()["sold_elsewhere"] == 2
    await bench.sound()


async def test_a_sale_here_that_is_paid_outranks_nothing_and_becomes_a_conflict_with_a_card(bench: Bench) -> None:
    variant = await bench.work()
    order = await bench.paid(variant)
    recorded = await bench.shop.channels.sold_by_hand(await _sku(bench, variant), 1, None, bench.seller, "fair")
    assert [(each.short_quantity, each.reason) for each in recorded.conflicts] == [(1, "short")]
    assert (await bench.shop.orders.get(order.id)).state is OrderState.ACCEPTED
    await bench.outbox()
    assert bench.what("tell.sellers")["conflict"] == 1
    assert (await bench.shop.stock.availability([variant]))[variant].available == -1
    await bench.sound()


async def test_an_order_waiting_for_money_yields_and_a_late_payment_of_it_goes_back(bench: Bench) -> None:
    variant = await bench.work()
    order = await bench.awaiting(variant)
    await bench.shop.channels.sold_by_hand(await _sku(bench, variant), 1, None, bench.seller, "fair")
    bench.yookassa.pay(bench.payment(order.id))
    await bench.later(timedelta(minutes=6))
    assert bench.what()["money_goes_back"] == 1
    assert (await bench.shop.orders.get(order.id)).paid_minor == 0
    await bench.sound()


async def test_the_same_sale_told_twice_takes_the_piece_once_and_causes_differing_in_case_are_two(bench: Bench) -> None:
    variant = await bench.work(pieces=5)
    sku = await _sku(bench, variant)
    for cause in ("a1", "a1", "A1", "a_", "a1"):
        await bench.shop.channels.sold_by_hand(sku, 1, None, bench.seller, cause)
    assert (await bench.shop.stock.availability([variant]))[variant].on_hand == 2
    await bench.sound()


async def test_more_sold_than_there_was_is_believed_and_shown(bench: Bench) -> None:
    variant = await bench.work()
    for _ in range(2):
        recorded = await bench.shop.channels.sold_by_hand(await _sku(bench, variant), 3, None, bench.seller, "fair")
    assert (await bench.shop.stock.availability([variant]))[variant].on_hand == 0
    assert await bench.rows("SELECT short_quantity, state FROM stock_conflict") == [(2, "open")]
    assert recorded
    await bench.sound()


async def test_an_unknown_sku_is_refused_and_changes_nothing(bench: Bench) -> None:
    with pytest.raises(UnknownSku):
        await bench.shop.channels.sold_by_hand("NOPE", 1, None, bench.seller, "fair")
    with pytest.raises(UnknownSku):
        await bench.shop.channels.set_aside("NOPE", 24, bench.seller, "aside")
    assert await bench.rows("SELECT count(*) FROM stock_conflict") == [(0,)]


async def test_a_piece_set_aside_is_held_until_its_time_and_twice_is_once(bench: Bench) -> None:
    variant, buyer = await bench.work(), await someone(bench.shop)
    sku = (await _sku(bench, variant)).lower()
    until = await bench.shop.channels.set_aside(sku, 24, bench.seller, "m1")
    bench.clock.move(timedelta(hours=1))
    assert await bench.shop.channels.set_aside(sku, 24, bench.seller, "m1") == until
    with pytest.raises(SoldOut):
        await bench.shop.channels.set_aside(sku, 24, bench.seller, "m2")
    with pytest.raises(SoldOut):
        await bench.shop.checkout.start(buyer, "ru", [Wanted(variant, 1)])
    bench.clock.move(timedelta(hours=23))
    await bench.shop.stock.release_overdue()
    started = await bench.shop.checkout.start(buyer, "ru", [Wanted(variant, 1)])
    assert started.order.state is OrderState.DRAFT
    await bench.sound()


async def test_a_piece_set_aside_yields_to_a_sale_elsewhere(bench: Bench) -> None:
    variant = await bench.work()
    await bench.shop.channels.set_aside(await _sku(bench, variant), 24, bench.seller, "m1")
    recorded = await bench.shop.channels.sold_by_hand(await _sku(bench, variant), 1, None, bench.seller, "fair")
    assert recorded.conflicts == ()
    await bench.sound()


async def test_an_order_accepted_for_payment_at_pickup_does_not_yield(bench: Bench) -> None:
    variant, buyer = await bench.work(), await someone(bench.shop)
    started = await bench.shop.checkout.start(buyer, "ru", [Wanted(variant, 1)])
    await bench.shop.checkout.confirm(started.order.id, buyer, PayWay.AT_PICKUP, None)
    recorded = await bench.shop.channels.sold_by_hand(await _sku(bench, variant), 1, None, bench.seller, "fair")
    assert len(recorded.conflicts) == 1
    assert (await bench.shop.orders.get(started.order.id)).state is OrderState.ACCEPTED
    await bench.sound()
