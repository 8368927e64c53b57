"""Is everybody told in turn, once, and only of what can really be had?"""

from datetime import timedelta

import pytest
from sqlalchemy import text

from bot.basics.ids import CustomerId, VariantId
from bot.shop.catalogue.errors import NoSuchWork
from bot.shop.orders.values import OrderState, PayWay
from bot.shop.stock.errors import SoldOut
from bot.shop.stock.values import Wanted
from bot.shop.waiting.values import Marks, Watched
from tests.support.benches import Bench
from tests.support.shops import a_work, someone

HALF_AN_HOUR = timedelta(minutes=30)


async def sku_of(bench: Bench, variant: VariantId) -> str:
    return (await bench.shop.catalogue.lines([variant], "ru"))[variant].sku


async def count(bench: Bench, variant: VariantId, pieces: int) -> None:
    cause = f"{variant}:{pieces}:{bench.clock.now().timestamp()}:{len(bench.told)}"
    await bench.shop.shelves.count(await sku_of(bench, variant), pieces, bench.seller, cause)


async def gone(bench: Bench, pieces: int = 1) -> VariantId:
    """A work of which nothing is left; one piece makes it one of a kind."""
    variant = await bench.work(pieces)
    await count(bench, variant, 0)
    await bench.outbox()
    return variant


async def line(bench: Bench, variant: VariantId, length: int) -> list[CustomerId]:
    """So many people, in the order in which they asked."""
    people = []
    for _ in range(length):
        people.append(await someone(bench.shop))
        assert await bench.shop.waiting.toggle(people[-1], variant)
        bench.clock.move(timedelta(seconds=1))
    await bench.outbox()
    return people


def told(bench: Bench, what: str = "back") -> list[int]:
    """Who was told, in order."""
    return [payload["customer"] for topic, each, payload in bench.told if topic == "tell.person" and each == what]


async def sound(bench: Bench) -> None:
    await bench.sound()
    assert await bench.shop.waiting.differences() == []


async def test_of_one_of_a_kind_one_person_at_a_time_has_half_an_hour_and_then_the_next(bench: Bench) -> None:
    variant = await gone(bench)
    first, second, third = await line(bench, variant, 3)
    assert told(bench) == []
    await count(bench, variant, 1)
    await bench.outbox()
    assert told(bench) == [first]
    assert await bench.shop.favourites.marks(first, variant) == Marks(held_until=bench.clock.now() + HALF_AN_HOUR)
    assert await bench.shop.favourites.marks(second, variant) == Marks(waiting=True)
    free = (await bench.shop.stock.availability([variant]))[variant]
    assert (free.available, free.reserved) == (0, 1)
    with pytest.raises(SoldOut):
        await bench.shop.checkout.start(second, "ru", [Wanted(variant, 1)])
    await bench.later(timedelta(minutes=29))
    assert told(bench) == [first]
    await bench.later(timedelta(minutes=2))
    assert told(bench) == [first, second]
    assert told(bench, "turn_over") == [first]
    assert await bench.shop.favourites.marks(first, variant) == Marks()
    await bench.later(timedelta(minutes=31))
    assert told(bench) == [first, second, third]
    await bench.later(timedelta(minutes=31))
    free = (await bench.shop.stock.availability([variant]))[variant]
    assert (free.available, free.reserved) == (1, 0)
    await bench.later(timedelta(days=2), step=timedelta(hours=6))
    assert told(bench) == [first, second, third], "one request, one answer"
    await sound(bench)


async def test_his_own_hold_becomes_the_checkouts_in_one_step(bench: Bench) -> None:
    variant = await gone(bench)
    (first,) = await line(bench, variant, 1)
    await count(bench, variant, 1)
    await bench.outbox()
    bench.clock.move(timedelta(minutes=29))
    view = await bench.shop.checkout.start(first, "ru", [Wanted(variant, 1)])
    assert view.order.held_until == bench.clock.now() + timedelta(minutes=15)
    held = await bench.rows("SELECT order_id, quantity FROM reservation WHERE state = 'held'")
    assert held == [(view.order.id, 1)]
    await bench.outbox()
    await sound(bench)
    await bench.later(timedelta(minutes=3))
    assert told(bench, "turn_over") == []
    await bench.shop.checkout.confirm(view.order.id, first, PayWay.AT_PICKUP, None)
    assert (await bench.shop.orders.get(view.order.id)).state is OrderState.ACCEPTED


