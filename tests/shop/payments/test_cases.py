"""Whatever happens between shop and provider, does each kopeck end where the orders say?"""

import asyncio
import json
from datetime import timedelta

import pytest

from bot.basics.ids import AttemptId
from bot.shop.checkout.values import Step
from bot.shop.orders.values import OrderState, PayWay
from bot.shop.payments.errors import GatewayUnreachable, NothingToRefund
from bot.shop.payments.values import AttemptState
from bot.shop.stock.values import Wanted
from tests.support.benches import Bench
from tests.support.shops import someone

FREE = ("SELECT on_hand, allocated, reserved FROM stock_level WHERE variant_id = :variant",)


async def _state(bench: Bench, order: int) -> OrderState:
    return (await bench.shop.orders.get(order)).state  # type: ignore[arg-type]


async def _attempts(bench: Bench) -> list[str]:
    return [str(row[0]) for row in await bench.rows("SELECT state FROM payment_attempt ORDER BY id")]


async def _refunds(bench: Bench) -> list[tuple[str, str]]:
    return [(row[0], row[1]) for row in await bench.rows("SELECT state, reason FROM refund_attempt ORDER BY id")]


async def test_a_payment_with_its_notification_makes_one_order_one_message_and_one_piece_less(bench: Bench) -> None:
    variant = await bench.work()
    order = await bench.awaiting(variant)
    bench.yookassa.pay(bench.payment(order.id))
    assert await bench.shop.payments.note(bench.payment(order.id), "payment.succeeded")
    await bench.outbox()
    assert await _state(bench, order.id) is OrderState.ACCEPTED
    assert bench.what() == {"payment_link": 1, "paid": 1}
    assert bench.what("tell.sellers") == {"new_order": 1}
    assert await bench.rows(*FREE, variant=variant) == [(1, 1, 0)]
    await bench.sound()


async def test_a_lost_notification_costs_minutes_and_no_money(bench: Bench) -> None:
    order = await bench.awaiting(await bench.work())
    bench.yookassa.pay(bench.payment(order.id))
    await bench.later(timedelta(minutes=5))
    assert await _state(bench, order.id) is OrderState.ACCEPTED
    assert bench.what() == {"payment_link": 1, "paid": 1}
    await bench.sound()


async def test_the_same_notification_five_times_at_once_has_one_effect(bench: Bench) -> None:
    order = await bench.awaiting(await bench.work())
    payment = bench.payment(order.id)
    bench.yookassa.pay(payment)
    heard = await asyncio.gather(*(bench.shop.payments.note(payment, "payment.succeeded") for _ in range(5)))
    assert heard == [True] * 5
    await bench.outbox()
    assert bench.what()["paid"] == 1
    await bench.sound()


async def test_notification_poll_and_i_have_paid_at_one_moment_have_one_effect(bench: Bench) -> None:
    buyer = await someone(bench.shop)
    order = await bench.awaiting(await bench.work(), buyer)
    payment = bench.payment(order.id)
    bench.yookassa.pay(payment)
    bench.clock.move(timedelta(seconds=30))
    await asyncio.gather(
        bench.shop.payments.note(payment, "payment.succeeded"),
        bench.reconcile(),
        bench.reconcile(),
        bench.shop.payments.hasten(order.id, buyer),
    )
    await asyncio.gather(bench.outbox(), bench.outbox())
    assert await _state(bench, order.id) is OrderState.ACCEPTED
    assert bench.what()["paid"] == 1
    await bench.sound()


async def test_an_old_notification_after_the_refund_leaves_the_order_refunded(bench: Bench) -> None:
    order = await bench.paid(await bench.work())
    await bench.shop.fulfilment.refund(order.id, bench.seller)
    await bench.outbox()
    await bench.shop.payments.note(bench.payment(order.id), "payment.succeeded")
    await bench.outbox()
    seen = await bench.shop.orders.get(order.id)
    assert (seen.state, seen.paid_minor, seen.captured_minor) == (OrderState.CANCELLED, 0, 100_000)
    assert len(bench.yookassa.refunds()) == 1
    await bench.sound()


