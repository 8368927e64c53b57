"""What do the other channels read of the catalogue and of the orders?"""

from collections import defaultdict
from collections.abc import Sequence
from typing import Any

from sqlalchemy import and_, bindparam, func, literal_column, select, tuple_
from sqlalchemy.ext.asyncio import AsyncSession

from bot.basics.ids import OrderId
from bot.basics.money import Money
from bot.shop.catalogue.tables import Photo, PhotoBody, Product, ProductText, Variant
from bot.shop.channels import rules
from bot.shop.channels.reads import OLDEST_OPEN, offer
from bot.shop.channels.tables import ChannelListing
from bot.shop.customers import reads as customers
from bot.shop.exchange.values import Offered, OfferedPage, OfferedPhoto, OfferedText, OrderNews, OrderPage
from bot.shop.orders import reads as orders
from bot.shop.orders.tables import OrderEvent
from bot.shop.pickup import reads as pickup
from bot.shop.stock.reads import AVAILABLE
from bot.shop.stock.tables import StockLevel

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
        ChannelListing.price_minor,
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
    for text in await session.execute(said.where(ProductText.product_id.in_(products))):
        texts[text[0]][text[1]] = OfferedText(text[2], text[3], text[4])
    photos: defaultdict[int, list[OfferedPhoto]] = defaultdict(list)
    shown = select(Photo.product_id, Photo.sha256, Photo.width, Photo.height).order_by(Photo.position, Photo.id)
    for picture in await session.execute(shown.where(Photo.product_id.in_(products))):
        photos[picture[0]].append(OfferedPhoto(picture[1], picture[2], picture[3]))
    here = [offer(row[16:21]) for row in rows]
    return tuple(
        Offered(
            variant=row[0],
            sku=row[1],
            barcode=row[2],
            kind=row[3],
            for_sale=row[4] == "listed",
            price=terms.price(Money(row[5], row[6])),
            old_price_minor=row[7] if terms.price_minor is None else None,
            category=row[8],
            size=row[9],
            year=row[10],
            edition_number=row[11],
            edition_size=row[12],
            product=row[13],
            language=row[14],
            texts=texts[row[13]],
            photos=tuple(photos[row[13]]),
            here=terms.listed,
            listed=terms.of(int(row[15])) if row[4] == "listed" else 0,
        )
        for row, terms in zip(rows, here, strict=True)
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


async def order_page(session: AsyncSession, cursor: str | None, limit: int, *, personal: bool) -> OrderPage:
    """Placed orders that have moved since, each once, as they are now. Raises CursorTooOld."""
    feed, event = rules.read(cursor, 2)
    statement = select(OrderEvent.feed, OrderEvent.id, OrderEvent.order_id, OrderEvent.at).where(
        tuple_(OrderEvent.feed, OrderEvent.id) > tuple_(literal_column(str(feed)), literal_column(str(event)))
    )
    if session.get_bind().dialect.name == "postgresql":
        statement = statement.where(OrderEvent.feed < OLDEST_OPEN)
    rows = (await session.execute(statement.order_by(OrderEvent.feed, OrderEvent.id).limit(limit + 1))).all()
    shown = rows[:limit]
    newest = {row.order_id: row for row in shown}
    places = {place.id: place.code for place in await pickup.places(session)}
    news = []
    for row in shown:
        order = await orders.get(session, OrderId(row.order_id)) if newest[row.order_id] is row else None
        if order is None or order.placed_at is None:
            continue
        buyer = await customers.get(session, order.customer) if personal else None
        place = places.get(order.location) if order.location else None
        news.append(OrderNews(order, place, buyer, row.at, rules.written(row.feed, row.id)))
    last = (shown[-1].feed, shown[-1].id) if shown else (feed, event)
    return OrderPage(tuple(news), rules.written(*last), len(rows) > limit)
