"""What needs the seller now?"""

from collections.abc import Mapping, Sequence
from datetime import datetime, time
from zoneinfo import ZoneInfo

from aiogram import Router
from aiogram.filters import Command
from aiogram.types import CallbackQuery, Message

from bot.basics.clock import Clock
from bot.shop.conversations.values import Waiting
from bot.shop.desk.values import Desk, Today
from bot.shop.orders.values import OrderRow, OrderState
from bot.shop.shipping.values import OnTheWay
from bot.shop.shop import Shop
from bot.telegram import wording
from bot.telegram.buyer.callbacks import HomeOpen
from bot.telegram.rights import RIGHTS, Right, Role, needs
from bot.telegram.screen import Screen, button, grid, rows, show
from bot.telegram.seller import delivery_looks, piles, talk_looks
from bot.telegram.seller.asking import Does, seller_router
from bot.telegram.seller.callbacks import (
    AddExplain,
    BoardOpen,
    CodeAsk,
    DeskOpen,
    FiguresOpen,
    SellerOrder,
    SettingsOpen,
    StockOpen,
    TalksOpen,
)
from bot.telegram.seller.till_buttons import TillOpen
from bot.telegram.showcase.look import label
from bot.telegram.texts import Html, Texts, joined

_SHOWN = 3
_TO_MAKE = (OrderState.ACCEPTED, OrderState.IN_WORK)


def router() -> Router:
    router = seller_router("desk")
    router.message.register(on_desk, Command("desk"), flags=needs(Right.VIEW))
    router.callback_query.register(on_desk_pressed, Does(DeskOpen), flags=needs(Right.VIEW))
    return router


async def on_desk(message: Message, shop: Shop, role: Role, texts: Texts, clock: Clock, zone: ZoneInfo) -> None:
    await show(message, await _desk(shop, role, texts, clock.now(), zone), shop.catalogue)


async def on_desk_pressed(
    query: CallbackQuery, shop: Shop, role: Role, texts: Texts, clock: Clock, zone: ZoneInfo
) -> None:
    await show(query, await _desk(shop, role, texts, clock.now(), zone), shop.catalogue)


async def _desk(shop: Shop, role: Role, texts: Texts, now: datetime, zone: ZoneInfo) -> Screen:
    travels = await shop.parcels.on_the_way()
    counts = travels.counts
    to_make = await shop.orders.board(_TO_MAKE, limit=_SHOWN) if any(counts.get(state) for state in _TO_MAKE) else []
    waiting = await shop.talks.waiting(limit=_SHOWN)
    here = await shop.desks.now(datetime.combine(now.astimezone(zone).date(), time(), zone))
    money = _money(here.today, texts) if Right.FIGURES in RIGHTS[role] else ""
    quiet = texts("sell-desk-quiet" if Right.CATALOGUE in RIGHTS[role] else "staff-quiet")
    return desk(counts, to_make, texts, waiting, now, travels, here, quiet, money)


def _money(today: Today, texts: Texts) -> Html | str:
    if not today.income_minor and not today.back_minor:
        return ""
    came, back = (
        wording.money(minor, today.currency, texts.language) for minor in (today.income_minor, today.back_minor)
    )
    return texts("desk-today-back", came=came, back=back) if today.back_minor else texts("desk-today", came=came)


def desk(
    counts: Mapping[OrderState, int],
    to_make: Sequence[OrderRow],
    texts: Texts,
    asked: Waiting,
    now: datetime,
    travels: OnTheWay,
    here: Desk,
    quiet: Html,
    money: Html | str = "",
) -> Screen:
    """What waits and the way into each, the newest orders to be made ready, and the ways to everything else."""
    make = sum(counts.get(state, 0) for state in _TO_MAKE)
    ready = counts.get(OrderState.READY, 0) - travels.sent
    unpaid = counts.get(OrderState.AWAITING_PAYMENT, 0) - travels.asked - travels.quoted
    told = delivery_looks.desk(travels, texts)
    text = joined(
        [
            texts("sell-desk-head"),
            *piles.lines(here, texts),
            texts("sell-desk-make", count=make) if make else "",
            texts("sell-desk-ready", count=ready) if ready else "",
            texts("sell-desk-unpaid", count=unpaid) if unpaid else "",
            *told,
            texts("sell-desk-questions", count=asked.count) if asked.count else "",
            "" if make or ready or unpaid or asked.count or any(told) or here.waits else quiet,
            money,
        ]
    )
    waiting = [
        button(
            label("📦", row.number, wording.money(row.total.minor, row.total.currency, texts.language)),
            SellerOrder(order=row.id),
        )
        for row in to_make
    ]
    return Screen(
        text,
        rows(
            *grid(piles.doors(here, texts), 2),
            delivery_looks.desk_button(travels, texts),
            *waiting,
            *(talk_looks.row_button(talk, texts, now) for talk in asked.talks),
            button(texts.plain("sell-talks-all", count=asked.count), TalksOpen())
            if asked.count > len(asked.talks)
            else None,
            (
                button(texts.plain("sell-add"), AddExplain(), "primary"),
                button(texts.plain("sell-board"), BoardOpen()),
            ),
            (button(texts.plain("sell-stock-button"), StockOpen()), button(texts.plain("sell-hand-over"), CodeAsk())),
            (button(texts.plain("till-open"), TillOpen()), button(texts.plain("sell-figures"), FiguresOpen())),
            (button(texts.plain("sell-settings"), SettingsOpen()), button(texts.plain("to-home"), HomeOpen())),
        ),
    )
