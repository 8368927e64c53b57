"""How does a seller decide about an order that comes back, and say that it is here?"""

from zoneinfo import ZoneInfo

from aiogram import Bot, Router
from aiogram.fsm.context import FSMContext
from aiogram.fsm.state import State
from aiogram.types import CallbackQuery, Message

from bot.basics.clock import Clock
from bot.basics.ids import OrderId
from bot.shop.customers.values import Person
from bot.shop.returns.errors import ReturnMovedOn
from bot.shop.returns.values import ReturnState
from bot.shop.shop import Shop
from bot.telegram import wording
from bot.telegram.refusals import words
from bot.telegram.rights import Right, needs
from bot.telegram.screen import Screen, send, show
from bot.telegram.seller import order_looks, return_looks
from bot.telegram.seller.asking import Answers, Does, Selling, answered, answering, seller_router
from bot.telegram.seller.callbacks import SellerReturn
from bot.telegram.texts import Html, Texts
from bot.telegram.toast import Toast


def router() -> Router:
    router = seller_router("returns")
    orders, money, answer = needs(Right.ORDERS), needs(Right.MONEY), answering(Right.ORDERS)
    router.message.register(on_how, Answers(Selling.return_how), flags=answer)
    router.message.register(on_why, Answers(Selling.return_why), flags=answer)
    router.callback_query.register(on_accept, Does(SellerReturn, "accept"), flags=orders)
    router.callback_query.register(on_here, Does(SellerReturn, "here"), flags=orders)
    router.callback_query.register(on_decline, Does(SellerReturn, "decline"), flags=orders)
    router.callback_query.register(on_received, Does(SellerReturn, "back", "off", "back_all", "off_all"), flags=money)
    return router


async def on_accept(
    query: CallbackQuery,
    callback_data: SellerReturn,
    shop: Shop,
    texts: Texts,
    state: FSMContext,
    bot: Bot,
    toast: Toast,
) -> None:
    """✅: how may it be brought? The question comes below, the request stays as it is."""
    order = await shop.orders.get(OrderId(callback_data.order))
    await _ask(query, order.id, Selling.return_how, return_looks.ask_how(order, texts), shop, texts, state, bot, toast)


async def on_decline(
    query: CallbackQuery,
    callback_data: SellerReturn,
    shop: Shop,
    texts: Texts,
    state: FSMContext,
    bot: Bot,
    toast: Toast,
) -> None:
    """❌: why not?"""
    order = await shop.orders.get(OrderId(callback_data.order))
    await _ask(query, order.id, Selling.return_why, return_looks.ask_why(order, texts), shop, texts, state, bot, toast)


async def _ask(
    query: CallbackQuery,
    order: OrderId,
    question: State,
    screen: Screen,
    shop: Shop,
    texts: Texts,
    state: FSMContext,
    bot: Bot,
    toast: Toast,
) -> None:
    request = (await shop.returns.standing(order)).request
    if request is None or request.state is not ReturnState.ASKED:
        await toast(words(ReturnMovedOn(), texts), alert=True)
        return
    shown = await send(bot, query.from_user.id, screen, shop.catalogue)
    await state.set_state(question)
    await state.set_data({"order": order, "message": shown})


async def on_here(
    query: CallbackQuery,
    callback_data: SellerReturn,
    shop: Shop,
    person: Person,
    texts: Texts,
    clock: Clock,
    zone: ZoneInfo,
) -> None:
    """📍 to where it was collected."""
    order = OrderId(callback_data.order)
    await shop.returns.accept(order, person.id, "")
    await _show(query, order, shop, texts, clock, zone)


async def on_how(
    message: Message,
    shop: Shop,
    person: Person,
    texts: Texts,
    state: FSMContext,
    bot: Bot,
    clock: Clock,
    zone: ZoneInfo,
) -> None:
    order = OrderId(int((await state.get_data())["order"]))
    await answered(bot, message.chat.id, state)
    await shop.returns.accept(order, person.id, (message.text or "").strip())
    await _show(message, order, shop, texts, clock, zone)


async def on_why(
    message: Message,
    shop: Shop,
    person: Person,
    texts: Texts,
    state: FSMContext,
    bot: Bot,
    clock: Clock,
    zone: ZoneInfo,
) -> None:
    order = OrderId(int((await state.get_data())["order"]))
    await answered(bot, message.chat.id, state)
    await shop.returns.decline(order, person.id, (message.text or "").strip())
    await _show(message, order, shop, texts, clock, zone)


async def on_received(
    query: CallbackQuery,
    callback_data: SellerReturn,
    shop: Shop,
    person: Person,
    texts: Texts,
    toast: Toast,
    clock: Clock,
    zone: ZoneInfo,
) -> None:
    """It is here: asked once, then the money goes back and the pieces are for sale again, or written off."""
    order = await shop.orders.get(OrderId(callback_data.order))
    if not callback_data.sure:
        request = (await shop.returns.standing(order.id)).request
        if request is not None and request.state is ReturnState.ACCEPTED:
            await show(query, return_looks.sure(order, callback_data.act, texts), shop.catalogue)
            return
    try:
        restock, whole = callback_data.act.startswith("back"), callback_data.act.endswith("_all")
        minor = await shop.returns.receive(order.id, person.id, restock=restock, whole=whole)
    except ReturnMovedOn as refusal:
        await toast(words(refusal, texts), alert=True)
        await _show(query, order.id, shop, texts, clock, zone)
        return
    amount = wording.money(minor, order.total.currency, texts.language)
    head = texts("sell-refunding", number=order.number, amount=amount) if minor else None
    await _show(query, order.id, shop, texts, clock, zone, head)


async def _show(
    event: Message | CallbackQuery,
    order: OrderId,
    shop: Shop,
    texts: Texts,
    clock: Clock,
    zone: ZoneInfo,
    head: Html | None = None,
) -> None:
    view = await shop.orders.get(order)
    await show(event, await order_looks.order_screen(shop, view, texts, clock.now(), zone, head=head), shop.catalogue)
