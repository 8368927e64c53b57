"""Would the gates of texts and tables close? Each is shown something broken and has to refuse it."""

import re
import shutil
import sys
from pathlib import Path

import pytest
from sqlalchemy import text

from bot.storage import migrations
from bot.storage.database import Database
from tests.test_gates import ROOT, copy_of_the_house, run

BROKEN_TEXTS = [
    ("a key that a language lacks", r"^to-home = .*\n", "", "every_key"),
    ("a field that a language does not ask for", r"\{ \$code \}", "x", "same_fields"),
    ("a key that only one language has", r"\A", "nobody-asks = Nic\n", "FAILED"),
]


@pytest.mark.parametrize(("fault", "pattern", "instead", "named"), BROKEN_TEXTS, ids=lambda value: str(value)[:40])
def test_a_broken_text_is_refused(fault: str, pattern: str, instead: str, named: str, tmp_path: Path) -> None:
    house = copy_of_the_house(tmp_path)
    shutil.copytree(ROOT / "locales", house / "locales")
    (house / "tests").mkdir()
    shutil.copy(ROOT / "tests" / "test_locales.py", house / "tests")
    for path in sorted((house / "locales" / "pl").glob("*.ftl")):
        spoilt, times = re.subn(pattern, instead, path.read_text("utf-8"), count=1, flags=re.MULTILINE)
        if times:
            path.write_text(spoilt, "utf-8")
            break
    else:
        raise AssertionError(f"{fault}: nothing to spoil")
    answer = run(sys.executable, "-m", "pytest", "-p", "no:cacheprovider", "tests", cwd=house)
    assert answer.returncode == 1, answer.stdout
    assert named in answer.stdout


@pytest.mark.parametrize(
    "change",
    ["ALTER TABLE product ADD COLUMN stray INTEGER", "DROP TABLE cart_line", "DROP INDEX ix_order_state"],
)
async def test_tables_that_differ_from_the_code_are_named(database: Database, change: str) -> None:
    assert await migrations.check(database.writer) == []
    async with database.writer.begin() as connection:
        await connection.execute(text(change))
    assert await migrations.check(database.writer) != []
