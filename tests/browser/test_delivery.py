"""Does a parcel go the whole way in the demo shop: asked for, priced, agreed to, paid, sent, received?"""

from typing import Any

import httpx
import pytest
from playwright.async_api import expect

from tests.browser.test_demo_story import Story, opened, shop

__all__ = ["opened", "shop"]  # fixtures
pytestmark = [pytest.mark.asyncio(loop_scope="module"), pytest.mark.slow]


async def for_sale(story: Story) -> int:
    """The number of a work of the sample shop that can be bought."""
    async with httpx.AsyncClient() as client:
        answer = await client.get(f"{story.address}/demo/state", params={"as": "Nobody", "lang": "ru"})
    works = answer.json()["panel"]["works"]
    return int(next(work["sku"] for work in works if work["available"] > 1).removeprefix("W-"))


async def test_a_price_told_later_is_agreed_to_and_the_parcel_arrives(opened: Any) -> None:
    story = await opened("Ingrid", "en")
    await story.buyer.locator(".start").click()
    await story.write(story.buyer, f"/start p_{await for_sale(story)}")
    await story.tap(story.buyer, "⚡")
    await story.tap(story.buyer, "📦 Post")
    await expect(story.buyer.get_by_text("Where shall we deliver it?").last).to_be_visible()
    await story.write(story.buyer, "190000, St Petersburg, Nevsky 1, Ingrid")
    await expect(story.buyer.locator(".reply-keys .key", has_text="📞")).to_be_visible()
    await story.write(story.buyer, "+7 921 555-12-34")
    await story.tap(story.buyer, "📨")
    await story.tap(story.seller, "💰")
    await expect(story.seller.get_by_text("850").last).to_be_visible()
    await story.write(story.seller, "900; 5–7 дней")
    await story.says(story.buyer, "🚚 Delivery of order")
    await story.pay("✅")
    await story.says(story.buyer, "🎉")
    await story.tap(story.seller, "🚚 (Отправлен|Sent)")
    await story.tap(story.seller, "🚚 (Без|No)")
    await story.says(story.buyer, "🚚 Order")
    await story.tap(story.buyer, "✅ Received")
    await story.says(story.seller, "✅")
    await expect(story.page.locator(".defects")).to_be_hidden()
