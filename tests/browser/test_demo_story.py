"""Is the demo shop a working shop? The real program, a buyer, a seller and the outside, in a real browser."""

import asyncio
import os
import re
import socket
import sys
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import httpx
import pytest
import pytest_asyncio
from playwright.async_api import Browser, Locator, Page, expect

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
        sys.executable,
        "-m",
        "bot",
        "demo",
        "--port",
        str(port),
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


class Story:
    """One page and what its person does there."""

    def __init__(self, page: Page, address: str, name: str) -> None:
        self.page, self.address, self.name = page, address, name
        self.buyer, self.seller = page.locator("#buyer"), page.locator("#seller")

    async def tap(self, pane: Locator, label: str) -> None:
        """The newest button of a pane that begins so."""
        key = pane.locator(".keys .key, .reply-keys .key").filter(has_text=re.compile(rf"^\s*{label}")).last
        await key.click()

    async def says(self, pane: Locator, begin: str) -> Locator:
        """The newest message of the bot that begins so, as soon as it is there."""
        found = pane.locator(".message.theirs").filter(has_text=re.compile(rf"^\s*{begin}")).last
        await expect(found).to_be_visible()
        return found

    async def write(self, pane: Locator, text: str) -> None:
        await pane.locator("textarea").fill(text)
        await pane.locator("textarea").press("Enter")

    async def visit(self, title: str) -> None:
        """From the post of a work to its card, over START."""
        post = self.page.locator("#showcase .message", has_text=title).last
        await post.locator(".key").first.click()
        start = self.buyer.locator(".start")
        if await start.is_visible():
            await start.click()
        await expect(self.buyer.locator(".message.theirs .photo").last).to_be_visible()

    async def check_out(self) -> None:
        """From ⚡ to the screen that offers ways to pay."""
        await self.tap(self.buyer, "⚡")
        place = self.buyer.locator(".key", has_text="📍")
        contact = self.buyer.locator(".reply-keys .key", has_text="📞")
        slot = self.buyer.locator(".key", has_text="🕒")
        pay = self.buyer.locator(".key", has_text="💳")
        for _ in range(4):
            await expect(place.or_(contact).or_(slot).or_(pay).last).to_be_visible()
            if await pay.count():
                return
            if await contact.count():
                await contact.first.click()
                await self.page.locator("dialog .strong").click()
                await expect(contact).to_have_count(0)
            else:
                await (slot if await slot.count() else place).first.click()
                await asyncio.sleep(1.5)

    async def pay(self, key: str = "💳") -> None:
        """Takes the link of the newest message and pays on the provider's page."""
        await self.tap(self.buyer, key)
        async with httpx.AsyncClient() as client:
            async with asyncio.timeout(PATIENCE_MS / 1000):
                while not (link := await self._link(client)):  # noqa: ASYNC110 - it is another program that knows
                    await asyncio.sleep(0.3)
        paying = await self.page.context.new_page()
        await paying.goto(link)
        await paying.locator("button.main").click()
        await expect(paying.locator(".sign.good")).to_be_visible()
        await paying.close()

    async def _link(self, client: httpx.AsyncClient) -> str | None:
        answer = await client.get(f"{self.address}/demo/state", params={"as": self.name})
        messages: list[dict[str, Any]] = answer.json()["buyer"]["messages"]
        rows = messages[-1].get("reply_markup", {}).get("inline_keyboard", [])
        urls = [button["url"] for row in rows for button in row if "/pay/" in button.get("url", "")]
        return urls[0] if urls else None


@pytest_asyncio.fixture(loop_scope="module")
async def opened(browser: Browser, shop: str) -> AsyncIterator[Any]:
    contexts = []

    async def opened(name: str, language: str = "en", *, width: int = 1440, height: int = 900) -> Story:
        context = await browser.new_context(viewport={"width": width, "height": height})
        contexts.append(context)
        page = await context.new_page()
        page.set_default_timeout(PATIENCE_MS)
        expect.set_options(timeout=PATIENCE_MS)
        await page.goto(f"{shop}/demo?as={name}&lang={language}")
        await page.wait_for_selector("body.ready")
        await expect(page.locator("#showcase .message").first).to_be_visible()
        return Story(page, shop, name)

    yield opened
    for context in contexts:
        await context.close()


async def titles(story: Story) -> list[str]:
    """Titles in the showcase, oldest first."""
    return await story.page.locator("#showcase .message .text > b:first-child").all_inner_texts()


