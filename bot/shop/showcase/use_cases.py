"""Which posts are planned, which stand, and what should they show?"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from bot.basics.ids import CustomerId, ProductId, VariantId
from bot.basics.languages import Language
from bot.shop.catalogue import reads as catalogue
from bot.shop.outbox.writes import tell_sellers
from bot.shop.policies import writes as policies
from bot.shop.policies.values import Policies
from bot.shop.showcase import reads, writes
from bot.shop.showcase.errors import NothingToPost, PostMovedOn
from bot.shop.showcase.values import (
    Due,
    Exhibit,
    Form,
    Overview,
    Planned,
    Post,
    PostId,
    PostState,
    ShopWindow,
    Shown,
    SoldPosts,
)
from bot.shop.stock import reads as stock
from bot.storage.database import Database


@dataclass(frozen=True, slots=True)
class Showcase:
    """Posts in the seller's Telegram channel, as whoever sends and edits them needs them."""

    database: Database
    defaults: Policies

    async def changed(self, variant: VariantId) -> None:
        """Something about this variant has changed: every standing post that shows it is owed a look."""
        async with self.database.reading() as session:
            posts = await reads.showing(session, variant)
        if posts:
            async with self.database.transaction() as session:
                await writes.mark(session, posts, self.database.clock.now())

    async def due(self, language: Language, bot: int) -> Due:
        """Posts that have to be brought up to date now, the most urgent first."""
        async with self.database.reading() as session:
            return await reads.due(session, self.database.clock.now(), self.defaults, language, bot)

    async def planned(self, post: PostId, language: Language, bot: int) -> Shown | ShopWindow | None:
        """A post that waits for its time; None when it is out, cancelled or skipped."""
        async with self.database.reading() as session:
            found = await reads.find(session, post)
            if found is None or found.state is not PostState.PLANNED:
                return None
            return (await reads.filled(session, [found], self.defaults, language, bot))[0]

    async def posted(self, shown: Shown | ShopWindow, chat: int, messages: Sequence[int], digest: str) -> None:
        """Remember a post by its messages, the one with the words first; what was left out of it is told."""
        now, post = self.database.clock.now(), shown.post
        async with self.database.transaction() as session:
            if isinstance(shown, ShopWindow):
                await writes.posted(session, post.id, chat, messages, digest, (), now)
                await writes.owe_pin(session, post.id, now)
                return
            without = [each.card.product for each in shown.exhibits if not each.on_offer]
            await writes.posted(session, post.id, chat, messages, digest, without, now)
            if without:
                await tell_sellers(session, "post_shortened", f"{post.id}", now=now, count=len(without))
            if post.takes_down:
                await writes.owe_take_down(session, await reads.older(session, post.id, chat), now)

    async def skip(self, shown: Shown) -> None:
        """Its time has come, and everything in it is sold or hidden: it is not posted, and the sellers are told."""
        now = self.database.clock.now()
        async with self.database.transaction() as session:
            if await writes.close(session, shown.post.id, PostState.SKIPPED):
                product = shown.exhibits[0].card.product if shown.exhibits else None
                await tell_sellers(session, "post_skipped", f"{shown.post.id}", now=now, product=product)

    async def settle(self, post: Post, digest: str) -> None:
        """It shows that now."""
        async with self.database.transaction() as session:
            await writes.settle(session, post, digest, self.database.clock.now())

    async def find(self, post: PostId) -> Post | None:
        """A post, unless it is gone."""
        async with self.database.reading() as session:
            return await reads.find(session, post)

    async def gone(self, post: PostId) -> None:
        """It was deleted, by us or by hand: left alone from now on."""
        async with self.database.transaction() as session:
            await writes.forget(session, post)


