"""A strict pretend YooKassa on loopback, and gateways to it over real HTTP."""

import json
import socket
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from typing import Any

import pytest
import uvicorn
from fastapi import FastAPI

from bot.basics.clock import MovableClock
from bot.partners.pretend.yookassa.server import PretendYooKassa
from bot.partners.yookassa.gateway import YooKassaGateway
from bot.web.pretend_yookassa import pretend_yookassa_app

SHOPS = {"100500": "test_canary-secret-of-the-first", "100600": "live_canary-secret-of-the-second"}
START = datetime(2026, 11, 20, 12, 0, tzinfo=UTC)

MakeGateway = Callable[..., YooKassaGateway]


@contextmanager
def serving(app: FastAPI) -> Iterator[str]:
    listening = socket.socket()
    listening.bind(("127.0.0.1", 0))
    server = uvicorn.Server(uvicorn.Config(app, log_config=None, log_level="critical", lifespan="off", ws="none"))
    thread = threading.Thread(target=server.run, kwargs={"sockets": [listening]}, daemon=True)
    thread.start()
    while not server.started:
        time.sleep(0.005)
    try:
        yield f"http://127.0.0.1:{listening.getsockname()[1]}"
    finally:
        server.should_exit = server.force_exit = True
        thread.join(10)
        listening.close()


@pytest.fixture
def clock() -> MovableClock:
    return MovableClock(frozen_at=START)


@pytest.fixture
def yookassa(clock: MovableClock) -> PretendYooKassa:
    return PretendYooKassa(SHOPS, clock.now, pay_url="https://pay.example/{payment_id}")


class OneForAll:
    """One web server for all tests, the pretend YooKassa of the present test behind it: starting takes 0.2 s."""

    current: PretendYooKassa

    def __getattr__(self, name: str) -> Any:
        return getattr(self.current, name)


@pytest.fixture(scope="session")
def one_for_all() -> Iterator[tuple[OneForAll, str]]:
    behind = OneForAll()
    with serving(pretend_yookassa_app(behind)) as address:
        yield behind, address


@pytest.fixture
def address(one_for_all: tuple[OneForAll, str], yookassa: PretendYooKassa) -> str:
    behind, address = one_for_all
    behind.current = yookassa
    return address


@pytest.fixture
def make_gateway(address: str) -> Iterator[MakeGateway]:
    made: list[YooKassaGateway] = []

    def make(
        shop: str = "100500", *, secret_key: str | None = None, read_s: float = 5.0, call_limit_s: float = 10.0
    ) -> YooKassaGateway:
        gateway = YooKassaGateway(
            shop, secret_key or SHOPS[shop], address + "/v3", read_s=read_s, call_limit_s=call_limit_s
        )
        made.append(gateway)
        return gateway

    yield make
    for gateway in made:
        gateway.close()


@pytest.fixture
def gateway(make_gateway: MakeGateway) -> YooKassaGateway:
    return make_gateway()


@pytest.fixture
def body_of() -> Callable[..., str]:
    """The frozen body of a payment, as the shop would keep it."""

    def frozen(value: str = "1490.00", attempt: str = "a-1", **more: object) -> str:
        return json.dumps(
            {
                "amount": {"value": value, "currency": "RUB"},
                "capture": True,
                "confirmation": {"type": "redirect", "return_url": "https://t.me/bot?start=o_1"},
                "description": "Заказ V-1042",
                "metadata": {"attempt": attempt},
                **more,
            },
            ensure_ascii=False,
        )

    return frozen
