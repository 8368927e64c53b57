"""How does what is really there get into the books?

Stock is the last physical count and everything that happened after it: what is told late lands at its own time, and
what happened before a count is in that count already.
"""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from sqlalchemy import and_, delete, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from bot.basics.ids import CustomerId, LocationId, VariantId
from bot.shop.catalogue.tables import Variant
from bot.shop.inventory import reads
from bot.shop.inventory.errors import NotThatMany
from bot.shop.inventory.tables import LowStock
from bot.shop.inventory.values import Counted
from bot.shop.journal.writes import note
from bot.shop.outbox.writes import tell_sellers
from bot.shop.stock import reads as stock_reads
from bot.shop.stock import writes as stock
from bot.shop.stock.tables import StockConflict, StockLevel
from bot.storage.insert_once import dialect_insert


async def begin(
    session: AsyncSession,
    variant: VariantId,
    location: LocationId,
    on_hand: int,
    *,
    cause: str,
    actor: CustomerId | None,
    now: datetime,
) -> None:
    """The first pieces of a work. Not a count: a sale that is told late still takes its piece. Twice is once."""
    await stock.open_level(session, variant, location, now)
    if on_hand and not await reads.known(session, [cause]):
        rows = [(variant, int(location), on_hand)]
        await stock.change(session, rows, "listed", now, actor=actor, cause=cause, d_on_hand=1)


async def count(
    session: AsyncSession,
    variant: VariantId,
    sku: str,
    location: LocationId,
    on_hand: int,
    *,
    cause: str,
    actor: CustomerId | None,
    now: datetime,
    occurred_at: datetime | None = None,
    channel: str | None = None,
    reason: str | None = None,
) -> Counted:
    """There were so many pieces at that moment (now, unless told); twice is once.

    A count below what is promised is believed: a conflict opens.
    """
    at = min(occurred_at or now, now)
    await stock.open_level(session, variant, location, now)
    before = await stock.on_hand(session, variant, location)
    after = before
    if not await reads.known(session, [cause]):
        if not await reads.counted_after(session, variant, location, at):
            since = await reads.moved_after(session, variant, location, at) if at < now else 0
            after = max(on_hand + since, 0)
        signs: Any = {"d_on_hand": after - before} if after != before else {}
        row = [(variant, int(location), 1)]
        if actor is not None and after != before:
            await _note(session, "stock", variant, sku, before, after, actor, now)
        await stock.change(
            session,
            row,
            "count",
            now,
            actor=actor,
            cause=cause,
            reason=reason,
            channel=channel,
            occurred_at=at,
            **signs,
        )
    left = await _settle(session, variant, sku, cause=cause, channel=channel, now=now)
    return Counted(before, after, max(left, 0), max(-left, 0))


async def adjust(
    session: AsyncSession,
    variant: VariantId,
    sku: str,
    location: LocationId,
    by: int,
    *,
    cause: str,
    actor: CustomerId | None,
    now: datetime,
    occurred_at: datetime,
    channel: str | None = None,
    reason: str | None = None,
) -> None:
    """So many more or fewer: a correction. Twice is once. Raises NotThatMany."""
    await stock.open_level(session, variant, location, now)
    there = await stock.on_hand(session, variant, location)
    if await reads.known(session, [cause]):
        return
    counted = await reads.counted_after(session, variant, location, occurred_at)
    signs: Any = {} if counted else {"d_on_hand": 1 if by > 0 else -1}
    if not counted and there + by < 0:
        raise NotThatMany(there)
    await stock.change(
        session,
        [(variant, int(location), abs(by))],
        "adjust",
        now,
        actor=actor,
        cause=cause,
        reason=reason,
        channel=channel,
        occurred_at=occurred_at,
        **signs,
    )
    await _settle(session, variant, sku, cause=cause, channel=channel, now=now)


