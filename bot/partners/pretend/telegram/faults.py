"""What goes wrong on the way, when a test wants it to?"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from bot.partners.pretend.telegram.refusals import ConnectionCut, Refusal, too_many

HTML_502 = "<html>\r\n<head><title>502 Bad Gateway</title></head>\r\n<body>nginx</body>\r\n</html>\r\n"
KINDS = ("429", "500", "502_html", "timeout_after", "cut_before", "error")


@dataclass(slots=True)
class Fault:
    """The next `times` calls of `method` (`*`: any method) go wrong in one way."""

    method: str
    kind: str
    times: int = 1
    retry_after: int = 1
    status: int = 400
    description: str = "Bad Request: made up"
    chat_id: int | None = None


class BadGateway(Exception):
    """The way to the server answered with a page instead of JSON."""


class Faults:
    """A queue of faults; each is used up by the calls it spoils."""

    def __init__(self) -> None:
        self._waiting: list[Fault] = []

    def add(self, method: str, kind: str, times: int = 1, **more: Any) -> None:
        """`kind`: 429 | 500 | 502_html | timeout_after (done, unanswered) | cut_before (not done) | error."""
        if kind not in KINDS:
            raise ValueError(f"{kind!r} is none of {KINDS}")
        self._waiting.append(Fault(method, kind, times, **more))

    def clear(self) -> None:
        """Everything works again."""
        self._waiting.clear()

    @contextmanager
    def around(self, method: str, chat_id: Any) -> Iterator[None]:
        """Spoils the call inside, before or after it is done. Raises Refusal, BadGateway or ConnectionCut."""
        fault = self._take(method, chat_id)
        match fault.kind if fault else "":
            case "429":
                raise too_many(fault.retry_after if fault else 1)
            case "500":
                raise Refusal(500, "Internal Server Error")
            case "502_html":
                raise BadGateway
            case "cut_before":
                raise ConnectionCut(done=False)
            case "error" if fault:
                raise Refusal(fault.status, fault.description)
        yield
        if fault:
            raise ConnectionCut(done=True)

    def _take(self, method: str, chat_id: Any) -> Fault | None:
        for fault in self._waiting:
            if fault.method in {method, "*"} and (fault.chat_id is None or str(fault.chat_id) == str(chat_id)):
                fault.times -= 1
                if fault.times <= 0:
                    self._waiting.remove(fault)
                return fault
        return None
