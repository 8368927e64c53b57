"""How does the shop hear of a sale that happened elsewhere?"""

import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy.ext.asyncio import AsyncSession

from bot.basics.ids import CustomerId, LocationId, VariantId, new_token
from bot.shop.catalogue import reads as catalogue
from bot.shop.channels import reads, rules, writes
from bot.shop.channels.errors import (
    ChannelExists,
    HoldOver,
    NoSuchChannel,
    NoSuchHold,
    NoSuchSale,
    RequestDiffers,
    RequestRuns,
    SaleDiffers,
    StockMoved,
    WhichPlace,
)
from bot.shop.channels.values import (
    Change,
    ChannelKind,
    ChannelView,
    Held,
    NewKeys,
    Offered,
    OfferedPage,
    OrderPage,
    Recorded,
    Request,
    Sale,
    SaleConflict,
    SaleLine,
    StockPage,
    StockRow,
)
from bot.shop.inventory import reads as inventory_reads
from bot.shop.inventory import writes as inventory
from bot.shop.outbox.writes import tell_sellers
from bot.shop.pickup import reads as pickup
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
        self, sku: str, quantity: int, price_minor: int | None, actor: CustomerId, cause: str
    ) -> Recorded:
        """`/sold`: a sale at the fair or in the studio, told by the seller. Raises UnknownSku; twice is once."""
        now = self.database.clock.now()
        sale = Sale(cause, now, (SaleLine(sku, quantity, price_minor),))
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
                "conflicts": [_conflict(each) for each in recorded.conflicts],
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
                sku = (await catalogue.lines(session, [variant], "en", only_listed=False))[variant].sku
                key = f"{cause}:{variant}@{place}"
                await tell_sellers(
                    session, "came_back", key, now=now, sku=sku, count=quantity, channel=channel.code, variant=variant
                )

    async def put_for_sale(self, variant: VariantId, actor: CustomerId, cause: str) -> int:
        """The seller has looked at what came back: it can be bought again. How many pieces; twice is once."""
        now = self.database.clock.now()
        async with self.database.transaction() as session:
            return await inventory.put_for_sale(session, variant, cause=f"for_sale:{cause}", actor=actor, now=now)


@dataclass(frozen=True, slots=True)
class ChannelDesk:
    """What a channel reads, counts and holds through its key."""

    database: Database

    async def stock_page(self, channel: ChannelView, cursor: str | None, limit: int) -> StockPage:
        """What has changed since the cursor. Raises CursorTooOld."""
        async with self.database.reading() as session:
            return await reads.stock_page(session, channel.id, cursor, limit)

    async def stock_of(self, channel: ChannelView, sku: str) -> list[StockRow]:
        """One SKU at every place; empty when there is none."""
        async with self.database.reading() as session:
            return await reads.stock_of(session, channel.id, sku)

    async def set_count(
        self,
        channel: ChannelView,
        sku: str,
        on_hand: int,
        change_from: int | None,
        location: str | None,
        request: Request,
    ) -> dict[str, Any]:
        """There are so many now, if there were `change_from` (None: whatever there was): the place that was counted.

        Raises UnknownSku, WhichPlace, StockMoved, RequestDiffers.
        """
        now = self.database.clock.now()
        async with self.database.transaction() as session:
            if (told := await self._told(session, channel, request)) is not None:
                return told
            variant, _, known = await catalogue.find_variant(session, sku)
            place = await self._place(session, variant, location)
            await stock.open_level(session, variant, place, now)
            there = await stock.on_hand(session, variant, place)
            if change_from is not None and change_from != there:
                level = next(row for row in await stock_reads.levels(session, variant) if row.location == place)
                raise StockMoved(there, level.version)
            cause = f"put:{channel.id}:{request.key or new_token()}"
            await inventory.count(
                session, variant, known, place, on_hand, cause=cause, actor=None, now=now, channel=channel.code
            )
            answer = {"location": int(place)}
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
            answer = {"conflicts": [_conflict(each) for each in conflicts]}
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
        """The customer there has changed his mind. Twice is once. Raises NoSuchHold, HoldOver for one that was paid."""
        now = self.database.clock.now()
        async with self.database.transaction() as session:
            state, _, variant, _, _ = await self._hold(session, channel, hold)
            if state == "committed":
                raise HoldOver
            await stock.release_manual(session, f"{_hold_cause(hold)}:{variant}", now)
            await writes.end_hold(session, hold, "released")

    async def commit(self, channel: ChannelView, hold: str) -> None:
        """The customer there has paid: the pieces are sold. Twice is once.

        A hold that has ended is taken up again while there is stock. Raises NoSuchHold, HoldOver.
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
                    raise HoldOver
            await writes.sell(
                session, sale, channel=channel.code, cause=f"hold:{channel.id}:{hold}", actor=None, now=now
            )
            await writes.end_hold(session, hold, "committed")

    async def _hold(self, session: AsyncSession, channel: ChannelView, hold: str) -> tuple[Any, ...]:
        found = await reads.hold(session, channel.id, hold)
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
        told = await reads.answer(session, channel.id, request.key) if request.key else None
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
class ChannelShelf:
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

    async def forget(self) -> None:
        """Answers that were kept long enough."""
        async with self.database.transaction() as session:
            await writes.forget_answers(session, self.database.clock.now() - ANSWERS_KEPT)


def _hold_cause(hold: str) -> str:
    return f"channel_hold:{hold}"


def _conflict(conflict: SaleConflict) -> dict[str, Any]:
    return {
        "id": conflict.id,
        "sku": conflict.sku,
        "short_qty": conflict.short_quantity,
        "reason": conflict.reason,
    }


@dataclass(frozen=True, slots=True)
class ChannelRegister:
    """Which channels there are, and their keys."""

    database: Database

    async def add(self, code: str, kind: ChannelKind, webhook_url: str | None = None) -> NewKeys:
        """Register a channel; its key is shown once and kept as a hash. Raises ChannelExists."""
        keys = NewKeys(rules.new_key(), secrets.token_urlsafe(32), secrets.token_urlsafe(24))
        async with self.database.transaction() as session:
            if not await writes.add(session, code, kind, webhook_url, keys, self.database.clock.now()):
                raise ChannelExists(code=code)
        return keys

    async def rotate_key(self, code: str) -> NewKeys:
        """A new key; the old one opens nothing from now on. Raises NoSuchChannel."""
        keys = NewKeys(rules.new_key(), secrets.token_urlsafe(32), secrets.token_urlsafe(24))
        async with self.database.transaction() as session:
            if not await writes.change_keys(session, code, keys):
                raise NoSuchChannel(code=code)
        return keys

    async def disable(self, code: str) -> None:
        """The key opens nothing any more; what was sold stays in the books. Raises NoSuchChannel."""
        async with self.database.transaction() as session:
            if not await writes.disable(session, code):
                raise NoSuchChannel(code=code)

    async def all(self) -> list[ChannelView]:
        async with self.database.reading() as session:
            return await reads.channels(session)

    async def by_key(self, key: str) -> ChannelView | None:
        """The enabled channel that this key opens."""
        async with self.database.reading() as session:
            return await reads.by_key_hash(session, rules.key_hash(key))
