"""How does a buyer find a work by typing, and leaf through what was found?"""

from typing import Literal

from aiogram import Bot, Router
from aiogram.filters import Command, CommandObject, Filter
from aiogram.types import CallbackQuery, InlineKeyboardButton, Message

from bot.basics.clock import Clock
from bot.basics.ids import ProductId
from bot.shop.catalogue.values import ShelfItem
from bot.shop.customers.values import Person
from bot.shop.pickup.values import Place
from bot.shop.search.values import NO_LIMIT, Fit, Results, SearchId, Spot, Understood
from bot.shop.shop import Shop
from bot.telegram import wording
from bot.telegram.buyer import buttons, catalogue, product_card
from bot.telegram.buyer.callbacks import CardOpen, FoundOpen, SearchAsk, SearchOpen
from bot.telegram.buyer.limits import cut, named
from bot.telegram.buyer.order_words import paragraphs, title
from bot.telegram.buyer.questions import screen_router
from bot.telegram.rights import Right, Role, needs
from bot.telegram.screen import Screen, button, rows, show
from bot.telegram.texts import Html, Texts, joined
from bot.telegram.toast import Toast

_SHOWN_WORDS = 60


def router() -> Router:
    """🔎, /search, and the buttons under results."""
    made = screen_router("search")
    made.message.register(on_command, Command("search"), flags=needs(Right.BUY))
    made.callback_query.register(on_ask, SearchAsk.filter(), flags=needs(Right.BUY))
    made.callback_query.register(on_leaf, SearchOpen.filter(), flags=needs(Right.BUY))
    return made


def found_work() -> Router:
    """🖼 under results: a card says where a work can be seen."""
    made = screen_router("found_work")
    made.callback_query.middleware(product_card.PlacesKnown())
    made.callback_query.register(on_found, FoundOpen.filter(), flags=needs(Right.BUY))
    return made


def typed() -> Router:
    """Whatever is typed outside a question; stands after everything that expects words."""
    made = screen_router("typed")
    made.message.register(on_words, Words(), flags=needs(Right.BUY))
    return made


class Words(Filter):
    """A text, but no command."""

    async def __call__(self, message: Message) -> bool:
        return bool(message.text) and not (message.text or "").startswith("/")


# -- views ---------------------------------------------------------------------------------------------------------


def question(texts: Texts) -> Screen:
    """What to look for: whatever is typed next is looked for."""
    return Screen(texts("search-ask"), rows(buttons.catalogue(texts), buttons.home(texts)))


def results(found: Results, currency: str, texts: Texts) -> Screen:
    """A page of works as on a shelf, under what was looked for; where nothing fits, one line says so."""
    what = asked(found.understood, currency, texts)
    leaves = []
    if found.id is not None and found.spots:
        if found.has_before:
            leaves.append(button(texts.plain("leaf-previous"), _open(found.id, found.spots[0], "b")))
        if found.has_after:
            leaves.append(button(texts.plain("leaf-next"), _open(found.id, found.spots[-1], "n")))
    return Screen(
        paragraphs(_heading(found.fit, what, texts), joined([_line(item, texts) for item in found.items])),
        rows(
            *((_work(item, found),) for item in found.items),
            leaves,
            (buttons.search(texts), buttons.home(texts)),
        ),
    )


def _heading(fit: Fit, what: str, texts: Texts) -> Html:
    if fit is Fit.FOUND:
        return texts("search-found", what=what) if what else Html("")
    if fit is Fit.NEAREST:
        return texts("search-nearest", what=what)
    return texts("search-nothing", what=what) if what else texts("search-not-understood")


