"""How does a buyer choose a delivery, say where to, agree on its price and say that it has come?"""

from zoneinfo import ZoneInfo

from aiogram import Bot, Router
from aiogram.filters import StateFilter
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, Message

from bot.basics.clock import Clock
from bot.basics.ids import DeliveryWayId, OrderId
from bot.basics.typed import clean
from bot.shop.checkout.values import Step
from bot.shop.customers.values import Person
from bot.shop.delivery.errors import NoSuchWay
from bot.shop.delivery.values import ADDRESS_LIMIT
from bot.shop.orders.errors import OrderMovedOn
from bot.shop.orders.values import OrderState
from bot.shop.payments.errors import NotPaidYet
from bot.shop.shipping.errors import BadAddress
from bot.shop.shop import Shop
from bot.telegram import refusals
from bot.telegram.buyer import checkout, delivery_screens, living
from bot.telegram.buyer.delivery_buttons import AddressAsk, CollectInstead, OfferTake, ParcelHere, PriceAsk, WayChosen
from bot.telegram.buyer.questions import Asking, InPrivate, screen_router
from bot.telegram.filters import Has
from bot.telegram.rights import Right, needs
from bot.telegram.screen import show, strip
from bot.telegram.texts import Texts
from bot.telegram.toast import Toast


def router() -> Router:
    made = screen_router("delivery")
    made.callback_query.register(on_way, WayChosen.filter(), flags=needs(Right.BUY))
    made.callback_query.register(on_address_asked, AddressAsk.filter(), flags=needs(Right.BUY))
    made.callback_query.register(on_price_asked, PriceAsk.filter(), flags=needs(Right.BUY))
    made.callback_query.register(on_offer_taken, OfferTake.filter(), flags=needs(Right.BUY))
    made.callback_query.register(on_collect, CollectInstead.filter(), flags=needs(Right.BUY))
    made.callback_query.register(on_received, ParcelHere.filter(), flags=needs(Right.BUY))
    return made


def answers() -> Router:
    """What is typed while an address is asked for; nothing here leaves the question before it is answered."""
    made = Router(name="delivery_answers")
    made.message.filter(InPrivate(), StateFilter(Asking.address))
    made.message.register(on_address, Has("text"), flags=needs(Right.BUY))
    made.message.register(on_no_address, flags=needs(Right.BUY))
    return made


async def on_way(
    query: CallbackQuery,
    callback_data: WayChosen,
    shop: Shop,
    person: Person,
    texts: Texts,
    state: FSMContext,
    clock: Clock,
    zone: ZoneInfo,
    toast: Toast,
) -> None:
    """🚚 📦"""
    order = OrderId(callback_data.order)
    step = shop.shipping.choose(order, person.id, DeliveryWayId(callback_data.way))
    await checkout.go_on(query, step, order, shop, person, texts, state, clock.now(), zone, toast)


async def on_address_asked(
    query: CallbackQuery,
    callback_data: AddressAsk,
    shop: Shop,
    person: Person,
    texts: Texts,
    state: FSMContext,
    clock: Clock,
    zone: ZoneInfo,
) -> None:
    """✏️ another address; an order that is placed is shown as it stands."""
    view = await shop.checkout.again(OrderId(callback_data.order), person.id)
    if view.order.state is not OrderState.DRAFT or view.order.delivery is None:
        await checkout.present(query, view, shop, texts, state, clock.now(), zone)
        return
    shown = await show(query, delivery_screens.address(view, texts, clock.now(), zone), shop.catalogue)
    await checkout.ask_address(state, view.order.id, shown)


async def on_address(
    message: Message,
    shop: Shop,
    person: Person,
    texts: Texts,
    state: FSMContext,
    bot: Bot,
    clock: Clock,
    zone: ZoneInfo,
) -> None:
    """Where to. Raises BadAddress; the question stays open then."""
    asked = await state.get_data()
    order = OrderId(int(asked["order"]))
    try:
        view = await shop.shipping.give_address(order, person.id, clean(message.text or ""))
    except (NoSuchWay, OrderMovedOn):
        view = await shop.checkout.again(order, person.id)
    await state.clear()
    if asked.get("shown") is not None:
        await strip(bot, message.chat.id, int(asked["shown"]))
    await checkout.present(message, view, shop, texts, state, clock.now(), zone)


async def on_no_address(_message: Message) -> None:
    """A picture, a voice, a point on the map: nobody can write that on a parcel."""
    raise BadAddress(limit=ADDRESS_LIMIT)


async def on_price_asked(
    query: CallbackQuery,
    callback_data: PriceAsk,
    shop: Shop,
    person: Person,
    texts: Texts,
    state: FSMContext,
    clock: Clock,
    zone: ZoneInfo,
    toast: Toast,
) -> None:
    """📨 places the order; the message that shows it waits with the buyer."""
    order = OrderId(callback_data.order)
    step = shop.shipping.ask(order, person.id, checkout.pressed(query))
    await checkout.placing(query, step, order, shop, person, texts, state, clock.now(), zone, toast)


async def on_offer_taken(
    query: CallbackQuery,
    callback_data: OfferTake,
    shop: Shop,
    person: Person,
    texts: Texts,
    state: FSMContext,
    clock: Clock,
    zone: ZoneInfo,
    toast: Toast,
) -> None:
    """✅ agree and pay: the message becomes the link. A price that has changed is shown anew instead."""
    order = OrderId(callback_data.order)
    step = shop.shipping.accept(order, person.id, callback_data.version, callback_data.way, checkout.pressed(query))
    await checkout.placing(query, step, order, shop, person, texts, state, clock.now(), zone, toast)
    if (
        await state.get_state() == Asking.email.state
    ):  # asked first where the receipt goes; this price is agreed to then
        await state.update_data(version=callback_data.version)
    # the link may have come while "preparing" was on its way to the screen, and been painted over
    now = await shop.checkout.again(order, person.id)
    if now.step is Step.LINK and now.link is not None:
        await checkout.present(query, now, shop, texts, state, clock.now(), zone)


async def on_collect(
    query: CallbackQuery,
    callback_data: CollectInstead,
    shop: Shop,
    person: Person,
    texts: Texts,
    state: FSMContext,
    clock: Clock,
    zone: ZoneInfo,
    toast: Toast,
) -> None:
    """📍 a new checkout of the same pieces takes the place of this order. Raises SoldOut, NoSuchWork, NoPlaces."""
    order = OrderId(callback_data.order)
    step = shop.checkout.start(person.id, texts.language, instead=order)
    await checkout.go_on(query, step, order, shop, person, texts, state, clock.now(), zone, toast)


async def on_received(
    query: CallbackQuery,
    callback_data: ParcelHere,
    shop: Shop,
    person: Person,
    texts: Texts,
    clock: Clock,
    zone: ZoneInfo,
    toast: Toast,
) -> None:
    """✅ it has come. Raises NoSuchOrder for somebody else's."""
    order = OrderId(callback_data.order)
    try:
        shown = await shop.parcels.receive(order, person.id)
    except (OrderMovedOn, NotPaidYet) as refusal:
        await toast(refusals.words(refusal, texts))
        shown = await shop.orders.own(order, person.id)
    await show(query, await living.screen(shop, shown, texts, clock.now(), zone), shop.catalogue)
