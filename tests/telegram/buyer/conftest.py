"""A counter of one's own for each test."""

from collections.abc import AsyncIterator

import pytest

from bot.basics.clock import MovableClock
from bot.storage.database import Database
from tests.support.counter import Counter, counter


@pytest.fixture
async def at(database: Database, clock: MovableClock) -> AsyncIterator[Counter]:
    """Whatever a test does there, no tap stays unanswered and Telegram finds nothing to refuse."""
    async with counter(database, clock) as opened:
        yield opened
        opened.assert_well_behaved()
