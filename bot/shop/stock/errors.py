"""Which refusals does stock know?"""

from bot.basics.errors import ShopError
from bot.basics.ids import VariantId
from bot.shop.stock.values import Wanted


class SoldOut(ShopError):
    """There are not that many pieces free."""

    key = "sold-out"

    def __init__(self, wanted: Wanted, available: int) -> None:
        super().__init__(available=available)
        self.wanted, self.available = wanted, available

    @property
    def variant(self) -> VariantId:
        return self.wanted.variant
