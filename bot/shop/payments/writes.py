"""How does money change an order? `settle` is the one path for notification, poll, button and reconciler."""

import uuid
from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import case, func, insert, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from bot.basics.acting import acting
from bot.basics.ids import AttemptId, RefundId
from bot.basics.money import Money
from bot.shop.journal.writes import note
from bot.shop.orders import reads as orders
from bot.shop.orders import rules as order_rules
from bot.shop.orders import writes as order_writes
from bot.shop.orders.values import OrderState, OrderView
from bot.shop.outbox.writes import owe, owe_anew, tell_buyer, tell_sellers
from bot.shop.payments import reads, rules
from bot.shop.payments.tables import PaymentAttempt, PaymentNotice, RefundAttempt
from bot.shop.payments.values import Attempt, AttemptState, FetchedPayment, FetchedRefund, ProviderStatus, Refund
from bot.shop.receipts import reads as receipt_reads
from bot.shop.receipts import writes as receipts
from bot.shop.stock import writes as stock
from bot.shop.stock.errors import SoldOut
from bot.shop.stock.values import Stage, Wanted
from bot.shop.waiting import writes as waiting

FIRST_LOOK = timedelta(seconds=20)
"""When the reconciler takes up an attempt that the outbox has not brought to the provider."""


async def plan_attempt(
    session: AsyncSession,
    order: OrderView,
    *,
    live: bool,
    return_url: str,
    shop_name: str,
    receipt: dict[str, Any] | None = None,
    now: datetime,
) -> AttemptId:
    """Commit to asking for this money: key and body are frozen before the provider hears of it."""
    key = uuid.uuid4().hex
    body = rules.payment_body(
        order.total,
        description=f"{shop_name}: {order.number}",
        return_url=return_url,
        key=key,
        order_number=order.number,
        receipt=receipt,
    )
    planned = insert(PaymentAttempt).values(
        order_id=order.id,
        key=key,
        body=body,
        amount_minor=order.total.minor,
        currency=order.total.currency,
        live=live,
        state=AttemptState.INTENT.value,
        next_check_at=now + FIRST_LOOK,
        created_at=now,
    )
    attempt = (await session.execute(planned.returning(PaymentAttempt.id))).scalar_one()
    await owe(session, "payment.link", f"payment.link:{attempt}", {"attempt": attempt}, now=now)
    return AttemptId(attempt)


async def note_link(
    session: AsyncSession, attempt: Attempt, fetched: FetchedPayment, held_until: datetime, now: datetime
) -> None:
    """The provider has it: remember its id and link, hold as long as it can be paid, tell the buyer. Once."""
    await orders.lock(session, attempt.order)
    noted = await session.scalar(
        update(PaymentAttempt)
        .where(PaymentAttempt.id == attempt.id, PaymentAttempt.state.in_(["intent", "unknown"]))
        .values(
            state=AttemptState.PENDING.value,
            provider_id=fetched.provider_id,
            confirmation_url=fetched.confirmation_url,
            next_check_at=now + rules.pause(0),
        )
        .returning(PaymentAttempt.id)
    )
    if noted is None:
        return
    order = await orders.get(session, attempt.order)
    if order.state is not OrderState.AWAITING_PAYMENT:
        return
    await order_writes.change(session, order.id, of=order.state, held_until=held_until)
    await stock.extend(session, order.id, Stage.PAYMENT, held_until)
    await tell_buyer(session, order.customer, "payment_link", str(attempt.id), now=now, order=order.id)


async def note_unknown(session: AsyncSession, row: Attempt | Refund, now: datetime) -> None:
    """No usable answer: the same key and body again, soon."""
    table = PaymentAttempt if isinstance(row, Attempt) else RefundAttempt
    again = now + max(rules.pause(row.checks), FIRST_LOOK)
    await session.execute(
        update(table)
        .where(table.id == row.id, table.state.in_(["intent", "unknown"]))
        .values(state=AttemptState.UNKNOWN.value, checks=table.checks + 1, next_check_at=again)
    )


