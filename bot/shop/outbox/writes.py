"""How is work owed, taken and finished?"""

from collections.abc import Sequence
from datetime import datetime, timedelta
from functools import cache
from typing import Any, Final

from sqlalchemy import Insert, or_, select, update
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.ext.asyncio import AsyncSession

from bot.shop.outbox.tables import OutboxRow
from bot.shop.outbox.values import Lane, Owed
from bot.storage.database import ring

BELL = "outbox"
_INSERTS: Final[dict[str, Any]] = {"postgresql": postgresql.insert, "sqlite": sqlite.insert}


def _row(
    topic: str, key: str, payload: dict[str, Any], now: datetime, due_at: datetime | None, queue: str, lane: Lane
) -> dict[str, Any]:
    return {
        "topic": topic,
        "key": key,
        "payload": payload,
        "queue": queue or key,
        "lane": lane,
        "due_at": due_at or now,
        "created_at": now,
        "open": True,
        "version": 1,
        "tries": 0,
        "parked": False,
    }


async def owe(
    session: AsyncSession,
    topic: str,
    key: str,
    payload: dict[str, Any],
    *,
    now: datetime,
    due_at: datetime | None = None,
    queue: str = "",
    lane: Lane = Lane.TRANSACTIONAL,
) -> None:
    """Owe this work once: the same key a second time, even after it was done, adds nothing."""
    await _owe_once(session, [_row(topic, key, payload, now, due_at, queue, lane)])


async def _owe_once(session: AsyncSession, rows: Sequence[dict[str, Any]]) -> None:
    await session.execute(_once(session.get_bind().dialect.name), list(rows))
    ring(session, BELL)


async def owe_each(
    session: AsyncSession,
    topic: str,
    keyed: Sequence[tuple[str, str, dict[str, Any]]],
    *,
    now: datetime,
    lane: Lane = Lane.TRANSACTIONAL,
) -> None:
    """As `owe`, for several (key, queue, payload) in one statement."""
    rows = [_row(topic, key, payload, now, None, queue, lane) for key, queue, payload in keyed]
    if rows:
        await _owe_once(session, rows)


async def tell_buyer(
    session: AsyncSession,
    customer: int,
    what: str,
    key: str,
    *,
    now: datetime,
    due_at: datetime | None = None,
    **fields: Any,
) -> None:
    """Owe one person one service message; it is worded when it is sent, in the language they read then."""
    payload = {"customer": customer, "what": what, **fields}
    await owe(session, "tell.buyer", f"{what}:{key}", payload, now=now, due_at=due_at, queue=f"customer:{customer}")


async def tell_person(session: AsyncSession, customer: int, what: str, key: str, *, now: datetime, **ids: Any) -> None:
    """As `tell_buyer`, for what is about no order: `bot.telegram.buyer.notices` knows its words."""
    payload = {"customer": customer, "what": what, **ids}
    await owe(session, "tell.person", f"person:{what}:{key}", payload, now=now, queue=f"customer:{customer}")


async def tell_sellers(
    session: AsyncSession, what: str, key: str, *, now: datetime, due_at: datetime | None = None, **fields: Any
) -> None:
    """Owe every seller one alert."""
    payload = {"what": what, **fields}
    await owe(session, "tell.sellers", f"sellers:{what}:{key}", payload, now=now, due_at=due_at, lane=Lane.SELLER)


async def tell_both(session: AsyncSession, customer: int, buyer: str, sellers: str, order: int, now: datetime) -> None:
    """As `tell_buyer` and `tell_sellers`, of one order and in one statement."""
    told, alert = {"customer": customer, "what": buyer, "order": order}, {"what": sellers, "order": order}
    alert_key, queue = f"sellers:{sellers}:{order}", f"customer:{customer}"
    rows = [
        _row("tell.buyer", f"{buyer}:{order}", told, now, None, queue, Lane.TRANSACTIONAL),
        _row("tell.sellers", alert_key, alert, now, None, "", Lane.SELLER),
    ]
    await _owe_once(session, rows)


async def owe_anew(
    session: AsyncSession,
    topic: str,
    keyed: Sequence[tuple[str, dict[str, Any]]],
    *,
    now: datetime,
    due_at: datetime,
    queue: str = "",
    lane: Lane = Lane.TRANSACTIONAL,
) -> None:
    """Owe a refresh: many in a short time are one, and one that arrives during the work repeats it."""
    if not keyed:
        return
    rows = [_row(topic, key, payload, now, due_at, queue, lane) for key, payload in sorted(keyed)]
    await session.execute(_anew(session.get_bind().dialect.name), rows)
    ring(session, BELL)


