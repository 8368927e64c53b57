"""How does a cart become an order with a way to pay?"""

from collections.abc import Sequence
from contextlib import nullcontext
from dataclasses import dataclass, replace
from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncSession

from bot.basics.ids import CustomerId, LocationId, OrderId, VariantId
from bot.basics.languages import Language
from bot.shop.cart import reads as cart
from bot.shop.cart import writes as cart_writes
from bot.shop.catalogue import reads as catalogue
from bot.shop.catalogue.errors import NoSuchWork
from bot.shop.catalogue.values import Card
from bot.shop.checkout import reads, rules, writes
from bot.shop.checkout.errors import EmptyCart, HoldEnded, NoPlaces, NoWrapping
from bot.shop.checkout.values import CartState, CheckoutView, OnlinePay, Step
from bot.shop.customers import reads as customers
from bot.shop.customers import writes as customer_writes
from bot.shop.customers.values import CHOICES, CHOICES_VERSION
from bot.shop.delivery import reads as delivery
from bot.shop.delivery.values import Way
from bot.shop.orders import reads as orders
from bot.shop.orders import writes as order_writes
from bot.shop.orders.errors import OrderMovedOn
from bot.shop.orders.values import Line, OrderState, OrderView, PayWay
from bot.shop.outbox.writes import tell_buyer, tell_sellers
from bot.shop.payments.errors import OnlineNotOffered
from bot.shop.pickup import reads as pickup
from bot.shop.pickup import writes as pickup_writes
from bot.shop.pickup.errors import NoSuchPlace, OutOfReach, SlotTaken
from bot.shop.policies.reads import load
from bot.shop.policies.values import Policies
from bot.shop.stock import reads as stock_reads
from bot.shop.stock.errors import SoldOut
from bot.shop.stock.rules import MAX_COUNT, merged
from bot.shop.stock.values import Wanted
from bot.shop.waiting import reads as waiting_reads
from bot.shop.waiting import writes as waiting
from bot.storage.database import Database


