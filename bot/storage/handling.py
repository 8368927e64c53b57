"""Which update is being handled right now, and has its effect been written?

`Handling` is mutable and stands in a context variable, so child tasks of a handler share it.
"""

from contextvars import ContextVar
from dataclasses import dataclass, field
from typing import Any


class AlreadyHandled(Exception):
    """Another worker, or an earlier run, has written the effect of this update."""


class SecondTransaction(Exception):
    """One update, one writing transaction: what must follow goes through the outbox."""


class OpenTransaction(Exception):
    """A network call or another transaction inside a transaction."""


@dataclass(slots=True)
class Dialog:
    """What somebody is typing, as this update sees it."""

    state: str | None
    data: dict[str, Any]
    changed: bool = False


@dataclass(slots=True)
class Handling:
    """One stored update on its way through the handlers."""

    update_id: int
    settled: bool = False
    dialogs: dict[str, Dialog] = field(default_factory=dict)
    """Read once, and written by the transaction that settles the update."""

    @property
    def unwritten(self) -> dict[str, Dialog]:
        return {key: dialog for key, dialog in self.dialogs.items() if dialog.changed}


current: ContextVar[Handling | None] = ContextVar("handling", default=None)
in_transaction: ContextVar[bool] = ContextVar("in_transaction", default=False)


def forbid_open_transaction() -> None:
    """First line of every method that talks to a partner. Raises OpenTransaction inside a writing transaction."""
    if in_transaction.get():
        raise OpenTransaction("a partner must not be called while a transaction is open")
