"""Does the demo's channel show albums, a pinned post and planned posts, and does a sold work stay as a portfolio?"""

import re
from typing import Any

import pytest
from playwright.async_api import expect

from tests.browser.test_demo_story import Story, opened, shop

pytestmark = [pytest.mark.asyncio(loop_scope="module"), pytest.mark.slow]
__all__ = ["opened", "shop"]


async def test_planned_by_the_seller_brought_by_the_clock_sold_and_kept(opened: Any) -> None:
    story: Story = await opened("Vera", "ru")
    page, channel = story.page, story.page.locator("#showcase")
    pinned = channel.locator(".pinned")
    await expect(pinned).to_contain_text("Закреплено")
    await expect(channel.locator(".album")).to_be_visible()
    assert await channel.locator(".album .photo").count() == 3

    await story.write(story.seller, "/desk")
    for label in ("🏷", "▶️", "🖼 Лимоны", "📣"):
        await story.tap(story.seller, label)
        await story.page.wait_for_timeout(400)
    await story.tap(story.seller, r"🕒 Завтра\sв\s12:00")  # in the evening two buttons begin with tomorrow
    await expect(story.seller.locator(".message.theirs").last).to_contain_text("Пост выйдет завтра в 12:00")
    posts = channel.locator(".message", has_text="Лимоны")
    assert await posts.count() == 0
    day = page.locator("#elsewhere .pair button").nth(1)
    for _ in range(2):  # before noon, tomorrow's noon is more than a day away
        await day.click()
    # the sample shop's own posts have used up the channel's first minute
    await expect(posts.last).to_be_visible(timeout=90_000)

    sku = await page.locator(".work", has_text="Лимоны").first.get_attribute("data-sku")
    work = page.locator(f".work[data-sku='{sku}']")
    await work.locator("summary").click()
    await work.locator("[data-place=fair]").click()
    await expect(posts.last).to_contain_text(re.compile("^\\s*🔴 Продано"))
    await posts.last.locator(".key", has_text="Похожие").click()
    start = story.buyer.locator(".start")
    if await start.is_visible():
        await start.click()
    await expect(story.buyer.locator(".message.theirs").last).to_contain_text("Похожие на «")
    await posts.last.locator(".key", has_text="Заказать").click()
    await expect(story.buyer.locator(".message.theirs").last).to_contain_text("похожая на «Лимоны")
    await pinned.click()
    await expect(page.locator(".defects")).to_be_hidden()
