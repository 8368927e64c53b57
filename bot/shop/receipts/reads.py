"""Which receipts are there?"""

import json
from datetime import datetime
from typing import Any

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from bot.basics.ids import AttemptId, OrderId, ReceiptId
from bot.shop.customers import reads as customers
from bot.shop.orders.values import OrderView
from bot.shop.policies.values import Policies
from bot.shop.receipts import rules
from bot.shop.receipts.errors import ContactNeeded
from bot.shop.receipts.tables import ReceiptRow
from bot.shop.receipts.values import Receipt, ReceiptKind, ReceiptState, Register, Sold, Terms

_RECEIPT = select(
    ReceiptRow.id,
    ReceiptRow.order_id,
    ReceiptRow.attempt_id,
    ReceiptRow.payment_id,
    ReceiptRow.kind,
    ReceiptRow.key,
    ReceiptRow.body,
    ReceiptRow.state,
    ReceiptRow.provider_id,
    ReceiptRow.checks,
    ReceiptRow.created_at,
)


def _receipt(row: Any) -> Receipt:
    kind, state = ReceiptKind(row[4]), ReceiptState(row[7])
    return Receipt(row[0], row[1], row[2], row[3], kind, row[5], row[6], state, row[8], row[9], row[10])


async def receipt(session: AsyncSession, wanted: ReceiptId) -> Receipt:
    """Raises NoResultFound for an unknown id: ids come from our own rows."""
    return _receipt((await session.execute(_RECEIPT.where(ReceiptRow.id == wanted))).one())


async def of_order(session: AsyncSession, order: OrderId) -> list[Receipt]:
    """The receipts of an order, the oldest first."""
    rows = await session.execute(_RECEIPT.where(ReceiptRow.order_id == order).order_by(ReceiptRow.id))
    return [_receipt(row) for row in rows]


async def due(session: AsyncSession, now: datetime, limit: int = 100) -> list[ReceiptId]:
    """Receipts to look at now, the longest waiting first."""
    rows = await session.execute(
        select(ReceiptRow.id).where(ReceiptRow.next_check_at <= now).order_by(ReceiptRow.next_check_at).limit(limit)
    )
    return [ReceiptId(row) for row in rows.scalars()]


async def of_payment(session: AsyncSession, order: OrderView, policies: Policies) -> dict[str, Any] | None:
    """The receipt that has to go out with a payment of the whole order; None where the shop makes none.

    Raises ContactNeeded while nobody has said where it goes.
    """
    terms = Terms(Register(policies.receipts), policies.vat_code, policies.tax_system)
    if terms.register is Register.OFF:
        return None
    email, phone = await customers.contacts(session, order.customer)
    to = rules.contact(terms, email, order.contact_phone or phone)
    if to is None:
        raise ContactNeeded
    sold = [Sold(line.title, line.price_minor, line.quantity) for line in order.lines]
    if order.wrap_minor:
        sold.append(Sold(rules.WRAPPING, order.wrap_minor, 1, service=True))
    if order.delivery is not None and order.delivery.counted_minor:
        sold.append(Sold(order.delivery.title, order.delivery.counted_minor, 1, service=True))
    return rules.receipt(terms, to, sold, order.total.minor, order.total.currency)


async def goes_back(session: AsyncSession, attempt: AttemptId, minor: int) -> dict[str, Any] | None:
    """The receipt of a refund of that sum; None where the provider needs none: no receipts, or all goes back."""
    body = await session.scalar(
        select(ReceiptRow.body).where(ReceiptRow.attempt_id == attempt, ReceiptRow.kind == ReceiptKind.PAYMENT.value)
    )
    whole = json.loads(body) if body else None
    return rules.part(whole, minor) if whole and minor < rules.worth(whole) else None
