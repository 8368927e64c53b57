"""Does the doctor name each broken part with its cure, over real HTTP, and tell no secret?"""

import asyncio
import re
import shutil
import sqlite3
from collections.abc import AsyncIterator
from contextlib import closing
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from fastapi import FastAPI
from sqlalchemy import URL

from bot import doctor
from bot.basics.clock import Clock, MovableClock, SystemClock
from bot.basics.nursery import Nursery
from bot.partners.pretend.telegram.server import PretendTelegram
from bot.partners.pretend.yookassa.server import PretendYooKassa
from bot.settings import Settings
from bot.storage import health, migrations
from bot.web.pretend_telegram import pretend_telegram_app
from bot.web.pretend_yookassa import pretend_yookassa_app
from bot.web.server import WebServer

TOKEN, OTHER_TOKEN = "4200:pretend", "4200:canary-of-a-token"
TEST_KEY, LIVE_KEY = "test_canary-of-a-key", "live_canary-of-a-key"
SHOWCASE, GROUP = -1001, -1002
NOWHERE = "http://127.0.0.1:1"


@dataclass
class Surgery:
    """Pretend partners on loopback, a shop's settings, and the doctor's last words."""

    telegram: PretendTelegram
    given: dict[str, Any]
    capsys: pytest.CaptureFixture[str]
    clock: Clock = field(default_factory=SystemClock)
    code: int = 0

    async def lines(self, **changes: Any) -> dict[str, str]:
        """What was said, by name; exit code in `code`."""
        self.code = await doctor.examine(Settings(_env_file=None, **(self.given | changes)), self.clock)
        said = self.capsys.readouterr()
        assert said.err == ""
        found: dict[str, str] = {}
        for line in said.out.splitlines():
            matched = re.fullmatch(r"([✔✘–]) ([^:]{1,14}): +(.*)", line)
            assert matched, line
            found[matched[2]] = f"{matched[1]} {matched[3]}"
        return found

    async def only_wrong(self, name: str, says: str, **changes: Any) -> None:
        """That part alone fails, and its line says that."""
        found = await self.lines(**changes)
        assert [each for each, line in found.items() if line.startswith("✘")] == [name], sorted(found.items())
        assert re.search(says, found[name]), found[name]
        assert " — " in found[name]
        assert self.code == 1
        assert "canary" not in " ".join(found.values())


class Served(NamedTuple):
    """Where the pretend partners and the pretend public address are."""

    telegram: PretendTelegram
    telegram_url: str
    yookassa_url: str
    public_url: str


@pytest.fixture
async def served() -> AsyncIterator[Served]:
    telegram = PretendTelegram(TOKEN)
    telegram.add_user(1, "Anna", started=True)
    telegram.add_channel(SHOWCASE, "showcase", "Showcase", owner=1)
    telegram.add_channel(GROUP, "friends", "Friends", owner=1, kind="supergroup")
    yookassa = PretendYooKassa({"100500": TEST_KEY, "100600": LIVE_KEY}, SystemClock().now)
    public = FastAPI(openapi_url=None)
    public.add_api_route("/healthz", lambda: "ok")
    nursery, servers, serving = Nursery(), [], []
    for app in (pretend_telegram_app(telegram), pretend_yookassa_app(yookassa), public):
        servers.append(WebServer(app, "127.0.0.1", 0))
        serving.append(nursery.start(servers[-1].serve(), "served"))
    addresses = [f"http://127.0.0.1:{server.port}" for server in servers]
    yield Served(telegram, addresses[0], f"{addresses[1]}/v3", addresses[2])
    for server in servers:
        server.stop()
    await asyncio.wait(serving)


@pytest.fixture
def settings_of_a_shop(served: Served) -> dict[str, Any]:
    return {
        "bot_token": TOKEN,
        "bot_api_url": served.telegram_url,
        "bot_sellers": "1",
        "bot_showcase": "@showcase",
        "public_url": served.public_url,
        "yookassa_shop_id": "100500",
        "yookassa_secret_key": TEST_KEY,
        "yookassa_api_url": served.yookassa_url,
        "shop_seller_name": "Anna",
        "shop_terms_url": "https://example.org/terms",
    }


