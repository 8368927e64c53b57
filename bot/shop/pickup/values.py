"""What is a place of collection, seen from outside?"""

from dataclasses import dataclass
from datetime import datetime, time

from bot.basics.ids import LocationId


@dataclass(frozen=True, slots=True)
class SlotPlan:
    """Times offered at a place: on these ISO weekdays, from–to in the shop's zone, every so many minutes."""

    weekdays: tuple[int, ...]
    opens: time
    closes: time
    every_min: int
    capacity: int


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

    def offered(self, now: datetime) -> bool:
        """Buyers may choose it: it is for collecting, and not over (a fair that has not begun yet is fine)."""
        return self.is_pickup and (self.active_to is None or now < self.active_to)


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
