"""Does a seller decide in chat who gets a piece that was paid here and sold elsewhere, in each of three ways?"""

from collections.abc import AsyncIterator
from datetime import timedelta

import pytest

from bot.basics.clock import MovableClock
from bot.basics.ids import OrderId, ProductId
from bot.basics.languages import Language
from bot.shop.channels.values import ChannelKind, Sale, SaleLine
from bot.shop.orders.values import OrderState
from bot.storage.database import Database
from tests.support.counter import LANGUAGES, MARIA, OWNER, PETER, Counter, Message, counter, labels, words

SECOND = 701
DAY = timedelta(hours=24)


@pytest.fixture
async def at(database: Database, clock: MovableClock) -> AsyncIterator[Counter]:
    async with counter(database, clock, frozenset({OWNER, SECOND})) as opened:
        opened.telegram.add_user(SECOND, "Олег", "ru", started=True)
        yield opened
        opened.assert_well_behaved()
        await opened.assert_nothing_failed()
        assert await opened.shop.stock.differences() == []
        assert await opened.shop.payments.differences() == []


async def _paid(at: Counter, product: int, buyer: int = MARIA) -> OrderId:
    await at.starts(buyer, f"p_{product}")
    await at.press(buyer, "⚡")
    await at.press(buyer, "💳")
    await at.deliver()
    await at.pays()
    who = (await at.shop.customers.recognise(buyer, "", None, LANGUAGES[buyer])).id
    return (await at.shop.purchases.open_of(who))[0].id


async def _sold_there(at: Counter, product: int, number: str = "order-77", quantity: int = 1) -> None:
    if not await at.shop.register.all():
        await at.shop.register.add("Ярмарка", ChannelKind.MARKETPLACE)
    (market,) = await at.shop.register.all()
    sku = (await at.shop.catalogue.card(ProductId(product), "ru")).sku
    sale = Sale(number, at.clock.now(), (SaleLine(sku, quantity),))
    await at.shop.channels.record_sale(market, sale, f"{number} {quantity}")
    await at.deliver()


async def _torn(at: Counter) -> tuple[OrderId, Message]:
    """Paid here, sold there: the order, and the card that the seller was sent."""
    product = await at.work()
    order = await _paid(at, product)
    await _sold_there(at, product)
    return order, at.saw(OWNER, "⚠️")


async def state(at: Counter, order: OrderId) -> OrderState:
    return (await at.shop.orders.get(order)).state


async def test_the_card_comes_to_every_seller_once_with_both_sides_three_ways_and_a_deadline(at: Counter) -> None:
    order, card = await _torn(at)
    number = (await at.shop.orders.get(order)).number
    for said in ("«Закат над Невой»", "Не хватает 1 штуки", f"Здесь: {number}, 12 000 ₽, оплачен", "«Ярмарка»",
                 "order-77", "Если не решить, завтра"):  # fmt: skip
        assert said in words(card)
    assert labels(card)[:3] == ["✅ Есть ещё одна", "↩️ Отменить там", "💸 Вернуть деньги"]
    assert labels(card)[-1].startswith("🧰")
    await at.deliver()
    for seller in (OWNER, SECOND):
        assert sum(words(each).startswith("⚠️") for each in at.telegram.chat(seller)) == 1


async def test_at_night_the_card_comes_at_once_and_rings(at: Counter) -> None:
    at.clock.move(timedelta(hours=12))  # three in the morning where the shop is
    await _torn(at)
    sent = [call.params for call in at.telegram.calls("sendMessage") if "Не хватает" in str(call.params.get("text"))]
    assert len(sent) == 2
    assert not any(each.get("disable_notification") for each in sent)


async def test_one_more_is_there(at: Counter) -> None:
    order, card = await _torn(at)
    done = await at.press(OWNER, "✅ Есть", card)
    assert words(done).startswith("✅")
    assert "заказы остаются в силе" in words(done)
    assert await state(at, order) is OrderState.ACCEPTED
    await at.deliver()
    assert not any("не получится" in words(each) for each in at.telegram.chat(MARIA))
    assert words(await at.says(OWNER, "/why W-0001")).count("нашлось ещё") == 1


async def test_it_is_cancelled_there(at: Counter) -> None:
    order, card = await _torn(at)
    done = await at.press(OWNER, "↩️", card)
    assert "отмените её и там" in words(done)
    assert await state(at, order) is OrderState.ACCEPTED
    await at.settled()
    await at.press(OWNER, "👌", at.saw(OWNER, "🆕"))
    await at.deliver()
    assert words(at.last(MARIA)).startswith("👌")


@pytest.mark.parametrize("language", ["ru", "en", "pl"])
async def test_the_buyer_here_is_refunded_and_told_kindly_in_his_language(at: Counter, language: Language) -> None:
    product = await at.work()
    order = await _paid(at, product)
    buyer = (await at.shop.orders.get(order)).customer
    await at.shop.customers.choose_language(buyer, language)
    await at.shop.customers.choose_language(at.seller, language)
    await _sold_there(at, product)
    card = at.saw(OWNER, "⚠️")
    asked = await at.press(OWNER, "💸", card)
    assert "12 000 ₽" in words(asked)
    assert await state(at, order) is OrderState.ACCEPTED
    assert labels(await at.press(OWNER, "⬅️", asked)) == labels(card)
    await at.press(OWNER, "💸", card)
    assert words(await at.press(OWNER, "💸", card)).startswith("✅")
    await at.deliver()
    told = at.saw(MARIA, "😔")
    assert (await at.shop.orders.get(order)).number in words(told)
    assert len(labels(told)) == 3  # other works, the order, a question: the message about the money leaves them
    assert "12 000 ₽" in words(at.saw(MARIA, "💸"))
    assert await state(at, order) is OrderState.CANCELLED
    assert len(at.yookassa.refunds()) == 1
    assert not words(await at.press(MARIA, labels(told)[0], told)).startswith("🙅")