@pytest.fixture
def surgery(
    served: Served,
    settings_of_a_shop: dict[str, Any],
    sqlite_template: Path,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> Surgery:
    """On a SQLite file: what concerns both databases has tests of its own."""
    shutil.copy(sqlite_template, tmp_path / "shop.db")
    address = f"sqlite+aiosqlite:///{tmp_path}/shop.db"
    return Surgery(served.telegram, settings_of_a_shop | {"database_url": address}, capsys)


async def test_the_token_of_invoices_is_tried_and_a_wrong_one_named(surgery: Surgery) -> None:
    sound = await surgery.lines(bot_payment_token="1:TEST:canary")
    assert sound["invoices"] == "✔ by a test shop: no money moves"
    await surgery.only_wrong("invoices", "PAYMENT_PROVIDER_INVALID", bot_payment_token="canary")


async def test_a_sound_shop_passes_and_the_notification_address_stays(
    served: Served, settings_of_a_shop: dict[str, Any], database_url: URL, capsys: pytest.CaptureFixture[str]
) -> None:
    address = database_url.render_as_string(hide_password=False)
    surgery = Surgery(served.telegram, settings_of_a_shop | {"database_url": address}, capsys)
    found = await surgery.lines()
    assert [line for line in found.values() if line.startswith("✘")] == []
    assert surgery.code == 0
    noted = {name for name, line in found.items() if not line.startswith("✔")}
    assert noted <= {"SQLite", "notifications", "disk"}  # http is not what YooKassa sends to; disk and SQLite are ours
    assert found["token"] == "✔ @vernissage_bot"
    assert "test keys" in found["YooKassa"]
    secret = re.search(rf"{served.public_url}/yookassa/([A-Za-z0-9_-]{{16,64}}) ", found["notifications"])
    assert secret
    again = await surgery.lines()
    assert again["notifications"] == found["notifications"]
    assert "canary" not in " ".join(again.values())
    own = await surgery.lines(yookassa_webhook_secret="a-secret-of-my-own")
    assert "/yookassa/a-secret-of-my-own " in own["notifications"]
    live = await surgery.lines(yookassa_shop_id="100600", yookassa_secret_key=LIVE_KEY)
    assert live["YooKassa"] == "✔ live keys of shop 100600"


@pytest.mark.parametrize(
    ("part", "says", "changes"),
    [
        ("sellers", "BOT_SELLERS", {"bot_sellers": ""}),
        ("token", "BotFather", {"bot_token": ""}),
        ("token", "looks like", {"bot_token": "canary"}),
        ("token", r"refuses BOT_TOKEN — .*BotFather", {"bot_token": OTHER_TOKEN}),
        ("token", "not reached.*BOT_API_URL", {"bot_api_url": NOWHERE}),
        ("showcase", "not found.*BOT_SHOWCASE", {"bot_showcase": "@elsewhere"}),
        ("showcase", "supergroup.*has to be a channel", {"bot_showcase": "@friends"}),
        ("database", "DATABASE_URL", {"database_url": "oracle://x"}),
        ("database", "cannot be reached", {"database_url": "postgresql+asyncpg://u:canary@127.0.0.1:1/x"}),
        ("YooKassa", "refuses shop 100500.*API keys", {"yookassa_secret_key": "test_canary-wrong"}),
        ("YooKassa", "not reached.*YOOKASSA_API_URL", {"yookassa_api_url": NOWHERE}),
        (
            "terms",
            "terms are not set: live payments are off.*SHOP_TERMS_URL",
            {"shop_terms_url": "", "yookassa_shop_id": "100600", "yookassa_secret_key": LIVE_KEY},
        ),
    ],
)
async def test_a_broken_setting_is_named_with_its_cure(
    surgery: Surgery, part: str, says: str, changes: dict[str, Any]
) -> None:
    await surgery.only_wrong(part, says, **changes)


@pytest.mark.parametrize(
    ("rights", "says"),
    [
        (None, "no administrator — Add it"),
        (["can_edit_messages"], "may not post messages — Give it the right"),
        (["can_post_messages"], "may not edit messages — Give it the right"),
    ],
)
async def test_lacking_rights_in_the_showcase_are_named(surgery: Surgery, rights: list[str] | None, says: str) -> None:
    surgery.telegram.set_bot_rights(SHOWCASE, rights)
    await surgery.only_wrong("showcase", says)


async def test_a_broken_telegram_is_told_from_a_wrong_token(surgery: Surgery) -> None:
    surgery.telegram.faults.add("getMe", "502_html", times=5)
    await surgery.only_wrong("token", "Telegram answers.*Try again later")


async def test_what_telegram_cannot_deliver_is_named(surgery: Surgery, served: Served) -> None:
    found = await surgery.lines(bot_mode="webhook")
    assert found["webhook"].startswith("– not set to PUBLIC_URL yet")
    expected = f"{served.public_url}/telegram/webhook"
    surgery.telegram.updates.set_webhook({"url": expected}, anywhere=True)
    assert (await surgery.lines(bot_mode="webhook"))["webhook"] == "✔ set"
    assert (await surgery.lines())["webhook"].startswith("– set, though BOT_MODE is polling")
    surgery.telegram.updates.webhook |= {
        "last_error_date": int(SystemClock().now().timestamp()) - 60,
        "last_error_message": "Wrong response from the webhook: 502 Bad Gateway",
    }
    await surgery.only_wrong("webhook", "502 Bad Gateway.*proxy", bot_mode="webhook")
    surgery.telegram.updates.webhook["last_error_date"] -= 7200
    assert (await surgery.lines(bot_mode="webhook"))["webhook"] == "✔ set"


@pytest.mark.parametrize("skew_s", [-30, 30])
async def test_a_wrong_clock_is_named(surgery: Surgery, skew_s: int) -> None:
    surgery.clock = MovableClock(shift=timedelta(seconds=skew_s))
    sign = r"\+" if skew_s > 0 else "-"
    await surgery.only_wrong("clock", rf"{sign}(2[5-9]|3[0-5]) s against Telegram — .*NTP")


async def test_the_clock_of_postgresql_counts_too(database_url: URL) -> None:
    _, found = await health.look(database_url, MovableClock(shift=timedelta(seconds=9)))
    wrong = [each.state for each in found if each.name == "clock"]
    assert wrong == ([] if database_url.drivername.startswith("sqlite") else ["+9 s against PostgreSQL"])


async def test_a_database_of_another_version_is_named(surgery: Surgery, tmp_path: Path) -> None:
    with closing(sqlite3.connect(tmp_path / "shop.db")) as opened, opened:
        opened.execute("UPDATE alembic_version SET version_num = '20991231_01'")
    await surgery.only_wrong("migrations", "newer version")


async def test_a_database_that_is_behind_is_named(surgery: Surgery, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(migrations, "head", lambda: "20991231_01")
    await surgery.only_wrong("migrations", "needs 20991231_01 — .*db upgrade")


async def test_a_damaged_or_busy_database_is_named(
    surgery: Surgery, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with closing(sqlite3.connect(tmp_path / "shop.db", isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        monkeypatch.setattr("bot.storage.engines._COMMON", ("PRAGMA busy_timeout=10",))
        monkeypatch.setattr("bot.storage.engines._WRITER", ("PRAGMA busy_timeout=10",))
        await surgery.only_wrong("database", "Another program holds the database")
    (tmp_path / "shop.db").write_bytes(b"canary" * 1000)
    await surgery.only_wrong("database", "damaged.*vernissage restore")


async def test_too_little_room_is_named(surgery: Surgery, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(health, "ROOM_NONE", 10**18)
    await surgery.only_wrong("disk", "GB free — Make room")
    monkeypatch.setattr(health, "ROOM_NONE", 0)
    monkeypatch.setattr(health, "ROOM_LOW", 10**18)
    monkeypatch.setattr(health, "LOG_BYTES", -1)
    found = await surgery.lines()
    assert found["disk"].startswith("–")
    assert found["WAL"].startswith("– 0.0 MB — ")
    assert surgery.code == 0


@pytest.mark.parametrize(
    ("version", "sound"),
    [
        ((3, 40, 1), False),
        ((3, 44, 5), False),
        ((3, 44, 6), True),
        ((3, 45, 0), False),
        ((3, 50, 6), False),
        ((3, 50, 7), True),
        ((3, 51, 2), False),
        ((3, 51, 3), True),
        ((3, 53, 4), True),
    ],
)
def test_a_sqlite_with_the_wal_reset_bug_is_known(version: tuple[int, ...], sound: bool) -> None:
    assert health.sqlite_is_sound(version) is sound


@pytest.mark.parametrize(("version", "mark"), [("3.40.1", "–"), ("3.51.3", "✔")])
async def test_an_old_sqlite_is_a_warning_with_its_cure(
    surgery: Surgery, monkeypatch: pytest.MonkeyPatch, version: str, mark: str
) -> None:
    monkeypatch.setattr(sqlite3, "sqlite_version", version)
    found = await surgery.lines()
    assert found["SQLite"].startswith(f"{mark} {version}")
    assert ("Docker" in found["SQLite"]) is (mark == "–")
    assert surgery.code == 0


async def test_a_webhook_without_https_is_named(
    surgery: Surgery, served: Served, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(doctor, "_TELEGRAM", served.telegram_url)
    surgery.telegram.updates.set_webhook({"url": f"{served.public_url}/telegram/webhook"}, anywhere=True)
    await surgery.only_wrong("public address", "not https — .*proxy", bot_mode="webhook")


async def test_a_public_address_where_nobody_answers_is_a_note(surgery: Surgery, served: Served) -> None:
    found = await surgery.lines(public_url=NOWHERE)
    assert found["public address"].startswith("– http://127.0.0.1:1 is not reached from here")
    found = await surgery.lines(public_url=served.telegram_url)
    assert re.search(r"^– .* answers 404 — .*HTTP_PORT", found["public address"])
    assert surgery.code == 0


async def test_a_database_that_is_not_there_is_made_only_to_keep_the_address(surgery: Surgery, tmp_path: Path) -> None:
    address = f"sqlite+aiosqlite:///{tmp_path}/new/shop.db"
    found = await surgery.lines(database_url=address, public_url="")
    assert re.search(r"^– .* is not there yet", found["database"])
    assert not (tmp_path / "new").exists()
    assert surgery.code == 0
    first = await surgery.lines(database_url=address)
    assert "/yookassa/" in first["notifications"]
    assert (await surgery.lines(database_url=address))["notifications"] == first["notifications"]


async def test_what_is_optional_is_only_noted(surgery: Surgery) -> None:
    bare = {"bot_showcase": "", "public_url": "", "yookassa_shop_id": "", "yookassa_secret_key": ""}
    found = await surgery.lines(**bare, shop_seller_name="", shop_terms_url="")
    for name in ("showcase", "public address", "YooKassa", "notifications", "terms"):
        assert found[name].startswith("–"), found
    assert surgery.code == 0
