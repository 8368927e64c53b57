"""Does the seller see every order, and does each of 👌 🤲 💸 ❌ do its work once?"""

import pytest

from bot.basics.clock import MovableClock
from bot.shop.orders.values import OrderState, OrderView
from bot.storage.database import Database
from tests.support.seller_chat import OTHER, SellerChat, labels, said, seller_chat


async def state(chat: SellerChat, order: OrderView) -> OrderState:
    return (await chat.shop.orders.get(order.id)).state


async def test_the_board_lists_orders_and_opens_one(chat: SellerChat) -> None:
    order = await chat.an_order()
    board = await chat.says("/board")
    assert order.number in said(board)
    opened = await chat.presses("📦")
    assert said(opened).startswith(f"🆕 {order.number}")
    assert "W-0001" in said(opened)
    assert "Мастерская" in said(opened)
    assert labels(opened)[0].startswith("👌")


async def test_every_tab_of_the_board_opens(chat: SellerChat) -> None:
    await chat.an_order(ready=True)
    await chat.says("/board")
    for label in ("👌", "⏳", "🤲", "🆕", "📋"):
        assert said(await chat.presses(label)).startswith("📋")


async def test_the_board_has_pages(chat: SellerChat) -> None:
    for _ in range(10):
        await chat.an_order()
    first = await chat.says("/board")
    assert len([label for label in labels(first) if label.startswith("📦")]) == 8
    second = await chat.presses("▶️")
    assert len([label for label in labels(second) if label.startswith("📦")]) == 2
    await chat.presses("◀️")
    assert labels(chat.last) == labels(first)


@pytest.mark.parametrize("typed", ["/ready {}", "/ready"])
async def test_ready_by_number_tells_the_buyer_once(chat: SellerChat, typed: str) -> None:
    order = await chat.an_order()
    shown = await chat.says(typed.format(order.number))
    if typed == "/ready":
        assert said(await chat.says("V-9")).startswith("🙅")
        shown = await chat.says(order.number.lower())
    assert said(shown).startswith(f"👌 {order.number}")
    await chat.says(f"/ready {order.number}")
    owed = [row.payload["what"] for row in await chat.shop.outbox.claim() if row.topic == "tell.buyer"]
    assert owed.count("ready") == 1


@pytest.mark.parametrize("typed", ["V-9999", "abc", "-5", "1000000000000", "V-1000", "<b>&"])
async def test_an_unknown_number_is_one_line(chat: SellerChat, typed: str) -> None:
    await chat.an_order()
    assert said(await chat.says(f"/ready {typed}")).startswith("🙅")


async def test_ready_pressed_changes_the_message_in_place(chat: SellerChat) -> None:
    order = await chat.an_order()
    await chat.says("/board")
    opened = await chat.presses("📦")
    shown = await chat.presses("👌")
    assert shown["message_id"] == opened["message_id"]
    assert said(shown).startswith(f"👌 {order.number}")
    assert labels(shown)[0].startswith("🤲")


async def test_an_old_ready_button_shows_the_order_as_it_is(chat: SellerChat) -> None:
    order = await chat.an_order()
    await chat.says("/board")
    opened = await chat.presses("📦")
    await chat.shop.fulfilment.call_off(order.id, await chat.seller_id(), "seller")
    shown = await chat.presses("👌", opened)
    assert said(shown).startswith(f"❌ {order.number}")
    assert any(answer.get("show_alert") for answer in chat.telegram.callback_answers.values())


async def test_longer_keeps_a_ready_order(chat: SellerChat, clock: MovableClock) -> None:
    order = await chat.an_order(ready=True)
    await chat.says("/board")
    await chat.presses("📦")
    kept = await chat.presses("⏳")
    assert said(kept).startswith(f"⏳ {order.number}")


