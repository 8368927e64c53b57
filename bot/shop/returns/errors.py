"""Which refusals do returns know?"""

from bot.basics.errors import ShopError


class ReturnTooLate(ShopError):
    """The time in which this order could be given back is over, or the shop takes nothing back."""

    key = "return-too-late"


class ReturnMovedOn(ShopError):
    """The request is in another state than the button thought, or there is none."""

    key = "return-moved-on"
