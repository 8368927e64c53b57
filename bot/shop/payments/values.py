"""What do we know about money on its way? Values of payments, refunds and what a provider answers."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class ProviderStatus(StrEnum):
    """Status of a payment or a refund at the provider; the last two are final (YooKassa API v3, "Payment object")."""

    PENDING = "pending"
    WAITING_FOR_CAPTURE = "waiting_for_capture"
    SUCCEEDED = "succeeded"
    CANCELED = "canceled"


@dataclass(frozen=True, slots=True)
class FetchedPayment:
    """A payment as the provider shows it now. Money in minor units, times in UTC."""

    provider_id: str
    status: ProviderStatus
    amount_minor: int
    currency: str
    test: bool
    attempt: str | None
    """Our own attempt key, brought back in the metadata."""
    confirmation_url: str | None
    created_at: datetime
    expires_at: datetime | None
    cancel_reason: str | None
    refunded_minor: int
    fee_minor: int | None


@dataclass(frozen=True, slots=True)
class FetchedRefund:
    """A refund as the provider shows it now."""

    provider_id: str
    payment_id: str
    status: ProviderStatus
    amount_minor: int
    currency: str
    cancel_reason: str | None
    created_at: datetime
