"""How is a way of delivery, or the price of one delivery, read that a seller typed, and how is it written back?

`title; price; where to; how long`. The price: a sum, a sum and from which total on it is free, `free`, or `later`.
"""

import re
from datetime import timedelta
from typing import Final

from bot.basics.errors import ShopError
from bot.basics.languages import Language
from bot.basics.money import decimal_text
from bot.basics.typed import MONEY_ALONE, clean, currency_of, money_readings, whole_number
from bot.shop.delivery.rules import MOST_MINOR
from bot.shop.delivery.values import AREA_LIMIT, DAYS_LIMIT, TITLE_LIMIT, TRACK_LIMIT, NewWay, Way

HOURS_LIMIT: Final = 14 * 24
_FREE: Final = frozenset({"бесплатно", "free", "gratis", "bezpłatnie", "za darmo", "0"})
_LATER: Final = frozenset(
    {"позже", "потом", "отдельно", "по запросу", "later", "on request", "później", "osobno", "na zapytanie"}
)
_FREE_FROM: Final = re.compile(
    r"(?P<price>.+?)[,.]? (?:(?:бесплатно|free|gratis) )?(?:от|from|od) (?P<least>.+?)"
    r"(?:,? ?(?:бесплатно|free|gratis|za darmo))?",
    re.IGNORECASE,
)
_WORDS: Final[dict[Language, tuple[str, str, str]]] = {
    "ru": ("позже", "бесплатно", "от"),
    "en": ("later", "free", "from"),
    "pl": ("później", "gratis", "od"),
}


class BadWay(ShopError):
    """A way of delivery has at least a name and a price; `text`: the part that is not understood."""

    key = "bad-way"


class BadSum(ShopError):
    """No sum that a delivery could cost."""

    key = "bad-delivery-sum"


class BadQuoteHours(ShopError):
    """How long somebody is waited for."""

    key = "bad-quote-hours"


class BadTrack(ShopError):
    """Longer than any number or link of a carrier."""

    key = "bad-track"


def read_way(text: str, currency: str) -> NewWay:
    """A way as its seller typed it. Raises BadWay, BadSum."""
    parts = [" ".join(part.split()) for part in re.split(r"[;\n]", clean(text))]
    title, price, area, days, *more = [*parts, "", "", "", ""]
    if not any(sign.isalnum() for sign in title) or len(title) > TITLE_LIMIT or not price:
        raise BadWay(text=title[:40] or text[:40])
    for part, limit in ((area, AREA_LIMIT), (days, DAYS_LIMIT)):
        if len(part) > limit:
            raise BadWay(text=part[:40])
    if any(more):
        raise BadWay(text=next(part for part in more if part)[:40])
    if price.casefold() in _LATER:
        return NewWay(title, None, None, area, days)
    from_ = _FREE_FROM.fullmatch(price)
    if from_ is None:
        return NewWay(title, read_sum(price, currency), None, area, days)
    least = read_sum(from_["least"], currency)
    return NewWay(title, read_sum(from_["price"], currency), least or None, area, days)


def read_quote(text: str, currency: str) -> tuple[int, str]:
    """(the price in minor units, how long it takes if that was said): `850; 3–5 дней`. Raises BadSum."""
    price, _, days = clean(text).replace("\n", ";").partition(";")
    return read_sum(price.strip(), currency), " ".join(days.split()).strip(" ;")[:DAYS_LIMIT]


def read_sum(text: str, currency: str) -> int:
    """One sum in minor units; free is nothing. Raises BadSum."""
    said = text.strip().rstrip(".,")
    if said.casefold() in _FREE:
        return 0
    match = MONEY_ALONE.fullmatch(said)
    readings = money_readings(match) if match else ()
    other = match is not None and currency_of(match) not in (None, currency)
    if match is None or match["sign"] or other or len(readings) != 1 or readings[0] > MOST_MINOR:
        raise BadSum(text=text[:40])
    return readings[0]


def read_hours(text: str) -> timedelta:
    """A whole number of hours. Raises BadQuoteHours."""
    said = clean(text).strip()
    digits = whole_number(said.split(" ")[0]) if said else None
    if digits is None or len(digits) > len(str(HOURS_LIMIT)) or not 1 <= int(digits) <= HOURS_LIMIT:
        raise BadQuoteHours(limit=HOURS_LIMIT)
    return timedelta(hours=int(digits))


def read_track(text: str) -> str:
    """A number or a link. Raises BadTrack."""
    said = " ".join(clean(text).split())
    if not said or len(said) > TRACK_LIMIT:
        raise BadTrack(limit=TRACK_LIMIT)
    return said


def written(way: Way, language: Language) -> str:
    """The way as it could be typed again: `read_way` gives the same back."""
    later, free, from_ = _WORDS[language]
    if way.price_minor is None:
        price = later
    elif way.price_minor == 0:
        price = free
    else:
        price = _short(way.price_minor)
        if way.free_from_minor is not None:
            price = f"{price} {from_} {_short(way.free_from_minor)} {free}"
    parts = [way.title, price, way.area, way.days]
    while not parts[-1]:
        parts.pop()
    return "; ".join(parts)


def _short(minor: int) -> str:
    """`350`, `350.50`: as people type it."""
    return decimal_text(minor).removesuffix(".00")
