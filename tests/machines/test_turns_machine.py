"""Does the line stay fair and every piece explained, whatever people, sellers and clock do, in any order?"""

import os
import random
from collections import Counter
from collections.abc import Awaitable, Callable
from contextlib import suppress
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import URL, text

from bot.basics.clock import MovableClock
from bot.basics.errors import ShopError
from bot.basics.ids import CustomerId, VariantId
from bot.shop.orders.values import OrderState, PayWay
from bot.shop.stock.values import Wanted
from bot.storage.database import Database
from tests.conftest import NOON
from tests.support.benches import Bench, open_bench
from tests.support.shops import someone

FULL = bool(os.environ.get("VERNISSAGE_FULL"))
SEEDS, LONG = (range(20), 5_000) if FULL else (range(2), 150)
PEOPLE, WORKS = 6, 3
"""The first two works are one of a kind, of the third there are several."""
CHECKOUT = (OrderState.DRAFT, OrderState.AWAITING_PAYMENT)
_LINE = (
    "SELECT t.variant_id, t.id, t.state, t.rank, t.asked_at, t.wave, c.blocked_at FROM waiting_turn t"
    " JOIN customer c ON c.id = t.customer_id"
)


class Story:
    """A small shop and a few people who want the same things."""

    def __init__(self, bench: Bench, chance: random.Random) -> None:
        self.bench, self.chance, self.steps = bench, chance, 0
        self.people: list[CustomerId] = []
        self.variants: list[VariantId] = []
        self.skus: list[str] = []

    async def open(self) -> None:
        shop = self.bench.shop
        self.people = [await someone(shop) for _ in range(PEOPLE)]
        self.variants = [await self.bench.work(pieces) for pieces in (1, 1, 2)]
        cards = await shop.catalogue.lines(self.variants, "ru")
        self.skus = [cards[variant].sku for variant in self.variants]

    # -- what may happen -------------------------------------------------------------------------------------------

    @property
    def who(self) -> CustomerId:
        return self.chance.choice(self.people)

    @property
    def what(self) -> VariantId:
        return self.chance.choice(self.variants)

    async def ask_or_leave(self) -> None:
        await self.bench.shop.waiting.toggle(self.who, self.what)

    async def quit(self) -> None:
        await self.bench.shop.waiting.quit(self.who, self.what)

    async def buy(self) -> None:
        await self.bench.shop.checkout.start(self.who, "ru", [Wanted(self.what, 1)])

    async def holder_buys(self) -> None:
        """Whoever has it held is never blocked by his own hold."""
        held = await self.bench.rows("SELECT customer_id, variant_id FROM waiting_turn WHERE state = 'holding'")
        if not held:
            return
        customer, variant = self.chance.choice(held)
        reserved = await self.bench.rows(
            "SELECT count(*) FROM reservation WHERE state = 'held' AND order_id IS NULL AND customer_id = :customer",
            customer=customer,
        )
        free = (await self.bench.shop.stock.availability([variant]))[variant].available
        work = self.bench.shop.checkout.start(customer, "ru", [Wanted(variant, 1)])
        if reserved[0][0] and free >= 0:
            await work
        else:
            with suppress(ShopError):
                await work

    async def order_of(self, *states: OrderState) -> Any:
        rows = await self.bench.shop.orders.board(states, limit=50)
        return await self.bench.shop.orders.get(self.chance.choice(rows).id) if rows else None

    async def cancel_checkout(self) -> None:
        order = await self.order_of(*CHECKOUT)
        if order:
            await self.bench.shop.checkout.cancel(order.id, order.customer)

    async def confirm(self) -> None:
        order = await self.order_of(*CHECKOUT)
        if order:
            await self.bench.shop.checkout.confirm(order.id, order.customer, self.chance.choice(list(PayWay)), None)

    async def pay(self) -> None:
        pending = [row["id"] for row in self.bench.yookassa.payments() if row["status"] == "pending"]
        if pending:
            payment = str(self.chance.choice(pending))
            with suppress(Exception):  # it may have run out a moment ago
                self.bench.yookassa.pay(payment)
                await self.bench.shop.payments.note(payment, "payment.succeeded")

    async def cancel_order(self) -> None:
        order = await self.order_of(OrderState.ACCEPTED)
        if order:
            await self.bench.shop.fulfilment.cancel(order.id, order.customer)

    async def hand_over(self) -> None:
        order = await self.order_of(OrderState.ACCEPTED)
        if order:
            await self.bench.shop.fulfilment.hand_over(order.id, self.bench.seller, "cash")

    async def restock(self) -> None:
        nth = self.chance.randrange(WORKS)
        pieces = self.chance.choice([0, 1]) if nth < 2 else self.chance.choice([0, 1, 2, 3])
        await self.bench.shop.shelves.count(self.skus[nth], pieces, self.bench.seller, f"n{self.steps}")

    async def sold_elsewhere(self) -> None:
        sku = self.chance.choice(self.skus)
        await self.bench.shop.channels.sold_by_hand(sku, 1, None, self.bench.seller, f"n{self.steps}")

    async def set_aside(self) -> None:
        await self.bench.shop.channels.set_aside(self.chance.choice(self.skus), 1, self.bench.seller, f"n{self.steps}")

    async def blocks_or_returns(self) -> None:
        person = self.who
        if self.chance.random() < 0.5:
            await self.bench.shop.customers.note_blocked(person)
        else:
            known = await self.bench.shop.customers.get(person)
            await self.bench.shop.customers.recognise(known.platform_id, known.name, None, "ru")

    async def time_passes(self) -> None:
        self.bench.clock.move(timedelta(minutes=self.chance.choice([0, 1, 10, 16, 31, 70, 130, 600])))
        await self.bench.shop.checkout.sweep()
        await self.bench.shop.stock.release_overdue()

    async def jobs_run(self) -> None:
        with suppress(ShopError):
            await self.bench.reconcile()
        await self.bench.outbox()
        await self.in_order()

    async def messages_go_out(self) -> None:
        """Some of what was owed is looked at again at the moment of sending, perhaps much later, perhaps twice."""
        owed = [payload for _, what, payload in self.bench.told if what == "back"]
        for payload in self.chance.choices(owed, k=2) if owed else []:
            await self.bench.shop.waiting.back(payload["turn"], payload["wave"], "ru")

    # -- what always holds -----------------------------------------------------------------------------------------

    async def in_order(self) -> None:
        """After the jobs: nobody who can be reached stands behind a free piece that is one of a kind, and in each
        wave those who asked first were told first."""
        waiting = [row for row in await self.bench.rows(_LINE) if row[2] == "waiting" and row[6] is None]
        for variant in self.variants[:2]:
            free = (await self.bench.shop.stock.availability([variant]))[variant].available
            assert free <= 0 or not [row for row in waiting if row[0] == variant]

    async def always(self) -> None:
        bench = self.bench
        assert await bench.shop.stock.differences() == []
        assert await bench.shop.waiting.differences() == []
        turns = await bench.rows("SELECT customer_id, variant_id, state, until FROM waiting_turn")
        open_ = Counter((row[0], row[1]) for row in turns if row[2] in ("waiting", "holding"))
        assert max(open_.values(), default=1) == 1
        held = await bench.rows(
            "SELECT variant_id, count(*) FROM reservation WHERE state = 'held' AND cause LIKE 'turn:%' GROUP BY 1"
        )
        assert all(count == 1 and variant in self.variants[:2] for variant, count in held), held
        told = Counter((payload["turn"], payload["wave"]) for _, what, payload in bench.told if what == "back")
        assert max(told.values(), default=1) == 1, "one message per person, work and wave"


