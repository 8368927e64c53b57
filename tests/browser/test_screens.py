"""Can every screen still be photographed? The whole walk in one language, where VERNISSAGE_FULL=1 asks for it."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.browser.walking import CHROMIUM, ROOT


@pytest.mark.slow
@pytest.mark.timeout(1200)
@pytest.mark.skipif(os.environ.get("VERNISSAGE_FULL") != "1", reason="set VERNISSAGE_FULL=1 to take every picture")
@pytest.mark.skipif(not Path(CHROMIUM).exists(), reason=f"{CHROMIUM} is missing")
def test_every_screen_can_be_reached(tmp_path: Path) -> None:
    walk = [sys.executable, str(ROOT / "tests/browser/screens.py"), str(tmp_path), "--languages", "en"]
    done = subprocess.run(walk, capture_output=True, text=True, timeout=1180, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    assert len(list(tmp_path.glob("en-*.png"))) > 100
