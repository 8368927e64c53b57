"""How does the line move, and what is owed to those in it? All in the caller's transaction.

Whoever changes turns of a variant with holds locks its counters first: that puts waves, purchases and second thoughts
about one variant in a row.
"""

from collections.abc import Sequence
from datetime import datetime
from zoneinfo import ZoneInfo

from sqlalchemy import delete, insert, update
from sqlalchemy.ext.asyncio import AsyncSession

from bot.basics.ids import CustomerId, VariantId
from bot.shop.outbox.values import Lane
from bot.shop.outbox.writes import owe, owe_anew, tell_person
from bot.shop.policies.values import Policies
from bot.shop.stock import reads as stock_reads
from bot.shop.stock import writes as stock
from bot.shop.stock.values import Stage, Wanted
from bot.shop.waiting import reads, rules
from bot.shop.waiting.tables import FavouriteRow, PriceFall, PriceRequest, PriceTold, WaitingTurn
from bot.shop.waiting.values import Turn, TurnState
from bot.storage.insert_once import insert_once

UNBOUGHT = (TurnState.WAITING, TurnState.TOLD, TurnState.HOLDING)
"""Requests that a purchase or 🔕 ends."""
_AT_ONCE = 500
"""Rows of one statement: SQLite counts its parameters."""


# -- turns ---------------------------------------------------------------------------------------------------------


async def ask(
    session: AsyncSession, customer: CustomerId, variant: VariantId, now: datetime, rank: int = rules.ORDINARY
) -> None:
    """Stand in the line, once; who was told and came too late has his old place. What is free now is told at once."""
    place = await reads.told_before(session, customer, variant)
    row = {
        "customer_id": customer,
        "variant_id": variant,
        "state": TurnState.WAITING.value,
        "rank": rank,
        "asked_at": place or now,
        "wave": 0,
    }
    await insert_once(session, WaitingTurn, [row], WaitingTurn.id)
    answered = await reads.turns_of(session, customer, [variant], TurnState.TOLD)
    await _move(session, answered, TurnState.LEFT)
    if rank == rules.FIRST:
        waiting = await reads.turns_of(session, customer, [variant], TurnState.WAITING)
        await _move(session, waiting, TurnState.WAITING, rank=rank)
    await stock.owe_freed(session, [variant], now)


async def leave(
    session: AsyncSession,
    customer: CustomerId,
    variant: VariantId,
    now: datetime,
    of: Sequence[TurnState] = (TurnState.WAITING, TurnState.HOLDING),
) -> bool:
    """Out of the line; a personal hold is free at once. False when there was nothing to leave."""
    return await _end(session, customer, [variant], of, TurnState.LEFT, now)


async def redeem(session: AsyncSession, customer: CustomerId, variants: Sequence[VariantId], now: datetime) -> None:
    """Whoever begins to buy is served: what is held for him is free within this transaction, to be held anew by it."""
    await _end(session, customer, variants, UNBOUGHT, TurnState.SERVED, now)


async def _end(
    session: AsyncSession,
    customer: CustomerId,
    variants: Sequence[VariantId],
    of: Sequence[TurnState],
    end: TurnState,
    now: datetime,
) -> bool:
    if not await reads.turns_of(session, customer, variants, *of):
        return False
    await stock.lock(session, variants)
    turns = await reads.turns_of(session, customer, variants, *of)
    await _move(session, turns, end)
    for turn in turns:
        if turn.state is TurnState.HOLDING and turn.hold_cause:
            await stock.release_manual(session, turn.hold_cause, now)
    return bool(turns)


async def put_first(session: AsyncSession, customer: CustomerId, variants: Sequence[VariantId], now: datetime) -> None:
    """Somebody has paid and cannot have them: the first place in the line of those that are gone."""
    for variant, free in (await stock_reads.availability(session, variants)).items():
        if free.available <= 0:
            await ask(session, customer, variant, now, rules.FIRST)


async def wave(session: AsyncSession, variant: VariantId, policies: Policies, now: datetime) -> datetime | None:
    """Tell those whose turn it is of the pieces that are free now. When to look again, if others wait for the rest.

    Twice is once: those who were told a moment ago count against what is free.
    """
    await stock.lock(session, [variant])
    await _close_holds(session, variant, now)
    exclusive = await reads.is_exclusive(session, variant)
    free = max((await stock_reads.availability(session, [variant]))[variant].available, 0)
    if exclusive is None or not free:
        return None
    start = rules.awake(now, ZoneInfo(policies.timezone))
    if exclusive:
        for turn in await reads.next_in_line(session, variant, free):
            await _hold(session, turn, start + policies.waiting_hold, now)
        return None
    thinking = await reads.thinking_until(session, variant, now)
    room = rules.room(free, policies.waiting_people, len(thinking))
    line = await reads.next_in_line(session, variant, room + 1)
    until = start + policies.waiting_pause
    for turn in line[:room]:
        await _tell(session, turn, TurnState.TOLD, until, now)
    return min([*thinking, until]) if len(line) > room else None


