"""How does the shop hear of a sale that happened elsewhere?"""

import dataclasses
import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy.ext.asyncio import AsyncSession

from bot.basics.ids import CustomerId, VariantId
from bot.shop.catalogue import reads as catalogue
from bot.shop.channels import reads, rules, writes
from bot.shop.channels.errors import (
    ChannelExists,
    NoSuchChannel,
    NoSuchSale,
    SaleDiffers,
)
from bot.shop.channels.values import (
    ChannelKind,
    ChannelState,
    ChannelView,
    NewKeys,
    Offer,
    Recorded,
    Sale,
    SaleLine,
)
from bot.shop.inventory import reads as inventory_reads
from bot.shop.inventory import writes as inventory
from bot.shop.journal.writes import note
from bot.shop.outbox.writes import tell_sellers
from bot.shop.stock import reads as stock_reads
from bot.shop.stock import writes as stock
from bot.shop.stock.values import Stage, Wanted
from bot.storage.database import Database

ANSWERS_KEPT = timedelta(days=7)
"""How long a repeated request is told what it was told first."""


@dataclass(frozen=True, slots=True)
class Channels:
    """The other places where the seller sells."""

    database: Database

    async def sold_by_hand(
        self,
        sku: str,
        quantity: int,
        price_minor: int | None,
        actor: CustomerId,
        cause: str,
        at: datetime | None = None,
    ) -> Recorded:
        """`/sold`: a sale at the fair or in the studio, told by the seller. Raises UnknownSku; twice is once.

        `at`: when it was said; what a bot that was away hears late lands at its own time.
        """
        now = self.database.clock.now()
        sale = Sale(cause, min(at or now, now), (SaleLine(sku, quantity, price_minor),))
        async with self.database.transaction() as session:
            await catalogue.find_variant(session, sku)
            return await writes.sell(session, sale, channel="till", cause=f"till:{cause}", actor=actor, now=now)

    async def set_aside(self, sku: str, hours: int, actor: CustomerId, cause: str) -> datetime:
        """`/hold`: one piece is kept back for so long; until when. Twice is once. Raises UnknownSku, SoldOut."""
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
            return await stock_reads.held_until(session, f"aside:{cause}:{variant}") or until

    async def record_sale(self, channel: ChannelView, sale: Sale, body_hash: str) -> dict[str, Any]:
        """A sale that has happened there: recorded once, never refused for want of stock.

        The answer is kept: a replay is told the same. Raises SaleDiffers for another sale under the same id.
        """
        now = self.database.clock.now()
        async with self.database.transaction() as session:
            told = await reads.sale(session, channel.id, sale.external_id)
            if told is None and not await writes.open_sale(session, channel.id, sale, body_hash, now):
                told = await reads.sale(session, channel.id, sale.external_id)
            if told is not None:
                if told[0] != body_hash:
                    raise SaleDiffers
                return told[1]
            cause = f"sale:{channel.id}:{sale.external_id}"
            recorded = await writes.sell(session, sale, channel=channel.code, cause=cause, actor=None, now=now)
            answer = {
                "applied": True,
                "conflicts": [each.told() for each in recorded.conflicts],
            }
            await writes.answer_sale(session, channel.id, sale.external_id, answer)
            return answer

    async def cancel_sale(self, channel: ChannelView, external_id: str) -> None:
        """It was cancelled there: what it took is back, not for sale until the seller has looked. Twice is once.

        Raises NoSuchSale.
        """
        now = self.database.clock.now()
        async with self.database.transaction() as session:
            if await reads.sale(session, channel.id, external_id) is None:
                raise NoSuchSale
            if not await writes.cancel_sale(session, channel.id, external_id, now):
                return
            cause = f"sale:{channel.id}:{external_id}"
            for variant, place, quantity in await inventory_reads.taken_by(session, f"{cause}:"):
                await inventory.take_back(
                    session,
                    variant,
                    place,
                    quantity,
                    cause=f"{cause}:back:{variant}@{place}",
                    channel=channel.code,
                    now=now,
                    occurred_at=now,
                    reason="cancelled",
                )
                kept = await writes.keep_promised(session, variant, place, quantity, cause=cause, now=now)
                if kept == quantity:
                    continue
                work = (await catalogue.lines(session, [variant], "en", only_listed=False))[variant]
                await tell_sellers(
                    session,
                    "came_back",
                    f"{cause}:{variant}@{place}",
                    now=now,
                    sku=work.sku,
                    product=work.product,
                    count=quantity - kept,
                    channel=channel.code,
                )
            await writes.end_conflicts(session, cause, now, "cancelled_there")
            await writes.tell_over(session, cause, now)

    async def put_for_sale(self, variant: VariantId, actor: CustomerId, cause: str) -> int:
        """The seller has looked at what came back: it can be bought again. How many pieces; twice is once."""
        now = self.database.clock.now()
        async with self.database.transaction() as session:
            return await inventory.put_for_sale(session, variant, cause=f"for_sale:{cause}", actor=actor, now=now)


