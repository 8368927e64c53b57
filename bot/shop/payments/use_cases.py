"""How does money come and go? Methods that talk to the provider are split: read, call, write; only jobs call them."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy.ext.asyncio import AsyncSession

from bot.basics.ids import AttemptId, CustomerId, OrderId, ReceiptId, RefundId
from bot.shop.orders import reads as orders
from bot.shop.orders import writes as order_writes
from bot.shop.orders.values import OrderState
from bot.shop.outbox.writes import tell_buyer, tell_sellers
from bot.shop.payments import reads, rules, writes
from bot.shop.payments.errors import GatewayRefused, GatewayUnreachable
from bot.shop.payments.ports import PaymentGateway
from bot.shop.payments.values import Attempt, AttemptState, FetchedPayment, FetchedRefund, MoneyDifference, Refund
from bot.shop.policies.reads import load
from bot.shop.policies.values import Policies
from bot.shop.receipts import reads as receipt_reads
from bot.shop.receipts import writes as receipts
from bot.shop.receipts.values import FetchedReceipt, Receipt, ReceiptKind, ReceiptState
from bot.storage.database import Database

_SEARCH_BEFORE = timedelta(minutes=10)
_SEARCH_AFTER = timedelta(hours=25)


@dataclass(frozen=True, slots=True)
class Payments:
    """Money on its way."""

    database: Database
    defaults: Policies
    gateway: PaymentGateway | None

    async def link(self, attempt_id: AttemptId) -> None:
        """Bring a planned payment to the provider and give its link to the buyer. Twice is once.

        Raises GatewayUnreachable while the outcome is unknown: the same key and body again later.
        """
        await self._bring(attempt_id)

    async def _bring(self, attempt_id: AttemptId) -> None:
        async with self.database.reading() as session:
            attempt = await reads.attempt(session, attempt_id)
        if attempt.state not in (AttemptState.INTENT, AttemptState.UNKNOWN):
            return
        try:
            fetched = await self._created(attempt)
        except GatewayRefused as refusal:
            async with self.database.transaction() as session:
                policies = await load(session, self.defaults)
                now = self.database.clock.now()
                await writes.note_refused(session, attempt, f"{refusal.status} {refusal.code}"[:60], policies.hold, now)
            return
        except GatewayUnreachable:
            async with self.database.transaction() as session:
                await writes.note_unknown(session, attempt, self.database.clock.now())
            raise
        now = self.database.clock.now()
        async with self.database.transaction() as session:
            if fetched is None:
                await writes.note_refused(session, attempt, "never_made", timedelta(), now)
                return
            policies = await load(session, self.defaults)
            payable = fetched.created_at + policies.payment_link + policies.payment_grace
            await writes.note_link(session, attempt, fetched, max(payable, now + policies.payment_grace), now)
            if fetched.status.value != "pending":
                await writes.settle(session, attempt.id, fetched, now)

    async def _created(self, attempt: Attempt) -> FetchedPayment | None:
        """The payment of this attempt; after a day it is searched for, never asked for again. None: never made."""
        gateway, refused = self._gateway(), None
        if self.database.clock.now() - attempt.created_at < rules.REPEATABLE_FOR:
            try:
                return await gateway.create(attempt.key, attempt.body)
            except GatewayRefused as refusal:
                if attempt.state is AttemptState.INTENT:
                    raise
                # it is this call that is not done; an earlier one, whose answer was lost, may have been
                refused = refusal
        try:
            made = await gateway.payments(attempt.created_at - _SEARCH_BEFORE, attempt.created_at + _SEARCH_AFTER)
        except GatewayRefused as refusal:
            raise _unseen(refusal) from refusal
        found = next((payment for payment in made if payment.attempt == attempt.key), None)
        if found is None and refused is not None:
            raise refused
        return found

    async def check(self, attempt_id: AttemptId) -> None:
        """Look at the provider and apply what it shows, refunds made in its cabinet too.

        Raises GatewayUnreachable, GatewayRefused when it shows nothing: looked at again after a longer pause.
        """
        async with self.database.reading() as session:
            attempt = await reads.attempt(session, attempt_id)
            _, gone_back = await reads.refunds_known(session, attempt_id)
        if attempt.by_hand:
            return
        if attempt.provider_id is None:
            await self._bring(attempt_id)
            return
        try:
            fetched = await self._gateway().status(attempt.provider_id)
            in_doubt = attempt.state is AttemptState.MISMATCH
            # money that never entered the books cannot leave them
            is_more = not in_doubt and fetched.refunded_minor > gone_back
            listed = await self._gateway().refunds_of(attempt.provider_id) if is_more else ()
        except (GatewayUnreachable, GatewayRefused):
            async with self.database.transaction() as session:
                await writes.look_again(session, attempt, self.database.clock.now())
            raise
        now = self.database.clock.now()
        async with self.database.transaction() as session:
            if in_doubt:
                await self._doubted(session, attempt, fetched, now)
                return
            await writes.settle(session, attempt_id, fetched, now)
            await writes.adopt_refunds(session, attempt, listed, now)

    async def _doubted(self, session: AsyncSession, attempt: Attempt, fetched: FetchedPayment, now: datetime) -> None:
        """A payment that does not match, looked at once more: it still differs, or has gone back in the cabinet."""
        await orders.lock(session, attempt.order)
        order = await orders.get(session, attempt.order)
        key = f"{attempt.id}:{int(now.timestamp())}"
        if fetched.refunded_minor < fetched.amount_minor:
            doubt = rules.doubt(attempt, fetched)
            await tell_sellers(session, "mismatch", key, now=now, order=order.id, again=True, **doubt)
            return
        if order.state is OrderState.AWAITING_PAYMENT:
            await order_writes.end_unplaced(
                session, order, OrderState.EXPIRED, actor=None, why="mismatch_refunded", now=now
            )
        told: dict[str, Any] = {"order": order.id, "amount": fetched.refunded_minor}
        await tell_buyer(session, order.customer, "refunded", f"mismatch:{attempt.id}", now=now, **told)
        await tell_sellers(session, "refunded", f"mismatch:{attempt.id}", now=now, **told)

    async def note(self, provider_id: str, event: str) -> bool:
        """A notification: remember it and owe a look. False for an id that is none of ours: nothing is kept."""
        now = self.database.clock.now()
        async with self.database.reading() as session:
            attempt = await reads.attempt_by_provider(session, provider_id)
            refund = None if attempt else await reads.refund_by_provider(session, provider_id)
        wanted = attempt.id if attempt else refund.attempt if refund else None
        if wanted is None:
            return False
        async with self.database.transaction() as session:
            await writes.note_notice(session, provider_id, event, now)
            await writes.hasten(session, wanted, now)
        return True

    async def hasten(self, order: OrderId, customer: CustomerId) -> None:
        """The buyer says it is paid: owe a look now. Raises NoSuchOrder."""
        now = self.database.clock.now()
        async with self.database.transaction(aside=True) as session:
            await orders.own(session, order, customer)
            attempt = await reads.open_attempt(session, order)
            if attempt is not None:
                await writes.hasten(session, attempt.id, now)

    async def send_refund(self, refund_id: RefundId) -> None:
        """Bring a promised refund to the provider, or look how it is doing. Twice is once.

        Raises GatewayUnreachable while the outcome is unknown.
        """
        async with self.database.reading() as session:
            refund = await reads.refund(session, refund_id)
        if refund.state in ("succeeded", "canceled"):
            return
        try:
            fetched = await self._refunded(refund)
        except GatewayRefused as refusal:
            async with self.database.transaction() as session:
                reason = f"{refusal.status} {refusal.description}"
                await writes.fail_refund(session, refund, reason, self.database.clock.now())
            return
        except GatewayUnreachable:
            async with self.database.transaction() as session:
                await writes.note_unknown(session, refund, self.database.clock.now())
            raise
        async with self.database.transaction() as session:
            await orders.lock(session, refund.order)
            if fetched is None:
                await writes.fail_refund(session, refund, "never_made", self.database.clock.now())
            else:
                await writes.settle_refund(session, refund, fetched, self.database.clock.now())

    async def _refunded(self, refund: Refund) -> FetchedRefund | None:
        """The refund as the provider has it; after a day it is searched for, as payments are. None: never made."""
        gateway, refused = self._gateway(), None
        if refund.provider_id is None and self.database.clock.now() - refund.created_at < rules.REPEATABLE_FOR:
            try:
                return await gateway.refund(refund.key, refund.body)
            except GatewayRefused as refusal:
                if refund.state == AttemptState.INTENT:
                    raise
                refused = refusal
        async with self.database.reading() as session:
            known, _ = await reads.refunds_known(session, refund.attempt)
        try:
            if refund.provider_id is not None:
                return await gateway.refund_status(refund.provider_id)
            listed = await gateway.refunds_of(refund.payment_id)
        except GatewayRefused as refusal:
            raise _unseen(refusal) from refusal
        unknown = [found for found in listed if found.provider_id not in known]
        found = next((found for found in unknown if found.amount_minor == refund.amount.minor), None)
        if found is None and refused is not None:
            raise refused
        return found

    async def due(self) -> tuple[list[AttemptId], list[RefundId], list[ReceiptId]]:
        """What the reconciler looks at now: it finds what a lost notification or answer would have told."""
        now = self.database.clock.now()
        async with self.database.reading() as session:
            return (
                await reads.due_attempts(session, now),
                await reads.due_refunds(session, now),
                await receipt_reads.due(session, now),
            )

    async def coming_back(self, order: OrderId) -> int:
        """How much is on its way back to the buyer, minor units."""
        async with self.database.reading() as session:
            return await reads.refunds_open(session, order)

    async def differences(self) -> list[MoneyDifference]:
        """Orders whose money does not add up; empty when every rouble is explained."""
        async with self.database.reading() as session:
            return await reads.differences(session)

    def _gateway(self) -> PaymentGateway:
        return _given(self.gateway)


@dataclass(frozen=True, slots=True)
class Receipts:
    """What the law wants on paper, or in the mail."""

    database: Database
    gateway: PaymentGateway | None

    async def send(self, receipt_id: ReceiptId) -> None:
        """Bring a receipt to the provider, or look how it is doing. Twice is once.

        Raises GatewayUnreachable while the outcome is unknown.
        """
        async with self.database.reading() as session:
            receipt = await receipt_reads.receipt(session, receipt_id)
        if receipt.state in (ReceiptState.SUCCEEDED, ReceiptState.CANCELED):
            return
        failure = ""
        try:
            found = await self._registered(receipt)
        except GatewayRefused as refusal:
            found, failure = FetchedReceipt("", ReceiptState.CANCELED), f"{refusal.status} {refusal.description}"
        except GatewayUnreachable:
            async with self.database.transaction() as session:
                state = ReceiptState.UNKNOWN if receipt.provider_id is None else ReceiptState.PENDING
                await receipts.note(session, receipt, state, self.database.clock.now())
            raise
        now = self.database.clock.now()
        async with self.database.transaction() as session:
            own_id = found.provider_id or None
            await receipts.note(session, receipt, found.state, now, provider_id=own_id, failure=failure)

    async def _registered(self, receipt: Receipt) -> FetchedReceipt:
        """The receipt as the provider has it; after a day it is searched for, as payments are."""
        gateway, refused = _given(self.gateway), None
        lately = self.database.clock.now() - receipt.created_at < rules.REPEATABLE_FOR
        if receipt.kind is ReceiptKind.SETTLEMENT and receipt.provider_id is None and lately:
            try:
                return await gateway.receipt(receipt.key, receipt.body)
            except GatewayRefused as refusal:
                if receipt.state is ReceiptState.INTENT:
                    raise
                refused = refusal
        try:
            if receipt.kind is ReceiptKind.PAYMENT:
                seen = await gateway.status(receipt.payment_id)
                return FetchedReceipt("", seen.receipt or ReceiptState.PENDING)
            if receipt.provider_id is not None:
                return await gateway.receipt_status(receipt.provider_id)
            listed = await gateway.receipts_of(receipt.payment_id)
        except GatewayRefused as refusal:
            raise _unseen(refusal) from refusal
        # a payment has the receipt that went out with it, and this one if it was made
        if len(listed) < 2:
            raise refused or GatewayRefused(404, "never_made", "never made")
        return listed[0]

    async def of_order(self, order: OrderId) -> list[Receipt]:
        """The receipts of an order, the oldest first."""
        async with self.database.reading() as session:
            return await receipt_reads.of_order(session, order)


def _given(gateway: PaymentGateway | None) -> PaymentGateway:
    if gateway is None:
        raise GatewayUnreachable("no payment provider is configured")
    return gateway


def _unseen(refusal: GatewayRefused) -> GatewayUnreachable:
    """A look that is refused proves nothing: what was asked for may have been done."""
    return GatewayUnreachable(str(refusal))
