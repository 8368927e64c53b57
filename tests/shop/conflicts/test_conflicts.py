"""When a piece was bought here and sold elsewhere, does every way out end with right money and right stock?"""

from datetime import timedelta

import pytest

from bot.basics.errors import ShopError
from bot.basics.ids import VariantId
from bot.shop.channels.values import ChannelKind, ChannelView, Sale, SaleLine
from bot.shop.conflicts.errors import ConflictChanged, ConflictOver, NoSuchConflict
from bot.shop.conflicts.values import Case, Ending
from bot.shop.orders.values import OrderState, OrderView, PayWay
from bot.shop.stock.values import Wanted
from bot.shop.till.values import TillWay
from tests.support.benches import Bench
from tests.support.shops import someone

DAY = timedelta(hours=24)


async def sku_of(bench: Bench, variant: VariantId) -> str:
    return (await bench.shop.catalogue.lines([variant], "ru"))[variant].sku


async def market(bench: Bench) -> ChannelView:
    """A registered marketplace."""
    channels = await bench.shop.register.all()
    if not channels:
        await bench.shop.register.add("market", ChannelKind.MARKETPLACE)
        channels = await bench.shop.register.all()
    return channels[0]


async def sold_there(bench: Bench, variant: VariantId, quantity: int = 1, number: str = "m-1") -> int:
    """The conflict that a sale on the marketplace has opened."""
    sale = Sale(number, bench.clock.now(), (SaleLine(await sku_of(bench, variant), quantity, 900_00),))
    answer = await bench.shop.channels.record_sale(await market(bench), sale, f"hash {number} {quantity}")
    return int(answer["conflicts"][0]["id"])


async def torn(bench: Bench) -> tuple[VariantId, OrderView, int]:
    """A piece that was paid for here and then sold there."""
    variant = await bench.work()
    order = await bench.paid(variant)
    return variant, order, await sold_there(bench, variant)


async def case(bench: Bench, conflict: int) -> Case:
    return await bench.shop.conflicts.case(conflict, "ru")


async def ending(bench: Bench, conflict: int) -> str:
    now = (await case(bench, conflict)).standing
    return now.ending if not now.is_open else "open"


async def numbers(bench: Bench, variant: VariantId) -> tuple[int, int, int]:
    """(available, on hand, allocated)"""
    free = (await bench.shop.stock.availability([variant]))[variant]
    return free.available, free.on_hand, free.allocated


async def test_the_card_shows_both_sides_and_until_when(bench: Bench) -> None:
    _, order, conflict = await torn(bench)
    shown = await case(bench, conflict)
    assert (shown.standing.lacking, shown.standing.missing, shown.standing.absent) == (1, 1, 0)
    assert [(each.channel, each.external_order) for each in shown.sales] == [("market", "m-1")]
    assert [(each.order, each.paid_minor, each.sent) for each in shown.orders] == [(order.id, 100_000, False)]
    assert shown.standing.deadline == bench.clock.now() + DAY
    await bench.outbox()
    alerts = [payload for topic, what, payload in bench.told if (topic, what) == ("tell.sellers", "conflict")]
    assert [each["conflict"] for each in alerts] == [conflict]


async def test_one_more_keeps_the_order_and_nothing_is_missing(bench: Bench) -> None:
    variant, order, conflict = await torn(bench)
    await bench.shop.conflicts.have_more(conflict, 1, 1, bench.seller)
    assert await numbers(bench, variant) == (0, 1, 1)
    assert await ending(bench, conflict) == Ending.ONE_MORE
    with pytest.raises(ConflictOver):
        await bench.shop.conflicts.have_more(conflict, 1, 1, bench.seller)
    with pytest.raises(ConflictOver):
        await bench.shop.conflicts.refund_here(conflict, order.id, bench.seller)
    await bench.shop.fulfilment.hand_over(order.id, bench.seller)
    assert await numbers(bench, variant) == (0, 0, 0)
    assert bench.yookassa.refunds() == []
    await bench.sound()


