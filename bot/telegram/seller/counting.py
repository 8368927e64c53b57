"""How does a seller count a place card by card, and see what changes before it does?"""

from typing import Final

from aiogram import Bot, Router
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, Message

from bot.basics.ids import LocationId, VariantId
from bot.shop.captions.rules import parse_quantity
from bot.shop.counting.values import CountCardView
from bot.shop.customers.values import Person
from bot.shop.shop import Shop
from bot.telegram.rights import Right, needs
from bot.telegram.screen import show
from bot.telegram.seller import counting_looks
from bot.telegram.seller.asking import Answers, Does, Selling, answered, answering, seller_router
from bot.telegram.seller.counting_buttons import (
    CountApply,
    CountDrop,
    CountEnd,
    CountLook,
    CountOpen,
    CountSay,
    CountStart,
    CountTurn,
    exactly,
    moment_of,
)
from bot.telegram.texts import Texts

_FIRST: Final = 0


def router() -> Router:
    router = seller_router("counting")
    stock = needs(Right.STOCK)
    router.callback_query.register(on_open, Does(CountOpen), flags=stock)
    router.callback_query.register(on_start, Does(CountStart), flags=stock)
    router.callback_query.register(on_look, Does(CountLook), flags=stock)
    router.callback_query.register(on_say, Does(CountSay), flags=stock)
    router.message.register(on_typed, Answers(Selling.counting), flags=answering(Right.STOCK))
    router.callback_query.register(on_turn, Does(CountTurn), flags=stock)
    router.callback_query.register(on_end, Does(CountEnd), flags=stock)
    router.callback_query.register(on_apply, Does(CountApply), flags=stock)
    router.callback_query.register(on_drop, Does(CountDrop), flags=stock)
    return router


async def on_open(query: CallbackQuery, shop: Shop, texts: Texts) -> None:
    """📋"""
    found = await shop.pickup.places()
    await show(query, counting_looks.places(found, await shop.counting.rounds(), texts), shop.catalogue)


async def on_start(
    query: CallbackQuery, callback_data: CountStart, shop: Shop, texts: Texts, state: FSMContext, bot: Bot
) -> None:
    """📋 there. Raises NoSuchPlace, NothingToCount."""
    count = await shop.counting.begin(LocationId(callback_data.place))
    await _go_on(query, count, _FIRST, shop, texts, state, bot)


async def on_look(
    query: CallbackQuery, callback_data: CountLook, shop: Shop, texts: Texts, state: FSMContext, bot: Bot
) -> None:
    """➖ ➕ Raises NoSuchRound."""
    told = callback_data
    card = await shop.counting.card(told.round, variant=VariantId(told.variant))
    if card is None:
        await _go_on(query, told.round, _FIRST, shop, texts, state, bot)
        return
    await _show_card(query, card, told.n, shop, texts, state, bot)


async def on_say(
    query: CallbackQuery, callback_data: CountSay, shop: Shop, texts: Texts, state: FSMContext, bot: Bot
) -> None:
    """✅ and the next. Raises NoSuchRound."""
    told = callback_data
    await shop.counting.say(told.round, VariantId(told.variant), told.n, moment_of(told.at))
    await _go_on(query, told.round, told.variant, shop, texts, state, bot)


async def on_typed(message: Message, shop: Shop, texts: Texts, state: FSMContext, bot: Bot) -> None:
    """A number instead of taps. Raises BadQuantity, QuantityTooLarge, NoSuchRound; the question stays open then."""
    asked = await state.get_data()
    count, variant = int(asked["round"]), int(asked["variant"])
    pieces = parse_quantity(message.text or "")
    # a message is dated by the second: what was sold in that second before the card was shown is known to it
    at = max(message.date, moment_of(int(asked["at"])))
    await shop.counting.say(count, VariantId(variant), pieces, at)
    await answered(bot, message.chat.id, state)
    await _go_on(message, count, variant, shop, texts, state, bot)


async def on_turn(
    query: CallbackQuery, callback_data: CountTurn, shop: Shop, texts: Texts, state: FSMContext, bot: Bot
) -> None:
    """⏭ ◀️ Raises NoSuchRound."""
    told = callback_data
    if not told.back:
        await _go_on(query, told.round, told.variant, shop, texts, state, bot)
        return
    card = await shop.counting.card(told.round, before=told.variant)
    if card is None:
        await _go_on(query, told.round, _FIRST, shop, texts, state, bot)
        return
    await _show_card(query, card, card.counted, shop, texts, state, bot)


async def on_end(query: CallbackQuery, callback_data: CountEnd, shop: Shop, texts: Texts) -> None:
    """🏁 Raises NoSuchRound."""
    await _show_outcome(query, callback_data.round, shop, texts)


async def on_apply(query: CallbackQuery, callback_data: CountApply, shop: Shop, person: Person, texts: Texts) -> None:
    """✅ Raises NoSuchRound."""
    done = await shop.counting.apply(callback_data.round, person.id)
    await show(query, counting_looks.applied(done, texts), shop.catalogue)


async def on_drop(query: CallbackQuery, callback_data: CountDrop, shop: Shop, texts: Texts) -> None:
    """🗑"""
    if callback_data.sure:
        await shop.counting.drop(callback_data.round)
        found = await shop.pickup.places()
        screen = counting_looks.places(found, await shop.counting.rounds(), texts)
        await show(query, screen, shop.catalogue)
        return
    await show(query, counting_looks.drop_question(callback_data.round, texts), shop.catalogue)


async def _go_on(
    event: CallbackQuery | Message, count: int, after: int, shop: Shop, texts: Texts, state: FSMContext, bot: Bot
) -> None:
    """The next card; after the last one what would change."""
    card = await shop.counting.card(count, after=after)
    if card is None:
        await _show_outcome(event, count, shop, texts)
        return
    await _show_card(event, card, None, shop, texts, state, bot)


async def _show_card(
    event: CallbackQuery | Message,
    card: CountCardView,
    pieces: int | None,
    shop: Shop,
    texts: Texts,
    state: FSMContext,
    bot: Bot,
) -> None:
    """The card of one work; `pieces`: what it says so far, None: as the books have it."""
    work = await shop.catalogue.card(card.product, texts.language, bot.id)
    place = await shop.pickup.get(card.round.place)
    number = min(card.expected if pieces is None else pieces, counting_looks.MOST)
    screen = counting_looks.card(card, work, place, number, exactly(card.seen_at), texts)
    message = await show(event, screen, shop.catalogue)
    await state.set_state(Selling.counting)
    await state.set_data(
        {"round": card.round.id, "variant": card.variant, "at": exactly(card.seen_at), "message": message}
    )


async def _show_outcome(event: CallbackQuery | Message, count: int, shop: Shop, texts: Texts) -> None:
    found = await shop.counting.outcome(count, texts.language)
    place = await shop.pickup.get(found.round.place)
    await show(event, counting_looks.outcome(found, place, texts), shop.catalogue)
