"""A seller's channel over a real database file."""

from collections.abc import AsyncIterator

import pytest

from bot.basics.clock import MovableClock
from bot.storage.database import Database
from tests.support.channel import Channel, channel


@pytest.fixture
async def here(database: Database, clock: MovableClock) -> AsyncIterator[Channel]:
    async with channel(database, clock) as opened:
        yield opened