async def test_cancelled_there_keeps_the_order_and_takes_the_sale_off_the_figures(bench: Bench) -> None:
    variant, order, conflict = await torn(bench)
    await bench.shop.conflicts.cancel_there(conflict, 1, bench.seller)
    assert await numbers(bench, variant) == (0, 1, 1)
    assert await ending(bench, conflict) == Ending.CANCELLED_THERE
    assert await bench.rows("SELECT count(*) FROM channel_sale WHERE cancelled_at IS NOT NULL") == [(1,)]
    with pytest.raises(ConflictOver):
        await bench.shop.conflicts.cancel_there(conflict, 1, bench.seller)
    # the place says so too, later: the piece comes back once
    await bench.shop.channels.cancel_sale(await market(bench), "m-1")
    assert await numbers(bench, variant) == (0, 1, 1)
    await bench.outbox()
    assert (await bench.shop.orders.get(order.id)).state is OrderState.ACCEPTED
    assert bench.what("tell.sellers")["came_back"] == 0
    await bench.sound()


async def test_refunded_here_gives_all_back_tells_the_buyer_once_and_remembers_him(bench: Bench) -> None:
    variant, order, conflict = await torn(bench)
    assert await bench.shop.conflicts.refund_here(conflict, order.id, bench.seller) == order.total.minor
    assert await ending(bench, conflict) == Ending.REFUNDED
    with pytest.raises(ConflictOver):
        await bench.shop.conflicts.refund_here(conflict, order.id, bench.seller)
    await bench.outbox()
    after = await bench.shop.orders.get(order.id)
    assert (after.state, after.paid_minor) == (OrderState.CANCELLED, 0)
    assert len(bench.yookassa.refunds()) == 1
    assert (bench.what()["sold_twice"], bench.what()["refunded"], bench.what()["called_off"]) == (1, 1, 0)
    assert await numbers(bench, variant) == (0, 0, 0)
    assert await bench.rows("SELECT customer_id, variant_id FROM waiting_turn") == [(order.customer, variant)]
    await bench.sound()


async def test_nobody_chooses_and_at_the_deadline_the_buyer_is_refunded_once_and_all_are_told(bench: Bench) -> None:
    variant, order, conflict = await torn(bench)
    await bench.later(DAY - timedelta(minutes=1), step=timedelta(hours=1))
    assert await ending(bench, conflict) == "open"
    await bench.later(timedelta(minutes=2))
    assert await ending(bench, conflict) == Ending.OVERDUE
    for _ in range(3):
        await bench.shop.conflicts.fall_due(conflict)
    await bench.later(DAY, step=timedelta(hours=1))
    assert (await bench.shop.orders.get(order.id)).paid_minor == 0
    assert len(bench.yookassa.refunds()) == 1
    assert (bench.what()["sold_twice"], bench.what("tell.sellers")["conflict_over"]) == (1, 1)
    with pytest.raises(ConflictOver):
        await bench.shop.conflicts.have_more(conflict, 1, 1, bench.seller)
    assert await numbers(bench, variant) == (0, 0, 0)
    await bench.sound()


async def test_a_worker_killed_at_the_deadline_is_followed_by_another_that_does_it_once(bench: Bench) -> None:
    _, order, conflict = await torn(bench)
    await bench.outbox()
    bench.clock.move(DAY)
    (row,) = [each for each in await bench.shop.outbox.claim() if each.topic == "conflict.due"]
    await bench.shop.conflicts.fall_due(row.payload["conflict"])  # done, and killed before it could say so
    bench.clock.move(timedelta(minutes=30))
    await bench.outbox()
    assert await bench.rows("SELECT count(*) FROM refund_attempt WHERE order_id = :id", id=order.id) == [(1,)]
    assert await ending(bench, conflict) == Ending.OVERDUE
    assert await bench.rows("SELECT open FROM outbox WHERE topic = 'conflict.due'") in ([(0,)], [(False,)])
    await bench.sound()


async def test_a_decision_before_the_deadline_leaves_nothing_to_do_at_it(bench: Bench) -> None:
    _, order, conflict = await torn(bench)
    await bench.shop.conflicts.have_more(conflict, 1, 1, bench.seller)
    await bench.later(DAY + timedelta(hours=1), step=timedelta(hours=1))
    assert (await bench.shop.orders.get(order.id)).state is OrderState.ACCEPTED
    assert bench.yookassa.refunds() == []


async def test_a_buyer_who_steps_back_himself_settles_it(bench: Bench) -> None:
    variant, order, conflict = await torn(bench)
    await bench.shop.fulfilment.cancel(order.id, order.customer)
    assert await ending(bench, conflict) == "put_back"
    assert await numbers(bench, variant) == (0, 0, 0)
    with pytest.raises(ConflictOver):
        await bench.shop.conflicts.refund_here(conflict, order.id, bench.seller)
    await bench.outbox()
    await bench.sound()


