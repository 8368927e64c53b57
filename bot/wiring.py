"""How is the program put together? By hand, on this page; nothing else knows everything."""

import asyncio
import contextlib
import secrets
import signal
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import timedelta
from functools import partial
from typing import Any
from zoneinfo import ZoneInfo

import structlog
from aiogram import Bot, Dispatcher
from aiogram.client.default import DefaultBotProperties
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.session.base import BaseSession
from aiogram.client.telegram import TelegramAPIServer
from aiogram.exceptions import ClientDecodeError, TelegramAPIError, TelegramBadRequest, TelegramUnauthorizedError
from aiogram.types import User
from aiogram.utils.token import TokenValidationError

from bot.basics import logs
from bot.basics.clock import Clock, SystemClock
from bot.basics.errors import WrongSetting
from bot.basics.nursery import Nursery
from bot.jobs import loops
from bot.jobs.outbox import OutboxJob
from bot.jobs.topics import conflict_topics, payment_topics, waiting_topics
from bot.partners.hooks.sender import HttpHooks
from bot.partners.yookassa.gateway import YooKassaGateway
from bot.settings import Settings
from bot.shop.outbox.values import Owed
from bot.shop.outbox.writes import BELL
from bot.shop.payments.ports import PaymentGateway
from bot.shop.pickup.rules import FIRST_CODE, first_place
from bot.shop.policies.values import Policies
from bot.shop.shop import Shop, build_shop
from bot.storage import migrations
from bot.storage.database import Database
from bot.storage.engines import database_url
from bot.storage.lock import FileLock
from bot.telegram.crew import set_menus
from bot.telegram.deliver import Delivery
from bot.telegram.dispatcher import House, build_dispatcher
from bot.telegram.intake import Intake
from bot.telegram.invoices import TelegramInvoices
from bot.telegram.sender import Sender
from bot.telegram.texts import load_texts
from bot.web.app import Doors, build_app
from bot.web.server import WebServer

log = structlog.get_logger(__name__)

FORGET_EVERY_S = 3600.0
INDEX_EVERY_S = 1.0
HOOKS_EVERY_S = 0.5
TALLY_EVERY_S = 2.0


def policies_of(settings: Settings) -> Policies:
    """The shop's rules as the settings give them; what the seller sets in chat wins over these."""
    return Policies(
        shop_name=settings.shop_name,
        currency=settings.shop_currency,
        timezone=settings.shop_timezone,
        seller_name=settings.shop_seller_name,
        seller_inn=settings.shop_seller_inn,
        terms_url=settings.shop_terms_url,
        hold=timedelta(seconds=settings.checkout_hold_s),
        hold_max=timedelta(seconds=max(settings.checkout_hold_max_s, settings.checkout_hold_s)),
        payment_link=timedelta(seconds=settings.payment_link_s),
        payment_grace=timedelta(seconds=settings.payment_grace_s),
        pickup_keep=timedelta(seconds=settings.pickup_keep_s),
        receipts=settings.yookassa_receipts,
        vat_code=settings.yookassa_vat_code,
        tax_system=settings.yookassa_tax_system_code,
        waiting_hold=timedelta(seconds=settings.waiting_hold_s),
        waiting_pause=timedelta(seconds=settings.waiting_pause_s),
        waiting_people=settings.waiting_people,
    )


def gateway_of(settings: Settings) -> YooKassaGateway | None:
    """The payment provider, if its keys are set."""
    key = settings.yookassa_secret_key.get_secret_value()
    if not settings.yookassa_shop_id:
        return None
    if key.startswith("test_"):
        log.warning("test_payments", hint="YooKassa test keys: no real money is taken")
    return YooKassaGateway(settings.yookassa_shop_id, key, settings.yookassa_api_url)


def invoices_of(settings: Settings, bot: Bot) -> TelegramInvoices | None:
    """Telegram's own form of payment, if the provider's token is set."""
    token = settings.bot_payment_token.get_secret_value()
    return TelegramInvoices(bot, token) if token else None


def bot_of(settings: Settings) -> Bot:
    """The bot over the real Telegram, or the server that BOT_API_URL names."""
    session = AiohttpSession(api=TelegramAPIServer.from_base(settings.bot_api_url))
    return make_bot(settings.bot_token.get_secret_value(), session)


def make_bot(token: str, session: BaseSession) -> Bot:
    """Raises WrongSetting for a token of the wrong shape."""
    session.middleware(Sender())
    try:
        return Bot(
            token, session=session, default=DefaultBotProperties(parse_mode="HTML", link_preview_is_disabled=True)
        )
    except TokenValidationError:
        raise WrongSetting("BOT_TOKEN is not a token of BotFather's: it looks like 123456:ABC-DEF…") from None


