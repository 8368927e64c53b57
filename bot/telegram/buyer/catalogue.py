"""How does a buyer look through what is for sale: categories, and shelves of works, a page at a time?"""

from collections.abc import Sequence

from aiogram import Router
from aiogram.filters import Command
from aiogram.types import CallbackQuery, InlineKeyboardButton, Message

from bot.basics.ids import CategoryId, ProductId
from bot.shop.catalogue.values import CategoryItem, Shelf, ShelfItem
from bot.shop.customers.values import Person
from bot.shop.shop import Shop
from bot.telegram import wording
from bot.telegram.buyer import buttons
from bot.telegram.buyer.callbacks import CardOpen, ShelfOpen, ShelvesOpen
from bot.telegram.buyer.limits import cut, label
from bot.telegram.buyer.order_words import paragraphs, title
from bot.telegram.buyer.questions import screen_router
from bot.telegram.rights import Right, Role, needs
from bot.telegram.screen import Screen, button, grid, rows, show
from bot.telegram.texts import Html, Texts, joined

PAGE = 8
_MOST_CATEGORIES = 40


def router() -> Router:
    made = screen_router("catalogue")
    made.message.register(on_catalogue, Command("catalog", "catalogue"), flags=needs(Right.BUY))
    made.callback_query.register(on_shelves, ShelvesOpen.filter(), flags=needs(Right.BUY))
    made.callback_query.register(on_shelf, ShelfOpen.filter(), flags=needs(Right.BUY))
    return made


# -- views ---------------------------------------------------------------------------------------------------------


def front(categories: Sequence[CategoryItem], texts: Texts, note: Html | str = "") -> Screen:
    """The top categories, and a way to all works at once."""
    return Screen(
        paragraphs(note, texts("catalogue-categories")),
        rows(*_folders(categories), button(texts.plain("all-works"), ShelfOpen()), buttons.home(texts)),
    )


def shelf(
    works: Shelf,
    texts: Texts,
    *,
    category: CategoryItem | None = None,
    below: Sequence[CategoryItem] = (),
    seller: bool = False,
    note: Html | str = "",
) -> Screen:
    """One page of works: titles and prices to read, a button for each; the categories below come first."""
    heading = texts("category-title", title=cut(category.title, 100)) if category else texts("catalogue-title")
    if works.items:
        body: Html | str = joined([_line(item, texts) for item in works.items])
    elif below:
        body = ""
    else:
        body = texts("catalogue-empty-seller") if seller else texts("catalogue-empty")
    number = category.id if category else 0
    leaves = []
    if works.items and works.has_before:
        before = ShelfOpen(category=number, before=works.items[0].product)
        leaves.append(button(texts.plain("leaf-previous"), before))
    if works.items and works.has_after:
        after = ShelfOpen(category=number, after=works.items[-1].product)
        leaves.append(button(texts.plain("leaf-next"), after))
    up = button(texts.plain("back"), ShelvesOpen(parent=category.parent or 0)) if category else None
    return Screen(
        paragraphs(note, heading, body),
        rows(
            *_folders(below),
            *grid([_work(item) for item in works.items], 1),
            leaves,
            [each for each in (up, buttons.home(texts)) if each],
        ),
    )


def _line(item: ShelfItem, texts: Texts) -> Html:
    price = wording.money(item.price.minor, item.price.currency, texts.language)
    return texts("order-line", title=title(item.title, texts), price=price)


def _work(item: ShelfItem) -> InlineKeyboardButton:
    return button(label(f"🖼 {item.title}"), CardOpen(product=item.product))


def _folders(categories: Sequence[CategoryItem]) -> list[tuple[InlineKeyboardButton, ...]]:
    shown = [
        button(label(f"🗂 {category.title}"), ShelvesOpen(parent=category.id))
        for category in categories[:_MOST_CATEGORIES]
    ]
    return grid(shown, 2)


# -- what people do ------------------------------------------------------------------------------------------------


async def screen(shop: Shop, person: Person, texts: Texts, *, seller: bool = False, note: Html | str = "") -> Screen:
    """The catalogue's front: categories where there are some, else all works."""
    categories = await shop.catalogue.categories(person.language)
    if categories:
        return front(categories, texts, note)
    works = await shop.catalogue.shelf(person.language, limit=PAGE)
    return shelf(works, texts, seller=seller, note=note)


async def category_screen(shop: Shop, wanted: CategoryId, person: Person, texts: Texts) -> Screen | None:
    """A category with what is below and on it; None when it is unknown or hidden."""
    category = await shop.catalogue.category(person.language, wanted)
    if category is None:
        return None
    below = await shop.catalogue.categories(person.language, wanted)
    works = await shop.catalogue.shelf(person.language, category=wanted, limit=PAGE)
    return shelf(works, texts, category=category, below=below)


async def on_catalogue(message: Message, shop: Shop, person: Person, role: Role, texts: Texts) -> None:
    await show(message, await screen(shop, person, texts, seller=role is not Role.BUYER), shop.catalogue)


async def on_shelves(
    query: CallbackQuery, callback_data: ShelvesOpen, shop: Shop, person: Person, role: Role, texts: Texts
) -> None:
    """🛍 or 🗂"""
    opened = None
    if callback_data.parent:
        opened = await category_screen(shop, CategoryId(callback_data.parent), person, texts)
    if opened is None:
        opened = await screen(shop, person, texts, seller=role is not Role.BUYER)
    await show(query, opened, shop.catalogue)


async def on_shelf(
    query: CallbackQuery, callback_data: ShelfOpen, shop: Shop, person: Person, role: Role, texts: Texts
) -> None:
    """🛍 all works, or ◀️ ▶️. A page that has emptied meanwhile is the first one again."""
    category = None
    if callback_data.category:
        category = await shop.catalogue.category(person.language, CategoryId(callback_data.category))
    wanted = category.id if category else None
    works = await shop.catalogue.shelf(
        person.language,
        category=wanted,
        after=ProductId(callback_data.after) if callback_data.after else None,
        before=ProductId(callback_data.before) if callback_data.before else None,
        limit=PAGE,
    )
    if not works.items and (callback_data.after or callback_data.before):
        works = await shop.catalogue.shelf(person.language, category=wanted, limit=PAGE)
    await show(query, shelf(works, texts, category=category, seller=role is not Role.BUYER), shop.catalogue)
