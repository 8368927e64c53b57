"""How does one sell at a fair with two taps?"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncSession

from bot.basics.ids import CustomerId, LocationId, ProductId
from bot.basics.languages import Language
from bot.shop.catalogue import reads as catalogue
from bot.shop.channels import writes as channels
from bot.shop.channels.values import Recorded, Sale, SaleLine
from bot.shop.inventory import reads as inventory
from bot.shop.pickup import reads as pickup
from bot.shop.stock import writes as stock
from bot.shop.till import reads, rules, writes
from bot.shop.till.errors import NoSuchTillSale, NotHere, TooLateToUndo
from bot.shop.till.values import UNDO_WITHIN, Day, OnShow, Sold, TillSale, TillWay
from bot.storage.database import Database

CHANNEL = "till"


@dataclass(frozen=True, slots=True)
class Till:
    """The counter: a sale there has happened, so it is never refused; only at a fair, where nothing is left by the
    books, it is asked whether it has.
    """

    database: Database

    async def shelf(
        self, place: LocationId, language: Language, *, before: int = 0, words: str = "", limit: int = 8
    ) -> Sequence[OnShow]:
        """Works that are there, the newest first."""
        async with self.database.reading() as session:
            return await reads.shelf(session, place, language, before=before, words=words, limit=limit)

    async def day(self, place: LocationId, since: datetime) -> Day:
        async with self.database.reading() as session:
            return await reads.day(session, place, since)

    async def last_place(self, actor: CustomerId, since: datetime) -> LocationId | None:
        """Where that person sells today, once something was sold."""
        async with self.database.reading() as session:
            return await reads.last_place(session, actor, since)

    async def sale(self, wanted: int) -> TillSale:
        """Raises NoSuchTillSale."""
        async with self.database.reading() as session:
            return await self._sale(session, wanted)

    async def price(self, product: ProductId, place: LocationId, said: str, actor: CustomerId, cause: str) -> TillSale:
        """Another price for the next piece: `10 %` off, or a sum. Twice is once.

        Raises NoSuchWork, NotAPrice, and what a price raises.
        """
        now = self.database.clock.now()
        async with self.database.transaction() as session:
            card = await catalogue.card(session, product, "ru")
            minor = rules.price(said, card.price.minor, card.price.currency)
            about = {"quantity": 1, "price_minor": minor, "full_minor": card.price.minor}
            await writes.begin(session, cause, place, card.variant, actor=actor, now=now, **about)
            return await self._by_cause(session, cause)

    async def sell(
        self,
        product: ProductId,
        place: LocationId,
        way: TillWay,
        actor: CustomerId,
        cause: str,
        *,
        quantity: int = 1,
        sure: bool = False,
    ) -> Sold:
        """At today's price. Twice is once. Unpaid holds give way, and what is short is a conflict.

        A fair has pieces of its own: raises NotHere where so many are not left there, unless the seller is `sure`.
        Raises NoSuchWork.
        """
        now = self.database.clock.now()
        async with self.database.transaction() as session:
            card = await catalogue.card(session, product, "ru")
            price = card.price.minor
            about = {"quantity": quantity, "price_minor": price, "full_minor": price}
            if not await writes.begin(session, cause, place, card.variant, actor=actor, now=now, **about):
                return Sold(await self._by_cause(session, cause), Recorded((), ()))
            return await self._sell(session, await self._by_cause(session, cause), way, actor, now, sure=sure)

    async def sell_priced(self, wanted: int, way: TillWay, actor: CustomerId, *, sure: bool = False) -> Sold:
        """At the price that was named for it. Twice is once. Raises NoSuchTillSale, and NotHere as above."""
        now = self.database.clock.now()
        async with self.database.transaction() as session:
            sale = await self._sale(session, wanted)
            if sale.state != "priced":
                return Sold(sale, Recorded((), ()))
            return await self._sell(session, sale, way, actor, now, sure=sure)

    async def undo(self, wanted: int, actor: CustomerId) -> TillSale:
        """A mistaken tap. Twice is once. Raises NoSuchTillSale, TooLateToUndo."""
        now = self.database.clock.now()
        async with self.database.transaction() as session:
            sale = await self._sale(session, wanted)
            if sale.state == "undone":
                return sale
            if sale.sold_at is None or now - sale.sold_at > UNDO_WITHIN:
                raise TooLateToUndo
            await stock.lock(session, [int(sale.variant)])
            if await writes.move(session, wanted, "sold", "undone", undone_at=now):
                await writes.put_back(session, sale, actor, now)
            return await self._sale(session, wanted)

    async def _sell(
        self, session: AsyncSession, sale: TillSale, way: TillWay, actor: CustomerId, now: datetime, *, sure: bool
    ) -> Sold:
        told = Sale(str(sale.id), now, (SaleLine(sale.sku, sale.quantity, sale.price_minor),))
        cause = writes.cause_of(sale.id)
        if not await writes.move(session, sale.id, "priced", "sold", way=way.value, sold_at=now):
            return Sold(await self._sale(session, sale.id), Recorded((), ()))
        recorded = await channels.sell(
            session, told, channel=CHANNEL, cause=cause, actor=actor, now=now, place=sale.place
        )
        if not sure and (await pickup.get(session, sale.place)).kind == "fair":
            taken = await inventory.taken_by(session, f"{cause}:")
            here = sum(pieces for _, place, pieces in taken if place == sale.place)
            if here < sale.quantity:
                raise NotHere(here)
        return Sold(await self._sale(session, sale.id), recorded)

    async def _sale(self, session: AsyncSession, wanted: int) -> TillSale:
        found = await reads.sale(session, wanted)
        if found is None:
            raise NoSuchTillSale
        return found

    async def _by_cause(self, session: AsyncSession, cause: str) -> TillSale:
        found = await reads.by_cause(session, cause)
        if found is None:
            raise NoSuchTillSale
        return found