@dataclass(frozen=True, slots=True)
class Running:
    """A shop that runs, and what those who built it may want to reach."""

    settings: Settings
    database: Database
    shop: Shop
    bot: Bot
    me: User
    house: House
    dispatcher: Dispatcher
    intake: Intake
    outbox: OutboxJob
    nursery: Nursery


async def introduce(bot: Bot, stopped: asyncio.Event) -> User | None:
    """Who we are. Waits for Telegram while it cannot be reached; raises WrongSetting for a refused token."""
    pause = 1.0
    while not stopped.is_set():
        try:
            return await bot.me()
        except TelegramUnauthorizedError:
            raise WrongSetting("Telegram refuses BOT_TOKEN. Copy it again from @BotFather.") from None
        except (TelegramAPIError, ClientDecodeError) as trouble:
            log.warning("telegram_unreachable", reason=str(trouble), again_in_s=pause)
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(pause):
                await stopped.wait()
        pause = min(pause * 2, 30.0)
    return None


async def open_database(settings: Settings, clock: Clock) -> Database:
    """The migrated database."""
    database = Database(database_url(settings.database_url), clock)
    before, after = await migrations.upgrade(database.writer)
    if before != after:
        log.info("database_migrated", was=before, now=after)
    return database


async def assemble(
    settings: Settings,
    *,
    database: Database,
    clock: Clock,
    bot: Bot,
    gateway: PaymentGateway | None,
    stopped: asyncio.Event,
) -> Running | None:
    """Everything over one database and one bot; nothing runs yet. None when told to stop before Telegram answered."""
    me = await introduce(bot, stopped)
    if me is None:
        return None
    shop = build_shop(
        database,
        defaults=policies_of(settings),
        language=settings.shop_language,
        gateway=gateway,
        bot_username=me.username or "",
        hook_sender=HttpHooks(clock=clock),
        invoices=invoices_of(settings, bot),
    )
    first = first_place(settings.shop_pickup, settings.shop_name, settings.shop_language)
    await shop.pickup.begin(first, FIRST_CODE)
    house = House(
        shop=shop,
        database=database,
        all_texts=load_texts(),
        language=settings.shop_language,
        owners=settings.bot_sellers,
        zone=ZoneInfo(settings.shop_timezone),
        clock=clock,
        showcase_chat=settings.showcase,
        address=settings.address,
    )
    nursery = Nursery()
    dispatcher = build_dispatcher(house, nursery)
    intake = Intake(bot, dispatcher, database, nursery)
    delivery = Delivery(house, bot, me.username or "")
    outbox = OutboxJob(
        shop.outbox,
        {**delivery.topics(), **payment_topics(shop), **waiting_topics(shop), **conflict_topics(shop)},
        bell=database.bell(BELL),
        every_s=settings.outbox_every_s,
        clock=clock,
        on_parked=partial(tell_parked, shop),
    )
    return Running(settings, database, shop, bot, me, house, dispatcher, intake, outbox, nursery)


async def tell_parked(shop: Shop, row: Owed, error: str) -> None:
    """What could not be delivered is shown to the sellers, unless it was such an alert itself."""
    if row.topic not in ("tell.sellers", "tell.seller"):
        await shop.alerts.raise_alert("parked", f"parked:{row.id}", topic=row.topic, error=error[:200])


def start_work(running: Running) -> None:
    """Begin everything that goes on by itself, Telegram's updates apart."""
    settings, shop, nursery = running.settings, running.shop, running.nursery
    nursery.start(running.outbox.run(), "outbox")
    nursery.start(loops.every(settings.sweep_every_s, partial(loops.sweep, shop), "sweep"), "sweep")
    nursery.start(loops.every(settings.reconcile_every_s, partial(loops.reconcile, shop), "reconcile"), "reconcile")
    nursery.start(loops.every(INDEX_EVERY_S, partial(loops.index, shop), "index"), "index")
    nursery.start(loops.every(HOOKS_EVERY_S, partial(loops.tell_channels, shop), "hooks"), "hooks")
    nursery.start(loops.every(TALLY_EVERY_S, shop.tally.write, "tally"), "tally")
    nursery.start(loops.every(FORGET_EVERY_S, partial(loops.forget, shop), "forget"), "forget")


async def run(settings: Settings) -> None:
    """`vernissage run`: bot, HTTP and jobs in one process, until SIGTERM or SIGINT."""
    logs.configure(settings.log_level, settings.log_format)
    logs.keep_out(
        secret.get_secret_value()
        for secret in (
            settings.bot_token,
            settings.bot_payment_token,
            settings.yookassa_secret_key,
            settings.bot_webhook_secret,
        )
    )
    stopped = stop_signal()
    clock = SystemClock()
    lock = FileLock(database_url(settings.database_url))
    lock.take()
    database = await open_database(settings, clock)
    gateway, bot = gateway_of(settings), bot_of(settings)
    if ":TEST:" in settings.bot_payment_token.get_secret_value():
        log.warning("test_invoices", hint="BOT_PAYMENT_TOKEN is one of a test shop: no real money is taken")
    try:
        running = await assemble(settings, database=database, clock=clock, bot=bot, gateway=gateway, stopped=stopped)
        if running is not None:
            await serve(running, stopped)
    finally:
        await bot.session.close()
        if gateway is not None:
            gateway.close()
        await database.close()
        lock.free()


