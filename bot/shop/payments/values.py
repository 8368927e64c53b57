"""What do we know about money on its way? Values of payments, refunds and what a provider answers."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from bot.basics.ids import AttemptId, OrderId, RefundId
from bot.basics.money import Money
from bot.shop.receipts.values import ReceiptState


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
    receipt: ReceiptState | None = None
    """How far the receipt has come that went out with it; None: there was none."""


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


class Provider(StrEnum):
    """Who takes the money of one try to pay, and in which way it is written into the books."""

    YOOKASSA = "yookassa"
    TELEGRAM = "telegram"
    """An invoice of Telegram's: it cannot be asked about, and its money goes back by hand."""


class AttemptState(StrEnum):
    """What we know of one try to pay."""

    INTENT = "intent"
    UNKNOWN = "unknown"
    PENDING = "pending"
    HELD = "held"
    SUCCEEDED = "succeeded"
    CANCELED = "canceled"
    MISMATCH = "mismatch"


@dataclass(frozen=True, slots=True)
class Attempt:
    """One try to pay an order."""

    id: AttemptId
    order: OrderId
    key: str
    body: str
    amount: Money
    live: bool
    state: AttemptState
    provider_id: str | None
    confirmation_url: str | None
    refunding_minor: int
    checks: int
    created_at: datetime
    provider: Provider
    cabinet_id: str | None

    @property
    def by_hand(self) -> bool:
        """Nobody can be asked about it, and only the seller can give it back, in the provider's cabinet."""
        return self.provider is Provider.TELEGRAM

    @property
    def left_minor(self) -> int:
        """What came and has not been promised back."""
        return self.amount.minor - self.refunding_minor if self.state is AttemptState.SUCCEEDED else 0


@dataclass(frozen=True, slots=True)
class Refund:
    """One try to give money back."""

    id: RefundId
    attempt: AttemptId
    order: OrderId
    payment_id: str
    key: str
    body: str
    amount: Money
    state: str
    provider_id: str | None
    reason: str
    checks: int
    created_at: datetime
    provider: Provider
    cabinet_id: str | None

    @property
    def by_hand(self) -> bool:
        """Only the seller can give it back, in the provider's cabinet."""
        return self.provider is Provider.TELEGRAM


@dataclass(frozen=True, slots=True)
class MoneyDifference:
    """An order whose money is not what it should be."""

    order: str
    what: str
    is_now: int
    should_be: int
