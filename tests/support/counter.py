"""How does a test stand at the counter as a buyer? The whole dispatcher over a pretend Telegram, jobs by hand."""

import asyncio
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import timedelta
from functools import cache
from typing import Any
from zoneinfo import ZoneInfo

from aiogram import Bot
from aiogram.client.default import DefaultBotProperties
from aiogram.methods import TelegramMethod
from aiogram.methods.base import TelegramType
from sqlalchemy import event, text

from bot.basics.clock import MovableClock
from bot.basics.ids import CustomerId, VariantId
from bot.basics.languages import Language
from bot.basics.nursery import Nursery
from bot.jobs.outbox import OutboxJob
from bot.jobs.topics import conflict_topics, payment_topics, waiting_topics
from bot.partners.pretend.telegram.pace import NO_LIMITS
from bot.partners.pretend.telegram.server import PretendTelegram
from bot.partners.pretend.yookassa.server import PretendYooKassa
from bot.shop.outbox.values import Owed
from bot.shop.shop import Shop
from bot.storage.database import Database
from bot.telegram.buyer.limits import LABEL_LIMIT, NAME_LIMIT
from bot.telegram.deliver import Delivery
from bot.telegram.dispatcher import House, build_dispatcher
from bot.telegram.intake import Intake
from bot.telegram.invoices import TelegramInvoices
from bot.telegram.pretend_session import PretendSession
from bot.telegram.texts import Texts, load_texts
from tests.support.gateways import SECRET, SHOP, DirectGateway
from tests.support.shops import a_work, open_shop

OWNER, MARIA, PETER, EWA = 501, 601, 602, 603
TOKEN = "4200:pretend"
LANGUAGES: dict[int, Language] = {MARIA: "ru", PETER: "en", EWA: "pl"}
ZONE = ZoneInfo("Europe/Moscow")
Message = dict[str, Any]


@cache
def all_texts() -> dict[Language, Texts]:
    return load_texts()


def words(message: Message) -> str:
    """What is read, no-break spaces and hyphens as plain ones."""
    said = str(message.get("text") or message.get("caption") or "")
    return said.replace("\u00a0", " ")


def labels(message: Message) -> list[str]:
    keyboard = message.get("reply_markup", {}).get("inline_keyboard", [])
    return [button["text"] for row in keyboard for button in row]


def buttons(message: Message) -> list[dict[str, Any]]:
    return [button for row in message.get("reply_markup", {}).get("inline_keyboard", []) for button in row]


class Wire(PretendSession):
    """A call always lets others run, as every real one does."""

    async def make_request(
        self,
        bot: Bot,
        method: TelegramMethod[TelegramType],
        timeout: int | None = None,  # noqa: ASYNC109 - aiogram's signature
    ) -> TelegramType:
        await asyncio.sleep(0)
        return await super().make_request(bot, method, timeout)


def fits(rows: Sequence[Sequence[str]]) -> bool:
    """Every label is short enough for its row; the name of a work or a place may fill a row of its own."""
    return all(
        len(text) <= (NAME_LIMIT if len(row) == 1 and text[0] in "🖼📍⚠" else LABEL_LIMIT)
        for row in rows
        for text in row
    )