@dataclass(frozen=True, slots=True)
class Checkout:
    """From wanting to owing."""

    database: Database
    defaults: Policies
    online: OnlinePay

    async def start(
        self,
        customer: CustomerId,
        language: Language,
        wanted: Sequence[Wanted] | None = None,
        *,
        instead: OrderId | None = None,
    ) -> CheckoutView:
        """Hold these works (or the whole cart) and ask what is missing. The same again finds the first.

        `instead` of one's own order whose delivery is being agreed on: it ends, and its pieces stay held throughout.
        Raises SoldOut, NoSuchWork, EmptyCart, NoPlaces, and of `instead` NoSuchOrder, OrderMovedOn; then all is as it
        was.
        """
        now = self.database.clock.now()
        async with self.database.transaction() as session:
            await customers.lock(session, customer)
            policies = await load(session, self.defaults)
            draft = await orders.draft_of(session, customer)
            if draft is not None:
                await orders.lock(session, draft.id)
                draft = await orders.draft_of(session, customer)
            from_cart = wanted is None
            if instead is not None:
                given_up = await writes.give_up_delivery(session, instead, customer, now)
                from_cart, wanted = given_up.from_cart, [Wanted(each.variant, each.quantity) for each in given_up.lines]
            if wanted is None:
                wanted = [Wanted(item.variant, item.quantity) for item in await cart.items(session, customer)]
            wanted = merged(wanted)
            if not wanted:
                raise EmptyCart
            if draft is not None and _same(draft, wanted) and draft.held_until and draft.held_until > now:
                return await self._shown(session, await writes.extend(session, draft, policies, now), policies, now)
            lines = await self._lines(session, wanted, language)
            variants = [line.variant for line in lines]
            turns = await waiting_reads.turns_of(session, customer, variants, *waiting.UNBOUGHT)
            booked = await pickup.booked(session, now)
            sum_minor = sum(line.price_minor * line.quantity for line in lines)
            travels = await delivery.offered(session, online=reads.can_online(sum_minor, self.online, policies))
            offered = {place.id: place for place, _ in booked if place.offered(now)}
            asks = bool(travels) or any(place.active_to is not None for place in offered.values())
            making = writes.Making(customer, draft, lines, policies, now, from_cart, tuple(offered), asks)
            # a savepoint costs two statements: one line alone leaves nothing behind when it cannot be held
            several = draft is not None or len(lines) > 1 or bool(turns)
            try:
                async with session.begin_nested() if several else nullcontext():
                    if turns:
                        await waiting.redeem(session, customer, variants, now)
                    order = await writes.held(session, making, alone=not several)
            except SoldOut as sold_out:
                mine = await orders.awaiting_of(session, customer, sold_out.variant)
                if mine is None or instead is not None:
                    raise
                return await self._shown(session, mine, policies, now)
            if not offered and not travels:
                raise NoPlaces
            await tell_buyer(
                session,
                customer,
                "hold_reminder",
                str(order.id),
                now=now,
                due_at=rules.remind_at(now + policies.hold, policies.hold),
                order=order.id,
            )
            shown = await self._shown(session, order, policies, now, booked, travels)
            if shown.step is Step.POINT and len(shown.places) == 1 and not travels:
                return await self._next(session, order, policies, now, booked, location_id=shown.places[0].id)
            return shown

    async def _lines(self, session: AsyncSession, wanted: Sequence[Wanted], language: Language) -> list[Line]:
        found = await catalogue.lines(session, [line.variant for line in wanted], language)
        if any(line.variant not in found for line in wanted):
            raise NoSuchWork
        if any(line.quantity > MAX_COUNT for line in wanted):
            await self._there(session, wanted)  # a number that no counter holds is never asked of one
        return [
            Line(
                line.variant,
                found[line.variant].product,
                found[line.variant].sku,
                found[line.variant].title,
                found[line.variant].price.minor,
                line.quantity,
            )
            for line in wanted
        ]

    async def _there(self, session: AsyncSession, wanted: Sequence[Wanted]) -> None:
        """Raises SoldOut."""
        asked = {line.variant: line.quantity for line in wanted}
        for variant, free in (await stock_reads.availability(session, list(asked))).items():
            if asked[variant] > free.available:
                raise SoldOut(variant, max(free.available, 0))

    async def choose_place(self, order: OrderId, customer: CustomerId, location: LocationId) -> CheckoutView:
        """Raises NoSuchOrder, HoldEnded, NoSuchPlace, OutOfReach."""
        now = self.database.clock.now()
        async with self.database.transaction() as session:
            policies = await load(session, self.defaults)
            draft = await writes.open_draft(session, order, customer)
            booked = await pickup.booked(session, now)
            met = {each.place.id: each for each in await reads.offers(session, draft, policies, now, booked)}
            if location not in met:
                raise NoSuchPlace
            if met[location].why_not is not None:
                raise OutOfReach
            draft = await writes.stay_here(session, draft)
            if draft.location != location:
                await writes.unbook(session, draft)
                return await self._next(session, draft, policies, now, booked, location_id=location, slot_at=None)
            return await self._next(session, draft, policies, now, booked)

    async def choose_slot(self, order: OrderId, customer: CustomerId, at: datetime) -> CheckoutView:
        """Raises NoSuchOrder, HoldEnded, SlotTaken."""
        now = self.database.clock.now()
        async with self.database.transaction() as session:
            policies = await load(session, self.defaults)
            draft = await writes.open_draft(session, order, customer)
            if draft.location is None:
                return await self._shown(session, draft, policies, now)
            booked = await pickup.booked(session, now)
            met = {each.place.id: each for each in await reads.offers(session, draft, policies, now, booked)}
            offer = met.get(draft.location)
            if offer is None or offer.place.slots is None or (at not in offer.slots and at != draft.slot_at):
                raise SlotTaken
            if draft.slot_at != at:
                room = offer.place.slots.capacity
                if draft.slot_at is None:
                    await pickup_writes.book(session, draft.location, at, room)
                else:
                    await pickup_writes.rebook(session, draft.location, draft.slot_at, at, room)
            return await self._next(session, draft, policies, now, booked, slot_at=at)

    async def give_phone(self, order: OrderId, customer: CustomerId, phone: str) -> CheckoutView:
        """A checked phone number (E.164). Raises NoSuchOrder, HoldEnded."""
        now = self.database.clock.now()
        async with self.database.transaction() as session:
            policies = await load(session, self.defaults)
            draft = await writes.open_draft(session, order, customer)
            return await self._next(session, draft, policies, now, contact_phone=phone)

    async def again(self, order: OrderId, customer: CustomerId, *, choosing: bool = False) -> CheckoutView:
        """The screen of a checkout as it is now: for old buttons and ⬅️. Raises NoSuchOrder.

        `choosing`: with its points and times, also where they have been chosen.
        """
        async with self.database.reading() as session:
            policies = await load(session, self.defaults)
            view = await orders.own(session, order, customer)
            now = self.database.clock.now()
            return await reads.view(session, view, self.online, policies, now, choosing=choosing)

    async def confirm(
        self, order: OrderId, customer: CustomerId, way: PayWay, message: int | None, email: str | None = None
    ) -> CheckoutView:
        """Owe it from now on: total and lines stand, the payment is planned or the pieces are promised.

        Twice is once. `message` shows the order in the buyer's chat and becomes the link; `email`, checked before, is
        where receipts go from now on.
        Raises NoSuchOrder, HoldEnded, OnlineNotOffered, ContactNeeded.
        """
        now = self.database.clock.now()
        async with self.database.transaction() as session:
            policies = await load(session, self.defaults)
            if email is not None:
                await customer_writes.give_email(session, customer, email)
            await orders.lock(session, order)
            current = await orders.own(session, order, customer)
            shown = await self._shown(session, current, policies, now, travels=())
            if shown.step not in (Step.PAY, Step.TROUBLE):
                if current.state in (OrderState.EXPIRED, OrderState.CANCELLED):
                    raise HoldEnded
                return shown
            if way not in shown.ways:
                raise OnlineNotOffered
            placed = await writes.place(session, current, way, self.online, policies, message, now)
            return replace(shown, order=placed, step=Step.DONE if way is PayWay.AT_PICKUP else Step.LINK, link=None)

    async def cancel(self, order: OrderId, customer: CustomerId) -> OrderView:
        """❌ before anything is owed: the pieces are free at once. A link that is paid all the same is refunded.

        Twice is once. Raises NoSuchOrder, OrderMovedOn when the shop owes it already.
        """
        now = self.database.clock.now()
        async with self.database.transaction() as session:
            await orders.lock(session, order)
            current = await orders.own(session, order, customer)
            if current.state in (OrderState.CANCELLED, OrderState.EXPIRED):
                return current
            if current.state not in (OrderState.DRAFT, OrderState.AWAITING_PAYMENT):
                raise OrderMovedOn
            await order_writes.end_unplaced(
                session, current, OrderState.CANCELLED, actor=customer, why="buyer", now=now
            )
            if current.delivery and current.delivery.is_open_question:
                await tell_sellers(session, "quote_declined", str(order), now=now, order=order)
            return await orders.get(session, order)

    async def sweep(self) -> None:
        """End checkouts whose time is over and tell their buyers. Those with a payable link are left alone."""
        now = self.database.clock.now()
        async with self.database.reading() as session:
            overdue = await stock_reads.overdue_orders(session, now)
        for order in overdue:
            async with self.database.transaction() as session:
                await writes.expire(session, order, now)

    async def _next(
        self,
        session: AsyncSession,
        draft: OrderView,
        policies: Policies,
        now: datetime,
        booked: reads.Booked | None = None,
        **values: object,
    ) -> CheckoutView:
        """These columns are written, the hold is longer, and what is asked next is shown."""
        longer = await writes.extend(session, draft, policies, now, **values)
        return await self._shown(session, longer, policies, now, booked)

    async def _shown(
        self,
        session: AsyncSession,
        order: OrderView,
        policies: Policies,
        now: datetime,
        booked: reads.Booked | None = None,
        travels: Sequence[Way] | None = None,
    ) -> CheckoutView:
        return await reads.view(session, order, self.online, policies, now, booked=booked, travels=travels)


