"""Does the command line work from any directory, answer in one line, and load nothing that it does not need?"""

import os
import re
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

import pytest

SCRIPT = str(Path(sys.executable).with_name("vernissage"))
OURS = re.compile(r"^(BOT|SHOP|YOOKASSA|HTTP|CHECKOUT|PAYMENT|PICKUP|SWEEP|OUTBOX|RECONCILE|SYNC|LOG)_|_URL$|_DSN$")


def call(
    *words: str, cwd: Path, settings: dict[str, str] | None = None, module: bool = True
) -> subprocess.CompletedProcess[str]:
    """The program as a person calls it; no settings but those given."""
    bare = {name: value for name, value in os.environ.items() if not OURS.search(name)}
    command = [sys.executable, "-m", "bot"] if module else [SCRIPT]
    return subprocess.run(
        [*command, *words],
        cwd=cwd,
        env=bare | (settings or {}),
        capture_output=True,
        text=True,
        check=False,
        timeout=100,
    )


def one_line(text: str) -> bool:
    return text.endswith("\n") and text.count("\n") == 1 and "Traceback" not in text


@pytest.mark.parametrize("module", [True, False])
def test_help_names_every_command_from_any_directory(module: bool, tmp_path: Path) -> None:
    answer = call("--help", cwd=tmp_path, module=module)
    assert answer.returncode == 0
    for command in (
        "run",
        "demo",
        "doctor",
        "db",
        "stock",
        "money",
        "channels",
        "import",
        "export",
        "backup",
        "restore",
    ):
        assert re.search(rf"^    {command}\b", answer.stdout, re.MULTILINE)
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize(
    "words",
    [
        ["nonsense"],
        ["db"],
        ["stock"],
        ["db", "sideways"],
        ["backup"],
        ["import"],
        ["export", "secrets", "x.csv"],
        ["db", "copy", "one"],
        ["--port", "x"],
    ],
)
def test_wrong_usage_is_2_and_says_what_is_right(words: list[str], tmp_path: Path) -> None:
    answer = call(*words, cwd=tmp_path)
    assert (answer.returncode, answer.stdout) == (2, "")
    assert answer.stderr.startswith("usage: vernissage")
    assert "Traceback" not in answer.stderr


@pytest.mark.parametrize(
    ("words", "settings", "said"),
    [
        (["db", "current"], {}, "There is no database data/vernissage.db"),
        (["stock", "check"], {"DATABASE_URL": "mysql://x/y"}, "DATABASE_URL"),
        (["money", "check"], {"HTTP_PORT": "many"}, "HTTP_PORT"),
        (["restore", "none.backup"], {}, "There is no file none.backup"),
        (["import", "none.csv"], {}, "none.csv cannot be read"),
        (["export", "orders", "o.pdf"], {}, "has to end in .csv or .xlsx"),
        (["db", "copy", "x", "y"], {}, "FROM_URL is not an address"),
        (["db", "current"], {"DATABASE_URL": "postgresql+asyncpg://u:canary@127.0.0.1:1/x"}, "cannot be reached"),
    ],
)
def test_trouble_is_one_line_and_1(words: list[str], settings: dict[str, str], said: str, tmp_path: Path) -> None:
    answer = call(*words, cwd=tmp_path, settings=settings)
    assert (answer.returncode, answer.stdout) == (1, "")
    assert said in answer.stderr
    assert one_line(answer.stderr)
    assert "canary" not in answer.stderr


def test_a_shop_is_made_proved_backed_up_and_restored(tmp_path: Path) -> None:
    (tmp_path / ".env").write_text("DATABASE_URL=sqlite+aiosqlite:///here/shop.db\n")
    for words, said in (
        (["db", "upgrade"], "From nothing to "),
        (["db", "current"], "(head)"),
        (["db", "check"], "ok: "),
        (["stock", "check"], "ok: every piece is explained."),
        (["money", "check"], "ok: every amount is explained."),
        (["backup", "shop.backup"], "ok: shop.backup"),
        (["restore", "shop.backup"], "ok: the shop is as shop.backup has it."),
    ):
        answer = call(*words, cwd=tmp_path)
        assert (answer.returncode, answer.stderr) == (0, ""), answer
        assert said in answer.stdout
    assert (tmp_path / "here" / "shop.db").exists()
    assert not (tmp_path / "data").exists()


