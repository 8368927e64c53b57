"""What does a work look like among its neighbours, and which works are like it?"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from typing import Final
from zoneinfo import ZoneInfo

from aiogram import Bot, Router
from aiogram.types import CallbackQuery

from bot.basics.clock import Clock
from bot.basics.ids import ProductId
from bot.shop.browsing.values import Beside, Kind, Shelf
from bot.shop.catalogue.values import Card, ShelfItem
from bot.shop.customers.values import Person
from bot.shop.pickup.values import Place
from bot.shop.shop import Shop
from bot.telegram import wording
from bot.telegram.buyer import buttons, product_card, shelf_buttons
from bot.telegram.buyer.callbacks import CardOpen, ShelvesOpen
from bot.telegram.buyer.limits import named
from bot.telegram.buyer.order_words import paragraphs, title
from bot.telegram.buyer.product_card import Along
from bot.telegram.buyer.questions import screen_router
from bot.telegram.buyer.shelf_buttons import CollectionsOpen, SimilarOpen, WorkBeside, looks_of
from bot.telegram.rights import Right, needs
from bot.telegram.screen import Screen, button, rows, show
from bot.telegram.texts import Html, Texts, joined
from bot.telegram.toast import Toast

MOST_SIMILAR: Final = 6


def router() -> Router:
    made = screen_router("shelf_card")
    made.callback_query.middleware(product_card.PlacesKnown())
    made.callback_query.register(on_work, WorkBeside.filter(), flags=needs(Right.BUY))
    made.callback_query.register(on_similar, SimilarOpen.filter(), flags=needs(Right.BUY))
    return made


# -- views ---------------------------------------------------------------------------------------------------------


def along(shelf: Shelf, beside: Beside) -> Along:
    """Among others; ⬅️ leads to its page of the list, or up from pictures."""
    if not beside.choice.pictures:
        return Along(shelf, beside, shelf_buttons.page_of(shelf, beside.product, beside.at))
    if shelf.kind is Kind.COLLECTION:
        return Along(shelf, beside, CollectionsOpen())
    return Along(shelf, beside, ShelvesOpen())


def emptied(texts: Texts) -> Screen:
    """Everything on a shelf has gone meanwhile."""
    return Screen(
        texts("shelf-emptied"), rows(buttons.catalogue(texts, "primary"), buttons.home(texts)), keep_photo=True
    )


def similar(work: Card, found: Sequence[ShelfItem], back: SimilarOpen, texts: Texts) -> Screen:
    """Works like one: titles and prices to read, a button for each."""
    if back.n:
        to = button(texts.plain("back"), WorkBeside(kind=back.kind, shelf=back.shelf, product=back.product, n=back.n))
    else:
        to = button(texts.plain("back"), CardOpen(product=work.product))
    heading: Html = texts("similar-to" if found else "similar-none", title=title(work.title, texts))
    return Screen(
        paragraphs(heading, joined([_line(item, texts) for item in found])),
        rows(
            *((button(named(f"🖼 {item.title}"), CardOpen(product=item.product)),) for item in found),
            None if found else buttons.catalogue(texts, "primary"),
            (to, buttons.home(texts)),
        ),
    )


def _line(item: ShelfItem, texts: Texts) -> Html:
    price = wording.money(item.price.minor, item.price.currency, texts.language)
    return texts("order-line", title=title(item.title, texts), price=price)


# -- what people do ------------------------------------------------------------------------------------------------


async def screen(
    shop: Shop,
    shelf: Shelf,
    found: Beside,
    person: Person,
    texts: Texts,
    bot: int,
    places: Sequence[Place],
    now: datetime,
    zone: ZoneInfo,
    photo: int = 0,
) -> Screen:
    """The card of a work among its neighbours. Raises NoSuchWork when it has gone this very moment."""
    return await product_card.screen(
        shop, found.product, person, texts, bot, places, now, photo, zone, along=along(shelf, found)
    )


async def here(query: CallbackQuery, shop: Shop, product: ProductId, person: Person) -> Along | None:
    """Where the card stands on which something was pressed, if it stands on a shelf."""
    data = shelf_buttons.context(query)
    if data is None or data.product != product:
        return None
    found = await shop.browsing.beside(shelf_buttons.of(data), looks_of(person), product, number=data.n)
    return along(shelf_buttons.of(data), found) if found is not None and found.product == product else None


async def on_work(
    query: CallbackQuery,
    callback_data: WorkBeside,
    shop: Shop,
    person: Person,
    texts: Texts,
    bot: Bot,
    clock: Clock,
    zone: ZoneInfo,
    toast: Toast,
    places: tuple[Place, ...] = (),
) -> None:
    """🖼 ◀️ ▶️ 📷 🌄: a work; if it has gone meanwhile, the one that stands there now, and a sentence that says so."""
    shelf, choice = shelf_buttons.of(callback_data), looks_of(person)
    if callback_data.turn:
        choice = replace(choice, pictures=True)
        await shop.browsing.choose(person.id, choice)
    found = await shop.browsing.beside(
        shelf, choice, ProductId(callback_data.product), way=callback_data.way, number=callback_data.n
    )
    if found is None:
        await show(query, emptied(texts), shop.catalogue)
        return
    if found.stepped:
        await toast(texts.plain("stepped-over"))
    photo = 0 if found.stepped else callback_data.photo
    opened = await screen(shop, shelf, found, person, texts, bot.id, places, clock.now(), zone, photo)
    await show(query, opened, shop.catalogue)


async def on_similar(
    query: CallbackQuery, callback_data: SimilarOpen, shop: Shop, person: Person, texts: Texts
) -> None:
    """🎨"""
    opened = await similar_screen(shop, callback_data, person, texts)
    await show(query, opened, shop.catalogue)


async def similar_screen(shop: Shop, data: SimilarOpen, person: Person, texts: Texts) -> Screen:
    """Works like that one, which may itself be gone. Raises NoSuchWork for one that is not on show."""
    work = await product_card.on_sale(shop, ProductId(data.product), person)
    found = await shop.gallery.similar(work, person.language, MOST_SIMILAR)
    return similar(work, found, data, texts)
