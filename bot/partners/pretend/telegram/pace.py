"""How fast may a bot write?

About 30 messages a second overall, one a second to one private chat (short bursts pass), 20 a minute to a group or
channel; beyond that 429 with `retry_after` (https://core.telegram.org/bots/faq#broadcasting-to-users).
"""

import math
from collections import defaultdict, deque
from collections.abc import Callable
from dataclasses import dataclass

from bot.partners.pretend.telegram.refusals import too_many


@dataclass(frozen=True, slots=True)
class Limits:
    """The paces; a zero switches one off."""

    overall_per_s: int = 30
    private_per_s: float = 1.0
    private_burst: int = 3
    group_per_min: int = 20


NO_LIMITS = Limits(overall_per_s=0, private_per_s=0, group_per_min=0)


class Pace:
    """Counts what was sent on a monotonic clock; refused calls count nothing."""

    def __init__(self, limits: Limits, monotonic: Callable[[], float]) -> None:
        self.limits = limits
        self._monotonic = monotonic
        self._overall: deque[float] = deque()
        self._groups: defaultdict[int, deque[float]] = defaultdict(deque)
        self._private: dict[int, tuple[float, float]] = {}
        self._held_until: dict[int, float] = {}
        self.refused = 0
        self.refused_while_held = 0

    def send(self, chat_id: int, chat_type: str, messages: int = 1, *, paid: bool = False) -> None:
        """Counts messages to a chat. Raises Refusal 429 beyond the pace; until it has run out, the chat stays shut."""
        now = self._monotonic()
        held = self._held_until.get(chat_id, 0) - now
        if held > 0:
            self.refused_while_held += 1
            raise self._refuse(chat_id, held, hold=False)
        wait = 0.0 if paid else _window(self._overall, now, 1, self.limits.overall_per_s, messages)
        if wait:
            raise self._refuse(chat_id, wait, hold=False)
        if chat_type == "private":
            self._send_privately(chat_id, now)
        elif self.limits.group_per_min:
            wait = _window(self._groups[chat_id], now, 60, self.limits.group_per_min, messages)
            if wait:
                raise self._refuse(chat_id, wait, hold=True)
            self._groups[chat_id].extend([now] * messages)
        self._overall.extend([] if paid else [now] * messages)

    def edit(self, chat_id: int) -> None:
        """Counts an edit, which weighs on the overall pace only."""
        now = self._monotonic()
        wait = _window(self._overall, now, 1, self.limits.overall_per_s, 1)
        if wait:
            raise self._refuse(chat_id, wait, hold=False)
        self._overall.append(now)

    def _send_privately(self, chat_id: int, now: float) -> None:
        rate, burst = self.limits.private_per_s, self.limits.private_burst
        if not rate:
            return
        tokens, at = self._private.get(chat_id, (float(burst), now))
        tokens = min(float(burst), tokens + (now - at) * rate)
        if tokens < 1:
            self._private[chat_id] = (tokens, now)
            raise self._refuse(chat_id, (1 - tokens) / rate, hold=True)
        self._private[chat_id] = (tokens - 1, now)

    def _refuse(self, chat_id: int, wait: float, *, hold: bool) -> Exception:
        self.refused += 1
        seconds = max(1, math.ceil(wait))
        if hold:
            self._held_until[chat_id] = self._monotonic() + seconds
        return too_many(seconds)


def _window(sent: deque[float], now: float, span_s: float, limit: int, wanted: int) -> float:
    """Seconds until `wanted` more fit into the sliding window; 0 where they fit now."""
    while sent and sent[0] <= now - span_s:
        sent.popleft()
    surplus = len(sent) + wanted - limit
    if not limit or surplus <= 0:
        return 0
    return sent[min(surplus, len(sent)) - 1] + span_s - now if sent else 0
