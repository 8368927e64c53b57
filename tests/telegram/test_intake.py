"""Is an update stored before it is confirmed, handled once, and never lost?"""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from typing import Any

import pytest
from aiogram import Bot, Dispatcher, Router
from aiogram.fsm.context import FSMContext
from aiogram.types import Message
from sqlalchemy import func, select

from bot.basics.nursery import Nursery
from bot.partners.pretend.telegram.pace import NO_LIMITS
from bot.partners.pretend.telegram.server import PretendTelegram
from bot.shop.policies.tables import PolicyRow
from bot.storage.database import Database
from bot.storage.intake import StoredUpdate
from bot.telegram.dialog_memory import DialogMemory
from bot.telegram.intake import Intake
from bot.telegram.pretend_session import PretendSession

Handle = Callable[[Message], Awaitable[None]]


class World:
    """One bot over one database; `handler` is what happens to every message."""

    def __init__(self, database: Database, handler: Callable[..., Awaitable[None]]) -> None:
        self.database = database
        self.telegram = PretendTelegram("4200:pretend", limits=NO_LIMITS)
        self.bot = Bot(self.telegram.token, session=PretendSession(self.telegram))
        router = Router()
        router.message.register(handler)
        self.dispatcher = Dispatcher(storage=DialogMemory(database), apologise=self._apologise)
        self.dispatcher.include_router(router)
        self.nursery = Nursery()
        self.intake = Intake(self.bot, self.dispatcher, database, self.nursery)
        self.apologies = 0

    async def _apologise(self, _bot: Bot, _update: object) -> None:
        self.apologies += 1

    async def write(self, name: str) -> None:
        """An effect that can be counted."""
        async with self.database.transaction() as session:
            session.add(PolicyRow(name=name, value=1, changed_at=self.database.clock.now()))

    async def settled(self) -> bool:
        """Wait until nothing is left to handle."""
        for _ in range(200):
            await asyncio.sleep(0.02)
            async with self.database.reading() as session:
                left = await session.scalar(
                    select(func.count()).select_from(StoredUpdate).where(StoredUpdate.handled_at.is_(None))
                )
            if not left:
                return True
        return False

    async def effects(self) -> list[str]:
        async with self.database.reading() as session:
            return sorted((await session.execute(select(PolicyRow.name))).scalars())


def message(update_id: int, text: str, chat: int = 7) -> dict[str, Any]:
    person = {"id": chat, "is_bot": False, "first_name": "Мария"}
    body = {"message_id": update_id, "date": 1, "chat": {"id": chat, "type": "private"}, "from": person, "text": text}
    return {"update_id": update_id, "message": body}


@pytest.fixture
async def worlds(database: Database) -> AsyncIterator[Callable[[Callable[..., Awaitable[None]]], World]]:
    made: list[World] = []

    def make(handler: Callable[..., Awaitable[None]]) -> World:
        made.append(World(database, handler))
        return made[-1]

    yield make
    for world in made:
        await world.nursery.close()


Worlds = Callable[[Callable[..., Awaitable[None]]], World]


async def test_an_update_that_comes_five_times_is_handled_once(worlds: Worlds) -> None:
    async def on_message(event: Message) -> None:
        await world.write(f"said.{event.text}")

    world = worlds(on_message)
    await world.intake.start()
    for _ in range(5):
        await world.intake.accept([message(1, "a"), message(2, "b")])
    assert await world.settled()
    assert await world.effects() == ["said.a", "said.b"]


async def test_a_chat_is_served_in_order_and_chats_beside_each_other(worlds: Worlds) -> None:
    running: set[int] = set()
    together = 0
    seen: dict[int, list[str]] = {}

    async def on_message(event: Message) -> None:
        nonlocal together
        assert event.chat.id not in running
        running.add(event.chat.id)
        together = max(together, len(running))
        await asyncio.sleep(0.01)
        running.discard(event.chat.id)
        seen.setdefault(event.chat.id, []).append(event.text or "")

    world = worlds(on_message)
    await world.intake.start()
    await world.intake.accept([message(10 * chat + n, str(n), chat) for n in range(5) for chat in range(1, 6)])
    assert await world.settled()
    assert all(texts == ["0", "1", "2", "3", "4"] for texts in seen.values())
    assert together > 1


async def test_a_failing_update_is_tried_three_times_then_parked_with_an_apology(worlds: Worlds) -> None:
    tries = 0

    async def on_message(_event: Message) -> None:
        nonlocal tries
        tries += 1
        raise RuntimeError("a bug")

    world = worlds(on_message)
    await world.intake.start()
    await world.intake.accept([message(1, "a")])
    assert await world.settled()
    await asyncio.sleep(0.05)
    assert (tries, world.apologies) == (3, 1)
    async with world.database.reading() as session:
        row = (await session.execute(select(StoredUpdate.parked_at, StoredUpdate.body))).one()
    assert row[0] is not None
    assert row[1] is None


