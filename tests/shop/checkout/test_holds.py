"""From the first tap to the owed order: what is held, how long, and what is asked?"""

import random
from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from sqlalchemy import text

from bot.basics.ids import LocationId, OrderId
from bot.basics.money import MAX_MINOR
from bot.shop.catalogue.errors import NoSuchWork
from bot.shop.checkout import rules
from bot.shop.checkout.errors import EmptyCart, HoldEnded, NoPlaces
from bot.shop.checkout.values import CheckoutView, Step
from bot.shop.orders.errors import NoSuchOrder, OrderMovedOn
from bot.shop.orders.values import OrderState, PayWay
from bot.shop.payments.errors import OnlineNotOffered
from bot.shop.pickup import rules as pickup_rules
from bot.shop.pickup.errors import NoSuchPlace, SlotTaken
from bot.shop.pickup.values import NewPlace, Place, SlotPlan
from bot.shop.shop import Shop
from bot.shop.stock.errors import SoldOut
from bot.shop.stock.values import Wanted
from bot.storage.database import Database
from tests.support.benches import Bench
from tests.support.shops import a_work, someone

MINUTE = timedelta(minutes=1)
DAILY = SlotPlan((1, 2, 3, 4, 5, 6, 7), time(12), time(16), 60, capacity=1)


async def _gallery(shop: Shop, **more: object) -> LocationId:
    return await shop.pickup.add(NewPlace("Галерея", "gallery", "Арбат, 1", "", **more))  # type: ignore[arg-type]


async def test_each_step_gives_the_whole_hold_again_up_to_forty_five_minutes(bench: Bench) -> None:
    shop, buyer = bench.shop, await someone(bench.shop)
    view = await shop.checkout.start(buyer, "ru", [Wanted(await bench.work(), 1)])
    began = bench.clock.now()
    ends = []
    assert view.place is not None
    for _ in range(6):
        ends.append(view.order.held_until)
        bench.clock.move(9 * MINUTE)
        view = await shop.checkout.choose_place(view.order.id, buyer, view.place.id)  # type: ignore[union-attr]
    assert [end - began for end in ends if end] == [minutes * MINUTE for minutes in (15, 24, 33, 42, 45, 45)]
    await bench.later(MINUTE)
    assert (await shop.orders.get(view.order.id)).state is OrderState.EXPIRED
    assert bench.what()["hold_ended"] == 1


@pytest.mark.parametrize(("hold_min", "reminded_min"), [(15, 10), (45, 40), (6, 4), (1, 2 / 3)])
def test_the_reminder_comes_five_minutes_before_the_end_or_after_two_thirds(hold_min: int, reminded_min: float) -> None:
    now = datetime(2026, 11, 21, 12, tzinfo=UTC)
    assert rules.remind_at(now + hold_min * MINUTE, hold_min * MINUTE) == now + timedelta(minutes=reminded_min)


async def test_the_reminder_is_owed_once_and_due_ten_minutes_after_the_start(bench: Bench) -> None:
    shop, buyer, variant = bench.shop, await someone(bench.shop), await bench.work()
    for _ in range(2):
        await shop.checkout.start(buyer, "ru", [Wanted(variant, 1)])
    due = await bench.rows("SELECT count(*) FROM outbox WHERE key LIKE 'hold_reminder:%'")
    assert due == [(1,)]
    await bench.outbox()
    assert bench.what()["hold_reminder"] == 0
    bench.clock.move(10 * MINUTE)
    await bench.outbox()
    assert bench.what()["hold_reminder"] == 1


