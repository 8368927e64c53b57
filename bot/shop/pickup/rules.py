"""Which times does a place offer?"""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta, tzinfo

from bot.shop.pickup.values import Place

DAYS_AHEAD = 14
SOONEST = timedelta(minutes=30)
"""Nobody can be asked to have a parcel ready sooner than this."""


def slots(place: Place, now: datetime, zone: tzinfo) -> Iterator[datetime]:
    """Every time offered in the coming two weeks, UTC, soonest first. Zone: where the place is."""
    plan = place.slots
    if plan is None:
        return
    today = now.astimezone(zone).date()
    for ahead in range(DAYS_AHEAD):
        day = today + timedelta(days=ahead)
        if day.isoweekday() not in plan.weekdays:
            continue
        at = datetime.combine(day, plan.opens, zone)
        end = datetime.combine(day, plan.closes, zone)
        while at < end:
            moment = at.astimezone(UTC)
            if moment >= now + SOONEST and _within(place, moment):
                yield moment
            at += timedelta(minutes=plan.every_min)


def _within(place: Place, moment: datetime) -> bool:
    return (place.active_from is None or moment >= place.active_from) and (
        place.active_to is None or moment < place.active_to
    )
