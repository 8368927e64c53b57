"""What does a receipt say? Lines whose sums are the payment to the kopeck (54-FZ; YooKassa API v3, "Receipt")."""

import re
from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta
from typing import Any, Final

from bot.basics.money import decimal_text, minor_units
from bot.shop.receipts.errors import BadEmail
from bot.shop.receipts.values import Register, Sold, Terms

LINE_TEXT_MAX: Final = 128
WRAPPING: Final = "Подарочная упаковка"
"""A receipt is for the tax office: its language is not the buyer's."""
LINES_MAX: Final = {Register.YOOKASSA: 80, Register.THIRD_PARTY: 100}
EMAIL_MAX: Final = 254
PATIENCE: Final = timedelta(days=3)
"""A receipt that is not there by then is the seller's to look at (YooKassa, "receipt_registration")."""
FIRST_LOOK: Final = timedelta(minutes=1)
_LONGEST_PAUSE: Final = timedelta(hours=6)
_EMAIL: Final = re.compile(r"[^\s@<>\",;:()\[\]\\]{1,64}@(?:[\w](?:[\w-]{0,61}[\w])?\.)+[\w][\w-]{0,61}[\w]")

Json = dict[str, Any]


def read_email(text: str) -> str:
    """The address as it will be used. Raises BadEmail."""
    address = text.strip()
    if len(address) > EMAIL_MAX or not _EMAIL.fullmatch(address) or ".." in address:
        raise BadEmail
    return address


def contact(terms: Terms, email: str | None, phone: str | None) -> Json | None:
    """Where the receipt goes; None: it has to be asked first. YooKassa's own receipts go by e-mail only."""
    if email:
        return {"email": email}
    if phone and terms.register is Register.THIRD_PARTY:
        return {"phone": re.sub(r"\D", "", phone)}
    return None


def receipt(terms: Terms, customer: Json, sold: Iterable[Sold], total_minor: int, currency: str) -> Json:
    """The `receipt` of POST /payments for everything sold, paid in advance. The sums are `total_minor` exactly.

    Raises ValueError when there is nothing to sum up.
    """
    items = [
        _line(part.title, price, quantity, currency, terms, service=part.service)
        for part, minor in zip(*_shared(_fitting(sold, LINES_MAX[terms.register]), total_minor), strict=True)
        for price, quantity in _split(minor, part.quantity)
    ]
    return {"customer": customer, "items": items, **tax(terms)}


def part(whole: Json, minor: int) -> Json:
    """The receipt of a refund of `minor` out of what that receipt was for: each line gives back its share."""
    sold = [
        Sold(item["description"], minor_units(item["amount"]["value"]) * int(item["quantity"]), 1)
        for item in whole["items"]
    ]
    parts, shares = _shared(sold, minor)
    rows = zip(parts, whole["items"], shares, strict=True)
    items = [
        {**item, "quantity": "1", "amount": {**item["amount"], "value": decimal_text(share)}}
        for _, item, share in rows
        if share
    ]
    return {**whole, "items": items}


def settlement_body(payment_id: str, whole: Json) -> Json:
    """The body of POST /receipts after the hand-over: the same lines, now paid in full by what was paid before."""
    settled = {"value": decimal_text(worth(whole)), "currency": whole["items"][0]["amount"]["currency"]}
    return {
        "type": "payment",
        "payment_id": payment_id,
        "send": True,
        "items": [{**item, "payment_mode": "full_payment"} for item in whole["items"]],
        "settlements": [{"type": "prepayment", "amount": settled}],
        **{name: whole[name] for name in ("customer", "tax_system_code") if name in whole},
    }


def worth(whole: Json) -> int:
    """The sum of a receipt's lines, minor units."""
    return sum(minor_units(item["amount"]["value"]) * int(item["quantity"]) for item in whole["items"])


def tax(terms: Terms) -> Json:
    """Registers of others are told the system of taxes; YooKassa's knows it."""
    known = terms.tax_system is not None and terms.register is Register.THIRD_PARTY
    return {"tax_system_code": terms.tax_system} if known else {}


def next_look(checks: int, created_at: datetime, now: datetime) -> datetime | None:
    """When to look again at one that is not there yet; None: enough, it is the seller's to look at."""
    pause = min(FIRST_LOOK * 2**checks, _LONGEST_PAUSE)
    return now + pause if now - created_at < PATIENCE else None


def _fitting(sold: Iterable[Sold], most: int) -> list[Sold]:
    """No more lines than allowed, each of which may become two; the last ones become one."""
    lines = [line for line in sold if line.price_minor * line.quantity > 0]
    if 2 * len(lines) <= most or len(lines) <= 1:
        return lines
    kept, rest = lines[: most // 2 - 1], lines[most // 2 - 1 :]
    worth = sum(line.price_minor * line.quantity for line in rest)
    return [*kept, Sold(rest[0].title, worth, 1)]


def _shared(sold: Sequence[Sold], total_minor: int) -> tuple[Sequence[Sold], list[int]]:
    """What each line stands for when all of them are `total_minor`: by worth, the odd kopecks to the largest parts."""
    worths = [line.price_minor * line.quantity for line in sold]
    worth = sum(worths)
    if worth <= 0 or total_minor <= 0:
        raise ValueError("a receipt of nothing")
    shares = [total_minor * each // worth for each in worths]
    by_part = sorted(range(len(sold)), key=lambda at: (-(total_minor * worths[at] % worth), at))
    for at in by_part[: total_minor - sum(shares)]:
        shares[at] += 1
    return sold, shares


def _split(minor: int, quantity: int) -> list[tuple[int, int]]:
    """(price of one, how many) in one line or two, which sum to `minor`: 100.00 for 3 is 2 × 33.33 and 1 × 33.34."""
    price, odd = divmod(minor, quantity)
    return [(each, count) for each, count in ((price, quantity - odd), (price + 1, odd)) if count and each]


def _line(title: str, price_minor: int, quantity: int, currency: str, terms: Terms, *, service: bool) -> Json:
    return {
        "description": _said(title),
        "quantity": str(quantity),
        "amount": {"value": decimal_text(price_minor), "currency": currency},
        "vat_code": terms.vat_code,
        "measure": "piece",
        "payment_subject": "service" if service else "commodity",
        "payment_mode": "full_prepayment",
    }


def _said(title: str) -> str:
    """What a register can print: no signs beyond the basic plane, no line breaks, not too long, never nothing."""
    plain = " ".join("".join(sign if sign <= "\uffff" and sign.isprintable() else " " for sign in title).split())
    return plain[:LINE_TEXT_MAX].rstrip() or "—"
