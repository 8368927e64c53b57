"""When and how is a work posted, and what is planned?"""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from aiogram import Bot, Router
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, Message

from bot.basics.clock import Clock
from bot.basics.ids import ProductId
from bot.shop.catalogue.values import Card, Visibility
from bot.shop.customers.values import Person
from bot.shop.shop import Shop
from bot.shop.showcase.errors import PostMovedOn, TimeIsOver
from bot.shop.showcase.rules import read_time
from bot.shop.showcase.values import Form, Post, PostId
from bot.telegram.refusals import words
from bot.telegram.rights import Right, needs
from bot.telegram.screen import button, show
from bot.telegram.seller import looks, posting_looks
from bot.telegram.seller.asking import Answers, Does, Selling, answered, answering, ask, seller_router
from bot.telegram.seller.callbacks import (
    PlanAct,
    PlanAt,
    PlansOpen,
    PostAsk,
    PostAt,
    PostType,
    WorkAct,
)
from bot.telegram.showcase.sending import number_of
from bot.telegram.texts import Texts
from bot.telegram.toast import Toast

Chat = int | str | None


def router() -> Router:
    router = seller_router("posting")
    catalogue = needs(Right.CATALOGUE)
    router.callback_query.register(on_ask, Does(PostAsk), flags=catalogue)
    router.callback_query.register(on_ask, Does(WorkAct, "publish"), flags=catalogue)
    router.callback_query.register(on_at, Does(PostAt), flags=catalogue)
    router.callback_query.register(on_own_time, Does(PostType), flags=catalogue)
    router.callback_query.register(on_plan_own_time, Does(PlanAct, "type"), flags=catalogue)
    router.message.register(on_time_typed, Answers(Selling.post_time), flags=answering(Right.CATALOGUE))
    router.callback_query.register(on_plans, Does(PlansOpen), flags=catalogue)
    router.callback_query.register(on_plan, Does(PlanAct, "open"), flags=catalogue)
    router.callback_query.register(on_plan_cancel, Does(PlanAct, "cancel"), flags=catalogue)
    router.callback_query.register(on_plan_at, Does(PlanAt), flags=catalogue)
    return router


async def on_ask(
    query: CallbackQuery,
    callback_data: PostAsk | WorkAct,
    shop: Shop,
    texts: Texts,
    bot: Bot,
    clock: Clock,
    zone: ZoneInfo,
    showcase_chat: Chat = None,
) -> None:
    """📣 under a work, 🕒 under a draft, and every choice on that screen."""
    card = await shop.catalogue.card(ProductId(callback_data.product), texts.language, bot.id)
    how = callback_data.how if isinstance(callback_data, PostAsk) else 0
    await _show(query, card, how, shop, texts, bot, clock, zone, showcase_chat)


async def on_at(
    query: CallbackQuery,
    callback_data: PostAt,
    shop: Shop,
    person: Person,
    texts: Texts,
    toast: Toast,
    bot: Bot,
    clock: Clock,
    zone: ZoneInfo,
    showcase_chat: Chat = None,
) -> None:
    """📣 now, or at the moment on the button; a moment that is over offers the next ones."""
    product, at = ProductId(callback_data.product), _moment(callback_data.at)
    card = await shop.catalogue.card(product, texts.language, bot.id)
    if showcase_chat is None or (at is not None and at <= clock.now()):
        if at is not None:
            await toast(words(TimeIsOver(), texts), alert=True)
        await _show(query, card, callback_data.how, shop, texts, bot, clock, zone, showcase_chat)
        return
    post = await _plan(shop, card, person, callback_data.seen, at, callback_data.how)
    if post is not None:
        listed = card.visibility is Visibility.DRAFT
        screen = posting_looks.planned(post, card, texts=texts, now=clock.now(), zone=zone, listed=listed)
        await show(query, screen, shop.catalogue)


async def on_own_time(
    query: CallbackQuery, callback_data: PostType, shop: Shop, texts: Texts, state: FSMContext
) -> None:
    """🕒 another time of a work's post."""
    back = button(texts.plain("sell-back"), PostAsk(product=callback_data.product, how=callback_data.how))
    kept = {"product": callback_data.product, "seen": callback_data.seen, "how": callback_data.how}
    await ask(query, state, shop, Selling.post_time, texts("post-ask-time"), back, **kept)


async def on_plan_own_time(
    query: CallbackQuery, callback_data: PlanAct, shop: Shop, texts: Texts, state: FSMContext
) -> None:
    """🕒 another time of a planned post."""
    back = button(texts.plain("sell-back"), PlanAct(post=callback_data.post))
    await ask(query, state, shop, Selling.post_time, texts("post-ask-time"), back, post=callback_data.post)