async def note_refused(session: AsyncSession, attempt: Attempt, reason: str, hold: timedelta, now: datetime) -> None:
    """Certainly not done. The order keeps its pieces a little, so that the buyer can choose another way."""
    await orders.lock(session, attempt.order)
    if not await _end(session, attempt, AttemptState.CANCELED, now, reason=reason):
        return
    order = await orders.get(session, attempt.order)
    await tell_sellers(session, "payment_trouble", str(attempt.id), now=now, order=order.id, reason=reason)
    if order.state is not OrderState.AWAITING_PAYMENT:
        return
    await order_writes.change(session, order.id, of=order.state, held_until=now + hold)
    await stock.extend(session, order.id, Stage.CHECKOUT, now + hold)
    await tell_buyer(session, order.customer, "payment_trouble", str(attempt.id), now=now, order=order.id)


async def look_again(session: AsyncSession, attempt: Attempt, now: datetime) -> None:
    """Nothing new: the pause before the next look grows."""
    await session.execute(
        update(PaymentAttempt)
        .where(PaymentAttempt.id == attempt.id)
        .values(checks=PaymentAttempt.checks + 1, next_check_at=rules.next_look(attempt, now))
    )


async def hasten(session: AsyncSession, attempt: AttemptId, now: datetime) -> None:
    """Owe a look at the provider now."""
    owed = (f"payment.check:{attempt}", {"attempt": attempt})
    await owe_anew(session, "payment.check", [owed], now=now, due_at=now)


async def note_notice(session: AsyncSession, provider_id: str, event: str, now: datetime) -> None:
    await session.execute(insert(PaymentNotice).values(provider_id=provider_id, event=event[:60], received_at=now))


async def settle(session: AsyncSession, attempt_id: AttemptId, fetched: FetchedPayment, now: datetime) -> None:
    """Apply what the provider shows. Effects happen once, whoever comes first and however often."""
    known = await reads.attempt(session, attempt_id)
    await orders.lock(session, known.order)
    attempt = await reads.attempt(session, attempt_id)
    state = rules.next_state(attempt, fetched)
    if state is None:
        await look_again(session, attempt, now)
        return
    if state in rules.OPEN:
        await session.execute(
            update(PaymentAttempt)
            .where(PaymentAttempt.id == attempt.id)
            .values(
                state=state.value,
                provider_id=fetched.provider_id,
                confirmation_url=fetched.confirmation_url or attempt.confirmation_url,
                next_check_at=now + rules.pause(attempt.checks),
            )
        )
        return
    watched = now + rules.WATCH_AFTER if state is AttemptState.SUCCEEDED and not attempt.by_hand else None
    told = {"provider_id": fetched.provider_id, "reason": fetched.cancel_reason, "next_check_at": watched}
    if not await _end(session, attempt, state, now, **told):
        return
    order = await orders.get(session, attempt.order)
    if state is AttemptState.MISMATCH:
        if order.state is OrderState.AWAITING_PAYMENT:
            kept = now + rules.KEPT_IN_DOUBT
            await order_writes.change(session, order.id, of=order.state, held_until=kept)
            await stock.extend(session, order.id, Stage.CHECKOUT, kept)
        doubt = rules.doubt(attempt, fetched)
        await tell_sellers(session, "mismatch", str(attempt.id), now=now, order=order.id, **doubt)
        await tell_buyer(session, order.customer, "checking", str(attempt.id), now=now, order=order.id)
    elif state is AttemptState.SUCCEEDED:
        await _captured(session, attempt, fetched, order, now)
    elif order.state is OrderState.AWAITING_PAYMENT and not await reads.open_attempt(session, order.id):
        await order_writes.end_unplaced(session, order, OrderState.EXPIRED, actor=None, why="not_paid", now=now)
        reason = fetched.cancel_reason or ""
        await tell_buyer(session, order.customer, "hold_ended", str(order.id), now=now, order=order.id, reason=reason)


async def _captured(
    session: AsyncSession, attempt: Attempt, fetched: FetchedPayment, order: OrderView, now: datetime
) -> None:
    """Money has come: the order goes on, comes back to life, or the money goes back."""
    if receipt := rules.receipt_in(attempt.body):
        await receipts.begin_with_payment(session, order.id, attempt.id, fetched.provider_id, receipt, now)
    await _book(session, attempt, attempt.amount, f"payment:{attempt.id}", now)
    why = "double"
    if order.state is OrderState.AWAITING_PAYMENT:
        await _paid(session, order, now)
        return
    if order.state is OrderState.EXPIRED:
        try:
            async with session.begin_nested():
                await stock.reserve(
                    session,
                    [Wanted(line.variant, line.quantity) for line in order.lines],
                    cause=f"order:{order.id}:late:{attempt.id}",
                    stage=Stage.ORDER,
                    expires_at=None,
                    now=now,
                    customer=order.customer,
                    order=order.id,
                )
        except SoldOut:
            why = "late"
            await waiting.put_first(session, order.customer, [line.variant for line in order.lines], now)
        else:
            await _paid(session, order, now)
            return
    elif order.state is OrderState.CANCELLED:
        why = "cancelled"
    await plan_refund(session, attempt, attempt.amount, order, cause=f"{why}:{attempt.id}", reason=why, now=now)
    await tell_sellers(session, "money_goes_back", str(attempt.id), now=now, order=order.id, reason=why)
    await tell_buyer(session, order.customer, "money_goes_back", str(attempt.id), now=now, order=order.id, reason=why)


