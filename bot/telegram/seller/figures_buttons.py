"""What do the buttons under the figures carry?"""

from typing import Annotated

from aiogram.filters.callback_data import CallbackData
from pydantic import Field

Back = Annotated[int, Field(ge=0, le=400)]
"""How many periods before the one that runs."""


class FiguresOf(CallbackData, prefix="fg"):
    """📊 of a week, month, quarter or year (w, m, q, y); `act`: open, chart or table."""

    act: str
    period: str
    back: Back = 0