async def test_waiting_for_capture_after_succeeded_moves_nothing_back(bench: Bench) -> None:
    order = await bench.paid(await bench.work())
    bench.yookassa.patch(bench.payment(order.id), status="waiting_for_capture")
    await bench.shop.payments.note(bench.payment(order.id), "payment.waiting_for_capture")
    await bench.outbox()
    assert await _attempts(bench) == ["succeeded"]
    assert await _state(bench, order.id) is OrderState.ACCEPTED


async def test_a_forged_success_of_a_pending_payment_changes_nothing(bench: Bench) -> None:
    order = await bench.awaiting(await bench.work())
    assert await bench.shop.payments.note(bench.payment(order.id), "payment.succeeded")
    await bench.outbox()
    assert await _attempts(bench) == ["pending"]
    assert await _state(bench, order.id) is OrderState.AWAITING_PAYMENT


async def test_an_unknown_id_is_neither_kept_nor_asked_about(bench: Bench) -> None:
    calls = bench.gateway.calls
    for forged in ("", "x" * 500, "2c9e2e2e-0000-5000-a000-000000000000", "../../me", "'; DROP TABLE customer"):
        assert not await bench.shop.payments.note(forged, "payment.succeeded")
    await bench.outbox()
    assert bench.gateway.calls == calls
    assert await bench.rows("SELECT count(*) FROM payment_notice") == [(0,)]


async def test_a_notification_while_the_provider_is_down_is_applied_later(bench: Bench) -> None:
    order = await bench.awaiting(await bench.work())
    bench.yookassa.pay(bench.payment(order.id))
    bench.gateway.down = True
    assert await bench.shop.payments.note(bench.payment(order.id), "payment.succeeded")
    await bench.outbox()
    assert await _state(bench, order.id) is OrderState.AWAITING_PAYMENT
    bench.gateway.down = False
    await bench.later(timedelta(minutes=2))
    assert await _state(bench, order.id) is OrderState.ACCEPTED
    assert bench.what()["paid"] == 1


@pytest.mark.parametrize("kind", ["500", "502", "202", "reset", "cut", "hang", "429"])
@pytest.mark.parametrize("when", ["before", "after"])
async def test_an_answer_lost_in_whatever_way_still_makes_one_payment_and_gives_its_link(
    bench: Bench, kind: str, when: str
) -> None:
    bench.yookassa.fail(kind, times=2, when=when, method="POST")
    order = await bench.awaiting(await bench.work())
    await bench.later(timedelta(minutes=3), step=timedelta(seconds=10))
    assert len(bench.yookassa.payments()) == 1
    assert await _attempts(bench) == ["pending"]
    assert bench.what() == {"payment_link": 1}
    keys = {seen.key for seen in bench.yookassa.journal if seen.method == "POST"}
    bodies = {seen.body for seen in bench.yookassa.journal if seen.method == "POST"}
    assert (len(keys), len(bodies)) == (1, 1)
    bench.yookassa.pay(bench.payment(order.id))
    await bench.later(timedelta(minutes=6))
    assert await _state(bench, order.id) is OrderState.ACCEPTED
    await bench.sound()


async def test_a_work_renamed_and_repriced_while_the_answer_is_lost_is_asked_for_in_the_frozen_words(
    bench: Bench,
) -> None:
    variant = await bench.work(price_minor=100_000)
    product = (await bench.shop.catalogue.lines([variant], "ru"))[variant].product
    bench.yookassa.fail("500", times=1, when="after", method="POST")
    order = await bench.awaiting(variant)
    await bench.shop.listing.change(product, price_minor=777_700, title=("ru", "Другое имя"))
    await bench.later(timedelta(minutes=2))
    assert [row["amount"]["value"] for row in bench.yookassa.payments()] == ["1000.00"]
    assert all(seen.status != 400 for seen in bench.yookassa.journal)
    bench.yookassa.pay(bench.payment(order.id))
    await bench.later(timedelta(minutes=2))
    assert (await bench.shop.orders.get(order.id)).total.minor == 100_000
    await bench.sound()


