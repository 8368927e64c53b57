"""What do a fair's screens look like: the list, what to take, how it stands, what it has brought?"""

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Final
from zoneinfo import ZoneInfo

from aiogram.types import InlineKeyboardButton

from bot.basics.ids import LocationId
from bot.shop.moving.values import Packing, Taken, ToPack, TripReport, TripView
from bot.shop.pickup.values import Place
from bot.telegram import wording
from bot.telegram.buyer.limits import cut
from bot.telegram.buyer.order_words import paragraphs
from bot.telegram.screen import Screen, button, rows
from bot.telegram.seller.callbacks import PlaceAct, StockOpen
from bot.telegram.seller.moving_buttons import (
    FairAll,
    FairFrom,
    FairHome,
    FairOpen,
    FairPack,
    FairReport,
    FairsOpen,
    FairTake,
    FairTick,
)
from bot.telegram.seller.till_buttons import TillOpen
from bot.telegram.showcase.look import named
from bot.telegram.texts import Html, Texts, joined

PAST: Final = 6
_LINES: Final = 20
"""As many works as a report names."""


def title_of(place: Place | None, texts: Texts) -> str:
    return cut(place.told(texts.language).title, 60) if place else "—"


def fairs(
    coming: Sequence[Place],
    open_at: Mapping[LocationId, TripView],
    past: Sequence[TripView],
    places: Mapping[LocationId, Place],
    texts: Texts,
    now: datetime,
    zone: ZoneInfo,
    *,
    older: TripView | None,
    first: bool,
) -> Screen:
    """🧳 where one can go, or is; 📄 where one has been."""
    keys = []
    for each in coming:
        there = each.id in open_at
        data = FairOpen(place=each.id) if there else FairPack(place=each.id)
        keys.append(button(named("🎪" if there else "🧳", each.told(texts.language).title), data))
    for trip in past:
        day = trip.ended_at.astimezone(zone).date() if trip.ended_at else None
        ended = wording.calendar_day(day, now.astimezone(zone).date(), texts.language) if day else ""
        keys.append(button(named("📄", title_of(places.get(trip.place), texts), ended), FairReport(trip=trip.id)))
    none = not coming and first
    return Screen(
        paragraphs(texts("fairs-head"), texts("fairs-none") if none else ""),
        rows(
            *keys,
            button(texts.plain("sell-place-add"), PlaceAct(act="add")) if none else None,
            button("▶️", FairsOpen(before=older.id)) if older else None,
            button(texts.plain("sell-back"), StockOpen() if first else FairsOpen()),
        ),
    )


def packing(found: Packing, place: Place, home: Place | None, others: bool, before: int, texts: Texts) -> Screen:
    """🧳 a tap takes all free pieces of a work or none; ➖ and ➕ beside what there are several of."""
    keys: list[InlineKeyboardButton | list[InlineKeyboardButton]] = []
    for work in found.works:
        keys.append(_work(found, work, before))
        if work.packed and work.free > 1:
            fewer, more = (_tick(found, work, work.packed + step, before) for step in (-1, 1))
            keys.append(
                [
                    button(texts.plain("fair-fewer"), fewer),
                    *([button(texts.plain("fair-more"), more)] if work.packed < work.free else []),
                ]
            )
    last = found.works[-1].variant if found.works else 0
    leaf = [
        button("◀️", FairPack(place=found.place)) if before else None,
        button("▶️", FairPack(place=found.place, before=last)) if found.more else None,
    ]
    unticked = any(not work.packed for work in found.works)
    return Screen(
        joined(
            [
                texts("fair-pack-head", place=title_of(place, texts)),
                texts("fair-pack-from", place=title_of(home, texts)),
                texts("fair-pack-count", count=found.pieces) if found.pieces else "",
                "" if found.works else texts("fair-pack-nothing"),
            ]
        ),
        rows(
            *keys,
            [turn for turn in leaf if turn],
            button(texts.plain("fair-pack-all"), FairAll(place=found.place, before=before)) if unticked else None,
            button(texts.plain("fair-take", count=found.pieces), FairTake(place=found.place), "success")
            if found.pieces
            else None,
            button(texts.plain("fair-from"), FairFrom(place=found.place)) if others else None,
            button(texts.plain("sell-back"), FairsOpen()),
        ),
    )


