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
