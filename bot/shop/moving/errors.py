"""Which refusals does moving know?"""

from bot.basics.errors import ShopError


class NothingPacked(ShopError):
    """No work has been ticked to be taken along."""

    key = "nothing-packed"


class NoSuchTrip(ShopError):
    """Nothing has been taken there, or that was never a fair of this shop."""

    key = "no-such-trip"
