"""What was ordered, and how far has it come?"""

import re
from collections.abc import Collection
from datetime import datetime
from typing import Any

from sqlalchemy import and_, case, func, literal, or_, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import aliased

from bot.basics.ids import CustomerId, OrderId, VariantId
from bot.basics.money import Money
from bot.shop.customers.tables import Customer
from bot.shop.delivery.reads import COLUMNS, delivery
from bot.shop.delivery.tables import OrderDelivery
from bot.shop.delivery.values import DeliveryState
from bot.shop.orders import rules
from bot.shop.orders.errors import NoSuchOrder
from bot.shop.orders.tables import MoneyEntry, Order, OrderEvent, OrderLine
from bot.shop.orders.values import Line, OrderKey, OrderRow, OrderState, OrderView, PayWay
from bot.storage.database import writes_alone

_PAID = (
    select(func.coalesce(func.sum(MoneyEntry.amount_minor), 0))
    .where(MoneyEntry.order_id == Order.id)
    .correlate(Order)
    .scalar_subquery()
)
_CAPTURED = (
    select(func.coalesce(func.sum(case((MoneyEntry.amount_minor > 0, MoneyEntry.amount_minor), else_=0)), 0))
    .where(MoneyEntry.order_id == Order.id)
    .correlate(Order)
    .scalar_subquery()
)
_PAID_AT = (
    select(func.min(MoneyEntry.at))
    .where(MoneyEntry.order_id == Order.id, MoneyEntry.amount_minor > 0)
    .correlate(Order)
    .scalar_subquery()
)
_BEGUN_AT = (
    select(func.min(OrderEvent.at))
    .where(OrderEvent.order_id == Order.id, OrderEvent.to_state == "in_work")
    .correlate(Order)
    .scalar_subquery()
)
_ORDER = (
    Order.id,
    Order.customer_id,
    Order.state,
    Order.pay_way,
    Order.total_minor,
    Order.currency,
    Order.location_id,
    Order.slot_at,
    Order.contact_phone,
    Order.token,
    Order.hand_token,
    Order.code,
    Order.held_until,
    Order.keep_until,
    Order.chat_message_id,
    Order.from_cart,
    Order.created_at,
    Order.placed_at,
    Order.ready_at,
    _PAID,
    _CAPTURED,
    _PAID_AT,
    _BEGUN_AT,
    Order.ended_at,
    Order.wrap_minor,
    Order.note,
    Order.remember,
    Order.usual_way,
    and_(Order.moved_at.is_not(None), or_(Order.shown_at.is_(None), Order.shown_at < Order.moved_at)),
    *COLUMNS,
)
_LINE = (
    OrderLine.variant_id,
    OrderLine.product_id,
    OrderLine.sku,
    OrderLine.title,
    OrderLine.price_minor,
    OrderLine.quantity,
)
# an order and its lines are one statement: its own columns stand in each row
_VIEW = (
    select(*_ORDER, *_LINE)
    .outerjoin(OrderLine, OrderLine.order_id == Order.id)
    .outerjoin(OrderDelivery, OrderDelivery.order_id == Order.id)
    .order_by(Order.id, OrderLine.variant_id)
)


async def _view(session: AsyncSession, which: Any) -> OrderView | None:
    rows: Any = (await session.execute(_VIEW.where(which))).all()
    if not rows:
        return None
    row = rows[0]
    return OrderView(
        id=row[0],
        number=rules.number(row[0]),
        customer=row[1],
        state=OrderState(row[2]),
        pay_way=PayWay(row[3]) if row[3] else None,
        total=Money(row[4], row[5]),
        location=row[6],
        slot_at=row[7],
        contact_phone=row[8],
        token=row[9],
        hand_token=row[10],
        code=row[11],
        held_until=row[12],
        keep_until=row[13],
        chat_message=row[14],
        from_cart=row[15],
        created_at=row[16],
        placed_at=row[17],
        ready_at=row[18],
        paid_minor=int(row[19]),
        captured_minor=int(row[20]),
        lines=tuple(Line(*each[len(_ORDER) :]) for each in rows if each[0] == row[0] and each[len(_ORDER)] is not None),
        paid_at=row[21],
        begun_at=row[22],
        ended_at=row[23],
        wrap_minor=row[24],
        note=row[25],
        remember=row[26],
        usual_way=PayWay(row[27]) if row[27] else None,
        is_stale=bool(row[28]),
        delivery=delivery(row[29 : len(_ORDER)]),
    )


