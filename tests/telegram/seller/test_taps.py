"""How many taps does the seller's daily work take? Over real keyboards, typed words counted apart."""

from bot.shop.orders.values import OrderState
from tests.support.pictures import painting
from tests.support.seller_chat import SellerChat, said
from tests.support.shops import a_work


async def taps(chat: SellerChat, *pressed: str) -> int:
    for label in pressed:
        await chat.presses(label)
    return len(pressed)


async def test_listing_a_work_is_one_message_and_one_tap(chat: SellerChat) -> None:
    await chat.sends_photo(painting(), "Закат над Невой, 12 000, холст, масло, 40×50")
    assert await taps(chat, "📣") == 1
    assert [item.sku for item in (await chat.shop.catalogue.shelf("ru")).items] == ["W-0001"]


async def test_an_order_is_ready_after_two_taps_and_handed_over_by_a_code_and_one(chat: SellerChat) -> None:
    order = await chat.an_order()
    await chat.says("/desk")
    assert await taps(chat, "📦", "👌") == 2
    await chat.says(f"/give {order.code}")
    assert await taps(chat, "💵") == 1
    assert (await chat.shop.orders.get(order.id)).state is OrderState.HANDED_OVER


async def test_money_goes_back_after_two_taps_on_the_order(chat: SellerChat) -> None:
    order = await chat.an_order(ready=True)
    await chat.says(f"/give {order.code}")
    await chat.presses("💵")
    await chat.says(order.number)
    assert await taps(chat, "💸", "💸") == 2
    assert (await chat.shop.orders.get(order.id)).paid_minor == 0


async def test_stock_is_right_after_one_message_or_three_taps_and_a_number(chat: SellerChat) -> None:
    _, variant, _ = await a_work(chat.shop, await chat.seller_id())
    await chat.says("/stock W-0001 4")
    await chat.says("/desk")
    assert await taps(chat, "🏷", "🖼", "🏷 Сколько") == 3
    assert said(await chat.says("7")).startswith("🏷")
    assert (await chat.shop.stock.availability([variant]))[variant].on_hand == 7
