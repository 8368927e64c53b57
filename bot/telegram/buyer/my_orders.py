"""How does a buyer follow an order, show its code, step back from it, or order the same again?"""

import re
from datetime import datetime
from typing import Final
from zoneinfo import ZoneInfo

from aiogram import Bot, Router
from aiogram.filters import Command
from aiogram.fsm.context import FSMContext
from aiogram.types import BufferedInputFile, CallbackQuery, Message

from bot.basics.clock import Clock
from bot.basics.ids import OrderId
from bot.basics.pictures import qr_png
from bot.shop.catalogue.errors import NoSuchWork
from bot.shop.checkout.errors import EmptyCart
from bot.shop.checkout.values import Step
from bot.shop.customers.values import Person
from bot.shop.fulfilment.errors import CannotCancel
from bot.shop.orders.errors import NoSuchOrder, OrderMovedOn
from bot.shop.orders.rules import order_of
from bot.shop.orders.values import OrderKey, OrderState, OrderView
from bot.shop.shop import Shop
from bot.shop.stock.errors import SoldOut
from bot.shop.stock.values import Wanted
from bot.telegram import refusals
from bot.telegram.buyer import checkout, checkout_screens, living, order_screens
from bot.telegram.buyer.callbacks import (
    OrderAgain,
    OrderCancel,
    OrderCancelFor,
    OrderCode,
    OrderOpen,
    OrdersLeaf,
    OrdersOpen,
)
from bot.telegram.buyer.questions import screen_router
from bot.telegram.filters import Says
from bot.telegram.rights import Right, needs
from bot.telegram.screen import Screen, send, show
from bot.telegram.texts import Html, Texts
from bot.telegram.toast import Toast

PAGE: Final = 8
NUMBER: Final = r"[vV][-‐‑–][0-9]{4,12}"
"""An order's number as it is written; without the letter it could be anything."""
_UNPLACED: Final = frozenset({OrderState.DRAFT, OrderState.AWAITING_PAYMENT})


def router() -> Router:
    made = screen_router("my_orders")
    made.message.register(on_my_orders, Command("orders"), flags=needs(Right.BUY))
    made.message.register(on_number, Says(NUMBER), flags=needs(Right.BUY))
    made.callback_query.register(on_first, OrdersOpen.filter(), flags=needs(Right.BUY))
    made.callback_query.register(on_leaf, OrdersLeaf.filter(), flags=needs(Right.BUY))
    made.callback_query.register(on_order, OrderOpen.filter(), flags=needs(Right.BUY))
    made.callback_query.register(on_code, OrderCode.filter(), flags=needs(Right.BUY))
    made.callback_query.register(on_cancel, OrderCancel.filter(), flags=needs(Right.BUY))
    made.callback_query.register(on_cancel_for, OrderCancelFor.filter(), flags=needs(Right.BUY))
    made.callback_query.register(on_again, OrderAgain.filter(), flags=needs(Right.BUY))
    return made


# -- screens -------------------------------------------------------------------------------------------------------


async def screen(
    shop: Shop, order: OrderView, texts: Texts, now: datetime, zone: ZoneInfo, note: Html | str = ""
) -> Screen:
    """One order as it is now."""
    over = order.state is OrderState.HANDED_OVER
    standing = await shop.returns.standing(order.id) if over else None
    needs_place = not over or (standing is not None and standing.request is not None)
    place = await shop.pickup.get(order.location) if needs_place and order.location is not None else None
    return order_screens.order(order, place, texts, now, zone, note, standing)


async def by_token(shop: Shop, token: str, person: Person, texts: Texts, now: datetime, zone: ZoneInfo) -> Screen:
    """One's own order by its link, which is also where the payment page leads back to: so the money is looked for.

    Arriving proves nothing. Raises NoSuchOrder.
    """
    order = await shop.orders.by_token(token, person.id)
    if order.state not in _UNPLACED:
        return await screen(shop, order, texts, now, zone)
    await shop.payments.hasten(order.id, person.id)
    view = await shop.checkout.again(order.id, person.id)
    note = texts("checking-payment") if view.step is Step.LINK else ""
    return checkout_screens.checkout(view, texts, now, zone, note)


# -- what people do ------------------------------------------------------------------------------------------------


async def on_my_orders(message: Message, shop: Shop, person: Person, texts: Texts) -> None:
    found = await shop.orders.mine(person.id, limit=PAGE)
    await show(message, order_screens.mine(found, texts, first=True, page=PAGE), shop.catalogue)


async def on_number(
    message: Message, said: re.Match[str], shop: Shop, person: Person, texts: Texts, clock: Clock, zone: ZoneInfo
) -> None:
    """`V-1042` finds an order of one's own. Raises NoSuchOrder for somebody else's."""
    wanted = order_of(said[0])
    if wanted is None:
        raise NoSuchOrder
    order = await shop.orders.own(wanted, person.id)
    await show(message, await screen(shop, order, texts, clock.now(), zone), shop.catalogue)


async def on_first(query: CallbackQuery, shop: Shop, person: Person, texts: Texts) -> None:
    """📦"""
    found = await shop.orders.mine(person.id, limit=PAGE)
    await show(query, order_screens.mine(found, texts, first=True, page=PAGE), shop.catalogue)


async def on_leaf(query: CallbackQuery, callback_data: OrdersLeaf, shop: Shop, person: Person, texts: Texts) -> None:
    """▶️"""
    found = await shop.orders.mine(person.id, OrderKey(OrderId(callback_data.after), callback_data.ended), PAGE)
    first = not found
    if first:
        found = await shop.orders.mine(person.id, limit=PAGE)
    await show(query, order_screens.mine(found, texts, first=first, page=PAGE), shop.catalogue)


