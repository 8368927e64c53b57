"""Are many changes one edit, does the channel's limit hold, who goes first then, and what does a kill cost?"""

import asyncio
from datetime import timedelta
from typing import Any

import pytest
from aiogram import Bot
from aiogram.client.session.middlewares.base import BaseRequestMiddleware, NextRequestMiddlewareType
from aiogram.methods import Response, TelegramMethod
from aiogram.methods.base import TelegramType

from bot.basics.ids import ProductId
from bot.shop.outbox.values import Lane
from bot.shop.showcase.values import Form
from bot.telegram import sender
from bot.telegram.sender import CHANNEL_PER_MINUTE, KEPT_FOR_EDITS, NotYet, Sender
from tests.support.channel import EDITS, POSTS, Channel, words
from tests.support.seller_chat import SHOWCASE


async def test_a_hundred_changes_within_seconds_are_one_edit_that_shows_the_last(here: Channel) -> None:
    product = await here.posted()
    for number in range(100):
        await here.shop.listing.change(product, price_minor=100_000 + number * 100)
        here.clock.move(timedelta(milliseconds=50))
        if number % 4 == 0:
            await here.work()
    assert here.calls(*EDITS) == 0
    await here.later(5)
    assert here.calls(*EDITS) == 1
    assert "1 099 ₽" in words(here.seen()[0])
    await here.later(30)
    assert here.calls(*EDITS) == 1


async def test_a_single_change_is_shown_within_a_few_seconds(here: Channel) -> None:
    product = await here.posted()
    await here.sell(product)
    await here.later(4, step=0.5)
    assert words(here.seen()[0]).startswith("🔴")


async def test_changes_without_an_end_are_shown_all_the_same(here: Channel) -> None:
    product = await here.posted()
    for number in range(60):
        await here.shop.listing.change(product, price_minor=100_000 + number * 100)
        await here.later(0.5, step=0.5)
    assert 3 <= here.calls(*EDITS) <= 5, "half a minute of changes: one edit in eight seconds or so"


async def test_a_change_during_the_edit_is_not_lost(here: Channel) -> None:
    product = await here.posted()
    await here.shop.listing.change(product, price_minor=500_000)
    here.clock.move(timedelta(seconds=1))
    await here.work()
    here.clock.move(timedelta(seconds=3))
    due = await here.shop.showcase.due("ru", here.chat.bot.id)
    await here.shop.showcase.changed(await here.variant(product))
    await here.shop.showcase.settle(due.posts[0].post, "seen")
    await here.later(5)
    assert "5 000 ₽" in words(here.seen()[0])


class Slots(BaseRequestMiddleware):
    """Only so many messages to the channel, then none in this minute."""

    def __init__(self, free: int) -> None:
        self.free = free

    async def __call__(
        self, make_request: NextRequestMiddlewareType[TelegramType], bot: Bot, method: TelegramMethod[TelegramType]
    ) -> Response[TelegramType]:
        if method.__api_method__.startswith("edit"):
            if not self.free:
                raise NotYet(30.0)
            self.free -= 1
        return await make_request(bot, method)


async def test_when_the_limit_binds_sold_works_go_first_and_nothing_is_forgotten(here: Channel) -> None:
    products = [await here.posted(f"Работа {number}", pieces=2) for number in range(12)]
    slots = Slots(5)
    here.chat.bot.session.middleware(slots)
    for product in products:
        await here.shop.listing.change(product, price_minor=700_000)
    for product in products[-4:]:
        await here.sell(product)
        await here.sell(product)
    await here.later(8)
    state = [words(each).startswith("🔴") for each in here.seen()]
    assert state == [False] * 8 + [True] * 4
    assert here.calls(*EDITS) == 5
    slots.free = 100
    await here.later(60, step=5)
    assert here.calls(*EDITS) == 12
    assert all("7 000 ₽" in words(each) for each in here.seen()[:8])


@pytest.fixture
def paced(here: Channel) -> Sender:
    pace = Sender()
    here.chat.bot.session.middleware(pace)
    return pace


async def _owed(here: Channel, work: Any) -> Any:
    mark = sender.lane.set(Lane.TRANSACTIONAL)
    try:
        return await work
    finally:
        sender.lane.reset(mark)


async def test_a_channel_has_so_many_messages_a_minute_and_new_posts_leave_room_for_edits(
    here: Channel, paced: Sender
) -> None:
    bot, room = here.chat.bot, CHANNEL_PER_MINUTE - KEPT_FOR_EDITS
    sent = [await _owed(here, bot.send_message(SHOWCASE, f"{number}")) for number in range(room)]
    with pytest.raises(NotYet) as busy:
        await _owed(here, bot.send_message(SHOWCASE, "one too many"))
    assert 50 < busy.value.wait_s <= 60
    for message in sent[:KEPT_FOR_EDITS]:
        await _owed(here, bot.edit_message_text("x", chat_id=SHOWCASE, message_id=message.message_id))
    with pytest.raises(NotYet):
        await _owed(here, bot.edit_message_text("y", chat_id=SHOWCASE, message_id=sent[-1].message_id))


