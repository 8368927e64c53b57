"""What happens to a payment from its creation to its end? The documented states, on plain dicts."""

import uuid
from datetime import datetime, timedelta

from bot.partners.pretend.yookassa.words import (
    JsonObject,
    copied,
    invalid,
    minor_of,
    moment_of,
    moment_text,
    money,
)

LINK_S = 3600.0
"""A link can be paid for an hour (YooKassa, "Time to pay")."""

HOLD_S = 7 * 24 * 3600.0
"""A hold of a bank card lasts seven days (YooKassa, "Time to capture")."""

FEE_PER_MILLE = 35

FINAL = frozenset({"succeeded", "canceled"})

CARD = {"first6": "555555", "last4": "4477", "expiry_year": "2030", "expiry_month": "12", "card_type": "MasterCard"}

# A record is {"shop", "link_until", "return_url", "receipt", "refusal", "object"}; "object" is what the API shows.
Record = JsonObject


class NotPayable(Exception):
    """The buyer's side cannot do this to the payment now: it is over, or its link is."""


def opened(body: JsonObject, shop: str, now: datetime, page: str, link_s: float, *, test: bool) -> Record:
    """A new pending payment from a request that has been checked. `page` is the address of the buyer's page."""
    payment_id = str(uuid.uuid4())
    confirmation = body["confirmation"]
    shown: JsonObject = {"type": confirmation["type"]}
    if confirmation["type"] == "redirect":
        shown["return_url"] = confirmation["return_url"]
    if confirmation["type"] in {"redirect", "mobile_application"}:
        shown["confirmation_url"] = page.format(payment_id=payment_id)
    if confirmation["type"] == "embedded":
        shown["confirmation_token"] = f"ct-{payment_id}"
    if confirmation["type"] == "qr":
        shown["confirmation_data"] = page.format(payment_id=payment_id)
    payment: JsonObject = {
        "id": payment_id,
        "status": "pending",
        "amount": copied(body["amount"]),
        "recipient": {"account_id": shop, "gateway_id": "1"},
        "created_at": moment_text(now),
        "confirmation": shown,
        "test": test,
        "paid": False,
        "refundable": False,
        "metadata": copied(body.get("metadata") or {}),
    }
    for name in ("description", "merchant_customer_id"):
        if body.get(name) is not None:
            payment[name] = body[name]
    if body.get("payment_method_data"):
        payment["payment_method"] = {"type": body["payment_method_data"]["type"], "id": payment_id, "saved": False}
    if body.get("receipt") is not None:
        payment["receipt_registration"] = "pending"
    return {
        "shop": shop,
        "capture": body.get("capture", False),
        "link_until": moment_text(now + timedelta(seconds=link_s)),
        "return_url": confirmation.get("return_url"),
        "receipt": body.get("receipt"),
        "refusal": None,
        "object": payment,
    }


def pay(record: Record, now: datetime, method: str) -> None:
    """The buyer pays: a success, or a hold when the shop asked for two stages. Raises NotPayable."""
    payment = record["object"]
    if payment["status"] != "pending":
        raise NotPayable(payment["status"])
    payment.pop("confirmation", None)
    payment["paid"] = True
    payment["payment_method"] = {"type": method, "id": payment["id"], "saved": False}
    if method == "bank_card":
        payment["payment_method"] |= {"title": f"Bank card *{CARD['last4']}", "card": dict(CARD)}
    if record["capture"]:
        _succeed(payment, minor_of(payment["amount"]), now)
    else:
        payment["status"] = "waiting_for_capture"
        payment["expires_at"] = moment_text(now + timedelta(seconds=HOLD_S))


def decline(record: Record, reason: str, *, final: bool) -> None:
    """The bank says no. The buyer may try again on the same page unless it is final. Raises NotPayable."""
    if record["object"]["status"] != "pending":
        raise NotPayable(record["object"]["status"])
    record["refusal"] = reason
    if final:
        _cancel(record["object"], "payment_network", reason)


def must_be_held(record: Record) -> None:
    """Only a hold can be captured or cancelled; a pending payment cannot. Raises Refusal."""
    status = record["object"]["status"]
    if status != "waiting_for_capture":
        raise invalid("payment_id", f"Incorrect payment status: {status}")


def capture(record: Record, amount_minor: int, now: datetime) -> None:
    """The shop takes what is held; the rest goes back. Raises Refusal."""
    must_be_held(record)
    _succeed(record["object"], amount_minor, now)


def cancel(record: Record) -> None:
    """The shop lets a hold go. Raises Refusal."""
    must_be_held(record)
    _cancel(record["object"], "merchant", "canceled_by_merchant")


def expire(record: Record, now: datetime) -> bool:
    """End what nobody paid or captured in time; True if this ended now."""
    payment = record["object"]
    if payment["status"] == "pending" and now >= moment_of(record["link_until"]):
        _cancel(payment, "yoo_money", "expired_on_confirmation")
        return True
    if payment["status"] == "waiting_for_capture" and now >= moment_of(payment["expires_at"]):
        _cancel(payment, "yoo_money", "expired_on_capture")
        return True
    return False


def refunded(record: Record, amount_minor: int) -> None:
    """So much more of this payment has gone back."""
    payment = record["object"]
    total = minor_of(payment["refunded_amount"]) + amount_minor
    payment["refunded_amount"] = money(total, payment["amount"]["currency"])
    payment["refundable"] = total < minor_of(payment["amount"])


def _succeed(payment: JsonObject, amount_minor: int, now: datetime) -> None:
    currency = payment["amount"]["currency"]
    fee_minor = amount_minor * FEE_PER_MILLE // 1000
    payment.pop("expires_at", None)
    payment.update(
        status="succeeded",
        paid=True,
        refundable=True,
        captured_at=moment_text(now),
        amount=money(amount_minor, currency),
        income_amount=money(amount_minor - fee_minor, currency),
        refunded_amount=money(0, currency),
    )


def _cancel(payment: JsonObject, party: str, reason: str) -> None:
    payment.pop("confirmation", None)
    payment.pop("expires_at", None)
    payment.update(
        status="canceled", paid=False, refundable=False, cancellation_details={"party": party, "reason": reason}
    )
