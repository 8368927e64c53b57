"""How are pieces held for a checkout, how does it go a step further, how does it end? In the caller's transaction."""

from contextlib import nullcontext
from dataclasses import dataclass, replace
from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncSession

from bot.basics.ids import CustomerId, LocationId, OrderId
from bot.basics.money import Money
from bot.shop.checkout import rules
from bot.shop.checkout.errors import HoldEnded
from bot.shop.checkout.values import OnlinePay
from bot.shop.customers import writes as customers
from bot.shop.customers.values import Usual
from bot.shop.delivery import writes as delivery
from bot.shop.delivery.values import DeliveryState
from bot.shop.invoices import writes as invoices
from bot.shop.orders import reads as orders
from bot.shop.orders import writes as order_writes
from bot.shop.orders.errors import OrderMovedOn
from bot.shop.orders.values import Line, OrderState, OrderView, PayWay
from bot.shop.outbox.writes import tell_both, tell_buyer, tell_sellers
from bot.shop.payments import reads as payment_reads
from bot.shop.payments import writes as payments
from bot.shop.pickup import writes as pickup
from bot.shop.policies.values import Policies
from bot.shop.receipts import reads as receipts
from bot.shop.stock import reads as stock_reads
from bot.shop.stock import writes as stock
from bot.shop.stock.errors import SoldOut
from bot.shop.stock.values import Stage, Wanted


@dataclass(frozen=True, slots=True)
class Making:
    """All that a new draft is made of."""

    customer: CustomerId
    draft: OrderView | None
    """The one that it takes the place of."""
    lines: list[Line]
    policies: Policies
    now: datetime
    from_cart: bool
    offered: tuple[LocationId, ...]
    """The places to choose from."""
    asks: bool
    """Even the only place is a choice: the purchase may be sent, too, or that place does not stay where it is."""


async def held(session: AsyncSession, making: Making, *, alone: bool) -> OrderView:
    """A draft that holds its pieces. Holds that have run out are swept before anybody hears "sold out"."""
    try:
        async with nullcontext() if alone else session.begin_nested():
            return await _drafted(session, making)
    except SoldOut:
        # the savepoint has let go of the counters: orders may be locked
        if not await _swept(session, making):
            raise
    async with session.begin_nested():
        return await _drafted(session, making)


async def _drafted(session: AsyncSession, making: Making) -> OrderView:
    """The new draft in place of the old one. The guard comes first: those who are too late cost one statement."""
    draft, lines, policies, now = making.draft, making.lines, making.policies, making.now
    if draft is not None:
        await stock.lock(session, [line.variant for line in lines], [draft.id])
        await order_writes.end_unplaced(
            session, draft, OrderState.EXPIRED, actor=making.customer, why="replaced", now=now
        )
    taken = await stock.take(session, [Wanted(line.variant, line.quantity) for line in lines], now)
    limit = now + policies.hold_max
    until = rules.held_until(now, policies.hold, limit)
    order = await order_writes.draft(
        session,
        making.customer,
        lines,
        policies.currency,
        from_cart=making.from_cart,
        held_until=until,
        hold_limit=limit,
        now=now,
        offered=making.offered,
        ask=making.asks or len(making.offered) != 1,
    )
    await stock.note_hold(
        session,
        taken,
        cause=f"order:{order.id}:hold",
        stage=Stage.CHECKOUT,
        expires_at=until,
        now=now,
        customer=making.customer,
        order=order.id,
    )
    return order


async def _swept(session: AsyncSession, making: Making) -> bool:
    """End the overdue checkouts that hold these variants; one that somebody is changing now is left to them."""
    draft, now, variants = making.draft, making.now, [line.variant for line in making.lines]
    overdue = set(await stock_reads.overdue_orders(session, now, variants)) - {draft.id if draft else None}
    idle = await orders.lock_idle(session, overdue) if overdue else []
    if not idle:
        return False
    await stock.lock(session, variants, [*idle, *([draft.id] if draft else [])])
    for order in idle:
        await expire(session, order, now)
    return True


async def open_draft(session: AsyncSession, order: OrderId, customer: CustomerId) -> OrderView:
    """One's own unfinished order, locked. Raises NoSuchOrder, HoldEnded, OrderMovedOn."""
    await orders.lock(session, order)
    current = await orders.own(session, order, customer)
    if current.state in (OrderState.EXPIRED, OrderState.CANCELLED):
        raise HoldEnded
    if current.state is not OrderState.DRAFT:
        raise OrderMovedOn
    return current


async def extend(
    session: AsyncSession, order: OrderView, policies: Policies, now: datetime, **values: object
) -> OrderView:
    """A step was taken: these columns are written, and the hold is whole again, up to the limit. As it is then."""
    limit = order.created_at + policies.hold_max
    values["held_until"] = until = rules.held_until(now, policies.hold, limit)
    await order_writes.change(session, order.id, of=OrderState.DRAFT, **values)
    await stock.extend(session, order.id, Stage.CHECKOUT, until)
    return order_writes.changed(order, **values)