async def write_off(
    session: AsyncSession,
    variant: VariantId,
    sku: str,
    pieces: int,
    *,
    cause: str,
    actor: CustomerId,
    reason: str,
    now: datetime,
) -> int:
    """So many are gone for ever, from where there are most. How many are left there; twice is once.

    Promised pieces may break too: a conflict opens then. Raises NotThatMany.
    """
    await stock.lock(session, [variant])
    levels = await stock_reads.levels(session, variant)
    if not levels:
        raise NotThatMany(0)
    place = max(levels, key=lambda each: (each.available, each.on_hand))
    if await reads.known(session, [cause]):
        return place.on_hand
    if place.on_hand < pieces:
        raise NotThatMany(place.on_hand)
    row = [(variant, int(place.location), pieces)]
    await stock.change(session, row, "write_off", now, actor=actor, cause=cause, reason=reason, d_on_hand=-1)
    await _note(session, "write_off", variant, sku, f"{pieces}@{int(place.location)}", reason, actor, now)
    await _settle(session, variant, sku, cause=cause, channel=None, now=now)
    return place.on_hand - pieces


async def move(
    session: AsyncSession,
    wanted: Mapping[VariantId, int],
    *,
    of: LocationId,
    to: LocationId,
    cause: str,
    actor: CustomerId | None,
    now: datetime,
) -> dict[VariantId, int]:
    """Free pieces go from one place to another, as many of each work as there are; how many went.

    Promised and held pieces stay where they are. Twice is once: the second time nothing goes.
    """
    variants = sorted(wanted)
    await stock.lock(session, variants)
    rows = [(variant, f"{cause}:{variant}") for variant in variants]
    if await reads.known(session, [f"{own}:of" for _, own in rows]):
        return {}
    for variant in variants:
        await stock.open_level(session, variant, to, now)
    free = await reads.free_at(session, of, variants)
    going = {each: min(wanted[each], free.get(each, 0)) for each in variants}
    left = [(int(each), int(of), -going[each], f"{own}:of") for each, own in rows if going[each]]
    come = [(int(each), int(to), going[each], f"{own}:to") for each, own in rows if going[each]]
    await stock.change_each(session, left + come, "moved", now, actor=actor)
    return {each: pieces for each, pieces in going.items() if pieces}


async def _note(
    session: AsyncSession,
    what: str,
    variant: VariantId,
    sku: str,
    before: object,
    after: object,
    by: CustomerId,
    now: datetime,
) -> None:
    work = await session.scalar(select(Variant.product_id).where(Variant.id == variant))
    await note(session, what, sku, before=before, after=after, by=by, about="work", about_id=work, now=now)


async def set_low(session: AsyncSession, variant: VariantId, low_at: int | None) -> None:
    """From so many on a work is about to run out; None: never. The seller is told anew."""
    if low_at is None:
        await session.execute(delete(LowStock).where(LowStock.variant_id == variant))
        return
    told = {"low_at": low_at, "told_at": None}
    statement = dialect_insert(session, LowStock).values(variant_id=variant, **told)
    await session.execute(statement.on_conflict_do_update(index_elements=["variant_id"], set_=told))


async def tell_low(session: AsyncSession, now: datetime) -> None:
    """Owe the sellers one alert for each work that has begun to run out; what has been filled up may be told again."""
    for variant, product, sku, left, low_at, told_at in await reads.low(session):
        if (left <= low_at) == (told_at is not None):
            continue
        low = left <= low_at
        await session.execute(
            update(LowStock).where(LowStock.variant_id == variant).values(told_at=now if low else None)
        )
        if low:
            key = f"{variant}:{int(now.timestamp())}"
            await tell_sellers(session, "low", key, now=now, product=product, sku=sku, count=max(left, 0))