def _same(order: OrderView, wanted: Sequence[Wanted]) -> bool:
    return {(line.variant, line.quantity) for line in order.lines} == {(line.variant, line.quantity) for line in wanted}


@dataclass(frozen=True, slots=True)
class CartCare:
    """A cart is kept for months: what has changed meanwhile is said and put right, never a reason to fail."""

    database: Database

    async def state(self, customer: CustomerId, language: Language) -> CartState:
        async with self.database.reading() as session:
            return await reads.cart_state(session, customer, language, self.database.clock.now())

    async def tidy(self, customer: CustomerId) -> None:
        """What is sold or no longer shown leaves the cart; of what has become fewer as many stay as there are."""
        now = self.database.clock.now()
        async with self.database.transaction() as session:
            state = await reads.cart_state(session, customer, "en", now)
            for item in state.items:
                most = rules.reachable(state, item.variant)
                if item.quantity > most:
                    await cart_writes.keep_at_most(session, customer, item.variant, most)

    async def gone(self, variant: VariantId, language: Language) -> Card:
        """A work of the cart, though it is no longer shown. Raises NoSuchWork."""
        async with self.database.reading() as session:
            line = (await catalogue.lines(session, [variant], language, only_listed=False)).get(variant)
            if line is None:
                raise NoSuchWork
            return await catalogue.card(session, line.product, language)


