"""How does a seller answer: to a message, or by 💬 and typing, words and pictures?"""

from typing import Any
from zoneinfo import ZoneInfo

from aiogram import Bot, Router
from aiogram.filters import Filter
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, Message

from bot.basics.clock import Clock
from bot.basics.ids import OrderId, TalkId, WordsId
from bot.shop.conversations.values import Copy, Spoken, Typed, Waiting
from bot.shop.customers.values import Person
from bot.shop.shop import Shop
from bot.telegram import talk_words
from bot.telegram.buyer.talk import replied_to
from bot.telegram.rights import Right, needs
from bot.telegram.screen import Screen, button, rows, send, show
from bot.telegram.seller import talk_looks
from bot.telegram.seller.asking import Does, Selling, answered, answering, seller_router
from bot.telegram.seller.callbacks import HeldAnswer, SellerOrder, SellerTalk, TalksOpen
from bot.telegram.texts import Html, Texts
from bot.telegram.toast import Toast

PAGE = 8


def router() -> Router:
    router = seller_router("talk")
    orders, answer = needs(Right.ORDERS), answering(Right.ORDERS)
    router.message.register(on_reply, RepliesToBuyer(), flags=answer)
    router.message.register(on_album, ContinuesAnswer(), flags=answer)
    router.message.register(on_typed, TypesAnswer(), flags=answer)
    router.callback_query.register(on_waiting, Does(TalksOpen), flags=orders)
    router.callback_query.register(on_answer, Does(SellerTalk, "answer"), flags=orders)
    router.callback_query.register(on_done, Does(SellerTalk, "done"), flags=orders)
    router.callback_query.register(on_files, Does(SellerTalk, "files"), flags=orders)
    router.callback_query.register(on_page, Does(SellerTalk), flags=orders)
    router.callback_query.register(on_held, Does(HeldAnswer), flags=orders)
    router.callback_query.register(on_order_talk, Does(SellerOrder, "talk"), flags=orders)
    return router


class RepliesToBuyer(Filter):
    """An answer to what a buyer has said; it comes as `behind`."""

    async def __call__(self, message: Message, shop: Shop) -> bool | dict[str, Any]:
        copy = await replied_to(message, shop)
        return {"behind": copy} if copy is not None and copy.to_shop else False


class ContinuesAnswer(Filter):
    """One more picture of an album whose first one was an answer; that one comes as `first`."""

    async def __call__(self, message: Message, shop: Shop, person: Person) -> bool | dict[str, Any]:
        if message.media_group_id is None:
            return False
        first = await shop.talks.album(person.id, message.media_group_id)
        return {"first": first} if first is not None and first.from_shop else False


class TypesAnswer(Filter):
    """Words, a picture or a file, not a command, after 💬 was pressed."""

    async def __call__(self, message: Message, raw_state: str | None = None) -> bool:
        return raw_state == Selling.answer.state and not talk_words.is_command(message)


# -- answering -----------------------------------------------------------------------------------------------------


async def on_reply(
    message: Message,
    behind: Copy,
    shop: Shop,
    person: Person,
    texts: Texts,
    state: FSMContext,
    bot: Bot,
    clock: Clock,
    zone: ZoneInfo,
) -> None:
    said = talk_words.typed(message)
    if said is None:
        await message.answer(texts("talk-only-words"))
        return
    if await state.get_state() == Selling.answer.state:
        await answered(bot, message.chat.id, state)
    await _answer(message, behind.talk, behind.spoken, said, shop, person, texts, clock, zone)


async def on_album(
    message: Message, first: Spoken, shop: Shop, person: Person, texts: Texts, clock: Clock, zone: ZoneInfo
) -> None:
    said = talk_words.typed(message)
    if said is not None:
        await _answer(message, first.talk, None, said, shop, person, texts, clock, zone)


async def on_typed(
    message: Message,
    shop: Shop,
    person: Person,
    texts: Texts,
    state: FSMContext,
    bot: Bot,
    clock: Clock,
    zone: ZoneInfo,
) -> None:
    said = talk_words.typed(message)
    if said is None:
        await message.answer(texts("talk-only-words"))
        return
    asked = await state.get_data()
    await answered(bot, message.chat.id, state)
    seen = WordsId(int(asked["seen"])) if asked.get("seen") else None
    await _answer(message, TalkId(int(asked["talk"])), seen, said, shop, person, texts, clock, zone)


