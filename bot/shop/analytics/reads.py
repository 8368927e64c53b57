"""What happened between two moments? A few statements, built once, that give sums and not rows, however much it was."""

from collections.abc import Sequence
from datetime import datetime
from functools import cache
from typing import Any, Final

from sqlalchemy import (
    BigInteger,
    ColumnElement,
    CompoundSelect,
    Date,
    Select,
    and_,
    bindparam,
    case,
    cast,
    func,
    literal,
    null,
    or_,
    select,
    true,
    union_all,
)
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import aliased

from bot.basics.ids import ProductId
from bot.basics.languages import Language
from bot.shop.analytics.tables import LookCount
from bot.shop.analytics.values import BOT, TILL, BestWork, Count, Flow, Sale, Span
from bot.shop.catalogue.tables import Product, ProductText, Variant
from bot.shop.channels.tables import Channel, ChannelSale
from bot.shop.orders.tables import MoneyEntry, Order, OrderEvent, OrderLine
from bot.shop.sales.reads import AT_TILL, LINE, ORDERED, PIECES, PRICE, SINCE, SKU, TOLD, UNTIL, moment, within
from bot.shop.stock.reads import AVAILABLE
from bot.shop.stock.tables import StockLevel
from bot.shop.till.tables import TillSaleRow

_BEFORE, _NOW = 0, 1
_STANDS: Final = ("accepted", "in_work", "ready", "handed_over")
_MOST_WORKS: Final = 5
_BEFORE_SINCE, _BEFORE_UNTIL = moment("before_since"), moment("before_until")
_SOURCE: Final = func.coalesce(Order.source, "")


def _moments(span: Span) -> dict[str, Any]:
    return {
        "since": span.since, "until": span.until,
        "before_since": span.before_since, "before_until": span.before_until,
    }  # fmt: skip


def _part(at: Any) -> ColumnElement[int]:
    return case((at >= SINCE, literal(_NOW)), else_=literal(_BEFORE))


def _compared(at: Any) -> ColumnElement[bool]:
    """In this time or in the part of the one before that it is compared with."""
    return and_(at >= _BEFORE_SINCE, at < UNTIL, or_(at < _BEFORE_UNTIL, at >= SINCE))


# -- sales, their middle ones, and who bought ------------------------------------------------------------------------


@cache
def _sales(*, whole: bool) -> Any:
    """(what, part, channel, source, three numbers): sums, the sales in the middle, people and how many came back.

    Not `whole`: people and middle of all sales of this time only."""
    nobody = (cast(null(), BigInteger), cast(null(), BigInteger))
    sale = (
        union_all(
            select(
                _part(OrderEvent.at).label("part"),
                literal(BOT).label("channel"),
                _SOURCE.label("source"),
                Order.total_minor.label("minor"),
                Order.id,
                Order.customer_id,
            )
            .select_from(OrderEvent)
            .join(Order, Order.id == OrderEvent.order_id)
            .where(ORDERED, _compared(OrderEvent.at)),
            select(_part(TillSaleRow.sold_at), literal(TILL), literal(""), AT_TILL, *nobody).where(
                TillSaleRow.state == "sold", _compared(TillSaleRow.sold_at)
            ),
            select(_part(ChannelSale.occurred_at), Channel.code, literal(""), TOLD, *nobody)
            .join(Channel, Channel.id == ChannelSale.channel_id)
            .where(ChannelSale.cancelled_at.is_(None), _compared(ChannelSale.occurred_at)),
        )
        .cte("sale")
        .prefix_with("MATERIALIZED")
    )
    by = (sale.c.part, sale.c.channel, sale.c.source)
    sums = (
        select(*by, func.count().label("sales"), func.count(sale.c.minor).label("priced"),
               func.sum(sale.c.minor).label("minor"))
        .group_by(*by)
        .cte("sums").prefix_with("MATERIALIZED")
    )  # fmt: skip
    found = [
        select(literal("sum").label("what"), *sums.c),
        _middle("middle", sale, sums, _NOW),
        _people(sale, "people"),
    ]
    if whole:
        found += [
            _middle("middle", sale, sums, _BEFORE),
            _middle("of bot", sale, sums, _NOW, BOT),
            _middles(sale, sums),
            _people(sale, "people of", sale.c.source),
        ]
    return union_all(*found)


def _middle(what: str, sale: Any, sums: Any, part: int, channel: str = "") -> Select[Any]:
    """The one sale in the middle, or the two, of these."""

    def which(of: Any) -> ColumnElement[bool]:
        return and_(of.c.part == part, of.c.channel == channel) if channel else of.c.part == part

    many = select(cast(func.coalesce(func.sum(sums.c.priced), 0), BigInteger)).where(which(sums)).scalar_subquery()
    rank = func.row_number().over(order_by=sale.c.minor).label("rank")
    ranked = select(sale.c.minor, rank).where(which(sale), sale.c.minor.is_not(None)).subquery("ranked_all")
    return select(literal(what), literal(part), literal(""), literal(""), literal(0), literal(0), ranked.c.minor).where(
        ranked.c.rank * 2 >= many, ranked.c.rank * 2 <= many + 2
    )


