"""How is somebody forgotten?"""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from sqlalchemy import Table, delete, exists, or_, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from bot.shop.delivery.tables import OrderDelivery
from bot.shop.orders.tables import MoneyEntry, Order
from bot.shop.orders.values import OrderState
from bot.shop.payments.tables import PaymentAttempt, RefundAttempt
from bot.shop.payments.values import AttemptState
from bot.shop.privacy.rules import KEPT, Subject
from bot.storage.base import Base


async def erase(session: AsyncSession, who: Subject, now: datetime) -> None:
    """Take away or blank everything that names the person; what the books need stays, and names nobody."""
    for kept in KEPT:
        table = Base.metadata.tables[kept.table]
        condition = kept.whose(table, who)
        if kept.gone:
            await session.execute(delete(table).where(condition))
        elif kept.blank:
            await session.execute(update(table).where(condition).values(_values(table, kept.blank, now)))


async def forget_bodies(session: AsyncSession, moment: datetime) -> None:
    """Blank request bodies of payments that ended before: they may carry contacts, and are never sent again."""
    for attempt in (PaymentAttempt, RefundAttempt):
        await session.execute(update(attempt).where(attempt.ended_at < moment, attempt.body != "").values(body=""))


async def forget_contacts(session: AsyncSession, moment: datetime) -> None:
    """Blank where to and whom to call of orders that came to nothing before: no money ever came, and none may come."""
    came = exists().where(MoneyEntry.order_id == Order.id)
    closed = (AttemptState.CANCELED.value,)
    comes = exists().where(PaymentAttempt.order_id == Order.id, PaymentAttempt.state.not_in(closed))
    nothing = select(Order.id).where(
        Order.state.in_([OrderState.EXPIRED.value, OrderState.CANCELLED.value]), Order.ended_at < moment, ~came, ~comes
    )
    await session.execute(
        update(OrderDelivery).where(OrderDelivery.order_id.in_(nothing), OrderDelivery.address != "").values(address="")
    )
    said = or_(Order.contact_phone.is_not(None), Order.note != "")
    await session.execute(update(Order).where(Order.id.in_(nothing), said).values(contact_phone=None, note=""))


def _values(table: Table, blank: Mapping[str, Any], now: datetime) -> dict[str, Any]:
    values = {column: value(table) if callable(value) else value for column, value in blank.items()}
    # whatever still wants to write to somebody who is gone skips them, as those who have blocked the bot
    return values | ({"blocked_at": now} if table.name == "customer" else {})
