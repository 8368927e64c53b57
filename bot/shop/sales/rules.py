"""What is left of what sales brought? The formula stands in docs/figures.md too."""

from collections.abc import Sequence

from bot.shop.sales.values import Kept, Profit


def profit(kept: Sequence[Kept], sales: int) -> Profit | None:
    """Of that many sales; nothing where the cost of none of them is known."""
    known = sum(each.sales for each in kept)
    if not known:
        return None
    cost = sum(each.cost_minor for each in kept)
    brought = sum(each.brought_minor - each.back_minor for each in kept)
    return Profit(brought - cost, cost, known, sales)
