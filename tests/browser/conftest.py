"""Debian's Chromium looks at the demo page; where there is none, these tests are skipped and say so."""

from collections.abc import AsyncIterator, Awaitable, Callable
from pathlib import Path

import pytest
import pytest_asyncio
from playwright.async_api import Browser, BrowserContext, Page, async_playwright

from tests.web.demo.conftest import served
from tests.web.demo.stand_in import StandIn

CHROMIUM = Path("/usr/bin/chromium")
ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
PATIENCE_MS = 10_000
Show = Callable[..., Awaitable[Page]]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    if not CHROMIUM.exists():
        here = [item for item in items if "tests/browser" in item.nodeid]
        for item in here:
            item.add_marker(pytest.mark.skip(reason=f"{CHROMIUM} is missing: apt-get install chromium"))


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def browser() -> AsyncIterator[Browser]:
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        yield browser
        await browser.close()


@pytest_asyncio.fixture(loop_scope="module")
async def desk() -> StandIn:
    desk = StandIn()
    await desk.furnish()
    return desk


@pytest_asyncio.fixture(loop_scope="module")
async def address(desk: StandIn) -> AsyncIterator[str]:
    async with served(desk) as address:
        yield address


@pytest_asyncio.fixture(loop_scope="module")
async def show(browser: Browser, address: str) -> AsyncIterator[Show]:
    """Opens `/demo?…` and demands at the end that no page complained."""
    complaints: list[str] = []
    contexts: list[BrowserContext] = []

    async def show(
        query: str = "as=Anna&lang=en", *, width: int = 1440, height: int = 900, in_same: Page | None = None
    ) -> Page:
        if in_same is None:
            contexts.append(await browser.new_context(viewport={"width": width, "height": height}))
        page = await (in_same.context if in_same else contexts[-1]).new_page()
        page.set_default_timeout(PATIENCE_MS)
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.on("console", lambda line: complaints.append(line.text) if "Security Policy" in line.text else None)
        await page.goto(f"{address}/demo?{query}")
        await page.wait_for_selector("body.ready")
        return page

    yield show
    for context in contexts:
        await context.close()
    assert complaints == []
