"""What has happened outside the bot: `/sold`, `/hold`, and `/why` a number is what it is?"""

from datetime import datetime
from typing import Final
from zoneinfo import ZoneInfo

from aiogram import Bot, Router
from aiogram.filters import Command, CommandObject
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, InlineKeyboardButton, Message

from bot.basics.clock import Clock
from bot.basics.ids import ProductId, VariantId
from bot.basics.typed import MONEY_ALONE, clean, whole_number
from bot.shop.captions.errors import QuantityZero
from bot.shop.captions.rules import parse_quantity
from bot.shop.channels.values import Recorded
from bot.shop.customers.values import Person
from bot.shop.orders.rules import number as order_number
from bot.shop.shop import Shop
from bot.shop.stock.values import Availability, Movement
from bot.telegram import wording
from bot.telegram.rights import Right, needs
from bot.telegram.screen import Screen, button, rows, show
from bot.telegram.seller import conflict_looks, looks
from bot.telegram.seller.asking import Answers, Does, Selling, answering, ask, seller_router
from bot.telegram.seller.callbacks import DeskOpen, StockOpen, WorkAct, WorkOpen
from bot.telegram.seller.errors import BadHours, CountOrPrice
from bot.telegram.seller.stock import sku_and_rest
from bot.telegram.seller.work import one_price
from bot.telegram.texts import Html, Texts, joined

HOURS: Final = 24
HOURS_LIMIT: Final = 720
MANY: Final = 100
"""A single number from here on, and above what is there, may be a price."""
_KINDS: Final = frozenset(
    {
        "reserve",
        "release",
        "allocate",
        "hand_over",
        "put_back",
        "count",
        "sale",
        "listed",
        "adjust",
        "return",
        "for_sale",
        "write_off",
        "found",
        "moved",
    }
)


def router() -> Router:
    router = seller_router("sold")
    view, till, stock = needs(Right.VIEW), needs(Right.TILL), needs(Right.STOCK)
    router.message.register(on_sold, Command("sold"), flags=till)
    router.message.register(on_sold_typed, Answers(Selling.sold), flags=answering(Right.TILL))
    router.message.register(on_hold, Command("hold"), flags=stock)
    router.message.register(on_hold_typed, Answers(Selling.hold), flags=answering(Right.STOCK))
    router.message.register(on_why, Command("why"), flags=view)
    router.message.register(on_why_typed, Answers(Selling.why), flags=answering(Right.VIEW))
    router.callback_query.register(on_why_pressed, Does(WorkAct, "why"), flags=view)
    return router


async def on_sold(
    message: Message, command: CommandObject, shop: Shop, person: Person, texts: Texts, state: FSMContext
) -> None:
    if not command.args:
        await ask(message, state, shop, Selling.sold, texts("sell-ask-sold"), _desk(texts))
        return
    await _sell(message, command.args, shop, person, texts, state)


async def on_sold_typed(message: Message, shop: Shop, person: Person, texts: Texts, state: FSMContext) -> None:
    await _sell(message, message.text or "", shop, person, texts, state)


