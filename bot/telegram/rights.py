"""Who may do what? Each handler declares the right that it needs; a test walks the router tree."""

from enum import StrEnum
from typing import Final

from bot.shop.customers.values import StaffRole


class Right(StrEnum):
    """What a handler lets a person do."""

    BUY = "buy"
    """What everybody may do."""
    VIEW = "view"
    """Look at the desk, at orders, works and their numbers; change nothing."""
    ORDERS = "orders"
    """Answer buyers, make orders ready, send them."""
    HAND_OVER = "hand_over"
    """Give an order to its buyer, and take the money for it."""
    TILL = "till"
    """Sell over the counter, and what was sold there a while ago."""
    CATALOGUE = "catalogue"
    STOCK = "stock"
    FILES = "files"
    """Works and counts in and out by files: none of them names a person."""
    MONEY = "money"
    """Give money back, call orders off."""
    FIGURES = "figures"
    COSTS = "costs"
    """What works cost, and what banks and channels take: see it and set it."""
    EXPORT = "export"
    """Files that name people."""
    SETTINGS = "settings"
    """Rules, places, delivery, the showcase."""
    BUSINESS = "business"
    """Who sells, what services cost, other channels and their keys."""
    JOURNAL = "journal"
    """Who changed what."""
    STAFF = "staff"
    """Who works here, and as what."""


class Role(StrEnum):
    BUYER = "buyer"
    OWNER = "owner"
    MANAGER = StaffRole.MANAGER
    PACKER = StaffRole.PACKER
    CASHIER = StaffRole.CASHIER
    VIEWER = StaffRole.VIEWER


RIGHTS: Final[dict[Role, frozenset[Right]]] = {
    Role.BUYER: frozenset({Right.BUY}),
    Role.OWNER: frozenset(Right),
    Role.MANAGER: frozenset(Right) - {Right.BUSINESS, Right.STAFF},
    Role.PACKER: frozenset({Right.BUY, Right.VIEW, Right.ORDERS, Right.HAND_OVER}),
    Role.CASHIER: frozenset({Right.BUY, Right.VIEW, Right.HAND_OVER, Right.TILL}),
    Role.VIEWER: frozenset({Right.BUY, Right.VIEW, Right.FIGURES}),
}


def role_of(platform_id: int, member: StaffRole | None, owners: frozenset[int]) -> Role:
    """Owners are named in the settings; whoever works for them was invited."""
    if platform_id in owners:
        return Role.OWNER
    return Role(member.value) if member is not None else Role.BUYER


def needs(right: Right) -> dict[str, Right]:
    """Flags of a handler: `router.message.register(on_x, …, flags=needs(Right.BUY))`."""
    return {"right": right}
