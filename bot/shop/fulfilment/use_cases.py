"""How does an accepted order get ready and into the buyer's hands, or end otherwise?"""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import timedelta
from typing import Literal

from sqlalchemy.ext.asyncio import AsyncSession

from bot.basics.errors import ShopError
from bot.basics.ids import CustomerId, OrderId
from bot.basics.money import Money
from bot.shop.delivery import writes as delivery
from bot.shop.fulfilment import rules, writes
from bot.shop.fulfilment.errors import CannotCancel
from bot.shop.orders import reads as orders
from bot.shop.orders import rules as order_rules
from bot.shop.orders import writes as order_writes
from bot.shop.orders.errors import OrderMovedOn
from bot.shop.orders.values import OrderState, OrderView
from bot.shop.outbox.writes import tell_buyer, tell_sellers
from bot.shop.payments import reads as payment_reads
from bot.shop.payments import writes as payments
from bot.shop.payments.errors import NothingToRefund, NotPaidYet
from bot.shop.policies.reads import load
from bot.shop.policies.values import Policies
from bot.shop.receipts import writes as receipts
from bot.shop.stock import writes as stock
from bot.storage.database import Database

PaidBy = Literal["cash", "transfer", "card"]
_SAME_TAP = timedelta(minutes=1)
"""Within this time a second tap on "keep it longer" is the first."""


