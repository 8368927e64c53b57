"""Which prices belong together, and which works are alike?"""

import re
from collections.abc import Iterable
from typing import Final

from bot.shop.browsing.values import Choice, Sort

BOUNDS: Final = (
    1_000, 3_000, 10_000, 30_000, 100_000, 300_000, 1_000_000, 3_000_000, 10_000_000, 30_000_000, 100_000_000,
)  # fmt: skip
"""Minor units, each about three times the one before. The database sorts works into these bands by itself."""
_WORD: Final = re.compile(r"[^\W\d_]{3,}")
_STEM: Final = 5
_WRITTEN: Final = re.compile(r"([ncd])([pl])([f-])([0-9]|1[01])?")
_SORTS: Final = {sort.value[0]: sort for sort in Sort}


def bounds(band: int) -> tuple[int | None, int | None]:
    """(from, below) in minor units; None where a band is open."""
    low = BOUNDS[band - 1] if band > 0 else None
    return low, BOUNDS[band] if band < len(BOUNDS) else None


def written(choice: Choice) -> str:
    """`nl-`, `cpf7`: how somebody looks, as it is kept."""
    band = "" if choice.band is None else str(choice.band)
    return f"{choice.sort.value[0]}{'p' if choice.pictures else 'l'}{'f' if choice.free_only else '-'}{band}"


def read(kept: str | None) -> Choice:
    """What `written` has written; the usual way for anything else."""
    found = _WRITTEN.fullmatch(kept or "")
    if found is None:
        return Choice()
    return Choice(found[2] == "p", _SORTS[found[1]], int(found[4]) if found[4] else None, found[3] == "f")


def likeness(
    technique: str | None, price_minor: int, *, other_technique: str | None, other_price_minor: int, same_shelf: bool
) -> float:
    """How much another work is like this one: the shelf counts most, then the material, then the price."""
    mine, others = _stems(technique), _stems(other_technique)
    shared = len(mine & others) / len(mine | others) if mine and others else 0.0
    low, high = sorted((max(price_minor, 1), max(other_price_minor, 1)))
    return 2.0 * same_shelf + 1.5 * shared + low / high


def _stems(words: str | None) -> frozenset[str]:
    found: Iterable[str] = _WORD.findall((words or "").lower())
    return frozenset(word[:_STEM] for word in found)
