"""Does the shop stay right whatever buyers, sellers, provider and clock do, in any order?"""

import asyncio
import os
import random
import shutil
import tempfile
from collections import Counter
from collections.abc import Callable, Coroutine
from contextlib import suppress
from datetime import timedelta
from pathlib import Path
from typing import Any, TypeVar

import pytest
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as some
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)
from sqlalchemy import make_url

from bot.basics.clock import MovableClock
from bot.basics.errors import ShopError
from bot.basics.ids import CustomerId, VariantId
from bot.partners.pretend.yookassa.life import NotPayable
from bot.shop.conversations.values import Typed
from bot.shop.orders.values import OrderState, OrderView, PayWay
from bot.shop.payments.errors import GatewayRefused, GatewayUnreachable
from bot.shop.stock.values import Wanted
from bot.storage.database import Database
from tests.conftest import NOON
from tests.support.benches import Bench, open_bench
from tests.support.shops import someone

FULL = bool(os.environ.get("VERNISSAGE_FULL"))
RUNS, STEPS = (200, 1000) if FULL else (15, 50)
BUYERS, WORKS = 3, 3
T = TypeVar("T")
ONCE_AN_ORDER = {
    *("hold_reminder", "hold_ended", "sold_elsewhere", "sold_twice", "accepted", "paid", "new_order"),
    *("ready", "waiting", "handed_over", "called_off", "buyer_cancelled", "return_accepted", "return_declined"),
}
"""Messages that no order is worth twice."""
which = some.integers(min_value=0, max_value=50)


