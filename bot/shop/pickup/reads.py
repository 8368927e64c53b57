"""Where can a purchase be collected?"""

from datetime import datetime, time
from typing import Any

from sqlalchemy import and_, bindparam, select
from sqlalchemy.ext.asyncio import AsyncSession

from bot.basics import hours
from bot.basics.ids import LocationId
from bot.shop.pickup.errors import NoSuchPlace
from bot.shop.pickup.tables import Location, SlotBooking
from bot.shop.pickup.values import Place, PlaceText, SlotPlan

_PLACE = select(
    Location.id,
    Location.code,
    Location.title,
    Location.kind,
    Location.is_pickup,
    Location.address,
    Location.hours,
    Location.lat,
    Location.lon,
    Location.needs_contact,
    Location.slots,
    Location.active_from,
    Location.active_to,
    Location.how,
    Location.opening,
    Location.texts,
    Location.bring_least,
    Location.bring_most,
).order_by(Location.position, Location.id)


_BOOKED = _PLACE.add_columns(SlotBooking.starts_at, SlotBooking.taken).outerjoin(
    SlotBooking,
    and_(SlotBooking.location_id == Location.id, SlotBooking.taken > 0, SlotBooking.starts_at >= bindparam("since")),
)


def plan_from(kept: dict[str, Any] | None) -> SlotPlan | None:
    if not kept:
        return None
    return SlotPlan(
        tuple(kept["weekdays"]),
        time.fromisoformat(kept["from"]),
        time.fromisoformat(kept["to"]),
        int(kept["every_min"]),
        int(kept["capacity"]),
    )


def _place(row: Any) -> Place:
    *values, opening, texts, least, most = row
    values[10] = plan_from(values[10])
    told = {language: PlaceText(**text) for language, text in (texts or {}).items()}
    values += [hours.from_kept(opening), told, (least, most)]
    return Place(*values)


async def places(session: AsyncSession) -> list[Place]:
    """Every place, the shop's own order."""
    return [_place(row) for row in await session.execute(_PLACE)]


async def offered(session: AsyncSession, now: datetime) -> list[Place]:
    """Places a buyer may choose."""
    return [place for place in await places(session) if place.offered(now)]


async def get(session: AsyncSession, location: LocationId) -> Place:
    """Raises NoSuchPlace."""
    row = (await session.execute(_PLACE.where(Location.id == location))).first()
    if row is None:
        raise NoSuchPlace
    return _place(row)


async def default_location(session: AsyncSession) -> LocationId:
    """Where pieces are unless somebody says otherwise: the first place."""
    found = await session.scalar(select(Location.id).order_by(Location.position, Location.id).limit(1))
    if found is None:
        raise NoSuchPlace
    return LocationId(found)


async def booked(session: AsyncSession, since: datetime) -> list[tuple[Place, dict[datetime, int]]]:
    """Every place in the shop's own order, and how many orders have taken each of its times from then on."""
    rows = await session.execute(_BOOKED, {"since": since})
    places: dict[int, tuple[Place, dict[datetime, int]]] = {}
    for row in rows:
        *said, starts_at, taken = row
        if said[0] not in places:
            places[said[0]] = (_place(said), {})
        if starts_at is not None:
            places[said[0]][1][starts_at] = taken
    return list(places.values())
