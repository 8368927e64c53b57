"""What may somebody mean by the words they typed, and which words is a work found by?"""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from bot.basics import words as language
from bot.basics.ids import ProductId
from bot.basics.money import MAX_MINOR
from bot.shop.search.values import NO_LIMIT, Asked, Entry, Group, Known, Prices, Reading, Tier, Understood, WorkWords

LONGEST_QUERY: Final = 200
MOST_WORDS: Final = 8
SHORTEST_BEGINNING: Final = 3
_MOST_TERMS: Final = 24
_CODE: Final = "s_"
"""Before an article number; words have no such sign in them."""
_TITLE: Final = "t_"
"""Before a word of a title, which is kept a second time so that titles come first."""
_MAX_ID: Final = 2**63 - 1

_LINK: Final = re.compile(r"\s*p_(\d{1,19})\s*")
_CODE_WORD: Final = re.compile(r"^(?:артикул|арт|sku|art)\b[\s.:№#]*")
_ZEROS: Final = re.compile(r"(?<!\d)0+(?=\d)")
_NOT_CODE: Final = re.compile(r"[\W_]+")

_UPPER: Final = (
    "не дороже|не выше|не больше|не более|дешевле|меньше|максимум|макс|до|за|under|below|up to|upto|less than|"
    "cheaper than|at most|no more than|maximum|max|within|do|ponizej|tansze niz|tanszy niz|tansza niz|taniej niz|"
    "mniej niz|maksymalnie|maks|nie wiecej niz|nie drozej niz|za|<=|<"
)
_LOWER: Final = (
    "не дешевле|не меньше|не менее|не ниже|дороже|больше|более|выше|минимум|от|from|over|above|more than|at least|"
    "minimum|starting at|od|powyzej|drozsze niz|drozszy niz|drozsza niz|drozej niz|wiecej niz|co najmniej|minimum|>=|>"
)
_THAN: Final = r"(?:\s+(?:чем|than))?"
_NUMBER: Final = (
    r"[$€£₽]?\s*(?P<{0}>\d{{1,3}}(?:[\s.,]\d{{3}})+(?!\d)|\d{{1,9}})(?:[.,](?P<{0}c>\d{{2}})(?!\d))?"
    r"\s*(?P<{0}k>тысяч[аиу]?|тыс|тр|к|k|tys)?(?!\w)\.?"
)
_CURRENCY: Final = (
    r"(?:рублей|рубля|рубль|руб|р|₽|rubles|roubles|rub|zlotych|zlote|zloty|zl|pln|€|eur|euro|евро|\$|usd|долларов|"
    r"злотых|dollars|£|gbp|₸|тенге|грн)(?!\w)\.?"
)
_UNIT: Final = r"(?!\s*(?:[xх×*]\s*\d|(?:см|мм|cm|mm|м|m|шт|pcs|szt|год|году|года|г|лет|year)(?!\w)|%))"
_BEFORE: Final = r"(?<!\w)"


def _number(name: str) -> str:
    return _NUMBER.format(name)


_BETWEEN: Final = re.compile(
    rf"{_BEFORE}(?:(?:от|между|from|between|od|miedzy)\s+)?{_number('low')}(?:\s*{_CURRENCY})?"
    rf"\s*(?:-|–|—|до|и|to|and|do|a|i)\s*{_number('high')}(?:\s*{_CURRENCY})?{_UNIT}"
)
_AT_MOST: Final = re.compile(rf"{_BEFORE}(?:{_UPPER}){_THAN}\s*{_number('high')}(?:\s*{_CURRENCY})?{_UNIT}")
_AT_LEAST: Final = re.compile(rf"{_BEFORE}(?:{_LOWER}){_THAN}\s*{_number('low')}(?:\s*{_CURRENCY})?{_UNIT}")
_SUM: Final = re.compile(rf"{_BEFORE}{_number('high')}\s*{_CURRENCY}")
_CURRENCY_FIRST: Final = re.compile(rf"[$€£]{_number('high')}")

