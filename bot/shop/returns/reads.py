"""How does an order stand with being given back?"""

from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import literal, select
from sqlalchemy.ext.asyncio import AsyncSession

from bot.basics.ids import CustomerId, OrderId, ReturnId, TalkId
from bot.shop.policies.tables import PolicyRow
from bot.shop.returns.errors import ReturnMovedOn
from bot.shop.returns.tables import ReturnEvent, ReturnRequest
from bot.shop.returns.values import Return, ReturnState, Standing

_ROW = (
    ReturnRequest.id,
    ReturnRequest.order_id,
    ReturnRequest.customer_id,
    ReturnRequest.state,
    ReturnRequest.words,
    ReturnRequest.restocked,
    ReturnRequest.asked_at,
    ReturnRequest.decided_at,
    ReturnRequest.closed_at,
)
_WITHIN = select(PolicyRow.value).where(PolicyRow.name == "return_within").scalar_subquery()


def _return(row: Any) -> Return:
    return Return(
        ReturnId(row[0]), OrderId(row[1]), CustomerId(row[2]), ReturnState(row[3]), row[4], row[5], row[6], row[7],
        row[8],
    )  # fmt: skip


async def standing(session: AsyncSession, order: OrderId, default: timedelta) -> Standing:
    """The shop's rule and the request of this order, in one statement: it is read for every screen of an order."""
    one = select(literal(1).label("one")).subquery()
    row = (
        await session.execute(
            select(_WITHIN, *_ROW).select_from(one).outerjoin(ReturnRequest, ReturnRequest.order_id == order)
        )
    ).one()
    within = default if row[0] is None else timedelta(seconds=float(row[0]))
    return Standing(within, _return(row[1:]) if row[1] is not None else None)


async def of_order(session: AsyncSession, order: OrderId) -> tuple[Return, TalkId]:
    """The request of an order, and the conversation that it stands in. Raises ReturnMovedOn when there is none."""
    row = (
        await session.execute(
            select(*_ROW, ReturnRequest.conversation_id).where(ReturnRequest.order_id == order).with_for_update()
        )
    ).first()
    if row is None:
        raise ReturnMovedOn
    return _return(row), TalkId(row[9])


async def events(session: AsyncSession, order: OrderId) -> list[tuple[ReturnState, datetime, int | None]]:
    """(state, when, who), oldest first."""
    rows = await session.execute(
        select(ReturnEvent.to_state, ReturnEvent.at, ReturnEvent.actor)
        .join(ReturnRequest, ReturnRequest.id == ReturnEvent.return_id)
        .where(ReturnRequest.order_id == order)
        .order_by(ReturnEvent.id)
    )
    return [(ReturnState(row[0]), row[1], row[2]) for row in rows]


async def all_of(session: AsyncSession, customer: CustomerId) -> list[Return]:
    """Everything one person has asked to give back."""
    rows = await session.execute(select(*_ROW).where(ReturnRequest.customer_id == customer).order_by(ReturnRequest.id))
    return [_return(row) for row in rows]
