"""Do the figures say what happened, today and before?"""

from datetime import timedelta

from bot.basics.clock import MovableClock
from bot.shop.orders.values import PayWay
from bot.shop.shop import Shop
from bot.shop.stock.values import Wanted
from tests.support.shops import a_work, someone


async def test_a_sale_counts_today_and_moves_into_the_past(shop: Shop, clock: MovableClock) -> None:
    seller, buyer = await someone(shop), await someone(shop)
    _, variant, sku = await a_work(shop, seller, pieces=3)
    started = await shop.checkout.start(buyer, "ru", [Wanted(variant, 1)])
    await shop.checkout.confirm(started.order.id, buyer, PayWay.AT_PICKUP, None)
    await shop.fulfilment.hand_over(started.order.id, seller, "card")
    await shop.channels.sold_by_hand(sku, 1, None, seller, "fair:1")
    midnight = clock.now() + timedelta(hours=9)
    today, week, month = await shop.analytics.figures(midnight)
    for span in (today, week, month):
        assert (span.now.orders, span.now.income_minor, span.now.pieces_elsewhere) == (1, 1_200_000, 1)
        assert (span.before.orders, span.before.income_minor) == (0, 0)
    tomorrow, *_ = await shop.analytics.figures(midnight + timedelta(days=1))
    assert (tomorrow.now.income_minor, tomorrow.before.income_minor) == (0, 1_200_000)
