"""Is this receipt lawful? The rules of 54-FZ as YooKassa checks them (API v3, "Receipt", as of November 2026)."""

import re
from collections.abc import Mapping
from decimal import Decimal, InvalidOperation
from enum import StrEnum
from typing import Any

from bot.partners.pretend.yookassa.words import checked_amount, invalid, known, one_of

EMAIL_MAX = 254
LINE_TEXT_MAX = 128
QUANTITY_MAX = Decimal("99999.999")
VAT_CODES = range(1, 13)
TAX_SYSTEMS = range(1, 7)
LINES_MAX = {"off": 100, "yookassa": 80, "third_party": 100}

MEASURES = one_of(
    "piece gram kilogram ton centimeter decimeter meter square_centimeter square_decimeter square_meter milliliter "
    "liter cubic_meter kilowatt_hour gigacalorie day hour minute second kilobyte megabyte gigabyte terabyte "
    "another"
)
SUBJECTS = one_of(
    "commodity excise job service gambling_bet gambling_prize lottery lottery_prize intellectual_activity payment "
    "agent_commission property_right non_operating_gain insurance_premium sales_tax resort_fee composite another "
    "casino fine tax lien cost agent_withdrawals marked non_marked marked_excise non_marked_excise"
)
MODES = one_of("full_prepayment partial_prepayment advance full_payment partial_payment credit credit_payment")
_CUSTOMER = frozenset({"email", "phone", "full_name", "inn"})
_LINE = one_of(
    "description quantity amount vat_code measure payment_subject payment_mode country_of_origin_code "
    "customs_declaration_number excise product_code mark_code_info mark_mode mark_quantity supplier agent_type "
    "payment_subject_industry_details"
)
_EMAIL = re.compile(r"[^@\s]+@[^@\s.]+(\.[^@\s.]+)+")
_PHONE = re.compile(r"\d{4,15}", re.ASCII)
_QUANTITY = re.compile(r"\d{1,5}(\.\d{1,3})?", re.ASCII)


class ReceiptMode(StrEnum):
    """How the pretend shop makes receipts."""

    OFF = "off"
    YOOKASSA = "yookassa"
    THIRD_PARTY = "third_party"


def check_receipt(receipt: object, total_minor: int, currency: str, mode: ReceiptMode) -> None:
    """Raises Refusal unless the receipt is well-formed and its lines sum exactly to `total_minor`."""
    if not isinstance(receipt, dict):
        raise invalid("receipt", "Receipt is missing or illegal")
    unknown = set(receipt) - {
        "customer", "items", "tax_system_code", "internet", "timezone", "email", "phone",
        "receipt_industry_details", "receipt_operational_details",
    }  # fmt: skip
    if unknown:
        raise invalid(f"receipt.{min(unknown)}", "Unknown field")
    check_customer(receipt.get("customer"), mode)
    check_tax_system(receipt.get("tax_system_code"))
    if check_lines(receipt.get("items"), currency, mode) != total_minor:
        raise invalid("receipt", "Receipt is missing or illegal: the lines do not sum to the amount")


def check_customer(customer: object, mode: ReceiptMode) -> None:
    if not isinstance(customer, dict) or set(customer) - _CUSTOMER:
        raise invalid("receipt.customer", "A customer has an email or a phone")
    email, phone = customer.get("email"), customer.get("phone")
    if email is not None and not (isinstance(email, str) and len(email) <= EMAIL_MAX and _EMAIL.fullmatch(email)):
        raise invalid("receipt.customer.email", "Incorrect email")
    if phone is not None and not (isinstance(phone, str) and _PHONE.fullmatch(phone)):
        raise invalid("receipt.customer.phone", "Incorrect phone: digits only")
    if mode is ReceiptMode.YOOKASSA and email is None:
        raise invalid("receipt.customer.email", "Email is required for receipts from YooKassa")
    if email is None and phone is None:
        raise invalid("receipt.customer", "Either email or phone is required")


def check_tax_system(code: object) -> None:
    if code is not None and (not _whole(code) or code not in TAX_SYSTEMS):
        raise invalid("receipt.tax_system_code", "From 1 to 6")


def check_lines(lines: object, currency: str, mode: ReceiptMode) -> int:
    """The sum of the lines in minor units. Raises Refusal."""
    if not isinstance(lines, list) or not 1 <= len(lines) <= LINES_MAX[mode]:
        raise invalid("receipt.items", f"From 1 to {LINES_MAX[mode]} lines")
    total = Decimal(0)
    for number, line in enumerate(lines):
        where = f"receipt.items[{number}]"
        if not isinstance(line, dict) or set(line) - _LINE:
            raise invalid(where, "Unknown field in a line")
        total += _checked_line(line, where, currency, mode)
    if total != total.to_integral_value():
        raise invalid("receipt", "Receipt is missing or illegal: a fraction of a kopeck")
    return int(total)


def _checked_line(line: Mapping[str, Any], where: str, currency: str, mode: ReceiptMode) -> Decimal:
    text = line.get("description")
    if not isinstance(text, str) or not 1 <= len(text) <= LINE_TEXT_MAX:
        raise invalid(f"{where}.description", f"From 1 to {LINE_TEXT_MAX} characters")
    if not _whole(line.get("vat_code")) or line["vat_code"] not in VAT_CODES:
        raise invalid(f"{where}.vat_code", "From 1 to 12")
    for name, names in (("measure", MEASURES), ("payment_subject", SUBJECTS), ("payment_mode", MODES)):
        value = line.get(name)
        if value is None and not (name == "measure" and mode is ReceiptMode.YOOKASSA):
            continue
        if not known(value, names):
            raise invalid(f"{where}.{name}", "Unknown or missing value")
    return checked_amount(line.get("amount"), f"{where}.amount", currency) * _quantity(line.get("quantity"), where)


def _quantity(value: object, where: str) -> Decimal:
    text = str(value) if isinstance(value, int | float | str) and not isinstance(value, bool) else ""
    try:
        quantity = Decimal(text) if _QUANTITY.fullmatch(text) else Decimal(0)
    except InvalidOperation:
        quantity = Decimal(0)
    if not 0 < quantity <= QUANTITY_MAX:
        raise invalid(f"{where}.quantity", "More than 0, at most 99999.999, three decimals")
    return quantity


def _whole(value: object) -> bool:
    return isinstance(value, int) and not isinstance(value, bool)