async def on_order(
    query: CallbackQuery,
    callback_data: OrderOpen,
    shop: Shop,
    person: Person,
    texts: Texts,
    bot: Bot,
    clock: Clock,
    zone: ZoneInfo,
) -> None:
    """📦 one order; below a picture, because that may be its code. Raises NoSuchOrder for somebody else's.

    On the message that shows the order while it moves it stays that message.
    """
    order = await shop.orders.own(OrderId(callback_data.order), person.id)
    if isinstance(query.message, Message) and query.message.photo:
        await send(bot, query.message.chat.id, await screen(shop, order, texts, clock.now(), zone), shop.catalogue)
    elif query.message is not None and query.message.message_id == order.chat_message:
        await show(query, await living.screen(shop, order, texts, clock.now(), zone), shop.catalogue)
    else:
        await show(query, await screen(shop, order, texts, clock.now(), zone), shop.catalogue)


async def on_code(
    query: CallbackQuery,
    callback_data: OrderCode,
    shop: Shop,
    person: Person,
    texts: Texts,
    bot: Bot,
    clock: Clock,
    zone: ZoneInfo,
    toast: Toast,
) -> None:
    """The QR picture, from 👌 on and never before; it stands under the order and does not replace it."""
    order = await shop.orders.own(OrderId(callback_data.order), person.id)
    if order.stage != "ready":
        await toast(refusals.words(OrderMovedOn(), texts))
        await show(query, await screen(shop, order, texts, clock.now(), zone), shop.catalogue)
        return
    username = (await bot.me()).username
    picture = BufferedInputFile(qr_png(f"https://t.me/{username}?start=h_{order.hand_token}"), "code.png")
    under = order_screens.code_caption(order, texts)
    await bot.send_photo(query.from_user.id, picture, caption=under.text, reply_markup=under.markup)


async def on_cancel(
    query: CallbackQuery,
    callback_data: OrderCancel,
    shop: Shop,
    person: Person,
    texts: Texts,
    clock: Clock,
    zone: ZoneInfo,
    toast: Toast,
) -> None:
    """❌: asked once, then done; what was paid goes back."""
    order = await shop.orders.own(OrderId(callback_data.order), person.id)
    if order.state in (OrderState.CANCELLED, OrderState.EXPIRED):
        await show(query, await screen(shop, order, texts, clock.now(), zone), shop.catalogue)
        return
    if order.state is OrderState.HANDED_OVER or order.stage == "sent":
        await toast(refusals.words(CannotCancel(), texts))
        await show(query, await screen(shop, order, texts, clock.now(), zone), shop.catalogue)
        return
    if not callback_data.sure:
        await show(query, order_screens.ask_cancel(order, texts), shop.catalogue)
        return
    await _cancel(query, order, "", shop, person, texts, clock, zone)


async def on_cancel_for(
    query: CallbackQuery,
    callback_data: OrderCancelFor,
    shop: Shop,
    person: Person,
    texts: Texts,
    clock: Clock,
    zone: ZoneInfo,
) -> None:
    """❌ with a reason. Raises NoSuchOrder, CannotCancel."""
    order = await shop.orders.own(OrderId(callback_data.order), person.id)
    await _cancel(query, order, callback_data.reason.value, shop, person, texts, clock, zone)


async def _cancel(
    query: CallbackQuery,
    order: OrderView,
    reason: str,
    shop: Shop,
    person: Person,
    texts: Texts,
    clock: Clock,
    zone: ZoneInfo,
) -> None:
    paid = order.paid_minor > 0
    if order.state in _UNPLACED:
        order = await shop.checkout.cancel(order.id, person.id)
    else:
        order = await shop.fulfilment.cancel(order.id, person.id, reason)
    note = texts("order-cancelled-paid" if paid else "order-cancelled", number=order.number)
    await show(query, await screen(shop, order, texts, clock.now(), zone, note), shop.catalogue)


async def on_again(
    query: CallbackQuery,
    callback_data: OrderAgain,
    shop: Shop,
    person: Person,
    texts: Texts,
    state: FSMContext,
    clock: Clock,
    zone: ZoneInfo,
) -> None:
    """🔁: of these works those that can be bought again, at today's prices. Raises NoSuchOrder."""
    order = await shop.orders.own(OrderId(callback_data.order), person.id)
    variants = [line.variant for line in order.lines]
    listed = await shop.catalogue.lines(variants, person.language)
    free = await shop.stock.availability(variants)
    known = [line for line in order.lines if line.variant in listed]
    wanted = [
        Wanted(line.variant, min(line.quantity, free[line.variant].available))
        for line in known
        if free[line.variant].available > 0
    ]
    # what one holds oneself is not gone: the checkout finds it
    wanted = wanted or [Wanted(line.variant, line.quantity) for line in known if free[line.variant].reserved > 0]
    gone = [line for line in order.lines if all(line.variant != each.variant for each in wanted)]
    try:
        view = await shop.checkout.start(person.id, person.language, wanted)
    except (SoldOut, NoSuchWork, EmptyCart):
        await show(query, order_screens.nothing_again(order, texts), shop.catalogue)
        return
    note = order_screens.not_again(gone, texts) if gone else ""
    await checkout.present(query, view, shop, texts, state, clock.now(), zone, note)
