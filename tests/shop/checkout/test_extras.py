"""Wrapping and a note: is every kopeck of them where it belongs, and does nothing count twice?"""

import asyncio
import json

import pytest

from bot.shop.checkout import rules
from bot.shop.checkout.errors import HoldEnded, NoteTooLong, NoWrapping
from bot.shop.checkout.values import CheckoutView
from bot.shop.orders.errors import NoSuchOrder, OrderMovedOn
from bot.shop.orders.values import PayWay
from bot.shop.stock.values import Wanted
from tests.support.benches import Bench
from tests.support.shops import someone

PRICE = 100_000
WRAPPING = 350_05


async def begun(bench: Bench) -> CheckoutView:
    await bench.shop.policies.change("gift_wrap_minor", WRAPPING, bench.seller)
    variant = await bench.work(pieces=2, price_minor=PRICE)
    return await bench.shop.checkout.start(await someone(bench.shop), "ru", [Wanted(variant, 2)])


async def test_wrapping_is_a_line_of_its_own_exact_to_the_kopeck(bench: Bench) -> None:
    view = await begun(bench)
    order, buyer = view.order.id, view.order.customer
    assert view.wrap_minor == WRAPPING
    for _ in range(2):
        view = await bench.shop.extras.wrap(order, buyer, wanted=True)
    lines = sum(line.price_minor * line.quantity for line in view.order.lines)
    assert (view.order.wrap_minor, view.order.total.minor) == (WRAPPING, lines + WRAPPING)
    assert view == await bench.shop.checkout.again(order, buyer)
    for _ in range(2):
        view = await bench.shop.extras.wrap(order, buyer, wanted=False)
    assert (view.order.wrap_minor, view.order.total.minor) == (None, 2 * PRICE)


async def test_it_is_paid_and_given_back_with_the_order(bench: Bench) -> None:
    view = await begun(bench)
    order, buyer = view.order.id, view.order.customer
    await bench.shop.extras.wrap(order, buyer, wanted=True)
    await bench.shop.checkout.confirm(order, buyer, PayWay.ONLINE, None)
    await bench.outbox()
    asked = next(row for row in bench.yookassa.payments() if row["id"] == bench.payment(order))
    assert asked["amount"]["value"] == "2350.05"
    bench.yookassa.pay(bench.payment(order))
    await bench.shop.payments.note(bench.payment(order), "payment.succeeded")
    await bench.outbox()
    await bench.shop.fulfilment.cancel(order, buyer)
    await bench.outbox()
    await bench.reconcile()
    gone = await bench.shop.orders.get(order)
    assert (gone.captured_minor, gone.paid_minor) == (2 * PRICE + WRAPPING, 0)
    await bench.sound()


async def test_a_price_that_was_agreed_stays_and_one_no_longer_offered_is_refused(bench: Bench) -> None:
    view = await begun(bench)
    order, buyer = view.order.id, view.order.customer
    await bench.shop.extras.wrap(order, buyer, wanted=True)
    await bench.shop.policies.change("gift_wrap_minor", 0, bench.seller)
    view = await bench.shop.extras.wrap(order, buyer, wanted=True)
    assert view.order.wrap_minor == WRAPPING
    await bench.shop.extras.wrap(order, buyer, wanted=False)
    with pytest.raises(NoWrapping):
        await bench.shop.extras.wrap(order, buyer, wanted=True)


async def test_two_tabs_wrap_once(bench: Bench) -> None:
    view = await begun(bench)
    order, buyer = view.order.id, view.order.customer
    taps = (bench.shop.extras.wrap(order, buyer, wanted=True) for _ in range(20))
    await asyncio.gather(*taps)
    assert (await bench.shop.orders.get(order)).total.minor == 2 * PRICE + WRAPPING


async def test_only_ones_own_unfinished_order_is_changed(bench: Bench) -> None:
    view = await begun(bench)
    order, buyer = view.order.id, view.order.customer
    for refused in (
        bench.shop.extras.wrap(order, bench.seller, wanted=True),
        bench.shop.extras.note(order, bench.seller, "чужое"),
    ):
        with pytest.raises(NoSuchOrder):
            await refused
    await bench.shop.checkout.confirm(order, buyer, PayWay.ONLINE, None)
    with pytest.raises(OrderMovedOn):
        await bench.shop.extras.wrap(order, buyer, wanted=True)
    await bench.shop.checkout.cancel(order, buyer)
    with pytest.raises(HoldEnded):
        await bench.shop.extras.note(order, buyer, "поздно")
    assert (await bench.shop.orders.get(order)).total.minor == 2 * PRICE


def test_a_note_is_kept_without_empty_lines_and_never_cut() -> None:
    assert rules.note("  Для мамы \n\n\n  к   юбилею\u200b ") == "Для мамы\nк юбилею"
    assert len(rules.note("я" * 300)) == 300
    with pytest.raises(NoteTooLong) as refused:
        rules.note("я" * 301)
    assert refused.value.fields == {"count": 301, "limit": 300}


async def test_a_receipt_names_the_wrapping_as_a_service(bench: Bench) -> None:
    view = await begun(bench)
    order, buyer = view.order.id, view.order.customer
    await bench.shop.policies.change("receipts", "yookassa", bench.seller)
    await bench.shop.extras.wrap(order, buyer, wanted=True)
    await bench.shop.checkout.confirm(order, buyer, PayWay.ONLINE, None, "maria@example.org")
    (body,) = (await bench.rows("SELECT body FROM payment_attempt"))[0]
    items = json.loads(body)["receipt"]["items"]
    assert [(item["payment_subject"], item["amount"]["value"], item["quantity"]) for item in items] == [
        ("commodity", "1000.00", "2"),
        ("service", "350.05", "1"),
    ]
