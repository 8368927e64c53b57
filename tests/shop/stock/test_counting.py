"""Does every count, hold and hand-over leave numbers that can be explained?"""

from datetime import timedelta

import pytest

from bot.basics.ids import VariantId
from bot.shop.inventory import writes as inventory
from bot.shop.orders.values import OrderState, PayWay
from bot.shop.pickup import reads as pickup
from bot.shop.stock import reads, writes
from bot.shop.stock.errors import SoldOut
from bot.shop.stock.rules import MAX_COUNT, merged
from bot.shop.stock.values import Stage, Wanted
from tests.support.benches import Bench
from tests.support.shops import someone


async def _sku(bench: Bench, variant: VariantId) -> str:
    return (await bench.shop.catalogue.lines([variant], "ru"))[variant].sku


async def _open_conflicts(bench: Bench) -> list[int]:
    async with bench.database.reading() as session:
        return [short for _, _, short in await reads.open_conflicts(session)]


def test_lines_of_one_variant_are_one_sorted_and_nothing_is_no_line() -> None:
    lines = [Wanted(VariantId(3), 1), Wanted(VariantId(1), 2), Wanted(VariantId(3), 4), Wanted(VariantId(2), 0)]
    assert merged(lines) == [Wanted(VariantId(1), 2), Wanted(VariantId(3), 5)]
    assert merged([Wanted(VariantId(1), -5)]) == []


@pytest.mark.parametrize("quantity", [2, MAX_COUNT, 10**9, 10**30])
async def test_more_than_there_is_is_refused_with_what_there_is(bench: Bench, quantity: int) -> None:
    variant, buyer = await bench.work(price_minor=10**10), await someone(bench.shop)
    with pytest.raises(SoldOut) as refusal:
        await bench.shop.checkout.start(buyer, "ru", [Wanted(variant, quantity)])
    assert refusal.value.available == 1
    assert await bench.rows("SELECT count(*) FROM shop_order") == [(0,)]
    await bench.sound()


async def test_a_cause_holds_once_and_the_movements_tell_why(bench: Bench) -> None:
    variant = await bench.work(pieces=3)
    for _ in range(2):
        async with bench.database.transaction() as session:
            await writes.reserve(
                session,
                [Wanted(variant, 1), Wanted(variant, 1)],
                cause="twice",
                stage=Stage.MANUAL,
                expires_at=None,
                now=bench.clock.now(),
            )
    assert (await bench.shop.stock.availability([variant]))[variant].reserved == 2
    moved = await bench.shop.stock.movements(variant)
    assert [(each.kind, each.d_on_hand, each.d_reserved) for each in moved] == [("reserve", 0, 2), ("listed", 3, 0)]
    await bench.sound()


async def test_a_variant_nobody_has_counted_is_sold_out_and_not_an_error(bench: Bench) -> None:
    unknown = VariantId(999_999)
    assert (await bench.shop.stock.availability([unknown]))[unknown].available == 0
    async with bench.database.transaction() as session:
        with pytest.raises(SoldOut):
            await writes.reserve(
                session,
                [Wanted(unknown, 1)],
                cause="x",
                stage=Stage.MANUAL,
                expires_at=None,
                now=bench.clock.now(),
            )


async def test_the_same_count_twice_changes_nothing_the_second_time(bench: Bench) -> None:
    variant, buyer = await bench.work(pieces=2), await someone(bench.shop)
    sku = await _sku(bench, variant)
    await bench.shop.shelves.count(sku, 5, bench.seller, "message-1")
    started = await bench.shop.checkout.start(buyer, "ru", [Wanted(variant, 1)])
    await bench.shop.checkout.confirm(started.order.id, buyer, PayWay.AT_PICKUP, None)
    await bench.shop.fulfilment.hand_over(started.order.id, bench.seller, "cash")
    again = await bench.shop.shelves.count(sku, 5, bench.seller, "message-1")
    assert (again.before, again.after) == (4, 4)
    await bench.sound()


