"""A counter whose updates come as Telegram brings them at its worst."""

from collections.abc import AsyncIterator

import pytest

from bot.basics.clock import MovableClock
from bot.storage.database import Database
from tests.support.counter import Counter, counter


@pytest.fixture
async def at(database: Database, clock: MovableClock) -> AsyncIterator[Counter]:
    async with counter(database, clock) as opened:
        yield opened
        opened.assert_well_behaved()
        await opened.assert_nothing_failed()
