"""How does an order get to an address?"""

from dataclasses import dataclass
from typing import Final

from sqlalchemy.ext.asyncio import AsyncSession

from bot.basics.ids import CustomerId, DeliveryWayId, OrderId
from bot.shop.checkout import reads as checkout
from bot.shop.checkout import writes as checkout_writes
from bot.shop.checkout.errors import HoldEnded
from bot.shop.checkout.values import CheckoutView, OnlinePay, Step
from bot.shop.customers import writes as customers
from bot.shop.delivery import reads as delivery
from bot.shop.delivery import rules as delivery_rules
from bot.shop.delivery import writes as delivery_writes
from bot.shop.delivery.errors import NoSuchWay
from bot.shop.delivery.values import DAYS_LIMIT, TRACK_LIMIT, Delivery, DeliveryState
from bot.shop.orders import reads as orders
from bot.shop.orders import writes as order_writes
from bot.shop.orders.errors import OrderMovedOn
from bot.shop.orders.values import OrderState, OrderView, PayWay
from bot.shop.outbox.writes import tell_buyer, tell_sellers
from bot.shop.payments import reads as payments
from bot.shop.payments.errors import NotPaidYet, OnlineNotOffered
from bot.shop.policies.reads import load
from bot.shop.policies.values import Policies
from bot.shop.receipts import writes as receipts
from bot.shop.shipping import reads, rules
from bot.shop.shipping.errors import QuoteByColleague, QuoteChanged
from bot.shop.shipping.values import OnTheWay
from bot.shop.stock import writes as stock
from bot.shop.stock.values import Stage
from bot.storage.database import Database

_REMIND_SHARE: Final = 3 / 4
"""Of the time a price stands for; then the buyer is reminded of it once."""


