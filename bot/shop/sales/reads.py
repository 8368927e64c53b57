"""What is a sale, when was it, what did it bring, and what was left of the sales of a time?"""

from datetime import datetime
from typing import Any, Final

from sqlalchemy import ColumnElement, CompoundSelect, and_, bindparam, case, func, literal, select, true, union_all
from sqlalchemy.ext.asyncio import AsyncSession

from bot.basics.ids import ProductId
from bot.shop.catalogue.tables import Variant
from bot.shop.channels.tables import Channel, ChannelSale
from bot.shop.delivery.tables import OrderDelivery
from bot.shop.orders.tables import MoneyEntry, Order, OrderEvent, OrderLine
from bot.shop.sales.tables import SaleFee
from bot.shop.sales.values import FeeKind, Fees, Kept
from bot.shop.till.tables import TillSaleRow
from bot.storage.base import UtcDateTime
from bot.storage.elements import elements, whole, word


def moment(name: str) -> Any:
    """A moment that is told when the statement runs."""
    return bindparam(name, type_=UtcDateTime())


SINCE, UNTIL = moment("since"), moment("until")
ORDERED: Final = and_(
    OrderEvent.to_state == "accepted",
    OrderEvent.from_state.in_(("draft", "awaiting_payment", "expired")),
    Order.own.is_(False),
    Order.state.not_in(("cancelled", "expired")),
)
"""Orders that were accepted and have not fallen through; those of the staff are no sales."""
AT_TILL: Final = TillSaleRow.quantity * TillSaleRow.price_minor
LINE: Final = elements(ChannelSale.lines, "line")
PRICE, PIECES = whole(LINE, "price"), whole(LINE, "quantity")
SKU: Final = word(LINE, "sku")


def within(at: Any) -> ColumnElement[bool]:
    """From `since` to `until`."""
    return and_(at >= SINCE, at < UNTIL)


def total(minor: Any, where: Any = None) -> ColumnElement[int]:
    """Of none it is 0."""
    return func.coalesce(func.sum(minor if where is None else case((where, minor), else_=0)), 0)


def _when_all(known: Any, minor: Any) -> ColumnElement[int | None]:
    return case((func.count(known) == func.count(), func.coalesce(func.sum(minor), 0)))


TOLD: Final = select(_when_all(PRICE, PRICE * PIECES)).select_from(LINE).correlate(ChannelSale).scalar_subquery()
"""What a sale in another channel brought; nothing where one of its prices was not told."""