async def _a_day_without_answers(bench: Bench) -> AttemptId:
    """An attempt whose outcome nobody has told us for a day."""
    attempt = (await bench.rows("SELECT max(id) FROM payment_attempt"))[0][0]
    bench.clock.move(timedelta(hours=24, minutes=5))
    return AttemptId(attempt)


async def test_an_attempt_older_than_a_day_is_searched_for_and_never_sent_again(bench: Bench) -> None:
    bench.yookassa.fail("500", times=1, when="after", method="POST")
    await bench.awaiting(await bench.work())
    attempt = await _a_day_without_answers(bench)
    posts = sum(seen.method == "POST" for seen in bench.yookassa.journal)
    await bench.shop.payments.check(attempt)
    assert sum(seen.method == "POST" for seen in bench.yookassa.journal) == posts
    assert len(bench.yookassa.payments()) == 1
    # its link had ended long ago
    assert await _attempts(bench) == ["canceled"]
    await bench.sound()


async def test_an_attempt_older_than_a_day_that_was_paid_is_found_and_kept(bench: Bench) -> None:
    bench.yookassa.fail("500", times=1, when="after", method="POST")
    order = await bench.awaiting(await bench.work())
    bench.yookassa.pay(bench.payment(order.id))
    await bench.shop.payments.check(await _a_day_without_answers(bench))
    assert await _state(bench, order.id) is OrderState.ACCEPTED
    await bench.sound()


async def test_an_attempt_older_than_a_day_that_was_never_made_is_closed_and_its_piece_is_free(bench: Bench) -> None:
    variant = await bench.work()
    bench.gateway.down = True
    order = await bench.awaiting(variant)
    attempt = await _a_day_without_answers(bench)
    bench.gateway.down = False
    await bench.shop.payments.check(attempt)
    await bench.shop.checkout.sweep()
    assert bench.yookassa.payments() == []
    assert await _attempts(bench) == ["canceled"]
    assert await _state(bench, order.id) is OrderState.EXPIRED
    assert (await bench.shop.stock.availability([variant]))[variant].available == 1


async def test_a_search_that_is_refused_proves_nothing(bench: Bench) -> None:
    bench.yookassa.fail("500", times=1, when="after", method="POST")
    order = await bench.awaiting(await bench.work())
    bench.yookassa.pay(bench.payment(order.id))
    attempt = await _a_day_without_answers(bench)
    bench.gateway.refusing = True
    with pytest.raises(GatewayUnreachable):
        await bench.shop.payments.check(attempt)
    assert await _attempts(bench) == ["unknown"]
    bench.gateway.refusing = False
    await bench.shop.payments.check(attempt)
    assert await _state(bench, order.id) is OrderState.ACCEPTED


async def test_two_hours_without_the_provider_are_over_five_minutes_after_it_is_back(bench: Bench) -> None:
    before = [await bench.awaiting(await bench.work()) for _ in range(3)]
    for order in before:
        bench.yookassa.pay(bench.payment(order.id))
    bench.gateway.down = True
    during = await bench.awaiting(await bench.work())
    await bench.later(timedelta(hours=2), step=timedelta(minutes=5))
    assert await _state(bench, during.id) is OrderState.AWAITING_PAYMENT
    bench.gateway.down = False
    await bench.later(timedelta(minutes=5))
    assert [await _state(bench, order.id) for order in before] == [OrderState.ACCEPTED] * 3
    assert len(bench.yookassa.payments()) == 4
    assert bench.what()["payment_link"] == 4
    await bench.sound()


async def test_a_provider_that_is_down_is_not_asked_over_and_over(bench: Bench) -> None:
    await bench.awaiting(await bench.work())
    bench.gateway.down = True
    before = bench.gateway.calls
    await bench.later(timedelta(hours=1), step=timedelta(seconds=20))
    assert bench.gateway.calls - before < 30


