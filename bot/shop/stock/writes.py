"""Who may change the counters? Only this module, and every change leaves a movement with its cause.

The guard is one statement, the same on both databases: a read followed by an update sells one piece to many.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import ColumnElement, and_, bindparam, or_, select, true, update
from sqlalchemy.ext.asyncio import AsyncSession

from bot.basics.ids import CustomerId, LocationId, OrderId, VariantId
from bot.shop.outbox.writes import owe_anew
from bot.shop.stock import reads
from bot.shop.stock.errors import SoldOut
from bot.shop.stock.reads import AVAILABLE
from bot.shop.stock.rules import merged
from bot.shop.stock.tables import Reservation, StockConflict, StockLevel, StockMovement
from bot.shop.stock.values import Stage, Wanted
from bot.storage.database import writes_alone
from bot.storage.insert_once import insert_all, insert_once

REFRESH_AFTER = timedelta(seconds=1)
"""Changes within this time are one refresh of a post."""


async def lock(session: AsyncSession, variants: Collection[int], orders: Collection[int] = ()) -> None:
    """Counters of these variants and of all that these orders hold, in the one order of locking.

    For whoever changes them in more than one step. Orders are locked before any counter is.
    """
    if writes_alone(session):
        return
    held = select(Reservation.variant_id).where(Reservation.order_id.in_(orders), Reservation.state == "held")
    await session.execute(
        select(StockLevel.variant_id)
        .where(or_(StockLevel.variant_id.in_(variants), StockLevel.variant_id.in_(held)))
        .order_by(StockLevel.variant_id, StockLevel.location_id)
        .with_for_update()
    )


async def reserve(
    session: AsyncSession,
    lines: Iterable[Wanted],
    *,
    cause: str,
    stage: Stage,
    expires_at: datetime | None,
    now: datetime,
    customer: CustomerId | None = None,
    order: OrderId | None = None,
) -> None:
    """Hold all lines or none. Twice with one cause is once. Raises SoldOut and leaves the caller to roll back."""
    wanted = merged(lines)
    causes = [f"{cause}:{line.variant}" for line in wanted]
    if await session.scalar(select(Reservation.id).where(Reservation.cause.in_(causes)).limit(1)):
        return
    taken = await take(session, wanted, now)
    await note_hold(
        session, taken, cause=cause, stage=stage, expires_at=expires_at, now=now, customer=customer, order=order
    )


Taken = Sequence[tuple[Wanted, int]]
"""Lines, and the place at which each was taken off the counters."""


async def take(session: AsyncSession, lines: Iterable[Wanted], now: datetime) -> Taken:
    """The first half of `reserve`, guarded: all lines are off the counters, and nobody knows yet for whom.

    Raises SoldOut and leaves the caller to roll back.
    """
    return [(line, await _take(session, line, now)) for line in merged(lines)]


async def note_hold(
    session: AsyncSession,
    taken: Taken,
    *,
    cause: str,
    stage: Stage,
    expires_at: datetime | None,
    now: datetime,
    customer: CustomerId | None = None,
    order: OrderId | None = None,
) -> None:
    """The second half: for whom, why and until when. A cause that is new, in the transaction that took them."""
    held = [
        {
            "cause": f"{cause}:{line.variant}",
            "customer_id": customer,
            "order_id": order,
            "variant_id": line.variant,
            "location_id": place,
            "quantity": line.quantity,
            "stage": stage.value,
            "state": "held",
            "expires_at": expires_at,
            "created_at": now,
        }
        for line, place in taken
    ]
    await insert_all(session, Reservation, held)
    moves = [
        _move(f"{cause}:{line.variant}", "reserve", line.variant, place, now, order, d_reserved=line.quantity)
        for line, place in taken
    ]
    await _record(session, moves)


async def _take(session: AsyncSession, line: Wanted, now: datetime) -> int:
    """Guarded: the place that the pieces were held at. A second look covers a place emptied meanwhile."""
    place = (
        select(StockLevel.location_id)
        .where(StockLevel.variant_id == line.variant, line.quantity <= AVAILABLE)
        .order_by(StockLevel.location_id)
        .limit(1)
        .scalar_subquery()
    )
    for _ in range(2):
        taken = await session.scalar(
            update(StockLevel)
            .where(StockLevel.variant_id == line.variant, StockLevel.location_id == place, line.quantity <= AVAILABLE)
            .values(reserved=StockLevel.reserved + line.quantity, version=StockLevel.version + 1, changed_at=now)
            .returning(StockLevel.location_id)
        )
        if taken is not None:
            return int(taken)
        left = (await reads.availability(session, [line.variant]))[line.variant].available
        if left < line.quantity:
            break
    raise SoldOut(line.variant, max(left, 0))


async def extend(session: AsyncSession, order: OrderId, stage: Stage, expires_at: datetime | None) -> None:
    """Move the end of an order's hold; with another stage other rules for its end apply."""
    await session.execute(
        update(Reservation)
        .where(Reservation.order_id == order, Reservation.state == "held")
        .values(stage=stage.value, expires_at=expires_at)
    )


