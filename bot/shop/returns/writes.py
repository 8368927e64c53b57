"""How does a request to give an order back move? Every move is compared and leaves an event."""

from datetime import datetime
from typing import Any

from sqlalchemy import insert, update
from sqlalchemy.ext.asyncio import AsyncSession

from bot.basics.ids import CustomerId, OrderId, ReturnId, TalkId
from bot.shop.returns import rules
from bot.shop.returns.errors import ReturnMovedOn
from bot.shop.returns.tables import ReturnEvent, ReturnRequest
from bot.shop.returns.values import Return, ReturnState
from bot.storage.insert_once import insert_once


async def begin(session: AsyncSession, order: OrderId, customer: CustomerId, talk: TalkId, now: datetime) -> None:
    """Raises ReturnMovedOn when this order has a request already."""
    row = {
        "order_id": order,
        "customer_id": customer,
        "conversation_id": talk,
        "state": ReturnState.ASKED.value,
        "words": "",
        "asked_at": now,
    }
    made = await insert_once(session, ReturnRequest, [row], ReturnRequest.id)
    if not made:
        raise ReturnMovedOn
    await _event(session, ReturnId(made[0]), ReturnState.ASKED, customer, now)


async def move(
    session: AsyncSession, request: Return, to: ReturnState, actor: CustomerId, now: datetime, **values: Any
) -> None:
    """Compare and set. Raises ReturnMovedOn when it is no longer where it was, or may not go there."""
    if to not in rules.MOVES[request.state]:
        raise ReturnMovedOn
    moved = await session.scalar(
        update(ReturnRequest)
        .where(ReturnRequest.id == request.id, ReturnRequest.state == request.state.value)
        .values(state=to.value, **values)
        .returning(ReturnRequest.id)
    )
    if moved is None:
        raise ReturnMovedOn
    await _event(session, request.id, to, actor, now)


async def erase(session: AsyncSession, customer: CustomerId) -> None:
    """The seller's words to one person are forgotten; that something came back is not."""
    await session.execute(update(ReturnRequest).where(ReturnRequest.customer_id == customer).values(words=""))


async def _event(session: AsyncSession, request: ReturnId, to: ReturnState, actor: CustomerId, now: datetime) -> None:
    await session.execute(insert(ReturnEvent).values(return_id=request, to_state=to.value, actor=actor, at=now))
