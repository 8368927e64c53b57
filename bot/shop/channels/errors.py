"""Which refusals do the other sales channels meet?"""

from bot.basics.errors import ShopError


class ChannelExists(ShopError):
    """That code is taken."""

    key = "channel-exists"


class NoSuchChannel(ShopError):
    key = "no-such-channel"


class SaleDiffers(ShopError):
    """A sale with this id was told before, and it was another one."""

    key = "sale-differs"


class CursorTooOld(ShopError):
    """The cursor is not one of this shop's."""

    key = "cursor-too-old"
