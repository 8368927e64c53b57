"""What is a cart line, seen from outside?"""

from dataclasses import dataclass

from bot.basics.ids import VariantId

MAX_QUANTITY = 999
"""Most pieces of one variant in a cart."""


@dataclass(frozen=True, slots=True)
class CartItem:
    """So many of one variant, and the price the buyer last saw."""

    variant: VariantId
    quantity: int
    price_seen_minor: int
