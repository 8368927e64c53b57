"""Do background tasks end without a trace, whenever they are ended?"""

import asyncio
import contextvars

from bot.basics.nursery import Nursery

mark: contextvars.ContextVar[str] = contextvars.ContextVar("mark", default="empty")


async def test_a_task_cancelled_before_its_first_step_leaves_no_warning() -> None:
    nursery = Nursery()

    async def never() -> None:
        raise AssertionError("it has begun")

    nursery.start(never(), "never").cancel()
    await nursery.close()


async def test_a_task_begins_with_an_empty_context() -> None:
    nursery, seen = Nursery(), []
    mark.set("somebody's update")

    async def look() -> None:
        seen.append(mark.get())

    await nursery.start(look(), "look")
    assert seen == ["empty"]


async def test_a_failing_task_is_logged_and_takes_nobody_with_it() -> None:
    nursery, went_on = Nursery(), asyncio.Event()

    async def fail() -> None:
        raise RuntimeError("a bug")

    async def go_on() -> None:
        went_on.set()

    await nursery.start(fail(), "fail")
    await nursery.start(go_on(), "go_on")
    assert went_on.is_set()
