"""What does the seller see of his figures? Each with the comparison that gives it sense."""

from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

from aiogram import Router
from aiogram.filters import Command
from aiogram.types import CallbackQuery, Message

from bot.basics.clock import Clock
from bot.shop.analytics.values import Compared
from bot.shop.shop import Shop
from bot.telegram import wording
from bot.telegram.rights import Right, needs
from bot.telegram.screen import Screen, button, rows, show
from bot.telegram.seller.asking import Does, seller_router
from bot.telegram.seller.callbacks import DeskOpen, FiguresOpen
from bot.telegram.texts import Html, Texts, joined


def router() -> Router:
    router = seller_router("figures")
    router.message.register(on_figures, Command("figures"), flags=needs(Right.FIGURES))
    router.callback_query.register(on_figures, Does(FiguresOpen), flags=needs(Right.FIGURES))
    return router


async def on_figures(event: Message | CallbackQuery, shop: Shop, texts: Texts, clock: Clock, zone: ZoneInfo) -> None:
    today = clock.now().astimezone(zone).date()
    midnight = datetime.combine(today + timedelta(days=1), time(), zone)
    found = await shop.analytics.figures(midnight)
    currency = (await shop.policies.now()).currency
    await show(event, figures(found, texts, currency), shop.catalogue)


def figures(found: list[Compared], texts: Texts, currency: str) -> Screen:
    """📊 today, a week, a month: each beside the time before it."""
    spans = joined([span(each, texts, currency) for each in found], "\n\n")
    back = button(texts.plain("sell-desk"), DeskOpen())
    return Screen(joined([texts("figures-head"), spans], "\n\n"), rows(back))


def span(each: Compared, texts: Texts, currency: str) -> Html:
    now, before, language = each.now, each.before, texts.language
    lines = [
        texts("figures-span", days=each.days),
        texts(
            "figures-income",
            income=wording.money(now.income_minor, currency, language),
            before=wording.money(before.income_minor, currency, language),
        ),
        texts("figures-orders", orders=now.orders, before=before.orders),
    ]
    if now.refunded_minor:
        lines.append(texts("figures-refunded", sum=wording.money(now.refunded_minor, currency, language)))
    if now.pieces_elsewhere or before.pieces_elsewhere:
        lines.append(texts("figures-elsewhere", pieces=now.pieces_elsewhere, before=before.pieces_elsewhere))
    return joined(lines)
