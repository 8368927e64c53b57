"""Which works have a post, and what should it show?"""

from dataclasses import dataclass

from bot.basics.ids import ProductId, VariantId
from bot.basics.languages import Language
from bot.shop.catalogue import reads as catalogue
from bot.shop.showcase import reads, writes
from bot.shop.showcase.values import Post, Window
from bot.shop.stock import reads as stock
from bot.storage.database import Database


@dataclass(frozen=True, slots=True)
class Showcase:
    """Posts in the seller's Telegram channel."""

    database: Database

    async def window(self, product: ProductId, language: Language, bot: int) -> Window:
        """A work, its live number, and its post if there is one. Raises NoSuchWork."""
        async with self.database.reading() as session:
            card = await catalogue.card(session, product, language, bot)
            free = await stock.availability(session, [card.variant])
            return Window(card, free[card.variant], await reads.post(session, product))

    async def posted_product(self, variant: VariantId) -> ProductId | None:
        """The work of that variant, if it has a post that can still be edited."""
        async with self.database.reading() as session:
            return await reads.posted_product(session, variant)

    async def posted(self, product: ProductId, post: Post) -> None:
        """Remember a post, or what it shows now."""
        async with self.database.transaction() as session:
            await writes.remember(session, product, post, self.database.clock.now())

    async def gone(self, product: ProductId) -> None:
        """The post was deleted by hand: it is left alone from now on."""
        async with self.database.transaction() as session:
            await writes.forget(session, product)