async def _answer(
    message: Message,
    talk: TalkId,
    seen: WordsId | None,
    said: Typed,
    shop: Shop,
    person: Person,
    texts: Texts,
    clock: Clock,
    zone: ZoneInfo,
) -> None:
    result = await shop.conversations.answer(person.id, talk, said, seen)
    if not result.first:
        return
    if result.by_colleague is not None:
        await show(message, talk_looks.held(result, texts, clock.now(), zone), shop.catalogue)
        return
    await show(message, talk_looks.sent(await shop.messenger.talk(talk), texts), shop.catalogue)


# -- buttons -------------------------------------------------------------------------------------------------------


async def on_answer(
    query: CallbackQuery, callback_data: SellerTalk, shop: Shop, texts: Texts, state: FSMContext, bot: Bot
) -> None:
    """💬: the question stays as it is, what is asked for comes below it."""
    talk = await shop.messenger.talk(TalkId(callback_data.talk))
    seen = await shop.talks.newest(talk.id)
    await _ask(bot, query.from_user.id, talk.id, seen, talk_looks.asked(talk, texts), shop, texts, state)


async def on_order_talk(
    query: CallbackQuery,
    callback_data: SellerOrder,
    shop: Shop,
    texts: Texts,
    state: FSMContext,
    bot: Bot,
    clock: Clock,
    zone: ZoneInfo,
) -> None:
    """💬 on an order: what has been said about it, or the first word to the buyer."""
    talk = await shop.conversations.about_order(OrderId(callback_data.order))
    shown = await shop.talks.page(talk.id)
    if shown.spoken:
        await show(query, talk_looks.page(shown, texts, clock.now(), zone), shop.catalogue)
        return
    await _ask(bot, query.from_user.id, talk.id, None, talk_looks.asked(talk, texts), shop, texts, state)


async def _ask(
    bot: Bot,
    chat: int,
    talk: TalkId,
    seen: WordsId | None,
    question: Html,
    shop: Shop,
    texts: Texts,
    state: FSMContext,
) -> None:
    leave = button(texts.plain("sell-leave"), SellerTalk(talk=talk))
    shown = await send(bot, chat, Screen(question, rows(leave)), shop.catalogue)
    await state.set_state(Selling.answer)
    await state.set_data({"talk": talk, "seen": seen, "message": shown})


async def on_done(
    _query: CallbackQuery, callback_data: SellerTalk, shop: Shop, person: Person, texts: Texts, toast: Toast
) -> None:
    """✅: nobody waits any more; the buttons of all sellers say so."""
    talk = await shop.conversations.close(person.id, TalkId(callback_data.talk))
    await toast(texts.plain("sell-talk-closed", who=talk.settled_by or ""))


async def on_page(
    query: CallbackQuery, callback_data: SellerTalk, shop: Shop, texts: Texts, clock: Clock, zone: ZoneInfo
) -> None:
    at = WordsId(callback_data.at)
    shown = await shop.talks.page(
        TalkId(callback_data.talk),
        before=at if callback_data.act == "older" else None,
        after=at if callback_data.act == "newer" else None,
    )
    await show(query, talk_looks.page(shown, texts, clock.now(), zone), shop.catalogue)


async def on_files(query: CallbackQuery, callback_data: SellerTalk, shop: Shop, bot: Bot) -> None:
    """🖼 once more, as they came."""
    for spoken in await shop.talks.files(TalkId(callback_data.talk), WordsId(callback_data.at)):
        if spoken.file is None:
            continue
        if spoken.file.kind == "photo":
            await bot.send_photo(query.from_user.id, spoken.file.id)
        else:
            await bot.send_document(query.from_user.id, spoken.file.id)


async def on_waiting(query: CallbackQuery, callback_data: TalksOpen, shop: Shop, texts: Texts, clock: Clock) -> None:
    after = TalkId(callback_data.after) if callback_data.after else None
    found = await shop.talks.waiting(after, PAGE + 1)
    more = len(found.talks) > PAGE
    shown = Waiting(found.talks[:PAGE], found.count)
    await show(query, talk_looks.waiting(shown, texts, clock.now(), more=more), shop.catalogue)


async def on_held(query: CallbackQuery, callback_data: HeldAnswer, shop: Shop, person: Person, texts: Texts) -> None:
    """What was held back goes out all the same, or never."""
    talk = await shop.conversations.decide_held(person.id, WordsId(callback_data.spoken), send=callback_data.send)
    if callback_data.send:
        await show(query, talk_looks.sent(talk, texts), shop.catalogue)
    else:
        await show(query, talk_looks.dropped(talk, texts), shop.catalogue)