@dataclass
class Counter:
    """A shop with its bot; what people do is handled when `handle` returns."""

    telegram: PretendTelegram
    yookassa: PretendYooKassa
    gateway: DirectGateway
    database: Database
    shop: Shop
    clock: MovableClock
    bot: Bot
    intake: Intake
    outbox: OutboxJob
    seller: CustomerId
    parked: list[tuple[Owed, str]]

    async def handle(self) -> None:
        """Everything that people have done so far."""
        while self.telegram.updates.waiting:
            raws, self.telegram.updates.waiting = self.telegram.updates.waiting, []
            await self.intake.accept(raws)
            await self.intake.drain(30)

    async def deliver(self) -> None:
        """Everything that is owed now, the payment provider included."""
        while await self.outbox.work():
            pass
        assert self.parked == []

    async def settled(self) -> None:
        """Everything that is owed, what waits a moment to become one edit included."""
        await self.deliver()
        self.clock.move(timedelta(seconds=2))
        await self.deliver()

    async def starts(self, user: int, payload: str = "") -> Message:
        self.telegram.user_starts(user, payload)
        await self.handle()
        return self.last(user)

    async def says(self, user: int, text: str) -> Message:
        self.telegram.user_sends_text(user, text)
        await self.handle()
        return self.last(user)

    async def press(self, user: int, label: str, message: Message | None = None) -> Message:
        """Press a button of the newest message that has such one; what it has become, or what came after it."""
        under = message or self.with_button(user, label)
        newest = self.last(user)["message_id"]
        self.telegram.user_presses(user, user, under["message_id"], label=label)
        await self.handle()
        ids = {each["message_id"] for each in self.telegram.chat(user)}
        changed = self.last(user)["message_id"] == newest and under["message_id"] in ids
        return self.telegram.message(user, under["message_id"]) if changed else self.last(user)

    async def forge(self, user: int, data: str) -> Message:
        """A button that was never there, or no longer is."""
        self.telegram.user_presses(user, user, self.last(user)["message_id"], data, forged=True)
        await self.handle()
        return self.last(user)

    def last(self, user: int) -> Message:
        return self.telegram.last_message(user)

    def with_button(self, user: int, label: str) -> Message:
        for message in reversed(self.telegram.chat(user)):
            if any(each.startswith(label) for each in labels(message)):
                return message
        raise AssertionError(f"no button {label!r} in {[labels(each) for each in self.telegram.chat(user)]}")

    def saw(self, user: int, beginning: str) -> Message:
        """The newest message of the bot that begins so."""
        for message in reversed(self.telegram.chat(user)):
            if words(message).startswith(beginning) and message["from"]["is_bot"]:
                return message
        raise AssertionError(f"nothing begins with {beginning!r} in {[words(m) for m in self.telegram.chat(user)]}")

    def toast(self) -> str:
        """What the newest answered tap said."""
        said = list(self.telegram.callback_answers.values())[-1].get("text", "")
        return str(said).replace("\u00a0", " ")

    def payment(self, nth: int = -1) -> str:
        return str(self.yookassa.payments()[nth]["id"])

    async def pays(self, nth: int = -1) -> None:
        """The buyer pays on the provider's page, and the provider tells us."""
        self.yookassa.pay(self.payment(nth))
        await self.shop.payments.note(self.payment(nth), "payment.succeeded")
        await self.deliver()

    async def pays_invoice(self, user: int, link: str) -> dict[str, Any]:
        """Confirm it in Telegram's own form: what the bot said to the last question, its word of the money handled."""
        asked = self.telegram.user_pays_invoice(user, link=link)
        while asked not in self.telegram.pre_checkout_answers:
            await self.handle()
            await asyncio.sleep(0.001)
        await self.handle()
        await self.deliver()
        return self.telegram.pre_checkout_answers[asked]

    async def work(self, title: str = "Закат над Невой", pieces: int = 1, price_minor: int = 1_200_000) -> int:
        product, _, _ = await a_work(self.shop, self.seller, title=title, pieces=pieces, price_minor=price_minor)
        return product

    async def variant(self, product: int) -> VariantId:
        from bot.basics.ids import ProductId

        return (await self.shop.catalogue.card(ProductId(product), "ru")).variant

    async def later(self, by: timedelta) -> None:
        """Time passes, then sweeper and outbox work."""
        self.clock.move(by)
        await self.shop.checkout.sweep()
        await self.shop.stock.release_overdue()
        await self.deliver()

    def crowd(self, size: int, first: int = 10_000) -> list[int]:
        """That many people more, each with a limit of their own."""
        people = list(range(first, first + size))
        for number in people:
            self.telegram.add_user(number, f"Гость {number}", "ru", started=True)
        return people

    async def assert_nothing_failed(self) -> None:
        """No update had to be tried a second time: no handler has raised anything but a refusal."""
        async with self.database.reading() as session:
            failed = await session.execute(text("SELECT count(*) FROM stored_update WHERE tries > 0"))
        assert failed.scalar_one() == 0

    def assert_well_behaved(self, *, raw: tuple[str, ...] = ("None", "{", "}", "\u2068", "\n\n\n")) -> None:
        """Nothing spins, nothing was refused, every label and every callback fits, and no text holds `raw` signs."""
        assert self.telegram.unanswered() == []
        assert self.telegram.defects == []
        for call in self.telegram.calls("sendMessage", "sendPhoto", "editMessageText", "editMessageCaption"):
            keys = _keyboard(call.params)
            assert fits([[key["text"] for key in row] for row in keys]), keys
            for button in (b for row in keys for b in row):
                assert len(button.get("callback_data", "").encode()) <= 64, button
            said = str(call.params.get("text") or call.params.get("caption") or "")
            for sign in raw:
                assert sign not in said, said


