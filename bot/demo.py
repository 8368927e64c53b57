"""How does the shop run without a token, keys or a network? The same shop over pretend partners, in a browser."""

import asyncio
import contextlib
import json
import os
import secrets
import shutil
import sys
import webbrowser
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import timedelta
from functools import partial
from pathlib import Path
from typing import Any, Final

import structlog
from pydantic import SecretStr

from bot.basics import logs
from bot.basics.clock import MovableClock
from bot.basics.errors import WrongSetting
from bot.basics.languages import Language
from bot.basics.nursery import Nursery
from bot.partners.pretend.elsewhere import Elsewhere
from bot.partners.pretend.sample_shop.seed import seed
from bot.partners.pretend.sample_shop.works import ARTIST
from bot.partners.pretend.telegram.server import PretendTelegram
from bot.partners.pretend.yookassa.receipts import ReceiptMode
from bot.partners.pretend.yookassa.server import PretendYooKassa
from bot.partners.yookassa.gateway import YooKassaGateway
from bot.settings import Settings
from bot.shop.channels.errors import ChannelExists
from bot.shop.channels.values import ChannelKind
from bot.shop.outbox.writes import BELL
from bot.storage.engines import database_url
from bot.storage.lock import FileLock
from bot.telegram.crew import set_menus
from bot.telegram.pretend_session import PretendSession
from bot.web.app import build_app
from bot.web.demo import DemoWork, Place
from bot.web.demo_app import App, empty_app, furnish
from bot.web.demo_frame import within_demo
from bot.web.pretend_yookassa import pretend_yookassa_app
from bot.web.server import WebServer
from bot.wiring import Running, assemble, doors_of, make_bot, open_database, secrets_of, start_work, stop_signal

log = structlog.get_logger(__name__)

TOKEN: Final = "4200:pretend"  # noqa: S105 (opens a pretend server only)
USERNAME: Final = "vernissage_demo_bot"
SELLER: Final = 1001
SELLER_NAME: Final = "asya_vetlugina"
SHOWCASE: Final = -1001000000001
SHOWCASE_NAME: Final = "vernissage_demo"
GROUP: Final = -1001000000002
GROUP_TITLE: Final = "Соседи · Neighbours · Sąsiedzi"
FIRST_BUYER: Final = 2001
YOOKASSA: Final = "/pretend/yookassa"
_CHANNELS: Final[dict[Place, ChannelKind]] = {
    "website": ChannelKind.WEBSITE,
    "marketplace": ChannelKind.MARKETPLACE,
    "fair": ChannelKind.FAIR,
}
_SAVE_EVERY_S: Final = 0.5
_ALL: Final = 10**9
_PORTS_TO_TRY: Final = 20


@dataclass(slots=True)
class Desk:
    """What the demo page can move: fulfils bot.web.demo.DemoDesk."""

    telegram: PretendTelegram
    yookassa: PretendYooKassa
    clock: MovableClock
    timezone: str
    stopped: asyncio.Event
    again: asyncio.Event
    running: Running | None = None
    elsewhere: Elsewhere | None = None
    people: dict[str, int] = field(default_factory=dict)
    seller_id: int = SELLER
    showcase_id: int | None = SHOWCASE
    group_id: int | None = GROUP

    def buyer(self, name: str, language: Language | None) -> int:
        """The person of that name, made on first sight."""
        known = self.people.get(name)
        if known is None:
            known = self.people[name] = FIRST_BUYER + len(self.people)
            self.telegram.add_user(known, name, language or "ru")
        elif language is not None:
            self.telegram.set_language(known, language)
        self.telegram.join_group(known, GROUP)
        return known

    async def works(self, language: Language) -> Sequence[DemoWork]:
        if self.running is None:
            return []
        shop = self.running.shop
        shelf = await shop.catalogue.shelf(language, limit=60)
        free = await shop.stock.availability([item.variant for item in shelf.items])
        return [
            DemoWork(item.sku, item.title, free[item.variant].available, free[item.variant].reserved)
            for item in shelf.items
        ]

    async def sell_elsewhere(self, place: Place, sku: str) -> dict[str, Any]:
        """Sell one piece through the real HTTP API."""
        if self.elsewhere is None:
            return {}
        sale = {
            "external_id": secrets.token_hex(6),
            "occurred_at": self.clock.now().isoformat(),
            "lines": [{"sku": sku, "quantity": 1}],
        }
        return await self.elsewhere.sell(place, sale)

    async def move(self, seconds: float) -> None:
        """Let that much time pass; what is due then happens by the ordinary loops."""
        self.clock.move(timedelta(seconds=seconds))
        self.yookassa.expire_due()
        if self.running is not None:
            self.running.database.bell(BELL).set()

    def notifications(self) -> tuple[bool, float]:
        return self.yookassa.notifications.lose > 0, self.yookassa.notifications.delay_s

    def set_notifications(self, *, lose: bool, delay_s: float) -> None:
        self.yookassa.notifications.lose = _ALL if lose else 0
        self.yookassa.notifications.delay_s = delay_s

    async def reset(self) -> None:
        self.again.set()

    def closing(self) -> bool:
        return self.stopped.is_set() or self.again.is_set()


