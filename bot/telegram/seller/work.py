"""What can a seller do with a work that is for sale: its price, title, shelf, whether it is shown?"""

from typing import Final

from aiogram import Bot, Router
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, InlineKeyboardButton, Message

from bot.basics.ids import CategoryId, ProductId
from bot.shop.captions.errors import NoTitle, TitleTooLong
from bot.shop.captions.rules import TITLE_LIMIT, parse_price
from bot.shop.customers.values import Person
from bot.shop.sales.rules import parse_cost
from bot.shop.shop import Shop
from bot.shop.undo.values import Undoable
from bot.telegram.rights import Right, needs
from bot.telegram.screen import button, show
from bot.telegram.seller import looks, undoing
from bot.telegram.seller.asking import KEEP, Answers, Does, Selling, answered, answering, ask, seller_router
from bot.telegram.seller.callbacks import CategoryChosen, DraftAct, WorkAct, WorkOpen
from bot.telegram.seller.errors import BadCategory, CareTooLong, PriceHasTwoReadings
from bot.telegram.texts import Texts
from bot.telegram.wording import money, quoted

CATEGORY_LIMIT = 60
CARE_LIMIT = 300
_NONE: Final = frozenset({"нет", "no", "none", "nie", "brak"})


def router() -> Router:
    router = seller_router("work")
    catalogue, answer = needs(Right.CATALOGUE), answering(Right.CATALOGUE)
    router.callback_query.register(on_open, Does(WorkOpen), flags=needs(Right.VIEW))
    router.callback_query.register(on_hide, Does(WorkAct, "hide", "show"), flags=catalogue)
    router.callback_query.register(on_price, Does(WorkAct, "price"), flags=catalogue)
    router.message.register(on_price_typed, Answers(Selling.price), flags=answer)
    costs = needs(Right.COSTS)
    router.callback_query.register(on_cost, Does(WorkAct, "cost"), flags=costs)
    router.message.register(on_cost_typed, Answers(Selling.cost), flags=answering(Right.COSTS))
    router.callback_query.register(on_title, Does(WorkAct, "title"), flags=catalogue)
    router.message.register(on_title_typed, Answers(Selling.title), flags=answer)
    router.callback_query.register(on_care, Does(WorkAct, "care"), flags=catalogue)
    router.message.register(on_care_typed, Answers(Selling.care), flags=answer)
    router.callback_query.register(on_certificate, Does(WorkAct, "certify", "uncertify"), flags=catalogue)
    router.callback_query.register(on_category, Does(WorkAct, "category"), flags=catalogue)
    router.callback_query.register(on_category, Does(DraftAct, "category"), flags=catalogue)
    router.callback_query.register(on_category_chosen, Does(CategoryChosen), flags=catalogue)
    router.message.register(on_category_typed, Answers(Selling.category), flags=answer)
    return router


async def on_open(
    query: CallbackQuery,
    callback_data: WorkOpen,
    shop: Shop,
    texts: Texts,
    bot: Bot,
    showcase_chat: int | str | None = None,
) -> None:
    await _show_work(query, callback_data.product, shop, texts, bot, showcase_chat)


async def on_hide(
    query: CallbackQuery,
    callback_data: WorkAct,
    shop: Shop,
    texts: Texts,
    bot: Bot,
    showcase_chat: int | str | None = None,
) -> None:
    shown, product = callback_data.act == "show", callback_data.product
    await shop.listing.show(ProductId(product), shown=shown)
    undo = None if shown else undoing.button_of(Undoable.HIDDEN, product, texts)
    await _show_work(query, product, shop, texts, bot, showcase_chat, undo=undo)


async def on_price(query: CallbackQuery, callback_data: WorkAct, shop: Shop, texts: Texts, state: FSMContext) -> None:
    card = await shop.catalogue.card(ProductId(callback_data.product), texts.language)
    now = money(card.price.minor, card.price.currency, texts.language)
    question = texts("sell-ask-price", title=card.title, price=now)
    await ask(query, state, shop, Selling.price, question, looks.back_to(card, texts), product=card.product)


async def on_price_typed(
    message: Message,
    shop: Shop,
    texts: Texts,
    state: FSMContext,
    bot: Bot,
    showcase_chat: int | str | None = None,
) -> None:
    product = ProductId((await state.get_data())["product"])
    undo: InlineKeyboardButton | None = None
    if (message.text or "").strip() not in KEEP:
        currency = (await shop.policies.now()).currency
        await shop.listing.change(product, price_minor=one_price(message.text or "", currency, texts))
        undo = undoing.button_of(Undoable.PRICE, product, texts)
    await answered(bot, message.chat.id, state)
    await _show_work(message, product, shop, texts, bot, showcase_chat, undo=undo)


async def on_cost(query: CallbackQuery, callback_data: WorkAct, shop: Shop, texts: Texts, state: FSMContext) -> None:
    card = await shop.catalogue.card(ProductId(callback_data.product), texts.language)
    cost = await shop.costs.of(card.product)
    now = texts.plain("sell-no-cost") if cost is None else money(cost, card.price.currency, texts.language)
    question = texts("sell-ask-cost", title=quoted(card.title, texts.language), cost=now)
    await ask(query, state, shop, Selling.cost, question, looks.back_to(card, texts), product=card.product)


async def on_cost_typed(
    message: Message,
    shop: Shop,
    person: Person,
    texts: Texts,
    state: FSMContext,
    bot: Bot,
    showcase_chat: int | str | None = None,
) -> None:
    """A word for no takes it away; 0 is a cost. Raises BadCost, OtherCurrency: the question stays open."""
    product, said = ProductId((await state.get_data())["product"]), " ".join((message.text or "").split())
    if said not in KEEP:
        currency = (await shop.policies.now()).currency
        await shop.costs.change(product, None if said.casefold() in _NONE else parse_cost(said, currency), person.id)
    await answered(bot, message.chat.id, state)
    await _show_work(message, product, shop, texts, bot, showcase_chat)


