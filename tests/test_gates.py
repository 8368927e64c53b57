"""Would the gates close? Each tool of .ci/run is shown a broken tree and has to refuse it."""

import os
import re
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).resolve().parents[1]


def run(*command: str, cwd: Path, typed: str = "") -> subprocess.CompletedProcess[str]:
    """A tool of this environment, as `.ci/run` calls it, without what pytest left in the environment."""
    environment = {name: value for name, value in os.environ.items() if not name.startswith(("PYTEST_", "COV_"))}
    environment |= {"NO_COLOR": "1", "COLUMNS": "200"}
    return subprocess.run(
        command, cwd=cwd, input=typed, capture_output=True, text=True, check=False, timeout=100, env=environment
    )


def tool(name: str) -> str:
    """A console script that was installed beside this interpreter."""
    return str(Path(sys.executable).with_name(name))


def copy_of_the_house(tmp_path: Path) -> Path:
    house = tmp_path / "house"
    shutil.copytree(ROOT / "bot", house / "bot", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / ".importlinter", house / ".importlinter")
    return house


def spoil(house: Path, module: str, line: str) -> None:
    """Add a line at the end of a module, which may have to be made first."""
    path = house / module
    path.parent.mkdir(parents=True, exist_ok=True)
    for folder in [path.parent, *path.parent.parents]:
        if folder == house:
            break
        (folder / "__init__.py").touch()
    with path.open("a", encoding="utf-8") as file:
        file.write(f"\n{line}\n")


FORBIDDEN_IMPORTS = [
    ("rings", "bot/basics/money.py", "import bot.storage"),
    ("rings", "bot/shop/cart/rules.py", "import bot.telegram"),
    ("rings", "bot/web/spoilt.py", "import bot.telegram"),
    ("rings", "bot/spoilt.py", "A_MODULE_OUTSIDE_THE_RINGS = True"),
    ("features", "bot/shop/outbox/writes.py", "import bot.shop.cart.spoilt"),
    ("features", "bot/shop/cart/spoilt.py", "import bot.shop.stock.writes"),
    ("features", "bot/shop/stock/writes.py", "import bot.shop.files.rules"),
    ("features", "bot/shop/spoilt/__init__.py", "A_FEATURE_WITHOUT_A_LAYER = True"),
    ("inside-features", "bot/shop/cart/reads.py", "import bot.shop.cart.writes"),
    ("inside-features", "bot/shop/cart/rules.py", "import bot.shop.cart.tables"),
    ("inside-features", "bot/shop/cart/spoilt.py", "A_FILE_OUTSIDE_THE_VOCABULARY = True"),
    ("tables", "bot/web/spoilt.py", "import bot.shop.cart.tables"),
    ("aiogram", "bot/shop/cart/rules.py", "import aiogram"),
    ("http-server", "bot/telegram/spoilt.py", "import fastapi"),
    ("sdks", "bot/shop/payments/rules.py", "import yookassa"),
    ("sessions", "bot/telegram/spoilt.py", "import sqlalchemy"),
]


@pytest.mark.parametrize(("contract", "module", "line"), FORBIDDEN_IMPORTS)
def test_a_forbidden_import_breaks_its_contract(contract: str, module: str, line: str, tmp_path: Path) -> None:
    house = copy_of_the_house(tmp_path)
    for needed in ("writes", "tables", "spoilt") if line.startswith("import bot.shop") else ():
        spoil(house, f"bot/shop/cart/{needed}.py", "")
    spoil(house, "bot/shop/stock/writes.py", "")
    spoil(house, module, line)
    answer = run(tool("lint-imports"), "--no-logo", "--no-cache", "--contract", contract, cwd=house)
    assert answer.returncode == 1, answer.stdout + answer.stderr
    assert "1 broken" in answer.stdout
    assert module.removesuffix(".py").removesuffix("/__init__").rsplit("/", 1)[-1] in answer.stdout


def test_the_house_keeps_its_import_contracts(tmp_path: Path) -> None:
    answer = run(tool("lint-imports"), "--no-logo", "--no-cache", cwd=copy_of_the_house(tmp_path))
    assert answer.returncode == 0, answer.stdout + answer.stderr


