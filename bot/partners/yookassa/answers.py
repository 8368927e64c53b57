"""What does an answer of YooKassa mean for us? A value, certainly not done, or unknown. Kopecks and UTC inside."""

import json
import re
from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from typing import Any, TypeVar

from bot.shop.payments.errors import GatewayRefused, GatewayUnreachable
from bot.shop.payments.values import FetchedPayment, FetchedRefund, ProviderStatus
from bot.shop.receipts.values import FetchedReceipt, ReceiptState

ATTEMPT_NAME = "attempt"
"""Under which name our own attempt key stands in the metadata of the body that the shop froze."""

ASK_AGAIN = frozenset({408, 425, 429})
"""4xx that say nothing about the thing asked for: repeat with the same key."""

_TEXT_MAX = 300
_AMOUNT = re.compile(r"(\d{1,12})(?:\.(\d{1,2}))?", re.ASCII)
_CURRENCY = re.compile(r"[A-Z]{3}", re.ASCII)

JsonObject = dict[str, Any]
T = TypeVar("T")


class JunkAnswer(ValueError):
    """The answer has not the shape that YooKassa documents."""


def sort_answer(what: str, status: int, headers: Mapping[str, str], raw: bytes) -> JsonObject:
    """The object of a 200. `what` names the call in errors.

    Raises GatewayRefused for a 4xx that says no in YooKassa's own words, GatewayUnreachable for everything else:
    5xx, 202, 408, 425, 429, redirects and any body that is not a JSON object (a page of some proxy proves nothing).
    """
    try:
        answer = json.loads(raw)
    except (ValueError, RecursionError):
        answer = None
    if not isinstance(answer, dict):
        raise GatewayUnreachable(f"{what}: {status} without a JSON object", _retry_after_s(headers, {}))
    if status == 200:
        return answer
    if 400 <= status < 500 and status not in ASK_AGAIN:
        parameter = answer.get("parameter")
        raise GatewayRefused(
            status,
            str(answer.get("code", "unknown"))[:_TEXT_MAX],
            str(answer.get("description", ""))[:_TEXT_MAX],
            str(parameter)[:_TEXT_MAX] if parameter is not None else None,
        )
    raise GatewayUnreachable(f"{what}: {status}", _retry_after_s(headers, answer))


def converted(what: str, convert: Callable[[JsonObject], T], answer: JsonObject) -> T:
    """The answer as one of our values. Raises GatewayUnreachable for junk: nothing may be concluded from it."""
    try:
        return convert(answer)
    except JunkAnswer as junk:
        raise GatewayUnreachable(f"{what}: {junk}") from junk


def payment_from(answer: JsonObject) -> FetchedPayment:
    """A payment object of the API. Raises JunkAnswer."""
    amount_minor, currency = _money(answer, "amount")
    refunded = _same_currency(answer, "refunded_amount", currency)
    income = _same_currency(answer, "income_amount", currency)
    created_at = _time(answer, "created_at")
    if created_at is None:
        raise JunkAnswer("no created_at")
    return FetchedPayment(
        provider_id=_text(answer, "id"),
        status=_status(answer),
        amount_minor=amount_minor,
        currency=currency,
        test=_flag(answer, "test"),
        attempt=_attempt(answer.get("metadata")),
        confirmation_url=_confirmation_url(answer.get("confirmation")),
        created_at=created_at,
        expires_at=_time(answer, "expires_at"),
        cancel_reason=_cancel_reason(answer.get("cancellation_details")),
        refunded_minor=refunded or 0,
        fee_minor=None if income is None else amount_minor - income,
        receipt=_registration(answer.get("receipt_registration")),
    )


def refund_from(answer: JsonObject) -> FetchedRefund:
    """A refund object of the API. Raises JunkAnswer."""
    amount_minor, currency = _money(answer, "amount")
    created_at = _time(answer, "created_at")
    if created_at is None:
        raise JunkAnswer("no created_at")
    return FetchedRefund(
        provider_id=_text(answer, "id"),
        payment_id=_text(answer, "payment_id"),
        status=_status(answer),
        amount_minor=amount_minor,
        currency=currency,
        cancel_reason=_cancel_reason(answer.get("cancellation_details")),
        created_at=created_at,
    )


