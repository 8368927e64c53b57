"""How does the seller leaf through his figures, and get them as a picture and as a table?"""

import asyncio

from aiogram import Bot, Router
from aiogram.filters import Command
from aiogram.types import BufferedInputFile, CallbackQuery, Message

from bot.basics import sheets
from bot.shop.analytics.values import Period
from bot.shop.shop import Shop
from bot.telegram.rights import Right, needs
from bot.telegram.screen import show
from bot.telegram.seller import figures_chart, figures_looks
from bot.telegram.seller.asking import Does, seller_router
from bot.telegram.seller.callbacks import FiguresOpen
from bot.telegram.seller.figures_buttons import FiguresOf
from bot.telegram.texts import Texts


def router() -> Router:
    router = seller_router("figures")
    figures = needs(Right.FIGURES)
    router.message.register(on_figures, Command("figures"), flags=figures)
    router.callback_query.register(on_figures, Does(FiguresOpen), flags=figures)
    router.callback_query.register(on_chart, Does(FiguresOf, "chart"), flags=figures)
    router.callback_query.register(on_table, Does(FiguresOf, "table"), flags=figures)
    router.callback_query.register(on_period, Does(FiguresOf), flags=figures)
    return router


async def on_figures(event: Message | CallbackQuery, shop: Shop, texts: Texts) -> None:
    """📊 the month that runs."""
    report = await shop.analytics.report(Period.MONTH, 0, texts.language)
    await show(event, figures_looks.figures(report, 0, texts), shop.catalogue)


async def on_period(query: CallbackQuery, callback_data: FiguresOf, shop: Shop, texts: Texts) -> None:
    """A week, a month, a quarter or a year; ◀️ ▶️"""
    report = await shop.analytics.report(_period(callback_data), callback_data.back, texts.language)
    await show(query, figures_looks.figures(report, callback_data.back, texts), shop.catalogue)


async def on_chart(query: CallbackQuery, callback_data: FiguresOf, shop: Shop, texts: Texts, bot: Bot) -> None:
    """📈 a picture of its own below; the figures stay."""
    report = await shop.analytics.report(_period(callback_data), callback_data.back, texts.language)
    picture = await asyncio.to_thread(figures_chart.drawn, report)
    words = figures_looks.under_chart(report, texts)
    await bot.send_photo(query.from_user.id, BufferedInputFile(picture, "figures.png"), caption=words)


async def on_table(query: CallbackQuery, callback_data: FiguresOf, shop: Shop, texts: Texts, bot: Bot) -> None:
    """📤 the same figures as a workbook."""
    report = await shop.analytics.report(_period(callback_data), callback_data.back, texts.language, whole=True)
    data = await asyncio.to_thread(sheets.workbook, figures_looks.table(report, texts))
    name = f"figures-{report.span.since:%Y-%m-%d}.xlsx"
    words = texts("figures-table-ready", period=figures_looks.named(report, texts))
    await bot.send_document(query.from_user.id, BufferedInputFile(data, name), caption=words)


def _period(data: FiguresOf) -> Period:
    return Period(data.period) if data.period in {each.value for each in Period} else Period.MONTH
