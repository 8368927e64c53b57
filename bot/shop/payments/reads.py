"""Which payments and refunds are there?"""

from datetime import datetime
from typing import Any

from sqlalchemy import case, func, select
from sqlalchemy.ext.asyncio import AsyncSession

from bot.basics.ids import AttemptId, OrderId, RefundId
from bot.basics.money import Money
from bot.shop.delivery.tables import OrderDelivery
from bot.shop.orders import rules as order_rules
from bot.shop.orders.tables import MoneyEntry, Order
from bot.shop.payments import rules
from bot.shop.payments.tables import PaymentAttempt, RefundAttempt
from bot.shop.payments.values import Attempt, AttemptState, MoneyDifference, Provider, Refund

_OPEN = [state.value for state in rules.OPEN]
_ATTEMPT = select(
    PaymentAttempt.id,
    PaymentAttempt.order_id,
    PaymentAttempt.key,
    PaymentAttempt.body,
    PaymentAttempt.amount_minor,
    PaymentAttempt.currency,
    PaymentAttempt.live,
    PaymentAttempt.state,
    PaymentAttempt.provider_id,
    PaymentAttempt.confirmation_url,
    PaymentAttempt.refunding_minor,
    PaymentAttempt.checks,
    PaymentAttempt.created_at,
    PaymentAttempt.provider,
    PaymentAttempt.cabinet_id,
)
_REFUND = select(
    RefundAttempt.id,
    RefundAttempt.attempt_id,
    RefundAttempt.order_id,
    PaymentAttempt.provider_id,
    RefundAttempt.key,
    RefundAttempt.body,
    RefundAttempt.amount_minor,
    RefundAttempt.currency,
    RefundAttempt.state,
    RefundAttempt.provider_id,
    RefundAttempt.reason,
    RefundAttempt.checks,
    RefundAttempt.created_at,
    PaymentAttempt.provider,
    PaymentAttempt.cabinet_id,
).join(PaymentAttempt, PaymentAttempt.id == RefundAttempt.attempt_id)
_REFUND_OPEN = ["intent", "unknown", "pending"]


def _attempt(row: Any) -> Attempt:
    return Attempt(
        row[0],
        row[1],
        row[2],
        row[3],
        Money(row[4], row[5]),
        row[6],
        AttemptState(row[7]),
        row[8],
        row[9],
        row[10],
        row[11],
        row[12],
        Provider(row[13]),
        row[14],
    )


def _refund(row: Any) -> Refund:
    return Refund(
        row[0],
        row[1],
        row[2],
        row[3] or "",
        row[4],
        row[5],
        Money(row[6], row[7]),
        row[8],
        row[9],
        row[10],
        row[11],
        row[12],
        Provider(row[13]),
        row[14],
    )


async def attempt(session: AsyncSession, wanted: AttemptId) -> Attempt:
    """Raises NoResultFound for an unknown id: ids come from our own rows."""
    return _attempt((await session.execute(_ATTEMPT.where(PaymentAttempt.id == wanted))).one())


async def attempt_by_provider(session: AsyncSession, provider_id: str) -> Attempt | None:
    row = (await session.execute(_ATTEMPT.where(PaymentAttempt.provider_id == provider_id))).first()
    return _attempt(row) if row else None


async def attempt_by_key(session: AsyncSession, key: str) -> Attempt | None:
    row = (await session.execute(_ATTEMPT.where(PaymentAttempt.key == key))).first()
    return _attempt(row) if row else None


async def attempts_of(session: AsyncSession, order: OrderId) -> list[Attempt]:
    """Every try to pay this order, newest first."""
    rows = await session.execute(_ATTEMPT.where(PaymentAttempt.order_id == order).order_by(PaymentAttempt.id.desc()))
    return [_attempt(row) for row in rows]


async def kept(session: AsyncSession, order: OrderId) -> dict[AttemptId, int]:
    """What each payment of an order brought and is not promised back, minor units."""
    rows = await session.execute(
        select(PaymentAttempt.id, PaymentAttempt.amount_minor - PaymentAttempt.refunding_minor).where(
            PaymentAttempt.order_id == order, PaymentAttempt.state == AttemptState.SUCCEEDED.value
        )
    )
    return {AttemptId(attempt): left for attempt, left in rows}


