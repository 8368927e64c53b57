"""How is a message to a channel owed, and how does it end?"""

import json
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import delete, insert, or_, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from bot.basics.ids import new_token
from bot.shop.channels.tables import Channel, ChannelDelivery
from bot.shop.hooks.reads import Listener, News
from bot.shop.hooks.values import Delivery
from bot.shop.outbox.writes import tell_sellers

LEASE = timedelta(seconds=60)
LONGEST_ERROR = 200


async def owe(session: AsyncSession, told: Listener, news: News, now: datetime) -> None:
    """The message and how far it goes are written together: it is owed once, and nothing between is passed."""
    await session.execute(
        update(Channel).where(Channel.id == told.id).values(hooks_stock=news.stock, hooks_orders=news.orders)
    )
    if not news.event:
        return
    number = new_token()
    body = {"id": number, "type": news.event, "created_at": now.isoformat(), **news.content}
    await session.execute(
        insert(ChannelDelivery).values(
            id=number,
            channel_id=told.id,
            event=news.event,
            body=json.dumps(body, ensure_ascii=False, separators=(",", ":")),
            since_stock=told.stock,
            since_orders=told.orders,
            due_at=now,
            created_at=now,
        )
    )


async def claim(session: AsyncSession, now: datetime, limit: int) -> list[Delivery]:
    """Lease what is due; a dead worker's lease ends by itself."""
    due = (
        select(ChannelDelivery.id)
        .join(Channel, Channel.id == ChannelDelivery.channel_id)
        .where(
            ChannelDelivery.state == "open",
            ChannelDelivery.due_at <= now,
            or_(ChannelDelivery.leased_until.is_(None), ChannelDelivery.leased_until <= now),
            Channel.enabled,
            Channel.webhook_url.is_not(None),
            Channel.hooks_paused_at.is_(None),
        )
        .order_by(ChannelDelivery.due_at)
        .limit(limit)
        .with_for_update(skip_locked=True, of=ChannelDelivery)
    )
    leased = await session.scalars(
        update(ChannelDelivery)
        .where(ChannelDelivery.id.in_(due.scalar_subquery()))
        .values(leased_until=now + LEASE)
        .returning(ChannelDelivery.id)
    )
    rows = await session.execute(
        select(
            ChannelDelivery.id,
            Channel.id,
            Channel.code,
            Channel.webhook_url,
            Channel.hooks_local,
            Channel.signing_secret,
            ChannelDelivery.event,
            ChannelDelivery.body,
            ChannelDelivery.since_stock,
            ChannelDelivery.since_orders,
            ChannelDelivery.tries,
        )
        .join(Channel, Channel.id == ChannelDelivery.channel_id)
        .where(ChannelDelivery.id.in_(leased.all()))
        .order_by(ChannelDelivery.due_at)
    )
    return [Delivery(*tuple(row)) for row in rows]


async def take(session: AsyncSession, delivery: Delivery, now: datetime) -> None:
    """It has been taken."""
    if await _end(session, delivery.id, "taken", now):
        await _channel(session, delivery.channel, hooks_taken_at=now, hooks_error=None, hooks_failed=0)


async def put_off(session: AsyncSession, delivery: Delivery, until: datetime, error: str) -> None:
    """It has not: the same again then."""
    await session.execute(
        update(ChannelDelivery)
        .where(ChannelDelivery.id == delivery.id, ChannelDelivery.state == "open")
        .values(due_at=until, leased_until=None, tries=delivery.tries + 1)
    )
    failed = {"hooks_failed": delivery.tries + 1, "hooks_error": error[:LONGEST_ERROR]}
    await _channel(session, delivery.channel, **failed)


async def give_up(session: AsyncSession, delivery: Delivery, now: datetime, error: str) -> None:
    """The webhook is paused and the sellers are told, once. Begun again, it is told everything from here on."""
    if not await _end(session, delivery.id, "given_up", now):
        return
    await _channel(
        session,
        delivery.channel,
        hooks_paused_at=now,
        hooks_error=error[:LONGEST_ERROR],
        hooks_failed=delivery.tries + 1,
        hooks_stock=delivery.since_stock,
        hooks_orders=delivery.since_orders,
    )
    await tell_sellers(session, "hook_paused", delivery.id, now=now, channel=delivery.code, error=error[:LONGEST_ERROR])


async def set_address(
    session: AsyncSession, code: str, url: str | None, *, local: bool, ends: tuple[str, str], now: datetime
) -> bool:
    """From now on there, from the present state on; what was on its way to the old address is dropped."""
    channel = await session.scalar(
        update(Channel)
        .where(Channel.code == code)
        .values(
            webhook_url=url,
            hooks_local=local,
            hooks_stock=ends[0],
            hooks_orders=ends[1],
            hooks_failed=0,
            hooks_paused_at=None,
            hooks_error=None,
        )
        .returning(Channel.id)
    )
    if channel is not None:
        await session.execute(
            update(ChannelDelivery)
            .where(ChannelDelivery.channel_id == channel, ChannelDelivery.state == "open")
            .values(state="given_up", ended_at=now)
        )
    return channel is not None


async def resume(session: AsyncSession, code: str, now: datetime) -> bool:
    """Try at once, whatever went wrong before."""
    channel = await session.scalar(
        update(Channel).where(Channel.code == code).values(hooks_paused_at=None, hooks_failed=0).returning(Channel.id)
    )
    if channel is not None:
        await session.execute(
            update(ChannelDelivery)
            .where(ChannelDelivery.channel_id == channel, ChannelDelivery.state == "open")
            .values(due_at=now, tries=0)
        )
    return channel is not None


async def forget(session: AsyncSession, moment: datetime) -> None:
    await session.execute(delete(ChannelDelivery).where(ChannelDelivery.ended_at < moment))


async def _end(session: AsyncSession, delivery: str, state: str, now: datetime) -> bool:
    ended = await session.scalar(
        update(ChannelDelivery)
        .where(ChannelDelivery.id == delivery, ChannelDelivery.state == "open")
        .values(state=state, ended_at=now, leased_until=None)
        .returning(ChannelDelivery.id)
    )
    return ended is not None


async def _channel(session: AsyncSession, channel: int, **values: Any) -> None:
    await session.execute(update(Channel).where(Channel.id == channel).values(**values))
