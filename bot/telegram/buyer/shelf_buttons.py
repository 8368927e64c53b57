"""Which buttons lead along shelves, to a page, to a work among its neighbours, and to another way of looking?"""

from collections.abc import Sequence
from enum import StrEnum
from typing import Annotated, Final

from aiogram.filters.callback_data import CallbackData
from aiogram.types import CallbackQuery, InlineKeyboardButton, Message
from pydantic import Field

from bot.basics.ids import ProductId
from bot.shop.browsing.rules import read
from bot.shop.browsing.values import Beside, Choice, Front, Kind, Page, Shelf, Way
from bot.shop.customers.values import Person
from bot.telegram.buyer.callbacks import Id
from bot.telegram.screen import button, grid
from bot.telegram.texts import NBSP, Texts, grouped

PAGE: Final = 20
"""Works on one page of a list: five pages of a hundred works are one tap from the door."""
_TITLED: Final = 8
"""So few stand with their titles, one below the other; more have numbers."""
_NUMBERS_IN_A_ROW: Final = 5
_MOST_PAGES: Final = 24
_PAGES_AT_THE_DOOR: Final = 6
_FAR: Final = (10, 50)
"""Pages to leap over on long shelves."""
Number = Annotated[int, Field(ge=0, le=10**7)]
"""The number of a work on its shelf."""


class PageOpen(CallbackData, prefix="e"):
    """A page of a shelf: from work number `n` on, or `skip` works after or before one work.

    `turn`: 📋 from now on as a list.
    """

    kind: Kind = Kind.ALL
    shelf: Id = 0
    product: Id = 0
    way: Way = Way.AT
    n: Number = 1
    skip: Annotated[int, Field(ge=0, le=1100)] = 0
    turn: bool = False


class WorkBeside(CallbackData, prefix="ew"):
    """🖼 a work among its neighbours, and from which side one comes to it; which of its photos.

    `turn`: 🌄 from now on as pictures.
    """

    kind: Kind
    shelf: Id
    product: Id
    n: Number
    way: Way = Way.AT
    photo: Annotated[int, Field(ge=0, le=99)] = 0
    turn: bool = False


class ShelfEnter(CallbackData, prefix="ee"):
    """A shelf, as the person likes to look."""

    kind: Kind = Kind.ALL
    shelf: Id = 0


class PagesOpen(CallbackData, prefix="ej"):
    """🔢 which page? From the one that begins with this work."""

    kind: Kind
    shelf: Id
    product: Id
    n: Number


class Change(StrEnum):
    """What about the way of looking changes; the letters live in buttons."""

    NOTHING = "o"
    NEWEST = "n"
    CHEAP = "c"
    DEAR = "d"
    FREE = "f"
    BAND = "b"
    RESET = "r"


class LookChange(CallbackData, prefix="ef"):
    """🎚 another order or price."""

    kind: Kind
    shelf: Id
    change: Change = Change.NOTHING
    value: Annotated[int, Field(ge=0, le=99)] = 0


class CollectionsOpen(CallbackData, prefix="ec"):
    """🎴 which collections there are."""


class SimilarOpen(CallbackData, prefix="es"):
    """🎨 works like this one; where it stands on a shelf (0: nowhere) to come back to."""

    product: Id
    kind: Kind = Kind.ALL
    shelf: Id = 0
    n: Number = 0


def of(data: PageOpen | WorkBeside | ShelfEnter | PagesOpen | LookChange | SimilarOpen) -> Shelf:
    """The shelf that a button names."""
    return Shelf(data.kind, data.shelf)


def looks_of(person: Person) -> Choice:
    """How this person looks through shelves."""
    return read(person.looks)


# -- the door ------------------------------------------------------------------------------------------------------


def ranges(front: Front, texts: Texts) -> list[tuple[InlineKeyboardButton, ...]]:
    """Every page of a shop that has a few: each work is two taps away then. Else all works at once.

    Nothing where 🛍 shows them already.
    """
    if not PAGE < front.works <= _PAGES_AT_THE_DOOR * PAGE:
        return [(everything(texts),)] if front.has_categories else []
    return grid([_range(Shelf(), first, front.works) for first in range(1, front.works + 1, PAGE)], 3)


def everything(texts: Texts) -> InlineKeyboardButton:
    return button(texts.plain("all-works"), PageOpen())


def special(front: Front, texts: Texts) -> list[InlineKeyboardButton]:
    """✨ 🔥 🎴 as far as there is something."""
    return [
        each
        for each, is_there in (
            (button(texts.plain("to-new"), ShelfEnter(kind=Kind.NEW)), front.has_new),
            (button(texts.plain("to-last"), ShelfEnter(kind=Kind.LAST)), front.has_last),
            (button(texts.plain("to-collections"), CollectionsOpen()), front.has_collections),
        )
        if is_there
    ]


# -- a page of a list ------------------------------------------------------------------------------------------------


def works(shelf: Shelf, page: Page, labels: Sequence[str]) -> list[tuple[InlineKeyboardButton, ...]]:
    """A button for each work of a page: its title where there are few, else its number."""
    titled = page.count <= _TITLED
    return grid(
        [
            button(
                labels[at] if titled else f"🖼{NBSP}{grouped(page.first + at)}",
                WorkBeside(kind=shelf.kind, shelf=shelf.number, product=item.product, n=page.first + at),
            )
            for at, item in enumerate(page.items)
        ],
        1 if titled else _NUMBERS_IN_A_ROW,
    )


