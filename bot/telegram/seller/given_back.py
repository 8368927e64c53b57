"""How does a seller say that money paid by an invoice has gone back? Only he can give it, in the provider's cabinet."""

from zoneinfo import ZoneInfo

from aiogram import Router
from aiogram.types import CallbackQuery

from bot.basics.clock import Clock
from bot.basics.ids import RefundId
from bot.shop.customers.values import Person
from bot.shop.shop import Shop
from bot.telegram import wording
from bot.telegram.rights import Right, needs
from bot.telegram.screen import show
from bot.telegram.seller import order_looks
from bot.telegram.seller.asking import Does, seller_router
from bot.telegram.seller.callbacks import GivenBack
from bot.telegram.texts import Texts


def router() -> Router:
    router = seller_router("given_back")
    router.callback_query.register(on_given_back, Does(GivenBack), flags=needs(Right.MONEY))
    return router


async def on_given_back(
    query: CallbackQuery,
    callback_data: GivenBack,
    shop: Shop,
    person: Person,
    texts: Texts,
    clock: Clock,
    zone: ZoneInfo,
) -> None:
    """✅ it has gone back. Raises NothingToRefund."""
    refund = await shop.invoices.given_back(RefundId(callback_data.refund), person.id)
    order = await shop.orders.get(refund.order)
    amount = wording.money(refund.amount.minor, refund.amount.currency, texts.language)
    head = texts("sell-given-back-done", amount=amount, number=order.number)
    await show(query, await order_looks.order_screen(shop, order, texts, clock.now(), zone, head=head), shop.catalogue)
