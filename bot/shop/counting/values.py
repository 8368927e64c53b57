"""What is a count by cards, seen from outside?"""

from dataclasses import dataclass
from datetime import datetime

from bot.basics.ids import LocationId, ProductId, VariantId


@dataclass(frozen=True, slots=True)
class Round:
    """A count of one place that is not over: so many works, so many of them counted."""

    id: int
    place: LocationId
    total: int
    done: int


@dataclass(frozen=True, slots=True)
class CountCardView:
    """One work of a count."""

    round: Round
    product: ProductId
    variant: VariantId
    sku: str
    nth: int
    """From 1."""
    expected: int
    """What the books say now."""
    counted: int | None
    seen_at: datetime
    """When the books were read for this card: a number told from it was true then."""


@dataclass(frozen=True, slots=True)
class Looked:
    """A work that has been counted: so many pieces at that moment, what the books say, and what they will say."""

    variant: VariantId
    sku: str
    pieces: int
    at: datetime
    before: int
    after: int
    plain: bool
    """As expected, not counted again since elsewhere, and no conflict waits for a count."""


@dataclass(frozen=True, slots=True)
class Change:
    """A work whose number a count changes."""

    sku: str
    title: str
    before: int
    after: int


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a count says: the works that differ, by title, and how many were not looked at."""

    round: Round
    changes: tuple[Change, ...]

    @property
    def uncounted(self) -> int:
        return self.round.total - self.round.done


@dataclass(frozen=True, slots=True)
class Applied:
    """What a count has changed, and how many pieces are promised that are not there."""

    works: int
    changed: int
    short: int
