"""How does a buyer ask to give an order back?"""

from aiogram import Bot, Router
from aiogram.filters import Filter
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, Message

from bot.basics.clock import Clock
from bot.basics.ids import OrderId
from bot.shop.customers.values import Person
from bot.shop.returns import rules
from bot.shop.returns.errors import ReturnMovedOn, ReturnTooLate
from bot.shop.shop import Shop
from bot.telegram import talk_words
from bot.telegram.buyer.callbacks import ReturnAsk, TalkLeave
from bot.telegram.buyer.questions import Asking, InPrivate, screen_router
from bot.telegram.buyer.talk import STAYS_OPEN
from bot.telegram.buyer.talk_screens import returned
from bot.telegram.rights import Right, needs
from bot.telegram.screen import Screen, button, rows, send, strip
from bot.telegram.texts import Texts


def router() -> Router:
    made = screen_router("returns")
    made.callback_query.register(on_ask, ReturnAsk.filter(), flags=needs(Right.BUY))
    return made


def answers() -> Router:
    """The reason, while it is asked for."""
    made = Router(name="return_answers")
    made.message.filter(InPrivate())
    made.message.register(on_reason, GivingBack(), flags=needs(Right.BUY))
    return made


class GivingBack(Filter):
    """The reason is asked for; commands are none."""

    async def __call__(self, message: Message, raw_state: str | None = None) -> bool:
        return raw_state == Asking.giving_back.state and not talk_words.is_command(message)


async def on_ask(
    query: CallbackQuery,
    callback_data: ReturnAsk,
    shop: Shop,
    person: Person,
    texts: Texts,
    state: FSMContext,
    bot: Bot,
    clock: Clock,
) -> None:
    """↩️: why? Words and pictures. Raises NoSuchOrder, ReturnTooLate, ReturnMovedOn when it was asked before."""
    order = await shop.orders.own(OrderId(callback_data.order), person.id)
    standing = await shop.returns.standing(order.id)
    if standing.request is not None:
        raise ReturnMovedOn
    if not rules.may_ask(order, standing, clock.now()):
        raise ReturnTooLate
    prompt = Screen(texts("return-prompt", number=order.number), rows(button(texts.plain("talk-leave"), TalkLeave())))
    shown = await send(bot, query.from_user.id, prompt, shop.catalogue)
    await state.set_state(Asking.giving_back)
    await state.set_data({"order": order.id, "prompt": shown})


async def on_reason(
    message: Message, shop: Shop, person: Person, texts: Texts, state: FSMContext, bot: Bot, clock: Clock
) -> None:
    """The request is made; whatever else is sent now goes the same way."""
    said = talk_words.typed(message)
    if said is None:
        if message.content_type in talk_words.NOT_FOR_TALK:
            await message.answer(texts("talk-only-words"))
        return
    kept = await state.get_data()
    order = OrderId(int(kept["order"]))
    talk = await shop.returns.ask(person.id, order, said)
    await strip(bot, message.chat.id, int(kept["prompt"]))
    shown = await send(bot, message.chat.id, returned(talk, texts), shop.catalogue)
    await state.set_state(Asking.question)
    until = (clock.now() + STAYS_OPEN).timestamp()
    await state.set_data({"talk": talk.id, "ack": shown, "album": said.album, "until": until})