async def test_the_same_start_finds_the_first_checkout_and_another_replaces_it(bench: Bench) -> None:
    shop, buyer = bench.shop, await someone(bench.shop)
    one, other = await bench.work(), await bench.work()
    first = await shop.checkout.start(buyer, "ru", [Wanted(one, 1)])
    again = await shop.checkout.start(buyer, "ru", [Wanted(one, 1)])
    assert again.order.id == first.order.id
    instead = await shop.checkout.start(buyer, "ru", [Wanted(other, 1)])
    assert instead.order.id != first.order.id
    assert (await shop.orders.get(first.order.id)).state is OrderState.EXPIRED
    free = await shop.stock.availability([one, other])
    assert (free[one].available, free[other].available) == (1, 0)
    await bench.sound()


async def test_a_start_that_is_sold_out_leaves_the_former_checkout_as_it_was(bench: Bench) -> None:
    shop, buyer = bench.shop, await someone(bench.shop)
    one, gone = await bench.work(), await bench.work()
    await bench.paid(gone)
    first = await shop.checkout.start(buyer, "ru", [Wanted(one, 1)])
    with pytest.raises(SoldOut):
        await shop.checkout.start(buyer, "ru", [Wanted(gone, 1)])
    assert (await shop.orders.get(first.order.id)).state is OrderState.DRAFT
    await bench.sound()


async def test_sold_out_to_the_one_who_is_paying_for_it_shows_his_own_order(bench: Bench) -> None:
    variant, buyer = await bench.work(), await someone(bench.shop)
    order = await bench.awaiting(variant, buyer)
    view = await bench.shop.checkout.start(buyer, "ru", [Wanted(variant, 1)])
    assert (view.order.id, view.step) == (order.id, Step.LINK)
    with pytest.raises(SoldOut):
        await bench.shop.checkout.start(await someone(bench.shop), "ru", [Wanted(variant, 1)])


async def test_his_own_order_shown_costs_him_no_other_checkout(bench: Bench) -> None:
    variant, other, buyer = await bench.work(), await bench.work(), await someone(bench.shop)
    order = await bench.awaiting(variant, buyer)
    draft = await bench.shop.checkout.start(buyer, "ru", [Wanted(other, 1)])
    view = await bench.shop.checkout.start(buyer, "ru", [Wanted(variant, 1)])
    assert view.order.id == order.id
    assert (await bench.shop.orders.get(draft.order.id)).state is OrderState.DRAFT


async def test_a_cart_of_nothing_a_hidden_work_and_a_shop_without_places_are_refused(
    bench: Bench, database: Database
) -> None:
    shop, buyer, variant = bench.shop, await someone(bench.shop), await bench.work()
    for nothing in (None, [], [Wanted(variant, 0)], [Wanted(variant, -3)]):
        with pytest.raises(EmptyCart):
            await shop.checkout.start(buyer, "ru", nothing)
    product = (await shop.catalogue.lines([variant], "ru"))[variant].product
    await shop.listing.show(product, shown=False)
    with pytest.raises(NoSuchWork):
        await shop.checkout.start(buyer, "ru", [Wanted(variant, 1)])
    await shop.listing.show(product, shown=True)
    async with database.transaction() as session:
        await session.execute(text("UPDATE location SET is_pickup = false"))
    with pytest.raises(NoPlaces):
        await shop.checkout.start(buyer, "ru", [Wanted(variant, 1)])
    assert (await shop.stock.availability([variant]))[variant].available == 1
    assert await bench.rows("SELECT count(*) FROM shop_order") == [(0,)]


async def test_only_what_is_missing_is_asked(bench: Bench) -> None:
    shop, buyer = bench.shop, await someone(bench.shop)
    gallery = await _gallery(shop, slots=DAILY, needs_contact=True)
    steps = []
    view = await shop.checkout.start(buyer, "ru", [Wanted(await bench.work(), 1)])
    steps.append(view.step)
    view = await shop.checkout.choose_place(view.order.id, buyer, gallery)
    steps.append(view.step)
    assert (await shop.checkout.confirm(view.order.id, buyer, PayWay.AT_PICKUP, None)).step is Step.SLOT
    view = await shop.checkout.choose_slot(view.order.id, buyer, view.slots[0])
    steps.append(view.step)
    view = await shop.checkout.give_phone(view.order.id, buyer, "+79261234567")
    steps.append(view.step)
    view = await shop.checkout.confirm(view.order.id, buyer, PayWay.AT_PICKUP, None)
    steps.append(view.step)
    assert steps == [Step.POINT, Step.SLOT, Step.CONTACT, Step.PAY, Step.DONE]
    assert view.order.contact_phone == "+79261234567"


