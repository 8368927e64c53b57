"""Does everything leave within Telegram's limits, and does a pause hold for all?"""

import asyncio
import time

import pytest
from aiogram import Bot

from bot.partners.pretend.telegram.pace import Limits
from bot.partners.pretend.telegram.server import PretendTelegram
from bot.shop.outbox.values import Lane
from bot.telegram import sender
from bot.telegram.pretend_session import PretendSession
from bot.telegram.sender import Sender


@pytest.fixture
def telegram() -> PretendTelegram:
    server = PretendTelegram("4200:pretend", limits=Limits())
    for person in range(1, 200):
        server.add_user(person, f"P{person}", "ru", started=True)
    server.add_channel(-1001, "shop", "Shop")
    return server


@pytest.fixture
def bot(telegram: PretendTelegram) -> Bot:
    session = PretendSession(telegram)
    session.middleware(Sender())
    return Bot(telegram.token, session=session)


async def owed(bot: Bot, chat: int, text: str, lane: Lane = Lane.TRANSACTIONAL) -> None:
    mark = sender.lane.set(lane)
    try:
        await bot.send_message(chat, text)
    finally:
        sender.lane.reset(mark)


async def test_owed_messages_to_many_people_meet_no_refusal(bot: Bot, telegram: PretendTelegram) -> None:
    started = time.monotonic()
    await asyncio.gather(*(owed(bot, person, "hi") for person in range(1, 61)))
    assert telegram.pace.refused == 0
    assert 60 / (time.monotonic() - started) >= 20


async def test_one_chat_gets_one_message_a_second(bot: Bot, telegram: PretendTelegram) -> None:
    started = time.monotonic()
    await asyncio.gather(*(owed(bot, 1, f"{n}") for n in range(3)))
    assert time.monotonic() - started >= 2.0
    assert telegram.pace.refused == 0


async def test_a_pause_told_by_telegram_holds_for_everybody(bot: Bot, telegram: PretendTelegram) -> None:
    telegram.faults.add("sendMessage", "429", retry_after=1)
    await asyncio.gather(*(bot.send_message(person, "hi") for person in range(1, 6)), return_exceptions=True)
    assert telegram.pace.refused_while_held == 0
    assert sum(len(telegram.chat(person)) for person in range(1, 6)) >= 4


async def test_alerts_leave_room_for_what_people_wait_for(bot: Bot) -> None:
    alerts = [asyncio.ensure_future(owed(bot, person, "news", Lane.MARKETING)) for person in range(1, 80)]  # noqa: TID251
    await asyncio.sleep(0.5)
    started = time.monotonic()
    await owed(bot, 150, "your order is ready")
    assert time.monotonic() - started < 0.5
    for alert in alerts:
        alert.cancel()
    await asyncio.gather(*alerts, return_exceptions=True)
