"""Do payments and refunds of the pretend YooKassa live as the documentation says?"""

import json
from datetime import timedelta
from typing import Any

import pytest

from bot.basics.clock import MovableClock
from bot.partners.pretend.yookassa.life import NotPayable
from bot.partners.pretend.yookassa.server import PretendYooKassa


def test_a_one_stage_payment_succeeds_when_the_buyer_pays(shop: Any, server: PretendYooKassa) -> None:
    payment_id = shop.payment()
    assert shop.get(f"/payments/{payment_id}")[1]["confirmation"]["confirmation_url"].endswith(payment_id)
    server.pay(payment_id)
    paid = shop.get(f"/payments/{payment_id}")[1]
    assert (paid["status"], paid["paid"], paid["refundable"]) == ("succeeded", True, True)
    assert paid["income_amount"]["value"] == "965.00"
    assert "confirmation" not in paid
    with pytest.raises(NotPayable):
        server.pay(payment_id)


def test_a_link_lives_one_hour(shop: Any, server: PretendYooKassa, clock: MovableClock) -> None:
    in_time, late = shop.payment(), shop.payment()
    clock.move(timedelta(seconds=3599))
    server.pay(in_time)
    clock.move(timedelta(seconds=1))
    with pytest.raises(NotPayable):
        server.pay(late)
    ended = shop.get(f"/payments/{late}")[1]
    assert ended["status"] == "canceled"
    assert ended["cancellation_details"] == {"party": "yoo_money", "reason": "expired_on_confirmation"}
    assert shop.get(f"/payments/{in_time}")[1]["status"] == "succeeded"


def test_a_refused_card_may_be_tried_again_until_it_is_final(shop: Any, server: PretendYooKassa) -> None:
    payment_id = shop.payment()
    server.decline(payment_id, "insufficient_funds")
    assert shop.get(f"/payments/{payment_id}")[1]["status"] == "pending"
    server.decline(payment_id, "fraud_suspected", final=True)
    ended = shop.get(f"/payments/{payment_id}")[1]
    assert ended["cancellation_details"] == {"party": "payment_network", "reason": "fraud_suspected"}
    with pytest.raises(NotPayable):
        server.pay(payment_id)


def test_leaving_the_page_changes_nothing(shop: Any, server: PretendYooKassa) -> None:
    payment_id = shop.payment()
    before = shop.get(f"/payments/{payment_id}")
    assert server.close(payment_id) == "https://t.me/bot?start=o_1"
    assert shop.get(f"/payments/{payment_id}") == before


def test_capture_is_false_unless_asked_for(shop: Any, server: PretendYooKassa) -> None:
    held = shop.paid(capture=False)
    shown = shop.get(f"/payments/{held}")[1]
    assert (shown["status"], shown["paid"]) == ("waiting_for_capture", True)
    status, taken = shop.post(f"/payments/{held}/capture")
    assert (status, taken["status"], taken["amount"]["value"]) == (200, "succeeded", "1000.00")
    assert shop.post(f"/payments/{held}/capture")[0] == 400


def test_a_part_of_a_hold_can_be_captured(shop: Any) -> None:
    held = shop.paid(capture=False)
    for value in ("1000.01", "0.00"):
        body = {"amount": {"value": value, "currency": "RUB"}}
        assert shop.post(f"/payments/{held}/capture", body)[0] == 400
    status, taken = shop.post(f"/payments/{held}/capture", {"amount": {"value": "600.00", "currency": "RUB"}})
    assert (status, taken["amount"]["value"], taken["income_amount"]["value"]) == (200, "600.00", "579.00")
    assert shop.refund(held, "600.01")[0] == 400


