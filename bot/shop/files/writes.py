"""How is a file kept, applied and taken back? In the caller's transaction, many rows in few statements."""

import json
import zlib
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from datetime import datetime
from typing import Any

from sqlalchemy import bindparam, delete, insert, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from bot.basics.ids import CategoryId, CustomerId, LocationId, ProductId, VariantId
from bot.basics.languages import Language
from bot.shop.catalogue import writes as catalogue
from bot.shop.catalogue.tables import Product, ProductText, Variant
from bot.shop.files import reads
from bot.shop.files.tables import ImportChange, ImportFile
from bot.shop.files.values import Difference, Known, Row
from bot.shop.stock import reads as stock_reads
from bot.shop.stock import writes as stock
from bot.shop.stock.tables import StockLevel
from bot.shop.waiting import writes as waiting
from bot.storage.insert_once import dialect_insert, insert_all

PRODUCT = ("size", "year", "category", "hidden")
_TEXTS = ("title", "technique", "description")


def packed(rows: Sequence[Row]) -> bytes:
    """Rows as they are kept."""
    return zlib.compress(json.dumps([asdict(row) for row in rows], ensure_ascii=False).encode())


async def keep(
    session: AsyncSession, name: str, digest: str, rows: bytes, actor: CustomerId | None, now: datetime
) -> int:
    """Remember what was read, until it is applied or dropped; `rows` are packed."""
    kept = insert(ImportFile).values(
        name=name[:200],
        digest=digest,
        state="planned",
        rows=rows,
        actor=actor,
        received_at=now,
    )
    return int((await session.execute(kept.returning(ImportFile.id))).scalar_one())


def unpacked(rows: bytes) -> list[Row]:
    """The rows that `keep` has packed."""
    return [Row(**row) for row in json.loads(zlib.decompress(rows))]


async def move(session: AsyncSession, wanted: int, of: str, to: str, now: datetime) -> bool:
    """Compare and set; the rows have done their work then. False when it was elsewhere."""
    at = {"applied_at": now} if to == "applied" else {"ended_at": now}
    moved = (
        update(ImportFile)
        .where(ImportFile.id == wanted, ImportFile.state == of)
        .values(state=to, rows=None, **at)
        .returning(ImportFile.id)
    )
    return await session.scalar(moved) is not None