async def unbook(session: AsyncSession, order: OrderView) -> None:
    """The time that was chosen is free again."""
    if order.location is not None and order.slot_at is not None:
        await pickup.unbook(session, order.location, order.slot_at)


async def stay_here(session: AsyncSession, order: OrderView) -> OrderView:
    """A draft that was to be delivered is collected after all. As it is then."""
    if order.delivery is None:
        return order
    without = Money(order.total.minor - order.delivery.counted_minor, order.total.currency)
    await delivery.drop(session, order.id)
    await order_writes.change(session, order.id, of=OrderState.DRAFT, total_minor=without.minor)
    return replace(order, delivery=None, total=without)


async def give_up_delivery(session: AsyncSession, order: OrderId, customer: CustomerId, now: datetime) -> OrderView:
    """An order that waits for the price of its delivery, or for the answer to it, ends. As it was.

    Raises NoSuchOrder, OrderMovedOn.
    """
    await orders.lock(session, order)
    current = await orders.own(session, order, customer)
    asked = current.delivery is not None and current.delivery.is_open_question
    if current.state is not OrderState.AWAITING_PAYMENT or not asked:
        raise OrderMovedOn
    await order_writes.end_unplaced(session, current, OrderState.CANCELLED, actor=customer, why="collects", now=now)
    await tell_sellers(session, "quote_collects", str(order), now=now, order=order)
    return current


async def place(
    session: AsyncSession,
    order: OrderView,
    way: PayWay,
    online: OnlinePay,
    policies: Policies,
    message: int | None,
    now: datetime,
) -> OrderView:
    """Owe it from now on: the payment is planned, or the pieces are promised; the sum stands. As it is then."""
    values: dict[str, object] = {
        "pay_way": way.value,
        "chat_message_id": message,
        "placed_at": order.placed_at or now,
    }
    if order.delivery is not None and order.delivery.state is DeliveryState.CHOSEN:
        await delivery.move(session, order.id, DeliveryState.CHOSEN, DeliveryState.AGREED)
        order = replace(order, delivery=replace(order.delivery, state=DeliveryState.AGREED))
    if order.remember:
        await customers.keep_choice(session, order.customer, Usual(order.location, way.value, order.contact_phone), now)
    if way.is_online:
        return await ask_money(session, order, way, online, policies, values, now)
    placed = await order_writes.accept(session, order, actor=order.customer, why="at_pickup", now=now, **values)
    await tell_both(session, order.customer, "accepted", "new_order", order.id, now)
    return placed


async def ask_money(
    session: AsyncSession,
    order: OrderView,
    way: PayWay,
    online: OnlinePay,
    policies: Policies,
    values: dict[str, object],
    now: datetime,
) -> OrderView:
    """Plan the payment of the whole sum; the pieces are held as long as its link can be paid. As it is then.

    Raises ContactNeeded while it is not known where the receipt goes.
    """
    receipt = await receipts.of_payment(session, order, policies) if way is PayWay.ONLINE else None
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
    if way is PayWay.INVOICE:
        await stock.extend(session, order.id, Stage.CHECKOUT, until)
        live, shop_name = online.invoices_live, policies.shop_name
        await invoices.plan(session, order, live=live, shop_name=shop_name, now=now)
    else:
        await stock.extend(session, order.id, Stage.PAYMENT, until)
        await payments.plan_attempt(
            session,
            order,
            live=online.live,
            return_url=online.return_url(order.token),
            shop_name=policies.shop_name,
            receipt=receipt,
            now=now,
        )
    return order_writes.changed(order, state=OrderState.AWAITING_PAYMENT, held_until=until, **values)


async def expire(session: AsyncSession, order: OrderId, now: datetime) -> None:
    """End a checkout whose time is over, and tell its buyer; one with a payable link is left alone. Twice is once."""
    await orders.lock(session, order)
    current = await orders.get(session, order)
    over = current.held_until is not None and current.held_until <= now
    if current.state not in (OrderState.DRAFT, OrderState.AWAITING_PAYMENT) or not over:
        return
    if current.state is OrderState.AWAITING_PAYMENT:
        attempt = await payment_reads.open_attempt(session, order)
        if attempt is not None and not attempt.by_hand:
            return
        if attempt is not None:
            await invoices.close(session, attempt, now)
    await order_writes.end_unplaced(session, current, OrderState.EXPIRED, actor=None, why="hold_ended", now=now)
    await tell_buyer(session, current.customer, "hold_ended", str(order), now=now, order=order, reason="")
    if current.delivery and current.delivery.is_open_question:
        await tell_sellers(session, "quote_over", str(order), now=now, order=order)