_EMPTY: Final = frozenset(
    [
        *("и", "или", "не", "на", "по", "под", "над", "из", "за", "для", "от", "до", "со", "во", "без", "при", "про"),
        *("это", "как", "что", "есть", "хочу", "купить", "ищу", "найти", "нужен", "нужна", "нужно", "нужны"),
        *("покажи", "покажите", "мне", "цена", "цене", "стоит", "сколько"),
        *("the", "an", "of", "for", "with", "and", "or", "in", "on", "at", "to", "from", "by", "is", "are", "want"),
        *("buy", "find", "show", "me", "need", "looking", "price"),
        *("dla", "na", "do", "od", "po", "pod", "nad", "ze", "za", "bez", "przy", "oraz", "lub", "jest", "chce"),
        *("kupic", "szukam", "pokaz", "mi", "cena"),
    ]
)
"""Words that say nothing about a work."""


# -- what was typed ------------------------------------------------------------------------------------------------


def read(text: str) -> Asked:
    """What was typed, as it stands and as on the other keyboard layout."""
    link = _LINK.fullmatch(text)
    if link is not None:
        number = int(link[1])
        return Asked((), ProductId(number if number <= _MAX_ID else 0))
    typed = language.clean(text[: LONGEST_QUERY * 4])[:LONGEST_QUERY]
    swapped = language.other_keyboard(typed)
    return Asked(tuple(_reading(each) for each in dict.fromkeys((typed, swapped))))


def _reading(typed: str) -> Reading:
    rest, prices = _without_prices(typed)
    words = list(dict.fromkeys(language.split(rest)))
    telling = [word for word in words if language.fold(word) not in _EMPTY]
    return Reading(tuple(telling[:MOST_WORDS]), prices, typed)


def _without_prices(typed: str) -> tuple[str, Prices]:
    """The text without what it says about prices, and that."""
    rest, low, high = language.fold(typed), 0, NO_LIMIT
    if len(rest) != len(typed):  # a letter that is two without its mark: positions would differ
        typed = rest
    for pattern in (_BETWEEN, _AT_MOST, _AT_LEAST, _SUM, _CURRENCY_FIRST):
        found = pattern.search(rest)
        if found is None or (pattern is _BETWEEN and not _means_prices(found)):
            continue
        if pattern in (_SUM, _CURRENCY_FIRST) and high < NO_LIMIT:
            continue
        named = found.groupdict()
        if named.get("low"):
            low = _minor(found, "low")
        if named.get("high"):
            high = _minor(found, "high")
        blank = " " * (found.end() - found.start())
        rest = rest[: found.start()] + blank + rest[found.end() :]
        typed = typed[: found.start()] + blank + typed[found.end() :]
        if pattern is _BETWEEN:
            break
    return typed, Prices(min(low, high), max(low, high))


def _means_prices(found: re.Match[str]) -> bool:
    """`40-50` is a size as likely as a price; `от 40 до 50`, `50-150 руб` and `1000-5000` are not."""
    said = re.match(r"[^\W\d]", found[0]) or re.search(_CURRENCY, found[0])
    return bool(said) or min(_minor(found, "low"), _minor(found, "high")) >= 100_00


def _minor(found: re.Match[str], name: str) -> int:
    whole = int(re.sub(r"\D", "", found[name]))
    if found[f"{name}k"]:
        whole *= 1000
    return min(whole * 100 + int(found[f"{name}c"] or 0), MAX_MINOR * 100)


def code(text: str) -> str:
    """An article number as it is looked for: `W-0042`, `w0042` and `w 42` are one."""
    return _CODE + _ZEROS.sub("", _NOT_CODE.sub("", language.fold(language.clean(text))))[: language.LONGEST]


def _code_asked(reading: Reading) -> str | None:
    text = _CODE_WORD.sub("", reading.text)
    return code(text) if any(letter.isdigit() for letter in text) else None


