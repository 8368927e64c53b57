"""Can a seller give a part of the money back by typing a sum, in his language, and does the buyer hear of it?"""

from collections.abc import AsyncIterator

import pytest
from sqlalchemy import text

from bot.basics.clock import MovableClock
from bot.basics.languages import Language
from bot.storage.database import Database
from tests.support.counter import MARIA, OWNER, Counter, counter, words

DONE: dict[Language, str] = {"ru": "возвращаем 500 ₽", "en": "500 ₽ is on its way back", "pl": "zwracamy 500 ₽"}


@pytest.fixture
async def at(database: Database, clock: MovableClock) -> AsyncIterator[Counter]:
    async with counter(database, clock) as opened:
        yield opened
        opened.assert_well_behaved()


async def _paid(at: Counter) -> None:
    product = await at.work("Ваза", pieces=3)
    await at.starts(MARIA, f"p_{product}")
    await at.press(MARIA, "⚡")
    await at.press(MARIA, "💳")
    await at.deliver()
    await at.pays()


@pytest.mark.parametrize("language", ["ru", "en", "pl"])
async def test_a_part_goes_back_and_the_order_stands(at: Counter, language: Language) -> None:
    await at.shop.customers.choose_language(at.seller, language)
    await _paid(at)
    await at.press(OWNER, "💸", at.saw(OWNER, "🆕"))
    asked = await at.press(OWNER, "✂️")
    assert "12 000" in words(asked) or "12,000" in words(asked)
    assert words(await at.says(OWNER, "много")).startswith("🙅")
    assert words(await at.says(OWNER, "12000")).startswith("🙅")
    done = words(await at.says(OWNER, "500"))
    assert DONE[language] in done
    await at.deliver()
    assert "500 ₽" in words(at.saw(MARIA, "💸"))
    assert [row["amount"]["value"] for row in at.yookassa.refunds()] == ["500.00"]
    assert await at.shop.payments.differences() == []


async def test_a_button_of_an_order_without_money_says_so(at: Counter) -> None:
    product = await at.work("Ваза", pieces=3)
    await at.starts(MARIA, f"p_{product}")
    await at.press(MARIA, "⚡")
    await at.press(MARIA, "🤝")
    await at.deliver()
    async with at.database.reading() as session:
        order = await session.scalar(text("SELECT max(id) FROM shop_order"))
    said = await at.forge(OWNER, f"so:{order}:part:0")
    assert words(said).startswith("🙅")
