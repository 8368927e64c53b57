"""What does a buyer add to an order: wrapping, a few words to the artist, the wish to be asked less next time?"""

from zoneinfo import ZoneInfo

from aiogram import Bot, Router
from aiogram.filters import StateFilter
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, Message

from bot.basics.clock import Clock
from bot.basics.ids import OrderId
from bot.shop.checkout.errors import HoldEnded, NoWrapping
from bot.shop.checkout.values import Step
from bot.shop.customers.values import Person
from bot.shop.orders.errors import OrderMovedOn
from bot.shop.shop import Shop
from bot.telegram import refusals
from bot.telegram.buyer import checkout, checkout_screens
from bot.telegram.buyer.callbacks import NoteAsk, PhoneAsk, RememberAsk, RememberSet, WrapToggle
from bot.telegram.buyer.questions import Asking, InPrivate, screen_router
from bot.telegram.filters import Has
from bot.telegram.rights import Right, needs
from bot.telegram.screen import show, strip
from bot.telegram.texts import Texts
from bot.telegram.toast import Toast


def router() -> Router:
    made = screen_router("extras")
    made.callback_query.register(on_wrap, WrapToggle.filter(), flags=needs(Right.BUY))
    made.callback_query.register(on_note, NoteAsk.filter(), flags=needs(Right.BUY))
    made.callback_query.register(on_remember_ask, RememberAsk.filter(), flags=needs(Right.BUY))
    made.callback_query.register(on_remember, RememberSet.filter(), flags=needs(Right.BUY))
    made.callback_query.register(on_other_phone, PhoneAsk.filter(), flags=needs(Right.BUY))
    return made


def answers() -> Router:
    """The note, while it is asked for."""
    made = Router(name="extras_answers")
    made.message.filter(InPrivate(), StateFilter(Asking.note))
    made.message.register(on_note_typed, Has("text"), flags=needs(Right.BUY))
    return made


async def on_wrap(
    query: CallbackQuery,
    callback_data: WrapToggle,
    shop: Shop,
    person: Person,
    texts: Texts,
    state: FSMContext,
    clock: Clock,
    zone: ZoneInfo,
    toast: Toast,
) -> None:
    """🎁"""
    order = OrderId(callback_data.order)
    step = shop.extras.wrap(order, person.id, wanted=callback_data.on)
    try:
        await checkout.go_on(query, step, order, shop, person, texts, state, clock.now(), zone, toast)
    except NoWrapping as refusal:
        await toast(refusals.words(refusal, texts))
        view = await shop.checkout.again(order, person.id)
        await checkout.present(query, view, shop, texts, state, clock.now(), zone)


async def on_note(
    query: CallbackQuery,
    callback_data: NoteAsk,
    shop: Shop,
    person: Person,
    texts: Texts,
    state: FSMContext,
    clock: Clock,
    zone: ZoneInfo,
    toast: Toast,
) -> None:
    """✍️ asks for the words; 🗑 takes them away."""
    order = OrderId(callback_data.order)
    if callback_data.drop:
        step = shop.extras.note(order, person.id, "")
        await checkout.go_on(query, step, order, shop, person, texts, state, clock.now(), zone, toast)
        return
    view = await shop.checkout.again(order, person.id)
    if view.step is not Step.PAY:
        await checkout.present(query, view, shop, texts, state, clock.now(), zone)
        return
    shown = await show(query, checkout_screens.ask_note(view, texts), shop.catalogue)
    await state.set_state(Asking.note)
    await state.set_data({"order": order, "shown": shown})


async def on_note_typed(
    message: Message,
    shop: Shop,
    person: Person,
    texts: Texts,
    state: FSMContext,
    bot: Bot,
    clock: Clock,
    zone: ZoneInfo,
) -> None:
    """The words. Raises NoteTooLong; the question stays open then."""
    asked = await state.get_data()
    order = OrderId(int(asked["order"]))
    try:
        view = await shop.extras.note(order, person.id, message.text or "")
    except (HoldEnded, OrderMovedOn):
        view = await shop.checkout.again(order, person.id)
    await state.clear()
    if asked.get("shown") is not None:
        await strip(bot, message.chat.id, int(asked["shown"]))
    await checkout.present(message, view, shop, texts, state, clock.now(), zone)


async def on_remember_ask(
    query: CallbackQuery,
    callback_data: RememberAsk,
    shop: Shop,
    person: Person,
    texts: Texts,
    state: FSMContext,
    clock: Clock,
    zone: ZoneInfo,
) -> None:
    """💾 says what is kept and what for, before anything is."""
    view = await shop.checkout.again(OrderId(callback_data.order), person.id)
    if view.step is Step.PAY:
        await show(query, checkout_screens.ask_remember(view, texts), shop.catalogue)
    else:
        await checkout.present(query, view, shop, texts, state, clock.now(), zone)


async def on_remember(
    query: CallbackQuery,
    callback_data: RememberSet,
    shop: Shop,
    person: Person,
    texts: Texts,
    state: FSMContext,
    clock: Clock,
    zone: ZoneInfo,
    toast: Toast,
) -> None:
    """💾 yes, or no longer: what was kept is gone then."""
    order = OrderId(callback_data.order)
    step = shop.extras.remember(order, person.id, wanted=callback_data.on)
    await checkout.go_on(query, step, order, shop, person, texts, state, clock.now(), zone, toast)


async def on_other_phone(
    query: CallbackQuery,
    callback_data: PhoneAsk,
    shop: Shop,
    person: Person,
    texts: Texts,
    state: FSMContext,
    clock: Clock,
    zone: ZoneInfo,
) -> None:
    """📞"""
    view = await shop.checkout.again(OrderId(callback_data.order), person.id)
    if view.step is Step.PAY:
        await checkout.ask_phone(query, view.order.id, checkout.pressed(query), texts, state)
    else:
        await checkout.present(query, view, shop, texts, state, clock.now(), zone)
