"""Under which forms is a word found, whatever its case, its ending, the keyboard it was typed on, or a slip in it?

Dictionaries are loaded when the first word is asked for: `load` does it beforehand, in a thread.
"""

import re
import threading
import unicodedata
from collections.abc import Callable, Iterator
from functools import cache, lru_cache
from typing import Any, Final

LONGEST: Final = 40
"""Letters of a word that are looked at; nothing in a dictionary is longer."""
SHORTEST_MISSPELT: Final = 4
"""Below this, a slip of one letter makes another word more often than a misspelt one."""

_WORD: Final = re.compile(r"[^\W\d_]+|\d+")
_CYRILLIC: Final = re.compile(r"[а-яё]")
_FOREIGN: Final = re.compile(r"[^\x00-\x7fа-я]+")
_MARKS: Final = re.compile(r"[\u0300-\u036f]+")
_UNSEEN: Final = re.compile(r"[\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\u0301]")
_WITHOUT_MARK: Final = str.maketrans({"ё": "е", "ł": "l", "ø": "o", "đ": "d"})

_LATIN_KEYS: Final = "qwertyuiop[]asdfghjkl;'zxcvbnm,.`" + '{}:"<>~'
_CYRILLIC_KEYS: Final = "йцукенгшщзхъфывапролджэячсмитьбюё" + "хъжэбюё"
_TO_CYRILLIC: Final = str.maketrans(_LATIN_KEYS, _CYRILLIC_KEYS)
_TO_LATIN: Final = str.maketrans(_CYRILLIC_KEYS[:33], _LATIN_KEYS[:33])

_SOUNDS: Final = {
    "shch": "щ", "sch": "щ", "zh": "ж", "kh": "х", "ts": "ц", "ch": "ч", "sh": "ш", "yu": "ю", "ju": "ю", "ya": "я",
    "ja": "я", "yo": "е", "jo": "е", "ye": "е", "je": "е", "iy": "ий", "yy": "ый", "ij": "ий",
    "a": "а", "b": "б", "c": "ц", "d": "д", "e": "е", "f": "ф", "g": "г", "h": "х", "i": "и", "j": "й", "k": "к",
    "l": "л", "m": "м", "n": "н", "o": "о", "p": "п", "q": "к", "r": "р", "s": "с", "t": "т", "u": "у", "v": "в",
    "w": "в", "x": "кс", "y": "ы", "z": "з",
}  # fmt: skip
"""How Russian is written in Latin letters; where people differ, `_OTHER_SOUNDS` has the other way."""
_OTHER_SOUNDS: Final = {**_SOUNDS, "c": "к", "h": "г", "y": "й", "ia": "ия", "iu": "ию", "j": "ж", "ck": "к", "ph": "ф"}
_DECLINED: Final = frozenset({"NOUN", "ADJF"})
_loading: Final = threading.Lock()
_stemmers: Final = threading.local()
_VOWELS: Final = frozenset("аеиоуыэюя")


def clean(text: str) -> str:
    """Lower case, one way to write each letter, nothing that is not seen."""
    return _UNSEEN.sub("", unicodedata.normalize("NFKC", text).casefold())


def fold(word: str) -> str:
    """Without the marks that people leave out: ё is е, ł is l, é is e; й stays й."""
    return _FOREIGN.sub(_unmarked, word.translate(_WITHOUT_MARK))


def _unmarked(found: re.Match[str]) -> str:
    return _MARKS.sub("", unicodedata.normalize("NFD", found[0]))


def split(text: str) -> Iterator[str]:
    """Words and numbers of a cleaned text; lone letters are none."""
    for found in _WORD.finditer(text):
        word = found[0]
        if len(word) > 1 or word.isdigit():
            yield word[:LONGEST]


def load() -> None:
    """Bring the dictionaries into memory: about half a second and 35 MB. Twice is once; meant for a thread."""
    with _loading:
        all_forms("слово")
        all_forms("word")


def loaded() -> bool:
    """The dictionaries are there: a word costs a tenth of a millisecond, one seen before nothing."""
    return _russian.cache_info().currsize > 0


