"""Does a seller sell with two taps, find a work by a few letters, name a price, and take a mistake back?"""

import pytest

from bot.basics.clock import MovableClock
from bot.storage.database import Database
from tests.support.seller_chat import SellerChat, labels, said, seller_chat
from tests.support.shops import a_work


def plain(text: str) -> str:
    return text.replace("\u00a0", " ")


@pytest.mark.parametrize("language", ["ru", "en", "pl"])
async def test_two_taps_sell_and_one_takes_back(database: Database, clock: MovableClock, language: str) -> None:
    async with seller_chat(database, clock, language=language) as chat:
        await chat.says("/start")
        _, variant, _ = await a_work(chat.shop, await chat.seller_id(), pieces=3)
        await chat.says("/desk")
        opened = await chat.presses("🎪")
        assert any("Закат" in label for label in labels(opened))
        await chat.presses("🖼")
        sold = await chat.presses("💵")
        assert said(sold).startswith("🎪")
        assert "12 000 ₽" in plain(said(sold))
        assert (await chat.shop.stock.availability([variant]))[variant].on_hand == 2
        shelf = await chat.presses("🎪")
        assert "12 000 ₽" in plain(said(shelf))
        await chat.presses("🖼")
        await chat.presses("➕")
        await chat.presses("💳")
        assert (await chat.shop.stock.availability([variant]))[variant].on_hand == 0
        assert said(await chat.presses("↩️")).startswith("↩️")
        assert (await chat.shop.stock.availability([variant]))[variant].on_hand == 2
        desk = await chat.says("/desk")
        assert "12 000 ₽" in plain(said(desk))
        assert await chat.shop.stock.differences() == []


async def test_a_double_tap_is_one_sale_and_another_price_is_typed(chat: SellerChat) -> None:
    _, variant, sku = await a_work(chat.shop, await chat.seller_id(), pieces=5)
    await chat.says("/desk")
    await chat.presses("🎪")
    work = await chat.presses("🖼")
    pay = next(key for row in work["reply_markup"]["inline_keyboard"] for key in row if key["text"].startswith("🔁"))
    for _ in range(2):
        await chat.forges(pay["callback_data"])
    assert (await chat.shop.stock.availability([variant]))[variant].on_hand == 4
    await chat.presses("🎪")
    await chat.presses("🔎")
    found = await chat.says(sku.lower())
    assert any("Закат" in label for label in labels(found))
    assert not any(label.startswith("🖼") for label in labels(await chat.says("нет такого")))
    await chat.says("Закат")
    await chat.presses("🖼")
    await chat.presses("✏️")
    assert said(await chat.says("даром")).startswith("🙅")
    priced = await chat.says("10%")
    assert "10 800 ₽" in plain(said(priced))
    assert "10 800 ₽" in plain(said(await chat.presses("💵")))
    assert (await chat.shop.stock.availability([variant]))[variant].on_hand == 3


async def test_with_several_places_it_is_asked_where_and_remembered_for_the_day(chat: SellerChat) -> None:
    from tests.support.shops import STUDIO

    await chat.shop.pickup.add(STUDIO)
    await a_work(chat.shop, await chat.seller_id(), pieces=2)
    await chat.says("/desk")
    asked = await chat.presses("🎪")
    assert sum(label.startswith("📍") for label in labels(asked)) == 2
    await chat.presses("📍")
    await chat.presses("🖼")
    await chat.presses("💵")
    await chat.says("/desk")
    assert any(label.startswith("🖼") for label in labels(await chat.presses("🎪")))
    for forged in ("tl:999:0", "tw:1:999:1", "tu:999", "tr:999:cash", "tp:1:1:gold:1:5"):
        await chat.forges_work(forged)
