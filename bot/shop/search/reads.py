"""Which works have these words, and what does the index lack?"""

import json
from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import cache
from typing import Any, Final

from sqlalchemy import Select, bindparam, cast, column, func, literal, select, table, text, union_all
from sqlalchemy.dialects.postgresql import TSQUERY, TSVECTOR
from sqlalchemy.ext.asyncio import AsyncSession

from bot.basics.ids import ProductId
from bot.basics.languages import Language
from bot.shop.catalogue.reads import as_item, items_of
from bot.shop.catalogue.tables import Category, CategoryText, Product, ProductText, Variant
from bot.shop.catalogue.values import ShelfItem
from bot.shop.search.tables import SavedSearch, SearchEntry
from bot.shop.search.values import Known, SearchId, Spot, Tier, WorkWords

MAX_ID: Final = 2**63 - 1
FEW: Final = 500
"""So many works of a word are put in order one by one."""
MOST_BEHIND: Final = 50
"""From here on a search does not wait for the index: the job is at it."""

_KNOWN = {
    "sqlite": text(
        "SELECT spelling, word FROM search_spelling WHERE spelling IN (SELECT value FROM json_each(:spellings))"
        " UNION ALL SELECT value, '' FROM json_each(:beginnings) AS begun WHERE EXISTS"
        " (SELECT 1 FROM search_spelling WHERE spelling >= begun.value AND spelling < begun.value || char(1114111)"
        " AND word >= begun.value AND word < begun.value || char(1114111))"
        " UNION ALL SELECT '', CAST(count(*) AS TEXT) FROM"
        " (SELECT 1 FROM search_entry WHERE wanted <> made LIMIT :most)"
    ),
    "postgresql": text(
        "SELECT spelling, word FROM search_spelling WHERE spelling = ANY"
        " (ARRAY(SELECT json_array_elements_text(CAST(:spellings AS json))))"
        " UNION ALL SELECT value, '' FROM json_array_elements_text(CAST(:beginnings AS json)) AS begun(value)"
        ' WHERE EXISTS (SELECT 1 FROM search_spelling WHERE spelling >= begun.value COLLATE "C"'
        ' AND spelling < (begun.value || chr(1114111)) COLLATE "C" AND word >= begun.value COLLATE "C"'
        ' AND word < (begun.value || chr(1114111)) COLLATE "C")'
        " UNION ALL SELECT '', CAST(count(*) AS text) FROM"
        # in the order of the partial index: without one, PostgreSQL expects most rows to be behind and reads them all
        " (SELECT 1 FROM search_entry WHERE wanted <> made ORDER BY product_id DESC LIMIT :most) AS behind"
    ),
}


async def known(session: AsyncSession, spellings: Sequence[str], beginnings: Sequence[str]) -> Known:
    """What the index knows of these spellings and beginnings, and how many works it is behind with."""
    rows = await session.execute(
        _KNOWN[session.get_bind().dialect.name],
        {
            "spellings": json.dumps(list(spellings)),
            "beginnings": json.dumps(list(beginnings)),
            "most": MOST_BEHIND + 1,
        },
    )
    words: defaultdict[str, set[str]] = defaultdict(set)
    begun, behind = set(), 0
    for spelling, word in rows:
        if not spelling:
            behind = int(word)
        elif word:
            words[spelling].add(word)
        else:
            begun.add(spelling)
    return Known({spelling: frozenset(found) for spelling, found in words.items()}, frozenset(begun), behind)


_FTS = table("search_index", column("search_index"), column("rowid"))


def _branch(dialect: str, at: int, kind: str, *, back: bool) -> Select[Any]:
    """The works of one tier, after (or before) a work, the newest first (or last)."""
    if kind != "words":
        page = _page(select().select_from(Product), Product.id, at, back=back)
        if kind == "only":
            page = page.where(Product.id == bindparam(f"only_{at}"))
    elif dialect == "sqlite":
        source = select().select_from(_FTS).join(Product, Product.id == _FTS.c.rowid)
        match = _FTS.c.search_index.op("MATCH")(bindparam(f"match_{at}"))
        page = _page(source.where(match), _FTS.c.rowid, at, back=back)
    else:
        return _few_or_many(at, back=back)
    return select(page.subquery())