async def release(session: AsyncSession, order: OrderId, now: datetime, *, expired: bool = False) -> bool:
    """Give an order's held pieces back. False when nothing was held. Twice is once."""
    rows = await _end(session, Reservation.order_id == order, "held", "expired" if expired else "released")
    await change(session, rows, "release", now, d_reserved=-1)
    await settle_conflicts(session, {row[0] for row in rows}, now, "released")
    return bool(rows)


async def release_manual(session: AsyncSession, cause: str, now: datetime) -> bool:
    """End a set-aside."""
    variant = await session.scalar(select(Reservation.variant_id).where(Reservation.cause == cause))
    await lock(session, [variant] if variant is not None else [])
    rows = await _end(session, Reservation.cause == cause, "held", "expired")
    await change(session, rows, "release", now, d_reserved=-1)
    await settle_conflicts(session, {row[0] for row in rows}, now, "released")
    return bool(rows)


async def allocate(session: AsyncSession, order: OrderId, now: datetime) -> bool:
    """Held pieces become promised for good. False when nothing is held. Twice is once."""
    rows = await _end(session, Reservation.order_id == order, "held", "committed")
    await change(session, rows, "allocate", now, d_reserved=-1, d_allocated=1)
    return bool(rows)


async def hand_over(session: AsyncSession, order: OrderId, now: datetime, actor: CustomerId | None) -> bool:
    """Promised pieces leave the house. False when none is promised.

    A piece that the books had as gone, yet stands here, is counted first: the conflict about it is over.
    """
    rows = await _end(session, Reservation.order_id == order, "committed", "released")
    for variant, place, quantity, cause, _ in rows:
        missing = quantity - await on_hand(session, variant, place)
        if missing > 0:
            found = [(variant, place, missing)]
            await change(session, found, "found", now, actor=actor, cause=f"{cause}:found", d_on_hand=1)
    await change(session, rows, "hand_over", now, actor=actor, d_allocated=-1, d_on_hand=-1)
    await settle_conflicts(session, {row[0] for row in rows}, now, "handed_over")
    return bool(rows)


async def put_back(session: AsyncSession, order: OrderId, now: datetime, actor: CustomerId | None) -> bool:
    """Promised pieces of an ended order are for sale again."""
    rows = await _end(session, Reservation.order_id == order, "committed", "released")
    await change(session, rows, "put_back", now, actor=actor, d_allocated=-1)
    await settle_conflicts(session, {row[0] for row in rows}, now, "put_back")
    return bool(rows)


