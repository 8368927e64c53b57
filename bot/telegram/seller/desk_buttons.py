"""What do the buttons of the seller's desk carry?"""

from typing import Annotated

from aiogram.filters.callback_data import CallbackData
from pydantic import Field

from bot.shop.conflicts.values import MARK_LIMIT
from bot.telegram.seller.callbacks import Id


class PileOpen(CallbackData, prefix="dk"):
    """What waits of one kind, after the one with that key."""

    pile: str
    after: Id = 0


class ConflictOpen(CallbackData, prefix="do"):
    """⚠️ one conflict, with both sides of it."""

    conflict: Id


class ConflictAct(CallbackData, prefix="da"):
    """A way out: more (so many pieces), there (the sale of that conflict), back (that order, asked once).

    `seen`: how many pieces were lacking when the button was made.
    """

    conflict: Id
    act: str
    n: Id = 0
    seen: Annotated[int, Field(ge=0, le=MARK_LIMIT)] = 0
    sure: bool = False


class ConflictClose(CallbackData, prefix="dc"):
    """✅ a sale of an unknown SKU has been dealt with."""

    conflict: Id


class OrderSearch(CallbackData, prefix="ds"):
    """🔎 what an order is found by is typed next."""


class ReadyTick(CallbackData, prefix="dt"):
    """One of several orders to be made ready, ticked or not: a tap turns it."""

    order: Id
    on: bool


class ReadyMany(CallbackData, prefix="dm"):
    """👌 several: choose them (before one of them), or (`go`) all that are ticked in this message."""

    before: Id = 0
    go: bool = False


class JournalOpen(CallbackData, prefix="jo"):
    """📓 older than that line (0: the newest); of one person, about one kind of thing (its place, from 1)."""

    before: Id = 0
    actor: Id = 0
    about: Id = 0


class JournalSift(CallbackData, prefix="js"):
    """🔎 whose changes, or of what."""


class UndoAct(CallbackData, prefix="un"):
    """↩️ what was done, by the journal's word for it, to the thing of that number."""

    act: str
    subject: Id