def asked(understood: Understood, currency: str, texts: Texts) -> str:
    """`«закат», до 5 000 ₽`: as it was understood."""
    words = cut(" ".join(understood.words), _SHOWN_WORDS)
    said = [wording.quoted(words, texts.language)] if words else []
    low, high = (
        wording.money(minor, currency, texts.language) for minor in (understood.prices.low, understood.prices.high)
    )
    if understood.prices.low > 0 and understood.prices.high < NO_LIMIT:
        said.append(texts.plain("search-price-between", low=low, high=high))
    elif understood.prices.high < NO_LIMIT:
        said.append(texts.plain("search-price-up-to", high=high))
    elif understood.prices.low > 0:
        said.append(texts.plain("search-price-from", low=low))
    return ", ".join(said)


def _line(item: ShelfItem, texts: Texts) -> Html:
    price = wording.money(item.price.minor, item.price.currency, texts.language)
    return texts("order-line", title=title(item.title, texts), price=price)


def _work(item: ShelfItem, found: Results) -> InlineKeyboardButton:
    words = named(f"🖼 {item.title}")
    if found.id is None or not found.spots:
        return button(words, CardOpen(product=item.product))
    first = found.spots[0] if found.has_before else Spot(0, ProductId(0))
    return button(words, FoundOpen(search=found.id, product=item.product, first=first.product, tail=bool(first.tier)))


def _open(search: SearchId, spot: Spot, way: Literal["a", "n", "b"]) -> SearchOpen:
    return SearchOpen(search=search, product=spot.product, tail=bool(spot.tier), way=way)


# -- what people do ------------------------------------------------------------------------------------------------


async def screen(shop: Shop, text: str, person: Person, role: Role, texts: Texts) -> Screen:
    """What is found by these words; an empty shop says that it is one."""
    found = await shop.search.ask(text, person.language, catalogue.PAGE)
    if not found.items:
        return await catalogue.screen(shop, person, texts, seller=role is not Role.BUYER)
    return results(found, found.items[0].price.currency, texts)


async def on_command(
    message: Message, command: CommandObject, shop: Shop, person: Person, role: Role, texts: Texts
) -> None:
    """/search, with the words after it or without."""
    words = (command.args or "").strip()
    opened = await screen(shop, words, person, role, texts) if words else question(texts)
    await show(message, opened, shop.catalogue)


async def on_ask(query: CallbackQuery, shop: Shop, texts: Texts) -> None:
    """🔎"""
    await show(query, question(texts), shop.catalogue)


async def on_words(message: Message, shop: Shop, person: Person, role: Role, texts: Texts) -> None:
    await show(message, await screen(shop, message.text or "", person, role, texts), shop.catalogue)


async def on_leaf(
    query: CallbackQuery, callback_data: SearchOpen, shop: Shop, person: Person, texts: Texts, toast: Toast
) -> None:
    """◀️ ▶️, or ⬅️ from a work: the search goes on where it was, whenever that was."""
    spot = Spot(int(callback_data.tail), ProductId(callback_data.product)) if callback_data.product else None
    found = await shop.search.page(
        SearchId(callback_data.search),
        person.language,
        catalogue.PAGE,
        after=spot if callback_data.way == "n" else None,
        before=spot if callback_data.way == "b" else None,
        at=spot if callback_data.way == "a" else None,
    )
    if found is None or not found.items:
        await toast(texts.plain("button-stale"))
        await show(query, question(texts), shop.catalogue)
        return
    await show(query, results(found, found.items[0].price.currency, texts), shop.catalogue)


async def on_found(
    query: CallbackQuery,
    callback_data: FoundOpen,
    shop: Shop,
    person: Person,
    texts: Texts,
    bot: Bot,
    clock: Clock,
    places: tuple[Place, ...] = (),
) -> None:
    """🖼 of a work that was found; ⬅️ leads back to the results."""
    back = SearchOpen(search=callback_data.search, product=callback_data.first, tail=callback_data.tail)
    opened = await product_card.screen(
        shop, ProductId(callback_data.product), person, texts, bot.id, places, clock.now(), back=back
    )
    await show(query, opened, shop.catalogue)
