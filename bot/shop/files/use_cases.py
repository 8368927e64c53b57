"""How is a file taken in after a look, taken back, or made?"""

import asyncio
import hashlib
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from sqlalchemy.ext.asyncio import AsyncSession

from bot.basics.ids import CustomerId, LocationId, VariantId
from bot.basics.languages import Language
from bot.basics.sheets import Table
from bot.shop.files import reads, rules, writes
from bot.shop.files.errors import ImportOver, NoSuchImport, NothingToImport
from bot.shop.files.values import Difference, Kept, Kind, Known, Plan, Problem, Row, Undone
from bot.shop.stock import writes as stock
from bot.storage.database import Database

_FEW: Final = 10
_NUMBERS: Final = ("price", "old_price", "cost", "year", "hidden", "count")


@dataclass(frozen=True, slots=True)
class Imports:
    """Files of works and counts that somebody has sent. `language` is that of columns that name none."""

    database: Database
    language: Language
    currency: str

    async def look(self, name: str, data: bytes, table: Table, actor: CustomerId | None) -> tuple[Kept, Plan]:
        """What the file would do; it is kept until it is applied or dropped. Raises NoSuchColumns."""
        now, digest = self.database.clock.now(), hashlib.sha256(data).hexdigest()
        # a long file takes a second or two of counting: buyers are served meanwhile
        rows, problems = await asyncio.to_thread(rules.read, table, self.language, self.currency)
        packed = await asyncio.to_thread(writes.packed, rows)
        async with self.database.reading() as session:
            plan = await self._plan(session, rows, problems)
            before = await reads.applied_before(session, digest)
        async with self.database.transaction() as session:
            kept = await writes.keep(session, name, digest, packed, actor, now)
        return Kept(kept, name[:200], "planned", now, None, before), plan

    async def apply(self, wanted: int, actor: CustomerId | None) -> Plan:
        """Do it, by what the shop has now; sold meanwhile stays sold. What was done.

        Raises NoSuchImport, ImportOver, NothingToImport.
        """
        now = self.database.clock.now()
        async with self.database.transaction() as session:
            kept, packed = await self._kept(session, wanted)
            # first of all: of two who press ✅ at once one waits here, and finds that it is done
            if packed is None or not await writes.move(session, wanted, "planned", "applied", now):
                raise ImportOver
            rows = writes.unpacked(packed)
            places, default = await reads.places(session)
            known = await reads.known(session, [row.sku for row in rows], self.language)
            plan = await self._plan(session, rows, [], known)
            if not plan.differences and not plan.new:
                raise NothingToImport
            applying = writes.Applying(session, wanted, actor, kept.received_at, now)
            await applying.change(plan.differences, known, self.language)
            await applying.add(plan.new, places, default, self.language, self.currency)
            await applying.finish()
        return plan

    async def drop(self, wanted: int) -> None:
        """❌: it was only looked at. Twice is once. Raises NoSuchImport, ImportOver."""
        async with self.database.transaction() as session:
            kept, _ = await self._kept(session, wanted)
            moved = await writes.move(session, wanted, "planned", "dropped", self.database.clock.now())
            if not moved and kept.state != "dropped":
                raise ImportOver

    async def undo(self, wanted: int, actor: CustomerId | None) -> Undone:
        """Everything as it was before, but for what has changed again since. Twice is once.

        New works are hidden. Raises NoSuchImport, ImportOver for one that was never applied.
        """
        now = self.database.clock.now()
        async with self.database.transaction() as session:
            kept, _ = await self._kept(session, wanted)
            if kept.state != "applied" or not await writes.move(session, wanted, "applied", "undone", now):
                raise ImportOver
            changes = await reads.changes(session, wanted)
            names = await reads.skus(session, sorted({each[0] for each in changes}))
            known = await reads.known(session, list(names.values()), self.language)
            counted = await reads.counted_since(session, sorted(names), kept.applied_at)
            back, counts, stayed = _back(changes, names, known, counted)
            await writes.Applying(session, wanted, actor, now, now, back=True).change(back, known, self.language)
            rows = [
                (variant, place, by, f"import:{wanted}:undo:{variant}@{place}") for variant, place, by in counts if by
            ]
            await stock.change_each(session, rows, "adjust", now, actor=actor)
            about = [(VariantId(variant), names[variant]) for variant, *_ in counts]
            await writes.settle(session, about, f"import:{wanted}:undo", now)
        works = {each.sku for each in back} | {names[variant] for variant, *_ in counts}
        return Undone(len(works), tuple(sorted(stayed))[:_FEW])

    async def _kept(self, session: AsyncSession, wanted: int) -> tuple[Kept, bytes | None]:
        found = await reads.file(session, wanted)
        if found is None:
            raise NoSuchImport
        return found

    async def _plan(
        self,
        session: AsyncSession,
        rows: Sequence[Row],
        problems: Sequence[Problem],
        known: Mapping[str, Known] | None = None,
    ) -> Plan:
        if known is None:
            known = await reads.known(session, [row.sku for row in rows], self.language)
        places, default = await reads.places(session)
        taken = await reads.taken(session, [row.sku for row in rows if row.sku.casefold() not in known])
        return rules.plan(rows, problems, known, places, default, await reads.on_the_books(session), taken)


@dataclass(frozen=True, slots=True)
class Exports:
    """What the shop knows, as rows of a file."""

    database: Database

    async def table(self, kind: Kind, language: Language) -> list[list[Any]]:
        """The names of the columns, then the rows; times in UTC, money in whole units of the currency."""
        async with self.database.reading() as session:
            match kind:
                case Kind.STOCK:
                    rows = await reads.stock_rows(session, language)
                case Kind.PRODUCTS:
                    rows = await reads.product_rows(session, language)
                case Kind.ORDERS:
                    rows = await reads.order_rows(session)
                case Kind.CUSTOMERS:
                    rows = await reads.customer_rows(session)
        return [list(rules.head(kind, language)), *rows]


def _back(
    changes: Sequence[tuple[int, int | None, str, str | None, str | None]],
    names: Mapping[int, str],
    known: Mapping[str, Known],
    counted: Collection[tuple[int, int]],
) -> tuple[list[Difference], list[tuple[int, int, int]], set[str]]:
    """(differences, (variant, place, by) of counts, SKU of what has changed again since)."""
    back: list[Difference] = []
    counts: list[tuple[int, int, int]] = []
    stayed: set[str] = set()
    for variant, place, what, before, after in changes:
        work = known.get(names[variant].casefold())
        if work is None:
            stayed.add(names[variant])
        elif what == "new":
            back.append(Difference(work.sku, "hidden", int(work.hidden), 1))
        elif what == "count":
            by = int(before or 0) - int(after or 0)
            there = work.on_hand.get(LocationId(place or 0), 0)
            if there + by < 0 or (variant, place or 0) in counted:
                stayed.add(work.sku)
            else:
                counts.append((variant, place or 0, by))
        elif _now(work, what) == _typed(what, after):
            back.append(Difference(work.sku, what, _typed(what, after), _typed(what, before)))
        elif what != "old_price":
            stayed.add(work.sku)
    # what is struck goes with the price beside it
    priced = {each.sku for each in back if each.what == "price"}
    return [each for each in back if each.what != "old_price" or each.sku in priced], counts, stayed


def _now(work: Known, what: str) -> Any:
    if ":" in what:
        name, language = what.split(":")
        return next((text.get(name) for of, text in work.texts.items() if of == language), None)
    value = getattr(work, what)
    return int(value) if isinstance(value, bool) else value


def _typed(what: str, value: str | None) -> Any:
    return int(value) if value is not None and what in _NUMBERS else value
