"""Is this request lawful? Every field of a new payment, a capture and a refund, as YooKassa would check it."""

import re
from typing import Any
from urllib.parse import urlsplit

from bot.partners.pretend.yookassa.receipts import ReceiptMode, check_receipt
from bot.partners.pretend.yookassa.words import JsonObject, checked_amount, invalid, known, minor_of, one_of

# Limits of YooKassa API v3, "Create a payment" and "Create a refund", as of November 2026.
DESCRIPTION_MAX = 128
REFUND_DESCRIPTION_MAX = 250
RETURN_URL_MAX = 2048
METADATA_KEYS_MAX = 16
METADATA_KEY_MAX = 32
METADATA_VALUE_MAX = 512
CUSTOMER_ID_MAX = 200
AMOUNT_MIN_MINOR = 100

AMOUNT_MAX_MINOR = {
    "bank_card": 35_000_000,
    "sbp": 70_000_000,
    "sberbank": 70_000_000,
    "tinkoff_bank": 70_000_000,
    "sber_loan": 150_000_000,
}
METHODS = one_of(
    "bank_card sbp sberbank tinkoff_bank yoo_money mobile_balance cash b2b_sberbank sber_loan sber_bnpl "
    "electronic_certificate"
)
METHODS_OF_TEST_SHOPS = frozenset({"bank_card", "yoo_money"})
METHODS_WITHOUT_HOLD = frozenset({"sbp"})
CONFIRMATIONS = frozenset({"redirect", "embedded", "qr", "external", "mobile_application"})
LOCALES = frozenset({"ru_RU", "en_US"})

_PAYMENT = one_of(
    "amount capture confirmation payment_method_data description metadata receipt save_payment_method "
    "payment_method_id merchant_customer_id client_ip recipient transfers deal airline receiver payment_order "
    "statements"
)
_NOT_PRETENDED = ("payment_method_id", "transfers", "deal", "airline", "receiver", "payment_order", "statements")
_KEY = re.compile(r"[0-9a-zA-Z+_.-]{1,64}", re.ASCII)


def check_key(key: str | None) -> str:
    """The idempotence key of a POST. Raises Refusal."""
    if not key:
        raise invalid("Idempotence-Key", "Idempotence key is missing")
    if not _KEY.fullmatch(key):
        raise invalid("Idempotence-Key", "Idempotence key: 1 to 64 of [0-9a-zA-Z+-_.]")
    return key


def check_payment(body: JsonObject, currency: str, mode: ReceiptMode, *, test: bool) -> None:
    """Every field of a new payment. Raises Refusal."""
    _only(body, _PAYMENT)
    amount_minor = checked_amount(body.get("amount"), "amount", currency)
    if amount_minor < AMOUNT_MIN_MINOR:
        raise invalid("amount.value", "Amount is below the minimum of 1.00")
    capture = _flag(body, "capture")
    _flag(body, "save_payment_method")
    for name in _NOT_PRETENDED:
        if body.get(name):
            raise invalid(name, "Not available for this shop")
    _check_method(body.get("payment_method_data"), amount_minor, capture=capture, test=test)
    _check_confirmation(body.get("confirmation"))
    _text(body, "description", DESCRIPTION_MAX)
    _text(body, "merchant_customer_id", CUSTOMER_ID_MAX)
    check_metadata(body.get("metadata"))
    if mode is not ReceiptMode.OFF or body.get("receipt") is not None:
        check_receipt(body.get("receipt"), amount_minor, currency, mode)


def check_capture(body: JsonObject, payment: JsonObject, mode: ReceiptMode) -> int:
    """The sum to capture, in minor units: all of it for an empty body. Raises Refusal."""
    _only(body, frozenset({"amount", "receipt", "transfers", "deal", "airline"}))
    held_minor, currency = minor_of(payment["amount"]), payment["amount"]["currency"]
    amount_minor = held_minor
    if body.get("amount") is not None:
        amount_minor = checked_amount(body["amount"], "amount", currency)
    if not AMOUNT_MIN_MINOR <= amount_minor <= held_minor:
        raise invalid("amount", "Incorrect amount: at most what is held")
    partial = amount_minor < held_minor
    if body.get("receipt") is not None or (partial and mode is not ReceiptMode.OFF):
        check_receipt(body.get("receipt"), amount_minor, currency, mode)
    return amount_minor


