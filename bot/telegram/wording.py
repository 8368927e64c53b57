"""How are money, times, sizes and titles said, so that they read like a person wrote them?"""

import re
from datetime import date, datetime, timedelta
from typing import Final
from zoneinfo import ZoneInfo

from babel.dates import format_date

from bot.basics.languages import Language
from bot.telegram.texts import NBSP, Texts, hang

_SIGNS: Final = {
    "RUB": "₽", "EUR": "€", "USD": "$", "GBP": "£", "PLN": "zł", "KZT": "₸", "UAH": "₴", "BYN": "Br", "CZK": "Kč",
    "XTR": "⭐",
}  # fmt: skip
_SIGN_FIRST: Final = frozenset({"EUR", "USD", "GBP"})
_WHOLE_ONLY: Final = frozenset({"XTR", "JPY", "KRW"})
"""Currencies whose minor unit is the unit itself (ISO 4217 exponent 0; Telegram Stars)."""
_QUOTES: Final[dict[Language, tuple[str, str, str, str]]] = {
    "ru": ("«", "»", "„", "“"),
    "en": ("“", "”", "‘", "’"),
    "pl": ("„", "”", "«", "»"),
}
_UNITS: Final[dict[str, dict[Language, str]]] = {
    "мм": {"ru": "мм", "en": "mm", "pl": "mm"},
    "см": {"ru": "см", "en": "cm", "pl": "cm"},
    "м": {"ru": "м", "en": "m", "pl": "m"},
    "″": {"ru": "″", "en": "in", "pl": "″"},
}


def money(minor: int, currency: str, language: Language) -> str:
    """`1200000, "RUB"` → `12 000 ₽`; minor units only where there are some: `12 000,50 ₽`, `€120`, `1 200 zł`.

    Thousands stand apart by a no-break space in every language, because `12,000` reads as twelve in two of them.
    """
    places = 0 if currency in _WHOLE_ONLY else 2
    whole, part = divmod(abs(minor), 10**places)
    text = f"{whole:,}".replace(",", NBSP)
    if part:
        text += f"{'.' if language == 'en' else ','}{part:02d}"
    sign = _SIGNS.get(currency, currency)
    text = f"{sign}{text}" if currency in _SIGN_FIRST else f"{text}{NBSP}{sign}"
    return f"−{text}" if minor < 0 else text


def percent(hundredths: int, language: Language) -> str:
    """`350` → `3,5 %`, in English `3.5%`."""
    whole, part = divmod(hundredths, 100)
    text = f"{whole}" + (f"{'.' if language == 'en' else ','}{part:02d}".rstrip("0") if part else "")
    return f"{text}%" if language == "en" else f"{text}{NBSP}%"


def between_sums(low: int, high: int, currency: str, language: Language) -> str:
    """`3 000–10 000 ₽`, `€30–100`: the sign once."""
    first, second = money(low, currency, language), money(high, currency, language)
    sign = _SIGNS.get(currency, currency)
    if currency in _SIGN_FIRST:
        return f"{first}–{second.removeprefix(sign)}"
    return f"{first.removesuffix(f'{NBSP}{sign}')}–{second}"


def clock(moment: datetime, zone: ZoneInfo) -> str:
    """`18:40` in the shop's zone; `moment` is aware."""
    return moment.astimezone(zone).strftime("%H:%M")


def day(texts: Texts, day: date, today: date) -> str:
    """`сегодня`, `завтра`, `вчера`, `в субботу, 23 ноября`; the year is said when it is another one."""
    near = _near_day(texts, day, today)
    if near:
        return near
    return texts.plain("when-on-weekday", weekday=day.isoweekday(), date=calendar_day(day, today, texts.language))


def calendar_day(day: date, today: date, language: Language) -> str:
    """`23 ноября`, `23 November`, `23 listopada`; `3 марта 2027` in another year."""
    text = str(format_date(day, "d MMMM" if day.year == today.year else "d MMMM y", locale=language))
    return text.replace(" ", NBSP, 1)


def at(texts: Texts, moment: datetime, *, now: datetime, zone: ZoneInfo) -> str:
    """`сегодня в 18:40`, `в субботу, 23 ноября, в 18:40`: when something happens or happened."""
    return _with_time(texts, "at", moment, now, zone)


