"""Which refusals do orders know?"""

from bot.basics.errors import ShopError


class NoSuchOrder(ShopError):
    """Unknown, or somebody else's: for the one who asks it is the same."""

    key = "no-such-order"


class OrderMovedOn(ShopError):
    """The order is in another state than the button thought."""

    key = "order-moved-on"


class WrongCode(ShopError):
    """No order waits under that code."""

    key = "wrong-code"
