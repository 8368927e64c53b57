"""Does a purchase get to an address, at a fixed price or one that is told later, in each language?"""

from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy import text

from bot.basics.clock import MovableClock
from bot.basics.ids import CustomerId
from bot.partners.pretend.yookassa.receipts import ReceiptMode
from bot.shop.delivery.errors import NoSuchWay
from bot.shop.delivery.values import NewWay, WayKind
from bot.shop.orders.values import OrderState, OrderView, PayWay
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
    all_texts,
    counter,
    labels,
    words,
)

COURIER = NewWay("Курьер", 50_000, 3_000_000, "Москва", "1–2 дня")
POST = NewWay("Почта России", None, None, "весь мир", "5–20 дней")
ADDRESS = "101000, Москва, Мясницкая, 5, кв. <b>7</b> & Мария"
PHONE = "+79123456789"


@pytest.fixture
async def at(database: Database, clock: MovableClock) -> AsyncIterator[Counter]:
    async with counter(database, clock) as opened:
        await opened.shop.deliveries.add(WayKind.COURIER, COURIER)
        await opened.shop.deliveries.add(WayKind.POST, POST)
        yield opened
        opened.assert_well_behaved()
        assert await opened.shop.stock.differences() == []
        assert await opened.shop.payments.differences() == []
        await opened.assert_nothing_failed()


async def chooses(at: Counter, buyer: int, way: str) -> Message:
    """Up to the screen after the contact."""
    product = await at.work()
    await at.starts(buyer, f"p_{product}")
    await at.press(buyer, "⚡")
    asked = await at.press(buyer, way)
    assert all_texts()[LANGUAGES[buyer]]("ask-address").split("?")[0] in words(asked).replace("\u00a0", " ")
    await at.says(buyer, ADDRESS)
    return await at.says(buyer, PHONE)


async def order_of(at: Counter, buyer: int) -> OrderView:
    person = await at.shop.customers.find(buyer)
    assert person is not None
    return await at.shop.orders.get((await at.shop.orders.mine(person.id))[0].id)


async def quoted(at: Counter, buyer: int, answer: str = "850; 3–5 дней") -> OrderView:
    """Asked, and a price told."""
    await chooses(at, buyer, "📦")
    await at.press(buyer, "📨")
    await at.deliver()
    await at.press(OWNER, "💰 Назвать цену")
    await at.says(OWNER, answer)
    await at.deliver()
    return await order_of(at, buyer)


@pytest.mark.parametrize("buyer", LANGUAGES)
async def test_a_courier_at_a_fixed_price_is_a_line_of_the_order_and_paid_at_once(at: Counter, buyer: int) -> None:
    shown = await chooses(at, buyer, "🚚")
    assert "12 500" in words(shown).replace(",", " ")
    assert "&lt;b&gt;" not in words(shown)
    assert "<b>7</b> & Мария" in words(shown)
    await at.press(buyer, "💳")
    await at.deliver()
    await at.pays()
    order = await order_of(at, buyer)
    assert (order.state, order.total.minor, order.paid_minor) == (OrderState.ACCEPTED, 1_250_000, 1_250_000)
    card = at.with_button(OWNER, "🚚 Отправлен")
    assert ADDRESS in words(card)
    await at.press(OWNER, "🚚 Отправлен")
    await at.says(OWNER, "RA123456789RU")
    await at.deliver()
    told = at.with_button(buyer, all_texts()[LANGUAGES[buyer]].plain("parcel-received"))
    assert "RA123456789RU" in words(told)
    assert words(told).startswith("🚚")
    await at.press(buyer, "✅")
    await at.settled()
    order = await order_of(at, buyer)
    assert (order.stage, order.state) == ("received", OrderState.HANDED_OVER)
    assert words(at.saw(OWNER, "✅ Покупатель получил заказ"))


