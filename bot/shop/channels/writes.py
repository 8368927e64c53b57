"""What does a sale elsewhere change here? It has happened: it is never refused (shop rules, part 3)."""

from contextlib import suppress
from datetime import datetime
from typing import Any

from sqlalchemy import and_, delete, insert, or_, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from bot.basics.ids import CustomerId, LocationId, OrderId, VariantId
from bot.shop.catalogue import reads as catalogue
from bot.shop.catalogue.errors import UnknownSku
from bot.shop.channels import rules
from bot.shop.channels.tables import Channel, ChannelAnswer, ChannelHold, ChannelListing, ChannelSale
from bot.shop.channels.values import ChannelKind, Held, NewKeys, Offer, Recorded, Sale, SaleConflict
from bot.shop.inventory import writes as inventory
from bot.shop.orders import reads as orders
from bot.shop.orders import rules as order_rules
from bot.shop.orders import writes as order_writes
from bot.shop.orders.values import OrderState
from bot.shop.outbox.writes import owe, tell_buyer, tell_sellers
from bot.shop.pickup import reads as pickup
from bot.shop.stock import reads as stock_reads
from bot.shop.stock import writes as stock
from bot.shop.stock.tables import StockConflict
from bot.shop.stock.values import Wanted
from bot.storage.insert_once import dialect_insert, insert_once


async def sell(
    session: AsyncSession,
    sale: Sale,
    *,
    channel: str,
    cause: str,
    actor: CustomerId | None,
    now: datetime,
    place: LocationId | None = None,
) -> Recorded:
    """Take the pieces off the stock, from that place first; unpaid holds yield, newest first; what is still short
    becomes a conflict.
    """
    await hold_still(session, sale)
    conflicts: list[SaleConflict] = []
    yielded: list[str] = []
    for position, line in enumerate(sorted(sale.lines, key=lambda each: each.sku)):
        line_cause = f"{cause}:{position}"
        try:
            variant, _, sku = await catalogue.find_variant(session, line.sku)
        except UnknownSku:
            opened = await stock.open_conflict(
                session,
                None,
                line.sku[:64],
                line.quantity,
                cause=line_cause,
                now=now,
                channel=channel,
                external_order=sale.external_id,
            )
            conflicts.append(SaleConflict(opened or 0, line.sku, line.quantity, "unknown_sku"))
            alert: Any = {"sku": line.sku[:64], "channel": channel, "conflict": opened}
            await tell_sellers(session, "unknown_sku", line_cause, now=now, **alert)
            continue
        before = await _missing(session, variant)
        absent = await inventory.sell_elsewhere(
            session,
            variant,
            place or await pickup.default_location(session),
            line.quantity,
            cause=line_cause,
            channel=channel,
            actor=actor,
            occurred_at=sale.occurred_at,
            now=now,
        )
        yielded += await _yield_holds(session, variant, now)
        missing = await _missing(session, variant)
        short = max(missing - before, 0) + absent
        about = {"channel": channel, "external_order": sale.external_id, "absent_quantity": absent}
        if short:
            opened = await _open_short(session, variant, sku, short, line_cause, now, about)
            conflicts.append(SaleConflict(opened, sku, short, "short"))
        elif missing and (told := await stock_reads.conflict_of(session, line_cause)):
            conflicts.append(SaleConflict(told[0], sku, told[1], "short"))
    return Recorded(tuple(conflicts), tuple(yielded))


async def _missing(session: AsyncSession, variant: VariantId) -> int:
    """So many pieces are promised here and not there."""
    return max(-(await stock_reads.availability(session, [variant]))[variant].available, 0)


async def _open_short(
    session: AsyncSession, variant: VariantId, sku: str, short: int, cause: str, now: datetime, about: dict[str, Any]
) -> int:
    """The sellers have to choose, and are told at once; where something is promised here, only until the deadline."""
    deadline = now + rules.DECIDE_WITHIN if short > about["absent_quantity"] else None
    opened = await stock.open_conflict(session, variant, sku, short, cause=cause, now=now, deadline=deadline, **about)
    if opened is None:
        return 0
    await tell_sellers(
        session, "conflict", cause, now=now, conflict=opened, sku=sku, short=short, channel=about["channel"]
    )
    if deadline is not None:
        payload = {"conflict": opened}
        await owe(session, "conflict.due", f"conflict.due:{opened}", payload, now=now, due_at=deadline)
    return opened