async def test_a_slot_is_given_back_with_another_place_another_time_and_the_end_of_the_order(bench: Bench) -> None:
    shop, buyer = bench.shop, await someone(bench.shop)
    gallery = await _gallery(shop, slots=DAILY)
    studio = (await shop.pickup.places())[0].id

    async def taken() -> int:
        return int((await bench.rows("SELECT coalesce(sum(taken), 0) FROM slot_booking"))[0][0])

    async def booked() -> CheckoutView:
        view = await shop.checkout.start(buyer, "ru", [Wanted(await bench.work(), 1)])
        view = await shop.checkout.choose_place(view.order.id, buyer, gallery)
        return await shop.checkout.choose_slot(view.order.id, buyer, view.slots[0])

    view = await booked()
    assert view.order.slot_at is not None
    other = (await shop.checkout.again(view.order.id, buyer, choosing=True)).slots[1]
    await shop.checkout.choose_slot(view.order.id, buyer, other)
    assert await taken() == 1
    await shop.checkout.choose_place(view.order.id, buyer, studio)
    assert await taken() == 0
    view = await booked()
    assert await taken() == 1
    await bench.later(16 * MINUTE)
    assert await taken() == 0
    view = await booked()
    await shop.checkout.confirm(view.order.id, buyer, PayWay.AT_PICKUP, None)
    assert await taken() == 1
    await shop.fulfilment.cancel(view.order.id, buyer)
    assert await taken() == 0


async def test_an_order_revived_by_a_late_payment_has_its_time_again_and_gives_back_only_its_own(bench: Bench) -> None:
    shop, buyer, variant = bench.shop, await someone(bench.shop), await bench.work(pieces=2)
    gallery = await _gallery(shop, slots=DAILY)
    view = await shop.checkout.start(buyer, "ru", [Wanted(variant, 1)])
    view = await shop.checkout.choose_place(view.order.id, buyer, gallery)
    at = view.slots[0]
    await shop.checkout.choose_slot(view.order.id, buyer, at)
    await shop.checkout.confirm(view.order.id, buyer, PayWay.ONLINE, None)
    await bench.outbox()
    sku = view.order.lines[0].sku
    await shop.channels.sold_by_hand(sku, 2, None, bench.seller, "fair")
    await shop.shelves.count(sku, 2, bench.seller, "back")
    other = await someone(shop)
    second = await shop.checkout.start(other, "ru", [Wanted(variant, 1)])
    await shop.checkout.choose_place(second.order.id, other, gallery)
    await shop.checkout.choose_slot(second.order.id, other, at)
    bench.yookassa.pay(bench.payment(view.order.id))
    await bench.later(MINUTE)
    assert (await shop.orders.get(view.order.id)).state is OrderState.ACCEPTED
    assert await bench.rows("SELECT taken FROM slot_booking") == [(2,)]
    await shop.fulfilment.cancel(view.order.id, buyer)
    assert await bench.rows("SELECT taken FROM slot_booking") == [(1,)]
    await bench.sound()


async def test_a_time_that_is_not_offered_and_a_place_that_is_over_are_refused(bench: Bench) -> None:
    shop, buyer = bench.shop, await someone(bench.shop)
    gallery = await _gallery(shop, slots=DAILY)
    over = await _gallery(shop, active_to=bench.clock.now() - MINUTE)
    view = await shop.checkout.start(buyer, "ru", [Wanted(await bench.work(), 1)])
    assert over not in [place.id for place in view.places]
    for place in (over, LocationId(99)):
        with pytest.raises(NoSuchPlace):
            await shop.checkout.choose_place(view.order.id, buyer, place)
    view = await shop.checkout.choose_place(view.order.id, buyer, gallery)
    for at in (view.slots[0] + MINUTE, bench.clock.now() - timedelta(days=1), bench.clock.now() + timedelta(days=99)):
        with pytest.raises(SlotTaken):
            await shop.checkout.choose_slot(view.order.id, buyer, at)


