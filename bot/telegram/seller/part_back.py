"""How does a seller give a part of the money back, the order standing as it is?"""

from zoneinfo import ZoneInfo

from aiogram import Router
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, Message

from bot.basics.clock import Clock
from bot.basics.ids import OrderId
from bot.shop.customers.values import Person
from bot.shop.payments.errors import NothingToRefund
from bot.shop.shop import Shop
from bot.telegram import wording
from bot.telegram.rights import Right, needs
from bot.telegram.screen import button, show
from bot.telegram.seller import order_looks
from bot.telegram.seller.asking import Answers, Does, Selling, answering, ask, seller_router
from bot.telegram.seller.callbacks import SellerOrder
from bot.telegram.seller.work import one_price
from bot.telegram.texts import Texts


def router() -> Router:
    router = seller_router("part_back")
    router.message.register(on_sum, Answers(Selling.part_back), flags=answering(Right.MONEY))
    router.callback_query.register(on_part, Does(SellerOrder, "part"), flags=needs(Right.MONEY))
    return router


async def on_part(
    query: CallbackQuery, callback_data: SellerOrder, shop: Shop, texts: Texts, state: FSMContext
) -> None:
    """✂️: how much? Raises NothingToRefund."""
    order = await shop.orders.get(OrderId(callback_data.order))
    kept = order.paid_minor - await shop.payments.coming_back(order.id)
    if kept <= 0:
        raise NothingToRefund
    amount = wording.money(kept, order.total.currency, texts.language)
    words = texts("sell-part-ask", number=order.number, kept=amount)
    back = button(texts.plain("sell-back"), SellerOrder(order=order.id))
    await ask(query, state, shop, Selling.part_back, words, back, order=order.id)


async def on_sum(
    message: Message, shop: Shop, person: Person, texts: Texts, state: FSMContext, clock: Clock, zone: ZoneInfo
) -> None:
    """The sum. Raises what a price raises, TooMuchBack; the question stays open then."""
    asked = await state.get_data()
    order = await shop.orders.get(OrderId(int(asked["order"])))
    minor = one_price(message.text or "", order.total.currency, texts)
    key = f"{message.chat.id}:{message.message_id}"
    promised = await shop.returns.give_part(order.id, person.id, minor, key)
    await state.clear()
    amount = wording.money(promised, order.total.currency, texts.language)
    head = texts("sell-part-done", number=order.number, amount=amount)
    order = await shop.orders.get(order.id)
    shown = await order_looks.order_screen(shop, order, texts, clock.now(), zone, head=head)
    await show(message, shown, shop.catalogue)
