"""Are pieces written off for a reason, and is a work that runs out told of once?"""

from tests.support.seller_chat import SellerChat, said
from tests.support.shops import a_work


async def test_pieces_are_written_off_with_a_reason(chat: SellerChat) -> None:
    _, variant, _ = await a_work(chat.shop, await chat.seller_id(), pieces=5)
    await chat.forges_work("w:1")
    await chat.presses("🧹")
    for wrong in ("2", "0 разбились", "9 разбились", "-5", "…"):
        assert said(await chat.says(wrong)).startswith("🙅"), wrong
    assert said(await chat.says("2 разбились <b> в дороге")).startswith("🧹")
    await chat.presses("🧹")
    await chat.says("-")
    assert (await chat.shop.stock.availability([variant]))[variant].on_hand == 3
    assert "списано: разбились <b> в дороге" in said(await chat.says("/why W-0001")).replace("\u00a0", " ")
    assert await chat.shop.stock.differences() == []


async def test_a_promised_piece_that_breaks_is_a_conflict(chat: SellerChat) -> None:
    await chat.an_order()
    await chat.forges_work("w:1")
    await chat.presses("🧹")
    await chat.says("упала")
    assert "Продано дважды: 1" in said(await chat.says("/desk"))
    assert await chat.shop.stock.differences() == []


async def test_a_work_that_runs_out_is_told_of_once_until_filled_up(chat: SellerChat) -> None:
    await a_work(chat.shop, await chat.seller_id(), pieces=5)
    await chat.forges_work("w:1")
    await chat.presses("📉")
    assert said(await chat.says("abc")).startswith("🙅")
    assert said(await chat.says("2")).startswith("📉")

    async def told() -> int:
        await chat.shop.inventory.tell_low()
        await chat.shop.inventory.tell_low()
        rows = await chat.shop.outbox.claim()
        return sum(row.topic == "tell.sellers" and row.payload["what"] == "low" for row in rows)

    assert await told() == 0
    await chat.says("/stock W-0001 2")
    assert await told() == 1
    assert "Заканчивается: 1" in said(await chat.says("/desk"))
    assert "W-0001" in said(await chat.presses("📉 Мало"))
    await chat.says("/stock W-0001 9")
    assert await told() == 0
