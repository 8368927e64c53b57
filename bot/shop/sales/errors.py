"""Which refusals does the cost of a sale know?"""

from bot.basics.errors import ShopError


class BadCost(ShopError):
    """What a work cost is a sum in the shop's currency that can be read in one way; 0 is one."""

    key = "bad-cost"
