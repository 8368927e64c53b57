"""Who changed what, from what to what? 📓 a page at a time, the newest first."""

from collections.abc import Sequence
from datetime import datetime
from typing import Final
from zoneinfo import ZoneInfo

from aiogram import Router
from aiogram.types import CallbackQuery

from bot.basics.clock import Clock
from bot.basics.ids import CustomerId
from bot.shop.journal.values import Entry
from bot.shop.sales.values import WAYS
from bot.shop.shop import Shop
from bot.telegram import wording
from bot.telegram.buyer.limits import cut
from bot.telegram.buyer.order_words import paragraphs
from bot.telegram.rights import Right, needs
from bot.telegram.screen import Screen, button, grid, rows, show
from bot.telegram.seller.asking import Does, seller_router
from bot.telegram.seller.callbacks import SettingsOpen
from bot.telegram.seller.desk_buttons import JournalOpen, JournalSift
from bot.telegram.texts import Html, Texts, joined

PAGE: Final = 8
ABOUT: Final = ("work", "order", "setting", "place", "delivery", "channel", "staff")
"""Kinds of things, in the order of their buttons; a place in it is what a button carries."""
_LONG: Final = 80


def router() -> Router:
    router = seller_router("journal")
    router.callback_query.register(on_journal, Does(JournalOpen), flags=needs(Right.JOURNAL))
    router.callback_query.register(on_sift, Does(JournalSift), flags=needs(Right.JOURNAL))
    return router


async def on_journal(
    query: CallbackQuery, callback_data: JournalOpen, shop: Shop, texts: Texts, clock: Clock, zone: ZoneInfo
) -> None:
    """📓"""
    about = ABOUT[callback_data.about - 1] if 0 < callback_data.about <= len(ABOUT) else None
    actor = CustomerId(callback_data.actor) if callback_data.actor else None
    found = await shop.journal.page(PAGE + 1, callback_data.before or None, actor, about)
    await show(query, journal(found, callback_data, texts, clock.now(), zone), shop.catalogue)


async def on_sift(query: CallbackQuery, shop: Shop, texts: Texts) -> None:
    """🔎"""
    await show(query, sift(await shop.journal.actors(), texts), shop.catalogue)


def journal(found: Sequence[Entry], at: JournalOpen, texts: Texts, now: datetime, zone: ZoneInfo) -> Screen:
    """One page; who and what it is narrowed to stays in its buttons."""
    shown, more = found[:PAGE], len(found) > PAGE
    lines = [line(each, texts, now, zone) for each in shown]
    older = JournalOpen(before=shown[-1].id, actor=at.actor, about=at.about) if more else None
    newest = JournalOpen(actor=at.actor, about=at.about) if at.before else None
    return Screen(
        paragraphs(texts("journal-head"), *lines, "" if lines else texts("journal-empty")),
        rows(
            [
                *([button(texts.plain("journal-newest"), newest)] if newest else []),
                *([button(texts.plain("journal-older"), older)] if older else []),
            ],
            button(texts.plain("journal-sift"), JournalSift()),
            button(texts.plain("sell-back"), SettingsOpen()),
        ),
    )


def sift(people: Sequence[tuple[CustomerId, str]], texts: Texts) -> Screen:
    """By whom, or about what."""
    kinds = [button(texts.plain(f"journal-of-{name}"), JournalOpen(about=nth)) for nth, name in enumerate(ABOUT, 1)]
    names = [button(f"👤 {cut(name, 16)}", JournalOpen(actor=one)) for one, name in people]
    return Screen(
        texts("journal-sift-head"),
        rows(
            button(texts.plain("journal-all"), JournalOpen()),
            *grid(kinds, 2),
            *grid(names, 2),
            button(texts.plain("sell-back"), SettingsOpen()),
        ),
    )


def line(entry: Entry, texts: Texts, now: datetime, zone: ZoneInfo) -> Html:
    """`14:51 · Анна. Цена «Закат» W-0001: 12 000 ₽ → 10 000 ₽`"""
    when = wording.stamp(entry.at, texts.language, now=now, zone=zone)
    who = cut(entry.actor, 40) or texts.plain("journal-nobody")
    what = texts.plain(f"journal-{entry.what.replace('_', '-')}")
    subject = cut(_subject(entry, texts), _LONG)
    before, after = (_value(entry, each, texts) for each in (entry.before, entry.after))
    if entry.what == "write_off":
        before, after = "", f"{entry.before.partition('@')[0]} — {cut(entry.after, _LONG)}"
    head = texts("journal-line", when=when, who=who, what=what)
    if before or after:
        change = texts("journal-change", before=before or "—", after=after or "—") if before else after
        return joined([head, joined([subject, change], ": ") if subject else change])
    return joined([head, subject])


def _subject(entry: Entry, texts: Texts) -> str:
    if entry.what == "fee" and entry.subject in WAYS:
        return texts.plain(f"fees-way-{entry.subject}")
    if entry.what == "setting":
        return texts.plain(f"journal-setting-{entry.subject.replace('_', '-')}")
    return entry.subject


def _value(entry: Entry, value: str, texts: Texts) -> str:
    """Sums as money, states and roles as people say them; everything else as it was typed."""
    minor, _, currency = value.partition(" ")
    if entry.what == "fee" and value.isdigit():
        return wording.percent(int(value), texts.language)
    if (
        entry.what in ("price", "cost", "money", "refund", "undone")
        and currency.isupper()
        and minor.lstrip("-").isdigit()
    ):
        return wording.money(int(minor), currency, texts.language)
    if value in _SAID:
        return texts.plain(f"journal-said-{value.replace('_', '-').lower()}")
    return cut(value.partition("@")[0] if entry.what == "undone" else value, _LONG)


_SAID: Final = frozenset(
    {
        "draft", "listed", "hidden", "dropped", "accepted", "in_work", "ready", "handed_over", "cancelled", "expired",
        "awaiting_payment", "manager", "packer", "cashier", "viewer", "on", "off", "added", "given_up", "on_receipt",
        "not_on_receipt", "True", "False", "one_more", "cancelled_there", "refunded", "overdue",
    }
)  # fmt: skip
