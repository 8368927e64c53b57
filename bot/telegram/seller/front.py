"""What does the showcase show as a whole: its pinned post, collections, sold works?"""

from aiogram import Bot, Router
from aiogram.types import CallbackQuery

from bot.basics.ids import ProductId
from bot.shop.catalogue.values import Shelf
from bot.shop.customers.values import Person
from bot.shop.shop import Shop
from bot.shop.showcase.errors import PostMovedOn
from bot.shop.showcase.values import PostId, SoldPosts
from bot.telegram.rights import Right, needs
from bot.telegram.screen import show
from bot.telegram.seller import posting_looks
from bot.telegram.seller.asking import Does, seller_router
from bot.telegram.seller.callbacks import CollectionOpen, CollectionPick, FrontAct
from bot.telegram.seller.settings import DoesPart
from bot.telegram.showcase.sending import number_of
from bot.telegram.texts import Html, Texts

PAGE = 8


def router() -> Router:
    router = seller_router("front")
    catalogue, settings = needs(Right.CATALOGUE), needs(Right.SETTINGS)
    router.callback_query.register(on_front, DoesPart("showcase"), flags=settings)
    router.callback_query.register(on_pin, Does(FrontAct, "pin"), flags=settings)
    router.callback_query.register(on_unpin, Does(FrontAct, "unpin"), flags=settings)
    router.callback_query.register(on_rule, Does(FrontAct, "rule"), flags=settings)
    router.callback_query.register(on_rule_chosen, Does(FrontAct, *SoldPosts), flags=settings)
    router.callback_query.register(on_collection, Does(CollectionOpen), flags=catalogue)
    router.callback_query.register(on_pick, Does(CollectionPick), flags=catalogue)
    return router


async def on_front(query: CallbackQuery, shop: Shop, texts: Texts) -> None:
    """📣"""
    await _show(query, shop, texts)


async def on_pin(
    query: CallbackQuery, shop: Shop, texts: Texts, bot: Bot, showcase_chat: int | str | None = None
) -> None:
    """📌: put up, or brought up to date and pinned again."""
    if showcase_chat is None:
        await _show(query, shop, texts)
        return
    await shop.frontage.pin(await number_of(bot, showcase_chat))
    await _show(query, shop, texts, texts("front-pinning"))


async def on_unpin(query: CallbackQuery, shop: Shop, texts: Texts) -> None:
    """🗑"""
    await shop.frontage.take_down()
    await show(
        query, posting_looks.front(await shop.frontage.overview(), texts, texts("front-unpinning")), shop.catalogue
    )


async def on_rule(query: CallbackQuery, shop: Shop, texts: Texts) -> None:
    """🔴"""
    await show(query, posting_looks.rule((await shop.frontage.overview()).rule, texts), shop.catalogue)


async def on_rule_chosen(
    query: CallbackQuery, callback_data: FrontAct, shop: Shop, person: Person, texts: Texts
) -> None:
    """🔴 one of the three."""
    rule = SoldPosts(callback_data.act)
    await shop.frontage.choose_rule(rule, person.id)
    await show(query, posting_looks.rule(rule, texts), shop.catalogue)


async def on_collection(query: CallbackQuery, shop: Shop, texts: Texts) -> None:
    """🎴"""
    await _show_collection(query, await shop.posting.compose(), 0, shop, texts)


async def on_pick(query: CallbackQuery, callback_data: CollectionPick, shop: Shop, texts: Texts) -> None:
    """🖼 in or out, ▶️ a page further."""
    post = PostId(callback_data.post)
    if callback_data.product:
        await shop.posting.toggle(post, ProductId(callback_data.product))
    await _show_collection(query, post, callback_data.after, shop, texts)


async def _show_collection(query: CallbackQuery, post: PostId, after: int, shop: Shop, texts: Texts) -> None:
    found = await shop.posting.planned(texts.language, post)
    if not found:
        raise PostMovedOn
    shelf = await shop.catalogue.shelf(texts.language, after=ProductId(after) if after else None, limit=PAGE)
    free = await shop.stock.availability([item.variant for item in shelf.items])
    chosen = set(found[0].products)
    offered = tuple(
        item
        for item in shelf.items
        if item.product in chosen or free[item.variant].available > 0 or free[item.variant].reserved > 0
    )
    page = Shelf(offered, has_before=shelf.has_before, has_after=shelf.has_after)
    await show(query, posting_looks.collection(found[0], page, after, texts), shop.catalogue)


async def _show(query: CallbackQuery, shop: Shop, texts: Texts, head: Html | str = "") -> None:
    await show(query, posting_looks.front(await shop.frontage.overview(), texts, head), shop.catalogue)