def _meanings(word: str) -> tuple[str, ...]:
    """The word, and Russian words that it may be in Latin letters."""
    return (word, *language.in_cyrillic(language.fold(word)))


def _misspelt(word: str) -> Iterator[str]:
    """What may be one slip away from a word of the index: the word, its forms, and the word without its ending."""
    for meaning in _meanings(word):
        bare = language.fold(meaning)
        if len(bare) < language.SHORTEST_MISSPELT or bare.isdigit():
            continue
        yield bare
        yield from (form for form in language.forms(meaning) if len(form) >= SHORTEST_BEGINNING)
        yield from (bare[:-end] for end in (1, 2) if len(bare) - end >= language.SHORTEST_MISSPELT)


def spellings(asked: Asked) -> list[str]:
    """Everything under which the words may stand in the index."""
    found: dict[str, None] = {}
    for reading in asked.readings:
        number = _code_asked(reading)
        if number is not None:
            found[number] = None
        for word in reading.words:
            for meaning in _meanings(word):
                found |= dict.fromkeys(language.forms(meaning))
            for base in _misspelt(word):
                found |= dict.fromkeys(language.shortened(base))
    return list(found)


def beginnings(asked: Asked) -> list[str]:
    """Words that may be only begun."""
    each = (language.fold(meaning) for reading in asked.readings for word in reading.words
            for meaning in _meanings(word))  # fmt: skip
    return [word for word in dict.fromkeys(each) if len(word) >= SHORTEST_BEGINNING and not word.isdigit()]


# -- what it means -------------------------------------------------------------------------------------------------


def understand(asked: Asked, known: Known) -> Understood:
    """The reading of which most is known: exactly rather than begun or misspelt, as typed rather than swapped."""
    for reading in asked.readings:
        number = _code_asked(reading)
        if number is not None and _is_known(number, known):
            shown = reading.text.strip().upper()
            return Understood((Group(shown, (number,)),), missing=False, prices=Prices(), words=(shown,))
    if asked.only is not None:
        return Understood((), missing=False, prices=Prices(), words=(), only=asked.only)
    best: Understood | None = None
    for find in (_exactly, _somehow):
        for reading in asked.readings:
            groups = [find(word, known) for word in reading.words]
            found = _understood(reading, groups)
            if reading.words and not found.missing:
                return found
            if best is None or len(found.groups) > len(best.groups):
                best = found
    if best is None:
        return Understood((), missing=False, prices=Prices(), words=())
    priced = next((each for each in asked.readings if not each.words and not each.prices.any), None)
    return best if priced is None else _understood(priced, [])


def _understood(reading: Reading, groups: Sequence[Group | None]) -> Understood:
    kept = tuple(group for group in groups if group is not None)
    shown = tuple(group.shown if group else word for group, word in zip(groups, reading.words, strict=True))
    return Understood(kept, missing=len(kept) < len(groups), prices=reading.prices, words=shown)


def _is_known(word: str, known: Known) -> bool:
    return word in known.spellings.get(word, ())


def _exactly(word: str, known: Known) -> Group | None:
    shown, terms = "", []
    for meaning in _meanings(word):
        found = [form for form in language.forms(meaning) if _is_known(form, known)]
        if found and not shown:
            shown = meaning
        terms += found
    return Group(shown, tuple(dict.fromkeys(terms))) if terms else None


def _somehow(word: str, known: Known) -> Group | None:
    return _exactly(word, known) or _begun(word, known) or _corrected(word, known)


def _begun(word: str, known: Known) -> Group | None:
    found = [meaning for each in _meanings(word) if (meaning := language.fold(each)) in known.beginnings]
    return Group(found[0], tuple(found), beginning=True) if found else None


