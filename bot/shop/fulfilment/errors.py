"""Which refusals come up between acceptance and hand-over?"""

from bot.basics.errors import ShopError


class ToBeSent(ShopError):
    """It travels: there is nothing to collect, it is sent."""

    key = "to-be-sent"


class CannotCancel(ShopError):
    """It is too late for that."""

    key = "cannot-cancel"
