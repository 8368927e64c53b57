"""Who gives way, and where does a piece that was found lie? Pure decisions."""

from collections.abc import Sequence

from bot.shop.conflicts.values import Behind, Standing
from bot.shop.stock.values import Level


def yielding(orders: Sequence[Behind], missing: int) -> list[Behind]:
    """The newest orders, until nothing is missing; what has been sent is with its buyer."""
    chosen: list[Behind] = []
    for order in orders:
        if missing <= 0:
            break
        if not order.sent:
            chosen.append(order)
            missing -= order.pieces
    return chosen


def overdue(standing: Standing, orders: Sequence[Behind]) -> list[Behind]:
    """Whose order ends at the deadline: for as many pieces as this conflict has made missing."""
    return yielding(orders, min(standing.missing, standing.short - standing.of_those_absent))


def spread(levels: Sequence[Level], pieces: int) -> list[tuple[int, int]]:
    """(place, pieces): where most is promised and missing first."""
    found: list[tuple[int, int]] = []
    for level in sorted(levels, key=lambda each: (each.available, each.location)):
        there = min(max(-level.available, 0), pieces)
        if there:
            found.append((int(level.location), there))
            pieces -= there
    return found
