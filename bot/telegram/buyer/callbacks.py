"""What do a buyer's buttons carry? Ids only: they live for years in chats and posts, and may be forged."""

from enum import StrEnum
from typing import Annotated, Final, Literal

from aiogram.filters.callback_data import CallbackData
from pydantic import Field

from bot.shop.orders.values import PayWay

MAX_ID: Final = 2**63 - 1
Id = Annotated[int, Field(ge=0, le=MAX_ID)]
"""What the databases can count to; a forged number beyond it is no button of ours."""


class HomeOpen(CallbackData, prefix="h"):
    """🏠"""


class ShelfOpen(CallbackData, prefix="s"):
    """🛍 a page of works: of a category (0: all), after or before one work (0: the first page)."""

    category: Id = 0
    after: Id = 0
    before: Id = 0


class ShelvesOpen(CallbackData, prefix="sh"):
    """🗂 the categories on a shelf (0: the top)."""

    parent: Id = 0


class CardOpen(CallbackData, prefix="p"):
    """🖼 a work; which of its photos."""

    product: Id
    photo: Id = 0


class Buy(CallbackData, prefix="b"):
    """⚡"""

    product: Id


class SearchAsk(CallbackData, prefix="qs"):
    """🔎 what to look for?"""


class SearchOpen(CallbackData, prefix="q"):
    """Results on show: from a work on (`way` a), after it (n), before it (b); the first page at 0.

    `tail`: the work stands among those whose titles do not say it.
    """

    search: Id
    product: Id = 0
    tail: bool = False
    way: Literal["a", "n", "b"] = "a"


class FoundOpen(CallbackData, prefix="qf"):
    """🖼 a work that was found, and the first one of its page (0: the first page), to come back to."""

    search: Id
    product: Id
    first: Id = 0
    tail: bool = False


class CartOpen(CallbackData, prefix="c"):
    """🛒"""


class CartAdd(CallbackData, prefix="ca"):
    """➕ on a card."""

    product: Id


class CartMore(CallbackData, prefix="cm"):
    """➕ in the cart. Lines of the cart are named by variant: a work may have left the catalogue meanwhile."""

    variant: Id


class CartLess(CallbackData, prefix="cl"):
    """➖"""

    variant: Id


class CartRemove(CallbackData, prefix="cr"):
    """🗑"""

    variant: Id


class CartCheckout(CallbackData, prefix="cc"):
    """✅ in the cart."""


class CartRest(CallbackData, prefix="ce"):
    """✅ what can be had now; the rest stays."""


class CartTidy(CallbackData, prefix="ct"):
    """🗑 all that is gone."""


class CartInstead(CallbackData, prefix="ci"):
    """🛍 what is like a line that is gone."""

    variant: Id


class CartSwap(CallbackData, prefix="cs"):
    """➕ another work in the place of a line."""

    variant: Id
    instead: Id


class CheckoutOpen(CallbackData, prefix="kg"):
    """➡️ or 💳: go on where the checkout stands."""

    order: Id


class PlaceChosen(CallbackData, prefix="kp"):
    """📍"""

    order: Id
    location: Id


class PlacesOpen(CallbackData, prefix="ko"):
    """📍 choose another."""

    order: Id


class PlacesPage(CallbackData, prefix="ku"):
    """📍 ◀️ ▶️ a page of places to choose from."""

    order: Id
    page: Id = 0


class NearAsk(CallbackData, prefix="kl"):
    """🧭 where does the buyer look from?"""

    order: Id


class SlotChosen(CallbackData, prefix="ks"):
    """🕒 seconds since 1970, UTC."""

    order: Id
    at: Id


class SlotsOpen(CallbackData, prefix="kt"):
    """🕒 choose another; a page of days."""

    order: Id
    page: Id = 0


class Pay(CallbackData, prefix="ky"):
    """💳 or 🤝, which confirms."""

    order: Id
    way: PayWay


class WrapToggle(CallbackData, prefix="kw"):
    """🎁 wrapped, or no longer."""

    order: Id
    on: bool


class NoteAsk(CallbackData, prefix="kn"):
    """✍️ a few words to the artist; `drop`: none."""

    order: Id
    drop: bool = False


class RememberAsk(CallbackData, prefix="xr"):
    """💾 what would be kept of this purchase, and what for?"""

    order: Id


class RememberSet(CallbackData, prefix="xv"):
    """💾 agreed, or no longer."""

    order: Id
    on: bool


class PhoneAsk(CallbackData, prefix="xp"):
    """📞 another number."""

    order: Id


class ChoiceForget(CallbackData, prefix="xf"):
    """🗑 what was kept of former purchases."""


class CheckoutCancel(CallbackData, prefix="kx"):
    """❌ before anything is owed."""

    order: Id


class PaidCheck(CallbackData, prefix="kc"):
    """🔄 the buyer says it is paid."""

    order: Id


class OrdersOpen(CallbackData, prefix="o"):
    """📦 one's own orders, before one of them (0: the newest)."""

    before: Id = 0


class OrderOpen(CallbackData, prefix="oo"):
    """📦 one order."""

    order: Id


class OrderCode(CallbackData, prefix="oq"):
    """The hand-over code as a QR picture."""

    order: Id


class OrderCancel(CallbackData, prefix="ox"):
    """❌ of a placed order; asked once whether it is meant."""

    order: Id
    sure: bool = False


class OrdersLeaf(CallbackData, prefix="ol"):
    """📦 ▶️ one's own orders after one of them, which is open or over."""

    after: Id
    ended: bool


class CancelReason(StrEnum):
    """Why a buyer steps back, if he says so."""

    CHANGED_MIND = "mind"
    TOO_LONG = "long"
    OTHER = "other"


class OrderCancelFor(CallbackData, prefix="or"):
    """❌ with a reason; it confirms."""

    order: Id
    reason: CancelReason


class AskAbout(CallbackData, prefix="qa"):
    """💬 about an order, a work or (neither) the shop; `like`: one like that work."""

    order: Id = 0
    product: Id = 0
    like: bool = False


class TalkOpen(CallbackData, prefix="qo"):
    """📖 a page of one's conversation, before or after one of its messages (0: the newest)."""

    talk: Id
    before: Id = 0
    after: Id = 0


class TalkGoOn(CallbackData, prefix="qg"):
    """💬 more of it."""

    talk: Id


class TalkLeave(CallbackData, prefix="qx"):
    """❌ nothing to say now."""


class ReturnAsk(CallbackData, prefix="ra"):
    """↩️ of an order that has been handed over."""

    order: Id


class OrderAgain(CallbackData, prefix="oa"):
    """🔁"""

    order: Id


class LanguageChosen(CallbackData, prefix="l"):
    """🌐 empty: which ones there are."""

    code: str = ""


class InfoOpen(CallbackData, prefix="i"):
    """help, privacy, terms, paysupport."""

    topic: str


class DataExport(CallbackData, prefix="de"):
    """📄 everything that is kept about me."""


class DataErase(CallbackData, prefix="dx"):
    """🧹 of everything that names me; asked once whether it is meant."""

    sure: bool = False
