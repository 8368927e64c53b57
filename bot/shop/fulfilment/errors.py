"""Which refusals come up between acceptance and hand-over?"""

from bot.basics.errors import ShopError


class CannotCancel(ShopError):
    """It is too late for that."""

    key = "cannot-cancel"
