"""Does a seller carry a work to another place with two taps, and several pieces with three?"""

import pytest

from bot.basics.clock import MovableClock
from bot.storage.database import Database
from tests.support.seller_chat import SellerChat, labels, said, seller_chat
from tests.support.shops import STUDIO, a_work


@pytest.mark.parametrize("language", ["ru", "en", "pl"])
async def test_the_only_piece_moves_with_two_taps_and_back_with_one(
    database: Database, clock: MovableClock, language: str
) -> None:
    async with seller_chat(database, clock, language=language) as chat:
        await chat.says("/start")
        _, variant, _ = await a_work(chat.shop, await chat.seller_id())
        fair = await chat.shop.pickup.add(STUDIO)
        await chat.forges_work("w:1")
        await chat.presses("➡️")
        moved = await chat.presses("📍")
        assert said(moved).startswith("➡️")
        assert [(each.location, each.on_hand) for each in await chat.shop.stock.levels(variant)][1] == (fair, 1)
        await chat.presses("↩️")
        assert [each.on_hand for each in await chat.shop.stock.levels(variant)] == [1, 0]
        assert await chat.shop.stock.differences() == []


async def test_several_pieces_are_chosen_by_number_and_a_double_tap_moves_once(chat: SellerChat) -> None:
    _, variant, _ = await a_work(chat.shop, await chat.seller_id(), pieces=12)
    await chat.forges_work("w:1")
    nowhere = await chat.presses("➡️")
    assert "🆕" in "".join(labels(nowhere))
    await chat.shop.pickup.add(STUDIO)
    await chat.forges_work("w:1")
    await chat.presses("➡️")
    many = await chat.presses("📍")
    assert labels(many)[:8] == ["1", "2", "3", "4", "5", "6", "7", "Все 12"]
    three = next(key for row in many["reply_markup"]["inline_keyboard"] for key in row if key["text"] == "3")
    for _ in range(2):
        await chat.forges(three["callback_data"])
    assert [each.on_hand for each in await chat.shop.stock.levels(variant)] == [9, 3]
    assert "перемещено" in said(await chat.says("/why W-0001"))
    await chat.forges_work("w:1")
    asked = await chat.presses("➡️")
    assert sum(label.startswith("📍") for label in labels(asked)) == 2
    assert "свободно 9" in said(asked).replace("\u00a0", " ")
    assert labels(await chat.presses("⬅️"))[0].startswith("🏷")
    for forged in ("mv:999:1:2", "mv:1:9:9", "md:1:1:999:1:5", "md:1:1:2:99:6", "md:999:1:2:1:7", "md:1:1:2:0:8"):
        await chat.forges_work(forged)
    assert await chat.shop.stock.differences() == []
