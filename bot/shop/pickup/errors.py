"""Which refusals do places know?"""

from bot.basics.errors import ShopError


class NoSuchPlace(ShopError):
    """Unknown, closed, or over."""

    key = "no-such-place"


class OutOfReach(NoSuchPlace):
    """The work cannot be there in time, or nobody can be received there any more."""

    key = "place-out-of-reach"


class SlotTaken(ShopError):
    """That time is full or over."""

    key = "slot-taken"


class LastPlace(ShopError):
    """A shop without any place cannot hand anything over."""

    key = "last-place"
