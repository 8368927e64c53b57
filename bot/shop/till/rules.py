"""For how much, then? Pure decisions."""

import re

from bot.shop.captions.rules import parse_price
from bot.shop.till.errors import NotAPrice


def price(said: str, full_minor: int, currency: str) -> int:
    """`10 %` off, or a price typed as it is; minor units. Raises NotAPrice, and what a price raises."""
    part = re.fullmatch(r"\s*[-−–]?\s*(\d{1,2})\s*%\s*", said)
    if part:
        return full_minor * (100 - int(part[1])) // 100
    reading = parse_price(said, currency)
    if reading.settled is None:
        raise NotAPrice
    return reading.settled
