"""What do the buttons of the seller's desk carry?"""

from aiogram.filters.callback_data import CallbackData

from bot.telegram.seller.callbacks import Id


class PileOpen(CallbackData, prefix="dk"):
    """What waits of one kind, after the one with that key."""

    pile: str
    after: Id = 0


class ConflictClose(CallbackData, prefix="dx"):
    """✅ a sale of an unknown SKU has been dealt with."""

    conflict: Id
