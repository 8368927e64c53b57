"""What did the bot call, and what was it answered?"""

import json
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class ApiAnswer:
    """An answer of the server: JSON, or a page where something on the way broke."""

    status: int
    body: dict[str, Any] | str

    @property
    def text(self) -> str:
        """The body as it goes over the wire."""
        return self.body if isinstance(self.body, str) else json.dumps(self.body, ensure_ascii=False)


@dataclass(frozen=True, slots=True)
class JournalEntry:
    """One call as it was made and answered; `params` are in their kinds, uploads named by their file names.

    The status is 0 where the connection was cut.
    """

    at: float
    method: str
    params: dict[str, Any]
    files: dict[str, str]
    status: int
    description: str = ""
    result: Any = None