async def test_a_cart_that_cannot_be_had_leaves_the_personal_hold_as_it_was(bench: Bench) -> None:
    variant, other = await gone(bench), await gone(bench)
    (first,) = await line(bench, variant, 1)
    await count(bench, variant, 1)
    await bench.outbox()
    with pytest.raises(SoldOut):
        await bench.shop.checkout.start(first, "ru", [Wanted(variant, 1), Wanted(other, 1)])
    assert (await bench.shop.favourites.marks(first, variant)).held_until
    await sound(bench)
    # the other one is his own already, waiting to be paid: that order is shown, and the hold stays
    await count(bench, other, 1)
    mine = await bench.awaiting(other, first)
    shown = await bench.shop.checkout.start(first, "ru", [Wanted(variant, 1), Wanted(other, 1)])
    assert shown.order.id == mine.id
    assert (await bench.shop.favourites.marks(first, variant)).held_until
    await sound(bench)


async def test_three_people_hear_of_each_piece_and_the_next_ones_after_the_pause_while_some_are_left(
    bench: Bench,
) -> None:
    variant = await gone(bench, 2)
    people = await line(bench, variant, 12)
    await count(bench, variant, 2)
    await bench.outbox()
    assert told(bench) == people[:6]
    # one is bought: one is left, and five still think about it
    await bench.shop.checkout.start(people[0], "ru", [Wanted(variant, 1)])
    await bench.later(timedelta(minutes=10))
    assert told(bench) == people[:6]
    await bench.later(timedelta(hours=2))
    assert told(bench) == people[:6] + people[6:12], "the checkout has run out: two are free again"
    await bench.later(timedelta(hours=10), step=timedelta(minutes=30))
    assert len(told(bench)) == 12
    await sound(bench)


async def test_the_seller_says_how_many_hear_of_a_piece(bench: Bench) -> None:
    await bench.shop.policies.change("waiting_people", 5, bench.seller)
    variant = await gone(bench, 2)
    people = await line(bench, variant, 8)
    await count(bench, variant, 1)
    await bench.outbox()
    assert told(bench) == people[:5]


async def test_pieces_that_come_one_after_another_are_told_to_others(bench: Bench) -> None:
    variant = await gone(bench, 2)
    people = await line(bench, variant, 9)
    await count(bench, variant, 1)
    await bench.outbox()
    await bench.outbox()
    assert told(bench) == people[:3]
    await count(bench, variant, 2)
    await bench.outbox()
    assert told(bench) == people[:6]


async def test_a_checkout_that_is_given_up_does_not_tell_the_same_news_to_more_people(bench: Bench) -> None:
    variant = await gone(bench, 2)
    people = await line(bench, variant, 6)
    stranger = await someone(bench.shop)
    await count(bench, variant, 1)
    await bench.outbox()
    view = await bench.shop.checkout.start(stranger, "ru", [Wanted(variant, 1)])
    await bench.shop.checkout.cancel(view.order.id, stranger)
    await bench.outbox()
    assert told(bench) == people[:3]


async def test_who_was_told_and_came_too_late_keeps_his_place_when_he_asks_again(bench: Bench) -> None:
    variant = await gone(bench, 2)
    people = await line(bench, variant, 5)
    await count(bench, variant, 1)
    await bench.outbox()
    assert told(bench) == people[:3]
    order = await bench.shop.checkout.start(people[0], "ru", [Wanted(variant, 1)])
    await bench.shop.checkout.confirm(order.order.id, people[0], PayWay.AT_PICKUP, None)
    with pytest.raises(SoldOut):
        await bench.shop.checkout.start(people[1], "ru", [Wanted(variant, 1)])
    assert await bench.shop.waiting.toggle(people[1], variant)
    await bench.later(timedelta(hours=3))
    await count(bench, variant, 2)
    await bench.outbox()
    assert told(bench)[3:] == [people[1], people[3], people[4]]


