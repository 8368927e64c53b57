"""What do the buttons of delivery carry? Ids only, as all of a buyer's do."""

from aiogram.filters.callback_data import CallbackData

from bot.shop.orders.values import PayWay
from bot.telegram.buyer.callbacks import Id


class WayChosen(CallbackData, prefix="kv"):
    """🚚 📦"""

    order: Id
    way: Id


class AddressAsk(CallbackData, prefix="ka"):
    """✏️ another address."""

    order: Id


class PriceAsk(CallbackData, prefix="kq"):
    """📨 what does it cost?"""

    order: Id


class OfferTake(CallbackData, prefix="kz"):
    """✅ that quote, and how it is paid."""

    order: Id
    version: Id
    way: PayWay


class CollectInstead(CallbackData, prefix="kh"):
    """📍 no delivery after all."""

    order: Id


class ParcelHere(CallbackData, prefix="kr"):
    """✅ it has arrived."""

    order: Id
