"""Which ways of delivery are there, and how does an order travel?"""

from typing import Any, Final

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from bot.basics.ids import DeliveryWayId
from bot.shop.delivery import rules
from bot.shop.delivery.errors import NoSuchWay
from bot.shop.delivery.tables import DeliveryWay, OrderDelivery
from bot.shop.delivery.values import Delivery, DeliveryState, Way, WayKind, WayText

_WAY = (
    select(
        DeliveryWay.id,
        DeliveryWay.kind,
        DeliveryWay.title,
        DeliveryWay.price_minor,
        DeliveryWay.free_from_minor,
        DeliveryWay.area,
        DeliveryWay.days,
        DeliveryWay.on_receipt,
        DeliveryWay.enabled,
        DeliveryWay.texts,
        DeliveryWay.language,
    )
    .where(DeliveryWay.given_up.is_(False))
    .order_by(DeliveryWay.id)
)
COLUMNS: Final = (
    OrderDelivery.way_id,
    OrderDelivery.kind,
    OrderDelivery.title,
    OrderDelivery.price_minor,
    OrderDelivery.days,
    OrderDelivery.on_receipt,
    OrderDelivery.address,
    OrderDelivery.state,
    OrderDelivery.version,
    OrderDelivery.track,
    OrderDelivery.asked_at,
    OrderDelivery.quoted_at,
    OrderDelivery.sent_at,
    OrderDelivery.received_at,
    OrderDelivery.texts,
)
"""What `delivery` reads: an order brings them along in its own statement."""


def _way(row: Any) -> Way:
    title, price, free_from, area, days, on_receipt, enabled, texts, language = row[2:]
    return Way(
        DeliveryWayId(row[0]),
        WayKind(row[1]),
        title,
        price,
        free_from,
        area,
        days,
        on_receipt,
        enabled,
        _texts(texts),
        language,
    )


def _texts(kept: dict[str, Any] | None) -> dict[Any, WayText]:
    return {language: WayText(**text) for language, text in (kept or {}).items()}


def delivery(row: Any) -> Delivery | None:
    """The delivery in these columns; None where the order is collected."""
    if row[0] is None:
        return None
    values = list(row)
    values[1], values[7], values[14] = WayKind(row[1]), DeliveryState(row[7]), _texts(row[14])
    return Delivery(*values)


async def ways(session: AsyncSession) -> list[Way]:
    """Every way that has not been given up, in the order they were made."""
    return [_way(row) for row in await session.execute(_WAY)]


async def offered(session: AsyncSession, *, online: bool) -> list[Way]:
    """Ways a buyer may choose; `online`: whether the order can be paid for at once."""
    return [way for way in await ways(session) if rules.offered(way, online=online)]


async def get(session: AsyncSession, way: DeliveryWayId) -> Way:
    """Raises NoSuchWay."""
    row = (await session.execute(_WAY.where(DeliveryWay.id == way))).first()
    if row is None:
        raise NoSuchWay
    return _way(row)
