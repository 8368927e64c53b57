"""Does the command line keep a shop safe? Backup beside a running bot, restore, moving, and the proofs."""

import asyncio
import os
import random
import shutil
import sqlite3
import uuid
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import closing
from pathlib import Path

import asyncpg
import pytest
from sqlalchemy import URL, make_url, text

from bot import chores
from bot.__main__ import parser
from bot.basics.errors import WrongSetting
from bot.basics.ids import VariantId
from bot.basics.nursery import Nursery
from bot.settings import Settings
from bot.storage import migrations
from bot.storage.base import Base
from bot.storage.copying import Sum, sums
from bot.storage.database import Database
from bot.storage.engines import database_url as parsed
from bot.storage.lock import FileLock
from tests.conftest import KINDS, POSTGRES, admin
from tests.support.benches import Bench, open_bench
from tests.support.shops import someone

ROUNDS = 20 if os.environ.get("VERNISSAGE_FULL") else 5
Elsewhere = Callable[[str], Awaitable[URL]]


@pytest.fixture(autouse=True)
def _here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """No settings but those of the test."""
    monkeypatch.chdir(tmp_path)


@pytest.fixture
async def elsewhere(tmp_path: Path) -> AsyncIterator[Elsewhere]:
    """Makes addresses of further databases, all of them empty."""
    made: list[str] = []

    async def another(kind: str) -> URL:
        name = f"vernissage_else_{uuid.uuid4().hex[:12]}"
        if kind == "sqlite":
            return make_url(f"sqlite+aiosqlite:///{tmp_path}/elsewhere/{name}.db")
        await admin(f'CREATE DATABASE "{name}"')
        made.append(name)
        return make_url(POSTGRES or "").set(database=name)

    yield another
    for name in made:
        await admin(f'DROP DATABASE "{name}" WITH (FORCE)')


def address(url: URL) -> str:
    return url.render_as_string(hide_password=False)


async def do(url: URL, *words: str) -> int:
    """A command over that database."""
    return await chores.do(parser().parse_args(words), Settings(database_url=address(url)))


async def filled(bench: Bench) -> VariantId:
    """A shop with orders in several states; the variant has pieces left."""
    many = await bench.work(pieces=1000)
    await bench.paid(many)
    await bench.awaiting(many)
    back = await bench.paid(many)
    await bench.shop.fulfilment.refund(back.id, bench.seller)
    await bench.outbox()
    await wished_for(bench, many, await bench.work())
    return many


async def wished_for(bench: Bench, variant: VariantId, other: VariantId) -> None:
    """Somebody keeps it in mind, watches its price, has been told of a lower one, and waits for another work."""
    fan = await someone(bench.shop)
    product = (await bench.shop.catalogue.lines([variant], "ru"))[variant].product
    await bench.shop.favourites.toggle(fan, variant)
    await bench.shop.prices.agree(fan, wanted=True)
    await bench.shop.listing.change(product, price_minor=50_000)
    assert await bench.shop.prices.claim(fan, "ru") is not None
    await bench.shop.waiting.toggle(fan, other)
    await bench.outbox()


async def sums_of(url: URL) -> dict[str, Sum]:
    database = Database(url, checkpoints=False)
    try:
        return await sums(database.reader)
    finally:
        await database.close()


def kept_files(folder: Path) -> list[Path]:
    return sorted(folder.glob("*.before-restore-*"))


async def test_a_backup_taken_while_people_buy_is_a_consistent_shop(
    bench: Bench, database_url: URL, elsewhere: Elsewhere, tmp_path: Path
) -> None:
    variant, bought = await filled(bench), 0

    async def buy(enough: asyncio.Event) -> None:
        nonlocal bought
        while not enough.is_set():
            await bench.paid(variant)
            bought += 1

    for nth in range(ROUNDS):
        target = await elsewhere("sqlite" if database_url.drivername.startswith("sqlite") else "postgres")
        bought, enough = 0, asyncio.Event()
        [(orders,)] = await bench.rows("SELECT count(*) FROM shop_order")
        buying = Nursery().start(buy(enough), "buying")
        while not bought:  # noqa: ASYNC110 (any purchase will do)
            await asyncio.sleep(0.01)
        await asyncio.sleep(random.random() * 0.1)
        before = bought
        assert await do(database_url, "backup", f"round-{nth}.backup") == 0
        assert not buying.done()
        while bought <= before:  # noqa: ASYNC110 (the bot goes on during the backup and after it)
            await asyncio.sleep(0.01)
        enough.set()
        await buying
        assert await do(target, "restore", f"round-{nth}.backup") == 0
        found = await sums_of(target)
        assert before <= found["shop_order"].rows - orders <= bought + 1
        assert found["photo_body"].rows == 2
        assert (await do(target, "stock", "check"), await do(target, "money", "check")) == (0, 0)


