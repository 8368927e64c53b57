"""How is an invoice planned, and how does its money enter the books? In the caller's transaction."""

import uuid
from dataclasses import replace
from datetime import datetime

from sqlalchemy import insert, update
from sqlalchemy.ext.asyncio import AsyncSession

from bot.basics.ids import AttemptId
from bot.shop.invoices import rules
from bot.shop.invoices.values import Paid
from bot.shop.orders import reads as orders
from bot.shop.orders import writes as order_writes
from bot.shop.orders.values import OrderState, OrderView
from bot.shop.outbox.writes import owe, tell_buyer
from bot.shop.payments import reads as payment_reads
from bot.shop.payments import writes as payments
from bot.shop.payments.rules import OPEN
from bot.shop.payments.tables import PaymentAttempt
from bot.shop.payments.values import Attempt, AttemptState, FetchedPayment, Provider, ProviderStatus
from bot.shop.stock import writes as stock
from bot.shop.stock.values import Stage


async def plan(session: AsyncSession, order: OrderView, *, live: bool, shop_name: str, now: datetime) -> None:
    """Commit to asking for this money by an invoice: its terms are frozen before Telegram hears of them."""
    key = uuid.uuid4().hex
    body = rules.body(order, key, shop_name)
    attempt = await _attempt(session, order, key, body, live=live, state=AttemptState.INTENT, now=now)
    await owe(session, "invoice.link", f"invoice.link:{attempt}", {"attempt": attempt}, now=now)


async def _attempt(
    session: AsyncSession, order: OrderView, key: str, body: str, *, live: bool, state: AttemptState, now: datetime
) -> AttemptId:
    planned = insert(PaymentAttempt).values(
        order_id=order.id,
        provider=Provider.TELEGRAM.value,
        key=key,
        body=body,
        amount_minor=order.total.minor,
        currency=order.total.currency,
        live=live,
        state=state.value,
        created_at=now,
    )
    return AttemptId((await session.execute(planned.returning(PaymentAttempt.id))).scalar_one())


async def note_link(session: AsyncSession, attempt: Attempt, link: str, held_until: datetime, now: datetime) -> None:
    """The invoice is there: hold as long as it can be paid, tell the buyer. Once.

    The hold is one of a checkout: nobody can be asked whether an invoice was paid, so it ends by its time.
    """
    await orders.lock(session, attempt.order)
    noted = await session.scalar(
        update(PaymentAttempt)
        .where(PaymentAttempt.id == attempt.id, PaymentAttempt.state == AttemptState.INTENT.value)
        .values(state=AttemptState.PENDING.value, confirmation_url=link)
        .returning(PaymentAttempt.id)
    )
    order = await orders.get(session, attempt.order)
    if noted is None or order.state is not OrderState.AWAITING_PAYMENT:
        return
    await order_writes.change(session, order.id, of=order.state, held_until=held_until)
    await stock.extend(session, order.id, Stage.CHECKOUT, held_until)
    await tell_buyer(session, order.customer, "payment_link", str(attempt.id), now=now, order=order.id)


async def close(session: AsyncSession, attempt: Attempt, now: datetime) -> None:
    """Its time is over. Money that was on its way all the same is still taken in."""
    await session.execute(
        update(PaymentAttempt)
        .where(PaymentAttempt.id == attempt.id, PaymentAttempt.state.in_([each.value for each in OPEN]))
        .values(state=AttemptState.CANCELED.value, reason="over", ended_at=now)
    )


async def settle(session: AsyncSession, paid: Paid, now: datetime) -> bool:
    """Money has moved, whatever has become of the order meanwhile. Twice is once. False for no invoice of ours.

    A second payment of one invoice is a payment of its own, and goes back; so does that of an order that has ended.
    """
    if await payment_reads.attempt_by_provider(session, paid.charge_id) is not None:
        return True
    known = await payment_reads.attempt_by_key(session, paid.payload)
    if known is None or known.provider is not Provider.TELEGRAM:
        return False
    await orders.lock(session, known.order)
    attempt = await payment_reads.attempt(session, known.id)
    if attempt.provider_id is not None:
        order = await orders.get(session, attempt.order)
        key, state = uuid.uuid4().hex, AttemptState.PENDING
        second = await _attempt(session, order, key, attempt.body, live=attempt.live, state=state, now=now)
        attempt = replace(attempt, id=second, key=key)
    await session.execute(
        update(PaymentAttempt)
        .where(PaymentAttempt.id == attempt.id)
        .values(cabinet_id=paid.cabinet_id[:128], state=AttemptState.PENDING.value, ended_at=None)
    )
    fetched = FetchedPayment(
        provider_id=paid.charge_id,
        status=ProviderStatus.SUCCEEDED,
        amount_minor=paid.amount_minor,
        currency=paid.currency,
        test=not attempt.live,
        attempt=attempt.key,
        confirmation_url=None,
        created_at=now,
        expires_at=None,
        cancel_reason=None,
        refunded_minor=0,
        fee_minor=None,
    )
    await payments.settle(session, attempt.id, fetched, now)
    return True
