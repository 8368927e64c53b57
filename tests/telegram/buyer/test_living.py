"""Does one message follow an order through its whole life, and do those that ring become that message?"""

from datetime import timedelta

import pytest

from bot.basics.ids import OrderId
from bot.shop.orders.values import OrderState
from tests.support.counter import EWA, LANGUAGES, MARIA, OWNER, PETER, Counter, Message, buttons, labels, words


async def paid(at: Counter, buyer: int = MARIA) -> OrderId:
    product = await at.work()
    await at.starts(buyer, f"p_{product}")
    await at.press(buyer, "⚡")
    await at.press(buyer, "💳")
    await at.deliver()
    await at.pays()
    await at.settled()
    return await newest(at, buyer)


async def newest(at: Counter, buyer: int = MARIA) -> OrderId:
    person = await at.shop.customers.find(buyer)
    assert person is not None
    return (await at.shop.orders.mine(person.id))[0].id


def own(at: Counter, buyer: int) -> list[Message]:
    return [message for message in at.telegram.chat(buyer) if message["from"]["is_bot"]]


def marks(message: Message) -> str:
    """The line of progress alone: done and coming steps."""
    return "".join(line[0] for line in words(message).splitlines() if line.startswith(("●", "○")))


@pytest.mark.parametrize("buyer", [MARIA, PETER, EWA], ids=lambda each: LANGUAGES[each])
async def test_one_message_follows_the_order_and_what_rings_takes_its_place(at: Counter, buyer: int) -> None:
    order = await paid(at, buyer)
    rang = at.saw(buyer, "🎉")
    assert marks(rang) == "●●○○○"
    await at.shop.fulfilment.begin(order, at.seller)
    await at.shop.fulfilment.begin(order, at.seller)
    before = len(own(at, buyer))
    at.clock.move(timedelta(minutes=3))
    await at.settled()
    begun = at.telegram.message(buyer, rang["message_id"])
    assert len(own(at, buyer)) == before, "an edit does not ring"
    assert marks(begun) == "●●●○○"
    assert "15:00" in words(begun)
    at.clock.move(timedelta(days=1))
    await at.shop.fulfilment.ready(order, at.seller)
    await at.settled()
    ready = at.saw(buyer, "👌")
    assert ready["message_id"] > begun["message_id"]
    assert labels(at.telegram.message(buyer, begun["message_id"])) == [], "older ones lose their buttons"
    at.clock.move(timedelta(days=1))
    await at.shop.fulfilment.keep_longer(order, at.seller)
    await at.settled()
    longer = at.telegram.message(buyer, ready["message_id"])
    assert "photo" in longer
    assert marks(longer) == "●●●●○"
    assert (await at.shop.orders.get(order)).code in words(longer)
    await at.shop.fulfilment.hand_over(order, at.seller, None)
    await at.settled()
    over = at.saw(buyer, "🤲")
    assert marks(over) == "●●●●●"
    assert [message["message_id"] for message in own(at, buyer) if labels(message)] == [over["message_id"]]


async def test_the_present_step_is_the_bold_one(at: Counter) -> None:
    await paid(at)
    message = at.saw(MARIA, "🎉")
    text = str(message["text"])
    bold = [
        text[each["offset"] : each["offset"] + each["length"]] for each in message["entities"] if each["type"] == "bold"
    ]
    assert any("Оплачен" in part for part in bold)
    assert not any("Оформлен" in part for part in bold)


async def test_the_living_message_stays_the_order_whatever_is_pressed_under_it(at: Counter) -> None:
    order = await paid(at)
    message = at.saw(MARIA, "🎉")
    shown = await at.press(MARIA, "📦", message)
    assert shown["message_id"] == message["message_id"]
    everything = await at.press(MARIA, "📦 Все", shown)
    assert everything["message_id"] > message["message_id"], "the list is a message of its own"
    await at.shop.fulfilment.begin(order, at.seller)
    await at.settled()
    assert marks(at.telegram.message(MARIA, message["message_id"])) == "●●●○○"
    assert words(at.last(MARIA)) == words(everything)


async def test_a_message_that_is_gone_is_not_sent_again_and_the_next_one_that_rings_is_the_living_one(
    at: Counter,
) -> None:
    order = await paid(at)
    at.telegram.user_deletes_message(MARIA, at.saw(MARIA, "🎉")["message_id"])
    await at.shop.fulfilment.begin(order, at.seller)
    before = len(own(at, MARIA))
    await at.settled()
    assert len(own(at, MARIA)) == before
    assert (await at.shop.orders.get(order)).chat_message is None
    await at.shop.fulfilment.ready(order, at.seller)
    await at.settled()
    assert (await at.shop.orders.get(order)).chat_message == at.saw(MARIA, "👌")["message_id"]


async def test_the_same_look_and_an_old_message_are_no_trouble(at: Counter) -> None:
    order = await paid(at)
    await at.shop.fulfilment.begin(order, at.seller)
    await at.settled()
    async with at.database.transaction() as session:
        from bot.shop.orders.writes import owe_shown

        await owe_shown(session, order, at.clock.now())
    await at.settled()
    at.clock.move(timedelta(days=5))
    await at.shop.fulfilment.ready(order, at.seller)
    await at.settled()
    assert labels(at.saw(MARIA, "👌"))


