"""What has a person kept in mind, what is waited for, and who hears of lower prices?"""

from typing import Final
from zoneinfo import ZoneInfo

from aiogram import Bot, Router
from aiogram.types import CallbackQuery

from bot.basics.clock import Clock
from bot.basics.ids import VariantId
from bot.shop.catalogue.errors import NoSuchWork
from bot.shop.catalogue.values import ShelfItem
from bot.shop.customers.values import Person
from bot.shop.pickup.values import Place
from bot.shop.shop import Shop
from bot.shop.waiting.values import Favourite, FavouritePage
from bot.telegram import wording
from bot.telegram.buyer import buttons, product_card, shelf_card, wish_buttons
from bot.telegram.buyer.callbacks import CardOpen
from bot.telegram.buyer.limits import named
from bot.telegram.buyer.order_words import paragraphs, title
from bot.telegram.buyer.questions import screen_router
from bot.telegram.buyer.wish_buttons import (
    FavouritesOpen,
    FavouriteToggle,
    PricesOff,
    PricesToggle,
    WaitInCart,
    WaitQuit,
    WaitToggle,
)
from bot.telegram.rights import Right, needs
from bot.telegram.screen import Screen, button, rows, show
from bot.telegram.texts import Html, Texts, joined
from bot.telegram.toast import Toast

PAGE: Final = 8


def router() -> Router:
    made = screen_router("wishes")
    made.callback_query.middleware(product_card.PlacesKnown())
    made.callback_query.register(on_favourites, FavouritesOpen.filter(), flags=needs(Right.BUY))
    made.callback_query.register(on_favourite, FavouriteToggle.filter(), flags=needs(Right.BUY))
    made.callback_query.register(on_wait, WaitToggle.filter(), flags=needs(Right.BUY))
    made.callback_query.register(on_wait_in_cart, WaitInCart.filter(), flags=needs(Right.BUY))
    made.callback_query.register(on_quit, WaitQuit.filter(), flags=needs(Right.BUY))
    made.callback_query.register(on_prices, PricesToggle.filter(), flags=needs(Right.BUY))
    made.callback_query.register(on_prices_off, PricesOff.filter(), flags=needs(Right.BUY))
    return made


# -- views ---------------------------------------------------------------------------------------------------------


def favourites(page: FavouritePage, texts: Texts) -> Screen:
    """One page of works with what can be had of them, and the question about prices."""
    if not page.items:
        return Screen(
            paragraphs(texts("favourites-title"), texts("favourites-empty")),
            rows(buttons.catalogue(texts, "primary"), buttons.home(texts)),
        )
    leaves = []
    if page.has_before:
        leaves.append(button(texts.plain("leaf-previous"), FavouritesOpen(before=page.items[0].work.variant)))
    if page.has_after:
        leaves.append(button(texts.plain("leaf-next"), FavouritesOpen(after=page.items[-1].work.variant)))
    prices = button(texts.plain("prices-stop" if page.watches_prices else "prices-watch"), PricesToggle())
    return Screen(
        paragraphs(
            texts("favourites-title"),
            joined([_line(item, texts) for item in page.items]),
            texts("prices-on" if page.watches_prices else "prices-ask"),
        ),
        rows(
            *[button(named(f"🖼 {item.work.title}"), CardOpen(product=item.work.product)) for item in page.items],
            leaves,
            prices,
            (buttons.catalogue(texts), buttons.home(texts)),
        ),
    )


def _line(item: Favourite, texts: Texts) -> Html:
    price = wording.money(item.work.price.minor, item.work.price.currency, texts.language)
    line = texts("order-line", title=title(item.work.title, texts), price=price)
    if item.available:
        return line
    return texts("favourite-held" if item.held else "favourite-gone", line=line)


def forgotten(variant: VariantId, work: ShelfItem | None, texts: Texts) -> Screen:
    """🔕 was pressed: nothing more will come about this work, unless it is asked for again."""
    text = texts("wait-quit-done", title=title(work.title, texts)) if work else texts("wait-quit-done-gone")
    bell = wish_buttons.wait(variant, texts) if work else None
    return Screen(text, rows(bell, (buttons.catalogue(texts), buttons.home(texts))), keep_photo=True)


# -- what people do ------------------------------------------------------------------------------------------------


async def on_favourites(
    query: CallbackQuery, callback_data: FavouritesOpen, shop: Shop, person: Person, texts: Texts
) -> None:
    """❤️, ◀️ ▶️"""
    await _show_favourites(query, callback_data, shop, person, texts)