@pytest.mark.parametrize("end", KINDS)
async def test_a_shop_moves_to_any_database_and_is_the_same_there(
    bench: Bench, database_url: URL, elsewhere: Elsewhere, end: str, capsys: pytest.CaptureFixture[str]
) -> None:
    variant = await filled(bench)
    await bench.database.close()
    there, back = await elsewhere(end), await elsewhere("sqlite")
    assert await do(database_url, "db", "copy", address(database_url), address(there)) == 0
    assert "both are equal" in capsys.readouterr().out
    assert await do(database_url, "backup", "here.backup") == 0
    assert await do(there, "backup", "there.backup") == 0
    assert await do(back, "restore", "there.backup") == 0
    assert await sums_of(database_url) == await sums_of(there) == await sums_of(back)
    assert await do(there, "db", "check") == 0
    # life goes on there: numbers continue, what has happened stays unchangeable, keys hold
    moved = Database(there, bench.clock)
    other = await open_bench(moved, bench.clock)
    other.yookassa, other.gateway.yookassa = bench.yookassa, bench.yookassa
    await other.paid(variant)
    await other.work()
    assert await other.shop.stock.differences() == []
    for spoil in ("UPDATE stock_movement SET d_on_hand = 7", "DELETE FROM money_entry"):
        with pytest.raises(Exception, match="append-only"):
            async with moved.transaction() as session:
                await session.execute(text(spoil))
    with pytest.raises(Exception, match=r"(?i)foreign key"):
        async with moved.transaction() as session:
            await session.execute(text("INSERT INTO category_text VALUES (77, 'ru', 'Нигде')"))
    await moved.close()


async def test_nothing_is_copied_over_a_shop(
    bench: Bench, database_url: URL, elsewhere: Elsewhere, tmp_path: Path
) -> None:
    await filled(bench)
    await bench.database.close()
    for kind in KINDS:
        there = await elsewhere(kind)
        assert await do(there, "db", "copy", address(database_url), address(there)) == 0
        with pytest.raises(WrongSetting, match="a shop in the target already"):
            await do(there, "db", "copy", address(database_url), address(there))
    with pytest.raises(WrongSetting, match="the same database"):
        await do(database_url, "db", "copy", address(database_url), address(database_url))