def _kept() -> CompoundSelect[Any]:
    """(what, way or channel, sales of known cost, what they brought, what they cost, came, went back), of this time.

    A sale's cost is known when that of each of its pieces is. Orders whose money went back whole bring nothing and
    cost nothing; whatever was paid for their payment was paid.
    """
    any_cost = select(Variant.id).where(Variant.cost_minor.is_not(None)).exists()
    given_back = (
        select(MoneyEntry.order_id)
        .where(MoneyEntry.at >= SINCE)
        .group_by(MoneyEntry.order_id)
        .having(func.sum(MoneyEntry.amount_minor) <= 0)
    )
    cost = (
        select(_when_all(Variant.cost_minor, OrderLine.quantity * Variant.cost_minor))
        .select_from(OrderLine)
        .join(Variant, Variant.id == OrderLine.variant_id)
        .where(OrderLine.order_id == Order.id)
        .correlate(Order)
        .scalar_subquery()
    )
    travels = case((OrderDelivery.state == "quoted", 0), else_=func.coalesce(OrderDelivery.price_minor, 0))
    order = (
        select(
            Order.id, (Order.total_minor - func.coalesce(travels, 0)).label("minor"), cost.label("cost"),
            case((Order.id.in_(given_back), 0), else_=1).label("stays"),
        )
        .select_from(OrderEvent)
        .join(Order, Order.id == OrderEvent.order_id)
        .outerjoin(OrderDelivery, OrderDelivery.order_id == Order.id)
        .where(ORDERED, within(OrderEvent.at), any_cost)
        .cte("ordered")
        .prefix_with("MATERIALIZED")
    )  # fmt: skip
    orders = select(
        literal("order").label("what"), literal("").label("name"), func.count(), total(order.c.minor * order.c.stays),
        total(order.c.cost * order.c.stays), literal(0), literal(0),
    ).where(order.c.cost.is_not(None))  # fmt: skip
    amount = MoneyEntry.amount_minor
    money = (
        select(
            literal("money"), MoneyEntry.way, literal(0), literal(0), literal(0), total(amount, amount > 0),
            total(-amount * order.c.stays, amount < 0),
        )
        .select_from(order)
        .join(MoneyEntry, MoneyEntry.order_id == order.c.id)
        .where(order.c.cost.is_not(None))
        .group_by(MoneyEntry.way)
    )  # fmt: skip
    till_cost = TillSaleRow.quantity * Variant.cost_minor
    till = (
        select(
            literal("till"), TillSaleRow.way, func.count(), total(AT_TILL), total(till_cost), total(AT_TILL), literal(0)
        )
        .join(Variant, Variant.id == TillSaleRow.variant_id)
        .where(TillSaleRow.state == "sold", within(TillSaleRow.sold_at), Variant.cost_minor.is_not(None))
        .group_by(TillSaleRow.way)
    )
    cost_of = select(Variant.cost_minor).where(Variant.sku == SKU).correlate(LINE).scalar_subquery()
    line = (
        select(
            ChannelSale.channel_id, ChannelSale.external_id, PRICE.label("price"), PIECES.label("pieces"),
            cost_of.label("cost"),
        )
        .select_from(ChannelSale)
        .join(LINE, true())
        .where(ChannelSale.cancelled_at.is_(None), within(ChannelSale.occurred_at), any_cost)
        .cte("told_line")
        .prefix_with("MATERIALIZED")
    )  # fmt: skip
    told = (
        select(
            line.c.channel_id, _when_all(line.c.price, line.c.price * line.c.pieces).label("minor"),
            _when_all(line.c.cost, line.c.cost * line.c.pieces).label("cost"),
        )
        .group_by(line.c.channel_id, line.c.external_id)
        .subquery("told")
    )  # fmt: skip
    channels = (
        select(
            literal("channel"), Channel.code, func.count(), total(told.c.minor), total(told.c.cost),
            total(told.c.minor), literal(0),
        )
        .select_from(told)
        .join(Channel, Channel.id == told.c.channel_id)
        .where(told.c.minor.is_not(None), told.c.cost.is_not(None))
        .group_by(Channel.code)
    )  # fmt: skip
    return union_all(orders, money, till, channels)


_KEPT: Final = _kept()


async def kept(session: AsyncSession, since: datetime, until: datetime) -> list[Kept]:
    """What the sales of [since, until) whose cost is known brought and cost. One statement."""
    rows = await session.execute(_KEPT, {"since": since, "until": until})
    return [Kept(what, name or "", *(int(number) for number in numbers)) for what, name, *numbers in rows]


async def cost(session: AsyncSession, product: ProductId) -> int | None:
    """Minor units that one piece of that work cost; None: not said."""
    found = select(Variant.cost_minor).where(Variant.product_id == product).order_by(Variant.id).limit(1)
    minor: int | None = await session.scalar(found)
    return minor


async def fees(session: AsyncSession) -> Fees:
    """What is taken of sales now."""
    found: dict[str, dict[str, int]] = {kind.value: {} for kind in FeeKind}
    for kind, name, hundredths in await session.execute(select(SaleFee.kind, SaleFee.name, SaleFee.hundredths)):
        found[kind][name] = hundredths
    return Fees(found[FeeKind.WAY], found[FeeKind.CHANNEL])