async def lock(session: AsyncSession, order: OrderId) -> None:
    """The first row that anybody touches who changes an order or its money: one order of locking for all."""
    if not writes_alone(session):
        await session.execute(select(Order.id).where(Order.id == order).with_for_update())


async def lock_idle(session: AsyncSession, orders: Collection[OrderId]) -> list[OrderId]:
    """Those of these orders that nobody else is changing now, locked. Never waits."""
    rows = await session.execute(
        select(Order.id).where(Order.id.in_(orders)).order_by(Order.id).with_for_update(skip_locked=True)
    )
    return [OrderId(row) for row in rows.scalars()]


def _known(view: OrderView | None) -> OrderView:
    if view is None:
        raise NoSuchOrder
    return view


async def get(session: AsyncSession, order: OrderId) -> OrderView:
    """For the shop itself and for sellers. Raises NoSuchOrder."""
    return _known(await _view(session, Order.id == order))


async def own(session: AsyncSession, order: OrderId, customer: CustomerId) -> OrderView:
    """One's own order; anybody else's is unknown. Raises NoSuchOrder."""
    view = _known(await _view(session, Order.id == order))
    if view.customer != customer:
        raise NoSuchOrder
    return view


async def by_token(session: AsyncSession, token: str, customer: CustomerId) -> OrderView:
    """One's own order by the token of its link. Raises NoSuchOrder."""
    view = _known(await _view(session, Order.token == token))
    if view.customer != customer:
        raise NoSuchOrder
    return view


async def by_hand_token(session: AsyncSession, token: str) -> OrderView:
    """Raises NoSuchOrder."""
    return _known(await _view(session, Order.hand_token == token))


async def by_code(session: AsyncSession, code: str) -> OrderView | None:
    """The order that waits under a hand-over code."""
    return await _view(session, (Order.code == code) & Order.state.in_([state.value for state in rules.OPEN]))


async def draft_of(session: AsyncSession, customer: CustomerId) -> OrderView | None:
    """The open checkout of a person; there is at most one."""
    return await _view(session, (Order.customer_id == customer) & (Order.state == "draft"))


async def latest_of(session: AsyncSession, customer: CustomerId) -> OrderView | None:
    """What the person began last, whatever has become of it."""
    latest = select(func.max(Order.id)).where(Order.customer_id == customer).scalar_subquery()
    return await _view(session, Order.id == latest)


async def awaiting_of(session: AsyncSession, customer: CustomerId, variant: VariantId) -> OrderView | None:
    """The person's own unpaid order that holds this variant."""
    line = aliased(OrderLine)
    holding = select(line.order_id).where(line.order_id == Order.id, line.variant_id == variant).exists()
    return await _view(session, (Order.customer_id == customer) & (Order.state == "awaiting_payment") & holding)


_PRESSING = {"ready": 0, "awaiting_payment": 1, "draft": 2, "accepted": 3, "in_work": 3}
_MOST_PRESSING = (
    select(Order.id)
    .where(Order.state.in_(list(_PRESSING)))
    .order_by(case(_PRESSING, value=Order.state), Order.id.desc())
    .limit(1)
)


async def pressing(session: AsyncSession, customer: CustomerId, now: datetime) -> OrderView | None:
    """The order that wants the person's attention most: to fetch, to pay, to finish, or on its way."""
    still = or_(Order.state != "draft", Order.held_until > now)
    found = await session.scalar(_MOST_PRESSING.where(Order.customer_id == customer, still))
    return await _view(session, Order.id == found) if found is not None else None


_ROW = (
    select(
        Order.id,
        Order.state,
        Order.total_minor,
        Order.currency,
        func.min(OrderLine.title),
        func.sum(OrderLine.quantity),
        Order.token,
        func.min(OrderDelivery.state),
    )
    .join(OrderLine, OrderLine.order_id == Order.id)
    .outerjoin(OrderDelivery, OrderDelivery.order_id == Order.id)
)


def _rows(found: Any) -> list[OrderRow]:
    return [
        OrderRow(
            OrderId(row[0]),
            rules.number(row[0]),
            OrderState(row[1]),
            Money(row[2], row[3]),
            row[4],
            int(row[5]),
            row[6],
            DeliveryState(row[7]) if row[7] else None,
        )
        for row in found
    ]


_HAS_ENDED = case((Order.state.in_([state.value for state in rules.ENDED]), 1), else_=0)
_MINE = _ROW.where(Order.state != "draft", Order.placed_at.is_not(None)).group_by(Order.id)


