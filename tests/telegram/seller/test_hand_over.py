"""Does a purchase get into the right hands: by code, by QR, and never unpaid?"""

import pytest

from bot.shop.orders.values import OrderState, OrderView
from tests.support.seller_chat import OTHER, SellerChat, labels, said


async def state(chat: SellerChat, order: OrderView) -> OrderState:
    return (await chat.shop.orders.get(order.id)).state


async def test_give_asks_how_it_was_paid_and_hands_over(chat: SellerChat) -> None:
    order = await chat.an_order(ready=True)
    asked = await chat.says(f"/give {order.code}")
    assert said(asked).startswith("🤲")
    assert "12\u00a0000\u00a0₽" in said(asked)
    assert await state(chat, order) is OrderState.READY
    handed = await chat.presses("💵")
    assert said(handed).startswith(f"🤲 {order.number}")
    fresh = await chat.shop.orders.get(order.id)
    assert (fresh.state, fresh.paid_minor) == (OrderState.HANDED_OVER, 1_200_000)
    assert await chat.shop.stock.differences() == []
    again = await chat.presses("💵", asked) if "💵 Наличные" in labels(chat.last) else await chat.forges("hp:1:cash")
    assert said(again).startswith(f"🤲 {order.number}")
    assert (await chat.shop.orders.get(order.id)).paid_minor == 1_200_000


async def test_the_button_asks_for_the_code_of_that_order(chat: SellerChat) -> None:
    other, order = await chat.an_order(ready=True), await chat.an_order(ready=True)
    await chat.says("/board")
    await chat.presses(f"📦 {order.number}")
    await chat.presses("🤲")
    for wrong in ("abc", "12345", "000000" if order.code != "000000" else "000001", other.code):
        assert said(await chat.says(wrong)).startswith("🙅")
    asked = await chat.says(f"{order.code[:3]} {order.code[3:]}")
    assert order.number in said(asked)
    await chat.presses("📲")
    assert await state(chat, order) is OrderState.HANDED_OVER
    assert await state(chat, other) is OrderState.READY


async def test_six_digits_outside_a_question_find_the_order(chat: SellerChat) -> None:
    order = await chat.an_order(ready=True)
    found = await chat.says(order.code)
    assert order.number in said(found)
    assert labels(found)[0].startswith("🤲")
    assert await state(chat, order) is OrderState.READY
    await chat.presses("🤲")
    await chat.presses("💳")
    assert await state(chat, order) is OrderState.HANDED_OVER


async def test_a_wrong_code_is_one_line(chat: SellerChat) -> None:
    order = await chat.an_order(ready=True)
    wrong = "111111" if order.code != "111111" else "222222"
    for typed in (wrong, f"/give {wrong}", "/give abc", "/give 1000000000"):
        assert said(await chat.says(typed)).startswith("🙅")
    assert await state(chat, order) is OrderState.READY


async def test_the_qr_opens_the_order_for_a_seller(chat: SellerChat) -> None:
    order = await chat.an_order(ready=True)
    found = await chat.says(f"/start h_{order.hand_token}")
    assert order.number in said(found)
    pasted = await chat.says(f"https://t.me/vernissage_bot?start=h_{order.hand_token}")
    assert said(pasted) == said(found)
    await chat.presses("🤲")
    await chat.presses("💵")
    assert await state(chat, order) is OrderState.HANDED_OVER
    late = await chat.says(f"/start h_{order.hand_token}-s_qr")
    assert said(late).startswith(f"🤲 {order.number}")
    assert not any(label.startswith("🤲") for label in labels(late))


async def test_a_forged_or_foreign_qr_opens_the_home_screen(chat: SellerChat) -> None:
    order = await chat.an_order(ready=True)
    forged = await chat.says("/start h_nothing")
    assert order.number not in said(forged)
    chat.who = OTHER
    foreign = await chat.says(f"/start h_{order.hand_token}")
    assert order.number not in said(foreign)
    assert await state(chat, order) is OrderState.READY


async def test_the_desk_leads_to_the_code(chat: SellerChat) -> None:
    order = await chat.an_order(ready=True)
    await chat.says("/desk")
    await chat.presses("🤲")
    await chat.says(order.code)
    await chat.presses("💵")
    assert await state(chat, order) is OrderState.HANDED_OVER


async def test_without_a_code_the_seller_decides(chat: SellerChat) -> None:
    order = await chat.an_order(ready=True)
    await chat.says("/board")
    await chat.presses("📦")
    await chat.presses("🤲")
    await chat.presses("🤲 Без кода")
    await chat.presses("💵")
    assert await state(chat, order) is OrderState.HANDED_OVER


@pytest.mark.parametrize("way", ["bitcoin", "", "cash' OR 1=1"])
async def test_a_forged_way_of_paying_asks_again(chat: SellerChat, way: str) -> None:
    order = await chat.an_order(ready=True)
    await chat.says(f"/give {order.code}")
    await chat.forges(f"hp:{order.id}:{way}")
    assert await state(chat, order) is OrderState.READY
    assert any(label.startswith("💵") for label in labels(chat.last))


async def test_a_cancelled_order_is_not_handed_over(chat: SellerChat) -> None:
    order = await chat.an_order(ready=True)
    await chat.says(f"/give {order.code}")
    asked = chat.last
    await chat.shop.fulfilment.call_off(order.id, await chat.seller_id(), "seller")
    shown = await chat.presses("💵", asked)
    assert said(shown).startswith(f"❌ {order.number}")
    assert (await chat.shop.orders.get(order.id)).paid_minor == 0
