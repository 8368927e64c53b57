"""How do places and their bookings change?"""

from dataclasses import asdict
from datetime import datetime
from typing import Any

from sqlalchemy import func, insert, select, true, update
from sqlalchemy.ext.asyncio import AsyncSession

from bot.basics import hours
from bot.basics.ids import LocationId
from bot.shop.pickup.errors import SlotTaken
from bot.shop.pickup.tables import Location, SlotBooking
from bot.shop.pickup.values import NewPlace, SlotPlan
from bot.storage.insert_once import insert_once


def _kept(plan: SlotPlan | None) -> dict[str, Any] | None:
    if plan is None:
        return None
    return {
        "weekdays": list(plan.weekdays),
        "from": plan.opens.isoformat("minutes"),
        "to": plan.closes.isoformat("minutes"),
        "every_min": plan.every_min,
        "capacity": plan.capacity,
    }


def _told(place: NewPlace) -> dict[str, Any]:
    """What a seller says about a place, as columns."""
    return {
        "title": place.title,
        "kind": place.kind,
        "address": place.address,
        "hours": place.hours,
        "needs_contact": place.needs_contact,
        "slots": _kept(place.slots),
        "active_from": place.active_from,
        "active_to": place.active_to,
        "lat": place.lat,
        "lon": place.lon,
        "how": place.how,
        "opening": hours.kept(place.opening) if place.opening else None,
        "texts": {language: asdict(text) for language, text in place.texts.items()} or None,
        "bring_least": place.bring_days[0],
        "bring_most": place.bring_days[1],
    }


async def add(session: AsyncSession, place: NewPlace, code: str = "") -> LocationId:
    """A new place at the end of the list; without a code it gets one from its number."""
    position = await session.scalar(select(func.coalesce(func.max(Location.position), 0) + 1))
    location = (
        await session.execute(
            insert(Location)
            .values(
                code=code or f"place-{position}",
                is_pickup=True,
                position=position,
                **_told(place),
            )
            .returning(Location.id)
        )
    ).scalar_one()
    return LocationId(location)


async def add_first(session: AsyncSession, place: NewPlace, code: str) -> None:
    """The place of a fresh shop. Twice is once, also by two processes."""
    row = {"code": code, "is_pickup": True, "position": 0, **_told(place)}
    if not await session.scalar(select(Location.id).limit(1)):
        await insert_once(session, Location, [row], Location.id)


async def change(session: AsyncSession, location: LocationId, place: NewPlace) -> None:
    await session.execute(update(Location).where(Location.id == location).values(**_told(place)))


async def close(session: AsyncSession, location: LocationId) -> None:
    """No longer offered. Orders that chose it keep it."""
    await session.execute(update(Location).where(Location.id == location).values(is_pickup=False))


async def open_again(session: AsyncSession, location: LocationId) -> None:
    """Offered as before."""
    await session.execute(update(Location).where(Location.id == location).values(is_pickup=True))


async def rebook(session: AsyncSession, location: LocationId, before: datetime, at: datetime, capacity: int) -> None:
    """Another slot of the same place instead of that one. Raises SlotTaken.

    Both rows are locked in the order of time first: two people who swap their slots would wait for each other else.
    """
    await _known(session, location, at)
    await session.execute(
        select(SlotBooking.starts_at)
        .where(SlotBooking.location_id == location, SlotBooking.starts_at.in_((before, at)))
        .order_by(SlotBooking.starts_at)
        .with_for_update()
    )
    await unbook(session, location, before)
    await book(session, location, at, capacity)


async def _known(session: AsyncSession, location: LocationId, at: datetime) -> None:
    row = {"location_id": location, "starts_at": at, "taken": 0}
    await insert_once(session, SlotBooking, [row], SlotBooking.taken)


async def book(session: AsyncSession, location: LocationId, at: datetime, capacity: int | None) -> None:
    """Take one slot, guarded. Raises SlotTaken when it is full; without a capacity it never is."""
    await _known(session, location, at)
    taken = await session.scalar(
        update(SlotBooking)
        .where(
            SlotBooking.location_id == location,
            SlotBooking.starts_at == at,
            true() if capacity is None else SlotBooking.taken < capacity,
        )
        .values(taken=SlotBooking.taken + 1)
        .returning(SlotBooking.taken)
    )
    if taken is None:
        raise SlotTaken


async def unbook(session: AsyncSession, location: LocationId, at: datetime) -> None:
    await session.execute(
        update(SlotBooking)
        .where(SlotBooking.location_id == location, SlotBooking.starts_at == at, SlotBooking.taken > 0)
        .values(taken=SlotBooking.taken - 1)
    )
