"""How does a channel read the shop, and how does it count and hold pieces?"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy.ext.asyncio import AsyncSession

from bot.basics.ids import LocationId, VariantId, new_token
from bot.basics.languages import Language
from bot.shop.catalogue import reads as catalogue
from bot.shop.catalogue.values import CategoryItem
from bot.shop.channels import reads as channels
from bot.shop.channels import writes
from bot.shop.channels.errors import (
    ChannelHoldOver,
    NoSuchHold,
    RequestDiffers,
    RequestRuns,
    StockMoved,
    WhichPlace,
)
from bot.shop.channels.values import (
    Change,
    ChannelView,
    Count,
    Held,
    Request,
    Sale,
    SaleConflict,
    SaleLine,
    StockPage,
    StockRow,
)
from bot.shop.exchange import reads
from bot.shop.exchange.values import Offered, OfferedPage, OrderPage
from bot.shop.inventory import writes as inventory
from bot.shop.pickup import reads as pickup
from bot.shop.stock import reads as stock_reads
from bot.shop.stock import writes as stock
from bot.shop.stock.values import Stage, Wanted
from bot.storage.database import Database

ANSWERS_KEPT = timedelta(days=7)
"""How long a repeated request is told what it was told first."""


@dataclass(frozen=True, slots=True)
class Exchange:
    """What a channel reads, counts and holds through its key."""

    database: Database

    async def stock_page(self, channel: ChannelView, cursor: str | None, limit: int) -> StockPage:
        """What has changed since the cursor. Raises CursorTooOld."""
        async with self.database.reading() as session:
            return await channels.stock_page(session, channel.id, cursor, limit)

    async def stock_of(self, channel: ChannelView, sku: str) -> list[StockRow]:
        """One SKU at every place; empty when there is none."""
        async with self.database.reading() as session:
            return await channels.stock_of(session, channel.id, sku)

    async def set_count(
        self,
        channel: ChannelView,
        sku: str,
        told: Count,
        request: Request,
    ) -> dict[str, Any]:
        """There are so many now, if there were `change_from` (None: whatever there was).

        Raises UnknownSku, WhichPlace, StockMoved, RequestDiffers.
        """
        now = self.database.clock.now()
        async with self.database.transaction() as session:
            if (before := await self._told(session, channel, request)) is not None:
                return before
            variant, _, known = await catalogue.find_variant(session, sku)
            place = await self._place(session, variant, told.location)
            await stock.open_level(session, variant, place, now)
            there = await stock.on_hand(session, variant, place)
            if told.change_from not in (None, there):
                level = next(row for row in await stock_reads.levels(session, variant) if row.location == place)
                raise StockMoved(there, level.version)
            cause = f"put:{channel.id}:{request.key or new_token()}"
            await inventory.count(
                session, variant, known, place, told.on_hand, cause=cause, actor=None, now=now, channel=channel.code
            )
            answer = {"sku": known, "location": int(place)}
            await self._keep(session, channel, request, answer, now)
            return answer

    async def change(self, channel: ChannelView, change: Change, body_hash: str) -> dict[str, Any]:
        """One row of what happened there, at its own time. Twice is once.

        Raises UnknownSku, WhichPlace, NotThatMany, RequestDiffers.
        """
        now = self.database.clock.now()
        request = Request(f"change:{change.cause}", body_hash)
        async with self.database.transaction() as session:
            if (told := await self._told(session, channel, request)) is not None:
                return told | {"repeated": True}
            cause = f"change:{channel.id}:{change.cause}"
            variant, _, sku = await catalogue.find_variant(session, change.sku)
            conflicts: tuple[SaleConflict, ...] = ()
            if change.kind == "sale":
                sale = Sale(change.cause, change.occurred_at, (SaleLine(sku, change.quantity),))
                place = await self._place(session, variant, change.location) if change.location else None
                recorded = await writes.sell(
                    session, sale, channel=channel.code, cause=cause, actor=None, now=now, place=place
                )
                conflicts = recorded.conflicts
            else:
                place = await self._place(session, variant, change.location)
                about: Any = {"cause": cause, "now": now, "occurred_at": change.occurred_at, "channel": channel.code}
                about["reason"] = change.reason
                if change.kind == "count":
                    await inventory.count(session, variant, sku, place, change.quantity, actor=None, **about)
                elif change.kind == "adjust":
                    await inventory.adjust(session, variant, sku, place, change.quantity, actor=None, **about)
                else:
                    await inventory.take_back(session, variant, place, change.quantity, **about)
            answer = {"conflicts": [each.told() for each in conflicts]}
            await self._keep(session, channel, request, answer, now)
            return answer

    async def hold(
        self, channel: ChannelView, sku: str, quantity: int, ttl: timedelta, reference: str, request: Request
    ) -> dict[str, Any]:
        """Pieces held for a customer of the channel's own, out of the one stock: `id`, `expires_at` (ISO 8601).

        The same request again finds the first hold. Raises UnknownSku, SoldOut, RequestDiffers.
        """
        now = self.database.clock.now()
        async with self.database.transaction() as session:
            if (told := await self._told(session, channel, request)) is not None:
                return told
            variant, _, known = await catalogue.find_variant(session, sku)
            held = Held(new_token(), now, now + ttl)
            for overdue in await stock_reads.overdue_manual(session, now, variant):
                await stock.release_manual(session, overdue, now)
            await stock.reserve(
                session,
                [Wanted(variant, quantity)],
                cause=_hold_cause(held.id),
                stage=Stage.MANUAL,
                expires_at=held.expires_at,
                now=now,
            )
            await writes.open_hold(session, channel.id, held, Wanted(variant, quantity), known, reference)
            answer = {"id": held.id, "expires_at": held.expires_at.isoformat()}
            await self._keep(session, channel, request, answer, now)
            return answer

    async def let_go(self, channel: ChannelView, hold: str) -> None:
        """The customer there has changed his mind. Twice is once.

        Raises NoSuchHold; ChannelHoldOver for one that was paid.
        """
        now = self.database.clock.now()
        async with self.database.transaction() as session:
            state, _, variant, _, _ = await self._hold(session, channel, hold)
            if state == "committed":
                raise ChannelHoldOver
            await stock.release_manual(session, f"{_hold_cause(hold)}:{variant}", now)
            await writes.end_hold(session, hold, "released")

    async def sell_held(self, channel: ChannelView, hold: str) -> None:
        """The customer there has paid: the pieces are sold. Twice is once.

        A hold that has ended is taken up again while there is stock. Raises NoSuchHold, ChannelHoldOver.
        """
        now = self.database.clock.now()
        async with self.database.transaction() as session:
            state, sku, variant, quantity, _ = await self._hold(session, channel, hold)
            if state == "committed":
                return
            sale = Sale(f"reservation:{hold}", now, (SaleLine(sku, quantity),))
            await writes.hold_still(session, sale)
            if not await stock.release_manual(session, f"{_hold_cause(hold)}:{variant}", now):
                free = (await stock_reads.availability(session, [variant]))[variant].available
                if state == "released" or free < quantity:
                    raise ChannelHoldOver
            await writes.sell(
                session, sale, channel=channel.code, cause=f"hold:{channel.id}:{hold}", actor=None, now=now
            )
            await writes.end_hold(session, hold, "committed")

    async def _hold(self, session: AsyncSession, channel: ChannelView, hold: str) -> tuple[Any, ...]:
        found = await channels.hold(session, channel.id, hold)
        if found is None:
            raise NoSuchHold
        return found

    async def _place(self, session: AsyncSession, variant: VariantId, code: str | None) -> LocationId:
        """The place of that code; without one the only place of that variant, or where pieces are by default."""
        if code is not None:
            found = next((place.id for place in await pickup.places(session) if place.code == code), None)
            if found is None:
                raise WhichPlace
            return found
        levels = await stock_reads.levels(session, variant)
        if len(levels) > 1:
            raise WhichPlace
        return levels[0].location if levels else await pickup.default_location(session)

    async def _told(self, session: AsyncSession, channel: ChannelView, request: Request) -> dict[str, Any] | None:
        told = await channels.answer(session, channel.id, request.key) if request.key else None
        if told is None:
            return None
        if told[0] != request.body_hash:
            raise RequestDiffers
        return told[1]

    async def _keep(
        self, session: AsyncSession, channel: ChannelView, request: Request, answer: dict[str, Any], now: datetime
    ) -> None:
        """Two at once: the second is rolled back whole, and finds the first when it comes again."""
        if request.key and not await writes.keep_answer(
            session, channel.id, request.key, request.body_hash, answer, now
        ):
            raise RequestRuns


@dataclass(frozen=True, slots=True)
class Offers:
    """The catalogue and the orders, as other channels read them."""

    database: Database

    async def page(self, channel: ChannelView, cursor: str | None, limit: int) -> OfferedPage:
        """Raises CursorTooOld."""
        async with self.database.reading() as session:
            return await reads.offered_page(session, channel.id, cursor, limit)

    async def one(self, channel: ChannelView, sku: str) -> Offered | None:
        async with self.database.reading() as session:
            return await reads.offered(session, channel.id, sku)

    async def photo(self, sha256: str) -> bytes | None:
        """The JPEG of a work that is on the books."""
        async with self.database.reading() as session:
            return await reads.photo(session, sha256)

    async def orders(self, channel: ChannelView, cursor: str | None, limit: int) -> OrderPage:
        """Orders that have moved since; names and phones only for a key that may read them. Raises CursorTooOld."""
        async with self.database.reading() as session:
            return await reads.order_page(session, cursor, limit, personal=channel.personal_data)

    async def counts(self, channel: ChannelView, variants: Sequence[VariantId]) -> dict[VariantId, list[StockRow]]:
        """These variants at every place."""
        async with self.database.reading() as session:
            return await channels.stock_at(session, channel.id, variants)

    async def shelves(self, language: Language) -> list[CategoryItem]:
        """Every category, those above first."""
        async with self.database.reading() as session:
            return await catalogue.all_categories(session, language)

    async def forget(self) -> None:
        """Answers that were kept long enough."""
        async with self.database.transaction() as session:
            await writes.forget_answers(session, self.database.clock.now() - ANSWERS_KEPT)


def _hold_cause(hold: str) -> str:
    return f"channel_hold:{hold}"
