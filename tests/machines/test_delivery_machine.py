"""Is every order that travels explained, whatever buyers, sellers, other channels and the clock do, in any order?"""

import os
import random
from collections import Counter
from collections.abc import Awaitable, Callable
from contextlib import suppress
from datetime import timedelta

import pytest
from sqlalchemy import URL

from bot.basics.clock import MovableClock
from bot.basics.errors import ShopError
from bot.basics.ids import CustomerId, DeliveryWayId, VariantId
from bot.shop.delivery.values import DeliveryState, NewWay, WayKind
from bot.shop.orders.rules import OPEN
from bot.shop.orders.values import OrderState, OrderView, PayWay
from bot.shop.stock.values import Wanted
from bot.storage.database import Database
from tests.conftest import NOON
from tests.support.benches import Bench, open_bench
from tests.support.shops import someone

FULL = bool(os.environ.get("VERNISSAGE_FULL"))
SEEDS, LONG = (range(20), 5_000) if FULL else (range(2), 120)
D, S = DeliveryState, OrderState
GOES_WITH = {
    S.DRAFT: {D.CHOSEN},
    S.AWAITING_PAYMENT: {D.ASKED, D.QUOTED, D.AGREED},
    S.ACCEPTED: {D.AGREED},
    S.IN_WORK: {D.AGREED},
    S.READY: {D.SENT},
    S.HANDED_OVER: {D.RECEIVED},
    S.CANCELLED: set(D),
    S.EXPIRED: {D.CHOSEN, D.ASKED, D.QUOTED, D.AGREED},
}
"""How far an order and its delivery may be at the same time."""


