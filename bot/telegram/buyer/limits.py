"""How much fits where, and what is left of words that are longer?"""

import re
from html import unescape
from typing import Final

from bot.telegram.texts import Html

LABEL_LIMIT: Final = 20
NAME_LIMIT: Final = 32
TITLE_LIMIT: Final = 60
"""Longest title in a list or a sentence; a card shows the whole one."""
_TAG: Final = re.compile(r"<[^>]*>")
_GAPS: Final = re.compile(r"[^\S\u00a0\u202f]+")
"""All white space but what was put there so that no line ends."""
_ALONE: Final = re.compile(r"(?<!\w)(\w) (?=\S)")
"""A word of one letter, which stays with the next one."""

_LAST_SMALL: Final = re.compile(r"(?: [^\W\d_]{1,2}(?!\w))+$")
"""Words of one or two letters at the end, which say nothing without the next one."""


def cut(text: str, limit: int) -> str:
    """The beginning of a text, with … where something is missing; line ends become spaces."""
    text = _GAPS.sub(" ", text).strip()
    return text if len(text) <= limit else text[: limit - 1].rstrip(" ,.·—-") + "…"


def shorten(text: str, limit: int) -> str:
    """As `cut`, between two words where at least half of the room is used then."""
    shown = cut(text, limit)
    if not shown.endswith("…") or _GAPS.sub(" ", text).strip() == shown:
        return shown
    whole = _GAPS.sub(" ", text).strip()[:limit]
    words, _, _ = whole.rpartition(" ")
    words = _LAST_SMALL.sub("", words).rstrip(" ,.·—-")
    return f"{words}…" if len(words) >= limit // 2 else shown


def label(text: str) -> str:
    """Words on a button: it ends with a whole one where it has to end early."""
    return shorten(text, LABEL_LIMIT)


def named(text: str) -> str:
    """As `label`, for the name of a work or a place on a row of its own, where a phone has room for more of it."""
    return shorten(text, NAME_LIMIT)


def cut_to_fit(text: str, units: int) -> str:
    """The beginning of a text that Telegram counts as at most so many UTF-16 units; no line ends in a lone letter."""
    text, limit = _ALONE.sub("\\1\N{NO-BREAK SPACE}", _GAPS.sub(" ", text)), units
    while _units(shown := cut(text, limit)) > units:
        limit -= max((_units(shown) - units) // 2, 1)
    return shown


def seen_length(text: Html) -> int:
    """What Telegram counts of a text: UTF-16 units after the tags are gone."""
    return _units(unescape(_TAG.sub("", text)))


def _units(text: str) -> int:
    return len(text.encode("utf-16-le", "surrogatepass")) // 2
