"""What is a shelf, and how does somebody look at it?"""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Final

from bot.basics.ids import ProductId
from bot.basics.money import Money


class Kind(StrEnum):
    """Which works stand on it. The letters live in buttons for ever."""

    ALL = "a"
    NEW = "n"
    """What was put up lately."""
    LAST = "l"
    """Works of several pieces of which one or two are left."""
    CATEGORY = "c"
    """A category with all that stand in it."""
    COLLECTION = "s"
    """What a seller has shown together in one post."""


@dataclass(frozen=True, slots=True)
class Shelf:
    """`number`: of the category or the collection, else 0."""

    kind: Kind = Kind.ALL
    number: int = 0


ALL: Final = Shelf()


class Sort(StrEnum):
    NEWEST = "newest"
    CHEAP = "cheap"
    DEAR = "dear"


class Way(StrEnum):
    """From where: a number, or after or before a work. The letters live in buttons for ever."""

    AT = "a"
    AFTER = "n"
    BEFORE = "b"


@dataclass(frozen=True, slots=True)
class Choice:
    """How one person looks. The way stays; what is filtered out is seen again from the door on."""

    pictures: bool = False
    """One card after another, instead of a list."""
    sort: Sort = Sort.NEWEST
    band: int | None = None
    """Only works of these prices: a number of `rules.BOUNDS`."""
    free_only: bool = False
    """Only works that can be bought."""

    @property
    def filtered(self) -> bool:
        return self.band is not None or self.free_only


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a work stands in all orders: those that are gone come last in each."""

    product: ProductId
    gone: bool
    price_minor: int
    listed_at: datetime
    band: int


@dataclass(frozen=True, slots=True)
class Counts:
    """How many works a shelf shows: those that can be had, and those that have found their owners."""

    here: int
    gone: int

    @property
    def all(self) -> int:
        return self.here + self.gone


@dataclass(frozen=True, slots=True)
class Item:
    """A work in a list."""

    product: ProductId
    title: str
    price: Money
    gone: bool


@dataclass(frozen=True, slots=True)
class Page:
    """One page of a list: works number `first` and following of `count`."""

    choice: Choice
    items: tuple[Item, ...]
    first: int
    count: int

    @property
    def last(self) -> int:
        return self.first + len(self.items) - 1


@dataclass(frozen=True, slots=True)
class Beside:
    """A work among its neighbours, round and round: number `at` of `count`. 0 works: the shelf is empty."""

    choice: Choice
    product: ProductId
    at: int
    count: int
    before: ProductId
    after: ProductId
    stepped: bool = False
    """The work that was asked for is not there any more, and this one stands where it stood."""


@dataclass(frozen=True, slots=True)
class Front:
    """What the door offers."""

    works: int
    """How many works there are to look at; a number that is large is only roughly so."""
    has_new: bool
    has_last: bool
    has_collections: bool
    has_categories: bool


@dataclass(frozen=True, slots=True)
class Collection:
    """Works that a seller has shown together."""

    number: int
    posted_at: datetime
    titles: tuple[str, ...]
    works: int
