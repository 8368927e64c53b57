"""How does a test play the jobs that stand around the shop? A bench: shop, provider, outbox worker, reconciler."""

from collections import Counter
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any

from sqlalchemy import text

from bot.basics.clock import MovableClock
from bot.basics.ids import AttemptId, CustomerId, OrderId, ReceiptId, RefundId, VariantId
from bot.partners.pretend.yookassa.server import PretendYooKassa
from bot.shop.orders.values import OrderState, OrderView, PayWay
from bot.shop.payments.errors import GatewayRefused, GatewayUnreachable
from bot.shop.shop import Shop
from bot.shop.stock.values import Wanted
from bot.storage.database import Database
from tests.support.gateways import SECRET, SHOP, DirectGateway
from tests.support.shops import a_work, open_shop, someone


@dataclass
class Bench:
    """A shop at work with a payment provider, and everything that it has told people."""

    database: Database
    clock: MovableClock
    yookassa: PretendYooKassa
    gateway: DirectGateway
    shop: Shop
    seller: CustomerId
    told: list[tuple[str, str, dict[str, Any]]] = field(default_factory=list)
    """(topic, what, payload) of each message, as it was owed."""

    async def outbox(self, rounds: int = 50) -> int:
        """Do all that is owed now; how many rows were taken. Troubles with the provider go back into the outbox."""
        taken = 0
        for _ in range(rounds):
            owed = await self.shop.outbox.claim()
            if not owed:
                break
            for row in owed:
                taken += 1
                try:
                    match row.topic:
                        case "payment.link":
                            await self.shop.payments.link(AttemptId(row.payload["attempt"]))
                        case "payment.check":
                            await self.shop.payments.check(AttemptId(row.payload["attempt"]))
                        case "refund.send":
                            await self.shop.payments.send_refund(RefundId(row.payload["refund"]))
                        case "receipt.send":
                            await self.shop.receipts.send(ReceiptId(row.payload["receipt"]))
                        case "waiting.wave":
                            again = await self.shop.waiting.wave(VariantId(row.payload["variant"]))
                            if again is not None:
                                await self.shop.outbox.postpone(row, again)
                                continue
                        case "conflict.due":
                            await self.shop.conflicts.fall_due(row.payload["conflict"])
                        case "price.fall":
                            await self.shop.prices.spread(row.payload["fall"])
                        case "tell.buyer" | "tell.sellers" | "tell.person":
                            self.told.append((row.topic, row.payload["what"], row.payload))
                        case _:
                            pass
                except (GatewayUnreachable, GatewayRefused) as trouble:
                    await self.shop.outbox.fail(row, str(trouble))
                else:
                    await self.shop.outbox.finish(row)
        return taken

    async def reconcile(self) -> None:
        """Look at everything that is due, as the reconciler does."""
        attempts, refunds, receipts = await self.shop.payments.due()
        for attempt in attempts:
            try:
                await self.shop.payments.check(attempt)
            except (GatewayUnreachable, GatewayRefused):
                continue
        for refund in refunds:
            try:
                await self.shop.payments.send_refund(refund)
            except (GatewayUnreachable, GatewayRefused):
                continue
        for receipt in receipts:
            try:
                await self.shop.receipts.send(receipt)
            except (GatewayUnreachable, GatewayRefused):
                continue

    async def later(self, by: timedelta, step: timedelta = timedelta(minutes=1)) -> None:
        """Let time pass with all jobs at work."""
        until = self.clock.now() + by
        while self.clock.now() < until:
            self.clock.move(min(step, until - self.clock.now()))
            await self.reconcile()
            await self.shop.checkout.sweep()
            await self.shop.stock.release_overdue()
            await self.outbox()

    def what(self, topic: str = "tell.buyer") -> Counter[str]:
        """How often each message has been told."""
        return Counter(what for each, what, _ in self.told if each == topic)

    async def work(self, pieces: int = 1, price_minor: int = 100_000) -> VariantId:
        _, variant, _ = await a_work(self.shop, self.seller, pieces=pieces, price_minor=price_minor)
        return variant

    async def awaiting(self, variant: VariantId, buyer: CustomerId | None = None, quantity: int = 1) -> OrderView:
        """An order whose link has been given."""
        buyer = buyer or await someone(self.shop)
        started = await self.shop.checkout.start(buyer, "ru", [Wanted(variant, quantity)])
        await self.shop.checkout.confirm(started.order.id, buyer, PayWay.ONLINE, None)
        await self.outbox()
        return await self.shop.orders.get(started.order.id)

    async def paid(self, variant: VariantId, buyer: CustomerId | None = None) -> OrderView:
        """An order that has been paid online."""
        order = await self.awaiting(variant, buyer)
        self.yookassa.pay(self.payment(order.id))
        await self.shop.payments.note(self.payment(order.id), "payment.succeeded")
        await self.outbox()
        order = await self.shop.orders.get(order.id)
        assert order.state is OrderState.ACCEPTED
        return order

    def payment(self, order: OrderId, nth: int = -1) -> str:
        """The provider's id of a payment of this order, the last one unless said otherwise."""
        number = f"V-{1000 + order}"
        found = [row["id"] for row in self.yookassa.payments() if row["metadata"].get("order") == number]
        return str(found[nth])

    async def rows(self, statement: str, **values: Any) -> list[tuple[Any, ...]]:
        """What stands in the database, through a new session."""
        async with self.database.reading() as session:
            return [tuple(row) for row in await session.execute(text(statement), values)]

    async def sound(self) -> None:
        """Every piece and every kopeck is explained, and the provider agrees with the books."""
        assert await self.shop.stock.differences() == []
        assert await self.shop.payments.differences() == []
        for order, captured, gone in await self.rows(
            "SELECT order_id, sum(CASE WHEN amount_minor > 0 THEN amount_minor ELSE 0 END),"
            " sum(CASE WHEN amount_minor < 0 THEN -amount_minor ELSE 0 END)"
            " FROM money_entry WHERE way = 'yookassa' GROUP BY order_id"
        ):
            number = f"V-{1000 + order}"
            ours = [row for row in self.yookassa.payments() if row["metadata"].get("order") == number]
            taken = [row for row in ours if row["status"] == "succeeded"]
            assert captured <= sum(_minor(row["amount"]) for row in taken)
            assert gone <= sum(_minor(row["refunded_amount"]) for row in taken)


def _minor(amount: dict[str, str]) -> int:
    return int(amount["value"].replace(".", ""))


async def open_bench(database: Database, clock: MovableClock, **rules: Any) -> Bench:
    """A shop whose provider is the pretend YooKassa; `rules` are policies that differ."""
    yookassa = PretendYooKassa({SHOP: SECRET}, clock.now, pay_url="https://pay.example/{payment_id}")
    gateway = DirectGateway(yookassa)
    shop = await open_shop(database, gateway, **rules)
    return Bench(database, clock, yookassa, gateway, shop, await someone(shop, "Анна"))
