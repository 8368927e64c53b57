"""What is a request to give an order back, seen from outside?"""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from bot.basics.ids import CustomerId, OrderId, ReturnId


class ReturnState(StrEnum):
    """How far a request has come; the last two are final."""

    ASKED = "asked"
    ACCEPTED = "accepted"
    DECLINED = "declined"
    DONE = "done"


@dataclass(frozen=True, slots=True)
class Return:
    """One request. Times in UTC."""

    id: ReturnId
    order: OrderId
    customer: CustomerId
    state: ReturnState
    words: str
    """What the seller says: how to bring it back, or why not."""
    restocked: bool | None
    asked_at: datetime
    decided_at: datetime | None
    closed_at: datetime | None


@dataclass(frozen=True, slots=True)
class Standing:
    """How an order stands with being given back."""

    within: timedelta
    request: Return | None
