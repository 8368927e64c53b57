"""What has been counted, and what has happened since?"""

from datetime import datetime

from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession

from bot.basics.ids import LocationId, VariantId
from bot.shop.stock.tables import StockMovement


async def known(session: AsyncSession, causes: list[str]) -> bool:
    """One of these causes has moved something before."""
    found = select(StockMovement.seq).where(StockMovement.cause.in_(causes)).limit(1)
    return await session.scalar(found) is not None


async def counted_after(session: AsyncSession, variant: VariantId, place: LocationId, moment: datetime) -> bool:
    """Somebody has looked since: what happened there before is in his number already."""
    found = select(StockMovement.seq).where(
        StockMovement.variant_id == variant,
        StockMovement.location_id == place,
        StockMovement.kind == "count",
        StockMovement.occurred_at > moment,
    )
    return await session.scalar(found.limit(1)) is not None


async def moved_after(session: AsyncSession, variant: VariantId, place: LocationId, moment: datetime) -> int:
    """By how much the pieces there have changed since."""
    moved = select(func.coalesce(func.sum(StockMovement.d_on_hand), 0)).where(
        StockMovement.variant_id == variant,
        StockMovement.location_id == place,
        StockMovement.occurred_at > moment,
    )
    return int(await session.scalar(moved) or 0)


async def taken_by(session: AsyncSession, cause: str) -> list[tuple[VariantId, LocationId, int]]:
    """(variant, place, pieces) that left under causes beginning so, in locking order."""
    rows = await session.execute(
        select(StockMovement.variant_id, StockMovement.location_id, -func.sum(StockMovement.d_on_hand))
        .where(StockMovement.cause.startswith(cause, autoescape=True), StockMovement.d_on_hand < 0)
        .group_by(StockMovement.variant_id, StockMovement.location_id)
        .order_by(StockMovement.variant_id, StockMovement.location_id)
    )
    return [(VariantId(row[0]), LocationId(row[1]), int(row[2])) for row in rows]
