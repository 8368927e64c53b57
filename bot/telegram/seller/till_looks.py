"""What does the till look like: the works that are here, one of them, and what was sold?"""

from collections.abc import Sequence
from typing import Final

from aiogram.types import InlineKeyboardButton

from bot.basics.ids import LocationId
from bot.shop.catalogue.values import Card
from bot.shop.pickup.values import Place
from bot.shop.till.values import Day, OnShow, Sold, TillSale, TillWay
from bot.telegram import wording
from bot.telegram.buyer.limits import cut
from bot.telegram.buyer.order_words import paragraphs
from bot.telegram.screen import Screen, button, rows
from bot.telegram.seller import conflict_looks
from bot.telegram.seller.callbacks import DeskOpen
from bot.telegram.seller.moving_buttons import FairOpen
from bot.telegram.seller.till_buttons import (
    TillFind,
    TillOpen,
    TillPay,
    TillPlaces,
    TillPrice,
    TillPriced,
    TillPricedSure,
    TillSure,
    TillUndo,
    TillWork,
)
from bot.telegram.showcase.look import named
from bot.telegram.texts import Html, Texts, joined

PAGE: Final = 8
_MOST: Final = 99


def places(found: Sequence[Place], texts: Texts) -> Screen:
    """📍 at which of them?"""
    keys = [button(named("📍", cut(each.told(texts.language).title, 60)), TillOpen(place=each.id)) for each in found]
    return Screen(texts("till-where"), rows(*keys, button(texts.plain("sell-desk"), DeskOpen())))


def shelf(
    place: Place, found: Sequence[OnShow], day: Day, currency: str, texts: Texts, *, head: Html | str = ""
) -> Screen:
    """🎪 a tap on a work, a tap on how it was paid; what the day has brought stands above."""
    shown = found[:PAGE]
    # the price stands on the next screen: here works have to be told apart
    works = [button(named("🖼", each.title), TillWork(place=place.id, product=each.product)) for each in shown]
    further = TillOpen(place=place.id, before=shown[-1].variant) if len(found) > PAGE and not head else None
    return Screen(
        paragraphs(
            joined(
                [
                    texts("till-head", place=cut(place.told(texts.language).title, 60)),
                    texts("till-left", count=day.left) if place.kind == "fair" else "",
                    _day(day, currency, texts),
                ]
            ),
            head,
            "" if found else texts("till-nothing-found" if head else "till-nothing-here"),
        ),
        rows(
            *works,
            button("▶️", further) if further else None,
            (
                button(texts.plain("till-find"), TillFind(place=place.id)),
                button(texts.plain("till-place"), TillPlaces()),
            ),
            button(texts.plain("fair-open"), FairOpen(place=place.id)) if place.kind == "fair" else None,
            button(texts.plain("sell-desk"), DeskOpen()),
        ),
    )


def _day(day: Day, currency: str, texts: Texts) -> Html | str:
    if not day.pieces:
        return ""
    ways = ", ".join(
        f"{texts.plain(f'till-{way.value}-word')} {wording.money(minor, currency, texts.language)}"
        for way, minor in day.by_way.items()
    )
    total = wording.money(day.total_minor, currency, texts.language)
    return texts("till-today", count=day.pieces, total=total, ways=ways)


def work(card: Card, place: int, quantity: int, there: int, once: int, texts: Texts) -> Screen:
    """How was it paid? That tap is the sale; `once` names this screen."""
    total = wording.money(card.price.minor * quantity, card.price.currency, texts.language)
    pays = [
        button(
            texts.plain(f"till-{way.value}"), TillPay(place=place, product=card.product, way=way, n=quantity, once=once)
        )
        for way in TillWay
    ]
    fewer = TillWork(place=place, product=card.product, n=quantity - 1) if quantity > 1 else None
    more = TillWork(place=place, product=card.product, n=quantity + 1) if quantity < min(there, _MOST) else None
    count = [
        button(texts.plain("till-fewer"), fewer) if fewer else None,
        button(texts.plain("till-more"), more) if more else None,
    ]
    return Screen(
        joined(
            [
                texts("till-work", title=cut(card.title, 100), sku=card.sku),
                texts("till-sum", count=quantity, total=total),
                texts("till-there", count=there),
            ]
        ),
        rows(
            *pays,
            [key for key in count if key],
            button(texts.plain("till-price"), TillPrice(place=place, product=card.product)),
            button(texts.plain("sell-back"), TillOpen(place=place)),
        ),
    )


def priced(sale: TillSale, card: Card, texts: Texts) -> Screen:
    """The same at another price."""
    price, full = (
        wording.money(minor, card.price.currency, texts.language) for minor in (sale.price_minor, sale.full_minor)
    )
    return Screen(
        joined(
            [
                texts("till-work", title=cut(card.title, 100), sku=card.sku),
                texts("till-instead", price=price, full=full),
            ]
        ),
        rows(*_ways(sale, texts), button(texts.plain("sell-back"), TillWork(place=sale.place, product=card.product))),
    )


def _ways(sale: TillSale, texts: Texts) -> list[InlineKeyboardButton]:
    return [button(texts.plain(f"till-{way.value}"), TillPriced(sale=sale.id, way=way)) for way in TillWay]


def not_here(
    card: Card, place: LocationId, count: int, left: int, sure: TillSure | TillPricedSure, texts: Texts
) -> Screen:
    """🎪 a fair has only what was brought there: was it sold all the same?"""
    title = wording.quoted(cut(card.title, 100), texts.language)
    return Screen(
        texts("till-short-here", title=title, count=count, left=left) if left else texts("till-none-here", title=title),
        rows(
            button(texts.plain("till-sure"), sure),
            button(texts.plain("sell-back"), TillOpen(place=place)),
        ),
    )


def sold(told: Sold, card: Card, left: int, texts: Texts) -> Screen:
    """🎪 on the books; what is left there, who had to give way, and what is missing now."""
    sale = told.sale
    short = sum(conflict.short_quantity for conflict in told.recorded.conflicts)
    total = wording.money(sale.price_minor * sale.quantity, card.price.currency, texts.language)
    way = texts.plain(f"till-{sale.way.value}-word") if sale.way else ""
    return Screen(
        paragraphs(
            texts(
                "till-sold",
                title=wording.quoted(cut(card.title, 100), texts.language),
                count=sale.quantity,
                total=total,
                way=way,
            ),
            texts("till-left-here", count=left),
            texts("sell-sold-short", sku=sale.sku, count=sale.quantity, short=short) if short else "",
            texts("sell-sold-yielded", orders=", ".join(told.recorded.yielded)) if told.recorded.yielded else "",
        ),
        rows(
            conflict_looks.door(told.recorded.conflicts[0].id, texts) if short else None,
            button(texts.plain("till-next"), TillOpen(place=sale.place), "primary"),
            button(texts.plain("till-undo"), TillUndo(sale=sale.id)),
        ),
    )


def undone(sale: TillSale, card: Card, texts: Texts) -> Screen:
    return Screen(
        texts("till-undone", title=wording.quoted(cut(card.title, 100), texts.language)),
        rows(button(texts.plain("till-next"), TillOpen(place=sale.place), "primary")),
    )
