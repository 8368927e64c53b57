"""What do the buttons under the figures carry?"""

from typing import Annotated

from aiogram.filters.callback_data import CallbackData
from pydantic import Field

from bot.telegram.seller.callbacks import Id

Back = Annotated[int, Field(ge=0, le=400)]
"""How many periods before the one that runs."""


class FiguresOf(CallbackData, prefix="fg"):
    """📊 of a week, month, quarter or year (w, m, q, y); `act`: open, chart or table."""

    act: str
    period: str
    back: Back = 0


class FeesOpen(CallbackData, prefix="fs"):
    """💸 what banks and channels take."""


class FeeEdit(CallbackData, prefix="fe"):
    """✏️ the fee of one way of payment, or of one channel."""

    way: str = ""
    channel: Id = 0