async def _show_favourites(
    query: CallbackQuery, where: FavouritesOpen, shop: Shop, person: Person, texts: Texts
) -> None:
    """A page that has emptied meanwhile is the first one again."""
    page = await shop.favourites.page(
        person.id,
        person.language,
        after=VariantId(where.after) if where.after else None,
        before=VariantId(where.before) if where.before else None,
        limit=PAGE,
    )
    if not page.items and (where.after or where.before):
        page = await shop.favourites.page(person.id, person.language, limit=PAGE)
    await show(query, favourites(page, texts), shop.catalogue)


async def on_favourite(
    query: CallbackQuery,
    callback_data: FavouriteToggle,
    shop: Shop,
    person: Person,
    texts: Texts,
    bot: Bot,
    clock: Clock,
    zone: ZoneInfo,
    toast: Toast,
    places: tuple[Place, ...] = (),
) -> None:
    """❤️: kept in mind, or no longer; the button says which."""
    variant = VariantId(callback_data.variant)
    kept = await shop.favourites.toggle(person.id, variant)
    await toast(texts.plain("favourite-added" if kept else "favourite-dropped"))
    await show(
        query,
        await _card(query, shop, variant, person, texts, bot, places, clock, zone, callback_data.photo),
        shop.catalogue,
    )


async def on_wait(
    query: CallbackQuery,
    callback_data: WaitToggle,
    shop: Shop,
    person: Person,
    texts: Texts,
    bot: Bot,
    clock: Clock,
    zone: ZoneInfo,
    toast: Toast,
    places: tuple[Place, ...] = (),
) -> None:
    """🔔: into the line, or out of it; the card shows how it stands."""
    variant = VariantId(callback_data.variant)
    waits = await shop.waiting.toggle(person.id, variant)
    await toast(texts.plain("wait-asked" if waits else "wait-left"))
    await show(
        query,
        await _card(query, shop, variant, person, texts, bot, places, clock, zone, callback_data.photo),
        shop.catalogue,
    )


async def _card(
    query: CallbackQuery,
    shop: Shop,
    variant: VariantId,
    person: Person,
    texts: Texts,
    bot: Bot,
    places: tuple[Place, ...],
    clock: Clock,
    zone: ZoneInfo,
    photo: int,
) -> Screen:
    work = (await shop.catalogue.lines([variant], person.language)).get(variant)
    if work is None:
        raise NoSuchWork
    along = await shelf_card.here(query, shop, work.product, person)
    return await product_card.screen(
        shop, work.product, person, texts, bot.id, places, clock.now(), photo, zone, along=along
    )


async def on_wait_in_cart(
    _query: CallbackQuery, callback_data: WaitInCart, shop: Shop, person: Person, texts: Texts, toast: Toast
) -> None:
    """🔔 in the cart: the cart stays; whoever is in the line already stays there too."""
    variant = VariantId(callback_data.variant)
    if (await shop.favourites.marks(person.id, variant)).is_in_line:
        await toast(texts.plain("wait-already"))
        return
    await shop.waiting.toggle(person.id, variant)
    await toast(texts.plain("wait-asked"))


async def on_quit(query: CallbackQuery, callback_data: WaitQuit, shop: Shop, person: Person, texts: Texts) -> None:
    """🔕 under a message that a work is back."""
    variant = VariantId(callback_data.variant)
    await shop.waiting.quit(person.id, variant)
    work = (await shop.catalogue.lines([variant], person.language)).get(variant)
    await show(query, forgotten(variant, work, texts), shop.catalogue)


async def on_prices(query: CallbackQuery, shop: Shop, person: Person, texts: Texts, toast: Toast) -> None:
    """🔔 of prices: the person's word, and the list with the other button."""
    watches = await shop.prices.toggle(person.id)
    await toast(texts.plain("prices-watched" if watches else "prices-stopped"))
    await _show_favourites(query, FavouritesOpen(), shop, person, texts)


async def on_prices_off(query: CallbackQuery, shop: Shop, person: Person, texts: Texts) -> None:
    """🔕 under a message about prices: one tap, at once, and no word more than that."""
    await shop.prices.agree(person.id, wanted=False)
    await show(query, Screen(texts("prices-off"), rows(buttons.home(texts)), keep_photo=True), shop.catalogue)
