"""How does the shop read and write? `transaction()` settles the update at hand, `reading()` sees a snapshot."""

import asyncio
from collections import defaultdict
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from sqlalchemy import URL, text
from sqlalchemy.ext.asyncio import AsyncSession, async_sessionmaker

from bot.basics.clock import Clock, SystemClock
from bot.storage import handling
from bot.storage.dialogs import write_changed
from bot.storage.engines import PROCESS, open_engines
from bot.storage.handling import AlreadyHandled, OpenTransaction, SecondTransaction, forbid_open_transaction
from bot.storage.intake import settle

__all__ = ["Database", "forbid_open_transaction", "ring", "writes_alone"]

_BELLS = "bells"


def ring(session: AsyncSession, bell: str) -> None:
    """Wake whoever waits on `Database.bell(bell)`, once this transaction has been committed."""
    session.info.setdefault(_BELLS, set()).add(bell)


def writes_alone(session: AsyncSession) -> bool:
    """SQLite: whoever writes has the whole database until the end, so that locking a row would ask for nothing."""
    return session.get_bind().dialect.name == "sqlite"


class Database:
    """Sessions over one database. `url` names SQLite or PostgreSQL; the code above it is the same."""

    def __init__(self, url: URL, clock: Clock | None = None, *, checkpoints: bool = True) -> None:
        self.url = url
        self.clock = clock or SystemClock()
        self.writer, self.reader = open_engines(url, checkpoints=checkpoints)
        self._write = async_sessionmaker(self.writer, expire_on_commit=False, autoflush=False)
        self._read = async_sessionmaker(self.reader, expire_on_commit=False, autoflush=False)
        self._bells: defaultdict[str, asyncio.Event] = defaultdict(asyncio.Event)

    @property
    def is_sqlite(self) -> bool:
        return self.url.get_backend_name() == "sqlite"

    def bell(self, name: str) -> asyncio.Event:
        """An event that is set after each commit that rang it."""
        return self._bells[name]

    @asynccontextmanager
    async def transaction(self, *, aside: bool = False) -> AsyncIterator[AsyncSession]:
        """One writing transaction; committed at the end, rolled back by an exception.

        Within an update it also marks that update as handled, so that effect and mark are one commit. `aside=True`
        never does: only for intake itself and for writes that may be repeated. Raises AlreadyHandled,
        SecondTransaction, OpenTransaction.
        """
        if handling.in_transaction.get():
            raise OpenTransaction("a transaction inside a transaction")
        update = None if aside else handling.current.get()
        if update is not None and update.settled:
            raise SecondTransaction(f"update {update.update_id} has had its transaction")
        mark = handling.in_transaction.set(True)
        try:
            async with self._write() as session:
                async with session.begin():
                    if update is not None and not await settle(session, update.update_id, self.clock.now()):
                        raise AlreadyHandled(update.update_id)
                    yield session
                    if update is not None:
                        await write_changed(session, update, self.clock.now())
                if update is not None:
                    update.settled = True
                for bell in session.info.get(_BELLS, ()):
                    self._bells[bell].set()
        finally:
            handling.in_transaction.reset(mark)

    @asynccontextmanager
    async def reading(self) -> AsyncIterator[AsyncSession]:
        """A read-only session over one snapshot."""
        async with self._read() as session:
            if self.is_sqlite:
                yield session
                return
            await session.connection(
                execution_options={"isolation_level": "REPEATABLE READ", "postgresql_readonly": True}
            )
            yield session

    async def alone(self) -> bool:
        """No other process of the shop works on this database now: whatever one held belongs to the dead."""
        if self.is_sqlite:
            return True  # the file lock says so
        async with self.reading() as session:
            others = await session.scalar(
                text(
                    "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() "
                    "AND application_name LIKE 'vernissage %' AND application_name <> :own"
                ),
                {"own": PROCESS},
            )
        return not others

    async def close(self) -> None:
        await self.writer.dispose()
        await self.reader.dispose()
