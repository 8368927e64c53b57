"""In which order do routers and middlewares see an update? All of it on this page."""

from dataclasses import dataclass
from zoneinfo import ZoneInfo

import structlog
from aiogram import Bot, Dispatcher, Router
from aiogram.exceptions import TelegramAPIError
from aiogram.filters import JOIN_TRANSITION, LEAVE_TRANSITION, ChatMemberUpdatedFilter
from aiogram.fsm.storage.memory import SimpleEventIsolation
from aiogram.types import ChatMemberUpdated, Update

from bot.basics.clock import Clock
from bot.basics.languages import Language
from bot.basics.nursery import Nursery
from bot.shop.customers.values import Person
from bot.shop.shop import Shop
from bot.storage.database import Database
from bot.telegram.buyer import group, inline, invoices
from bot.telegram.buyer import routers as buyer
from bot.telegram.dialog_memory import DialogMemory
from bot.telegram.middlewares import Allow, Answer, Fresh, Recognise, Refuse, Throttle
from bot.telegram.rights import Right, needs
from bot.telegram.seller import routers as seller
from bot.telegram.texts import Texts

log = structlog.get_logger(__name__)


@dataclass(frozen=True, slots=True)
class House:
    """What every handler may ask for by name."""

    shop: Shop
    database: Database
    all_texts: dict[Language, Texts]
    language: Language
    owners: frozenset[int]
    zone: ZoneInfo
    clock: Clock
    showcase_chat: int | str | None = None
    address: str = ""
    """Where the shop's web doors are, without a slash at the end."""


def build_dispatcher(house: House, nursery: Nursery) -> Dispatcher:
    """The one dispatcher: polling, webhook, demo and tests feed the same."""
    dispatcher = Dispatcher(
        storage=DialogMemory(house.database),
        events_isolation=SimpleEventIsolation(),
        shop=house.shop,
        shop_language=house.language,
        all_texts=house.all_texts,
        owners=house.owners,
        zone=house.zone,
        clock=house.clock,
        showcase_chat=house.showcase_chat,
        address=house.address,
        apologise=Apology(house.all_texts, house.language),
    )
    # outside in: is it ours, how often, who, then (for each kind) the tap's answer and the words for a refusal, last
    # the right
    dispatcher.update.outer_middleware(group.Hush())
    dispatcher.update.outer_middleware(Throttle())
    dispatcher.update.outer_middleware(Recognise(house.shop, house.all_texts, house.owners, house.language))
    dispatcher.callback_query.outer_middleware(Fresh())
    dispatcher.callback_query.outer_middleware(Answer(nursery))
    for observer in (dispatcher.message, dispatcher.callback_query, dispatcher.inline_query):
        observer.middleware(Refuse(house.shop))
        observer.middleware(Allow())
    dispatcher.pre_checkout_query.middleware(Allow())
    dispatcher.include_routers(
        membership(), group.router(), inline.router(), invoices.router(), *seller.routers(), *buyer.routers()
    )
    return dispatcher


def membership() -> Router:
    """Who blocks the bot is remembered and left in peace until they write again; a new group is greeted once."""
    router = Router(name="membership")
    router.my_chat_member.register(on_left, ChatMemberUpdatedFilter(LEAVE_TRANSITION), flags=needs(Right.BUY))
    router.my_chat_member.register(on_joined, ChatMemberUpdatedFilter(JOIN_TRANSITION), flags=needs(Right.BUY))
    return router


async def on_left(change: ChatMemberUpdated, shop: Shop, person: Person) -> None:
    if change.chat.type == "private":
        await shop.customers.note_blocked(person.id)


async def on_joined(change: ChatMemberUpdated, person: Person, texts: Texts, bot: Bot) -> None:
    if group.is_group(change.chat.type):
        await group.on_added(change, texts, bot)
    else:
        log.info("came_back", person=person.id)  # recognising them has taken the mark away


@dataclass(frozen=True, slots=True)
class Apology:
    """One line for the person whose update could not be handled, whatever was tried."""

    all_texts: dict[Language, Texts]
    language: Language

    async def __call__(self, bot: Bot, update: Update) -> None:
        event = update.message or update.callback_query
        if event is None or event.from_user is None:
            return
        try:
            await bot.send_message(event.from_user.id, self.all_texts[self.language]("went-wrong"))
        except TelegramAPIError as refusal:
            log.info("apology_not_sent", reason=str(refusal))