def _few_or_many(at: int, *, back: bool) -> Select[Any]:
    """PostgreSQL knows nothing of how many works a rare word has, and walks all works in their order to find five.

    So it fetches up to so many by the words first: few are put in order, and only many are met on the way.
    """
    match = column("lexemes", TSVECTOR).op("@@")(cast(bindparam(f"match_{at}"), TSQUERY))
    some = select(SearchEntry.product_id).where(match).limit(FEW + 1)
    few = some.cte(f"few_{at}").prefix_with("MATERIALIZED", dialect="postgresql")
    found = select(func.count()).select_from(few).scalar_subquery()
    of_few = select().select_from(few).join(Product, Product.id == few.c.product_id).where(found <= FEW)
    of_many = select().select_from(SearchEntry).join(Product, Product.id == SearchEntry.product_id)
    pages = (
        _page(of_few, few.c.product_id, at, back=back),
        _page(of_many.where(found > FEW, match), SearchEntry.product_id, at, back=back),
    )
    return select(union_all(*(select(page.subquery()) for page in pages)).subquery())


def _page(source: Select[Any], product: Any, at: int, *, back: bool) -> Select[Any]:
    from_here: Any = bindparam(f"from_{at}")
    return (
        source.add_columns(literal(at).label("tier"), product.label("product"), Variant.id.label("variant"))
        .join(Variant, Variant.product_id == Product.id)
        .where(
            Product.state == "listed",
            Variant.price_minor >= bindparam(f"low_{at}"),
            Variant.price_minor <= bindparam(f"high_{at}"),
            product > from_here if back else product < from_here,
        )
        .order_by(product.asc() if back else product.desc())
        .limit(bindparam("limit"))
    )


@cache
def _statement(
    dialect: str, shape: tuple[tuple[int, str], ...], *, back: bool, language: Language | None = None
) -> Select[Any]:
    branches = [_branch(dialect, at, kind, back=back) for at, kind in shape]
    found = (branches[0] if len(branches) == 1 else union_all(*branches)).subquery("found")
    return select(found.c.product, found.c.tier) if language is None else items_of(found, language)


async def _rows(
    session: AsyncSession,
    tiers: Sequence[Tier],
    limit: int,
    after: Spot | None,
    before: Spot | None,
    language: Language | None,
) -> list[Any]:
    """Rows that begin with the work and end with its tier."""
    back, spot = before is not None, before or after
    numbered = list(enumerate(tiers))
    if spot is not None:
        numbered = list(reversed(numbered[: spot.tier + 1])) if back else numbered[spot.tier :]
    if not numbered:
        return []
    values: dict[str, Any] = {"limit": limit}
    for at, tier in numbered:
        values |= {f"low_{at}": tier.prices.low, f"high_{at}": tier.prices.high}
        values[f"from_{at}"] = spot.product if spot and spot.tier == at else (0 if back else MAX_ID)
        if tier.match is not None:
            values[f"match_{at}"] = tier.match
        if tier.only is not None:
            values[f"only_{at}"] = tier.only
    shape = tuple((at, "only" if tier.only else "words" if tier.match else "any") for at, tier in numbered)
    dialect = session.get_bind().dialect.name
    rows = await session.execute(_statement(dialect, shape, back=back, language=language), values)
    order = {at: place for place, (at, _) in enumerate(numbered)}
    return sorted(rows, key=lambda row: (order[row[-1]], row[0] if back else -row[0]))[:limit]


async def hits(session: AsyncSession, tiers: Sequence[Tier], limit: int, after: Spot | None = None) -> list[Spot]:
    """Works in the order of the tiers, the newest of each first; those after one of them: a keyset."""
    return [Spot(row[-1], ProductId(row[0])) for row in await _rows(session, tiers, limit, after, None, None)]


async def items(
    session: AsyncSession,
    tiers: Sequence[Tier],
    language: Language,
    limit: int,
    *,
    after: Spot | None = None,
    before: Spot | None = None,
) -> list[tuple[ShelfItem, Spot]]:
    """As `hits`, with what a list shows of them. Before a work they come the nearest first."""
    rows = await _rows(session, tiers, limit, after, before, language)
    return [(as_item(row), Spot(row[-1], ProductId(row[0]))) for row in rows]


