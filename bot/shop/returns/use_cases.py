"""How does a purchase come back: asked for, agreed, received, paid back?"""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncSession

from bot.basics.ids import CustomerId, OrderId
from bot.shop.conversations import reads as talks
from bot.shop.conversations import writes as talk_writes
from bot.shop.conversations.values import About, Talk, Typed
from bot.shop.orders import reads as orders
from bot.shop.orders import writes as order_writes
from bot.shop.outbox.writes import tell_buyer
from bot.shop.payments import reads as payment_reads
from bot.shop.payments import writes as payments
from bot.shop.payments.errors import TooMuchBack
from bot.shop.policies.values import Policies
from bot.shop.returns import reads, rules, writes
from bot.shop.returns.errors import ReturnMovedOn, ReturnTooLate
from bot.shop.returns.values import ReturnState, Standing
from bot.shop.stock import writes as stock
from bot.storage.database import Database

WORDS_LIMIT = 1000


@dataclass(frozen=True, slots=True)
class Returns:
    """From a buyer's regret to his money."""

    database: Database
    defaults: Policies

    async def standing(self, order: OrderId) -> Standing:
        """The shop's rule, and the request of this order if there is one."""
        async with self.database.reading() as session:
            return await reads.standing(session, order, self.defaults.return_within)

    async def ask(self, customer: CustomerId, order: OrderId, typed: Typed) -> Talk:
        """The buyer's reason: kept in the order's conversation, and owed to every seller.

        The same message twice is once. Raises NoSuchOrder, ReturnTooLate, ReturnMovedOn when it was asked before.
        """
        now = self.database.clock.now()
        async with self.database.transaction() as session:
            await orders.lock(session, order)
            current = await orders.own(session, order, customer)
            standing = await reads.standing(session, order, self.defaults.return_within)
            if standing.request is not None:
                raise ReturnMovedOn
            if not rules.may_ask(current, standing, now):
                raise ReturnTooLate
            talk = await talk_writes.opened(session, customer, About(order=order), current.number, now)
            await talk_writes.ask(session, talk, customer, typed, now=now, topic="return", decide=True)
            await writes.begin(session, order, customer, talk, now)
            await order_writes.owe_shown(session, order, now)
            return await talks.talk(session, talk)

    async def accept(self, order: OrderId, seller: CustomerId, how: str) -> Standing:
        """Agreed: the buyer is told how to bring it back (nothing: to where it was collected). Twice is once.

        Raises ReturnMovedOn.
        """
        return await self._decided(order, seller, ReturnState.ACCEPTED, how)

    async def decline(self, order: OrderId, seller: CustomerId, why: str) -> Standing:
        """Not agreed: the buyer is told why. Twice is once. Raises ReturnMovedOn."""
        return await self._decided(order, seller, ReturnState.DECLINED, why)

    async def receive(self, order: OrderId, seller: CustomerId, *, restock: bool, whole: bool = True) -> int:
        """It is here again: what was paid goes back, once. Minor units on their way; not `whole`: without the delivery.

        The pieces are for sale again, or written off: they stay out of the books, as they have been since the
        hand-over. Raises NoSuchOrder, ReturnMovedOn.
        """
        now = self.database.clock.now()
        async with self.database.transaction() as session:
            await orders.lock(session, order)
            current = await orders.get(session, order)
            request, _ = await reads.of_order(session, order)
            done = {"closed_at": now, "restocked": restock}
            await writes.move(session, request, ReturnState.DONE, seller, now, **done)
            if restock:
                await stock.take_back(session, order, now, seller)
            keep = 0 if whole else current.spent_minor
            promised = await payments.give_back_all(session, current, reason="return", now=now, keep=keep)
            by_hand = await order_writes.book_out(session, current, seller, now, keep_minor=keep)
            await order_writes.owe_shown(session, order, now)
            return promised + by_hand

    async def give_part(self, order: OrderId, seller: CustomerId, minor: int, key: str) -> int:
        """A part of the money goes back and the order stands as it is. Minor units on their way.

        What came online goes first; what was paid by hand is booked out. The same key twice is once.
        Raises NoSuchOrder, TooMuchBack when it is not less than what the order has brought.
        """
        now = self.database.clock.now()
        async with self.database.transaction() as session:
            await orders.lock(session, order)
            current = await orders.get(session, order)
            kept = current.paid_minor - await payment_reads.refunds_open(session, order)
            if not 0 < minor < kept:
                raise TooMuchBack
            online = sum((await payment_reads.kept(session, order)).values())
            keep = max(online - minor, 0)
            promised = await payments.give_back_all(session, current, reason="part", now=now, keep=keep)
            if promised < minor:
                keep = kept - online - (minor - promised)
                promised += await order_writes.book_out(session, current, seller, now, keep, key)
            await order_writes.owe_shown(session, order, now)
            return promised

    async def _decided(self, order: OrderId, seller: CustomerId, to: ReturnState, words: str) -> Standing:
        now = self.database.clock.now()
        async with self.database.transaction() as session:
            await orders.lock(session, order)
            request, talk = await reads.of_order(session, order)
            if request.state is not to:
                values = {"words": words[:WORDS_LIMIT], "decided_at": now}
                await writes.move(session, request, to, seller, now, **values)
                await talk_writes.settle(session, talk, seller, now, answered=True)
                await self._told(session, order, request.customer, to, now)
            return await reads.standing(session, order, self.defaults.return_within)

    async def _told(
        self, session: AsyncSession, order: OrderId, customer: CustomerId, to: ReturnState, now: datetime
    ) -> None:
        what = "return_accepted" if to is ReturnState.ACCEPTED else "return_declined"
        await tell_buyer(session, customer, what, str(order), now=now, order=order)
