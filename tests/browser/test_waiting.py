"""Does the whole way from 🔔 to the purchase work in the demo shop: asked, restocked, told, let pass, told the next?"""

import re
from typing import Any

import httpx
import pytest
from playwright.async_api import expect

from tests.browser.test_demo_story import Story, opened, shop

__all__ = ["opened", "shop"]  # fixtures
pytestmark = [pytest.mark.asyncio(loop_scope="module"), pytest.mark.slow]


async def sold(story: Story) -> str:
    """The SKU of the work of the sample shop that is gone."""
    async with httpx.AsyncClient() as client:
        answer = await client.get(f"{story.address}/demo/state", params={"as": "Nobody", "lang": "ru"})
    works = answer.json()["panel"]["works"]
    return str(next(work["sku"] for work in works if not work["available"] and not work["held"]))


async def test_asked_for_restocked_told_in_turn_and_bought(opened: Any) -> None:
    first, second = await opened("Gosia", "ru"), await opened("Hugo", "en")
    sku = await sold(first)
    for story in (first, second):
        await story.buyer.locator(".start").click()
        await story.write(story.buyer, f"/start p_{int(sku.removeprefix('W-'))}")
        await story.tap(story.buyer, "🔔")
        await expect(story.buyer.locator(".key", has_text="🔔").last).to_contain_text("✓")
    await first.write(first.seller, f"/stock {sku} 1")
    told = await first.says(first.buyer, "⏳")
    await expect(told.locator(".photo")).to_be_visible()
    await expect(second.buyer.locator(".message.theirs", has_text=re.compile(r"^\s*⏳"))).to_have_count(0)
    # whether it is night or day there: a day later the half hour is over
    await first.page.get_by_text("+1 день").click()
    await first.says(first.buyer, "⌛")
    await second.says(second.buyer, "⏳")
    await second.check_out()
    await second.tap(second.buyer, "🤝")
    await second.says(second.buyer, "🎉")
    await expect(first.page.locator(".defects")).to_be_hidden()
