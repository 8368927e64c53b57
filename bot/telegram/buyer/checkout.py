"""What happens between ⚡ and 🎉: where, when, how to be reached, how to pay, and changing one's mind."""

from collections.abc import Awaitable
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from aiogram import Bot, Router
from aiogram.filters import StateFilter
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, KeyboardButton, Message, ReplyKeyboardMarkup, ReplyKeyboardRemove

from bot.basics.clock import Clock
from bot.basics.ids import LocationId, OrderId
from bot.shop.checkout.errors import BadPhone, HoldEnded, NotOwnContact
from bot.shop.checkout.values import CheckoutView, Step
from bot.shop.customers.values import Person
from bot.shop.delivery.errors import NoSuchWay
from bot.shop.orders.errors import OrderMovedOn
from bot.shop.orders.values import OrderState, PayWay
from bot.shop.payments.errors import OnlineNotOffered
from bot.shop.pickup.errors import NoSuchPlace, SlotTaken
from bot.shop.receipts.errors import ContactNeeded
from bot.shop.receipts.rules import read_email
from bot.shop.shipping.errors import QuoteChanged
from bot.shop.shop import Shop
from bot.telegram import refusals, wording
from bot.telegram.buyer import checkout_screens
from bot.telegram.buyer.callbacks import (
    CheckoutCancel,
    CheckoutOpen,
    PaidCheck,
    Pay,
    PlaceChosen,
    PlacesOpen,
    PlacesPage,
    SlotChosen,
    SlotsOpen,
)
from bot.telegram.buyer.contacts import phone_of
from bot.telegram.buyer.questions import Asking, InPrivate, ask, screen_router, sharing
from bot.telegram.filters import Has
from bot.telegram.rights import Right, needs
from bot.telegram.screen import show, strip
from bot.telegram.texts import Html, Texts
from bot.telegram.toast import Toast

_YEAR_2100 = 4_102_444_800
"""Seconds since 1970; a forged time beyond it is no date to every library."""


def router() -> Router:
    made = screen_router("checkout")
    made.callback_query.register(on_open, CheckoutOpen.filter(), flags=needs(Right.BUY))
    made.callback_query.register(on_places, PlacesOpen.filter(), flags=needs(Right.BUY))
    made.callback_query.register(on_places, PlacesPage.filter(), flags=needs(Right.BUY))
    made.callback_query.register(on_place, PlaceChosen.filter(), flags=needs(Right.BUY))
    made.callback_query.register(on_slots, SlotsOpen.filter(), flags=needs(Right.BUY))
    made.callback_query.register(on_slot, SlotChosen.filter(), flags=needs(Right.BUY))
    made.callback_query.register(on_pay, Pay.filter(), flags=needs(Right.BUY))
    made.callback_query.register(on_paid, PaidCheck.filter(), flags=needs(Right.BUY))
    made.callback_query.register(on_cancel, CheckoutCancel.filter(), flags=needs(Right.BUY))
    return made


def answers() -> Router:
    """What is typed while a question is open; nothing here leaves it before it is answered."""
    made = Router(name="checkout_answers")
    made.message.filter(InPrivate())
    made.message.register(on_phone, StateFilter(Asking.phone), Has("contact"), flags=needs(Right.BUY))
    made.message.register(on_phone, StateFilter(Asking.phone), Has("text"), flags=needs(Right.BUY))
    made.message.register(on_email, StateFilter(Asking.email), Has("text"), flags=needs(Right.BUY))
    return made


# -- showing -------------------------------------------------------------------------------------------------------


async def present(
    event: Message | CallbackQuery,
    view: CheckoutView,
    shop: Shop,
    texts: Texts,
    state: FSMContext,
    now: datetime,
    zone: ZoneInfo,
    note: Html | str = "",
) -> int | None:
    """Show where a checkout stands, and ask what has to be typed. The id of the message that shows it."""
    shown = await show(event, checkout_screens.checkout(view, texts, now, zone, note), shop.catalogue)
    if view.step is Step.CONTACT:
        await ask_phone(event, view.order.id, shown, texts, state)
    elif view.step is Step.ADDRESS:
        await ask_address(state, view.order.id, shown)
    return shown


async def ask_address(state: FSMContext, order: OrderId, shown: int | None) -> None:
    """The screen that has just been shown asks for it; what is typed next is the answer."""
    await state.set_state(Asking.address)
    await state.set_data({"order": order, "shown": shown})


async def ask_phone(
    event: Message | CallbackQuery, order: OrderId, shown: int | None, texts: Texts, state: FSMContext
) -> None:
    """Ask for a number, with the button that sends one's own; `shown` is the message that stands above."""
    await ask(event, state, Asking.phone, texts("ask-phone-how"), _share(texts), order=order, shown=shown)


