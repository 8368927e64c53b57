"""How does a checkout go a step further? Shared by all that take it there; in the caller's transaction."""

from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncSession

from bot.basics.ids import CustomerId, OrderId
from bot.shop.checkout import rules
from bot.shop.checkout.errors import HoldEnded
from bot.shop.checkout.values import OnlinePay
from bot.shop.orders import reads as orders
from bot.shop.orders import writes as order_writes
from bot.shop.orders.errors import OrderMovedOn
from bot.shop.orders.values import OrderState, OrderView
from bot.shop.payments import writes as payments
from bot.shop.pickup import writes as pickup
from bot.shop.policies.values import Policies
from bot.shop.stock import writes as stock
from bot.shop.stock.values import Stage


async def open_draft(session: AsyncSession, order: OrderId, customer: CustomerId) -> OrderView:
    """One's own unfinished order, locked. Raises NoSuchOrder, HoldEnded, OrderMovedOn."""
    await orders.lock(session, order)
    current = await orders.own(session, order, customer)
    if current.state in (OrderState.EXPIRED, OrderState.CANCELLED):
        raise HoldEnded
    if current.state is not OrderState.DRAFT:
        raise OrderMovedOn
    return current


async def extend(session: AsyncSession, order: OrderView, policies: Policies, now: datetime) -> OrderView:
    """A step was taken: the whole hold again, up to the limit."""
    limit = order.created_at + policies.hold_max
    until = rules.held_until(now, policies.hold, limit)
    await order_writes.change(session, order.id, of=OrderState.DRAFT, held_until=until)
    await stock.extend(session, order.id, Stage.CHECKOUT, until)
    return await orders.get(session, order.id)


async def unbook(session: AsyncSession, order: OrderView) -> None:
    """The time that was chosen is free again."""
    if order.location is not None and order.slot_at is not None:
        await pickup.unbook(session, order.location, order.slot_at)


async def ask_money(
    session: AsyncSession,
    order: OrderView,
    online: OnlinePay,
    policies: Policies,
    values: dict[str, object],
    now: datetime,
) -> None:
    """Plan the payment of the whole sum; the pieces are held as long as its link can be paid."""
    until = now + policies.payment_link + policies.payment_grace
    if order.state is OrderState.DRAFT:
        await order_writes.move(
            session,
            order.id,
            OrderState.DRAFT,
            OrderState.AWAITING_PAYMENT,
            actor=order.customer,
            why="pay_online",
            now=now,
            held_until=until,
            **values,
        )
    else:
        await order_writes.change(session, order.id, of=order.state, held_until=until, **values)
    await stock.extend(session, order.id, Stage.PAYMENT, until)
    await payments.plan_attempt(
        session,
        order,
        live=online.live,
        return_url=online.return_url(order.token),
        shop_name=policies.shop_name,
        now=now,
    )