async def test_pay_tapped_twice_is_one_attempt_with_one_link(bench: Bench) -> None:
    variant, buyer = await bench.work(), await someone(bench.shop)
    started = await bench.shop.checkout.start(buyer, "ru", [Wanted(variant, 1)])
    for _ in range(2):
        await bench.shop.checkout.confirm(started.order.id, buyer, PayWay.ONLINE, None)
    await bench.outbox()
    views = [await bench.shop.checkout.confirm(started.order.id, buyer, PayWay.ONLINE, None) for _ in range(2)]
    assert views[0].link == views[1].link == f"https://pay.example/{bench.payment(started.order.id)}"
    assert len(bench.yookassa.payments()) == 1


async def test_a_second_payment_of_one_order_goes_back_in_full_and_the_buyer_hears_it(bench: Bench) -> None:
    from bot.shop.orders import reads as orders
    from bot.shop.payments import writes

    order = await bench.awaiting(await bench.work())
    async with bench.database.transaction() as session:
        view = await orders.get(session, order.id)
        await writes.plan_attempt(
            session, view, live=False, return_url="https://t.me/x", shop_name="x", now=bench.clock.now()
        )
    await bench.outbox()
    bench.yookassa.pay(bench.payment(order.id, 0))
    bench.yookassa.pay(bench.payment(order.id, 1))
    await bench.later(timedelta(minutes=6))
    assert await _attempts(bench) == ["succeeded", "succeeded"]
    assert await _refunds(bench) == [("succeeded", "double")]
    seen = await bench.shop.orders.get(order.id)
    assert (seen.state, seen.paid_minor) == (OrderState.ACCEPTED, seen.total.minor)
    assert bench.what()["money_goes_back"] == 1
    await bench.sound()


async def _expired_unseen(bench: Bench, variant: int) -> int:
    """An order that ended here although its link could still be paid: a sale elsewhere outranked it."""
    order = await bench.awaiting(variant)  # type: ignore[arg-type]
    sku = (await bench.shop.catalogue.lines([variant], "ru"))[variant].sku  # type: ignore[index,list-item]
    await bench.shop.channels.sold_by_hand(sku, 1, None, bench.seller, f"fair-{order.id}")
    assert await _state(bench, order.id) is OrderState.EXPIRED
    return order.id


async def test_paid_late_with_the_piece_still_there_comes_back_to_life(bench: Bench) -> None:
    variant = await bench.work()
    order = await _expired_unseen(bench, variant)
    sku = (await bench.shop.catalogue.lines([variant], "ru"))[variant].sku
    await bench.shop.shelves.count(sku, 1, bench.seller, "found one more")
    bench.yookassa.pay(bench.payment(order))  # type: ignore[arg-type]
    await bench.later(timedelta(minutes=6))
    seen = await bench.shop.orders.get(order)  # type: ignore[arg-type]
    assert (seen.state, seen.is_paid) == (OrderState.ACCEPTED, True)
    assert await bench.rows("SELECT ended_at FROM shop_order") == [(None,)]
    assert bench.what()["paid"] == 1
    await bench.sound()


async def test_paid_late_with_the_piece_gone_goes_back_at_once_and_both_sides_hear_it(bench: Bench) -> None:
    order = await _expired_unseen(bench, await bench.work())
    bench.yookassa.pay(bench.payment(order))  # type: ignore[arg-type]
    await bench.later(timedelta(minutes=6))
    assert await _state(bench, order) is OrderState.EXPIRED
    assert await _refunds(bench) == [("succeeded", "late")]
    assert bench.what()["money_goes_back"] == bench.what()["refunded"] == 1
    assert bench.what("tell.sellers")["money_goes_back"] == 1
    await bench.sound()


