"""How does a seller take works to a fair, see how it stands there, and bring the rest home?"""

from datetime import date, datetime
from zoneinfo import ZoneInfo

from aiogram import Router
from aiogram.types import CallbackQuery

from bot.basics.clock import Clock
from bot.basics.ids import LocationId, VariantId
from bot.shop.customers.values import Person
from bot.shop.moving.values import TripReport
from bot.shop.pickup.errors import NoSuchPlace
from bot.shop.pickup.values import Place
from bot.shop.shop import Shop
from bot.telegram.rights import Right, needs
from bot.telegram.screen import show
from bot.telegram.seller import fair_looks
from bot.telegram.seller.asking import Does, seller_router
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
from bot.telegram.texts import Html, Texts


def router() -> Router:
    router = seller_router("fairs")
    till, stock = needs(Right.TILL), needs(Right.STOCK)
    router.callback_query.register(on_fairs, Does(FairsOpen), flags=till)
    router.callback_query.register(on_fair, Does(FairOpen), flags=till)
    router.callback_query.register(on_report, Does(FairReport), flags=till)
    router.callback_query.register(on_pack, Does(FairPack), flags=stock)
    router.callback_query.register(on_tick, Does(FairTick), flags=stock)
    router.callback_query.register(on_all, Does(FairAll), flags=stock)
    router.callback_query.register(on_from, Does(FairFrom), flags=stock)
    router.callback_query.register(on_take, Does(FairTake), flags=stock)
    router.callback_query.register(on_home, Does(FairHome), flags=stock)
    return router


async def on_fairs(
    query: CallbackQuery, callback_data: FairsOpen, shop: Shop, texts: Texts, clock: Clock, zone: ZoneInfo
) -> None:
    """🧳"""
    now, first = clock.now(), not callback_data.before
    found = await shop.trips.trips(callback_data.before, fair_looks.PAST + 1)
    places = {each.id: each for each in await shop.pickup.places()}
    shown = found[: fair_looks.PAST]
    open_at = {each.place: each for each in shown if each.there}
    coming = [
        each
        for each in places.values()
        if each.id in open_at or (first and each.kind == "fair" and (each.active_to is None or now < each.active_to))
    ]
    screen = fair_looks.fairs(
        coming,
        open_at,
        [each for each in shown if not each.there],
        places,
        texts,
        now,
        zone,
        older=shown[-1] if len(found) > fair_looks.PAST else None,
        first=first,
    )
    await show(query, screen, shop.catalogue)


async def on_fair(
    query: CallbackQuery, callback_data: FairOpen, shop: Shop, texts: Texts, clock: Clock, zone: ZoneInfo
) -> None:
    """🧳 or 🎪. Raises NoSuchPlace."""
    await _show_fair(query, LocationId(callback_data.place), shop, texts, clock.now(), zone)


async def on_report(
    query: CallbackQuery, callback_data: FairReport, shop: Shop, texts: Texts, clock: Clock, zone: ZoneInfo
) -> None:
    """📄 Raises NoSuchTrip."""
    await _show_report(query, callback_data.trip, shop, texts, clock.now(), zone)


async def on_pack(query: CallbackQuery, callback_data: FairPack, shop: Shop, texts: Texts) -> None:
    """🧳 Raises NoSuchPlace."""
    await _show_packing(query, LocationId(callback_data.place), callback_data.before, shop, texts)


async def on_tick(query: CallbackQuery, callback_data: FairTick, shop: Shop, texts: Texts) -> None:
    """☑️ ➖ ➕ Raises NoSuchPlace."""
    place, before = LocationId(callback_data.place), callback_data.before
    await shop.trips.tick(place, {VariantId(callback_data.variant): callback_data.n})
    await _show_packing(query, place, before, shop, texts)