class ShopMachine(RuleBasedStateMachine):
    """A small shop, three buyers, three works, one provider: everything may happen at any time."""

    template: Path
    bench: Bench
    buyers: list[CustomerId]
    variants: list[VariantId]
    skus: list[str]

    def __init__(self) -> None:
        super().__init__()
        self.loop = asyncio.new_event_loop()
        self.folder = tempfile.TemporaryDirectory()
        path = Path(self.folder.name) / "shop.db"
        shutil.copy(self.template, path)
        self.clock = MovableClock(frozen_at=NOON)
        self.database = Database(make_url(f"sqlite+aiosqlite:///{path}"), self.clock)
        self.steps = 0

    def run(self, work: Coroutine[Any, Any, T]) -> T:
        return self.loop.run_until_complete(work)

    def tried(self, work: Coroutine[Any, Any, T]) -> T | None:
        """A refusal is an answer too."""
        with suppress(ShopError):
            return self.run(work)
        return None

    @initialize(pieces=some.lists(some.integers(min_value=1, max_value=3), min_size=WORKS, max_size=WORKS))
    def open(self, pieces: list[int]) -> None:
        async def opened() -> None:
            self.bench = await open_bench(self.database, self.clock)
            self.buyers = [await someone(self.bench.shop) for _ in range(BUYERS)]
            self.variants = [await self.bench.work(count, 10_000) for count in pieces]
            cards = await self.bench.shop.catalogue.lines(self.variants, "ru")
            self.skus = [cards[variant].sku for variant in self.variants]

        self.run(opened())

    def order(self, nth: int, *states: OrderState) -> OrderView | None:
        """One of the orders in these states."""
        rows = self.run(self.bench.shop.orders.board(states or tuple(OrderState), limit=100))
        return self.run(self.bench.shop.orders.get(rows[nth % len(rows)].id)) if rows else None

    @rule(buyer=which, variant=which, by=some.integers(min_value=-2, max_value=3))
    def fill_cart(self, buyer: int, variant: int, by: int) -> None:
        self.tried(self.bench.shop.cart.change(self.buyers[buyer % BUYERS], self.variants[variant % WORKS], by))

    @rule(buyer=which, variant=which, quantity=some.integers(min_value=1, max_value=2), cart=some.booleans())
    def start(self, buyer: int, variant: int, quantity: int, cart: bool) -> None:
        wanted = None if cart else [Wanted(self.variants[variant % WORKS], quantity)]
        self.tried(self.bench.shop.checkout.start(self.buyers[buyer % BUYERS], "ru", wanted))

    @rule(nth=which, way=some.sampled_from(list(PayWay)), twice=some.booleans())
    def confirm(self, nth: int, way: PayWay, twice: bool) -> None:
        order = self.order(nth, OrderState.DRAFT, OrderState.AWAITING_PAYMENT)
        for _ in range(1 + twice if order else 0):
            assert order is not None
            self.tried(self.bench.shop.checkout.confirm(order.id, order.customer, way, 7))

    @rule(
        buyer=which,
        variant=which,
        then=some.sampled_from(["pay", "pay", "wait", "cancel and pay", "lose it and pay"]),
        told=some.booleans(),
    )
    def buy(self, buyer: int, variant: int, then: str, told: bool) -> None:
        """The whole way at once, so that enough orders come as far as money."""
        shop, customer = self.bench.shop, self.buyers[buyer % BUYERS]
        view = self.tried(shop.checkout.start(customer, "ru", [Wanted(self.variants[variant % WORKS], 1)]))
        if view is None:
            return
        self.tried(shop.checkout.confirm(view.order.id, customer, PayWay.ONLINE, 7))
        self.run(self.bench.outbox())
        if then == "cancel and pay":
            self.tried(shop.checkout.cancel(view.order.id, customer))
        if then == "lose it and pay":
            self.sold_elsewhere(variant, 2)
        pending = [row for row in self.bench.yookassa.payments() if row["status"] == "pending"]
        if then != "wait" and pending and pending[-1]["metadata"]["order"] == view.order.number:
            self.bench.yookassa.pay(str(pending[-1]["id"]))
            if told:
                self.run(shop.payments.note(str(pending[-1]["id"]), "payment.succeeded"))
                self.run(self.bench.outbox())

    @rule(nth=which)
    def choose_place(self, nth: int) -> None:
        order = self.order(nth)
        if order:
            places = self.run(self.bench.shop.pickup.places())
            self.tried(self.bench.shop.checkout.choose_place(order.id, order.customer, places[0].id))

    @rule(nth=which)
    def cancel_checkout(self, nth: int) -> None:
        order = self.order(nth)
        if order:
            self.tried(self.bench.shop.checkout.cancel(order.id, order.customer))

    @rule(nth=which)
    def cancel_order(self, nth: int) -> None:
        order = self.order(nth, OrderState.ACCEPTED, OrderState.READY, OrderState.HANDED_OVER)
        if order:
            self.tried(self.bench.shop.fulfilment.cancel(order.id, order.customer))

    def payment(self, nth: int) -> str | None:
        pending = [row["id"] for row in self.bench.yookassa.payments() if row["status"] == "pending"]
        return str(pending[nth % len(pending)]) if pending else None

    @rule(nth=which, told=some.integers(min_value=0, max_value=3))
    def pay(self, nth: int, told: int) -> None:
        payment = self.payment(nth)
        if payment:
            with suppress(NotPayable):
                self.bench.yookassa.pay(payment)
            for _ in range(told):
                self.run(self.bench.shop.payments.note(payment, "payment.succeeded"))

    @rule(nth=which, told=some.booleans())
    def decline(self, nth: int, told: bool) -> None:
        payment = self.payment(nth)
        if payment:
            with suppress(NotPayable):
                self.bench.yookassa.decline(payment, final=True)
            if told:
                self.run(self.bench.shop.payments.note(payment, "payment.canceled"))

    @rule(nth=which)
    def tell_again(self, nth: int) -> None:
        payments = self.bench.yookassa.payments()
        if payments:
            self.run(self.bench.shop.payments.note(str(payments[nth % len(payments)]["id"]), "payment.succeeded"))

    @rule(kind=some.sampled_from(["500", "reset", "202", "400", "401"]), when=some.sampled_from(["before", "after"]))
    def go_wrong(self, kind: str, when: str) -> None:
        self.bench.yookassa.fail(kind, when="before" if kind in ("400", "401") else when, method="POST")

    @rule(down=some.booleans(), pending=some.booleans())
    def provider_changes(self, down: bool, pending: bool) -> None:
        self.bench.gateway.down = down
        self.bench.yookassa.refund_outcome = "pending" if pending else "succeeded"

    @rule(nth=which, succeeded=some.booleans())
    def bank_settles_refund(self, nth: int, succeeded: bool) -> None:
        pending = [row["id"] for row in self.bench.yookassa.refunds() if row["status"] == "pending"]
        if pending:
            self.bench.yookassa.settle_refund(str(pending[nth % len(pending)]), succeeded=succeeded)

    @rule(nth=which)
    def cabinet_refund(self, nth: int) -> None:
        paid = [row["id"] for row in self.bench.yookassa.payments() if row.get("refundable")]
        if paid:
            with suppress(Exception):  # what is promised already may not be given back twice
                self.bench.yookassa.cabinet_refund(str(paid[nth % len(paid)]))

    @rule(nth=which, what=some.sampled_from(["ready", "hand_over", "refund", "call_off", "keep_longer"]))
    def seller_acts(self, nth: int, what: str) -> None:
        stands = (OrderState.ACCEPTED, OrderState.IN_WORK, OrderState.READY, OrderState.HANDED_OVER)
        order, shop, seller = self.order(nth, *stands), self.bench.shop, self.bench.seller
        if order:
            work: dict[str, Coroutine[Any, Any, Any]] = {
                "ready": shop.fulfilment.ready(order.id, seller),
                "hand_over": shop.fulfilment.hand_over(order.id, seller, "cash"),
                "refund": shop.fulfilment.refund(order.id, seller),
                "call_off": shop.fulfilment.call_off(order.id, seller, "broken"),
                "keep_longer": shop.fulfilment.keep_longer(order.id, seller),
            }
            chosen = work.pop(what)
            for other in work.values():
                other.close()
            self.tried(chosen)

    @rule(nth=which)
    def hand_over(self, nth: int) -> None:
        order = self.order(nth, OrderState.ACCEPTED, OrderState.READY)
        if order:
            self.tried(self.bench.shop.fulfilment.hand_over(order.id, self.bench.seller, "cash"))

    @rule(nth=which, restock=some.booleans(), declined=some.booleans(), twice=some.booleans())
    def give_back(self, nth: int, restock: bool, declined: bool, twice: bool) -> None:
        order = self.order(nth, OrderState.HANDED_OVER)
        if order is None:
            return
        returns, seller = self.bench.shop.returns, self.bench.seller
        self.steps += 1
        self.tried(returns.ask(order.customer, order.id, Typed("Не подошла", None, None, 1, self.steps)))
        self.tried(returns.decline(order.id, seller, "Нет") if declined else returns.accept(order.id, seller, ""))
        for _ in range(1 + twice):
            self.tried(returns.receive(order.id, seller, restock=restock))

    @rule(nth=which, times=some.integers(min_value=1, max_value=2))
    def refund_that_the_bank_sends_back(self, nth: int, times: int) -> None:
        order = self.order(nth, OrderState.ACCEPTED, OrderState.READY, OrderState.HANDED_OVER, OrderState.CANCELLED)
        outcome, self.bench.yookassa.refund_outcome = self.bench.yookassa.refund_outcome, "canceled"
        for _ in range(times if order else 0):
            assert order is not None
            self.tried(self.bench.shop.fulfilment.refund(order.id, self.bench.seller))
            self.run(self.bench.outbox())
        self.bench.yookassa.refund_outcome = outcome

    @rule(variant=which, on_hand=some.integers(min_value=0, max_value=4))
    def count(self, variant: int, on_hand: int) -> None:
        self.steps += 1
        self.run(
            self.bench.shop.shelves.count(self.skus[variant % WORKS], on_hand, self.bench.seller, f"n{self.steps}")
        )

    @rule(variant=which, quantity=some.integers(min_value=1, max_value=2))
    def sold_elsewhere(self, variant: int, quantity: int) -> None:
        self.steps += 1
        sku, cause = self.skus[variant % WORKS], f"n{self.steps}"
        for _ in range(2):
            self.run(self.bench.shop.channels.sold_by_hand(sku, quantity, None, self.bench.seller, cause))

    @rule(nth=which, way=some.sampled_from(["more", "there", "here", "due"]), twice=some.booleans())
    def decide(self, nth: int, way: str, twice: bool) -> None:
        """A seller chooses who gets a piece that was sold here and elsewhere, or the deadline does."""
        shop = self.bench.shop.conflicts
        open_ = self.run(
            self.bench.rows("SELECT id FROM stock_conflict WHERE state = 'open' AND variant_id IS NOT NULL ORDER BY id")
        )
        if not open_:
            return
        conflict = int(open_[nth % len(open_)][0])
        case = self.run(shop.case(conflict, "ru"))
        for _ in range(1 + twice):
            if way == "more":
                self.tried(shop.have_more(conflict, 1, case.standing.mark, self.bench.seller))
            elif way == "there":
                self.tried(shop.cancel_there(conflict, case.standing.mark, self.bench.seller))
            elif way == "due":
                self.run(shop.fall_due(conflict))
            elif case.orders:
                order = case.orders[nth % len(case.orders)].order
                self.tried(shop.refund_here(conflict, order, self.bench.seller))

    @rule(variant=which)
    def set_aside(self, variant: int) -> None:
        self.steps += 1
        sku = self.skus[variant % WORKS]
        self.tried(self.bench.shop.channels.set_aside(sku, 24, self.bench.seller, f"n{self.steps}"))

    @rule(minutes=some.sampled_from([0, 1, 5, 16, 46, 66, 60 * 25]))
    def time_passes(self, minutes: int) -> None:
        self.clock.move(timedelta(minutes=minutes))
        self.run(self.bench.shop.checkout.sweep())
        self.run(self.bench.shop.stock.release_overdue())

    @rule()
    def jobs_run(self) -> None:
        with suppress(GatewayUnreachable, GatewayRefused):
            self.run(self.bench.reconcile())
        self.run(self.bench.outbox())

    @precondition(lambda self: hasattr(self, "bench"))
    @invariant()
    def every_number_is_explained(self) -> None:
        bench = self.bench
        assert self.run(bench.shop.stock.differences()) == []
        money = self.run(bench.shop.payments.differences())
        failed = {
            f"V-{1000 + row[0]}"
            for row in self.run(bench.rows("SELECT DISTINCT order_id FROM refund_attempt WHERE state = 'canceled'"))
        }
        # a refund that the bank has sent back is the one thing that only the seller can put right
        assert [each for each in money if each.order not in failed] == []
        handed = self.run(
            bench.rows("SELECT order_id, count(*) FROM order_event WHERE to_state = 'handed_over' GROUP BY order_id")
        )
        assert all(times == 1 for _, times in handed)
        keys = self.run(bench.rows("SELECT key, count(*) FROM outbox GROUP BY key HAVING count(*) > 1"))
        assert keys == []
        told = Counter((topic, what, payload["order"]) for topic, what, payload in bench.told if what in ONCE_AN_ORDER)
        assert max(told.values(), default=1) == 1
        drafts = self.run(
            bench.rows("SELECT customer_id FROM shop_order WHERE state = 'draft' GROUP BY 1 HAVING count(*) > 1")
        )
        assert drafts == []
        slots = self.run(bench.rows("SELECT count(*) FROM slot_booking WHERE taken < 0"))
        assert slots == [(0,)]

    def teardown(self) -> None:
        if hasattr(self, "bench"):
            self.settle_down()
        self.run(self.database.close())
        self.loop.close()
        self.folder.cleanup()

    def settle_down(self) -> None:
        """With the provider back and time to work, nothing is left on its way."""
        self.bench.gateway.down = False
        self.bench.yookassa.faults.clear()
        self.bench.yookassa.refund_outcome = "succeeded"
        for refund in self.bench.yookassa.refunds():
            if refund["status"] == "pending":
                self.bench.yookassa.settle_refund(str(refund["id"]))
        for payment in self.bench.yookassa.payments():
            # what was given back in the cabinet long after would be seen by itself, but only weeks later
            self.run(self.bench.shop.payments.note(str(payment["id"]), "refund.succeeded"))
        for _ in range(4):
            self.run(self.bench.later(timedelta(hours=26), step=timedelta(hours=2)))
        self.every_number_is_explained()
        open_ = "('intent', 'unknown', 'pending', 'held')"
        assert self.run(self.bench.rows(f"SELECT id FROM payment_attempt WHERE state IN {open_}")) == []  # noqa: S608
        assert self.run(self.bench.rows(f"SELECT id FROM refund_attempt WHERE state IN {open_}")) == []  # noqa: S608
        unplaced = self.run(self.bench.rows("SELECT id FROM shop_order WHERE state IN ('draft', 'awaiting_payment')"))
        assert unplaced == []
        booked = self.run(
            self.bench.rows("SELECT coalesce(sum(amount_minor), 0) FROM money_entry WHERE way = 'yookassa'")
        )
        taken = sum(_kept(row) for row in self.bench.yookassa.payments() if row["status"] == "succeeded")
        assert booked == [(taken,)]