@pytest.mark.parametrize("buyer", LANGUAGES)
async def test_a_price_told_later_is_agreed_to_by_a_button_and_paid(at: Counter, buyer: int) -> None:
    texts = all_texts()[LANGUAGES[buyer]]
    shown = await chooses(at, buyer, "📦")
    assert texts.plain("ask-price") in labels(shown)
    waiting = await at.press(buyer, "📨")
    assert words(waiting).startswith("📨")
    await at.deliver()
    asked = await order_of(at, buyer)
    assert (asked.stage, asked.total.minor) == ("asked", 1_200_000)
    assert words(at.saw(OWNER, "📨 Сколько стоит доставка?"))
    await at.press(OWNER, "💰 Назвать цену")
    await at.says(OWNER, "850; 3–5 дней")
    await at.deliver()
    offer = at.with_button(buyer, texts.plain("accept-pay"))
    assert "850" in words(offer)
    assert "12 850" in words(offer).replace(",", " ")
    await at.press(buyer, texts.plain("accept-pay"))
    await at.deliver()
    await at.pays()
    order = await order_of(at, buyer)
    assert (order.state, order.total.minor, order.paid_minor) == (OrderState.ACCEPTED, 1_285_000, 1_285_000)
    assert words(at.saw(buyer, "🎉"))


async def test_another_price_before_the_answer_takes_the_old_button_away(at: Counter) -> None:
    order = await quoted(at, MARIA)
    old = at.with_button(MARIA, "✅ Принять")
    await at.press(OWNER, "💰 Другая цена")
    await at.says(OWNER, "900")
    await at.deliver()
    assert order.delivery is not None
    await at.forge(MARIA, f"kz:{order.id}:{order.delivery.version}:online")
    assert "изменилась" in at.toast()
    assert "900" in words(at.last(MARIA))
    assert old["message_id"] != at.with_button(MARIA, "✅ Принять")["message_id"]
    await at.press(MARIA, "✅ Принять")
    await at.press(MARIA, "🔄")
    await at.deliver()
    await at.pays()
    order = await order_of(at, MARIA)
    assert (order.total.minor, order.paid_minor) == (1_290_000, 1_290_000)
    assert order.delivery is not None
    assert order.delivery.days == "3–5 дней"
    await at.press(OWNER, "💰 Другая цена", at.saw(OWNER, "⏳"))
    assert "в другом состоянии" in at.toast()


async def test_a_buyer_who_declines_ends_the_order_and_the_seller_is_told(at: Counter) -> None:
    order = await quoted(at, MARIA)
    await at.press(MARIA, "❌ Отказаться")
    await at.deliver()
    assert (await at.shop.orders.get(order.id)).state is OrderState.CANCELLED
    assert words(at.saw(OWNER, "❌ Покупатель отказался от заказа"))
    free = (await at.shop.stock.availability([order.lines[0].variant]))[order.lines[0].variant]
    assert free.available == 1
    await at.press(OWNER, "💰 Другая цена", at.saw(OWNER, "⏳"))
    assert "в другом состоянии" in at.toast()


async def test_a_seller_who_cannot_deliver_says_so_once(at: Counter) -> None:
    await chooses(at, MARIA, "📦")
    await at.press(MARIA, "📨")
    await at.deliver()
    card = at.saw(OWNER, "📨 Сколько стоит")
    await at.press(OWNER, "❌ Не доставить", card)
    shown = await at.press(OWNER, "❌ Да, отказать")
    assert words(shown).startswith("❌")
    await at.deliver()
    assert labels(at.saw(MARIA, "😔 Заказ"))[0].startswith("🔁")
    assert (await order_of(at, MARIA)).state is OrderState.CANCELLED


async def test_a_price_that_never_comes_frees_the_pieces_and_both_are_told(at: Counter) -> None:
    await chooses(at, MARIA, "📦")
    await at.press(MARIA, "📨")
    await at.deliver()
    await at.later(timedelta(hours=13))
    assert words(at.saw(OWNER, "⏳ Заказ"))
    await at.later(timedelta(hours=10))
    assert (await order_of(at, MARIA)).state is OrderState.AWAITING_PAYMENT
    await at.later(timedelta(hours=2))
    assert (await order_of(at, MARIA)).state is OrderState.EXPIRED
    assert words(at.saw(MARIA, "⌛ Продавец не успел"))
    assert words(at.saw(OWNER, "⌛ Цена доставки"))


async def test_an_answer_that_never_comes_frees_the_pieces_and_both_are_told(at: Counter) -> None:
    await quoted(at, MARIA)
    await at.later(timedelta(hours=19))
    assert words(at.saw(MARIA, "⏳ Доставка заказа"))
    await at.later(timedelta(hours=6))
    assert (await order_of(at, MARIA)).state is OrderState.EXPIRED
    assert words(at.saw(MARIA, "⌛ Цена доставки"))
    assert words(at.saw(OWNER, "⌛ Покупатель не ответил"))


