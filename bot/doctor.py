"""What is wrong with the set-up, and what cures it? One line for each part."""

import asyncio
import http.client
import ssl
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import timedelta
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from pydantic import SecretStr

from bot.basics.clock import Clock, SystemClock
from bot.basics.errors import WrongSetting
from bot.basics.findings import Finding, Mark, fine, note, wrong
from bot.partners.knock import knock
from bot.partners.yookassa.gateway import YooKassaGateway
from bot.settings import Settings
from bot.shop.payments.errors import GatewayRefused, GatewayUnreachable
from bot.storage import health, migrations
from bot.storage.database import Database
from bot.storage.engines import database_url

if TYPE_CHECKING:
    from bot.shop.shop import Shop

_WIDTH = 14
_TELEGRAM = "https://api.telegram.org"
TERMS_CURE = "Set SHOP_SELLER_NAME and SHOP_TERMS_URL, or ⚙️ in chat."


async def examine(settings: Settings, clock: Clock | None = None) -> int:
    """Print all findings; 1 if one of them keeps the shop from working, else 0."""
    failed = False
    async for finding in _all(settings, clock or SystemClock()):
        failed = failed or finding.mark is Mark.WRONG
        print(_line(finding, settings), flush=True)
    return 1 if failed else 0


def _line(finding: Finding, settings: Settings) -> str:
    text = finding.state + (f" — {finding.remedy}" if finding.remedy else "")
    if finding.name != "notifications":  # that address is made to be copied
        for name in type(settings).model_fields:
            value = getattr(settings, name)
            if isinstance(value, SecretStr) and value.get_secret_value():
                text = text.replace(value.get_secret_value(), "***")
    return f"{finding.mark} {finding.name + ':':<{_WIDTH}} {' '.join(text.split())}"


async def _all(settings: Settings, clock: Clock) -> AsyncIterator[Finding]:
    yield fine("settings", "read")
    sellers = len(settings.bot_sellers)
    yield (
        fine("sellers", str(sellers))
        if sellers
        else wrong("sellers", "nobody may sell", "Put your Telegram id into BOT_SELLERS; @userinfobot tells it.")
    )
    async for finding in _telegram(settings, clock):
        yield finding
    async for finding in _database(settings, clock):
        yield finding
    yield await _yookassa(settings, clock)
    yield await _public_address(settings)


async def _telegram(settings: Settings, clock: Clock) -> AsyncIterator[Finding]:
    if not settings.bot_token.get_secret_value():
        yield wrong("token", "BOT_TOKEN is not set", "Get one from @BotFather; `vernissage demo` works without.")
        return
    from bot.telegram import checkup
    from bot.wiring import bot_of

    try:
        bot = bot_of(settings)
    except WrongSetting as trouble:
        yield wrong("token", "of the wrong shape", str(trouble))
        return
    try:
        me, finding = await checkup.token(bot)
        yield finding
        if me is not None:
            if settings.showcase is None:
                yield note("showcase", "none", "BOT_SHOWCASE=@channel, if works shall be posted")
            else:
                yield await checkup.showcase(bot, me, settings.showcase)
            expected = f"{settings.public_url}/telegram/webhook" if settings.bot_mode == "webhook" else None
            yield await checkup.webhook(bot, expected, clock.now())
            if token := settings.bot_payment_token.get_secret_value():
                yield await checkup.invoices(bot, token)
                if settings.yookassa_receipts != "off":
                    yield note("invoices", "not offered", "receipts that go through YooKassa need its own payments")
            yield await _clock(settings, clock)
    finally:
        await bot.session.close()


async def _clock(settings: Settings, clock: Clock) -> Finding:
    skew = 0.0
    for wait_s in (0.0, 1.5):
        await asyncio.sleep(wait_s)
        before = clock.now()
        try:
            there = (await knock(settings.bot_api_url)).date
        except (OSError, http.client.HTTPException) as trouble:
            return note("clock", f"not compared: {trouble}")
        if there is None:
            return note("clock", "not compared: the server of BOT_API_URL tells no time")
        # it tells whole seconds, and the way there and back takes time
        ahead, behind = before - there - timedelta(seconds=1), clock.now() - there
        skew = max(ahead.total_seconds(), 0.0) + min(behind.total_seconds(), 0.0)
        if abs(skew) <= health.SKEW_S:
            return fine("clock", "right")
    return wrong("clock", f"{skew:+.0f} s against Telegram", "Let the machine set its clock by NTP.")


