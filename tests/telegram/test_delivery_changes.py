"""Can minds be changed about a delivery: collected instead, or not sent after all?"""

from datetime import timedelta

import pytest

from bot.shop.orders.values import OrderState
from bot.shop.shipping import rules
from tests.support.counter import LANGUAGES, MARIA, OWNER, PETER, Counter, all_texts, labels, words
from tests.telegram.test_delivery import at, order_of, quoted

__all__ = ["at"]  # fixture


async def sent(at: Counter, buyer: int) -> None:
    """Agreed to, paid for, and said to have left."""
    await quoted(at, buyer)
    await at.press(buyer, all_texts()[LANGUAGES[buyer]].plain("accept-pay"))
    await at.deliver()
    await at.pays()
    await leaves(at)


async def leaves(at: Counter, track: str = "RA123456789RU") -> None:
    at.with_button(OWNER, "🚚 Отправлен")
    await at.press(OWNER, "🚚 Отправлен")
    await at.says(OWNER, track)
    await at.deliver()


@pytest.mark.parametrize("buyer", LANGUAGES)
async def test_a_price_that_is_too_high_leads_to_collecting_without_letting_go(at: Counter, buyer: int) -> None:
    texts = all_texts()[LANGUAGES[buyer]]
    old = await quoted(at, buyer)
    variant = old.lines[0].variant
    chosen = await at.press(buyer, texts.plain("collect-instead"))
    assert any(label.startswith("📍") for label in labels(chosen))
    free = (await at.shop.stock.availability([variant]))[variant]
    assert (free.available, free.reserved) == (0, 1)
    await at.deliver()
    assert (await at.shop.orders.get(old.id)).state is OrderState.CANCELLED
    assert old.number in words(at.saw(OWNER, "📍"))
    await at.press(buyer, "📍")
    (row,) = await at.shop.orders.board([OrderState.DRAFT], limit=5)
    new = await at.shop.orders.get(row.id)
    assert (new.customer, new.total.minor, new.delivery) == (old.customer, 1_200_000, None)
    assert new.location is not None


async def test_an_old_button_of_collecting_shows_how_the_order_stands(at: Counter) -> None:
    order = await quoted(at, MARIA)
    await at.press(MARIA, "✅ Принять")
    await at.deliver()
    await at.forge(MARIA, f"kh:{order.id}")
    assert (await order_of(at, MARIA)).state is OrderState.AWAITING_PAYMENT
    assert (await order_of(at, MARIA)).id == order.id
    await at.starts(PETER)
    await at.forge(PETER, f"kh:{order.id}")
    assert (await order_of(at, MARIA)).id == order.id


@pytest.mark.parametrize("buyer", LANGUAGES)
async def test_a_parcel_that_had_not_left_is_taken_back_and_leaves_again(at: Counter, buyer: int) -> None:
    texts = all_texts()[LANGUAGES[buyer]]
    await sent(at, buyer)
    await at.press(OWNER, "↩️ Не отправлен")
    assert (await order_of(at, buyer)).stage == "sent", "it is asked once"
    await at.press(OWNER, "↩️ Да")
    await at.deliver()
    order = await order_of(at, buyer)
    assert order.state is OrderState.IN_WORK
    assert order.delivery is not None
    assert (order.delivery.sent_at, order.delivery.track) == (None, "")
    number = order.number
    assert words(at.saw(buyer, texts("parcel-not-sent", number=number).split(":")[0].split(".")[0]))
    at.clock.move(timedelta(days=5))
    await leaves(at, "RB2")
    told = at.with_button(buyer, texts.plain("parcel-received"))
    assert "RB2" in words(told)
    at.clock.move(rules.ASK_AFTER - timedelta(days=5))
    before = len(at.telegram.chat(buyer))
    await at.deliver()
    assert len(at.telegram.chat(buyer)) == before, "the first trip is asked about no more"
    at.clock.move(timedelta(days=5))
    await at.deliver()
    assert len(at.telegram.chat(buyer)) == before + 1
    await at.press(buyer, texts.plain("parcel-received"))
    assert (await order_of(at, buyer)).state is OrderState.HANDED_OVER


async def test_what_has_arrived_is_not_taken_back(at: Counter) -> None:
    await sent(at, MARIA)
    order = await order_of(at, MARIA)
    await at.press(MARIA, "✅ Получено")
    await at.forge(OWNER, f"sd:{order.id}:back:1")
    assert (await order_of(at, MARIA)).state is OrderState.HANDED_OVER
