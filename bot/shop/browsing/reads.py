"""Which works stand on a shelf, in which order, and what stands beside them?

Every statement runs along an index of `shelf_entry` from a known place on: none skips rows, and none counts further
than `FEW`, but for one count a minute of a shelf that has more.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from functools import cache
from typing import Any, Final

from sqlalchemy import CTE, Select, and_, bindparam, exists, func, literal, select, tuple_, union_all
from sqlalchemy.ext.asyncio import AsyncSession

from bot.basics.ids import ProductId
from bot.basics.languages import Language
from bot.shop.browsing import rules
from bot.shop.browsing.tables import ShelfEntry
from bot.shop.browsing.values import Choice, Collection, Counts, Front, Item, Sort, Spot
from bot.shop.catalogue import reads as catalogue
from bot.shop.catalogue.tables import Product, Variant
from bot.shop.showcase import reads as showcase

FEW: Final = 1000
"""So many are counted at every look."""
EVERYTHING: Final = 0
LAST: Final = -1
_E = ShelfEntry
_MOST: Final = 2**62
_SPOT = (_E.product_id, _E.gone, _E.price_minor, _E.listed_at, _E.band)
_ENDS: Final = ((False, 1), (False, 2), (True, 1), (True, 2))
"""(back, how far) of the works beside one, and of those with which a shelf begins and ends."""


def _spot(row: Any) -> Spot:
    return Spot(ProductId(row[0]), bool(row[1]), row[2], row[3], row[4])


# -- along an index ------------------------------------------------------------------------------------------------


def _values(shelf: int, choice: Choice, product: ProductId | None = None) -> dict[str, Any]:
    """What every statement below asks for."""
    low, high = rules.bounds(choice.band) if choice.band is not None else (None, None)
    return {
        "shelf": shelf,
        "band": choice.band or 0,
        "low": low or 0,
        "high": _MOST if high is None else high,
        "product": product or 0,
    }


def _column(sort: Sort) -> Any:
    return _E.listed_at if sort is Sort.NEWEST else _E.price_minor


def _falls(sort: Sort, *, back: bool) -> bool:
    return (sort is not Sort.CHEAP) != back


def _ordered(*columns: Any, falls: bool) -> list[Any]:
    return [column.desc() if falls else column.asc() for column in columns]


def _asked(column: Any, name: str) -> Any:
    return bindparam(name, type_=column.type)


@cache
def _here(look: Choice) -> CTE:
    """One row: where the work stands that one looks from, or would stand if it were on the shelf; none for no work.

    For who looks at what can be had, one that has just been sold stands where it stood (`among`).
    """
    key = _column(look.sort)
    off_it = Product.listed_at if look.sort is Sort.NEWEST else Variant.price_minor
    return (
        select(
            Product.id.label("product"),
            func.coalesce(_E.gone, 0).label("gone"),
            (literal(0, _E.gone.type) if look.free_only else func.coalesce(_E.gone, 0)).label("among"),
            func.coalesce(key, off_it, type_=key.type).label("key"),
            _E.product_id.is_not(None).label("there"),
            _E.band.label("band"),
        )
        .join(Variant, Variant.product_id == Product.id)
        .outerjoin(_E, and_(_E.product_id == Product.id, _E.shelf == _asked(_E.shelf, "shelf")))
        .where(Product.id == _asked(Product.id, "product"), Product.listed_at.is_not(None))
        .limit(1)
        .cte("here")
    )


def _of(here: CTE, name: str) -> Any:
    return select(here.c[name]).scalar_subquery()


def _along(look: Choice, here: CTE | None, *, gone: int | None, back: bool, limit: Any) -> Select[Any]:
    """(product, key, gone) of so many works of one stretch of an index: from its end, or from beside `here`.

    `gone`: works that can be had, or that are gone; None: those among which `here` stands.
    """
    key, falls = _column(look.sort), _falls(look.sort, back=back)
    statement = select(_E.product_id.label("product"), key.label("key"), _E.gone.label("gone")).where(
        _E.shelf == _asked(_E.shelf, "shelf")
    )
    if look.band is not None and look.sort is Sort.NEWEST:
        statement = statement.where(_E.band == _asked(_E.band, "band"))
    elif look.band is not None:
        statement = statement.where(
            _E.price_minor >= _asked(_E.price_minor, "low"), _E.price_minor < _asked(_E.price_minor, "high")
        )
    if here is None:
        statement = statement.where(_E.gone == literal(gone, _E.gone.type))
    elif gone is None:
        mine = tuple_(key, _E.product_id)
        there = tuple_(_of(here, "key"), _of(here, "product"))
        statement = statement.where(_E.gone == _of(here, "among"), mine < there if falls else mine > there)
    else:
        # as a value of the index, for SQLite would try a condition of its own on every row
        other = select(literal(gone, _E.gone.type)).select_from(here).where(here.c.among == 1 - gone)
        statement = statement.where(_E.gone == other.scalar_subquery())
    return statement.order_by(*_ordered(key, _E.product_id, falls=falls)).limit(limit)


def _found(look: Choice, here: CTE | None, *, back: bool, limit: Any) -> Any:
    """What follows (or precedes) `here`, or what the shelf begins (or ends) with: at most so many of each stretch."""
    stretches: list[int | None] = [0] if look.free_only else [0, 1]
    if here is not None:
        stretches = [None, *([0] if back else [] if look.free_only else [1])]
    parts = [select(_along(look, here, gone=gone, back=back, limit=limit).subquery()) for gone in stretches]
    return (parts[0] if len(parts) == 1 else union_all(*parts)).subquery()


def _nth(look: Choice, here: CTE | None, *, back: bool, limit: Any) -> Select[Any]:
    """The last of so many works on from there."""
    found, falls = _found(look, here, back=back, limit=limit), _falls(look.sort, back=back)

    def order(of: Any, *, turned: bool) -> list[Any]:
        ways = ((of.c.gone, back), (of.c.key, falls), (of.c.product, falls))
        return [column.desc() if down != turned else column.asc() for column, down in ways]

    near = select(found).order_by(*order(found, turned=False)).limit(limit).subquery()
    return select(near).order_by(*order(near, turned=True)).limit(1)


def _counted(look: Choice, here: CTE | None) -> list[Any]:
    """How many can be had, how many are gone, how many of its kind stand before `here`; none further than `FEW`."""
    parts = [_along(look, None, gone=gone, back=False, limit=FEW) for gone in (0, 1)]
    if here is not None:
        parts.append(_along(look, here, gone=None, back=True, limit=FEW))
    counts = [select(func.count()).select_from(part.subquery()).scalar_subquery() for part in parts]
    return counts if here is not None else [*counts, literal(0)]


def _shape(choice: Choice) -> Choice:
    """What a statement depends on: which band it is comes in as a value."""
    return replace(choice, band=None if choice.band is None else 0, pictures=False)


@cache
def _start(look: Choice, *, stands: bool, back: bool, skips: bool) -> Select[Any]:
    here = _here(look) if stands else None
    about = [_of(here, name) for name in ("there", "gone", "band")] if here is not None else [literal(None)] * 3
    counted = select(*_counted(look, here), *about).subquery("counted")
    if not skips:
        nowhere = select(*(literal(None).label(each) for each in ("product", "key", "among"))).cte("nowhere")
        of = nowhere if here is None else here
        start = select(of.c.product, of.c.key, of.c.among.label("gone")).subquery("start")
    else:
        start = _nth(look, here, back=back, limit=bindparam("skip")).subquery("start")
    return select(counted, start.c.product, start.c.key, start.c.gone).outerjoin(start, literal(True))


@dataclass(frozen=True, slots=True)
class Start:
    """Where a page begins, and how much there is: after this work (None: at the very beginning)."""

    counts: Counts
    before: int
    there: bool
    gone: bool
    band: int | None
    after: tuple[ProductId, Any, int] | None


async def start(
    session: AsyncSession, shelf: int, choice: Choice, product: ProductId | None, skip: int, *, back: bool
) -> Start:
    """`skip` works after (or before) a work, or from an end on without one."""
    statement = _start(_shape(choice), stands=product is not None, back=back, skips=skip > 0)
    row = (await session.execute(statement, {**_values(shelf, choice, product), "skip": skip})).one()
    here, away, before, there, gone, band = row[:6]
    counts = Counts(here, 0 if choice.free_only else away)
    after = (ProductId(row[6]), row[7], int(row[8])) if row[6] is not None else None
    return Start(counts, before, bool(there), bool(gone), band, after)


@cache
def _items(look: Choice, language: Language, gone: int | None) -> Select[Any]:
    """After the work whose place comes in as values, in that stretch and the next one; or from the beginning."""
    parts = []
    for of in (0, 1):
        if (of == 1 and look.free_only) or (gone is not None and of < gone):
            continue
        part = _along(look, None, gone=of, back=False, limit=bindparam("limit"))
        if of == gone:
            key, falls = _column(look.sort), _falls(look.sort, back=False)
            mine = tuple_(key, _E.product_id)
            there = tuple_(_asked(key, "key"), _asked(_E.product_id, "product"))
            part = part.where(mine < there if falls else mine > there)
        parts.append(select(part.subquery()))
    return catalogue.items_on((parts[0] if len(parts) == 1 else union_all(*parts)).subquery("found"), language)


async def items(
    session: AsyncSession,
    shelf: int,
    choice: Choice,
    language: Language,
    limit: int,
    after: tuple[ProductId, Any, int] | None = None,
) -> list[Item]:
    """Works after one; from the beginning without one."""
    if after is not None and after[2] and choice.free_only:
        return []
    values: dict[str, Any] = {**_values(shelf, choice), "limit": limit}
    if after is not None:
        values |= {"product": after[0], "key": after[1]}
    statement = _items(_shape(choice), language, after[2] if after is not None else None)
    rows = [tuple(row) for row in await session.execute(statement, values)]
    rows.sort(key=lambda row: (row[-2], row[0]), reverse=_falls(choice.sort, back=False))
    rows.sort(key=lambda row: row[-1])
    return [as_item(row) for row in rows[:limit]]


def as_item(row: Any) -> Item:
    shown = catalogue.as_item(row)
    return Item(shown.product, shown.title, shown.price, bool(row[-1]))


async def count_all(session: AsyncSession, shelf: int, choice: Choice, gone: int) -> int:
    """Every work of a stretch: for shelves that have more than a few, and not at every look."""
    every = _along(_shape(choice), None, gone=gone, back=False, limit=None).order_by(None).subquery()
    return int(await session.scalar(select(func.count()).select_from(every), _values(shelf, choice)) or 0)


@cache
def _beside(look: Choice, *, stands: bool) -> Select[Any]:
    """One row: counts, where the work stands, what stands beside it, what the shelf begins and ends with."""
    here = _here(look) if stands else None

    def one(of: CTE | None, *, back: bool, nth: int) -> Any:
        last = _nth(look, of, back=back, limit=nth).subquery()
        return select(last.c.product).scalar_subquery()

    about = [_of(here, name) for name in ("there", "gone", "band")] if here is not None else [literal(None)] * 3
    near = [one(here, back=back, nth=nth) for back, nth in _ENDS] if here is not None else [literal(None)] * 4
    return select(*_counted(look, here), *about, *near, *(one(None, back=back, nth=nth) for back, nth in _ENDS))


Pair = tuple[ProductId | None, ProductId | None]


@dataclass(frozen=True, slots=True)
class Around:
    """A work's place; the next and the one after it, the one before and the one before that; both ends of the shelf."""

    counts: Counts
    before: int
    there: bool
    gone: bool
    band: int | None
    following: Pair
    preceding: Pair
    first: Pair
    last: Pair


