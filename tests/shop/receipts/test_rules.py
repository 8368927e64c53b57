"""Do a receipt's lines say what was sold, and sum to the payment to the kopeck?"""

import random

import pytest

from bot.partners.pretend.yookassa.receipts import ReceiptMode, check_receipt
from bot.shop.receipts import rules
from bot.shop.receipts.errors import BadEmail
from bot.shop.receipts.values import Register, Sold, Terms

YOOKASSA = Terms(Register.YOOKASSA, vat_code=1, tax_system=None)
OTHER = Terms(Register.THIRD_PARTY, vat_code=11, tax_system=2)
ANNA = {"email": "anna@example.com"}


def _lines(receipt: dict[str, object]) -> list[tuple[str, str, str]]:
    items = receipt["items"]
    assert isinstance(items, list)
    return [(item["description"], item["quantity"], item["amount"]["value"]) for item in items]


def test_a_discount_that_does_not_divide_splits_a_line() -> None:
    made = rules.receipt(YOOKASSA, ANNA, [Sold("Открытка", 4_000, 3)], 10_000, "RUB")
    assert _lines(made) == [("Открытка", "2", "33.33"), ("Открытка", "1", "33.34")]
    check_receipt(made, 10_000, "RUB", ReceiptMode.YOOKASSA)


def test_delivery_is_a_service_and_a_gift_of_nothing_is_no_line() -> None:
    sold = [Sold("Чашка", 240_000, 1), Sold("Открытка", 0, 2), Sold("Доставка", 35_000, 1, service=True)]
    made = rules.receipt(OTHER, ANNA, sold, 275_000, "RUB")
    assert _lines(made) == [("Чашка", "1", "2400.00"), ("Доставка", "1", "350.00")]
    assert [item["payment_subject"] for item in made["items"]] == ["commodity", "service"]
    assert made["tax_system_code"] == 2
    check_receipt(made, 275_000, "RUB", ReceiptMode.THIRD_PARTY)


def test_any_cart_with_any_discount_sums_to_the_kopeck_and_pleases_the_register() -> None:
    chance = random.Random(54)
    for _ in range(3_000):
        count = chance.choice([1, 2, 3, 7, 45, 120])
        sold = [Sold(f"Работа {n}", chance.randint(1, 5_000_000), chance.randint(1, 9)) for n in range(count)]
        worth = sum(each.price_minor * each.quantity for each in sold)
        total = worth if chance.random() < 0.3 else chance.randint(max(1, worth // 10), worth)
        for terms, mode in ((YOOKASSA, ReceiptMode.YOOKASSA), (OTHER, ReceiptMode.THIRD_PARTY)):
            made = rules.receipt(terms, ANNA, sold, total, "RUB")
            check_receipt(made, total, "RUB", mode)
            assert rules.worth(made) == total
            back = chance.randint(1, total)
            check_receipt(rules.part(made, back), back, "RUB", mode)


def test_what_no_register_prints_is_left_out_of_a_title() -> None:
    sold = [Sold("🌊 Закат\nнад " + "Невой " * 60, 100, 1), Sold("🎨🎨", 100, 1)]
    first, second = rules.receipt(YOOKASSA, ANNA, sold, 200, "RUB")["items"]
    assert first["description"].startswith("Закат над Невой")
    assert len(first["description"]) <= 128
    assert second["description"] == "—"


def test_where_it_goes_follows_who_makes_it() -> None:
    assert rules.contact(YOOKASSA, None, "+79215551234") is None
    assert rules.contact(OTHER, None, "+7 921 555-12-34") == {"phone": "79215551234"}
    assert rules.contact(OTHER, "anna@example.com", "+79215551234") == ANNA
    assert rules.contact(OTHER, None, None) is None


@pytest.mark.parametrize("good", ["anna@example.com", " a.b+c@почта.рф ", "x@y.z.museum", "o'neil@sub-domain.co.uk"])
def test_addresses_that_get_mail(good: str) -> None:
    assert rules.read_email(good) == good.strip()


@pytest.mark.parametrize(
    "bad",
    [
        *("", "anna", "anna@", "@example.com", "a@b", "a b@example.com", "a@example..com", "a@-x.com", "<a@x.com>"),
        *("a@x.com, b@y.com", "a" * 250 + "@x.com", "a@x.com\nBcc: b@y.com"),
    ],
)
def test_what_is_no_address_is_refused(bad: str) -> None:
    with pytest.raises(BadEmail):
        rules.read_email(bad)
