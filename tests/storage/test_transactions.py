"""Does the transaction rule hold: one effect an update, none inside another, none while a partner is called?"""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest
from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession

from bot.shop.shop import Shop
from bot.storage import handling, intake
from bot.storage.database import Database, forbid_open_transaction, ring
from bot.storage.dialogs import read_dialog
from bot.storage.handling import AlreadyHandled, Dialog, Handling, OpenTransaction, SecondTransaction
from tests.support.shops import a_work, someone


class Killed(BaseException):
    """The process is gone."""


@asynccontextmanager
async def _update(database: Database, update_id: int = 7) -> AsyncIterator[Handling]:
    """An update on its way through the handlers, stored before."""
    async with database.transaction(aside=True) as session:
        await intake.accept(session, [(update_id, b"{}")], database.clock.now())
    update = Handling(update_id)
    mark = handling.current.set(update)
    try:
        yield update
    finally:
        handling.current.reset(mark)


async def _handled(database: Database) -> list[tuple[int, bool]]:
    async with database.reading() as session:
        rows = await session.execute(text("SELECT update_id, body, handled_at FROM stored_update ORDER BY update_id"))
        return [(row[0], row[1] is None and row[2] is not None) for row in rows]


async def _written(database: Database) -> list[str]:
    async with database.reading() as session:
        return list((await session.execute(text("SELECT name FROM policy ORDER BY name"))).scalars())


async def _write(session: AsyncSession, name: str = "effect") -> None:
    await session.execute(
        text("INSERT INTO policy (name, value, changed_at) VALUES (:name, '1', '2026-01-01 00:00:00')"), {"name": name}
    )


async def test_a_transaction_inside_a_transaction_is_refused(database: Database) -> None:
    async with database.transaction():
        with pytest.raises(OpenTransaction):
            async with database.transaction():
                pass
        with pytest.raises(OpenTransaction):
            async with database.transaction(aside=True):
                pass


async def test_a_partner_must_not_be_called_while_a_transaction_is_open(database: Database) -> None:
    async with database.transaction():
        with pytest.raises(OpenTransaction):
            forbid_open_transaction()
    forbid_open_transaction()
    async with database.reading():
        forbid_open_transaction()


async def test_effect_and_mark_of_an_update_are_one_commit(database: Database) -> None:
    async with _update(database) as update:
        async with database.transaction() as session:
            await _write(session)
        assert update.settled
    assert await _handled(database) == [(7, True)]
    assert await _written(database) == ["effect"]


async def test_a_second_transaction_of_one_update_is_refused(database: Database) -> None:
    async with _update(database):
        async with database.transaction() as session:
            await _write(session)
        with pytest.raises(SecondTransaction):
            async with database.transaction() as session:
                await _write(session, "second")
        async with database.transaction(aside=True) as session:
            await _write(session, "aside")
    assert await _written(database) == ["aside", "effect"]


async def test_an_update_that_another_worker_has_handled_changes_nothing(database: Database) -> None:
    async with _update(database):
        async with database.transaction(aside=True) as session:
            assert await intake.settle(session, 7, database.clock.now())
        with pytest.raises(AlreadyHandled):
            async with database.transaction() as session:
                await _write(session)
    assert await _written(database) == []


async def test_two_workers_on_one_update_write_its_effect_once(database: Database) -> None:
    async def work(name: str) -> bool:
        handling.current.set(Handling(7))
        try:
            async with database.transaction() as session:
                await _write(session, name)
        except AlreadyHandled:
            return False
        return True

    async with _update(database):
        pass
    done = await asyncio.gather(*(work(f"worker-{nth}") for nth in range(6)))
    assert sum(done) == 1
    assert len(await _written(database)) == 1


async def test_writing_aside_never_settles(database: Database) -> None:
    async with _update(database) as update:
        async with database.transaction(aside=True) as session:
            await _write(session)
        assert not update.settled
    assert await _handled(database) == [(7, False)]