def test_only_a_hold_can_be_cancelled(shop: Any, server: PretendYooKassa) -> None:
    pending, held, paid = shop.payment(), shop.paid(capture=False), shop.paid()
    assert shop.post(f"/payments/{pending}/cancel")[0] == 400
    assert shop.post(f"/payments/{pending}/capture")[0] == 400
    assert shop.post(f"/payments/{paid}/cancel")[0] == 400
    status, ended = shop.post(f"/payments/{held}/cancel")
    assert (status, ended["status"]) == (200, "canceled")
    assert ended["cancellation_details"] == {"party": "merchant", "reason": "canceled_by_merchant"}


def test_a_hold_that_nobody_captures_ends_after_seven_days(shop: Any, clock: MovableClock) -> None:
    held = shop.paid(capture=False)
    clock.move(timedelta(days=7))
    ended = shop.get(f"/payments/{held}")[1]
    assert (ended["status"], ended["cancellation_details"]["reason"]) == ("canceled", "expired_on_capture")


def test_refunds_never_exceed_what_was_paid(shop: Any) -> None:
    payment_id = shop.paid("1000.00")
    assert shop.refund(payment_id, "300.00")[0] == 200
    assert shop.refund(payment_id, "700.01")[0] == 400
    assert shop.refund(payment_id, "700.00")[0] == 200
    assert shop.refund(payment_id, "0.01")[0] == 400
    shown = shop.get(f"/payments/{payment_id}")[1]
    assert (shown["refunded_amount"]["value"], shown["refundable"]) == ("1000.00", False)


def test_a_pending_refund_counts_until_it_is_canceled(shop: Any, server: PretendYooKassa) -> None:
    payment_id = shop.paid("1000.00")
    server.refund_outcome = "pending"
    _, refund = shop.refund(payment_id, "1000.00")
    assert refund["status"] == "pending"
    assert shop.refund(payment_id, "0.01")[0] == 400
    assert shop.get(f"/payments/{payment_id}")[1]["refunded_amount"]["value"] == "0.00"
    server.settle_refund(refund["id"], succeeded=False)
    assert shop.get(f"/refunds/{refund['id']}")[1]["cancellation_details"]["reason"] == "insufficient_funds"
    server.refund_outcome = "succeeded"
    assert shop.refund(payment_id, "1000.00")[1]["status"] == "succeeded"
    with pytest.raises(ValueError, match="canceled"):
        server.settle_refund(refund["id"])


@pytest.mark.parametrize("make", ["payment", "held"])
def test_what_has_not_succeeded_cannot_be_refunded(shop: Any, make: str) -> None:
    payment_id = shop.payment() if make == "payment" else shop.paid(capture=False)
    assert shop.refund(payment_id, "1.00")[1]["parameter"] == "payment_id"


def test_the_fields_of_a_refund_are_checked(shop: Any) -> None:
    payment_id = shop.paid()
    assert shop.refund(payment_id, "1.00", description="x" * 251)[1]["parameter"] == "description"
    assert shop.refund(payment_id, "1.00", description="x" * 250)[0] == 200
    assert shop.refund(payment_id, "0.00")[1]["parameter"] == "amount.value"
    assert shop.refund(payment_id, "1")[1]["parameter"] == "amount.value"
    assert shop.post("/refunds", {"amount": {"value": "1.00", "currency": "RUB"}})[0] == 404


def test_a_refund_in_the_cabinet_is_seen_by_the_shop(shop: Any, server: PretendYooKassa) -> None:
    payment_id = shop.paid()
    refund_id = server.cabinet_refund(payment_id, "250.00")
    assert [row["id"] for row in shop.get("/refunds", payment_id=payment_id)[1]["items"]] == [refund_id]
    server.cabinet_refund(payment_id)
    assert shop.get(f"/payments/{payment_id}")[1]["refunded_amount"]["value"] == "1000.00"