def test_every_import_contract_is_shown_to_break() -> None:
    written = set(re.findall(r"^\[importlinter:contract:(.+)\]$", (ROOT / ".importlinter").read_text(), re.MULTILINE))
    assert {contract for contract, _, _ in FORBIDDEN_IMPORTS} == written


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ("def add(a, b):\n    return a + b", "no-untyped-def"),
        ("names: list = []", "type-arg"),
        ("import nothing_of_the_kind", "import-not-found"),
        ("def half() -> int:\n    return 1 / 2", "return-value"),
    ],
)
def test_mypy_refuses_what_strict_forbids(line: str, code: str, tmp_path: Path) -> None:
    sample = tmp_path / "sample.py"
    sample.write_text(line + "\n", encoding="utf-8")
    cache = str(tmp_path / "cache")
    config = tmp_path / "mypy.toml"
    # The project's own strictness; the plugin is left out only because loading pydantic costs seconds.
    strict = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["mypy"]["strict"]
    config.write_text(f"[tool.mypy]\nstrict = {str(strict).lower()}\n", encoding="utf-8")
    answer = run(tool("mypy"), "--config-file", str(config), "--cache-dir", cache, str(sample), cwd=tmp_path)
    assert answer.returncode == 1, answer.stdout + answer.stderr
    assert f"[{code}]" in answer.stdout


def test_mypy_looks_at_the_program_and_its_tests() -> None:
    mypy = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["mypy"]
    assert mypy["strict"] is True
    assert set(mypy["packages"]) >= {"bot", "tests"}


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("import asyncio\n\n\nasync def go() -> None:\n    asyncio.create_task(go())\n", "TID251"),
        ("from datetime import UTC, datetime\n\nNOW = datetime.now(UTC)\n", "TID251"),
        ("from datetime import datetime\n\nDAY = datetime(2026, 1, 1)\n", "DTZ001"),
        ("def find(name: str) -> str:\n    return f\"SELECT * FROM work WHERE name = '{name}'\"\n", "S608"),
        ("def go() -> None:\n    try:\n        go()\n    except Exception:\n        pass\n", "S110"),
        ("print(1)\n", "T201"),
        ("def go(names: list[str] = []) -> None: ...\n", "B006"),
    ],
)
def test_ruff_refuses_a_bug(text: str, code: str, tmp_path: Path) -> None:
    options = ("--no-cache", "--output-format", "concise", "--config", str(ROOT / "pyproject.toml"))
    read_stdin = ("--stdin-filename", str(ROOT / "bot" / "sample.py"), "-")
    answer = run(tool("ruff"), "check", *options, *read_stdin, cwd=tmp_path, typed=text)
    assert answer.returncode == 1, answer.stdout + answer.stderr
    assert f" {code} " in answer.stdout


@pytest.mark.parametrize(
    ("body", "outcome"),
    [
        ("def test_quiet():\n    assert True\n", 0),
        ("import warnings\ndef test_loud():\n    warnings.warn('old ways')\n", 1),
        ("import pytest\n@pytest.mark.unheard_of\ndef test_marked():\n    pass\n", 2),
    ],
)
def test_pytest_takes_warnings_and_unknown_marks_as_errors(body: str, outcome: int, tmp_path: Path) -> None:
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    (tmp_path / "test_sample.py").write_text(body, encoding="utf-8")
    answer = run(sys.executable, "-m", "pytest", "-n", "0", "-p", "no:cacheprovider", "test_sample.py", cwd=tmp_path)
    assert answer.returncode == outcome, answer.stdout + answer.stderr


def lock_faults(pyproject: str, lock: str) -> list[str]:
    """What is wrong between the declared dependencies and the lock, as far as it shows without a network."""
    faults = [
        f"names an address or an option: {line}" for line in lock.splitlines() if re.search(r"://|^\s*--(?!hash)", line)
    ]
    pins: dict[str, list[str]] = {}
    for entry in re.split(r"\n(?=\S)", lock):
        if not (pin := re.match(r"([A-Za-z0-9._-]+)==([^\s;\\]+)", entry)):
            faults.append(f"not a pin: {entry.splitlines()[0] if entry.strip() else 'empty'}")
            continue
        pins.setdefault(canonicalize_name(pin[1]), []).append(pin[2])
        if not re.search(r"--hash=sha256:[0-9a-f]{64}", entry):
            faults.append(f"without a hash: {pin[1]}")
    for line in tomllib.loads(pyproject)["project"]["dependencies"]:
        wanted = Requirement(line)
        found = pins.get(canonicalize_name(wanted.name), [])
        if not any(wanted.specifier.contains(version, prereleases=True) for version in found):
            faults.append(f"{line} is declared, {found or 'nothing'} is locked")
    return faults


