"""When the end of a hold, a payment, two sellers or two taps meet at one moment, is the end the same as one by one?"""

import asyncio
import os
import random
from collections.abc import Coroutine
from contextlib import suppress
from datetime import datetime, time, timedelta
from typing import Any

import pytest

from bot.basics.clock import MovableClock
from bot.basics.ids import CustomerId, LocationId, OrderId
from bot.shop.checkout.values import Step
from bot.shop.orders.errors import OrderMovedOn
from bot.shop.orders.values import OrderState, PayWay
from bot.shop.payments.errors import NothingToRefund
from bot.shop.pickup import writes as pickup_writes
from bot.shop.pickup.errors import SlotTaken
from bot.shop.pickup.values import NewPlace, SlotPlan
from bot.shop.shop import Shop
from bot.shop.stock.errors import SoldOut
from bot.shop.stock.values import Wanted
from tests.support.benches import Bench
from tests.support.shops import a_work, someone

FULL = bool(os.environ.get("VERNISSAGE_FULL"))
MEETINGS = 1000 if FULL else 60
PAIRS = 1000 if FULL else 40


@pytest.mark.timeout(1800)
async def test_a_payment_meeting_the_end_of_its_hold_is_kept_or_given_back_never_both_nor_neither(
    bench: Bench,
) -> None:
    chance = random.Random(6)
    shop, kept, given_back = bench.shop, 0, 0
    for _ in range(MEETINGS):
        variant = await bench.work()
        buyer, rival = await someone(shop), await someone(shop)
        order = await bench.awaiting(variant, buyer)
        payment = bench.payment(order.id)
        bench.yookassa.pay(payment)
        attempt = (await bench.rows("SELECT max(id) FROM payment_attempt"))[0][0]

        async def pause(seconds: float, work: Coroutine[Any, Any, object]) -> None:
            await asyncio.sleep(seconds)
            with suppress(SoldOut, OrderMovedOn):
                await work

        against: Coroutine[Any, Any, object]
        if chance.random() < 0.5:
            against = shop.checkout.cancel(order.id, buyer)
        else:
            sku = (await shop.catalogue.lines([variant], "ru"))[variant].sku
            against = shop.channels.sold_by_hand(sku, 1, None, bench.seller, f"fair-{order.id}")
        await asyncio.gather(
            pause(chance.random() / 100, shop.payments.check(attempt)),
            pause(chance.random() / 100, against),
            pause(chance.random() / 100, shop.checkout.start(rival, "ru", [Wanted(variant, 1)])),
            pause(chance.random() / 100, shop.payments.check(attempt)),
        )
        state = (await shop.orders.get(order.id)).state
        refunds = await bench.rows("SELECT count(*) FROM refund_attempt WHERE order_id = :id", id=order.id)
        if state is OrderState.ACCEPTED:
            kept += 1
            assert refunds == [(0,)]
        else:
            given_back += 1
            assert state in (OrderState.CANCELLED, OrderState.EXPIRED)
            assert refunds == [(1,)]
    await bench.outbox(rounds=1000)
    await bench.sound()
    assert kept
    assert given_back


async def test_an_expiring_link_meeting_the_sweeper_and_the_reconciler_releases_once(bench: Bench) -> None:
    variant = await bench.work()
    order = await bench.awaiting(variant)
    bench.clock.move(timedelta(minutes=61))
    await asyncio.gather(*(bench.reconcile() for _ in range(4)), *(bench.shop.checkout.sweep() for _ in range(4)))
    await bench.outbox()
    assert (await bench.shop.orders.get(order.id)).state is OrderState.EXPIRED
    assert (await bench.shop.stock.availability([variant]))[variant].available == 1
    assert bench.what()["hold_ended"] == 1
    await bench.sound()


async def test_two_sellers_refunding_at_once_give_back_once(bench: Bench) -> None:
    for _ in range(10):
        order = await bench.paid(await bench.work())
        other = await someone(bench.shop)
        answers = await asyncio.gather(
            *(bench.shop.fulfilment.refund(order.id, seller) for seller in (bench.seller, other)),
            return_exceptions=True,
        )
        assert sorted(map(repr, answers)) == sorted(map(repr, [order.total.minor, NothingToRefund()]))
        await bench.outbox()
        assert len(bench.yookassa.refunds()) == len({row["payment_id"] for row in bench.yookassa.refunds()})
    await bench.sound()


async def test_a_refund_and_the_buyers_cancelling_at_once_give_back_once(bench: Bench) -> None:
    for _ in range(10):
        buyer = await someone(bench.shop)
        order = await bench.paid(await bench.work(), buyer)
        await asyncio.gather(
            bench.shop.fulfilment.refund(order.id, bench.seller),
            bench.shop.fulfilment.cancel(order.id, buyer),
            bench.shop.fulfilment.call_off(order.id, bench.seller, "broken"),
            return_exceptions=True,
        )
        await bench.outbox()
        assert (await bench.shop.orders.get(order.id)).paid_minor == 0
    assert len(bench.yookassa.refunds()) == 10
    await bench.sound()


@pytest.mark.timeout(1800)
@pytest.mark.parametrize("way", [PayWay.ONLINE, PayWay.AT_PICKUP])
async def test_confirming_twice_within_a_moment_makes_one_order_and_one_payment(bench: Bench, way: PayWay) -> None:
    chance = random.Random(23)
    for _ in range(PAIRS):
        variant, buyer = await bench.work(), await someone(bench.shop)
        started = await bench.shop.checkout.start(buyer, "ru", [Wanted(variant, 1)])

        async def tap(after_s: float, order: OrderId = started.order.id, buyer: CustomerId = buyer) -> Step:
            await asyncio.sleep(after_s)
            return (await bench.shop.checkout.confirm(order, buyer, way, None)).step

        steps = await asyncio.gather(tap(0), tap(chance.random() / 20))
        assert set(steps) == {Step.LINK if way is PayWay.ONLINE else Step.DONE}
    await bench.outbox(rounds=1000)
    expected = PAIRS if way is PayWay.ONLINE else 0
    assert len(bench.yookassa.payments()) == expected
    assert await bench.rows("SELECT count(*) FROM payment_attempt") == [(expected,)]
    assert bench.what("tell.sellers")["new_order"] == PAIRS - expected
    await bench.sound()