def _keyboard(params: dict[str, Any]) -> list[list[dict[str, Any]]]:
    markup = params.get("reply_markup")
    found: list[list[dict[str, Any]]] = markup.get("inline_keyboard", []) if isinstance(markup, dict) else []
    return found


class Statements:
    """How many SQL statements readers ran; `BEGIN` and pragmas are none."""

    def __init__(self, database: Database) -> None:
        self._engine = database.reader.sync_engine
        self.seen: list[str] = []

    def __enter__(self) -> "Statements":
        event.listen(self._engine, "before_cursor_execute", self._note)
        return self

    def __exit__(self, *_: object) -> None:
        event.remove(self._engine, "before_cursor_execute", self._note)

    def _note(self, _c: object, _cursor: object, statement: str, *_: object) -> None:
        if statement.lstrip().upper().startswith(("SELECT", "WITH")):
            self.seen.append(statement)


@asynccontextmanager
async def counter(
    database: Database,
    clock: MovableClock,
    owners: frozenset[int] = frozenset({OWNER}),
    invoice_token: str = "",
    **rules: Any,
) -> AsyncIterator[Counter]:
    """An open shop with one place of collection, a provider, and people who have not written yet.

    `rules` are policies that differ.
    """
    telegram = PretendTelegram(TOKEN, limits=NO_LIMITS)
    telegram.add_user(OWNER, "Анна", "ru", started=True)
    telegram.add_user(MARIA, "Мария <b>&", "ru")
    telegram.add_user(PETER, "Peter", "en-GB")
    telegram.add_user(EWA, "Ewa", "pl")
    yookassa = PretendYooKassa({SHOP: SECRET}, clock.now)
    gateway = DirectGateway(yookassa)
    nursery = Nursery()
    properties = DefaultBotProperties(parse_mode="HTML")
    parked: list[tuple[Owed, str]] = []

    async def on_parked(row: Owed, error: str) -> None:
        parked.append((row, error))

    async with Bot(TOKEN, session=Wire(telegram), default=properties) as bot:
        invoices = TelegramInvoices(bot, invoice_token) if invoice_token else None
        shop = await open_shop(database, gateway, invoices, **rules)
        seller = (await shop.customers.recognise(OWNER, "Анна", None, "ru")).id
        house = House(shop, database, all_texts(), "ru", owners, ZONE, clock)
        intake = Intake(bot, build_dispatcher(house, nursery), database, nursery)
        await intake.start()
        outbox = OutboxJob(
            shop.outbox,
            {
                **Delivery(house, bot, "vernissage_bot").topics(),
                **payment_topics(shop),
                **waiting_topics(shop),
                **conflict_topics(shop),
            },
            bell=database.bell("outbox"),
            every_s=1,
            clock=clock,
            on_parked=on_parked,
        )
        yield Counter(telegram, yookassa, gateway, database, shop, clock, bot, intake, outbox, seller, parked)
        await intake.drain()
        await nursery.close()
