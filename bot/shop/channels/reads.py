"""What do the other channels want to know?"""

from collections import defaultdict
from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import BigInteger, String, and_, bindparam, cast, func, literal_column, select, tuple_
from sqlalchemy.ext.asyncio import AsyncSession

from bot.basics.ids import VariantId
from bot.basics.money import Money
from bot.shop.catalogue.tables import Product, Variant
from bot.shop.channels import rules
from bot.shop.channels.errors import CursorTooOld
from bot.shop.channels.tables import Channel, ChannelAnswer, ChannelHold, ChannelListing, ChannelSale
from bot.shop.channels.values import (
    FREELY,
    ChannelKind,
    ChannelState,
    ChannelView,
    Offer,
    StockPage,
    StockRow,
)
from bot.shop.pickup.tables import Location
from bot.shop.stock.tables import StockLevel

_ROW = (
    select(
        StockLevel.variant_id,
        Variant.sku,
        Location.code,
        StockLevel.on_hand,
        StockLevel.unavailable,
        StockLevel.allocated,
        StockLevel.reserved,
        StockLevel.version,
        StockLevel.changed_at,
        Variant.price_minor,
        Variant.currency,
        Product.state,
        StockLevel.feed,
        StockLevel.location_id,
        ChannelListing.listed,
        ChannelListing.buffer,
        ChannelListing.floor,
        ChannelListing.max_quantity,
        ChannelListing.price_minor,
    )
    .join(Variant, Variant.id == StockLevel.variant_id)
    .join(Product, Product.id == Variant.product_id)
    .join(Location, Location.id == StockLevel.location_id)
    .outerjoin(
        ChannelListing,
        and_(ChannelListing.variant_id == StockLevel.variant_id, ChannelListing.channel_id == bindparam("channel")),
    )
    .where(Product.state.in_(("listed", "hidden")))
)
_CHANNEL = select(Channel.id, Channel.code, Channel.kind, Channel.webhook_url, Channel.enabled, Channel.personal_data)
# Bot-wide: rows of a transaction that is still open, or of a later one, are left for the next page. Without this a
# page could pass a lower number that is committed a moment later (PostgreSQL commits out of order).
OLDEST_OPEN = cast(cast(func.pg_snapshot_xmin(func.pg_current_snapshot()), String), BigInteger)


def _row(row: Any) -> StockRow:
    here = offer(row[14:19])
    return StockRow(
        row[0],
        row[1],
        row[2],
        row[3],
        row[4],
        row[5],
        row[6],
        row[7],
        row[8],
        here.price(Money(row[9], row[10])),
        row[11] == "listed",
        (row[12], row[0], row[13]),
        row[13],
        here,
    )


def offer(kept: Any) -> Offer:
    """What a channel's row says of a variant; everything where there is none."""
    return FREELY if kept[0] is None else Offer(*kept)


async def stock_page(session: AsyncSession, channel: int, cursor: str | None, limit: int) -> StockPage:
    """The latest state of what has changed since; never skips a change. Raises CursorTooOld."""
    since = rules.read(cursor)
    if cursor and since[0] > int(await session.scalar(select(func.max(StockLevel.feed))) or 0):
        raise CursorTooOld  # a backup was restored: the numbers have gone back
    place = tuple_(StockLevel.feed, StockLevel.variant_id, StockLevel.location_id)
    statement = _ROW.where(place > tuple_(*(literal_column(str(number)) for number in since)))
    if session.get_bind().dialect.name == "postgresql":
        statement = statement.where(StockLevel.feed < OLDEST_OPEN)
    statement = statement.order_by(StockLevel.feed, StockLevel.variant_id, StockLevel.location_id).limit(limit + 1)
    rows = [_row(row) for row in await session.execute(statement, {"channel": channel})]
    shown = tuple(rows[:limit])
    return StockPage(shown, rules.written(*(shown[-1].place if shown else since)), len(rows) > limit)


async def stock_of(session: AsyncSession, channel: int, sku: str) -> list[StockRow]:
    """One SKU at every place; empty when there is no such SKU."""
    one = _ROW.where(Variant.sku == sku).order_by(StockLevel.location_id)
    return [_row(row) for row in await session.execute(one, {"channel": channel})]


async def stock_at(
    session: AsyncSession, channel: int, variants: Sequence[VariantId]
) -> dict[VariantId, list[StockRow]]:
    """These variants at every place where they are counted."""
    some = _ROW.where(StockLevel.variant_id.in_(variants)).order_by(StockLevel.variant_id, StockLevel.location_id)
    found: defaultdict[VariantId, list[StockRow]] = defaultdict(list)
    for row in await session.execute(some, {"channel": channel}):
        found[VariantId(row[0])].append(_row(row))
    return found


def _channel(row: Any) -> ChannelView:
    return ChannelView(row[0], row[1], ChannelKind(row[2]), row[3], row[4], row[5])


async def by_key_hash(session: AsyncSession, key_hash: str) -> ChannelView | None:
    row = (await session.execute(_CHANNEL.where(Channel.key_hash == key_hash, Channel.enabled))).first()
    return _channel(row) if row else None


