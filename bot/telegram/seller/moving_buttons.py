"""What do the buttons of moving pieces carry?"""

from typing import Annotated

from aiogram.filters.callback_data import CallbackData
from pydantic import Field

from bot.telegram.seller.callbacks import Id, Moment

Pieces = Annotated[int, Field(ge=1, le=999_999)]
Where = Annotated[int, Field(ge=0, le=999_999_999)]
"""A place: a shop has few, and a button has 64 bytes."""


class MoveAsk(CallbackData, prefix="mv"):
    """➡️ from where, to where, how many? 0: not said yet."""

    product: Id
    of: Where = 0
    to: Where = 0


class MoveDo(CallbackData, prefix="md"):
    """➡️ so many. `once`: of the screen it stands on, so that a double tap moves once."""

    product: Id
    of: Where
    to: Where
    n: Pieces
    once: Moment


class FairsOpen(CallbackData, prefix="fz"):
    """🧳 fairs to come, and reports of those that have been, older than that trip."""

    before: Id = 0


class FairOpen(CallbackData, prefix="fh"):
    """🧳 how it stands at that fair."""

    place: Where


class FairPack(CallbackData, prefix="fk"):
    """🧳 what to take there, below that work."""

    place: Where
    before: Id = 0


class FairTick(CallbackData, prefix="ft"):
    """☑️ so many of one work (0: none), on the page below that one."""

    place: Where
    variant: Id
    n: Annotated[int, Field(ge=0, le=999_999)] = 0
    before: Id = 0


class FairAll(CallbackData, prefix="fw"):
    """☑️ every free piece of the works on that page."""

    place: Where
    before: Id = 0


class FairFrom(CallbackData, prefix="fm"):
    """📍 from another place; 0: which one?"""

    place: Where
    home: Where = 0


class FairTake(CallbackData, prefix="fy"):
    """✅ all that is ticked goes there."""

    place: Where


class FairHome(CallbackData, prefix="fj"):
    """🏠 everything that is left goes home."""

    place: Where


class FairReport(CallbackData, prefix="fr"):
    """📄 what a fair has brought."""

    trip: Id