def test_a_broken_invariant_is_1_and_named(sqlite_template: Path, tmp_path: Path) -> None:
    with sqlite3.connect(tmp_path / "x.db") as opened:
        sqlite3.connect(sqlite_template).backup(opened)
        opened.executescript(
            "PRAGMA foreign_keys=OFF;"
            "INSERT INTO stock_level (variant_id, location_id, on_hand, unavailable, allocated, reserved, incoming,"
            " version, changed_at, feed) VALUES (7, 1, 3, 0, 0, 0, 0, 1, '2026-11-21 12:00:00', 1);"
        )
    opened.close()
    answer = call("stock", "check", cwd=tmp_path, settings={"DATABASE_URL": "sqlite+aiosqlite:///x.db"})
    assert answer.returncode == 1
    assert "on_hand by movements: is 3, should be 0" in answer.stdout
    assert not answer.stderr


@pytest.mark.parametrize("words", [["db", "current"], ["stock", "check"], ["money", "check"], ["backup", "x.backup"]])
def test_what_looks_at_a_database_loads_neither_telegram_nor_web_nor_bank(
    words: list[str], sqlite_template: Path, tmp_path: Path
) -> None:
    program = (
        "import sys; from bot.__main__ import main; code = main(sys.argv[1:]);"
        "print('loaded', *sorted(name for name in sys.modules if name in "
        "{'aiogram', 'fastapi', 'uvicorn', 'yookassa', 'requests', 'aiohttp', 'PIL', 'bot.wiring', 'bot.demo'}));"
        "sys.exit(code)"
    )
    answer = subprocess.run(
        [sys.executable, "-c", program, *words],
        cwd=tmp_path,
        env=os.environ | {"DATABASE_URL": f"sqlite+aiosqlite:///{sqlite_template}"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert (answer.returncode, answer.stderr) == (0, "")
    assert answer.stdout.splitlines()[-1] == "loaded"


def test_help_loads_next_to_nothing(tmp_path: Path) -> None:
    command = [sys.executable, "-X", "importtime", "-m", "bot", "--help"]
    answer = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
    loaded = {line.rpartition("|")[2].strip() for line in answer.stderr.splitlines()}
    assert "argparse" in loaded
    assert not {name for name in loaded if name.partition(".")[0] in {"aiogram", "fastapi", "sqlalchemy", "pydantic"}}


@pytest.mark.skipif(not os.environ.get("VERNISSAGE_FULL"), reason="times only mean something on a quiet machine")
def test_help_and_current_are_quick(sqlite_template: Path, tmp_path: Path) -> None:
    for words, limit_s in ((["--help"], 0.7), (["db", "current"], 4.0)):
        took = []
        for _ in range(5):
            began = time.monotonic()
            call(*words, cwd=tmp_path, settings={"DATABASE_URL": f"sqlite+aiosqlite:///{sqlite_template}"})
            took.append(time.monotonic() - began)
        assert min(took) <= limit_s, took


def test_an_unforeseen_trouble_is_one_line_too(sqlite_template: Path, tmp_path: Path) -> None:
    program = (
        "import sys, bot.chores\n"
        "async def do(*_): raise RuntimeError('a bug\\nin two lines')\n"
        "bot.chores.do = do\n"
        "from bot.__main__ import main\n"
        "sys.exit(main(['stock', 'check']))"
    )
    answer = subprocess.run([sys.executable, "-c", program], cwd=tmp_path, capture_output=True, text=True, check=False)
    assert answer.returncode == 1
    assert answer.stderr.startswith("A bug, please report it: RuntimeError: a bug")
    assert one_line(answer.stderr)


def test_a_newer_sqlite_is_taken_where_it_is_installed(tmp_path: Path) -> None:
    package = tmp_path / "pysqlite3"
    package.mkdir()
    (package / "__init__.py").write_text("sqlite_version = '9.9.9'\n")
    (package / "dbapi2.py").write_text("")
    program = "import bot, sqlite3, sqlite3.dbapi2; print(sqlite3.sqlite_version, sqlite3.dbapi2.__name__)"
    answer = subprocess.run(
        [sys.executable, "-c", program],
        env=os.environ | {"PYTHONPATH": os.pathsep.join([str(tmp_path), *sys.path])},
        capture_output=True,
        text=True,
        check=False,
    )
    assert answer.stdout == "9.9.9 pysqlite3.dbapi2\n", answer.stderr
