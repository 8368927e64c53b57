"""How does an order change? Every move is compared with the table of moves and leaves an event."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any, Final

from sqlalchemy import Select, exists, insert, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from bot.basics.ids import CustomerId, LocationId, OrderId, new_code, new_token
from bot.basics.money import Money
from bot.basics.visiting import works_here
from bot.shop.cart import writes as cart
from bot.shop.customers.tables import Customer, SavedChoice
from bot.shop.journal.writes import note
from bot.shop.orders import reads, rules
from bot.shop.orders.errors import OrderMovedOn
from bot.shop.orders.tables import MoneyEntry, Order, OrderEvent, OrderLine
from bot.shop.orders.values import Line, OrderState, OrderView, PayWay
from bot.shop.outbox.writes import owe_anew, tell_buyer
from bot.shop.pickup import writes as pickup
from bot.shop.stock import writes as stock
from bot.storage.insert_once import insert_all, insert_once

SHOWN_AFTER: Final = timedelta(seconds=1)
"""Changes within this time are one edit of the message that shows the order."""


async def draft(
    session: AsyncSession,
    customer: CustomerId,
    lines: Sequence[Line],
    currency: str,
    *,
    from_cart: bool,
    held_until: datetime,
    hold_limit: datetime,
    now: datetime,
    offered: Sequence[LocationId] = (),
    ask: bool = True,
) -> OrderView:
    """Begin an order, with what was chosen last time where it was kept and is still offered.

    `offered`: the places to choose from; without `ask` the first one needs no choice. A person has at most one draft:
    the database refuses a second.
    """
    total = Money(sum(line.price_minor * line.quantity for line in lines), currency)
    token, hand_token, code = new_token(), new_token(), new_code()
    alone = offered[0] if offered and not ask else None
    usual = select(SavedChoice.location_id).where(SavedChoice.location_id.in_(offered))
    # read by the same statement that writes: a purchase costs no more for it
    begun: Any = (
        await session.execute(
            insert(Order)
            .values(
                customer_id=customer,
                state=OrderState.DRAFT.value,
                from_cart=from_cart,
                currency=currency,
                total_minor=total.minor,
                location_id=alone if alone is not None else _kept(usual, customer),
                contact_phone=_kept(select(SavedChoice.phone), customer),
                usual_way=_kept(select(SavedChoice.pay_way), customer),
                remember=exists().where(SavedChoice.customer_id == customer),
                token=token,
                hand_token=hand_token,
                code=code,
                held_until=held_until,
                hold_limit=hold_limit,
                source=select(Customer.last_source).where(Customer.id == customer).scalar_subquery(),
                own=works_here(),
                created_at=now,
            )
            .returning(Order.id, Order.location_id, Order.contact_phone, Order.usual_way, Order.remember)
        )
    ).one()
    order = OrderId(begun[0])
    await insert_all(
        session,
        OrderLine,
        [
            {
                "order_id": order,
                "variant_id": line.variant,
                "product_id": line.product,
                "sku": line.sku,
                "title": line.title,
                "price_minor": line.price_minor,
                "quantity": line.quantity,
            }
            for line in lines
        ],
    )
    await _event(session, order, None, OrderState.DRAFT, customer, "checkout", now)
    return OrderView(
        id=order,
        number=rules.number(order),
        customer=customer,
        state=OrderState.DRAFT,
        pay_way=None,
        total=total,
        location=begun[1],
        slot_at=None,
        contact_phone=begun[2],
        token=token,
        hand_token=hand_token,
        code=code,
        held_until=held_until,
        keep_until=None,
        chat_message=None,
        from_cart=from_cart,
        created_at=now,
        placed_at=None,
        ready_at=None,
        paid_minor=0,
        captured_minor=0,
        lines=tuple(sorted(lines, key=lambda line: line.variant)),
        usual_way=PayWay(begun[3]) if begun[3] else None,
        remember=bool(begun[4]),
    )


def _kept(choice: Select[Any], customer: CustomerId) -> Any:
    return choice.where(SavedChoice.customer_id == customer).scalar_subquery()


async def move(
    session: AsyncSession,
    order: OrderId,
    of: OrderState,
    to: OrderState,
    *,
    actor: CustomerId | None,
    why: str,
    now: datetime,
    **values: Any,
) -> None:
    """Compare and set. Raises OrderMovedOn when the order is no longer in `of`, ValueError for a move that is none."""
    if not rules.may_move(of, to):
        raise ValueError(f"no way from {of} to {to}")
    if to in (OrderState.CANCELLED, OrderState.EXPIRED, OrderState.HANDED_OVER):
        values["ended_at"] = now
    moved = await session.scalar(
        update(Order)
        .where(Order.id == order, Order.state == of.value)
        .values(state=to.value, **values)
        .returning(Order.customer_id)
    )
    if moved is None:
        raise OrderMovedOn
    await _event(session, order, of, to, actor, why, now)
    if actor is not None and actor != moved:
        named = rules.number(order)
        await note(session, "order", named, before=of, after=to, by=actor, about="order", about_id=order, now=now)


async def end_unplaced(
    session: AsyncSession, order: OrderView, to: OrderState, *, actor: CustomerId | None, why: str, now: datetime
) -> None:
    """A checkout that comes to nothing: pieces and slot are free again. Raises OrderMovedOn."""
    await move(session, order.id, order.state, to, actor=actor, why=why, now=now)
    await stock.release(session, order.id, now, expired=to is OrderState.EXPIRED)
    await _free_slot(session, order)


async def accept(
    session: AsyncSession, order: OrderView, *, actor: CustomerId | None, why: str, now: datetime, **values: Any
) -> OrderView:
    """The shop owes it from now on: held pieces are promised, the cart forgets them. The order as it is then.

    Raises OrderMovedOn.
    """
    values.setdefault("placed_at", order.placed_at or now)
    if order.state is OrderState.EXPIRED:
        values["ended_at"] = None
        if order.location is not None and order.slot_at is not None:
            # paid after all: that time is kept, even if it has filled up meanwhile
            await pickup.book(session, order.location, order.slot_at, None)
    values["code"] = await _free_code(session, order.code)
    await move(
        session, order.id, order.state, OrderState.ACCEPTED, actor=actor, why=why, now=now, held_until=None, **values
    )
    await stock.allocate(session, order.id, now)
    await cart.remove(session, order.customer, [line.variant for line in order.lines])
    return changed(order, state=OrderState.ACCEPTED, held_until=None, **values)


def changed(order: OrderView, **values: Any) -> OrderView:
    """An order whose columns have just been written, without reading it again."""
    if "pay_way" in values:
        values["pay_way"] = PayWay(values["pay_way"])
    if "total_minor" in values:
        values["total"] = Money(values.pop("total_minor"), order.total.currency)
    known = {"location_id": "location", "chat_message_id": "chat_message"}
    return replace(order, **{known.get(name, name): value for name, value in values.items()})


async def _free_code(session: AsyncSession, code: str) -> str:
    """This code, or another one if it is in use: among the open orders a code names one."""
    taken = select(Order.id).where(Order.state.in_([state.value for state in rules.OPEN])).limit(1)
    while await session.scalar(taken.where(Order.code == code)) is not None:
        code = new_code()
    return code


async def call_off(
    session: AsyncSession, order: OrderView, *, actor: CustomerId | None, why: str, now: datetime
) -> None:
    """An accepted order ends before it is handed over: its pieces are for sale again. Raises OrderMovedOn."""
    await move(session, order.id, order.state, OrderState.CANCELLED, actor=actor, why=why, now=now)
    await stock.put_back(session, order.id, now, actor)
    await _free_slot(session, order)


async def _free_slot(session: AsyncSession, order: OrderView) -> None:
    if order.location is not None and order.slot_at is not None:
        await pickup.unbook(session, order.location, order.slot_at)


async def change(session: AsyncSession, order: OrderId, *, of: OrderState, **values: Any) -> None:
    """Fields of an order that is still in that state. Raises OrderMovedOn."""
    changed = await session.scalar(
        update(Order).where(Order.id == order, Order.state == of.value).values(**values).returning(Order.id)
    )
    if changed is None:
        raise OrderMovedOn


async def note_message(session: AsyncSession, order: OrderId, message: int, as_of: datetime | None = None) -> None:
    """Which message in the buyer's chat shows this order, and as of when.

    One message shows one order: others that had it lose it.
    """
    owner = select(Order.customer_id).where(Order.id == order).scalar_subquery()
    await session.execute(
        update(Order)
        .where(Order.customer_id == owner, Order.chat_message_id == message, Order.id != order)
        .values(chat_message_id=None)
    )
    values = {"chat_message_id": message, "shown_at": as_of}
    await session.execute(update(Order).where(Order.id == order).values(values))


async def owe_shown(session: AsyncSession, order: OrderId, now: datetime) -> None:
    """Owe one edit of the message that shows this order, however often it changes meanwhile.

    A message that rings after this change makes the edit needless.
    """
    owner = await session.scalar(
        update(Order).where(Order.id == order).values(moved_at=now).returning(Order.customer_id)
    )
    owed = [(f"order.shown:{order}", {"order": order})]
    queue = f"customer:{owner}"  # beside nothing that rings in the same chat
    await owe_anew(session, "order.shown", owed, now=now, due_at=now + SHOWN_AFTER, queue=queue)


async def note_shown(session: AsyncSession, order: OrderId, message: int, as_of: datetime | None) -> None:
    """That message says how the order stood then, or (None) is gone; nothing if another one shows it by now."""
    values = {"shown_at": as_of} if as_of is not None else {"chat_message_id": None}
    await session.execute(update(Order).where(Order.id == order, Order.chat_message_id == message).values(values))


async def book_out(
    session: AsyncSession,
    order: OrderView,
    actor: CustomerId | None,
    now: datetime,
    keep_minor: int = 0,
    key: str = "part",
) -> int:
    """Money paid by hand goes back by hand, the way it came, but for what is kept.

    Minor units; twice is once, for a part as long as its key is the same.
    """
    total, part = 0, f":{key}" if keep_minor else ""
    for way, came in (await reads.paid_by_hand(session, order.id)).items():
        kept = min(max(came, 0), keep_minor)
        minor, keep_minor = came - kept, keep_minor - kept
        if minor <= 0:
            continue
        out = Money(-minor, order.total.currency)
        cause = f"refund:{order.id}:{way}{part}"
        if await record_money(session, order.id, out, way, cause=cause, actor=actor, now=now):
            total += minor
    if total:
        key = f"hand:{order.id}{part}"
        await tell_buyer(session, order.customer, "refunded", key, now=now, order=order.id, amount=total)
    return total


async def record_money(
    session: AsyncSession,
    order: OrderId,
    amount: Money,
    way: str,
    *,
    cause: str,
    actor: CustomerId | None,
    now: datetime,
    attempt: int | None = None,
) -> bool:
    """Money that came (or, negative, went). False when this cause is in the books already."""
    row = {
        "cause": cause,
        "order_id": order,
        "attempt_id": attempt,
        "way": way,
        "amount_minor": amount.minor,
        "currency": amount.currency,
        "actor": actor,
        "at": now,
    }
    booked = bool(await insert_once(session, MoneyEntry, [row], MoneyEntry.id))
    if booked and actor is not None:
        took, named = f"{amount.minor} {amount.currency}", rules.number(order)
        await note(session, "money", named, after=took, by=actor, about="order", about_id=order, now=now)
    return booked


async def _event(
    session: AsyncSession,
    order: OrderId,
    of: OrderState | None,
    to: OrderState,
    actor: CustomerId | None,
    why: str,
    now: datetime,
) -> None:
    await session.execute(
        insert(OrderEvent).values(
            order_id=order, from_state=of.value if of else None, to_state=to.value, actor=actor, why=why, at=now
        )
    )
