"""How does a purchase get into the buyer's hands: by code, by QR, with what is still due?"""

import re
from typing import get_args
from zoneinfo import ZoneInfo

from aiogram import Bot, Router
from aiogram.dispatcher.event.bases import SkipHandler
from aiogram.filters import Command, CommandObject
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, Message

from bot.basics.clock import Clock
from bot.basics.ids import OrderId
from bot.shop.customers.values import Person
from bot.shop.fulfilment.use_cases import PaidBy
from bot.shop.orders import rules as order_rules
from bot.shop.orders.errors import NoSuchOrder, OrderMovedOn, WrongCode
from bot.shop.orders.values import OrderView
from bot.shop.payments.errors import NotPaidYet
from bot.shop.shop import Shop
from bot.telegram.filters import Says
from bot.telegram.refusals import words
from bot.telegram.rights import Right, needs
from bot.telegram.screen import button, show
from bot.telegram.seller import order_looks, rounds
from bot.telegram.seller.asking import Answers, Does, Selling, Unasked, answered, answering, ask, seller_router
from bot.telegram.seller.callbacks import CodeAsk, DeskOpen, HandPaid, SellerOrder
from bot.telegram.texts import Texts
from bot.telegram.toast import Toast

_SIX_DIGITS = r"\d{3}\s?\d{3}"
_LINK = r"(?:/start(?:@\w+)?\s+|https?://t\.me/\w+\?start=)h_(?P<token>[A-Za-z0-9]{1,40})(?:-s_[a-z0-9]+)?"


def router() -> Router:
    router = seller_router("hand_over")
    hand_over, answer = needs(Right.HAND_OVER), answering(Right.HAND_OVER)
    router.message.register(on_scanned, Says(_LINK), flags=hand_over)
    router.message.register(on_give, Command("give"), flags=hand_over)
    router.callback_query.register(on_code_asked, Does(CodeAsk), flags=hand_over)
    router.callback_query.register(on_hand_over, Does(SellerOrder, "hand"), flags=hand_over)
    router.callback_query.register(on_paid_by_hand, Does(HandPaid), flags=hand_over)
    router.message.register(on_code, Answers(Selling.code), flags=answer)
    router.message.register(on_digits, Says(_SIX_DIGITS), Unasked(), flags=hand_over)
    return router


async def on_scanned(
    message: Message, said: re.Match[str], shop: Shop, texts: Texts, clock: Clock, zone: ZoneInfo
) -> None:
    try:
        order = await shop.orders.to_hand_over(token=said["token"])
    except NoSuchOrder as unknown:  # a forged link: everybody's home screen says so
        raise SkipHandler from unknown
    await _show(message, order, shop, texts, clock, zone)


async def on_digits(
    message: Message, said: re.Match[str], shop: Shop, texts: Texts, clock: Clock, zone: ZoneInfo
) -> None:
    order = await shop.orders.to_hand_over(code=re.sub(r"\D", "", said[0]))
    await _show(message, order, shop, texts, clock, zone)


async def on_give(
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
        back = button(texts.plain("sell-desk"), DeskOpen())
        await ask(message, state, shop, Selling.code, texts("sell-ask-code"), back)
        return
    order = await _by_code(command.args, shop)
    await _hand_over(message, order, shop, person, texts, clock, zone)


async def on_code_asked(query: CallbackQuery, shop: Shop, texts: Texts, state: FSMContext) -> None:
    back = button(texts.plain("sell-desk"), DeskOpen())
    await ask(query, state, shop, Selling.code, texts("sell-ask-code"), back)


async def on_hand_over(
    query: CallbackQuery,
    callback_data: SellerOrder,
    shop: Shop,
    person: Person,
    texts: Texts,
    state: FSMContext,
    toast: Toast,
    clock: Clock,
    zone: ZoneInfo,
) -> None:
    order = await shop.orders.get(OrderId(callback_data.order))
    if order.state not in order_looks.OPEN:
        await toast(words(OrderMovedOn(), texts), alert=True)
        await _show(query, order, shop, texts, clock, zone)
        return
    if callback_data.sure:
        await _hand_over(query, order, shop, person, texts, clock, zone)
        return
    no_code = button(texts.plain("sell-no-code"), SellerOrder(order=order.id, act="hand", sure=True))
    back = button(texts.plain("sell-back"), SellerOrder(order=order.id))
    question = texts("sell-ask-order-code", number=order.number)
    await ask(query, state, shop, Selling.code, question, no_code, back, order=order.id)


async def on_code(
    message: Message,
    shop: Shop,
    person: Person,
    texts: Texts,
    state: FSMContext,
    bot: Bot,
    clock: Clock,
    zone: ZoneInfo,
) -> None:
    expected = (await state.get_data()).get("order")
    said = " ".join((message.text or "").split())[:100]
    if expected is None and any(letter.isalpha() for letter in said):
        found = await shop.desks.find(said, order_rules.OPEN, rounds.PAGE + 1)
        await show(message, rounds.found_orders(said, found, texts, hand=True), shop.catalogue)
        return
    order = await _by_code(message.text or "", shop)
    if expected is not None and order.id != expected:
        raise WrongCode
    await answered(bot, message.chat.id, state)
    await _hand_over(message, order, shop, person, texts, clock, zone)


async def on_paid_by_hand(
    query: CallbackQuery,
    callback_data: HandPaid,
    shop: Shop,
    person: Person,
    texts: Texts,
    toast: Toast,
    clock: Clock,
    zone: ZoneInfo,
) -> None:
    order = OrderId(callback_data.order)
    way = next((known for known in get_args(PaidBy) if known == callback_data.way), None)
    try:
        handed = await shop.fulfilment.hand_over(order, person.id, way)
    except NotPaidYet:  # a way of paying that there is not: ask again
        await show(query, order_looks.money_question(await shop.orders.get(order), texts), shop.catalogue)
        return
    except OrderMovedOn as refusal:
        await toast(words(refusal, texts), alert=True)
        handed = await shop.orders.get(order)
    await _show(query, handed, shop, texts, clock, zone)


async def _by_code(text: str, shop: Shop) -> OrderView:
    """The order that waits under a typed code. Raises WrongCode."""
    code = re.sub(r"\s", "", text)
    if not re.fullmatch(r"[0-9]{6}", code):
        raise WrongCode
    return await shop.orders.to_hand_over(code=code)


async def _hand_over(
    event: Message | CallbackQuery,
    order: OrderView,
    shop: Shop,
    person: Person,
    texts: Texts,
    clock: Clock,
    zone: ZoneInfo,
) -> None:
    """🤲, or first the sum that is due and how it was paid."""
    if order.due_minor:
        await show(event, order_looks.money_question(order, texts), shop.catalogue)
        return
    handed = await shop.fulfilment.hand_over(order.id, person.id)
    await _show(event, handed, shop, texts, clock, zone)


async def _show(
    event: Message | CallbackQuery, order: OrderView, shop: Shop, texts: Texts, clock: Clock, zone: ZoneInfo
) -> None:
    screen = await order_looks.order_screen(shop, order, texts, clock.now(), zone, code_known=True)
    await show(event, screen, shop.catalogue)