async def test_a_count_below_what_is_promised_opens_a_conflict_that_the_next_count_closes(bench: Bench) -> None:
    variant = await bench.work()
    order = await bench.paid(variant)
    counted = await bench.shop.shelves.count(await _sku(bench, variant), 0, bench.seller, "gone")
    assert (counted.after, counted.available, counted.short) == (0, 0, 1)
    assert await _open_conflicts(bench) == [1]
    await bench.sound()
    await bench.shop.shelves.count(await _sku(bench, variant), 1, bench.seller, "found")
    assert await _open_conflicts(bench) == []
    await bench.shop.fulfilment.hand_over(order.id, bench.seller)
    await bench.sound()


async def test_a_conflict_about_a_hold_ends_with_the_hold(bench: Bench) -> None:
    variant, buyer = await bench.work(), await someone(bench.shop)
    await bench.shop.checkout.start(buyer, "ru", [Wanted(variant, 1)])
    await bench.shop.shelves.count(await _sku(bench, variant), 0, bench.seller, "gone")
    assert await _open_conflicts(bench) == [1]
    await bench.later(timedelta(minutes=16))
    assert await _open_conflicts(bench) == []
    await bench.sound()


async def test_a_conflict_about_a_promise_ends_when_the_order_is_called_off(bench: Bench) -> None:
    variant = await bench.work()
    order = await bench.paid(variant)
    await bench.shop.channels.sold_by_hand(await _sku(bench, variant), 1, None, bench.seller, "fair")
    assert await _open_conflicts(bench) == [1]
    await bench.shop.fulfilment.call_off(order.id, bench.seller, "sold")
    assert await _open_conflicts(bench) == []
    await bench.sound()


async def test_a_piece_that_the_books_had_as_gone_can_be_handed_over_and_is_explained(bench: Bench) -> None:
    variant = await bench.work()
    order = await bench.paid(variant)
    await bench.shop.channels.sold_by_hand(await _sku(bench, variant), 1, None, bench.seller, "fair")
    handed = await bench.shop.fulfilment.hand_over(order.id, bench.seller)
    assert handed.state is OrderState.HANDED_OVER
    assert await bench.rows("SELECT on_hand, allocated FROM stock_level") == [(0, 0)]
    assert [each.kind for each in await bench.shop.stock.movements(variant)][:2] == ["hand_over", "found"]
    assert await _open_conflicts(bench) == []
    await bench.sound()


async def test_a_broken_number_is_found(bench: Bench) -> None:
    from sqlalchemy import text

    variant = await bench.work()
    assert await bench.shop.stock.differences() == []
    async with bench.database.transaction() as session:
        await session.execute(text("UPDATE stock_level SET reserved = 1"))
    found = {each.what for each in await bench.shop.stock.differences()}
    assert found == {"reserved by movements", "reserved by holds"}
    async with bench.database.transaction() as session:
        await session.execute(text("UPDATE stock_level SET reserved = 0, allocated = 3"))
    found = {each.what for each in await bench.shop.stock.differences()}
    assert found == {"allocated by movements", "allocated by holds", "oversold without a conflict"}
    assert variant


async def test_pieces_at_two_places_are_counted_together_and_held_where_there_are_enough(bench: Bench) -> None:
    from bot.shop.pickup.values import NewPlace

    variant, buyer = await bench.work(), await someone(bench.shop)
    gallery = await bench.shop.pickup.add(NewPlace("Галерея", "gallery", "Арбат, 1", ""))
    async with bench.database.transaction() as session:
        await inventory.count(
            session, variant, "W", gallery, 3, cause="gallery", actor=bench.seller, now=bench.clock.now()
        )
        studio = await pickup.default_location(session)
    assert (await bench.shop.stock.availability([variant]))[variant].available == 4
    await bench.shop.checkout.start(buyer, "ru", [Wanted(variant, 2)])
    levels = {level.location: level.available for level in await bench.shop.stock.levels(variant)}
    assert levels == {studio: 1, gallery: 1}
    # told as one number, kept apart: what is in the gallery stays there
    counted = await bench.shop.shelves.count(await _sku(bench, variant), 4, bench.seller, "all")
    assert (counted.before, counted.after) == (1, 1)
    await bench.sound()