async def by_feed_token(session: AsyncSession, token: str) -> ChannelView | None:
    row = (await session.execute(_CHANNEL.where(Channel.feed_token == token, Channel.enabled))).first()
    return _channel(row) if row else None


async def by_code(session: AsyncSession, code: str) -> ChannelView | None:
    row = (await session.execute(_CHANNEL.where(Channel.code == code))).first()
    return _channel(row) if row else None


async def channels(session: AsyncSession) -> list[ChannelView]:
    return [_channel(row) for row in await session.execute(_CHANNEL.order_by(Channel.code))]


async def sale(session: AsyncSession, channel: int, external_id: str) -> tuple[str, dict[str, Any]] | None:
    """(hash of what was told, answer that was given) of a sale told before."""
    row = (
        await session.execute(
            select(ChannelSale.body_hash, ChannelSale.answer).where(
                ChannelSale.channel_id == channel, ChannelSale.external_id == external_id
            )
        )
    ).first()
    return (row[0], row[1]) if row else None


async def answer(session: AsyncSession, channel: int, key: str) -> tuple[str, dict[str, Any]] | None:
    """(hash of the request, answer) of a request made before."""
    found = select(ChannelAnswer.body_hash, ChannelAnswer.answer).where(
        ChannelAnswer.channel_id == channel, ChannelAnswer.key == key
    )
    row = (await session.execute(found)).first()
    return (row[0], row[1]) if row else None


async def hold(session: AsyncSession, channel: int, hold_id: str) -> tuple[str, str, VariantId, int, datetime] | None:
    """(state, SKU, variant, pieces, until when) of a hold of this channel's own, locked."""
    found = (
        select(ChannelHold.state, ChannelHold.sku, ChannelHold.variant_id, ChannelHold.quantity, ChannelHold.expires_at)
        .where(ChannelHold.channel_id == channel, ChannelHold.id == hold_id)
        .with_for_update()
    )
    row = (await session.execute(found)).first()
    return (row[0], row[1], VariantId(row[2]), row[3], row[4]) if row else None


async def offers_of(session: AsyncSession, variant: VariantId) -> list[tuple[ChannelView, Offer]]:
    """Every enabled channel, and what it may offer of this variant."""
    rows = await session.execute(
        _CHANNEL.add_columns(
            ChannelListing.listed,
            ChannelListing.buffer,
            ChannelListing.floor,
            ChannelListing.max_quantity,
            ChannelListing.price_minor,
        )
        .outerjoin(ChannelListing, and_(ChannelListing.channel_id == Channel.id, ChannelListing.variant_id == variant))
        .where(Channel.enabled)
        .order_by(Channel.code)
    )
    return [(_channel(row), offer(row[6:11])) for row in rows]


async def offer_of(session: AsyncSession, channel: int, variant: VariantId) -> Offer:
    """What that channel may offer of that variant."""
    kept = select(
        ChannelListing.listed,
        ChannelListing.buffer,
        ChannelListing.floor,
        ChannelListing.max_quantity,
        ChannelListing.price_minor,
    ).where(ChannelListing.channel_id == channel, ChannelListing.variant_id == variant)
    row = (await session.execute(kept)).first()
    return offer(tuple(row)) if row else FREELY


async def by_id(session: AsyncSession, channel: int) -> ChannelView | None:
    row = (await session.execute(_CHANNEL.where(Channel.id == channel))).first()
    return _channel(row) if row else None


async def states(session: AsyncSession, channel: int | None = None) -> list[ChannelState]:
    """How every channel (or that one) is doing, those that are on first."""
    statement = _CHANNEL.add_columns(
        Channel.seen_at,
        Channel.hooks_taken_at,
        Channel.hooks_error,
        Channel.hooks_failed,
        Channel.hooks_paused_at,
        Channel.hooks_stock,
        Channel.read_stock,
    ).order_by(Channel.enabled.desc(), Channel.code)
    rows = list(await session.execute(statement if channel is None else statement.where(Channel.id == channel)))
    known = {row[0]: _told_up_to(row[3], row[11], row[12]) for row in rows if row[4]}
    since = await _changed_after(session, {each: feed for each, feed in known.items() if feed is not None})
    return [
        ChannelState(_channel(row), row[6], row[7], row[8], row[9], row[10] is not None, since.get(row[0]))
        for row in rows
    ]


def _told_up_to(webhook: str | None, told: str, read: str) -> int | None:
    """The furthest number of the feed that it knows; None for one that follows in neither way."""
    cursors = [each for each in (told if webhook else "", read) if each]
    if not cursors:
        return 0 if webhook else None
    return max(int(each.partition(".")[0]) for each in cursors)


async def _changed_after(session: AsyncSession, known: dict[int, int]) -> dict[int, datetime]:
    """For each channel the moment of the oldest change that it does not know."""
    if not known:
        return {}
    oldest = [
        select(func.min(StockLevel.changed_at)).where(StockLevel.feed > feed).scalar_subquery().label(f"c{channel}")
        for channel, feed in known.items()
    ]
    row = (await session.execute(select(*oldest))).one()
    return {channel: moment for channel, moment in zip(known, row, strict=True) if moment is not None}
