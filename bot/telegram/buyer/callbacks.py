"""What do a buyer's buttons carry? Ids only: they live for years in chats and posts, and may be forged."""

from aiogram.filters.callback_data import CallbackData


class HomeOpen(CallbackData, prefix="h"):
    """🏠"""


class ShelfOpen(CallbackData, prefix="s"):
    """🛍 a page of works: of a category (0: all), after or before one work (0: the first page)."""

    category: int = 0
    after: int = 0
    before: int = 0


class ShelvesOpen(CallbackData, prefix="sh"):
    """🗂 the categories on a shelf (0: the top)."""

    parent: int = 0


class CardOpen(CallbackData, prefix="p"):
    """🖼 a work; which of its photos."""

    product: int
    photo: int = 0


class Buy(CallbackData, prefix="b"):
    """⚡"""

    product: int


class CartOpen(CallbackData, prefix="c"):
    """🛒"""


class CartAdd(CallbackData, prefix="ca"):
    """➕ on a card or in the cart."""

    product: int
    in_cart: bool = False


class CartLess(CallbackData, prefix="cl"):
    """➖"""

    product: int


class CartRemove(CallbackData, prefix="cr"):
    """🗑"""

    product: int


class CartCheckout(CallbackData, prefix="cc"):
    """✅ in the cart."""


class PlaceChosen(CallbackData, prefix="kp"):
    """📍"""

    order: int
    location: int


class PlacesOpen(CallbackData, prefix="ko"):
    """📍 choose another."""

    order: int


class SlotChosen(CallbackData, prefix="ks"):
    """🕒 seconds since 1970, UTC."""

    order: int
    at: int


class SlotsOpen(CallbackData, prefix="kt"):
    """🕒 choose another; a page of days."""

    order: int
    page: int = 0


class Pay(CallbackData, prefix="ky"):
    """💳 or 🤝: `online` or `at_pickup`."""

    order: int
    way: str


class CheckoutCancel(CallbackData, prefix="kx"):
    """❌ before anything is owed."""

    order: int


class PaidCheck(CallbackData, prefix="kc"):
    """🔄 the buyer says it is paid."""

    order: int


class OrdersOpen(CallbackData, prefix="o"):
    """📦 one's own orders, before one of them (0: the newest)."""

    before: int = 0


class OrderOpen(CallbackData, prefix="oo"):
    """📦 one order."""

    order: int


class OrderCode(CallbackData, prefix="oq"):
    """The hand-over code as a QR picture."""

    order: int


class OrderCancel(CallbackData, prefix="ox"):
    """❌ of a placed order; asked once whether it is meant."""

    order: int
    sure: bool = False


class OrderAgain(CallbackData, prefix="oa"):
    """🔁"""

    order: int


class LanguageChosen(CallbackData, prefix="l"):
    """🌐 empty: which ones there are."""

    code: str = ""


class InfoOpen(CallbackData, prefix="i"):
    """help, privacy, terms, paysupport."""

    topic: str
