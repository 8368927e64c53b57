"""How do notifications travel to the shop? Until the answer is exactly 200, for 24 hours, in no promised order."""

import json
import uuid
from collections.abc import Awaitable, Callable
from datetime import datetime, timedelta

from bot.partners.pretend.yookassa.words import JsonObject, copied, moment_of, moment_text

REDELIVERED_FOR_S = 24 * 3600.0
"""From the event on (YooKassa, "Incoming notifications"); the pauses between are not published, these are ours."""

PAUSES_S = (10.0, 60.0, 300.0, 900.0, 3600.0)

Notify = Callable[[str, bytes], Awaitable[int]]


class Notifications:
    """What is still owed to the shop's notification address.

    `lose` so many coming ones, make each wait `delay_s`, send each `copies` times.
    """

    def __init__(self, now: Callable[[], datetime], notify: Notify | None) -> None:
        self._now = now
        self._notify = notify
        self.url: str | None = None
        self.lose = 0
        self.delay_s = 0.0
        self.copies = 1
        self.owed: list[JsonObject] = []
        self.delivered: list[JsonObject] = []
        self._in_flight: set[str] = set()

    def event(self, event: str, shown: JsonObject) -> None:
        """Something happened to an object: owe the shop a word about it."""
        if self.lose > 0:
            self.lose -= 1
            return
        now = self._now()
        for _ in range(self.copies):
            self.owed.append(
                {
                    "id": str(uuid.uuid4()),
                    "body": {"type": "notification", "event": event, "object": copied(shown)},
                    "since": moment_text(now),
                    "due": moment_text(now + timedelta(seconds=self.delay_s)),
                    "tries": 0,
                }
            )

    async def deliver(self) -> int:
        """Send everything that is due now; the number of those answered 200. May run beside itself."""
        if self._notify is None or self.url is None:
            return 0
        arrived = 0
        for owed in [row for row in self.owed if moment_of(row["due"]) <= self._now()]:
            if owed["id"] in self._in_flight or owed not in self.owed:
                continue
            self._in_flight.add(owed["id"])
            try:
                arrived += await self._send(self._notify, self.url, owed)
            finally:
                self._in_flight.discard(owed["id"])
        return arrived

    async def _send(self, notify: Notify, url: str, owed: JsonObject) -> bool:
        try:
            status = await notify(url, json.dumps(owed["body"], ensure_ascii=False).encode())
        except OSError:
            status = 0
        if status == 200:
            self.owed.remove(owed)
            self.delivered.append(owed["body"])
            return True
        owed["tries"] += 1
        due = self._now() + timedelta(seconds=PAUSES_S[min(owed["tries"], len(PAUSES_S)) - 1])
        owed["due"] = moment_text(due)
        if due >= moment_of(owed["since"]) + timedelta(seconds=REDELIVERED_FOR_S):
            self.owed.remove(owed)
        return False
