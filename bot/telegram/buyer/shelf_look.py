"""In which order, of which prices, and as a list or as pictures does somebody look at a shelf?"""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from aiogram import Router
from aiogram.types import CallbackQuery, InlineKeyboardButton

from bot.shop.browsing import rules
from bot.shop.browsing.values import Choice, Sort
from bot.shop.customers.values import Person
from bot.shop.shop import Shop
from bot.telegram import wording
from bot.telegram.buyer import buttons, shelf_buttons
from bot.telegram.buyer.limits import label
from bot.telegram.buyer.order_words import paragraphs
from bot.telegram.buyer.questions import screen_router
from bot.telegram.buyer.shelf_buttons import Change, LookChange, ShelfEnter, looks_of
from bot.telegram.rights import Right, needs
from bot.telegram.screen import Screen, button, grid, rows, show
from bot.telegram.texts import Html, Texts

_ANY_PRICE: Final = 99
_SORTS: Final = {Change.NEWEST: Sort.NEWEST, Change.CHEAP: Sort.CHEAP, Change.DEAR: Sort.DEAR}


def router() -> Router:
    made = screen_router("shelf_look")
    made.callback_query.register(on_change, LookChange.filter(), flags=needs(Right.BUY))
    return made


# -- views ---------------------------------------------------------------------------------------------------------


def summary(choice: Choice, currency: str, texts: Texts) -> Html | str:
    """`Показаны: в наличии, 3 000–10 000 ₽`; nothing where nothing is filtered out."""
    said = [texts.plain("filter-free")] if choice.free_only else []
    if choice.band is not None:
        said.append(prices(choice.band, currency, texts))
    return texts("shelf-shown", what=", ".join(said)) if said else ""


def prices(band: int, currency: str, texts: Texts) -> str:
    """`до 1 000 ₽`, `3 000–10 000 ₽`, `от 1 000 000 ₽`"""
    low, high = rules.bounds(band)
    if low is None:
        return texts.plain("search-price-up-to", high=wording.money(high or 0, currency, texts.language))
    if high is None:
        return texts.plain("search-price-from", low=wording.money(low, currency, texts.language))
    return wording.between_sums(low, high, currency, texts.language)


def look(data: LookChange, choice: Choice, bands: Sequence[int], count: int, currency: str, texts: Texts) -> Screen:
    """🎚 everything that may be chosen; what holds is ticked."""

    def key(words: str, change: Change, *, holds: bool, value: int = 0) -> InlineKeyboardButton:
        about = data.model_copy(update={"change": change, "value": value})
        return button(f"{words} ✓" if holds else words, about)

    free = key(texts.plain("look-free"), Change.FREE, holds=choice.free_only, value=0 if choice.free_only else 1)
    any_price = key(texts.plain("price-any"), Change.BAND, holds=choice.band is None, value=_ANY_PRICE)
    priced = [
        key(label(f"💰 {prices(band, currency, texts)}"), Change.BAND, holds=choice.band == band, value=band)
        for band in bands
    ]
    return Screen(
        paragraphs(texts("look-title"), summary(choice, currency, texts), texts("look-hint")),
        rows(
            button(texts.plain("look-show", count=count), ShelfEnter(kind=data.kind, shelf=data.shelf), "primary")
            if count
            else None,
            [
                key(texts.plain(f"sort-{sort.value}"), change, holds=choice.sort is sort)
                for change, sort in _SORTS.items()
            ],
            free,
            any_price if len(bands) > 1 or choice.band is not None else None,
            *(grid(priced, 2) if len(bands) > 1 else ()),
            key(texts.plain("look-reset"), Change.RESET, holds=False) if choice.filtered else None,
            buttons.home(texts),
        ),
        keep_photo=True,
    )


# -- what people do ------------------------------------------------------------------------------------------------


async def on_change(query: CallbackQuery, callback_data: LookChange, shop: Shop, person: Person, texts: Texts) -> None:
    """🎚 what may be chosen, or a choice."""
    change, shelf, was = callback_data.change, shelf_buttons.of(callback_data), looks_of(person)
    choice = was
    if change is Change.FREE:
        choice = replace(was, free_only=bool(callback_data.value))
    elif change is Change.BAND:
        choice = replace(was, band=callback_data.value if callback_data.value <= len(rules.BOUNDS) else None)
    elif change is Change.RESET:
        choice = replace(was, band=None, free_only=False)
    elif change in _SORTS:
        choice = replace(was, sort=_SORTS[change])
    if choice != was:
        await shop.browsing.choose(person.id, choice)
    bands, count = await shop.browsing.ways(shelf, choice)
    currency = (await shop.policies.now()).currency
    await show(query, look(callback_data, choice, bands, count, currency, texts), shop.catalogue)