async def take_back(session: AsyncSession, order: OrderId, now: datetime, actor: CustomerId | None) -> None:
    """Pieces that this order took out of the house are here again, for sale."""
    rows = await reads.handed_out(session, order)
    await change(session, rows, "return", now, actor=actor, d_on_hand=1)
    await settle_conflicts(session, {row[0] for row in rows}, now, "returned")


async def on_hand(session: AsyncSession, variant: int, place: int) -> int:
    """How many are there, and stay there until the end of this transaction."""
    level = select(StockLevel.on_hand).where(StockLevel.variant_id == variant, StockLevel.location_id == place)
    return int(await session.scalar(level.with_for_update()) or 0)


async def renumber(session: AsyncSession, variant: VariantId) -> None:
    """Say its numbers again in the feed of changes: what a channel may offer of them has changed."""
    await session.execute(
        update(StockLevel).where(StockLevel.variant_id == variant).values(version=StockLevel.version + 1)
    )


async def open_level(session: AsyncSession, variant: VariantId, location: LocationId, now: datetime) -> None:
    """The row of counters is there. Twice is once."""
    row = {"variant_id": variant, "location_id": location, "changed_at": now, "version": 0}
    zero = dict.fromkeys(("on_hand", "unavailable", "allocated", "reserved", "incoming"), 0)
    await insert_once(session, StockLevel, [{**row, **zero}], StockLevel.variant_id)


async def open_conflict(
    session: AsyncSession, variant: VariantId | None, sku: str, short: int, *, cause: str, now: datetime, **told: Any
) -> int | None:
    """More is promised than there is. The id of the new conflict; None when this cause opened one before.

    `told`: where it was sold and under which number, how many never were here, until when it is decided.
    """
    about = {"variant_id": variant, "sku": sku, "short_quantity": short, "cause": cause}
    row = {**about, "opened_at": now, "state": "open", **told}
    opened = await insert_once(session, StockConflict, [row], StockConflict.id)
    return opened[0] if opened else None


async def settle_conflicts(session: AsyncSession, variants: set[int], now: datetime, how: str) -> None:
    """Close the conflicts of variants of which nothing is missing any more.

    What never was here stays missing where it was sold, until the seller decides or counts.
    """
    told = true() if how == "counted" else StockConflict.absent_quantity == 0
    await close_conflicts(session, and_(StockConflict.variant_id.in_(variants), told, reads.ENOUGH), now, how)


async def close_conflicts(session: AsyncSession, which: ColumnElement[bool], now: datetime, how: str) -> list[int]:
    """Compare and set: the ids of those that were open until now."""
    closed = await session.scalars(
        update(StockConflict)
        .where(which, StockConflict.state == "open")
        .values(state="resolved", resolution=how, resolved_at=now)
        .returning(StockConflict.id)
        .execution_options(synchronize_session=False)
    )
    return sorted(closed)


async def _end(
    session: AsyncSession, which: Any, state: str, becomes: str
) -> list[tuple[int, int, int, str, int | None]]:
    """(variant, place, quantity, cause, order) of the reservations that leave `state`, in locking order."""
    rows = await session.execute(
        update(Reservation)
        .where(which, Reservation.state == state)
        .values(state=becomes)
        .returning(
            Reservation.variant_id,
            Reservation.location_id,
            Reservation.quantity,
            Reservation.cause,
            Reservation.order_id,
        )
    )
    return sorted(row for row in rows)


