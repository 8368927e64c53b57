"""How are the opening hours of a place said: today, and for the whole week?"""

from datetime import datetime, timedelta
from typing import Final
from zoneinfo import ZoneInfo

from bot.basics import hours as opening
from bot.basics.hours import Hours, Special
from bot.basics.hours_typed import dates_written, hours_written
from bot.shop.pickup.values import Place
from bot.telegram import wording
from bot.telegram.texts import NBSP, Texts

_SOON: Final = timedelta(days=14)
"""Closed days that begin later are not worth saying yet."""


def today(place: Place, texts: Texts, now: datetime, zone: ZoneInfo) -> str:
    """`сегодня до 19:00`, `откроется завтра в 11:00`, `закрыто 1–8 января`; what was only written stays as written."""
    if place.opening is None:
        return place.hours
    stands = opening.now(place.opening, now, zone)
    day = now.astimezone(zone).date()
    if stands.is_open:
        if stands.until is None or stands.until - now > timedelta(days=2):
            said = texts.plain("open-always")
        else:
            said = wording.until(texts, stands.until, now=now, zone=zone)
        soon = _closed_soon(place.opening, now, zone)
        return f"{said}, {_closed(soon, texts, now, zone)}" if soon is not None else said
    parts = []
    if stands.closed is not None:
        parts.append(_closed(stands.closed, texts, now, zone))
    if stands.opens is not None:
        parts.append(texts.plain("opens-at", when=wording.at(texts, stands.opens, now=now, zone=zone)))
        soon = _closed_soon(place.opening, now, zone)
        if soon is not None and stands.closed is None and soon.first > stands.opens.astimezone(zone).date() >= day:
            parts.append(_closed(soon, texts, now, zone))
    return ", ".join(parts) or texts.plain("closed-now")


def week(place: Place, texts: Texts, now: datetime, zone: ZoneInfo) -> str:
    """`пн–пт 11:00–19:00, сб 12:00–16:00`: holds whenever it is read; what was only written stays as written."""
    if place.opening is None:
        return place.hours
    return hours_written(place.opening, now.astimezone(zone).date(), texts.language).replace(" ", NBSP, 1)


def _closed_soon(hours: Hours, now: datetime, zone: ZoneInfo) -> Special | None:
    day = now.astimezone(zone).date()
    soon = (each for each in hours.specials if not each.spans and day < each.first <= day + _SOON)
    return min(soon, key=lambda each: each.first, default=None)


def _closed(special: Special, texts: Texts, now: datetime, zone: ZoneInfo) -> str:
    days = dates_written(special.first, special.last, now.astimezone(zone).date(), texts.language)
    return texts.plain("closed-days", days=days.replace(" ", NBSP, 1))
