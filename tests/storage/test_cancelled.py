"""Does a cancelled transaction let go of the database at once?"""

import asyncio
import gc

from bot.shop.policies.tables import PolicyRow
from bot.storage.database import Database


async def test_writers_cancelled_in_the_middle_leave_no_lock_behind(database: Database) -> None:
    async def write(number: int) -> None:
        async with database.transaction() as session:
            session.add(PolicyRow(name=f"n.{number}", value=1, changed_at=database.clock.now()))
            await session.flush()
            await asyncio.sleep(0.001)

    gc.disable()
    try:
        for number in range(60):
            task = asyncio.get_running_loop().create_task(write(number))
            await asyncio.sleep(0.0005 * (number % 7))
            task.cancel()
            await asyncio.gather(task, return_exceptions=True)
        async with asyncio.timeout(5):
            await write(1000)
    finally:
        gc.enable()
