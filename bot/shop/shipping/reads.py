"""What waits to travel, and what travels?"""

from collections import Counter

from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession

from bot.shop.delivery.tables import OrderDelivery
from bot.shop.orders.tables import Order
from bot.shop.orders.values import OrderState
from bot.shop.shipping.values import OnTheWay

_COUNTS = (
    select(Order.state, OrderDelivery.state, func.count())
    .outerjoin(OrderDelivery, OrderDelivery.order_id == Order.id)
    .where(Order.state.in_(["awaiting_payment", "accepted", "in_work", "ready"]))
    .group_by(Order.state, OrderDelivery.state)
)


async def on_the_way(session: AsyncSession) -> OnTheWay:
    """Orders in each state of work, and those among them that wait for a price or travel, in one statement."""
    found = (await session.execute(_COUNTS)).all()
    counts: Counter[OrderState] = Counter()
    for state, _, number in found:
        counts[OrderState(state)] += int(number)
    parcels = {(state, delivery): int(number) for state, delivery, number in found}
    asked, quoted = (parcels.get(("awaiting_payment", each), 0) for each in ("asked", "quoted"))
    return OnTheWay(counts, asked, quoted, parcels.get(("ready", "sent"), 0))
