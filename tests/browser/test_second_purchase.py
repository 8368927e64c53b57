"""Does a gift with a note, and the second purchase in two taps, work in the demo shop?"""

from typing import Any

import pytest
from playwright.async_api import expect

from tests.browser.test_demo_story import Story, opened, shop

__all__ = ["opened", "shop"]  # fixtures
pytestmark = [pytest.mark.asyncio(loop_scope="module"), pytest.mark.slow]


async def card(story: Story, number: int) -> None:
    """A work of which there are several, by its deep link."""
    await story.write(story.buyer, f"/start p_{number}")
    await expect(story.buyer.locator(".key", has_text="⚡").last).to_be_visible()


async def plenty(story: Story) -> list[int]:
    """Numbers of works of which there are several."""
    rows = story.page.locator(".work").filter(has=story.page.locator(".left", has_text="шт."))
    await expect(rows.first).to_be_visible()
    skus = [await rows.nth(at).get_attribute("data-sku") for at in range(await rows.count())]
    return [int(str(sku).rpartition("-")[2]) for sku in skus]


async def test_a_gift_with_a_note_then_two_taps(opened: Any) -> None:
    story = await opened("Nina", "ru")
    first, second, *_ = await plenty(story)
    await story.buyer.locator(".start").click()
    await card(story, first)
    await story.check_out()
    await story.tap(story.buyer, "🎁")
    await expect(story.buyer.locator(".message.theirs").last).to_contain_text("упаковка")
    await story.tap(story.buyer, "✍️")
    await story.says(story.buyer, "✍️")
    await story.write(story.buyer, "Для мамы")
    await expect(story.buyer.locator(".message.theirs").last).to_contain_text("Для мамы")
    await story.tap(story.buyer, "💾")
    await story.says(story.buyer, "💾")
    await story.tap(story.buyer, "💾")
    await expect(story.buyer.locator(".message.theirs").last).to_contain_text("запомним")
    await story.pay()
    await story.says(story.buyer, "🎉")
    await expect(await story.says(story.seller, "🆕")).to_contain_text("Для мамы")
    await card(story, second)
    await expect(story.buyer.locator(".message.theirs").last).to_contain_text("Как в прошлый раз")
    await story.tap(story.buyer, "⚡")
    await expect(story.buyer.locator(".key", has_text="💳").last).to_be_visible()
    await story.pay()
    await expect(story.page.locator(".defects")).to_be_hidden()