class Applying:
    """The works of one import, changed in one transaction."""

    def __init__(
        self,
        session: AsyncSession,
        import_id: int,
        actor: CustomerId | None,
        seen_at: datetime,
        now: datetime,
        *,
        back: bool = False,
    ) -> None:
        self._back = back
        self._session, self._import, self._actor, self._seen_at, self._now = session, import_id, actor, seen_at, now
        self._noted: list[dict[str, Any]] = []

    async def change(self, differences: Sequence[Difference], known: Mapping[str, Known], language: Language) -> None:
        """Everything that these differences say of works that are there."""
        works = {work.sku: work for work in known.values()}
        shelves = await self._shelves([str(each.after) for each in differences if each.what == "category"], language)
        await self._prices([each for each in differences if each.what == "price"], works)
        for own in ("barcode", "old_price", "cost"):
            await self._fields(Variant, own, differences, works)
        for what in PRODUCT:
            await self._fields(Product, what, differences, works, shelves)
        await self._texts([each for each in differences if ":" in each.what], works)
        await self.count([(works[each.sku].variant, each) for each in differences if each.what == "count"])
        for each in differences:
            if each.what != "count":
                self._note(works[each.sku].variant, each.what, each.before, each.after)
        changed = {works[each.sku].variant for each in differences if each.what != "count"}
        await stock.owe_changed(self._session, changed, self._now)
        shown = {works[each.sku].variant for each in differences if each.what == "hidden" and not each.after}
        await stock.owe_freed(self._session, shown, self._now)

    async def add(
        self,
        rows: Sequence[Row],
        places: Mapping[str, LocationId],
        default: LocationId,
        language: Language,
        currency: str,
    ) -> None:
        """New works, for sale at once unless their row hides them."""
        if not rows:
            return
        shelves = await self._shelves([row.category for row in rows if row.category], language)
        products = await self._products(rows, shelves)
        of = list(zip(products, rows, strict=True))
        await insert_all(self._session, ProductText, [each for one in of for each in _told(*one)])
        free = await catalogue.free_skus(self._session, [product for product, row in of if not row.sku])
        await insert_all(
            self._session,
            Variant,
            [
                {
                    "product_id": product,
                    "sku": row.sku or free[product],
                    "barcode": row.barcode,
                    "price_minor": row.price,
                    "cost_minor": row.cost,
                    "currency": currency,
                    "exclusive": row.pieces <= 1,
                }
                for product, row in of
            ],
        )
        variants = await reads.variants(self._session, products)
        fresh = [(variants[product], row) for product, row in of]
        counts = [
            (variant, places[where.casefold()] if where else default, count)
            for variant, row in fresh
            for where, count in (row.counts or {row.place: 0}).items()
        ]
        await self._open([(variant, place) for variant, place, _ in counts])
        await stock.change_each(
            self._session,
            [(v, int(at), count, f"import:{self._import}:{v}@{at}") for v, at, count in counts if count],
            "listed",
            self._now,
            actor=self._actor,
        )
        for variant, _ in fresh:
            self._note(variant, "new", None, None)

    async def _products(self, rows: Sequence[Row], shelves: Mapping[str, CategoryId]) -> list[ProductId]:
        """Numbered in one statement, then described: a database that tells numbers in order takes rows one by one."""
        bare = {"kind": "ordinary", "state": "dropped", "language": "ru", "draft_quantity": 0, "certificate": False}
        numbered = insert(Product.__table__).returning(Product.__table__.c.id)  # type: ignore[arg-type]
        made = await self._session.execute(numbered, [bare | {"created_at": self._now}] * len(rows))
        products = sorted(ProductId(number) for number in made.scalars())
        described = [
            {
                "of": product,
                "kind": "one_of_a_kind" if row.pieces <= 1 else "ordinary",
                "state": "hidden" if row.hidden else "listed",
                "category_id": shelves.get((row.category or "").casefold()),
                "size": row.size,
                "year": row.year,
                "draft_quantity": row.pieces,
                "language": _first(row),
                "author_id": self._actor,
                "listed_at": self._now,
            }
            for product, row in zip(products, rows, strict=True)
        ]
        own: Any = {name: bindparam(name) for name in described[0] if name != "of"}
        await (await self._session.connection()).execute(
            update(Product).where(Product.id == bindparam("of")).values(own), described
        )
        return products

    async def count(self, counted: Sequence[tuple[VariantId, Difference]]) -> None:
        """So many there were when the file was looked at; what has moved since moves on from there."""
        if not counted:
            return
        where = [(variant, each.place) for variant, each in counted if each.place is not None]
        await self._open(where)
        there = await self._locked([variant for variant, _ in where])
        since = await reads.moved_since(self._session, [variant for variant, _ in where], self._seen_at)
        rows, short = [], []
        for variant, each in counted:
            place = each.place or LocationId(0)
            now_there = there.get((variant, place), 0)
            wanted = max(int(each.after or 0) + since.get((variant, place), 0), 0)
            rows.append((int(variant), int(place), wanted - now_there, f"import:{self._import}:{variant}@{place}"))
            short.append((variant, each.sku))
            self._note(variant, "count", now_there, wanted, place)
        await stock.change_each(self._session, rows, "count", self._now, actor=self._actor, occurred_at=self._seen_at)
        await settle(self._session, short, f"import:{self._import}", self._now)

    async def finish(self) -> None:
        """What was changed is written down."""
        await insert_all(self._session, ImportChange, self._noted)

    def _note(self, variant: VariantId, what: str, before: Any, after: Any, place: int | None = None) -> None:
        told = [None if each is None else str(each) for each in (before, after)]
        row = {"import_id": self._import, "variant_id": variant, "location_id": place, "what": what}
        self._noted.append({**row, "before": told[0], "after": told[1]})

    async def _open(self, where: Sequence[tuple[VariantId, LocationId | None]]) -> None:
        zero = dict.fromkeys(("on_hand", "unavailable", "allocated", "reserved", "incoming"), 0)
        rows = [
            {"variant_id": variant, "location_id": place, "changed_at": self._now, "version": 0, **zero}
            for variant, place in sorted(set(where), key=str)
        ]
        if rows:
            opened = dialect_insert(self._session, StockLevel).on_conflict_do_nothing()
            await (await self._session.connection()).execute(opened, rows)

    async def _locked(self, variants: Sequence[VariantId]) -> dict[tuple[int, int], int]:
        found: dict[tuple[int, int], int] = {}
        ordered = sorted(set(variants))
        for start in range(0, len(ordered), reads.AT_ONCE):
            rows = await self._session.execute(
                select(StockLevel.variant_id, StockLevel.location_id, StockLevel.on_hand)
                .where(StockLevel.variant_id.in_(ordered[start : start + reads.AT_ONCE]))
                .order_by(StockLevel.variant_id, StockLevel.location_id)
                .with_for_update()
            )
            found |= {(row[0], row[1]): row[2] for row in rows}
        return found

    async def _prices(self, differences: Sequence[Difference], works: Mapping[str, Known]) -> None:
        if not differences:
            return
        rows = []
        for each in differences:
            work, before, after = works[each.sku], int(each.before or 0), int(each.after or 0)
            # a price that is put right again is no discount: nobody hears of it
            lower = after < before and not work.hidden and not self._back
            old = before if lower else work.old_price if self._back else None
            rows.append({"of": work.variant, "price": after, "old": old})
            if old != work.old_price and not self._back:
                self._note(work.variant, "old_price", work.old_price, old)
            if lower:
                await waiting.note_price(self._session, work.variant, before, after, self._now)
        changed = update(Variant).where(Variant.id == bindparam("of"))
        await (await self._session.connection()).execute(
            changed.values(price_minor=bindparam("price"), old_price_minor=bindparam("old")), rows
        )

    async def _fields(
        self,
        table: type[Product] | type[Variant],
        what: str,
        differences: Sequence[Difference],
        works: Mapping[str, Known],
        shelves: Mapping[str, CategoryId] | None = None,
    ) -> None:
        name = {"category": "category_id", "hidden": "state", "old_price": "old_price_minor", "cost": "cost_minor"}.get(
            what, what
        )
        rows = []
        for each in differences:
            if each.what == what:
                of = works[each.sku].variant if table is Variant else works[each.sku].product
                rows.append({"of": of, "to": _stored(what, each.after, shelves or {})})
        if rows:
            changed = update(table).where(table.id == bindparam("of")).values({name: bindparam("to")})
            await (await self._session.connection()).execute(changed, rows)

    async def _texts(self, differences: Sequence[Difference], works: Mapping[str, Known]) -> None:
        said: dict[tuple[int, str], dict[str, Any]] = {}
        for each in differences:
            work, (what, language) = works[each.sku], each.what.split(":")
            own: Mapping[str, Any] = next((text for of, text in work.texts.items() if of == language), {})
            said.setdefault((work.product, language), {name: own.get(name) for name in _TEXTS})[what] = each.after
        rows = [
            {"product_id": product, "language": of, **text} for (product, of), text in said.items() if text["title"]
        ]
        for product, of in (key for key, text in said.items() if not text["title"]):
            # taken back: that language said nothing before
            gone = delete(ProductText).where(ProductText.product_id == product, ProductText.language == of)
            await self._session.execute(gone)
        if rows:
            statement = dialect_insert(self._session, ProductText)
            kept = {name: getattr(statement.excluded, name) for name in _TEXTS}
            await self._session.execute(
                statement.on_conflict_do_update(index_elements=["product_id", "language"], set_=kept), rows
            )

    async def _shelves(self, paths: Sequence[str], language: Language) -> dict[str, CategoryId]:
        """The category of each `Paintings / Oil`; what is lacking is made."""
        known = {
            path.casefold(): CategoryId(each)
            for each, path in (await reads.shelf_titles(self._session, language)).items()
        }
        for path in sorted(set(paths)):
            above: CategoryId | None = None
            parts: list[str] = []
            for title in (part.strip() for part in path.split(" / ")):
                parts.append(title)
                key = " / ".join(parts).casefold()
                if title and key not in known:
                    known[key] = await catalogue.add_category(self._session, {language: title[:100]}, above)
                above = known.get(key, above)
            if above is not None:
                known[path.casefold()] = above
        return known