@dataclass(frozen=True, slots=True)
class Posting:
    """Posts as their seller plans them."""

    database: Database

    async def current(self, product: ProductId) -> Post | None:
        """The present post of a work, planned or standing."""
        async with self.database.reading() as session:
            return await reads.current(session, product)

    async def plan(
        self, product: ProductId, seen: PostId | None, at: datetime | None, form: Form, *, takes_down: bool = False
    ) -> Post | None:
        """A post of this work at that moment (None: now), beside or instead of the present one that the seller saw.

        A post that still waits is moved. Nothing happens where the present post is another one meanwhile: two taps are
        one post. The present post after that. Raises NothingToPost, NoSuchWork.
        """
        now = self.database.clock.now()
        async with self.database.transaction() as session:
            card = await catalogue.card(session, product, "ru")
            free = await stock.availability(session, [card.variant])
            if not Exhibit(card, free[card.variant]).on_offer:
                raise NothingToPost
            present = await reads.current(session, product)
            if (present.id if present else None) == seen:
                await writes.replan(session, product, present, form, at or now, now, takes_down=takes_down)
            return await reads.current(session, product)

    async def compose(self) -> PostId:
        """The collection that is being put together, or a new one."""
        async with self.database.transaction() as session:
            return await reads.composed(session) or await writes.compose(session)

    async def toggle(self, post: PostId, product: ProductId) -> None:
        """Put a work into the collection or take it out. Raises PostMovedOn, TooManyWorks."""
        async with self.database.transaction() as session:
            found = await reads.find(session, post)
            if found is None or found.state is not PostState.COMPOSED:
                raise PostMovedOn
            await writes.toggle(session, post, product)

    async def move(self, post: PostId, at: datetime | None) -> Post:
        """Plan it for that moment (None: now). Raises PostMovedOn when it is out or cancelled, NothingToPost."""
        now = self.database.clock.now()
        async with self.database.transaction() as session:
            if not (await reads.works(session, [post])).get(post):
                raise NothingToPost
            if not await writes.move(session, post, at or now, now):
                raise PostMovedOn
            found = await reads.find(session, post)
            assert found is not None  # noqa: S101 (it has just been moved)
            return found

    async def cancel(self, post: PostId) -> None:
        """It will not be posted. Twice is once. Raises PostMovedOn when it is out."""
        async with self.database.transaction() as session:
            if not await writes.close(session, post, PostState.CANCELLED):
                found = await reads.find(session, post)
                if found is None or found.state is not PostState.CANCELLED:
                    raise PostMovedOn

    async def planned(self, language: Language, post: PostId | None = None) -> list[Planned]:
        """What waits for its time, the next one first; or one post that waits or is being put together."""
        async with self.database.reading() as session:
            return await reads.planned(session, language, post)


@dataclass(frozen=True, slots=True)
class Frontage:
    """What the showcase shows as a whole: its pinned post, and what becomes of sold works."""

    database: Database
    defaults: Policies

    async def overview(self) -> Overview:
        async with self.database.reading() as session:
            return await reads.overview(session, self.defaults)

    async def pin(self, chat: int | None = None) -> None:
        """Put up the pinned post in this showcase; one that stands there is brought up to date and pinned again."""
        now = self.database.clock.now()
        async with self.database.transaction() as session:
            post = await reads.window(session)
            if post is None or post.chat not in (None, chat):
                await writes.plan_window(session, now)
            elif post.state is PostState.POSTED:
                await writes.mark(session, [post.id], now)
                await writes.owe_pin(session, post.id, now)

    async def take_down(self) -> None:
        """The pinned post goes. Twice is once."""
        now = self.database.clock.now()
        async with self.database.transaction() as session:
            post = await reads.window(session)
            if post is not None and not await writes.close(session, post.id, PostState.CANCELLED):
                await writes.owe_take_down(session, [post.id], now)

    async def choose_rule(self, rule: SoldPosts, by: CustomerId) -> None:
        """What becomes of posts whose work is sold. Those that stand follow at once; none is deleted for old sales."""
        now = self.database.clock.now()
        async with self.database.transaction() as session:
            await policies.change(session, "sold_posts", rule.value, by, now)
            if rule is not SoldPosts.DELETE:
                await writes.mark_all(session, now)
