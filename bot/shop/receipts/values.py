"""What is a receipt, before and after the provider has it?"""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from bot.basics.ids import AttemptId, OrderId, ReceiptId


class Register(StrEnum):
    """Who makes the receipts; one of YooKassa's needs an e-mail, another register an e-mail or a phone."""

    OFF = "off"
    YOOKASSA = "yookassa"
    THIRD_PARTY = "third_party"


@dataclass(frozen=True, slots=True)
class Terms:
    """How the seller is taxed. Codes as YooKassa numbers them (API v3, "vat_code", "tax_system_code")."""

    register: Register
    vat_code: int
    tax_system: int | None


@dataclass(frozen=True, slots=True)
class Sold:
    """One thing on a receipt."""

    title: str
    price_minor: int
    """Of one."""
    quantity: int
    service: bool = False
    """Delivery or wrapping, no goods."""


class ReceiptKind(StrEnum):
    PAYMENT = "payment"
    """Goes out with the payment: paid in advance."""
    SETTLEMENT = "settlement"
    """After the hand-over of what was paid in advance."""


class ReceiptState(StrEnum):
    """How far a receipt has come; the last two are final."""

    INTENT = "intent"
    UNKNOWN = "unknown"
    PENDING = "pending"
    SUCCEEDED = "succeeded"
    CANCELED = "canceled"


@dataclass(frozen=True, slots=True)
class FetchedReceipt:
    """A receipt as the provider shows it now."""

    provider_id: str
    state: ReceiptState


@dataclass(frozen=True, slots=True)
class Receipt:
    """One receipt of an order."""

    id: ReceiptId
    order: OrderId
    attempt: AttemptId
    payment_id: str
    kind: ReceiptKind
    key: str
    body: str
    state: ReceiptState
    provider_id: str | None
    checks: int
    created_at: datetime
