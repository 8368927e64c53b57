"""Is an order found by any word of it, and are several made ready by one tap as each would be by its own?"""

import pytest

from bot.shop.orders.values import OrderState, OrderView
from tests.support.seller_chat import SellerChat, labels, said


async def state(chat: SellerChat, order: OrderView) -> OrderState:
    return (await chat.shop.orders.get(order.id)).state


async def test_an_order_is_found_by_number_name_and_work(chat: SellerChat) -> None:
    order = await chat.an_order()
    other = await chat.an_order(ready=True)
    buyer = await chat.shop.customers.get(order.customer)
    await chat.says("/board")
    await chat.presses("🔎")
    found = await chat.says(order.number.lower())
    assert order.number in said(found)
    assert other.number not in said(found)
    for typed in (buyer.name.upper(), buyer.name[:3], "w-0001", order.lines[0].title[:5].lower()):
        assert order.number in said(await chat.says(typed)), typed
    for nothing in ("такого нет", "%", "_", "9" * 40, "<b>&", "V-99999999999"):
        assert said(await chat.says(nothing)).startswith("🙅"), nothing
    await chat.says(order.number)
    assert said(await chat.presses("📦")).startswith(f"🆕 {order.number}")


async def test_a_purchase_is_handed_over_by_name(chat: SellerChat) -> None:
    order = await chat.an_order(ready=True)
    name = (await chat.shop.customers.get(order.customer)).name
    await chat.says("/desk")
    await chat.presses("🤲")
    assert order.number in said(await chat.says(name))
    await chat.presses("📦")
    await chat.presses("🤲")
    await chat.presses("🤲 Без кода")
    await chat.presses("💵")
    assert await state(chat, order) is OrderState.HANDED_OVER


async def test_several_are_made_ready_and_refusals_are_named(chat: SellerChat) -> None:
    first, second, third = [await chat.an_order() for _ in range(3)]
    await chat.says("/board")
    await chat.presses("👌 Несколько")
    await chat.presses("👌 Эти")
    assert await state(chat, first) is OrderState.ACCEPTED, "nothing was ticked"
    for order in (first, second, third):
        await chat.presses(f"▫️ {order.number}")
    await chat.presses(f"☑️ {third.number}")
    await chat.shop.fulfilment.call_off(second.id, await chat.seller_id(), "seller")
    done = await chat.presses("👌 Эти")
    assert first.number in said(done).splitlines()[0]
    assert said(done).splitlines()[1].startswith(second.number)
    assert [await state(chat, each) for each in (first, second, third)] == [
        OrderState.READY,
        OrderState.CANCELLED,
        OrderState.ACCEPTED,
    ]
    owed = [row.payload["what"] for row in await chat.shop.outbox.claim() if row.topic == "tell.buyer"]
    assert owed.count("ready") == 1


@pytest.mark.parametrize("forged", ["dm:0:1", "dt:99999:0", "dm:5:0", "ds"])
async def test_forged_buttons_change_nothing(chat: SellerChat, forged: str) -> None:
    order = await chat.an_order()
    await chat.says("/desk")
    await chat.forges(forged)
    assert await state(chat, order) is OrderState.ACCEPTED


async def test_ready_takes_few_taps(chat: SellerChat) -> None:
    """From the desk: the order and 👌 are two; several at once are 📋, 👌, one for each, 👌."""
    order = await chat.an_order()
    await chat.says("/desk")
    await chat.presses(f"📦 {order.number}")
    shown = await chat.presses("👌")
    assert await state(chat, order) is OrderState.READY
    assert all(len(each) <= 20 for each in labels(shown))