async def run_demo(settings: Settings, *, port: int | None, reset: bool) -> None:
    """`vernissage demo`, until it is stopped. State lives in data/demo and survives a restart."""
    logs.configure(settings.log_level if "log_level" in settings.model_fields_set else "WARNING", settings.log_format)
    stopped = stop_signal()
    folder = Path("data") / "demo"
    lock = FileLock(database_url(_settings(settings, folder, 0).database_url))
    lock.take()
    try:
        first = True
        while not stopped.is_set():
            if reset:
                _wipe(folder)
            again = asyncio.Event()
            bound = await _play(settings, folder, port, stopped, again, greet=first)
            port, first, reset = bound, False, again.is_set()
    finally:
        lock.free()


def _wipe(folder: Path) -> None:
    """Everything but the lock that we hold."""
    for path in folder.iterdir() if folder.exists() else ():
        if path.suffix != ".lock":
            shutil.rmtree(path) if path.is_dir() else path.unlink()


def _settings(settings: Settings, folder: Path, port: int) -> Settings:
    """The person's own settings, with everything that touches the outside replaced."""
    return settings.model_copy(
        update={
            "bot_token": SecretStr(TOKEN),
            "bot_mode": "polling",
            "bot_payment_token": SecretStr(f"{SELLER}:TEST:demo"),
            "bot_sellers": frozenset({SELLER}),
            "bot_showcase": str(SHOWCASE),
            "database_url": f"sqlite+aiosqlite:///{folder / 'shop.db'}",
            "http_host": "127.0.0.1",
            "http_port": port,
            "public_url": f"http://127.0.0.1:{port}",
            "yookassa_shop_id": "demo",
            "yookassa_secret_key": SecretStr("test_demo"),
            "yookassa_api_url": f"http://127.0.0.1:{port}{YOOKASSA}/v3",
            "shop_seller_name": settings.shop_seller_name or ARTIST["ru"],
            "shop_terms_url": settings.shop_terms_url or "https://example.org/terms",
            "outbox_every_s": 0.2,
            "sweep_every_s": 1.0,
            "reconcile_every_s": 2.0,
        }
    )


async def _play(
    settings: Settings, folder: Path, port: int | None, stopped: asyncio.Event, again: asyncio.Event, *, greet: bool
) -> int:
    """One life of the demo; the port it was at."""
    app = empty_app()
    web = _bind(app, port, settings.http_port)
    here = web.port
    own = _settings(settings, folder, here)
    state = _State(folder / "world.json")
    clock = MovableClock(shift=timedelta(seconds=state.kept.get("shift_s", 0.0)))
    telegram = PretendTelegram(TOKEN, username=USERNAME, now=lambda: clock.now().timestamp(), store=folder / "telegram")
    known = telegram.restore()
    yookassa = PretendYooKassa(
        {"demo": "test_demo"},
        clock.now,
        pay_url=f"http://127.0.0.1:{here}{YOOKASSA}/pay/{{payment_id}}",
        notify=_post,
    )
    yookassa.receipts = ReceiptMode(own.yookassa_receipts)
    if "yookassa" in state.kept:
        yookassa.load(state.kept["yookassa"])
        yookassa.pay_url = f"http://127.0.0.1:{here}{YOOKASSA}/pay/{{payment_id}}"
    if not known:
        telegram.add_user(SELLER, _first_name(), "ru", SELLER_NAME, started=True)
        telegram.add_channel(SHOWCASE, SHOWCASE_NAME, own.shop_name)
    if str(GROUP) not in telegram.chats:
        telegram.add_group(GROUP, GROUP_TITLE, [SELLER])
    database = await open_database(own, clock)
    gateway = YooKassaGateway("demo", "test_demo", own.yookassa_api_url)
    bot = make_bot(TOKEN, PretendSession(telegram))
    try:
        running = await assemble(own, database=database, clock=clock, bot=bot, gateway=gateway, stopped=stopped)
        if running is None:
            return here
        desk = Desk(telegram, yookassa, clock, own.shop_timezone, stopped, again, running)
        desk.people = dict(state.kept.get("people", {}))
        webhook_secret, payment_secret = await secrets_of(own, running.shop)
        yookassa.notifications.url = f"http://127.0.0.1:{here}/yookassa/{payment_secret}"
        desk.elsewhere = Elsewhere(f"{own.public_url}/api/v1", await _keys(running, state))
        shop_app = build_app(doors_of(running, webhook_secret, payment_secret))
        furnish(app, desk, {YOOKASSA: within_demo(pretend_yookassa_app(yookassa), USERNAME), "/": shop_app})
        nursery = running.nursery
        serving = nursery.start(web.serve(), "web")
        await running.intake.start()
        start_work(running)
        nursery.start(running.intake.poll(), "polling")
        nursery.start(set_menus(bot, running.house), "commands")
        nursery.start(_keep(state, desk), "keep")
        nursery.start(_notify(yookassa), "notices")
        owner = await running.shop.customers.recognise(SELLER, _first_name(), SELLER_NAME, "ru")
        await seed(running.shop, owner.id, clock.now())
        if greet:
            _greet(here)
        await _either(nursery, stopped, again)
        web.stop()
        await asyncio.wait({serving}, timeout=4)
        await running.intake.drain()
        await nursery.close()
        await state.save(desk)
    finally:
        gateway.close()
        await database.close()
    return here