async def open_attempt(session: AsyncSession, order: OrderId) -> Attempt | None:
    """The try that may still be paid."""
    row = (
        await session.execute(
            _ATTEMPT.where(PaymentAttempt.order_id == order, PaymentAttempt.state.in_(_OPEN))
            .order_by(PaymentAttempt.id.desc())
            .limit(1)
        )
    ).first()
    return _attempt(row) if row else None


async def in_question(session: AsyncSession, order: OrderId) -> bool:
    """Money has come that does not match: nothing more is asked for until the seller has looked."""
    found = select(PaymentAttempt.id).where(PaymentAttempt.order_id == order, PaymentAttempt.state == "mismatch")
    return await session.scalar(found.limit(1)) is not None


async def doubted(session: AsyncSession, order: OrderId) -> AttemptId | None:
    """The newest payment of an order that does not match it."""
    found = select(func.max(PaymentAttempt.id)).where(
        PaymentAttempt.order_id == order, PaymentAttempt.state == "mismatch"
    )
    attempt = await session.scalar(found)
    return AttemptId(attempt) if attempt is not None else None


async def due_attempts(session: AsyncSession, now: datetime, limit: int = 100) -> list[AttemptId]:
    rows = await session.execute(
        select(PaymentAttempt.id)
        .where(PaymentAttempt.next_check_at <= now)
        .order_by(PaymentAttempt.next_check_at)
        .limit(limit)
    )
    return [AttemptId(row) for row in rows.scalars()]


async def refund(session: AsyncSession, wanted: RefundId) -> Refund:
    """Raises NoResultFound for an unknown id."""
    return _refund((await session.execute(_REFUND.where(RefundAttempt.id == wanted))).one())


async def find_refund(session: AsyncSession, wanted: RefundId) -> Refund | None:
    row = (await session.execute(_REFUND.where(RefundAttempt.id == wanted))).first()
    return _refund(row) if row else None


async def refund_by_provider(session: AsyncSession, provider_id: str) -> Refund | None:
    row = (await session.execute(_REFUND.where(RefundAttempt.provider_id == provider_id))).first()
    return _refund(row) if row else None


async def due_refunds(session: AsyncSession, now: datetime, limit: int = 100) -> list[RefundId]:
    rows = await session.execute(
        select(RefundAttempt.id)
        .where(RefundAttempt.state.in_(_REFUND_OPEN), RefundAttempt.next_check_at <= now)
        .order_by(RefundAttempt.next_check_at)
        .limit(limit)
    )
    return [RefundId(row) for row in rows.scalars()]


async def refunds_known(session: AsyncSession, payment: AttemptId) -> tuple[set[str], int]:
    """(ids that the provider gave to our refunds of this payment, sum that has gone back in minor units)."""
    rows = await session.execute(
        select(RefundAttempt.provider_id, RefundAttempt.amount_minor, RefundAttempt.state).where(
            RefundAttempt.attempt_id == payment
        )
    )
    found = [(row[0], row[1], row[2]) for row in rows]
    return {row[0] for row in found if row[0]}, sum(row[1] for row in found if row[2] == "succeeded")


async def refunds_tried(session: AsyncSession, payment: AttemptId) -> int:
    """How many refunds of this payment have been begun, in whatever way they ended."""
    tried = select(func.count()).select_from(RefundAttempt).where(RefundAttempt.attempt_id == payment)
    return int(await session.scalar(tried) or 0)


async def nameless_refund(session: AsyncSession, payment: AttemptId, amount_minor: int) -> Refund | None:
    """One of our own refunds of that sum whose answer has not come yet."""
    row = (
        await session.execute(
            _REFUND.where(
                RefundAttempt.attempt_id == payment,
                RefundAttempt.provider_id.is_(None),
                RefundAttempt.state.in_(["intent", "unknown"]),
                RefundAttempt.amount_minor == amount_minor,
            ).limit(1)
        )
    ).first()
    return _refund(row) if row else None


