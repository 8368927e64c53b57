"""How do places and their bookings change?"""

from datetime import datetime
from typing import Any

from sqlalchemy import func, insert, select, true, update
from sqlalchemy.ext.asyncio import AsyncSession

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


async def add(session: AsyncSession, place: NewPlace, code: str = "") -> LocationId:
    """A new place at the end of the list; without a code it gets one from its number."""
    position = await session.scalar(select(func.coalesce(func.max(Location.position), 0) + 1))
    location = (
        await session.execute(
            insert(Location)
            .values(
                code=code or f"place-{position}",
                title=place.title,
                kind=place.kind,
                is_pickup=True,
                address=place.address,
                hours=place.hours,
                needs_contact=place.needs_contact,
                slots=_kept(place.slots),
                active_from=place.active_from,
                active_to=place.active_to,
                lat=place.lat,
                lon=place.lon,
                position=position,
            )
            .returning(Location.id)
        )
    ).scalar_one()
    return LocationId(location)


async def add_first(session: AsyncSession, place: NewPlace, code: str) -> None:
    """The place of a fresh shop. Twice is once, also by two processes."""
    row = {
        "code": code,
        "title": place.title,
        "kind": place.kind,
        "address": place.address,
        "hours": place.hours,
        "is_pickup": True,
        "position": 0,
        "needs_contact": False,
    }
    if not await session.scalar(select(Location.id).limit(1)):
        await insert_once(session, Location, [row], Location.id)


async def change(session: AsyncSession, location: LocationId, place: NewPlace) -> None:
    await session.execute(
        update(Location)
        .where(Location.id == location)
        .values(
            title=place.title,
            kind=place.kind,
            address=place.address,
            hours=place.hours,
            needs_contact=place.needs_contact,
            slots=_kept(place.slots),
            active_from=place.active_from,
            active_to=place.active_to,
            lat=place.lat,
            lon=place.lon,
        )
    )


async def close(session: AsyncSession, location: LocationId) -> None:
    """No longer offered. Orders that chose it keep it."""
    await session.execute(update(Location).where(Location.id == location).values(is_pickup=False))


async def book(session: AsyncSession, location: LocationId, at: datetime, capacity: int | None) -> None:
    """Take one slot, guarded. Raises SlotTaken when it is full; without a capacity it never is."""
    row = {"location_id": location, "starts_at": at, "taken": 0}
    await insert_once(session, SlotBooking, [row], SlotBooking.taken)
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
