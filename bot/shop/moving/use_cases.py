"""How do pieces get from one place to another, and to a fair and back?"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy.ext.asyncio import AsyncSession

from bot.basics.ids import CustomerId, LocationId, ProductId, VariantId
from bot.basics.languages import Language
from bot.shop.catalogue import reads as catalogue
from bot.shop.inventory import reads as inventory_reads
from bot.shop.inventory import writes as inventory
from bot.shop.inventory.errors import NotFree
from bot.shop.journal.writes import note
from bot.shop.moving import reads, writes
from bot.shop.moving.errors import NoSuchTrip, NothingPacked
from bot.shop.moving.values import Missing, Packing, Taken, TripReport, TripView
from bot.shop.pickup import reads as pickup
from bot.storage.database import Database


@dataclass(frozen=True, slots=True)
class Moving:
    """What a seller carries from place to place."""

    database: Database

    async def move(
        self, product: ProductId, pieces: int, *, of: LocationId, to: LocationId, actor: CustomerId, cause: str
    ) -> None:
        """So many free pieces of one work. Twice is once. Raises NoSuchWork, NoSuchPlace, NotFree."""
        now = self.database.clock.now()
        cause = f"move:{cause}"
        async with self.database.transaction() as session:
            card = await catalogue.card(session, product, "ru")
            here, there = await pickup.get(session, of), await pickup.get(session, to)
            trips = [await reads.open_trip(session, each, lock=True) for each in sorted({of, to})]
            wanted = {card.variant: pieces}
            went = await inventory.move(session, wanted, of=of, to=to, cause=cause, actor=actor, now=now)
            if not went and await inventory_reads.known(session, [f"{cause}:{card.variant}:of"]):
                return
            if went != wanted:
                raise NotFree(went.get(card.variant, 0))
            for trip in trips:  # a fair's report knows what was brought there, however it came
                if trip is not None and trip.there:
                    await writes.add(session, trip.id, "taken" if trip.place == to else "returned", wanted)
            after = f"{there.title}: {pieces}"
            told: dict[str, Any] = {"before": here.title, "after": after, "about": "work", "about_id": product}
            await note(session, "moved", card.sku, by=actor, now=now, **told)


@dataclass(frozen=True, slots=True)
class Trips:
    """To a fair with many works, and home with what is left."""

    database: Database

    async def trips(self, before: int = 0, limit: int = 8) -> list[TripView]:
        """Those that pieces were taken on, the newest first."""
        async with self.database.reading() as session:
            return await reads.trips(session, before, limit)

    async def packing(self, place: LocationId, language: Language, before: int = 0, limit: int = 6) -> Packing:
        """A page of what can be taken along. Raises NoSuchPlace where there is no other place."""
        async with self.database.reading() as session:
            trip = await reads.open_trip(session, place)
            home = trip.home if trip else await reads.usual_home(session, place)
            found = await reads.to_pack(session, home, trip.id if trip else 0, language, before, limit + 1)
            ticked = await reads.packed(session, trip.id) if trip else {}
            return Packing(place, home, tuple(found[:limit]), len(found) > limit, sum(ticked.values()))

    async def tick(self, place: LocationId, pieces: Mapping[VariantId, int]) -> None:
        """So many of each are to be taken along; nothing has moved yet. Works that are none are left out.

        Raises NoSuchPlace.
        """
        async with self.database.transaction() as session:
            trip, known = await self._begin(session, place), await reads.titles(session, pieces, "ru")
            await writes.tick(session, trip.id, {each: n for each, n in pieces.items() if each in known})

    async def take_from(self, place: LocationId, home: LocationId) -> None:
        """From another place; what was ticked is ticked no more, for it lies elsewhere. Raises NoSuchPlace."""
        async with self.database.transaction() as session:
            trip = await self._begin(session, place)
            if (await pickup.get(session, home)).id not in (place, trip.home):
                await writes.change(session, trip.id, home_id=home)
                await writes.unpack(session, trip.id)

    async def take(self, place: LocationId, actor: CustomerId, language: Language) -> Taken:
        """All that is ticked goes, in one step: of each work as much as is free by now. Twice is once.

        What lies there already when the first pieces come counts as brought. Raises NothingPacked, NoSuchPlace.
        """
        now = self.database.clock.now()
        async with self.database.transaction() as session:
            there = await pickup.get(session, place)
            trip = await reads.open_trip(session, place, lock=True)
            wanted = await reads.packed(session, trip.id) if trip else {}
            if trip is None or not (wanted or trip.there):
                raise NothingPacked
            if not trip.there:
                lay = {variant: on_hand for variant, (on_hand, _) in (await reads.on_hand_at(session, place)).items()}
                await writes.add(session, trip.id, "taken", lay)
            cause = f"trip:{trip.id}:{trip.rounds}"
            went = await inventory.move(session, wanted, of=trip.home, to=place, cause=cause, actor=actor, now=now)
            await writes.add(session, trip.id, "taken", went)
            await writes.unpack(session, trip.id)
            began = trip.began_at or now
            await writes.change(session, trip.id, state="there", began_at=began, rounds=trip.rounds + 1)
            if went:
                after = str(sum(went.values()))
                told: dict[str, Any] = {"after": after, "about": "place", "about_id": place}
                await note(session, "fair_taken", there.title, by=actor, now=now, **told)
            short = {each: pieces - went.get(each, 0) for each, pieces in wanted.items() if went.get(each, 0) < pieces}
            names = await reads.titles(session, short, language) if short else {}
            missing = tuple(Missing(names.get(each, ""), pieces) for each, pieces in short.items())
            return Taken(sum(went.values()), missing)

    async def bring_home(self, place: LocationId, actor: CustomerId) -> int:
        """Everything that is left goes home, with holds and promises, and the trip is over: its number. Twice is once.

        Raises NoSuchTrip, NoSuchPlace.
        """
        now = self.database.clock.now()
        async with self.database.transaction() as session:
            there = await pickup.get(session, place)
            trip = await reads.open_trip(session, place, lock=True)
            if trip is None or not trip.there:
                over = await reads.newest(session, place)
                if over is None:
                    raise NoSuchTrip
                return over.id
            cause = f"trip:{trip.id}:home"
            came = await writes.carry_all(session, place, trip.home, cause=cause, actor=actor, now=now)
            await writes.add(session, trip.id, "returned", came)
            stayed = {each: pieces for each, (pieces, _) in (await reads.on_hand_at(session, place)).items()}
            await writes.add(session, trip.id, "stayed", stayed)
            await writes.unpack(session, trip.id)
            await writes.change(session, trip.id, state="home", ended_at=now)
            told: dict[str, Any] = {"after": str(sum(came.values())), "about": "place", "about_id": place}
            await note(session, "fair_home", there.title, by=actor, now=now, **told)
            return trip.id

    async def here(self, place: LocationId) -> TripView | None:
        """The trip there that is not over."""
        async with self.database.reading() as session:
            return await reads.open_trip(session, place)

    async def report(self, trip: int, language: Language) -> TripReport:
        """Raises NoSuchTrip."""
        async with self.database.reading() as session:
            found = await reads.trip(session, trip)
            if found is None or found.state == "packing":
                raise NoSuchTrip
            return await reads.report(session, found, language, self.database.clock.now())

    async def _begin(self, session: AsyncSession, place: LocationId) -> TripView:
        await pickup.get(session, place)
        return await writes.begin(session, place, await reads.usual_home(session, place))