def _place(plan: SlotPlan, **more: object) -> Place:
    values: dict[str, object] = {"active_from": None, "active_to": None, **more}
    return Place(
        LocationId(1),
        "x",
        "x",
        "gallery",
        True,
        "",
        "",
        None,
        None,
        False,
        plan,
        **values,  # type: ignore[arg-type]
    )


def test_slots_are_the_hours_of_the_place_on_its_weekdays_for_two_weeks_and_never_too_soon() -> None:
    moscow = ZoneInfo("Europe/Moscow")
    now = datetime(2026, 11, 21, 12, 45, tzinfo=moscow)  # a Saturday
    found = [at.astimezone(moscow) for at in pickup_rules.slots(_place(DAILY), now, moscow)]
    assert found[0] == datetime(2026, 11, 21, 14, tzinfo=moscow)
    assert {at.hour for at in found} == {12, 13, 14, 15}
    assert len(found) == 2 + 13 * 4
    weekdays = SlotPlan((6,), time(12), time(13), 30, 1)
    saturdays = list(pickup_rules.slots(_place(weekdays), now, moscow))
    assert [at.astimezone(moscow).isoweekday() for at in saturdays] == [6, 6]
    until = _place(DAILY, active_to=now + timedelta(days=1))
    assert max(pickup_rules.slots(until, now, moscow)) < now + timedelta(days=1)


@pytest.mark.parametrize("zone", ["Europe/Warsaw", "America/New_York", "Asia/Kathmandu"])
def test_slots_say_the_same_hour_before_and_after_the_clocks_change(zone: str) -> None:
    there = ZoneInfo(zone)
    for now in (datetime(2026, 10, 24, tzinfo=UTC), datetime(2026, 3, 27, tzinfo=UTC)):
        found = [at.astimezone(there) for at in pickup_rules.slots(_place(DAILY), now, there)]
        assert {at.hour for at in found} == {12, 13, 14, 15}


async def test_a_step_after_the_end_hears_that_the_hold_is_over_and_strangers_hear_nothing(bench: Bench) -> None:
    shop, buyer, stranger = bench.shop, await someone(bench.shop), await someone(bench.shop)
    view = await shop.checkout.start(buyer, "ru", [Wanted(await bench.work(), 1)])
    place = view.places[0].id
    for call in (
        shop.checkout.choose_place(view.order.id, stranger, place),
        shop.checkout.give_phone(view.order.id, stranger, "+79261234567"),
        shop.checkout.confirm(view.order.id, stranger, PayWay.AT_PICKUP, None),
        shop.checkout.cancel(view.order.id, stranger),
        shop.checkout.again(view.order.id, stranger),
        shop.orders.own(view.order.id, stranger),
        shop.orders.by_token(view.order.token, stranger),
        shop.payments.hasten(view.order.id, stranger),
        shop.fulfilment.cancel(view.order.id, stranger),
        shop.orders.own(OrderId(10**9), buyer),
    ):
        with pytest.raises(NoSuchOrder):
            await call
    await bench.later(16 * MINUTE)
    with pytest.raises(HoldEnded):
        await shop.checkout.choose_place(view.order.id, buyer, place)
    with pytest.raises(HoldEnded):
        await shop.checkout.confirm(view.order.id, buyer, PayWay.AT_PICKUP, None)
    assert (await shop.checkout.cancel(view.order.id, buyer)).state is OrderState.EXPIRED


