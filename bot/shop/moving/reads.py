"""What can be taken to a fair, and what has become of what was taken?"""

from collections.abc import Collection
from datetime import datetime
from typing import Any

from sqlalchemy import func, or_, select
from sqlalchemy.ext.asyncio import AsyncSession

from bot.basics.ids import LocationId, OrderId, ProductId, VariantId
from bot.basics.languages import Language
from bot.shop.catalogue.tables import Product, ProductText, Variant
from bot.shop.moving.tables import Trip, TripLine
from bot.shop.moving.values import ToPack, TripReport, TripView, TripWork
from bot.shop.pickup import reads as pickup
from bot.shop.pickup.errors import NoSuchPlace
from bot.shop.stock.reads import AVAILABLE
from bot.shop.stock.tables import Reservation, StockLevel
from bot.shop.till.tables import TillSaleRow
from bot.shop.till.values import TillWay

_TRIP = select(Trip.id, Trip.location_id, Trip.home_id, Trip.state, Trip.rounds, Trip.began_at, Trip.ended_at)


def _trip(row: Any) -> TripView:
    return TripView(row[0], LocationId(row[1]), LocationId(row[2]), *row[3:])


async def trip(session: AsyncSession, wanted: int) -> TripView | None:
    row = (await session.execute(_TRIP.where(Trip.id == wanted))).first()
    return _trip(row) if row else None


async def open_trip(session: AsyncSession, place: LocationId, *, lock: bool = False) -> TripView | None:
    """The trip to that place that is not over. `lock`: nobody else changes it meanwhile."""
    found = _TRIP.where(Trip.location_id == place, Trip.state != "home")
    row = (await session.execute(found.with_for_update() if lock else found)).first()
    return _trip(row) if row else None


async def newest(session: AsyncSession, place: LocationId) -> TripView | None:
    """The last trip there that pieces were taken on."""
    found = _TRIP.where(Trip.location_id == place, Trip.state != "packing").order_by(Trip.id.desc()).limit(1)
    row = (await session.execute(found)).first()
    return _trip(row) if row else None


async def trips(session: AsyncSession, before: int, limit: int) -> list[TripView]:
    """Trips that pieces were taken on, the newest first."""
    found = _TRIP.where(Trip.state != "packing").order_by(Trip.id.desc()).limit(limit)
    return [_trip(row) for row in await session.execute(found.where(Trip.id < before) if before else found)]


async def usual_home(session: AsyncSession, place: LocationId) -> LocationId:
    """Where pieces are taken from unless somebody says otherwise. Raises NoSuchPlace where there is no other place."""
    found = next((each.id for each in await pickup.places(session) if each.id != place), None)
    if found is None:
        raise NoSuchPlace
    return found


def _title(language: Language) -> Any:
    """The title of a `Product` in that language, else in its own."""

    def said(which: Any) -> Any:
        found = select(ProductText.title).where(ProductText.product_id == Product.id, ProductText.language == which)
        return found.correlate(Product).scalar_subquery()

    return func.coalesce(said(language), said(Product.language))


async def to_pack(
    session: AsyncSession, home: LocationId, trip: int, language: Language, before: int, limit: int
) -> list[ToPack]:
    """Works with free pieces at home, the newest first; `before`: the last variant of the page above."""
    found = (
        select(Product.id, Variant.id, _title(language), AVAILABLE, func.coalesce(TripLine.packed, 0))
        .join(Variant, Variant.product_id == Product.id)
        .join(StockLevel, (StockLevel.variant_id == Variant.id) & (StockLevel.location_id == home))
        .outerjoin(TripLine, (TripLine.variant_id == Variant.id) & (TripLine.trip_id == trip))
        .where(Product.state.in_(("listed", "hidden")), AVAILABLE > 0)
        .order_by(StockLevel.variant_id.desc())
        .limit(limit)
    )
    rows = await session.execute(found.where(StockLevel.variant_id < before) if before else found)
    return [ToPack(ProductId(row[0]), VariantId(row[1]), row[2], int(row[3]), int(row[4])) for row in rows]