async def test_calling_off_is_asked_once(chat: SellerChat) -> None:
    order = await chat.an_order()
    await chat.says("/board")
    await chat.presses("📦")
    await chat.presses("❌")
    assert await state(chat, order) is OrderState.ACCEPTED
    await chat.presses("⬅️")
    await chat.presses("❌")
    gone = await chat.presses("❌ Да")
    assert said(gone).startswith(f"❌ {order.number}")
    assert await state(chat, order) is OrderState.CANCELLED
    assert await chat.shop.stock.differences() == []


async def test_a_refund_after_the_hand_over_is_asked_once_and_booked_once(chat: SellerChat) -> None:
    order = await chat.an_order(ready=True)
    await chat.shop.fulfilment.hand_over(order.id, await chat.seller_id(), "cash")
    await chat.says("/board")
    await chat.presses("🤲 Закрытые")
    await chat.presses("📦")
    asked = await chat.presses("💸")
    assert "12\u00a0000\u00a0₽" in said(asked)
    refunded = await chat.presses("💸 Да")
    assert said(refunded).startswith(f"💸 {order.number}")
    assert (await chat.shop.orders.get(order.id)).paid_minor == 0
    again = await chat.forges(f"so:{order.id}:refund:1")
    assert said(again).startswith("🙅")
    assert (await chat.shop.orders.get(order.id)).paid_minor == 0


async def test_the_desk_counts_what_waits(chat: SellerChat) -> None:
    assert "срочного" in said(await chat.says("/desk"))
    order = await chat.an_order()
    await chat.an_order(ready=True)
    desk = await chat.says("/desk")
    assert "Собрать: 1\u00a0заказ" in said(desk)
    assert labels(desk)[0].startswith(f"📦 {order.number}")
    assert {label.split(" ")[0] for label in labels(desk)} == {"📦", "🆕", "📋", "🏷", "🤲", "🎪", "📊", "⚙️", "🏠"}


@pytest.mark.parametrize("forged", ["so:99999:open:0", "so:99999:ready:0", "so:99999:refund:1", "hp:99999:cash"])
async def test_a_forged_order_is_one_line(chat: SellerChat, forged: str) -> None:
    await chat.says("/desk")
    assert said(await chat.forges(forged)).startswith("🙅")


@pytest.mark.parametrize("forged", ["B::0", "so:1:ready:1", "hp:1:cash", "so:1:refund:1", "D", "S:", "sp:1:close:1"])
async def test_buyers_cannot_press_a_sellers_buttons(chat: SellerChat, forged: str) -> None:
    order = await chat.an_order()
    chat.who = OTHER
    await chat.says("/start")
    before = said(chat.last)
    await chat.forges(forged)
    assert order.number not in said(chat.last)
    assert said(chat.last) == before or said(chat.last).startswith("🙅")
    assert await state(chat, order) is OrderState.ACCEPTED


@pytest.mark.parametrize("command", ["/desk", "/board", "/stock W-0001 5", "/give 123456", "/ready V-1001", "/add"])
async def test_commands_of_sellers_are_nothing_to_buyers(chat: SellerChat, command: str) -> None:
    order = await chat.an_order()
    chat.who = OTHER
    await chat.says(command)
    assert order.number not in said(chat.last)
    assert await state(chat, order) is OrderState.ACCEPTED


@pytest.mark.parametrize("language", ["ru", "en", "pl"])
async def test_orders_read_in_every_language(database: Database, clock: MovableClock, language: str) -> None:
    async with seller_chat(database, clock, language=language) as chat:
        await chat.an_order()
        seen = [await chat.says("/desk"), await chat.says("/board")]
        seen += [await chat.presses("📦"), await chat.presses("👌"), await chat.presses("🤲")]
        seen += [await chat.presses("🤲"), await chat.presses("💵"), await chat.presses("💸"), await chat.presses("💸")]
        assert all(len(label) <= 20 for message in seen for label in labels(message))
        assert all("None" not in said(message) for message in seen)