async def asked(session: AsyncSession, search: SearchId) -> str | None:
    """What results on show were asked for."""
    found: str | None = await session.scalar(select(SavedSearch.text).where(SavedSearch.id == search))
    return found


async def saved(session: AsyncSession, wanted: str) -> SearchId | None:
    found = await session.scalar(select(SavedSearch.id).where(SavedSearch.text == wanted))
    return SearchId(found) if found is not None else None


# -- what the index lacks ------------------------------------------------------------------------------------------


async def behind(session: AsyncSession, limit: int) -> list[WorkWords]:
    """Works that have changed since their words were made, with what is said of them now."""
    marked = (
        await session.execute(
            select(
                SearchEntry.product_id,
                SearchEntry.wanted,
                Product.state,
                Product.category_id,
                Product.size,
                Product.year,
            )
            .join(Product, Product.id == SearchEntry.product_id)
            .where(SearchEntry.wanted != SearchEntry.made)
            .order_by(SearchEntry.product_id.desc())
            .limit(limit)
        )
    ).all()
    shown = [row[0] for row in marked if row[2] == "listed"]
    titles: defaultdict[int, list[str]] = defaultdict(list)
    others: defaultdict[int, list[str | None]] = defaultdict(list)
    codes: defaultdict[int, list[str | None]] = defaultdict(list)
    if shown:
        for product, title, technique, description in await session.execute(
            select(ProductText.product_id, ProductText.title, ProductText.technique, ProductText.description).where(
                ProductText.product_id.in_(shown)
            )
        ):
            titles[product].append(title)
            others[product] += [technique, description]
        for product, sku, barcode, name in await session.execute(
            select(Variant.product_id, Variant.sku, Variant.barcode, Variant.title).where(Variant.product_id.in_(shown))
        ):
            codes[product] += [sku, barcode]
            others[product].append(name)
    shelves = await _shelves(session) if any(row[3] for row in marked) else {}
    return [
        WorkWords(
            ProductId(product),
            wanted,
            tuple(titles[product]),
            tuple(_said(*others[product], size, year, *_above(category, shelves))),
            tuple(_said(*codes[product])),
        )
        if state == "listed"
        else WorkWords(ProductId(product), wanted)
        for product, wanted, state, category, size, year in marked
    ]


def _said(*parts: object) -> Iterator[str]:
    return (str(part) for part in parts if part)


Shelves = dict[int, tuple[int | None, list[str]]]


async def _shelves(session: AsyncSession) -> Shelves:
    found: Shelves = {number: (up, []) for number, up in await session.execute(select(Category.id, Category.parent_id))}
    for number, title in await session.execute(select(CategoryText.category_id, CategoryText.title)):
        found[number][1].append(title)
    return found


def _above(category: int | None, shelves: Shelves) -> Iterator[str]:
    """Titles of a category and of those that it stands in."""
    seen = set()
    while category in shelves and category not in seen:
        seen.add(category)
        up, titles = shelves[category]
        yield from titles
        category = up


_SPELT = {
    "sqlite": text(
        "SELECT word FROM search_spelling WHERE spelling = word AND spelling IN (SELECT value FROM json_each(:words))"
    ),
    "postgresql": text(
        "SELECT word FROM search_spelling WHERE spelling = word AND spelling = ANY"
        " (ARRAY(SELECT json_array_elements_text(CAST(:words AS json))))"
    ),
}


async def made(session: AsyncSession, products: Sequence[ProductId]) -> dict[ProductId, tuple[int, str]]:
    """(mark of the state, words) of what the index has of these works; nobody else writes them before we do."""
    rows = await session.execute(
        select(SearchEntry.product_id, SearchEntry.made, SearchEntry.words)
        .where(SearchEntry.product_id.in_(products))
        .order_by(SearchEntry.product_id)
        .with_for_update()
    )
    return {ProductId(product): (mark, words) for product, mark, words in rows}


async def unspelt(session: AsyncSession, words: Sequence[str]) -> set[str]:
    """Those that the index does not know yet."""
    rows = await session.execute(_SPELT[session.get_bind().dialect.name], {"words": json.dumps(list(words))})
    return set(words) - {word for (word,) in rows}