async def test_an_order_cancelled_with_its_link_open_is_free_at_once_and_its_money_goes_back(bench: Bench) -> None:
    variant, buyer = await bench.work(), await someone(bench.shop)
    order = await bench.awaiting(variant, buyer)
    await bench.shop.checkout.cancel(order.id, buyer)
    assert (await bench.shop.stock.availability([variant]))[variant].available == 1
    bench.yookassa.pay(bench.payment(order.id))
    await bench.later(timedelta(minutes=6))
    assert await _state(bench, order.id) is OrderState.CANCELLED
    assert await _refunds(bench) == [("succeeded", "cancelled")]
    assert (await bench.shop.stock.availability([variant]))[variant].available == 1
    await bench.sound()


async def test_a_link_that_ran_out_frees_the_piece_once_and_paying_again_is_a_new_payment(bench: Bench) -> None:
    variant, buyer = await bench.work(), await someone(bench.shop)
    order = await bench.awaiting(variant, buyer)
    await bench.later(timedelta(minutes=66))
    assert await _state(bench, order.id) is OrderState.EXPIRED
    assert bench.what()["hold_ended"] == 1
    assert await bench.rows("SELECT reason FROM payment_attempt") == [("expired_on_confirmation",)]
    again = await bench.awaiting(variant, buyer)
    assert again.id != order.id
    assert len({seen.key for seen in bench.yookassa.journal if seen.method == "POST"}) == 2
    await bench.sound()


async def test_a_hold_with_a_payable_link_is_never_swept_by_time(bench: Bench) -> None:
    variant = await bench.work()
    order = await bench.awaiting(variant)
    bench.clock.move(timedelta(hours=3))
    await bench.shop.checkout.sweep()
    assert await _state(bench, order.id) is OrderState.AWAITING_PAYMENT
    assert (await bench.shop.stock.availability([variant]))[variant].reserved == 1


async def test_a_bank_that_refuses_for_good_ends_the_order_with_its_reason_and_buying_again_works(
    bench: Bench,
) -> None:
    variant, buyer = await bench.work(), await someone(bench.shop)
    order = await bench.awaiting(variant, buyer)
    bench.yookassa.decline(bench.payment(order.id), "insufficient_funds", final=True)
    await bench.later(timedelta(minutes=1))
    assert await _state(bench, order.id) is OrderState.EXPIRED
    assert [payload["reason"] for _, what, payload in bench.told if what == "hold_ended"] == ["insufficient_funds"]
    await bench.paid(variant, buyer)
    await bench.sound()


@pytest.mark.parametrize(
    "shown",
    [
        {"amount": "999.99"},
        {"currency": "USD", "refunded_amount": {"value": "0.00", "currency": "USD"}, "income_amount": None},
        {"test": False},
        {"metadata": {"attempt": "somebody-elses"}},
        {"metadata": {}},
    ],
    ids=["amount", "currency", "test", "foreign", "nameless"],
)
async def test_a_payment_that_does_not_match_is_never_delivered_nor_given_back_without_the_seller(
    bench: Bench, shown: dict[str, object]
) -> None:
    variant, buyer = await bench.work(), await someone(bench.shop)
    order = await bench.awaiting(variant, buyer)
    bench.yookassa.pay(bench.payment(order.id))
    bench.yookassa.patch(bench.payment(order.id), **shown)
    await bench.later(timedelta(minutes=6))
    assert await _attempts(bench) == ["mismatch"]
    assert await _state(bench, order.id) is OrderState.AWAITING_PAYMENT
    assert bench.what("tell.sellers") == {"mismatch": 1}
    assert bench.what()["checking"] == 1
    assert await _refunds(bench) == []
    # nothing more is asked for meanwhile, and the piece is kept for a day
    view = await bench.shop.checkout.confirm(order.id, buyer, PayWay.AT_PICKUP, None)
    assert (view.step, view.link) == (Step.LINK, None)
    await bench.later(timedelta(hours=25), step=timedelta(hours=1))
    assert await _state(bench, order.id) is OrderState.EXPIRED
    assert (await bench.shop.stock.availability([variant]))[variant].available == 1