PLOT: dict[str, int] = {
    "ask_or_leave": 14,
    "quit": 2,
    "buy": 8,
    "holder_buys": 6,
    "cancel_checkout": 5,
    "confirm": 5,
    "pay": 3,
    "cancel_order": 4,
    "hand_over": 2,
    "restock": 12,
    "sold_elsewhere": 3,
    "set_aside": 1,
    "blocks_or_returns": 2,
    "time_passes": 8,
    "jobs_run": 14,
    "messages_go_out": 5,
}


async def tell(url: URL, seed: int) -> Story:
    database = Database(url, clock := MovableClock(frozen_at=NOON))
    try:
        bench = await open_bench(database, clock)
        story = Story(bench, random.Random(seed))
        await story.open()
        for step in range(LONG):
            story.steps = step
            (name,) = story.chance.choices(list(PLOT), list(PLOT.values()))
            happens: Callable[[], Awaitable[None]] = getattr(story, name)
            try:
                with suppress(*((ShopError,) if name != "holder_buys" else ())):
                    await happens()
                await story.always()
            except BaseException as trouble:
                trouble.add_note(f"seed {seed}, step {step}: {name}")
                raise
        for _ in range(4):
            await bench.later(timedelta(hours=26), step=timedelta(minutes=35))
        await story.always()
        await story.in_order()
        assert await bench.rows("SELECT id FROM waiting_turn WHERE state = 'holding'") == []
        assert len([1 for _, what, _ in bench.told if what == "back"]) > LONG // 50, "something has happened"
        return story
    finally:
        await database.close()


@pytest.mark.timeout(7200)
@pytest.mark.parametrize("seed", SEEDS)
async def test_a_long_random_story_of_turns_is_fair_and_explained_after_each_step(database_url: URL, seed: int) -> None:
    await tell(database_url, seed)


async def test_the_story_would_notice_a_piece_that_is_held_for_nobody(bench: Bench) -> None:
    """The negative control: a turn that ends without its hold."""
    story = Story(bench, random.Random(0))
    await story.open()
    await bench.shop.waiting.toggle(story.people[0], story.variants[0])
    await bench.outbox()
    await story.always()
    async with bench.database.transaction() as session:
        await session.execute(text("UPDATE waiting_turn SET state = 'left'"))
    with pytest.raises(AssertionError):
        await story.always()
