"""What do banks and channels take of each sale (💸), and how does the seller say so?"""

from collections.abc import Mapping, Sequence
from typing import Final

from aiogram import Bot, Router
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, Message

from bot.shop.channels.values import ChannelView
from bot.shop.customers.values import Person
from bot.shop.sales.rules import parse_percent
from bot.shop.sales.values import WAYS, FeeKind, Fees
from bot.shop.shop import Shop
from bot.telegram.buyer.order_words import paragraphs
from bot.telegram.rights import Right, needs
from bot.telegram.screen import Screen, button, grid, rows, show
from bot.telegram.seller.asking import KEEP, Answers, Does, Selling, answered, answering, ask, seller_router
from bot.telegram.seller.callbacks import FiguresOpen, SettingsOpen
from bot.telegram.seller.errors import BadFee
from bot.telegram.seller.figures_buttons import FeeEdit, FeesOpen
from bot.telegram.showcase.look import label
from bot.telegram.texts import Texts
from bot.telegram.wording import percent

_MOST: Final = 40
"""Channels with a button of their own."""


def router() -> Router:
    router = seller_router("fees")
    costs = needs(Right.COSTS)
    router.callback_query.register(on_fees, Does(FeesOpen), flags=costs)
    router.callback_query.register(on_edit, Does(FeeEdit), flags=costs)
    router.message.register(on_typed, Answers(Selling.fee), flags=answering(Right.COSTS))
    return router


async def on_fees(query: CallbackQuery, shop: Shop, texts: Texts) -> None:
    await _show(query, shop, texts)


async def on_edit(query: CallbackQuery, callback_data: FeeEdit, shop: Shop, texts: Texts, state: FSMContext) -> None:
    found = await _of(callback_data, shop)
    if found is None:
        await _show(query, shop, texts)
        return
    kind, name = found
    fees = await shop.costs.fees()
    now = (fees.ways if kind is FeeKind.WAY else fees.channels).get(name, 0)
    question = texts("fees-ask", of=_named(kind, name, texts), now=percent(now, texts.language))
    back = button(texts.plain("sell-back"), FeesOpen())
    await ask(query, state, shop, Selling.fee, question, back, kind=kind.value, name=name)


async def on_typed(message: Message, shop: Shop, person: Person, texts: Texts, state: FSMContext, bot: Bot) -> None:
    """A percentage; 0: nothing is taken. Raises BadFee: the question stays open."""
    kept, said = await state.get_data(), (message.text or "").strip()
    if said not in KEEP:
        hundredths = parse_percent(said)
        if hundredths is None:
            raise BadFee
        await shop.costs.charge(FeeKind(str(kept["kind"])), str(kept["name"]), hundredths, person.id)
    await answered(bot, message.chat.id, state)
    await _show(message, shop, texts)


def fees(now: Fees, channels: Sequence[ChannelView], texts: Texts) -> Screen:
    """Each way of payment and each channel with what it takes; a tap changes it."""
    ways = [
        button(label("💳", texts.plain(f"fees-way-{way}"), _rate(now.ways, way, texts)), FeeEdit(way=way))
        for way in WAYS
    ]
    others = [
        button(label("🔗", one.code, _rate(now.channels, one.code, texts)), FeeEdit(channel=one.id))
        for one in channels[:_MOST]
    ]
    return Screen(
        paragraphs(texts("fees-head"), texts("fees-note")),
        rows(
            *grid(ways, 2),
            *others,
            (button(texts.plain("fees-figures"), FiguresOpen()), button(texts.plain("sell-back"), SettingsOpen())),
        ),
    )


def _rate(rates: Mapping[str, int], name: str, texts: Texts) -> str:
    return percent(rates[name], texts.language) if name in rates else ""


def _named(kind: FeeKind, name: str, texts: Texts) -> str:
    return texts.plain(f"fees-way-{name}") if kind is FeeKind.WAY else name


async def _of(pressed: FeeEdit, shop: Shop) -> tuple[FeeKind, str] | None:
    """What the button is about; None where there is no such way or channel."""
    if pressed.way:
        return (FeeKind.WAY, pressed.way) if pressed.way in WAYS else None
    found = await shop.register.states(pressed.channel) if pressed.channel else []
    return (FeeKind.CHANNEL, found[0].channel.code) if found else None


async def _show(event: CallbackQuery | Message, shop: Shop, texts: Texts) -> None:
    channels = [each.channel for each in await shop.register.states()]
    await show(event, fees(await shop.costs.fees(), channels, texts), shop.catalogue)
