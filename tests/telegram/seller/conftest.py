"""A seller's chat over a real database file."""

from collections.abc import AsyncIterator

import pytest

from bot.basics.clock import MovableClock
from bot.storage.database import Database
from tests.support.seller_chat import SellerChat, seller_chat


@pytest.fixture
async def chat(database: Database, clock: MovableClock) -> AsyncIterator[SellerChat]:
    async with seller_chat(database, clock) as opened:
        yield opened


@pytest.fixture
async def chat_without_showcase(database: Database, clock: MovableClock) -> AsyncIterator[SellerChat]:
    async with seller_chat(database, clock, showcase=None) as opened:
        yield opened
