"""What has been counted, and what has happened since?"""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import and_, func, or_, select
from sqlalchemy.ext.asyncio import AsyncSession

from bot.basics.ids import LocationId, ProductId, VariantId
from bot.shop.catalogue.tables import Product, Variant
from bot.shop.inventory.tables import LowStock
from bot.shop.stock.reads import AVAILABLE
from bot.shop.stock.tables import StockLevel, StockMovement


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


async def free_at(
    session: AsyncSession, place: LocationId, variants: Sequence[VariantId] | None = None
) -> dict[VariantId, int]:
    """Pieces there that are neither promised nor held, of these works or of all; only those of which there are some."""
    found = select(StockLevel.variant_id, AVAILABLE).where(StockLevel.location_id == place, AVAILABLE > 0)
    if variants is not None:
        found = found.where(StockLevel.variant_id.in_(variants))
    return {VariantId(row[0]): int(row[1]) for row in await session.execute(found)}


async def taken_by(session: AsyncSession, cause: str) -> list[tuple[VariantId, LocationId, int]]:
    """(variant, place, pieces) that left under causes beginning so and have not come back, in locking order."""
    rows = await session.execute(
        select(StockMovement.variant_id, StockMovement.location_id, -func.sum(StockMovement.d_on_hand))
        .where(StockMovement.cause.startswith(cause, autoescape=True))
        .group_by(StockMovement.variant_id, StockMovement.location_id)
        .having(func.sum(StockMovement.d_on_hand) < 0)
        .order_by(StockMovement.variant_id, StockMovement.location_id)
    )
    return [(VariantId(row[0]), LocationId(row[1]), int(row[2])) for row in rows]


async def low_at(session: AsyncSession, variant: VariantId) -> int | None:
    """From how many pieces on the seller wants to be told."""
    found: int | None = await session.scalar(select(LowStock.low_at).where(LowStock.variant_id == variant))
    return found


async def low(session: AsyncSession) -> list[tuple[VariantId, ProductId, str, int, int, datetime | None]]:
    """(variant, work, SKU, left to buy, told from, when told) of listed works that are watched and have to be told
    of, or were told of and are no longer running out.
    """
    left = (
        select(func.coalesce(func.sum(AVAILABLE), 0))
        .where(StockLevel.variant_id == LowStock.variant_id)
        .correlate(LowStock)
        .scalar_subquery()
    )
    rows = await session.execute(
        select(LowStock.variant_id, Variant.product_id, Variant.sku, left, LowStock.low_at, LowStock.told_at)
        .join(Variant, Variant.id == LowStock.variant_id)
        .join(Product, Product.id == Variant.product_id)
        .where(
            Product.state == "listed",
            or_(
                and_(LowStock.told_at.is_(None), left <= LowStock.low_at),
                and_(LowStock.told_at.is_not(None), left > LowStock.low_at),
            ),
        )
        .order_by(LowStock.variant_id)
        .limit(50)
    )
    return [(VariantId(row[0]), ProductId(row[1]), row[2], int(row[3]), row[4], row[5]) for row in rows]
