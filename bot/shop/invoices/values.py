"""What does Telegram say of an invoice, and what do we answer?"""

from dataclasses import dataclass
from enum import StrEnum


class WhyNot(StrEnum):
    """Why an invoice is not to be paid now; each is a text of the chat."""

    UNKNOWN = "invoice-unknown"
    PAID = "invoice-paid"
    OVER = "invoice-over"


@dataclass(frozen=True, slots=True)
class Asked:
    """The last question before money moves (Bot API, PreCheckoutQuery). Money in minor units."""

    payload: str
    platform_id: int
    amount_minor: int
    currency: str


@dataclass(frozen=True, slots=True)
class Paid:
    """Word that money has moved (Bot API, SuccessfulPayment). Money in minor units."""

    payload: str
    charge_id: str
    """Telegram's number of the payment: the same one is the same payment."""
    cabinet_id: str
    """The provider's number, by which the seller finds it in the cabinet."""
    amount_minor: int
    currency: str
