"""Who may do what? Each handler declares the right that it needs; a test walks the router tree."""

from enum import StrEnum
from typing import Final


class Right(StrEnum):
    """What a handler lets a person do."""

    BUY = "buy"
    """What everybody may do."""
    ORDERS = "orders"
    CATALOGUE = "catalogue"
    STOCK = "stock"
    MONEY = "money"
    SETTINGS = "settings"


class Role(StrEnum):
    BUYER = "buyer"
    OWNER = "owner"


RIGHTS: Final[dict[Role, frozenset[Right]]] = {
    Role.BUYER: frozenset({Right.BUY}),
    Role.OWNER: frozenset(Right),
}


def needs(right: Right) -> dict[str, Right]:
    """Flags of a handler: `router.message.register(on_x, …, flags=needs(Right.BUY))`."""
    return {"right": right}