async def test_bought_paid_made_ready_and_handed_over(opened: Any) -> None:
    story = await opened("Anna", "ru")
    await story.visit((await titles(story))[-1])
    await story.check_out()
    await story.pay()
    await story.says(story.buyer, "🎉")
    await story.says(story.seller, "🆕")
    await story.tap(story.seller, "👌")
    ready = await story.says(story.buyer, "👌")
    code = re.sub(r"\D", "", await ready.locator("code").first.inner_text())
    assert len(code) == 6
    before = await story.buyer.locator(".log").inner_text()
    await story.page.reload()
    await expect(story.buyer.locator(".message").last).to_be_visible()
    assert await story.buyer.locator(".log").inner_text() == before
    await story.write(story.seller, code)
    found = story.seller.locator(f".message.own:has-text('{code}') ~ .message.theirs")
    await found.locator(".key", has_text="🤲").click()
    await story.says(story.buyer, "🤲")
    await expect(story.page.locator(".defects")).to_be_hidden()


async def test_paid_by_the_form_of_telegram_and_given_back_by_hand(opened: Any) -> None:
    story = await opened("Dora", "pl")
    rows = story.page.locator(".work").filter(has=story.page.locator(".left", has_text="szt."))
    await expect(rows.first).to_be_visible()
    sku = str(await rows.first.get_attribute("data-sku"))
    await story.buyer.locator(".start").click()
    await story.write(story.buyer, f"/start p_{int(sku.rpartition('-')[2])}")
    await story.check_out()
    await story.tap(story.buyer, "✈️")
    await story.says(story.buyer, "💳 Rachunek")
    await story.tap(story.buyer, "💳")
    bill = story.page.locator("dialog[open]")
    await expect(bill).to_contain_text("V-")
    await bill.locator(".strong").click()
    await story.says(story.buyer, "🎉")
    await story.says(story.seller, "🆕")
    await story.tap(story.seller, r"💸\sВернуть")
    await story.tap(story.seller, r"💸\sДа")
    await story.says(story.seller, "⚠️ Верните")
    await story.tap(story.seller, "✅")
    await story.says(story.buyer, "💸")
    await expect(story.page.locator(".defects")).to_be_hidden()


async def test_the_last_one_is_sold_at_the_fair_while_a_buyer_holds_it(opened: Any) -> None:
    story = await opened("Boris")
    row = story.page.locator(".work").filter(has=story.page.locator(".left", has_text=re.compile("^one$"))).nth(2)
    sku = await row.get_attribute("data-sku")
    title = await row.locator(".work-title").inner_text()
    async with httpx.AsyncClient() as client:
        answer = await client.get(f"{story.address}/demo/state", params={"as": "Nobody", "lang": "ru"})
    in_russian = next(work["title"] for work in answer.json()["panel"]["works"] if work["sku"] == sku)
    work = story.page.locator(f".work[data-sku='{sku}']")
    await story.visit(in_russian)
    await story.check_out()
    await expect(work.locator(".left")).to_have_text("on hold")
    await work.locator("summary").click()
    await work.locator("[data-place=fair]").click()
    await expect(story.page.locator(".sales li").first).to_contain_text(f"Fair: {title}")
    await story.says(story.buyer, "😔")
    await expect(work.locator(".left")).to_have_text("sold")
    await expect(story.page.locator(".defects")).to_be_hidden()


async def test_a_lost_notification_is_found(opened: Any) -> None:
    story = await opened("Celina", "ru")
    lose = story.page.locator("#elsewhere [role=switch]")
    await lose.check()
    shown = await titles(story)
    plenty = story.page.locator(".work").filter(has=story.page.locator(".left", has_text="шт."))
    await story.visit(next(title for title in await plenty.locator(".work-title").all_inner_texts() if title in shown))
    await story.check_out()
    await story.pay()
    await story.says(story.buyer, "🎉")
    await lose.uncheck()
    await expect(story.page.locator(".defects")).to_be_hidden()


async def test_the_language_is_the_buyers_and_a_phone_is_wide_enough(opened: Any) -> None:
    story = await opened("Darek", "pl", width=390, height=844)
    page = story.page
    await page.locator(".tab[data-pane=buyer]").click()
    await story.buyer.locator(".start").click()
    await story.tap(story.buyer, "🛍")
    await expect(story.buyer.locator(".message.theirs").last).to_contain_text(re.compile("[ąćęłńóśźż]"))
    assert await page.evaluate("document.documentElement.scrollWidth") == 390
    await story.tap(story.buyer, "🏠")
    await story.tap(story.buyer, "🌐")
    await story.buyer.locator(".key", has_text="English").click()
    await expect(story.buyer.locator(".key", has_text="Catalogue").last).to_be_visible()
    await expect(page.locator(".defects")).to_be_hidden()
