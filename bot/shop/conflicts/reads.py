"""What is missing, who waits for it here, and who bought it there?"""

from collections.abc import Collection
from typing import Any

from sqlalchemy import func, literal, select
from sqlalchemy.ext.asyncio import AsyncSession

from bot.basics.ids import CustomerId, OrderId, VariantId
from bot.basics.languages import Language
from bot.basics.money import Money
from bot.shop.catalogue import reads as catalogue
from bot.shop.catalogue.tables import Variant
from bot.shop.conflicts.errors import NoSuchConflict
from bot.shop.conflicts.values import Behind, Case, SoldThere, Standing
from bot.shop.delivery.tables import OrderDelivery
from bot.shop.orders import rules as order_rules
from bot.shop.orders.tables import MoneyEntry, Order, OrderLine
from bot.shop.stock.reads import AVAILABLE
from bot.shop.stock.tables import Reservation, StockConflict, StockLevel

_SHOWN = 20
"""Orders and sales of one conflict that are looked at."""
_FREE = (
    select(func.coalesce(func.sum(AVAILABLE), 0))
    .where(StockLevel.variant_id == StockConflict.variant_id)
    .correlate(StockConflict)
    .scalar_subquery()
)


async def standing(session: AsyncSession, conflict: int) -> Standing:
    """As it is now. Raises NoSuchConflict."""
    twin = StockConflict.__table__.alias()
    absent = (
        select(func.coalesce(func.sum(twin.c.absent_quantity), 0))
        .where(twin.c.variant_id == StockConflict.variant_id, twin.c.state == "open")
        .correlate(StockConflict)
        .scalar_subquery()
    )
    found = await session.execute(
        select(
            StockConflict.id,
            StockConflict.variant_id,
            Variant.product_id,
            StockConflict.sku,
            func.coalesce(StockConflict.channel, ""),
            func.coalesce(StockConflict.external_order, ""),
            StockConflict.cause,
            StockConflict.short_quantity,
            StockConflict.absent_quantity,
            StockConflict.state == "open",
            func.coalesce(StockConflict.resolution, ""),
            StockConflict.deadline,
            _FREE,
            absent,
        )
        .outerjoin(Variant, Variant.id == StockConflict.variant_id)
        .where(StockConflict.id == conflict)
    )
    row: Any = found.first()
    if row is None:
        raise NoSuchConflict
    told: tuple[Any, ...] = (*row[:-2], max(-int(row[-2]), 0), int(row[-1]))
    return Standing(*told)


async def case(session: AsyncSession, conflict: int, language: Language) -> Case:
    """With both sides of it, where it is open. Raises NoSuchConflict."""
    now = await standing(session, conflict)
    titles = await catalogue.titles(session, [now.product], language) if now.product else {}
    title = titles.get(now.product, "") if now.product else ""
    if not now.is_open or now.variant is None:
        return Case(now, title, (), ())
    return Case(now, title, await _sales(session, now.variant), await behind(session, now.variant))


async def _sales(session: AsyncSession, variant: VariantId) -> tuple[SoldThere, ...]:
    """Sales elsewhere of this work that are in question, the oldest first."""
    rows = await session.execute(
        select(
            StockConflict.id,
            StockConflict.channel,
            func.coalesce(StockConflict.external_order, ""),
            StockConflict.short_quantity,
        )
        .where(
            StockConflict.variant_id == variant,
            StockConflict.state == "open",
            StockConflict.external_order.is_not(None),
        )
        .order_by(StockConflict.id)
        .limit(_SHOWN)
    )
    return tuple(SoldThere(row[0], row[1] or "", row[2], row[3]) for row in rows)


async def behind(session: AsyncSession, variant: VariantId) -> tuple[Behind, ...]:
    """Open orders that were promised this work, the newest promise first."""
    paid = (
        select(func.coalesce(func.sum(MoneyEntry.amount_minor), 0))
        .where(MoneyEntry.order_id == Order.id)
        .correlate(Order)
        .scalar_subquery()
    )
    works = (
        select(func.count(OrderLine.variant_id))
        .where(OrderLine.order_id == Order.id)
        .correlate(Order)
        .scalar_subquery()
    )
    pieces, newest = func.sum(Reservation.quantity), func.max(Reservation.id)
    rows = await session.execute(
        select(
            Order.id,
            Order.customer_id,
            Order.total_minor,
            Order.currency,
            paid,
            pieces,
            works,
            OrderDelivery.sent_at.is_not(None),
        )
        .join(Reservation, Reservation.order_id == Order.id)
        .outerjoin(OrderDelivery, OrderDelivery.order_id == Order.id)
        .where(
            Reservation.variant_id == variant,
            Reservation.state == "committed",
            Order.state.in_([state.value for state in order_rules.OPEN]),
        )
        .group_by(Order.id, OrderDelivery.sent_at)
        .order_by(newest.desc())
        .limit(_SHOWN)
    )
    return tuple(
        Behind(
            OrderId(row[0]),
            CustomerId(row[1]),
            order_rules.number(row[0]),
            Money(row[2], row[3]),
            int(row[4]),
            int(row[5]),
            int(row[6]),
            bool(row[7]),
        )
        for row in rows
    )


async def promised(session: AsyncSession, orders: Collection[OrderId]) -> set[VariantId]:
    """Everything that these orders were promised."""
    held = select(Reservation.variant_id).where(Reservation.order_id.in_(orders), Reservation.state == "committed")
    return {VariantId(each) for each in await session.scalars(held.distinct())}


async def about(session: AsyncSession, conflict: int) -> VariantId:
    """The work of a conflict. Raises NoSuchConflict, for a sale of what the shop does not have too."""
    variant = await session.scalar(select(StockConflict.variant_id).where(StockConflict.id == conflict))
    if variant is None:
        raise NoSuchConflict
    return VariantId(variant)


async def others(session: AsyncSession, now: Standing) -> bool:
    """Is another conflict open about the same work?"""
    found = select(literal(1)).where(
        StockConflict.variant_id == now.variant, StockConflict.state == "open", StockConflict.id != now.id
    )
    return await session.scalar(found.limit(1)) is not None