async def _paid(session: AsyncSession, order: OrderView, now: datetime) -> None:
    await order_writes.accept(session, order, actor=None, why="paid", now=now)
    await tell_buyer(session, order.customer, "paid", str(order.id), now=now, order=order.id)
    await tell_sellers(session, "new_order", str(order.id), now=now, order=order.id)


async def plan_refund(
    session: AsyncSession,
    attempt: Attempt,
    amount: Money,
    order: OrderView,
    *,
    cause: str,
    reason: str,
    now: datetime,
) -> bool:
    """Promise money back; False when that would be more than came in. The guard holds for two sellers at once."""
    promised = await session.scalar(
        update(PaymentAttempt)
        .where(
            PaymentAttempt.id == attempt.id,
            PaymentAttempt.state == "succeeded",
            PaymentAttempt.refunding_minor + amount.minor <= PaymentAttempt.amount_minor,
        )
        .values(refunding_minor=PaymentAttempt.refunding_minor + amount.minor)
        .returning(PaymentAttempt.provider_id)
    )
    if promised is None:
        return False
    receipt = await receipt_reads.goes_back(session, attempt.id, amount.minor)
    refund = await _begun(
        session,
        attempt,
        amount,
        now,
        cause=f"refund:{cause}",
        body=rules.refund_body(promised, amount, order_rules.number(order.id), receipt),
        state="intent",
        reason=reason,
        next_check_at=None if attempt.by_hand else now + FIRST_LOOK,
    )
    if attempt.by_hand:
        asked: dict[str, Any] = {"refund": refund, "amount": amount.minor, "payment": attempt.cabinet_id}
        await tell_sellers(session, "refund_by_hand", str(refund), now=now, order=order.id, **asked)
    else:
        await owe(session, "refund.send", f"refund.send:{refund}", {"refund": refund}, now=now)
    return True


async def _begun(session: AsyncSession, attempt: Attempt, amount: Money, now: datetime, **values: Any) -> RefundId:
    begun = insert(RefundAttempt).values(
        attempt_id=attempt.id,
        order_id=attempt.order,
        key=uuid.uuid4().hex,
        amount_minor=amount.minor,
        currency=amount.currency,
        created_at=now,
        **values,
    )
    return RefundId((await session.execute(begun.returning(RefundAttempt.id))).scalar_one())


async def settle_refund(session: AsyncSession, refund: Refund, fetched: FetchedRefund, now: datetime) -> None:
    """Apply what the provider shows of a refund. Effects happen once."""
    if fetched.status is ProviderStatus.SUCCEEDED:
        if await _end(session, refund, "succeeded", now, provider_id=fetched.provider_id):
            await _gone_back(session, refund.id, await reads.attempt(session, refund.attempt), refund.amount, now)
    elif fetched.status is ProviderStatus.CANCELED:
        await fail_refund(session, refund, fetched.cancel_reason or "canceled", now, provider_id=fetched.provider_id)
    else:
        await session.execute(
            update(RefundAttempt)
            .where(RefundAttempt.id == refund.id, RefundAttempt.state.in_(["intent", "unknown", "pending"]))
            .values(
                state="pending",
                provider_id=fetched.provider_id,
                checks=RefundAttempt.checks + 1,
                next_check_at=now + rules.pause(refund.checks),
            )
        )


async def fail_refund(
    session: AsyncSession, refund: Refund, failure: str, now: datetime, *, provider_id: str | None = None
) -> None:
    """It did not go back: the promise is taken off, and the seller has to look."""
    await orders.lock(session, refund.order)
    if not await _end(session, refund, "canceled", now, provider_id=provider_id, failure=failure[:60]):
        return
    await _recount_promises(session, refund.attempt)
    await tell_sellers(session, "refund_trouble", str(refund.id), now=now, order=refund.order, reason=failure)


