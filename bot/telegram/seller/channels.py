"""Which other places does the shop sell in (🔗), and what may they offer of a work?"""

import re
from datetime import datetime
from typing import Any, Final
from zoneinfo import ZoneInfo

from aiogram import Bot, Router
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, InlineKeyboardButton, Message

from bot.basics.clock import Clock
from bot.basics.ids import ProductId
from bot.shop.captions.errors import QuantityTooLarge
from bot.shop.channels.values import ChannelKind, ChannelView, NewKeys, Offer
from bot.shop.shop import Shop
from bot.shop.stock.rules import MAX_COUNT
from bot.telegram.rights import Right, needs
from bot.telegram.screen import button, remove, send, show
from bot.telegram.seller import channel_looks
from bot.telegram.seller.asking import KEEP, Answers, Does, Selling, answered, answering, ask, seller_router
from bot.telegram.seller.callbacks import ChannelAct, ChannelNew, ChannelsOpen, WorkChannel, WorkChannels
from bot.telegram.seller.errors import BadChannelCode
from bot.telegram.seller.work import one_price
from bot.telegram.texts import Texts
from bot.telegram.wording import money, quoted

_CODE: Final = re.compile(r"[a-z0-9][a-z0-9_-]{0,39}")


def router() -> Router:
    router = seller_router("channels")
    business, stock = needs(Right.BUSINESS), needs(Right.STOCK)
    router.callback_query.register(on_list, Does(ChannelsOpen), flags=business)
    router.callback_query.register(on_new, Does(ChannelNew), flags=business)
    router.message.register(on_code_typed, Answers(Selling.channel_code), flags=answering(Right.BUSINESS))
    router.callback_query.register(on_key, Does(ChannelAct, "key"), flags=business)
    router.callback_query.register(on_off, Does(ChannelAct, "off"), flags=business)
    router.callback_query.register(on_wipe, Does(ChannelAct, "wipe"), flags=business)
    router.callback_query.register(on_hook, Does(ChannelAct, "hook"), flags=business)
    router.message.register(on_hook_typed, Answers(Selling.channel_hook), flags=answering(Right.BUSINESS))
    router.callback_query.register(on_resume, Does(ChannelAct, "resume"), flags=business)
    router.callback_query.register(on_open, Does(ChannelAct), flags=business)
    router.callback_query.register(on_work, Does(WorkChannels), flags=stock)
    router.callback_query.register(on_price, Does(WorkChannel, "price"), flags=stock)
    router.message.register(on_price_typed, Answers(Selling.channel_price), flags=answering(Right.STOCK))
    router.callback_query.register(on_terms, Does(WorkChannel), flags=stock)
    return router


async def on_list(query: CallbackQuery, shop: Shop, texts: Texts, clock: Clock, zone: ZoneInfo) -> None:
    await _show_list(query, shop, texts, clock.now(), zone)


async def on_open(
    query: CallbackQuery, callback_data: ChannelAct, shop: Shop, texts: Texts, clock: Clock, zone: ZoneInfo
) -> None:
    await _show_one(query, callback_data.channel, shop, texts, clock.now(), zone)


async def on_new(query: CallbackQuery, callback_data: ChannelNew, shop: Shop, texts: Texts, state: FSMContext) -> None:
    if callback_data.kind not in set(ChannelKind):
        await show(query, channel_looks.kinds(texts), shop.catalogue)
        return
    back = button(texts.plain("sell-back"), ChannelNew())
    await ask(query, state, shop, Selling.channel_code, texts("channel-ask-code"), back, kind=callback_data.kind)


async def on_code_typed(
    message: Message,
    shop: Shop,
    texts: Texts,
    state: FSMContext,
    bot: Bot,
    clock: Clock,
    zone: ZoneInfo,
    address: str,
) -> None:
    """Raises BadChannelCode, ChannelExists: the question stays open."""
    code = "-".join((message.text or "").lower().split())
    if not _CODE.fullmatch(code):
        raise BadChannelCode
    made = await shop.register.add(code, ChannelKind(str((await state.get_data())["kind"])))
    await answered(bot, message.chat.id, state)
    await _show_keys(message.chat.id, code, made, address, shop, texts, bot)
    await _show_list(message, shop, texts, clock.now(), zone)