async def test_a_refund_tapped_twice_is_one_refund_without_a_receipt(bench: Bench) -> None:
    order = await bench.paid(await bench.work())
    assert await bench.shop.fulfilment.refund(order.id, bench.seller) == 100_000
    with pytest.raises(NothingToRefund):
        await bench.shop.fulfilment.refund(order.id, bench.seller)
    await bench.outbox()
    with pytest.raises(NothingToRefund):
        await bench.shop.fulfilment.refund(order.id, bench.seller)
    sent = [json.loads(seen.body) for seen in bench.yookassa.journal if seen.path == "/v3/refunds"]
    assert [("receipt" in body, body["amount"]["value"]) for body in sent] == [(False, "1000.00")]
    await bench.sound()


async def test_refunds_never_exceed_what_came_in_two_sellers_and_one_kopeck_included(bench: Bench) -> None:
    from bot.basics.money import Money
    from bot.shop.orders import reads as orders
    from bot.shop.payments import reads, writes

    order = await bench.paid(await bench.work())

    async def refund(minor: int, cause: str) -> bool:
        async with bench.database.transaction() as session:
            view = await orders.get(session, order.id)
            (attempt,) = await reads.attempts_of(session, order.id)
            amount = Money(minor, "RUB")
            return await writes.plan_refund(
                session, attempt, amount, view, cause=cause, reason="part", now=bench.clock.now()
            )

    assert sorted(await asyncio.gather(refund(60_000, "a"), refund(60_000, "b"))) == [False, True]
    assert await refund(40_000, "c")
    assert not await refund(1, "d")
    await bench.outbox()
    assert len(bench.yookassa.refunds()) == 2
    assert (await bench.shop.orders.get(order.id)).paid_minor == 0


@pytest.mark.parametrize("kind", ["500", "reset", "202"])
async def test_a_refund_whose_answer_is_lost_is_made_once(bench: Bench, kind: str) -> None:
    order = await bench.paid(await bench.work())
    bench.yookassa.fail(kind, times=2, when="after", method="POST", path="/refunds")
    await bench.shop.fulfilment.refund(order.id, bench.seller)
    await bench.later(timedelta(minutes=2), step=timedelta(seconds=10))
    assert len(bench.yookassa.refunds()) == 1
    assert await _refunds(bench) == [("succeeded", "seller")]
    assert bench.what()["refunded"] == 1
    await bench.sound()


async def test_a_refund_that_succeeds_later_is_polled_and_told_once(bench: Bench) -> None:
    bench.yookassa.refund_outcome = "pending"
    order = await bench.paid(await bench.work())
    await bench.shop.fulfilment.refund(order.id, bench.seller)
    await bench.outbox()
    assert (await bench.shop.orders.get(order.id)).paid_minor == 100_000
    await bench.sound()
    bench.yookassa.settle_refund(bench.yookassa.refunds()[0]["id"])
    await bench.later(timedelta(minutes=6))
    assert (await bench.shop.orders.get(order.id)).paid_minor == 0
    assert bench.what()["refunded"] == 1
    await bench.sound()


async def test_a_refund_that_is_cancelled_alarms_the_seller_who_may_try_again(bench: Bench) -> None:
    bench.yookassa.refund_outcome = "pending"
    order = await bench.paid(await bench.work())
    for nth in range(3):
        assert await bench.shop.fulfilment.refund(order.id, bench.seller) == 100_000
        await bench.outbox()
        bench.yookassa.settle_refund(bench.yookassa.refunds()[-1]["id"], succeeded=False)
        await bench.later(timedelta(minutes=6))
        assert bench.what("tell.sellers")["refund_trouble"] == nth + 1
        assert (await bench.shop.orders.get(order.id)).paid_minor == 100_000
    bench.yookassa.refund_outcome = "succeeded"
    await bench.shop.fulfilment.refund(order.id, bench.seller)
    await bench.outbox()
    assert (await bench.shop.orders.get(order.id)).paid_minor == 0
    assert bench.what()["refunded"] == 1
    await bench.sound()


