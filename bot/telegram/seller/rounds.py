"""How does a seller find an order by words, and make several ready by one tap?"""

from collections.abc import Mapping, Sequence
from typing import Final

from aiogram import Router
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, InlineKeyboardButton, InlineKeyboardMarkup, Message

from bot.basics.errors import ShopError
from bot.basics.ids import OrderId
from bot.shop.customers.values import Person
from bot.shop.orders.rules import number
from bot.shop.orders.values import OrderRow, OrderState, OrderView
from bot.shop.shop import Shop
from bot.telegram import wording
from bot.telegram.buyer.limits import cut
from bot.telegram.refusals import words
from bot.telegram.rights import Right, needs
from bot.telegram.screen import Screen, button, grid, rows, show
from bot.telegram.seller.asking import Answers, Does, Selling, answering, ask, seller_router
from bot.telegram.seller.callbacks import BoardOpen, SellerOrder
from bot.telegram.seller.desk_buttons import OrderSearch, ReadyMany, ReadyTick
from bot.telegram.showcase.look import label
from bot.telegram.texts import Html, Texts, joined
from bot.telegram.toast import Toast

PAGE: Final = 8
_TO_MAKE: Final = (OrderState.ACCEPTED, OrderState.IN_WORK)
_ON, _OFF = "☑️", "▫️"


def router() -> Router:
    router = seller_router("rounds")
    view, orders = needs(Right.VIEW), needs(Right.ORDERS)
    router.callback_query.register(on_search, Does(OrderSearch), flags=view)
    router.message.register(on_words, Answers(Selling.order_words), flags=answering(Right.VIEW))
    router.callback_query.register(on_tick, Does(ReadyTick), flags=orders)
    router.callback_query.register(on_many, Does(ReadyMany), flags=orders)
    return router


async def on_search(query: CallbackQuery, shop: Shop, texts: Texts, state: FSMContext) -> None:
    await ask(query, state, shop, Selling.order_words, texts("orders-ask-words"), _board(texts))


async def on_words(message: Message, shop: Shop, texts: Texts) -> None:
    """The question stays open: other words may be typed at once."""
    said = " ".join((message.text or "").split())[:100]
    found = await shop.desks.find(said, limit=PAGE + 1)
    await show(message, found_orders(said, found, texts), shop.catalogue)


def found_orders(said: str, found: Sequence[OrderRow], texts: Texts, *, hand: bool = False) -> Screen:
    """What the words have found, newest first; `hand`: at the counter, where 🤲 is the next step."""
    shown, more = found[:PAGE], len(found) > PAGE
    head = texts("orders-found", words=said) if found else texts("orders-not-found", words=said)
    keys = [button(_label(row, texts), SellerOrder(order=row.id)) for row in shown]
    return Screen(
        joined(
            [
                head,
                *(_line(row, texts) for row in shown),
                texts("orders-found-more") if more else "",
                texts("orders-found-hand") if hand and found else "",
            ]
        ),
        rows(*grid(keys, 2), _board(texts)),
    )


async def on_many(
    query: CallbackQuery, callback_data: ReadyMany, shop: Shop, person: Person, texts: Texts, toast: Toast
) -> None:
    if callback_data.go:
        chosen = _ticked(query)
        if not chosen:
            await toast(texts.plain("ready-none-ticked"), alert=True)
            return
        done, refused = await shop.rounds.ready(chosen, person.id)
        await show(query, made_ready(done, refused, texts), shop.catalogue)
        return
    before = OrderId(callback_data.before) if callback_data.before else None
    found = await shop.orders.board(_TO_MAKE, before, PAGE + 1)
    await show(query, choose(found[:PAGE], texts, before=before, more=len(found) > PAGE), shop.catalogue)


async def on_tick(query: CallbackQuery, callback_data: ReadyTick, shop: Shop, texts: Texts) -> None:
    """The message itself holds what is ticked: nothing else changes."""
    message = query.message
    if not isinstance(message, Message) or message.reply_markup is None:
        found = await shop.orders.board(_TO_MAKE, None, PAGE)
        await show(query, choose(found, texts, before=None, more=False), shop.catalogue)
        return
    keyboard = [[_turned(key, callback_data.order) for key in row] for row in message.reply_markup.inline_keyboard]
    await message.edit_reply_markup(reply_markup=InlineKeyboardMarkup(inline_keyboard=keyboard))


def choose(found: Sequence[OrderRow], texts: Texts, *, before: OrderId | None, more: bool) -> Screen:
    """👌 several: a button for each that turns its tick; all are unticked at first."""
    keys = [button(_tick_label(row.number, on=False), ReadyTick(order=row.id, on=False)) for row in found]
    leaf = [
        button("◀️", ReadyMany()) if before else None,
        button("▶️", ReadyMany(before=found[-1].id)) if more and found else None,
    ]
    return Screen(
        joined([texts("ready-choose" if found else "ready-nothing"), *(_line(row, texts) for row in found)]),
        rows(
            *grid(keys, 2),
            [turn for turn in leaf if turn],
            button(texts.plain("ready-go"), ReadyMany(go=True), "success") if found else None,
            _board(texts),
        ),
    )


def made_ready(done: Sequence[OrderView], refused: Mapping[OrderId, ShopError], texts: Texts) -> Screen:
    """What became of each: those whose buyers are told, and why not for the others."""
    said: list[Html] = []
    if done:
        said.append(texts("ready-done", orders=", ".join(order.number for order in done)))
    said += [texts("ready-refused", number=number(order), why=words(why, texts)) for order, why in refused.items()]
    keys = [button(label("📦", number(order)), SellerOrder(order=order)) for order in refused]
    return Screen(
        joined(said),
        rows(*grid(keys, 2), (button(texts.plain("ready-more"), ReadyMany()), _board(texts))),
    )


def _ticked(query: CallbackQuery) -> list[OrderId]:
    message = query.message
    markup = message.reply_markup if isinstance(message, Message) else None
    keys = [_tick(key) for row in (markup.inline_keyboard if markup else ()) for key in row]
    return [OrderId(each.order) for each in keys if each is not None and each.on]


def _tick(key: InlineKeyboardButton) -> ReadyTick | None:
    data = key.callback_data or ""
    return ReadyTick.unpack(data) if data.startswith(f"{ReadyTick.__prefix__}:") else None


def _turned(key: InlineKeyboardButton, order: int) -> InlineKeyboardButton:
    tick = _tick(key)
    if tick is None or tick.order != order:
        return key
    return button(_tick_label(number(tick.order), on=not tick.on), ReadyTick(order=tick.order, on=not tick.on))


def _tick_label(named: str, *, on: bool) -> str:
    return label(_ON if on else _OFF, named)


def _label(row: OrderRow, texts: Texts) -> str:
    return label("📦", row.number, wording.money(row.total.minor, row.total.currency, texts.language))


def _line(row: OrderRow, texts: Texts) -> Html:
    return texts(
        "sell-board-line",
        number=row.number,
        title=wording.quoted(cut(row.title, 60), texts.language),
        pieces=row.pieces,
        total=wording.money(row.total.minor, row.total.currency, texts.language),
        state=texts.plain(f"sell-state-{row.stage.replace('_', '-')}"),
    )


def _board(texts: Texts) -> InlineKeyboardButton:
    return button(texts.plain("sell-board"), BoardOpen())