async def _ask_email(query: CallbackQuery, order: OrderId, texts: Texts, state: FSMContext) -> None:
    """The law wants a receipt: where to, asked once. The answer goes on to the payment."""
    await ask(query, state, Asking.email, texts("ask-email"), order=order, shown=pressed(query))


def _share(texts: Texts) -> ReplyKeyboardMarkup:
    """Telegram's own button; it hides once it has been used."""
    return sharing(KeyboardButton(text=texts.plain("share-phone"), request_contact=True))


async def go_on(
    query: CallbackQuery,
    step: Awaitable[CheckoutView],
    order: OrderId,
    shop: Shop,
    person: Person,
    texts: Texts,
    state: FSMContext,
    now: datetime,
    zone: ZoneInfo,
    toast: Toast,
) -> int | None:
    """Take a step and show what follows. An old button is answered with how the order stands now.

    Raises NoSuchOrder for an unknown order or somebody else's.
    """
    try:
        view = await step
    except HoldEnded:
        ended = await shop.orders.own(order, person.id)
        return await show(query, checkout_screens.hold_ended(ended, texts), shop.catalogue)
    except ContactNeeded:
        await _ask_email(query, order, texts, state)
        return None
    except (OrderMovedOn, SlotTaken, NoSuchPlace, NoSuchWay, OnlineNotOffered) as refusal:
        await toast(refusals.words(refusal, texts))
        view = await shop.checkout.again(order, person.id)
    return await present(query, view, shop, texts, state, now, zone)


async def placing(
    query: CallbackQuery,
    step: Awaitable[CheckoutView],
    order: OrderId,
    shop: Shop,
    person: Person,
    texts: Texts,
    state: FSMContext,
    now: datetime,
    zone: ZoneInfo,
    toast: Toast,
) -> None:
    """As `go_on`, for the step that places an order: the message that shows it is the order's own from now on."""
    shown = await go_on(query, step, order, shop, person, texts, state, now, zone, toast)
    if shown is not None and shown != pressed(query):
        await shop.orders.note_message(order, shown)


def pressed(query: CallbackQuery) -> int | None:
    """The message whose button it was."""
    return query.message.message_id if query.message else None


# -- what people do ------------------------------------------------------------------------------------------------


async def on_open(
    query: CallbackQuery,
    callback_data: CheckoutOpen,
    shop: Shop,
    person: Person,
    texts: Texts,
    state: FSMContext,
    clock: Clock,
    zone: ZoneInfo,
) -> None:
    """➡️ from a reminder, 💳 in one's orders."""
    view = await shop.checkout.again(OrderId(callback_data.order), person.id)
    await present(query, view, shop, texts, state, clock.now(), zone)


async def on_places(
    query: CallbackQuery,
    callback_data: PlacesOpen | PlacesPage,
    shop: Shop,
    person: Person,
    texts: Texts,
    state: FSMContext,
    clock: Clock,
    zone: ZoneInfo,
) -> None:
    """📍 another place, ◀️ ▶️ more of them."""
    view = await shop.checkout.again(OrderId(callback_data.order), person.id, choosing=True)
    if view.order.state is OrderState.DRAFT:
        page = callback_data.page if isinstance(callback_data, PlacesPage) else 0
        await show(query, checkout_screens.points(view, texts, clock.now(), zone, page=page), shop.catalogue)
    else:
        await present(query, view, shop, texts, state, clock.now(), zone)


async def on_place(
    query: CallbackQuery,
    callback_data: PlaceChosen,
    shop: Shop,
    person: Person,
    texts: Texts,
    state: FSMContext,
    clock: Clock,
    zone: ZoneInfo,
    toast: Toast,
) -> None:
    """📍"""
    order = OrderId(callback_data.order)
    step = shop.checkout.choose_place(order, person.id, LocationId(callback_data.location))
    await go_on(query, step, order, shop, person, texts, state, clock.now(), zone, toast)


async def on_slots(
    query: CallbackQuery,
    callback_data: SlotsOpen,
    shop: Shop,
    person: Person,
    texts: Texts,
    state: FSMContext,
    clock: Clock,
    zone: ZoneInfo,
) -> None:
    """🕒 another time, ◀️ ▶️ another day."""
    view = await shop.checkout.again(OrderId(callback_data.order), person.id, choosing=True)
    if view.order.state is OrderState.DRAFT and view.place is not None and view.place.slots is not None:
        shown = checkout_screens.slots(view, texts, clock.now(), page=callback_data.page)
        await show(query, shown, shop.catalogue)
    else:
        await present(query, view, shop, texts, state, clock.now(), zone)


