"""What does the shop need from a payment provider?"""

from collections.abc import Sequence
from datetime import datetime
from typing import Protocol

from bot.shop.payments.values import FetchedPayment, FetchedRefund
from bot.shop.receipts.values import FetchedReceipt


class PaymentGateway(Protocol):
    """A payment provider. Every method is a network call: never inside a transaction.

    Each raises GatewayRefused when the thing is certainly not done and GatewayUnreachable when the outcome is unknown.
    """

    @property
    def live(self) -> bool:
        """True with real money; test keys answer False."""

    async def create(self, key: str, body: str) -> FetchedPayment:
        """Send the frozen JSON body under its idempotence key. Twice is once, within 24 h of the first call."""

    async def status(self, provider_id: str) -> FetchedPayment:
        """The truth about one payment."""

    async def refund(self, key: str, body: str) -> FetchedRefund:
        """Send the frozen JSON body of a refund under its key. Twice is once, within 24 h of the first call."""

    async def refund_status(self, provider_id: str) -> FetchedRefund:
        """The truth about one refund."""

    async def payments(self, created_from: datetime, created_to: datetime) -> Sequence[FetchedPayment]:
        """All payments created in [from, to), every page of the provider's list."""

    async def refunds_of(self, payment_id: str) -> Sequence[FetchedRefund]:
        """All refunds of one payment, those made in the merchant's cabinet too."""

    async def receipt(self, key: str, body: str) -> FetchedReceipt:
        """Send the frozen JSON body of a receipt under its key. Twice is once, within 24 h of the first call."""

    async def receipt_status(self, provider_id: str) -> FetchedReceipt:
        """The truth about one receipt."""

    async def receipts_of(self, payment_id: str) -> Sequence[FetchedReceipt]:
        """All receipts of one payment, the newest first."""
