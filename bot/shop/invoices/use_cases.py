"""How does an order get paid inside Telegram? One method talks to Telegram; only jobs call it."""

from dataclasses import dataclass

from bot.basics.ids import AttemptId, CustomerId, OrderId, RefundId
from bot.shop.customers import reads as customers
from bot.shop.invoices import rules, writes
from bot.shop.invoices.ports import InvoiceMaker
from bot.shop.invoices.values import Asked, Paid, WhyNot
from bot.shop.orders import reads as orders
from bot.shop.outbox.writes import tell_sellers
from bot.shop.payments import reads as payment_reads
from bot.shop.payments import writes as payments
from bot.shop.payments.errors import GatewayRefused, GatewayUnreachable, NothingToRefund
from bot.shop.payments.values import AttemptState, FetchedRefund, ProviderStatus, Refund
from bot.shop.policies.reads import load
from bot.shop.policies.values import Policies
from bot.storage.database import Database


@dataclass(frozen=True, slots=True)
class Invoices:
    """Telegram's own form of payment."""

    database: Database
    defaults: Policies
    maker: InvoiceMaker | None

    async def link(self, attempt_id: AttemptId) -> None:
        """Have the planned invoice made and give its address to the buyer. Twice is once.

        Raises GatewayUnreachable: another invoice on the same terms later, which can be paid only once all the same.
        """
        async with self.database.reading() as session:
            attempt = await payment_reads.attempt(session, attempt_id)
        if attempt.state is not AttemptState.INTENT:
            return
        if self.maker is None:
            raise GatewayUnreachable("BOT_PAYMENT_TOKEN is not set")
        refused, link = "", ""
        try:
            link = await self.maker.link(attempt.body)
        except GatewayRefused as refusal:
            refused = f"{refusal.status} {refusal.code}"[:60]
        now = self.database.clock.now()
        async with self.database.transaction() as session:
            policies = await load(session, self.defaults)
            if refused:
                await payments.note_refused(session, attempt, refused, policies.hold, now)
                return
            payable = attempt.created_at + policies.payment_link + policies.payment_grace
            await writes.note_link(session, attempt, link, max(payable, now + 2 * policies.payment_grace), now)

    async def why_not(self, asked: Asked) -> WhyNot | None:
        """May this money move? Reads only, and asks nobody: Telegram waits ten seconds for the answer."""
        async with self.database.reading() as session:
            attempt = await payment_reads.attempt_by_key(session, asked.payload)
            order = await orders.get(session, attempt.order) if attempt else None
            payer = await customers.get(session, order.customer) if order else None
            grace = (await load(session, self.defaults)).payment_grace
        now = self.database.clock.now()
        return rules.why_not(asked, attempt, order, payer.platform_id if payer else None, now, grace)

    async def paid(self, paid: Paid) -> None:
        """Money has moved. Twice is once; one that no invoice of ours asked for is shown to the seller."""
        now = self.database.clock.now()
        async with self.database.transaction() as session:
            if not await writes.settle(session, paid, now):
                await tell_sellers(
                    session,
                    "stray_payment",
                    paid.charge_id,
                    now=now,
                    amount=paid.amount_minor,
                    currency=paid.currency,
                    payment=paid.cabinet_id,
                )

    async def to_give_back(self, order: OrderId) -> list[Refund]:
        """What the seller has to give back in the provider's cabinet, the oldest first."""
        async with self.database.reading() as session:
            return await payment_reads.refunds_by_hand(session, order)

    async def given_back(self, refund_id: RefundId, seller: CustomerId) -> Refund:
        """The seller has given it back. Twice is once. Raises NothingToRefund for an id that is none."""
        now = self.database.clock.now()
        async with self.database.transaction() as session:
            refund = await payment_reads.find_refund(session, refund_id)
            if refund is None:
                raise NothingToRefund
            await orders.lock(session, refund.order)
            if refund.by_hand:
                done = FetchedRefund(
                    provider_id=f"hand:{refund.id}:{seller}",
                    payment_id=refund.payment_id,
                    status=ProviderStatus.SUCCEEDED,
                    amount_minor=refund.amount.minor,
                    currency=refund.amount.currency,
                    cancel_reason=None,
                    created_at=now,
                )
                await payments.settle_refund(session, refund, done, now)
            return refund
