"""Which refusals does the catalogue know?"""

from bot.basics.errors import ShopError


class NoSuchWork(ShopError):
    """Unknown, hidden or dropped: for a buyer it is the same."""

    key = "no-such-work"


class UnknownSku(ShopError):
    key = "unknown-sku"

    def __init__(self, sku: str) -> None:
        super().__init__(sku=sku[:64])


class NotADraft(ShopError):
    """It has been listed or dropped meanwhile."""

    key = "not-a-draft"


class PriceNotChosen(ShopError):
    """The price has two readings and nobody has chosen."""

    key = "price-not-chosen"