def receipt_from(answer: JsonObject) -> FetchedReceipt:
    """A receipt object of the API. Raises JunkAnswer."""
    state = _registration(_text(answer, "status"))
    if state is None:
        raise JunkAnswer("unknown status of a receipt")
    return FetchedReceipt(_text(answer, "id"), state)


def page_from(answer: JsonObject) -> tuple[list[JsonObject], str | None]:
    """The objects of one page of a list and the cursor of the next page, if there is one. Raises JunkAnswer."""
    items, cursor = answer.get("items"), answer.get("next_cursor")
    if not isinstance(items, list) or not all(isinstance(item, dict) for item in items):
        raise JunkAnswer("a list without items")
    if cursor is not None and (not isinstance(cursor, str) or not cursor):
        raise JunkAnswer("odd next_cursor")
    return items, cursor


def _text(answer: JsonObject, name: str) -> str:
    value = answer.get(name)
    if not isinstance(value, str) or not value:
        raise JunkAnswer(f"no {name}")
    return value


def _flag(answer: JsonObject, name: str) -> bool:
    value = answer.get(name)
    if not isinstance(value, bool):
        raise JunkAnswer(f"{name} is not true or false")
    return value


def _status(answer: JsonObject) -> ProviderStatus:
    try:
        return ProviderStatus(_text(answer, "status"))
    except ValueError:
        raise JunkAnswer("unknown status") from None


def _registration(status: object) -> ReceiptState | None:
    """`pending`, `succeeded` or `canceled` (YooKassa API v3, "receipt_registration"); anything else says nothing."""
    known = (ReceiptState.PENDING, ReceiptState.SUCCEEDED, ReceiptState.CANCELED)
    return next((state for state in known if state.value == status), None)


def _money(answer: JsonObject, name: str) -> tuple[int, str]:
    amount = answer.get(name)
    if not isinstance(amount, dict):
        raise JunkAnswer(f"no {name}")
    value, currency = amount.get("value"), amount.get("currency")
    digits = _AMOUNT.fullmatch(value) if isinstance(value, str) else None
    if digits is None or not isinstance(currency, str) or not _CURRENCY.fullmatch(currency):
        raise JunkAnswer(f"odd {name}")
    return int(digits[1]) * 100 + int((digits[2] or "").ljust(2, "0")), currency


def _same_currency(answer: JsonObject, name: str, currency: str) -> int | None:
    if answer.get(name) is None:
        return None
    minor, other = _money(answer, name)
    if other != currency:
        raise JunkAnswer(f"{name} in another currency")
    return minor


def _time(answer: JsonObject, name: str) -> datetime | None:
    value = answer.get(name)
    if value is None:
        return None
    try:
        moment = datetime.fromisoformat(value) if isinstance(value, str) else None
        if moment is not None and moment.tzinfo is not None:
            return moment.astimezone(UTC)
    except (ValueError, OverflowError):
        pass
    raise JunkAnswer(f"odd {name}")


def _attempt(metadata: object) -> str | None:
    attempt = metadata.get(ATTEMPT_NAME) if isinstance(metadata, dict) else None
    return attempt if isinstance(attempt, str) and attempt else None


def _confirmation_url(confirmation: object) -> str | None:
    url = confirmation.get("confirmation_url") if isinstance(confirmation, dict) else None
    return url if isinstance(url, str) and url else None


def _cancel_reason(details: object) -> str | None:
    reason = details.get("reason") if isinstance(details, dict) else None
    return reason if isinstance(reason, str) and reason else None


def _retry_after_s(headers: Mapping[str, str], answer: JsonObject) -> float | None:
    """Seconds: the header counts in seconds, the body's field in milliseconds (YooKassa API v3, "Error object")."""
    in_body = answer.get("retry_after")
    if isinstance(in_body, int | float) and not isinstance(in_body, bool) and 0 <= in_body < 1e9:
        return in_body / 1000
    in_header = headers.get("Retry-After", "")
    return float(in_header) if re.fullmatch(r"\d{1,6}", in_header, re.ASCII) else None
