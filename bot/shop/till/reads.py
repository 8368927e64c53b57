"""What is there to sell, and what has the till taken?"""

from datetime import datetime
from typing import Any

from sqlalchemy import func, literal, or_, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import aliased

from bot.basics.ids import CustomerId, LocationId, ProductId, VariantId
from bot.basics.languages import Language
from bot.shop.catalogue.tables import Product, ProductText, Variant
from bot.shop.stock.tables import StockLevel
from bot.shop.till.tables import TillSaleRow
from bot.shop.till.values import Day, OnShow, TillSale, TillWay

_SALE = select(
    TillSaleRow.id,
    Variant.product_id,
    Variant.id,
    Variant.sku,
    TillSaleRow.location_id,
    TillSaleRow.quantity,
    TillSaleRow.price_minor,
    TillSaleRow.full_minor,
    TillSaleRow.way,
    TillSaleRow.state,
    TillSaleRow.sold_at,
).join(Variant, Variant.id == TillSaleRow.variant_id)


async def shelf(
    session: AsyncSession,
    place: LocationId,
    language: Language,
    *,
    before: int = 0,
    words: str = "",
    limit: int = 8,
) -> list[OnShow]:
    """Works with pieces at that place, the newest first; `before`: the last variant of the page above.

    `words`: a part of the SKU or of the title.
    """
    own, first = aliased(ProductText), aliased(ProductText)
    title = func.coalesce(own.title, first.title)
    found = (
        select(Product.id, Variant.id, Variant.sku, title, Variant.price_minor, StockLevel.on_hand)
        .join(Variant, Variant.product_id == Product.id)
        .join(StockLevel, (StockLevel.variant_id == Variant.id) & (StockLevel.location_id == place))
        .outerjoin(own, (own.product_id == Product.id) & (own.language == language))
        .outerjoin(first, (first.product_id == Product.id) & (first.language == Product.language))
        .where(Product.state.in_(("listed", "hidden")), StockLevel.on_hand > 0)
        .order_by(Variant.id.desc())
        .limit(limit)
    )
    if before:
        found = found.where(Variant.id < before)
    if words:
        # SQLite folds only Latin letters: a title is looked for as it was typed, and with a capital
        some = [words, words.lower(), words.capitalize()]
        titled = or_(*(title.contains(each, autoescape=True) for each in some))
        found = found.where(or_(func.lower(Variant.sku).contains(words.lower(), autoescape=True), titled))
    rows = await session.execute(found)
    return [OnShow(ProductId(row[0]), VariantId(row[1]), row[2], row[3], row[4], row[5]) for row in rows]


async def sale(session: AsyncSession, wanted: int) -> TillSale | None:
    row: Any = (await session.execute(_SALE.where(TillSaleRow.id == wanted))).first()
    return _sale(row) if row else None


async def by_cause(session: AsyncSession, cause: str) -> TillSale | None:
    row: Any = (await session.execute(_SALE.where(TillSaleRow.cause == cause))).first()
    return _sale(row) if row else None


def _sale(row: Any) -> TillSale:
    way = TillWay(row[8]) if row[8] else None
    place, product, variant = LocationId(row[4]), ProductId(row[1]), VariantId(row[2])
    return TillSale(row[0], product, variant, row[3], place, row[5], row[6], row[7], way, row[9], row[10])


async def day(session: AsyncSession, place: LocationId, since: datetime) -> Day:
    """What was sold there since then and not taken back, and how many pieces lie there now."""
    left = select(literal(None), func.coalesce(func.sum(StockLevel.on_hand), 0), literal(0))
    rows = await session.execute(
        select(
            TillSaleRow.way,
            func.sum(TillSaleRow.quantity),
            func.sum(TillSaleRow.quantity * TillSaleRow.price_minor),
        )
        .where(TillSaleRow.location_id == place, TillSaleRow.state == "sold", TillSaleRow.sold_at >= since)
        .group_by(TillSaleRow.way)
        .union_all(left.where(StockLevel.location_id == place))
    )
    told = [(row[0], int(row[1]), int(row[2])) for row in rows]
    found = [(TillWay(way), pieces, minor) for way, pieces, minor in told if way is not None]
    here = sum(pieces for way, pieces, _ in told if way is None)
    return Day(sum(row[1] for row in found), {row[0]: row[2] for row in found}, here)


async def last_place(session: AsyncSession, actor: CustomerId, since: datetime) -> LocationId | None:
    """Where that person has sold today."""
    newest = select(TillSaleRow.location_id).where(TillSaleRow.actor == actor, TillSaleRow.sold_at >= since)
    found = await session.scalar(newest.order_by(TillSaleRow.id.desc()).limit(1))
    return LocationId(found) if found is not None else None