async def test_blocked_people_are_left_in_peace(at: Counter) -> None:
    order = await paid(at)
    at.telegram.chats[str(MARIA)]["state"] = "blocked"
    await at.shop.fulfilment.begin(order, at.seller)
    await at.settled()
    person = await at.shop.customers.find(MARIA)
    assert person is not None
    assert person.blocked


async def test_open_orders_come_first_and_a_number_finds_ones_own(at: Counter) -> None:
    done = await paid(at)
    await at.shop.fulfilment.hand_over(done, at.seller, None)
    cancelled = await paid(at)
    person = await at.shop.customers.find(MARIA)
    assert person is not None
    await at.shop.fulfilment.cancel(cancelled, person.id)
    for _ in range(8):
        await paid(at)
    listed = await at.says(MARIA, "/orders")
    assert sum(label.startswith("📦 V-") for label in labels(listed)) == 8
    assert "Завершённые" not in words(listed)
    over = await at.press(MARIA, "▶️")
    assert [label for label in labels(over) if label.startswith("📦 V-")] == ["📦 V-1002", "📦 V-1001"]
    assert labels(await at.press(MARIA, "◀️")) == labels(listed)
    assert "V-1001" in words(await at.says(MARIA, "v-1001"))
    await at.starts(PETER)
    assert words(await at.says(PETER, "V-1001")).startswith("🙅")
    assert len(await at.shop.purchases.open_of(person.id, 20)) == 8


async def test_what_is_left_of_an_order_is_bought_again_and_the_rest_is_said(at: Counter) -> None:
    many, only = await at.work("Кружка", pieces=5), await at.work("Закат")
    for product in (many, only):
        await at.starts(MARIA, f"p_{product}")
        await at.press(MARIA, "➕")
    await at.says(MARIA, "/cart")
    await at.press(MARIA, "✅")
    await at.press(MARIA, "🤝")
    await at.deliver()
    order = await newest(at)
    await at.shop.fulfilment.hand_over(order, at.seller, "cash")
    await at.settled()
    again = await at.press(MARIA, "🔁")
    assert words(again).startswith("😔 Больше не купить: «Закат»")
    assert "«Кружка»" in words(again)
    assert any(label.startswith("💳") for label in labels(again))
    await at.press(MARIA, "❌", again)
    await at.starts(PETER, f"p_{many}")
    for _ in range(4):
        await at.press(PETER, "➕")
    await at.says(PETER, "/cart")
    await at.press(PETER, "✅")
    await at.press(PETER, "🤝")
    await at.says(MARIA, "V-1001")
    nothing = await at.press(MARIA, "🔁")
    assert words(nothing).startswith("😔")
    assert labels(nothing)[0].startswith("🛍")


@pytest.mark.parametrize(
    ("way", "consequence"),
    [("💳", "Оплата вернётся целиком: 12 000 ₽"), ("🤝", "Платить ничего не придётся")],
)
async def test_cancelling_says_first_what_becomes_of_the_money_and_may_say_why(
    at: Counter, way: str, consequence: str
) -> None:
    product = await at.work()
    await at.starts(MARIA, f"p_{product}")
    await at.press(MARIA, "⚡")
    await at.press(MARIA, way)
    await at.deliver()
    if way == "💳":
        await at.says(MARIA, "/orders")
        await at.press(MARIA, "📦 V-")
        unpaid = await at.press(MARIA, "❌")
        assert "С вас ничего не списано" in words(unpaid)
        assert not any("Долго" in label for label in labels(unpaid))
        await at.press(MARIA, "⬅️", unpaid)
        await at.pays()
    await at.says(MARIA, "/orders")
    await at.press(MARIA, "📦 V-")
    asked = await at.press(MARIA, "❌")
    assert consequence in words(asked)
    await at.press(MARIA, "❌ Долго", asked)
    await at.settled()
    assert (await at.shop.orders.get(OrderId(1))).state is OrderState.CANCELLED
    assert "Причина: долго ждать" in words(at.saw(OWNER, "❌ Покупатель отменил"))
    assert await at.shop.payments.differences() == []
    assert await at.shop.stock.differences() == []


async def test_the_seller_reads_that_a_refund_is_under_way_and_cannot_ask_for_it_twice(at: Counter) -> None:
    order = await paid(at)
    await at.says(OWNER, "V-1001")
    await at.press(OWNER, "💸")
    shown = await at.press(OWNER, "💸")
    assert "возвращаем 12 000 ₽" in words(shown)
    assert not any(label.startswith("💸") for label in labels(shown))
    await at.settled()
    assert "деньги возвращены" in words(await at.says(OWNER, "V-1001"))
    assert (await at.shop.orders.get(order)).paid_minor == 0


async def test_buttons_under_every_message_of_an_order_name_only_that_order(at: Counter) -> None:
    order = await paid(at)
    await at.shop.fulfilment.ready(order, at.seller)
    await at.settled()
    for message in own(at, MARIA):
        if not words(message).startswith(("🎉", "👌")):
            continue
        for button in buttons(message):
            data = str(button.get("callback_data", ""))
            assert data.startswith("+") or f":{order}" in data, button