async def on_key(
    query: CallbackQuery,
    callback_data: ChannelAct,
    shop: Shop,
    texts: Texts,
    bot: Bot,
    clock: Clock,
    zone: ZoneInfo,
    address: str,
) -> None:
    """A new key; a channel that is off is on again with it."""
    one = await _find(shop, callback_data.channel)
    if one is not None and one.enabled and not callback_data.sure:
        await show(query, channel_looks.sure(one, "key", texts), shop.catalogue)
        return
    if one is not None:
        made = await shop.register.rotate_key(one.code)
        await _show_keys(query.from_user.id, one.code, made, address, shop, texts, bot)
    await _show_one(query, callback_data.channel, shop, texts, clock.now(), zone)


async def on_off(
    query: CallbackQuery, callback_data: ChannelAct, shop: Shop, texts: Texts, clock: Clock, zone: ZoneInfo
) -> None:
    one = await _find(shop, callback_data.channel)
    if one is not None and one.enabled and not callback_data.sure:
        await show(query, channel_looks.sure(one, "off", texts), shop.catalogue)
        return
    if one is not None and one.enabled:
        await shop.register.disable(one.code)
    await _show_one(query, callback_data.channel, shop, texts, clock.now(), zone)


async def on_wipe(query: CallbackQuery, shop: Shop, texts: Texts, bot: Bot, clock: Clock, zone: ZoneInfo) -> None:
    """The message with the key goes away; the list stays where it was, or comes anew."""
    if query.message is not None:
        await remove(bot, query.message.chat.id, query.message.message_id)
    screen = channel_looks.channel_list(await shop.register.states(), texts, clock.now(), zone)
    await send(bot, query.from_user.id, screen, shop.catalogue)


async def on_hook(
    query: CallbackQuery,
    callback_data: ChannelAct,
    shop: Shop,
    texts: Texts,
    state: FSMContext,
    clock: Clock,
    zone: ZoneInfo,
) -> None:
    one = await _find(shop, callback_data.channel)
    if one is None or not one.enabled:
        await _show_one(query, callback_data.channel, shop, texts, clock.now(), zone)
        return
    question = texts("channel-ask-hook", code=one.code)
    await ask(query, state, shop, Selling.channel_hook, question, _to(one, texts), channel=one.id)


async def on_hook_typed(
    message: Message, shop: Shop, texts: Texts, state: FSMContext, bot: Bot, clock: Clock, zone: ZoneInfo
) -> None:
    """`-` takes the address away. Raises BadHookAddress: the question stays open."""
    channel = int((await state.get_data())["channel"])
    one = await _find(shop, channel)
    if one is not None:
        typed = (message.text or "").strip()
        await shop.hooks.set_address(one.code, None if typed in KEEP else typed)
    await answered(bot, message.chat.id, state)
    await _show_one(message, channel, shop, texts, clock.now(), zone)


async def on_resume(
    query: CallbackQuery, callback_data: ChannelAct, shop: Shop, texts: Texts, clock: Clock, zone: ZoneInfo
) -> None:
    one = await _find(shop, callback_data.channel)
    if one is not None:
        await shop.hooks.resume(one.code)
    await _show_one(query, callback_data.channel, shop, texts, clock.now(), zone)


async def on_work(query: CallbackQuery, callback_data: WorkChannels, shop: Shop, texts: Texts) -> None:
    await _show_work(query, callback_data.product, shop, texts)


