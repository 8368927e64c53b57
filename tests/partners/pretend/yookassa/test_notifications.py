"""Do the notifications of the pretend YooKassa travel as badly as the real ones may?"""

import json
from datetime import timedelta
from typing import Any

import pytest

from bot.basics.clock import MovableClock
from bot.partners.pretend.yookassa.server import PretendYooKassa


class Hook:
    """The shop's notification address."""

    def __init__(self) -> None:
        self.status = 200
        self.came: list[dict[str, Any]] = []

    async def notify(self, url: str, body: bytes) -> int:
        assert url == "http://shop.example/yookassa/secret"
        self.came.append(json.loads(body))
        return self.status


@pytest.fixture
def hook() -> Hook:
    return Hook()


@pytest.fixture
def server(clock: MovableClock, hook: Hook) -> PretendYooKassa:
    return PretendYooKassa(
        {"100500": "test_first"},
        clock.now,
        notify=hook.notify,
        notification_url="http://shop.example/yookassa/secret",
    )


async def test_every_event_of_a_payment_and_a_refund_is_told(shop: Any, server: PretendYooKassa, hook: Hook) -> None:
    paid, held, refused = shop.paid(), shop.paid(capture=False), shop.payment()
    server.decline(refused, final=True)
    shop.post(f"/payments/{held}/cancel")
    shop.refund(paid, "1.00")
    server.refund_outcome = "canceled"
    shop.refund(paid, "1.00")
    assert await server.deliver() == 5
    assert [(told["event"], told["object"]["status"]) for told in hook.came] == [
        ("payment.succeeded", "succeeded"),
        ("payment.waiting_for_capture", "waiting_for_capture"),
        ("payment.canceled", "canceled"),
        ("payment.canceled", "canceled"),
        ("refund.succeeded", "succeeded"),
    ]
    assert {told["type"] for told in hook.came} == {"notification"}
    assert await server.deliver() == 0


async def test_an_expired_link_is_told_when_its_hour_is_over(
    shop: Any, server: PretendYooKassa, hook: Hook, clock: MovableClock
) -> None:
    shop.payment()
    assert await server.deliver() == 0
    clock.move(timedelta(hours=1))
    assert await server.deliver() == 1
    assert hook.came[0]["event"] == "payment.canceled"


@pytest.mark.parametrize("status", [201, 204, 302, 404, 500, 0])
async def test_anything_but_200_is_told_again_for_a_day(
    shop: Any, server: PretendYooKassa, hook: Hook, clock: MovableClock, status: int
) -> None:
    hook.status = status
    shop.paid()
    for _ in range(30):
        await server.deliver()
        clock.move(timedelta(hours=1))
    assert 20 <= len(hook.came) <= 30
    assert server.notifications.owed == []


async def test_a_late_200_ends_it(shop: Any, server: PretendYooKassa, hook: Hook, clock: MovableClock) -> None:
    hook.status = 500
    shop.paid()
    await server.deliver()
    hook.status = 200
    assert await server.deliver() == 0
    clock.move(timedelta(seconds=10))
    assert await server.deliver() == 1
    assert server.notifications.owed == []


async def test_notifications_can_be_lost_late_and_doubled(
    shop: Any, server: PretendYooKassa, hook: Hook, clock: MovableClock
) -> None:
    server.notifications.lose = 1
    shop.paid()
    assert await server.deliver() == 0
    server.notifications.copies = 3
    server.notifications.delay_s = 60
    shop.paid()
    assert await server.deliver() == 0
    clock.move(timedelta(seconds=60))
    assert await server.deliver() == 3
    assert len({told["object"]["id"] for told in hook.came}) == 1


async def test_without_an_address_they_are_kept(shop: Any, server: PretendYooKassa, hook: Hook) -> None:
    server.notifications.url = None
    shop.paid()
    assert await server.deliver() == 0
    server.notifications.url = "http://shop.example/yookassa/secret"
    assert await server.deliver() == 1