async def on_hold(
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
        await ask(message, state, shop, Selling.hold, texts("sell-ask-hold"), _desk(texts))
        return
    await _set_aside(message, command.args, shop, person, texts, state, clock, zone)


async def on_hold_typed(
    message: Message, shop: Shop, person: Person, texts: Texts, state: FSMContext, clock: Clock, zone: ZoneInfo
) -> None:
    await _set_aside(message, message.text or "", shop, person, texts, state, clock, zone)


async def on_why(
    message: Message,
    command: CommandObject,
    shop: Shop,
    texts: Texts,
    state: FSMContext,
    clock: Clock,
    zone: ZoneInfo,
) -> None:
    if not command.args:
        await ask(message, state, shop, Selling.why, texts("sell-ask-why"), _desk(texts))
        return
    await _explain(message, command.args, shop, texts, clock, zone)


async def on_why_typed(
    message: Message, shop: Shop, texts: Texts, state: FSMContext, clock: Clock, zone: ZoneInfo
) -> None:
    await _explain(message, message.text or "", shop, texts, clock, zone)
    await state.clear()


async def on_why_pressed(
    query: CallbackQuery, callback_data: WorkAct, shop: Shop, texts: Texts, bot: Bot, clock: Clock, zone: ZoneInfo
) -> None:
    card = await shop.catalogue.card(ProductId(callback_data.product), texts.language, bot.id)
    screen = await _explanation(card.variant, card.product, card.sku, shop, texts, clock, zone)
    await show(query, screen, shop.catalogue)


def count_and_price(text: str, free: Availability, currency: str, texts: Texts) -> tuple[int, int | None]:
    """`2 12 000 ₽` → (2, 1200000): how many, and for how much each (minor units) if that was said.

    Raises what a count and a price raise, and CountOrPrice.
    """
    said = clean(text).strip()
    if not said:
        return 1, None
    first, _, rest = said.partition(" ")
    whole = MONEY_ALONE.fullmatch(said)
    marked = whole is not None and bool(whole["front"] or whole["back"])
    if marked and not rest:
        return 1, one_price(said, currency, texts)
    count = parse_quantity(first)
    if count == 0:
        raise QuantityZero
    if count > free.on_hand and (marked or (whole is not None and rest) or (count >= MANY and not rest)):
        raise CountOrPrice(count=count, hand=free.on_hand)
    return count, one_price(rest, currency, texts) if rest else None


def sold_screen(sku: str, product: ProductId, count: int, recorded: Recorded, texts: Texts) -> Screen:
    """A sale is on the books; who had to give way, and what is missing now."""
    short = sum(conflict.short_quantity for conflict in recorded.conflicts)
    text = joined(
        [
            texts("sell-sold-short", sku=sku, count=count, short=short)
            if short
            else texts("sell-sold", sku=sku, count=count),
            texts("sell-sold-yielded", orders=", ".join(recorded.yielded)) if recorded.yielded else "",
        ]
    )
    decide = conflict_looks.door(recorded.conflicts[0].id, texts) if short else None
    return Screen(text, rows(decide, button(texts.plain("sell-open-work"), WorkOpen(product=product))))


def hours_of(text: str) -> int:
    """`48` → 48 hours; nothing → a day. Raises BadHours."""
    if not text:
        return HOURS
    first = clean(text).strip().split(" ")[0]
    digits = whole_number(first)
    if digits is None or len(digits) > len(str(HOURS_LIMIT)) or not 1 <= int(digits) <= HOURS_LIMIT:
        raise BadHours(limit=HOURS_LIMIT)
    return int(digits)


async def _sell(message: Message, text: str, shop: Shop, person: Person, texts: Texts, state: FSMContext) -> None:
    typed, rest = sku_and_rest(text)
    variant, product, sku = await shop.shelves.find(typed)
    free = (await shop.stock.availability([variant]))[variant]
    count, price = count_and_price(rest, free, (await shop.policies.now()).currency, texts)
    cause = f"{message.chat.id}:{message.message_id}"
    recorded = await shop.channels.sold_by_hand(sku, count, price, person.id, cause, message.date)
    await state.clear()
    await show(message, sold_screen(sku, product, count, recorded, texts), shop.catalogue)


async def _set_aside(
    message: Message,
    text: str,
    shop: Shop,
    person: Person,
    texts: Texts,
    state: FSMContext,
    clock: Clock,
    zone: ZoneInfo,
) -> None:
    typed, rest = sku_and_rest(text)
    _, product, sku = await shop.shelves.find(typed)
    hours = hours_of(rest)
    until = await shop.channels.set_aside(sku, hours, person.id, f"{message.chat.id}:{message.message_id}")
    await state.clear()
    said = wording.until(texts, until, now=clock.now(), zone=zone)
    back = button(texts.plain("sell-open-work"), WorkOpen(product=product))
    await show(message, Screen(texts("sell-set-aside", sku=sku, until=said), rows(back)), shop.catalogue)


async def _explain(message: Message, text: str, shop: Shop, texts: Texts, clock: Clock, zone: ZoneInfo) -> None:
    variant, product, sku = await shop.shelves.find(sku_and_rest(text)[0])
    await show(message, await _explanation(variant, product, sku, shop, texts, clock, zone), shop.catalogue)


async def _explanation(
    variant: VariantId, product: ProductId, sku: str, shop: Shop, texts: Texts, clock: Clock, zone: ZoneInfo
) -> Screen:
    free = (await shop.stock.availability([variant]))[variant]
    found = await shop.stock.movements(variant)
    now = clock.now()
    text = joined(
        [
            texts("sell-why-head", sku=sku),
            looks.numbers(free, texts),
            *(movement_line(movement, texts, now, zone) for movement in found),
            "" if found else texts("sell-why-nothing"),
        ]
    )
    work = button(texts.plain("sell-open-work"), WorkOpen(product=product))
    return Screen(text, rows((work, button(texts.plain("sell-back-stock"), StockOpen()))))


def movement_line(movement: Movement, texts: Texts, now: datetime, zone: ZoneInfo) -> Html:
    """`15:04 · −1 · продана в другом месте`: one explained change."""
    kind = movement.kind if movement.kind in _KINDS else "other"
    change = movement.d_on_hand or movement.d_allocated or movement.d_reserved or movement.d_unavailable
    return texts(
        "sell-why-line",
        when=wording.stamp(movement.occurred_at, texts.language, now=now, zone=zone),
        what=_what(kind, movement, texts),
        change=f"{change:+d}".replace("-", "−") if change else "±0",
        order=f" · {order_number(movement.order)}" if movement.order else "",
    )


def _what(kind: str, movement: Movement, texts: Texts) -> str:
    """What happened, and why where a person has said it."""
    said = texts.plain(f"why-{kind.replace('_', '-')}")
    return f"{said}: {movement.reason}" if kind == "write_off" and movement.reason else said


def _desk(texts: Texts) -> InlineKeyboardButton:
    return button(texts.plain("sell-desk"), DeskOpen())