async def on_time_typed(
    message: Message,
    shop: Shop,
    person: Person,
    texts: Texts,
    state: FSMContext,
    bot: Bot,
    clock: Clock,
    zone: ZoneInfo,
) -> None:
    """`завтра 19:30`: the question stays open until it is understood."""
    asked, at = await state.get_data(), read_time(message.text or "", clock.now(), zone)
    if "post" in asked:
        post = await shop.posting.move(PostId(asked["post"]), at)
        await answered(bot, message.chat.id, state)
        head = posting_looks.became(post, texts=texts, now=clock.now(), zone=zone)
        waiting = await shop.posting.planned(texts.language)
        screen = posting_looks.plans(waiting, texts=texts, now=clock.now(), zone=zone, head=head)
        await show(message, screen, shop.catalogue)
        return
    card = await shop.catalogue.card(ProductId(asked["product"]), texts.language, bot.id)
    planned = await _plan(shop, card, person, asked["seen"], at, asked["how"])
    await answered(bot, message.chat.id, state)
    if planned is not None:
        listed = card.visibility is Visibility.DRAFT
        screen = posting_looks.planned(planned, card, texts=texts, now=clock.now(), zone=zone, listed=listed)
        await show(message, screen, shop.catalogue)


async def on_plans(query: CallbackQuery, shop: Shop, texts: Texts, clock: Clock, zone: ZoneInfo) -> None:
    """🕒"""
    waiting = await shop.posting.planned(texts.language)
    await show(query, posting_looks.plans(waiting, texts=texts, now=clock.now(), zone=zone), shop.catalogue)


async def on_plan(
    query: CallbackQuery, callback_data: PlanAct, shop: Shop, texts: Texts, clock: Clock, zone: ZoneInfo
) -> None:
    """🕒 one of them."""
    found = await shop.posting.planned(texts.language, PostId(callback_data.post))
    if not found:
        raise PostMovedOn
    await show(query, posting_looks.plan(found[0], texts=texts, now=clock.now(), zone=zone), shop.catalogue)


async def on_plan_at(
    query: CallbackQuery,
    callback_data: PlanAt,
    shop: Shop,
    texts: Texts,
    toast: Toast,
    clock: Clock,
    zone: ZoneInfo,
) -> None:
    """🕒 or 📣 of a planned post or a collection."""
    post, at = PostId(callback_data.post), _moment(callback_data.at)
    if at is not None and at <= clock.now():
        await toast(words(TimeIsOver(), texts), alert=True)
        await on_plan(query, PlanAct(post=post), shop, texts, clock, zone)
        return
    moved = await shop.posting.move(post, at)
    head = posting_looks.became(moved, texts=texts, now=clock.now(), zone=zone)
    waiting = [each for each in await shop.posting.planned(texts.language) if at is not None or each.post.id != post]
    screen = posting_looks.plans(waiting, texts=texts, now=clock.now(), zone=zone, head=head)
    await show(query, screen, shop.catalogue)


async def on_plan_cancel(
    query: CallbackQuery, callback_data: PlanAct, shop: Shop, texts: Texts, clock: Clock, zone: ZoneInfo
) -> None:
    """❌"""
    await shop.posting.cancel(PostId(callback_data.post))
    waiting = await shop.posting.planned(texts.language)
    head = texts("post-cancelled")
    await show(query, posting_looks.plans(waiting, texts=texts, now=clock.now(), zone=zone, head=head), shop.catalogue)


async def _plan(shop: Shop, card: Card, person: Person, seen: int, at: datetime | None, how: int) -> Post | None:
    """A draft goes up with its first post; a work gets one, or another."""
    form = Form.ALBUM if how & posting_looks.ALBUM else Form.PHOTO
    if card.visibility is Visibility.DRAFT:
        await shop.listing.put_up(card.product, person.id, publish=True, at=at, form=form)
        return await shop.posting.current(card.product)
    away = bool(how & posting_looks.AWAY)
    return await shop.posting.plan(card.product, PostId(seen) if seen else None, at, form, takes_down=away)


async def _show(
    query: CallbackQuery,
    card: Card,
    how: int,
    shop: Shop,
    texts: Texts,
    bot: Bot,
    clock: Clock,
    zone: ZoneInfo,
    showcase_chat: Chat,
) -> None:
    draft = card.visibility is Visibility.DRAFT
    free = (await shop.stock.availability([card.variant]))[card.variant]
    if showcase_chat is None:
        await show(query, await looks.work_screen(shop, card.product, texts, bot, showcase=False), shop.catalogue)
        return
    on_offer = card.visibility is Visibility.LISTED and (free.available > 0 or free.reserved > 0)
    if not draft and not on_offer:
        await show(query, posting_looks.nothing_to_post(card, texts), shop.catalogue)
        return
    present = await shop.posting.current(card.product)
    here = present is None or present.chat in (None, await number_of(bot, showcase_chat))
    screen = posting_looks.ask(card, present, how, here=here, texts=texts, now=clock.now(), zone=zone)
    await show(query, screen, shop.catalogue)


def _moment(at: int) -> datetime | None:
    return datetime.fromtimestamp(at, UTC) if at else None
