"""Who works in the shop now, and which of them does a message concern?"""

from typing import Final

from aiogram import Bot

from bot.shop.shop import Shop
from bot.telegram.buyer.commands import set_commands
from bot.telegram.dispatcher import House
from bot.telegram.rights import RIGHTS, Right, Role, role_of

_CONCERNS: Final = {
    **dict.fromkeys(
        ("new_order", "buyer_cancelled", "uncollected", "quote_asked", "quote_due", "quote_declined", "quote_collects",
         "quote_over", "received", "parcel_slow", "talk_undelivered"),
        Right.ORDERS,
    ),
    **dict.fromkeys(("conflict", "conflict_over", "unknown_sku", "came_back", "low"), Right.STOCK),
    **dict.fromkeys(
        ("mismatch", "payment_trouble", "refund_trouble", "receipt_trouble", "money_goes_back", "refunded",
         "refund_by_hand", "stray_payment"),
        Right.MONEY,
    ),
    **dict.fromkeys(("post_skipped", "post_shortened", "post_stays", "pin_refused", "showcase_shut"), Right.CATALOGUE),
}  # fmt: skip
"""Whose work an alert is; the shop's machinery (anything else) is the owners'."""


async def crew(shop: Shop, owners: frozenset[int]) -> dict[int, Role]:
    """Everybody who works here, by the messenger's id; who has stopped the bot is left out."""
    members = {each.platform_id: role_of(each.platform_id, each.role, owners) for each in await shop.staff.members()
               if not each.blocked}  # fmt: skip
    return members | dict.fromkeys(owners, Role.OWNER)


async def able(shop: Shop, owners: frozenset[int], right: Right) -> list[int]:
    """Those who may do that."""
    return sorted(one for one, role in (await crew(shop, owners)).items() if right in RIGHTS[role])


def concern(what: str) -> Right:
    """The right of those whom an alert concerns."""
    return _CONCERNS.get(what, Right.STAFF)


async def set_menus(bot: Bot, house: House) -> None:
    """Menus and descriptions, those of everybody who works here included."""
    await set_commands(bot, await crew(house.shop, house.owners), house.all_texts, house.language)