@lru_cache(maxsize=20_000)
def forms(word: str) -> tuple[str, ...]:
    """What a cleaned word is kept under: the same for all its cases and numbers as far as the dictionaries know.

    Stem and dictionary form of a Russian word, since each alone misses some; the word and its stems of a Latin one.
    """
    if word.isdigit():
        return (word,)
    if _CYRILLIC.search(word):
        found = [_stem("russian")(word), *_russian().normal_forms(word)]
    else:
        bare = fold(word)
        polish = _stem("polish")
        found = [bare, _stem("english")(bare), polish(word), polish(bare)]
        if len(bare) > 4 and bare[-1] in "aeiouy":
            found.append(bare[:-1])  # torby, which the stemmer takes for a verb
        found += [each for stem in found[2:] for each in _softened(stem)]
    return tuple(dict.fromkeys(fold(form)[:LONGEST] for form in found if form))


def _softened(stem: str) -> Iterator[str]:
    """Polish stems whose end changes with the case: kubek and kubka, misce and miska, plakacie and plakat."""
    for end, others in (("ek", ("k",)), ("c", ("k", "t")), ("ci", ("t",)), ("dz", ("d",)), ("dzi", ("d",))):
        if stem.endswith(end) and len(stem) > len(end) + 1:
            yield from (stem[: -len(end)] + other for other in others)


@lru_cache(maxsize=20_000)
def all_forms(word: str) -> tuple[str, ...]:
    """`forms`, and the stems of all its cases: a slip in any of them is then one letter away from something kept."""
    found = list(forms(word))
    if _CYRILLIC.search(word):
        likely = _russian().parse(word)[0]
        if likely.tag.POS in _DECLINED:
            stem = _stem("russian")
            found += [fold(stem(each.word)) for each in likely.lexeme if each.tag.POS == likely.tag.POS]
    return tuple(dict.fromkeys(found))


def _stem(language: str) -> Callable[[str], str]:
    """A stemmer keeps the word it works on in itself, so each thread has its own."""
    mine: dict[str, Callable[[str], str]] = _stemmers.__dict__
    if language not in mine:
        # late, as below: whoever never searches pays nothing
        import snowballstemmer

        mine[language] = snowballstemmer.stemmer(language).stemWord
    return mine[language]


@cache
def _russian() -> Any:
    import pymorphy3

    return pymorphy3.MorphAnalyzer(lang="ru")


def other_keyboard(text: str) -> str:
    """What the same keys write when the other layout is on: `rfhnbyf` is `картина`, `мфыу` is `vase`."""
    cyrillic = len(_CYRILLIC.findall(text))
    latin = sum(letter.isascii() and letter.isalpha() for letter in text)
    return text.translate(_TO_LATIN if cyrillic > latin else _TO_CYRILLIC)


def in_cyrillic(word: str) -> tuple[str, ...]:
    """Russian words that this one may be, written in Latin letters: `kartina`, `zhivopis`, `nochnoy`."""
    if not (word.isascii() and word.isalpha()):
        return ()
    plain = _sounded(word, _SOUNDS)
    found = [plain, _sounded(word, _OTHER_SOUNDS)]
    if plain.startswith("е"):
        found.append(f"э{plain[1:]}")
    return tuple(dict.fromkeys(found))


def _sounded(word: str, sounds: dict[str, str]) -> str:
    made, at = "", 0
    while at < len(word):
        for length in (4, 3, 2, 1):
            sound = sounds.get(word[at : at + length])
            if sound is not None:
                break
        if sound == "ы" and made and made[-1] in _VOWELS:
            sound = "й"
        made += sound or ""
        at += length
    return made


def shortened(word: str) -> tuple[str, ...]:
    """The word, and the word without each of its letters: two words one slip apart have one of these in common."""
    return tuple(dict.fromkeys([word, *(word[:at] + word[at + 1 :] for at in range(len(word)))]))


def one_slip_apart(one: str, other: str) -> bool:
    """A letter too many, too few, another one, or two that changed places."""
    if len(one) > len(other):
        one, other = other, one
    if len(other) - len(one) > 1:
        return False
    at = next((at for at, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), len(one))
    if len(one) < len(other):
        return one[at:] == other[at + 1 :]
    swapped = one[at + 1 : at + 2] + one[at : at + 1] + one[at + 2 :]
    return one[at + 1 :] == other[at + 1 :] or swapped == other[at:]
