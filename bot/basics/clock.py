"""What time is it? The only place that asks the machine, so that tests and the demo can move the time."""

import time
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Protocol


class Clock(Protocol):
    """Gives the present moment, UTC, aware."""

    def now(self) -> datetime: ...


class SystemClock:
    """The machine's own clock."""

    def now(self) -> datetime:
        return datetime.fromtimestamp(time.time(), UTC)


@dataclass(slots=True)
class MovableClock:
    """The machine's clock plus a shift, or a frozen moment; the demo's time control and the tests move it."""

    shift: timedelta = timedelta()
    frozen_at: datetime | None = None
    _system: SystemClock = field(default_factory=SystemClock)

    def now(self) -> datetime:
        return (self.frozen_at or self._system.now()) + self.shift

    def move(self, by: timedelta) -> None:
        """Go forward (or back) by that much."""
        self.shift += by
