"""How does a buyer look through what is for sale: categories, collections, and shelves of works, a page at a time?"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from zoneinfo import ZoneInfo

from aiogram import Bot, Router
from aiogram.filters import Command
from aiogram.types import CallbackQuery, InlineKeyboardButton, Message

from bot.basics.clock import Clock
from bot.basics.ids import CategoryId, ProductId
from bot.shop.browsing.values import Choice, Collection, Front, Item, Kind, Page, Shelf, Way
from bot.shop.catalogue.values import CategoryItem
from bot.shop.customers.values import Person
from bot.shop.pickup.values import Place
from bot.shop.shop import Shop
from bot.telegram import wording
from bot.telegram.buyer import buttons, product_card, shelf_buttons, shelf_card, shelf_look
from bot.telegram.buyer.callbacks import ShelfOpen, ShelvesOpen
from bot.telegram.buyer.limits import cut, label, named
from bot.telegram.buyer.order_words import paragraphs, title
from bot.telegram.buyer.questions import screen_router
from bot.telegram.buyer.shelf_buttons import CollectionsOpen, PageOpen, PagesOpen, ShelfEnter, looks_of
from bot.telegram.rights import Right, Role, needs
from bot.telegram.screen import Screen, button, grid, rows, show
from bot.telegram.texts import Html, Texts, joined

PAGE = 8
"""Of what is found by typing."""
_MOST_CATEGORIES = 40
_TOLD_TITLES = 3
_HEADINGS = {
    Kind.ALL: "catalogue-title",
    Kind.CATEGORY: "catalogue-title",
    Kind.NEW: "shelf-new",
    Kind.LAST: "shelf-last",
    Kind.COLLECTION: "shelf-collection",
}


def router() -> Router:
    made = screen_router("catalogue")
    made.callback_query.middleware(product_card.PlacesKnown())
    made.message.register(on_catalogue, Command("catalog", "catalogue"), flags=needs(Right.BUY))
    made.callback_query.register(on_shelves, ShelvesOpen.filter(), flags=needs(Right.BUY))
    made.callback_query.register(on_shelf, ShelfOpen.filter(), flags=needs(Right.BUY))
    made.callback_query.register(on_enter, ShelfEnter.filter(), flags=needs(Right.BUY))
    made.callback_query.register(on_page, PageOpen.filter(), flags=needs(Right.BUY))
    made.callback_query.register(on_pages, PagesOpen.filter(), flags=needs(Right.BUY))
    made.callback_query.register(on_collections, CollectionsOpen.filter(), flags=needs(Right.BUY))
    return made


# -- views ---------------------------------------------------------------------------------------------------------


def front(
    categories: Sequence[CategoryItem], there: Front, texts: Texts, note: Html | str = "", *, pictures: bool = False
) -> Screen:
    """The top categories, what is special, and a way to all works at once."""
    return Screen(
        paragraphs(note, texts("catalogue-categories")),
        rows(
            *_folders(categories, pictures=pictures),
            *grid(shelf_buttons.special(there, texts), 2),
            shelf_buttons.everything(texts),
            buttons.home(texts),
        ),
    )


def list_of(
    shelf: Shelf,
    page: Page,
    heading: Html,
    texts: Texts,
    *,
    category: CategoryItem | None = None,
    below: Sequence[CategoryItem] = (),
    currency: str = "RUB",
    seller: bool = False,
    note: Html | str = "",
) -> Screen:
    """One page of works: titles and prices to read, a button for each; the categories below come first."""
    choice = page.choice
    if page.items:
        currency = page.items[0].price.currency
        body: Html | str = joined([_line(item, page, at, texts) for at, item in enumerate(page.items)])
    elif choice.filtered:
        body = texts("shelf-nothing-like-that")
    elif below:
        body = ""
    else:
        body = texts("catalogue-empty-seller") if seller else texts("catalogue-empty")
    shown = shelf_look.summary(choice, currency, texts)
    labels = [named(f"🖼 {item.title}") for item in page.items]
    tools = shelf_buttons.looks(
        shelf, texts, pictures=False, product=page.items[0].product if page.items else 0, n=page.first
    )
    return Screen(
        paragraphs(note, joined([heading, shown]), body),
        rows(
            *_folders(below),
            *shelf_buttons.works(shelf, page, labels),
            shelf_buttons.pager(shelf, page),
            tools if page.count > 1 or choice.filtered else None,
            [each for each in (_up(shelf, category, texts), buttons.home(texts)) if each],
        ),
    )


def _line(item: Item, page: Page, at: int, texts: Texts) -> Html:
    price = wording.money(item.price.minor, item.price.currency, texts.language)
    said = title(item.title, texts)
    if shelf_buttons.is_numbered(page):
        line = texts("shelf-line", number=page.first + at, title=said, price=price)
    else:
        line = texts("order-line", title=said, price=price)
    return texts("favourite-gone", line=line) if item.gone else line


def _up(shelf: Shelf, category: CategoryItem | None, texts: Texts) -> InlineKeyboardButton | None:
    if category is not None:
        return button(texts.plain("back"), ShelvesOpen(parent=category.parent or 0))
    if shelf.kind is Kind.COLLECTION:
        return button(texts.plain("back"), CollectionsOpen())
    return button(texts.plain("back"), ShelvesOpen()) if shelf.kind is not Kind.ALL else None


def folders(category: CategoryItem, below: Sequence[CategoryItem], texts: Texts) -> Screen:
    """What is in a category, for somebody who looks at pictures."""
    return Screen(
        texts("category-title", title=cut(category.title, 100)),
        rows(
            *_folders(below, pictures=True),
            button(texts.plain("look-at-all"), ShelfEnter(kind=Kind.CATEGORY, shelf=category.id), "primary"),
            (button(texts.plain("back"), ShelvesOpen(parent=category.parent or 0)), buttons.home(texts)),
        ),
    )


def _folders(categories: Sequence[CategoryItem], *, pictures: bool = False) -> list[tuple[InlineKeyboardButton, ...]]:
    """🗂 each: what is in it, or for who looks at pictures at once its works where nothing else is in it."""
    shown = [
        button(
            label(f"🗂 {category.title}"),
            ShelfEnter(kind=Kind.CATEGORY, shelf=category.id)
            if pictures and not category.has_below
            else ShelvesOpen(parent=category.id),
        )
        for category in categories[:_MOST_CATEGORIES]
    ]
    return grid(shown, 2)


def collections(found: Sequence[Collection], texts: Texts, now: datetime, zone: ZoneInfo) -> Screen:
    """Which works were shown together, and when."""
    if not found:
        return Screen(texts("collections-none"), rows((buttons.catalogue(texts, "primary"), buttons.home(texts))))
    told, choices = [], []
    for each in found:
        day = _day(each.posted_at, texts, now, zone)
        titles = ", ".join(title(words, texts) for words in each.titles[:_TOLD_TITLES])
        told.append(texts("collection-line", day=day, titles=titles, more=max(each.works - _TOLD_TITLES, 0)))
        choices.append(button(label(f"🎴 {day}"), ShelfEnter(kind=Kind.COLLECTION, shelf=each.number)))
    return Screen(
        paragraphs(texts("collections-title"), joined(told)),
        rows(*grid(choices, 2), (button(texts.plain("back"), ShelvesOpen()), buttons.home(texts))),
    )


def _day(moment: datetime, texts: Texts, now: datetime, zone: ZoneInfo) -> str:
    return wording.calendar_day(moment.astimezone(zone).date(), now.astimezone(zone).date(), texts.language)


def leaps(data: PagesOpen, count: int, texts: Texts) -> Screen:
    """🔢 every page, or those that may be leapt to."""
    shelf = shelf_buttons.of(data)
    here = shelf_buttons.page_of(shelf, ProductId(data.product), data.n)
    return Screen(
        texts("pages-ask", count=count),
        rows(
            *shelf_buttons.leaps(shelf, ProductId(data.product), data.n, count),
            (button(texts.plain("back"), here), buttons.home(texts)),
        ),
        keep_photo=True,
    )


# -- what people do ------------------------------------------------------------------------------------------------


async def screen(shop: Shop, person: Person, texts: Texts, *, seller: bool = False, note: Html | str = "") -> Screen:
    """The catalogue's front: categories where there are some, else all works as a list."""
    categories = await shop.catalogue.categories(person.language)
    if categories:
        return front(categories, await shop.browsing.front(), texts, note, pictures=looks_of(person).pictures)
    page = await shop.browsing.page(Shelf(), looks_of(person), person.language, shelf_buttons.PAGE)
    return list_of(Shelf(), page, texts("catalogue-title"), texts, seller=seller, note=note)


