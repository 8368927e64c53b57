"""What does somebody look for, and what has been found?"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Final, NewType

from bot.basics.ids import ProductId
from bot.shop.catalogue.values import ShelfItem

SearchId = NewType("SearchId", int)

NO_LIMIT: Final = 2**62
"""More than any price."""


@dataclass(frozen=True, slots=True)
class Prices:
    """From and to, both included, minor units of the shop's currency."""

    low: int = 0
    high: int = NO_LIMIT

    @property
    def any(self) -> bool:
        return self.low <= 0 and self.high >= NO_LIMIT


@dataclass(frozen=True, slots=True)
class Reading:
    """One way to read what was typed: words to look for, and prices."""

    words: tuple[str, ...]
    prices: Prices
    text: str
    """All of it, cleaned."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What was typed: as it stands, then as the other keyboard layout would have written it."""

    readings: tuple[Reading, ...]
    only: ProductId | None = None
    """`p_<number>`: exactly this work."""


@dataclass(frozen=True, slots=True)
class Known:
    """What the index knows of the words that were typed."""

    spellings: Mapping[str, frozenset[str]] = field(default_factory=dict)
    """Spelling → the words it may stand for; a word that stands for itself is in the index."""
    beginnings: frozenset[str] = frozenset()
    """Beginnings that some word of the index has."""
    behind: int = 0
    """Works whose words are not those of now."""


@dataclass(frozen=True, slots=True)
class Group:
    """One word that was looked for: how it is shown, and any of what it may be in the index."""

    shown: str
    terms: tuple[str, ...]
    beginning: bool = False
    """The terms are beginnings of words."""


@dataclass(frozen=True, slots=True)
class Understood:
    """What is looked for in the end."""

    groups: tuple[Group, ...]
    """Words that the index knows."""
    missing: bool
    """There was at least one more, which it does not."""
    prices: Prices
    words: tuple[str, ...]
    """As they are shown: corrected where they were, as typed where nothing is known of them."""
    only: ProductId | None = None
    """Whatever the words: this work."""

    @property
    def text(self) -> str:
        """Typed again, it would find the same."""
        low = f"от {self.prices.low // 100}" if self.prices.low > 0 else ""
        high = f"до {self.prices.high // 100}" if self.prices.high < NO_LIMIT else ""
        return " ".join(part for part in (*self.words, low, high) if part)


@dataclass(frozen=True, slots=True)
class Tier:
    """Works that fit equally well; the newest of them first. `match` None: whatever the words."""

    match: str | None
    prices: Prices
    only: ProductId | None = None


@dataclass(frozen=True, slots=True)
class Spot:
    """A place in the results: a work, and in which tier it stands. Pages go on from there."""

    tier: int
    product: ProductId


class Fit(StrEnum):
    """How well what is shown answers what was asked."""

    FOUND = "found"
    NEAREST = "nearest"
    """Nothing fits; these fit in part."""
    NEWEST = "newest"
    """Nothing fits even in part; these are new."""


@dataclass(frozen=True, slots=True)
class Results:
    """One page."""

    id: SearchId | None
    """By which the page can be asked for again; None where there is nothing to come back to."""
    understood: Understood
    fit: Fit
    items: tuple[ShelfItem, ...]
    spots: tuple[Spot, ...] = ()
    """Where each of the items stands."""
    has_before: bool = False
    has_after: bool = False


@dataclass(frozen=True, slots=True)
class WorkWords:
    """Everything that is said of a listed work, in every language: (title, the rest, SKUs and barcodes)."""

    product: ProductId
    wanted: int
    """The mark that this state of the work bears."""
    titles: tuple[str, ...] = ()
    others: tuple[str, ...] = ()
    codes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Entry:
    """What the index keeps of one work."""

    product: ProductId
    wanted: int
    words: str
