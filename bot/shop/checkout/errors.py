"""Which refusals does the checkout know?"""

from bot.basics.errors import ShopError


class EmptyCart(ShopError):
    key = "empty-cart"


class HoldEnded(ShopError):
    """The time to finish is over; the pieces are free again."""

    key = "hold-ended"


class NoWrapping(ShopError):
    """The seller no longer wraps gifts."""

    key = "no-wrapping"


class NoteTooLong(ShopError):
    """More than fits on the seller's card of the order."""

    key = "note-too-long"

    def __init__(self, count: int, limit: int) -> None:
        super().__init__(count=count, limit=limit)


class NoPlaces(ShopError):
    """Nothing can be collected anywhere now."""

    key = "no-places"


class BadPhone(ShopError):
    """Not a phone number that could be called; `example` is one that could."""

    key = "bad-phone"

    def __init__(self, example: str) -> None:
        super().__init__(example=example)


class NotOwnContact(ShopError):
    """Somebody else's contact was sent: whom the shop may call, only they themselves can say."""

    key = "not-own-contact"
