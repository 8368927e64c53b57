"""Can two people talk about a work in the demo shop: a question with a photo, an answer to it, one more word?"""

import asyncio
import os
import re
import socket
import sys
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import pytest_asyncio
from playwright.async_api import Browser, Locator, Page, expect

from tests.support.pictures import painting

pytestmark = [pytest.mark.asyncio(loop_scope="module"), pytest.mark.slow]

ROOT = Path(__file__).resolve().parents[2]
BOOT_S = 90
PATIENCE_MS = 30_000


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def shop(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[str]:
    """`vernissage demo` in an empty directory; its address."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    program = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "bot", "demo", "--port", str(port)),
        cwd=tmp_path_factory.mktemp("demo"),
        env={name: value for name, value in os.environ.items() if name != "BOT_TOKEN"} | {"PYTHONPATH": str(ROOT)},
        stdout=asyncio.subprocess.PIPE,
    )
    assert program.stdout
    async with asyncio.timeout(BOOT_S):
        while True:
            line = (await program.stdout.readline()).decode()
            assert line, "the demo ended before it began"
            if found := re.search(r"http://127\.0\.0\.1:\d+", line):
                break
    yield found[0]
    program.terminate()
    async with asyncio.timeout(20):
        await program.wait()


def key(pane: Locator, label: str) -> Locator:
    """The newest button of a pane that begins so."""
    return pane.locator(".keys .key").filter(has_text=re.compile(rf"^\s*{label}")).last


def message(pane: Locator, part: str) -> Locator:
    """The newest message of the bot with these words."""
    return pane.locator(".message.theirs").filter(has_text=part).last


async def write(pane: Locator, text: str) -> None:
    await pane.locator("textarea").fill(text)
    await pane.locator("textarea").press("Enter")


async def opened(browser: Browser, shop: str) -> Page:
    page = await (await browser.new_context(viewport={"width": 1440, "height": 900})).new_page()
    page.set_default_timeout(PATIENCE_MS)
    expect.set_options(timeout=PATIENCE_MS)
    await page.goto(f"{shop}/demo?as=Anna&lang=ru")
    await page.wait_for_selector("body.ready")
    await expect(page.locator("#showcase .message").first).to_be_visible()
    return page


async def test_a_question_with_a_photo_is_answered_and_goes_on(browser: Browser, shop: str) -> None:
    page = await opened(browser, shop)
    buyer, seller = page.locator("#buyer"), page.locator("#seller")
    await page.locator("#showcase .message .key").last.click()
    await buyer.locator(".start").click()
    await key(buyer, "💬").click()
    await expect(message(buyer, "Вопрос продавцу")).to_be_visible()
    await write(buyer, "Подойдёт ли к серой стене?")
    asked = message(seller, "Подойдёт ли к серой стене?")
    await expect(asked).to_be_visible()
    await buyer.locator("input[type=file]").set_input_files(
        {"name": "wall.jpg", "mimeType": "image/jpeg", "buffer": painting()}
    )
    await page.locator("dialog .strong").click()
    await expect(seller.locator(".message.theirs .photo").last).to_be_visible()
    await write(seller, "/desk")
    await expect(message(seller, "Вопросы: 1")).to_be_visible()
    await key(seller, "💬 Ответить").click()
    await expect(message(seller, "Что ответить?")).to_be_visible()
    await write(seller, "К серой — лучше всего")
    await expect(message(buyer, "К серой — лучше всего")).to_be_visible()
    await expect(seller.locator(".key", has_text="✅").last).to_be_visible()
    await key(buyer, "💬 Ответить").click()
    await write(buyer, "Тогда беру")
    await expect(message(seller, "Тогда беру")).to_be_visible()
    await expect(page.locator(".defects")).to_be_hidden()
    await page.context.close()
