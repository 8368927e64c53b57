"""How does a buyer ask the seller something: about an order, a work, or one like it?"""

import re
from datetime import datetime, timedelta
from typing import Any, Final
from zoneinfo import ZoneInfo

from aiogram import Bot, Router
from aiogram.filters import Filter
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, Message

from bot.basics.clock import Clock
from bot.basics.ids import OrderId, ProductId, TalkId, WordsId
from bot.shop.catalogue.errors import NoSuchWork
from bot.shop.catalogue.values import Visibility
from bot.shop.conversations.errors import NoSuchTalk
from bot.shop.conversations.values import About, Copy, Talk, Typed
from bot.shop.customers.values import Person
from bot.shop.shop import Shop
from bot.telegram import talk_words
from bot.telegram.buyer import talk_screens
from bot.telegram.buyer.callbacks import AskAbout, TalkGoOn, TalkLeave, TalkOpen
from bot.telegram.buyer.my_orders import NUMBER
from bot.telegram.buyer.questions import Asking, InPrivate, screen_router
from bot.telegram.rights import Right, needs
from bot.telegram.screen import remove, send, show, strip
from bot.telegram.texts import Texts
from bot.telegram.toast import Toast

STAYS_OPEN: Final = timedelta(hours=1)
"""So long after the last word what is written next belongs to the question still."""


def router() -> Router:
    made = screen_router("talk")
    made.callback_query.register(on_ask, AskAbout.filter(), flags=needs(Right.BUY))
    made.callback_query.register(on_go_on, TalkGoOn.filter(), flags=needs(Right.BUY))
    made.callback_query.register(on_read, TalkOpen.filter(), flags=needs(Right.BUY))
    made.callback_query.register(on_leave, TalkLeave.filter(), flags=needs(Right.BUY))
    return made


def answers() -> Router:
    """What is written while a question is open, and answers to the shop's answers at any time."""
    made = Router(name="talk_answers")
    made.message.filter(InPrivate())
    made.message.register(on_reply, RepliesToShop(), flags=needs(Right.BUY))
    made.message.register(on_words, InQuestion(), flags=needs(Right.BUY))
    return made


class InQuestion(Filter):
    """A question to the seller is open, and not forgotten; commands are never part of it."""

    async def __call__(self, message: Message, state: FSMContext, clock: Clock, raw_state: str | None = None) -> bool:
        if raw_state != Asking.question.state or talk_words.is_command(message):
            return False
        kept = await state.get_data()
        if kept.get("ack") and re.fullmatch(NUMBER, (message.text or "").strip()):
            return False  # the question has been put: a number by itself looks for its order
        return float(kept.get("until", 0)) > clock.now().timestamp()


class RepliesToShop(Filter):
    """An answer to something the shop has said; it comes as `behind`."""

    async def __call__(self, message: Message, shop: Shop) -> bool | dict[str, Any]:
        copy = await replied_to(message, shop)
        return {"behind": copy} if copy is not None and not copy.to_shop else False


async def replied_to(message: Message, shop: Shop) -> Copy | None:
    """What the message answered carries, if it is the bot's and part of a conversation."""
    answered = message.reply_to_message
    if answered is None or talk_words.is_command(message) or not (answered.from_user and answered.from_user.is_bot):
        return None
    return await shop.talks.behind(message.chat.id, answered.message_id)


# -- asking --------------------------------------------------------------------------------------------------------


async def begin(
    bot: Bot, chat: int, about: About, shop: Shop, person: Person, texts: Texts, state: FSMContext, now: datetime
) -> None:
    """Ask for the question, in a message of its own. Raises NoSuchOrder, NoSuchWork."""
    if about.order is not None:
        title = (await shop.orders.own(about.order, person.id)).number
    elif about.product is not None:
        card = await shop.catalogue.card(about.product, person.language)
        if card.visibility is not Visibility.LISTED:
            raise NoSuchWork
        title = card.title
    else:
        title = ""
    talk = await shop.talks.find(person.id, about)
    await _open(bot, chat, about, title, talk.id if talk else None, shop, texts, state, now)


async def _open(
    bot: Bot,
    chat: int,
    about: About,
    title: str,
    talk: TalkId | None,
    shop: Shop,
    texts: Texts,
    state: FSMContext,
    now: datetime,
) -> None:
    shown = await send(bot, chat, talk_screens.prompt(about, title, talk, texts), shop.catalogue)
    await state.set_state(Asking.question)
    kept = {"order": about.order, "product": about.product, "like": about.like, "talk": talk}
    await state.set_data({**kept, "prompt": shown, "until": (now + STAYS_OPEN).timestamp()})


