"""What is an address, and when is somebody reminded? Pure decisions."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import Final

from bot.shop.delivery.values import ADDRESS_LIMIT, DeliveryState
from bot.shop.orders.values import OrderState, OrderView
from bot.shop.shipping.errors import BadAddress

_LEAST_SIGNS: Final = 8
"""Street and house: with fewer signs nobody is found."""
ASK_AFTER: Final = timedelta(days=10)
"""A parcel has been on its way for so long: has it arrived?"""
SLOW_AFTER: Final = timedelta(days=21)
"""And nobody has said so: the seller looks."""


def address(words: str) -> str:
    """One line of what was typed. Raises BadAddress."""
    said = ", ".join(part for part in (" ".join(line.split()).strip(" ,") for line in words.splitlines()) if part)
    if len(said) > ADDRESS_LIMIT or sum(sign.isalnum() for sign in said) < _LEAST_SIGNS:
        raise BadAddress(limit=ADDRESS_LIMIT)
    return said


def reminders(now: datetime, within: timedelta) -> Iterator[datetime]:
    """When a seller who owes a price is reminded: at half of the time, and when an eighth of it is left."""
    yield now + within / 2
    yield now + within * 7 / 8


def may_send(order: OrderView) -> bool:
    """It is owed, it travels, and it has not left."""
    return order.delivery is not None and order.state in (OrderState.ACCEPTED, OrderState.IN_WORK)


def may_take_back(order: OrderView) -> bool:
    """It was said to have left, and nobody has said that it came."""
    return order.state is OrderState.READY and order.delivery is not None and order.delivery.state is DeliveryState.SENT


def may_receive(order: OrderView) -> bool:
    """It is on its way and paid for: then its buyer may say that it has come."""
    gone = order.delivery is not None and order.delivery.sent_at is not None
    return gone and order.state is OrderState.READY and not order.due_minor
