"""What may be held together, and in which order?"""

from collections import Counter
from collections.abc import Iterable

from bot.basics.ids import VariantId
from bot.shop.stock.values import Wanted

MAX_COUNT = 1_000_000
"""Largest count of one variant that anybody may type."""


def merged(lines: Iterable[Wanted]) -> list[Wanted]:
    """One line per variant that is wanted at all, in the one order in which rows are touched (deadlocks otherwise)."""
    total: Counter[VariantId] = Counter()
    for line in lines:
        total[line.variant] += max(line.quantity, 0)
    return [Wanted(variant, total[variant]) for variant in sorted(total) if total[variant]]