async def test_a_bad_address_or_a_bad_sum_loses_nothing(at: Counter) -> None:
    product = await at.work()
    await at.starts(MARIA, f"p_{product}")
    await at.press(MARIA, "⚡")
    await at.press(MARIA, "📦")
    assert words(await at.says(MARIA, "дом")).startswith("🙅")
    assert words(await at.says(MARIA, "д" * 301)).startswith("🙅")
    await at.says(MARIA, "Москва\nМясницкая, 5")
    await at.says(MARIA, PHONE)
    await at.press(MARIA, "📨")
    await at.deliver()
    await at.press(OWNER, "💰 Назвать цену")
    for odd in ("дорого", "-5", "12.000", "999999999999"):
        assert words(await at.says(OWNER, odd)).startswith("🙅")
    await at.says(OWNER, "бесплатно")
    await at.deliver()
    order = await order_of(at, MARIA)
    assert order.delivery is not None
    assert (order.delivery.address, order.delivery.price_minor) == ("Москва, Мясницкая, 5", 0)


async def test_going_back_to_collecting_takes_the_delivery_out_of_the_sum(at: Counter) -> None:
    await chooses(at, MARIA, "🚚")
    await at.press(MARIA, "🚚 Другой способ")
    shown = await at.press(MARIA, "📍")
    assert "12 000" in words(shown)
    await at.press(MARIA, "🤝")
    await at.deliver()
    order = await order_of(at, MARIA)
    assert (order.delivery, order.total.minor) == (None, 1_200_000)


async def test_nobody_reads_anybody_elses_address_or_answers_for_them(at: Counter) -> None:
    order = await quoted(at, MARIA)
    for data in (f"kz:{order.id}:1:online", f"kq:{order.id}", f"ka:{order.id}", f"kv:{order.id}:1", f"kr:{order.id}"):
        await at.starts(PETER)
        shown = await at.forge(PETER, data)
        assert words(shown).startswith("🙅"), data
    assert (await at.shop.orders.get(order.id)).stage == "quoted"


async def test_the_way_there_is_kept_when_a_parcel_comes_back_unless_the_seller_gives_it_too(at: Counter) -> None:
    await chooses(at, EWA, "🚚")
    await at.press(EWA, "💳")
    await at.deliver()
    await at.pays()
    await at.press(OWNER, "🚚 Отправлен")
    await at.press(OWNER, "🚚 Без номера")
    await at.deliver()
    shown = await at.press(OWNER, "💸")
    assert [each.split()[0:2] for each in labels(shown)[:2]] == [["💸", "За"], ["💸", "Всё"]]
    await at.press(OWNER, "💸 За")
    await at.deliver()
    order = await order_of(at, EWA)
    assert (order.state, order.paid_minor) == (OrderState.CANCELLED, 50_000)
    assert await at.shop.payments.differences() == []
    await at.press(OWNER, "💸 Вернуть")
    await at.press(OWNER, "💸 Всё")
    await at.deliver()
    assert (await order_of(at, EWA)).paid_minor == 0


async def test_a_way_is_described_in_one_message_switched_and_removed(at: Counter) -> None:
    await at.says(OWNER, "/desk")
    await at.press(OWNER, "⚙️")
    await at.press(OWNER, "🚚 Доставка")
    await at.press(OWNER, "🚚 Новый курьер")
    assert words(await at.says(OWNER, "Велокурьер")).startswith("🙅")
    shown = await at.says(OWNER, "Велокурьер; 300 от 5000 бесплатно; центр; сегодня")
    assert "300" in words(shown)
    assert "5 000" in words(shown)
    shown = await at.press(OWNER, "🙈")
    assert "Выключена" in words(shown)
    await at.press(OWNER, "✅")
    await at.press(OWNER, "🤝")
    await at.press(OWNER, "✏️")
    await at.says(OWNER, "Велокурьер; позже")
    await at.press(OWNER, "🗑")
    shown = await at.press(OWNER, "🗑 Да")
    assert "🚚 Велокурьер" not in labels(shown)
    await at.press(OWNER, "⏳ Время на цену")
    assert words(await at.says(OWNER, "тысяча")).startswith("🙅")
    shown = await at.says(OWNER, "48")
    assert "48 ч" in words(shown)


