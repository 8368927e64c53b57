"""How does a test sit in a seller's chat? Dispatcher and intake are real, Telegram is the strict pretend one."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import Any
from zoneinfo import ZoneInfo

from aiogram import Bot
from aiogram.client.default import DefaultBotProperties
from aiogram.methods import TelegramMethod
from aiogram.methods.base import TelegramType

from bot.basics.clock import MovableClock
from bot.basics.ids import CustomerId
from bot.basics.nursery import Nursery
from bot.partners.pretend.telegram.pace import NO_LIMITS
from bot.partners.pretend.telegram.server import PretendTelegram
from bot.shop.orders.values import OrderView, PayWay
from bot.shop.shop import Shop
from bot.shop.stock.values import Wanted
from bot.storage.database import Database
from bot.telegram.dispatcher import House, build_dispatcher
from bot.telegram.intake import Intake
from bot.telegram.pretend_session import PretendSession
from bot.telegram.texts import load_texts
from tests.support.shops import a_work, open_shop, someone

TOKEN = "4200:pretend"
SELLER, OTHER, SHOWCASE = 501, 601, -1001
ZONE = ZoneInfo("Europe/Moscow")
Message = dict[str, Any]


class AtADistance(PretendSession):
    """As over a network: no call is answered within one turn of the loop."""

    async def make_request(
        self,
        bot: Bot,
        method: TelegramMethod[TelegramType],
        timeout: int | None = None,  # noqa: ASYNC109 - aiogram's signature
    ) -> TelegramType:
        await asyncio.sleep(0)
        return await super().make_request(bot, method, timeout)


@dataclass
class SellerChat:
    """What the seller does in the app, and what he sees then."""

    telegram: PretendTelegram
    bot: Bot
    shop: Shop
    intake: Intake
    who: int = SELLER

    async def settle(self) -> None:
        """Until the bot has handled everything."""
        while self.telegram.updates.waiting:
            raws = await self.telegram.updates.get()
            await self.intake.accept(raws)
            await self.telegram.updates.get(offset=max(raw["update_id"] for raw in raws) + 1)
            await self.intake.drain()
        assert self.telegram.unanswered() == []
        assert self.telegram.defects == []

    async def says(self, text: str, reply_to: int | None = None) -> Message:
        self.telegram.user_sends_text(self.who, text, reply_to=reply_to)
        await self.settle()
        return self.last

    async def sends_photo(self, data: bytes, caption: str = "", album: str | None = None) -> Message:
        self.telegram.user_sends_photo(self.who, data, caption, album)
        await self.settle()
        return self.last

    async def sends_file(self, data: bytes, name: str, caption: str = "") -> Message:
        self.telegram.user_sends_document(self.who, data, name, caption)
        await self.settle()
        return self.last

    async def presses(self, label: str, message: Message | None = None) -> Message:
        """A button of the newest message, or of an older one; what the chat shows last after it."""
        number = (message or self.last)["message_id"]
        self.telegram.user_presses(self.who, self.who, number, label=label)
        await self.settle()
        return self.last

    async def forges(self, data: str) -> Message:
        """A tap with made-up data on the newest message."""
        self.telegram.user_presses(self.who, self.who, self.last["message_id"], data, forged=True)
        await self.settle()
        return self.last

    async def forges_work(self, data: str) -> Message:
        """As if an old button had been pressed: on a fresh message."""
        await self.says("/desk")
        return await self.forges(data)

    @property
    def last(self) -> Message:
        return self.telegram.last_message(self.who)

    @property
    def seller(self) -> int:
        return self.who

    async def seller_id(self) -> CustomerId:
        return (await self.shop.customers.recognise(SELLER, "Анна", None, "ru")).id

    async def an_order(self, *, ready: bool = False, price_minor: int = 1_200_000) -> OrderView:
        """An accepted order that is paid at pickup."""
        seller, buyer = await self.seller_id(), await someone(self.shop)
        _, variant, _ = await a_work(self.shop, seller, price_minor=price_minor)
        started = await self.shop.checkout.start(buyer, "ru", [Wanted(variant, 1)])
        await self.shop.checkout.confirm(started.order.id, buyer, PayWay.AT_PICKUP, None)
        if ready:
            await self.shop.fulfilment.ready(started.order.id, seller)
        return await self.shop.orders.get(started.order.id)


def said(message: Message) -> str:
    return str(message.get("text") or message.get("caption") or "")


def labels(message: Message) -> list[str]:
    return [key["text"] for row in message.get("reply_markup", {}).get("inline_keyboard", []) for key in row]


def pretend_telegram(language: str = "ru") -> PretendTelegram:
    """A seller, somebody else, and the showcase."""
    telegram = PretendTelegram(TOKEN, limits=NO_LIMITS)
    telegram.add_user(SELLER, "Анна", language, started=True)
    telegram.add_user(OTHER, "Мария <b>", language, "masha", started=True)
    telegram.add_channel(SHOWCASE, "vernissage_shop", "Vernissage", owner=SELLER)
    return telegram


def pretend_bot(telegram: PretendTelegram) -> Bot:
    return Bot(TOKEN, session=AtADistance(telegram), default=DefaultBotProperties(parse_mode="HTML"))


@asynccontextmanager
async def seller_chat(
    database: Database, clock: MovableClock, *, language: str = "ru", showcase: int | None = SHOWCASE
) -> AsyncIterator[SellerChat]:
    """A shop with one place, a dispatcher, and a seller who has opened the chat."""
    shop = await open_shop(database)
    telegram = pretend_telegram(language)
    nursery = Nursery()
    house = House(shop, database, load_texts(), "ru", frozenset({SELLER}), ZONE, clock, showcase)
    async with pretend_bot(telegram) as bot:
        intake = Intake(bot, build_dispatcher(house, nursery), database, nursery)
        await intake.start()
        yield SellerChat(telegram, bot, shop, intake)
        await nursery.close()
    assert telegram.defects == []