class _HeldMeanwhile(Exception):
    """Somebody has begun to hold these works while we waited: let go of the counters and look again."""


async def hold_still(session: AsyncSession, sale: Sale) -> None:
    """Lock whoever may have to yield, then the counters: everybody locks orders first."""
    variants = await catalogue.variants_of(session, [line.sku for line in sale.lines])
    locked: set[OrderId] = set()
    while True:
        holders = await _holders(session, variants) - locked
        for order in sorted(holders):
            await orders.lock(session, order)
        locked |= holders
        with suppress(_HeldMeanwhile):
            async with session.begin_nested():
                await stock.lock(session, variants, locked)
                if await _holders(session, variants) <= locked:
                    return
                raise _HeldMeanwhile


async def _holders(session: AsyncSession, variants: list[VariantId]) -> set[OrderId]:
    return {hold.order for each in variants for hold in await stock_reads.unpaid_holds(session, each) if hold.order}


async def _yield_holds(session: AsyncSession, variant: VariantId, now: datetime) -> list[str]:
    """The newest unpaid holds give way until what is promised fits what is there."""
    gave_way = []
    for hold in await stock_reads.unpaid_holds(session, variant):
        if (await stock_reads.availability(session, [variant]))[variant].available >= 0:
            break
        if hold.order is None:
            await stock.release_manual(session, hold.cause, now)
            continue
        await orders.lock(session, hold.order)
        order = await orders.get(session, hold.order)
        if order.state not in order_rules.UNPLACED:
            continue
        await order_writes.end_unplaced(session, order, OrderState.EXPIRED, actor=None, why="sold_elsewhere", now=now)
        await tell_buyer(session, order.customer, "sold_elsewhere", str(order.id), now=now, order=order.id)
        gave_way.append(order.number)
    return gave_way


async def open_sale(session: AsyncSession, channel: int, sale: Sale, body_hash: str, now: datetime) -> bool:
    """Claim the id of a sale; False when it was told before."""
    row = {
        "channel_id": channel,
        "external_id": sale.external_id,
        "body_hash": body_hash,
        "lines": [{"sku": line.sku, "quantity": line.quantity, "price": line.price_minor} for line in sale.lines],
        "answer": {},
        "occurred_at": sale.occurred_at,
        "recorded_at": now,
    }
    return bool(await insert_once(session, ChannelSale, [row], ChannelSale.external_id))


async def answer_sale(session: AsyncSession, channel: int, external_id: str, answer: dict[str, Any]) -> None:
    await session.execute(
        update(ChannelSale)
        .where(ChannelSale.channel_id == channel, ChannelSale.external_id == external_id)
        .values(answer=answer)
    )


async def add(session: AsyncSession, code: str, kind: ChannelKind, keys: NewKeys, now: datetime) -> bool:
    """False when the code is taken."""
    row = {
        "code": code,
        "kind": kind.value,
        "key_hash": rules.key_hash(keys.key),
        "signing_secret": keys.signing_secret,
        "feed_token": keys.feed_token,
        "enabled": True,
        "created_at": now,
    }
    return bool(await insert_once(session, Channel, [row], Channel.id))


async def change_keys(session: AsyncSession, code: str, keys: NewKeys) -> bool:
    changed = await session.scalar(
        update(Channel)
        .where(Channel.code == code)
        .values(
            key_hash=rules.key_hash(keys.key),
            signing_secret=keys.signing_secret,
            feed_token=keys.feed_token,
            enabled=True,
        )
        .returning(Channel.id)
    )
    return changed is not None


