"""Does a seller go through the cards of a place, see the differences, and find the count again after a restart?"""

from datetime import timedelta

import pytest

from bot.basics.clock import MovableClock
from bot.basics.nursery import Nursery
from bot.storage.database import Database
from bot.telegram.dispatcher import House, build_dispatcher
from bot.telegram.intake import Intake
from bot.telegram.texts import load_texts
from tests.support.seller_chat import SELLER, ZONE, SellerChat, labels, said, seller_chat
from tests.support.shops import STUDIO, a_work


def plain(text: str) -> str:
    return text.replace("\u00a0", " ")


async def _begin(chat: SellerChat) -> None:
    await chat.says("/desk")
    await chat.presses("🏷")
    await chat.presses("📋")
    await chat.presses("📍")


@pytest.mark.parametrize("language", ["ru", "en", "pl"])
async def test_as_expected_by_one_tap_fewer_by_two_and_a_number_by_typing(
    database: Database, clock: MovableClock, language: str
) -> None:
    async with seller_chat(database, clock, language=language) as chat:
        await chat.says("/start")
        seller = await chat.seller_id()
        variants = [(await a_work(chat.shop, seller, title=f"Работа {n}", pieces=12))[1] for n in range(3)]
        await _begin(chat)
        assert "1" in said(chat.last)
        await chat.presses("✅")
        assert "Работа 1" in said(chat.last)
        await chat.presses("➖")
        await chat.presses("➖")
        await chat.presses("➕")
        assert any("11" in label for label in labels(chat.last) if label.startswith("✅"))
        await chat.presses("✅")
        assert said(await chat.says("много")).startswith("🙅")
        outcome = await chat.says("30")
        assert said(outcome).startswith("🏁")
        assert "12 → 11" in plain(said(outcome))
        assert "12 → 30" in plain(said(outcome))
        assert "Работа 0" not in said(outcome)
        free = await chat.shop.stock.availability(variants)
        assert [each.on_hand for each in free.values()] == [12, 12, 12]
        await chat.presses("◀️")
        assert "Работа 2" in said(chat.last)
        await chat.presses("🏁")
        assert said(await chat.presses("✅")).startswith("📋")
        free = await chat.shop.stock.availability(variants)
        assert [each.on_hand for each in free.values()] == [12, 11, 30]
        assert await chat.shop.stock.differences() == []


async def test_a_count_goes_on_after_a_restart_and_may_be_dropped(database: Database, clock: MovableClock) -> None:
    async with seller_chat(database, clock) as chat:
        seller = await chat.seller_id()
        for number in range(3):
            await a_work(chat.shop, seller, title=f"Работа {number}", pieces=2)
        await chat.shop.pickup.add(STUDIO)
        await _begin(chat)
        await chat.presses("✅")
        nursery = Nursery()  # everything that a process remembers is new
        house = House(chat.shop, database, load_texts(), "ru", frozenset({SELLER}), ZONE, clock, None)
        chat.intake = Intake(chat.bot, build_dispatcher(house, nursery), database, nursery)
        await chat.intake.start()
        await chat.presses("✅")
        assert "3 из 3" in plain(said(chat.last))
        await chat.presses("◀️")
        await chat.says("/desk")
        await chat.presses("🏷")
        places = await chat.presses("📋")
        assert any("2/3" in label for label in labels(places))
        await chat.presses("📍")
        assert "3 из 3" in plain(said(chat.last))
        await chat.presses("⏭")
        assert "3 из 3" in plain(said(chat.last))
        await chat.presses("🏁")
        assert "Не посчитано: 1" in plain(said(chat.last))
        await chat.presses("🗑")
        await chat.presses("⬅️")
        await chat.presses("🗑")
        assert said(await chat.presses("🗑")).startswith("📋")
        assert await chat.shop.counting.rounds() == []
        for forged in (
            "ns:999",
            "nl:1:1:5",
            "nw:1:1:5:0",
            "nt:1:1:0",
            "nt:9:1:1",
            "ne:1",
            "na:1",
            "nd:9:1",
            "nw:1:1:-1:0",
        ):
            await chat.forges_work(forged)
        assert await chat.shop.stock.differences() == []
        await nursery.close()


async def test_a_piece_sold_between_the_card_and_the_tap_is_not_counted_back(
    chat: SellerChat, clock: MovableClock
) -> None:
    _, variant, sku = await a_work(chat.shop, await chat.seller_id(), pieces=5)
    await _begin(chat)
    card = chat.last
    clock.move(timedelta(seconds=30))
    await chat.says(f"/sold {sku} 1")
    clock.move(timedelta(seconds=30))
    await chat.presses("✅", card)
    await chat.presses("✅")
    assert (await chat.shop.stock.availability([variant]))[variant].on_hand == 4
    assert await chat.shop.stock.differences() == []
