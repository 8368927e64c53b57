"""Does the pretend YooKassa refuse what the real one would refuse?"""

from datetime import timedelta
from typing import Any

import pytest

from bot.basics.clock import MovableClock
from bot.partners.pretend.yookassa.receipts import ReceiptMode
from bot.partners.pretend.yookassa.server import PretendYooKassa


def body(**changed: object) -> dict[str, Any]:
    whole: dict[str, Any] = {
        "amount": {"value": "1000.00", "currency": "RUB"},
        "capture": True,
        "confirmation": {"type": "redirect", "return_url": "https://t.me/bot?start=o_1"},
        **changed,
    }
    return {name: value for name, value in whole.items() if value is not ...}


def receipt(*lines: tuple[str, object], **more: object) -> dict[str, Any]:
    items = [
        {
            "description": "Картина",
            "quantity": quantity,
            "amount": {"value": value, "currency": "RUB"},
            "vat_code": 1,
            "measure": "piece",
            "payment_subject": "commodity",
            "payment_mode": "full_prepayment",
        }
        for value, quantity in lines
    ]
    return {"customer": {"email": "buyer@example.com"}, "items": items, **more}


def test_the_keys_of_a_shop_are_checked(shop: Any) -> None:
    for authorization in ("", "Basic", "Basic !!!", "Bearer x", "Basic dGVzdDp0ZXN0", "Basic " + "MTAwNTAwOg=="):
        status, answer = shop.ask("GET", "/me", headers={"Authorization": authorization})
        assert (status, answer["code"]) == (401, "invalid_credentials")
    assert shop.get("/me")[1]["test"] is True


def test_a_test_shop_makes_test_payments_and_sees_only_its_own(shop: Any, other_shop: Any) -> None:
    mine, theirs = shop.payment(), other_shop.payment()
    assert shop.get(f"/payments/{mine}")[1]["test"] is True
    assert other_shop.get(f"/payments/{theirs}")[1]["test"] is False
    assert shop.get(f"/payments/{theirs}")[0] == 404
    assert [row["id"] for row in shop.get("/payments")[1]["items"]] == [mine]
    assert shop.refund(theirs, "1.00")[0] == 404


@pytest.mark.parametrize("key", [None, "", "x" * 65, "a key", "k:1", "ключ"])
def test_a_post_needs_a_lawful_idempotence_key(shop: Any, key: str | None) -> None:
    status, answer = shop.ask("POST", "/payments", body(), key=key)
    assert (status, answer["parameter"]) == (400, "Idempotence-Key")


def test_the_same_key_and_body_gives_the_first_answer_even_when_things_moved_on(
    shop: Any, server: PretendYooKassa
) -> None:
    first = shop.post("/payments", body(), key="k")
    server.pay(first[1]["id"])
    reordered = dict(reversed(body().items()))
    assert shop.post("/payments", reordered, key="k") == first
    assert len(server.payments()) == 1
    server.replay_current = True
    assert shop.post("/payments", body(), key="k")[1]["status"] == "succeeded"


def test_the_same_key_and_another_body_is_refused(shop: Any) -> None:
    shop.post("/payments", body(), key="k")
    status, answer = shop.post("/payments", body(description="other"), key="k")
    assert (status, answer["code"], answer["parameter"]) == (400, "invalid_request", "Idempotence-Key")
    assert answer["description"] == "Idempotence key duplicated"


def test_a_key_is_forgotten_after_a_day(shop: Any, server: PretendYooKassa, clock: MovableClock) -> None:
    shop.post("/payments", body(), key="k")
    clock.move(timedelta(hours=24) - timedelta(seconds=1))
    shop.post("/payments", body(), key="k")
    assert len(server.payments()) == 1
    clock.move(timedelta(seconds=1))
    shop.post("/payments", body(), key="k")
    assert len(server.payments()) == 2


def test_two_shops_may_use_the_same_key(shop: Any, other_shop: Any, server: PretendYooKassa) -> None:
    assert shop.post("/payments", body(), key="k")[1]["id"] != other_shop.post("/payments", body(), key="k")[1]["id"]