def _middles(sale: Any, sums: Any) -> Select[Any]:
    """The same of each source and of each other channel, of this time: a window says which of them a sale is."""
    rank = func.row_number().over(partition_by=(sale.c.channel, sale.c.source), order_by=sale.c.minor).label("rank")
    ranked = (
        select(sale.c.channel, sale.c.source, sale.c.minor, rank)
        .where(sale.c.part == _NOW, sale.c.minor.is_not(None))
        .subquery("ranked")
    )
    return (
        select(
            literal("middle of"), sums.c.part, ranked.c.channel, ranked.c.source, literal(0), literal(0),
            ranked.c.minor,
        )
        .select_from(ranked)
        .join(sums, and_(sums.c.part == _NOW, sums.c.channel == ranked.c.channel,
                         sums.c.source == ranked.c.source))
        .where(ranked.c.rank * 2 >= sums.c.priced, ranked.c.rank * 2 <= sums.c.priced + 2)
    )  # fmt: skip


def _people(sale: Any, what: str, *of: Any) -> Select[Any]:
    """Who ordered, and how many of them had ordered before: whose first order of these is not his first that stands."""
    person = (
        select(sale.c.part, *of, sale.c.customer_id, func.min(sale.c.id).label("first"))
        .where(sale.c.channel == BOT, *([sale.c.part == _NOW] if of else []))
        .group_by(sale.c.part, *of, sale.c.customer_id)
        .subquery("person")
    )
    earlier = aliased(Order)
    ever = (
        select(earlier.id)
        .where(earlier.customer_id == person.c.customer_id, earlier.state.in_(_STANDS), earlier.own.is_(False))
        .order_by(earlier.id)
        .limit(1)
        .correlate(person)
        .scalar_subquery()
    )
    again = func.sum(case((ever < person.c.first, 1), else_=0))
    by = [person.c[each.name] for each in of]
    source = by[0] if by else literal("")
    return select(literal(what), person.c.part, literal(""), source, func.count(), again, literal(0)).group_by(
        person.c.part, *by
    )


# -- money, step by step ------------------------------------------------------------------------------------------


@cache
def _flows(edges: int) -> Select[Any]:
    """(channel, source, step, what came, what went back): a step lies between two of so many edges of time."""

    def step(at: Any, low: int = 0, high: int = edges) -> Any:
        """By halves: a handful of comparisons for each row."""
        if low == high:
            return literal(low)
        middle = (low + high) // 2
        return case((at < moment(f"edge_{middle}"), step(at, low, middle)), else_=step(at, middle + 1, high))

    def both(at: Any) -> ColumnElement[bool]:
        return and_(at >= _BEFORE_SINCE, at < UNTIL)

    flow = union_all(
        select(
            literal(BOT).label("channel"), _SOURCE.label("source"), step(MoneyEntry.at).label("step"),
            MoneyEntry.amount_minor.label("minor"),
        )
        .join(Order, Order.id == MoneyEntry.order_id)
        .where(both(MoneyEntry.at), Order.own.is_(False)),
        select(literal(TILL), literal(""), step(TillSaleRow.sold_at), AT_TILL).where(
            TillSaleRow.state == "sold", both(TillSaleRow.sold_at)
        ),
        select(Channel.code, literal(""), step(ChannelSale.occurred_at), TOLD)
        .join(Channel, Channel.id == ChannelSale.channel_id)
        .where(ChannelSale.cancelled_at.is_(None), both(ChannelSale.occurred_at)),
    ).subquery("flow")  # fmt: skip
    by = (flow.c.channel, flow.c.source, flow.c.step)
    came, back = (func.sum(case((each, flow.c.minor), else_=0)) for each in (flow.c.minor > 0, flow.c.minor < 0))
    return select(*by, came, back).group_by(*by)


# -- what sold ----------------------------------------------------------------------------------------------------


def _lines() -> Any:
    """What was sold in this time, line by line: variant, pieces, money."""
    here = (
        select(
            OrderLine.variant_id, OrderLine.quantity.label("pieces"),
            (OrderLine.price_minor * OrderLine.quantity).label("minor"),
        )
        .join(Order, Order.id == OrderLine.order_id)
        .join(OrderEvent, OrderEvent.order_id == Order.id)
        .where(ORDERED, within(OrderEvent.at))
    )  # fmt: skip
    till = select(TillSaleRow.variant_id, TillSaleRow.quantity, AT_TILL).where(
        TillSaleRow.state == "sold", within(TillSaleRow.sold_at)
    )
    told = (
        select(Variant.id, PIECES, func.coalesce(PRICE * PIECES, 0))
        .select_from(ChannelSale)
        .join(LINE, true())
        .join(Variant, Variant.sku == SKU)
        .where(ChannelSale.cancelled_at.is_(None), within(ChannelSale.occurred_at))
    )
    return union_all(here, till, told).subquery("line_sold")