async def on_all(query: CallbackQuery, callback_data: FairAll, shop: Shop, texts: Texts) -> None:
    """☑️ the whole page. Raises NoSuchPlace."""
    place, before = LocationId(callback_data.place), callback_data.before
    page = await shop.trips.packing(place, texts.language, before)
    await shop.trips.tick(place, {work.variant: work.packed or work.free for work in page.works})
    await _show_packing(query, place, before, shop, texts)


async def on_from(query: CallbackQuery, callback_data: FairFrom, shop: Shop, texts: Texts) -> None:
    """📍 Raises NoSuchPlace."""
    place = await shop.pickup.get(LocationId(callback_data.place))
    if callback_data.home:
        await shop.trips.take_from(place.id, LocationId(callback_data.home))
        await _show_packing(query, place.id, 0, shop, texts)
        return
    others = [each for each in await shop.pickup.places() if each.id != place.id]
    await show(query, fair_looks.homes(place, others, texts), shop.catalogue)


async def on_take(
    query: CallbackQuery,
    callback_data: FairTake,
    shop: Shop,
    person: Person,
    texts: Texts,
    clock: Clock,
    zone: ZoneInfo,
) -> None:
    """✅ Raises NothingPacked, NoSuchPlace."""
    place = LocationId(callback_data.place)
    told = await shop.trips.take(place, person.id, texts.language)
    await _show_fair(query, place, shop, texts, clock.now(), zone, head=fair_looks.taken(told, texts))


async def on_home(
    query: CallbackQuery,
    callback_data: FairHome,
    shop: Shop,
    person: Person,
    texts: Texts,
    clock: Clock,
    zone: ZoneInfo,
) -> None:
    """🏠 Raises NoSuchTrip, NoSuchPlace."""
    trip = await shop.trips.bring_home(LocationId(callback_data.place), person.id)
    await _show_report(query, trip, shop, texts, clock.now(), zone, head=texts("fair-is-home"))


async def _show_packing(query: CallbackQuery, place: LocationId, before: int, shop: Shop, texts: Texts) -> None:
    found = await shop.trips.packing(place, texts.language, before)
    if before and not found.works:  # an old button: the first page is there always
        found, before = await shop.trips.packing(place, texts.language), 0
    places = {each.id: each for each in await shop.pickup.places()}
    if place not in places:
        raise NoSuchPlace
    screen = fair_looks.packing(found, places[place], places.get(found.home), len(places) > 2, before, texts)
    await show(query, screen, shop.catalogue)


async def _show_fair(
    query: CallbackQuery,
    place: LocationId,
    shop: Shop,
    texts: Texts,
    now: datetime,
    zone: ZoneInfo,
    *,
    head: Html | str = "",
) -> None:
    where, trip = await shop.pickup.get(place), await shop.trips.here(place)
    if trip is None or not trip.there:
        await show(query, fair_looks.nothing_taken(where, texts), shop.catalogue)
        return
    told = _told(await shop.trips.report(trip.id, texts.language), where, texts, now, zone)
    await show(query, fair_looks.standing(where, told, head, texts), shop.catalogue)


async def _show_report(
    query: CallbackQuery,
    trip: int,
    shop: Shop,
    texts: Texts,
    now: datetime,
    zone: ZoneInfo,
    *,
    head: Html | str = "",
) -> None:
    found = await shop.trips.report(trip, texts.language)
    where = await shop.pickup.get(found.trip.place)
    told = _told(found, where, texts, now, zone)
    there = found.trip.there
    screen = fair_looks.standing(where, told, head, texts) if there else fair_looks.over(told, head, texts)
    await show(query, screen, shop.catalogue)


def _told(found: TripReport, where: Place, texts: Texts, now: datetime, zone: ZoneInfo) -> Html:
    def day(moment: datetime | None) -> date | None:
        return moment.astimezone(zone).date() if moment else None

    days = (day(found.trip.began_at) or now.astimezone(zone).date(), day(found.trip.ended_at))
    return fair_looks.report(found, where, texts, now.astimezone(zone).date(), days)
