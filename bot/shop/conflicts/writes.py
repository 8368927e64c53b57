"""What does each way out change? Orders are locked first, then counters; what has been decided is not decided again."""

import re
from collections.abc import Collection, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import and_, select
from sqlalchemy.ext.asyncio import AsyncSession

from bot.basics.ids import CustomerId, OrderId, VariantId
from bot.shop.channels import reads as channels
from bot.shop.channels import writes as channel_writes
from bot.shop.channels.tables import ChannelSale
from bot.shop.conflicts import reads, rules
from bot.shop.conflicts.errors import ConflictOver
from bot.shop.conflicts.values import Behind, Ending, Standing
from bot.shop.fulfilment import writes as fulfilment
from bot.shop.inventory import reads as inventory
from bot.shop.journal.writes import note
from bot.shop.orders import reads as orders
from bot.shop.outbox.writes import tell_buyer
from bot.shop.stock import reads as stock_reads
from bot.shop.stock import writes as stock
from bot.shop.stock.tables import StockConflict
from bot.shop.till import writes as till
from bot.shop.waiting import writes as waiting

_OVER_THE_COUNTER = re.compile(r"till:(\d+):\d+")
"""The cause of a sale that the till keeps as a row of its own."""


async def hold_still(session: AsyncSession, conflict: int, locked: Collection[OrderId] = ()) -> Standing:
    """These orders, then the counters of all that is theirs, then the conflict as it is.

    Whoever comes second waits here and finds it decided. Raises NoSuchConflict, ConflictOver.
    """
    variant = await reads.about(session, conflict)
    for order in sorted(locked):
        await orders.lock(session, order)
    await stock.lock(session, {variant, *await reads.promised(session, locked)})
    now = await reads.standing(session, conflict)
    if not now.is_open:
        raise ConflictOver
    return now


async def find_more(session: AsyncSession, about: Standing, pieces: int, actor: CustomerId, now: datetime) -> None:
    """So many more are there than the books say, where they are missing most."""
    variant = _known(about)
    levels = await stock_reads.levels(session, variant)
    versions = {int(level.location): level.version for level in levels}
    for place, there in rules.spread(levels, min(pieces, about.missing)):
        # the counter's own version: the same place may be found short, and filled, more than once
        cause = f"conflict:{about.id}:{versions[place]}@{place}"
        await stock.change(session, [(variant, place, there)], "found", now, actor=actor, cause=cause, d_on_hand=1)
    if pieces >= about.lacking:
        await stock.close_conflicts(session, StockConflict.variant_id == variant, now, Ending.ONE_MORE)
    else:
        await stock.settle_conflicts(session, {int(variant)}, now, Ending.ONE_MORE)
    await _note(session, about, Ending.ONE_MORE, actor, now)


async def cancel_there(session: AsyncSession, sale: Standing, actor: CustomerId, now: datetime) -> None:
    """The sale elsewhere does not stand: what it took and is missing here never left."""
    variant = _known(sale)
    versions = {level.location: level.version for level in await stock_reads.levels(session, variant)}
    left = sale.missing
    own = min(left, sale.short - sale.of_those_absent)
    for _, place, taken in await inventory.taken_by(session, f"{sale.cause}@"):
        back = min(taken, own)
        if back:
            left, own = left - back, own - back
            row, cause = [(variant, int(place), back)], f"{sale.cause}@{place}:{versions[place]}"
            told: Any = {"actor": actor, "channel": sale.channel or None, "reason": "cancelled"}
            await stock.change(session, row, "return", now, cause=cause, d_on_hand=1, **told)
    if not left or await reads.others(session, sale):
        await stock.close_conflicts(session, StockConflict.id == sale.id, now, Ending.CANCELLED_THERE)
    await stock.settle_conflicts(session, {int(variant)}, now, Ending.CANCELLED_THERE)
    await _note(session, sale, Ending.CANCELLED_THERE, actor, now)
    await _strike(session, sale, now)


async def _strike(session: AsyncSession, sale: Standing, now: datetime) -> None:
    """A sale of nothing else is off the figures too."""
    counted = _OVER_THE_COUNTER.fullmatch(sale.cause)
    if counted is not None:
        if not await inventory.taken_by(session, f"{sale.cause}@"):
            await till.move(session, int(counted[1]), "sold", "undone", undone_at=now)
        return
    channel = await channels.by_code(session, sale.channel)
    if channel is None or not sale.cause.startswith(f"sale:{channel.id}:"):
        return
    lines = await session.scalar(
        select(ChannelSale.lines).where(
            ChannelSale.channel_id == channel.id, ChannelSale.external_id == sale.external_order
        )
    )
    if lines is not None and sum(int(line["quantity"]) for line in lines) == sale.short:
        await channel_writes.cancel_sale(session, channel.id, sale.external_order, now)


async def give_back(
    session: AsyncSession,
    about: Standing,
    chosen: Sequence[Behind],
    actor: CustomerId | None,
    how: Ending,
    now: datetime,
) -> int:
    """These orders end, all that was paid goes back, their buyers are told and are first in line for the next piece.

    Minor units on their way. The orders are locked.
    """
    if about.missing <= sum(each.pieces for each in chosen):
        own = and_(StockConflict.variant_id == about.variant, StockConflict.absent_quantity == 0)
        await stock.close_conflicts(session, own, now, how)
    minor = 0
    for each in chosen:
        order = await orders.get(session, each.order)
        minor += await fulfilment.give_up(session, order, actor, why="sold_elsewhere", reason="sold_elsewhere", now=now)
        await tell_buyer(session, order.customer, "sold_twice", str(order.id), now=now, order=order.id)
        await waiting.put_first(session, order.customer, [line.variant for line in order.lines], now)
    await _note(session, about, how, actor, now)
    return minor


async def _note(session: AsyncSession, about: Standing, how: Ending, actor: CustomerId | None, now: datetime) -> None:
    await note(session, "conflict", about.sku, after=how, by=actor, about="work", about_id=about.product, now=now)


def _known(about: Standing) -> VariantId:
    if about.variant is None:
        raise ConflictOver
    return about.variant