async def mine(
    session: AsyncSession, customer: CustomerId, *, after: OrderKey | None = None, limit: int = 8
) -> list[OrderRow]:
    """One's own orders: open ones first, then those that have ended; newest first, drafts left out."""
    statement = _MINE.where(Order.customer_id == customer)
    if after is not None:
        ended = literal(int(after.ended))
        later = or_(ended < _HAS_ENDED, and_(ended == _HAS_ENDED, Order.id < after.order))
        statement = statement.where(later)
    return _rows(await session.execute(statement.order_by(_HAS_ENDED, Order.id.desc()).limit(limit)))


async def open_of(session: AsyncSession, customer: CustomerId, limit: int = 8) -> list[OrderRow]:
    """One's own orders that are not over, an unpaid one included; newest first."""
    statement = _MINE.where(Order.customer_id == customer, _HAS_ENDED == 0)
    return _rows(await session.execute(statement.order_by(Order.id.desc()).limit(limit)))


async def board(
    session: AsyncSession, states: Collection[OrderState], *, before: OrderId | None = None, limit: int = 8
) -> list[OrderRow]:
    """The shop's orders in these states, newest first."""
    statement = _ROW.where(Order.state.in_([state.value for state in states]))
    if before is not None:
        statement = statement.where(Order.id < before)
    return _rows(await session.execute(statement.group_by(Order.id).order_by(Order.id.desc()).limit(limit)))


async def find(
    session: AsyncSession, words: str, states: Collection[OrderState] | None = None, limit: int = 8
) -> list[OrderRow]:
    """The shop's orders that all these words are true of, newest first.

    A word is a part of the buyer's name, username or of a work's title, the end of a phone, or a number.
    """
    statement = _ROW.join(Customer, Customer.id == Order.customer_id).where(Order.state != "draft")
    if states is not None:
        statement = statement.where(Order.state.in_([state.value for state in states]))
    for word in words.split()[:_MOST_WORDS]:
        statement = statement.where(or_(*_true_of(word)))
    return _rows(await session.execute(statement.group_by(Order.id).order_by(Order.id.desc()).limit(limit)))


_MOST_WORDS = 5


def _true_of(word: str) -> list[Any]:
    line = aliased(OrderLine)
    # SQLite folds the case of Latin letters only
    spelt = {word, word.casefold(), word.capitalize(), word.upper()}
    said: list[Any] = [Customer.name.contains(each, autoescape=True) for each in spelt]
    said.append(Customer.username.icontains(word.removeprefix("@"), autoescape=True))
    titled = or_(*(line.title.contains(each, autoescape=True) for each in spelt), line.sku == word.upper())
    said.append(select(line.order_id).where(line.order_id == Order.id, titled).exists())
    if re.fullmatch(r"[-+()0-9]{3,20}", word):
        digits = re.sub(r"[^0-9]", "", word)
        said += [Order.contact_phone.endswith(digits), Customer.phone.endswith(digits)] if digits else []
    numbered = rules.order_of(word)
    return [*said, Order.id == numbered] if numbered is not None and numbered <= _MAX_ID else said


_MAX_ID = 2**63 - 1


async def counts(session: AsyncSession) -> dict[OrderState, int]:
    """How many orders the seller has in each state of work."""
    rows = await session.execute(
        select(Order.state, func.count())
        .where(Order.state.in_(["awaiting_payment", "accepted", "in_work", "ready"]))
        .group_by(Order.state)
    )
    return {OrderState(row[0]): row[1] for row in rows}


async def events(session: AsyncSession, order: OrderId) -> list[tuple[str, datetime, str]]:
    """(state, when, why), oldest first."""
    rows = await session.execute(
        select(OrderEvent.to_state, OrderEvent.at, OrderEvent.why)
        .where(OrderEvent.order_id == order)
        .order_by(OrderEvent.id)
    )
    return [(row[0], row[1], row[2]) for row in rows]


async def paid_by_hand(session: AsyncSession, order: OrderId) -> dict[str, int]:
    """What the seller's side has taken and not given back, per way (cash, transfer, card), minor units."""
    rows = await session.execute(
        select(MoneyEntry.way, func.sum(MoneyEntry.amount_minor))
        .where(MoneyEntry.order_id == order, MoneyEntry.attempt_id.is_(None))
        .group_by(MoneyEntry.way)
    )
    return {row[0]: int(row[1]) for row in rows}
