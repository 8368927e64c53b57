"""How does one keep a work in mind, wait for it, and hear that it is back or cheaper?"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from bot.basics.ids import CustomerId, VariantId
from bot.basics.languages import Language
from bot.shop.catalogue import reads as catalogue
from bot.shop.catalogue.errors import NoSuchWork
from bot.shop.catalogue.values import ShelfItem
from bot.shop.policies.reads import load
from bot.shop.policies.values import Policies
from bot.shop.stock import reads as stock
from bot.shop.stock import writes as stock_writes
from bot.shop.stock.values import Availability, Difference, Level
from bot.shop.waiting import reads, rules, writes
from bot.shop.waiting.values import (
    Back,
    Cheaper,
    Favourite,
    FavouritePage,
    Marks,
    PriceNews,
    TurnState,
    Watched,
    Wished,
)
from bot.storage.database import Database


@dataclass(frozen=True, slots=True)
class Favourites:
    """Works that people keep in mind."""

    database: Database

    async def toggle(self, customer: CustomerId, variant: VariantId) -> bool:
        """❤️ or no longer; whether it is one now. Raises NoSuchWork for a new one that is not on show."""
        now = self.database.clock.now()
        async with self.database.transaction() as session:
            if await writes.drop_favourite(session, customer, variant):
                return False
            if not await catalogue.lines(session, [variant], "en"):
                raise NoSuchWork
            await writes.add_favourite(session, customer, variant, now)
            return True

    async def page(
        self,
        customer: CustomerId,
        language: Language,
        *,
        after: VariantId | None = None,
        before: VariantId | None = None,
        limit: int = 8,
    ) -> FavouritePage:
        """Newest first, after or before one of them; works that are not on show are left out until they are again."""
        async with self.database.reading() as session:
            variants, more, watches = await reads.favourites(session, customer, after=after, before=before, limit=limit)
            works = await catalogue.lines(session, variants, language)
            free = await stock.availability(session, variants)
        items = tuple(
            Favourite(works[variant], max(free[variant].available, 0), free[variant].reserved)
            for variant in variants
            if variant in works
        )
        return FavouritePage(
            items,
            has_before=bool(after) or (bool(before) and more),
            has_after=bool(before) or more,
            watches_prices=watches,
        )

    async def levels_and_marks(self, customer: CustomerId, variant: VariantId) -> tuple[list[Level], Marks]:
        """Counters at each place, and what this person's buttons under the work show."""
        async with self.database.reading() as session:
            return await reads.levels_and_marks(session, customer, variant)

    async def marks(self, customer: CustomerId, variant: VariantId) -> Marks:
        """What this person's buttons under a work show."""
        async with self.database.reading() as session:
            return (await reads.levels_and_marks(session, customer, variant))[1]