def _first_name() -> str:
    return ARTIST["ru"].split()[0]


async def _either(nursery: Nursery, *events: asyncio.Event) -> None:
    """Until one of them is set."""
    first = asyncio.Event()

    async def watch(event: asyncio.Event) -> None:
        await event.wait()
        first.set()

    for event in events:
        nursery.start(watch(event), "watch")
    await first.wait()


def _bind(app: App, wanted: int | None, default: int) -> WebServer:
    """The port asked for, or the next free one with a clear sentence. Loopback only."""
    first = wanted if wanted is not None else default
    for port in range(first, first + _PORTS_TO_TRY) if first else [0]:
        try:
            server = WebServer(app, "127.0.0.1", port)
        except WrongSetting:
            continue
        if port != first:
            print(f"Port {first} is busy, taking {port}.", file=sys.stderr)
        return server
    raise WrongSetting(f"No free port from {first} on. Choose one: vernissage demo --port N.")


def _greet(port: int) -> None:
    address = f"http://127.0.0.1:{port}/demo"
    print("This is a demo: nothing is real, no money is taken. Stop it with Ctrl+C.", file=sys.stderr)
    print(address, flush=True)
    has_display = sys.platform in ("darwin", "win32") or os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")
    if sys.stdout.isatty() and has_display:
        with contextlib.suppress(Exception):
            webbrowser.open(address)


async def _keys(running: Running, state: "_State") -> dict[str, str]:
    """Keys of the three other places, made on the first day."""
    keys: dict[str, str] = dict(state.kept.get("keys", {}))
    for code, kind in _CHANNELS.items():
        if code in keys:
            continue
        try:
            keys[code] = (await running.shop.register.add(code, kind)).key
        except ChannelExists:
            keys[code] = (await running.shop.register.rotate_key(code)).key
    state.kept["keys"] = keys
    await asyncio.to_thread(state.write)
    return keys


async def _post(url: str, body: bytes) -> int:
    """A notification on its way to ourselves."""
    return await asyncio.to_thread(partial(_post_now, url, body))


def _post_now(url: str, body: bytes) -> int:
    import urllib.error
    import urllib.request

    opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
    try:
        with opener.open(urllib.request.Request(url, body, method="POST"), timeout=10) as answer:  # noqa: S310 (our own)
            return int(answer.status)
    except urllib.error.HTTPError as refusal:
        return refusal.code
    except OSError:
        return 0


async def _notify(yookassa: PretendYooKassa) -> None:
    while True:
        yookassa.expire_due()
        await yookassa.deliver()
        await asyncio.sleep(0.3)


async def _keep(state: "_State", desk: Desk) -> None:
    while True:
        await asyncio.sleep(_SAVE_EVERY_S)
        await state.save(desk)


class _State:
    """What the pretend world remembers between two runs."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self.kept: dict[str, Any] = json.loads(path.read_text("utf-8")) if path.exists() else {}
        self._version = -1

    async def save(self, desk: Desk) -> None:
        if desk.telegram.version != self._version:
            self._version = desk.telegram.version
            await desk.telegram.save()
        fresh = {
            "shift_s": desk.clock.shift.total_seconds(),
            "people": desk.people,
            "keys": self.kept.get("keys", {}),
            "yookassa": desk.yookassa.dump(),
        }
        if fresh != self.kept:
            self.kept = fresh
            await asyncio.to_thread(self.write)

    def write(self) -> None:
        self._path.parent.mkdir(parents=True, exist_ok=True)
        aside = self._path.with_suffix(".new")
        aside.write_text(json.dumps(self.kept), "utf-8")
        aside.replace(self._path)
