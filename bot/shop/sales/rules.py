"""What is left of what sales brought, and what is a cost that somebody typed? The formula stands in docs/figures.md."""

import re
from collections.abc import Sequence
from typing import Final

from bot.basics.errors import ShopError
from bot.shop.captions.errors import OtherCurrency
from bot.shop.captions.rules import parse_price
from bot.shop.sales.errors import BadCost
from bot.shop.sales.values import MOST, Fees, Kept, Profit

_WHOLE: Final = 100 * 100
_ZERO: Final = re.compile(r"0+(?:[.,]0{1,2})?")
_PERCENT: Final = re.compile(r"(\d{1,3})(?:[.,](\d{1,2}))? ?%?")


def profit(kept: Sequence[Kept], sales: int, fees: Fees) -> Profit | None:
    """Of that many sales; nothing where the cost of none of them is known. Fees are rounded once, half up."""
    known = sum(each.sales for each in kept)
    if not known:
        return None
    cost = sum(each.cost_minor for each in kept)
    brought = sum(each.brought_minor - each.back_minor for each in kept)
    taken = (sum(each.came_minor * _rate(each, fees) for each in kept) + _WHOLE // 2) // _WHOLE
    return Profit(brought - cost - taken, cost, taken, known, sales)


def _rate(kept: Kept, fees: Fees) -> int:
    return (fees.channels if kept.what == "channel" else fees.ways).get(kept.name, 0)


def parse_cost(text: str, currency: str) -> int:
    """What one piece cost, minor units; 0 is a cost. Raises BadCost, and for another currency OtherCurrency."""
    if _ZERO.fullmatch(text.strip()):
        return 0
    try:
        reading = parse_price(text, currency)
    except OtherCurrency:
        raise
    except ShopError as trouble:
        raise BadCost from trouble
    if reading.settled is None:
        raise BadCost
    return reading.settled


def parse_percent(text: str) -> int | None:
    """`3,5 %` → 350 hundredths of a percent; None for anything but 0 to 100."""
    found = _PERCENT.fullmatch(text.strip())
    if found is None:
        return None
    hundredths = int(found[1]) * 100 + int((found[2] or "0").ljust(2, "0"))
    return hundredths if hundredths <= MOST else None
