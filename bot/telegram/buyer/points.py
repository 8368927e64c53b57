"""Which point is near? The buyer shares where he is or types a place, a street or a metro; neither is kept anywhere."""

import asyncio
from zoneinfo import ZoneInfo

from aiogram import Bot, Router
from aiogram.filters import StateFilter
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, KeyboardButton, Message, ReplyKeyboardRemove

from bot.basics import words
from bot.basics.clock import Clock
from bot.basics.ids import OrderId
from bot.shop.checkout.values import CheckoutView
from bot.shop.customers.values import Person
from bot.shop.orders.values import OrderState
from bot.shop.pickup import rules
from bot.shop.shop import Shop
from bot.telegram import wording
from bot.telegram.buyer import checkout, checkout_screens
from bot.telegram.buyer.callbacks import NearAsk
from bot.telegram.buyer.limits import cut
from bot.telegram.buyer.point_screens import Near
from bot.telegram.buyer.questions import Asking, InPrivate, ask, screen_router, sharing
from bot.telegram.filters import Has
from bot.telegram.rights import Right, needs
from bot.telegram.screen import remove, show, strip
from bot.telegram.texts import Html, Texts

_SHOWN_WORDS = 40


def router() -> Router:
    made = screen_router("points")
    made.callback_query.register(on_near, NearAsk.filter(), flags=needs(Right.BUY))
    return made


def answers() -> Router:
    """Where the buyer is, while that is asked."""
    made = Router(name="points_answers")
    made.message.filter(InPrivate(), StateFilter(Asking.near))
    made.message.register(on_location, Has("location"), flags=needs(Right.BUY))
    made.message.register(on_words, Words(), flags=needs(Right.BUY))
    return made


class Words(Has):
    """A text, but no command."""

    def __init__(self) -> None:
        super().__init__("text")

    async def __call__(self, message: Message) -> bool:
        return await super().__call__(message) and not (message.text or "").startswith("/")


async def on_near(
    query: CallbackQuery,
    callback_data: NearAsk,
    shop: Shop,
    person: Person,
    texts: Texts,
    state: FSMContext,
    clock: Clock,
    zone: ZoneInfo,
) -> None:
    """🧭: the points stay on show, the question stands under them."""
    order = await shop.orders.own(OrderId(callback_data.order), person.id)
    if order.state is not OrderState.DRAFT:
        view = await shop.checkout.again(order.id, person.id)
        await checkout.present(query, view, shop, texts, state, clock.now(), zone)
        return
    share = sharing(KeyboardButton(text=texts.plain("share-location"), request_location=True))
    shown = checkout.pressed(query)
    await ask(query, state, Asking.near, texts("ask-near"), share, order=order.id, shown=shown)


async def on_location(
    message: Message,
    shop: Shop,
    person: Person,
    texts: Texts,
    state: FSMContext,
    bot: Bot,
    clock: Clock,
    zone: ZoneInfo,
) -> None:
    """The points, nearest first, with how far they are."""
    view = await _view(shop, person, state)
    spot = message.location
    if spot is None:
        return
    ordered = rules.nearest(view.places, spot.latitude, spot.longitude)
    near = Near(tuple(place.id for place, _ in ordered), {place.id: far for place, far in ordered if far is not None})
    note = texts("near-unknown")
    if ordered and ordered[0][1] is not None:
        title = wording.quoted(cut(ordered[0][0].told(texts.language).title, 60), texts.language)
        note = texts("near-found", place=title, distance=wording.distance(ordered[0][1], texts))
    await _answer(message, view, note, near, shop, texts, state, bot, clock, zone)


async def on_words(
    message: Message,
    shop: Shop,
    person: Person,
    texts: Texts,
    state: FSMContext,
    bot: Bot,
    clock: Clock,
    zone: ZoneInfo,
) -> None:
    """The points whose title, address or way has these words; when none has, all of them."""
    view = await _view(shop, person, state)
    if not words.loaded():
        await asyncio.to_thread(words.load)
    found = rules.named(view.places, message.text or "")
    asked = wording.quoted(cut(message.text or "", _SHOWN_WORDS), texts.language)
    note = texts("near-named", what=asked, count=len(found)) if found else texts("near-not-named", what=asked)
    near = Near(tuple(place.id for place in found)) if found else None
    await _answer(message, view, note, near, shop, texts, state, bot, clock, zone)


async def _view(shop: Shop, person: Person, state: FSMContext) -> CheckoutView:
    return await shop.checkout.again(OrderId(int((await state.get_data())["order"])), person.id, choosing=True)


async def _answer(
    message: Message,
    view: CheckoutView,
    note: Html,
    near: Near | None,
    shop: Shop,
    texts: Texts,
    state: FSMContext,
    bot: Bot,
    clock: Clock,
    zone: ZoneInfo,
) -> None:
    """What was found takes the reply keyboard away; the points stand under it, older ones lose their buttons."""
    asked = await state.get_data()
    await state.clear()
    await bot.send_message(message.chat.id, note, reply_markup=ReplyKeyboardRemove())
    await remove(bot, message.chat.id, int(asked["prompt"]))
    if asked.get("shown") is not None:
        await strip(bot, message.chat.id, int(asked["shown"]))
    if view.order.state is not OrderState.DRAFT:
        await checkout.present(message, view, shop, texts, state, clock.now(), zone)
        return
    await show(message, checkout_screens.points(view, texts, clock.now(), zone, near=near), shop.catalogue)
