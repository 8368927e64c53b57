"""Does the demo page show a group as each of its people sees it?"""

from typing import Any

import pytest
from playwright.async_api import expect

from tests.web.demo.stand_in import SELLER, StandIn

pytestmark = pytest.mark.asyncio(loop_scope="module")
GROUP = -1009
Show = Any


async def test_a_whisper_is_seen_by_the_one_who_asked_and_leads_to_the_bot(show: Show, desk: StandIn) -> None:
    anna, boris = desk.buyer("Anna", "en"), desk.buyer("Boris", "en")
    desk.server.add_group(GROUP, "Neighbours", [SELLER, anna, boris])
    desk.group = GROUP
    page = await show("as=Anna&lang=en", width=390, height=844)
    other = await show("as=Boris&lang=en")
    await page.locator(".tab[data-pane=group]").click()
    await other.locator("#showcase .swap").click()
    for each in (page, other):
        await expect(each.locator("#group .empty")).to_contain_text("The group is quiet")
    await page.locator("#group textarea").fill("hello everybody")
    await page.locator("#group textarea").press("Enter")
    await expect(other.locator("#group .message .sender")).to_have_text("Anna")
    desk.server.set_bot_rights(GROUP, ["can_delete_messages"])
    answer = await desk.server.call(
        desk.server.token,
        "sendMessage",
        {
            "chat_id": GROUP,
            "text": "a card",
            "ephemeral_message_parameters": {"receiver_user_id": anna},
            "reply_markup": {
                "inline_keyboard": [[{"text": "⚡", "url": f"https://t.me/{desk.server.bot['username']}?start=p_1"}]]
            },
        },
    )
    desk.server.set_bot_rights(GROUP, [])
    assert answer.status == 200, answer.body
    await expect(page.locator("#group .whispered .aside")).to_have_text("Only you see this")
    await other.locator("#group textarea").fill("and hello to you")
    await other.locator("#group textarea").press("Enter")
    await expect(page.locator("#group .message")).to_have_count(3)
    await expect(page.locator("#group .message").last).to_contain_text("and hello to you")
    await expect(other.locator("#group .message")).to_have_count(2)
    assert await page.evaluate("document.documentElement.scrollWidth") == 390
    await page.locator("#group .whispered .key").click()
    await expect(page.locator("#buyer")).to_be_visible()
    await expect(page.locator("#buyer .start")).to_be_visible()