async def on_terms(query: CallbackQuery, callback_data: WorkChannel, shop: Shop, texts: Texts) -> None:
    card = await shop.catalogue.card(ProductId(callback_data.product), texts.language)
    changes: dict[str, dict[str, Any]] = {
        "list": {"listed": True},
        "unlist": {"listed": False},
        "buffer": {"buffer": callback_data.n},
        "common": {"price_minor": None},
    }
    values = changes.get(callback_data.act, {})
    if callback_data.act == "buffer" and callback_data.n > MAX_COUNT:
        raise QuantityTooLarge(MAX_COUNT)
    if values and await _find(shop, callback_data.channel) is not None:
        await shop.terms.change(callback_data.channel, card.variant, **values)
    await _show_terms(query, callback_data.product, callback_data.channel, shop, texts)


async def on_price(
    query: CallbackQuery, callback_data: WorkChannel, shop: Shop, texts: Texts, state: FSMContext
) -> None:
    card = await shop.catalogue.card(ProductId(callback_data.product), texts.language)
    one = await _find(shop, callback_data.channel)
    if one is None:
        await _show_work(query, callback_data.product, shop, texts)
        return
    now = money(card.price.minor, card.price.currency, texts.language)
    question = texts("channel-ask-price", title=quoted(card.title, texts.language), code=one.code, price=now)
    back = button(texts.plain("sell-back"), WorkChannel(product=card.product, channel=one.id))
    await ask(query, state, shop, Selling.channel_price, question, back, product=card.product, channel=one.id)


async def on_price_typed(message: Message, shop: Shop, texts: Texts, state: FSMContext, bot: Bot) -> None:
    """`-` keeps it. Raises what a price raises: the question stays open."""
    kept = await state.get_data()
    product, channel = int(kept["product"]), int(kept["channel"])
    if (message.text or "").strip() not in KEEP:
        price = one_price(message.text or "", (await shop.policies.now()).currency, texts)
        card = await shop.catalogue.card(ProductId(product), texts.language)
        await shop.terms.change(channel, card.variant, price_minor=price)
    await answered(bot, message.chat.id, state)
    await _show_terms(message, product, channel, shop, texts)


async def _find(shop: Shop, channel: int) -> ChannelView | None:
    found = await shop.register.states(channel)
    return found[0].channel if found else None


async def _show_list(event: CallbackQuery | Message, shop: Shop, texts: Texts, now: datetime, zone: ZoneInfo) -> None:
    await show(event, channel_looks.channel_list(await shop.register.states(), texts, now, zone), shop.catalogue)


async def _show_one(
    event: CallbackQuery | Message, channel: int, shop: Shop, texts: Texts, now: datetime, zone: ZoneInfo
) -> None:
    """One channel; the list where there is none of that number."""
    found = await shop.register.states(channel)
    if not found:
        await _show_list(event, shop, texts, now, zone)
        return
    await show(event, channel_looks.channel(found[0], texts, now, zone), shop.catalogue)


async def _show_keys(chat: int, code: str, made: NewKeys, address: str, shop: Shop, texts: Texts, bot: Bot) -> None:
    one = next((each.channel.id for each in await shop.register.states() if each.channel.code == code), 0)
    await send(bot, chat, channel_looks.keys(code, one, made, address, texts), shop.catalogue)


async def _show_work(event: CallbackQuery | Message, product: int, shop: Shop, texts: Texts) -> None:
    card = await shop.catalogue.card(ProductId(product), texts.language)
    await show(event, channel_looks.of_work(card, await shop.terms.of(card.variant), texts), shop.catalogue)


async def _show_terms(event: CallbackQuery | Message, product: int, channel: int, shop: Shop, texts: Texts) -> None:
    """A work in one channel; all its channels where there is none of that number."""
    card = await shop.catalogue.card(ProductId(product), texts.language)
    found: tuple[ChannelView, Offer] | None = next(
        (each for each in await shop.terms.of(card.variant) if each[0].id == channel), None
    )
    if found is None:
        await _show_work(event, product, shop, texts)
        return
    free = (await shop.stock.availability([card.variant]))[card.variant]
    await show(event, channel_looks.in_channel(card, *found, free.available, texts), shop.catalogue)


def _to(one: ChannelView, texts: Texts) -> InlineKeyboardButton:
    return button(texts.plain("sell-back"), ChannelAct(channel=one.id))
