"""Is each test that docs/money.md names in the tree, and each of its cases there once?"""

import re
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
ROW = re.compile(r"^\| (\d+) \|", re.MULTILINE)
NAMED = re.compile(r"`([\w/]+\.py)` (test_\w+)")


def test_every_case_stands_once_and_every_named_test_exists() -> None:
    page = (ROOT / "docs" / "money.md").read_text(encoding="utf-8")
    assert [int(number) for number in ROW.findall(page)] == list(range(1, 64))
    named = NAMED.findall(page)
    assert len(named) > 50
    missing = [
        (file, test)
        for file, test in named
        if f"def {test}(" not in (ROOT / "tests" / file).read_text(encoding="utf-8")
    ]
    assert missing == []
