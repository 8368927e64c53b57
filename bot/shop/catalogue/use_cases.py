"""How does one look at the catalogue?"""

from dataclasses import dataclass

from bot.basics.ids import CategoryId, PhotoId, ProductId, VariantId
from bot.basics.languages import Language
from bot.shop.catalogue import reads, writes
from bot.shop.catalogue.values import Card, CategoryItem, Shelf, ShelfItem
from bot.storage.database import Database


@dataclass(frozen=True, slots=True)
class Catalogue:
    """Works, shelves and pictures."""

    database: Database

    async def card(self, product: ProductId, language: Language, bot: int | None = None) -> Card:
        """A work in any state, with what that bot calls its photos. Raises NoSuchWork."""
        async with self.database.reading() as session:
            return await reads.card(session, product, language, bot)

    async def shelf(
        self,
        language: Language,
        *,
        category: CategoryId | None = None,
        after: ProductId | None = None,
        before: ProductId | None = None,
        limit: int = 8,
        hidden: bool = False,
    ) -> Shelf:
        """Listed works (and hidden ones, for the seller), newest first."""
        async with self.database.reading() as session:
            return await reads.shelf(
                session, language, category=category, after=after, before=before, limit=limit, hidden=hidden
            )

    async def categories(self, language: Language, parent: CategoryId | None = None) -> list[CategoryItem]:
        async with self.database.reading() as session:
            return await reads.categories(session, language, parent)

    async def family(self, language: Language, wanted: CategoryId) -> tuple[CategoryItem | None, list[CategoryItem]]:
        """(a category, None when it is unknown or hidden; the categories in it)."""
        async with self.database.reading() as session:
            return await reads.family(session, language, wanted)

    async def all_categories(self, language: Language) -> list[CategoryItem]:
        async with self.database.reading() as session:
            return await reads.all_categories(session, language)

    async def photo(self, photo: PhotoId) -> bytes:
        """The JPEG itself."""
        async with self.database.reading() as session:
            return await reads.photo_body(session, photo)

    async def remember_file(self, photo: PhotoId, bot: int, file_id: str) -> None:
        """What the messenger calls this photo from now on."""
        async with self.database.transaction(aside=True) as session:
            await writes.remember_file(session, photo, bot, file_id)

    async def lines(self, variants: list[VariantId], language: Language) -> dict[VariantId, ShelfItem]:
        """What a list shows of these variants; those no longer for sale are missing."""
        async with self.database.reading() as session:
            return await reads.lines(session, variants, language)