@dataclass(frozen=True, slots=True)
class Fulfilment:
    """From 🎉 to 🤲."""

    database: Database
    defaults: Policies

    async def ready(self, order: OrderId, actor: CustomerId) -> OrderView:
        """👌: the buyer is owed one message, and reminders while it waits. Twice is once.

        Raises NoSuchOrder, OrderMovedOn, ToBeSent.
        """
        now = self.database.clock.now()
        async with self.database.transaction() as session:
            policies = await load(session, self.defaults)
            return await writes.make_ready(session, order, actor, policies.pickup_keep, now)

    async def hand_over(self, order: OrderId, actor: CustomerId, paid_by: PaidBy | None = None) -> OrderView:
        """🤲: the piece leaves the house; what was still due is recorded with how it was paid. Twice is once.

        Raises NoSuchOrder, OrderMovedOn, NotPaidYet when something is due and nobody said how it was paid.
        """
        now = self.database.clock.now()
        async with self.database.transaction() as session:
            current = await self._locked(session, order)
            if current.state is OrderState.HANDED_OVER:
                return current
            if current.state not in order_rules.OPEN:
                raise OrderMovedOn
            if current.due_minor:
                if paid_by is None:
                    raise NotPaidYet
                due = Money(current.due_minor, current.total.currency)
                await order_writes.record_money(
                    session, order, due, paid_by, cause=f"handover:{order}", actor=actor, now=now
                )
            await order_writes.move(
                session, order, current.state, OrderState.HANDED_OVER, actor=actor, why="handed_over", now=now
            )
            await stock.hand_over(session, order, now, actor)
            if current.captured_minor:
                await receipts.owe_settlements(session, order, await payment_reads.kept(session, order), now)
            if current.delivery is not None:
                await delivery.receive(session, order, now)
            await tell_buyer(session, current.customer, "handed_over", str(order), now=now, order=order)
            return await orders.get(session, order)

    async def begin(self, order: OrderId, actor: CustomerId) -> OrderView:
        """The seller has begun: the message that shows the order says so, nothing rings. Twice is once.

        Raises NoSuchOrder, OrderMovedOn.
        """
        now = self.database.clock.now()
        async with self.database.transaction() as session:
            current = await self._locked(session, order)
            if current.state is OrderState.IN_WORK:
                return current
            if current.state is not OrderState.ACCEPTED:
                raise OrderMovedOn
            await order_writes.move(
                session, order, current.state, OrderState.IN_WORK, actor=actor, why="begun", now=now
            )
            await order_writes.owe_shown(session, order, now)
            return await orders.get(session, order)

    async def cancel(self, order: OrderId, customer: CustomerId, reason: str = "") -> OrderView:
        """The buyer steps back from what the shop owes him, perhaps says why; what he paid goes back. Twice is once.

        Raises NoSuchOrder, CannotCancel.
        """
        now = self.database.clock.now()
        async with self.database.transaction() as session:
            await orders.lock(session, order)
            current = await orders.own(session, order, customer)
            if current.state is OrderState.CANCELLED:
                return current
            if not rules.may_cancel(current):
                raise CannotCancel
            why = f"buyer:{reason}"[:60] if reason else "buyer"
            await order_writes.call_off(session, current, actor=customer, why=why, now=now)
            await payments.give_back_all(session, current, reason="buyer", now=now)
            await order_writes.owe_shown(session, order, now)
            await tell_sellers(session, "buyer_cancelled", str(order), now=now, order=order, reason=reason)
            return await orders.get(session, order)

    async def refund(self, order: OrderId, actor: CustomerId, *, whole: bool = True) -> int:
        """💸: an open order is called off and its pieces are for sale again. Minor units on their way back.

        Not `whole`: what the way of a parcel that has left cost stays. What was paid by hand is booked out at once.
        Raises NoSuchOrder, NothingToRefund.
        """
        now = self.database.clock.now()
        async with self.database.transaction() as session:
            current = await self._locked(session, order)
            keep = 0 if whole else current.spent_minor
            minor = await writes.give_up(session, current, actor, why="refund", reason="seller", now=now, keep=keep)
            if not minor:
                raise NothingToRefund
            await order_writes.owe_shown(session, order, now)
            return minor

    async def call_off(self, order: OrderId, actor: CustomerId, why: str) -> OrderView:
        """The seller ends an open order; what was paid goes back. Twice is once. Raises NoSuchOrder, OrderMovedOn."""
        now = self.database.clock.now()
        async with self.database.transaction() as session:
            current = await self._locked(session, order)
            if current.state is OrderState.CANCELLED:
                return current
            if current.state not in order_rules.OPEN:
                raise OrderMovedOn
            await writes.give_up(session, current, actor, why=why, reason="seller", now=now)
            await tell_buyer(session, current.customer, "called_off", str(order), now=now, order=order, reason=why)
            return await orders.get(session, order)

    async def keep_longer(self, order: OrderId, actor: CustomerId) -> OrderView:
        """One more time of keeping for an order nobody has collected. Twice is once.

        Raises NoSuchOrder, OrderMovedOn.
        """
        now = self.database.clock.now()
        async with self.database.transaction() as session:
            policies = await load(session, self.defaults)
            current = await self._locked(session, order)
            if current.delivery is not None:
                raise OrderMovedOn
            keep_until = now + policies.pickup_keep
            if current.state is OrderState.READY and current.keep_until and keep_until - current.keep_until < _SAME_TAP:
                return current
            await order_writes.change(session, order, of=OrderState.READY, keep_until=keep_until)
            key = f"{order}:{int(keep_until.timestamp())}"
            _, last = rules.reminders(now, policies.pickup_keep)
            await tell_buyer(session, current.customer, "last_day", key, now=now, due_at=last, order=order)
            await tell_sellers(session, "uncollected", key, now=now, due_at=keep_until, order=order, actor=actor)
            await order_writes.owe_shown(session, order, now)
            return await orders.get(session, order)

    async def look_at_payment(self, order: OrderId) -> bool:
        """Owe one more look at a payment that does not match; its answer is an alert. False when there is none."""
        now = self.database.clock.now()
        async with self.database.transaction() as session:
            attempt = await payment_reads.doubted(session, order)
            if attempt is not None:
                await payments.hasten(session, attempt, now)
        return attempt is not None

    async def _locked(self, session: AsyncSession, order: OrderId) -> OrderView:
        await orders.lock(session, order)
        return await orders.get(session, order)


@dataclass(frozen=True, slots=True)
class Rounds:
    """Several orders by one tap."""

    database: Database
    defaults: Policies

    async def ready(
        self, chosen: Collection[OrderId], actor: CustomerId
    ) -> tuple[list[OrderView], dict[OrderId, ShopError]]:
        """Each as by its own 👌. (those that are ready now, why not for the others). Twice is once."""
        now = self.database.clock.now()
        done: list[OrderView] = []
        refused: dict[OrderId, ShopError] = {}
        async with self.database.transaction() as session:
            policies = await load(session, self.defaults)
            for order in sorted(set(chosen)):
                try:
                    done.append(await writes.make_ready(session, order, actor, policies.pickup_keep, now))
                except ShopError as refusal:  # it comes before anything of that order is changed
                    refused[order] = refusal
        return done, refused
