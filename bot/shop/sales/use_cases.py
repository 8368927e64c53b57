"""How does a shop say what its works cost, and what is taken of its sales?"""

from dataclasses import dataclass

from bot.basics.ids import CustomerId, ProductId
from bot.shop.sales import reads, writes
from bot.shop.sales.values import FeeKind, Fees
from bot.storage.database import Database


@dataclass(frozen=True, slots=True)
class Costs:
    """What works cost and what banks and channels take. Nothing of it is for buyers, channels or feeds."""

    database: Database

    async def of(self, product: ProductId) -> int | None:
        """Minor units that one piece cost; None: not said."""
        async with self.database.reading() as session:
            return await reads.cost(session, product)

    async def change(self, product: ProductId, minor: int | None, by: CustomerId) -> None:
        """Set it, or None: it is not known any more. Twice is once. Raises NoSuchWork."""
        async with self.database.transaction() as session:
            await writes.set_cost(session, product, minor, by, self.database.clock.now())

    async def fees(self) -> Fees:
        async with self.database.reading() as session:
            return await reads.fees(session)

    async def charge(self, kind: FeeKind, name: str, hundredths: int, by: CustomerId) -> None:
        """A fee in hundredths of a percent, 0 to 10,000, for all times that figures tell of. Twice is once."""
        async with self.database.transaction() as session:
            await writes.set_fee(session, kind, name, hundredths, by, self.database.clock.now())