async def test_asking_again_leaves_and_a_hold_that_is_left_goes_to_the_next_at_once(bench: Bench) -> None:
    variant = await gone(bench)
    first, second = await line(bench, variant, 2)
    assert not await bench.shop.waiting.toggle(first, variant)
    assert await bench.shop.waiting.toggle(first, variant)
    await count(bench, variant, 1)
    await bench.outbox()
    assert told(bench) == [second]
    await bench.shop.waiting.quit(second, variant)
    await bench.shop.waiting.quit(second, variant)
    await bench.outbox()
    assert told(bench) == [second, first]
    assert told(bench, "turn_over") == []
    assert (await bench.shop.waiting.numbers([variant]))[variant][1] == Watched(1, 0)
    await sound(bench)


@pytest.mark.parametrize("how", ["checkout ends", "checkout cancelled", "order cancelled", "refund", "shown again"])
async def test_every_way_in_which_pieces_come_free_tells_the_line(bench: Bench, how: str) -> None:
    variant, holder = await bench.work(1), await someone(bench.shop)
    product = (await bench.shop.catalogue.lines([variant], "ru"))[variant].product
    if how == "shown again":
        await count(bench, variant, 0)
    elif how in ("order cancelled", "refund"):
        order = await bench.paid(variant, holder)
    else:
        view = await bench.shop.checkout.start(holder, "ru", [Wanted(variant, 1)])
    (first,) = await line(bench, variant, 1)
    assert told(bench) == []
    match how:
        case "checkout ends":
            await bench.later(timedelta(minutes=16))
        case "checkout cancelled":
            await bench.shop.checkout.cancel(view.order.id, holder)
        case "order cancelled":
            await bench.shop.fulfilment.cancel(order.id, holder)
        case "refund":
            await bench.shop.fulfilment.refund(order.id, bench.seller)
        case _:
            await bench.shop.listing.show(product, shown=False)
            async with bench.database.reading() as session:
                sku = await session.scalar(text("SELECT sku FROM variant WHERE id = :id"), {"id": variant})
            await bench.shop.shelves.count(str(sku), 1, bench.seller, "hidden")
            await bench.outbox()
            assert told(bench) == [], "nobody hears of what is not on show"
            await bench.shop.listing.show(product, shown=True)
    await bench.outbox()
    assert told(bench) == [first]
    await sound(bench)


async def test_paid_after_release_and_gone_stands_first_in_the_line(bench: Bench) -> None:
    variant = await bench.work(1)
    late = await bench.awaiting(variant)
    early = (await line(bench, variant, 1))[0]
    # sold at the fair before the link is paid
    await bench.shop.channels.sold_by_hand(await sku_of(bench, variant), 1, None, bench.seller, "fair")
    bench.yookassa.pay(bench.payment(late.id))
    await bench.shop.payments.note(bench.payment(late.id), "payment.succeeded")
    await bench.outbox()
    assert bench.what()["money_goes_back"] == 1
    assert await bench.shop.favourites.marks(late.customer, variant) == Marks(waiting=True)
    await count(bench, variant, 1)
    await bench.outbox()
    assert told(bench) == [late.customer]
    await bench.later(timedelta(minutes=31))
    assert told(bench) == [late.customer, early]
    await sound(bench)


async def test_a_hold_that_a_sale_elsewhere_takes_away_keeps_the_place(bench: Bench) -> None:
    variant = await gone(bench)
    first, second = await line(bench, variant, 2)
    await count(bench, variant, 1)
    await bench.outbox()
    await bench.shop.channels.sold_by_hand(await sku_of(bench, variant), 1, None, bench.seller, "fair")
    await sound(bench)
    # what was released is gone already; the look that it owed finds the hold to be over
    await bench.outbox()
    assert told(bench, "turn_lost") == [first]
    assert await bench.shop.favourites.marks(first, variant) == Marks(waiting=True)
    await count(bench, variant, 1)
    await bench.outbox()
    assert told(bench) == [first, first], "another wave"
    assert second not in told(bench)
    await sound(bench)


