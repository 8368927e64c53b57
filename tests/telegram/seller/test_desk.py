"""Does the desk show everything that waits, with one tap into each, in five looks at the database?"""

from datetime import timedelta

from sqlalchemy import insert, text

from bot.basics.clock import MovableClock
from bot.shop.orders.tables import Order
from bot.shop.orders.values import OrderState
from bot.storage.database import Database
from tests.support.counter import Statements
from tests.support.seller_chat import SellerChat, labels, said


async def test_the_desk_shows_todays_money(chat: SellerChat, clock: MovableClock) -> None:
    order = await chat.an_order(ready=True)
    assert "Сегодня" not in said(await chat.says("/desk"))
    await chat.shop.fulfilment.hand_over(order.id, await chat.seller_id(), "cash")
    assert "Сегодня: 12\u00a0000\u00a0₽" in said(await chat.says("/desk"))
    await chat.shop.fulfilment.refund(order.id, await chat.seller_id())
    assert "возвращено 12\u00a0000\u00a0₽" in said(await chat.says("/desk"))
    clock.move(timedelta(days=1))
    assert "Сегодня" not in said(await chat.says("/desk"))


async def test_a_conflict_leads_to_its_card_and_from_there_to_its_work_and_its_order(chat: SellerChat) -> None:
    order = await chat.an_order()
    await chat.says("/sold W-0001")
    assert "Продано дважды: 1" in said(await chat.says("/desk"))
    card = await chat.presses("⚠️ Конфликты")
    assert "W-0001" in said(card)
    assert any(each.startswith("🖼") for each in labels(card))
    await chat.forges("dk:conflicts:0")
    assert said(await chat.presses("⚠️ Закат")) == said(card)
    await chat.presses(f"📦 {order.number}")
    await chat.presses("❌")
    await chat.presses("❌ Да")
    assert (await chat.shop.orders.get(order.id)).state is OrderState.CANCELLED
    assert "дважды" not in said(await chat.says("/desk"))
    assert said(await chat.forges("dk:conflicts:0")).startswith("🧰")
    assert said(await chat.forges("dk:nonsense:7")).startswith("🧰")


async def test_a_sale_of_an_unknown_sku_is_closed_by_one_tap(chat: SellerChat, database: Database) -> None:
    async with database.transaction(aside=True) as session:
        await session.execute(
            text(
                "INSERT INTO stock_conflict (cause, sku, channel, short_quantity, state, opened_at)"
                " VALUES ('x', 'ZZ<9>', 'Fair', 1, 'open', '2026-11-21 12:00:00')"
            )
        )
    await chat.says("/desk")
    assert "ZZ<9>" in said(await chat.presses("⚠️"))
    assert labels(chat.last)[0] == "✅ Разобрались"
    assert said(await chat.presses("✅")).startswith("🧰")
    assert said(await chat.forges("do:1")).startswith("✅")
    assert said(await chat.forges("do:99")).startswith("🙅")
    assert said(await chat.forges("dc:1")).startswith("🧰")


async def test_ten_thousand_orders_take_five_looks(chat: SellerChat, database: Database) -> None:
    order = await chat.an_order()
    async with database.transaction(aside=True) as session:
        many = [
            {
                "customer_id": order.customer,
                "state": ("accepted", "ready", "handed_over", "cancelled")[number % 4],
                "currency": "RUB",
                "total_minor": 100,
                "token": f"t{number}",
                "hand_token": f"h{number}",
                "code": f"{number:06d}",
                "created_at": order.created_at,
            }
            for number in range(10_000)
        ]
        await session.execute(insert(Order), many)
    await chat.says("/desk")
    with Statements(database) as statements:
        desk = await chat.says("/desk")
    assert f"{2501}" in said(desk).replace("\u00a0", "")
    looks = [
        each for each in statements.seen if not any(f"FROM {own}" in each for own in ("customer", "stored_dialog"))
    ]
    assert len(looks) <= 5, looks
