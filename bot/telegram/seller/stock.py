"""How many pieces are there: 🏷 the list, and `/stock SKU n`?"""

from aiogram import Bot, Router
from aiogram.filters import Command, CommandObject
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, InlineKeyboardButton, Message

from bot.basics.ids import ProductId
from bot.shop.captions.rules import parse_quantity
from bot.shop.catalogue.errors import NoSuchWork
from bot.shop.catalogue.values import Card
from bot.shop.customers.values import Person
from bot.shop.inventory.values import Counted
from bot.shop.shop import Shop
from bot.telegram.rights import Right, needs
from bot.telegram.screen import Screen, button, rows, show
from bot.telegram.seller import looks
from bot.telegram.seller.asking import KEEP, Answers, Does, Selling, answered, answering, ask, seller_router
from bot.telegram.seller.callbacks import StockOpen, WorkAct, WorkOpen
from bot.telegram.texts import Texts
from bot.telegram.toast import Toast


def router() -> Router:
    router = seller_router("stock")
    stock, answer = needs(Right.STOCK), answering(Right.STOCK)
    router.message.register(on_stock, Command("stock"), flags=stock)
    router.message.register(on_stock_typed, Answers(Selling.stock), flags=answer)
    router.callback_query.register(on_list, Does(StockOpen), flags=needs(Right.VIEW))
    router.callback_query.register(on_count, Does(WorkAct, "count"), flags=stock)
    router.message.register(on_count_typed, Answers(Selling.count), flags=answer)
    router.callback_query.register(on_for_sale, Does(WorkAct, "for_sale"), flags=stock)
    return router


def sku_and_rest(text: str) -> tuple[str, str]:
    """`W-0042 3` → (`W-0042`, `3`): the first word, and what follows it."""
    sku, _, rest = text.strip().replace(",", " ", 1).partition(" ")
    return sku, rest.strip()


async def on_list(query: CallbackQuery, callback_data: StockOpen, shop: Shop, texts: Texts) -> None:
    after, before = callback_data.after or None, callback_data.before or None
    try:
        shelf = await shop.catalogue.shelf(
            texts.language,
            after=ProductId(after) if after else None,
            before=ProductId(before) if before else None,
            hidden=True,
        )
    except NoSuchWork:  # an old button: the first page is there always
        shelf = await shop.catalogue.shelf(texts.language, hidden=True)
    numbers = await shop.waiting.numbers([item.variant for item in shelf.items])
    await show(query, looks.stock_list(shelf, numbers, texts), shop.catalogue)


async def on_stock(
    message: Message, command: CommandObject, shop: Shop, person: Person, texts: Texts, state: FSMContext
) -> None:
    if not command.args:
        await ask(message, state, shop, Selling.stock, texts("sell-ask-stock"), _to_list(texts))
        return
    await _count(message, command.args, shop, person, texts, state)


async def on_stock_typed(message: Message, shop: Shop, person: Person, texts: Texts, state: FSMContext) -> None:
    await _count(message, message.text or "", shop, person, texts, state)


async def on_for_sale(
    query: CallbackQuery, callback_data: WorkAct, shop: Shop, person: Person, texts: Texts, toast: Toast
) -> None:
    """What came back from another channel has been looked at: it can be bought again."""
    card = await shop.catalogue.card(ProductId(callback_data.product), texts.language)
    count = await shop.channels.put_for_sale(card.variant, person.id, query.id)
    await toast(texts.plain("sell-now-for-sale", count=count) if count else texts.plain("sell-nothing-waits"))
    if count:
        await show(query, counted_again(card, count, texts), shop.catalogue)


def counted_again(card: Card, count: int, texts: Texts) -> Screen:
    return Screen(
        texts("sell-is-for-sale", sku=card.sku, count=count),
        rows(button(texts.plain("sell-open-work"), WorkOpen(product=card.product))),
    )


async def on_count(query: CallbackQuery, callback_data: WorkAct, shop: Shop, texts: Texts, state: FSMContext) -> None:
    card = await shop.catalogue.card(ProductId(callback_data.product), texts.language)
    free = (await shop.stock.availability([card.variant]))[card.variant]
    question = texts("sell-ask-count", sku=card.sku, title=card.title, count=free.on_hand)
    await ask(query, state, shop, Selling.count, question, looks.back_to(card, texts), sku=card.sku)


async def on_count_typed(
    message: Message, shop: Shop, person: Person, texts: Texts, state: FSMContext, bot: Bot
) -> None:
    sku = str((await state.get_data())["sku"])
    if (message.text or "").strip() in KEEP:
        _, product, _ = await shop.shelves.find(sku)
        await answered(bot, message.chat.id, state)
        screen = await looks.work_screen(shop, product, texts, bot, showcase=False)
        await show(message, screen, shop.catalogue)
        return
    await _count(message, f"{sku} {message.text}", shop, person, texts, state)


async def _count(message: Message, text: str, shop: Shop, person: Person, texts: Texts, state: FSMContext) -> None:
    """Set the count; without a number, ask for it. Raises UnknownSku, BadQuantity, QuantityTooLarge."""
    typed, number = sku_and_rest(text)
    _, product, sku = await shop.shelves.find(typed)
    if not number:
        card = await shop.catalogue.card(product, texts.language)
        free = (await shop.stock.availability([card.variant]))[card.variant]
        question = texts("sell-ask-count", sku=sku, title=card.title, count=free.on_hand)
        await ask(message, state, shop, Selling.count, question, looks.back_to(card, texts), sku=sku)
        return
    cause = f"{message.chat.id}:{message.message_id}"
    counted = await shop.shelves.count(sku, parse_quantity(number), person.id, cause)
    await state.clear()
    await show(message, counted_screen(sku, product, counted, texts), shop.catalogue)


def counted_screen(sku: str, product: ProductId, counted: Counted, texts: Texts) -> Screen:
    """What a count has changed; ⚠️ where more is promised than there is."""
    text = (
        texts("sell-counted-short", sku=sku, before=counted.before, after=counted.after, short=counted.short)
        if counted.short
        else texts("sell-counted", sku=sku, before=counted.before, after=counted.after, free=counted.available)
    )
    return Screen(text, rows((button(texts.plain("sell-open-work"), WorkOpen(product=product)), _to_list(texts))))


def _to_list(texts: Texts) -> InlineKeyboardButton:
    return button(texts.plain("sell-back-stock"), StockOpen())
