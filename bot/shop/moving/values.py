"""What is a trip to a fair, seen from outside?"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from bot.basics.ids import LocationId, ProductId, VariantId
from bot.shop.till.values import TillWay


@dataclass(frozen=True, slots=True)
class TripView:
    """Where to, from where, and how far it has come: packing, there, home."""

    id: int
    place: LocationId
    home: LocationId
    state: str
    rounds: int
    began_at: datetime | None
    ended_at: datetime | None

    @property
    def there(self) -> bool:
        return self.state == "there"


@dataclass(frozen=True, slots=True)
class ToPack:
    """A work that can be taken along: free pieces at home, and how many of them are ticked."""

    product: ProductId
    variant: VariantId
    title: str
    free: int
    packed: int


@dataclass(frozen=True, slots=True)
class Packing:
    """A page of what can be taken to a place, from home."""

    place: LocationId
    home: LocationId
    works: tuple[ToPack, ...]
    more: bool
    pieces: int
    """Ticked on all pages."""


@dataclass(frozen=True, slots=True)
class Missing:
    """A ticked work of which fewer pieces were free than ticked."""

    title: str
    pieces: int


@dataclass(frozen=True, slots=True)
class Taken:
    """What has gone to the fair now."""

    pieces: int
    missing: tuple[Missing, ...]


@dataclass(frozen=True, slots=True)
class TripWork:
    """One work of a fair, in pieces."""

    sku: str
    title: str
    taken: int
    sold: int
    returned: int
    left: int


@dataclass(frozen=True, slots=True)
class TripReport:
    """What a fair has brought: taken = sold + returned + left + otherwise."""

    trip: TripView
    works: tuple[TripWork, ...]
    """Most sold first."""
    by_way: Mapping[TillWay, int]
    """Minor units."""
    currency: str

    @property
    def taken(self) -> int:
        return sum(each.taken for each in self.works)

    @property
    def sold(self) -> int:
        return sum(each.sold for each in self.works)

    @property
    def returned(self) -> int:
        return sum(each.returned for each in self.works)

    @property
    def left(self) -> int:
        return sum(each.left for each in self.works)

    @property
    def otherwise(self) -> int:
        """Handed over, written off, counted away; below zero: found."""
        return self.taken - self.sold - self.returned - self.left

    @property
    def total_minor(self) -> int:
        return sum(self.by_way.values())
