"""How does the pretend YooKassa misbehave on demand? Each kind once before and once after the work is done."""

from dataclasses import dataclass
from enum import StrEnum

from bot.partners.pretend.yookassa.words import Answer, Refusal, as_json

WIRE_HEADER = "x-pretend-wire"
"""Set on an answer that the thin caller has to spoil: `reset`, `cut` or `hang;<seconds>`."""


class FaultKind(StrEnum):
    """What a call gets instead of its answer."""

    REFUSED_400 = "400"
    UNAUTHORIZED_401 = "401"
    FORBIDDEN_403 = "403"
    TOO_MANY_429 = "429"
    ERROR_500 = "500"
    HTML_502 = "502"
    ACCEPTED_202 = "202"
    HANG = "hang"
    RESET = "reset"
    CUT = "cut"


class When(StrEnum):
    """Is the request carried out before its answer goes wrong?"""

    BEFORE = "before"
    AFTER = "after"


@dataclass(slots=True)
class Fault:
    """The next `times` calls whose method and path fit go wrong."""

    kind: FaultKind
    times: int = 1
    when: When = When.BEFORE
    method: str | None = None
    path: str = ""
    hang_s: float = 60.0

    def fits(self, method: str, path: str) -> bool:
        return self.times > 0 and self.method in {None, method} and path.startswith(self.path)

    def spoil(self, answer: Answer | None) -> Answer:
        """What goes out instead of `answer` (None when nothing was carried out)."""
        match self.kind:
            case FaultKind.REFUSED_400:
                return Refusal(400, "invalid_request", "Refused on demand", "amount").answer()
            case FaultKind.UNAUTHORIZED_401:
                return Refusal(401, "invalid_credentials", "Error in shopId or secret key", "Authorization").answer()
            case FaultKind.FORBIDDEN_403:
                return Refusal(403, "forbidden", "The shop is not allowed to do this").answer()
            case FaultKind.TOO_MANY_429:
                return Refusal(429, "too_many_requests", "Too many requests. Try again later").answer()
            case FaultKind.ERROR_500:
                return Refusal(500, "internal_server_error", "Technical error. Try again later").answer()
            case FaultKind.ACCEPTED_202:
                text = "Request accepted, but not processed yet. Retry it with the same key"
                return as_json(202, {"type": "processing", "description": text, "retry_after": 1800})
            case FaultKind.HTML_502:
                html = b"<html><head><title>502 Bad Gateway</title></head><body>nginx</body></html>"
                return Answer(502, {"content-type": "text/html"}, html)
            case FaultKind.HANG:
                return Answer(200, {WIRE_HEADER: f"hang;{self.hang_s}"}, b"")
            case FaultKind.RESET:
                return Answer(200, {WIRE_HEADER: "reset"}, b"")
            case FaultKind.CUT:
                whole = answer or as_json(200, {"type": "payment", "status": "pending"})
                return Answer(whole.status, {**whole.headers, WIRE_HEADER: "cut"}, whole.body)
