"""Does a buyer give an order back in the chat, with words and pictures, in each language?"""

from datetime import timedelta

import pytest

from bot.basics.clock import MovableClock
from bot.basics.ids import OrderId
from bot.storage.database import Database
from tests.support.counter import (
    EWA,
    LANGUAGES,
    MARIA,
    OWNER,
    PETER,
    Counter,
    Message,
    Statements,
    counter,
    labels,
    words,
)
from tests.support.pictures import painting


@pytest.fixture
async def at(database: Database, clock: MovableClock):  # type: ignore[no-untyped-def]
    async with counter(database, clock) as opened:
        yield opened
        opened.assert_well_behaved()


async def handed_over(at: Counter, buyer: int) -> OrderId:
    product = await at.work()
    await at.starts(buyer, f"p_{product}")
    await at.press(buyer, "⚡")
    await at.press(buyer, "💳")
    await at.deliver()
    await at.pays()
    person = await at.shop.customers.find(buyer)
    assert person is not None
    order = (await at.shop.orders.mine(person.id))[0].id
    await at.shop.fulfilment.hand_over(order, at.seller)
    await at.settled()
    return order


async def asks(at: Counter, buyer: int, order: OrderId) -> Message:
    """The request with its reason and a picture; the alert in the seller's chat."""
    await at.says(buyer, f"V-{1000 + order}")
    await at.press(buyer, "↩️")
    assert words(at.last(buyer)).startswith("↩️")
    passed = await at.says(buyer, "Не тот <i>цвет</i>")
    assert words(passed).startswith("↩️")
    at.telegram.user_sends_photo(buyer, painting(), "Вот")
    await at.handle()
    await at.settled()
    return at.with_button(OWNER, "✅ Принять")


@pytest.mark.parametrize("buyer", [MARIA, PETER, EWA], ids=lambda each: LANGUAGES[each])
async def test_asked_with_a_picture_agreed_brought_and_paid_back(at: Counter, buyer: int) -> None:
    order = await handed_over(at, buyer)
    asked = await asks(at, buyer, order)
    assert "photo" in asked, "the newest message of the conversation carries the buttons"
    assert any("<i>цвет</i>" in words(each) and words(each).startswith("↩️") for each in at.telegram.chat(OWNER))
    await at.press(OWNER, "✅ Принять", asked)
    await at.says(OWNER, "В субботу с 12 до 20")
    await at.settled()
    told = at.saw(buyer, "↩️")
    assert "В субботу с 12 до 20" in words(told)
    page = await at.says(buyer, f"V-{1000 + order}")
    assert "В субботу с 12 до 20" in words(page)
    assert not any(label.startswith("↩️") for label in labels(page))
    await at.says(OWNER, f"V-{1000 + order}")
    sure = await at.press(OWNER, "↩️ Снова")
    assert "12 000 ₽" in words(sure)
    done = await at.press(OWNER, "💸 Да", sure)
    assert words(done).startswith("💸")
    assert "возвращаем 12 000 ₽" in words(done)
    await at.settled()
    assert words(at.saw(buyer, "💸"))
    assert await at.shop.stock.differences() == []
    assert await at.shop.payments.differences() == []
    assert (await at.shop.orders.get(order)).paid_minor == 0


async def test_declined_with_words(at: Counter) -> None:
    order = await handed_over(at, MARIA)
    asked = await asks(at, MARIA, order)
    await at.press(OWNER, "❌ Отклонить", asked)
    await at.says(OWNER, "Работа на заказ, возврата нет")
    await at.settled()
    told = at.saw(MARIA, "🙅")
    assert "V-1001" in words(told)
    assert "Работа на заказ" in words(told)
    old = await at.press(OWNER, "✅ Анна")
    assert "Не тот" in words(old)
    assert "Отклонён" not in words(old)


async def test_agreed_with_one_tap_means_the_place_it_was_collected_at(at: Counter) -> None:
    order = await handed_over(at, MARIA)
    asked = await asks(at, MARIA, order)
    await at.press(OWNER, "✅ Принять", asked)
    await at.press(OWNER, "📍")
    await at.settled()
    assert "Принесите сюда: Мастерская, Москва, Пречистенка, 12" in words(at.saw(MARIA, "↩️"))


async def test_it_is_offered_only_as_long_as_the_shop_says(at: Counter) -> None:
    order = await handed_over(at, MARIA)
    assert any(label.startswith("↩️") for label in labels(await at.says(MARIA, "V-1001")))
    with Statements(at.database) as statements:
        await at.forge(MARIA, f"oo:{order}")
    assert len(statements.seen) <= 5, statements.seen
    await at.says(OWNER, "/desk")
    await at.press(OWNER, "⚙️")
    await at.press(OWNER, "📜")
    await at.press(OWNER, "✏️ Срок возврата")
    assert "Возврат: 14 дн." in words(await at.says(OWNER, "14"))
    at.clock.move(timedelta(days=10))
    page = await at.says(MARIA, "V-1001")
    assert any(label.startswith("↩️") for label in labels(page))
    await at.press(OWNER, "✏️ Срок возврата")
    assert "Возврат: не принимаем" in words(await at.says(OWNER, "нет"))
    assert words(await at.press(MARIA, "↩️", page)).startswith("🙅")
    assert not any(label.startswith("↩️") for label in labels(await at.says(MARIA, "V-1001")))
