"""How are places looked after?"""

from dataclasses import dataclass

from sqlalchemy.ext.asyncio import AsyncSession

from bot.basics.ids import LocationId
from bot.shop.journal.writes import note
from bot.shop.pickup import reads, writes
from bot.shop.pickup.errors import LastPlace
from bot.shop.pickup.values import NewPlace, Place
from bot.storage.database import Database


@dataclass(frozen=True, slots=True)
class Pickup:
    """Places where pieces are and are collected."""

    database: Database

    async def places(self) -> list[Place]:
        async with self.database.reading() as session:
            return await reads.places(session)

    async def get(self, location: LocationId) -> Place:
        """Raises NoSuchPlace."""
        async with self.database.reading() as session:
            return await reads.get(session, location)

    async def add(self, place: NewPlace) -> LocationId:
        async with self.database.transaction() as session:
            location = await writes.add(session, place)
            await self._note(session, "place_added", location, place.title)
            return location

    async def begin(self, place: NewPlace, code: str) -> None:
        """The first place of a fresh shop. Twice is once."""
        async with self.database.transaction(aside=True) as session:
            await writes.add_first(session, place, code)

    async def change(self, location: LocationId, place: NewPlace) -> None:
        async with self.database.transaction() as session:
            was = await reads.get(session, location)
            await writes.change(session, location, place)
            before, after = (f"{each.title}; {each.address}; {each.hours}" for each in (was, place))
            await self._note(session, "place", location, place.title, before, after)

    async def close(self, location: LocationId) -> None:
        """No longer offered. Raises NoSuchPlace, LastPlace."""
        now = self.database.clock.now()
        async with self.database.transaction() as session:
            was = await reads.get(session, location)
            if all(place.id == location for place in await reads.offered(session, now)):
                raise LastPlace
            await writes.close(session, location)
            await self._note(session, "place_closed", location, was.title)

    async def _note(
        self, session: AsyncSession, what: str, location: LocationId, title: str, before: str = "", after: str = ""
    ) -> None:
        now = self.database.clock.now()
        await note(session, what, title, before=before, after=after, about="place", about_id=location, now=now)
