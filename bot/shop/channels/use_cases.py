"""How does the shop hear of a sale that happened elsewhere?"""

from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.basics.ids import CustomerId
from bot.shop.catalogue import reads as catalogue
from bot.shop.channels import writes
from bot.shop.channels.values import Recorded, Sale, SaleLine
from bot.shop.stock import writes as stock
from bot.shop.stock.values import Stage, Wanted
from bot.storage.database import Database


@dataclass(frozen=True, slots=True)
class Channels:
    """The other places where the seller sells."""

    database: Database

    async def sold_by_hand(
        self, sku: str, quantity: int, price_minor: int | None, actor: CustomerId, cause: str
    ) -> Recorded:
        """`/sold`: a sale at the fair or in the studio, told by the seller. Raises UnknownSku; twice is once."""
        now = self.database.clock.now()
        sale = Sale(cause, now, (SaleLine(sku, quantity, price_minor),))
        async with self.database.transaction() as session:
            await catalogue.find_variant(session, sku)
            return await writes.sell(session, sale, channel="till", cause=f"till:{cause}", actor=actor, now=now)

    async def set_aside(self, sku: str, hours: int, actor: CustomerId, cause: str) -> datetime:
        """`/hold`: one piece is kept back for so long. Raises UnknownSku, SoldOut."""
        now = self.database.clock.now()
        until = now + timedelta(hours=hours)
        async with self.database.transaction() as session:
            variant, _, _ = await catalogue.find_variant(session, sku)
            await stock.reserve(
                session,
                [Wanted(variant, 1)],
                cause=f"aside:{cause}",
                stage=Stage.MANUAL,
                expires_at=until,
                now=now,
                customer=actor,
            )
        return until
