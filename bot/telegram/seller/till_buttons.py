"""What do the buttons of the till carry?"""

from typing import Annotated

from aiogram.filters.callback_data import CallbackData
from pydantic import Field

from bot.shop.till.values import TillWay
from bot.telegram.seller.callbacks import Id, Moment

Few = Annotated[int, Field(ge=1, le=99)]
"""Pieces sold at once."""


class TillOpen(CallbackData, prefix="tl"):
    """🎪 the works at one place, below that one; no place: where the person sells today."""

    place: Id = 0
    before: Id = 0


class TillPlaces(CallbackData, prefix="tg"):
    """📍 at which place?"""


class TillFind(CallbackData, prefix="tf"):
    """🔎 a few letters of a title or a SKU are typed next."""

    place: Id


class TillWork(CallbackData, prefix="tw"):
    """🖼 how was it paid? So many pieces."""

    place: Id
    product: Id
    n: Few = 1


class TillPay(CallbackData, prefix="tp"):
    """💵 🔁 💳: sold. `once`: of the screen it stands on, so that a double tap is one sale and the next is another."""

    place: Id
    product: Id
    way: TillWay
    n: Few
    once: Moment


class TillPrice(CallbackData, prefix="tc"):
    """✏️ another price is typed next."""

    place: Id
    product: Id


class TillPriced(CallbackData, prefix="tr"):
    """💵 🔁 💳 at the price that was named."""

    sale: Id
    way: TillWay


class TillSure(CallbackData, prefix="ts"):
    """✅ sold all the same, though by the books nothing is left there; otherwise as TillPay."""

    place: Id
    product: Id
    way: TillWay
    n: Few
    once: Moment


class TillPricedSure(CallbackData, prefix="tt"):
    """✅ the same at the price that was named."""

    sale: Id
    way: TillWay


class TillUndo(CallbackData, prefix="tu"):
    """↩️ a mistaken tap."""

    sale: Id