@dataclass(frozen=True, slots=True)
class Waiting:
    """The line for what is gone: first come, first told."""

    database: Database
    defaults: Policies

    async def toggle(self, customer: CustomerId, variant: VariantId) -> bool:
        """🔔: into the line, or out of it; whether the person stands in it now. Raises NoSuchWork."""
        now = self.database.clock.now()
        async with self.database.transaction() as session:
            if await writes.leave(session, customer, variant, now):
                return False
            if not await catalogue.lines(session, [variant], "en"):
                raise NoSuchWork
            await writes.ask(session, customer, variant, now)
            return True

    async def quit(self, customer: CustomerId, variant: VariantId) -> None:
        """🔕: nothing more about this work; a piece that is held goes to the next one. Twice is once."""
        now = self.database.clock.now()
        async with self.database.transaction() as session:
            await writes.leave(session, customer, variant, now, of=writes.UNBOUGHT)

    async def wave(self, variant: VariantId) -> datetime | None:
        """Pieces may have come free: tell whose turn it is. When to look again, if ever. Twice is once."""
        async with self.database.reading() as session:
            if not await reads.is_awaited(session, variant):
                return None
        async with self.database.transaction() as session:
            policies = await load(session, self.defaults)
            return await writes.wave(session, variant, policies, self.database.clock.now())

    async def back(self, turn: int, wave: int, language: Language) -> Back | None:
        """What "it is back" says now; None when it no longer holds. Who hears it too late has his place again."""
        now = self.database.clock.now()
        async with self.database.reading() as session:
            told = await reads.turn(session, turn)
        if told is None:
            return None
        async with self.database.transaction() as session:
            policies = await load(session, self.defaults)
            await stock_writes.lock(session, [told.variant])
            told = await reads.turn(session, turn)
            if told is None or told.wave != wave:
                return None
            work = (await catalogue.lines(session, [told.variant], language)).get(told.variant)
            free = (await stock.availability(session, [told.variant]))[told.variant].available
            quietly = rules.is_quiet(now, ZoneInfo(policies.timezone))
            if told.state is TurnState.HOLDING and work is not None and told.until and told.until > now:
                return Back(work, told.until, quietly)
            if told.state is TurnState.TOLD and work is not None and free > 0:
                return Back(work, None, quietly)
            if told.state in (TurnState.TOLD, TurnState.LAPSED):
                await writes.put_back(session, told, now)
            return None

    async def ended(self, turn: int, wave: int, state: TurnState, language: Language) -> ShelfItem | None:
        """The work of a hold that has ended in that state; None when the turn has gone on since."""
        async with self.database.reading() as session:
            found = await reads.turn(session, turn)
            if found is None or found.wave != wave or found.state is not state:
                return None
            return (await catalogue.lines(session, [found.variant], language)).get(found.variant)

    async def numbers(self, variants: Sequence[VariantId]) -> dict[VariantId, tuple[Availability, Watched]]:
        """What there is of these, and how many people want them."""
        async with self.database.reading() as session:
            return await reads.numbers(session, variants)

    async def most_wished(self, language: Language, limit: int = 10) -> list[Wished]:
        """What people want most, first."""
        async with self.database.reading() as session:
            found = await reads.most_wished(session, limit)
            works = await catalogue.lines(session, [variant for variant, _ in found], language, only_listed=False)
        return [Wished(works[variant], watched) for variant, watched in found if variant in works]

    async def differences(self) -> list[Difference]:
        """Pieces held for a turn that does not hold them; empty when all is explained."""
        async with self.database.reading() as session:
            return [
                Difference(str(variant), str(place), what, is_now, should_be)
                for variant, place, what, is_now, should_be in await reads.differences(session)
            ]


@dataclass(frozen=True, slots=True)
class PriceWatch:
    """Messages that a work has become cheaper: marketing, so only to those who have asked for them."""

    database: Database
    defaults: Policies

    async def agree(self, customer: CustomerId, *, wanted: bool) -> None:
        """The person's word, kept for good. Twice is once."""
        now = self.database.clock.now()
        async with self.database.transaction() as session:
            if await reads.wants_prices(session, customer) is not wanted:
                await writes.note_request(session, customer, wanted=wanted, now=now)

    async def toggle(self, customer: CustomerId) -> bool:
        """The other word than the last one; whether the person wants to hear now."""
        now = self.database.clock.now()
        async with self.database.transaction() as session:
            wanted = not await reads.wants_prices(session, customer)
            await writes.note_request(session, customer, wanted=wanted, now=now)
        return wanted

    async def spread(self, fall: int) -> None:
        """Owe the news to everybody who watches; a price raised again meanwhile is no news."""
        now = self.database.clock.now()
        async with self.database.transaction() as session:
            known = await reads.fall(session, fall)
            if known is None:
                return
            variant, after, at = known
            work = (await catalogue.lines(session, [variant], "en")).get(variant)
            if work is not None and work.price.minor <= after:
                await writes.owe_news(session, await reads.watchers(session, variant, at), now)

    async def claim(self, customer: CustomerId, language: Language) -> PriceNews | datetime | None:
        """What this person may be told now, once: it counts as told from here on. A moment: not before then.

        Conditions are those of this moment: still agreed, still cheaper, still to be had, not at night, not too often.
        """
        now = self.database.clock.now()
        async with self.database.transaction() as session:
            policies = await load(session, self.defaults)
            if not await reads.wants_prices(session, customer):
                return None
            falls = await reads.falls_for(session, customer, now - rules.NEWS_FOR)
            variants = [variant for _, variant, _, _ in falls]
            works = await catalogue.lines(session, variants, language)
            free = await stock.availability(session, variants)
            news = {
                fall: Cheaper(works[variant], before)
                for fall, variant, before, after in falls
                if variant in works and works[variant].price.minor <= after and free[variant].available > 0
            }
            if not news:
                return None
            told = await reads.told_at(session, customer, now - rules.WEEK)
            not_before = rules.awake(rules.next_news(told, now), ZoneInfo(policies.timezone))
            if not_before > now:
                return not_before
            await writes.claim_falls(session, customer, list(news), now)
            return PriceNews(tuple(news.values()), now)

    async def give_back(self, customer: CustomerId, at: datetime) -> None:
        """That message has certainly not gone out: it may be tried again."""
        async with self.database.transaction() as session:
            await writes.give_back(session, customer, at)