@pytest.mark.parametrize(
    ("changed", "parameter"),
    [
        ({"amount": ...}, "amount"),
        ({"amount": {"value": 1000, "currency": "RUB"}}, "amount.value"),
        ({"amount": {"value": "1000", "currency": "RUB"}}, "amount.value"),
        ({"amount": {"value": "1000.0", "currency": "RUB"}}, "amount.value"),
        ({"amount": {"value": "1000,00", "currency": "RUB"}}, "amount.value"),
        ({"amount": {"value": "01.00", "currency": "RUB"}}, "amount.value"),
        ({"amount": {"value": "٣.٠٠", "currency": "RUB"}}, "amount.value"),
        ({"amount": {"value": "0.99", "currency": "RUB"}}, "amount.value"),
        ({"amount": {"value": "1000.00", "currency": "EUR"}}, "amount.currency"),
        ({"capture": "true"}, "capture"),
        ({"confirmation": ...}, "confirmation.type"),
        ({"confirmation": {"type": "redirect"}}, "confirmation.return_url"),
        ({"confirmation": {"type": "redirect", "return_url": "t.me/bot"}}, "confirmation.return_url"),
        ({"confirmation": {"type": "redirect", "return_url": "https://t.me/" + "x" * 2040}}, "confirmation.return_url"),
        ({"confirmation": {"type": "embedded", "locale": "pl_PL"}}, "confirmation.locale"),
        ({"description": "x" * 129}, "description"),
        ({"metadata": {f"k{number}": "v" for number in range(17)}}, "metadata"),
        ({"metadata": {"k" * 33: "v"}}, "metadata"),
        ({"metadata": {"order": 41}}, "metadata.order"),
        ({"metadata": {"order": "x" * 513}}, "metadata.order"),
        ({"payment_method_data": {"type": "sbp"}}, "payment_method_data.type"),
        ({"payment_method_data": {"type": "gold"}}, "payment_method_data.type"),
        (
            {"payment_method_data": {"type": "bank_card"}, "amount": {"value": "350000.01", "currency": "RUB"}},
            "amount.value",
        ),
        ({"transfers": [{}]}, "transfers"),
        ({"price": "1.00"}, "price"),
        ({"amount": []}, "amount"),
        ({"confirmation": {"type": []}}, "confirmation.type"),
        ({"confirmation": []}, "confirmation.type"),
        ({"payment_method_data": {"type": {}}}, "payment_method_data.type"),
        ({"description": ["x"]}, "description"),
        ({"metadata": "x"}, "metadata"),
        ({"receipt": "x"}, "receipt"),
    ],
)
def test_a_field_that_breaks_the_rules_is_named(
    shop: Any, server: PretendYooKassa, changed: dict[str, object], parameter: str
) -> None:
    status, answer = shop.post("/payments", body(**changed))
    assert (status, answer["code"], answer.get("parameter")) == (400, "invalid_request", parameter)
    assert server.payments() == []


def test_limits_are_met_exactly(shop: Any) -> None:
    metadata = {f"{number:032d}": "v" * 512 for number in range(16)}
    assert shop.post("/payments", body(amount={"value": "1.00", "currency": "RUB"}))[0] == 200
    assert shop.post("/payments", body(description="ж" * 128))[0] == 200
    assert shop.post("/payments", body(metadata=metadata))[0] == 200
    assert shop.post("/payments", body(transfers=[], statements=[]))[0] == 200


def test_fast_payments_of_a_live_shop_cannot_be_held(other_shop: Any) -> None:
    sbp = {"type": "sbp"}
    assert other_shop.post("/payments", body(payment_method_data=sbp))[0] == 200
    assert other_shop.post("/payments", body(payment_method_data=sbp, capture=False))[1]["parameter"] == "capture"


def test_other_paths_methods_and_bodies_are_refused(shop: Any) -> None:
    assert shop.ask("GET", "/nothing")[0] == 404
    assert shop.ask("PUT", "/payments", body(), key="k")[0] == 405
    assert shop.ask("POST", "/payments/1/pay", body(), key="k")[0] == 405
    assert shop.ask("POST", "/payments", body(), key="k", headers={"Content-Type": "text/plain"})[0] == 415
    for junk in (b"", b"[]", b"{", b"\xff", b'{"a":' + b"[" * 2000, b'{"description": "\\ud800"}'):
        assert shop.ask("POST", "/payments", junk, key="k")[0] == 400
    assert shop.server.handle("GET", "/payments", {}, {}, b"").status in {401, 404}


def test_what_has_been_refused_may_be_sent_again_under_its_key(shop: Any) -> None:
    assert shop.post("/payments", body(description="x" * 129), key="k")[0] == 400
    assert shop.post("/payments", body(), key="k")[0] == 200


@pytest.mark.parametrize("mode", [ReceiptMode.YOOKASSA, ReceiptMode.THIRD_PARTY])
def test_a_shop_with_receipts_takes_no_payment_without_one(
    shop: Any, server: PretendYooKassa, mode: ReceiptMode
) -> None:
    server.receipts = mode
    assert shop.post("/payments", body())[1]["parameter"] == "receipt"
    assert shop.post("/payments", body(receipt=receipt(("1000.00", 1))))[0] == 200


def test_the_lines_of_a_receipt_sum_to_the_kopeck(shop: Any) -> None:
    thirds = receipt(("33.33", "2.00"), ("33.34", 1))
    assert shop.post("/payments", body(amount={"value": "100.00", "currency": "RUB"}, receipt=thirds))[0] == 200
    short = receipt(("33.33", 3))
    status, answer = shop.post("/payments", body(amount={"value": "100.00", "currency": "RUB"}, receipt=short))
    assert (status, answer["parameter"]) == (400, "receipt")


