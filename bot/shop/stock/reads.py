"""How many pieces are there, and why?"""

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import and_, case, func, literal, select, union_all
from sqlalchemy.ext.asyncio import AsyncSession

from bot.basics.ids import CustomerId, LocationId, OrderId, VariantId
from bot.shop.stock.tables import Reservation, StockConflict, StockLevel, StockMovement
from bot.shop.stock.values import Availability, Hold, Level, Movement

AVAILABLE = StockLevel.on_hand - StockLevel.unavailable - StockLevel.allocated - StockLevel.reserved

SUMS = (
    func.sum(AVAILABLE),
    func.sum(StockLevel.reserved),
    func.sum(StockLevel.allocated),
    func.sum(StockLevel.on_hand),
)
"""The numbers of an Availability, over all places."""
_AVAILABILITY = select(StockLevel.variant_id, *SUMS).group_by(StockLevel.variant_id)

LEVEL = (
    StockLevel.variant_id,
    StockLevel.location_id,
    StockLevel.on_hand,
    StockLevel.unavailable,
    StockLevel.allocated,
    StockLevel.reserved,
    StockLevel.version,
    StockLevel.changed_at,
)
_LEVELS = select(*LEVEL)
ENOUGH = select(func.sum(AVAILABLE)).where(StockLevel.variant_id == StockConflict.variant_id).scalar_subquery() >= 0
"""Of a conflict: nothing of its variant is missing any more."""


def _level(row: Any) -> Level:
    return Level(*row)


async def availability(session: AsyncSession, variants: Sequence[VariantId]) -> dict[VariantId, Availability]:
    """What may be sold, per variant, over all places. Every variant asked for is there."""
    rows = await session.execute(_AVAILABILITY.where(StockLevel.variant_id.in_(variants)))
    found = {VariantId(row[0]): Availability(*(int(number) for number in row[1:])) for row in rows}
    nothing = Availability(0, 0, 0, 0)
    return {variant: found.get(variant, nothing) for variant in variants}


async def levels(session: AsyncSession, variant: VariantId) -> list[Level]:
    """Counters at each place."""
    rows = await session.execute(_LEVELS.where(StockLevel.variant_id == variant).order_by(StockLevel.location_id))
    return [_level(row) for row in rows]


async def places_of(session: AsyncSession, order: OrderId, wanted: Mapping[VariantId, int]) -> set[LocationId]:
    """Places at which all of this is free, or held for that order."""
    held = (
        select(func.coalesce(func.sum(Reservation.quantity), 0))
        .where(
            Reservation.order_id == order,
            Reservation.state == "held",
            Reservation.variant_id == StockLevel.variant_id,
            Reservation.location_id == StockLevel.location_id,
        )
        .scalar_subquery()
    )
    rows = await session.execute(
        select(StockLevel.location_id, StockLevel.variant_id, AVAILABLE + held).where(
            StockLevel.variant_id.in_(list(wanted))
        )
    )
    enough: dict[LocationId, set[int]] = {}
    for location, variant, pieces in rows:
        if pieces >= wanted[VariantId(variant)]:
            enough.setdefault(LocationId(location), set()).add(variant)
    return {location for location, variants in enough.items() if len(variants) == len(wanted)}


async def movements(session: AsyncSession, variant: VariantId, limit: int = 20) -> list[Movement]:
    """The newest movements of one variant, newest first."""
    rows = await session.execute(
        select(
            StockMovement.seq,
            StockMovement.kind,
            StockMovement.d_on_hand,
            StockMovement.d_unavailable,
            StockMovement.d_allocated,
            StockMovement.d_reserved,
            StockMovement.order_id,
            StockMovement.channel,
            StockMovement.reason,
            StockMovement.occurred_at,
        )
        .where(StockMovement.variant_id == variant)
        .order_by(StockMovement.seq.desc())
        .limit(limit)
    )
    return [Movement(*tuple(row)) for row in rows]


async def handed_out(session: AsyncSession, order: OrderId) -> list[tuple[int, int, int, str, int | None]]:
    """(variant, place, quantity, cause, order) of what left the house with this order, in locking order."""
    rows = await session.execute(
        select(
            StockMovement.variant_id,
            StockMovement.location_id,
            -StockMovement.d_on_hand,
            StockMovement.cause,
            StockMovement.order_id,
        )
        .where(
            # by variant first: that is what movements are indexed by
            StockMovement.variant_id.in_(select(Reservation.variant_id).where(Reservation.order_id == order)),
            StockMovement.order_id == order,
            StockMovement.kind == "hand_over",
        )
        .order_by(StockMovement.variant_id, StockMovement.location_id)
    )
    return [(row[0], row[1], row[2], row[3], row[4]) for row in rows]


async def overdue_orders(
    session: AsyncSession, now: datetime, variants: Collection[VariantId] | None = None, limit: int = 200
) -> list[OrderId]:
    """Orders whose checkout hold (of these variants) has run out, oldest first. Holds with a payment are not swept."""
    overdue = select(Reservation.order_id, func.min(Reservation.expires_at)).where(
        Reservation.state == "held",
        Reservation.stage == "checkout",
        Reservation.expires_at <= now,
        Reservation.order_id.is_not(None),
    )
    if variants is not None:
        overdue = overdue.where(Reservation.variant_id.in_(variants))
    rows = await session.execute(
        overdue.group_by(Reservation.order_id).order_by(func.min(Reservation.expires_at)).limit(limit)
    )
    return [OrderId(int(row[0] or 0)) for row in rows]