def test_lists_are_newest_first_and_walked_by_cursors(shop: Any, clock: MovableClock) -> None:
    made = []
    for _ in range(25):
        made.append(shop.payment())
        clock.move(timedelta(seconds=1))
    status, first = shop.get("/payments")
    assert (status, [row["id"] for row in first["items"]]) == (200, made[:14:-1])
    shop.payment()  # what comes meanwhile does not shift the pages
    _, second = shop.get("/payments", cursor=first["next_cursor"])
    _, third = shop.get("/payments", cursor=second["next_cursor"])
    assert [row["id"] for row in second["items"] + third["items"]] == made[14::-1]
    assert "next_cursor" not in third


def test_lists_are_filtered(shop: Any, server: PretendYooKassa, clock: MovableClock) -> None:
    first = shop.paid()
    clock.move(timedelta(minutes=1))
    second = shop.payment()
    paid = [row["id"] for row in shop.get("/payments", status="succeeded")[1]["items"]]
    cards = [row["id"] for row in shop.get("/payments", payment_method="bank_card")[1]["items"]]
    early = [row["id"] for row in shop.get("/payments", created_at__lt="2026-11-20T12:01:00.000Z")[1]["items"]]
    late = [row["id"] for row in shop.get("/payments", created_at__gte="2026-11-20T12:01:00.000Z")[1]["items"]]
    captured = [row["id"] for row in shop.get("/payments", captured_at__gte="2026-11-20T12:00:00Z")[1]["items"]]
    assert (paid, cards, early, late, captured) == ([first], [first], [first], [second], [first])


@pytest.mark.parametrize(
    "query",
    [
        {"limit": "0"},
        {"limit": "101"},
        {"limit": "ten"},
        {"cursor": "nowhere"},
        {"metadata": "a"},
        {"created_at__about": "2026-11-20"},
        {"created_at__gte": "yesterday"},
        {"created_at__gte": "0001-01-01T00:00:00+14:00"},
        {"limit": "1" * 5000},
    ],
)
def test_an_odd_question_to_a_list_is_refused(shop: Any, query: dict[str, str]) -> None:
    assert shop.get("/payments", **query)[0] == 400


def test_a_patch_shows_another_object_and_leaves_the_books_alone(shop: Any, server: PretendYooKassa) -> None:
    payment_id = shop.paid()
    server.patch(payment_id, amount="1.00", test=False)
    shown = shop.get(f"/payments/{payment_id}")[1]
    assert (shown["amount"], shown["test"]) == ({"value": "1.00", "currency": "RUB"}, False)
    assert shop.get("/payments")[1]["items"] == [shown]
    assert shop.refund(payment_id, "1000.00")[0] == 200


def test_everything_survives_a_restart(shop: Any, server: PretendYooKassa, clock: MovableClock) -> None:
    server.notifications.url = "http://shop.example/hook"
    pending, paid = shop.payment(), shop.paid()
    shop.refund(paid, "10.00")
    first = shop.post("/payments", {"amount": {"value": "5.00", "currency": "RUB"}}, key="kept")
    state = json.loads(json.dumps(server.dump()))
    assert "test_first" not in json.dumps(state)
    restarted = PretendYooKassa({"100500": "test_first"}, clock.now)
    restarted.load(state)
    shop.server = restarted
    assert restarted.payments() == server.payments()
    assert restarted.refunds() == server.refunds()
    assert len(restarted.notifications.owed) == 2
    assert shop.post("/payments", {"amount": {"value": "5.00", "currency": "RUB"}}, key="kept")[0] == first[0]
    restarted.pay(pending)
    assert shop.get(f"/payments/{pending}")[1]["status"] == "succeeded"


def test_the_journal_keeps_every_call_and_no_secret_key(shop: Any, server: PretendYooKassa) -> None:
    payment_id = shop.payment()
    shop.get(f"/payments/{payment_id}")
    assert [(seen.method, seen.path, seen.key, seen.status) for seen in server.journal] == [
        ("POST", "/v3/payments", "k-1", 200),
        ("GET", f"/v3/payments/{payment_id}", None, 200),
    ]
    assert "test_first" not in repr(server) + repr(server.journal)
