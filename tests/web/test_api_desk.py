"""Do channels count, correct, hold, sell and read as their contract says?"""

import asyncio
from collections.abc import AsyncIterator
from datetime import datetime, timedelta
from typing import Any

import httpx
import pytest

from bot.basics.clock import MovableClock
from bot.shop.channels.values import ChannelKind
from bot.shop.orders.values import PayWay
from bot.shop.pickup.values import NewPlace
from bot.shop.shop import Shop
from bot.shop.stock.values import Wanted
from bot.storage.database import Database
from bot.web.api_v1.keys import Pace
from bot.web.api_v1.problems import TooMany
from bot.web.app import Doors, build_app
from tests.support.shops import a_work, someone


async def _no_payment(_id: str, _event: str) -> bool:
    return False


async def _ready() -> dict[str, bool]:
    return {"database": True}


@pytest.fixture
async def api(shop: Shop, clock: MovableClock) -> AsyncIterator[httpx.AsyncClient]:
    """A channel with its key."""
    doors = Doors(None, "w" * 20, _no_payment, "p" * 20, _ready, shop, clock, "https://shop.example.org")
    keys = await shop.register.add("site", ChannelKind.WEBSITE)
    transport = httpx.ASGITransport(build_app(doors))
    headers = {"Authorization": f"Bearer {keys.key}"}
    async with httpx.AsyncClient(transport=transport, base_url="http://shop", headers=headers) as client:
        yield client


async def _hold(
    api: httpx.AsyncClient, sku: str, key: str = "k", quantity: int = 1, ttl_s: int = 900
) -> httpx.Response:
    body = {"sku": sku, "quantity": quantity, "ttl_s": ttl_s, "reference": "cart-7"}
    return await api.post("/api/v1/reservations", json=body, headers={"Idempotency-Key": key})


async def _number(api: httpx.AsyncClient, sku: str) -> dict[str, Any]:
    found: dict[str, Any] = (await api.get(f"/api/v1/stock/{sku}")).json()
    return found


def _change(sku: str, at: datetime, kind: str, quantity: int, cause: str = "c1", **more: Any) -> dict[str, Any]:
    row = {"cause": cause, "sku": sku, "type": kind, "quantity": quantity, "occurred_at": at.isoformat(), **more}
    return {"changes": [row]}


# -- counts


async def test_a_count_is_set_only_over_the_number_that_was_expected(api: httpx.AsyncClient, shop: Shop) -> None:
    _, _, sku = await a_work(shop, await someone(shop), pieces=5)
    stale = await api.put(f"/api/v1/stock/{sku}", json={"on_hand": 9, "change_from": 4})
    assert (stale.status_code, stale.json()["current"]["on_hand"]) == (409, 5)
    done = await api.put(f"/api/v1/stock/{sku}", json={"on_hand": 9, "change_from": 5})
    assert (done.status_code, done.json()["on_hand"], done.json()["location"]) == (200, 9, "studio")
    assert (await api.put(f"/api/v1/stock/{sku}", json={"on_hand": 2, "change_from": None})).json()["on_hand"] == 2
    assert (await api.put(f"/api/v1/stock/{sku}", json={"on_hand": 2})).status_code == 422
    assert (await api.put("/api/v1/stock/NOPE", json={"on_hand": 2, "change_from": None})).status_code == 404
    assert await shop.stock.differences() == []


async def test_a_count_repeated_under_its_key_changes_nothing_and_another_one_is_refused(
    api: httpx.AsyncClient, shop: Shop
) -> None:
    _, _, sku = await a_work(shop, await someone(shop), pieces=5)
    key = {"Idempotency-Key": "count-1"}
    first = await api.put(f"/api/v1/stock/{sku}", json={"on_hand": 7, "change_from": 5}, headers=key)
    await api.put(f"/api/v1/stock/{sku}", json={"on_hand": 3, "change_from": 7})
    again = await api.put(f"/api/v1/stock/{sku}", json={"on_hand": 7, "change_from": 5}, headers=key)
    other = await api.put(f"/api/v1/stock/{sku}", json={"on_hand": 8, "change_from": 5}, headers=key)
    assert (first.status_code, again.status_code, other.status_code) == (200, 200, 409)
    assert (await _number(api, sku))["on_hand"] == 3