async def on_slot(
    query: CallbackQuery,
    callback_data: SlotChosen,
    shop: Shop,
    person: Person,
    texts: Texts,
    state: FSMContext,
    clock: Clock,
    zone: ZoneInfo,
    toast: Toast,
) -> None:
    """🕒"""
    order = OrderId(callback_data.order)
    step = shop.checkout.choose_slot(order, person.id, datetime.fromtimestamp(min(callback_data.at, _YEAR_2100), UTC))
    await go_on(query, step, order, shop, person, texts, state, clock.now(), zone, toast)


async def on_phone(
    message: Message,
    shop: Shop,
    person: Person,
    texts: Texts,
    state: FSMContext,
    bot: Bot,
    clock: Clock,
    zone: ZoneInfo,
) -> None:
    """The number, by Telegram's own button or typed. One that will not do is asked for again, with the button."""
    asked = await state.get_data()
    try:
        phone = phone_of(message, person, zone)
    except (BadPhone, NotOwnContact) as refusal:
        await bot.send_message(message.chat.id, texts(refusal.text_key, **refusal.fields), reply_markup=_share(texts))
        return
    order = OrderId(int(asked["order"]))
    await state.clear()
    view = await shop.checkout.give_phone(order, person.id, phone)
    await bot.send_message(
        message.chat.id, texts("phone-noted", phone=wording.phone(phone)), reply_markup=ReplyKeyboardRemove()
    )
    if asked.get("shown") is not None:
        await strip(bot, message.chat.id, int(asked["shown"]))
    await present(message, view, shop, texts, state, clock.now(), zone)


async def on_email(
    message: Message,
    shop: Shop,
    person: Person,
    texts: Texts,
    state: FSMContext,
    bot: Bot,
    clock: Clock,
    zone: ZoneInfo,
) -> None:
    """Where the receipt goes, then the link at once. Raises BadEmail; the question stays open then."""
    asked = await state.get_data()
    email = read_email(message.text or "")
    order = OrderId(int(asked["order"]))
    await state.clear()
    if asked.get("shown") is not None:
        await strip(bot, message.chat.id, int(asked["shown"]))
    try:
        if "version" not in asked:
            view = await shop.checkout.confirm(order, person.id, PayWay.ONLINE, None, email)
        else:
            view = await shop.shipping.accept(order, person.id, int(asked["version"]), PayWay.ONLINE, None, email)
    except QuoteChanged:  # the e-mail is kept, and the new price shown
        view = await shop.checkout.confirm(order, person.id, PayWay.ONLINE, None, email)
    shown = await present(message, view, shop, texts, state, clock.now(), zone, texts("email-noted", email=email))
    if shown is not None:
        await shop.orders.note_message(order, shown)


async def on_pay(
    query: CallbackQuery,
    callback_data: Pay,
    shop: Shop,
    person: Person,
    texts: Texts,
    state: FSMContext,
    clock: Clock,
    zone: ZoneInfo,
    toast: Toast,
) -> None:
    """💳 or 🤝: pressing it is the confirmation. The message that shows it becomes the link."""
    order = OrderId(callback_data.order)
    step = shop.checkout.confirm(order, person.id, callback_data.way, pressed(query))
    await placing(query, step, order, shop, person, texts, state, clock.now(), zone, toast)
    # the link may have come while "preparing" was on its way to the screen, and been painted over
    now = await shop.checkout.again(order, person.id)
    if now.step is Step.LINK and now.link is not None:
        await present(query, now, shop, texts, state, clock.now(), zone)


async def on_paid(
    query: CallbackQuery,
    callback_data: PaidCheck,
    shop: Shop,
    person: Person,
    texts: Texts,
    state: FSMContext,
    clock: Clock,
    zone: ZoneInfo,
    toast: Toast,
) -> None:
    """🔄: look at the provider now, and say that we look."""
    order = OrderId(callback_data.order)
    await shop.payments.hasten(order, person.id)
    view = await shop.checkout.again(order, person.id)
    note = ""
    if view.step is Step.LINK:
        note = texts("checking-payment")
        await toast(texts.plain("checking-toast"))
    await present(query, view, shop, texts, state, clock.now(), zone, note)


async def on_cancel(
    query: CallbackQuery,
    callback_data: CheckoutCancel,
    shop: Shop,
    person: Person,
    texts: Texts,
    state: FSMContext,
    clock: Clock,
    zone: ZoneInfo,
    toast: Toast,
) -> None:
    """❌: the pieces are free at once. An order that the shop owes already is shown as it stands."""
    order = OrderId(callback_data.order)
    try:
        ended = await shop.checkout.cancel(order, person.id)
    except OrderMovedOn as moved:
        await toast(refusals.words(moved, texts))
        view = await shop.checkout.again(order, person.id)
        await present(query, view, shop, texts, state, clock.now(), zone)
        return
    screen = checkout_screens.cancelled if ended.state is OrderState.CANCELLED else checkout_screens.hold_ended
    await show(query, screen(ended, texts), shop.catalogue)
