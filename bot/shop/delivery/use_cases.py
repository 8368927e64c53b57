"""How are ways of delivery looked after?"""

from collections.abc import Mapping
from dataclasses import dataclass

from sqlalchemy.ext.asyncio import AsyncSession

from bot.basics.ids import DeliveryWayId
from bot.basics.languages import Language
from bot.shop.delivery import reads, writes
from bot.shop.delivery.values import NewWay, Way, WayKind, WayText
from bot.shop.journal.writes import note
from bot.storage.database import Database


@dataclass(frozen=True, slots=True)
class DeliveryWays:
    """Ways in which purchases travel."""

    database: Database

    async def all(self) -> list[Way]:
        async with self.database.reading() as session:
            return await reads.ways(session)

    async def get(self, way: DeliveryWayId) -> Way:
        """Raises NoSuchWay."""
        async with self.database.reading() as session:
            return await reads.get(session, way)

    async def add(
        self, kind: WayKind, way: NewWay, language: Language = "ru", texts: Mapping[Language, WayText] | None = None
    ) -> DeliveryWayId:
        """A new way, described in that language; `texts` say the same in others."""
        async with self.database.transaction() as session:
            made = await writes.add(session, kind, way, language, texts)
            await self._note(session, made, way.text.title, None, "added")
            return made

    async def change(self, way: DeliveryWayId, to: NewWay, language: Language = "ru") -> None:
        """Its prices, and what is said of it in that language. Raises NoSuchWay."""
        async with self.database.transaction() as session:
            was = await reads.get(session, way)
            await writes.change(session, was, to, language)
            await self._note(session, way, to.title, was.price_minor, to.price_minor)

    async def offer(self, way: DeliveryWayId, *, enabled: bool) -> None:
        """On or off for new orders. Raises NoSuchWay."""
        async with self.database.transaction() as session:
            was = await reads.get(session, way)
            await writes.turn(session, way, enabled=enabled)
            await self._note(session, way, was.title, None, "on" if enabled else "off")

    async def pay_on_receipt(self, way: DeliveryWayId, *, allowed: bool) -> None:
        """Whether the order may be paid for when it arrives. Raises NoSuchWay."""
        async with self.database.transaction() as session:
            was = await reads.get(session, way)
            await writes.turn(session, way, on_receipt=allowed)
            await self._note(session, way, was.title, None, "on_receipt" if allowed else "not_on_receipt")

    async def give_up(self, way: DeliveryWayId) -> None:
        """Gone for good from the list; orders that chose it keep it. Twice is once."""
        async with self.database.transaction() as session:
            await writes.turn(session, way, given_up=True)
            await self._note(session, way, "", None, "given_up")

    async def _note(self, session: AsyncSession, way: DeliveryWayId, title: str, before: object, after: object) -> None:
        now = self.database.clock.now()
        await note(session, "delivery", title, before=before, after=after, about="delivery", about_id=way, now=now)