def _stored(what: str, after: Any, shelves: Mapping[str, CategoryId]) -> Any:
    if what == "category":
        return shelves.get(str(after or "").casefold())
    if what == "hidden":
        return "hidden" if after else "listed"
    return after


def _first(row: Row) -> Language:
    """The language of a new work: the one with a title."""
    return next(language for language, said in row.texts.items() if "title" in said)


def _told(product: int, row: Row) -> list[dict[str, Any]]:
    return [
        {"product_id": product, "language": language, **{name: said.get(name) for name in _TEXTS}}
        for language, said in row.texts.items()
        if "title" in said
    ]


async def settle(session: AsyncSession, counted: Sequence[tuple[VariantId, str]], cause: str, now: datetime) -> None:
    """Fewer than what is promised is believed: a conflict opens; where nothing is missing any more it closes."""
    enough: set[int] = set()
    for start in range(0, len(counted), reads.AT_ONCE):
        some = counted[start : start + reads.AT_ONCE]
        left = await stock_reads.availability(session, [variant for variant, _ in some])
        for variant, sku in some:
            if left[variant].available < 0:
                short = -left[variant].available
                await stock.open_conflict(session, variant, sku, short, cause=f"{cause}:{variant}", now=now)
            else:
                enough.add(variant)
    for start in range(0, len(enough), reads.AT_ONCE):
        await stock.settle_conflicts(session, set(sorted(enough)[start : start + reads.AT_ONCE]), now, "counted")