async def on_ask(
    query: CallbackQuery,
    callback_data: AskAbout,
    shop: Shop,
    person: Person,
    texts: Texts,
    state: FSMContext,
    bot: Bot,
    clock: Clock,
) -> None:
    """💬 on a card or an order, which stays as it is."""
    about = About(
        OrderId(callback_data.order) if callback_data.order else None,
        ProductId(callback_data.product) if callback_data.product else None,
        callback_data.like and bool(callback_data.product),
    )
    await begin(bot, query.from_user.id, about, shop, person, texts, state, clock.now())


async def on_go_on(
    query: CallbackQuery,
    callback_data: TalkGoOn,
    shop: Shop,
    person: Person,
    texts: Texts,
    state: FSMContext,
    bot: Bot,
    clock: Clock,
) -> None:
    """💬 under an answer. Raises NoSuchTalk for somebody else's."""
    talk = await _own(shop, TalkId(callback_data.talk), person)
    await _open(bot, query.from_user.id, talk.about, talk.title, talk.id, shop, texts, state, clock.now())


async def on_read(
    query: CallbackQuery,
    callback_data: TalkOpen,
    shop: Shop,
    person: Person,
    texts: Texts,
    clock: Clock,
    zone: ZoneInfo,
) -> None:
    """📖, ◀️ ▶️. Raises NoSuchTalk for somebody else's."""
    shown = await shop.talks.page(
        TalkId(callback_data.talk),
        before=WordsId(callback_data.before) if callback_data.before else None,
        after=WordsId(callback_data.after) if callback_data.after else None,
    )
    if shown.talk.customer != person.id:
        raise NoSuchTalk
    await show(query, talk_screens.page(shown, texts, clock.now(), zone), shop.catalogue)


async def on_leave(query: CallbackQuery, bot: Bot, texts: Texts, toast: Toast) -> None:
    """❌: leaving any question takes its message away; this is for one that was left before."""
    await toast(texts.plain("talk-left"))
    asked = query.message
    if isinstance(asked, Message) and asked.reply_markup is not None:
        rows = asked.reply_markup.inline_keyboard
        if [key.callback_data for row in rows for key in row] == [query.data]:  # whatever else carries it stays
            await remove(bot, query.from_user.id, asked.message_id)


# -- what is written -----------------------------------------------------------------------------------------------


async def on_words(
    message: Message, shop: Shop, person: Person, texts: Texts, state: FSMContext, bot: Bot, clock: Clock
) -> None:
    """One message more of the open question."""
    said = talk_words.typed(message)
    if said is None:
        await _only_words(message, texts)
        return
    kept = await state.get_data()
    if kept.get("talk"):
        talk = await shop.conversations.go_on(person.id, TalkId(int(kept["talk"])), said)
    else:
        about = About(
            OrderId(int(kept["order"])) if kept.get("order") else None,
            ProductId(int(kept["product"])) if kept.get("product") else None,
            bool(kept.get("like")),
        )
        talk = await shop.conversations.ask(person.id, person.language, about, said)
    await acknowledge(message, said, talk, kept, shop, texts, state, bot, clock.now())


async def on_reply(
    message: Message,
    behind: Copy,
    shop: Shop,
    person: Person,
    texts: Texts,
    state: FSMContext,
    bot: Bot,
    clock: Clock,
) -> None:
    """An answer to the shop's answer, question open or not. Raises NoSuchTalk."""
    said = talk_words.typed(message)
    if said is None:
        await _only_words(message, texts)
        return
    kept = await state.get_data() if await state.get_state() == Asking.question.state else {}
    talk = await shop.conversations.go_on(person.id, behind.talk, said)
    await acknowledge(message, said, talk, kept, shop, texts, state, bot, clock.now())


async def acknowledge(
    message: Message,
    said: Typed,
    talk: Talk,
    kept: dict[str, Any],
    shop: Shop,
    texts: Texts,
    state: FSMContext,
    bot: Bot,
    now: datetime,
) -> None:
    """Say once, under the newest of what was written, that it is with the seller; the question stays open."""
    shown = kept.get("ack")
    if kept.get("prompt") is not None:
        await strip(bot, message.chat.id, int(kept["prompt"]))
    if said.album is None or kept.get("album") != said.album:
        if shown is not None:
            await remove(bot, message.chat.id, int(shown))
        shown = await send(bot, message.chat.id, talk_screens.passed_on(talk, texts), shop.catalogue)
    await state.set_state(Asking.question)
    await state.set_data({"talk": talk.id, "ack": shown, "album": said.album, "until": (now + STAYS_OPEN).timestamp()})


async def _own(shop: Shop, wanted: TalkId, person: Person) -> Talk:
    talk = await shop.messenger.talk(wanted)
    if talk.customer != person.id:
        raise NoSuchTalk
    return talk


async def _only_words(message: Message, texts: Texts) -> None:
    if message.content_type in talk_words.NOT_FOR_TALK:
        await message.answer(texts("talk-only-words"))
