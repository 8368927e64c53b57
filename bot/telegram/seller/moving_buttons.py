"""What do the buttons of moving pieces carry?"""

from typing import Annotated

from aiogram.filters.callback_data import CallbackData
from pydantic import Field

from bot.telegram.seller.callbacks import Id, Moment

Pieces = Annotated[int, Field(ge=1, le=10**6)]


class MoveAsk(CallbackData, prefix="mv"):
    """➡️ from where, to where, how many? 0: not said yet."""

    product: Id
    of: Id = 0
    to: Id = 0


class MoveDo(CallbackData, prefix="md"):
    """➡️ so many. `once`: of the screen it stands on, so that a double tap moves once."""

    product: Id
    of: Id
    to: Id
    n: Pieces
    once: Moment


class FairsOpen(CallbackData, prefix="fz"):
    """🧳 fairs to come, and reports of those that have been, older than that trip."""

    before: Id = 0


class FairOpen(CallbackData, prefix="fh"):
    """🧳 how it stands at that fair."""

    place: Id


class FairPack(CallbackData, prefix="fk"):
    """🧳 what to take there, below that work."""

    place: Id
    before: Id = 0


class FairTick(CallbackData, prefix="ft"):
    """☑️ so many of one work (0: none), on the page below that one."""

    place: Id
    variant: Id
    n: Annotated[int, Field(ge=0, le=10**6)] = 0
    before: Id = 0


class FairAll(CallbackData, prefix="fw"):
    """☑️ every free piece of the works on that page."""

    place: Id
    before: Id = 0


class FairFrom(CallbackData, prefix="fm"):
    """📍 from another place; 0: which one?"""

    place: Id
    home: Id = 0


class FairTake(CallbackData, prefix="fy"):
    """✅ all that is ticked goes there."""

    place: Id


class FairHome(CallbackData, prefix="fj"):
    """🏠 everything that is left goes home."""

    place: Id


class FairReport(CallbackData, prefix="fr"):
    """📄 what a fair has brought."""

    trip: Id
