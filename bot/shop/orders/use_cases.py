"""How does one look at orders?"""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from bot.basics.ids import CustomerId, OrderId
from bot.shop.orders import reads, writes
from bot.shop.orders.errors import WrongCode
from bot.shop.orders.values import OrderKey, OrderRow, OrderState, OrderView
from bot.storage.database import Database


@dataclass(frozen=True, slots=True)
class Orders:
    """Orders, for those who may see them."""

    database: Database

    async def own(self, order: OrderId, customer: CustomerId) -> OrderView:
        """One's own order. Raises NoSuchOrder for anybody else's."""
        async with self.database.reading() as session:
            return await reads.own(session, order, customer)

    async def by_token(self, token: str, customer: CustomerId) -> OrderView:
        """One's own order by the token of its link. Raises NoSuchOrder."""
        async with self.database.reading() as session:
            return await reads.by_token(session, token, customer)

    async def mine(self, customer: CustomerId, after: OrderKey | None = None, limit: int = 8) -> list[OrderRow]:
        """One's own orders: open ones first, then those that have ended; newest first."""
        async with self.database.reading() as session:
            return await reads.mine(session, customer, after=after, limit=limit)

    async def get(self, order: OrderId) -> OrderView:
        """Any order, for sellers and for messages. Raises NoSuchOrder."""
        async with self.database.reading() as session:
            return await reads.get(session, order)

    async def board(
        self, states: Collection[OrderState], before: OrderId | None = None, limit: int = 8
    ) -> list[OrderRow]:
        """The shop's orders in these states, newest first."""
        async with self.database.reading() as session:
            return await reads.board(session, states, before=before, limit=limit)

    async def counts(self) -> dict[OrderState, int]:
        async with self.database.reading() as session:
            return await reads.counts(session)

    async def to_hand_over(self, *, code: str = "", token: str = "") -> OrderView:
        """The order behind a hand-over code or the token of its QR. Raises WrongCode, NoSuchOrder."""
        async with self.database.reading() as session:
            if token:
                return await reads.by_hand_token(session, token)
            found = await reads.by_code(session, code)
        if found is None:
            raise WrongCode
        return found

    async def note_message(self, order: OrderId, message: int, as_of: datetime | None = None) -> None:
        """Which message in the buyer's chat shows this order from now on, and how it stood then."""
        async with self.database.transaction(aside=True) as session:
            await writes.note_message(session, order, message, as_of)


@dataclass(frozen=True, slots=True)
class Purchases:
    """What a person has bought here, for whatever greets or helps them."""

    database: Database

    async def open_of(self, customer: CustomerId, limit: int = 8) -> list[OrderRow]:
        """Orders that are not over, an unpaid one included; newest first."""
        async with self.database.reading() as session:
            return await reads.open_of(session, customer, limit)

    async def note_shown(self, order: OrderId, message: int, as_of: datetime | None) -> None:
        """The message that shows this order says how it stood then, or (None) is gone."""
        async with self.database.transaction(aside=True) as session:
            await writes.note_shown(session, order, message, as_of)


@dataclass(frozen=True, slots=True)
class Attention:
    """What wants a buyer's attention now."""

    database: Database

    async def pressing(self, customer: CustomerId) -> OrderView | None:
        """The order to fetch, to pay, to finish, or that is on its way; None where there is none."""
        async with self.database.reading() as session:
            return await reads.pressing(session, customer, self.database.clock.now())
