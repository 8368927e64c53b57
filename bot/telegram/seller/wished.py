"""What do people want most: who waits for what is gone, and what is kept in mind?"""

from collections.abc import Mapping, Sequence

from aiogram import Router
from aiogram.filters.callback_data import CallbackData
from aiogram.types import CallbackQuery, InlineKeyboardButton

from bot.basics.ids import VariantId
from bot.shop.catalogue.values import ShelfItem
from bot.shop.shop import Shop
from bot.shop.stock.values import Availability
from bot.shop.waiting.values import Watched, Wished
from bot.telegram.buyer.order_words import paragraphs, title
from bot.telegram.rights import Right, needs
from bot.telegram.screen import Screen, button, rows, show
from bot.telegram.seller.asking import Does, seller_router
from bot.telegram.seller.callbacks import StockOpen, WorkOpen
from bot.telegram.showcase.look import named
from bot.telegram.texts import Html, Texts, joined


class WishedOpen(CallbackData, prefix="W"):
    """🔔 what people want most."""


def router() -> Router:
    router = seller_router("wished")
    router.callback_query.register(on_wished, Does(WishedOpen), flags=needs(Right.VIEW))
    return router


async def on_wished(query: CallbackQuery, shop: Shop, texts: Texts) -> None:
    await show(query, wished(await shop.waiting.most_wished(texts.language), texts), shop.catalogue)


def wished(works: Sequence[Wished], texts: Texts) -> Screen:
    """The works most wanted, with how many wait and how many keep them in mind."""
    lines = [
        texts("sell-wished-line", title=title(each.work.title, texts), who=who(each.watched, texts)) for each in works
    ]
    opened = [button(named("🖼", each.work.title), WorkOpen(product=each.work.product)) for each in works]
    return Screen(
        paragraphs(texts("sell-wished"), joined(lines) if lines else texts("sell-wished-nothing")),
        rows(*opened, button(texts.plain("sell-back-stock"), StockOpen())),
    )


def who(watched: Watched, texts: Texts) -> str:
    """`7 ждут · 12 хранят в избранном`; nothing when nobody does."""
    said = [
        texts.plain("sell-waiting", count=watched.waiting) if watched.waiting else "",
        texts.plain("sell-kept", count=watched.favourites) if watched.favourites else "",
    ]
    return "\N{NO-BREAK SPACE}· ".join(part for part in said if part)


def on_page(
    works: Sequence[ShelfItem], numbers: Mapping[VariantId, tuple[Availability, Watched]], texts: Texts
) -> Html:
    """A line for each of these works that somebody waits for."""
    return joined(
        texts(
            "sell-wished-line",
            title=title(work.title, texts),
            who=texts.plain("sell-waiting", count=numbers[work.variant][1].waiting),
        )
        for work in works
        if numbers[work.variant][1].waiting
    )


def opened(texts: Texts) -> InlineKeyboardButton:
    return button(texts.plain("sell-wished-button"), WishedOpen())
