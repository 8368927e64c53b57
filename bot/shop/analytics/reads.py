"""What came in and went out between two moments?"""

from datetime import datetime

from sqlalchemy import case, func, select
from sqlalchemy.ext.asyncio import AsyncSession

from bot.shop.analytics.values import Figures
from bot.shop.orders.tables import MoneyEntry, OrderEvent
from bot.shop.stock.tables import StockMovement


async def figures(session: AsyncSession, since: datetime, until: datetime) -> Figures:
    """[since, until): orders accepted, money by its rows, pieces that left through other channels."""
    orders = (
        select(func.count(OrderEvent.order_id.distinct()))
        .where(OrderEvent.to_state == "accepted", OrderEvent.at >= since, OrderEvent.at < until)
        .scalar_subquery()
    )
    elsewhere = (
        select(func.coalesce(-func.sum(StockMovement.d_on_hand), 0))
        .where(StockMovement.kind == "sale", StockMovement.recorded_at >= since, StockMovement.recorded_at < until)
        .scalar_subquery()
    )
    row = (
        await session.execute(
            select(
                orders,
                func.coalesce(func.sum(MoneyEntry.amount_minor), 0),
                func.coalesce(func.sum(case((MoneyEntry.amount_minor < 0, -MoneyEntry.amount_minor), else_=0)), 0),
                elsewhere,
            ).where(MoneyEntry.at >= since, MoneyEntry.at < until)
        )
    ).one()
    return Figures(*(int(number or 0) for number in tuple(row)))