async def test_two_sellers_handing_over_at_once_hand_over_once(bench: Bench) -> None:
    variant = await bench.work()
    order = await bench.paid(variant)
    await asyncio.gather(*(bench.shop.fulfilment.hand_over(order.id, bench.seller) for _ in range(5)))
    free = (await bench.shop.stock.availability([variant]))[variant]
    assert (free.on_hand, free.allocated) == (0, 0)
    events = await bench.rows("SELECT count(*) FROM order_event WHERE to_state = 'handed_over'")
    assert events == [(1,)]
    await bench.sound()


async def test_a_slot_takes_no_more_bookings_than_it_has_room(shop: Shop, clock: MovableClock) -> None:
    seller = await someone(shop)
    every_day = SlotPlan((1, 2, 3, 4, 5, 6, 7), time(12), time(16), 60, capacity=3)
    place = await shop.pickup.add(NewPlace("Галерея", "gallery", "Москва, Арбат, 1", "", slots=every_day))
    _, variant, _ = await a_work(shop, seller, pieces=50)
    drafts: list[tuple[OrderId, CustomerId]] = []
    at: datetime | None = None
    for _ in range(20):
        buyer = await someone(shop)
        view = await shop.checkout.start(buyer, "ru", [Wanted(variant, 1)])
        view = await shop.checkout.choose_place(view.order.id, buyer, place)
        at = view.slots[0]
        drafts.append((view.order.id, buyer))
    assert at is not None

    async def book(order: OrderId, buyer: CustomerId) -> bool:
        try:
            await shop.checkout.choose_slot(order, buyer, at)
        except SlotTaken:
            return False
        return True

    booked = await asyncio.gather(*(book(order, buyer) for order, buyer in drafts))
    assert sum(booked) == 3
    first = next(draft for draft, is_booked in zip(drafts, booked, strict=True) if is_booked)
    await asyncio.gather(*(shop.checkout.cancel(*first) for _ in range(3)))
    again = [draft for draft, is_booked in zip(drafts, booked, strict=True) if not is_booked]
    assert sum(await asyncio.gather(*(book(order, buyer) for order, buyer in again))) == 1


async def slots_of_two(shop: Shop) -> tuple[LocationId, list[tuple[OrderId, CustomerId, datetime]]]:
    """Two buyers, each with a slot of the same place that takes one."""
    every_day = SlotPlan((1, 2, 3, 4, 5, 6, 7), time(12), time(16), 60, capacity=2)
    place = await shop.pickup.add(NewPlace("Галерея", "gallery", "Москва, Арбат, 1", "", slots=every_day))
    _, variant, _ = await a_work(shop, await someone(shop), pieces=2)
    drafts = []
    for nth in range(2):
        buyer = await someone(shop)
        view = await shop.checkout.start(buyer, "ru", [Wanted(variant, 1)])
        view = await shop.checkout.choose_place(view.order.id, buyer, place)
        await shop.checkout.choose_slot(view.order.id, buyer, view.slots[nth])
        drafts.append((view.order.id, buyer, view.slots[nth]))
    return place, drafts


async def test_two_buyers_who_swap_their_slots_do_not_wait_for_each_other(bench: Bench) -> None:
    _, ((first, buyer, early), (second, other, late)) = await slots_of_two(bench.shop)
    for _ in range(20):
        await asyncio.gather(
            bench.shop.checkout.choose_slot(first, buyer, late), bench.shop.checkout.choose_slot(second, other, early)
        )
        early, late = late, early
    assert await bench.rows("SELECT sum(taken) FROM slot_booking") == [(2,)]


async def test_giving_back_one_slot_before_taking_another_does_wait_for_ever(bench: Bench) -> None:
    """The negative control: what was done before rows were locked in one order."""
    if bench.database.is_sqlite:
        pytest.skip("SQLite writes one after another: nobody can wait for a row")
    place, drafts = await slots_of_two(bench.shop)
    both_gave_back = asyncio.Barrier(2)

    async def swap(mine: datetime, theirs: datetime) -> None:
        async with bench.database.transaction() as session:
            await pickup_writes.unbook(session, place, mine)
            await both_gave_back.wait()
            await pickup_writes.book(session, place, theirs, 2)

    (*_, early), (*_, late) = drafts
    ends = await asyncio.gather(swap(early, late), swap(late, early), return_exceptions=True)
    assert "deadlock detected" in " ".join(map(str, ends))


async def test_one_buyer_choosing_two_slots_at_once_books_one(bench: Bench) -> None:
    shop = bench.shop
    every_day = SlotPlan((1, 2, 3, 4, 5, 6, 7), time(12), time(16), 60, capacity=3)
    place = await shop.pickup.add(NewPlace("Галерея", "gallery", "Москва, Арбат, 1", "", slots=every_day))
    buyer = await someone(shop)
    view = await shop.checkout.start(buyer, "ru", [Wanted(await bench.work(), 1)])
    view = await shop.checkout.choose_place(view.order.id, buyer, place)
    await asyncio.gather(*(shop.checkout.choose_slot(view.order.id, buyer, at) for at in view.slots[:4]))
    assert await bench.rows("SELECT sum(taken) FROM slot_booking") == [(1,)]
