"""How does one sell at a fair with two taps: a work, then how it was paid?"""

import zlib
from datetime import datetime, time
from zoneinfo import ZoneInfo

from aiogram import Router
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, Message

from bot.basics.clock import Clock
from bot.basics.ids import LocationId, ProductId, VariantId
from bot.shop.customers.values import Person
from bot.shop.pickup.values import Place
from bot.shop.shop import Shop
from bot.shop.till.errors import NotHere
from bot.shop.till.values import Sold
from bot.telegram.rights import Right, needs
from bot.telegram.screen import button, show
from bot.telegram.seller import till_looks
from bot.telegram.seller.asking import Answers, Does, Selling, answering, ask, seller_router
from bot.telegram.seller.till_buttons import (
    TillFind,
    TillOpen,
    TillPay,
    TillPlaces,
    TillPrice,
    TillPriced,
    TillPricedSure,
    TillSure,
    TillUndo,
    TillWork,
)
from bot.telegram.texts import Html, Texts

_WORDS = 60
"""As many signs as anybody types to find a work."""


def router() -> Router:
    router = seller_router("till")
    till, answer = needs(Right.TILL), answering(Right.TILL)
    router.callback_query.register(on_till, Does(TillOpen), flags=till)
    router.callback_query.register(on_places, Does(TillPlaces), flags=till)
    router.callback_query.register(on_find, Does(TillFind), flags=till)
    router.message.register(on_words, Answers(Selling.till_words), flags=answer)
    router.callback_query.register(on_work, Does(TillWork), flags=till)
    router.callback_query.register(on_pay, Does(TillPay), flags=till)
    router.callback_query.register(on_pay, Does(TillSure), flags=till)
    router.callback_query.register(on_price, Does(TillPrice), flags=till)
    router.message.register(on_price_typed, Answers(Selling.till_price), flags=answer)
    router.callback_query.register(on_pay_priced, Does(TillPriced), flags=till)
    router.callback_query.register(on_pay_priced, Does(TillPricedSure), flags=till)
    router.callback_query.register(on_undo, Does(TillUndo), flags=till)
    return router


async def on_till(
    query: CallbackQuery,
    callback_data: TillOpen,
    shop: Shop,
    person: Person,
    texts: Texts,
    clock: Clock,
    zone: ZoneInfo,
) -> None:
    """🎪 where the person sells today, else the only place, else the question."""
    now = clock.now()
    wanted = callback_data.place or await shop.till.last_place(person.id, _midnight(now, zone))
    open_now = await _places(shop, now)
    place = next((each for each in open_now if each.id == wanted), None)
    if place is None and len(open_now) == 1:
        place = open_now[0]
    if place is None:
        await show(query, till_looks.places(open_now, texts), shop.catalogue)
        return
    await _show_shelf(query, place, shop, texts, now, zone, before=callback_data.before)


async def on_places(query: CallbackQuery, shop: Shop, texts: Texts, clock: Clock) -> None:
    """📍"""
    await show(query, till_looks.places(await _places(shop, clock.now()), texts), shop.catalogue)


async def on_find(query: CallbackQuery, callback_data: TillFind, shop: Shop, texts: Texts, state: FSMContext) -> None:
    """🔎"""
    back = button(texts.plain("sell-back"), TillOpen(place=callback_data.place))
    await ask(query, state, shop, Selling.till_words, texts("till-ask-words"), back, place=callback_data.place)


async def on_words(message: Message, shop: Shop, texts: Texts, state: FSMContext, clock: Clock, zone: ZoneInfo) -> None:
    """A few letters, or a scanned SKU; the question stays open for the next buyer."""
    place = await shop.pickup.get(LocationId(int((await state.get_data())["place"])))
    words = " ".join((message.text or "").split())[:_WORDS]
    await _show_shelf(message, place, shop, texts, clock.now(), zone, words=words)


async def on_work(query: CallbackQuery, callback_data: TillWork, shop: Shop, texts: Texts) -> None:
    """🖼, ➖ and ➕. Raises NoSuchWork."""
    card = await shop.catalogue.card(ProductId(callback_data.product), texts.language)
    there = await _there(shop, card.variant, callback_data.place)
    # a screen that is opened anew is another sale, however quickly it follows
    once = zlib.crc32(query.id.encode())
    screen = till_looks.work(card, callback_data.place, callback_data.n, there, once, texts)
    await show(query, screen, shop.catalogue)