async def test_a_look_at_a_refund_that_is_refused_ends_nothing(bench: Bench) -> None:
    bench.yookassa.refund_outcome = "pending"
    order = await bench.paid(await bench.work())
    await bench.shop.fulfilment.refund(order.id, bench.seller)
    await bench.outbox()
    bench.gateway.refusing = True
    await bench.later(timedelta(minutes=6))
    assert await _refunds(bench) == [("pending", "seller")]
    bench.gateway.refusing = False
    bench.yookassa.settle_refund(bench.yookassa.refunds()[0]["id"])
    await bench.later(timedelta(minutes=6))
    assert await _refunds(bench) == [("succeeded", "seller")]


async def test_a_refund_in_the_cabinet_is_noticed_without_any_notification(bench: Bench) -> None:
    order = await bench.paid(await bench.work())
    bench.yookassa.cabinet_refund(bench.payment(order.id))
    await bench.later(timedelta(days=2), step=timedelta(hours=6))
    assert (await bench.shop.orders.get(order.id)).paid_minor == 0
    with pytest.raises(NothingToRefund):
        await bench.shop.fulfilment.refund(order.id, bench.seller)
    assert bench.what()["refunded"] == bench.what("tell.sellers")["refunded"] == 1
    await bench.sound()


async def test_a_part_given_back_in_the_cabinet_is_booked_and_not_asked_for_at_the_hand_over(bench: Bench) -> None:
    order = await bench.paid(await bench.work())
    bench.yookassa.cabinet_refund(bench.payment(order.id), "300.00")
    await bench.shop.payments.note(bench.payment(order.id), "refund.succeeded")
    await bench.outbox()
    seen = await bench.shop.orders.get(order.id)
    assert (seen.paid_minor, seen.due_minor) == (70_000, 0)
    await bench.shop.fulfilment.hand_over(order.id, bench.seller)
    await bench.sound()
    assert await bench.shop.fulfilment.refund(order.id, bench.seller) == 70_000
    await bench.outbox()
    await bench.sound()


async def test_a_part_from_the_cabinet_crossing_our_full_refund_leaves_the_rest_to_be_given_back(
    bench: Bench,
) -> None:
    order = await bench.paid(await bench.work())
    bench.gateway.down = True
    await bench.shop.fulfilment.refund(order.id, bench.seller)
    await bench.outbox()
    bench.gateway.down = False
    bench.yookassa.cabinet_refund(bench.payment(order.id), "300.00")
    await bench.shop.payments.note(bench.payment(order.id), "refund.succeeded")
    await bench.later(timedelta(minutes=10))
    assert bench.what("tell.sellers")["refund_trouble"] == 1
    assert (await bench.shop.orders.get(order.id)).paid_minor == 70_000
    assert await bench.shop.fulfilment.refund(order.id, bench.seller) == 70_000
    await bench.outbox()
    assert (await bench.shop.orders.get(order.id)).paid_minor == 0
    await bench.sound()


async def test_a_refund_after_the_hand_over_gives_the_money_back_and_leaves_the_stock(bench: Bench) -> None:
    variant = await bench.work()
    order = await bench.paid(variant)
    await bench.shop.fulfilment.hand_over(order.id, bench.seller)
    await bench.shop.fulfilment.refund(order.id, bench.seller)
    await bench.outbox()
    seen = await bench.shop.orders.get(order.id)
    assert (seen.state, seen.paid_minor) == (OrderState.HANDED_OVER, 0)
    assert await bench.rows(*FREE, variant=variant) == [(0, 0, 0)]
    await bench.sound()


@pytest.mark.parametrize("kind", ["401", "403"])
async def test_a_wrong_key_alarms_the_seller_and_lets_the_buyer_choose_another_way(bench: Bench, kind: str) -> None:
    bench.yookassa.fail(kind, times=1, method="POST")
    buyer = await someone(bench.shop)
    order = await bench.awaiting(await bench.work(), buyer)
    assert await _attempts(bench) == ["canceled"]
    assert bench.what("tell.sellers") == {"payment_trouble": 1}
    assert bench.what() == {"payment_trouble": 1}
    assert not any("test_direct" in str(payload) for _, _, payload in bench.told)
    view = await bench.shop.checkout.again(order.id, buyer)
    assert view.step is Step.TROUBLE
    done = await bench.shop.checkout.confirm(order.id, buyer, PayWay.AT_PICKUP, None)
    assert (done.step, done.order.state) == (Step.DONE, OrderState.ACCEPTED)
    await bench.sound()


