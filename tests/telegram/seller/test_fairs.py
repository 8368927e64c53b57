"""Does a seller tick works for a fair, take them with one ✅, sell there, and bring the rest home with one tap?"""

import pytest

from bot.basics.clock import MovableClock
from bot.basics.ids import LocationId
from bot.shop.pickup.values import NewPlace
from bot.storage.database import Database
from tests.support.seller_chat import SellerChat, labels, said, seller_chat
from tests.support.shops import STUDIO, a_work

FAIR = NewPlace(title="Маркет", kind="fair", address="Хлебозавод", hours="")


def plain(text: str) -> str:
    return text.replace("\u00a0", " ")


async def _at_the_list(chat: SellerChat) -> None:
    await chat.says("/desk")
    await chat.presses("🏷")
    await chat.presses("🧳")


@pytest.mark.parametrize("language", ["ru", "en", "pl"])
async def test_a_fair_from_the_packing_to_the_report(database: Database, clock: MovableClock, language: str) -> None:
    async with seller_chat(database, clock, language=language) as chat:
        await chat.says("/start")
        seller = await chat.seller_id()
        _, many, _ = await a_work(chat.shop, seller, pieces=4)
        _, one, _ = await a_work(chat.shop, seller, title="Туман")
        fair = await chat.shop.pickup.add(FAIR)
        await _at_the_list(chat)
        page = await chat.presses("🧳")
        assert [label[0] for label in labels(page)[:2]] == ["▫", "▫"]
        await chat.presses("▫️ Закат")
        await chat.presses("➖")
        page = await chat.presses("▫️ Туман")
        assert any("3/4" in label for label in labels(page))
        there = await chat.presses("✅")
        assert "4" in said(there)
        assert [each.on_hand for each in await chat.shop.stock.levels(many)] == [1, 3]
        shelf = await chat.presses("🎪")
        assert "4" in said(shelf)
        await chat.presses("🖼 Закат")
        await chat.presses("➕")
        sold = await chat.presses("💵")
        assert "24 000 ₽" in plain(said(sold))
        await chat.presses("🎪")
        await chat.presses("🧳")
        home = await chat.presses("🏠")
        assert said(home).startswith("🏠")
        assert "24 000 ₽" in plain(said(home))
        assert {each.location: each.on_hand for each in await chat.shop.stock.levels(one)}[fair] == 0
        await chat.presses("⬅️")
        later = await chat.presses("📄")
        assert "24 000 ₽" in plain(said(later))
        assert await chat.shop.stock.differences() == []


async def test_nothing_left_at_the_fair_is_asked_about_and_old_buttons_are_answered(chat: SellerChat) -> None:
    seller = await chat.seller_id()
    _, variant, _ = await a_work(chat.shop, seller, pieces=3)
    await _at_the_list(chat)
    assert any(label.startswith("🆕") for label in labels(chat.last))
    fair = await chat.shop.pickup.add(FAIR)
    await chat.shop.trips.tick(fair, {variant: 1})
    await _at_the_list(chat)
    await chat.presses("🧳")
    await chat.presses("✅")
    await chat.presses("🎪")
    await chat.presses("🖼")
    pay = next(
        key["callback_data"]
        for row in chat.last["reply_markup"]["inline_keyboard"]
        for key in row
        if key["text"].startswith("💵")
    )
    assert "больше нет" in plain(said(await chat.presses("💵")))
    asked = await chat.forges_work(pay[:-1] + ("1" if pay[-1] != "1" else "2"))
    assert labels(asked)[0].startswith("✅")
    await chat.presses("✅")
    assert {each.location: each.on_hand for each in await chat.shop.stock.levels(variant)} == {
        LocationId(1): 1,
        fair: 0,
    }
    for forged in (
        "fz:9", "fh:999", "fk:999:0", "fk:2:5", "ft:2:999:5:0", "ft:2:1:0:0", "fw:2:0", "fm:2:0", "fm:2:999", "fy:999",
        "fj:999", "fr:999", "fj:1", "ts:2:1:gold:1:5", "tt:999:cash",
    ):  # fmt: skip
        await chat.forges_work(forged)
    assert await chat.shop.stock.differences() == []


async def test_works_are_taken_from_another_place_and_a_whole_page_at_once(chat: SellerChat) -> None:
    seller = await chat.seller_id()
    for number in range(8):
        await a_work(chat.shop, seller, title=f"Работа {number}")
    shelf, fair = await chat.shop.pickup.add(STUDIO), await chat.shop.pickup.add(FAIR)
    await _at_the_list(chat)
    await chat.presses("🧳")
    await chat.presses("☑️")
    await chat.presses("▶️")
    page = await chat.presses("☑️")
    assert any("8" in label for label in labels(page) if label.startswith("✅"))
    await chat.presses("📍 Из")
    await chat.presses("📍", chat.last)
    await chat.presses("📍 Из")
    await chat.forges(f"fm:{fair}:{shelf}")
    assert not any(label.startswith("✅") for label in labels(chat.last))
    await chat.forges(f"fm:{fair}:1")
    await chat.presses("☑️")
    assert "Взято: 6" in plain(said(await chat.presses("✅")))
    assert await chat.shop.stock.differences() == []