def until(texts: Texts, moment: datetime, *, now: datetime, zone: ZoneInfo) -> str:
    """`сегодня до 18:40`, `завтра до 18:40`, `в субботу, 23 ноября, до 18:40`: how long something holds."""
    return _with_time(texts, "until", moment, now, zone)


def stamp(moment: datetime, language: Language, *, now: datetime, zone: ZoneInfo) -> str:
    """`14:51` today, `23 нояб., 14:51` before, with the year in another one: the head of a line in a journal."""
    local, today = moment.astimezone(zone).date(), now.astimezone(zone).date()
    time = clock(moment, zone)
    if local == today:
        return time
    said = str(format_date(local, "d MMM" if local.year == today.year else "d MMM y", locale=language))
    return f"{said.replace(' ', NBSP)}, {time}"


def until_time(texts: Texts, moment: datetime, zone: ZoneInfo) -> str:
    """`до 18:40`, where the day is plain anyway."""
    return texts.plain("when-until-time", time=clock(moment, zone))


def until_day(texts: Texts, day: date, today: date) -> str:
    """`только сегодня`, `до завтра`, `до субботы, 23 ноября`: the last day included."""
    if day == today:
        return texts.plain("when-only-today")
    if day == today + timedelta(days=1):
        return texts.plain("when-until-tomorrow")
    return texts.plain("when-until-weekday", weekday=day.isoweekday(), date=calendar_day(day, today, texts.language))


def between(texts: Texts, start: datetime, end: datetime, *, now: datetime, zone: ZoneInfo) -> str:
    """`сегодня, 12:00–14:00`: a slot of one day."""
    local = start.astimezone(zone).date()
    said = day(texts, local, now.astimezone(zone).date())
    return f"{said}, {clock(start, zone)}–{clock(end, zone)}"


def size(text: str, language: Language) -> str:
    """A size as `bot.shop.captions` writes it (`40.5 × 50 см`) in the units and decimals of the reader."""
    numbers, _, unit = text.rpartition(" ")
    names = _UNITS.get(unit)
    if names is None:
        return text.replace(" ", NBSP)
    if language != "en":
        numbers = re.sub(r"(?<=\d)\.(?=\d)", ",", numbers)
    return f"{numbers} {names[language]}".replace(" ", NBSP)


def distance(metres: float, texts: Texts) -> str:
    """`350 м`, `1,2 км`, `12 км`: as exact as it helps."""
    if metres < 950:
        return texts.plain("distance-m", metres=max(round(metres / 50) * 50, 50))
    kilometres = f"{metres / 1000:.1f}" if metres < 9_950 else str(round(metres / 1000))
    kilometres = kilometres.removesuffix(".0")
    return texts.plain("distance-km", km=kilometres if texts.language == "en" else kilometres.replace(".", ","))


def quoted(title: str, language: Language) -> str:
    """«Закат», “Sunset”, „Zachód”; quotes of the same kind inside become the inner ones."""
    opening, closing, inner_opening, inner_closing = _QUOTES[language]
    inside = title.replace(opening, inner_opening).replace(closing, inner_closing)
    return hang(f"{opening}{inside}{closing}", language)


def _near_day(texts: Texts, day: date, today: date) -> str | None:
    match (day - today).days:
        case 0:
            return texts.plain("when-today")
        case 1:
            return texts.plain("when-tomorrow")
        case -1:
            return texts.plain("when-yesterday")
    return None


def _with_time(texts: Texts, word: str, moment: datetime, now: datetime, zone: ZoneInfo) -> str:
    local, today = moment.astimezone(zone).date(), now.astimezone(zone).date()
    near = _near_day(texts, local, today)
    time = clock(moment, zone)
    if word == "at":
        return texts.plain("when-near-at" if near else "when-day-at", day=near or day(texts, local, today), time=time)
    return texts.plain("when-near-until" if near else "when-day-until", day=near or day(texts, local, today), time=time)


def phone(number: str) -> str:
    """`+79123456789` → `+7 912 345-67-89`, on one line; as it stands where it is no number."""
    import phonenumbers  # rarely needed, so read late

    try:
        known = phonenumbers.parse(number)
    except phonenumbers.NumberParseException:
        return number
    shown = str(phonenumbers.format_number(known, phonenumbers.PhoneNumberFormat.INTERNATIONAL))
    return shown.replace(" ", NBSP)