@cache
def _once(dialect: str) -> Insert:
    """Statements that every purchase runs, built once."""
    made: Insert = _INSERTS[dialect](OutboxRow.__table__).on_conflict_do_nothing()
    return made


@cache
def _anew(dialect: str) -> Insert:
    statement, owed = _INSERTS[dialect](OutboxRow.__table__), OutboxRow.__table__.c
    made: Insert = statement.on_conflict_do_update(
        index_elements=["key"],
        set_={
            "open": True,
            "version": owed.version + 1,
            "tries": 0,
            "parked": False,
            "due_at": statement.excluded.due_at,
            "payload": statement.excluded.payload,
        },
        # a refresh that is waiting already covers this change, unless it waits for longer
        where=or_(
            owed.open.is_(False),
            owed.leased_until.is_not(None),
            owed.due_at > statement.excluded.due_at,
        ),
    )
    return made


async def claim(session: AsyncSession, now: datetime, limit: int, lease: timedelta) -> list[Owed]:
    """Lease what is due, first owed first. A dead worker's lease ends by itself."""
    due = (
        select(OutboxRow.id)
        .where(
            OutboxRow.open,
            OutboxRow.due_at <= now,
            or_(OutboxRow.leased_until.is_(None), OutboxRow.leased_until <= now),
        )
        .order_by(OutboxRow.lane, OutboxRow.due_at, OutboxRow.id)
        .limit(limit)
        .with_for_update(skip_locked=True)
    )
    rows = (
        await session.execute(
            update(OutboxRow)
            .where(OutboxRow.id.in_(due.scalar_subquery()))
            .values(leased_until=now + lease)
            .returning(
                OutboxRow.id,
                OutboxRow.key,
                OutboxRow.topic,
                OutboxRow.queue,
                OutboxRow.lane,
                OutboxRow.payload,
                OutboxRow.version,
                OutboxRow.tries,
            )
        )
    ).all()
    return sorted((Owed(*row) for row in rows), key=lambda row: (row.lane, row.id))


async def free_leases(session: AsyncSession) -> None:
    """Whoever leased these rows is gone."""
    await session.execute(
        update(OutboxRow).where(OutboxRow.open, OutboxRow.leased_until.is_not(None)).values(leased_until=None)
    )


async def finish(session: AsyncSession, row: Owed, now: datetime) -> None:
    """Done, unless it was owed anew meanwhile."""
    await session.execute(
        update(OutboxRow)
        .where(OutboxRow.id == row.id, OutboxRow.version == row.version)
        .values(open=False, leased_until=None, ended_at=now, error=None)
    )
    await _let_go(session, row)


async def _let_go(session: AsyncSession, row: Owed) -> None:
    """What was owed anew while it was done is free to be taken again."""
    await session.execute(
        update(OutboxRow).where(OutboxRow.id == row.id, OutboxRow.version != row.version).values(leased_until=None)
    )


async def postpone(session: AsyncSession, row: Owed, due_at: datetime, *, error: str | None, tries: int) -> None:
    """Come back at that moment; at once if it was owed anew meanwhile."""
    await session.execute(
        update(OutboxRow)
        .where(OutboxRow.id == row.id, OutboxRow.open, OutboxRow.version == row.version)
        .values(leased_until=None, due_at=due_at, error=error, tries=tries)
    )
    await _let_go(session, row)


async def park(session: AsyncSession, row: Owed, now: datetime, error: str) -> None:
    """Give up after the last try, unless it was owed anew meanwhile; the error stays for the seller to see."""
    await session.execute(
        update(OutboxRow)
        .where(OutboxRow.id == row.id, OutboxRow.open, OutboxRow.version == row.version)
        .values(open=False, parked=True, leased_until=None, ended_at=now, error=error, tries=OutboxRow.tries + 1)
    )
    await _let_go(session, row)


async def forget_before(session: AsyncSession, moment: datetime) -> None:
    """Blank what ended work carried: it names people. The key stays, so that nothing is owed twice."""
    await session.execute(
        update(OutboxRow).where(OutboxRow.open.is_(False), OutboxRow.ended_at < moment).values(payload={})
    )