async def refunds_by_hand(session: AsyncSession, order: OrderId) -> list[Refund]:
    """What the seller still has to give back in the provider's cabinet, the oldest first."""
    rows = await session.execute(
        _REFUND.where(
            RefundAttempt.order_id == order,
            RefundAttempt.state.in_(_REFUND_OPEN),
            PaymentAttempt.provider == Provider.TELEGRAM.value,
        ).order_by(RefundAttempt.id)
    )
    return [_refund(row) for row in rows]


async def refunds_open(session: AsyncSession, order: OrderId) -> int:
    """How much is on its way back, minor units."""
    total = await session.scalar(
        select(func.coalesce(func.sum(RefundAttempt.amount_minor), 0)).where(
            RefundAttempt.order_id == order, RefundAttempt.state.in_(_REFUND_OPEN)
        )
    )
    return int(total or 0)


async def differences(session: AsyncSession) -> list[MoneyDifference]:
    """Orders whose money does not add up; empty when every rouble is explained.

    Captured − refunded is what the books say; it must equal the order's total while the order stands and is paid (less
    what was given back in part), and zero, with what is still on its way back counted, once it has ended otherwise.
    What the way of a parcel that has left cost may be kept.
    """
    paid = (
        select(
            MoneyEntry.order_id,
            func.sum(MoneyEntry.amount_minor).label("sum"),
            func.sum(case((MoneyEntry.amount_minor < 0, 1), else_=0)).label("outs"),
        )
        .group_by(MoneyEntry.order_id)
        .subquery()
    )
    captured = (
        select(PaymentAttempt.order_id, func.sum(PaymentAttempt.amount_minor).label("sum"))
        .where(PaymentAttempt.state == "succeeded")
        .group_by(PaymentAttempt.order_id)
        .subquery()
    )
    refunded = (
        select(
            RefundAttempt.order_id,
            func.sum(case((RefundAttempt.state == "succeeded", RefundAttempt.amount_minor), else_=0)).label("done"),
            func.sum(case((RefundAttempt.state.in_(_REFUND_OPEN), RefundAttempt.amount_minor), else_=0)).label("open"),
        )
        .group_by(RefundAttempt.order_id)
        .subquery()
    )
    online = (
        select(MoneyEntry.order_id, func.sum(MoneyEntry.amount_minor).label("sum"))
        .where(MoneyEntry.way.in_([each.value for each in Provider]))
        .group_by(MoneyEntry.order_id)
        .subquery()
    )
    rows = await session.execute(
        select(
            Order.id,
            Order.state,
            Order.total_minor,
            func.coalesce(paid.c.sum, 0),
            func.coalesce(paid.c.outs, 0),
            func.coalesce(captured.c.sum, 0),
            func.coalesce(refunded.c.done, 0),
            func.coalesce(refunded.c.open, 0),
            func.coalesce(online.c.sum, 0),
            case((OrderDelivery.sent_at.is_not(None), func.coalesce(OrderDelivery.price_minor, 0)), else_=0),
        )
        .outerjoin(OrderDelivery, OrderDelivery.order_id == Order.id)
        .outerjoin(paid, paid.c.order_id == Order.id)
        .outerjoin(captured, captured.c.order_id == Order.id)
        .outerjoin(refunded, refunded.c.order_id == Order.id)
        .outerjoin(online, online.c.order_id == Order.id)
        .where((paid.c.sum.is_not(None)) | (captured.c.sum.is_not(None)) | (Order.state == "handed_over"))
    )
    found = []
    for order, state, total, balance, outs, attempts, done, coming, booked, spent in rows:
        number = order_rules.number(order)
        if booked != attempts - done:
            found.append(MoneyDifference(number, "books against payments", int(booked), int(attempts - done)))
        kept = int(balance - coming)
        if state in ("cancelled", "expired") and kept not in (0, spent):
            found.append(MoneyDifference(number, "kept though the order ended", kept, 0))
        partly = 0 < kept < total and (outs + coming > 0 or kept == spent)
        if state in ("accepted", "in_work", "ready", "handed_over") and kept not in (0, total) and not partly:
            found.append(MoneyDifference(number, "neither unpaid nor paid", kept, int(total)))
    return found
