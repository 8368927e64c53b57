"""What is kept about this person?"""

from collections.abc import Mapping
from typing import Any, Final

from sqlalchemy import ColumnElement, Table, func, select
from sqlalchemy.ext.asyncio import AsyncSession

from bot.basics.ids import OrderId
from bot.shop.cart.tables import CartLine
from bot.shop.catalogue.tables import Product, ProductText, Variant
from bot.shop.orders import rules as order_rules
from bot.shop.orders.tables import Order
from bot.shop.pickup.tables import Location
from bot.shop.privacy.rules import KEPT, Kept, Subject
from bot.shop.privacy.values import Cell, Part, Standing
from bot.storage.base import Base

OPEN: Final = ("awaiting_payment", *sorted(order_rules.OPEN))


async def standing(session: AsyncSession, customer: int) -> Standing:
    """How much there is, and which orders have to end before it can go."""
    orders = (
        await session.execute(
            select(Order.id, Order.state).where(Order.customer_id == customer, Order.state != "draft")
        )
    ).all()
    pieces = await session.scalar(select(func.sum(CartLine.quantity)).where(CartLine.customer_id == customer))
    still = tuple(order_rules.number(OrderId(order)) for order, state in sorted(orders) if state in OPEN)
    return Standing(len(orders), int(pieces or 0), still)


async def everything(session: AsyncSession, who: Subject) -> tuple[Part, ...]:
    """All parts that hold something, the person first."""
    parts = [Part(kept.table, await _rows(session, kept, who)) for kept in reversed(KEPT) if kept.shown]
    return tuple(part for part in parts if part.rows)


async def _rows(session: AsyncSession, kept: Kept, who: Subject) -> tuple[Mapping[str, Cell], ...]:
    table = Base.metadata.tables[kept.table]
    columns = [_column(table, column, label) for column, label in kept.columns.items()]
    found = await session.execute(select(*columns).where(kept.whose(table, who)).order_by(*table.primary_key.columns))
    return tuple({label: _said(label, value) for label, value in row.items()} for row in found.mappings())


def _column(table: Table, column: str, label: str) -> ColumnElement[Any]:
    """A column as a person can read it: works and places by their titles."""
    if label == "work" and column != "title":
        titled: ColumnElement[Any] = _title(table, column).label(label)
        return titled
    if label == "place":
        return select(Location.title).where(Location.id == table.c[column]).scalar_subquery().label(label)
    plain: ColumnElement[Any] = table.c[column].label(label)
    return plain


def _title(table: Table, column: str) -> Any:
    title = (
        select(ProductText.title)
        .join(Product, Product.id == ProductText.product_id)
        .where(ProductText.language == Product.language)
    )
    if column == "variant_id":
        title = title.join(Variant, Variant.product_id == Product.id).where(Variant.id == table.c[column])
    else:
        title = select(ProductText.title).where(ProductText.product_id == table.c[column])
    return title.limit(1).scalar_subquery()


def _said(label: str, value: Any) -> Cell:
    if label == "order" and value is not None:
        return order_rules.number(OrderId(value))
    if isinstance(value, dict | list):
        return ", ".join(str(each) for each in (value.values() if isinstance(value, dict) else value))
    said: Cell = value
    return said
