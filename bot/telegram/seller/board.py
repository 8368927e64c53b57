"""Which orders does the shop have, and what does the seller do with one: 👌, 💸, ❌?"""

import re
from datetime import datetime
from zoneinfo import ZoneInfo

from aiogram import Router
from aiogram.filters import Command, CommandObject
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, Message

from bot.basics.clock import Clock
from bot.basics.ids import OrderId
from bot.shop.customers.values import Person
from bot.shop.orders.errors import NoSuchOrder, OrderMovedOn
from bot.shop.orders.rules import number, order_of
from bot.shop.orders.values import OrderView
from bot.shop.shop import Shop
from bot.telegram import wording
from bot.telegram.buyer.my_orders import NUMBER
from bot.telegram.filters import Says
from bot.telegram.refusals import words
from bot.telegram.rights import Right, needs
from bot.telegram.screen import button, show
from bot.telegram.seller import order_looks
from bot.telegram.seller.asking import Answers, Does, Selling, Unasked, answering, ask, seller_router
from bot.telegram.seller.callbacks import BoardOpen, MismatchCheck, SellerOrder
from bot.telegram.seller.errors import NoOrderNumber
from bot.telegram.texts import Html, Texts
from bot.telegram.toast import Toast

PAGE = 8


def router() -> Router:
    router = seller_router("board")
    view, orders, money = needs(Right.VIEW), needs(Right.ORDERS), needs(Right.MONEY)
    router.message.register(on_board, Command("board"), flags=view)
    router.callback_query.register(on_board_pressed, Does(BoardOpen), flags=view)
    router.message.register(on_ready, Command("ready"), flags=orders)
    router.message.register(on_ready_typed, Answers(Selling.ready), flags=answering(Right.ORDERS))
    router.message.register(on_number, Says(NUMBER), Unasked(), flags=view)
    router.callback_query.register(on_begin, Does(SellerOrder, "begin"), flags=orders)
    router.callback_query.register(on_ready_pressed, Does(SellerOrder, "ready"), flags=orders)
    router.callback_query.register(on_longer, Does(SellerOrder, "longer"), flags=orders)
    router.callback_query.register(on_refund, Does(SellerOrder, "refund", "refund_goods"), flags=money)
    router.callback_query.register(on_look, Does(MismatchCheck), flags=money)
    router.callback_query.register(on_call_off, Does(SellerOrder, "call_off"), flags=money)
    router.callback_query.register(on_order, Does(SellerOrder, "open"), flags=view)
    return router


async def on_board(message: Message, shop: Shop, texts: Texts) -> None:
    await _show_board(message, "", None, shop, texts)


async def on_board_pressed(query: CallbackQuery, callback_data: BoardOpen, shop: Shop, texts: Texts) -> None:
    tab = callback_data.state if callback_data.state in order_looks.TABS else ""
    await _show_board(query, tab, OrderId(callback_data.before) if callback_data.before else None, shop, texts)


async def on_order(
    query: CallbackQuery, callback_data: SellerOrder, shop: Shop, texts: Texts, clock: Clock, zone: ZoneInfo
) -> None:
    await _show_order(query, await shop.orders.get(OrderId(callback_data.order)), shop, texts, clock.now(), zone)


async def on_ready(
    message: Message,
    command: CommandObject,
    shop: Shop,
    person: Person,
    texts: Texts,
    state: FSMContext,
    clock: Clock,
    zone: ZoneInfo,
) -> None:
    if not command.args:
        back = button(texts.plain("sell-board"), BoardOpen(state="accepted"))
        await ask(message, state, shop, Selling.ready, texts("sell-ask-ready"), back)
        return
    await _make_ready(message, numbered(command.args), shop, person, texts, clock.now(), zone)


async def on_ready_typed(
    message: Message, shop: Shop, person: Person, texts: Texts, state: FSMContext, clock: Clock, zone: ZoneInfo
) -> None:
    await _make_ready(message, numbered(message.text or ""), shop, person, texts, clock.now(), zone)
    await state.clear()


async def on_ready_pressed(
    query: CallbackQuery,
    callback_data: SellerOrder,
    shop: Shop,
    person: Person,
    texts: Texts,
    toast: Toast,
    clock: Clock,
    zone: ZoneInfo,
) -> None:
    try:
        await _make_ready(query, OrderId(callback_data.order), shop, person, texts, clock.now(), zone)
    except OrderMovedOn as refusal:
        await _show_as_it_is(query, callback_data.order, refusal, shop, texts, toast, clock.now(), zone)


async def on_begin(
    query: CallbackQuery,
    callback_data: SellerOrder,
    shop: Shop,
    person: Person,
    texts: Texts,
    toast: Toast,
    clock: Clock,
    zone: ZoneInfo,
) -> None:
    """🛠: the buyer's message shows it, nothing rings."""
    try:
        order = await shop.fulfilment.begin(OrderId(callback_data.order), person.id)
    except OrderMovedOn as refusal:
        await _show_as_it_is(query, callback_data.order, refusal, shop, texts, toast, clock.now(), zone)
        return
    await _show_order(query, order, shop, texts, clock.now(), zone)


