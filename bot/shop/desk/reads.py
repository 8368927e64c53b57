"""What waits for the seller, and how much money has come today?"""

from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Select, case, func, literal, select, union_all
from sqlalchemy.ext.asyncio import AsyncSession

from bot.basics.ids import OrderId, ProductId
from bot.basics.languages import Language
from bot.shop.catalogue import reads as catalogue
from bot.shop.catalogue.tables import Product, Variant
from bot.shop.desk.values import Desk, Pile, Today, Waiting, Waits
from bot.shop.inventory.tables import LowStock
from bot.shop.orders.tables import MoneyEntry
from bot.shop.payments.tables import PaymentAttempt, RefundAttempt
from bot.shop.returns.tables import ReturnRequest
from bot.shop.stock.reads import AVAILABLE
from bot.shop.stock.tables import StockConflict, StockLevel
from bot.shop.till.tables import TillSaleRow

_LEFT = (
    select(func.coalesce(func.sum(AVAILABLE), 0))
    .where(StockLevel.variant_id == LowStock.variant_id)
    .correlate(LowStock)
    .scalar_subquery()
)
_LOW = (
    select(LowStock.variant_id, Variant.product_id, Variant.sku, _LEFT.label("pieces"))
    .join(Variant, Variant.id == LowStock.variant_id)
    .join(Product, Product.id == Variant.product_id)
    .where(Product.state == "listed", LowStock.low_at >= _LEFT)
)
_REFUNDS = RefundAttempt.state.in_(["intent", "unknown", "pending"])
_RETURNS = ReturnRequest.state.in_(["asked", "accepted"])
# what does not match is over once the money has gone back
_MISMATCHES = PaymentAttempt.state == "mismatch"


def _counted(pile: Pile, count: Any, only: Any, *which: ColumnElement[bool]) -> Select[Any]:
    statement: Select[Any] = select(literal(pile.value), func.count(count), func.min(only), func.max(only), literal(""))
    return statement.where(*which)


async def desk(session: AsyncSession, midnight: datetime) -> Desk:
    """All piles and the money since midnight, in one statement."""
    low = _LOW.subquery()
    conflicts = _counted(Pile.CONFLICTS, StockConflict.id, StockConflict.id, StockConflict.state == "open")
    income = func.coalesce(func.sum(case((MoneyEntry.amount_minor > 0, MoneyEntry.amount_minor), else_=0)), 0)
    back = func.coalesce(func.sum(case((MoneyEntry.amount_minor < 0, -MoneyEntry.amount_minor), else_=0)), 0)
    over_the_counter = func.coalesce(func.sum(TillSaleRow.quantity * TillSaleRow.price_minor), 0)
    statements: Any = union_all(
        conflicts,
        _counted(
            Pile.MISMATCHES,
            PaymentAttempt.order_id.distinct(),
            PaymentAttempt.order_id,
            _MISMATCHES,
        ),
        _counted(Pile.REFUNDS, RefundAttempt.id, RefundAttempt.order_id, _REFUNDS),
        _counted(Pile.RETURNS, ReturnRequest.id, ReturnRequest.order_id, _RETURNS),
        _counted(Pile.LOW, low.c.variant_id, low.c.product_id).select_from(low),
        select(literal("money"), literal(0), income, back, func.coalesce(func.max(MoneyEntry.currency), "")).where(
            MoneyEntry.at >= midnight
        ),
        select(literal("till"), literal(0), over_the_counter, literal(0), func.coalesce(func.max(Variant.currency), ""))
        .join(Variant, Variant.id == TillSaleRow.variant_id)
        .where(TillSaleRow.state == "sold", TillSaleRow.sold_at >= midnight),
    )
    found = {row[0]: row for row in await session.execute(statements)}
    _, _, came, went, currency = found.pop("money")
    _, _, till, _, till_currency = found.pop("till")
    waits = {
        pile: Waits(int(count), int(first) if count == 1 and first is not None and first == last else None)
        for pile in Pile
        for _, count, first, last, _ in [found[pile.value]]
        if count
    }
    return Desk(waits, Today(int(came) + int(till), int(went), currency or till_currency))


async def pile(session: AsyncSession, which: Pile, after: int, limit: int, language: Language) -> list[Waiting]:
    """What waits of one kind, oldest first, after one of them."""
    key: Any
    order: Any
    sum_of: Any
    currency: Any
    match which:
        case Pile.CONFLICTS:
            return await _conflicts(session, after, limit, language)
        case Pile.LOW:
            statement = _LOW.where(LowStock.variant_id > after).order_by(LowStock.variant_id).limit(limit)
            low = (await session.execute(statement)).all()
            titles = await catalogue.titles(session, [ProductId(row[1]) for row in low], language)
            return [
                Waiting(row[0], product=ProductId(row[1]), title=titles[ProductId(row[1])], sku=row[2], number=row[3])
                for row in low
            ]
        case Pile.RETURNS:
            key, order, sum_of, currency = ReturnRequest.id, ReturnRequest.order_id, literal(0), literal("")
            open_ones: ColumnElement[bool] = _RETURNS
        case Pile.REFUNDS:
            key, order, sum_of = RefundAttempt.id, RefundAttempt.order_id, RefundAttempt.amount_minor
            currency, open_ones = RefundAttempt.currency, _REFUNDS
        case Pile.MISMATCHES:
            key, order, sum_of = PaymentAttempt.id, PaymentAttempt.order_id, PaymentAttempt.amount_minor
            currency, open_ones = PaymentAttempt.currency, _MISMATCHES
    rows = await session.execute(
        select(key, order, sum_of, currency).where(open_ones, key > after).order_by(key).limit(limit)
    )
    return [Waiting(row[0], order=OrderId(row[1]), number=int(row[2]), currency=row[3]) for row in rows]


async def _conflicts(session: AsyncSession, after: int, limit: int, language: Language) -> list[Waiting]:
    rows = (
        await session.execute(
            select(
                StockConflict.id,
                Variant.product_id,
                StockConflict.sku,
                StockConflict.channel,
                StockConflict.short_quantity,
            )
            .outerjoin(Variant, Variant.id == StockConflict.variant_id)
            .where(StockConflict.state == "open", StockConflict.id > after)
            .order_by(StockConflict.id)
            .limit(limit)
        )
    ).all()
    titles = await catalogue.titles(session, [ProductId(row[1]) for row in rows if row[1]], language)
    return [
        Waiting(
            row[0],
            product=ProductId(row[1]) if row[1] else None,
            sku=row[2],
            channel=row[3] or "",
            number=row[4],
            title=titles.get(ProductId(row[1]), "") if row[1] else "",
        )
        for row in rows
    ]
