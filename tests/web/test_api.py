"""Does the API of the other sales channels keep its contract?"""

import asyncio
from collections.abc import AsyncIterator
from datetime import timedelta
from typing import Any

import httpx
import pytest

from bot.basics.clock import MovableClock
from bot.shop.channels.values import ChannelKind
from bot.shop.orders.values import OrderState
from bot.shop.shop import Shop
from bot.shop.stock.values import Wanted
from bot.web.app import Doors, build_app
from tests.support.shops import a_work, someone


async def _no_payment(_id: str, _event: str) -> bool:
    return False


async def _ready() -> dict[str, bool]:
    return {"database": True}


@pytest.fixture
async def api(shop: Shop, clock: MovableClock) -> AsyncIterator[httpx.AsyncClient]:
    """A channel with its key."""
    doors = Doors(None, "w" * 20, _no_payment, "p" * 20, _ready, shop, clock)
    keys = await shop.register.add("site", ChannelKind.WEBSITE)
    transport = httpx.ASGITransport(build_app(doors))
    headers = {"Authorization": f"Bearer {keys.key}"}
    async with httpx.AsyncClient(transport=transport, base_url="http://shop", headers=headers) as client:
        yield client


def _sale(sku: str, clock: MovableClock, external_id: str = "1001", quantity: int = 1) -> dict[str, object]:
    lines = [{"sku": sku, "quantity": quantity, "price": {"value": "12000.00", "currency": "RUB"}}]
    return {"external_id": external_id, "occurred_at": clock.now().isoformat(), "lines": lines}


async def test_without_a_good_key_nothing_is_told(api: httpx.AsyncClient) -> None:
    for headers in ({"Authorization": ""}, {"Authorization": "Bearer vk_wrong"}):
        answer = await api.get("/api/v1/stock", headers=headers)
        assert answer.status_code == 401
        assert answer.headers["content-type"] == "application/problem+json"


async def test_a_disabled_channel_is_shut_out_and_a_new_key_shuts_out_the_old_one(
    api: httpx.AsyncClient, shop: Shop
) -> None:
    fresh = await shop.register.rotate_key("site")
    assert (await api.get("/api/v1/stock")).status_code == 401
    good = {"Authorization": f"Bearer {fresh.key}"}
    assert (await api.get("/api/v1/stock", headers=good)).status_code == 200
    await shop.register.disable("site")
    assert (await api.get("/api/v1/stock", headers=good)).status_code == 401


async def test_a_sale_elsewhere_takes_the_piece_from_whoever_only_holds_it(
    api: httpx.AsyncClient, shop: Shop, clock: MovableClock
) -> None:
    seller, buyer = await someone(shop), await someone(shop)
    _, variant, sku = await a_work(shop, seller)
    held = await shop.checkout.start(buyer, "ru", [Wanted(variant, 1)])
    answer = await api.post("/api/v1/sales", json=_sale(sku, clock))
    assert (answer.status_code, answer.json()) == (201, {"applied": True, "conflicts": []})
    assert (await shop.orders.own(held.order.id, buyer)).state is OrderState.EXPIRED
    assert (await api.get(f"/api/v1/stock/{sku}")).json()["available"] == 0
    assert await shop.stock.differences() == []


async def test_a_replayed_sale_gets_the_same_answer_and_another_body_is_refused(
    api: httpx.AsyncClient, shop: Shop, clock: MovableClock
) -> None:
    _, _, sku = await a_work(shop, await someone(shop), pieces=5)
    first = await api.post("/api/v1/sales", json=_sale(sku, clock))
    again = await api.post("/api/v1/sales", json=_sale(sku, clock))
    other = await api.post("/api/v1/sales", json=_sale(sku, clock, quantity=2))
    assert (first.status_code, again.status_code, other.status_code) == (201, 201, 409)
    assert first.json() == again.json()
    assert (await api.get(f"/api/v1/stock/{sku}")).json()["available"] == 4


async def test_a_shortage_and_an_unknown_sku_become_conflicts_and_lose_nothing(
    api: httpx.AsyncClient, shop: Shop, clock: MovableClock
) -> None:
    _, _, sku = await a_work(shop, await someone(shop))
    short = (await api.post("/api/v1/sales", json=_sale(sku, clock, "a", 3))).json()
    assert [(each["sku"], each["short_qty"], each["reason"]) for each in short["conflicts"]] == [(sku, 2, "short")]
    unknown = (await api.post("/api/v1/sales", json=_sale("NOPE", clock, "b"))).json()
    assert [each["reason"] for each in unknown["conflicts"]] == ["unknown_sku"]