async def test_with_pieces_in_two_places_the_place_must_be_named(api: httpx.AsyncClient, shop: Shop) -> None:
    _, _, sku = await a_work(shop, await someone(shop), pieces=5)
    await shop.pickup.add(NewPlace("Галерея", "gallery", "Арбат, 1", ""))
    gallery = next(place.code for place in await shop.pickup.places() if place.kind == "gallery")
    there = await api.put(f"/api/v1/stock/{sku}", json={"on_hand": 2, "change_from": 0, "location": gallery})
    assert (there.status_code, there.json()["location"]) == (200, gallery)
    assert (await api.put(f"/api/v1/stock/{sku}", json={"on_hand": 1, "change_from": 5})).status_code == 422
    unknown = {"on_hand": 1, "change_from": 5, "location": "moon"}
    assert (await api.put(f"/api/v1/stock/{sku}", json=unknown)).status_code == 422
    assert (await _number(api, sku))["on_hand"] == 7


async def test_two_counts_from_one_number_at_once_are_one(api: httpx.AsyncClient, shop: Shop) -> None:
    _, _, sku = await a_work(shop, await someone(shop), pieces=5)
    answers = await asyncio.gather(
        *(api.put(f"/api/v1/stock/{sku}", json={"on_hand": 10 + n, "change_from": 5}) for n in range(8))
    )
    assert sorted(answer.status_code for answer in answers) == [200, *[409] * 7]


# -- what happened there, at its own time


async def test_what_is_told_late_lands_before_the_count_that_has_seen_it(
    api: httpx.AsyncClient, shop: Shop, clock: MovableClock
) -> None:
    seller = await someone(shop)
    _, _, sku = await a_work(shop, seller, pieces=5)
    clock.move(timedelta(hours=1))
    before = clock.now()
    clock.move(timedelta(hours=1))
    await shop.shelves.count(sku, 4, seller, "looked")
    clock.move(timedelta(hours=1))
    after = clock.now()
    clock.move(timedelta(hours=1))
    late = await api.post("/api/v1/stock/changes", json=_change(sku, before, "sale", 1, "a"))
    assert late.json()["results"] == [{"cause": "a", "status": "applied", "detail": None, "conflicts": []}]
    assert (await _number(api, sku))["on_hand"] == 4
    await api.post("/api/v1/stock/changes", json=_change(sku, after, "sale", 1, "b"))
    assert (await _number(api, sku))["on_hand"] == 3
    # a count from in between: the sale after it is taken off again
    middle = after - timedelta(minutes=10)
    await api.post("/api/v1/stock/changes", json=_change(sku, middle, "count", 10, "c"))
    assert (await _number(api, sku))["on_hand"] == 9
    # an older count than one that is known says nothing any more
    await api.post("/api/v1/stock/changes", json=_change(sku, before, "count", 99, "d"))
    assert (await _number(api, sku))["on_hand"] == 9
    assert await shop.stock.differences() == []


async def test_a_sale_from_before_the_work_was_put_up_still_takes_its_piece(
    api: httpx.AsyncClient, shop: Shop, clock: MovableClock
) -> None:
    _, _, sku = await a_work(shop, await someone(shop))
    earlier = clock.now() - timedelta(days=1)
    await api.post("/api/v1/stock/changes", json=_change(sku, earlier, "sale", 1))
    assert (await _number(api, sku))["available"] == 0


async def test_each_row_has_its_own_answer_and_each_cause_counts_once(
    api: httpx.AsyncClient, shop: Shop, clock: MovableClock
) -> None:
    _, _, sku = await a_work(shop, await someone(shop), pieces=5)
    now = clock.now()
    rows = [
        _change(sku, now, "adjust", -2, "minus")["changes"][0],
        _change(sku, now, "adjust", -9, "too many")["changes"][0],
        _change("NOPE", now, "adjust", 1, "unknown")["changes"][0],
        _change(sku, now, "return", 1, "back")["changes"][0],
        _change(sku, now, "sale", 0, "none")["changes"][0],
        _change(sku, now, "adjust", -2, "minus")["changes"][0],
        _change(sku, now, "adjust", -1, "minus")["changes"][0],
    ]
    answer = await api.post("/api/v1/stock/changes", json={"changes": rows})
    assert [each["status"] for each in answer.json()["results"]] == [
        "applied", "refused", "refused", "applied", "refused", "repeated", "refused",
    ]  # fmt: skip
    number = await _number(api, sku)
    # what came back is there, but waits for the seller
    assert (number["on_hand"], number["available"]) == (4, 3)
    assert (await api.post("/api/v1/stock/changes", json={"changes": rows * 20})).status_code == 422
    assert await shop.stock.differences() == []


# -- holds


