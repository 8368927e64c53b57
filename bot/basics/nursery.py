"""Who starts background tasks? Only this: each begins with an empty context and none dies unseen."""

import asyncio
import contextvars
from collections.abc import Coroutine
from typing import Any

import structlog

log = structlog.get_logger(__name__)


class Nursery:
    """Tasks of one running program. An inherited context would let a task settle somebody's update."""

    def __init__(self) -> None:
        self._tasks: set[asyncio.Task[None]] = set()

    def start(self, work: Coroutine[Any, Any, None], name: str) -> asyncio.Task[None]:
        """Run `work` beside everything else; an exception is logged, never lost."""
        task = asyncio.get_running_loop().create_task(
            self._watched(work, name), name=name, context=contextvars.Context()
        )
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)
        # one cancelled before its first step would leave a coroutine that nobody awaited
        task.add_done_callback(lambda _: work.close())
        return task

    async def _watched(self, work: Coroutine[Any, Any, None], name: str) -> None:
        try:
            await work
        except asyncio.CancelledError:
            raise
        except Exception:
            log.exception("task_failed", task=name)

    async def close(self, patience_s: float = 5.0) -> None:
        """Cancel what still runs and wait for it to end."""
        tasks = [task for task in self._tasks if task is not asyncio.current_task()]
        for task in tasks:
            task.cancel()
        if tasks:
            await asyncio.wait(tasks, timeout=patience_s)
