"""How far has each receipt of an order come, in a seller's words?"""

from collections.abc import Sequence

from bot.shop.receipts.values import Receipt
from bot.telegram.texts import Html, Texts


def lines(receipts: Sequence[Receipt], texts: Texts) -> list[Html]:
    """One line for each receipt, the oldest first."""
    return [texts(f"sell-receipt-{receipt.kind.value}", state=receipt.state.value) for receipt in receipts]