def _work(found: Packing, work: ToPack, before: int) -> InlineKeyboardButton:
    count = "" if work.free == 1 else f"{work.packed}/{work.free}" if work.packed else str(work.free)
    turned = _tick(found, work, 0 if work.packed else work.free, before)
    return button(named("☑️" if work.packed else "▫️", work.title, count), turned)


def _tick(found: Packing, work: ToPack, pieces: int, before: int) -> FairTick:
    return FairTick(place=found.place, variant=work.variant, n=min(pieces, 999_999), before=before)


def homes(place: Place, found: Sequence[Place], texts: Texts) -> Screen:
    """📍 from which place?"""
    keys = [button(named("📍", title_of(each, texts)), FairFrom(place=place.id, home=each.id)) for each in found]
    return Screen(texts("fair-from-which"), rows(*keys, button(texts.plain("sell-back"), FairPack(place=place.id))))


def taken(told: Taken, texts: Texts) -> Html:
    """What has gone now, and what was no longer free."""
    lines = [
        texts("fair-missing", title=wording.quoted(cut(each.title, 60), texts.language), count=each.pieces)
        for each in told.missing[:_LINES]
    ]
    return joined([texts("fair-taken", count=told.pieces) if told.pieces else "", *lines])


def report(found: TripReport, place: Place | None, texts: Texts, today: date, days: tuple[date, date | None]) -> Html:
    """📄 one message: taken, sold, the money by way of paying, left or come home; then work by work."""
    began, ended = (wording.calendar_day(each, today, texts.language) if each else "" for each in days)
    when = began if not ended or ended == began else f"{began} – {ended}"
    total = wording.money(found.total_minor, found.currency, texts.language) if found.currency else ""
    ways = ", ".join(
        f"{texts.plain(f'till-{way.value}-word')} {wording.money(minor, found.currency, texts.language)}"
        for way, minor in found.by_way.items()
    )
    numbers = [
        texts("fair-report-taken", count=found.taken),
        texts("fair-report-sold", count=found.sold, total=total) if found.sold else texts("fair-report-unsold"),
        texts("fair-report-money", ways=ways) if ways else "",
        texts("fair-report-left", count=found.left) if found.left or found.trip.there else "",
        texts("fair-report-home", count=found.returned) if found.returned else "",
        texts("fair-report-otherwise", count=found.otherwise) if found.otherwise > 0 else "",
        texts("fair-report-found", count=-found.otherwise) if found.otherwise < 0 else "",
    ]
    named = [each for each in found.works if each.sold][:_LINES]
    unnamed = len([each for each in found.works if each.sold]) - len(named)
    works = [
        texts("fair-report-work", title=wording.quoted(cut(each.title, 60), texts.language), count=each.sold)
        for each in named
    ]
    return paragraphs(
        joined([texts("fair-report-head", place=title_of(place, texts)), when]),
        joined(numbers),
        joined([*works, texts("fair-report-more", count=unnamed) if unnamed > 0 else ""]),
    )


def standing(place: Place, told: Html, head: Html | str, texts: Texts) -> Screen:
    """🎪 how it stands there now, and what comes next."""
    return Screen(
        paragraphs(head, told),
        rows(
            button(texts.plain("till-open"), TillOpen(place=place.id), "primary"),
            button(texts.plain("fair-pack-more"), FairPack(place=place.id)),
            button(texts.plain("fair-home"), FairHome(place=place.id)),
            button(texts.plain("sell-back"), FairsOpen()),
        ),
    )


def over(told: Html, head: Html | str, texts: Texts) -> Screen:
    """📄 of a fair that is over."""
    return Screen(paragraphs(head, told), rows(button(texts.plain("fairs-back"), FairsOpen())))


def nothing_taken(place: Place, texts: Texts) -> Screen:
    """Nobody has taken anything there yet."""
    return Screen(
        texts("fair-nothing-taken", place=title_of(place, texts)),
        rows(
            button(texts.plain("fair-pack"), FairPack(place=place.id), "primary"),
            button(texts.plain("sell-back"), TillOpen(place=place.id)),
        ),
    )