@dataclass(frozen=True, slots=True)
class ChannelRegister:
    """Which channels there are, and their keys."""

    database: Database

    async def add(self, code: str, kind: ChannelKind) -> NewKeys:
        """Register a channel; its key is shown once and kept as a hash. Raises ChannelExists."""
        keys = NewKeys(rules.new_key(), secrets.token_urlsafe(32), secrets.token_urlsafe(24))
        async with self.database.transaction() as session:
            if not await writes.add(session, code, kind, keys, self.database.clock.now()):
                raise ChannelExists(code=code)
            await self._note(session, "channel_added", code)
        return keys

    async def rotate_key(self, code: str) -> NewKeys:
        """A new key; the old one opens nothing from now on. Raises NoSuchChannel."""
        keys = NewKeys(rules.new_key(), secrets.token_urlsafe(32), secrets.token_urlsafe(24))
        async with self.database.transaction() as session:
            if not await writes.change_keys(session, code, keys):
                raise NoSuchChannel(code=code)
            await self._note(session, "channel_key", code)
        return keys

    async def disable(self, code: str) -> None:
        """The key opens nothing any more; what was sold stays in the books. Raises NoSuchChannel."""
        async with self.database.transaction() as session:
            if not await writes.disable(session, code):
                raise NoSuchChannel(code=code)
            await self._note(session, "channel_off", code)

    async def _note(self, session: AsyncSession, what: str, code: str) -> None:
        await note(session, what, code, about="channel", now=self.database.clock.now())

    async def all(self) -> list[ChannelView]:
        async with self.database.reading() as session:
            return await reads.channels(session)

    async def by_key(self, key: str) -> ChannelView | None:
        """The enabled channel that this key opens."""
        async with self.database.reading() as session:
            return await reads.by_key_hash(session, rules.key_hash(key))

    async def states(self, channel: int | None = None) -> list[ChannelState]:
        """How every channel, or that one, is doing."""
        async with self.database.reading() as session:
            return await reads.states(session, channel)

    async def note_seen(self, channel: ChannelView, cursor: str | None = None) -> None:
        """It has called just now, and knows the feed of stock up to there."""
        async with self.database.transaction(aside=True) as session:
            await writes.note_seen(session, channel.id, cursor, self.database.clock.now())

    async def by_feed_token(self, token: str) -> ChannelView | None:
        """The enabled channel whose feeds are under this address."""
        async with self.database.reading() as session:
            return await reads.by_feed_token(session, token)


@dataclass(frozen=True, slots=True)
class ChannelTerms:
    """What each channel may offer of each work, and at which price."""

    database: Database

    async def change(self, channel: int, variant: VariantId, **values: Any) -> None:
        """Some of what stands in an `Offer`; twice is once. Raises NoSuchChannel."""
        async with self.database.transaction() as session:
            if await reads.by_id(session, channel) is None:
                raise NoSuchChannel(code="")
            now = await reads.offer_of(session, channel, variant)
            changed = dataclasses.replace(now, **values)
            if changed != now:
                await writes.set_offer(session, channel, variant, changed)

    async def set(self, code: str, variant: VariantId, offer: Offer) -> None:
        """Raises NoSuchChannel."""
        async with self.database.transaction() as session:
            channel = await reads.by_code(session, code)
            if channel is None:
                raise NoSuchChannel(code=code)
            await writes.set_offer(session, channel.id, variant, offer)

    async def of(self, variant: VariantId) -> list[tuple[ChannelView, Offer]]:
        """Every enabled channel, and what it may offer of this work."""
        async with self.database.reading() as session:
            return await reads.offers_of(session, variant)