async def around(session: AsyncSession, shelf: int, choice: Choice, product: ProductId | None) -> Around:
    """What stands beside a work, whether it is on the shelf or would be; without one, only the ends of the shelf."""
    statement = _beside(_shape(choice), stands=product is not None)
    row = (await session.execute(statement, _values(shelf, choice, product))).one()
    here, away, before, there, gone, band = row[:6]
    counts = Counts(here, 0 if choice.free_only else away)
    pairs: list[Pair] = [(row[at], row[at + 1] if row[at + 1] != row[at] else None) for at in (6, 8, 10, 12)]
    return Around(counts, before, bool(there), bool(gone), band, *pairs)


# -- a handful -----------------------------------------------------------------------------------------------------


async def newest(session: AsyncSession, since: datetime, most: int) -> list[Spot]:
    """What was put up lately and can be had."""
    rows = await session.execute(
        select(*_SPOT)
        .where(_E.shelf == EVERYTHING, _E.gone == 0, _E.listed_at >= since)
        .order_by(_E.listed_at.desc(), _E.product_id.desc())
        .limit(most)
    )
    return [_spot(row) for row in rows]


async def collected(session: AsyncSession, number: int) -> list[Spot]:
    """The works of a collection that are still on show."""
    shown = showcase.shown_together()
    on_it = and_(shown.c.product == _E.product_id, shown.c.number == number)
    rows = await session.execute(select(*_SPOT).join(shown, on_it).where(_E.shelf == EVERYTHING))
    return [_spot(row) for row in rows]