class Story:
    """A few people, two works, a courier at a fixed price and a carrier whose price is told later."""

    def __init__(self, bench: Bench, chance: random.Random) -> None:
        self.bench, self.chance, self.steps = bench, chance, 0
        self.people: list[CustomerId] = []
        self.variants: list[VariantId] = []
        self.skus: list[str] = []
        self.ways: list[DeliveryWayId] = []

    async def open(self) -> None:
        shop = self.bench.shop
        self.people = [await someone(shop) for _ in range(4)]
        self.variants = [await self.bench.work(pieces) for pieces in (1, 3)]
        cards = await shop.catalogue.lines(self.variants, "ru")
        self.skus = [cards[variant].sku for variant in self.variants]
        self.ways = [
            await shop.deliveries.add(WayKind.COURIER, NewWay("Курьер", 50_000)),
            await shop.deliveries.add(WayKind.POST, NewWay("Почта", None)),
        ]
        await shop.deliveries.pay_on_receipt(self.ways[0], allowed=True)

    async def one(self, *states: OrderState) -> OrderView | None:
        rows = await self.bench.shop.orders.board(states, limit=50)
        return await self.bench.shop.orders.get(self.chance.choice(rows).id) if rows else None

    # -- what may happen -------------------------------------------------------------------------------------------

    async def buy(self) -> None:
        who, what = self.chance.choice(self.people), self.chance.choice(self.variants)
        await self.bench.shop.checkout.start(who, "ru", [Wanted(what, 1)])

    async def choose(self) -> None:
        order = await self.one(S.DRAFT)
        if order:
            await self.bench.shop.shipping.choose(order.id, order.customer, self.chance.choice(self.ways))
            await self.bench.shop.shipping.give_address(order.id, order.customer, "Москва, Мясницкая, 5")
            await self.bench.shop.checkout.give_phone(order.id, order.customer, "+79123456789")

    async def collect_after_all(self) -> None:
        order = await self.one(S.DRAFT)
        if order:
            place = (await self.bench.shop.pickup.places())[0]
            await self.bench.shop.checkout.choose_place(order.id, order.customer, place.id)

    async def ask(self) -> None:
        order = await self.one(S.DRAFT)
        if order:
            await self.bench.shop.shipping.ask(order.id, order.customer, None)

    async def quote(self) -> None:
        order = await self.one(S.AWAITING_PAYMENT, S.CANCELLED, S.EXPIRED)
        if order and order.delivery:
            seen = order.delivery.version - self.chance.choice([0, 0, 0, 1])
            await self.bench.shop.shipping.quote(order.id, self.chance.choice([0, 85_000, 90_000]), "", seen)

    async def refuse(self) -> None:
        order = await self.one(S.AWAITING_PAYMENT)
        if order and self.chance.random() < 0.3:
            await self.bench.shop.shipping.refuse(order.id, self.bench.seller)

    async def accept(self) -> None:
        order = await self.one(S.AWAITING_PAYMENT, S.ACCEPTED, S.EXPIRED)
        if order and order.delivery:
            seen = order.delivery.version - self.chance.choice([0, 0, 0, 1])
            way = self.chance.choice(list(PayWay))
            await self.bench.shop.shipping.accept(order.id, order.customer, seen, way, None)

    async def confirm(self) -> None:
        order = await self.one(S.DRAFT, S.AWAITING_PAYMENT)
        if order:
            await self.bench.shop.checkout.confirm(order.id, order.customer, self.chance.choice(list(PayWay)), None)

    async def decline(self) -> None:
        order = await self.one(S.DRAFT, S.AWAITING_PAYMENT)
        if order and self.chance.random() < 0.4:
            await self.bench.shop.checkout.cancel(order.id, order.customer)

    async def pay(self) -> None:
        await self.bench.outbox()
        pending = [row["id"] for row in self.bench.yookassa.payments() if row["status"] == "pending"]
        if pending:
            payment = str(self.chance.choice(pending))
            with suppress(Exception):  # it may have run out a moment ago
                self.bench.yookassa.pay(payment)
                await self.bench.shop.payments.note(payment, "payment.succeeded")

    async def send(self) -> None:
        order = await self.one(*OPEN)
        if order:
            await self.bench.shop.parcels.send(order.id, self.bench.seller, self.chance.choice(["", "RA1", "RA2"]))

    async def take_back(self) -> None:
        order = await self.one(S.READY)
        if order:
            await self.bench.shop.parcels.take_back(order.id, self.bench.seller)

    async def collect_instead(self) -> None:
        order = await self.one(S.AWAITING_PAYMENT)
        if order:
            await self.bench.shop.checkout.start(order.customer, "ru", instead=order.id)

    async def ready(self) -> None:
        order = await self.one(S.ACCEPTED, S.IN_WORK)
        if order:
            await self.bench.shop.fulfilment.ready(order.id, self.bench.seller)

    async def receive(self) -> None:
        order = await self.one(S.READY, S.HANDED_OVER)
        if order:
            await self.bench.shop.parcels.receive(order.id, order.customer)

    async def hand_over(self) -> None:
        order = await self.one(S.READY, S.ACCEPTED)
        if order:
            await self.bench.shop.fulfilment.hand_over(order.id, self.bench.seller, "cash")

    async def cancel(self) -> None:
        order = await self.one(*OPEN)
        if order and self.chance.random() < 0.3:
            await self.bench.shop.fulfilment.cancel(order.id, order.customer)

    async def refund(self) -> None:
        order = await self.one(*OPEN, S.HANDED_OVER, S.CANCELLED)
        if order and self.chance.random() < 0.4:
            whole = self.chance.random() < 0.5
            await self.bench.shop.fulfilment.refund(order.id, self.bench.seller, whole=whole)

    async def sold_elsewhere(self) -> None:
        if self.chance.random() < 0.3:
            sku = self.chance.choice(self.skus)
            await self.bench.shop.channels.sold_by_hand(sku, 1, None, self.bench.seller, f"n{self.steps}")

    async def restock(self) -> None:
        nth = self.chance.randrange(2)
        await self.bench.shop.shelves.count(self.skus[nth], (2, 4)[nth], self.bench.seller, f"n{self.steps}")

    async def time_passes(self) -> None:
        self.bench.clock.move(timedelta(minutes=self.chance.choice([1, 10, 60, 600, 1_500])))
        await self.bench.shop.checkout.sweep()
        await self.bench.reconcile()

    async def jobs(self) -> None:
        await self.bench.outbox()

    # -- what must hold --------------------------------------------------------------------------------------------

    async def step(self) -> str:
        self.steps += 1
        happenings: list[Callable[[], Awaitable[None]]] = [
            self.buy, self.buy, self.choose, self.choose, self.collect_after_all, self.ask, self.ask, self.quote,
            self.quote, self.refuse, self.accept, self.accept, self.confirm, self.decline, self.pay, self.pay,
            self.send, self.ready, self.receive, self.hand_over, self.cancel, self.refund, self.sold_elsewhere,
            self.restock, self.time_passes, self.jobs, self.take_back, self.collect_instead,
        ]  # fmt: skip
        chosen = self.chance.choice(happenings)
        with suppress(ShopError):
            await chosen()
        await self.holds(chosen.__name__)
        return chosen.__name__

    async def holds(self, after: str) -> None:
        shop = self.bench.shop
        assert await shop.stock.differences() == [], after
        if self.steps % 5:
            return
        assert await shop.payments.differences() == [], after
        for row in await shop.orders.board(list(OrderState), limit=1_000):
            order = await shop.orders.get(row.id)
            works = sum(line.price_minor * line.quantity for line in order.lines)
            extra = order.delivery.counted_minor if order.delivery else 0
            assert order.total.minor == works + extra + (order.wrap_minor or 0), (after, order)
            if order.delivery:
                assert order.delivery.state in GOES_WITH[order.state], (after, order.state, order.delivery)


@pytest.mark.timeout(3600)
@pytest.mark.parametrize("seed", SEEDS)
async def test_whatever_happens_every_order_that_travels_is_explained(seed: int, database_url: URL) -> None:
    clock = MovableClock(frozen_at=NOON)
    database = Database(database_url, clock)
    try:
        story = Story(await open_bench(database, clock), random.Random(seed))
        await story.open()
        for _ in range(LONG):
            await story.step()
        await story.bench.later(timedelta(days=3), step=timedelta(hours=6))
        await story.bench.outbox()
        story.steps = 0
        await story.holds("the end")
        for row in await story.bench.shop.orders.board([S.AWAITING_PAYMENT], limit=100):
            assert row.delivery not in (D.ASKED, D.QUOTED), "somebody is still waited for"
        told = Counter(
            (what, payload["order"], payload.get("version"), payload.get("trip"))
            for _, what, payload in story.bench.told
            if what in ("quoted", "delivery_refused", "sent", "handed_over", "received", "quote_over", "quote_asked")
        )
        assert [each for each, times in told.items() if times > 1] == []
    finally:
        await database.close()
