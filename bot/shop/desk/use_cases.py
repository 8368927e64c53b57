"""What needs the seller now?"""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from bot.basics.languages import Language
from bot.shop.desk import reads
from bot.shop.desk.values import Desk, Pile, Waiting
from bot.shop.orders import reads as orders
from bot.shop.orders.values import OrderRow, OrderState
from bot.storage.database import Database


@dataclass(frozen=True, slots=True)
class Desks:
    """Reads over everything that may wait for a decision."""

    database: Database

    async def now(self, midnight: datetime) -> Desk:
        """What waits, and the money since `midnight`, the beginning of today in the shop's zone."""
        async with self.database.reading() as session:
            return await reads.desk(session, midnight)

    async def pile(self, which: Pile, after: int, limit: int, language: Language) -> list[Waiting]:
        """Things of one kind, oldest first, after the one with that key (0: from the beginning)."""
        async with self.database.reading() as session:
            return await reads.pile(session, which, after, limit, language)

    async def find(self, words: str, states: Collection[OrderState] | None = None, limit: int = 8) -> list[OrderRow]:
        """Orders that all these words are true of, newest first; see `orders.reads.find`."""
        async with self.database.reading() as session:
            return await orders.find(session, words, states, limit)
