"""How is it decided who gets a piece that was sold here and elsewhere?"""

from dataclasses import dataclass
from typing import Any

from bot.basics.ids import CustomerId, OrderId
from bot.basics.languages import Language
from bot.shop.conflicts import reads, rules, writes
from bot.shop.conflicts.errors import ConflictChanged, ConflictOver
from bot.shop.conflicts.values import Case, Ending
from bot.shop.outbox.writes import tell_sellers
from bot.storage.database import Database


@dataclass(frozen=True, slots=True)
class Conflicts:
    """Three ways out of a conflict, and one that comes by itself."""

    database: Database

    async def case(self, conflict: int, language: Language) -> Case:
        """As it is now, with both sides of it. Raises NoSuchConflict."""
        async with self.database.reading() as session:
            return await reads.case(session, conflict, language)

    async def have_more(self, conflict: int, pieces: int, seen: int, actor: CustomerId) -> None:
        """There are so many more than the books say; `seen`: the mark of the conflict when the seller looked.

        Raises NoSuchConflict, ConflictOver, ConflictChanged.
        """
        now = self.database.clock.now()
        async with self.database.transaction() as session:
            about = await writes.hold_still(session, conflict)
            if about.mark != seen or not 0 < pieces <= about.lacking:
                raise ConflictChanged
            await writes.find_more(session, about, pieces, actor, now)

    async def cancel_there(self, conflict: int, seen: int, actor: CustomerId) -> None:
        """The sale elsewhere that opened this conflict does not stand; the seller cancels it there himself.

        Raises NoSuchConflict, ConflictOver, ConflictChanged.
        """
        now = self.database.clock.now()
        async with self.database.transaction() as session:
            about = await writes.hold_still(session, conflict)
            if about.mark != seen or not about.external_order:
                raise ConflictChanged
            await writes.cancel_there(session, about, actor, now)

    async def refund_here(self, conflict: int, order: OrderId, actor: CustomerId) -> int:
        """That order gives way: it ends, and what was paid goes back. Minor units on their way.

        Raises NoSuchConflict, ConflictOver, ConflictChanged when the order is not one of those, or was sent.
        """
        now = self.database.clock.now()
        async with self.database.transaction() as session:
            about = await writes.hold_still(session, conflict, [order])
            behind = await reads.behind(session, about.variant) if about.variant else ()
            chosen = [each for each in behind if each.order == order and not each.sent]
            if not chosen or not about.missing:
                raise ConflictChanged
            return await writes.give_back(session, about, chosen, actor, Ending.REFUNDED, now)

    async def fall_due(self, conflict: int) -> None:
        """The deadline is here and nobody has chosen: the newest orders give way, and the sellers are told.

        Twice is once. Where nothing here can give way, the sellers are reminded.
        """
        now = self.database.clock.now()
        async with self.database.transaction() as session:
            first = await reads.standing(session, conflict)
            if not first.is_open or first.variant is None or (first.deadline and now < first.deadline):
                return
            locked = {each.order for each in rules.overdue(first, await reads.behind(session, first.variant))}
            try:
                about = await writes.hold_still(session, conflict, locked)
            except ConflictOver:
                return
            behind = await reads.behind(session, first.variant)
            chosen = [each for each in rules.overdue(about, behind) if each.order in locked]
            if chosen:
                await writes.give_back(session, about, chosen, None, Ending.OVERDUE, now)
                numbers = ", ".join(each.number for each in chosen)
                await tell_sellers(
                    session, "conflict_over", f"due:{conflict}", now=now, conflict=conflict, orders=numbers
                )
            else:
                told: Any = {"conflict": conflict, "sku": about.sku, "short": about.lacking}
                await tell_sellers(session, "conflict", f"due:{conflict}", now=now, **told)
