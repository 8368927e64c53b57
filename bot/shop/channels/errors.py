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


class RequestDiffers(ShopError):
    """The same idempotency key came with another request."""

    key = "request-differs"


class StockMoved(ShopError):
    """The number is not the one the channel thought it was."""

    key = "stock-moved"

    def __init__(self, on_hand: int, version: int) -> None:
        super().__init__(count=on_hand)
        self.on_hand, self.version = on_hand, version


class WhichPlace(ShopError):
    """The pieces lie in several places, or the one named is none of them."""

    key = "which-place"


class NoSuchSale(ShopError):
    key = "no-such-sale"


class NoSuchHold(ShopError):
    key = "no-such-hold"


class ChannelHoldOver(ShopError):
    """The hold has ended, and its pieces are gone; or it was paid for, and cannot be given back."""

    key = "channel-hold-over"


class RequestRuns(ShopError):
    """The same request is being worked on at this moment."""

    key = "request-runs"
