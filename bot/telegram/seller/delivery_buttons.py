"""What do a seller's buttons of delivery carry? Ids only."""

from aiogram.filters.callback_data import CallbackData

from bot.telegram.seller.callbacks import Id


class WayAct(CallbackData, prefix="sw"):
    """A way of delivery: open, edit, turn, receipt, give_up; way 0 with `courier` or `post`: a new one."""

    way: Id = 0
    act: str = "open"
    sure: bool = False


class QuoteTime(CallbackData, prefix="sq"):
    """⏳ how long a price is waited for, or an answer to it: a name of Policies."""

    name: str


class SellerDelivery(CallbackData, prefix="sd"):
    """The delivery of one order: quote, refuse, send, no_track, track, back. Dangerous ones are asked once."""

    order: Id
    act: str
    sure: bool = False
