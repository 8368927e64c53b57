"""What was left of sales?"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Kept:
    """Sales of one kind whose cost is known. Money in minor units.

    `what`: order (all of them), money (that came for them by one way of payment), till (by one way) or channel (one
    of them); `name`: the way or the channel.
    """

    what: str
    name: str
    sales: int
    brought_minor: int
    cost_minor: int
    came_minor: int
    """What a fee is a part of."""
    back_minor: int


@dataclass(frozen=True, slots=True)
class Profit:
    """What was left of those sales of a time whose cost is known: `known` of `sales`. Minor units."""

    minor: int
    cost_minor: int
    known: int
    sales: int
