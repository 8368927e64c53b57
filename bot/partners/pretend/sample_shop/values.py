"""How is a work of the sample shop written down?"""

from dataclasses import dataclass

from bot.basics.languages import Language
from bot.shop.catalogue.values import Kind


@dataclass(frozen=True, slots=True)
class Words:
    """What one language says of a work."""

    title: str
    technique: str
    description: str


@dataclass(frozen=True, slots=True)
class Work:
    """A work, its picture in `pictures/<slug>.jpg`; prices in kopecks."""

    slug: str
    shelf: str
    kind: Kind
    price_minor: int
    size: str
    year: int
    texts: dict[Language, Words]
    pieces: int = 1
    edition_number: int | None = None
    edition_size: int | None = None
    was_minor: int | None = None
    """The price it had before it was lowered."""
    in_showcase: bool = False
    close_ups: tuple[tuple[float, float], ...] = ()
    """Where further photos look closer: the upper left corner of half the picture, in parts of its sides."""


@dataclass(frozen=True, slots=True)
class ShelfPlan:
    """A category and the one it stands in."""

    slug: str
    titles: dict[Language, str]
    parent: str | None = None