async def take_back(
    session: AsyncSession,
    variant: VariantId,
    location: LocationId,
    quantity: int,
    *,
    cause: str,
    channel: str,
    now: datetime,
    occurred_at: datetime,
    reason: str | None = None,
) -> None:
    """Pieces that came back from elsewhere: there, but not for sale until the seller has looked. Twice is once."""
    await stock.open_level(session, variant, location, now)
    await stock.on_hand(session, variant, location)
    if await reads.known(session, [cause]):
        return
    counted = await reads.counted_after(session, variant, location, occurred_at)
    signs: Any = {} if counted else {"d_on_hand": 1, "d_unavailable": 1}
    await stock.change(
        session,
        [(variant, int(location), quantity)],
        "return",
        now,
        cause=cause,
        channel=channel,
        reason=reason,
        occurred_at=occurred_at,
        **signs,
    )
    await stock.settle_conflicts(session, {variant}, now, "returned")


async def put_for_sale(
    session: AsyncSession, variant: VariantId, *, cause: str, actor: CustomerId, now: datetime
) -> int:
    """The seller has looked at what came back: all of it can be bought again. How many pieces; twice is once."""
    rows = await session.execute(
        select(StockLevel.variant_id, StockLevel.location_id, StockLevel.unavailable)
        .where(StockLevel.variant_id == variant, StockLevel.unavailable > 0)
        .order_by(StockLevel.location_id)
        .with_for_update()
    )
    waiting = [(row[0], row[1], row[2]) for row in rows]
    for place in waiting:
        own = f"{cause}@{place[1]}"
        await stock.change(session, [place], "for_sale", now, actor=actor, cause=own, d_unavailable=-1)
    await stock.settle_conflicts(session, {variant}, now, "for_sale")
    return sum(place[2] for place in waiting)


async def sell_elsewhere(
    session: AsyncSession,
    variant: VariantId,
    location: LocationId,
    quantity: int,
    *,
    cause: str,
    channel: str,
    actor: CustomerId | None,
    occurred_at: datetime,
    now: datetime,
) -> int:
    """Pieces that have left already, from that place first. Returns how many of them were not there to leave.

    Twice is once. A sale from before the last count of that place changes nothing: the count has seen it.
    """
    await stock.open_level(session, variant, location, now)
    rows = await session.execute(
        select(StockLevel.location_id, StockLevel.on_hand)
        .where(StockLevel.variant_id == variant)
        .order_by(StockLevel.location_id)
        .with_for_update()
    )
    levels = sorted((row for row in rows), key=lambda level: (level[0] != location, level[0]))
    if await reads.known(session, [f"{cause}@{place}" for place, _ in levels]):
        return 0
    told: Any = {"actor": actor, "channel": channel, "occurred_at": occurred_at}
    if await reads.counted_after(session, variant, location, occurred_at):
        row = [(variant, int(location), quantity)]
        await stock.change(session, row, "sale", now, cause=f"{cause}@{location}", reason="counted_since", **told)
        return 0
    left = quantity
    for place, on_hand in levels:
        gone = min(on_hand, left)
        if gone:
            left -= gone
            row = [(variant, place, gone)]
            await stock.change(session, row, "sale", now, cause=f"{cause}@{place}", d_on_hand=-1, **told)
    return left


async def close_unknown(session: AsyncSession, conflict: int, now: datetime) -> bool:
    """A sale of what the shop does not have is over: nothing here can settle it. Whether it was open."""
    unknown = and_(StockConflict.id == conflict, StockConflict.variant_id.is_(None))
    return bool(await stock.close_conflicts(session, unknown, now, "seller"))


async def _settle(
    session: AsyncSession, variant: VariantId, sku: str, *, cause: str, channel: str | None, now: datetime
) -> int:
    """What is left to sell; below zero a conflict is open, else none is."""
    left = (await stock_reads.availability(session, [variant]))[variant].available
    if left < 0:
        # a seller who counts himself is answered on the spot; a place that counts every minute tells nothing new
        news = channel is not None and not await stock_reads.open_conflicts(session, variant)
        opened = await stock.open_conflict(session, variant, sku, -left, cause=cause, now=now, channel=channel)
        if opened and news:
            await tell_sellers(session, "conflict", cause, now=now, conflict=opened, sku=sku, short=-left)
    else:
        await stock.settle_conflicts(session, {variant}, now, "counted")
    return left