async def test_an_album_weighs_as_many_messages_as_it_has_photos(here: Channel, paced: Sender) -> None:
    product = await here.a_work(photos=10)
    await here.publish(product, form=Form.ALBUM)
    assert len(here.seen()) == 10
    for title in ("Туман", "Дождь", "Снег", "Град", "Лёд"):
        await here.shop.posting.plan(await here.a_work(title), None, None, Form.PHOTO)
    await here.later(5)
    assert here.calls("sendPhoto") == CHANNEL_PER_MINUTE - KEPT_FOR_EDITS - 10
    assert len(await here.shop.posting.planned("ru")) == 1


async def test_a_busy_channel_keeps_nobody_else_waiting(here: Channel, paced: Sender) -> None:
    """What does not fit into the channel's minute goes back into the outbox instead of being waited for."""
    for number in range(20):
        await here.shop.posting.plan(await here.a_work(f"Работа {number}"), None, None, Form.PHOTO)
    async with asyncio.timeout(30):
        await here.work()
    assert here.calls("sendPhoto") == CHANNEL_PER_MINUTE - KEPT_FOR_EDITS
    assert here.told("⚠️") == []


class Killed(BaseException):
    """kill -9, as far as a task can feel it."""


async def killed_between_send_and_memory(here: Channel, product: ProductId, monkeypatch: pytest.MonkeyPatch) -> None:
    async def die(*_: object, **__: object) -> None:
        raise Killed

    with monkeypatch.context() as patch:
        patch.setattr("bot.shop.showcase.use_cases.Showcase.posted", die)
        with pytest.raises(Killed):
            await here.work()
    await here.shop.outbox.begin()


async def test_each_kill_between_sending_and_remembering_doubles_a_post_at_most_once(
    here: Channel, monkeypatch: pytest.MonkeyPatch
) -> None:
    product = await here.a_work()
    await here.shop.posting.plan(product, None, None, Form.PHOTO)
    for kills in (1, 2):
        await killed_between_send_and_memory(here, product, monkeypatch)
        assert len(here.seen()) == kills
    await here.later()
    assert len(here.seen()) == 3
    await here.later(60, step=10)
    assert len(here.seen()) == 3
    await here.sell(product)
    await here.later()
    assert words(here.seen()[-1]).startswith("🔴"), "the one that was remembered follows the truth"


async def test_a_kill_before_sending_or_after_remembering_doubles_nothing(
    here: Channel, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def die(*_: object, **__: object) -> None:
        raise Killed

    await here.shop.posting.plan(await here.a_work(), None, None, Form.PHOTO)
    for where in ("bot.telegram.showcase.sending.Poster._send", "bot.shop.outbox.use_cases.Outbox.finish"):
        with monkeypatch.context() as patch:
            patch.setattr(where, die)
            with pytest.raises(Killed):
                await here.work()
        await here.shop.outbox.begin()
    await here.later()
    assert here.calls(*POSTS) == 1


async def test_a_kill_between_edit_and_memory_costs_one_edit_that_changes_nothing(
    here: Channel, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def die(*_: object, **__: object) -> None:
        raise Killed

    product = await here.posted()
    await here.sell(product)
    here.clock.move(timedelta(seconds=2))
    await here.work()
    here.clock.move(timedelta(seconds=3))
    with monkeypatch.context() as patch:
        patch.setattr("bot.shop.showcase.use_cases.Showcase.settle", die)
        with pytest.raises(Killed):
            await here.work()
    await here.shop.outbox.begin()
    await here.later()
    assert words(here.seen()[0]).startswith("🔴")
    assert [call.status for call in here.chat.telegram.calls(*EDITS)] == [200, 400]
    assert here.told("⚠️") == []


async def test_posts_that_change_at_once_are_read_together_by_six_statements(here: Channel) -> None:
    from sqlalchemy import event

    products = [await here.posted(f"Работа {number}") for number in range(3)]
    for product in products:
        await here.shop.showcase.changed(await here.variant(product))
    here.clock.move(timedelta(seconds=5))
    seen: list[str] = []
    engine = here.database.reader.sync_engine
    event.listen(engine, "before_cursor_execute", lambda _c, _k, statement, *_: seen.append(statement))
    due = await here.shop.showcase.due("ru", here.chat.bot.id)
    assert len(due.posts) == 3
    assert len([each for each in seen if each.startswith("SELECT")]) <= 6