async def test_what_the_shop_owes_cannot_be_cancelled_as_a_checkout(bench: Bench) -> None:
    buyer = await someone(bench.shop)
    order = await bench.paid(await bench.work(), buyer)
    with pytest.raises(OrderMovedOn):
        await bench.shop.checkout.cancel(order.id, buyer)


async def test_a_shop_without_a_provider_and_a_sum_below_a_rouble_offer_no_online_payment(
    shop: Shop, bench: Bench
) -> None:
    buyer = await someone(shop)
    _, variant, _ = await a_work(shop, await someone(shop))
    view = await shop.checkout.start(buyer, "ru", [Wanted(variant, 1)])
    assert view.ways == (PayWay.AT_PICKUP,)
    with pytest.raises(OnlineNotOffered):
        await shop.checkout.confirm(view.order.id, buyer, PayWay.ONLINE, None)
    cheap = await bench.shop.checkout.start(await someone(shop), "ru", [Wanted(await bench.work(price_minor=99), 1)])
    assert cheap.ways == (PayWay.AT_PICKUP,)


async def test_ten_thousand_random_carts_add_up_to_the_kopeck_on_the_order_and_at_the_provider() -> None:
    from bot.basics.money import Money, decimal_text, minor_units
    from bot.shop.payments.rules import payment_body

    chance = random.Random(8)
    for _ in range(10_000):
        lines = [(chance.randint(0, MAX_MINOR), chance.randint(1, 999)) for _ in range(chance.randint(1, 10))]
        total = Money(0, "RUB")
        for price, quantity in lines:
            total = total + Money(price, "RUB") * quantity
        assert type(total.minor) is int
        assert total.minor == sum(price * quantity for price, quantity in lines)
        assert minor_units(decimal_text(total.minor)) == total.minor
        body = payment_body(total, description="x" * 500, return_url="https://t.me/x", key="k", order_number="V-1")
        assert f'"{total.minor // 100}.{total.minor % 100:02d}"' in body


async def test_random_carts_become_orders_whose_total_is_the_sum_of_their_lines(bench: Bench) -> None:
    chance = random.Random(88)
    variants = [await bench.work(pieces=900, price_minor=chance.randint(1, 10**7)) for _ in range(6)]
    for _ in range(25):
        buyer = await someone(bench.shop)
        for variant in chance.sample(variants, chance.randint(1, 6)):
            await bench.shop.cart.change(buyer, variant, chance.randint(1, 3))
        view = await bench.shop.checkout.start(buyer, "ru")
        await bench.shop.checkout.confirm(view.order.id, buyer, PayWay.ONLINE, None)
        assert await bench.shop.cart.items(buyer) != []
    await bench.outbox()
    for total, lines, asked in await bench.rows(
        "SELECT o.total_minor, sum(l.price_minor * l.quantity), max(p.amount_minor) FROM shop_order o"
        " JOIN order_line l ON l.order_id = o.id JOIN payment_attempt p ON p.order_id = o.id GROUP BY o.id"
    ):
        assert total == lines == asked
    charged = sorted(int(row["amount"]["value"].replace(".", "")) for row in bench.yookassa.payments())
    assert charged == sorted(row[0] for row in await bench.rows("SELECT total_minor FROM shop_order"))


async def test_a_price_that_changes_later_leaves_the_order_as_it_was_agreed(bench: Bench) -> None:
    variant, buyer = await bench.work(price_minor=50_000), await someone(bench.shop)
    view = await bench.shop.checkout.start(buyer, "ru", [Wanted(variant, 1)])
    await bench.shop.listing.change(view.order.lines[0].product, price_minor=1, title=("ru", "Иначе"))
    done = await bench.shop.checkout.confirm(view.order.id, buyer, PayWay.AT_PICKUP, None)
    assert (done.order.total.minor, done.order.lines[0].price_minor) == (50_000, 50_000)
    assert done.order.lines[0].title == "Закат над Невой"
