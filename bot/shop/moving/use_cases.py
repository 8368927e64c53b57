"""How do pieces get from one place to another?"""

from dataclasses import dataclass

from bot.basics.ids import CustomerId, LocationId, ProductId
from bot.shop.catalogue import reads as catalogue
from bot.shop.inventory import reads as inventory_reads
from bot.shop.inventory import writes as inventory
from bot.shop.inventory.errors import NotFree
from bot.shop.journal.writes import note
from bot.shop.pickup import reads as pickup
from bot.storage.database import Database


@dataclass(frozen=True, slots=True)
class Moving:
    """What a seller carries from place to place."""

    database: Database

    async def move(
        self, product: ProductId, pieces: int, *, of: LocationId, to: LocationId, actor: CustomerId, cause: str
    ) -> None:
        """So many free pieces of one work. Twice is once. Raises NoSuchWork, NoSuchPlace, NotFree."""
        now = self.database.clock.now()
        cause = f"move:{cause}"
        async with self.database.transaction() as session:
            card = await catalogue.card(session, product, "ru")
            here, there = await pickup.get(session, of), await pickup.get(session, to)
            wanted = {card.variant: pieces}
            went = await inventory.move(session, wanted, of=of, to=to, cause=cause, actor=actor, now=now)
            if not went and await inventory_reads.known(session, [f"{cause}:{card.variant}:of"]):
                return
            if went != wanted:
                raise NotFree(went.get(card.variant, 0))
            after = f"{there.title}: {pieces}"
            await note(
                session,
                "moved",
                card.sku,
                before=here.title,
                after=after,
                by=actor,
                about="work",
                about_id=product,
                now=now,
            )