async def test_the_place_cancels_its_sale_itself_and_the_piece_stays_for_the_buyer_here(bench: Bench) -> None:
    variant, order, conflict = await torn(bench)
    await bench.shop.channels.cancel_sale(await market(bench), "m-1")
    assert await ending(bench, conflict) == Ending.CANCELLED_THERE
    assert await numbers(bench, variant) == (0, 1, 1)
    await bench.later(DAY + timedelta(hours=1), step=timedelta(hours=1))
    assert (await bench.shop.orders.get(order.id)).state is OrderState.ACCEPTED
    assert bench.what("tell.sellers")["conflict_over"] == 1
    assert bench.what("tell.sellers")["came_back"] == 0
    await bench.sound()


async def test_of_two_orders_the_seller_says_which_and_the_newest_gives_way_by_itself(bench: Bench) -> None:
    variant = await bench.work(pieces=3)
    first, second, third = [await bench.paid(variant) for _ in range(3)]
    conflict = await sold_there(bench, variant, 2)
    shown = await case(bench, conflict)
    assert [each.order for each in shown.orders] == [third.id, second.id, first.id]
    assert shown.standing.lacking == 2
    await bench.shop.conflicts.refund_here(conflict, first.id, bench.seller)
    assert await ending(bench, conflict) == "open"
    with pytest.raises(ConflictChanged):
        await bench.shop.conflicts.refund_here(conflict, first.id, bench.seller)
    with pytest.raises(ConflictChanged):
        await bench.shop.conflicts.have_more(conflict, 2, 2, bench.seller)
    await bench.later(DAY + timedelta(minutes=1), step=timedelta(hours=1))
    assert await ending(bench, conflict) == Ending.OVERDUE
    states = [(await bench.shop.orders.get(each.id)).state for each in (first, second, third)]
    assert states == [OrderState.CANCELLED, OrderState.ACCEPTED, OrderState.CANCELLED]
    assert await numbers(bench, variant) == (0, 1, 1)
    await bench.sound()


async def test_one_of_two_is_found_and_the_other_cancelled_there(bench: Bench) -> None:
    variant = await bench.work(pieces=2)
    for _ in range(2):
        await bench.paid(variant)
    conflict = await sold_there(bench, variant, 2)
    await bench.shop.conflicts.have_more(conflict, 1, 2, bench.seller)
    assert (await case(bench, conflict)).standing.lacking == 1
    with pytest.raises(ConflictChanged):
        await bench.shop.conflicts.have_more(conflict, 1, 2, bench.seller)
    await bench.shop.conflicts.cancel_there(conflict, 1, bench.seller)
    assert await ending(bench, conflict) == Ending.CANCELLED_THERE
    assert await numbers(bench, variant) == (0, 2, 2)
    await bench.sound()


async def test_two_sales_elsewhere_are_two_conflicts_and_each_has_its_own_end(bench: Bench) -> None:
    variant, order, first = await torn(bench)
    second = await sold_there(bench, variant, number="m-2")
    shown = await case(bench, second)
    assert (shown.standing.missing, shown.standing.absent, shown.standing.short) == (1, 1, 1)
    assert shown.standing.deadline is None
    await bench.shop.conflicts.refund_here(first, order.id, bench.seller)
    # the first sale has its piece now; the second one never had any
    assert await ending(bench, first) == Ending.REFUNDED
    assert await ending(bench, second) == "open"
    await bench.shop.conflicts.cancel_there(second, 1, bench.seller)
    assert await ending(bench, second) == Ending.CANCELLED_THERE
    assert await numbers(bench, variant) == (0, 0, 0)
    await bench.outbox()
    await bench.sound()


async def test_more_sold_elsewhere_than_there_was_asks_nothing_of_anybody_here(bench: Bench) -> None:
    variant = await bench.work()
    conflict = await sold_there(bench, variant, 2)
    shown = await case(bench, conflict)
    assert (shown.standing.missing, shown.standing.absent, shown.orders) == (0, 1, ())
    await bench.later(DAY + timedelta(hours=1), step=timedelta(hours=6))
    assert await ending(bench, conflict) == "open"
    await bench.shop.conflicts.have_more(conflict, 1, 1, bench.seller)
    assert await ending(bench, conflict) == Ending.ONE_MORE
    assert await numbers(bench, variant) == (0, 0, 0)
    await bench.sound()


