"""Do moments, single rows and dialogs come back from both databases as they went in?"""

from datetime import UTC, datetime, timedelta, timezone

import pytest
from sqlalchemy import select
from sqlalchemy.exc import StatementError

from bot.shop.policies.tables import PolicyRow
from bot.storage.database import Database
from bot.storage.dialogs import read_dialog, write_dialog
from bot.storage.insert_once import insert_once

MOSCOW = timezone(timedelta(hours=3))


def _row(name: str, at: datetime) -> dict[str, object]:
    return {"name": name, "value": {"n": 1}, "changed_at": at}


@pytest.mark.parametrize(
    "moment",
    [
        datetime(2026, 11, 21, 12, 0, 0, 123456, tzinfo=UTC),
        datetime(2026, 11, 21, 1, 30, tzinfo=MOSCOW),
        datetime(1999, 12, 31, 23, 59, 59, tzinfo=UTC),
    ],
)
async def test_a_moment_comes_back_as_the_same_moment_in_utc(database: Database, moment: datetime) -> None:
    async with database.transaction() as session:
        await insert_once(session, PolicyRow, [_row("at", moment)], PolicyRow.name)
    async with database.reading() as session:
        kept = (await session.execute(select(PolicyRow.changed_at))).scalar_one()
        found = await session.scalar(select(PolicyRow.name).where(PolicyRow.changed_at == moment))
    assert kept == moment
    assert kept.tzinfo is UTC
    assert found == "at"


async def test_a_moment_without_a_zone_is_a_bug_and_refused(database: Database) -> None:
    naive = datetime(2026, 11, 21, 12)  # noqa: DTZ001 (this is what is refused)
    with pytest.raises((ValueError, StatementError), match="naive"):
        async with database.transaction() as session:
            await insert_once(session, PolicyRow, [_row("naive", naive)], PolicyRow.name)


async def test_inserting_once_names_the_new_rows_only_and_keeps_the_old(database: Database) -> None:
    now = database.clock.now()
    async with database.transaction() as session:
        assert await insert_once(session, PolicyRow, [], PolicyRow.name) == []
        assert await insert_once(session, PolicyRow, [_row("a", now), _row("b", now)], PolicyRow.name) == ["a", "b"]
    async with database.transaction() as session:
        later = now + timedelta(hours=1)
        assert await insert_once(session, PolicyRow, [_row("b", later), _row("c", later)], PolicyRow.name) == ["c"]
    async with database.reading() as session:
        kept = await session.execute(select(PolicyRow.name, PolicyRow.changed_at).order_by(PolicyRow.name))
        assert [tuple(row) for row in kept] == [("a", now), ("b", now), ("c", later)]


async def test_a_dialog_is_kept_changed_and_forgotten(database: Database) -> None:
    now = database.clock.now()
    async with database.transaction(aside=True) as session:
        await write_dialog(session, "1:2", "typing", {"n": 1}, now)
    async with database.transaction(aside=True) as session:
        await write_dialog(session, "1:2", None, {"n": 2}, now)
    async with database.reading() as session:
        assert await read_dialog(session, "1:2") == (None, {"n": 2})
        assert await read_dialog(session, "1:3") == (None, {})
    async with database.transaction(aside=True) as session:
        await write_dialog(session, "1:2", None, {}, now)
    async with database.reading() as session:
        assert await read_dialog(session, "1:2") == (None, {})