async def _hold(session: AsyncSession, turn: Turn, until: datetime, now: datetime) -> None:
    """One piece for one person, for a while."""
    cause = rules.hold_cause(turn.id, turn.wave + 1)
    await stock.reserve(
        session,
        [Wanted(turn.variant, 1)],
        cause=cause,
        stage=Stage.MANUAL,
        expires_at=until,
        now=now,
        customer=turn.customer,
    )
    await _tell(session, turn, TurnState.HOLDING, until, now, f"{cause}:{turn.variant}")


async def _tell(
    session: AsyncSession, turn: Turn, state: TurnState, until: datetime, now: datetime, cause: str | None = None
) -> None:
    wave = turn.wave + 1
    await _move(session, [turn], state, wave=wave, told_at=now, until=until, hold_cause=cause)
    ids = {"turn": turn.id, "wave": wave, "variant": turn.variant}
    await tell_person(session, turn.customer, "back", f"{turn.id}:{wave}", now=now, **ids)


async def _close_holds(session: AsyncSession, variant: VariantId, now: datetime) -> None:
    """Holds that are over: let run out, or taken away by a sale elsewhere; those keep their place in the line."""
    for turn in await reads.over_holds(session, variant):
        ran_out = turn.until is not None and turn.until <= now
        await _move(session, [turn], TurnState.LAPSED if ran_out else TurnState.WAITING)
        what = "turn_over" if ran_out else "turn_lost"
        await tell_person(session, turn.customer, what, f"{turn.id}:{turn.wave}", now=now, turn=turn.id, wave=turn.wave)


async def put_back(session: AsyncSession, turn: Turn, now: datetime) -> None:
    """He could not be told in time: his old place in the line, unless he stands in it again already."""
    if await reads.turns_of(session, turn.customer, [turn.variant], TurnState.WAITING, TurnState.HOLDING):
        return
    await _move(session, [turn], TurnState.WAITING)
    await stock.owe_freed(session, [turn.variant], now)


async def _move(session: AsyncSession, turns: Sequence[Turn], state: TurnState, **values: object) -> None:
    if turns:
        await session.execute(
            update(WaitingTurn)
            .where(WaitingTurn.id.in_([turn.id for turn in turns]))
            .values(state=state.value, **values)
        )


# -- favourites ----------------------------------------------------------------------------------------------------


async def add_favourite(session: AsyncSession, customer: CustomerId, variant: VariantId, now: datetime) -> None:
    row = {"customer_id": customer, "variant_id": variant, "added_at": now}
    await insert_once(session, FavouriteRow, [row], FavouriteRow.variant_id)


async def drop_favourite(session: AsyncSession, customer: CustomerId, variant: VariantId) -> bool:
    """False when it was none."""
    dropped = await session.scalar(
        delete(FavouriteRow)
        .where(FavouriteRow.customer_id == customer, FavouriteRow.variant_id == variant)
        .returning(FavouriteRow.variant_id)
    )
    return dropped is not None


# -- prices --------------------------------------------------------------------------------------------------------


async def note_request(session: AsyncSession, customer: CustomerId, *, wanted: bool, now: datetime) -> None:
    """The person's word about messages of lower prices: one more row."""
    await session.execute(
        insert(PriceRequest).values(customer_id=customer, wanted=wanted, text_version=rules.CONSENT_VERSION, at=now)
    )


async def note_price(session: AsyncSession, variant: VariantId, before: int, after: int, now: datetime) -> None:
    """A work on show has another price, minor units: a fall that is worth it will be told."""
    if not rules.is_fall(before, after):
        return
    fall = await session.scalar(
        insert(PriceFall)
        .values(variant_id=variant, before_minor=before, after_minor=after, at=now)
        .returning(PriceFall.id)
    )
    due_at = now + rules.SETTLES
    await owe(session, "price.fall", f"price.fall:{fall}", {"fall": fall}, now=now, due_at=due_at, lane=Lane.MARKETING)


async def owe_news(session: AsyncSession, people: Sequence[CustomerId], now: datetime) -> None:
    """Owe each of these people one message about prices, however many have fallen."""
    for start in range(0, len(people), _AT_ONCE):
        keyed = [
            (f"person:cheaper:{person}", {"customer": person, "what": "cheaper"})
            for person in people[start : start + _AT_ONCE]
        ]
        await owe_anew(session, "tell.person", keyed, now=now, due_at=now, lane=Lane.MARKETING)


async def claim_falls(session: AsyncSession, customer: CustomerId, falls: Sequence[int], now: datetime) -> None:
    """From now on he has been told of them."""
    rows = [{"customer_id": customer, "fall_id": fall, "at": now} for fall in falls]
    await insert_once(session, PriceTold, rows, PriceTold.fall_id)


async def give_back(session: AsyncSession, customer: CustomerId, at: datetime) -> None:
    """That message has certainly not gone out: its falls are news again."""
    await session.execute(delete(PriceTold).where(PriceTold.customer_id == customer, PriceTold.at == at))
