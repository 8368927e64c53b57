"""Does the seller set counts, sell and set aside by words, and does nonsense change nothing?"""

import pytest

from bot.basics.ids import VariantId
from bot.shop.orders.values import OrderState
from bot.shop.stock.values import Availability, Wanted
from tests.support.seller_chat import SellerChat, labels, said
from tests.support.shops import a_work, someone


async def free(chat: SellerChat, variant: VariantId) -> Availability:
    return (await chat.shop.stock.availability([variant]))[variant]


@pytest.fixture
async def work(chat: SellerChat) -> VariantId:
    """W-0001, one piece."""
    _, variant, sku = await a_work(chat.shop, await chat.seller_id())
    assert sku == "W-0001"
    return variant


@pytest.mark.parametrize(("typed", "there"), [("3", 3), ("0", 0), ("1 000", 1000), ("1000000", 1_000_000)])
async def test_a_count_is_set(chat: SellerChat, work: VariantId, typed: str, there: int) -> None:
    answer = await chat.says(f"/stock w-0001 {typed}")
    assert said(answer).startswith("🏷 W-0001")
    assert (await free(chat, work)).on_hand == there
    assert await chat.shop.stock.differences() == []


@pytest.mark.parametrize(
    "typed", ["W-0001 abc", "W-0001 -5", "W-0001 1000000000", "W-0001 1.5", "W-9999 3", "abc", "W-0001 <b>"]
)
async def test_a_bad_count_is_one_line_and_changes_nothing(chat: SellerChat, work: VariantId, typed: str) -> None:
    answer = await chat.says(f"/stock {typed}")
    assert said(answer).startswith("🙅")
    assert (await free(chat, work)).on_hand == 1


async def test_stock_without_arguments_asks_and_takes_the_answer(chat: SellerChat, work: VariantId) -> None:
    await chat.says("/stock")
    assert said(await chat.says("W-0001 abc")).startswith("🙅")
    await chat.says("W-0001 7")
    assert (await free(chat, work)).on_hand == 7


async def test_stock_with_a_sku_alone_asks_for_the_number(chat: SellerChat, work: VariantId) -> None:
    assert "W-0001" in said(await chat.says("/stock W-0001"))
    await chat.says("4")
    assert (await free(chat, work)).on_hand == 4


async def test_the_same_update_counts_once(chat: SellerChat, work: VariantId) -> None:
    chat.telegram.user_sends_text(chat.who, "/stock W-0001 3")
    raws = await chat.telegram.updates.get()
    await chat.intake.accept(raws)
    await chat.intake.drain()
    await chat.intake.accept(raws)
    await chat.settle()
    counts = [movement for movement in await chat.shop.stock.movements(work) if movement.kind == "count"]
    assert [movement.d_on_hand for movement in counts] == [2]


async def test_a_count_below_what_is_promised_warns(chat: SellerChat) -> None:
    await chat.an_order()
    answer = await chat.says("/stock W-0001 0")
    assert said(answer).startswith("⚠️")
    assert await chat.shop.stock.differences() == []


async def test_the_list_leads_to_the_work_and_its_numbers(chat: SellerChat, work: VariantId) -> None:
    await chat.says("/desk")
    listed = await chat.presses("🏷")
    assert any(label.startswith("🖼") and label.endswith("· 1") for label in labels(listed))
    opened = await chat.presses("🖼")
    assert "photo" in opened
    assert "W-0001" in said(opened)
    back = await chat.presses("🏷 Все")
    assert any(label.startswith("🖼") for label in labels(back))


async def test_the_list_has_pages_that_lead_back(chat: SellerChat) -> None:
    seller = await chat.seller_id()
    for number in range(10):
        await a_work(chat.shop, seller, title=f"Работа {number}")
    await chat.says("/desk")
    first = await chat.presses("🏷")
    assert len([label for label in labels(first) if label.startswith("🖼")]) == 8
    second = await chat.presses("▶️")
    assert len([label for label in labels(second) if label.startswith("🖼")]) == 2
    again = await chat.presses("◀️")
    assert labels(again) == labels(first)


async def test_an_empty_shop_offers_to_begin(chat: SellerChat) -> None:
    await chat.says("/desk")
    empty = await chat.presses("🏷")
    assert labels(empty)[0].startswith("🆕")


async def test_price_and_title_change_after_being_typed(chat: SellerChat, work: VariantId) -> None:
    await chat.forges_work("w:1")
    await chat.presses("✏️ Цена")
    assert said(await chat.says("12.000")).startswith("🙅")
    assert said(await chat.says("abc")).startswith("🙅")
    assert said(await chat.says("-5")).startswith("🙅")
    assert said(await chat.says("1000000000000")).startswith("🙅")
    lower = await chat.says("9 000")
    assert "9\u00a0000\u00a0₽" in said(lower)
    assert "strikethrough" in {entity["type"] for entity in lower["caption_entities"]}
    await chat.presses("✏️ Название")
    assert said(await chat.says("Ж" * 201)).startswith("🙅")
    assert said(await chat.says("Рассвет <b>&")).startswith("Рассвет <b>&")
    await chat.presses("✏️ Название")
    assert said(await chat.says("-")).startswith("Рассвет <b>&")


