"""Do works go to a fair together, sell from there, come home whole, and does the report say so?"""

from datetime import timedelta

import pytest

from bot.basics.clock import MovableClock
from bot.basics.ids import LocationId
from bot.shop.moving.errors import NoSuchTrip, NothingPacked
from bot.shop.pickup.values import NewPlace
from bot.shop.shop import Shop
from bot.shop.stock.values import Wanted
from bot.shop.till.errors import NotHere
from bot.shop.till.values import TillWay
from tests.support.benches import Bench
from tests.support.shops import a_work, someone

FAIR = NewPlace(title="Маркет", kind="fair", address="Хлебозавод", hours="")


async def _places(shop: Shop) -> tuple[LocationId, LocationId]:
    return (await shop.pickup.places())[0].id, await shop.pickup.add(FAIR)


async def test_ticked_works_go_in_one_step_and_the_report_tells_taken_sold_and_returned(
    shop: Shop, clock: MovableClock
) -> None:
    seller = await someone(shop)
    studio, fair = await _places(shop)
    sunset, many, _ = await a_work(shop, seller, pieces=5)
    mist, one, _ = await a_work(shop, seller, title="Туман")
    _, stays, _ = await a_work(shop, seller, title="Лес")
    with pytest.raises(NothingPacked):
        await shop.trips.take(fair, seller, "ru")
    with pytest.raises(NoSuchTrip):
        await shop.trips.bring_home(fair, seller)
    page = await shop.trips.packing(fair, "ru")
    assert (page.home, page.pieces) == (studio, 0)
    assert [(work.title, work.free, work.packed) for work in page.works][1:] == [
        ("Туман", 1, 0),
        ("Закат над Невой", 5, 0),
    ]
    await shop.trips.tick(fair, {many: 5, one: 1})
    await shop.trips.tick(fair, {many: 3})
    assert (await shop.trips.packing(fair, "ru", limit=1)).more
    taken = [await shop.trips.take(fair, seller, "ru") for _ in range(2)]
    assert [(each.pieces, each.missing) for each in taken] == [(4, ()), (0, ())]
    assert (await shop.stock.availability([stays]))[stays].available == 1
    clock.move(timedelta(hours=2))
    await shop.till.sell(sunset, fair, TillWay.CASH, seller, "one", quantity=2)
    mistaken = await shop.till.sell(mist, fair, TillWay.CARD, seller, "two")
    await shop.till.undo(mistaken.sale.id, seller)
    await shop.till.sell(mist, fair, TillWay.TRANSFER, seller, "three")
    await shop.till.sell(sunset, studio, TillWay.CASH, seller, "elsewhere")
    await shop.moving.move(sunset, 1, of=studio, to=fair, actor=seller, cause="late")
    trip = await shop.trips.here(fair)
    assert trip is not None
    assert trip.there
    half = await shop.trips.report(trip.id, "ru")
    assert (half.taken, half.sold, half.left, half.returned, half.otherwise) == (5, 3, 2, 0, 0)
    assert dict(half.by_way) == {TillWay.CASH: 2_400_000, TillWay.TRANSFER: 1_200_000}
    clock.move(timedelta(hours=2))
    ended = [await shop.trips.bring_home(fair, seller) for _ in range(2)]
    assert ended == [trip.id, trip.id]
    clock.move(timedelta(hours=2))
    await shop.till.sell(sunset, fair, TillWay.CASH, seller, "after the fair", sure=True)
    whole = await shop.trips.report(trip.id, "en")
    assert (whole.taken, whole.sold, whole.left, whole.returned, whole.otherwise) == (5, 3, 0, 2, 0)
    assert whole.total_minor == 3_600_000
    assert [(work.title, work.sold) for work in whole.works] == [("Закат над Невой", 2), ("Туман", 1)]
    assert [each.id for each in await shop.trips.trips()] == [trip.id]
    assert await shop.stock.differences() == []


async def test_what_was_sold_meanwhile_is_told_and_the_rest_goes(shop: Shop) -> None:
    seller, buyer = await someone(shop), await someone(shop)
    _, fair = await _places(shop)
    _, many, _ = await a_work(shop, seller, pieces=3)
    _, one, _ = await a_work(shop, seller, title="Туман")
    await shop.trips.tick(fair, {many: 3, one: 1})
    await shop.checkout.start(buyer, "ru", [Wanted(many, 1), Wanted(one, 1)])
    taken = await shop.trips.take(fair, seller, "ru")
    assert taken.pieces == 2
    assert sorted((each.title, each.pieces) for each in taken.missing) == [("Закат над Невой", 1), ("Туман", 1)]
    assert await shop.stock.differences() == []


async def test_the_rest_comes_home_with_its_holds_and_promises(bench: Bench) -> None:
    shop, seller, other = bench.shop, bench.seller, await someone(bench.shop)
    studio, fair = await _places(shop)
    variant = await bench.work(pieces=4)
    await shop.trips.tick(fair, {variant: 4})
    await shop.trips.take(fair, seller, "ru")
    buyer = await someone(shop)
    promised = (await shop.checkout.start(buyer, "ru", [Wanted(variant, 1)])).order
    await shop.checkout.choose_place(promised.id, buyer, studio)
    await bench.paid(variant, buyer)
    held = (await shop.checkout.start(other, "ru", [Wanted(variant, 1)])).order
    sku = promised.lines[0].sku
    await shop.channels.set_aside(sku, 5, seller, "aside")
    trip = await shop.trips.bring_home(fair, seller)
    here, there = await shop.stock.levels(variant)
    assert (here.location, here.on_hand, here.allocated, here.reserved, here.available) == (studio, 4, 1, 2, 1)
    assert (there.on_hand, there.allocated, there.reserved) == (0, 0, 0)
    assert await shop.stock.differences() == []
    await shop.checkout.cancel(held.id, other)
    await shop.fulfilment.ready(promised.id, seller)
    await shop.fulfilment.hand_over(promised.id, seller)
    report = await shop.trips.report(trip, "ru")
    assert (report.taken, report.returned, report.left) == (4, 4, 0)
    free = (await shop.stock.availability([variant]))[variant]
    assert (free.on_hand, free.reserved, free.available) == (3, 1, 2)
    await bench.sound()


async def test_a_fair_sells_only_what_was_brought_unless_the_seller_is_sure(shop: Shop) -> None:
    seller = await someone(shop)
    studio, fair = await _places(shop)
    product, variant, _ = await a_work(shop, seller, pieces=3)
    await shop.trips.tick(fair, {variant: 1})
    await shop.trips.take(fair, seller, "ru")
    with pytest.raises(NotHere) as refused:
        await shop.till.sell(product, fair, TillWay.CASH, seller, "two at once", quantity=2)
    assert refused.value.left == 1
    await shop.till.sell(product, fair, TillWay.CASH, seller, "one")
    priced = await shop.till.price(product, fair, "10%", seller, "cheap")
    with pytest.raises(NotHere):
        await shop.till.sell_priced(priced.id, TillWay.CASH, seller)
    assert {each.location: each.on_hand for each in await shop.stock.levels(variant)} == {studio: 2, fair: 0}
    await shop.till.sell_priced(priced.id, TillWay.CASH, seller, sure=True)
    assert {each.location: each.on_hand for each in await shop.stock.levels(variant)} == {studio: 1, fair: 0}
    assert await shop.stock.differences() == []