async def category_screen(shop: Shop, wanted: CategoryId, person: Person, texts: Texts) -> Screen | None:
    """A category with all that stands in it, as a list; None when it is unknown or hidden."""
    return await _list(shop, PageOpen(kind=Kind.CATEGORY, shelf=wanted), person, texts, looks_of(person))


async def _list(
    shop: Shop, data: PageOpen, person: Person, texts: Texts, choice: Choice, *, seller: bool = False
) -> Screen | None:
    """A page of a shelf; None for a category that is unknown or hidden."""
    shelf, category, below = shelf_buttons.of(data), None, list[CategoryItem]()
    if shelf.kind is Kind.CATEGORY:
        category, below = await shop.catalogue.family(person.language, CategoryId(shelf.number))
        if category is None:
            return None
    page = await shop.browsing.page(
        shelf,
        choice,
        person.language,
        shelf_buttons.PAGE,
        way=data.way,
        product=ProductId(data.product) if data.product else None,
        number=data.n,
        skip=data.skip,
    )
    return _listed(shelf, page, texts, category, below, seller=seller)


def _listed(
    shelf: Shelf,
    page: Page,
    texts: Texts,
    category: CategoryItem | None,
    below: Sequence[CategoryItem],
    *,
    seller: bool,
) -> Screen:
    heading = texts("category-title", title=cut(category.title, 100)) if category else texts(_HEADINGS[shelf.kind])
    return list_of(
        shelf, page, heading, texts, category=category, below=below if page.first == 1 else (), seller=seller
    )


