"""Why can somebody not be forgotten right now?"""

from bot.basics.errors import ShopError


class OrdersStillOpen(ShopError):
    """The shop owes the person something, or they owe the shop: where it goes must be known until then."""

    key = "orders-still-open"

    def __init__(self, numbers: list[str]) -> None:
        super().__init__(numbers=", ".join(numbers))
