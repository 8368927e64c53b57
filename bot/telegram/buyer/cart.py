"""What has a buyer put aside, is it still there, and what does it come to now?"""

from datetime import datetime
from zoneinfo import ZoneInfo

from aiogram import Router
from aiogram.filters import Command
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, Message

from bot.basics.clock import Clock
from bot.basics.ids import VariantId
from bot.shop.catalogue.errors import NoSuchWork
from bot.shop.checkout import rules
from bot.shop.checkout.errors import EmptyCart
from bot.shop.customers.values import Person
from bot.shop.shop import Shop
from bot.shop.stock.errors import SoldOut
from bot.shop.stock.values import Wanted
from bot.telegram.buyer import cart_screens, checkout
from bot.telegram.buyer.callbacks import (
    CartCheckout,
    CartInstead,
    CartLess,
    CartMore,
    CartOpen,
    CartRemove,
    CartRest,
    CartSwap,
    CartTidy,
)
from bot.telegram.buyer.questions import screen_router
from bot.telegram.buyer.shelf_card import MOST_SIMILAR
from bot.telegram.rights import Right, needs
from bot.telegram.screen import Screen, show
from bot.telegram.texts import Html, Texts
from bot.telegram.toast import Toast


def router() -> Router:
    made = screen_router("cart")
    made.message.register(on_cart_command, Command("cart"), flags=needs(Right.BUY))
    made.callback_query.register(on_cart, CartOpen.filter(), flags=needs(Right.BUY))
    made.callback_query.register(on_more, CartMore.filter(), flags=needs(Right.BUY))
    made.callback_query.register(on_less, CartLess.filter(), flags=needs(Right.BUY))
    made.callback_query.register(on_remove, CartRemove.filter(), flags=needs(Right.BUY))
    made.callback_query.register(on_tidy, CartTidy.filter(), flags=needs(Right.BUY))
    made.callback_query.register(on_instead, CartInstead.filter(), flags=needs(Right.BUY))
    made.callback_query.register(on_swap, CartSwap.filter(), flags=needs(Right.BUY))
    made.callback_query.register(on_rest, CartRest.filter(), flags=needs(Right.BUY))
    made.callback_query.register(on_checkout, CartCheckout.filter(), flags=needs(Right.BUY))
    return made


# -- what people do ------------------------------------------------------------------------------------------------


async def screen(
    shop: Shop, person: Person, texts: Texts, now: datetime, zone: ZoneInfo, note: Html | str = ""
) -> Screen:
    """The cart as it is now."""
    return cart_screens.cart(await shop.cart_care.state(person.id, person.language), texts, now, zone, note)


async def on_cart_command(
    message: Message, shop: Shop, person: Person, texts: Texts, clock: Clock, zone: ZoneInfo
) -> None:
    await show(message, await screen(shop, person, texts, clock.now(), zone), shop.catalogue)


async def on_cart(query: CallbackQuery, shop: Shop, person: Person, texts: Texts, clock: Clock, zone: ZoneInfo) -> None:
    """🛒"""
    await show(query, await screen(shop, person, texts, clock.now(), zone), shop.catalogue)


async def on_more(
    query: CallbackQuery,
    callback_data: CartMore,
    shop: Shop,
    person: Person,
    texts: Texts,
    clock: Clock,
    zone: ZoneInfo,
    toast: Toast,
) -> None:
    """➕: never more than there are."""
    variant = VariantId(callback_data.variant)
    free = (await shop.stock.availability([variant]))[variant]
    have = next((item.quantity for item in await shop.cart.items(person.id) if item.variant == variant), 0)
    if have >= max(free.available, 0) + free.reserved:
        await toast(texts.plain("no-more-pieces"))
    else:
        await shop.cart.change(person.id, variant, 1)
    await show(query, await screen(shop, person, texts, clock.now(), zone), shop.catalogue)


async def on_less(
    query: CallbackQuery,
    callback_data: CartLess,
    shop: Shop,
    person: Person,
    texts: Texts,
    clock: Clock,
    zone: ZoneInfo,
) -> None:
    """➖"""
    await shop.cart.change(person.id, VariantId(callback_data.variant), -1)
    await show(query, await screen(shop, person, texts, clock.now(), zone), shop.catalogue)


async def on_remove(
    query: CallbackQuery,
    callback_data: CartRemove,
    shop: Shop,
    person: Person,
    texts: Texts,
    clock: Clock,
    zone: ZoneInfo,
) -> None:
    """🗑"""
    await shop.cart.remove(person.id, VariantId(callback_data.variant))
    await show(query, await screen(shop, person, texts, clock.now(), zone), shop.catalogue)


async def on_tidy(query: CallbackQuery, shop: Shop, person: Person, texts: Texts, clock: Clock, zone: ZoneInfo) -> None:
    """🗑 everything that is gone, by one tap."""
    await shop.cart_care.tidy(person.id)
    await show(query, await screen(shop, person, texts, clock.now(), zone), shop.catalogue)


async def on_instead(
    query: CallbackQuery, callback_data: CartInstead, shop: Shop, person: Person, texts: Texts
) -> None:
    """🛍 what is like a work that is gone."""
    gone = await shop.cart_care.gone(VariantId(callback_data.variant), person.language)
    found = await shop.gallery.similar(gone, person.language, MOST_SIMILAR)
    await show(query, cart_screens.instead(gone.variant, gone.title, found, texts), shop.catalogue)


async def on_swap(
    query: CallbackQuery,
    callback_data: CartSwap,
    shop: Shop,
    person: Person,
    texts: Texts,
    clock: Clock,
    zone: ZoneInfo,
    toast: Toast,
) -> None:
    """➕ that one in its place."""
    await shop.cart.swap(person.id, VariantId(callback_data.variant), VariantId(callback_data.instead))
    await toast(texts.plain("cart-swapped"))
    await show(query, await screen(shop, person, texts, clock.now(), zone), shop.catalogue)


async def on_checkout(
    query: CallbackQuery,
    shop: Shop,
    person: Person,
    texts: Texts,
    state: FSMContext,
    clock: Clock,
    zone: ZoneInfo,
) -> None:
    """✅: all of it is held, or nothing and the cart shows what is missing."""
    try:
        view = await shop.checkout.start(person.id, person.language)
    except (SoldOut, NoSuchWork, EmptyCart) as refusal:
        note = texts(refusal.text_key, **refusal.fields) if not isinstance(refusal, EmptyCart) else ""
        await show(query, await screen(shop, person, texts, clock.now(), zone, note), shop.catalogue)
        return
    await checkout.present(query, view, shop, texts, state, clock.now(), zone)


async def on_rest(
    query: CallbackQuery,
    shop: Shop,
    person: Person,
    texts: Texts,
    state: FSMContext,
    clock: Clock,
    zone: ZoneInfo,
) -> None:
    """✅ what can be had now; the rest stays in the cart."""
    kept = await shop.cart_care.state(person.id, person.language)
    wanted = [
        Wanted(item.variant, min(item.quantity, there))
        for item in kept.items
        if (there := rules.there(kept, item.variant)) > 0
    ]
    try:
        view = await shop.checkout.start(person.id, person.language, wanted)
    except (SoldOut, NoSuchWork, EmptyCart) as refusal:
        note = texts(refusal.text_key, **refusal.fields) if not isinstance(refusal, EmptyCart) else ""
        await show(query, await screen(shop, person, texts, clock.now(), zone, note), shop.catalogue)
        return
    await checkout.present(query, view, shop, texts, state, clock.now(), zone)
