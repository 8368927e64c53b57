"""How does money go back, and which receipts follow it? Refunds and receipts on plain dicts."""

import uuid
from datetime import datetime

from bot.partners.pretend.yookassa.books import Books
from bot.partners.pretend.yookassa.checks import check_refund
from bot.partners.pretend.yookassa.life import Record, refunded
from bot.partners.pretend.yookassa.receipts import ReceiptMode, check_customer, check_lines, check_tax_system
from bot.partners.pretend.yookassa.words import (
    JsonObject,
    checked_amount,
    copied,
    invalid,
    known,
    minor_of,
    moment_text,
    money,
)

TYPES = frozenset({"payment", "refund"})
SETTLEMENTS = frozenset({"cashless", "prepayment", "postpayment", "consideration"})


def new_refund(books: Books, shop: str, body: JsonObject, now: datetime, mode: ReceiptMode, outcome: str) -> Record:
    """Give money back; `outcome` is succeeded, pending or canceled. Raises Refusal."""
    payment = books.payments[body["payment_id"]]["object"]
    amount_minor = check_refund(body, payment, books.refundable_minor(payment["id"]), mode)
    refund: JsonObject = {
        "id": str(uuid.uuid4()),
        "payment_id": payment["id"],
        "status": "pending",
        "created_at": moment_text(now),
        "amount": money(amount_minor, payment["amount"]["currency"]),
        "metadata": copied(body.get("metadata") or {}),
    }
    if body.get("description"):
        refund["description"] = body["description"]
    record: Record = {"shop": shop, "receipt": body.get("receipt"), "object": refund}
    books.refunds[refund["id"]] = record
    if outcome != "pending":
        settle_refund(books, record, None if outcome == "succeeded" else "insufficient_funds")
    return record


def settle_refund(books: Books, record: Record, reason: str | None) -> None:
    """End a pending refund: done, or canceled for a reason. Raises ValueError when it has ended before."""
    refund = record["object"]
    if refund["status"] != "pending":
        raise ValueError(f"the refund is {refund['status']}")
    if reason is not None:
        refund.update(status="canceled", cancellation_details={"party": "yoo_money", "reason": reason})
        return
    refund["status"] = "succeeded"
    refunded(books.payments[refund["payment_id"]], minor_of(refund["amount"]))


def receipt_of_payment(books: Books, record: Record, now: datetime, outcome: str) -> None:
    """Register the receipt that came with a payment; `outcome` is succeeded, pending or canceled."""
    payment = record["object"]
    payment["receipt_registration"] = outcome
    settlement = {"type": "cashless", "amount": copied(payment["amount"])}
    _keep(books, record["shop"], "payment", payment["id"], record["receipt"]["items"], [settlement], now, outcome)


def new_receipt(
    books: Books, shop: str, body: JsonObject, now: datetime, mode: ReceiptMode, outcome: str, currency: str
) -> Record:
    """A receipt of its own, such as the one after the hand-over of prepaid goods. Raises Refusal."""
    unknown = set(body) - {
        "type", "payment_id", "refund_id", "customer", "items", "send", "settlements", "tax_system_code",
        "on_behalf_of", "internet", "timezone", "additional_user_props",
    }  # fmt: skip
    if unknown:
        raise invalid(min(unknown), "Unknown field")
    if not known(body.get("type"), TYPES):
        raise invalid("type", "payment or refund")
    if body.get("send") is not True:
        raise invalid("send", "Only true")
    check_customer(body.get("customer"), mode)
    check_tax_system(body.get("tax_system_code"))
    total_minor = check_lines(body.get("items"), currency, mode)
    settlements = body.get("settlements")
    if not isinstance(settlements, list) or not settlements:
        raise invalid("settlements", "At least one settlement")
    settled_minor = 0
    for settlement in settlements:
        if not isinstance(settlement, dict) or not known(settlement.get("type"), SETTLEMENTS):
            raise invalid("settlements.type", "Unknown settlement")
        settled_minor += checked_amount(settlement.get("amount"), "settlements.amount", currency)
    if settled_minor != total_minor:
        raise invalid("settlements", "Receipt is missing or illegal: the settlements do not sum to the lines")
    return _keep(books, shop, body["type"], body["payment_id"], body["items"], settlements, now, outcome)


def _keep(
    books: Books,
    shop: str,
    kind: str,
    payment_id: str,
    items: list[JsonObject],
    settlements: list[JsonObject],
    now: datetime,
    outcome: str,
) -> Record:
    receipt: JsonObject = {
        "id": f"rt_{uuid.uuid4()}",
        "type": kind,
        "payment_id": payment_id,
        "status": outcome,
        "created_at": moment_text(now),
        "items": [copied(item) for item in items],
        "settlements": [copied(settlement) for settlement in settlements],
    }
    record: Record = {"shop": shop, "object": receipt}
    books.receipts[receipt["id"]] = record
    return record