@pytest.mark.parametrize("where", ["before", "inside", "after"])
async def test_killed_before_inside_or_after_its_transaction_an_update_has_its_effect_all_or_not_at_all(
    database: Database, where: str
) -> None:
    async def handle(update: Handling) -> None:
        update.dialogs["1:2"] = Dialog("typing", {}, changed=True)
        if where == "before":
            raise Killed
        async with database.transaction() as session:
            await _write(session)
            if where == "inside":
                raise Killed
        raise Killed

    async with _update(database) as update:
        with pytest.raises(Killed):
            await handle(update)
    assert await _handled(database) == [(7, where == "after")]
    assert await _written(database) == (["effect"] if where == "after" else [])
    async with database.reading() as session:
        assert (await read_dialog(session, "1:2"))[0] == ("typing" if where == "after" else None)
    # the next run of the same update
    async with _update(database):
        if where != "after":
            async with database.transaction() as session:
                await _write(session)
        else:
            with pytest.raises(AlreadyHandled):
                async with database.transaction() as session:
                    await _write(session, "again")
    assert "effect" in await _written(database)
    assert "again" not in await _written(database)


async def test_a_write_of_the_middleware_survives_a_kill_of_the_handler_and_the_update_comes_again(
    database: Database, shop: Shop
) -> None:
    async with _update(database):
        await shop.customers.recognise(1, "Мария", None, "ru")
    assert await _handled(database) == [(7, False)]
    assert (await shop.customers.recognise(1, "Мария", None, "ru")).name == "Мария"


async def test_two_use_cases_in_one_update_are_a_bug_that_is_loud(database: Database, shop: Shop) -> None:
    seller, buyer = await someone(shop), await someone(shop)
    _, variant, _ = await a_work(shop, seller)
    async with _update(database):
        await shop.cart.change(buyer, variant, 1)
        with pytest.raises(SecondTransaction):
            await shop.checkout.start(buyer, "ru")
    assert [item.quantity for item in await shop.cart.items(buyer)] == [1]


async def test_a_bell_rings_after_the_commit_and_never_after_a_failure(database: Database) -> None:
    async def ring_and_die() -> None:
        async with database.transaction() as session:
            ring(session, "outbox")
            raise Killed

    with pytest.raises(Killed):
        await ring_and_die()
    assert not database.bell("outbox").is_set()
    async with database.transaction() as session:
        ring(session, "outbox")
        assert not database.bell("outbox").is_set()
    assert database.bell("outbox").is_set()


async def test_a_reading_sees_one_snapshot_and_cannot_write(database: Database) -> None:
    count = text("SELECT count(*) FROM policy")
    async with database.reading() as session:
        before = await session.scalar(count)
        async with database.transaction() as other:
            await _write(other)
        assert await session.scalar(count) == before == 0
    with pytest.raises(Exception, match=r"(?i)read-?\s?only"):
        async with database.reading() as session:
            await _write(session)


async def test_a_cancelled_transaction_leaves_nothing_and_blocks_nobody(database: Database) -> None:
    async def endless() -> None:
        async with database.transaction() as session:
            await _write(session)
            await asyncio.sleep(60)

    for _ in range(10):
        with pytest.raises(TimeoutError):
            async with asyncio.timeout(0.02):
                await endless()
    async with asyncio.timeout(2):
        async with database.transaction() as session:
            await _write(session, "after")
    assert await _written(database) == ["after"]


async def test_an_update_is_accepted_once_blanked_when_handled_and_replayed_in_order(database: Database) -> None:
    now = database.clock.now()
    async with database.transaction(aside=True) as session:
        assert await intake.accept(session, [(3, b"c"), (1, b"a"), (2, b"b")], now) == [3, 1, 2]
    async with database.transaction(aside=True) as session:
        assert await intake.accept(session, [(2, b"other"), (4, b"d")], now) == [4]
        await intake.settle_all(session, [1], now)
        assert await intake.count_try(session, 2) == 1
        await intake.park(session, 4, now)
    async with database.transaction(aside=True) as session:
        waiting = await intake.unhandled(session)
    assert [(each.update_id, each.body, each.tries) for each in waiting] == [(2, b"b", 2), (3, b"c", 1)]
    async with database.transaction(aside=True) as session:
        await intake.forget_before(session, now)
    assert [update for update, _ in await _handled(database)] == [1, 2, 3, 4]
