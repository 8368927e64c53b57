"""Do updates wait, get confirmed and come again as with the real server, and do pace and faults bite?"""

import asyncio
from typing import Any

import pytest
from aiogram import Bot
from aiogram.exceptions import TelegramNetworkError, TelegramServerError
from aiogram.methods import SendMessage

from bot.partners.pretend.telegram.pace import Limits
from bot.partners.pretend.telegram.server import PretendTelegram

ANNA, BORIS, CHANNEL, TOKEN = 101, 102, -1001, "4200:pretend"
Ask = Any


def ids(updates: list[dict[str, Any]]) -> list[int]:
    return [update["update_id"] for update in updates]


async def test_updates_come_again_until_the_offset_confirms_them(telegram: PretendTelegram, ask: Ask) -> None:
    for text in "abc":
        telegram.user_sends_text(ANNA, text)
    first = await ask("getUpdates", limit=2)
    assert [update["message"]["text"] for update in first] == ["a", "b"]
    assert await ask("getUpdates", limit=2) == first
    assert [update["message"]["text"] for update in await ask("getUpdates", offset=ids(first)[-1] + 1)] == ["c"]
    assert await ask("getUpdates", offset=ids(first)[-1] + 2) == []


async def test_updates_are_kept_for_a_day(telegram: PretendTelegram, ask: Ask, time: Any) -> None:
    telegram.user_sends_text(ANNA, "old")
    time.at += 24 * 3600 + 1
    telegram.user_sends_text(ANNA, "new")
    assert [update["message"]["text"] for update in await ask("getUpdates")] == ["new"]


async def test_only_allowed_kinds_arrive_from_then_on(telegram: PretendTelegram, ask: Ask) -> None:
    await ask("getUpdates", allowed_updates=["callback_query"])
    telegram.user_sends_text(ANNA, "x")
    assert await ask("getUpdates") == []
    assert "unknown kinds" in await ask("getUpdates", allowed_updates=["messages"])


async def test_long_polling_waits_for_news_and_yields_to_another_receiver(telegram: PretendTelegram, ask: Ask) -> None:
    async with asyncio.TaskGroup() as group:
        first = group.create_task(ask("getUpdates", timeout=30))
        await asyncio.sleep(0)
        second = group.create_task(ask("getUpdates", timeout=30))
        await asyncio.sleep(0.01)
        assert (await first).startswith("Conflict: terminated by other getUpdates request")
        telegram.user_sends_text(ANNA, "x")
        assert len(await second) == 1
    assert await ask("getUpdates", offset=-1, timeout=0)


async def test_a_webhook_gets_every_update_with_the_secret_until_it_says_200() -> None:
    delivered: list[tuple[str, str | None, str]] = []
    broken = {"a"}

    async def deliver(url: str, secret: str | None, update: dict[str, Any]) -> int:
        text = update["message"]["text"]
        delivered.append((url, secret, text))
        return 500 if text in broken else 200

    telegram = PretendTelegram(TOKEN, deliver=deliver, redelivery_s=0.01)
    telegram.add_user(ANNA, "Anna")
    telegram.add_user(BORIS, "Boris")
    hook = {"url": "https://shop.example/telegram/webhook", "secret_token": "s-1"}
    assert (await telegram.call(TOKEN, "setWebhook", hook)).status == 200
    refused = await telegram.call(TOKEN, "getUpdates", {})
    assert refused.status == 409
    assert "can't use getUpdates method while webhook is active" in refused.text
    for user_id, text in ((ANNA, "a"), (ANNA, "b"), (BORIS, "c")):
        telegram.user_sends_text(user_id, text)
    assert await telegram.updates.deliver_pending() == 1
    assert [text for *_, text in delivered] == ["a", "c"]
    assert telegram.updates.webhook_info()["last_error_message"] == "Wrong response from the webhook: 500"
    broken.clear()
    async with asyncio.TaskGroup() as group:
        loop = group.create_task(telegram.updates.run_webhook())
        while telegram.updates.waiting:  # noqa: ASYNC110 - the queue is looked at from outside
            await asyncio.sleep(0.01)
        loop.cancel()
    assert [text for *_, text in delivered] == ["a", "c", "a", "b"]
    assert delivered[0][:2] == ("https://shop.example/telegram/webhook", "s-1")
    await telegram.call(TOKEN, "deleteWebhook", {})
    assert (await telegram.call(TOKEN, "getUpdates", {})).status == 200


