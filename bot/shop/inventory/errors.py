"""Which refusals does an inventory know?"""

from bot.basics.errors import ShopError


class NotThatMany(ShopError):
    """A correction takes away more pieces than there are."""

    key = "not-that-many"

    def __init__(self, on_hand: int) -> None:
        super().__init__(count=on_hand)
        self.on_hand = on_hand


class NotFree(ShopError):
    """Fewer pieces are free at that place: the others are promised, held, or no longer there."""

    key = "not-free"

    def __init__(self, free: int) -> None:
        super().__init__(count=free)
        self.free = free
