"""How does a seller write pieces off, and say when a work runs out?"""

import re
from typing import Final

from aiogram import Bot, Router
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, Message

from bot.basics.ids import ProductId
from bot.shop.captions.rules import parse_quantity
from bot.shop.customers.values import Person
from bot.shop.shop import Shop
from bot.shop.undo.values import Undoable
from bot.telegram.rights import Right, needs
from bot.telegram.screen import show
from bot.telegram.seller import looks, undoing
from bot.telegram.seller.asking import KEEP, Answers, Does, Selling, answered, answering, ask, seller_router
from bot.telegram.seller.callbacks import WorkAct
from bot.telegram.seller.errors import NoReason
from bot.telegram.texts import Html, Texts

_OFF: Final = re.compile(r"\s*(?:(?P<count>[0-9]{1,7})\s*)?(?P<why>.*)", re.DOTALL)


def router() -> Router:
    router = seller_router("pieces")
    stock, answer = needs(Right.STOCK), answering(Right.STOCK)
    router.callback_query.register(on_off, Does(WorkAct, "off"), flags=stock)
    router.message.register(on_off_typed, Answers(Selling.write_off), flags=answer)
    router.callback_query.register(on_low, Does(WorkAct, "low"), flags=stock)
    router.message.register(on_low_typed, Answers(Selling.low), flags=answer)
    return router


async def on_off(query: CallbackQuery, callback_data: WorkAct, shop: Shop, texts: Texts, state: FSMContext) -> None:
    card = await shop.catalogue.card(ProductId(callback_data.product), texts.language)
    words = texts("pieces-ask-off", title=card.title, sku=card.sku)
    await ask(query, state, shop, Selling.write_off, words, looks.back_to(card, texts), product=card.product)


async def on_off_typed(message: Message, shop: Shop, person: Person, texts: Texts, state: FSMContext, bot: Bot) -> None:
    """`2 broken`, or only why for one. Raises NoReason, BadQuantity, NotThatMany; the question stays open then."""
    said, product = (message.text or "").strip(), ProductId((await state.get_data())["product"])
    head: Html | None = None
    if said not in KEEP:
        read = _OFF.fullmatch(said)
        count, why = parse_quantity((read and read["count"]) or "1"), " ".join(((read and read["why"]) or "").split())
        if not count or not any(letter.isalpha() for letter in why):
            raise NoReason
        card = await shop.catalogue.card(product, texts.language)
        key = f"{message.chat.id}:{message.message_id}"
        await shop.inventory.write_off(card.variant, card.sku, count, why, person.id, key)
        head = texts("pieces-off-done", count=count, why=why[:200])
    await answered(bot, message.chat.id, state)
    screen = await looks.work_screen(shop, product, texts, bot, showcase=False, head=head)
    undo = undoing.button_of(Undoable.WRITTEN_OFF, product, texts) if head is not None else None
    await show(message, undoing.under(screen, undo), shop.catalogue)


async def on_low(query: CallbackQuery, callback_data: WorkAct, shop: Shop, texts: Texts, state: FSMContext) -> None:
    card = await shop.catalogue.card(ProductId(callback_data.product), texts.language)
    known = await shop.inventory.low_at(card.variant)
    now = texts.plain("pieces-low-never") if known is None else str(known)
    words = texts("pieces-ask-low", title=card.title, now=now)
    await ask(query, state, shop, Selling.low, words, looks.back_to(card, texts), product=card.product)


async def on_low_typed(message: Message, shop: Shop, texts: Texts, state: FSMContext, bot: Bot) -> None:
    """0 turns it off. Raises BadQuantity, QuantityTooLarge; the question stays open then."""
    said, product = (message.text or "").strip(), ProductId((await state.get_data())["product"])
    head: Html | None = None
    if said not in KEEP:
        count = parse_quantity(said)
        card = await shop.catalogue.card(product, texts.language)
        await shop.inventory.set_low(card.variant, count or None)
        head = texts("pieces-low-set", count=count) if count else texts("pieces-low-off")
    await answered(bot, message.chat.id, state)
    await show(message, await looks.work_screen(shop, product, texts, bot, showcase=False, head=head), shop.catalogue)
