"""What is a buyer being asked to type, and how is a question left?"""

from collections.abc import Awaitable, Callable
from typing import Any

from aiogram import BaseMiddleware, Bot, Router
from aiogram.filters import Filter
from aiogram.fsm.context import FSMContext
from aiogram.fsm.state import State, StatesGroup
from aiogram.types import CallbackQuery, KeyboardButton, Message, ReplyKeyboardMarkup, TelegramObject

from bot.telegram.screen import remove
from bot.telegram.texts import Html

Handler = Callable[[TelegramObject, dict[str, Any]], Awaitable[Any]]


class Asking(StatesGroup):
    """Kept only while the person types; the data names the order and the messages of the question."""

    phone = State()
    near = State()
    email = State()
    note = State()
    address = State()
    question = State()
    giving_back = State()


async def ask(
    event: Message | CallbackQuery,
    state: FSMContext,
    question: State,
    words: Html,
    keyboard: ReplyKeyboardMarkup | None = None,
    **kept: Any,
) -> None:
    """Put a question in a message of its own, below what is shown; `kept` (plain JSON) comes back with the answer."""
    chat = _chat(event)
    if event.bot is None or chat is None:
        raise RuntimeError("the event has no bot")
    prompt = await event.bot.send_message(chat, words, reply_markup=keyboard)
    await state.set_state(question)
    await state.set_data({**kept, "prompt": prompt.message_id})


def sharing(share: KeyboardButton) -> ReplyKeyboardMarkup:
    """One button of Telegram's own; it hides once it has been used."""
    return ReplyKeyboardMarkup(keyboard=[[share]], resize_keyboard=True, one_time_keyboard=True)


class InPrivate(Filter):
    """The bot shows carts and orders only where nobody else reads them."""

    async def __call__(self, event: Message | CallbackQuery) -> bool:
        message = event if isinstance(event, Message) else event.message
        return message is not None and message.chat.type == "private"


class LeaveQuestion(BaseMiddleware):
    """A button or a command instead of an answer: the question is over, and its reply keyboard goes with it."""

    async def __call__(self, handler: Handler, event: TelegramObject, data: dict[str, Any]) -> Any:
        if data.get("raw_state") is not None:
            state: FSMContext = data["state"]
            ours = str(data["raw_state"]).startswith(f"{Asking.__full_group_name__}:")
            prompt = (await state.get_data()).get("prompt") if ours else None
            await state.clear()
            chat = _chat(event)
            if prompt is not None and chat is not None:
                bot: Bot = data["bot"]
                await remove(bot, chat, int(prompt))
        return await handler(event, data)


def _chat(event: TelegramObject) -> int | None:
    if isinstance(event, Message):
        return event.chat.id
    return event.from_user.id if isinstance(event, CallbackQuery) else None


def screen_router(name: str) -> Router:
    """A router of one screen family: private chats only, and whatever it handles leaves an open question."""
    made = Router(name=name)
    made.message.filter(InPrivate())
    made.callback_query.filter(InPrivate())
    made.message.middleware(LeaveQuestion())
    made.callback_query.middleware(LeaveQuestion())
    return made