async def on_pay(
    query: CallbackQuery, callback_data: TillPay | TillSure, shop: Shop, person: Person, texts: Texts
) -> None:
    """💵 🔁 💳. Raises NoSuchWork."""
    told, product, place = callback_data, ProductId(callback_data.product), LocationId(callback_data.place)
    cause, sure = f"{person.id}:{told.product}:{told.once}", isinstance(told, TillSure)
    try:
        sold = await shop.till.sell(product, place, told.way, person.id, cause, quantity=told.n, sure=sure)
    except NotHere as short:
        card = await shop.catalogue.card(product, texts.language)
        key = TillSure(place=place, product=product, way=told.way, n=told.n, once=told.once)
        await show(query, till_looks.not_here(card, place, told.n, short.left, key, texts), shop.catalogue)
        return
    await _show_sold(query, sold, shop, texts)


async def on_price(query: CallbackQuery, callback_data: TillPrice, shop: Shop, texts: Texts, state: FSMContext) -> None:
    """✏️"""
    place, product = callback_data.place, callback_data.product
    back = button(texts.plain("sell-back"), TillWork(place=place, product=product))
    await ask(query, state, shop, Selling.till_price, texts("till-ask-price"), back, place=place, product=product)


async def on_price_typed(message: Message, shop: Shop, person: Person, texts: Texts, state: FSMContext) -> None:
    """A price or a part of it. Raises what a price raises; the question stays open then."""
    asked = await state.get_data()
    cause = f"{message.chat.id}:{message.message_id}"
    place, product = LocationId(int(asked["place"])), ProductId(int(asked["product"]))
    sale = await shop.till.price(product, place, message.text or "", person.id, cause)
    await state.clear()
    card = await shop.catalogue.card(product, texts.language)
    await show(message, till_looks.priced(sale, card, texts), shop.catalogue)


async def on_pay_priced(
    query: CallbackQuery, callback_data: TillPriced | TillPricedSure, shop: Shop, person: Person, texts: Texts
) -> None:
    """💵 🔁 💳 at another price. Raises NoSuchTillSale."""
    told, sure = callback_data, isinstance(callback_data, TillPricedSure)
    try:
        sold = await shop.till.sell_priced(told.sale, told.way, person.id, sure=sure)
    except NotHere as short:
        sale = await shop.till.sale(told.sale)
        card = await shop.catalogue.card(sale.product, texts.language)
        key = TillPricedSure(sale=sale.id, way=told.way)
        screen = till_looks.not_here(card, sale.place, sale.quantity, short.left, key, texts)
        await show(query, screen, shop.catalogue)
        return
    await _show_sold(query, sold, shop, texts)


async def on_undo(query: CallbackQuery, callback_data: TillUndo, shop: Shop, person: Person, texts: Texts) -> None:
    """↩️ Raises NoSuchTillSale, TooLateToUndo."""
    sale = await shop.till.undo(callback_data.sale, person.id)
    card = await shop.catalogue.card(sale.product, texts.language)
    await show(query, till_looks.undone(sale, card, texts), shop.catalogue)


async def _show_sold(query: CallbackQuery, sold: Sold, shop: Shop, texts: Texts) -> None:
    card = await shop.catalogue.card(sold.sale.product, texts.language)
    left = await _there(shop, sold.sale.variant, sold.sale.place)
    await show(query, till_looks.sold(sold, card, left, texts), shop.catalogue)


async def _there(shop: Shop, variant: VariantId, place: int) -> int:
    """How many pieces of it lie there."""
    return next((level.on_hand for level in await shop.stock.levels(variant) if level.location == place), 0)


async def _show_shelf(
    event: Message | CallbackQuery,
    place: Place,
    shop: Shop,
    texts: Texts,
    now: datetime,
    zone: ZoneInfo,
    *,
    before: int = 0,
    words: str = "",
) -> None:
    there = await shop.till.shelf(place.id, texts.language, before=before, words=words, limit=till_looks.PAGE + 1)
    day = await shop.till.day(place.id, _midnight(now, zone))
    currency = (await shop.policies.now()).currency
    head: Html | str = texts("till-found", words=words) if words else ""
    await show(event, till_looks.shelf(place, there, day, currency, texts, head=head), shop.catalogue)


async def _places(shop: Shop, now: datetime) -> list[Place]:
    """Where pieces can be sold from: whatever is not over."""
    return [place for place in await shop.pickup.places() if place.active_to is None or now < place.active_to]


def _midnight(now: datetime, zone: ZoneInfo) -> datetime:
    return datetime.combine(now.astimezone(zone).date(), time(), zone)
