"""What do a seller's buttons carry? Ids only, as a buyer's do."""

from typing import Annotated, Final

from aiogram.filters.callback_data import CallbackData
from pydantic import Field

_MOMENT: Final = 10**10
MAX_ID: Final = 2**63 - 1
Id = Annotated[int, Field(ge=0, le=MAX_ID)]
"""What the databases can count to; a forged number beyond it is no button of ours."""


Moment = Annotated[int, Field(ge=0, le=_MOMENT)]
"""Seconds since 1970, UTC; 0: now."""
How = Annotated[int, Field(ge=0, le=3)]
"""How a post is made: 1 as an album, 2 instead of the older one, 3 both."""


class DeskOpen(CallbackData, prefix="D"):
    """The seller's desk."""


class DraftAct(CallbackData, prefix="d"):
    """publish, list, edit, category, drop, again (the preview)."""

    product: Id
    act: str


class DraftPrice(CallbackData, prefix="dp"):
    """Which reading of the price is meant, by its place among the choices."""

    product: Id
    choice: Id


class WorkOpen(CallbackData, prefix="w"):
    """A work as its seller sees it."""

    product: Id


class WorkAct(CallbackData, prefix="wa"):
    """publish, hide, show, price, cost, title, care, certify, uncertify, category, count, move, off, low, why."""

    product: Id
    act: str


class CategoryChosen(CallbackData, prefix="wc"):
    """🗂 of a work; 0: a new one."""

    product: Id
    category: Id


class BoardOpen(CallbackData, prefix="B"):
    """📋 the shop's orders in one state (empty: all that is open), before one of them."""

    state: str = ""
    before: Id = 0


class SellerOrder(CallbackData, prefix="so"):
    """One order of the shop: open, begin, ready, hand, refund, refund_goods, part, longer, call_off, talk.

    Dangerous ones are asked once.
    """

    order: Id
    act: str = "open"
    sure: bool = False


class FilesOpen(CallbackData, prefix="fo"):
    """📥 how a file is sent; 📤 `out`: which file is wanted."""

    out: bool = False


class ImportAct(CallbackData, prefix="im"):
    """A file that was looked at: apply, drop, undo. `rows`: how long it is, so that a long one says that it runs."""

    id: Id
    act: str
    rows: Id = 0
    sure: bool = False


class ExportPick(CallbackData, prefix="ex"):
    """📤 stock, products, orders, customers."""

    act: str


class GivenBack(CallbackData, prefix="gb"):
    """✅ this refund has been made by hand."""

    refund: Id


class HandPaid(CallbackData, prefix="hp"):
    """🤲 and how the rest was paid: cash, transfer or card."""

    order: Id
    way: str


class SettingsOpen(CallbackData, prefix="S"):
    """⚙️ or one part of it: places, delivery, terms, showcase."""

    part: str = ""


class PlaceAct(CallbackData, prefix="sp"):
    """A place of collection: open, edit, hours, hours_yes, way, bring, tongues, a language's code, contact, close.

    Location 0 with `add`.
    """

    location: Id = 0
    act: str = "open"
    sure: bool = False


class TermsEdit(CallbackData, prefix="st"):
    """Which rule of the shop is typed next: a name of Policies."""

    name: str


class AddExplain(CallbackData, prefix="N"):
    """🆕 how a work is added."""


class StockOpen(CallbackData, prefix="K"):
    """🏷 a page of works with their counts, after or before one work."""

    after: Id = 0
    before: Id = 0


class FiguresOpen(CallbackData, prefix="F"):
    """📊"""


class CodeAsk(CallbackData, prefix="G"):
    """🤲 whose order is it? A code is typed next."""


class TalksOpen(CallbackData, prefix="Q"):
    """💬 questions that wait, after one of them (0: the longest waiting)."""

    after: Id = 0


class SellerTalk(CallbackData, prefix="qt"):
    """One conversation: open, older or newer than one of its messages, answer, done, files up to one."""

    talk: Id
    act: str = "open"
    at: Id = 0


class HeldAnswer(CallbackData, prefix="qh"):
    """An answer written when a colleague's was out already: send it, or not."""

    spoken: Id
    send: bool


class SellerReturn(CallbackData, prefix="yr"):
    """A request to give an order back: accept, here, decline, back, off, and with its delivery back_all, off_all.

    back and off are asked once.
    """

    order: Id
    act: str
    sure: bool = False


class MismatchCheck(CallbackData, prefix="ym"):
    """🔄 look once more at a payment that does not match its order."""

    order: Id


class PostAsk(CallbackData, prefix="pq"):
    """📣 or 🕒 of a work: when and how is it posted?"""

    product: Id
    how: How = 0


class PostAt(CallbackData, prefix="pt"):
    """📣 🕒 a work at that moment, if its present post is still the one that was seen (0: none)."""

    product: Id
    seen: Id
    at: Moment = 0
    how: How = 0


class PostType(CallbackData, prefix="py"):
    """🕒 another time is typed next."""

    product: Id
    seen: Id
    how: How = 0


class PlansOpen(CallbackData, prefix="pl"):
    """🕒 what is planned."""


class PlanAct(CallbackData, prefix="po"):
    """A planned post or a collection: open, type (another time), cancel."""

    post: Id
    act: str = "open"


class PlanAt(CallbackData, prefix="pm"):
    """🕒 a planned post or a collection at that moment."""

    post: Id
    at: Moment = 0


class CollectionOpen(CallbackData, prefix="pc"):
    """🎴 the collection that is being put together."""


class CollectionPick(CallbackData, prefix="pw"):
    """🖼 in or out of the collection (0: neither), on the page after one work."""

    post: Id
    product: Id = 0
    after: Id = 0


class ChannelsOpen(CallbackData, prefix="xl"):
    """🔗 the other places where the shop sells."""


class ChannelNew(CallbackData, prefix="xn"):
    """➕ a channel of that kind; empty: which kind?"""

    kind: str = ""


class ChannelAct(CallbackData, prefix="xc"):
    """One of them: open, key, hook, resume, off, wipe (this message); key and off are asked once."""

    channel: Id
    act: str = "open"
    sure: bool = False


class WorkChannels(CallbackData, prefix="xw"):
    """🔗 of a work: where it is offered."""

    product: Id


class WorkChannel(CallbackData, prefix="xo"):
    """A work in one channel: open, list, unlist, buffer (of so many pieces), price, common (price)."""

    product: Id
    channel: Id
    act: str = "open"
    n: Annotated[int, Field(ge=0, le=10**6)] = 0


class FrontAct(CallbackData, prefix="pf"):
    """The showcase as a whole: pin, unpin, rule, keep, bare, delete."""

    act: str
