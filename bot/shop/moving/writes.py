"""How do whole piles of pieces change their place? In the caller's transaction."""

from collections.abc import Mapping
from contextlib import suppress
from datetime import datetime
from typing import Any

from sqlalchemy import update
from sqlalchemy.ext.asyncio import AsyncSession

from bot.basics.ids import CustomerId, LocationId, OrderId, VariantId
from bot.shop.moving import reads
from bot.shop.moving.errors import NoSuchTrip
from bot.shop.moving.tables import Trip, TripLine
from bot.shop.moving.values import TripView
from bot.shop.orders import reads as orders
from bot.shop.stock import writes as stock
from bot.shop.stock.tables import Reservation
from bot.storage.insert_once import dialect_insert, insert_once


async def begin(session: AsyncSession, place: LocationId, home: LocationId) -> TripView:
    """The trip to that place that is not over, a new one if there is none; locked. Raises NoSuchTrip: over just now."""
    row = {"location_id": place, "home_id": home, "state": "packing", "rounds": 0}
    await insert_once(session, Trip, [row], Trip.id)
    found = await reads.open_trip(session, place, lock=True)
    if found is None:
        raise NoSuchTrip
    return found


async def change(session: AsyncSession, trip: int, **values: object) -> None:
    await session.execute(update(Trip).where(Trip.id == trip).values(**values))


async def tick(session: AsyncSession, trip: int, pieces: Mapping[VariantId, int]) -> None:
    """So many of each are to be taken along."""
    await _lines(session, trip, "packed", pieces, add=False)


async def unpack(session: AsyncSession, trip: int) -> None:
    """Nothing is ticked any more."""
    await session.execute(update(TripLine).where(TripLine.trip_id == trip).values(packed=0))


async def add(session: AsyncSession, trip: int, column: str, pieces: Mapping[VariantId, int]) -> None:
    """So many more of each were `taken`, or have `returned`."""
    await _lines(session, trip, column, pieces, add=True)


async def _lines(session: AsyncSession, trip: int, column: str, pieces: Mapping[VariantId, int], *, add: bool) -> None:
    """One round trip for all works, in one order."""
    table: Any = TripLine.__table__
    insert = dialect_insert(session, table)
    told = insert.excluded[column]
    changed = {column: table.c[column] + told if add else told}
    rows = [{"trip_id": trip, "variant_id": variant, column: pieces[variant]} for variant in sorted(pieces)]
    if rows:
        upsert = insert.on_conflict_do_update(index_elements=["trip_id", "variant_id"], set_=changed)
        await (await session.connection()).execute(upsert, rows)


class _HeldMeanwhile(Exception):
    """Somebody has begun to hold a piece there while we waited: let go of the counters and look again."""


async def carry_all(
    session: AsyncSession, of: LocationId, to: LocationId, *, cause: str, actor: CustomerId, now: datetime
) -> dict[VariantId, int]:
    """Everything that lies at one place goes to another, with all holds and promises; how many of each.

    What is promised but does not lie there stays: its conflict is settled where it was opened.
    """
    await _hold_still(session, of)
    lies = await reads.on_hand_at(session, of)
    for variant in lies:
        await stock.open_level(session, variant, to, now)
    free = {variant: on_hand for variant, (on_hand, _) in lies.items()}
    gone: list[int] = []
    for held, variant, pieces, order, promised in await reads.kept_at(session, of):
        if pieces <= free.get(variant, 0):
            free[variant] -= pieces
            gone.append(held)
            counter = "d_allocated" if promised else "d_reserved"
            for place, sign, end in ((of, -1, "of"), (to, 1, "to")):
                row = (variant, int(place), pieces, f"{cause}:{held}:{end}", order)
                signs: dict[str, Any] = {"d_on_hand": sign, counter: sign}
                await stock.change(session, [row], "moved", now, actor=actor, **signs)
    await session.execute(update(Reservation).where(Reservation.id.in_(gone)).values(location_id=to))
    for variant, (_, unavailable) in lies.items():
        aside = min(unavailable, free[variant])
        if aside:
            free[variant] -= aside
            for place, sign, end in ((of, -1, "of"), (to, 1, "to")):
                row = (variant, int(place), aside, f"{cause}:{variant}:aside:{end}", None)
                await stock.change(session, [row], "moved", now, actor=actor, d_on_hand=sign, d_unavailable=sign)
    rest = [(variant, pieces) for variant, pieces in free.items() if pieces]
    left = [(int(variant), int(of), -pieces, f"{cause}:{variant}:free:of") for variant, pieces in rest]
    come = [(int(variant), int(to), pieces, f"{cause}:{variant}:free:to") for variant, pieces in rest]
    await stock.change_each(session, left + come, "moved", now, actor=actor)
    stayed = await reads.on_hand_at(session, of)
    return {variant: on_hand - stayed.get(variant, (0, 0))[0] for variant, (on_hand, _) in lies.items()}


async def _hold_still(session: AsyncSession, place: LocationId) -> None:
    """Lock the orders for which pieces lie there, then the counters: everybody locks orders first."""
    locked: set[OrderId] = set()
    while True:
        holders = await reads.holders_at(session, place) - locked
        for order in sorted(holders):
            await orders.lock(session, order)
        locked |= holders
        with suppress(_HeldMeanwhile):
            async with session.begin_nested():
                await stock.lock(session, list(await reads.on_hand_at(session, place)))
                if await reads.holders_at(session, place) <= locked:
                    return
                raise _HeldMeanwhile