def stop_signal() -> asyncio.Event:
    """Set by SIGTERM and SIGINT."""
    stopped = asyncio.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        asyncio.get_running_loop().add_signal_handler(number, stopped.set)
    return stopped


async def secrets_of(settings: Settings, shop: Shop) -> tuple[str, str]:
    """(of Telegram's webhook, of the payment notifications): as set, or made up once and kept."""
    webhook = settings.bot_webhook_secret.get_secret_value()
    notices = settings.yookassa_webhook_secret.get_secret_value()
    webhook = webhook or await shop.policies.keep("telegram_webhook", partial(secrets.token_urlsafe, 32))
    notices = notices or await shop.policies.keep("yookassa_notices", partial(secrets.token_urlsafe, 24))
    logs.keep_out((webhook, notices))
    return webhook, notices


def doors_of(running: Running, webhook_secret: str, payment_secret: str) -> Doors:
    """What the web app may ask of this shop."""
    return Doors(
        accept_updates=running.intake.accept if running.settings.bot_mode == "webhook" else None,
        webhook_secret=webhook_secret,
        note_payment=running.shop.payments.note,
        payment_secret=payment_secret,
        ready=partial(readiness, running),
        shop=running.shop,
        clock=running.house.clock,
        public_url=running.settings.public_url,
        bot=running.me.username or "",
        language=running.settings.shop_language,
        word=lambda language, key: running.house.all_texts[language].plain(key),
    )


async def serve(running: Running, stopped: asyncio.Event) -> None:
    """Take updates in until stopped; then finish what was taken in."""
    settings = running.settings
    webhook_secret, payment_secret = await secrets_of(settings, running.shop)
    web = WebServer(
        build_app(doors_of(running, webhook_secret, payment_secret)), settings.http_host, settings.http_port
    )
    by_webhook = settings.bot_mode == "webhook"
    nursery = running.nursery
    nursery.start(web.serve(), "web")
    await running.intake.start()
    start_work(running)
    nursery.start(set_menus(running.bot, running.house), "commands")
    if by_webhook:
        await ask_for_updates(running, webhook_secret, stopped)
        taking = None
    else:
        await leave_webhook(running.bot)
        taking = nursery.start(running.intake.poll(), "polling")
    log.info("running", bot=running.me.username, mode=settings.bot_mode, http=f"{settings.http_host}:{web.port}")
    await stopped.wait()
    log.info("stopping")
    if taking is not None:
        taking.cancel()
    web.stop()
    await running.intake.drain()
    await running.shop.tally.write()
    await nursery.close()


async def ask_for_updates(running: Running, secret: str, stopped: asyncio.Event) -> None:
    """Tell Telegram where to bring updates; waits while it cannot be reached. Raises WrongSetting when it says no."""
    address = f"{running.settings.public_url}/telegram/webhook"
    kinds = running.dispatcher.resolve_used_update_types()
    while not stopped.is_set():
        try:
            await running.bot.set_webhook(address, secret_token=secret, allowed_updates=kinds)
        except TelegramBadRequest as refusal:
            raise WrongSetting(
                f"Telegram refuses PUBLIC_URL: {refusal.message}. It needs https on 443 or 8443."
            ) from None
        except (TelegramAPIError, ClientDecodeError) as trouble:
            log.warning("webhook_not_set", reason=str(trouble))
            await asyncio.sleep(2.0)
        else:
            return


async def leave_webhook(bot: Bot) -> None:
    """Polling and a webhook exclude each other."""
    try:
        await bot.delete_webhook()
    except (TelegramAPIError, ClientDecodeError) as trouble:
        log.warning("webhook_not_deleted", reason=str(trouble))  # polling will say so if one is really set


async def readiness(running: Running) -> dict[str, bool]:
    """Which parts do their work."""
    return {
        "database": await _works(running.shop.policies.now),
        "telegram": await _works(partial(running.bot.get_me, request_timeout=5)),
        "outbox": await _works(running.shop.outbox.lag_s) and await running.shop.outbox.lag_s() < 60.0,
    }


async def _works(probe: Callable[[], Awaitable[Any]]) -> bool:
    try:
        await probe()
    except Exception as trouble:  # noqa: BLE001 (whatever it is, this part does not work)
        log.warning("not_ready", reason=str(trouble))
        return False
    return True