def _corrected(word: str, known: Known) -> Group | None:
    """Words of the index one slip away; those that begin alike first."""
    near: dict[str, None] = {}
    for base in _misspelt(word):
        for spelling in language.shortened(base):
            near |= {each: None for each in known.spellings.get(spelling, ()) if language.one_slip_apart(base, each)}
    if not near:
        return None
    bare = language.fold(word)
    meant = sorted(near, key=lambda each: (-_alike(bare, each), abs(len(each) - len(bare)), each))[:_MOST_TERMS]
    return Group(meant[0], tuple(meant))


def _alike(one: str, other: str) -> int:
    """Letters in common at the beginning."""
    return next((at for at, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))


# -- how it is asked for -------------------------------------------------------------------------------------------


class Expressions:
    """How one database writes down which words are looked for. Terms hold letters, digits and `_` only."""

    def __init__(self, *, quote: str, also: str, either: str, without: str, begins: str) -> None:
        self._quote, self._also, self._either, self._without, self._begins = quote, also, either, without, begins

    def all(self, groups: Iterable[Group], mark: str = "") -> str:
        return self._also.join(f"({self._any(group, mark)})" for group in groups)

    def some(self, groups: Iterable[Group]) -> str:
        return self._either.join(f"({self._any(group)})" for group in groups)

    def but(self, wanted: str, not_these: str) -> str:
        return f"({wanted}){self._without}({not_these})"

    def _any(self, group: Group, mark: str = "") -> str:
        end = self._begins if group.beginning else ""
        return self._either.join(f"{self._quote}{mark}{term}{self._quote}{end}" for term in group.terms)


FTS5: Final = Expressions(quote='"', also=" AND ", either=" OR ", without=" NOT ", begins=" *")
TSQUERY: Final = Expressions(quote="'", also=" & ", either=" | ", without=" & !", begins=":*")


ANYTHING: Final = Tier(None, Prices())


def tiers(understood: Understood, expression: Expressions) -> list[Tier]:
    """All words in the title; then all words anywhere. Empty where a word is unknown: nothing can fit."""
    if understood.only is not None:
        return [Tier(None, Prices(), understood.only)]
    if understood.missing:
        return []
    if not understood.groups:
        return [] if understood.prices.any else [Tier(None, understood.prices)]
    if understood.groups[0].terms[0].startswith(_CODE):
        return [Tier(expression.all(understood.groups), understood.prices)]
    titled = expression.all(understood.groups, _TITLE)
    anywhere = expression.all(understood.groups)
    return [
        Tier(titled, understood.prices),
        Tier(expression.but(anywhere, titled), understood.prices),
    ]


def nearest(understood: Understood, expression: Expressions) -> list[Tier]:
    """What fits in part, best first; last of all, what is new."""
    groups, prices = understood.groups, understood.prices
    found = []
    if groups:
        if not understood.missing and not prices.any:
            found.append(Tier(expression.all(groups), Prices()))
        some = expression.some(groups)
        found.append(Tier(some, prices))
        if not prices.any:
            found.append(Tier(some, Prices()))
    if not prices.any:
        found.append(Tier(None, prices))
    return [*found, ANYTHING]


# -- what a work is found by ---------------------------------------------------------------------------------------


def entry(work: WorkWords) -> Entry:
    """Every form of every word; those of the title twice."""
    titled = _kept(work.titles)
    found = titled | _kept(work.others) | {code(each) for each in work.codes}
    return Entry(work.product, work.wanted, " ".join(sorted(found) + sorted(_TITLE + form for form in titled)))


def _kept(texts: Iterable[str]) -> set[str]:
    return {
        form for text in texts for word in language.split(language.clean(text)) for form in language.all_forms(word)
    }


def spelt(words: Iterable[str]) -> list[tuple[str, str]]:
    """(spelling, word) for each word of the index."""
    found: list[tuple[str, str]] = []
    for word in words:
        if word.startswith(_TITLE):
            continue
        simple = word.startswith(_CODE) or word.isdigit() or len(word) < SHORTEST_BEGINNING
        found += [(spelling, word) for spelling in ((word,) if simple else language.shortened(word))]
    return found
