"""Do quick taps count one each, and does whoever floods harm nobody else?

Double taps on 💳 and 🤝 beside each other stand in tests/races/test_payments.py.
"""

import asyncio
import os
import time
from typing import Any

import pytest
from aiogram import Bot
from aiogram.methods import AnswerCallbackQuery, TelegramMethod
from aiogram.methods.base import TelegramType
from aiogram.types import CallbackQuery, TelegramObject

from bot.basics.nursery import Nursery
from bot.telegram import middlewares
from bot.telegram.middlewares import Throttle
from tests.support.counter import MARIA, PETER, TOKEN, Counter, Wire

FULL = bool(os.environ.get("VERNISSAGE_FULL"))


async def in_cart(at: Counter, user: int) -> int:
    person = await at.shop.customers.find(user)
    assert person is not None
    return sum(item.quantity for item in await at.shop.cart.items(person.id))


def tap(at: Counter, user: int, times: int, label: str = "➕") -> list[str]:
    return [at.telegram.user_presses(user, user, at.last(user)["message_id"], label=label) for _ in range(times)]


async def test_a_hundred_taps_at_once_count_a_hundred(at: Counter) -> None:
    work = await at.work(pieces=200)
    await at.starts(MARIA, f"p_{work}")
    tap(at, MARIA, 100)
    await at.handle()
    assert await in_cart(at, MARIA) == 100
    assert len(at.telegram.callback_answers) == 100


async def test_twenty_buyers_with_ten_taps_each_count_two_hundred(at: Counter) -> None:
    work = await at.work(pieces=20)
    people = at.crowd(20)
    for user in people:
        at.telegram.user_starts(user, f"p_{work}")
    await at.handle()
    for _ in range(10):
        for user in people:
            tap(at, user, 1)
    await at.handle()
    assert [await in_cart(at, user) for user in people] == [10] * 20


@pytest.mark.parametrize("label", ["🤝", "💳"])
async def test_a_double_tap_on_the_confirmation_is_one_order(at: Counter, label: str) -> None:
    for _ in range(10 if FULL else 3):
        work = await at.work()
        await at.starts(PETER, f"p_{work}")
        await at.press(PETER, "⚡")
        tap(at, PETER, 2, label)
        await at.handle()
        await at.deliver()
    person = await at.shop.customers.find(PETER)
    assert person is not None
    made = len(await at.shop.orders.mine(person.id, limit=50))
    assert made == (10 if FULL else 3)
    assert len(at.yookassa.payments()) == (made if label == "💳" else 0)


async def test_a_flood_is_answered_and_changes_nothing_beyond_its_limit(at: Counter) -> None:
    work = await at.work(pieces=500)
    await at.starts(MARIA, f"p_{work}")
    begun = time.monotonic()
    tap(at, MARIA, 300)
    await at.handle()
    took = time.monotonic() - begun
    most = Throttle.BURST + Throttle.PER_SECOND * took + 1
    assert Throttle.BURST - 1 <= await in_cart(at, MARIA) <= most
    assert len(at.telegram.callback_answers) == 300, "a throttled tap is answered too"


@pytest.mark.timeout(300)
async def test_a_flood_of_one_leaves_the_others_their_speed(at: Counter) -> None:
    """The median of others while one floods, against the same without; the bound leaves room for a busy machine."""
    work = await at.work(pieces=500)
    people = at.crowd(5)
    for user in [MARIA, *people]:
        at.telegram.user_starts(user, f"p_{work}")
    await at.handle()

    async def waits(rounds: int) -> list[float]:
        found = []
        for _ in range(rounds):
            for user in people:
                begun = time.monotonic()
                [mine] = tap(at, user, 1)
                raws, at.telegram.updates.waiting = at.telegram.updates.waiting, []
                await at.intake.accept(raws)
                while mine not in at.telegram.callback_answers:
                    await asyncio.sleep(0.001)
                    assert time.monotonic() - begun < 5, "nobody waits for whoever floods"
                found.append(time.monotonic() - begun)
        return sorted(found)

    quiet = await waits(4)
    stop = asyncio.Event()

    async def flood() -> None:
        taps = 0
        while not stop.is_set() and taps < (3000 if FULL else 900):
            for _ in range(15):
                at.telegram.user_presses(MARIA, MARIA, at.last(MARIA)["message_id"], label="➕")
                taps += 1
            mine = [raw for raw in at.telegram.updates.waiting if raw["callback_query"]["from"]["id"] == MARIA]
            at.telegram.updates.waiting = [raw for raw in at.telegram.updates.waiting if raw not in mine]
            await at.intake.accept(mine)
            await asyncio.sleep(0.05)

    async with asyncio.TaskGroup() as group:
        flooding = group.create_task(flood())
        await asyncio.sleep(0.5)
        loud = await waits(4)
        stop.set()
        await flooding
    await at.intake.drain(30)
    assert loud[len(loud) // 2] <= max(2 * quiet[len(quiet) // 2], 0.25)
    assert [await in_cart(at, user) for user in people] == [8] * 5


class SlowAnswers(Wire):
    """Telegram takes its time to take an answer to a tap."""

    async def make_request(
        self,
        bot: Bot,
        method: TelegramMethod[TelegramType],
        timeout: int | None = None,  # noqa: ASYNC109 - aiogram's signature
    ) -> TelegramType:
        if isinstance(method, AnswerCallbackQuery):
            await asyncio.sleep(0.3)
        return await super().make_request(bot, method, timeout)


async def test_an_answer_on_its_way_is_not_called_back_when_the_handler_ends(
    at: Counter, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(middlewares, "ANSWER_WITHIN_S", 0.1)
    await at.starts(MARIA)
    mine = at.telegram.user_presses(MARIA, MARIA, at.last(MARIA)["message_id"], label="🛍")
    [raw], at.telegram.updates.waiting = at.telegram.updates.waiting, []
    nursery = Nursery()

    async def handler(_event: TelegramObject, _data: dict[str, Any]) -> None:
        await asyncio.sleep(0.2)  # the late answer has left, and has not arrived

    async with Bot(TOKEN, session=SlowAnswers(at.telegram)) as slow:
        query = CallbackQuery.model_validate(raw["callback_query"], context={"bot": slow})
        await middlewares.Answer(nursery)(handler, query, {})
        await asyncio.sleep(0.4)
    await nursery.close()
    assert mine in at.telegram.callback_answers