async def test_each_screen_of_delivery_costs_few_statements(at: Counter, database: Database) -> None:
    await quoted(at, MARIA)
    for who, data in ((MARIA, "kg:1"), (OWNER, "so:1:open:0"), (OWNER, "S:delivery"), (OWNER, "D")):
        with Statements(database) as ran:
            await at.forge(who, data)
        screen = [
            statement for statement in ran.seen if "FROM customer" not in statement and "stored_" not in statement
        ]
        assert len(screen) <= 6, (data, len(screen), screen)


async def test_a_parcel_that_is_paid_for_at_the_door_is_completed_by_the_seller(at: Counter) -> None:
    way = (await at.shop.deliveries.all())[0]
    await at.shop.deliveries.pay_on_receipt(way.id, allowed=True)
    shown = await chooses(at, PETER, "🚚")
    assert "🤝 Pay on delivery" in labels(shown)
    await at.press(PETER, "🤝")
    await at.deliver()
    await at.press(OWNER, "🚚 Отправлен")
    await at.says(OWNER, "https://track.example/RA1")
    await at.deliver()
    told = at.saw(PETER, "🚚")
    assert labels(told)[0] == "🔎 Where is it"
    assert "✅ Received" not in labels(told)
    assert "12 500" in words(told).replace(",", " ")
    await at.forge(PETER, f"kr:{(await order_of(at, PETER)).id}")
    assert (await order_of(at, PETER)).stage == "sent"
    await at.press(OWNER, "🤲 Вручён")
    await at.press(OWNER, "💵")
    await at.settled()
    order = await order_of(at, PETER)
    assert (order.stage, order.paid_minor) == ("received", 1_250_000)
    assert words(at.saw(PETER, "✅ Order"))


async def test_a_piece_sold_elsewhere_meanwhile_ends_the_question_and_old_cards_say_so(at: Counter) -> None:
    await chooses(at, MARIA, "📦")
    await at.press(MARIA, "📨")
    await at.deliver()
    order = await order_of(at, MARIA)
    await at.shop.channels.sold_by_hand(order.lines[0].sku, 1, None, at.seller, "fair")
    await at.deliver()
    assert words(at.saw(MARIA, "😔"))
    await at.press(OWNER, "💰 Назвать цену", at.saw(OWNER, "📨 Сколько стоит"))
    assert "в другом состоянии" in at.toast()
    assert (await order_of(at, MARIA)).state is OrderState.EXPIRED


async def test_a_number_that_is_told_later_comes_in_the_message_of_the_order(at: Counter) -> None:
    await chooses(at, EWA, "🚚")
    await at.press(EWA, "💳")
    await at.deliver()
    await at.pays()
    await at.press(OWNER, "🚚 Отправлен")
    await at.press(OWNER, "🚚 Без номера")
    await at.deliver()
    at.clock.move(timedelta(minutes=1))
    rung = len(at.telegram.calls("sendMessage", "sendPhoto"))
    await at.press(OWNER, "✏️ Трек-номер")
    await at.says(OWNER, "RA777")
    await at.settled()
    to_ewa = [call for call in at.telegram.calls("sendMessage", "sendPhoto")[rung:] if call.params["chat_id"] == EWA]
    assert to_ewa == []
    assert "RA777" in words(at.last(EWA))
    assert words(await at.says(OWNER, f"/ready V-{1000 + (await order_of(at, EWA)).id}")).startswith("🙅")
    await at.later(timedelta(days=10, hours=1))
    assert words(at.saw(EWA, "📦 Czy zamówienie"))
    await at.later(timedelta(days=12))
    assert words(at.saw(OWNER, "⚠️ Заказ"))


async def test_what_is_given_back_after_it_came_leaves_the_way_there_paid(at: Counter) -> None:
    await chooses(at, MARIA, "🚚")
    await at.press(MARIA, "💳")
    await at.deliver()
    await at.pays()
    await at.press(OWNER, "🚚 Отправлен")
    await at.press(OWNER, "🚚 Без номера")
    await at.deliver()
    await at.press(MARIA, "✅ Получено")
    await at.settled()
    await at.press(MARIA, "↩️")
    await at.says(MARIA, "Не подошла")
    await at.settled()
    await at.press(OWNER, "✅ Принять")
    await at.says(OWNER, "Почтой на мастерскую")
    await at.deliver()
    await at.press(OWNER, "📦 Открыть", at.with_button(OWNER, "📦 Открыть"))
    shown = await at.press(OWNER, "↩️ Снова")
    assert "12 000" in words(shown)
    assert "12 500" in words(shown)
    await at.press(OWNER, "💸 Да")
    await at.deliver()
    assert (await order_of(at, MARIA)).paid_minor == 50_000