async def set_offer(session: AsyncSession, channel: int, variant: VariantId, offer: Offer) -> None:
    """From now on the channel offers so much of it, at that price."""
    values = {
        "listed": offer.listed,
        "buffer": offer.buffer,
        "floor": offer.floor,
        "max_quantity": offer.at_most,
        "price_minor": offer.price_minor,
    }
    row = {"channel_id": channel, "variant_id": variant, **values}
    await session.execute(
        dialect_insert(session, ChannelListing)
        .values(row)
        .on_conflict_do_update(index_elements=["channel_id", "variant_id"], set_=values)
    )
    await stock.renumber(session, variant)


async def note_seen(session: AsyncSession, channel: int, cursor: str | None, now: datetime) -> None:
    """It was here, and has read the feed of stock that far."""
    values: dict[str, Any] = {"seen_at": now} | ({"read_stock": cursor} if cursor else {})
    await session.execute(update(Channel).where(Channel.id == channel).values(**values))


async def disable(session: AsyncSession, code: str) -> bool:
    changed = await session.scalar(
        update(Channel).where(Channel.code == code).values(enabled=False).returning(Channel.id)
    )
    return changed is not None


async def keep_answer(
    session: AsyncSession, channel: int, key: str, body_hash: str, answer: dict[str, Any], now: datetime
) -> bool:
    """False when this key was used before."""
    row = {"channel_id": channel, "key": key, "body_hash": body_hash, "answer": answer, "created_at": now}
    return bool(await insert_once(session, ChannelAnswer, [row], ChannelAnswer.key))


async def forget_answers(session: AsyncSession, moment: datetime) -> None:
    """A key is good for as long as its answer is kept."""
    await session.execute(delete(ChannelAnswer).where(ChannelAnswer.created_at < moment))


async def open_hold(session: AsyncSession, channel: int, hold: Held, wanted: Wanted, sku: str, reference: str) -> None:
    await session.execute(
        insert(ChannelHold).values(
            id=hold.id,
            channel_id=channel,
            sku=sku,
            variant_id=wanted.variant,
            quantity=wanted.quantity,
            reference=reference,
            expires_at=hold.expires_at,
            created_at=hold.begun_at,
        )
    )


async def end_hold(session: AsyncSession, hold: str, state: str) -> None:
    await session.execute(update(ChannelHold).where(ChannelHold.id == hold).values(state=state))


async def keep_promised(
    session: AsyncSession, variant: VariantId, place: LocationId, pieces: int, *, cause: str, now: datetime
) -> int:
    """So many of what came back are promised in orders here: they stay for them, and need not wait for a look."""
    free = await _missing(session, variant)
    waits = next((each.unavailable for each in await stock_reads.levels(session, variant) if each.location == place), 0)
    kept = min(pieces, free, waits)
    if kept:
        row, own = [(variant, int(place), kept)], f"{cause}:kept:{variant}@{place}"
        await stock.change(session, row, "for_sale", now, cause=own, d_unavailable=-1)
        await stock.settle_conflicts(session, {variant}, now, "cancelled_there")
    return kept


async def end_conflicts(session: AsyncSession, cause: str, now: datetime, how: str) -> None:
    """A sale that is undone asks for nothing any more, not even what never was here."""
    over = or_(stock_reads.ENOUGH, StockConflict.absent_quantity == StockConflict.short_quantity)
    own = StockConflict.cause.startswith(f"{cause}:", autoescape=True)
    await stock.close_conflicts(session, and_(own, over), now, how)


async def tell_over(session: AsyncSession, cause: str, now: datetime) -> None:
    """Owe the sellers word of the conflicts of this sale that have come to their end by themselves just now."""
    own = StockConflict.cause.startswith(f"{cause}:", autoescape=True)
    for each in await session.scalars(select(StockConflict.id).where(own, StockConflict.resolved_at == now)):
        await tell_sellers(session, "conflict_over", str(each), now=now, conflict=each)


async def cancel_sale(session: AsyncSession, channel: int, external_id: str, now: datetime) -> bool:
    """False when there is no such sale, or it was cancelled before."""
    cancelled = await session.scalar(
        update(ChannelSale)
        .where(
            ChannelSale.channel_id == channel,
            ChannelSale.external_id == external_id,
            ChannelSale.cancelled_at.is_(None),
        )
        .values(cancelled_at=now)
        .returning(ChannelSale.external_id)
    )
    return cancelled is not None
