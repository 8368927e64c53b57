"""Do alerts reach the seller's chat, from the change that owes them to the message?"""

from datetime import timedelta

from bot.basics.clock import MovableClock
from bot.shop.channels.values import ChannelKind, Sale, SaleLine
from bot.shop.orders.values import PayWay
from bot.shop.stock.values import Wanted
from bot.storage.database import Database
from tests.support.counter import MARIA, OWNER, Counter, words
from tests.support.counter import counter as open_counter
from tests.support.shops import a_work


async def test_a_sale_elsewhere_of_a_promised_piece_and_a_cancelled_order_are_told(
    database: Database, clock: MovableClock
) -> None:
    async with open_counter(database, clock) as counter:
        await _told(counter)


async def _told(counter: Counter) -> None:
    shop, clock = counter.shop, counter.clock
    await counter.starts(MARIA)
    buyer = (await shop.customers.recognise(MARIA, "Мария", None, "ru")).id
    _, variant, sku = await a_work(shop, counter.seller)
    started = await shop.checkout.start(buyer, "ru", [Wanted(variant, 1)])
    await shop.checkout.confirm(started.order.id, buyer, PayWay.AT_PICKUP, None)
    await shop.register.add("market", ChannelKind.MARKETPLACE)
    (market,) = await shop.register.all()
    sale = Sale("m-1", clock.now(), (SaleLine(sku, 1),))
    answer = await shop.channels.record_sale(market, sale, "hash")
    assert [each["reason"] for each in answer["conflicts"]] == ["short"]
    clock.move(timedelta(seconds=5))
    await counter.deliver()
    assert any(words(each).startswith("⚠️") and sku in words(each) for each in counter.telegram.chat(OWNER))
    await shop.fulfilment.cancel(started.order.id, buyer)
    clock.move(timedelta(seconds=5))
    await counter.deliver()
    assert any(words(each).startswith("❌") for each in counter.telegram.chat(OWNER))