async def test_a_second_tap_and_a_second_seller_are_told_how_it_ended(at: Counter) -> None:
    order, card = await _torn(at)
    other = at.saw(SECOND, "⚠️")
    await at.press(OWNER, "✅ Есть", card)
    for way in ("✅ Есть", "↩️", "💸"):
        assert words(await at.press(SECOND, way, at.telegram.message(SECOND, other["message_id"]))).startswith("✅")
        assert at.toast() == "🙅 Это уже решено. Вот чем кончилось."
        break
    number = at.last(SECOND)["message_id"]
    for data in ("da:1:more:1:1:0", "da:1:there:1:1:0", f"da:1:back:{order}:0:1", f"da:1:back:{order}:0:0"):
        at.telegram.user_presses(SECOND, SECOND, number, data, forged=True)
        await at.handle()
        assert at.toast() == "🙅 Это уже решено. Вот чем кончилось."
        assert "заказы остаются в силе" in words(at.last(SECOND))
    assert await state(at, order) is OrderState.ACCEPTED
    assert at.yookassa.refunds() == []


async def test_nobody_answers_and_after_the_deadline_a_tap_finds_it_decided(at: Counter) -> None:
    order, card = await _torn(at)
    await at.later(DAY - timedelta(minutes=1))
    assert await state(at, order) is OrderState.ACCEPTED
    await at.later(timedelta(minutes=2))
    assert await state(at, order) is OrderState.CANCELLED
    number = (await at.shop.orders.get(order)).number
    for seller in (OWNER, SECOND):
        assert f"Заказы отменены: {number}" in words(at.saw(seller, "⌛"))
    assert words(at.saw(MARIA, "😔"))
    assert words(at.saw(MARIA, "💸"))
    late = await at.press(OWNER, "✅ Есть", card)
    assert at.toast() == "🙅 Это уже решено. Вот чем кончилось."
    assert words(late).startswith("⌛")
    await at.later(DAY)
    assert len(at.yookassa.refunds()) == 1
    assert sum(words(each).startswith("⌛") for each in at.telegram.chat(OWNER)) == 2  # the answer, and the old card


async def test_of_several_orders_the_seller_chooses_which(at: Counter) -> None:
    product = await at.work(pieces=2)
    first = await _paid(at, product)
    second = await _paid(at, product, PETER)
    await _sold_there(at, product, quantity=2)
    card = at.saw(OWNER, "⚠️")
    numbers = [(await at.shop.orders.get(each)).number for each in (first, second)]
    assert "Не хватает 2 штук" in words(card)
    assert labels(card)[:3] == ["✅ Есть ещё 2", "✅ Есть ещё одна", "↩️ Отменить там"]
    assert labels(card)[3:7] == [f"💸 {numbers[1]}", f"📦 {numbers[1]}", f"💸 {numbers[0]}", f"📦 {numbers[0]}"]
    await at.press(OWNER, f"💸 {numbers[0]}", card)
    left = await at.press(OWNER, "💸 Да", card)
    assert "Не хватает 1 штуки" in words(left)
    assert words(await at.press(OWNER, "✅ Есть ещё одна", left)).startswith("✅")
    await at.deliver()
    assert (await state(at, first), await state(at, second)) == (OrderState.CANCELLED, OrderState.ACCEPTED)
    assert len(at.yookassa.refunds()) == 1


async def test_an_old_number_on_a_button_changes_nothing(at: Counter) -> None:
    product = await at.work(pieces=2)
    await _paid(at, product)
    await _paid(at, product, PETER)
    await _sold_there(at, product, quantity=2)
    card = at.saw(OWNER, "⚠️")
    await at.press(OWNER, "✅ Есть ещё одна", card)
    await at.forge(OWNER, "da:1:more:1:2:0")
    assert at.toast() == "🙅 Пока вы решали, всё изменилось. Вот как сейчас."
    assert "Не хватает 1 штуки" in words(at.last(OWNER))


async def test_more_sold_there_than_there_was_offers_what_helps_and_no_refund(at: Counter) -> None:
    product = await at.work()
    await _sold_there(at, product, quantity=2)
    card = at.saw(OWNER, "⚠️")
    assert "заказов здесь это не касается" in words(card)
    assert labels(card)[:2] == ["✅ Есть ещё одна", "↩️ Отменить там"]
    assert not any(each.startswith("💸") for each in labels(card))
    assert "Если не решить" not in words(card)
    assert words(await at.press(OWNER, "↩️", card)).startswith("✅")


async def test_a_sale_of_what_the_shop_does_not_have_is_closed_on_its_alert(at: Counter) -> None:
    await at.shop.register.add("Ярмарка", ChannelKind.MARKETPLACE)
    (market,) = await at.shop.register.all()
    await at.shop.channels.record_sale(market, Sale("x", at.clock.now(), (SaleLine("NOPE", 1),)), "x")
    await at.deliver()
    card = at.saw(OWNER, "⚠️")
    assert "NOPE" in words(card)
    await at.press(OWNER, "✅", card)
    assert at.toast() == "Решено"
