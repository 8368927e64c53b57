"""How is a rule of the shop read that a seller typed, and how is it shown?"""

import re
from datetime import timedelta
from typing import Final
from urllib.parse import urlsplit

from bot.basics.typed import clean, whole_number
from bot.shop.captions.rules import parse_price
from bot.shop.policies.values import Policies
from bot.telegram.seller.errors import BadTerm

NAMES: Final = (
    "seller_name",
    "seller_inn",
    "terms_url",
    "hold",
    "hold_max",
    "pickup_keep",
    "return_within",
    "waiting_people",
    "gift_wrap_minor",
)
OF_BUSINESS: Final = ("seller_name", "seller_inn", "terms_url", "gift_wrap_minor")
"""What only owners change."""
NAME_LIMIT: Final = 200
URL_LIMIT: Final = 500
MINUTES_LIMIT: Final = 24 * 60
DAYS_LIMIT: Final = 90
_IN_DAYS: Final = frozenset({"pickup_keep", "return_within"})
PEOPLE_LIMIT: Final = 100
_NOTHING: Final = frozenset({"нет", "пусто", "0", "no", "none", "empty", "nie", "brak"})


def read_term(name: str, text: str, now: Policies) -> str | float:
    """What is kept for a rule: words, or seconds. `now` holds the other rules. Raises BadTerm, KeyError."""
    said = " ".join(clean(text).split())
    match name:
        case "seller_name":
            return _name(said)
        case "seller_inn":
            return _inn(said)
        case "terms_url":
            return _url(said)
        case "hold":
            minutes = _number(said, MINUTES_LIMIT, "bad-minutes")
            if timedelta(minutes=minutes) > now.hold_max:
                raise BadTerm("hold-above-most", most=_minutes(now.hold_max))
            return minutes * 60.0
        case "hold_max":
            minutes = _number(said, MINUTES_LIMIT, "bad-minutes")
            if timedelta(minutes=minutes) < now.hold:
                raise BadTerm("most-below-hold", least=_minutes(now.hold))
            return minutes * 60.0
        case "pickup_keep":
            return _number(said, DAYS_LIMIT, "bad-days") * 86_400.0
        case "return_within":
            return 0.0 if said.casefold() in _NOTHING else _number(said, DAYS_LIMIT, "bad-days") * 86_400.0
        case "waiting_people":
            return _number(said, PEOPLE_LIMIT, "bad-people")
        case "gift_wrap_minor":
            return 0 if said.casefold() in _NOTHING else _price(said, now.currency)
    raise KeyError(name)


def shown(name: str, now: Policies) -> str | int:
    """A rule as it stands: words, or a number of minutes or days."""
    value = getattr(now, name)
    if not isinstance(value, timedelta):
        return str(value)
    return max(round(value / timedelta(days=1)), 0) if name in _IN_DAYS else _minutes(value)


def _minutes(value: timedelta) -> int:
    return round(value / timedelta(minutes=1))


def _name(said: str) -> str:
    if not any(character.isalpha() for character in said) or len(said) > NAME_LIMIT:
        raise BadTerm("bad-seller-name", limit=NAME_LIMIT)
    return said


def _inn(said: str) -> str:
    """Ten digits of a company, twelve of a person, or none at all."""
    if said.casefold() in _NOTHING:
        return ""
    digits = said.replace(" ", "")
    if not re.fullmatch(r"[0-9]{10}|[0-9]{12}", digits):
        raise BadTerm("bad-inn")
    return digits


def _url(said: str) -> str:
    try:
        parts = urlsplit(said)
        host = parts.hostname or ""
    except ValueError as odd:
        raise BadTerm("bad-url") from odd
    well = parts.scheme == "https" and re.fullmatch(r"[\w-]+(?:\.[\w-]+)+", host) and " " not in said
    if not well or len(said) > URL_LIMIT or parts.username is not None:
        raise BadTerm("bad-url")
    return said


def _price(said: str, currency: str) -> int:
    """Minor units. Raises BadTerm where it has two readings, and what a price raises."""
    reading = parse_price(said, currency)
    if reading.settled is None:
        raise BadTerm("bad-term-price")
    return reading.settled


def _number(said: str, limit: int, key: str) -> int:
    digits = whole_number(said.split(" ")[0]) if said else None
    if digits is None or len(digits) > len(str(limit)) or not 1 <= int(digits) <= limit:
        raise BadTerm(key, limit=limit)
    return int(digits)