async def packed(session: AsyncSession, trip: int) -> dict[VariantId, int]:
    """What is ticked and has not gone yet."""
    found = select(TripLine.variant_id, TripLine.packed).where(TripLine.trip_id == trip, TripLine.packed > 0)
    return {VariantId(row[0]): row[1] for row in await session.execute(found)}


async def titles(session: AsyncSession, variants: Collection[VariantId], language: Language) -> dict[VariantId, str]:
    rows = await session.execute(
        select(Variant.id, _title(language))
        .join(Product, Product.id == Variant.product_id)
        .where(Variant.id.in_(variants))
    )
    return {VariantId(row[0]): row[1] for row in rows}


async def on_hand_at(session: AsyncSession, place: LocationId) -> dict[VariantId, tuple[int, int]]:
    """(on hand, not for sale) of each work that lies there, in locking order."""
    rows = await session.execute(
        select(StockLevel.variant_id, StockLevel.on_hand, StockLevel.unavailable)
        .where(StockLevel.location_id == place, StockLevel.on_hand > 0)
        .order_by(StockLevel.variant_id)
    )
    return {VariantId(row[0]): (row[1], row[2]) for row in rows}


_KEPT = ("held", "committed")


async def holders_at(session: AsyncSession, place: LocationId) -> set[OrderId]:
    """Orders for which pieces lie there."""
    found = select(Reservation.order_id).where(
        Reservation.location_id == place, Reservation.state.in_(_KEPT), Reservation.order_id.is_not(None)
    )
    return {OrderId(int(order or 0)) for order in await session.scalars(found)}


async def kept_at(session: AsyncSession, place: LocationId) -> list[tuple[int, VariantId, int, int | None, bool]]:
    """(reservation, work, pieces, order, promised for good) of what lies there for somebody; promised ones first."""
    rows = await session.execute(
        select(Reservation.id, Reservation.variant_id, Reservation.quantity, Reservation.order_id, Reservation.state)
        .where(Reservation.location_id == place, Reservation.state.in_(_KEPT))
        .order_by(Reservation.state, Reservation.id)  # 'committed' before 'held'
    )
    return [(row[0], VariantId(row[1]), row[2], row[3], row[4] == "committed") for row in rows]


async def report(session: AsyncSession, of: TripView, language: Language, now: datetime) -> TripReport:
    """Taken, sold and left, by work; money by way of paying. Sales are those of the till there, meanwhile."""
    sales = await session.execute(
        select(
            TillSaleRow.variant_id,
            TillSaleRow.way,
            func.sum(TillSaleRow.quantity),
            func.sum(TillSaleRow.quantity * TillSaleRow.price_minor),
        )
        .where(
            TillSaleRow.location_id == of.place,
            TillSaleRow.state == "sold",
            TillSaleRow.sold_at >= (of.began_at or now),
            TillSaleRow.sold_at <= (of.ended_at or now),
        )
        .group_by(TillSaleRow.variant_id, TillSaleRow.way)
    )
    sold: dict[int, int] = {}
    by_way: dict[TillWay, int] = {}
    for variant, way, pieces, minor in sales:
        sold[variant] = sold.get(variant, 0) + int(pieces)
        by_way[TillWay(str(way))] = by_way.get(TillWay(str(way)), 0) + int(minor)
    left = func.coalesce(StockLevel.on_hand, 0) if of.there else func.coalesce(TripLine.stayed, 0)
    rows = await session.execute(
        select(
            Variant.id, Variant.sku, _title(language), Variant.currency, func.coalesce(TripLine.taken, 0),
            func.coalesce(TripLine.returned, 0), left,
        )
        .join(Product, Product.id == Variant.product_id)
        .outerjoin(TripLine, (TripLine.variant_id == Variant.id) & (TripLine.trip_id == of.id))
        .outerjoin(StockLevel, (StockLevel.variant_id == Variant.id) & (StockLevel.location_id == of.place))
        .where(or_(TripLine.taken > 0, Variant.id.in_(list(sold))))
    )  # fmt: skip
    found = [(TripWork(row[1], row[2], row[4], sold.get(row[0], 0), row[5], row[6]), row[3]) for row in rows]
    works = sorted((work for work, _ in found), key=lambda each: (-each.sold, each.title))
    return TripReport(of, tuple(works), by_way, found[0][1] if found else "")
