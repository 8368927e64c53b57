"""The demo page of a stand-in, served on loopback as a browser meets it."""

import asyncio
import json
import socket
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field
from typing import Any

import httpx
import pytest
import uvicorn

from tests.web.demo.stand_in import StandIn, stand_in_app

Told = dict[str, Any]


@asynccontextmanager
async def served(desk: StandIn) -> AsyncIterator[str]:
    """The address of a free port of loopback where the desk's pages are."""
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        address = f"http://127.0.0.1:{listener.getsockname()[1]}"
        desk.yookassa.pay_url = f"{address}/yookassa-demo/pay/{{payment_id}}"
        config = uvicorn.Config(
            stand_in_app(desk), log_config=None, lifespan="off", timeout_graceful_shutdown=2, ws="none"
        )
        server = uvicorn.Server(config)
        async with asyncio.TaskGroup() as group:
            group.create_task(server.serve(sockets=[listener]))
            while not server.started:  # noqa: ASYNC110 - uvicorn has no event for it
                await asyncio.sleep(0.01)
            bot = group.create_task(desk.run())
            yield address
            desk.stopped = True
            bot.cancel()
            server.should_exit = True


@pytest.fixture
async def desk() -> StandIn:
    desk = StandIn()
    await desk.furnish()
    return desk


@pytest.fixture
async def address(desk: StandIn) -> AsyncIterator[str]:
    async with served(desk) as address:
        yield address


@pytest.fixture
async def web(address: str) -> AsyncIterator[httpx.AsyncClient]:
    async with httpx.AsyncClient(base_url=f"{address}/demo", timeout=10) as client:
        yield client


@dataclass
class Page:
    """What an open page has heard."""

    lines: AsyncIterator[str]
    heard: list[Told] = field(default_factory=list)

    async def next(self, *kinds: str) -> Told:
        """The next event, of these kinds if any are named."""
        async with asyncio.timeout(8):
            async for line in self.lines:
                if line.startswith("data: "):
                    told: Told = json.loads(line.removeprefix("data: "))
                    self.heard.append(told)
                    if not kinds or told["type"] in kinds:
                        return told
        raise AssertionError(f"the stream ended before {kinds}")


Open = Callable[[str], Awaitable[Page]]


@pytest.fixture
async def open_page(web: httpx.AsyncClient) -> AsyncIterator[Open]:
    """Opens the stream of a page: `await open_page("as=Anna&lang=en")`."""
    waiting: list[asyncio.Event] = []
    tasks: list[asyncio.Task[None]] = []

    async def open_page(query: str) -> Page:
        opened: asyncio.Future[Page] = asyncio.get_running_loop().create_future()
        done = asyncio.Event()
        waiting.append(done)

        async def hold() -> None:
            async with web.stream("GET", f"/events?{query}") as answer:
                opened.set_result(Page(answer.aiter_lines()))
                await done.wait()

        tasks.append(asyncio.get_running_loop().create_task(hold()))
        return await opened

    yield open_page
    for done in waiting:
        done.set()
    for task in tasks:
        with suppress(httpx.HTTPError):
            await task