def check_refund(body: JsonObject, payment: JsonObject, refundable_minor: int, mode: ReceiptMode) -> int:
    """The sum to give back, in minor units. Raises Refusal."""
    _only(body, frozenset({"payment_id", "amount", "description", "receipt", "metadata", "sources", "deal"}))
    _text(body, "description", REFUND_DESCRIPTION_MAX)
    check_metadata(body.get("metadata"))
    if payment["status"] != "succeeded":
        raise invalid("payment_id", "The payment is not succeeded and cannot be refunded")
    paid_minor, currency = minor_of(payment["amount"]), payment["amount"]["currency"]
    amount_minor = checked_amount(body.get("amount"), "amount", currency)
    if amount_minor < 1:
        raise invalid("amount.value", "Nothing to refund")
    if amount_minor > refundable_minor:
        raise invalid("amount", "Refund amount exceeds what is left of the payment")
    partial = amount_minor < paid_minor
    if body.get("receipt") is not None or (partial and mode is not ReceiptMode.OFF):
        check_receipt(body.get("receipt"), amount_minor, currency, mode)
    return amount_minor


def check_metadata(metadata: object) -> None:
    if metadata is None:
        return
    if not isinstance(metadata, dict) or len(metadata) > METADATA_KEYS_MAX:
        raise invalid("metadata", f"An object of at most {METADATA_KEYS_MAX} keys")
    for key, value in metadata.items():
        if not 1 <= len(key) <= METADATA_KEY_MAX:
            raise invalid("metadata", f"Keys of at most {METADATA_KEY_MAX} characters")
        if not isinstance(value, str) or len(value) > METADATA_VALUE_MAX:
            raise invalid(f"metadata.{key}", f"Strings of at most {METADATA_VALUE_MAX} characters")


def _check_method(data: object, amount_minor: int, *, capture: bool, test: bool) -> None:
    if data is None:
        return
    method = data.get("type") if isinstance(data, dict) else None
    if not isinstance(method, str) or not known(method, METHODS):
        raise invalid("payment_method_data.type", "Unknown payment method")
    if test and method not in METHODS_OF_TEST_SHOPS:
        raise invalid("payment_method_data.type", "Payment method is not available")
    if not capture and method in METHODS_WITHOUT_HOLD:
        raise invalid("capture", "This payment method cannot be held")
    if amount_minor > AMOUNT_MAX_MINOR.get(method, amount_minor):
        raise invalid("amount.value", "Amount exceeds the limit of the payment method")


def _check_confirmation(confirmation: Any) -> None:
    # Without it only a saved method could pay, and those need YooKassa's approval, which a pretend shop has not.
    if not isinstance(confirmation, dict) or not known(confirmation.get("type"), CONFIRMATIONS):
        raise invalid("confirmation.type", "Unknown or missing confirmation")
    _only(confirmation, frozenset({"type", "return_url", "enforce", "locale"}), "confirmation.")
    _flag(confirmation, "enforce", "confirmation.")
    if confirmation.get("locale") is not None and not known(confirmation["locale"], LOCALES):
        raise invalid("confirmation.locale", "ru_RU or en_US")
    if confirmation["type"] not in {"redirect", "mobile_application"}:
        return
    return_url = confirmation.get("return_url")
    if not isinstance(return_url, str) or not 1 <= len(return_url) <= RETURN_URL_MAX:
        raise invalid("confirmation.return_url", f"Required, at most {RETURN_URL_MAX} characters")
    address = urlsplit(return_url)
    if confirmation["type"] == "redirect" and not (address.scheme in {"http", "https"} and address.hostname):
        raise invalid("confirmation.return_url", "An absolute address")


def _only(body: JsonObject, known: frozenset[str], where: str = "") -> None:
    unknown = set(body) - known
    if unknown:
        raise invalid(where + min(unknown), "Unknown field")


def _flag(body: JsonObject, name: str, where: str = "") -> bool:
    value = body.get(name, False)
    if not isinstance(value, bool):
        raise invalid(where + name, "true or false")
    return value


def _text(body: JsonObject, name: str, longest: int) -> None:
    value = body.get(name)
    if value is not None and (not isinstance(value, str) or len(value) > longest):
        raise invalid(name, f"At most {longest} characters")