async def test_a_hidden_work_is_shown_again(chat: SellerChat, work: VariantId) -> None:
    await chat.forges_work("w:1")
    hidden = await chat.presses("🙈")
    assert "👁 Показать" in labels(hidden)
    assert (await chat.shop.catalogue.shelf("ru")).items == ()
    shown = await chat.presses("👁")
    assert "🙈 Скрыть" in labels(shown)
    assert len((await chat.shop.catalogue.shelf("ru")).items) == 1


async def test_the_count_button_asks_and_keeps(chat: SellerChat, work: VariantId) -> None:
    await chat.forges_work("w:1")
    await chat.presses("🏷 Сколько")
    await chat.says("-")
    assert (await free(chat, work)).on_hand == 1
    await chat.presses("🏷 Сколько")
    await chat.says("5")
    assert (await free(chat, work)).on_hand == 5


async def test_why_tells_each_movement(chat: SellerChat) -> None:
    order = await chat.an_order()
    told = said(await chat.says("/why W-0001"))
    assert order.number in told
    assert "обещана в\u00a0заказе" in told
    assert "выставлено" in told
    await chat.says("/why")
    assert said(await chat.says("W-0001")) == told
    await chat.forges_work("w:1")
    assert said(await chat.presses("🧾")) == told


async def test_a_sale_at_the_fair_takes_pieces_off(chat: SellerChat, work: VariantId) -> None:
    await chat.says("/stock W-0001 5")
    sold = await chat.says("/sold W-0001 2 12000")
    assert said(sold).startswith("🎪")
    assert (await free(chat, work)).on_hand == 3
    await chat.says("/sold")
    await chat.says("W-0001")
    assert (await free(chat, work)).on_hand == 2
    await chat.says("/sold W-0001 12 000 ₽")
    assert said(chat.last).startswith("🙅"), "twelve pieces, or twelve thousand?"
    await chat.says("/sold W-0001 12000₽")
    assert (await free(chat, work)).on_hand == 1
    assert await chat.shop.stock.differences() == []


@pytest.mark.parametrize(
    "typed", ["W-0001 abc", "W-0001 -5", "W-0001 0", "W-0001 1000000000", "W-0001 12000", "W-9999", "W-0001 1 abc"]
)
async def test_a_bad_sale_is_one_line_and_changes_nothing(chat: SellerChat, work: VariantId, typed: str) -> None:
    assert said(await chat.says(f"/sold {typed}")).startswith("🙅")
    assert (await free(chat, work)).on_hand == 1


async def test_an_unpaid_hold_yields_to_a_sale_and_is_named(chat: SellerChat, work: VariantId) -> None:
    buyer = await someone(chat.shop)
    held = await chat.shop.checkout.start(buyer, "ru", [Wanted(work, 1)])
    sold = await chat.says("/sold W-0001")
    assert held.order.number in said(sold)
    assert (await chat.shop.orders.get(held.order.id)).state is OrderState.EXPIRED


async def test_a_sale_of_a_promised_piece_is_kept_as_a_conflict(chat: SellerChat) -> None:
    order = await chat.an_order()
    sold = await chat.says("/sold W-0001")
    assert said(sold).startswith("⚠️")
    assert labels(sold)[0] == "⚠️ Решить"
    assert (await chat.shop.orders.get(order.id)).state is OrderState.ACCEPTED
    assert await chat.shop.stock.differences() == []


async def test_a_piece_is_set_aside(chat: SellerChat, work: VariantId) -> None:
    aside = await chat.says("/hold W-0001")
    assert said(aside).startswith("⏳ W-0001")
    assert "завтра" in said(aside)
    assert (await free(chat, work)).available == 0
    assert said(await chat.says("/hold W-0001 2")).startswith("😔")


@pytest.mark.parametrize("typed", ["W-0001 abc", "W-0001 0", "W-0001 -5", "W-0001 1000000000", "W-0001 721", "x"])
async def test_bad_hours_are_one_line_and_hold_nothing(chat: SellerChat, work: VariantId, typed: str) -> None:
    assert said(await chat.says(f"/hold {typed}")).startswith("🙅")
    assert (await free(chat, work)).available == 1


async def test_hold_without_arguments_asks(chat: SellerChat, work: VariantId) -> None:
    assert said(await chat.says("/hold")).startswith("⏳")
    await chat.says("W-0001 48")
    assert (await free(chat, work)).available == 0


async def test_a_sale_heard_late_is_in_the_count_that_came_after_it(chat: SellerChat, work: VariantId) -> None:
    """The bot was away while the fair went on: the words wait at Telegram, with the time they were said at."""
    chat.telegram.user_sends_text(chat.who, "/sold W-0001")
    late = chat.telegram.updates.waiting.pop()
    late["message"]["date"] = int(chat.shop.stock.database.clock.now().timestamp()) - 3600
    await chat.says("/stock W-0001 4")
    chat.telegram.updates.waiting.append(late)
    await chat.settle()
    assert (await free(chat, work)).on_hand == 4
    assert await chat.shop.stock.differences() == []
