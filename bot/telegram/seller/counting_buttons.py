"""What do the buttons of a count by cards carry?"""

from datetime import UTC, datetime, timedelta
from typing import Annotated, Final

from aiogram.filters.callback_data import CallbackData
from pydantic import Field

from bot.telegram.seller.callbacks import Id

_BEGIN: Final = datetime(1970, 1, 1, tzinfo=UTC)
_STEP: Final = timedelta(milliseconds=1)
Pieces = Annotated[int, Field(ge=0, le=999_999)]
Exactly = Annotated[int, Field(ge=0, le=10**13 - 1)]
"""Milliseconds since 1970, UTC: two sales can fall into one second, and a count stands before or after each."""


def exactly(moment: datetime) -> int:
    """Rounded up: what the card had read already is not taken off once more."""
    return -((_BEGIN - moment) // _STEP)


def moment_of(told: int) -> datetime:
    return _BEGIN + told * _STEP


class CountOpen(CallbackData, prefix="no"):
    """📋 which place is counted?"""


class CountStart(CallbackData, prefix="ns"):
    """📋 begin there, or go on."""

    place: Id


class CountLook(CallbackData, prefix="nl"):
    """➖ ➕ so many on the card of one work; nothing is kept yet."""

    round: Id
    variant: Id
    n: Pieces


class CountSay(CallbackData, prefix="nw"):
    """✅ there were so many when the card was shown."""

    round: Id
    variant: Id
    n: Pieces
    at: Exactly


class CountTurn(CallbackData, prefix="nt"):
    """⏭ the next after that work that nobody has counted, or ◀️ (`back`) the last counted one before it."""

    round: Id
    variant: Id
    back: bool = False


class CountEnd(CallbackData, prefix="ne"):
    """🏁 what would change."""

    round: Id


class CountApply(CallbackData, prefix="na"):
    """✅ it changes."""

    round: Id


class CountDrop(CallbackData, prefix="nd"):
    """🗑 nothing changes; asked once."""

    round: Id
    sure: bool = False
