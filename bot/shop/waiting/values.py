"""What are turns, favourites and news of them, seen from outside?"""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from bot.basics.ids import CustomerId, VariantId
from bot.shop.catalogue.values import ShelfItem


class TurnState(StrEnum):
    """How far one request to be told has come."""

    WAITING = "waiting"
    TOLD = "told"
    """Told that it is back; nothing is held. The request is answered."""
    HOLDING = "holding"
    """A one-of-a-kind piece is held for this person."""
    SERVED = "served"
    """Went on to buy."""
    LAPSED = "lapsed"
    """Let the time of the hold run out."""
    LEFT = "left"


@dataclass(frozen=True, slots=True)
class Turn:
    """One person's request for one variant."""

    id: int
    customer: CustomerId
    variant: VariantId
    state: TurnState
    wave: int
    """How often it has been told."""
    until: datetime | None
    """The end of the hold, or of the time left to those who were told."""
    hold_cause: str | None


@dataclass(frozen=True, slots=True)
class Marks:
    """What one person has marked a work with. `held_until`: it is held for this person."""

    favourite: bool = False
    waiting: bool = False
    held_until: datetime | None = None

    @property
    def is_in_line(self) -> bool:
        return self.waiting or self.held_until is not None


@dataclass(frozen=True, slots=True)
class Watched:
    """How many people wait for a variant, and how many keep it among their favourites."""

    waiting: int = 0
    favourites: int = 0


@dataclass(frozen=True, slots=True)
class Wished:
    """A work that people want."""

    work: ShelfItem
    watched: Watched


@dataclass(frozen=True, slots=True)
class Favourite:
    """A work kept in mind; `available` pieces can be bought, `held` ones may come back."""

    work: ShelfItem
    available: int
    held: int


@dataclass(frozen=True, slots=True)
class FavouritePage:
    """One page, newest first. `watches_prices`: this person has asked to hear of lower prices."""

    items: tuple[Favourite, ...]
    has_before: bool
    has_after: bool
    watches_prices: bool


@dataclass(frozen=True, slots=True)
class Back:
    """It is back; `held_until`: a piece of it is held for the one who is told. `quietly`: people sleep now."""

    work: ShelfItem
    held_until: datetime | None
    quietly: bool


@dataclass(frozen=True, slots=True)
class Cheaper:
    """A work whose price has fallen; the price in `work` is the one of now."""

    work: ShelfItem
    before_minor: int


@dataclass(frozen=True, slots=True)
class PriceNews:
    """What one person is told of at one moment; `at` is what the claim is known by."""

    works: tuple[Cheaper, ...]
    at: datetime
