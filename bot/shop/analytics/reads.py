"""What happened between two moments? Few statements, however long the time is."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any, Final

from sqlalchemy import ColumnElement, Date, String, and_, case, cast, func, literal, null, or_, select, union_all
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import aliased

from bot.basics.ids import ProductId
from bot.basics.languages import Language
from bot.shop.analytics.tables import LookCount
from bot.shop.analytics.values import BOT, TILL, Count, Fact, Known, Lines, Sold, Span
from bot.shop.catalogue.tables import Product, ProductText, Variant
from bot.shop.channels.tables import Channel, ChannelSale
from bot.shop.orders.tables import MoneyEntry, Order, OrderEvent, OrderLine
from bot.shop.stock.reads import AVAILABLE
from bot.shop.stock.tables import StockLevel
from bot.shop.till.tables import TillSaleRow

_UNPLACED: Final = ("draft", "awaiting_payment", "expired")
_FELL_THROUGH: Final = ("cancelled", "expired")
_STANDS: Final = ("accepted", "in_work", "ready", "handed_over")
_MOST: Final = 400
"""Variants that are looked up by name: those that sold best."""


def _ordered(since: datetime, until: datetime) -> ColumnElement[bool]:
    """Orders that were accepted then and have not fallen through; those of the staff are no sales."""
    return and_(
        OrderEvent.to_state == "accepted",
        OrderEvent.from_state.in_(_UNPLACED),
        OrderEvent.at >= since,
        OrderEvent.at < until,
        Order.own.is_(False),
        Order.state.not_in(_FELL_THROUGH),
    )


async def facts(session: AsyncSession, span: Span) -> list[Fact]:
    """Orders accepted here, money that came and went, sales at the till: of the time and of the one before."""
    since, until = span.before_since, span.until
    earlier = aliased(Order)
    returning = (
        select(earlier.id)
        .where(
            earlier.customer_id == Order.customer_id,
            earlier.id < Order.id,
            earlier.state.in_(_STANDS),
            earlier.own.is_(False),
        )
        .exists()
    )
    orders = (
        select(
            literal("order"), OrderEvent.at, Order.source, Order.total_minor, Order.customer_id,
            case((returning, 1), else_=0),
        )
        .join(Order, Order.id == OrderEvent.order_id)
        .where(_ordered(since, until))
    )  # fmt: skip
    nobody: tuple[Any, Any] = (cast(null(), Order.customer_id.type), literal(0))
    money = (
        select(literal("money"), MoneyEntry.at, Order.source, MoneyEntry.amount_minor, *nobody)
        .join(Order, Order.id == MoneyEntry.order_id)
        .where(MoneyEntry.at >= since, MoneyEntry.at < until, Order.own.is_(False))
    )
    worth = TillSaleRow.quantity * TillSaleRow.price_minor
    till = select(literal("till"), TillSaleRow.sold_at, cast(null(), String), worth, *nobody).where(
        TillSaleRow.state == "sold", TillSaleRow.sold_at >= since, TillSaleRow.sold_at < until
    )
    rows = await session.execute(union_all(orders, money, till))
    return [
        Fact(what, TILL if what == "till" else BOT, source or "", at, int(minor), customer, bool(again))
        for what, at, source, minor, customer, again in rows
    ]


async def elsewhere(session: AsyncSession, span: Span) -> list[tuple[str, datetime, Lines]]:
    """(channel, when, what) of sales in other channels that have not been cancelled there, in both times."""
    rows = await session.execute(
        select(Channel.code, ChannelSale.occurred_at, ChannelSale.lines)
        .join(Channel, Channel.id == ChannelSale.channel_id)
        .where(
            ChannelSale.occurred_at >= span.before_since,
            ChannelSale.occurred_at < span.until,
            ChannelSale.cancelled_at.is_(None),
        )
    )
    return [(code, at, lines) for code, at, lines in rows]


async def counts(session: AsyncSession, span: Span) -> list[Count]:
    """Looks, carts and checkouts by source, of the time and of the one before."""
    day: Any = LookCount.day
    this = case((day >= literal(span.since.date(), Date), 1), else_=0)
    looks = (
        select(LookCount.step, this, LookCount.source, func.sum(LookCount.times))
        .where(
            or_(
                and_(day >= span.since.date(), day < span.until.date()),
                and_(day >= span.before_since.date(), day < span.before_until.date()),
            )
        )
        .group_by(LookCount.step, this, LookCount.source)
    )
    begun = case((Order.created_at >= span.since, 1), else_=0)
    source = func.coalesce(Order.source, "")
    checkouts = (
        select(literal("checkout"), begun, source, func.count())
        .where(
            Order.own.is_(False),
            or_(
                and_(Order.created_at >= span.since, Order.created_at < span.until),
                and_(Order.created_at >= span.before_since, Order.created_at < span.before_until),
            ),
        )
        .group_by(begun, source)
    )
    rows = await session.execute(union_all(looks, checkouts))
    return [Count(step, bool(now), source, int(times)) for step, now, source, times in rows]


async def sold(session: AsyncSession, span: Span) -> list[Sold]:
    """What was sold here and at the till in the time itself, variant by variant."""
    here = (
        select(OrderLine.variant_id, OrderLine.quantity, (OrderLine.price_minor * OrderLine.quantity).label("minor"))
        .join(Order, Order.id == OrderLine.order_id)
        .join(OrderEvent, OrderEvent.order_id == Order.id)
        .where(_ordered(span.since, span.until))
    )
    till = select(TillSaleRow.variant_id, TillSaleRow.quantity, TillSaleRow.price_minor * TillSaleRow.quantity).where(
        TillSaleRow.state == "sold", TillSaleRow.sold_at >= span.since, TillSaleRow.sold_at < span.until
    )
    lines = union_all(here, till).subquery()
    rows = await session.execute(
        select(lines.c.variant_id, func.sum(lines.c.quantity), func.sum(lines.c.minor)).group_by(lines.c.variant_id)
    )
    return [Sold("", int(pieces), int(minor), variant) for variant, pieces, minor in rows]


async def known(session: AsyncSession, found: Sequence[Sold], language: Language) -> dict[int | str, Known]:
    """What is known of those that sold best, by variant and by SKU."""
    most = sorted(found, key=lambda each: (-each.minor, -each.pieces))[:_MOST]
    variants = [each.variant for each in most if each.variant is not None]
    skus = [each.sku for each in most if each.variant is None]
    if not most:
        return {}
    own, first = aliased(ProductText), aliased(ProductText)
    left = (
        select(func.coalesce(func.sum(AVAILABLE), 0))
        .where(StockLevel.variant_id == Variant.id)
        .correlate(Variant)
        .scalar_subquery()
    )
    rows = await session.execute(
        select(
            Variant.id, Variant.sku, Variant.product_id, func.coalesce(own.title, first.title, Variant.sku),
            Variant.cost_minor, left,
        )
        .join(Product, Product.id == Variant.product_id)
        .outerjoin(own, and_(own.product_id == Product.id, own.language == language))
        .outerjoin(first, and_(first.product_id == Product.id, first.language == Product.language))
        .where(or_(Variant.id.in_(variants), Variant.sku.in_(skus)))
    )  # fmt: skip
    answer: dict[int | str, Known] = {}
    for variant, sku, product, title, cost, there in rows:
        answer[variant] = answer[sku] = Known(variant, sku, ProductId(product), title, cost, int(there))
    return answer