async def test_who_cannot_be_reached_keeps_the_place_and_is_passed_over(bench: Bench) -> None:
    variant = await gone(bench)
    first, second = await line(bench, variant, 2)
    await bench.shop.customers.note_blocked(first)
    await count(bench, variant, 1)
    await bench.outbox()
    assert told(bench) == [second]
    assert await bench.shop.favourites.marks(first, variant) == Marks(waiting=True)


async def test_at_night_the_half_hour_begins_in_the_morning(bench: Bench) -> None:
    variant = await gone(bench)
    (first,) = await line(bench, variant, 1)
    bench.clock.move(timedelta(hours=8))  # 23:00 in Moscow
    await count(bench, variant, 1)
    await bench.outbox()
    until = (await bench.shop.favourites.marks(first, variant)).held_until
    assert until is not None
    assert until.isoformat() == "2026-11-22T07:30:00+00:00", "10:30 in Moscow"


async def test_what_is_free_when_somebody_asks_is_told_at_once(bench: Bench) -> None:
    variant = await bench.work(2)
    (first,) = await line(bench, variant, 1)
    assert told(bench) == [first]


async def test_nobody_waits_for_what_is_not_on_show(bench: Bench) -> None:
    product, variant, _ = await a_work(bench.shop, bench.seller)
    await bench.shop.listing.show(product, shown=False)
    with pytest.raises(NoSuchWork):
        await bench.shop.waiting.toggle(await someone(bench.shop), variant)
    with pytest.raises(NoSuchWork):
        await bench.shop.favourites.toggle(await someone(bench.shop), variant)
    with pytest.raises(NoSuchWork):
        await bench.shop.waiting.toggle(await someone(bench.shop), VariantId(999_999))


# -- at the moment of sending --------------------------------------------------------------------------------------


async def news(bench: Bench, nth: int = -1) -> object:
    payload = [payload for _, what, payload in bench.told if what == "back"][nth]
    return await bench.shop.waiting.back(payload["turn"], payload["wave"], "ru")


async def test_news_that_no_longer_hold_are_not_sent_and_cost_nobody_his_place(bench: Bench) -> None:
    variant = await gone(bench, 2)
    people = await line(bench, variant, 2)
    await count(bench, variant, 1)
    await bench.outbox()
    assert await news(bench) is not None
    stranger = await someone(bench.shop)
    view = await bench.shop.checkout.start(stranger, "ru", [Wanted(variant, 1)])
    assert await news(bench, 0) is None
    assert await news(bench, 0) is None
    assert await bench.shop.favourites.marks(people[0], variant) == Marks(waiting=True)
    await bench.shop.checkout.cancel(view.order.id, stranger)
    await bench.outbox()
    assert told(bench) == [*people, people[0]]
    assert await news(bench) is not None
    assert await news(bench, 0) is None, "an older wave"


async def test_who_has_bought_left_or_was_too_slow_is_not_told(bench: Bench) -> None:
    variant = await gone(bench)
    first, second = await line(bench, variant, 2)
    await count(bench, variant, 1)
    await bench.outbox()
    await bench.shop.waiting.quit(first, variant)
    assert await news(bench, 0) is None
    await bench.outbox()
    await bench.shop.checkout.start(second, "ru", [Wanted(variant, 1)])
    assert await news(bench) is None


async def test_a_turn_that_passed_before_it_could_be_told_comes_again(bench: Bench) -> None:
    variant = await gone(bench)
    first, second = await line(bench, variant, 2)
    await count(bench, variant, 1)
    await bench.outbox()
    await bench.later(timedelta(minutes=31))
    assert told(bench) == [first, second]
    # the messenger could not be reached all that time: this is the first try
    assert await news(bench, 0) is None
    assert await bench.shop.favourites.marks(first, variant) == Marks(waiting=True)
    await bench.later(timedelta(minutes=31))
    assert told(bench) == [first, second, first]
