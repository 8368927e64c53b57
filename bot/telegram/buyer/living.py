"""How is the one message kept true that shows an order while it moves?

Messages that must ring are new ones, and then the newest is the living one. Everything else edits it.
"""

from datetime import datetime
from typing import Final
from zoneinfo import ZoneInfo

from aiogram import Bot

from bot.shop.orders.values import OrderState, OrderView
from bot.shop.shop import Shop
from bot.telegram.buyer import order_screens
from bot.telegram.screen import Screen, edit
from bot.telegram.texts import Texts

ABOUT_RETURNS: Final = frozenset({"return_accepted", "return_declined"})
_SHOWN: Final = frozenset(
    {OrderState.ACCEPTED, OrderState.IN_WORK, OrderState.READY, OrderState.HANDED_OVER, OrderState.CANCELLED}
)
"""Before that the message is the checkout's; an order that has expired has said so itself."""


async def refresh(
    bot: Bot, chat: int, order: OrderView, shop: Shop, texts: Texts, now: datetime, zone: ZoneInfo
) -> None:
    """Edit the message that shows this order; when it is gone, forget it: nothing new is sent, for nothing rings."""
    if order.state not in _SHOWN or order.chat_message is None:
        return
    shown = await screen(shop, order, texts, now, zone)
    is_there = await edited(bot, chat, order.chat_message, shown, shop)
    await shop.purchases.note_shown(order.id, order.chat_message, now if is_there else None)


async def screen(shop: Shop, order: OrderView, texts: Texts, now: datetime, zone: ZoneInfo) -> Screen:
    """The living message of an order as it is now."""
    over = order.state is OrderState.HANDED_OVER
    standing = await shop.returns.standing(order.id) if over else None
    needs_place = not over or (standing is not None and standing.request is not None)
    place = await shop.pickup.get(order.location) if needs_place and order.location is not None else None
    return order_screens.living(order, place, texts, now, zone, standing=standing)


async def edited(bot: Bot, chat: int, message: int, shown: Screen, shop: Shop) -> bool:
    """Change it in place, whether it carries a picture or not: only Telegram knows. False when it is gone."""
    for has_photo in (True, False):
        view = Screen(shown.text, shown.rows, keep_photo=has_photo)
        if await edit(bot, chat, message, view, shop.catalogue, has_photo=has_photo):
            return True
    return False
