"""What is a place of collection, seen from outside?"""

from collections.abc import Mapping
from dataclasses import dataclass, field, fields, replace
from datetime import datetime, time
from enum import StrEnum
from typing import Any, Final

from bot.basics.hours import Hours
from bot.basics.ids import LocationId
from bot.basics.languages import Language

BRING_DAYS: Final = (2, 3)
"""How long a work is on its way to a point, at least and at most, unless the seller says otherwise."""


@dataclass(frozen=True, slots=True)
class SlotPlan:
    """Times offered at a place: on these ISO weekdays, from–to in the shop's zone, every so many minutes."""

    weekdays: tuple[int, ...]
    opens: time
    closes: time
    every_min: int
    capacity: int


@dataclass(frozen=True, slots=True)
class PlaceText:
    """What a point is called, where it is and how it is found, in one language."""

    title: str
    address: str
    how: str = ""


@dataclass(frozen=True, slots=True)
class Place:
    """A place where pieces are, and where they may be collected."""

    id: LocationId
    code: str
    title: str
    kind: str
    is_pickup: bool
    address: str
    hours: str
    lat: float | None
    lon: float | None
    needs_contact: bool
    slots: SlotPlan | None
    active_from: datetime | None
    active_to: datetime | None
    how: str = ""
    """How to find it, once one is near."""
    opening: Hours | None = None
    """Hours that are understood; `hours` are those that are only shown as they were written."""
    texts: Mapping[Language, PlaceText] = field(default_factory=dict)
    """Languages it is told in besides its own."""
    bring_days: tuple[int, int] = BRING_DAYS

    def told(self, language: Language) -> "Place":
        """With title, address and way in that language, where the seller has given them."""
        text = self.texts.get(language)
        return self if text is None else replace(self, title=text.title, address=text.address, how=text.how)

    def as_new(self, **changes: Any) -> "NewPlace":
        """Everything a seller says about it, changed so."""
        said = {each.name: getattr(self, each.name) for each in fields(NewPlace)}
        return NewPlace(**(said | changes))

    def offered(self, now: datetime) -> bool:
        """Buyers may choose it: it is for collecting, and not over (a fair that has not begun yet is fine)."""
        return self.is_pickup and (self.active_to is None or now < self.active_to)


class WhyNot(StrEnum):
    """Why a point that buyers know cannot be chosen now."""

    OVER = "over"
    """A fair that has ended a short while ago."""
    TOO_LATE = "too-late"
    """It ends before the work can be there."""
    FULL = "full"
    """All its times are taken."""


@dataclass(frozen=True, slots=True)
class Offer:
    """A point as one order meets it. `bring`: days until the work is there, None where it is there already."""

    place: Place
    ends_at: datetime | None
    """When it can be reached for the last time; None: it stays."""
    bring: tuple[int, int] | None = None
    why_not: WhyNot | None = None
    slots: tuple[datetime, ...] = ()
    """Times that are free, UTC, soonest first; empty also where the place has none at all."""


@dataclass(frozen=True, slots=True)
class NewPlace:
    """What a seller says about a place."""

    title: str
    kind: str
    address: str
    hours: str
    needs_contact: bool = False
    slots: SlotPlan | None = None
    active_from: datetime | None = None
    active_to: datetime | None = None
    lat: float | None = None
    lon: float | None = None
    how: str = ""
    opening: Hours | None = None
    texts: Mapping[Language, PlaceText] = field(default_factory=dict)
    bring_days: tuple[int, int] = BRING_DAYS
