"""Which refusals does counting know?"""

from bot.basics.errors import ShopError


class NoSuchRound(ShopError):
    """That count is over, or there was none; or the work was not part of it."""

    key = "no-such-round"


class NothingToCount(ShopError):
    """By the books nothing lies at that place."""

    key = "nothing-to-count"
