"""Does looking around work on a phone: a page, pictures leafed in place, other filters, and similar works?"""

from typing import Any

import pytest
from playwright.async_api import expect

from tests.browser.test_demo_story import opened, shop

__all__ = ["opened", "shop"]  # fixtures
pytestmark = [pytest.mark.asyncio(loop_scope="module"), pytest.mark.slow]


async def test_a_page_becomes_pictures_and_pictures_lead_to_similar_works(opened: Any) -> None:
    story = await opened("Irena", "pl")
    await story.buyer.locator(".start").click()
    await story.tap(story.buyer, "🔢")
    await story.tap(story.buyer, "🌄")
    card = story.buyer.locator(".message.theirs").last
    await expect(card.locator(".photo")).to_be_visible()
    count = await story.buyer.locator(".message.theirs").count()
    before = await card.locator(".text").inner_text()
    await story.tap(story.buyer, "▶️")
    await expect(card.locator(".text")).not_to_have_text(before)
    assert await story.buyer.locator(".message.theirs").count() == count, "one message, changed in place"
    await story.tap(story.buyer, "🎨")
    await expect(story.buyer.locator(".key", has_text="🖼").first).to_be_visible()
    await story.tap(story.buyer, "⬅️")
    await story.tap(story.buyer, "🎚")
    await story.tap(story.buyer, "🟢")
    await expect(story.buyer.locator(".key", has_text="🟢").last).to_contain_text("✓")
    await expect(story.page.locator(".defects")).to_be_hidden()