def test_the_lock_pins_every_dependency_with_a_hash_and_no_address() -> None:
    pyproject = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    assert lock_faults(pyproject, (ROOT / "requirements.lock").read_text(encoding="utf-8")) == []


HASH = "    --hash=sha256:" + "0" * 64


@pytest.mark.parametrize(
    ("lock", "fault"),
    [
        (f"aiogram==3.30.0 \\\n{HASH}\n", "is declared"),
        (f"other==1.0 \\\n{HASH}\n", "is declared"),
        ("aiogram==3.31.0\n", "without a hash"),
        (f"--pre\naiogram==3.31.0 \\\n{HASH}\n", "names an address"),
        (f"aiogram @ https://mirror.example/a.whl \\\n{HASH}\n", "not a pin"),
    ],
)
def test_a_broken_lock_is_named(lock: str, fault: str) -> None:
    pyproject = '[project]\ndependencies = ["aiogram>=3.31,<3.32"]\n'
    assert lock_faults(pyproject, f"aiogram==3.31.0 \\\n{HASH}\n") == []
    assert any(fault in line for line in lock_faults(pyproject, lock))


def test_the_gate_runs_the_command_of_the_readme() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    assert "pip install uv && uv run vernissage\n" in readme
    assert "pip install uv && uv run pytest\n" in readme
    gate = ROOT / ".ci" / "run"
    assert gate.read_text(encoding="utf-8").count("uv run pytest") >= 2
    assert os.access(gate, os.X_OK)
    assert subprocess.run(["bash", "-n", str(gate)], check=False).returncode == 0


def test_the_image_runs_without_root_and_its_health_check_without_the_program() -> None:
    image = (ROOT / "Dockerfile").read_text(encoding="utf-8")
    last_stage = image.rsplit("\nFROM ", 1)[-1]
    users = re.findall(r"^USER (\S+)", last_stage, re.MULTILINE)
    assert users
    assert users[-1].split(":")[0] not in {"root", "0"}
    assert "--require-hashes" in image
    health = re.search(r"^HEALTHCHECK .*\\\n +CMD (\[.*\])$", last_stage, re.MULTILINE)
    assert health
    assert "/healthz" in health[1]
    assert not re.search(r"\bbot\b|aiogram|vernissage", health[1])


# What the outside relies on: a name here is never taken away or given another meaning.
PROMISED_SETTINGS = """
BOT_TOKEN BOT_API_URL BOT_MODE BOT_WEBHOOK_SECRET BOT_SELLERS BOT_SHOWCASE BOT_PAYMENT_TOKEN DATABASE_URL REDIS_URL
HTTP_HOST HTTP_PORT PUBLIC_URL METRICS_TOKEN YOOKASSA_SHOP_ID YOOKASSA_SECRET_KEY YOOKASSA_API_URL
YOOKASSA_WEBHOOK_SECRET YOOKASSA_RECEIPTS YOOKASSA_VAT_CODE YOOKASSA_TAX_SYSTEM_CODE SHOP_NAME SHOP_CURRENCY
SHOP_TIMEZONE SHOP_LANGUAGE SHOP_PICKUP SHOP_SELLER_NAME SHOP_SELLER_INN SHOP_TERMS_URL CHECKOUT_HOLD_S
CHECKOUT_HOLD_MAX_S PAYMENT_LINK_S PAYMENT_GRACE_S PICKUP_KEEP_S WAITING_HOLD_S WAITING_PAUSE_S
WAITING_PEOPLE SWEEP_EVERY_S OUTBOX_EVERY_S RECONCILE_EVERY_S SYNC_EVERY_S LOG_LEVEL LOG_FORMAT SENTRY_DSN
"""
ONLY_FOR_COMPOSE = {"POSTGRES_PASSWORD"}


def test_the_example_names_every_setting_and_no_other() -> None:
    example = (ROOT / ".env.example").read_text(encoding="utf-8")
    named = set(re.findall(r"^#?([A-Z][A-Z_]+)=", example, re.MULTILINE))
    assert named - ONLY_FOR_COMPOSE == set(PROMISED_SETTINGS.split())