async def add_cabinet_refund(session: AsyncSession, attempt: Attempt, fetched: FetchedRefund, now: datetime) -> None:
    """A refund made in the merchant's cabinet enters the books."""
    amount = Money(fetched.amount_minor, fetched.currency)
    refund = await _begun(
        session,
        attempt,
        amount,
        now,
        cause=f"cabinet:{fetched.provider_id}",
        body="{}",
        state="succeeded",
        reason="cabinet",
        provider_id=fetched.provider_id,
        ended_at=now,
    )
    await _recount_promises(session, attempt.id)
    await _gone_back(session, refund, attempt, amount, now)


async def _recount_promises(session: AsyncSession, attempt: AttemptId) -> None:
    """What is promised back, by the refunds themselves. One from the cabinet may cross one of ours on its way."""
    promised = (
        select(func.coalesce(func.sum(RefundAttempt.amount_minor), 0))
        .where(RefundAttempt.attempt_id == attempt, RefundAttempt.state != "canceled")
        .scalar_subquery()
    )
    most = PaymentAttempt.amount_minor
    await session.execute(
        update(PaymentAttempt)
        .where(PaymentAttempt.id == attempt)
        .values(refunding_minor=case((promised > most, most), else_=promised))
    )


async def adopt_refunds(
    session: AsyncSession, attempt: Attempt, listed: Sequence[FetchedRefund], now: datetime
) -> None:
    """Refunds that we do not know by their ids: ours whose answers were lost, or made in the merchant's cabinet."""
    known, _ = await reads.refunds_known(session, attempt.id)
    for fetched in listed:
        if fetched.provider_id in known or fetched.status is not ProviderStatus.SUCCEEDED:
            continue
        ours = await reads.nameless_refund(session, attempt.id, fetched.amount_minor)
        if ours is not None:
            await settle_refund(session, ours, fetched, now)
        else:
            await add_cabinet_refund(session, attempt, fetched, now)


async def _gone_back(session: AsyncSession, refund: RefundId, attempt: Attempt, amount: Money, now: datetime) -> None:
    await _book(session, attempt, Money(-amount.minor, amount.currency), f"refund:{refund}", now)
    order = await orders.get(session, attempt.order)
    await tell_buyer(session, order.customer, "refunded", str(refund), now=now, order=order.id, amount=amount.minor)
    await tell_sellers(session, "refunded", str(refund), now=now, order=order.id, amount=amount.minor)


async def _book(session: AsyncSession, attempt: Attempt, amount: Money, cause: str, now: datetime) -> None:
    order, way = attempt.order, attempt.provider.value
    await order_writes.record_money(session, order, amount, way, cause=cause, actor=None, now=now, attempt=attempt.id)


async def give_back_all(session: AsyncSession, order: OrderView, *, reason: str, now: datetime, keep: int = 0) -> int:
    """Promise back everything that came online, but for what is kept. Minor units promised."""
    promised = 0
    for attempt in await reads.attempts_of(session, order.id):
        left, keep = max(attempt.left_minor - keep, 0), max(keep - attempt.left_minor, 0)
        if left > 0:
            amount = Money(left, attempt.amount.currency)
            # one that came to nothing may be tried again: each try is a cause of its own
            cause = f"order:{order.id}:{attempt.id}:{await reads.refunds_tried(session, attempt.id)}"
            if await plan_refund(session, attempt, amount, order, cause=cause, reason=reason, now=now):
                promised += left
    by = acting.get()
    if promised and by is not None and by != order.customer:
        told, named = f"{promised} {order.total.currency}", order_rules.number(order.id)
        await note(session, "refund", named, after=told, about="order", about_id=order.id, now=now)
    return promised


async def _end(session: AsyncSession, row: Attempt | Refund, state: str, now: datetime, **values: Any) -> bool:
    """Compare and set: False when somebody has ended it before."""
    table = PaymentAttempt if isinstance(row, Attempt) else RefundAttempt
    told = {name: value for name, value in values.items() if value is not None}
    ended = (
        update(table)
        .where(table.id == row.id, table.state.in_([open_.value for open_ in rules.OPEN]))
        .values(**{"state": state, "ended_at": now, "next_check_at": None, **told})
    )
    return await session.scalar(ended.returning(table.id)) is not None