def _kept(payment: dict[str, Any]) -> int:
    amount, back = (int(payment[name]["value"].replace(".", "")) for name in ("amount", "refunded_amount"))
    return amount - back


@pytest.mark.timeout(7200)
def test_whatever_happens_every_piece_and_every_kopeck_is_explained(sqlite_template: Path) -> None:
    ShopMachine.template = sqlite_template
    run_state_machine_as_test(
        ShopMachine,
        settings=settings(
            max_examples=RUNS,
            stateful_step_count=STEPS,
            derandomize=not FULL,
            deadline=None,
            database=None,
            # shrinking such long stories costs minutes and makes them hardly shorter
            phases=(Phase.generate,),
            report_multiple_bugs=False,
            suppress_health_check=list(HealthCheck),
        ),
    )


SEEDS, LONG = (range(20), 10_000) if FULL else (range(3), 200)
_NTH: dict[str, Any] = {"nth": lambda chance: chance.randrange(50)}
_WHO: dict[str, Any] = {name: lambda chance: chance.randrange(50) for name in ("buyer", "variant")}


def _one_of(*choices: Any) -> Callable[[random.Random], Any]:
    return lambda chance: chance.choice(choices)


_YES = {"told": lambda chance: chance.random() < 0.5}
# how often, and with what: dense where money and pieces move
PLOT: dict[str, tuple[int, dict[str, Callable[[random.Random], Any]]]] = {
    "buy": (
        12,
        _WHO | _YES | {"then": _one_of("pay", "pay", "wait", "cancel and pay", "lose it and pay")},
    ),
    "fill_cart": (3, _WHO | {"by": lambda chance: chance.randint(-2, 3)}),
    "start": (
        5,
        _WHO | {"quantity": _one_of(1, 2), "cart": _YES["told"]},
    ),
    "confirm": (6, _NTH | {"way": _one_of(*PayWay), "twice": _YES["told"]}),
    "choose_place": (1, _NTH),
    "cancel_checkout": (2, _NTH),
    "cancel_order": (3, _NTH),
    "pay": (5, _NTH | {"told": lambda chance: chance.randrange(4)}),
    "decline": (2, _NTH | _YES),
    "tell_again": (1, _NTH),
    "go_wrong": (
        2,
        {
            "kind": _one_of("500", "reset", "202", "400", "401"),
            "when": _one_of("before", "after"),
        },
    ),
    "provider_changes": (2, {"down": lambda chance: chance.random() < 0.2, "pending": _YES["told"]}),
    "bank_settles_refund": (3, _NTH | {"succeeded": _YES["told"]}),
    "cabinet_refund": (2, _NTH),
    "seller_acts": (
        6,
        _NTH | {"what": _one_of("ready", "hand_over", "refund", "call_off", "keep_longer")},
    ),
    "hand_over": (4, _NTH),
    "give_back": (3, _NTH | {"restock": _YES["told"], "declined": _YES["told"], "twice": _YES["told"]}),
    "refund_that_the_bank_sends_back": (2, _NTH | {"times": lambda chance: chance.randint(1, 2)}),
    "count": (6, {"variant": _WHO["variant"], "on_hand": lambda chance: chance.randint(0, 4)}),
    "sold_elsewhere": (3, {"variant": _WHO["variant"], "quantity": lambda chance: chance.randint(1, 2)}),
    "decide": (4, _NTH | {"way": _one_of("more", "there", "here", "due"), "twice": _YES["told"]}),
    "set_aside": (1, {"variant": _WHO["variant"]}),
    "time_passes": (4, {"minutes": _one_of(0, 1, 5, 16, 46, 66, 60 * 25)}),
    "jobs_run": (8, {}),
}


@pytest.mark.timeout(7200)
@pytest.mark.parametrize("seed", SEEDS)
def test_a_long_random_story_is_explained_after_each_step(sqlite_template: Path, seed: int) -> None:
    ShopMachine.template = sqlite_template
    chance, machine = random.Random(seed), ShopMachine()
    machine.open(pieces=[chance.randint(1, 3) for _ in range(WORKS)])
    for step in range(LONG):
        (name,) = chance.choices(list(PLOT), [often for often, _ in PLOT.values()])
        values = {word: choose(chance) for word, choose in PLOT[name][1].items()}
        try:
            getattr(machine, name)(**values)
            machine.every_number_is_explained()
        except BaseException as trouble:
            trouble.add_note(f"seed {seed}, step {step}: {name} {values}")
            raise
    machine.teardown()
