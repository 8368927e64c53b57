"""What waits to travel, and what travels?"""

from collections.abc import Mapping
from dataclasses import dataclass

from bot.shop.orders.values import OrderState


@dataclass(frozen=True, slots=True)
class OnTheWay:
    """How many orders are in each state of work, wait for a price or for an answer to it, or travel."""

    counts: Mapping[OrderState, int]
    asked: int = 0
    quoted: int = 0
    sent: int = 0
