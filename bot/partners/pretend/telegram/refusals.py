"""How does the pretend Telegram say no?"""

from typing import Any

NOT_MODIFIED = (
    "Bad Request: message is not modified: specified new message content and reply markup are exactly the same "
    "as a current content and reply markup of the message"
)
TOO_OLD = "Bad Request: query is too old and response timeout expired or query ID is invalid"


class Refusal(Exception):
    """An answer of the server with `ok: false`.

    `defect` tells that the caller broke a rule no correct bot breaks, or left what is simulated: such calls are
    also kept in `PretendTelegram.defects`, so that a test can demand that there were none.
    """

    def __init__(
        self, status: int, description: str, *, parameters: dict[str, Any] | None = None, defect: bool = False
    ) -> None:
        super().__init__(description)
        self.status = status
        self.description = description
        self.parameters = parameters
        self.defect = defect


class ConnectionCut(ConnectionError):
    """The connection broke and the caller cannot know whether the call was done (`done` says it to tests)."""

    def __init__(self, *, done: bool) -> None:
        super().__init__("connection cut after the call was done" if done else "connection cut before the call")
        self.done = done


class Impossible(ValueError):
    """A person cannot do this: there is no such button, message, user or keyboard on their screen."""


def bad(text: str, *, defect: bool = False) -> Refusal:
    """400 with the text as the server words it: the first letter small, unless it is one of the CAPITAL codes."""
    if len(text) > 1 and not (text[1].isupper() or text[1] == "_"):
        text = text[0].lower() + text[1:]
    return Refusal(400, f"Bad Request: {text}", defect=defect)


def forbidden(text: str) -> Refusal:
    """403: the person or the chat does not let the bot in."""
    return Refusal(403, f"Forbidden: {text}")


def conflict(text: str) -> Refusal:
    """409: two receivers of one bot's updates."""
    return Refusal(409, f"Conflict: {text}")


def too_many(retry_after: int) -> Refusal:
    """429: whole seconds to wait."""
    return Refusal(429, f"Too Many Requests: retry after {retry_after}", parameters={"retry_after": retry_after})
