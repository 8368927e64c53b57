"""How does a receipt move? None of it ever holds up an order: what goes wrong is told to the seller once."""

import json
import uuid
from collections.abc import Mapping
from datetime import datetime
from typing import Any, Final

from sqlalchemy import update
from sqlalchemy.ext.asyncio import AsyncSession

from bot.basics.ids import AttemptId, OrderId
from bot.shop.outbox.writes import owe, tell_sellers
from bot.shop.receipts import reads, rules
from bot.shop.receipts.tables import ReceiptRow
from bot.shop.receipts.values import Receipt, ReceiptKind, ReceiptState
from bot.storage.insert_once import insert_once

_OPEN: Final = ["intent", "unknown", "pending"]


async def begin_with_payment(
    session: AsyncSession, order: OrderId, attempt: AttemptId, payment_id: str, receipt: dict[str, Any], now: datetime
) -> None:
    """The receipt that went out with a payment is waited for from now on. Twice is once."""
    row = _row(order, attempt, payment_id, ReceiptKind.PAYMENT, receipt, ReceiptState.PENDING, now)
    await insert_once(session, ReceiptRow, [row], ReceiptRow.id)


async def owe_settlements(session: AsyncSession, order: OrderId, kept: Mapping[AttemptId, int], now: datetime) -> None:
    """What was paid in advance is in the buyer's hands: a second receipt for what is left of each payment.

    `kept`: minor units of each payment that have not gone back. Twice is once.
    """
    for before in await reads.of_order(session, order):
        left = kept.get(before.attempt, 0)
        if before.kind is not ReceiptKind.PAYMENT or not before.body or not left:
            continue
        whole = json.loads(before.body)
        if left < rules.worth(whole):
            whole = rules.part(whole, left)
        body = rules.settlement_body(before.payment_id, whole)
        kind, state = ReceiptKind.SETTLEMENT, ReceiptState.INTENT
        row = _row(order, before.attempt, before.payment_id, kind, body, state, now)
        for made in await insert_once(session, ReceiptRow, [row], ReceiptRow.id):
            await owe(session, "receipt.send", f"receipt.send:{made}", {"receipt": made}, now=now)


async def note(
    session: AsyncSession,
    receipt: Receipt,
    state: ReceiptState,
    now: datetime,
    *,
    provider_id: str | None = None,
    failure: str = "",
) -> None:
    """Apply what is known of a receipt now. Final states never move back; one that came to nothing is told once."""
    over = state in (ReceiptState.SUCCEEDED, ReceiptState.CANCELED)
    again = None if over else rules.next_look(receipt.checks, receipt.created_at, now)
    values: dict[str, Any] = {
        "state": state.value,
        "checks": ReceiptRow.checks + 1,
        "next_check_at": again,
        "ended_at": now if over else None,
        "failure": failure[:60] or None,
    }
    if provider_id is not None:
        values["provider_id"] = provider_id
    moved = update(ReceiptRow).where(ReceiptRow.id == receipt.id, ReceiptRow.state.in_(_OPEN)).values(**values)
    if await session.scalar(moved.returning(ReceiptRow.id)) is None:
        return
    if state is ReceiptState.CANCELED or (not over and again is None):
        why = failure or ("canceled" if over else "late")
        await tell_sellers(session, "receipt_trouble", str(receipt.id), now=now, order=receipt.order, reason=why)


def _row(
    order: OrderId,
    attempt: AttemptId,
    payment_id: str,
    kind: ReceiptKind,
    body: dict[str, Any],
    state: ReceiptState,
    now: datetime,
) -> dict[str, Any]:
    return {
        "order_id": order,
        "attempt_id": attempt,
        "payment_id": payment_id,
        "kind": kind.value,
        "key": uuid.uuid4().hex,
        "body": json.dumps(body, ensure_ascii=False),
        "state": state.value,
        "checks": 0,
        "next_check_at": now + rules.FIRST_LOOK,
        "created_at": now,
    }
