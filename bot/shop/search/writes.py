"""How does the index follow, and what is kept of a search?"""

from collections.abc import Sequence
from datetime import datetime
from typing import Final

from sqlalchemy import bindparam, text, update
from sqlalchemy.ext.asyncio import AsyncSession

from bot.shop.search import reads, rules
from bot.shop.search.tables import SavedSearch, SearchEntry, SearchSpelling
from bot.shop.search.values import Entry, SearchId
from bot.storage.insert_once import dialect_insert, insert_once

_ROWS: Final = 1000
_KEEP = (
    update(SearchEntry.__table__)  # type: ignore[arg-type]  # the table itself: rows of one statement, no objects
    .where(SearchEntry.__table__.c.product_id == bindparam("of"))
    .values(words=bindparam("words"), made=bindparam("made"))
)
_TAKE_OUT = text("INSERT INTO search_index (search_index, rowid, words) VALUES ('delete', :of, :words)")
_PUT_IN = text("INSERT INTO search_index (rowid, words) VALUES (:of, :words)")


async def keep(session: AsyncSession, entries: Sequence[Entry]) -> None:
    """The index has these words from now on. A work that changed meanwhile stays behind; an older state is ignored."""
    made = await reads.made(session, [entry.product for entry in entries])
    entries = [entry for entry in entries if entry.product in made and made[entry.product][0] < entry.wanted]
    if not entries:
        return
    await _keep_spellings(session, {word for entry in entries for word in entry.words.split()})
    if session.get_bind().dialect.name == "sqlite":
        # FTS5 takes a row out by the words it was put in with
        old = [{"of": entry.product, "words": made[entry.product][1]} for entry in entries]
        new = [{"of": entry.product, "words": entry.words} for entry in entries]
        for statement, rows in ((_TAKE_OUT, old), (_PUT_IN, new)):
            told = [row for row in rows if row["words"]]
            if told:
                await session.execute(statement, told)
    await session.execute(
        _KEEP, [{"of": entry.product, "made": entry.wanted, "words": entry.words} for entry in entries]
    )


async def _keep_spellings(session: AsyncSession, words: set[str]) -> None:
    new = await reads.unspelt(session, sorted(words))
    rows = [{"spelling": spelling, "word": word} for spelling, word in sorted(rules.spelt(new))]
    for start in range(0, len(rows), _ROWS):
        await session.execute(
            dialect_insert(session, SearchSpelling).values(rows[start : start + _ROWS]).on_conflict_do_nothing()
        )


async def save(session: AsyncSession, words: str, now: datetime) -> SearchId:
    """The number of a search, by which its pages are asked for. Twice is once."""
    found = await insert_once(session, SavedSearch, [{"text": words, "asked_at": now}], SavedSearch.id)
    if found:
        return SearchId(found[0])
    known = await reads.saved(session, words)
    assert known is not None  # noqa: S101 (what was not inserted is there)
    return known
