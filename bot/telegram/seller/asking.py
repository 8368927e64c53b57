"""How is a seller asked to type something, and how is the answer told from everything else?"""

from typing import Any, Final

from aiogram import Bot, Router
from aiogram.dispatcher.flags import get_flag
from aiogram.filters import Filter
from aiogram.filters.callback_data import CallbackData
from aiogram.fsm.context import FSMContext
from aiogram.fsm.state import State, StatesGroup
from aiogram.types import CallbackQuery, InlineKeyboardButton, Message, TelegramObject

from bot.shop.shop import Shop
from bot.telegram.buyer import questions
from bot.telegram.filters import IsSeller
from bot.telegram.rights import Right, needs
from bot.telegram.screen import Screen, remove, rows, show
from bot.telegram.texts import Html

KEEP: Final = ("-", "–", "—", "−")
"""Typed instead of an answer: it stays as it is."""


class Selling(StatesGroup):
    """What a seller is asked to type. Other groups are a buyer's questions."""

    caption = State()
    correction = State()
    title = State()
    care = State()
    price = State()
    cost = State()
    fee = State()
    category = State()
    count = State()
    stock = State()
    counting = State()
    write_off = State()
    low = State()
    sold = State()
    hold = State()
    why = State()
    ready = State()
    code = State()
    order_words = State()
    place = State()
    place_hours = State()
    place_way = State()
    place_days = State()
    place_tongue = State()
    term = State()
    business = State()
    answer = State()
    part_back = State()
    return_how = State()
    return_why = State()
    post_time = State()
    way = State()
    quote_time = State()
    quote = State()
    track = State()
    channel_code = State()
    channel_hook = State()
    channel_price = State()
    till_words = State()
    till_price = State()


def seller_router(name: str) -> Router:
    """A router that only sellers reach, in their own chat; what they press or command ends an open question."""
    router = Router(name=f"seller.{name}")
    router.message.filter(IsSeller(), questions.InPrivate())
    router.callback_query.filter(IsSeller(), questions.InPrivate())
    router.message.middleware(LeaveQuestion())
    router.callback_query.middleware(LeaveQuestion())
    return router


def answering(right: Right) -> dict[str, Any]:
    """Flags of a handler that takes an answer: the question stays open until it says otherwise."""
    return {**needs(right), "answers": True}


class LeaveQuestion(questions.LeaveQuestion):
    """Whoever goes elsewhere has left the question, be it a seller's or a buyer's; an answer has not."""

    async def __call__(self, handler: questions.Handler, event: TelegramObject, data: dict[str, Any]) -> Any:
        if get_flag(data, "answers"):
            return await handler(event, data)
        return await super().__call__(handler, event, data)


class OutsideBuyersQuestion(Filter):
    """The person is not answering as a buyer."""

    async def __call__(self, _message: Message, raw_state: str | None = None) -> bool:
        return raw_state is None or _own(raw_state)


class Unasked(Filter):
    """No question is open at all."""

    async def __call__(self, _message: Message, raw_state: str | None = None) -> bool:
        return raw_state is None


class Answers(Filter):
    """Words, not a command, while that question is open."""

    def __init__(self, question: State) -> None:
        self.question = question

    async def __call__(self, message: Message, raw_state: str | None = None) -> bool:
        return raw_state == self.question.state and bool(message.text) and not (message.text or "").startswith("/")


class Does(Filter):
    """A button of that kind, with one of these acts if any are named; it comes as `callback_data`."""

    def __init__(self, kind: type[CallbackData], *acts: str) -> None:
        self.kind, self.acts = kind, acts

    async def __call__(self, query: CallbackQuery) -> bool | dict[str, Any]:
        pressed = self.fits(query.data or "")
        return {"callback_data": pressed} if pressed is not None else False

    def fits(self, data: str) -> CallbackData | None:
        """What the data of a button says, if it is one of these."""
        try:
            pressed = self.kind.unpack(data)
        except (TypeError, ValueError):
            return None
        return None if self.acts and getattr(pressed, "act", None) not in self.acts else pressed


async def ask(
    event: Message | CallbackQuery,
    state: FSMContext,
    shop: Shop,
    question: State,
    words: Html,
    *back: InlineKeyboardButton,
    **kept: Any,
) -> None:
    """Put a question; `kept` (plain JSON) comes back with the answer. A photo on the screen stays."""
    message = await show(event, Screen(words, rows(back), keep_photo=True), shop.catalogue)
    await state.set_state(question)
    await state.set_data({**kept, "message": message})


async def answered(bot: Bot, chat: int, state: FSMContext) -> None:
    """The question is closed, and its message goes away: what follows stands under the answer."""
    message = (await state.get_data()).get("message")
    await state.clear()
    if message is not None:
        await remove(bot, chat, int(message))


def _own(raw_state: str | None) -> bool:
    return raw_state is not None and raw_state.startswith(f"{Selling.__full_group_name__}:")