async def test_an_address_is_shown_to_its_owner_and_forgotten_with_them(at: Counter, database: Database) -> None:
    order = await quoted(at, MARIA)
    assert ADDRESS.split(",")[2].strip() in str(await at.shop.privacy.export(order.customer))
    await at.press(MARIA, "❌ Отказаться")
    await at.deliver()
    await at.shop.privacy.erase(order.customer)
    async with database.reading() as session:
        left = await session.execute(text("SELECT address, track FROM order_delivery"))
        assert [tuple(row) for row in left] == [("", "")]


async def test_a_way_that_nobody_can_pay_for_is_not_offered_and_the_seller_reads_why(at: Counter) -> None:
    shop = replace(at.shop.shipping, online=replace(at.shop.shipping.online, configured=False))
    way = (await at.shop.deliveries.all())[0]
    product = await at.work()
    await at.starts(PETER, f"p_{product}")
    await at.press(PETER, "⚡")
    order = await at.shop.attention.pressing(await someone_known(at, PETER))
    assert order is not None
    with pytest.raises(NoSuchWay):
        await shop.choose(order.id, order.customer, way.id)
    await at.shop.deliveries.pay_on_receipt(way.id, allowed=True)
    assert (await shop.choose(order.id, order.customer, way.id)).ways == (PayWay.AT_PICKUP,)


async def someone_known(at: Counter, user: int) -> CustomerId:
    person = await at.shop.customers.find(user)
    assert person is not None
    return person.id


async def test_a_way_is_told_in_the_language_of_whoever_reads_and_changed_in_that_of_whoever_writes(
    at: Counter,
) -> None:
    shop = at.shop
    way = (await shop.deliveries.all())[0].id
    await shop.deliveries.change(way, NewWay("Courier", 60_000, None, "the city", "1 day"), "en")
    await shop.deliveries.change(way, NewWay("Kurier", 60_000, None, "miasto", "1 dzień"), "pl")
    found = await shop.deliveries.get(way)
    assert [found.told(language).title for language in LANGUAGES.values()] == ["Курьер", "Courier", "Kurier"]
    assert found.price_minor == 60_000
    await shop.deliveries.change(way, NewWay("Гонец", 50_000), "ru")
    assert (await shop.deliveries.get(way)).told("ru").title == "Гонец"
    await at.starts(PETER, f"p_{await at.work()}")
    asked = await at.press(PETER, "⚡")
    assert "🚚 Courier" in labels(asked)
    assert "the city, 1 day" in words(asked)
    sent = await at.press(PETER, "🚚")
    assert "Courier" in words(sent)
    assert "Гонец" not in words(sent)


@pytest.mark.parametrize("repriced", [False, True], ids=["same_price", "another_price_meanwhile"])
async def test_where_the_receipt_goes_is_asked_once_and_the_price_that_was_seen_is_agreed_to(
    database: Database, clock: MovableClock, *, repriced: bool
) -> None:
    async with counter(database, clock, receipts="yookassa") as at:
        at.yookassa.receipts = ReceiptMode.YOOKASSA
        await at.shop.deliveries.add(WayKind.POST, POST)
        await quoted(at, MARIA)
        await at.press(MARIA, "✅ Принять")
        assert words(at.last(MARIA)).startswith("Куда прислать чек?")
        if repriced:
            await at.press(OWNER, "💰 Другая цена")
            await at.says(OWNER, "990")
        await at.says(MARIA, "anna@example.com")
        await at.deliver()
        order = await order_of(at, MARIA)
        if repriced:
            assert order.state is OrderState.AWAITING_PAYMENT
            assert order.total.minor == 1_200_000, "nobody has agreed to 990"
            await at.press(MARIA, "✅ Принять")
            await at.deliver()
        await at.pays()
        assert (await order_of(at, MARIA)).paid_minor == (1_299_000 if repriced else 1_285_000)
        at.assert_well_behaved()