async def test_after_a_refusal_paying_online_again_is_a_new_attempt(bench: Bench) -> None:
    bench.yookassa.fail("400", times=1, method="POST")
    buyer = await someone(bench.shop)
    order = await bench.awaiting(await bench.work(), buyer)
    await bench.shop.checkout.confirm(order.id, buyer, PayWay.ONLINE, None)
    await bench.outbox()
    bench.yookassa.pay(bench.payment(order.id))
    await bench.later(timedelta(minutes=1))
    assert await _attempts(bench) == ["canceled", "succeeded"]
    assert await _state(bench, order.id) is OrderState.ACCEPTED
    await bench.sound()


async def test_a_refusal_after_a_lost_answer_does_not_forget_the_payment_that_was_made(bench: Bench) -> None:
    bench.yookassa.fail("500", times=1, when="after", method="POST")
    bench.yookassa.fail("400", times=1, method="POST")
    order = await bench.awaiting(await bench.work())
    bench.yookassa.pay(bench.payment(order.id))
    await bench.later(timedelta(minutes=2), step=timedelta(seconds=10))
    assert await _attempts(bench) == ["succeeded"]
    assert await _state(bench, order.id) is OrderState.ACCEPTED
    await bench.sound()


async def test_a_refusal_after_a_lost_answer_of_something_never_made_is_one(bench: Bench) -> None:
    bench.yookassa.fail("500", times=1, when="before", method="POST")
    bench.yookassa.fail("400", times=1, method="POST")
    await bench.awaiting(await bench.work())
    await bench.later(timedelta(minutes=2), step=timedelta(seconds=10))
    assert await _attempts(bench) == ["canceled"]
    assert bench.what()["payment_trouble"] == 1


async def test_a_refund_refused_after_a_lost_answer_is_looked_for_before_it_is_given_up(bench: Bench) -> None:
    order = await bench.paid(await bench.work())
    bench.yookassa.fail("500", times=1, when="after", method="POST", path="/refunds")
    bench.yookassa.fail("400", times=1, method="POST", path="/refunds")
    await bench.shop.fulfilment.refund(order.id, bench.seller)
    await bench.later(timedelta(minutes=2), step=timedelta(seconds=10))
    assert await _refunds(bench) == [("succeeded", "seller")]
    assert bench.what("tell.sellers")["refund_trouble"] == 0
    await bench.sound()


async def test_coming_back_from_the_page_proves_nothing_until_the_provider_says_so(bench: Bench) -> None:
    buyer = await someone(bench.shop)
    order = await bench.awaiting(await bench.work(), buyer)
    assert (await bench.shop.orders.by_token(order.token, buyer)).state is OrderState.AWAITING_PAYMENT
    await bench.shop.payments.hasten(order.id, buyer)
    await bench.outbox()
    assert await _state(bench, order.id) is OrderState.AWAITING_PAYMENT
    bench.yookassa.pay(bench.payment(order.id))
    await bench.shop.payments.hasten(order.id, buyer)
    await bench.outbox()
    assert await _state(bench, order.id) is OrderState.ACCEPTED


async def test_a_payment_made_before_our_own_call_returned_is_found_when_it_does(bench: Bench) -> None:
    bench.yookassa.fail("reset", times=1, when="after", method="POST")
    order = await bench.awaiting(await bench.work())
    bench.yookassa.pay(bench.payment(order.id))
    assert not await bench.shop.payments.note(bench.payment(order.id), "payment.succeeded")
    await bench.later(timedelta(minutes=1), step=timedelta(seconds=10))
    assert await _attempts(bench) == [AttemptState.SUCCEEDED]
    assert bench.what()["paid"] == 1
    await bench.sound()