async def collections(session: AsyncSession, language: Language, most: int) -> list[Collection]:
    """What sellers have shown together, the newest first; those of which nothing is left are missing."""
    shown = showcase.shown_together(most)
    on_show = and_(_E.product_id == shown.c.product, _E.shelf == EVERYTHING)
    found = select(shown).join(_E, on_show).subquery("found")
    rows = [tuple(row) for row in await session.execute(catalogue.items_on(found, language))]
    titles: dict[tuple[datetime, int], list[str]] = {}
    for *row, number, posted_at, _ in sorted(rows, key=lambda row: row[-1]):
        titles.setdefault((posted_at, number), []).append(catalogue.as_item(row).title)
    return [
        Collection(number, posted_at, tuple(each), len(each))
        for (posted_at, number), each in sorted(titles.items(), reverse=True)
    ]


async def items_of(session: AsyncSession, spots: Sequence[Spot], language: Language) -> list[Item]:
    """What a list shows of these, in this order."""
    found = select(_E.product_id.label("product"), _E.gone).where(
        _E.shelf == EVERYTHING, _E.product_id.in_([spot.product for spot in spots])
    )
    statement = catalogue.items_on(found.subquery("found"), language)
    shown = {row[0]: as_item(tuple(row)) for row in await session.execute(statement)}
    return [shown[spot.product] for spot in spots if spot.product in shown]


