"""Which places and times can one order be collected at?"""

from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, datetime, timedelta, tzinfo
from typing import Final

from bot.basics import hours, words
from bot.basics.distance import metres
from bot.basics.languages import Language
from bot.shop.pickup.values import NewPlace, Offer, Place, WhyNot

DAYS_AHEAD = 14
SOONEST = timedelta(minutes=30)
"""Nobody can be asked to have a parcel ready sooner than this."""
_LONGEST_QUESTION: Final = 100
_SAY_NOTHING: Final = frozenset(
    (
        "метро", "станция", "ст", "улица", "ул", "дом", "около", "возле", "рядом", "где",
        "metro", "station", "street", "st", "near", "where", "ulica", "ul", "stacja", "obok",
    )
)  # fmt: skip
"""Words that stand in questions about any place."""
FIRST_CODE = "studio"
"""Of the place that every shop begins with."""
REMEMBERED = timedelta(days=7)
"""So long after its end a fair is still said to be over; later nobody looks for it."""


def offer(
    place: Place, now: datetime, zone: tzinfo, *, is_there: bool, taken: Mapping[datetime, int] | None = None
) -> Offer | None:
    """How an order meets a place; None where buyers know nothing of it. Zone: where the place is.

    `is_there`: the whole order is at the place. `taken`: how many orders have each of its times.
    """
    end = _end(place, zone)
    if not place.is_pickup or (end is not None and end + REMEMBERED <= now):
        return None
    bring = None if is_there or not place.bring_days[1] else place.bring_days
    if end is not None and end <= now:
        return Offer(place, end, bring, WhyNot.OVER)
    there = now if bring is None else now + timedelta(days=bring[1])
    if end is not None and end <= there:
        return Offer(place, end, bring, WhyNot.TOO_LATE)
    if place.slots is None:
        return Offer(place, end, bring)
    capacity, booked = place.slots.capacity, taken or {}
    free = tuple(at for at in slots(place, now, zone) if at >= there and booked.get(at, 0) < capacity)
    return Offer(place, end, bring, None if free else WhyNot.FULL, free)


def _end(place: Place, zone: tzinfo) -> datetime | None:
    """When the place can be reached for the last time: the last closing before it is gone."""
    if place.active_to is None or place.opening is None:
        return place.active_to
    return hours.last_closing(place.opening, place.active_to, zone) or place.active_to


def nearest(places: Sequence[Place], lat: float, lon: float) -> list[tuple[Place, float | None]]:
    """Nearest first, with metres; places that stand on no map come last, in the shop's own order."""
    far = [
        (place, None if place.lat is None or place.lon is None else metres(lat, lon, place.lat, place.lon))
        for place in places
    ]
    return sorted(far, key=lambda each: (each[1] is None, each[1] or 0))


def named(places: Sequence[Place], text: str) -> list[Place]:
    """Places whose title, address or way is meant by these words, best first: in any case, slip, alphabet or layout."""
    typed = words.clean(text)[:_LONGEST_QUESTION]
    return _named(places, typed) or _named(places, words.other_keyboard(typed))


def _named(places: Sequence[Place], typed: str) -> list[Place]:
    asked = [_meant(word) for word in words.split(typed) if word not in _SAY_NOTHING]
    scored = [(_score(place, asked), place) for place in places]
    best = max((score for score, _ in scored), default=0)
    found = [(score, place) for score, place in scored if score and score * 2 > best]
    return [place for _, place in sorted(found, key=lambda each: -each[0])]


def _meant(word: str) -> tuple[set[str], set[str]]:
    """(forms of the word as it is typed, forms it may be in another alphabet)."""
    return set(words.forms(word)), {form for other in words.in_cyrillic(word) for form in words.forms(other)}


def _score(place: Place, asked: list[tuple[set[str], set[str]]]) -> int:
    told = [place, *(place.told(language) for language in place.texts)]
    said = " ".join(f"{each.title} {each.address} {each.how}" for each in told)
    kept = {form for word in words.split(words.clean(said)) for form in words.all_forms(word)}
    numbers = sum(1 for own, _ in asked if own & kept and all(form.isdigit() for form in own))
    real = sum(_fits(own, other, kept) for own, other in asked if not all(form.isdigit() for form in own))
    return real + numbers if real else 0


def _fits(own: set[str], other: set[str], kept: set[str]) -> int:
    if own & kept:
        return 4
    if other & kept:
        return 3
    long = [form for form in own | other if len(form) >= words.SHORTEST_MISSPELT]
    if any(one.startswith(form) for form in long for one in kept):
        return 2
    known = [form for form in kept if len(form) >= words.SHORTEST_MISSPELT]
    return int(any(words.one_slip_apart(form, one) for form in long for one in known))


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


def first_place(said: str, shop_name: str, language: Language) -> NewPlace:
    """`title; address; hours` of SHOP_PICKUP, or the shop's name and an address on request."""
    parts = [part.strip() for part in said.split(";")] + ["", "", ""]
    on_request = {"ru": "адрес по запросу", "en": "address on request", "pl": "adres na życzenie"}
    return NewPlace(
        title=(parts[0] or shop_name)[:100],
        kind="studio",
        address=(parts[1] or on_request[language])[:300],
        hours=parts[2][:300],
    )