@pytest.mark.parametrize(
    "change",
    [
        {"lines": []},
        {"occurred_at": "yesterday"},
        {"occurred_at": "2026-11-21T12:00:00"},
        {"external_id": ""},
        {"lines": [{"sku": "W-0001", "quantity": 0}]},
        {"lines": [{"sku": "W-0001", "quantity": 1, "price": {"value": "12,00", "currency": "RUB"}}]},
    ],
)
async def test_an_invalid_sale_is_a_problem_document(
    api: httpx.AsyncClient, clock: MovableClock, change: dict[str, object]
) -> None:
    answer = await api.post("/api/v1/sales", json=_sale("W-0001", clock) | change)
    assert answer.status_code == 422
    assert answer.headers["content-type"] == "application/problem+json"


async def _fed(api: httpx.AsyncClient, cursor: str, wanted: set[str]) -> tuple[list[dict[str, Any]], str]:
    """Page by page until exactly these SKUs have come: on PostgreSQL any open transaction delays the feed a little."""
    items: list[dict[str, Any]] = []
    async with asyncio.timeout(20):
        while {item["sku"] for item in items} != wanted:
            page = (await api.get("/api/v1/stock", params={"limit": 2} | ({"since": cursor} if cursor else {}))).json()
            assert len(page["items"]) <= 2
            items, cursor = [*items, *page["items"]], page["cursor"]
            await asyncio.sleep(0 if page["more"] else 0.05)
    return items, cursor


async def test_the_feed_tells_each_change_after_its_cursor(
    api: httpx.AsyncClient, shop: Shop, clock: MovableClock
) -> None:
    seller = await someone(shop)
    works = [await a_work(shop, seller, pieces=3) for _ in range(5)]
    first, cursor = await _fed(api, "", {sku for _, _, sku in works})
    assert len(first) >= 5
    clock.move(timedelta(seconds=1))
    await shop.shelves.count(works[2][2], 9, seller, "a count")
    await shop.listing.change(works[3][0], price_minor=500)
    items, cursor = await _fed(api, cursor, {works[2][2], works[3][2]})
    assert {item["sku"]: item["price"]["value"] for item in items}[works[3][2]] == "5.00"
    assert (await api.get("/api/v1/stock", params={"since": cursor})).json()["items"] == []
    assert (await api.get("/api/v1/stock", params={"since": "rubbish"})).status_code == 410
    assert (await api.get("/api/v1/stock", params={"since": "999999999999.1.1"})).status_code == 410


async def test_one_sku_has_an_etag(api: httpx.AsyncClient, shop: Shop) -> None:
    _, _, sku = await a_work(shop, await someone(shop))
    first = await api.get(f"/api/v1/stock/{sku}")
    again = await api.get(f"/api/v1/stock/{sku}", headers={"If-None-Match": first.headers["etag"]})
    assert (first.status_code, again.status_code) == (200, 304)
    assert (await api.get("/api/v1/stock/NOPE")).status_code == 404


async def test_the_doors_of_telegram_and_the_payment_provider_are_shut_to_strangers(api: httpx.AsyncClient) -> None:
    assert (await api.post("/telegram/webhook", content=b"{}")).status_code == 404
    assert (await api.post("/yookassa/wrong", content=b"{}")).status_code == 404
    assert (await api.post("/yookassa/" + "p" * 20, content=b"not json")).status_code == 200
    assert (await api.post("/yookassa/" + "p" * 20, content=b"x" * 70_000)).status_code == 413
    assert (await api.get("/healthz")).status_code == 200
    assert (await api.get("/readyz")).json() == {"database": True}


async def test_who_only_reads_is_answered_even_when_nothing_can_be_written(
    api: httpx.AsyncClient, shop: Shop, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def locked(*_: object) -> None:
        raise OSError("the database is locked")

    _, _, sku = await a_work(shop, await someone(shop))
    monkeypatch.setattr("bot.shop.channels.writes.note_seen", locked)
    assert (await api.get(f"/api/v1/stock/{sku}")).status_code == 200
