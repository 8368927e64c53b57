"""Who plays the whole world around a running shop? Telegram, the payment provider and people, over real HTTP."""

import asyncio
import contextlib
import os
import secrets
import signal
import socket
import sys
from collections.abc import AsyncIterator, Callable, Mapping
from pathlib import Path
from typing import Any

import httpx
from sqlalchemy import URL

from bot.basics.clock import SystemClock
from bot.partners.pretend.telegram.pace import NO_LIMITS
from bot.partners.pretend.telegram.server import PretendTelegram
from bot.partners.pretend.yookassa.server import PretendYooKassa
from bot.web.pretend_telegram import pretend_telegram_app
from bot.web.pretend_yookassa import pretend_yookassa_app
from bot.web.server import WebServer

SELLER, BUYER, RIVAL = 501, 601, 602
SHOWCASE = -1001234567890
TOKEN = "4200:pretend"
ROOT = Path(__file__).resolve().parents[2]
PATIENCE_S = 45.0
Message = dict[str, Any]


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
    return port


class Theatre:
    """A stage with partners on loopback and a shop in a process of its own that can be killed."""

    def __init__(self, folder: Path, database_url: URL, *, lose_notices: bool = False, mode: str = "polling") -> None:
        self.folder = folder
        self.http_port = free_port()
        self.notice_secret = secrets.token_urlsafe(18)
        self.telegram = PretendTelegram(TOKEN, limits=NO_LIMITS, deliver=self._deliver, self_hosted=True)
        self.yookassa = PretendYooKassa(
            {"100500": "test_key"},
            SystemClock().now,
            notify=self._notify,
            notification_url=f"http://127.0.0.1:{self.http_port}/yookassa/{self.notice_secret}",
        )
        self.yookassa.notifications.lose = 10**9 if lose_notices else 0
        self._servers: list[WebServer] = []
        self._tasks: list[asyncio.Task[None]] = []
        self._bot: asyncio.subprocess.Process | None = None
        self._http = httpx.AsyncClient(trust_env=False, timeout=10)
        self.log = folder / "bot.log"
        self._settings = {
            "BOT_TOKEN": TOKEN,
            "BOT_MODE": mode,
            "BOT_SELLERS": str(SELLER),
            "BOT_SHOWCASE": str(SHOWCASE),
            "DATABASE_URL": database_url.render_as_string(hide_password=False),
            "HTTP_PORT": str(self.http_port),
            "PUBLIC_URL": f"http://127.0.0.1:{self.http_port}",
            "YOOKASSA_SHOP_ID": "100500",
            "YOOKASSA_SECRET_KEY": "test_key",
            "YOOKASSA_WEBHOOK_SECRET": self.notice_secret,
            "SHOP_SELLER_NAME": "Анна Белова",
            "SHOP_TERMS_URL": "https://example.org/terms",
            "SHOP_PICKUP": "Мастерская; Пречистенка, 12; вт–вс 12–20",
            "RECONCILE_EVERY_S": "0.5",
            "SWEEP_EVERY_S": "0.5",
            "LOG_LEVEL": "INFO",
        }

    async def _notify(self, url: str, body: bytes) -> int:
        try:
            return (await self._http.post(url, content=body)).status_code
        except httpx.HTTPError:
            return 0

    async def _deliver(self, url: str, secret: str | None, update: Mapping[str, Any]) -> int:
        try:
            headers = {"X-Telegram-Bot-Api-Secret-Token": secret or ""}
            return (await self._http.post(url, json=dict(update), headers=headers)).status_code
        except httpx.HTTPError:
            return 0

    async def open(self) -> None:
        """Partners on the stage, people with the app on their phones."""
        for app, name in (
            (pretend_telegram_app(self.telegram), "BOT_API_URL"),
            (pretend_yookassa_app(self.yookassa), "YOOKASSA_API_URL"),
        ):
            server = WebServer(app, "127.0.0.1", 0)
            self._servers.append(server)
            self._tasks.append(asyncio.get_running_loop().create_task(server.serve()))
            suffix = "/v3" if name.startswith("YOO") else ""
            self._settings[name] = f"http://127.0.0.1:{server.port}{suffix}"
        self.yookassa.pay_url = f"http://127.0.0.1:{self._servers[1].port}/pay/{{payment_id}}"
        self._tasks.append(asyncio.get_running_loop().create_task(self._notices()))
        if self._settings["BOT_MODE"] == "webhook":
            self._tasks.append(asyncio.get_running_loop().create_task(self.telegram.updates.run_webhook()))
        self.telegram.add_user(SELLER, "Анна", "ru", started=True)
        self.telegram.add_user(BUYER, "Мария", "ru")
        self.telegram.add_user(RIVAL, "Peter", "en")
        self.telegram.add_channel(SHOWCASE, "vernissage_shop", "Vernissage")

    async def _notices(self) -> None:
        while True:
            await self.yookassa.deliver()
            await asyncio.sleep(0.1)

    async def close(self) -> None:
        await self.stop()
        for server in self._servers:
            server.stop()
        for task in self._tasks[:2]:
            await asyncio.wait({task}, timeout=5)
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)
        await self._http.aclose()

    async def start(self, **settings: str) -> None:
        """Start the shop and wait until it listens to Telegram."""
        kept = {name: value for name, value in os.environ.items() if not name.startswith(("BOT_", "SHOP_", "YOO"))}
        before = len(self.telegram.calls("deleteWebhook", "setWebhook"))
        with self.log.open("ab") as log:
            self._bot = await asyncio.create_subprocess_exec(
                sys.executable,
                "-m",
                "bot",
                "run",
                cwd=self.folder,
                env={**kept, **self._settings, **settings, "PYTHONPATH": str(ROOT)},
                stdout=log,
                stderr=log,
                stdin=asyncio.subprocess.DEVNULL,
            )
        await self.until(
            lambda: len(self.telegram.calls("deleteWebhook", "setWebhook")) > before, "the shop never listened"
        )

    async def kill(self) -> None:
        """kill -9."""
        if self._bot is not None:
            with contextlib.suppress(ProcessLookupError):
                self._bot.kill()
            await self._bot.wait()
            self._bot = None

    async def stop(self) -> int | None:
        """SIGTERM; the exit code."""
        if self._bot is None:
            return None
        with contextlib.suppress(ProcessLookupError):
            self._bot.send_signal(signal.SIGTERM)
        try:
            async with asyncio.timeout(12):
                code = await self._bot.wait()
        except TimeoutError:
            await self.kill()
            code = -9
        self._bot = None
        return code

    async def until(self, condition: Callable[[], Any], complaint: str, patience_s: float = PATIENCE_S) -> Any:
        """What the condition says once it says something; the test fails when it never does."""
        loop = asyncio.get_running_loop()
        end = loop.time() + patience_s
        while loop.time() < end:
            with contextlib.suppress(KeyError, IndexError, AssertionError, LookupError):
                if found := condition():
                    return found
            await asyncio.sleep(0.03)
        shown = {
            chat: [message.get("text") or message.get("caption") for message in self.telegram.chat(chat)[-4:]]
            for chat in (SELLER, BUYER, RIVAL, SHOWCASE)
        }
        tail = self.log.read_text(errors="replace")[-3000:] if self.log.exists() else ""
        raise AssertionError(f"{complaint}\n{shown}\n{tail}")

    def find(self, chat: int, beginning: str) -> Message | None:
        """The newest message of the bot in a chat that begins so."""
        for message in reversed(self.telegram.chat(chat)):
            if said(message).startswith(beginning) and (message.get("from", {}).get("is_bot") or chat == SHOWCASE):
                return dict(message)
        return None

    async def sees(self, chat: int, beginning: str) -> Message:
        """Wait for a message that begins so."""
        found: Message = await self.until(lambda: self.find(chat, beginning), f"{chat} never saw {beginning!r}")
        return found

    def sent(self, chat: int, beginning: str) -> int:
        """How many new messages beginning so have reached a chat; later edits do not count."""
        calls = self.telegram.calls("sendMessage", "sendPhoto")
        told = [call.params for call in calls if call.status == 200 and str(call.params.get("chat_id")) == str(chat)]
        return sum(str(each.get("text") or each.get("caption")).startswith(beginning) for each in told)

    async def press(self, chat: int, label: str) -> Message:
        """Press the newest button whose label begins so; the message it stood under."""

        def newest() -> Message | None:
            for message in reversed(self.telegram.chat(chat)):
                if label_of(message, label) is not None:
                    return dict(message)
            return None

        message: Message = await self.until(newest, f"{chat} never saw the button {label!r}")
        self.telegram.user_presses(chat, chat, message["message_id"], label=label)
        return message

    async def link_of(self, chat: int, label: str) -> str:
        """The address behind the newest url button whose label begins so."""

        def newest() -> str | None:
            for message in reversed(self.telegram.chat(chat)):
                for row in message.get("reply_markup", {}).get("inline_keyboard", []):
                    for each in row:
                        if each["text"].startswith(label) and "url" in each:
                            return str(each["url"])
            return None

        url: str = await self.until(newest, f"{chat} never saw the link {label!r}")
        return url


def said(message: Mapping[str, Any]) -> str:
    return str(message.get("text") or message.get("caption") or "")


def label_of(message: Mapping[str, Any], beginning: str) -> str | None:
    for row in message.get("reply_markup", {}).get("inline_keyboard", []):
        for each in row:
            if each["text"].startswith(beginning) and "callback_data" in each:
                return str(each["text"])
    return None


@contextlib.asynccontextmanager
async def theatre(
    folder: Path, database_url: URL, *, lose_notices: bool = False, mode: str = "polling"
) -> AsyncIterator[Theatre]:
    stage = Theatre(folder, database_url, lose_notices=lose_notices, mode=mode)
    await stage.open()
    try:
        yield stage
    finally:
        await stage.close()