async def overdue_manual(session: AsyncSession, now: datetime, variant: VariantId | None = None) -> list[str]:
    """Causes of set-aside holds (of that variant) whose time is over."""
    overdue = select(Reservation.cause).where(
        Reservation.state == "held", Reservation.stage == "manual", Reservation.expires_at <= now
    )
    if variant is not None:
        overdue = overdue.where(Reservation.variant_id == variant)
    return list(await session.scalars(overdue))


async def held_until(session: AsyncSession, cause: str) -> datetime | None:
    """When the hold of this cause ends, or was to end."""
    moment: datetime | None = await session.scalar(select(Reservation.expires_at).where(Reservation.cause == cause))
    return moment


async def unpaid_holds(session: AsyncSession, variant: VariantId) -> list[Hold]:
    """Who holds this variant without having paid, newest first."""
    rows = await session.execute(
        select(
            Reservation.cause,
            Reservation.order_id,
            Reservation.customer_id,
            Reservation.variant_id,
            Reservation.quantity,
        )
        .where(Reservation.state == "held", Reservation.variant_id == variant)
        .order_by(Reservation.id.desc())
    )
    return [
        Hold(
            cause,
            OrderId(order) if order else None,
            CustomerId(customer) if customer else None,
            VariantId(held),
            quantity,
        )
        for cause, order, customer, held, quantity in rows
    ]


async def open_conflicts(session: AsyncSession, variant: VariantId | None = None) -> list[tuple[int, str, int]]:
    """(id, SKU, short) of conflicts that wait for a decision."""
    statement = select(StockConflict.id, StockConflict.sku, StockConflict.short_quantity).where(
        StockConflict.state == "open"
    )
    if variant is not None:
        statement = statement.where(StockConflict.variant_id == variant)
    return [(row[0], row[1], row[2]) for row in await session.execute(statement.order_by(StockConflict.id))]


async def conflict_of(session: AsyncSession, cause: str) -> tuple[int, int] | None:
    """(id, short) of the conflict that this cause opened, whatever has become of it."""
    found = select(StockConflict.id, StockConflict.short_quantity).where(StockConflict.cause == cause)
    row = (await session.execute(found)).first()
    return (row[0], row[1]) if row else None


async def differences(session: AsyncSession) -> list[tuple[int, int, str, int, int]]:
    """(variant, place, counter, is, should be) wherever counters disagree with movements or holds."""
    summed = (
        select(
            StockMovement.variant_id,
            StockMovement.location_id,
            func.sum(StockMovement.d_on_hand).label("on_hand"),
            func.sum(StockMovement.d_unavailable).label("unavailable"),
            func.sum(StockMovement.d_allocated).label("allocated"),
            func.sum(StockMovement.d_reserved).label("reserved"),
        )
        .group_by(StockMovement.variant_id, StockMovement.location_id)
        .subquery()
    )
    held = (
        select(
            Reservation.variant_id,
            Reservation.location_id,
            func.sum(case((Reservation.state == "held", Reservation.quantity), else_=0)).label("held"),
            func.sum(case((Reservation.state == "committed", Reservation.quantity), else_=0)).label("committed"),
        )
        .group_by(Reservation.variant_id, Reservation.location_id)
        .subquery()
    )
    same_sum = and_(summed.c.variant_id == StockLevel.variant_id, summed.c.location_id == StockLevel.location_id)
    same_held = and_(held.c.variant_id == StockLevel.variant_id, held.c.location_id == StockLevel.location_id)
    parts = []
    for name in ("on_hand", "unavailable", "allocated", "reserved"):
        counter, total = getattr(StockLevel, name), func.coalesce(summed.c[name], 0)
        parts.append(
            select(StockLevel.variant_id, StockLevel.location_id, literal(f"{name} by movements"), counter, total)
            .outerjoin(summed, same_sum)
            .where(counter != total)
        )
    for name, column in (("reserved", "held"), ("allocated", "committed")):
        counter, total = getattr(StockLevel, name), func.coalesce(held.c[column], 0)
        parts.append(
            select(StockLevel.variant_id, StockLevel.location_id, literal(f"{name} by holds"), counter, total)
            .outerjoin(held, same_held)
            .where(counter != total)
        )
    orphan = (
        select(
            summed.c.variant_id, summed.c.location_id, literal("movements without a counter"), literal(0), literal(1)
        )
        .outerjoin(StockLevel, same_sum)
        .where(StockLevel.variant_id.is_(None))
    )
    uncovered = (
        select(
            StockLevel.variant_id, StockLevel.location_id, literal("oversold without a conflict"), AVAILABLE, literal(0)
        )
        .outerjoin(
            StockConflict, and_(StockConflict.variant_id == StockLevel.variant_id, StockConflict.state == "open")
        )
        .where(AVAILABLE < 0, StockConflict.id.is_(None))
    )
    rows = await session.execute(union_all(*parts, orphan, uncovered))
    return [(row[0], row[1], row[2], int(row[3]), int(row[4])) for row in rows]