# -- the door, bands of prices, what is alike ------------------------------------------------------------------------


async def front(session: AsyncSession, since: datetime, most_new: int) -> Front:
    """What the door offers: one query, for it is asked for all day."""
    some = select(literal(1)).where(_E.shelf == EVERYTHING).limit(FEW + 1).subquery()
    new = select(literal(1)).where(_E.shelf == EVERYTHING, _E.gone == 0, _E.listed_at >= since).limit(most_new)
    together = showcase.shown_together()
    shown = select(together.c.number).join(_E, and_(_E.product_id == together.c.product, _E.shelf == EVERYTHING))
    row = (
        await session.execute(
            select(
                select(func.count()).select_from(some).scalar_subquery(),
                select(func.count()).select_from(new.subquery()).scalar_subquery(),
                exists().where(_E.shelf == LAST),
                shown.exists(),
                exists().where(_E.shelf > 0),
            )
        )
    ).one()
    return Front(
        works=row[0],
        has_new=0 < row[1] < row[0],
        has_last=bool(row[2]),
        has_collections=bool(row[3]),
        has_categories=bool(row[4]),
    )


async def bands(session: AsyncSession, shelf: int) -> list[int]:
    """Bands of prices in which this shelf has works."""
    there = [
        exists().where(_E.shelf == shelf, _E.band == band, _E.gone.in_((0, 1)))
        for band in range(len(rules.BOUNDS) + 1)
    ]  # fmt: skip
    row = (await session.execute(select(*there))).one()
    return [band for band, is_there in enumerate(row) if is_there]


async def others(session: AsyncSession, product: ProductId) -> bool:
    """There is another work that can be had."""
    another = exists().where(_E.shelf == EVERYTHING, _E.gone == 0, _E.product_id != product)
    return bool(await session.scalar(select(another)))


async def near(session: AsyncSession, shelves: Sequence[int], product: ProductId, price: int, most: int) -> list[int]:
    """Works that can be had and cost about as much, on each of these shelves; never that one itself."""
    parts = []
    for shelf in shelves:
        here = (_E.shelf == shelf, _E.gone == 0, _E.product_id != product)
        for dearer in (True, False):
            side = _E.price_minor >= price if dearer else _E.price_minor < price
            order = _E.price_minor.asc() if dearer else _E.price_minor.desc()
            inner = select(_E.product_id).where(*here, side).order_by(order).limit(most).subquery()
            parts.append(select(inner.c.product_id))
    return list(dict.fromkeys(await session.scalars(union_all(*parts))))
