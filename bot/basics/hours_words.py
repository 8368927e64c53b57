"""Which words and numbers do opening hours consist of, in Russian, English and Polish?"""

import re
from dataclasses import dataclass
from typing import Final

from bot.basics.languages import Language

EVERY_DAY: Final = frozenset(range(7))
WEEKDAYS: Final[dict[Language, tuple[str, ...]]] = {
    "ru": ("пн", "вт", "ср", "чт", "пт", "сб", "вс"),
    "en": ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"),
    "pl": ("pn", "wt", "śr", "czw", "pt", "sob", "niedz"),
}
_SHORT: Final[dict[str, int]] = {
    name.casefold(): day for names in WEEKDAYS.values() for day, name in enumerate(names)
} | {"sr": 2, "cz": 3, "sb": 5, "nd": 6, "ndz": 6, "pon": 0, "пон": 0, "tu": 1, "th": 3}
_LONG: Final[tuple[tuple[str, int], ...]] = tuple(
    (stem, day)
    for day, stems in enumerate(
        (
            ("понед", "monday", "poniedzia"),
            ("вторн", "tues", "wtork", "wtorek"),
            ("сред", "wednes", "środ", "srod"),
            ("четв", "thur", "czwart"),
            ("пятн", "friday", "piąt", "piat"),
            ("субб", "satur", "sobot", "sobó"),
            ("воскр", "sunday", "niedziel"),
        )
    )
    for stem in stems
)
_SETS: Final[tuple[tuple[str, frozenset[int]], ...]] = tuple(
    (stem, days)
    for days, stems in (
        (EVERY_DAY, ("ежедневн", "daily", "everyday", "codzien")),
        (frozenset(range(5)), ("будн", "weekday", "workday", "roboc", "powszedn")),
        (frozenset((5, 6)), ("выходным", "выходные", "weekend")),
    )
    for stem in stems
)
_MONTHS: Final[tuple[tuple[str, int], ...]] = tuple(
    (stem, month)
    for month, stems in enumerate(
        (
            ("янв", "jan", "stycz", "sty"), ("февр", "фев", "feb", "lut"), ("март", "мар", "mar"),
            ("апр", "apr", "kwie", "kwi"), ("май", "мая", "мае", "may", "maj"), ("июн", "jun", "czerw", "cze"),
            ("июл", "jul", "lip"), ("авг", "aug", "sierp", "sie"), ("сен", "sep", "wrze", "wrz"),
            ("окт", "oct", "paź", "paz"), ("ноя", "nov", "listop", "lis"), ("дек", "dec", "grud", "gru"),
        ), 1
    )
    for stem in stems
)  # fmt: skip
_CLOSED: Final = re.compile(
    r"закрыт\w*|выходной|нерабоч\w*|не работа\w*|отдыхаем|closed|off|nieczynn\w*|zamkn\w*|wolne"
)
_ALWAYS: Final = re.compile(r"круглосуточно|24 ?/ ?7|24 ?(?:часа|hours|h\b)|around the clock|całodobowo|całą dobę")
_PAUSE: Final = re.compile(r"перерыв\w*|обед\w*|lunch|break|przerw\w*")
_TO: Final = frozenset({"до", "по", "to", "till", "until", "through", "thru", "do"})
_NOISE: Final = frozenset(
    (
        "с", "со", "в", "во", "и", "на", "от", "открыто", "открыты", "работаем", "часы", "час", "часа", "часов", "ч",
        "г", "год", "года", "from", "on", "at", "and", "open", "hours", "hour", "h", "the", "of", "we", "are", "day",
        "days", "od", "w", "i", "oraz", "na", "czynne", "otwarte", "godz", "godziny", "godzina", "r", "roku", "dni",
    )
)  # fmt: skip
_TOKEN: Final = re.compile(
    r"(?P<full>\d{1,2}\.\d{1,2}\.\d{4})|(?P<year>\d{4})(?!\d)"
    r"|(?P<time>\d{1,2}[:.]\d{2}|\d{1,2})(?: ?(?P<half>am|pm)\b)?"
    r"|(?P<dash>[-–—−])|(?P<word>[^\W\d_]+\.?)|(?P<between>[\s,;:&/+().]+)|(?P<other>.)"
)


class NotHours(ValueError):
    """Not opening hours; `part`: where reading stopped, as typed."""

    def __init__(self, part: str) -> None:
        super().__init__(part)
        self.part = part


@dataclass(frozen=True, slots=True)
class Token:
    kind: str
    text: str
    number: int = 0
    """Which weekday or month."""
    days: frozenset[int] = frozenset()
    half: str = ""
    """am or pm."""


def tokens(text: str) -> list[Token]:
    """Words with a meaning, numbers and dashes; words that only join the others are gone."""
    for pattern, mark in ((_ALWAYS, "\ue001"), (_CLOSED, "\ue002"), (_PAUSE, "\ue003")):
        text = pattern.sub(lambda _found, mark=mark: f" {mark} ", text)  # type: ignore[misc]
    for many, one in (("каждый день", "ежедневно"), ("every day", "daily"), ("без выходных", "ежедневно")):
        text = text.replace(many, one)
    found: list[Token] = []
    for match in _TOKEN.finditer(text):
        kind, said = str(match.lastgroup), match[0].strip()
        if kind == "half":
            kind = "time"
        if kind == "between":
            continue
        if kind == "other":
            kind = {"\ue001": "always", "\ue002": "closed", "\ue003": "pause"}.get(said, "")
            if not kind:
                raise NotHours(said)
        if kind == "word":
            token = _word(said.rstrip("."))
            if token is not None:
                found.append(token)
        elif kind == "time":
            found.append(Token("time", match["time"], half=match["half"] or ""))
        else:
            found.append(Token(kind, said))
    return _joined(found)


def _word(said: str) -> Token | None:
    if said in _TO:
        return Token("to", said)
    if said in _NOISE:
        return None
    if said in _SHORT:
        return Token("day", said, _SHORT[said])
    for stem, days in _SETS:
        if said.startswith(stem):
            return Token("days", said, days=days)
    for stem, day in _LONG:
        if said.startswith(stem):
            return Token("day", said, day)
    for stem, month in _MONTHS:
        if said.startswith(stem):
            return Token("month", said, month)
    raise NotHours(said)


def _joined(tokens: list[Token]) -> list[Token]:
    """`до`, `to`, `по` between two of a kind are dashes, elsewhere nothing; a dash before a word for closed is none."""
    made: list[Token] = []
    kinds = ("time", "day", "month", "full", "year")
    for place, token in enumerate(tokens):
        following = tokens[place + 1].kind if place + 1 < len(tokens) else ""
        between = bool(made) and made[-1].kind in kinds and following in kinds
        if token.kind == "to" and between:
            made.append(Token("dash", token.text))
        elif token.kind == "dash" and not (between and _alike(made[-1].kind, following)):
            continue
        elif token.kind != "to":
            made.append(token)
    return made


def _alike(before: str, after: str) -> bool:
    """`пн – 10` is a pause for breath, `пн – пт` and `31 декабря – 8` are ranges."""
    return (before == "day") == (after == "day")