async def test_an_order_to_be_paid_at_the_counter_gives_way_without_any_money(bench: Bench) -> None:
    variant, buyer = await bench.work(), await someone(bench.shop)
    started = await bench.shop.checkout.start(buyer, "ru", [Wanted(variant, 1)])
    await bench.shop.checkout.confirm(started.order.id, buyer, PayWay.AT_PICKUP, None)
    conflict = await sold_there(bench, variant)
    assert await bench.shop.conflicts.refund_here(conflict, started.order.id, bench.seller) == 0
    assert (await bench.shop.orders.get(started.order.id)).state is OrderState.CANCELLED
    await bench.outbox()
    assert bench.what()["sold_twice"] == 1
    await bench.sound()


async def test_a_count_below_what_is_promised_has_no_deadline_and_two_ways_out(bench: Bench) -> None:
    variant = await bench.work()
    order = await bench.paid(variant)
    await bench.shop.shelves.count(await sku_of(bench, variant), 0, bench.seller, "count")
    conflict = int((await bench.rows("SELECT max(id) FROM stock_conflict"))[0][0])
    shown = await case(bench, conflict)
    assert (shown.standing.deadline, shown.sales, shown.standing.lacking) == (None, (), 1)
    with pytest.raises(ConflictChanged):
        await bench.shop.conflicts.cancel_there(conflict, 1, bench.seller)
    await bench.shop.conflicts.refund_here(conflict, order.id, bench.seller)
    await bench.outbox()
    assert await numbers(bench, variant) == (0, 0, 0)
    await bench.sound()


async def test_a_sale_over_the_counter_that_is_taken_back_is_off_the_day(bench: Bench) -> None:
    variant = await bench.work()
    await bench.paid(variant)
    product = (await bench.shop.catalogue.lines([variant], "ru"))[variant].product
    place = (await bench.shop.pickup.places())[0].id
    sold = await bench.shop.till.sell(product, place, TillWay.CASH, bench.seller, "till-1")
    conflict = sold.recorded.conflicts[0].id
    await bench.shop.conflicts.cancel_there(conflict, 1, bench.seller)
    assert (await bench.shop.till.sale(sold.sale.id)).state == "undone"
    assert (await bench.shop.till.undo(sold.sale.id, bench.seller)).state == "undone"
    assert await numbers(bench, variant) == (0, 1, 1)
    await bench.sound()


async def test_a_mistaken_sale_over_the_counter_of_what_is_not_there_is_undone_with_its_conflict(bench: Bench) -> None:
    variant = await bench.work()
    product = (await bench.shop.catalogue.lines([variant], "ru"))[variant].product
    place = (await bench.shop.pickup.places())[0].id
    await bench.shop.till.sell(product, place, TillWay.CASH, bench.seller, "till-1")
    again = await bench.shop.till.sell(product, place, TillWay.CASH, bench.seller, "till-2")
    conflict = again.recorded.conflicts[0].id
    await bench.shop.till.undo(again.sale.id, bench.seller)
    assert await ending(bench, conflict) == "undone"
    assert await numbers(bench, variant) == (0, 0, 0)
    await bench.sound()


@pytest.mark.parametrize("quantity", [0, -1, 2, 10**12])
async def test_made_up_numbers_change_nothing(bench: Bench, quantity: int) -> None:
    variant, order, conflict = await torn(bench)
    other = await bench.paid(await bench.work())
    refusals: list[type[ShopError]] = []
    for tried in (
        bench.shop.conflicts.have_more(conflict, quantity, 1, bench.seller),
        bench.shop.conflicts.refund_here(conflict, other.id, bench.seller),
        bench.shop.conflicts.have_more(conflict + 77, 1, 1, bench.seller),
    ):
        with pytest.raises(ShopError) as refusal:
            await tried
        refusals.append(refusal.type)
    assert refusals == [ConflictChanged, ConflictChanged, NoSuchConflict]
    assert (await bench.shop.orders.get(order.id)).state is OrderState.ACCEPTED
    assert (await bench.shop.orders.get(other.id)).state is OrderState.ACCEPTED
    assert await numbers(bench, variant) == (-1, 0, 1)