async def test_restoring_keeps_what_was_there_before(
    bench: Bench, database_url: URL, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    variant = await filled(bench)
    assert await do(database_url, "backup", "a.backup") == 0
    then = await sums_of(database_url)
    await bench.paid(variant)
    later = await sums_of(database_url)
    await bench.database.close()
    assert await do(database_url, "restore", "a.backup") == 0
    assert await sums_of(database_url) == then != later
    assert ".before-restore-" in capsys.readouterr().out
    [kept] = kept_files(tmp_path)
    assert await sums_of(make_url(f"sqlite+aiosqlite:///{kept}")) == later
    assert await do(database_url, "restore", str(kept)) == 0
    assert await sums_of(database_url) == later
    assert not list(tmp_path.rglob("*.part*"))


async def test_null_and_json_null_stay_apart(bench: Bench, database_url: URL, elsewhere: Elsewhere) -> None:
    async with bench.database.transaction() as session:
        await session.execute(
            text(
                "INSERT INTO location (code, title, kind, is_pickup, address, hours, needs_contact, position, slots)"
                " VALUES ('a', '', 'studio', true, '', '', false, 9, NULL),"
                " ('b', '', 'studio', true, '', '', false, 9, 'null'),"
                " ('c', '', 'studio', true, '', '', false, 9, '{\"every_min\": 60}')"
            )
        )
    await bench.database.close()
    for kind in KINDS:
        there = await elsewhere(kind)
        await do(there, "db", "copy", address(database_url), address(there))
        copied = Database(there)
        async with copied.reading() as session:
            rows = await session.execute(
                text("SELECT code, CAST(slots AS text), lat FROM location WHERE position = 9 ORDER BY code")
            )
            assert [tuple(row) for row in rows] == [
                ("a", None, None),
                ("b", "null", None),
                ("c", '{"every_min": 60}', None),
            ]
        await copied.close()


async def test_differences_are_told_by_sku_place_and_order(
    bench: Bench, database_url: URL, capsys: pytest.CaptureFixture[str]
) -> None:
    order = await bench.paid(await bench.work())
    [(sku,)] = await bench.rows("SELECT sku FROM order_line")
    async with bench.database.transaction() as session:
        await session.execute(text("UPDATE stock_level SET on_hand = on_hand + 3"))
        await session.execute(text("UPDATE shop_order SET total_minor = total_minor + 5"))
    assert (await do(database_url, "stock", "check"), await do(database_url, "money", "check")) == (1, 1)
    said = capsys.readouterr().out
    assert f"{sku} at studio: on_hand by movements: is 4, should be 1" in said
    assert f"V-{1000 + order.id}: neither unpaid nor paid: is 1000.00, should be 1000.05" in said
    assert "stock: 1 not explained." in said


async def test_a_piece_held_for_a_turn_that_is_over_is_told(
    bench: Bench, database_url: URL, capsys: pytest.CaptureFixture[str]
) -> None:
    await bench.shop.waiting.toggle(await someone(bench.shop), await bench.work())
    await bench.outbox()
    assert await do(database_url, "stock", "check") == 0
    async with bench.database.transaction() as session:
        await session.execute(text("UPDATE waiting_turn SET state = 'left'"))
    capsys.readouterr()
    assert await do(database_url, "stock", "check") == 1
    assert "at studio: held for a turn: is 1, should be 0" in capsys.readouterr().out


async def test_a_restored_shop_is_proved_again(bench: Bench, database_url: URL) -> None:
    await bench.paid(await bench.work())
    async with bench.database.transaction() as session:
        await session.execute(text("UPDATE stock_level SET on_hand = on_hand + 3"))
    await bench.database.close()
    assert await do(database_url, "backup", "odd.backup") == 0
    assert await do(database_url, "restore", "odd.backup") == 1


async def test_what_is_no_backup_is_refused_and_changes_nothing(
    bench: Bench, database_url: URL, tmp_path: Path
) -> None:
    await filled(bench)
    await do(database_url, "backup", "good.backup")
    await bench.database.close()
    before = await sums_of(database_url)
    good = (tmp_path / "good.backup").read_bytes()
    (tmp_path / "text.backup").write_text("a shop")
    (tmp_path / "empty.backup").touch()
    (tmp_path / "torn.backup").write_bytes(good[: len(good) // 2])
    page = len(good) // 4096 // 2
    (tmp_path / "spoilt.backup").write_bytes(good[: page * 4096] + b"\x2a" * 16384 + good[page * 4096 + 16384 :])
    with closing(sqlite3.connect(tmp_path / "other.backup")) as other:
        other.execute("CREATE TABLE notes (text)")
    shutil.copy(tmp_path / "good.backup", tmp_path / "newer.backup")
    with closing(sqlite3.connect(tmp_path / "newer.backup")) as newer, newer:
        newer.execute("UPDATE alembic_version SET version_num = '20991231_01'")
    for name, reason in {
        "none": "There is no file",
        "text": "not a backup",
        "empty": "not a backup",
        "torn": "damaged|cannot be read",
        "spoilt": "damaged|cannot be read",
        "other": "holds no shop",
        "newer": "a newer version",
    }.items():
        with pytest.raises(WrongSetting, match=reason) as told:
            await do(database_url, "restore", f"{name}.backup")
        assert "\n" not in str(told.value)
    assert await sums_of(database_url) == before
    assert not kept_files(tmp_path)
    assert not list(tmp_path.rglob("*.part*"))


async def test_a_running_bot_keeps_its_database(bench: Bench, database_url: URL) -> None:
    await do(database_url, "backup", "a.backup")
    if database_url.drivername.startswith("sqlite"):
        lock = FileLock(database_url)
        lock.take()  # as `run` does
        with pytest.raises(WrongSetting, match="Stop it first"):
            await do(database_url, "restore", "a.backup")
        lock.free()
        return
    plain = database_url.set(drivername="postgresql").render_as_string(hide_password=False)
    another_process = {"application_name": "vernissage 0a0a0a0a"}
    bot = await asyncpg.connect(plain, server_settings=another_process)
    with pytest.raises(WrongSetting, match="Stop it first"):
        await do(database_url, "restore", "a.backup")
    await bot.close()


async def test_a_backup_never_overwrites_a_file(bench: Bench, database_url: URL, tmp_path: Path) -> None:
    (tmp_path / "mine").write_text("letters")
    with pytest.raises(WrongSetting, match="is there already"):
        await do(database_url, "backup", "mine")
    with pytest.raises(WrongSetting, match="no folder"):
        await do(database_url, "backup", "nowhere/a.backup")
    assert (tmp_path / "mine").read_text() == "letters"
    await do(database_url, "backup", "a.backup")
    assert (tmp_path / "a.backup").stat().st_mode & 0o077 == 0, "it holds names and phones"


async def test_a_damaged_database_is_replaced(sqlite_template: Path, tmp_path: Path) -> None:
    url = make_url(f"sqlite+aiosqlite:///{tmp_path}/shop.db")
    shutil.copy(sqlite_template, tmp_path / "shop.db")
    await do(url, "backup", "a.backup")
    (tmp_path / "shop.db").write_bytes(b"\x2a" * 8192)
    with pytest.raises(WrongSetting, match="damaged"):
        await do(url, "stock", "check")
    for end in ("-wal", "-shm"):
        (tmp_path / f"shop.db{end}").write_bytes(b"\x2a" * 32768)
    assert await do(url, "restore", "a.backup") == 0
    assert await do(url, "db", "check") == 0
    [kept] = [path for path in kept_files(tmp_path) if not path.name.endswith(("-wal", "-shm"))]
    assert kept.read_bytes() == b"\x2a" * 8192


async def test_the_log_of_the_old_database_never_meets_the_new_one(
    sqlite_template: Path, bench: Bench, tmp_path: Path
) -> None:
    shutil.copy(sqlite_template, tmp_path / "looked-at.db")
    url = make_url(f"sqlite+aiosqlite:///{tmp_path}/looked-at.db")
    await do(url, "backup", "empty.backup")
    with closing(sqlite3.connect(tmp_path / "looked-at.db", isolation_level=None)) as other:
        other.execute("PRAGMA journal_mode=WAL")
        other.execute("PRAGMA wal_autocheckpoint=0")
        other.execute("INSERT INTO stored_dialog VALUES ('old', NULL, '{}', '2026-01-01')")
        assert await do(url, "restore", "empty.backup") == 0
        assert other.execute("SELECT key FROM stored_dialog").fetchall() == [("old",)]
        assert (await sums_of(url))["stored_dialog"].rows == 0
    assert (await sums_of(url))["stored_dialog"].rows == 0
    [kept] = [path for path in kept_files(tmp_path) if not path.name.endswith(("-wal", "-shm"))]
    assert (await sums_of(make_url(f"sqlite+aiosqlite:///{kept}")))["stored_dialog"].rows == 1


async def test_an_older_backup_is_brought_to_this_version(
    bench: Bench, database_url: URL, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    await filled(bench)
    await do(database_url, "backup", "old.backup")
    await bench.database.close()
    folder = tmp_path / "migrations"
    shutil.copytree(migrations.scripts(), folder)
    (folder / "versions" / "29991231_01_later.py").write_text(
        "import sqlalchemy as sa\nfrom alembic import op\n"
        f"revision, down_revision, branch_labels, depends_on = '29991231_01', '{migrations.head()}', None, None\n"
        "def upgrade():\n    op.create_table('later', sa.Column('id', sa.Integer))\n"
    )
    monkeypatch.setattr(migrations, "scripts", lambda: folder)
    assert await do(database_url, "restore", "old.backup") == 0
    restored = Database(database_url, checkpoints=False)
    assert await migrations.current(restored.reader) == "29991231_01"
    await restored.close()
    assert not list(tmp_path.glob("*.before-2*"))
    assert not list(tmp_path.glob(".*"))


async def test_an_absent_or_unmigrated_database_is_one_clear_line(elsewhere: Elsewhere, tmp_path: Path) -> None:
    nothing = make_url(f"sqlite+aiosqlite:///{tmp_path}/none.db")
    for words in (["db", "current"], ["db", "check"], ["stock", "check"], ["money", "check"], ["backup", "x"]):
        with pytest.raises(WrongSetting, match="There is no database"):
            await do(nothing, *words)
    assert not (tmp_path / "none.db").exists()
    for kind in KINDS:
        bare = await elsewhere(kind)
        if kind == "sqlite":
            Path(str(bare.database)).parent.mkdir()
            Path(str(bare.database)).touch()
        for words in (["db", "check"], ["stock", "check"], ["money", "check"], ["backup", "x"]):
            with pytest.raises(WrongSetting, match=r"db upgrade|holds no shop"):
                await do(bare, *words)
        assert await do(bare, "db", "upgrade") == 0
        assert await do(bare, "stock", "check") == 0


async def test_a_commands_line_about_a_database_that_is_not_reached_is_one_line() -> None:
    for url in (
        "postgresql+asyncpg://postgres@127.0.0.1:1/shop",
        *([address(make_url(POSTGRES).set(database="no_such_shop"))] if POSTGRES else []),
    ):
        with pytest.raises(WrongSetting, match=r"cannot be reached|no database of that name") as told:
            await do(parsed(url), "stock", "check")
        assert "\n" not in str(told.value)


def test_every_table_is_copied(sqlite_template: Path) -> None:
    with closing(sqlite3.connect(sqlite_template)) as opened:
        made = {
            name
            for (name,) in opened.execute(
                "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"
            )
        }
    # what FTS5 searches by is made anew of the rows of search_entry
    by_the_side = {name for name in made if name.startswith("search_index")}
    assert by_the_side
    assert made - {"alembic_version"} - by_the_side == set(Base.metadata.tables)


async def test_a_file_is_looked_at_applied_and_comes_out_as_it_went_in(
    elsewhere: Elsewhere, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for kind in KINDS:
        settings = Settings(_env_file=None, database_url=(await elsewhere(kind)).render_as_string(hide_password=False))

        async def said(*words: str, settings: Settings = settings) -> str:
            assert await chores.do(parser().parse_args(words), settings) == 0
            return capsys.readouterr().out

        await said("db", "upgrade")
        file = tmp_path / "works.csv"
        file.write_bytes("Артикул;Название;Цена;Остаток\r\nA-1;=Закат;1200,50;3\r\nA-2;;5;1\r\n".encode("cp1251"))
        dry = await said("import", str(file))
        assert "1 new" in dry
        assert "line 3: the shop has no SKU “A-2”" in dry
        assert "A dry run" in dry
        assert "1 new" in await said("import", str(file), "--apply")
        for name in ("p.csv", "p.xlsx"):
            await said("export", "products", str(tmp_path / name))
            assert "Nothing was changed." in await said("import", str(tmp_path / name), "--apply")
        await said("export", "stock", str(tmp_path / "s.xlsx"))
        assert "Nothing was changed." in await said("import", str(tmp_path / "s.xlsx"))
        await said("export", "yml", str(tmp_path / "y.yml"))
        assert "1 as they are" in await said("import", str(tmp_path / "y.yml"))
        for kind_of in ("orders", "customers"):
            await said("export", kind_of, str(tmp_path / f"{kind_of}.csv"))
        assert "every piece is explained" in await said("stock", "check")
        assert "'=Закат" in (tmp_path / "p.csv").read_text("utf-8-sig")