@dataclass(frozen=True, slots=True)
class Shipping:
    """From choosing a way to agreeing on its price."""

    database: Database
    defaults: Policies
    online: OnlinePay

    async def choose(self, order: OrderId, customer: CustomerId, way: DeliveryWayId) -> CheckoutView:
        """This way; a fixed price becomes a part of the sum. Twice is once.

        Raises NoSuchOrder, HoldEnded, OrderMovedOn, NoSuchWay.
        """
        async with self.database.transaction() as session:
            policies = await load(session, self.defaults)
            draft = await checkout_writes.open_draft(session, order, customer)
            chosen = await delivery.get(session, way)
            if not delivery_rules.offered(chosen, online=checkout.can_online(draft.total.minor, self.online, policies)):
                raise NoSuchWay
            goods = draft.total.minor - (draft.delivery.counted_minor if draft.delivery else 0)
            price = delivery_rules.price(chosen, goods)
            await checkout_writes.unbook(session, draft)
            await delivery_writes.choose(session, order, chosen, price)
            here = {"location_id": None, "slot_at": None, "total_minor": goods + (price or 0)}
            await order_writes.change(session, order, of=OrderState.DRAFT, **here)
            return await self._next(session, order, policies)

    async def give_address(self, order: OrderId, customer: CustomerId, words: str) -> CheckoutView:
        """Where to. Raises BadAddress, NoSuchOrder, HoldEnded, OrderMovedOn, NoSuchWay when it is to be collected."""
        said = rules.address(words)
        async with self.database.transaction() as session:
            policies = await load(session, self.defaults)
            draft = await checkout_writes.open_draft(session, order, customer)
            if draft.delivery is None:
                raise NoSuchWay
            await delivery_writes.address(session, order, said)
            return await self._next(session, order, policies)

    async def ask(self, order: OrderId, customer: CustomerId, message: int | None) -> CheckoutView:
        """Place the order and ask the seller what its delivery costs; the pieces are held meanwhile. Twice is once.

        `message` shows the order in the buyer's chat. Raises NoSuchOrder, HoldEnded.
        """
        now = self.database.clock.now()
        async with self.database.transaction() as session:
            policies = await load(session, self.defaults)
            await orders.lock(session, order)
            current = await orders.own(session, order, customer)
            shown = await self._shown(session, current, policies)
            if shown.step is not Step.PRICE:
                if current.state in (OrderState.EXPIRED, OrderState.CANCELLED):
                    raise HoldEnded
                return shown
            until = now + policies.quote_within
            await order_writes.move(
                session,
                order,
                OrderState.DRAFT,
                OrderState.AWAITING_PAYMENT,
                actor=customer,
                why="delivery_asked",
                now=now,
                placed_at=now,
                held_until=until,
                chat_message_id=message,
            )
            await stock.extend(session, order, Stage.CHECKOUT, until)
            await delivery_writes.move(session, order, DeliveryState.CHOSEN, DeliveryState.ASKED, asked_at=now)
            await tell_sellers(session, "quote_asked", str(order), now=now, order=order)
            for nth, due_at in enumerate(rules.reminders(now, policies.quote_within)):
                await tell_sellers(session, "quote_due", f"{order}:{nth}", now=now, due_at=due_at, order=order)
            return await self._shown(session, await orders.get(session, order), policies)

    async def quote(self, order: OrderId, price_minor: int, days: str, seen: int) -> OrderView:
        """A price, or another one before the buyer has agreed; the pieces are held for his answer. Twice is once.

        `seen`: the quote that the seller knew of. Raises NoSuchOrder, OrderMovedOn, QuoteByColleague.
        """
        now = self.database.clock.now()
        days = days[:DAYS_LIMIT]
        async with self.database.transaction() as session:
            policies = await load(session, self.defaults)
            current, told = await self._in_question(session, order)
            if told.state is DeliveryState.QUOTED and (told.price_minor, told.days) == (price_minor, days or told.days):
                return current
            if told.version != seen:
                raise QuoteByColleague
            version, until = told.version + 1, now + policies.quote_stands
            quoted = {"price_minor": price_minor, "days": days or told.days, "version": version, "quoted_at": now}
            await delivery_writes.move(session, order, told.state, DeliveryState.QUOTED, **quoted)
            await order_writes.change(session, order, of=current.state, held_until=until)
            await stock.extend(session, order, Stage.CHECKOUT, until)
            key, soon = f"{order}:{version}", now + policies.quote_stands * _REMIND_SHARE
            buyer = current.customer
            await tell_buyer(session, buyer, "quoted", key, now=now, order=order, version=version)
            await tell_buyer(session, buyer, "quote_stands", key, now=now, due_at=soon, order=order, version=version)
            return await orders.get(session, order)

    async def refuse(self, order: OrderId, actor: CustomerId) -> OrderView:
        """It cannot be delivered: the pieces are free again, the buyer is told. Twice is once.

        Raises NoSuchOrder, OrderMovedOn.
        """
        now = self.database.clock.now()
        async with self.database.transaction() as session:
            current, _ = await self._in_question(session, order, ended=OrderState.CANCELLED)
            if current.state is not OrderState.CANCELLED:
                await order_writes.end_unplaced(
                    session, current, OrderState.CANCELLED, actor=actor, why="no_delivery", now=now
                )
                await tell_buyer(session, current.customer, "delivery_refused", str(order), now=now, order=order)
            return await orders.get(session, order)

    async def accept(
        self,
        order: OrderId,
        customer: CustomerId,
        version: int,
        way: PayWay,
        message: int | None,
        email: str | None = None,
    ) -> CheckoutView:
        """Agree to that quote and pay: the price is a part of the sum from now on. Twice is once.

        `email`, checked before, is where receipts go from now on. Raises NoSuchOrder, HoldEnded, QuoteChanged when
        another price was told meanwhile, OnlineNotOffered, ContactNeeded while it is not known where the receipt goes.
        """
        now = self.database.clock.now()
        async with self.database.transaction() as session:
            policies = await load(session, self.defaults)
            if email is not None:
                await customers.give_email(session, customer, email)
            await orders.lock(session, order)
            current = await orders.own(session, order, customer)
            if current.state in (OrderState.EXPIRED, OrderState.CANCELLED):
                raise HoldEnded
            told = current.delivery
            if told is None or current.state is not OrderState.AWAITING_PAYMENT or not told.is_open_question:
                return await self._shown(session, current, policies)
            if told.state is not DeliveryState.QUOTED or told.version != version:
                raise QuoteChanged
            if way not in checkout.ways(current, self.online, policies):
                raise OnlineNotOffered
            await delivery_writes.move(session, order, DeliveryState.QUOTED, DeliveryState.AGREED)
            total = current.total.minor + (told.price_minor or 0)
            await order_writes.change(session, order, of=current.state, total_minor=total)
            agreed = await orders.get(session, order)
            await checkout_writes.place(session, agreed, way, self.online, policies, message, now)
            return await self._shown(session, await orders.get(session, order), policies)

    async def _in_question(
        self, session: AsyncSession, order: OrderId, ended: OrderState | None = None
    ) -> tuple[OrderView, Delivery]:
        """An order whose delivery is being agreed on, locked; or one that has ended so. Raises OrderMovedOn."""
        await orders.lock(session, order)
        current = await orders.get(session, order)
        told = current.delivery
        if told is None or current.state not in (OrderState.AWAITING_PAYMENT, ended) or not told.is_open_question:
            raise OrderMovedOn
        return current, told

    async def _next(self, session: AsyncSession, order: OrderId, policies: Policies) -> CheckoutView:
        now = self.database.clock.now()
        current = await checkout_writes.extend(session, await orders.get(session, order), policies, now)
        return await self._shown(session, current, policies)

    async def _shown(self, session: AsyncSession, order: OrderView, policies: Policies) -> CheckoutView:
        return await checkout.view(session, order, self.online, policies, self.database.clock.now())