async def test_a_hold_draws_on_the_one_stock_and_is_sold_by_its_commit(
    api: httpx.AsyncClient, shop: Shop, clock: MovableClock
) -> None:
    buyer = await someone(shop)
    _, variant, sku = await a_work(shop, await someone(shop))
    held = await _hold(api, sku)
    assert held.status_code == 201
    assert datetime.fromisoformat(held.json()["expires_at"]) == clock.now() + timedelta(seconds=900)
    assert (await shop.stock.availability([variant]))[variant].available == 0
    assert (await _hold(api, sku)).json() == held.json()
    assert (await _hold(api, sku, quantity=2)).status_code == 409
    assert (await _hold(api, sku, "other")).status_code == 409
    number = held.json()["id"]
    for _ in range(2):
        done = await api.post(f"/api/v1/reservations/{number}/commit")
        assert (done.status_code, done.json()["committed"]) == (200, True)
    assert (await _number(api, sku))["on_hand"] == 0
    assert (await api.delete(f"/api/v1/reservations/{number}")).status_code == 409
    assert await shop.stock.differences() == []
    with pytest.raises(Exception, match="available"):
        await shop.checkout.start(buyer, "ru", [Wanted(variant, 1)])


async def test_a_hold_that_is_let_go_or_runs_out_frees_its_piece(
    api: httpx.AsyncClient, shop: Shop, clock: MovableClock
) -> None:
    _, _, sku = await a_work(shop, await someone(shop))
    first = (await _hold(api, sku)).json()["id"]
    for _ in range(2):
        assert (await api.delete(f"/api/v1/reservations/{first}")).status_code == 204
    second = (await _hold(api, sku, "k2", ttl_s=60)).json()["id"]
    clock.move(timedelta(seconds=61))
    third = await _hold(api, sku, "k3")
    assert third.status_code == 201
    assert (await api.post(f"/api/v1/reservations/{second}/commit")).status_code == 409
    await api.delete(f"/api/v1/reservations/{third.json()['id']}")
    # nobody else has taken it: paid late is paid all the same
    assert (await api.post(f"/api/v1/reservations/{second}/commit")).status_code == 200
    assert await shop.stock.differences() == []


async def test_a_hold_needs_its_key_and_belongs_to_its_channel(api: httpx.AsyncClient, shop: Shop) -> None:
    _, _, sku = await a_work(shop, await someone(shop))
    body = {"sku": sku, "quantity": 1, "ttl_s": 900, "reference": "r"}
    assert (await api.post("/api/v1/reservations", json=body)).status_code == 400
    too_long = await api.post("/api/v1/reservations", json=body | {"ttl_s": 3601}, headers={"Idempotency-Key": "k"})
    assert too_long.status_code == 422
    held = (await _hold(api, sku)).json()["id"]
    stranger = {"Authorization": f"Bearer {(await shop.register.add('other', ChannelKind.SHOP)).key}"}
    assert (await api.delete(f"/api/v1/reservations/{held}", headers=stranger)).status_code == 404
    assert (await api.post(f"/api/v1/reservations/{held}/commit", headers=stranger)).status_code == 404


async def test_twenty_customers_of_two_places_share_three_pieces(api: httpx.AsyncClient, shop: Shop) -> None:
    _, variant, sku = await a_work(shop, await someone(shop), pieces=3)
    buyers = [await someone(shop) for _ in range(10)]

    async def here(number: int) -> bool:
        try:
            await shop.checkout.start(buyers[number], "ru", [Wanted(variant, 1)])
        except Exception:  # noqa: BLE001 (sold out: the number of those is what is counted)
            return False
        return True

    async def there(number: int) -> bool:
        return (await _hold(api, sku, f"k{number}")).status_code == 201

    got = await asyncio.gather(*(here(number) for number in range(10)), *(there(number) for number in range(10)))
    assert sum(got) == 3
    assert await shop.stock.differences() == []


# -- sales


async def test_a_sale_cancelled_there_waits_for_the_seller_to_look(
    api: httpx.AsyncClient, shop: Shop, clock: MovableClock
) -> None:
    seller = await someone(shop)
    _, variant, sku = await a_work(shop, seller, pieces=2)
    sale = {"external_id": "1/2", "occurred_at": clock.now().isoformat(), "lines": [{"sku": sku, "quantity": 2}]}
    await api.post("/api/v1/sales", json=sale | {"external_id": "s1"})
    for _ in range(2):
        answer = await api.post("/api/v1/sales/s1/cancel")
        assert (answer.status_code, answer.json()["cancelled"]) == (200, True)
    number = await _number(api, sku)
    assert (number["on_hand"], number["available"]) == (2, 0)
    assert await shop.channels.put_for_sale(variant, seller, "tap") == 2
    assert (await _number(api, sku))["available"] == 2
    assert (await api.post("/api/v1/sales/nope/cancel")).status_code == 404
    assert await shop.stock.differences() == []


