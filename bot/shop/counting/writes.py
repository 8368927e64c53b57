"""How does a count begin, and how is a work of it counted? In the caller's transaction."""

from datetime import datetime

from sqlalchemy import insert, literal, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from bot.basics.ids import LocationId, VariantId
from bot.shop.catalogue.tables import Product, Variant
from bot.shop.counting.tables import CountCard, CountRound
from bot.shop.stock.tables import StockLevel
from bot.storage.insert_once import insert_once


async def begin(session: AsyncSession, place: LocationId, now: datetime) -> bool:
    """A count of everything that lies there by the books. False: one is open already."""
    row = {"location_id": place, "state": "open", "began_at": now}
    made = await insert_once(session, CountRound, [row], CountRound.id)
    if not made:
        return False
    lies = (
        select(literal(made[0]), StockLevel.variant_id)
        .join(Variant, Variant.id == StockLevel.variant_id)
        .join(Product, Product.id == Variant.product_id)
        .where(StockLevel.location_id == place, StockLevel.on_hand > 0, Product.state.in_(("listed", "hidden")))
    )
    await session.execute(insert(CountCard).from_select(["round_id", "variant_id"], lies))
    return True


async def say(session: AsyncSession, of: int, variant: VariantId, pieces: int, at: datetime) -> bool:
    """So many were there at that moment; the last word counts. False: the work is no part of it."""
    said = await session.scalar(
        update(CountCard)
        .where(CountCard.round_id == of, CountCard.variant_id == variant)
        .values(counted=pieces, counted_at=at)
        .returning(CountCard.variant_id)
    )
    return said is not None


async def end(session: AsyncSession, of: int, state: str, now: datetime) -> bool:
    """Compare and set; False when it was over."""
    ended = (
        update(CountRound)
        .where(CountRound.id == of, CountRound.state == "open")
        .values(state=state, ended_at=now)
        .returning(CountRound.id)
    )
    return await session.scalar(ended) is not None
