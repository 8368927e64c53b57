"""What do the other channels want to know?"""

from collections import defaultdict
from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import BigInteger, String, and_, bindparam, cast, func, literal_column, select, tuple_
from sqlalchemy.ext.asyncio import AsyncSession

from bot.basics.ids import OrderId, VariantId
from bot.basics.money import Money
from bot.shop.catalogue.tables import Photo, PhotoBody, Product, ProductText, Variant
from bot.shop.channels import rules
from bot.shop.channels.errors import CursorTooOld
from bot.shop.channels.tables import Channel, ChannelAnswer, ChannelHold, ChannelListing, ChannelSale
from bot.shop.channels.values import (
    FREELY,
    ChannelKind,
    ChannelView,
    Offer,
    Offered,
    OfferedPage,
    OfferedPhoto,
    OfferedText,
    OrderNews,
    OrderPage,
    StockPage,
    StockRow,
)
from bot.shop.customers import reads as customers
from bot.shop.orders import reads as orders
from bot.shop.orders.tables import OrderEvent
from bot.shop.pickup import reads as pickup
from bot.shop.pickup.tables import Location
from bot.shop.stock.reads import AVAILABLE
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
        Money(row[9], row[10]),
        row[11] == "listed",
        (row[12], row[0], row[13]),
        offer(row[14:18]),
    )


def offer(kept: Any) -> Offer:
    """What a channel's row says of a variant; everything where there is none."""
    listed, buffer, floor, at_most = kept
    return FREELY if listed is None else Offer(listed, buffer, floor, at_most)


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


def _channel(row: Any) -> ChannelView:
    return ChannelView(row[0], row[1], ChannelKind(row[2]), row[3], row[4], row[5])


async def by_key_hash(session: AsyncSession, key_hash: str) -> ChannelView | None:
    row = (await session.execute(_CHANNEL.where(Channel.key_hash == key_hash, Channel.enabled))).first()
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


# -- the catalogue as channels see it --------------------------------------------------------------------------------

_TOTAL = (
    select(func.coalesce(func.sum(AVAILABLE), 0)).where(StockLevel.variant_id == Variant.id).correlate(Variant)
).scalar_subquery()
_OFFERED = (
    select(
        Variant.id,
        Variant.sku,
        Variant.barcode,
        Product.kind,
        Product.state,
        Variant.price_minor,
        Variant.currency,
        Variant.old_price_minor,
        Product.category_id,
        Product.size,
        Product.year,
        Product.edition_number,
        Product.edition_size,
        Product.id,
        Product.language,
        _TOTAL,
        ChannelListing.listed,
        ChannelListing.buffer,
        ChannelListing.floor,
        ChannelListing.max_quantity,
    )
    .join(Product, Product.id == Variant.product_id)
    .outerjoin(
        ChannelListing,
        and_(ChannelListing.variant_id == Variant.id, ChannelListing.channel_id == bindparam("channel")),
    )
    .where(Product.state.in_(("listed", "hidden")))
)


async def offered_page(session: AsyncSession, channel: int, cursor: str | None, limit: int) -> OfferedPage:
    """Works in the order of their numbers. Raises CursorTooOld."""
    (after,) = rules.read(cursor, 1)
    page = _OFFERED.where(Variant.id > after).order_by(Variant.id).limit(limit + 1)
    rows = [tuple(row) for row in await session.execute(page, {"channel": channel})]
    works = await _offered(session, rows[:limit])
    return OfferedPage(works, rules.written(works[-1].variant if works else after), len(rows) > limit)


async def offered(session: AsyncSession, channel: int, sku: str) -> Offered | None:
    rows = [tuple(row) for row in await session.execute(_OFFERED.where(Variant.sku == sku), {"channel": channel})]
    found = await _offered(session, rows)
    return found[0] if found else None


async def _offered(session: AsyncSession, rows: Sequence[Any]) -> tuple[Offered, ...]:
    products = [row[13] for row in rows]
    texts: defaultdict[int, dict[str, OfferedText]] = defaultdict(dict)
    said = select(
        ProductText.product_id, ProductText.language, ProductText.title, ProductText.technique, ProductText.description
    )
    for product, language, *words in await session.execute(said.where(ProductText.product_id.in_(products))):
        texts[product][language] = OfferedText(*words)
    photos: defaultdict[int, list[OfferedPhoto]] = defaultdict(list)
    shown = select(Photo.product_id, Photo.sha256, Photo.width, Photo.height).order_by(Photo.position, Photo.id)
    for product, *photo in await session.execute(shown.where(Photo.product_id.in_(products))):
        photos[product].append(OfferedPhoto(*photo))
    return tuple(
        Offered(
            variant=row[0],
            sku=row[1],
            barcode=row[2],
            kind=row[3],
            for_sale=row[4] == "listed",
            price=Money(row[5], row[6]),
            old_price_minor=row[7],
            category=row[8],
            size=row[9],
            year=row[10],
            edition_number=row[11],
            edition_size=row[12],
            product=row[13],
            language=row[14],
            texts=texts[row[13]],
            photos=tuple(photos[row[13]]),
            listed=offer(row[16:20]).of(int(row[15])) if row[4] == "listed" else 0,
        )
        for row in rows
    )


async def photo(session: AsyncSession, sha256: str) -> bytes | None:
    """A picture of a work that is on the books."""
    found = (
        select(PhotoBody.jpeg)
        .join(Photo, Photo.id == PhotoBody.photo_id)
        .join(Product, Product.id == Photo.product_id)
        .where(Photo.sha256 == sha256, Product.state.in_(("listed", "hidden")))
    )
    body: bytes | None = await session.scalar(found.limit(1))
    return body


# -- orders as channels see them -------------------------------------------------------------------------------------


async def order_page(session: AsyncSession, cursor: str | None, limit: int, *, personal: bool) -> OrderPage:
    """Placed orders that have moved since, each once, as they are now. Raises CursorTooOld."""
    feed, event = rules.read(cursor, 2)
    statement = select(OrderEvent.feed, OrderEvent.id, OrderEvent.order_id, OrderEvent.at).where(
        tuple_(OrderEvent.feed, OrderEvent.id) > tuple_(literal_column(str(feed)), literal_column(str(event)))
    )
    if session.get_bind().dialect.name == "postgresql":
        statement = statement.where(OrderEvent.feed < OLDEST_OPEN)
    rows = [
        tuple(row) for row in await session.execute(statement.order_by(OrderEvent.feed, OrderEvent.id).limit(limit + 1))
    ]
    newest = {row[2]: row for row in rows[:limit]}
    places = {place.id: place.code for place in await pickup.places(session)}
    news = []
    for event_feed, event_id, order_id, at in sorted(newest.values()):
        order = await orders.get(session, OrderId(order_id))
        if order.placed_at is None:
            continue
        buyer = await customers.get(session, order.customer) if personal else None
        place = places.get(order.location) if order.location else None
        news.append(OrderNews(order, place, buyer, at, rules.written(event_feed, event_id)))
    last = rows[:limit][-1][:2] if rows else (feed, event)
    return OrderPage(tuple(news), rules.written(*last), len(rows) > limit)
