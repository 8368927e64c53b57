"""What waits for the seller, kind by kind, with the way into each?"""

from collections.abc import Sequence
from typing import Final

from aiogram import Router
from aiogram.types import CallbackQuery, InlineKeyboardButton

from bot.shop.desk.values import Desk, Pile, Waiting
from bot.shop.orders.rules import number
from bot.shop.shop import Shop
from bot.telegram import wording
from bot.telegram.buyer.limits import cut
from bot.telegram.rights import Right, needs
from bot.telegram.screen import Screen, button, rows, show
from bot.telegram.seller.asking import Does, seller_router
from bot.telegram.seller.callbacks import DeskOpen, SellerOrder, WorkOpen
from bot.telegram.seller.desk_buttons import ConflictClose, ConflictOpen, PileOpen
from bot.telegram.showcase.look import label, named
from bot.telegram.texts import Html, Texts, joined
from bot.telegram.toast import Toast

PAGE: Final = 6
_WORKS: Final = (Pile.CONFLICTS, Pile.LOW)


def router() -> Router:
    router = seller_router("piles")
    router.callback_query.register(on_pile, Does(PileOpen), flags=needs(Right.VIEW))
    router.callback_query.register(on_close, Does(ConflictClose), flags=needs(Right.STOCK))
    return router


async def on_pile(query: CallbackQuery, callback_data: PileOpen, shop: Shop, texts: Texts) -> None:
    which = next((each for each in Pile if each.value == callback_data.pile), Pile.CONFLICTS)
    await _show(query, which, callback_data.after, shop, texts)


async def on_close(query: CallbackQuery, callback_data: ConflictClose, shop: Shop, texts: Texts, toast: Toast) -> None:
    closed = await shop.inventory.close_unknown(callback_data.conflict)
    await toast(texts.plain("pile-closed" if closed else "pile-was-closed"))
    await _show(query, Pile.CONFLICTS, 0, shop, texts)


def lines(desk: Desk, texts: Texts) -> list[Html]:
    """How much waits of each kind."""
    return [texts(f"desk-{each.value}", count=waits.count) for each, waits in desk.waits.items()]


def doors(desk: Desk, texts: Texts) -> list[InlineKeyboardButton]:
    """One tap into each: the one thing itself, or the list."""
    found = []
    for each, waits in desk.waits.items():
        words = texts.plain(f"desk-door-{each.value}", count=waits.count)
        if waits.only is None:
            found.append(button(words, PileOpen(pile=each.value)))
        elif each is Pile.LOW:
            found.append(button(words, WorkOpen(product=waits.only)))
        elif each is Pile.CONFLICTS:
            found.append(button(words, ConflictOpen(conflict=waits.only)))
        else:
            found.append(button(words, SellerOrder(order=waits.only)))
    return found


async def _show(query: CallbackQuery, which: Pile, after: int, shop: Shop, texts: Texts) -> None:
    found = await shop.desks.pile(which, after, PAGE + 1, texts.language)
    await show(query, pile(which, found[:PAGE], texts, after=after, more=len(found) > PAGE), shop.catalogue)


def pile(which: Pile, found: Sequence[Waiting], texts: Texts, *, after: int, more: bool) -> Screen:
    """One kind, oldest first, a line and a button for each."""
    head = texts(f"pile-{which.value}") if found else texts("pile-empty")
    keys: list[InlineKeyboardButton] = []
    works: list[InlineKeyboardButton] = []  # their titles need the whole width
    for each in found:
        if each.order is not None:
            sum_of = wording.money(each.number, each.currency, texts.language) if each.currency else ""
            keys.append(button(label("📦", number(each.order), sum_of), SellerOrder(order=each.order)))
        if which is Pile.CONFLICTS:
            works.append(button(named("⚠️", each.title or each.sku), ConflictOpen(conflict=each.key)))
        elif each.product is not None:
            left = str(each.number) if which is Pile.LOW else ""
            works.append(button(named("🖼", each.title or each.sku, left), WorkOpen(product=each.product)))
    leaf = [
        button("◀️", PileOpen(pile=which.value)) if after else None,
        button("▶️", PileOpen(pile=which.value, after=found[-1].key)) if more else None,
    ]
    told = [_line(which, each, texts) for each in found] if which in _WORKS else []
    return Screen(
        joined([head, *told]),
        rows(
            *works,
            *(keys[start : start + 2] for start in range(0, len(keys), 2)),
            [turn for turn in leaf if turn],
            button(texts.plain("sell-desk"), DeskOpen()),
        ),
    )


def _line(which: Pile, each: Waiting, texts: Texts) -> Html:
    title = wording.quoted(cut(each.title, 60), texts.language) if each.title else ""
    if which is Pile.LOW:
        return texts("pile-low-line", title=title, sku=each.sku, count=each.number)
    if each.product is None:
        return texts("pile-unknown-line", sku=cut(each.sku, 64), channel=each.channel or "—")
    return texts("pile-conflict-line", title=title, sku=each.sku, count=each.number)