# -- catalogue and orders


async def test_works_are_read_page_by_page_with_their_pictures(api: httpx.AsyncClient, shop: Shop) -> None:
    seller = await someone(shop)
    skus = [(await a_work(shop, seller, title=f"Работа {number}"))[2] for number in range(5)]
    read: list[dict[str, Any]] = []
    cursor = ""
    while True:
        page = (await api.get("/api/v1/products", params={"limit": 2} | ({"cursor": cursor} if cursor else {}))).json()
        read, cursor = [*read, *page["items"]], page["cursor"]
        if not page["more"]:
            break
    assert [work["sku"] for work in read] == skus
    one = (await api.get(f"/api/v1/products/{skus[0]}")).json()
    assert one["texts"]["ru"]["title"] == "Работа 0"
    assert (one["price"], one["listed"]) == ({"value": "12000.00", "currency": "RUB"}, 1)
    address = one["photos"][0]["url"]
    assert address.startswith("https://shop.example.org/photos/")
    picture = await api.get(address.removeprefix("https://shop.example.org"))
    assert (picture.status_code, picture.headers["content-type"]) == (200, "image/jpeg")
    assert (await api.get("/photos/" + "0" * 64 + ".jpg")).status_code == 404
    assert (await api.get("/api/v1/products/NOPE")).status_code == 404


async def test_orders_are_told_without_names_unless_the_key_may_read_them(
    api: httpx.AsyncClient, shop: Shop, database: Database
) -> None:
    buyer = await someone(shop, "Мария Кюри")
    _, variant, _ = await a_work(shop, await someone(shop))
    held = await shop.checkout.start(buyer, "ru", [Wanted(variant, 1)])
    empty = (await api.get("/api/v1/orders")).json()
    assert empty["items"] == []
    await shop.checkout.confirm(held.order.id, buyer, PayWay.AT_PICKUP, None)
    page = await _orders(api, empty["cursor"])
    assert [(each["number"], each["state"]) for each in page["items"]] == [(held.order.number, "accepted")]
    assert "Мария" not in str(page)
    assert (await api.get("/api/v1/orders", params={"since": page["cursor"]})).json()["items"] == []
    async with database.transaction() as session:
        from bot.shop.channels.tables import Channel

        await session.execute(Channel.__table__.update().values(personal_data=True))  # type: ignore[attr-defined]
    assert (await _orders(api, ""))["items"][0]["buyer"]["name"] == "Мария Кюри"


async def _orders(api: httpx.AsyncClient, since: str) -> dict[str, Any]:
    """Once something has come: on PostgreSQL any open transaction delays the feed a little."""
    async with asyncio.timeout(20):
        while True:
            page: dict[str, Any] = (await api.get("/api/v1/orders", params={"since": since} if since else {})).json()
            if page["items"]:
                return page
            await asyncio.sleep(0.05)


# -- limits


def test_a_channel_that_asks_too_often_is_told_when_to_come_back() -> None:
    moment = [0.0]
    pace = Pace(lambda: moment[0])
    for _ in range(120):
        pace.take(1)
    with pytest.raises(TooMany) as refusal:
        pace.take(1)
    assert (refusal.value.status, refusal.value.after_s) == (429, 1)
    pace.take(2)
    moment[0] += 1.0
    pace.take(1)


async def test_a_body_beyond_the_limit_is_not_read(api: httpx.AsyncClient) -> None:
    async def endless() -> AsyncIterator[bytes]:
        for _ in range(40):
            yield b" " * 65536

    answer = await api.post("/api/v1/sales", content=endless(), headers={"Content-Type": "application/json"})
    assert answer.status_code == 413


async def test_the_document_names_every_refusal_as_a_problem(api: httpx.AsyncClient) -> None:
    document = (await api.get("/openapi.json")).json()
    assert document["openapi"].startswith("3.1")
    calls = {path: methods for path, methods in document["paths"].items() if path.startswith("/api/")}
    assert len(calls) == 11
    for methods in calls.values():
        for call in methods.values():
            for status, answer in call["responses"].items():
                if status >= "400":
                    assert list(answer["content"]) == ["application/problem+json"], (call["summary"], status)
