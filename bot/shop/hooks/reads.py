"""Which channels have something to be told?"""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession

from bot.shop.channels import reads as channels
from bot.shop.channels import rules
from bot.shop.channels.errors import CursorTooOld
from bot.shop.channels.reads import OLDEST_OPEN
from bot.shop.channels.tables import Channel, ChannelDelivery
from bot.shop.exchange import reads as exchange
from bot.shop.orders.tables import OrderEvent
from bot.shop.stock.tables import StockLevel

STOCK_PAGE = 100
ORDER_PAGE = 20
_AFTER_ALL = 10**17
"""Greater than any id."""
_OPEN = select(ChannelDelivery.id).where(ChannelDelivery.channel_id == Channel.id, ChannelDelivery.state == "open")
_LISTENING = select(Channel.id, Channel.hooks_stock, Channel.hooks_orders).where(
    Channel.enabled, Channel.webhook_url.is_not(None), Channel.hooks_paused_at.is_(None), ~_OPEN.exists()
)


@dataclass(frozen=True, slots=True)
class Listener:
    """A channel with a webhook and nothing on its way; up to where it has been told."""

    id: int
    stock: str
    orders: str


@dataclass(frozen=True, slots=True)
class News:
    """What is told next, and how far that goes. No `event`: nothing to tell, but further on."""

    event: str
    content: dict[str, Any]
    stock: str
    orders: str


async def listeners(session: AsyncSession) -> list[Listener]:
    return [Listener(*row) for row in await session.execute(_LISTENING.order_by(Channel.id))]


async def listener(session: AsyncSession, channel: int) -> Listener | None:
    """The same, locked: None when it has something on its way meanwhile."""
    row = (await session.execute(_LISTENING.where(Channel.id == channel).with_for_update(of=Channel))).first()
    return Listener(*row) if row else None


async def news(session: AsyncSession, told: Listener) -> News | None:
    """What has happened since; stock and orders in turn, each once."""
    last = await session.scalar(
        select(ChannelDelivery.event)
        .where(ChannelDelivery.channel_id == told.id)
        .order_by(ChannelDelivery.created_at.desc())
        .limit(1)
    )
    order = await _order_news(session, told)
    if order is not None and (last == "stock.changed" or not order.event):
        return order
    return await _stock_news(session, told) or order


async def _stock_news(session: AsyncSession, told: Listener) -> News | None:
    try:
        page = await channels.stock_page(session, told.id, told.stock, STOCK_PAGE)
    except CursorTooOld:  # a backup was restored: everything is told again
        page = await channels.stock_page(session, told.id, None, STOCK_PAGE)
    if not page.rows:
        return None
    items = [{"sku": row.sku, "location": row.location, "version": row.version} for row in page.rows]
    content = {"items": items, "since": told.stock, "cursor": page.cursor, "more": page.more}
    return News("stock.changed", content, page.cursor, told.orders)


async def _order_news(session: AsyncSession, told: Listener) -> News | None:
    page = await exchange.order_page(session, told.orders, ORDER_PAGE, personal=False)
    if not page.orders:
        further = page.cursor != rules.written(*rules.read(told.orders, 2))
        return News("", {}, told.stock, page.cursor) if further else None
    first = page.orders[0]
    state = first.order.state.value
    order = {"number": first.order.number, "state": state, "changed_at": first.changed_at.isoformat()}
    content = {"order": order, "since": told.orders, "cursor": first.event}
    return News(f"order.{state}", content, told.stock, first.event)


async def is_due(session: AsyncSession, now: datetime) -> bool:
    """Something waits to be sent."""
    due = select(ChannelDelivery.id).where(ChannelDelivery.state == "open", ChannelDelivery.due_at <= now).limit(1)
    return await session.scalar(due) is not None


async def ends(session: AsyncSession) -> tuple[str, str]:
    """Where the feeds of stock and of orders end now: everything after that is news."""
    stock = int(await session.scalar(select(func.max(StockLevel.feed))) or 0)
    orders = int(await session.scalar(select(func.max(OrderEvent.feed))) or 0)
    event = int(await session.scalar(select(func.max(OrderEvent.id))) or 0)
    if session.get_bind().dialect.name == "postgresql":
        # a transaction that is still open may bring a lower number than one that is there
        closed = int(await session.scalar(select(OLDEST_OPEN)) or 0) - 1
        stock, orders, event = min(stock, closed), min(orders, closed), _AFTER_ALL
    return rules.written(stock, _AFTER_ALL, _AFTER_ALL), rules.written(orders, event)