async def test_an_effect_before_a_failure_is_not_repeated(worlds: Worlds) -> None:
    async def on_message(event: Message) -> None:
        await world.write(f"said.{event.text}")
        raise RuntimeError("telegram is down")

    world = worlds(on_message)
    await world.intake.start()
    await world.intake.accept([message(1, "a")])
    assert await world.settled()
    assert await world.effects() == ["said.a"]
    assert world.apologies == 0


async def test_two_writing_use_cases_in_one_update_are_refused_and_the_first_stands(worlds: Worlds) -> None:
    async def on_message(_event: Message) -> None:
        await world.write("first")
        await world.write("second")

    world = worlds(on_message)
    await world.intake.start()
    await world.intake.accept([message(1, "a")])
    assert await world.settled()
    assert await world.effects() == ["first"]


@pytest.mark.parametrize("where", ["before", "inside", "after"])
async def test_killed_before_inside_or_after_its_transaction_an_update_has_one_effect(
    worlds: Worlds, where: str
) -> None:
    deaths = iter([True])

    async def die() -> None:
        if next(deaths, False):
            raise asyncio.CancelledError

    async def on_message(event: Message) -> None:
        if where == "before":
            await die()
        async with world.database.transaction() as session:
            session.add(PolicyRow(name=f"said.{event.text}", value=1, changed_at=world.database.clock.now()))
            await session.flush()
            if where == "inside":
                await die()
        if where == "after":
            await die()

    world = worlds(on_message)
    await world.intake.start()
    await world.intake.accept([message(1, "a"), message(2, "b")])
    await asyncio.sleep(0.2)
    await world.nursery.close()  # the process is gone; another takes over
    second = Intake(world.bot, world.dispatcher, world.database, world.nursery)
    await second.start()
    assert await world.settled()
    assert await world.effects() == ["said.a", "said.b"]


async def test_an_update_that_cannot_be_stored_is_not_confirmed_and_comes_again(
    worlds: Worlds, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def on_message(event: Message) -> None:
        await world.write(f"said.{event.text}")

    world = worlds(on_message)
    world.telegram.add_user(7, "Мария", "ru")
    await world.intake.start()
    real, broken = world.intake.accept, iter([True, True])

    async def accept(raws: Any) -> None:
        if next(broken, False):
            raise OSError("disk full")
        await real(raws)

    monkeypatch.setattr(world.intake, "accept", accept)
    world.telegram.user_starts(7)
    world.nursery.start(world.intake.poll(), "polling")
    for _ in range(100):
        await asyncio.sleep(0.1)
        if await world.effects():
            break
    assert await world.effects() == ["said./start"]


async def test_what_is_being_typed_survives_a_restart(worlds: Worlds) -> None:
    heard: list[str | None] = []

    async def on_message(event: Message, state: FSMContext) -> None:
        heard.append(await state.get_state())
        await state.set_state(f"after.{event.text}")
        await state.set_data({"said": event.text})

    world = worlds(on_message)
    await world.intake.start()
    await world.intake.accept([message(1, "a"), message(2, "b")])
    assert await world.settled()
    await world.nursery.close()
    fresh = worlds(on_message)
    await fresh.intake.start()
    await fresh.intake.accept([message(3, "c")])
    assert await fresh.settled()
    assert heard == [None, "after.a", "after.b"]


async def test_confirming_before_handling_as_usual_loses_updates(database: Database) -> None:
    """The negative control: what stock polling does, under the same death."""
    handled: list[str] = []

    async def on_message(event: Message) -> None:
        await asyncio.sleep(0.2)
        handled.append(event.text or "")

    world = World(database, on_message)
    world.telegram.add_user(7, "Мария", "ru")
    world.telegram.user_starts(7)
    polling = asyncio.get_running_loop().create_task(
        world.dispatcher.start_polling(world.bot, handle_signals=False, close_bot_session=False)
    )
    for _ in range(100):
        await asyncio.sleep(0.01)
        if not world.telegram.updates.waiting:  # confirmed by asking for a higher offset
            break
    others = [task for task in asyncio.all_tasks() if task is not asyncio.current_task()]
    for task in others:
        task.cancel()
    await asyncio.gather(*others, return_exceptions=True)
    assert polling.done()
    assert handled == []
    assert world.telegram.updates.waiting == []