@pytest.mark.parametrize(
    ("line", "parameter"),
    [
        ({"description": "x" * 129}, "receipt.items[0].description"),
        ({"description": ""}, "receipt.items[0].description"),
        ({"vat_code": 13}, "receipt.items[0].vat_code"),
        ({"vat_code": "1"}, "receipt.items[0].vat_code"),
        ({"vat_code": True}, "receipt.items[0].vat_code"),
        ({"quantity": 0}, "receipt.items[0].quantity"),
        ({"quantity": "1.0001"}, "receipt.items[0].quantity"),
        ({"quantity": "-1"}, "receipt.items[0].quantity"),
        ({"measure": "pieces"}, "receipt.items[0].measure"),
        ({"measure": None}, "receipt.items[0].measure"),
        ({"payment_mode": "later"}, "receipt.items[0].payment_mode"),
        ({"payment_subject": []}, "receipt.items[0].payment_subject"),
        ({"amount": {"value": "1000", "currency": "RUB"}}, "receipt.items[0].amount.value"),
        ({"colour": "red"}, "receipt.items[0]"),
    ],
)
def test_a_line_that_breaks_the_rules_is_named(
    shop: Any, server: PretendYooKassa, line: dict[str, object], parameter: str
) -> None:
    server.receipts = ReceiptMode.YOOKASSA
    broken = receipt(("1000.00", 1))
    broken["items"][0] |= line
    assert shop.post("/payments", body(receipt=broken))[1].get("parameter") == parameter


def test_own_receipts_need_an_email_and_a_cash_register_is_content_with_a_phone(
    shop: Any, server: PretendYooKassa
) -> None:
    by_phone = receipt(("1000.00", 1), customer={"phone": "79000000000"})
    server.receipts = ReceiptMode.YOOKASSA
    assert shop.post("/payments", body(receipt=by_phone))[1]["parameter"] == "receipt.customer.email"
    server.receipts = ReceiptMode.THIRD_PARTY
    assert shop.post("/payments", body(receipt=by_phone))[0] == 200
    for customer in ({}, {"phone": "+79000000000"}, {"email": "nobody"}, {"email": "a@b.c " + "x" * 250}):
        assert shop.post("/payments", body(receipt=receipt(("1000.00", 1), customer=customer)))[0] == 400


def test_own_receipts_have_eighty_lines_at_most(shop: Any, server: PretendYooKassa) -> None:
    amount = {"value": "1000.00", "currency": "RUB"}
    lines = [("12.50", 1)] * 80
    server.receipts = ReceiptMode.YOOKASSA
    assert shop.post("/payments", body(amount=amount, receipt=receipt(*lines)))[0] == 200
    assert shop.post("/payments", body(amount=amount, receipt=receipt(*lines, ("0.00", 1))))[0] == 400
    server.receipts = ReceiptMode.THIRD_PARTY
    assert shop.post("/payments", body(amount=amount, receipt=receipt(*lines, ("0.00", 1))))[0] == 200


def test_a_partial_refund_brings_the_receipt_of_what_came_back(shop: Any, server: PretendYooKassa) -> None:
    server.receipts = ReceiptMode.YOOKASSA
    payment_id = shop.paid(receipt=receipt(("600.00", 1), ("400.00", 1)))
    assert shop.refund(payment_id, "400.00")[0] == 400
    assert shop.refund(payment_id, "400.00", receipt=receipt(("399.00", 1)))[0] == 400
    assert shop.refund(payment_id, "400.00", receipt=receipt(("400.00", 1)))[0] == 200


def test_a_full_refund_needs_no_receipt(shop: Any, server: PretendYooKassa) -> None:
    server.receipts = ReceiptMode.YOOKASSA
    assert shop.refund(shop.paid(receipt=receipt(("1000.00", 1))), "1000.00")[0] == 200


def test_receipts_are_registered_and_one_of_its_own_follows_the_hand_over(shop: Any, server: PretendYooKassa) -> None:
    payment_id = shop.paid(receipt=receipt(("1000.00", 1)))
    assert shop.get(f"/payments/{payment_id}")[1]["receipt_registration"] == "succeeded"
    second = {
        "type": "payment",
        "payment_id": payment_id,
        "send": True,
        **receipt(("1000.00", 1)),
        "settlements": [{"type": "prepayment", "amount": {"value": "1000.00", "currency": "RUB"}}],
    }
    status, made = shop.post("/receipts", second)
    assert (status, made["status"]) == (200, "succeeded")
    assert shop.get(f"/receipts/{made['id']}")[1] == made
    assert len(shop.get("/receipts", payment_id=payment_id)[1]["items"]) == 2
    assert shop.post("/receipts", second | {"send": False})[1]["parameter"] == "send"
    short = [{"type": "prepayment", "amount": {"value": "999.00", "currency": "RUB"}}]
    assert shop.post("/receipts", second | {"settlements": short})[1]["parameter"] == "settlements"
