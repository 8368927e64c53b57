"""Which update is being handled right now, and has its effect been written?

`Handling` is mutable and stands in a context variable, so child tasks of a handler share it.
"""

from collections.abc import Awaitable, Callable
from contextvars import ContextVar
from dataclasses import dataclass, field

from sqlalchemy.ext.asyncio import AsyncSession


class AlreadyHandled(Exception):
    """Another worker, or an earlier run, has written the effect of this update."""


class SecondTransaction(Exception):
    """One update, one writing transaction: what must follow goes through the outbox."""


class OpenTransaction(Exception):
    """A network call or another transaction inside a transaction."""


@dataclass(slots=True)
class Handling:
    """One stored update on its way through the handlers."""

    update_id: int
    settled: bool = False
    flushers: list[Callable[[AsyncSession], Awaitable[None]]] = field(default_factory=list)
    """Buffered writes (dialog memory) that belong into the settling transaction."""


current: ContextVar[Handling | None] = ContextVar("handling", default=None)
in_transaction: ContextVar[bool] = ContextVar("in_transaction", default=False)


def forbid_open_transaction() -> None:
    """First line of every method that talks to a partner. Raises OpenTransaction inside a writing transaction."""
    if in_transaction.get():
        raise OpenTransaction("a partner must not be called while a transaction is open")