async def on_title(query: CallbackQuery, callback_data: WorkAct, shop: Shop, texts: Texts, state: FSMContext) -> None:
    card = await shop.catalogue.card(ProductId(callback_data.product), texts.language)
    question = texts("sell-ask-title", title=card.title)
    await ask(query, state, shop, Selling.title, question, looks.back_to(card, texts), product=card.product)


async def on_title_typed(
    message: Message,
    shop: Shop,
    texts: Texts,
    state: FSMContext,
    bot: Bot,
    showcase_chat: int | str | None = None,
) -> None:
    product = ProductId((await state.get_data())["product"])
    if (message.text or "").strip() not in KEEP:
        await shop.listing.change(product, title=(texts.language, a_title(message.text or "")))
    await answered(bot, message.chat.id, state)
    await _show_work(message, product, shop, texts, bot, showcase_chat)


async def on_care(query: CallbackQuery, callback_data: WorkAct, shop: Shop, texts: Texts, state: FSMContext) -> None:
    card = await shop.catalogue.card(ProductId(callback_data.product), texts.language)
    question = texts("sell-ask-care", title=card.title, care=card.care or texts.plain("sell-no-care"))
    await ask(query, state, shop, Selling.care, question, looks.back_to(card, texts), product=card.product)


async def on_care_typed(
    message: Message,
    shop: Shop,
    texts: Texts,
    state: FSMContext,
    bot: Bot,
    showcase_chat: int | str | None = None,
) -> None:
    """0 takes it away; what is longer than it may be keeps the question open."""
    product, said = ProductId((await state.get_data())["product"]), " ".join((message.text or "").split())
    if len(said) > CARE_LIMIT:
        raise CareTooLong(limit=CARE_LIMIT, length=len(said))
    if said not in KEEP:
        await shop.listing.change(product, care=(texts.language, None if said == "0" else said))
    await answered(bot, message.chat.id, state)
    await _show_work(message, product, shop, texts, bot, showcase_chat)


async def on_certificate(
    query: CallbackQuery,
    callback_data: WorkAct,
    shop: Shop,
    texts: Texts,
    bot: Bot,
    showcase_chat: int | str | None = None,
) -> None:
    await shop.listing.change(ProductId(callback_data.product), certificate=callback_data.act == "certify")
    await _show_work(query, callback_data.product, shop, texts, bot, showcase_chat)


async def on_category(query: CallbackQuery, callback_data: WorkAct | DraftAct, shop: Shop, texts: Texts) -> None:
    await _show_categories(query, ProductId(callback_data.product), shop, texts)


async def on_category_chosen(
    query: CallbackQuery,
    callback_data: CategoryChosen,
    shop: Shop,
    texts: Texts,
    state: FSMContext,
    bot: Bot,
    showcase_chat: int | str | None = None,
) -> None:
    product = ProductId(callback_data.product)
    if callback_data.category == 0:
        card = await shop.catalogue.card(product, texts.language)
        back = button(texts.plain("sell-back"), WorkAct(product=product, act="category"))
        await ask(query, state, shop, Selling.category, texts("sell-ask-category"), back, product=card.product)
        return
    found = {item.id for item in await shop.catalogue.all_categories(texts.language)}
    if callback_data.category not in found:
        await _show_categories(query, product, shop, texts)
        return
    await shop.listing.change(product, category=CategoryId(callback_data.category))
    await _show_work(query, product, shop, texts, bot, showcase_chat)


async def on_category_typed(message: Message, shop: Shop, texts: Texts, state: FSMContext, bot: Bot) -> None:
    product = ProductId((await state.get_data())["product"])
    title = " ".join((message.text or "").split())
    if not any(character.isalnum() for character in title) or len(title) > CATEGORY_LIMIT:
        raise BadCategory(limit=CATEGORY_LIMIT)
    if all(item.title.casefold() != title.casefold() for item in await shop.catalogue.all_categories(texts.language)):
        await shop.shelves.add({texts.language: title})
    await answered(bot, message.chat.id, state)
    await _show_categories(message, product, shop, texts)


def a_title(text: str) -> str:
    """A title as it is kept. Raises NoTitle, TitleTooLong."""
    title = " ".join(text.split())
    if not any(character.isalnum() for character in title):
        raise NoTitle
    if len(title) > TITLE_LIMIT:
        raise TitleTooLong(TITLE_LIMIT, len(title))
    return title


def one_price(text: str, currency: str, texts: Texts) -> int:
    """A price, minor units, where nothing can ask back. Raises what a price raises, and PriceHasTwoReadings."""
    reading = parse_price(text, currency)
    if reading.settled is None:
        low, high = (money(minor, currency, texts.language) for minor in (reading.readings[0], reading.readings[-1]))
        raise PriceHasTwoReadings(low=low, high=high)
    return reading.settled


async def _show_categories(event: CallbackQuery | Message, product: ProductId, shop: Shop, texts: Texts) -> None:
    card = await shop.catalogue.card(product, texts.language)
    found = await shop.catalogue.all_categories(texts.language)
    await show(event, looks.categories(card, found, texts), shop.catalogue)


async def _show_work(
    event: CallbackQuery | Message,
    product: int,
    shop: Shop,
    texts: Texts,
    bot: Bot,
    showcase_chat: int | str | None,
    undo: InlineKeyboardButton | None = None,
) -> None:
    screen = await looks.work_screen(shop, ProductId(product), texts, bot, showcase=showcase_chat is not None)
    await show(event, undoing.under(screen, undo), shop.catalogue)
