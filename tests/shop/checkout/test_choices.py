"""Is the last choice kept once, at no cost to others, and gone when it has to be?"""

import asyncio

import pytest
from sqlalchemy import text

from bot.basics.ids import CustomerId
from bot.shop.checkout.values import CheckoutView, Step
from bot.shop.orders.values import OrderState, PayWay
from bot.shop.pickup.values import NewPlace
from bot.shop.stock.values import Wanted
from bot.storage.database import Database
from tests.shop.checkout.test_statements import statements
from tests.support.benches import Bench
from tests.support.shops import someone

GALLERY = NewPlace("Галерея", "gallery", "Арбат, 1", "")
PHONE = "+79261234567"


async def remembered(bench: Bench) -> CustomerId:
    """Somebody who bought at the gallery, online, and wanted it to be remembered."""
    gallery = await bench.shop.pickup.add(GALLERY)
    buyer = await someone(bench.shop)
    order = (await bench.shop.checkout.start(buyer, "ru", [Wanted(await bench.work(), 1)])).order.id
    await bench.shop.checkout.choose_place(order, buyer, gallery)
    await bench.shop.checkout.give_phone(order, buyer, PHONE)
    await bench.shop.extras.remember(order, buyer, wanted=True)
    await bench.shop.checkout.confirm(order, buyer, PayWay.ONLINE, None)
    return buyer


async def again(bench: Bench, buyer: CustomerId) -> CheckoutView:
    return await bench.shop.checkout.start(buyer, "ru", [Wanted(await bench.work(pieces=5), 1)])


async def test_the_next_checkout_begins_where_the_last_one_ended(bench: Bench) -> None:
    buyer = await remembered(bench)
    view = await again(bench, buyer)
    assert view.step is Step.PAY
    assert view.place is not None
    assert (view.place.title, view.order.contact_phone, view.ways[0]) == ("Галерея", PHONE, PayWay.ONLINE)
    assert view == await bench.shop.checkout.again(view.order.id, buyer), "as it stands in the database"


async def test_another_choice_takes_its_place_and_refusing_takes_it_away(bench: Bench) -> None:
    buyer = await remembered(bench)
    view = await again(bench, buyer)
    await bench.shop.checkout.confirm(view.order.id, buyer, PayWay.AT_PICKUP, None)
    view = await again(bench, buyer)
    assert view.ways[0] is PayWay.AT_PICKUP
    await bench.shop.extras.remember(view.order.id, buyer, wanted=False)
    assert await bench.rows("SELECT count(*) FROM saved_choice") == [(0,)]
    said = await bench.rows("SELECT granted FROM consent WHERE kind = 'choices' ORDER BY id")
    assert [bool(row[0]) for row in said] == [True, False]


async def test_an_expired_checkout_says_so_whatever_was_paid_with_before(bench: Bench) -> None:
    buyer = await remembered(bench)
    view = await again(bench, buyer)
    assert view.order.pay_way is None
    assert view.order.usual_way is PayWay.ONLINE


async def test_it_costs_the_start_of_a_purchase_no_statement(bench: Bench, database: Database) -> None:
    buyer, stranger = await remembered(bench), await someone(bench.shop)
    variant = await bench.work(pieces=5)
    counted = []
    for person in (buyer, stranger):
        with statements(database) as seen:
            await bench.shop.checkout.start(person, "ru", [Wanted(variant, 1)])
        counted.append(len(seen))
    assert counted[0] <= counted[1], "whoever has to be asked costs the days until the work is there"


async def test_ten_hurried_taps_on_pay_make_one_order_and_one_payment(bench: Bench) -> None:
    buyer = await remembered(bench)
    view = await again(bench, buyer)
    await asyncio.gather(
        *(bench.shop.checkout.confirm(view.order.id, buyer, PayWay.ONLINE, None) for _ in range(10)),
    )
    tries = await bench.rows("SELECT count(*) FROM payment_attempt WHERE order_id = :order", order=view.order.id)
    assert tries == [(1,)]
    assert await bench.rows("SELECT count(*) FROM saved_choice") == [(1,)]
    await bench.sound()


async def test_without_the_lock_of_the_state_the_taps_would_pay_twice(bench: Bench, database: Database) -> None:
    """The harness can show the race: the same taps on a checkout that looks first and writes later."""
    buyer = await remembered(bench)
    view = await again(bench, buyer)
    both = asyncio.Barrier(2)

    async def careless() -> None:
        async with database.reading() as session:
            state = await session.scalar(
                text("SELECT state FROM shop_order WHERE id = :order"), {"order": view.order.id}
            )
        await both.wait()
        if state == "draft":
            async with database.transaction(aside=True) as session:
                await session.execute(text("INSERT INTO saved_taps VALUES (1)"))

    async with database.transaction(aside=True) as session:
        await session.execute(text("CREATE TABLE saved_taps (one INTEGER)"))
    await asyncio.gather(careless(), careless())
    assert await bench.rows("SELECT count(*) FROM saved_taps") == [(2,)]


async def test_two_tabs_hold_the_last_piece_for_one_person_once(bench: Bench) -> None:
    buyer, variant = await remembered(bench), await bench.work()
    views = await asyncio.gather(*(bench.shop.checkout.start(buyer, "ru", [Wanted(variant, 1)]) for _ in range(8)))
    assert len({view.order.id for view in views}) == 1
    await bench.sound()


@pytest.mark.parametrize("how", ["forget", "erase"])
async def test_forgetting_leaves_nothing_and_what_is_being_bought_keeps_nothing(bench: Bench, how: str) -> None:
    buyer = await remembered(bench)
    for order in await bench.shop.orders.mine(buyer):
        await bench.shop.checkout.cancel(order.id, buyer)
    view = await again(bench, buyer)
    if how == "forget":
        await bench.shop.extras.forget(buyer)
        await bench.shop.checkout.confirm(view.order.id, buyer, PayWay.ONLINE, None)
    else:
        await bench.shop.privacy.erase(buyer)
        assert (await bench.shop.orders.get(view.order.id)).state is OrderState.CANCELLED
    assert await bench.rows("SELECT count(*) FROM saved_choice") == [(0,)]
