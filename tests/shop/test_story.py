"""Does the story of one work come out right, from the listing to the hand-over?"""

import pytest

from bot.basics.clock import MovableClock
from bot.shop.orders.values import OrderState, PayWay
from bot.shop.shop import Shop
from bot.shop.stock.errors import SoldOut
from bot.shop.stock.values import Wanted
from tests.support.shops import a_work, someone


async def test_a_work_paid_at_pickup_leaves_the_house_and_the_books_agree(shop: Shop) -> None:
    seller, buyer, late = await someone(shop), await someone(shop), await someone(shop)
    _, variant, _ = await a_work(shop, seller)
    started = await shop.checkout.start(buyer, "ru", [Wanted(variant, 1)])
    with pytest.raises(SoldOut):
        await shop.checkout.start(late, "ru", [Wanted(variant, 1)])
    confirmed = await shop.checkout.confirm(started.order.id, buyer, PayWay.AT_PICKUP, 7)
    assert confirmed.order.state is OrderState.ACCEPTED
    ready = await shop.fulfilment.ready(confirmed.order.id, seller)
    assert ready.state is OrderState.READY
    handed = await shop.fulfilment.hand_over(confirmed.order.id, seller, "cash")
    assert handed.state is OrderState.HANDED_OVER
    assert handed.paid_minor == handed.total.minor == 1_200_000
    free = (await shop.stock.availability([variant]))[variant]
    assert (free.on_hand, free.available, free.allocated, free.reserved) == (0, 0, 0, 0)
    assert await shop.stock.differences() == []
    assert await shop.payments.differences() == []


async def test_a_hold_that_ran_out_is_swept_before_anybody_hears_sold_out(shop: Shop, clock: MovableClock) -> None:
    from datetime import timedelta

    seller, slow, quick = await someone(shop), await someone(shop), await someone(shop)
    _, variant, _ = await a_work(shop, seller)
    first = await shop.checkout.start(slow, "ru", [Wanted(variant, 1)])
    clock.move(timedelta(minutes=16))
    second = await shop.checkout.start(quick, "ru", [Wanted(variant, 1)])
    assert second.order.state is OrderState.DRAFT
    assert (await shop.orders.own(first.order.id, slow)).state is OrderState.EXPIRED
    assert await shop.stock.differences() == []
