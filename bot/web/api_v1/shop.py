"""What may a channel read of the catalogue and the orders, and how does it tell its sales?"""

from collections.abc import Callable
from typing import Annotated, Any, cast

from fastapi import APIRouter, Query

from bot.basics.clock import Clock
from bot.basics.errors import ShopError
from bot.basics.money import Money, minor_units
from bot.shop.channels.errors import CursorTooOld, NoSuchSale, SaleDiffers
from bot.shop.channels.use_cases import Channels
from bot.shop.channels.values import Sale, SaleLine
from bot.shop.exchange.use_cases import Offers
from bot.shop.exchange.values import Offered, OrderNews
from bot.web.api_v1.keys import digest
from bot.web.api_v1.models import (
    Edition,
    MoneyOut,
    OrderBuyer,
    OrderFeed,
    OrderLineOut,
    OrderOut,
    ProductOut,
    ProductPage,
    SaleCancelled,
    SaleIn,
    SaleOut,
    WorkPhoto,
    WorkText,
)
from bot.web.api_v1.problems import Refused, problems
from bot.web.api_v1.stock import SKEW

Url = Callable[[str], str]
"""The address of a picture by its digest."""
Cursor = Annotated[str | None, Query(max_length=64, description="The cursor of the last answer")]


def add_catalogue(router: APIRouter, who: Any, offers: Offers, url: Url) -> None:
    """Works and orders to read."""

    @router.get(
        "/products", response_model=ProductPage, tags=["catalogue"], summary="All works", responses=problems(410)
    )
    async def products(
        channel: who, cursor: Cursor = None, limit: Annotated[int, Query(ge=1, le=200)] = 100
    ) -> ProductPage:
        try:
            page = await offers.page(channel, cursor, limit)
        except CursorTooOld:
            raise Refused(410, "Unknown cursor", "Begin again without `cursor`.") from None
        return ProductPage(items=[_product(work, url) for work in page.works], cursor=page.cursor, more=page.more)

    @router.get(
        "/products/{sku}", response_model=ProductOut, tags=["catalogue"], summary="One work", responses=problems(404)
    )
    async def product(channel: who, sku: str) -> ProductOut:
        work = await offers.one(channel, sku)
        if work is None:
            raise Refused(404, "Unknown SKU", f"There is no {sku[:64]!r} for sale.")
        return _product(work, url)

    @router.get(
        "/orders", response_model=OrderFeed, tags=["orders"], summary="Orders that moved", responses=problems(410)
    )
    async def orders(channel: who, since: Cursor = None, limit: Annotated[int, Query(ge=1, le=200)] = 100) -> OrderFeed:
        """The latest state of every placed order that moved after the cursor; from the beginning without one."""
        try:
            page = await offers.orders(channel, since, limit)
        except CursorTooOld:
            raise Refused(410, "Unknown cursor", "Begin again without `since`.") from None
        return OrderFeed(items=[_order(news) for news in page.orders], cursor=page.cursor, more=page.more)


def add_sales(router: APIRouter, who: Any, channels: Channels, clock: Clock) -> None:
    """Sales that have happened there."""

    @router.post(
        "/sales",
        response_model=SaleOut,
        status_code=201,
        tags=["sales"],
        summary="A sale that has happened there",
        responses=problems(409),
    )
    async def sales(channel: who, sale: SaleIn) -> Any:
        """Recorded once: a replay gets the same answer, another body under the same id 409."""
        told = Sale(
            sale.external_id,
            min(sale.occurred_at, clock.now() + SKEW),
            tuple(
                SaleLine(line.sku, line.quantity, minor_units(line.price.value) if line.price else None)
                for line in sale.lines
            ),
        )
        try:
            return await channels.record_sale(channel, told, digest(sale))
        except SaleDiffers:
            raise Refused(409, "Another sale has this id", "The same external_id was told with another body.") from None
        except ShopError as refusal:
            raise Refused(422, "Refused", refusal.text_key) from None

    @router.post(
        "/sales/{external_id}/cancel",
        response_model=SaleCancelled,
        tags=["sales"],
        summary="It was cancelled there",
        responses=problems(404),
    )
    async def cancel(channel: who, external_id: str) -> SaleCancelled:
        """The pieces are back, but not for sale until the seller has looked at them. Twice is once."""
        try:
            await channels.cancel_sale(channel, external_id)
        except NoSuchSale:
            raise Refused(404, "Unknown sale", "This channel has told no sale with that id.") from None
        return SaleCancelled(external_id=external_id)


def _product(work: Offered, url: Url) -> ProductOut:
    old = work.old_price_minor
    return ProductOut(
        sku=work.sku,
        number=work.product,
        kind=cast(Any, work.kind),
        for_sale=work.for_sale,
        listed=work.listed,
        price=MoneyOut.of(work.price),
        old_price=MoneyOut.of(Money(old, work.price.currency)) if old else None,
        barcode=work.barcode,
        category=work.category,
        size=work.size,
        year=work.year,
        edition=Edition(number=work.edition_number, size=work.edition_size) if work.edition_size else None,
        language=work.language,
        texts={
            language: WorkText(title=text.title, technique=text.technique, description=text.description)
            for language, text in work.texts.items()
        },
        photos=[WorkPhoto(url=url(photo.sha256), width=photo.width, height=photo.height) for photo in work.photos],
    )


def _order(news: OrderNews) -> OrderOut:
    order = news.order
    currency = order.total.currency
    return OrderOut(
        number=order.number,
        state=order.state.value,
        placed_at=order.placed_at or order.created_at,
        changed_at=news.changed_at,
        location=news.location,
        total=MoneyOut.of(order.total),
        paid=MoneyOut.of(Money(max(order.paid_minor, 0), currency)),
        lines=[
            OrderLineOut(
                sku=line.sku,
                title=line.title,
                quantity=line.quantity,
                price=MoneyOut.of(Money(line.price_minor, currency)),
            )
            for line in order.lines
        ],
        wrapping=MoneyOut.of(Money(order.wrap_minor, currency)) if order.wrap_minor is not None else None,
        buyer=OrderBuyer(name=news.buyer.name, phone=order.contact_phone) if news.buyer else None,
    )
