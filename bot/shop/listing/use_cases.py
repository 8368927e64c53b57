"""How does a photo with a caption become a work for sale, and how is it changed later?"""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncSession

from bot.basics.ids import CategoryId, CustomerId, ProductId, VariantId
from bot.basics.languages import Language
from bot.shop.catalogue import reads, writes
from bot.shop.catalogue.errors import NotADraft, PriceNotChosen
from bot.shop.catalogue.values import Card, NewPhoto, NewWork, Visibility, WorkText
from bot.shop.inventory import writes as inventory
from bot.shop.inventory.values import Counted
from bot.shop.journal.writes import note
from bot.shop.pickup import reads as pickup
from bot.shop.showcase import writes as showcase
from bot.shop.showcase.values import Form
from bot.shop.stock import reads as stock_reads
from bot.shop.stock import writes as stock
from bot.shop.waiting import writes as waiting
from bot.storage.database import Database

_DRAFT = (Visibility.DRAFT,)
_ON_THE_BOOKS = (Visibility.LISTED, Visibility.HIDDEN)


@dataclass(frozen=True, slots=True)
class Listing:
    """Works as their seller handles them."""

    database: Database
    currency: str

    async def draft(self, work: NewWork, photo: NewPhoto, author: CustomerId, album: str | None = None) -> ProductId:
        """A draft with its first picture."""
        now = self.database.clock.now()
        async with self.database.transaction() as session:
            product = await writes.add_draft(session, work, self.currency, author, album, now)
            await writes.add_photo(session, product, photo)
        return product

    async def add_photo(self, album: str, author: CustomerId, photo: NewPhoto) -> ProductId | None:
        """One more picture of an album whose caption has come; None when there is no such draft (yet)."""
        async with self.database.transaction() as session:
            product = await reads.album_draft(session, album, author)
            if product is not None:
                await writes.add_photo(session, product, photo)
        return product

    async def rewrite(self, product: ProductId, work: NewWork) -> None:
        """A draft gets another caption. Raises NotADraft."""
        async with self.database.transaction() as session:
            await self._draft(session, product)
            await writes.rewrite_draft(session, product, work)

    async def choose_price(self, product: ProductId, price_minor: int) -> None:
        """The seller said which reading of the price is meant, or another price. Raises NotADraft."""
        async with self.database.transaction() as session:
            await self._draft(session, product)
            await writes.set_price(session, product, price_minor, keep_old=False)

    async def put_up(
        self,
        product: ProductId,
        actor: CustomerId,
        *,
        publish: bool,
        at: datetime | None = None,
        form: Form = Form.PHOTO,
    ) -> None:
        """✅ or 📣: for sale from now on, counted, and on the showcase if asked, now or at that moment. Twice is once.

        Raises NotADraft for one that was dropped, PriceNotChosen.
        """
        now = self.database.clock.now()
        async with self.database.transaction() as session:
            card = await reads.card(session, product, "ru")
            if card.visibility is Visibility.DRAFT:
                if card.price_choices:
                    raise PriceNotChosen
                await writes.change_state(session, product, now, of=_DRAFT, to=Visibility.LISTED)
                await inventory.begin(
                    session,
                    card.variant,
                    await pickup.default_location(session),
                    card.draft_quantity,
                    cause=f"listed:{product}",
                    actor=actor,
                    now=now,
                )
            elif card.visibility is Visibility.DROPPED:
                raise NotADraft
            if card.visibility is Visibility.DRAFT:
                await self._note(session, "listed", card, Visibility.DRAFT, Visibility.LISTED, actor)
            if publish:
                await showcase.plan(session, product, form, at or now, now)

    async def drop(self, product: ProductId) -> None:
        """❌: the draft is gone. Twice is once. Raises NotADraft for a work that is for sale."""
        now = self.database.clock.now()
        async with self.database.transaction() as session:
            card = await reads.card(session, product, "ru")
            dropped = await writes.change_state(
                session, product, now, of=(Visibility.DRAFT, Visibility.DROPPED), to=Visibility.DROPPED
            )
            if not dropped:
                raise NotADraft
            if card.visibility is Visibility.DRAFT:
                await self._note(session, "dropped", card, Visibility.DRAFT, Visibility.DROPPED)

    async def show(self, product: ProductId, *, shown: bool) -> None:
        """🙈 and back. Orders that exist go on."""
        now = self.database.clock.now()
        to = Visibility.LISTED if shown else Visibility.HIDDEN
        async with self.database.transaction() as session:
            card = await reads.card(session, product, "ru")
            if await writes.change_state(session, product, now, of=_ON_THE_BOOKS, to=to):
                variant = card.variant
                if card.visibility is not to:
                    await self._note(session, "state", card, card.visibility, to)
                await stock.owe_changed(session, [variant], now)
                await stock.owe_freed(session, [variant], now)

    async def _note(
        self,
        session: AsyncSession,
        what: str,
        card: Card,
        before: object,
        after: object,
        by: CustomerId | None = None,
    ) -> None:
        named, now = f"{card.title} {card.sku}", self.database.clock.now()
        await note(
            session, what, named, before=before, after=after, by=by, about="work", about_id=card.product, now=now
        )

    async def change(
        self,
        product: ProductId,
        *,
        price_minor: int | None = None,
        title: tuple[Language, str] | None = None,
        texts: Mapping[Language, WorkText] | None = None,
        category: CategoryId | None = None,
        care: tuple[Language, str | None] | None = None,
        certificate: bool | None = None,
    ) -> None:
        """✏️ of a draft or a work for sale; a lower price keeps the old one beside it, struck.

        `title` and `care` leave the rest of what that language says; `texts` say all of it anew.
        """
        now = self.database.clock.now()
        async with self.database.transaction() as session:
            card = await reads.card(session, product, "ru")
            if price_minor is not None:
                if price_minor != card.price.minor:
                    was, becomes = (f"{minor} {card.price.currency}" for minor in (card.price.minor, price_minor))
                    await self._note(session, "price", card, was, becomes)
                lower = card.visibility is Visibility.LISTED and price_minor < card.price.minor
                await writes.set_price(session, product, price_minor, keep_old=lower)
                if lower:
                    await waiting.note_price(session, card.variant, card.price.minor, price_minor, now)
            if title is not None:
                language, words = title
                before = (await reads.card(session, product, language)).title
                await self._note(session, "title", card, before, words)
                await writes.set_text(session, product, language, title=words)
            for language, text in (texts or {}).items():
                await self._note(session, "text", card, None, f"{language}: {text.title}")
                await writes.set_text(session, product, language, **asdict(text))
            if care is not None:
                await self._note(session, "care", card, card.care, care[1])
                await writes.set_care(session, product, *care)
            if category is not None:
                await self._note(session, "category", card, card.category, category)
                await writes.change(session, product, category_id=category)
            if certificate is not None:
                await self._note(session, "certificate", card, card.certificate, certificate)
                await writes.change(session, product, certificate=certificate)
            await stock.owe_changed(session, [card.variant], now)

    async def _draft(self, session: AsyncSession, product: ProductId) -> None:
        if (await reads.card(session, product, "ru")).visibility is not Visibility.DRAFT:
            raise NotADraft


@dataclass(frozen=True, slots=True)
class Shelves:
    """Categories and counts, by the seller's hand."""

    database: Database

    async def add(self, titles: dict[Language, str], parent: CategoryId | None = None) -> CategoryId:
        async with self.database.transaction() as session:
            return await writes.add_category(session, titles, parent)

    async def find(self, sku: str) -> tuple[VariantId, ProductId, str]:
        """(variant, work, SKU as in the books). Raises UnknownSku."""
        async with self.database.reading() as session:
            return await reads.find_variant(session, sku)

    async def count(self, sku: str, on_hand: int, actor: CustomerId, cause: str) -> Counted:
        """`/stock SKU n`: how many pieces there are, at the place where they were counted first. Raises UnknownSku."""
        now = self.database.clock.now()
        async with self.database.transaction() as session:
            variant, _, known_sku = await reads.find_variant(session, sku)
            levels = await stock_reads.levels(session, variant)
            place = levels[0].location if levels else await pickup.default_location(session)
            elsewhere = sum(level.on_hand for level in levels[1:])
            return await inventory.count(
                session,
                variant,
                known_sku,
                place,
                max(on_hand - elsewhere, 0),
                cause=f"count:{cause}",
                actor=actor,
                now=now,
            )