async def on_number(
    message: Message, said: re.Match[str], shop: Shop, texts: Texts, clock: Clock, zone: ZoneInfo
) -> None:
    """`V-1042`, typed by itself."""
    order = numbered(said[0])
    try:
        found = await shop.orders.get(order)
    except NoSuchOrder as unknown:
        raise NoOrderNumber(text=number(order)) from unknown
    await _show_order(message, found, shop, texts, clock.now(), zone)


async def on_longer(
    query: CallbackQuery,
    callback_data: SellerOrder,
    shop: Shop,
    person: Person,
    texts: Texts,
    toast: Toast,
    clock: Clock,
    zone: ZoneInfo,
) -> None:
    try:
        order = await shop.fulfilment.keep_longer(OrderId(callback_data.order), person.id)
    except OrderMovedOn as refusal:
        await _show_as_it_is(query, callback_data.order, refusal, shop, texts, toast, clock.now(), zone)
        return
    last, today = (each.astimezone(zone).date() for each in (order.keep_until or clock.now(), clock.now()))
    until = wording.until_day(texts, last, today)
    head = texts("sell-kept-longer", number=order.number, until=until)
    await _show_order(query, order, shop, texts, clock.now(), zone, head)


async def on_refund(
    query: CallbackQuery,
    callback_data: SellerOrder,
    shop: Shop,
    person: Person,
    texts: Texts,
    clock: Clock,
    zone: ZoneInfo,
) -> None:
    order = await shop.orders.get(OrderId(callback_data.order))
    if not callback_data.sure and order.paid_minor > 0:
        await show(query, order_looks.refund_question(order, texts), shop.catalogue)
        return
    minor = await shop.fulfilment.refund(order.id, person.id, whole=callback_data.act == "refund")
    amount = wording.money(minor, order.total.currency, texts.language)
    head = texts("sell-refunding", number=order.number, amount=amount)
    await _show_order(query, await shop.orders.get(order.id), shop, texts, clock.now(), zone, head)


async def on_look(_query: CallbackQuery, callback_data: MismatchCheck, shop: Shop, texts: Texts, toast: Toast) -> None:
    """🔄: the answer comes as a message of its own, once the provider has been asked."""
    looking = await shop.fulfilment.look_at_payment(OrderId(callback_data.order))
    await toast(texts.plain("checking-toast") if looking else words(OrderMovedOn(), texts))


async def on_call_off(
    query: CallbackQuery,
    callback_data: SellerOrder,
    shop: Shop,
    person: Person,
    texts: Texts,
    toast: Toast,
    clock: Clock,
    zone: ZoneInfo,
) -> None:
    order = await shop.orders.get(OrderId(callback_data.order))
    if not callback_data.sure and order.state in order_looks.OPEN:
        await show(query, order_looks.call_off_question(order, texts), shop.catalogue)
        return
    try:
        order = await shop.fulfilment.call_off(order.id, person.id, "seller")
    except OrderMovedOn as refusal:
        await _show_as_it_is(query, callback_data.order, refusal, shop, texts, toast, clock.now(), zone)
        return
    await _show_order(query, order, shop, texts, clock.now(), zone)


def numbered(text: str) -> OrderId:
    """The order behind a typed number. Raises NoOrderNumber for words that are none."""
    order = order_of(text)
    if order is None:
        raise NoOrderNumber(text=text.strip()[:20])
    return order


async def _make_ready(
    event: Message | CallbackQuery,
    order: OrderId,
    shop: Shop,
    person: Person,
    texts: Texts,
    now: datetime,
    zone: ZoneInfo,
) -> None:
    try:
        ready = await shop.fulfilment.ready(order, person.id)
    except NoSuchOrder as unknown:
        raise NoOrderNumber(text=number(order)) from unknown
    await _show_order(event, ready, shop, texts, now, zone)


async def _show_board(
    event: Message | CallbackQuery, tab: str, before: OrderId | None, shop: Shop, texts: Texts
) -> None:
    found = await shop.orders.board(order_looks.TABS[tab], before, PAGE + 1)
    counts = await shop.orders.counts()
    screen = order_looks.board(tab, found[:PAGE], counts, texts, before=before, more=len(found) > PAGE)
    await show(event, screen, shop.catalogue)


async def _show_order(
    event: Message | CallbackQuery,
    order: OrderView,
    shop: Shop,
    texts: Texts,
    now: datetime,
    zone: ZoneInfo,
    head: Html | None = None,
) -> None:
    await show(event, await order_looks.order_screen(shop, order, texts, now, zone, head=head), shop.catalogue)


async def _show_as_it_is(
    query: CallbackQuery,
    order: int,
    refusal: OrderMovedOn,
    shop: Shop,
    texts: Texts,
    toast: Toast,
    now: datetime,
    zone: ZoneInfo,
) -> None:
    """An old button: say so, and show the order as it stands."""
    await toast(words(refusal, texts), alert=True)
    await _show_order(query, await shop.orders.get(OrderId(order)), shop, texts, now, zone)
