"""How does an order become ready, or end before it is handed over?"""

from datetime import datetime, timedelta

from sqlalchemy.ext.asyncio import AsyncSession

from bot.basics.ids import CustomerId, OrderId
from bot.shop.fulfilment import rules
from bot.shop.fulfilment.errors import ToBeSent
from bot.shop.orders import reads as orders
from bot.shop.orders import rules as order_rules
from bot.shop.orders import writes as order_writes
from bot.shop.orders.errors import OrderMovedOn
from bot.shop.orders.values import OrderState, OrderView
from bot.shop.outbox.writes import tell_buyer, tell_sellers
from bot.shop.payments import writes as payments


async def make_ready(
    session: AsyncSession, order: OrderId, actor: CustomerId, keep: timedelta, now: datetime
) -> OrderView:
    """👌: the buyer is owed one message, and reminders while it waits. Twice is once.

    Raises NoSuchOrder, OrderMovedOn, ToBeSent, all of them before anything is changed.
    """
    await orders.lock(session, order)
    current = await orders.get(session, order)
    if current.delivery is not None and current.state in order_rules.OPEN:
        raise ToBeSent
    if current.state is OrderState.READY:
        return current
    if current.state not in (OrderState.ACCEPTED, OrderState.IN_WORK):
        raise OrderMovedOn
    keep_until = now + keep
    await order_writes.move(
        session,
        order,
        current.state,
        OrderState.READY,
        actor=actor,
        why="ready",
        now=now,
        ready_at=now,
        keep_until=keep_until,
    )
    await tell_buyer(session, current.customer, "ready", str(order), now=now, order=order)
    first, last = rules.reminders(now, keep)
    for what, due_at in (("waiting", first), ("last_day", last)):
        await tell_buyer(session, current.customer, what, str(order), now=now, due_at=due_at, order=order)
    await tell_sellers(session, "uncollected", str(order), now=now, due_at=keep_until, order=order)
    return await orders.get(session, order)


async def give_up(
    session: AsyncSession,
    order: OrderView,
    actor: CustomerId | None,
    *,
    why: str,
    reason: str,
    now: datetime,
    keep: int = 0,
) -> int:
    """What was paid goes back but for what is kept, an open order is called off. Minor units on their way.

    `actor`: nobody where the shop itself decides. What was paid by hand is booked out at once; twice gives back once.
    """
    promised = await payments.give_back_all(session, order, reason=reason, now=now, keep=keep)
    by_hand = await order_writes.book_out(session, order, actor, now, keep_minor=keep)
    if order.state in order_rules.OPEN:
        await order_writes.call_off(session, order, actor=actor, why=why, now=now)
    return promised + by_hand