async def _database(settings: Settings, clock: Clock) -> AsyncIterator[Finding]:
    """The database, and what is kept in it: terms, secrets."""
    try:
        url = database_url(settings.database_url)
    except WrongSetting as trouble:
        yield wrong("database", "unknown", str(trouble))
        return
    usable, findings = await health.look(url, clock)
    if not usable and settings.public_url and all(each.mark is not Mark.WRONG for each in findings):
        # the notification address must stay what it is from now on: its secret is kept in the database
        database = Database(url, clock, checkpoints=False)
        await migrations.upgrade(database.writer)
        await database.close()
        usable, findings = await health.look(url, clock)
    for finding in findings:
        yield finding
    if not usable:
        yield _terms(settings, settings.shop_seller_name, settings.shop_terms_url)
        return
    async with _shop(settings, clock) as shop:
        rules = await shop.policies.now()
        yield _terms(settings, rules.seller_name, rules.terms_url)
        if settings.public_url:
            yield await _notifications(settings, shop)
        else:
            yield note("notifications", "none without PUBLIC_URL", "payments are found by asking YooKassa")


@asynccontextmanager
async def _shop(settings: Settings, clock: Clock) -> AsyncIterator["Shop"]:
    from bot.shop.shop import build_shop
    from bot.wiring import policies_of

    database = Database(database_url(settings.database_url), clock, checkpoints=False)
    try:
        yield build_shop(
            database, defaults=policies_of(settings), language=settings.shop_language, gateway=None, bot_username=""
        )
    finally:
        await database.close()


async def _notifications(settings: Settings, shop: "Shop") -> Finding:
    from bot.wiring import secrets_of

    _, secret = await secrets_of(settings, shop)
    address = f"{settings.public_url}/yookassa/{secret}"
    parts = urlsplit(settings.public_url)
    if parts.scheme == "https" and (parts.port or 443) in (443, 8443):
        return fine("notifications", address)
    return note("notifications", address, "YooKassa itself sends only to https on port 443 or 8443")


def _terms(settings: Settings, seller: str, terms: str) -> Finding:
    lacking = [name for name, value in (("the seller's name", seller), ("the terms", terms)) if not value]
    if not lacking:
        return fine("terms", seller)
    state = " and ".join(lacking) + (" is" if len(lacking) == 1 and not seller else " are") + " not set"
    if settings.yookassa_shop_id and not settings.yookassa_secret_key.get_secret_value().startswith("test_"):
        return wrong("terms", f"{state}: live payments are off", TERMS_CURE)
    return note("terms", state, f"{TERMS_CURE} Live payments stay off without.")


async def _yookassa(settings: Settings, clock: Clock) -> Finding:
    if not settings.yookassa_shop_id:
        return note("YooKassa", "no keys, buyers pay at pickup", "YOOKASSA_SHOP_ID and YOOKASSA_SECRET_KEY, if wanted")
    key = settings.yookassa_secret_key.get_secret_value()
    # the SDK is loaded during the first call: on a slow machine that takes a while
    gateway = YooKassaGateway(settings.yookassa_shop_id, key, settings.yookassa_api_url, call_limit_s=40.0)
    now = clock.now()
    try:
        await gateway.payments(now - timedelta(minutes=1), now)
    except GatewayRefused as refusal:
        state = f"refuses shop {settings.yookassa_shop_id}: {refusal}"
        return wrong("YooKassa", state, "Copy shop id and secret key again from Integration → API keys.")
    except GatewayUnreachable as trouble:
        return wrong("YooKassa", f"not reached: {trouble}", "Is there a network, and is YOOKASSA_API_URL right?")
    finally:
        gateway.close()
    if gateway.live:
        return fine("YooKassa", f"live keys of shop {settings.yookassa_shop_id}")
    return fine("YooKassa", f"test keys of shop {settings.yookassa_shop_id}: no money moves")


async def _public_address(settings: Settings) -> Finding:
    name, address = "public address", settings.public_url
    if not address:
        return note(name, "none, polling needs none")
    if settings.bot_mode == "webhook" and settings.bot_api_url == _TELEGRAM and not address.startswith("https://"):
        return wrong(name, f"{address} is not https", "Telegram's webhook needs https: put a proxy before HTTP_PORT.")
    try:
        status = (await knock(f"{address}/healthz")).status
    except ssl.SSLCertVerificationError as trouble:
        return wrong(name, f"{address}: {trouble.verify_message}", "Renew the certificate of the proxy.")
    except (OSError, http.client.HTTPException) as trouble:
        return note(name, f"{address} is not reached from here: {trouble}", "does the name point to the proxy?")
    if status == 200:
        return fine(name, f"{address} answers")
    return note(name, f"{address} answers {status}", "does the bot run, and does the proxy lead to HTTP_PORT?")