async def change(
    session: AsyncSession,
    rows: Sequence[tuple[Any, ...]],
    kind: str,
    now: datetime,
    *,
    actor: CustomerId | None = None,
    cause: str = "",
    reason: str | None = None,
    channel: str | None = None,
    occurred_at: datetime | None = None,
    **signs: int,
) -> None:
    """Change counters by quantity × sign, row by row in locking order, and record the movements.

    The only way to a counter. Rows: (variant, place, quantity), or those of a reservation. No sign: the movement alone.
    """
    counters = {name.removeprefix("d_"): sign for name, sign in signs.items()}
    movements = []
    for variant, place, quantity, *held in rows:
        if counters:
            await session.execute(
                update(StockLevel)
                .where(StockLevel.variant_id == variant, StockLevel.location_id == place)
                .values(
                    version=StockLevel.version + 1,
                    changed_at=now,
                    **{name: getattr(StockLevel, name) + sign * quantity for name, sign in counters.items()},
                )
            )
        movement = _move(
            cause or f"{held[0]}:{kind}",
            kind,
            VariantId(variant),
            place,
            now,
            held[1] if held else None,
            **{name: sign * quantity for name, sign in signs.items()},
        )
        movements.append(
            movement | {"actor": actor, "reason": reason, "channel": channel, "occurred_at": occurred_at or now}
        )
    await _record(session, movements)


async def change_each(
    session: AsyncSession,
    rows: Sequence[tuple[int, int, int, str]],
    kind: str,
    now: datetime,
    *,
    actor: CustomerId | None = None,
    occurred_at: datetime | Mapping[str, datetime] | None = None,
) -> None:
    """As `change`, for many at once: (variant, place, by how many there are more, cause); times: one, or by cause."""
    told = sorted((variant, place, by) for variant, place, by, _ in rows if by)
    if told:
        await (await session.connection()).execute(
            update(StockLevel)
            .where(StockLevel.variant_id == bindparam("of"), StockLevel.location_id == bindparam("at"))
            .values(version=StockLevel.version + 1, changed_at=now, on_hand=StockLevel.on_hand + bindparam("by")),
            [{"of": variant, "at": place, "by": by} for variant, place, by in told],
        )
    at = occurred_at if isinstance(occurred_at, Mapping) else {row[3]: occurred_at or now for row in rows}
    moves = [_move(cause, kind, VariantId(each), place, now, None, d_on_hand=by) for each, place, by, cause in rows]
    await _record(session, [move | {"actor": actor, "occurred_at": at[move["cause"]]} for move in moves])


def _move(
    cause: str, kind: str, variant: VariantId, place: int, now: datetime, order: int | None, **deltas: int
) -> dict[str, Any]:
    zero = dict.fromkeys(("d_on_hand", "d_unavailable", "d_allocated", "d_reserved"), 0)
    return {
        **zero,
        **deltas,
        "cause": cause,
        "kind": kind,
        "variant_id": variant,
        "location_id": place,
        "order_id": order,
        "occurred_at": now,
        "recorded_at": now,
        "actor": None,
        "reason": None,
        "channel": None,
    }


async def _record(session: AsyncSession, movements: list[dict[str, Any]]) -> None:
    """Append, and owe a look at everything that shows these variants."""
    if not movements:
        return
    await insert_all(session, StockMovement, movements)
    now = movements[0]["recorded_at"]
    await owe_changed(session, {movement["variant_id"] for movement in movements}, now)
    await owe_freed(session, {movement["variant_id"] for movement in movements if _frees(movement)}, now)


def _frees(movement: dict[str, Any]) -> bool:
    taken = movement["d_unavailable"] + movement["d_allocated"] + movement["d_reserved"]
    return bool(movement["d_on_hand"] > taken)


async def owe_freed(session: AsyncSession, variants: Iterable[int], now: datetime) -> None:
    """Owe a look at who waits for these variants: pieces of them have come free."""
    rows = [(f"waiting.wave:{variant}", {"variant": variant}) for variant in sorted(set(variants))]
    await owe_anew(session, "waiting.wave", rows, now=now, due_at=now)


async def owe_changed(session: AsyncSession, variants: Iterable[int], now: datetime) -> None:
    """Owe one refresh of whatever shows these variants, however often they change meanwhile."""
    await owe_anew(
        session,
        "product.changed",
        [(f"variant:{variant}", {"variant": variant}) for variant in sorted(set(variants))],
        now=now,
        due_at=now + REFRESH_AFTER,
    )
