"""Which refusals does the till know?"""

from bot.basics.errors import ShopError


class NoSuchTillSale(ShopError):
    """There is no such sale, or another price was never named."""

    key = "till-no-such-sale"


class TooLateToUndo(ShopError):
    """A mistaken tap is taken back at once; later it is a return."""

    key = "till-too-late"


class NotHere(ShopError):
    """At a fair are only the pieces that were brought there, and by the books so many are not left."""

    key = "till-not-here"

    def __init__(self, left: int) -> None:
        super().__init__(count=left)
        self.left = left


class NotAPrice(ShopError):
    """Neither a price nor a part of it."""

    key = "till-not-a-price"