@dataclass(frozen=True, slots=True)
class Extras:
    """What may be added to an order before it is confirmed."""

    database: Database
    defaults: Policies
    online: OnlinePay

    async def wrap(self, order: OrderId, customer: CustomerId, *, wanted: bool) -> CheckoutView:
        """🎁 at today's price, which stays, or not. Twice is once.

        Raises NoSuchOrder, HoldEnded, OrderMovedOn, NoWrapping.
        """
        now = self.database.clock.now()
        async with self.database.transaction() as session:
            policies = await load(session, self.defaults)
            draft = await writes.open_draft(session, order, customer)
            values: dict[str, object] = {}
            if wanted is not (draft.wrap_minor is not None):
                if wanted and not policies.gift_wrap_minor:
                    raise NoWrapping
                price = policies.gift_wrap_minor if wanted else None
                total = draft.total.minor - (draft.wrap_minor or 0) + (price or 0)
                values = {"wrap_minor": price, "total_minor": total}
            changed = await writes.extend(session, draft, policies, now, **values)
            return await reads.view(session, changed, self.online, policies, now)

    async def note(self, order: OrderId, customer: CustomerId, words: str) -> CheckoutView:
        """A few words to the artist in place of earlier ones; none: no note.

        Raises NoteTooLong, NoSuchOrder, HoldEnded, OrderMovedOn.
        """
        kept, now = rules.note(words), self.database.clock.now()
        async with self.database.transaction() as session:
            policies = await load(session, self.defaults)
            draft = await writes.open_draft(session, order, customer)
            changed = await writes.extend(session, draft, policies, now, note=kept)
            return await reads.view(session, changed, self.online, policies, now)

    async def remember(self, order: OrderId, customer: CustomerId, *, wanted: bool) -> CheckoutView:
        """💾 keep what is chosen here for the next time, or no longer; what was kept is gone then. Twice is once.

        Raises NoSuchOrder, HoldEnded, OrderMovedOn.
        """
        now = self.database.clock.now()
        async with self.database.transaction() as session:
            policies = await load(session, self.defaults)
            draft = await writes.open_draft(session, order, customer)
            changed = await writes.extend(session, draft, policies, now, remember=wanted)
            await _agree(session, customer, now, granted=wanted)
            return await reads.view(session, changed, self.online, policies, now)

    async def forget(self, customer: CustomerId) -> None:
        """Nothing is kept any more, and nothing that is being bought now will be."""
        now = self.database.clock.now()
        async with self.database.transaction() as session:
            draft = await orders.draft_of(session, customer)
            if draft is not None:
                await orders.lock(session, draft.id)
                await order_writes.change(session, draft.id, of=draft.state, remember=False)
            await _agree(session, customer, now, granted=False)


async def _agree(session: AsyncSession, customer: CustomerId, now: datetime, *, granted: bool) -> None:
    key, version = "remember-ask", CHOICES_VERSION
    await customer_writes.decide(session, customer, CHOICES, granted=granted, version=version, text_key=key, now=now)
    if not granted:
        await customer_writes.forget_choice(session, customer)
