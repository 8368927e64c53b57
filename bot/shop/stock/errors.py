"""Which refusals does stock know?"""

from bot.basics.errors import ShopError
from bot.basics.ids import VariantId


class SoldOut(ShopError):
    """There are not that many pieces free."""

    key = "sold-out"

    def __init__(self, variant: VariantId, available: int) -> None:
        super().__init__(available=available)
        self.variant, self.available = variant, available
