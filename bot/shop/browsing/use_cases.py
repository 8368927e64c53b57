"""How does somebody look through what there is: page by page, or one work after another?"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Final

from sqlalchemy.ext.asyncio import AsyncSession

from bot.basics.ids import CustomerId, ProductId
from bot.basics.languages import Language
from bot.shop.browsing import reads, rules, writes
from bot.shop.browsing.values import (
    Beside,
    Choice,
    Collection,
    Counts,
    Front,
    Kind,
    Page,
    Shelf,
    Sort,
    Spot,
    Way,
)
from bot.shop.catalogue import reads as catalogue
from bot.shop.catalogue.values import Card, ShelfItem
from bot.storage.database import Database

NEW_FOR: Final = timedelta(days=60)
MOST_NEW: Final = 20
_MOST_COLLECTIONS: Final = 12
_CANDIDATES: Final = 12
_REMEMBERED_FOR: Final = timedelta(minutes=1)


@dataclass(slots=True)
class Sizes:
    """How many works the large stretches of shelves have: counted once a minute, not at every tap."""

    known: dict[tuple[object, ...], tuple[datetime, int]] = field(default_factory=dict)

    async def complete(self, session: AsyncSession, shelf: int, choice: Choice, found: Counts, now: datetime) -> Counts:
        """The counts, where they had stopped at a few."""
        if max(found.here, found.gone) < reads.FEW:
            return found
        exact = [found.here, found.gone]
        for gone, count in enumerate(exact):
            if count < reads.FEW:
                continue
            key = (shelf, choice.band, gone)
            at, number = self.known.get(key, (now - 2 * _REMEMBERED_FOR, 0))
            if not timedelta(0) <= now - at < _REMEMBERED_FOR:
                number = await reads.count_all(session, shelf, choice, gone)
                self.known[key] = (now, number)
            exact[gone] = max(number, count)
        return Counts(*exact)


@dataclass(frozen=True, slots=True)
class Browsing:
    """Shelves, in the order and of the prices that a person wants."""

    database: Database
    sizes: Sizes = field(default_factory=Sizes)

    async def choose(self, customer: CustomerId, choice: Choice) -> None:
        """From now on he looks like this. Twice is once."""
        async with self.database.transaction(aside=True) as session:
            await writes.keep(session, customer, choice)

    async def front(self) -> Front:
        """What there is to look at."""
        async with self.database.reading() as session:
            return await reads.front(session, self.database.clock.now() - NEW_FOR, MOST_NEW)

    async def page(
        self,
        shelf: Shelf,
        choice: Choice,
        language: Language,
        size: int,
        *,
        way: Way = Way.AT,
        product: ProductId | None = None,
        number: int = 1,
        skip: int = 0,
    ) -> Page:
        """A page of a list: from that number on, or after a work (`skip` more works on), or `skip` works before it.

        BEFORE without a work is from the end. One that has emptied is the first again. `number`: the first of the page
        as the reader saw it, which counts on shelves that are too long to be counted at every tap.
        """
        async with self.database.reading() as session:
            if shelf.kind in (Kind.NEW, Kind.COLLECTION):
                return await self._handful_page(session, shelf, choice, language, size, way, product, number, skip)
            on = _number(shelf)
            if way is Way.AT or (way is Way.BEFORE and number <= 1):
                way = Way.AT
                product, skip = None, min(max(number - 1, 0), reads.FEW)
                number = skip + 1
            begins = await reads.start(session, on, choice, product, skip, back=way is Way.BEFORE)
            after, first = begins.after, number
            if product is not None and max(begins.counts.here, begins.counts.gone) < reads.FEW:
                at = begins.before + (begins.counts.here if begins.gone and not choice.free_only else 0)
                stands = begins.there and not _hidden(begins.gone, begins.band, choice)
                at += 1 - skip if way is Way.BEFORE else skip + stands
                first, after = max(at, 0) + 1, after if at > 0 else None
            items = await reads.items(session, on, choice, language, size, after)
            if not items and after is not None:
                after, items = None, await reads.items(session, on, choice, language, size)
            counts = await self.sizes.complete(session, on, choice, begins.counts, self.database.clock.now())
        first = first if after is not None else 1
        return Page(choice, tuple(items), first, max(counts.all, first + len(items) - 1))

    async def beside(
        self, shelf: Shelf, choice: Choice, product: ProductId | None, *, way: Way = Way.AT, number: int = 1
    ) -> Beside | None:
        """A work (None: the first one) with what stands beside it.

        `way`: from which side he comes, should it be gone from there. Who opens a work (`AT`) sees it although it
        stands behind what he filters. None when the shelf shows nothing.
        """
        async with self.database.reading() as session:
            if shelf.kind in (Kind.NEW, Kind.COLLECTION):
                return await self._handful_beside(session, shelf, choice, product, way, number)
            found = await reads.around(session, _number(shelf), choice, product)
            few = max(found.counts.here, found.counts.gone) < reads.FEW
            counts = await self.sizes.complete(session, _number(shelf), choice, found.counts, self.database.clock.now())
        (first, second), (last, _) = found.first, found.last
        if product is None:
            return Beside(choice, first, 1, counts.all, last or first, second or first) if first else None
        at = found.before + (counts.here if found.gone and not choice.free_only else 0) + 1 if few else number
        if found.there and (way is Way.AT or not _hidden(found.gone, found.band, choice)):
            total = max(counts.all, 1)
            before, after = found.preceding[0] or last, found.following[0] or first
            return Beside(choice, product, min(max(at, 1), total), total, before or product, after or product)
        return _stepped(found, choice, counts.all, at, back=way is Way.BEFORE)

    async def ways(self, shelf: Shelf, choice: Choice) -> tuple[list[int], int]:
        """(bands of prices that there are on a shelf, how many works are seen so)."""
        async with self.database.reading() as session:
            if shelf.kind in (Kind.NEW, Kind.COLLECTION):
                spots = await self._spots(session, shelf)
                return sorted({spot.band for spot in spots}), len(_shown(spots, choice))
            on = _number(shelf)
            counts = (await reads.start(session, on, choice, None, 0, back=False)).counts
            counts = await self.sizes.complete(session, on, choice, counts, self.database.clock.now())
            return await reads.bands(session, on), counts.all

    # -- a handful of works, put in order here

    async def _spots(self, session: AsyncSession, shelf: Shelf) -> list[Spot]:
        if shelf.kind is Kind.COLLECTION:
            return await reads.collected(session, shelf.number)
        return await reads.newest(session, self.database.clock.now() - NEW_FOR, MOST_NEW)

    async def _handful_page(
        self,
        session: AsyncSession,
        shelf: Shelf,
        choice: Choice,
        language: Language,
        size: int,
        way: Way,
        product: ProductId | None,
        number: int,
        skip: int,
    ) -> Page:
        spots = _shown(await self._spots(session, shelf), choice)
        at = _place(spots, product)
        if at is not None and way is not Way.AT:
            number = at + 2 + skip if way is Way.AFTER else at + 2 - skip
        first = min(max(number, 1), max(len(spots), 1))
        items = await reads.items_of(session, spots[first - 1 : first - 1 + size], language)
        return Page(choice, tuple(items), first, len(spots))

    async def _handful_beside(
        self,
        session: AsyncSession,
        shelf: Shelf,
        choice: Choice,
        product: ProductId | None,
        way: Way,
        number: int,
    ) -> Beside | None:
        everything = _ordered(await self._spots(session, shelf), choice)
        spots = _shown(everything, choice)
        if product is not None and way is Way.AT and _place(spots, product) is None:
            spots = everything
        if not spots:
            return None
        at, stepped = 0 if product is None else _place(spots, product), False
        if at is None:
            stepped, at = True, (number - 1) % len(spots)
        return Beside(
            choice,
            spots[at].product,
            at + 1,
            len(spots),
            spots[at - 1].product,
            spots[(at + 1) % len(spots)].product,
            stepped,
        )


@dataclass(frozen=True, slots=True)
class Gallery:
    """Works that belong together: like one another, or shown together."""

    database: Database

    async def similar(self, work: Card, language: Language, most: int) -> list[ShelfItem]:
        """Works that can be had and are like this one, the most alike first."""
        shelves = [reads.EVERYTHING, *([int(work.category)] if work.category is not None else [])]
        async with self.database.reading() as session:
            found = await reads.near(session, shelves, work.product, work.price.minor, _CANDIDATES)
            rows = await catalogue.likely(session, [ProductId(each) for each in found], language)
        ranked = sorted(
            rows,
            key=lambda row: (
                -rules.likeness(
                    work.technique,
                    work.price.minor,
                    other_technique=row[2],
                    other_price_minor=row[0].price.minor,
                    same_shelf=work.category is not None and row[1] == work.category,
                )
            ),
        )
        return [row[0] for row in ranked[:most]]

    async def others(self, product: ProductId) -> bool:
        """There is another work that can be had."""
        async with self.database.reading() as session:
            return await reads.others(session, product)

    async def collections(self, language: Language) -> list[Collection]:
        """What sellers have shown together, the newest first."""
        async with self.database.reading() as session:
            return await reads.collections(session, language, _MOST_COLLECTIONS)


def _number(shelf: Shelf) -> int:
    if shelf.kind is Kind.LAST:
        return reads.LAST
    return shelf.number if shelf.kind is Kind.CATEGORY else reads.EVERYTHING


def _hidden(gone: bool, band: int | None, choice: Choice) -> bool:
    """It stands behind what the person filters."""
    return (choice.free_only and gone) or (choice.band is not None and band != choice.band)


def _stepped(found: reads.Around, choice: Choice, count: int, at: int, *, back: bool) -> Beside | None:
    """The work that stands where one has gone, on the side to which somebody goes."""
    if back:
        one, further = found.preceding if found.preceding[0] else found.last
        other, place = found.following[0] or found.first[0], at - 1 if found.preceding[0] else count
    else:
        one, further = found.following if found.following[0] else found.first
        other, place = found.preceding[0] or found.last[0], at if found.following[0] else 1
    if one is None:
        return None
    further = further or (found.last[0] if back else found.first[0]) or one
    before, after = (further, other or one) if back else (other or one, further)
    return Beside(choice, one, min(max(place, 1), max(count, 1)), max(count, 1), before, after, stepped=True)


def _ordered(spots: Sequence[Spot], choice: Choice) -> list[Spot]:
    newest = choice.sort is Sort.NEWEST
    in_order = sorted(
        spots,
        key=lambda spot: (spot.listed_at if newest else spot.price_minor, spot.product),
        reverse=choice.sort is not Sort.CHEAP,
    )
    return sorted(in_order, key=lambda spot: spot.gone)


def _shown(spots: Sequence[Spot], choice: Choice) -> list[Spot]:
    return [spot for spot in _ordered(spots, choice) if not _hidden(spot.gone, spot.band, choice)]


def _place(spots: Sequence[Spot], product: ProductId | None) -> int | None:
    return next((at for at, spot in enumerate(spots) if spot.product == product), None)