def _sold() -> Select[Any]:
    """(work, title, pieces, money, left of what was sold of it) of those that brought most."""
    line = _lines()
    of_variant = (
        select(line.c.variant_id, func.sum(line.c.pieces).label("pieces"), func.sum(line.c.minor).label("minor"))
        .group_by(line.c.variant_id)
        .cte("of_variant")
        .prefix_with("MATERIALIZED")
    )
    best = (
        select(
            Variant.product_id,
            func.sum(of_variant.c.pieces).label("pieces"),
            func.sum(of_variant.c.minor).label("minor"),
        )
        .join(of_variant, of_variant.c.variant_id == Variant.id)
        .group_by(Variant.product_id)
        .order_by(func.sum(of_variant.c.minor).desc(), func.sum(of_variant.c.pieces).desc(), Variant.product_id)
        .limit(_MOST_WORKS)
        .cte("best")
        .prefix_with("MATERIALIZED")
    )
    free = (
        select(func.coalesce(func.sum(AVAILABLE), 0))
        .where(StockLevel.variant_id == Variant.id)
        .correlate(Variant)
        .scalar_subquery()
    )
    left = (
        select(func.sum(case((free > 0, free), else_=0)))
        .select_from(Variant)
        .where(Variant.product_id == best.c.product_id, Variant.id.in_(select(of_variant.c.variant_id)))
        .correlate(best)
        .scalar_subquery()
    )
    sku = select(func.min(Variant.sku)).where(Variant.product_id == best.c.product_id).correlate(best).scalar_subquery()
    own, first = aliased(ProductText), aliased(ProductText)
    return (
        select(best.c.product_id, func.coalesce(own.title, first.title, sku), best.c.pieces, best.c.minor, left)
        .join(Product, Product.id == best.c.product_id)
        .outerjoin(own, and_(own.product_id == Product.id, own.language == bindparam("language")))
        .outerjoin(first, and_(first.product_id == Product.id, first.language == Product.language))
        .order_by(best.c.minor.desc(), best.c.pieces.desc(), best.c.product_id)
    )


_SOLD: Final = _sold()


# -- before there is an order -------------------------------------------------------------------------------------


def _counts() -> CompoundSelect[Any]:
    """(step, part, source, how many)."""
    since, until, before_since, before_until = (
        bindparam(f"{name}_day", type_=Date()) for name in ("since", "until", "before_since", "before_until")
    )
    kept = (LookCount.day, LookCount.step, LookCount.source)
    # added up in the order of the index first: the days of a year are few, its rows are not
    daily = (
        select(*kept, func.sum(LookCount.times).label("times"))
        .where(
            LookCount.day >= before_since,
            LookCount.day < until,
            or_(LookCount.day < before_until, LookCount.day >= since),
        )
        .group_by(*kept)
        .subquery("daily")
    )
    looked = select(
        daily.c.step,
        case((daily.c.day >= since, literal(_NOW)), else_=literal(_BEFORE)).label("part"),
        daily.c.source,
        daily.c.times,
    )
    begun = select(literal("checkout"), _part(Order.created_at), _SOURCE, literal(1)).where(
        Order.own.is_(False), _compared(Order.created_at)
    )
    return union_all(*(_added(each.subquery()) for each in (looked, begun)))


def _added(one: Any) -> Select[Any]:
    step, part, source, times = one.c
    return select(step, part, source, func.sum(times)).group_by(step, part, source)


_COUNTS: Final = _counts()


async def sales(session: AsyncSession, span: Span, *, whole: bool) -> list[Sale]:
    """Sales of both times and whoever bought; `whole`: with what a table says of each channel and source too."""
    rows = await session.execute(_sales(whole=whole), _moments(span))
    return [
        Sale(what, part == _NOW, channel, source, int(a), int(b), int(c or 0))
        for what, part, channel, source, a, b, c in rows
    ]


async def flows(session: AsyncSession, span: Span, edges: Sequence[datetime]) -> list[Flow]:
    """What came and went back between these moments, of both times whole."""
    given = {f"edge_{number}": edge for number, edge in enumerate(edges)}
    rows = await session.execute(_flows(len(edges)), _moments(span) | given)
    begins = [span.before_since, *edges]
    return [Flow(channel, source, begins[step], int(came), -int(back)) for channel, source, step, came, back in rows]


async def best(session: AsyncSession, span: Span, language: Language) -> list[BestWork]:
    """What sold best in this time: by money, then by pieces."""
    rows = await session.execute(_SOLD, _moments(span) | {"language": language})
    return [
        BestWork(ProductId(work), title, int(pieces), int(minor), int(left or 0))
        for work, title, pieces, minor, left in rows
    ]


async def counts(session: AsyncSession, span: Span) -> list[Count]:
    """Looks, carts and checkouts by source, of the time and of the one before."""
    days = {
        "since_day": span.since.date(), "until_day": span.until.date(),
        "before_since_day": span.before_since.date(), "before_until_day": span.before_until.date(),
    }  # fmt: skip
    rows = await session.execute(_COUNTS, _moments(span) | days)
    return [Count(step, part == _NOW, source, int(times)) for step, part, source, times in rows]