def is_numbered(page: Page) -> bool:
    """Lines have the numbers that their buttons have."""
    return page.count > _TITLED


def pager(shelf: Shelf, page: Page) -> list[InlineKeyboardButton]:
    """◀️ 🔢 2 / 5 ▶️, as far as there is something on either side."""
    if page.count <= len(page.items):
        return []
    found = []
    where = {"kind": shelf.kind, "shelf": shelf.number}
    if page.first > 1:
        found.append(button("◀️", before(shelf, page.items[0].product, page.first, PAGE)))
    at, pages = -(-page.last // PAGE), -(-page.count // PAGE)
    here = PagesOpen(**where, product=page.items[0].product, n=page.first)
    found.append(button(f"🔢 {grouped(at)} / {grouped(pages)}", here))
    if page.last < page.count:
        after = PageOpen(**where, product=page.items[-1].product, way=Way.AFTER, n=page.last + 1)
        found.append(button("▶️", after))
    return found


def before(shelf: Shelf, product: ProductId, n: int, works: int) -> PageOpen:
    """The page that begins so many works before a work of that number."""
    if n <= works + 1:
        return PageOpen(kind=shelf.kind, shelf=shelf.number)
    return PageOpen(kind=shelf.kind, shelf=shelf.number, product=product, way=Way.BEFORE, n=n - works, skip=works + 1)


def page_of(shelf: Shelf, product: ProductId, n: int) -> PageOpen:
    """The page on which a work of that number stands."""
    return before(shelf, product, n, (n - 1) % PAGE)


def leaps(shelf: Shelf, product: ProductId, n: int, count: int) -> list[tuple[InlineKeyboardButton, ...]]:
    """Every page, or on long shelves the ends and some on both sides of the present one."""
    if count <= _MOST_PAGES * PAGE:
        return grid([_range(shelf, first, count) for first in range(1, count + 1, PAGE)], 3)
    where = {"kind": shelf.kind, "shelf": shelf.number}
    found = [_range(shelf, 1, count)]
    back = [pages * PAGE for pages in sorted(_FAR, reverse=True) if n - pages * PAGE > 1]
    found += [_ranged(n - works, count, before(shelf, product, n, works)) for works in back]
    for pages in _FAR:
        first = n + pages * PAGE
        if first <= count:
            data = PageOpen(**where, product=product, way=Way.AFTER, n=first, skip=pages * PAGE - 1)
            found.append(_ranged(first, count, data))
    first = (count - 1) // PAGE * PAGE + 1
    found.append(_ranged(first, count, PageOpen(**where, way=Way.BEFORE, n=first, skip=count - first + 2)))
    return grid(found, 2)


def _range(shelf: Shelf, first: int, count: int) -> InlineKeyboardButton:
    return _ranged(first, count, PageOpen(kind=shelf.kind, shelf=shelf.number, n=first))


def _ranged(first: int, count: int, data: PageOpen) -> InlineKeyboardButton:
    last = min(first + PAGE - 1, count)
    words = grouped(first) if first == last else f"{grouped(first)}–{grouped(last)}"
    return button(f"🔢 {words}", data)


# -- a work among its neighbours -------------------------------------------------------------------------------------


def neighbours(shelf: Shelf, beside: Beside) -> tuple[InlineKeyboardButton, ...]:
    """◀️ n / N ▶️ round and round."""
    if beside.count < 2:
        return ()
    where = {"kind": shelf.kind, "shelf": shelf.number}
    last, following = (beside.at - 2) % beside.count + 1, beside.at % beside.count + 1
    return (
        button("◀️", WorkBeside(**where, product=beside.before, n=last, way=Way.BEFORE)),
        button(
            f"🔢 {grouped(beside.at)} / {grouped(beside.count)}",
            PagesOpen(**where, product=beside.product, n=beside.at),
        ),
        button("▶️", WorkBeside(**where, product=beside.after, n=following, way=Way.AFTER)),
    )


def looks(shelf: Shelf, texts: Texts, *, pictures: bool, product: int = 0, n: int = 1) -> list[InlineKeyboardButton]:
    """🎚 and the other way of looking at the same works, from that one on."""
    found = [button(texts.plain("look-filters"), LookChange(kind=shelf.kind, shelf=shelf.number))]
    if pictures:
        page = page_of(shelf, ProductId(product), n).model_copy(update={"turn": True})
        found.append(button(texts.plain("look-list"), page))
    elif product:
        work = WorkBeside(kind=shelf.kind, shelf=shelf.number, product=product, n=n, turn=True)
        found.append(button(texts.plain("look-pictures"), work))
    return found


def context(query: CallbackQuery) -> PagesOpen | None:
    """Where on a shelf the card stands whose button was pressed: its own 🔢 says so."""
    message = query.message
    markup = message.reply_markup if isinstance(message, Message) else None
    for line in markup.inline_keyboard if markup else ():
        for key in line:
            if (key.callback_data or "").startswith(f"{PagesOpen.__prefix__}:"):
                try:
                    return PagesOpen.unpack(key.callback_data or "")
                except (TypeError, ValueError):
                    return None
    return None
