"""How is a cart filled and emptied? It holds nothing; the card and the cart show the live number."""

from dataclasses import dataclass

from bot.basics.ids import CustomerId, VariantId
from bot.shop.cart import reads, writes
from bot.shop.cart.values import CartItem
from bot.shop.catalogue import reads as catalogue
from bot.shop.catalogue.errors import NoSuchWork
from bot.storage.database import Database


@dataclass(frozen=True, slots=True)
class Cart:
    """What a buyer has put aside without holding it."""

    database: Database

    async def items(self, customer: CustomerId) -> list[CartItem]:
        """In the order in which they were added."""
        async with self.database.reading() as session:
            return await reads.items(session, customer)

    async def change(self, customer: CustomerId, variant: VariantId, by: int) -> int:
        """One more or one less; the new quantity, 0 when it is gone. Raises NoSuchWork for a work not for sale."""
        now = self.database.clock.now()
        async with self.database.transaction() as session:
            if by <= 0:
                return await writes.less(session, customer, variant, -by)
            line = (await catalogue.lines(session, [variant], "en")).get(variant)
            if line is None:
                raise NoSuchWork
            return await writes.more(session, customer, variant, by, line.price.minor, now)

    async def swap(self, customer: CustomerId, variant: VariantId, instead: VariantId) -> None:
        """Another work takes the place of this one. Twice is once. Raises NoSuchWork for a work not for sale."""
        now = self.database.clock.now()
        async with self.database.transaction() as session:
            line = (await catalogue.lines(session, [instead], "en")).get(instead)
            if line is None:
                raise NoSuchWork
            if all(item.variant != instead for item in await reads.items(session, customer)):
                await writes.more(session, customer, instead, 1, line.price.minor, now)
            await writes.remove(session, customer, [variant])

    async def remove(self, customer: CustomerId, variant: VariantId) -> None:
        async with self.database.transaction() as session:
            await writes.remove(session, customer, [variant])
