"""How long until the shop listens, how much memory does it take, and what do the small commands cost?

    uv run python benchmarks/start.py

Prints medians of several runs. Uses a pretend Telegram on loopback.
"""

import asyncio
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from sqlalchemy import make_url

from tests.support.theatre import theatre

RUNS = 5


def command_s(*words: str, cwd: str) -> float:
    environment = {**os.environ, "PYTHONPATH": str(Path(__file__).resolve().parents[1])}
    started = time.perf_counter()
    subprocess.run([sys.executable, "-m", "bot", *words], cwd=cwd, env=environment, check=True, capture_output=True)
    return time.perf_counter() - started


def rss_mb(pid: int) -> float:
    status = Path(f"/proc/{pid}/status").read_text()
    return int(status.split("VmRSS:")[1].split()[0]) / 1024


async def main() -> None:
    listens, memory = [], []
    for _ in range(RUNS):
        with tempfile.TemporaryDirectory() as folder:
            url = make_url(f"sqlite+aiosqlite:///{folder}/shop.db")
            async with theatre(Path(folder), url) as stage:
                started = time.perf_counter()
                await stage.start()
                listens.append(time.perf_counter() - started)
                await asyncio.sleep(2)
                assert stage._bot is not None
                memory.append(rss_mb(stage._bot.pid))
    with tempfile.TemporaryDirectory() as folder:
        command_s("db", "upgrade", cwd=folder)
        small = {
            " ".join(words): [command_s(*words, cwd=folder) for _ in range(RUNS)]
            for words in (("--help",), ("db", "current"), ("stock", "check"))
        }
    print(f"start to first getUpdates   {statistics.median(listens):6.2f} s")
    print(f"idle memory (RSS)           {statistics.median(memory):6.0f} MB")
    for name, seconds in small.items():
        print(f"vernissage {name:<17}{statistics.median(seconds):6.2f} s")


if __name__ == "__main__":
    asyncio.run(main())
