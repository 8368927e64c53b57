"""Which refusals come up between choosing a delivery and the doorbell?"""

from bot.basics.errors import ShopError
from bot.shop.orders.errors import OrderMovedOn


class BadAddress(ShopError):
    """Too little to find anybody, or too long for a label; `limit` in characters."""

    key = "bad-address"


class QuoteChanged(OrderMovedOn):
    """Another price has been told than the one that was seen."""

    key = "quote-changed"


class QuoteByColleague(OrderMovedOn):
    """Somebody else of the shop has told a price meanwhile."""

    key = "quote-by-colleague"
