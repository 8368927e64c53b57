"""How is the last thing taken back? By the newest line of the journal about it, once, and only if it still stands."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncSession

from bot.basics.ids import CustomerId, LocationId, ProductId
from bot.shop.catalogue import reads as catalogue
from bot.shop.catalogue import writes as works
from bot.shop.catalogue.values import Visibility
from bot.shop.inventory import writes as inventory
from bot.shop.journal import reads as journal
from bot.shop.journal.values import Line
from bot.shop.journal.writes import note
from bot.shop.pickup import reads as pickup
from bot.shop.pickup import writes as places
from bot.shop.stock import writes as stock
from bot.shop.undo.errors import ChangedSince, TooLateToUndo
from bot.shop.undo.values import ABOUT, UNDO_WITHIN, Undoable
from bot.storage.database import Database


@dataclass(frozen=True, slots=True)
class Undo:
    """↩️ of what somebody has just done."""

    database: Database

    async def undo(self, what: Undoable, subject: int, by: CustomerId) -> None:
        """As it was before. Only by whoever did it, within 15 minutes, once, and if nothing has changed it since.

        Raises TooLateToUndo, ChangedSince.
        """
        async with self.database.transaction() as session:
            now = self.database.clock.now()
            line = await journal.newest(session, ABOUT[what], subject)
            if line is None or line.what != what or line.actor != by:
                raise ChangedSince
            if now - line.at > UNDO_WITHIN:
                raise TooLateToUndo
            await self._back(session, what, subject, line, by, now)
            await note(
                session,
                "undone",
                line.subject,
                before=line.after,
                after=line.before,
                by=by,
                about=ABOUT[what],
                about_id=subject,
                now=now,
            )

    async def _back(
        self, session: AsyncSession, what: Undoable, subject: int, line: Line, by: CustomerId, now: datetime
    ) -> None:
        """Compare with what the journal says it became, then set what it was. Raises ChangedSince."""
        product = ProductId(subject)
        match what:
            case Undoable.PRICE:
                card = await catalogue.card(session, product, "ru")
                if f"{card.price.minor} {card.price.currency}" != line.after:
                    raise ChangedSince
                await works.set_price(session, product, int(line.before.split()[0]), keep_old=False)
                await stock.owe_changed(session, [card.variant], now)
            case Undoable.HIDDEN | Undoable.DROPPED:
                was, became = Visibility(line.before), Visibility(line.after)
                if not await works.change_state(session, product, now, of=(became,), to=was):
                    raise ChangedSince
                if what is Undoable.HIDDEN:
                    variant = (await catalogue.card(session, product, "ru")).variant
                    await stock.owe_changed(session, [variant], now)
                    await stock.owe_freed(session, [variant], now)
            case Undoable.WRITTEN_OFF:
                card = await catalogue.card(session, product, "ru")
                pieces, place = (int(each) for each in line.before.split("@"))
                await inventory.adjust(
                    session,
                    card.variant,
                    card.sku,
                    LocationId(place),
                    pieces,
                    cause=f"undo:{line.id}",
                    actor=by,
                    now=now,
                    occurred_at=now,
                )
            case Undoable.PLACE_CLOSED:
                if (await pickup.get(session, LocationId(subject))).is_pickup:
                    raise ChangedSince
                await places.open_again(session, LocationId(subject))
