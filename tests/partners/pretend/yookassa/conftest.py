"""A pretend YooKassa called directly, without HTTP."""

import json
from base64 import b64encode
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

import pytest

from bot.basics.clock import MovableClock
from bot.partners.pretend.yookassa.server import PretendYooKassa

START = datetime(2026, 11, 20, 12, 0, tzinfo=UTC)
JsonObject = dict[str, Any]


class Shop:
    """What a shop does at YooKassa's API, by hand."""

    def __init__(self, server: PretendYooKassa, shop: str, secret: str) -> None:
        self.server = server
        self.authorization = "Basic " + b64encode(f"{shop}:{secret}".encode()).decode()
        self.made = 0

    def ask(
        self,
        method: str,
        path: str,
        body: object = None,
        *,
        key: str | None = None,
        query: Mapping[str, str] | None = None,
        headers: Mapping[str, str] | None = None,
    ) -> tuple[int, JsonObject]:
        sent = {"Authorization": self.authorization, "Content-Type": "application/json", **(headers or {})}
        if key is not None:
            sent["Idempotence-Key"] = key
        raw = body if isinstance(body, bytes) else json.dumps(body).encode() if body is not None else b""
        answer = self.server.handle(method, "/v3" + path, sent, query or {}, raw)
        return answer.status, json.loads(answer.body)

    def post(self, path: str, body: object = None, key: str | None = None) -> tuple[int, JsonObject]:
        self.made += 1
        return self.ask("POST", path, body, key=key or f"k-{self.made}")

    def get(self, path: str, **query: str) -> tuple[int, JsonObject]:
        return self.ask("GET", path, query={name.replace("__", "."): value for name, value in query.items()})

    def payment(self, value: str = "1000.00", **more: object) -> str:
        status, payment = self.post("/payments", a_body(value, **more))
        assert status == 200, payment
        return str(payment["id"])

    def paid(self, value: str = "1000.00", **more: object) -> str:
        payment_id = self.payment(value, **more)
        self.server.pay(payment_id)
        return payment_id

    def refund(self, payment_id: str, value: str, **more: object) -> tuple[int, JsonObject]:
        amount = {"value": value, "currency": "RUB"}
        return self.post("/refunds", {"payment_id": payment_id, "amount": amount, **more})


def a_body(value: str = "1000.00", **more: object) -> JsonObject:
    return {
        "amount": {"value": value, "currency": "RUB"},
        "capture": True,
        "confirmation": {"type": "redirect", "return_url": "https://t.me/bot?start=o_1"},
        **more,
    }


@pytest.fixture
def clock() -> MovableClock:
    return MovableClock(frozen_at=START)


@pytest.fixture
def server(clock: MovableClock) -> PretendYooKassa:
    return PretendYooKassa({"100500": "test_first", "100600": "live_second"}, clock.now)


@pytest.fixture
def shop(server: PretendYooKassa) -> Shop:
    return Shop(server, "100500", "test_first")


@pytest.fixture
def other_shop(server: PretendYooKassa) -> Shop:
    return Shop(server, "100600", "live_second")