@dataclass(frozen=True, slots=True)
class Parcels:
    """From the seller's hands to the buyer's door."""

    database: Database

    async def send(self, order: OrderId, actor: CustomerId, track: str = "") -> OrderView:
        """🚚 It has left; a number or a link to follow it by may be told now or later. The same again is once.

        Raises NoSuchOrder, OrderMovedOn.
        """
        now, track = self.database.clock.now(), track[:TRACK_LIMIT]
        async with self.database.transaction() as session:
            await orders.lock(session, order)
            current = await orders.get(session, order)
            told = current.delivery
            if told is not None and current.state is OrderState.READY and told.state is DeliveryState.SENT:
                if track and track != told.track:
                    await delivery_writes.move(session, order, DeliveryState.SENT, DeliveryState.SENT, track=track)
                    await order_writes.owe_shown(session, order, now)
                return await orders.get(session, order)
            if not rules.may_send(current):
                raise OrderMovedOn
            await order_writes.move(
                session, order, current.state, OrderState.READY, actor=actor, why="sent", now=now, ready_at=now
            )
            gone = {"sent_at": now, "track": track}
            await delivery_writes.move(session, order, DeliveryState.AGREED, DeliveryState.SENT, **gone)
            trip, buyer = now.isoformat(), current.customer  # it may leave twice
            key = f"{order}:{trip}"
            ask_at, look_at = now + rules.ASK_AFTER, now + rules.SLOW_AFTER
            await tell_buyer(session, buyer, "sent", key, now=now, order=order, trip=trip)
            await tell_buyer(session, buyer, "arrived", key, now=now, due_at=ask_at, order=order, trip=trip)
            await tell_sellers(session, "parcel_slow", key, now=now, due_at=look_at, order=order, trip=trip)
            return await orders.get(session, order)

    async def take_back(self, order: OrderId, actor: CustomerId) -> OrderView:
        """↩️ It has not left after all: work on it goes on, and the buyer is told. Twice is once.

        Raises NoSuchOrder, OrderMovedOn.
        """
        now = self.database.clock.now()
        async with self.database.transaction() as session:
            await orders.lock(session, order)
            current = await orders.get(session, order)
            if rules.may_send(current):
                return current
            if not rules.may_take_back(current):
                raise OrderMovedOn
            await order_writes.move(
                session,
                order,
                OrderState.READY,
                OrderState.IN_WORK,
                actor=actor,
                why="not_sent",
                now=now,
                ready_at=None,
            )
            here = {"sent_at": None, "track": ""}
            await delivery_writes.move(session, order, DeliveryState.SENT, DeliveryState.AGREED, **here)
            key = f"{order}:{now.isoformat()}"
            await tell_buyer(session, current.customer, "not_sent", key, now=now, order=order)
            return await orders.get(session, order)

    async def receive(self, order: OrderId, customer: CustomerId) -> OrderView:
        """✅ by the buyer: it has come, and the order is done. Twice is once.

        Raises NoSuchOrder, OrderMovedOn, NotPaidYet where whoever brought it says how it was paid for.
        """
        now = self.database.clock.now()
        async with self.database.transaction() as session:
            await orders.lock(session, order)
            current = await orders.own(session, order, customer)
            if current.state is OrderState.HANDED_OVER:
                return current
            if not rules.may_receive(current):
                raise NotPaidYet if current.due_minor else OrderMovedOn
            await order_writes.move(
                session, order, current.state, OrderState.HANDED_OVER, actor=customer, why="received", now=now
            )
            await stock.hand_over(session, order, now, customer)
            await delivery_writes.receive(session, order, now)
            if current.captured_minor:
                await receipts.owe_settlements(session, order, await payments.kept(session, order), now)
            await order_writes.owe_shown(session, order, now)
            await tell_sellers(session, "received", str(order), now=now, order=order)
            return await orders.get(session, order)

    async def on_the_way(self) -> OnTheWay:
        """How many orders wait for a price, for an answer to it, or travel."""
        async with self.database.reading() as session:
            return await reads.on_the_way(session)
