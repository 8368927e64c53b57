"""What is told to a channel, and what does it answer?"""

from dataclasses import dataclass
from enum import StrEnum


class Outcome(StrEnum):
    TAKEN = "taken"
    LATER = "later"
    GIVEN_UP = "given_up"


@dataclass(frozen=True, slots=True)
class Delivery:
    """One message, word for word the same at every try."""

    id: str
    channel: int
    code: str
    url: str
    local: bool
    secret: str
    event: str
    body: str
    since_stock: str
    since_orders: str
    tries: int


@dataclass(frozen=True, slots=True)
class HookAnswer:
    """What the other side said; `retry_after_s` where it asks us to wait."""

    status: int
    retry_after_s: float | None = None
