"""How may a payment move, what is sent to the provider, and when do we look again? Pure decisions."""

import json
from datetime import datetime, timedelta
from typing import Any, Final

from bot.basics.money import Money, decimal_text
from bot.shop.payments.values import Attempt, AttemptState, FetchedPayment, ProviderStatus

S = AttemptState
OPEN: Final = frozenset({S.INTENT, S.UNKNOWN, S.PENDING, S.HELD})
"""Still to be looked after."""
REPEATABLE_FOR = timedelta(hours=23)
"""The provider forgets an idempotence key after 24 h; a repetition after that would be a second payment."""
LEAST_MINOR = 100
"""Smallest payment: 1 rouble (YooKassa, limits of bank cards)."""
DESCRIPTION_LIMIT = 128  # YooKassa API v3, POST /payments

_MOVES: Final[dict[ProviderStatus, tuple[frozenset[AttemptState], AttemptState]]] = {
    ProviderStatus.PENDING: (frozenset({S.INTENT, S.UNKNOWN}), S.PENDING),
    ProviderStatus.WAITING_FOR_CAPTURE: (frozenset({S.INTENT, S.UNKNOWN, S.PENDING}), S.HELD),
    ProviderStatus.SUCCEEDED: (OPEN, S.SUCCEEDED),
    ProviderStatus.CANCELED: (OPEN, S.CANCELED),
}
WATCH_AFTER = timedelta(days=1)
WATCH_FOR = timedelta(days=365)
"""How long a paid payment is looked at for refunds made elsewhere."""
KEPT_IN_DOUBT = timedelta(hours=24)
"""How long the pieces of a payment that does not match are kept for the seller to look."""
_PAUSES: Final = tuple(timedelta(seconds=seconds) for seconds in (5, 15, 60, 180))
_LONGEST_PAUSE: Final = timedelta(minutes=5)


def next_state(attempt: Attempt, fetched: FetchedPayment) -> AttemptState | None:
    """The state that follows from what the provider shows; None: nothing new. Final states never move back."""
    start, end = _MOVES[fetched.status]
    if attempt.state not in start:
        return None
    if fetched.status is ProviderStatus.SUCCEEDED and not matches(attempt, fetched):
        return S.MISMATCH
    return end


def matches(attempt: Attempt, fetched: FetchedPayment) -> bool:
    """The fetched payment is the one we asked for: id, amount, currency, our key, test or live."""
    return (
        attempt.provider_id in (None, fetched.provider_id)
        and Money(fetched.amount_minor, fetched.currency) == attempt.amount
        and fetched.attempt == attempt.key
        and fetched.test is not attempt.live
    )


def doubt(attempt: Attempt, fetched: FetchedPayment) -> dict[str, Any]:
    """What of a payment differs from the attempt, for the seller to read."""
    if fetched.currency != attempt.amount.currency or fetched.amount_minor != attempt.amount.minor:
        why = "amount"
    elif fetched.test is attempt.live:
        why = "test"
    else:
        why = "other"
    return {
        "why": why,
        "came": fetched.amount_minor,
        "came_in": fetched.currency,
        "wanted": attempt.amount.minor,
        "payment": fetched.provider_id,
    }


def pause(checks: int) -> timedelta:
    """How long to wait before looking again: 5 s, 15 s, 1, 3, then every 5 minutes."""
    return _PAUSES[checks] if checks < len(_PAUSES) else _LONGEST_PAUSE


def next_look(attempt: Attempt, now: datetime) -> datetime | None:
    """When to look again after nothing new was seen.

    At open ones after growing pauses; at paid ones ever more rarely for a year: they are refunded in the provider's
    cabinet too, and nobody may have told us.
    """
    if attempt.state in OPEN:
        return now + pause(attempt.checks + 1)
    age = now - attempt.created_at
    watched = attempt.state is S.SUCCEEDED and age < WATCH_FOR
    return now + max(WATCH_AFTER, age / 2) if watched else None


def payment_body(
    amount: Money,
    *,
    description: str,
    return_url: str,
    key: str,
    order_number: str,
    receipt: dict[str, Any] | None = None,
) -> str:
    """The frozen body of POST /payments (YooKassa API v3): one stage, the buyer chooses how on the page."""
    return json.dumps(
        {
            "amount": {"value": decimal_text(amount.minor), "currency": amount.currency},
            "capture": True,
            "confirmation": {"type": "redirect", "return_url": return_url},
            "description": description[:DESCRIPTION_LIMIT],
            "metadata": {"attempt": key, "order": order_number},
            **({"receipt": receipt} if receipt else {}),
        },
        ensure_ascii=False,
    )


def receipt_in(body: str) -> dict[str, Any] | None:
    """The receipt that goes out with a payment, from its frozen body."""
    found: dict[str, Any] | None = json.loads(body).get("receipt") if body else None
    return found


def refund_body(payment_id: str, amount: Money, description: str, receipt: dict[str, Any] | None = None) -> str:
    """The frozen body of POST /refunds (YooKassa API v3). A full refund carries no receipt."""
    return json.dumps(
        {
            "payment_id": payment_id,
            "amount": {"value": decimal_text(amount.minor), "currency": amount.currency},
            "description": description[:DESCRIPTION_LIMIT],
            **({"receipt": receipt} if receipt else {}),
        },
        ensure_ascii=False,
    )
