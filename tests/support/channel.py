"""How does a test stand before the seller's channel? The seller's chat, and the outbox worker played by hand."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import timedelta
from functools import cache, partial
from itertools import count
from typing import Any

from bot.basics.clock import MovableClock
from bot.basics.ids import CustomerId, ProductId, VariantId
from bot.basics.languages import Language
from bot.jobs.outbox import OutboxJob
from bot.shop.catalogue import writes
from bot.shop.catalogue.values import NewPhoto
from bot.shop.outbox.writes import BELL
from bot.shop.shop import Shop
from bot.shop.showcase.values import Form
from bot.shop.stock.values import Wanted
from bot.storage.database import Database
from bot.telegram.deliver import Delivery
from bot.telegram.dispatcher import House
from bot.telegram.texts import Texts, load_texts
from bot.wiring import tell_parked
from tests.support.seller_chat import SELLER, SHOWCASE, ZONE, Message, SellerChat, said, seller_chat
from tests.support.shops import JPEG, a_work, someone

_sales = count()
NAME = "vernissage_bot"
EDITS = ("editMessageCaption", "editMessageMedia", "editMessageText", "editMessageReplyMarkup")
POSTS = ("sendPhoto", "sendMediaGroup", "sendMessage")


@cache
def texts() -> dict[Language, Texts]:
    return load_texts()


@dataclass
class Channel:
    """A shop with a showcase, its seller's chat, and everything that is owed done by hand."""

    chat: SellerChat
    database: Database
    clock: MovableClock
    language: Language = "ru"
    showcase: int | str | None = SHOWCASE

    @property
    def shop(self) -> Shop:
        return self.chat.shop

    def worker(self) -> OutboxJob:
        """A fresh one, as after a restart."""
        house = House(
            self.shop,
            self.database,
            texts(),
            self.language,
            frozenset({SELLER}),
            ZONE,
            self.clock,
            self.showcase,
        )
        return OutboxJob(
            self.shop.outbox,
            Delivery(house, self.chat.bot, NAME).topics(),
            bell=self.database.bell(BELL),
            every_s=1,
            clock=self.clock,
            on_parked=partial(tell_parked, self.shop),
        )

    async def work(self) -> None:
        """Everything that is due."""
        worker = self.worker()
        for _ in range(100):
            if not await worker.work():
                return
        raise AssertionError("the outbox never came to rest")

    async def later(self, seconds: float = 12.0, step: float = 1.0) -> None:
        """Let time pass with the worker at work."""
        await self.work()
        while seconds > 0:
            self.clock.move(timedelta(seconds=min(step, seconds)))
            seconds -= step
            await self.work()

    async def seller(self) -> CustomerId:
        return await self.chat.seller_id()

    async def a_work(self, title: str = "Закат над Невой", *, pieces: int = 1, photos: int = 1) -> ProductId:
        """A work for sale."""
        product, _, _ = await a_work(self.shop, await self.seller(), title=title, pieces=pieces)
        for number in range(1, photos):
            await self._photo(product, number)
        return product

    async def _photo(self, product: ProductId, number: int) -> None:
        async with self.database.transaction() as session:
            await writes.add_photo(session, product, NewPhoto(JPEG, 1, 1, f"{product:032d}{number:032d}"))

    async def posted(self, title: str = "Закат над Невой", *, pieces: int = 1) -> ProductId:
        """A work with a post."""
        product = await self.a_work(title, pieces=pieces)
        await self.publish(product)
        return product

    async def publish(self, product: ProductId, **how: Any) -> None:
        await self.shop.posting.plan(product, None, None, how.pop("form", Form.PHOTO), **how)
        await self.later()

    async def publish_again(self, product: ProductId, *, takes_down: bool = False) -> None:
        """Another post of a work that has one."""
        present = await self.shop.posting.current(product)
        assert present is not None
        await self.shop.posting.plan(product, present.id, None, Form.PHOTO, takes_down=takes_down)
        await self.later()

    async def variant(self, product: ProductId) -> VariantId:
        return (await self.shop.catalogue.card(product, "ru")).variant

    async def sell(self, product: ProductId) -> None:
        """Through another channel, by the seller's hand."""
        card = await self.shop.catalogue.card(product, "ru")
        await self.shop.channels.sold_by_hand(card.sku, 1, None, await self.seller(), f"sale:{next(_sales)}")

    async def hold(self, product: ProductId) -> None:
        buyer = await someone(self.shop)
        await self.shop.checkout.start(buyer, "ru", [Wanted(await self.variant(product), 1)])

    def seen(self, chat: int = SHOWCASE) -> list[Message]:
        """The posts, oldest first."""
        return self.chat.telegram.chat(chat)

    def calls(self, *methods: str) -> int:
        return len(
            [call for call in self.chat.telegram.calls(*methods) if str(call.params["chat_id"]) == str(SHOWCASE)]
        )

    def told(self, beginning: str) -> list[str]:
        """What the seller has been told that begins so."""
        return [words(message) for message in self.chat.telegram.chat(SELLER) if words(message).startswith(beginning)]


@asynccontextmanager
async def channel(database: Database, clock: MovableClock, language: Language = "ru") -> AsyncIterator[Channel]:
    async with seller_chat(database, clock, language=language) as chat:
        chat.telegram.now = lambda: clock.now().timestamp()
        yield Channel(chat, database, clock, language)


def words(message: Message) -> str:
    """What it says, with ordinary spaces."""
    return said(message).replace("\N{NO-BREAK SPACE}", " ")


def links(message: Message) -> list[str]:
    """Where its buttons and the links in its words lead."""
    keys = [key["url"] for row in message.get("reply_markup", {}).get("inline_keyboard", []) for key in row]
    inside = message.get("caption_entities") or message.get("entities") or []
    return keys + [entity["url"] for entity in inside if entity["type"] == "text_link"]


def payloads(message: Message) -> list[str]:
    return [url.partition("?start=")[2] for url in links(message)]
