"""What waits to travel, and what travels?"""

from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession

from bot.shop.delivery.tables import OrderDelivery
from bot.shop.orders.tables import Order
from bot.shop.shipping.values import OnTheWay

_COUNTS = (
    select(OrderDelivery.state, func.count())
    .join(Order, Order.id == OrderDelivery.order_id)
    .where(OrderDelivery.state.in_(["asked", "quoted", "sent"]), Order.state.in_(["awaiting_payment", "ready"]))
    .group_by(OrderDelivery.state)
)


async def on_the_way(session: AsyncSession) -> OnTheWay:
    """In one statement."""
    found = {row[0]: int(row[1]) for row in await session.execute(_COUNTS)}
    return OnTheWay(found.get("asked", 0), found.get("quoted", 0), found.get("sent", 0))