@pytest.mark.parametrize(
    ("params", "refusal"),
    [
        ({"url": "http://shop.example/"}, "bad webhook: An HTTPS URL must be provided for webhook"),
        ({"url": "https://x.org:9000/"}, "bad webhook: Webhook can be set up only on ports 80, 88, 443 or 8443"),
        ({"url": "https://x.org/", "secret_token": "a b"}, "secret token contains unallowed characters"),
        ({"url": "https://x.org/", "secret_token": "a" * 257}, "secret token is too long"),
        ({"url": "https://x.org/", "max_connections": 101}, "max_connections must be between 1 and 100"),
    ],
)
async def test_a_webhook_is_checked(ask: Ask, params: dict[str, Any], refusal: str) -> None:
    assert await ask("setWebhook", **params) == f"Bad Request: {refusal}"


class Ticks:
    def __init__(self) -> None:
        self.at = 0.0

    def __call__(self) -> float:
        return self.at


async def paced(people: int = 0, **limits: Any) -> tuple[PretendTelegram, Ticks]:
    ticks = Ticks()
    telegram = PretendTelegram(TOKEN, monotonic=ticks, limits=Limits(**limits))
    telegram.add_channel(CHANNEL)
    for number in range(people):
        telegram.add_user(ANNA + number, "Anna", started=True)
    return telegram, ticks


async def sent(telegram: PretendTelegram, chat_id: int) -> int | None:
    """None when the message passed, else the seconds of a 429."""
    answer = await telegram.call(TOKEN, "sendMessage", {"chat_id": chat_id, "text": "x"})
    assert isinstance(answer.body, dict)
    if answer.status == 200:
        return None
    assert answer.status == 429
    seconds: int = answer.body["parameters"]["retry_after"]
    assert answer.body["description"] == f"Too Many Requests: retry after {seconds}"
    return seconds


async def test_a_private_chat_takes_a_short_burst_then_one_a_second() -> None:
    telegram, ticks = await paced(1)
    assert [await sent(telegram, ANNA) for _ in range(4)] == [None, None, None, 1]
    ticks.at += 0.5
    assert await sent(telegram, ANNA) == 1
    assert telegram.pace.refused_while_held == 1
    for _ in range(5):
        ticks.at += 1
        assert await sent(telegram, ANNA) is None


async def test_a_channel_takes_20_a_minute() -> None:
    telegram, ticks = await paced()
    for _ in range(20):
        ticks.at += 1
        assert await sent(telegram, CHANNEL) is None
    ticks.at += 1
    assert await sent(telegram, CHANNEL) == 40
    ticks.at += 39
    assert await sent(telegram, CHANNEL) == 1
    ticks.at += 1
    assert await sent(telegram, CHANNEL) is None


async def test_thirty_a_second_pass_overall_and_edits_count_too() -> None:
    telegram, ticks = await paced(40)
    for number in range(29):
        assert await sent(telegram, ANNA + number) is None
    edit = {"chat_id": ANNA, "message_id": 1, "text": "y"}
    assert (await telegram.call(TOKEN, "editMessageText", edit)).status == 200
    assert await sent(telegram, ANNA + 30) == 1
    ticks.at += 1
    assert await sent(telegram, ANNA + 30) is None


async def test_faults_spoil_the_next_calls_and_are_used_up(telegram: PretendTelegram, bot: Bot) -> None:
    telegram.faults.add("sendMessage", "500")
    telegram.faults.add("sendMessage", "timeout_after")
    telegram.faults.add("sendMessage", "cut_before", chat_id=CHANNEL)
    with pytest.raises(TelegramServerError):
        await bot.send_message(ANNA, "1")
    with pytest.raises(TelegramNetworkError, match="after the call was done"):
        await bot.send_message(ANNA, "2")
    await bot.send_message(ANNA, "3")
    with pytest.raises(TelegramNetworkError, match="before the call"):
        await bot(SendMessage(chat_id=CHANNEL, text="4"))
    assert [message["text"] for message in telegram.chat(ANNA)] == ["2", "3"]
    assert telegram.chat(CHANNEL) == []
    assert [entry.status for entry in telegram.calls("sendMessage")] == [500, 0, 200, 0]
