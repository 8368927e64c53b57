"""Which refusals does delivery know?"""

from bot.basics.errors import ShopError


class NoSuchWay(ShopError):
    """Unknown, switched off, or it cannot be paid for now."""

    key = "no-such-way"


class DeliveryMovedOn(ShopError):
    """The delivery is further than the button thought."""

    key = "delivery-moved-on"
