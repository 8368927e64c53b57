"""How does one find a work by typing?"""

import asyncio
from dataclasses import dataclass, replace
from typing import Final

from sqlalchemy.ext.asyncio import AsyncSession

from bot.basics import words
from bot.basics.ids import ProductId
from bot.basics.languages import Language
from bot.shop.catalogue import reads as catalogue
from bot.shop.catalogue.values import Card
from bot.shop.search import reads, rules, writes
from bot.shop.search.values import Entry, Fit, Known, Results, SearchId, Spot, Understood, WorkWords
from bot.storage.database import Database

_AT_ONCE: Final = 100
"""Works whose words are made in one go: about 50 ms of a thread."""
LONGEST_KEPT: Final = 400


@dataclass(frozen=True, slots=True)
class Search:
    """Words to works, the same on both databases."""

    database: Database

    async def ask(self, text: str, language: Language, limit: int) -> Results:
        """The first page of what fits, or what comes nearest. What fits can be asked for again by its number."""
        understood = await self._understood(text)
        async with self.database.reading() as session:
            found = await _page(session, understood, language, limit)
            if not found.items:
                return await _nearest(session, understood, language, limit)
            kept = understood.text
            if understood.only is not None or len(kept) > LONGEST_KEPT:
                return found
            known = await reads.saved(session, kept)
        if known is not None:
            return replace(found, id=known)
        async with self.database.transaction() as session:
            number = await writes.save(session, kept, self.database.clock.now())
        return replace(found, id=number)

    async def page(
        self,
        search: SearchId,
        language: Language,
        limit: int,
        *,
        after: Spot | None = None,
        before: Spot | None = None,
        at: Spot | None = None,
    ) -> Results | None:
        """A page of results on show, however old; None for a number that nobody was given.

        `at` begins with that work. A page that has emptied meanwhile is the first one again.
        """
        async with self.database.reading() as session:
            text = await reads.asked(session, search)
        if text is None:
            return None
        understood = await self._understood(text)
        if at is not None:
            after = Spot(at.tier, ProductId(min(at.product + 1, reads.MAX_ID)))
        async with self.database.reading() as session:
            found = await _page(session, understood, language, limit, after=after, before=before)
            if not found.items and (after or before):
                found = await _page(session, understood, language, limit)
            if not found.items:
                found = await _nearest(session, understood, language, limit)
        return replace(found, id=search)

    async def glance(
        self, text: str, language: Language, limit: int, bot: int, after: Spot | None = None
    ) -> tuple[list[Card], Spot | None]:
        """Cards for a list outside the chat, one photo each, and where to go on: what fits, or what comes nearest.

        New works where nothing is asked for.
        """
        understood = await self._understood(text)
        async with self.database.reading() as session:
            expressions = _expressions(session)
            tiers = rules.tiers(understood, expressions)
            if not (understood.words or tiers):
                tiers = rules.nearest(understood, expressions)
            hits = await reads.hits(session, tiers, limit + 1, after=after)
            if not hits and after is None:
                hits = await reads.hits(session, rules.nearest(understood, expressions), limit)
                hits = [spot for spot in hits if spot.tier == hits[0].tier]
            shown = hits[:limit]
            cards = await catalogue.listed_cards(session, [spot.product for spot in shown], language, bot)
        return cards, shown[-1] if len(hits) > limit else None

    async def catch_up(self, limit: int = _AT_ONCE) -> int:
        """Bring the index up to date with so many works; with how many of them it was behind."""
        return await _follow(self.database, limit)

    async def _understood(self, text: str) -> Understood:
        """What is meant, by the words of the works as they are now."""
        asked = rules.read(text)
        if asked.only is not None:
            return rules.understand(asked, Known())
        if not words.loaded():
            await asyncio.to_thread(words.load)
        spellings, beginnings = rules.spellings(asked), rules.beginnings(asked)
        async with self.database.reading() as session:
            known = await reads.known(session, spellings, beginnings)
        if 0 < known.behind <= reads.MOST_BEHIND:
            await _follow(self.database, reads.MOST_BEHIND)
            async with self.database.reading() as session:
                known = await reads.known(session, spellings, beginnings)
        return rules.understand(asked, known)


async def _follow(database: Database, limit: int) -> int:
    async with database.reading() as session:
        changed = await reads.behind(session, limit)
    if changed:
        entries = await asyncio.to_thread(_entries, changed)
        async with database.transaction(aside=True) as session:
            await writes.keep(session, entries)
    return len(changed)


def _entries(changed: list[WorkWords]) -> list[Entry]:
    words.load()
    return [rules.entry(work) for work in changed]


def _expressions(session: AsyncSession) -> rules.Expressions:
    return rules.FTS5 if session.get_bind().dialect.name == "sqlite" else rules.TSQUERY


async def _page(
    session: AsyncSession,
    understood: Understood,
    language: Language,
    limit: int,
    *,
    after: Spot | None = None,
    before: Spot | None = None,
) -> Results:
    """Works in which everything is that was asked for."""
    tiers = rules.tiers(understood, _expressions(session))
    found = await reads.items(session, tiers, language, limit + 1, after=after, before=before)
    more, shown = len(found) > limit, found[:limit]
    if before is not None:
        shown.reverse()
    return Results(
        None,
        understood,
        Fit.FOUND,
        tuple(item for item, _ in shown),
        tuple(spot for _, spot in shown),
        has_before=after is not None or (before is not None and more),
        has_after=before is not None or more,
    )


async def _nearest(session: AsyncSession, understood: Understood, language: Language, limit: int) -> Results:
    """One page of what fits best among what does not fit."""
    tiers = rules.nearest(understood, _expressions(session))
    found = await reads.items(session, tiers, language, limit)
    shown = [item for item, spot in found if spot.tier == found[0][1].tier]
    new = not found or tiers[found[0][1].tier] == rules.ANYTHING
    return Results(None, understood, Fit.NEWEST if new else Fit.NEAREST, tuple(shown))