async def on_catalogue(message: Message, shop: Shop, person: Person, role: Role, texts: Texts) -> None:
    await show(message, await screen(shop, person, texts, seller=role is not Role.BUYER), shop.catalogue)


async def on_shelves(
    query: CallbackQuery, callback_data: ShelvesOpen, shop: Shop, person: Person, role: Role, texts: Texts
) -> None:
    """🛍 or 🗂: the front, or a category with its folders and, where the person likes lists, its works."""
    choice, opened = looks_of(person), None
    wanted = CategoryId(callback_data.parent)
    if wanted and choice.pictures:
        category, below = await shop.catalogue.family(person.language, wanted)
        opened = folders(category, below, texts) if category else None
    elif wanted:
        opened = await category_screen(shop, wanted, person, texts)
    opened = opened or await screen(shop, person, texts, seller=role is not Role.BUYER)
    await show(query, opened, shop.catalogue)


async def on_enter(
    query: CallbackQuery,
    callback_data: ShelfEnter,
    shop: Shop,
    person: Person,
    role: Role,
    texts: Texts,
    bot: Bot,
    clock: Clock,
    zone: ZoneInfo,
    places: tuple[Place, ...] = (),
) -> None:
    """✨ 🔥 🎴 🌄: a shelf as the person likes to look: its first page, or its first work."""
    shelf, choice = shelf_buttons.of(callback_data), looks_of(person)
    found = await shop.browsing.beside(shelf, choice, None) if choice.pictures else None
    if found is not None:
        opened = await shelf_card.screen(shop, shelf, found, person, texts, bot.id, places, clock.now(), zone)
        await show(query, opened, shop.catalogue)
        return
    page = PageOpen(kind=shelf.kind, shelf=shelf.number)
    await on_page(query, page, shop, person, role, texts)


async def on_page(
    query: CallbackQuery, callback_data: PageOpen, shop: Shop, person: Person, role: Role, texts: Texts
) -> None:
    """◀️ 🔢 ▶️ 📋 and ⬅️ from a work. A page that has emptied meanwhile is the first one again."""
    seller, choice = role is not Role.BUYER, looks_of(person)
    if callback_data.turn:
        choice = replace(choice, pictures=False)
        await shop.browsing.choose(person.id, choice)
    opened = await _list(shop, callback_data, person, texts, choice, seller=seller)
    await show(query, opened or await screen(shop, person, texts, seller=seller), shop.catalogue)


async def on_shelf(
    query: CallbackQuery, callback_data: ShelfOpen, shop: Shop, person: Person, role: Role, texts: Texts
) -> None:
    """🛍 all works, and pages of messages from before."""
    way, product = Way.AT, callback_data.after or callback_data.before
    if product:
        way = Way.AFTER if callback_data.after else Way.BEFORE
    kind = Kind.CATEGORY if callback_data.category else Kind.ALL
    n, skip = (shelf_buttons.PAGE + 2, shelf_buttons.PAGE + 1) if way is Way.BEFORE else (1, 0)
    page = PageOpen(kind=kind, shelf=callback_data.category, product=product, way=way, n=n, skip=skip)
    await on_page(query, page, shop, person, role, texts)


async def on_pages(query: CallbackQuery, callback_data: PagesOpen, shop: Shop, person: Person, texts: Texts) -> None:
    """🔢"""
    _, count = await shop.browsing.ways(shelf_buttons.of(callback_data), looks_of(person))
    await show(query, leaps(callback_data, count, texts), shop.catalogue)


async def on_collections(
    query: CallbackQuery, shop: Shop, person: Person, texts: Texts, clock: Clock, zone: ZoneInfo
) -> None:
    """🎴"""
    found = await shop.gallery.collections(person.language)
    await show(query, collections(found, texts, clock.now(), zone), shop.catalogue)
