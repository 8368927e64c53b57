"""Does a buyer get from the door to the goods, in each language, whatever the way to pay?"""

import re
from datetime import timedelta

import pytest

from tests.support.counter import EWA, LANGUAGES, MARIA, OWNER, PETER, Counter, labels, words

HOME = {MARIA: "на главную", PETER: "home", EWA: "strona główna"}


@pytest.mark.parametrize("buyer", [MARIA, PETER, EWA], ids=lambda each: LANGUAGES[each])
async def test_from_a_post_to_the_code_and_home_with_the_work(at: Counter, buyer: int) -> None:
    product = await at.work()
    card = await at.starts(buyer, f"p_{product}")
    assert "photo" in card
    assert labels(card)[0].startswith("⚡")
    assert card["reply_markup"]["inline_keyboard"][0][0]["style"] == "primary"
    asked = await at.press(buyer, "⚡")
    assert asked["message_id"] == card["message_id"], "one message, edited in place"
    assert words(asked).startswith("⏳")
    assert "15:15" in words(asked), "noon in UTC is three in Moscow, and the hold is a quarter of an hour"
    assert "12 000 ₽" in words(asked)
    preparing = await at.press(buyer, "💳")
    assert preparing["message_id"] == card["message_id"]
    assert words(preparing).startswith("💳")
    await at.deliver()
    link = next(each for row in at.last(buyer)["reply_markup"]["inline_keyboard"] for each in row if "url" in each)
    assert link["text"].startswith("💳")
    await at.pays()
    paid = at.saw(buyer, "🎉")
    assert paid["message_id"] > card["message_id"], "money rings"
    order = await at.press(buyer, "📦")
    assert words(order).count("●") == 2, "placed and paid"
    assert words(order).count("○") == 3
    assert not re.search(r"\b\d{6}\b", words(order)), "no code before it is ready"
    assert not any(label.startswith("🔳") for label in labels(order))
    number = int(re.search(r"V-(\d+)", words(order))[1]) - 1000  # type: ignore[index]
    await at.shop.fulfilment.ready(number, at.seller)  # type: ignore[arg-type]
    await at.deliver()
    ready = at.saw(buyer, "👌")
    assert "photo" in ready
    code = re.search(r"\b\d{6}\b", words(ready))
    assert code is not None
    shown = await at.press(buyer, "📦", ready)
    assert at.saw(buyer, "👌")["message_id"] == ready["message_id"], "the code stays where it is"
    assert (words(shown).count("●"), words(shown).count("○")) == (3, 1)
    assert code[0] in words(shown)
    picture = await at.press(buyer, "🔳", shown)
    assert "photo" in picture
    await at.shop.fulfilment.hand_over(number, at.seller, None)  # type: ignore[arg-type]
    await at.deliver()
    assert words(at.saw(buyer, "🤲"))
    assert await at.shop.stock.differences() == []
    assert await at.shop.payments.differences() == []


@pytest.mark.parametrize("buyer", [MARIA, PETER, EWA], ids=lambda each: LANGUAGES[each])
async def test_paying_at_pickup_is_one_press_and_one_message(at: Counter, buyer: int) -> None:
    product = await at.work()
    card = await at.starts(buyer, f"p_{product}")
    await at.press(buyer, "⚡")
    done = await at.press(buyer, "🤝")
    assert words(done).startswith("🎉")
    assert done["message_id"] == card["message_id"]
    await at.deliver()
    assert at.last(buyer)["message_id"] == card["message_id"], "what is owed changes the same message"
    assert words(at.last(buyer)) == words(done)
    again = await at.press(buyer, "📦")
    assert "12 000 ₽" in words(again)


async def test_the_second_buyer_reads_that_it_is_gone_and_where_to_look(at: Counter) -> None:
    product = await at.work()
    await at.starts(MARIA, f"p_{product}")
    late = await at.starts(PETER, f"p_{product}")
    await at.press(MARIA, "⚡")
    sorry = await at.press(PETER, "⚡")
    assert words(sorry).startswith("😔")
    assert sorry["message_id"] == late["message_id"]
    assert labels(sorry)[0].startswith("🛍")


async def test_the_card_says_what_is_left(at: Counter) -> None:
    only, few = await at.work(), await at.work("Волна", pieces=3)
    assert "Единственный экземпляр" in words(await at.starts(MARIA, f"p_{only}"))
    assert "В наличии: 3" in words(await at.starts(MARIA, f"p_{few}"))
    assert "Можно увидеть: Мастерская" in words(at.last(MARIA))
    await at.starts(PETER, f"p_{only}")
    await at.press(PETER, "⚡")
    held = await at.starts(MARIA, f"p_{only}")
    assert "брони" in words(held)
    await at.press(PETER, "🤝")
    sold = await at.starts(MARIA, f"p_{only}")
    assert "Работа продана" in words(sold)
    assert not any(label.startswith(("⚡", "➕")) for label in labels(sold))


async def test_who_holds_it_finds_the_way_back_from_the_card(at: Counter) -> None:
    product = await at.work()
    await at.starts(MARIA, f"p_{product}")
    first = await at.press(MARIA, "⚡")
    await at.starts(MARIA, f"p_{product}")
    again = await at.press(MARIA, "⚡")
    assert words(again) == words(first)
    await at.press(MARIA, "💳")
    await at.deliver()
    await at.starts(MARIA, f"p_{product}")
    paying = await at.press(MARIA, "⚡")
    assert words(paying).startswith("💳")


async def test_paid_is_checked_when_the_buyer_says_so(at: Counter) -> None:
    product = await at.work()
    await at.starts(MARIA, f"p_{product}")
    await at.press(MARIA, "⚡")
    await at.press(MARIA, "💳")
    await at.deliver()
    looking = await at.press(MARIA, "🔄")
    assert "Проверяем оплату" in words(looking)
    assert at.toast() == "Проверяем оплату"
    await at.deliver()
    at.yookassa.pay(at.payment())
    await at.press(MARIA, "🔄", at.last(MARIA))
    await at.deliver()
    assert words(at.saw(MARIA, "🎉"))
    assert not any("url" in str(each) for each in labels(at.with_button(MARIA, "📦")))


async def test_the_return_from_the_payment_page_looks_for_the_money(at: Counter) -> None:
    product = await at.work()
    await at.starts(MARIA, f"p_{product}")
    await at.press(MARIA, "⚡")
    await at.press(MARIA, "💳")
    await at.deliver()
    address = at.yookassa.payments()[0]["confirmation"]["return_url"]
    token = address.partition("start=")[2]
    at.yookassa.pay(at.payment())
    back = await at.starts(MARIA, token)
    assert words(back).startswith("💳")
    assert "Проверяем оплату" in words(back)
    await at.deliver()
    assert words(at.saw(MARIA, "🎉"))
    assert words(await at.starts(PETER, token)).startswith("🙅"), "somebody else's order is no order"


async def test_cancelling_frees_the_piece_at_once(at: Counter) -> None:
    product = await at.work()
    await at.starts(MARIA, f"p_{product}")
    await at.press(MARIA, "⚡")
    ended = await at.press(MARIA, "❌")
    assert words(ended).startswith("⌛")
    await at.starts(PETER, f"p_{product}")
    assert words(await at.press(PETER, "⚡")).startswith("⏳")
    sorry = await at.press(MARIA, "🔁")
    assert words(sorry).startswith("😔")


async def test_an_order_that_was_placed_is_cancelled_after_one_question(at: Counter) -> None:
    product = await at.work()
    await at.starts(MARIA, f"p_{product}")
    await at.press(MARIA, "⚡")
    await at.press(MARIA, "💳")
    await at.deliver()
    await at.pays()
    await at.press(MARIA, "📦", at.saw(MARIA, "🎉"))
    asked = await at.press(MARIA, "❌")
    assert "V-1001" in words(asked)
    assert "12 000 ₽" in words(asked)
    kept = await at.press(MARIA, "⬅️")
    assert words(kept).count("●") == 2
    await at.press(MARIA, "❌")
    gone = await at.press(MARIA, "❌")
    assert words(gone).startswith("❌")
    await at.deliver()
    assert words(at.saw(MARIA, "💸"))
    assert await at.shop.payments.differences() == []
    renewed = await at.press(MARIA, "🔁")
    assert words(renewed).startswith("⏳")


async def test_a_refusal_of_the_provider_offers_another_way(at: Counter) -> None:
    product = await at.work()
    at.gateway.refusing = True
    card = await at.starts(MARIA, f"p_{product}")
    await at.press(MARIA, "⚡")
    await at.press(MARIA, "💳")
    await at.deliver()
    trouble = at.last(MARIA)
    assert trouble["message_id"] == card["message_id"]
    assert words(trouble).startswith("⚠️")
    at.gateway.refusing = False
    await at.press(MARIA, "💳", trouble)
    await at.deliver()
    assert words(at.last(MARIA)).startswith("💳")


async def test_the_hold_is_reminded_of_and_its_end_is_told(at: Counter) -> None:
    product = await at.work()
    await at.starts(MARIA, f"p_{product}")
    await at.press(MARIA, "⚡")
    await at.later(timedelta(minutes=10))
    reminder = at.saw(MARIA, "⏳ Держим до")
    assert "«Закат над Невой»" in words(reminder) or "«Закат над Невой»" in words(reminder)
    going_on = await at.press(MARIA, "➡️")
    assert words(going_on).startswith("⏳")
    await at.later(timedelta(minutes=6))
    over = at.saw(MARIA, "⌛")
    assert any(label.startswith("🔁") for label in labels(over))
    late = await at.press(MARIA, "💳")
    assert words(late).startswith("⌛"), "an old 💳 says that the hold has ended"
    assert words(await at.press(MARIA, "🔁")).startswith("⏳")


async def test_an_extended_hold_is_reminded_of_later(at: Counter) -> None:
    product = await at.work()
    await at.starts(MARIA, f"p_{product}")
    await at.press(MARIA, "⚡")
    at.clock.move(timedelta(minutes=9))
    await at.press(MARIA, "⚡", await at.starts(MARIA, f"p_{product}"))
    before = len(at.telegram.chat(MARIA))
    await at.later(timedelta(minutes=2))
    assert len(at.telegram.chat(MARIA)) == before
    await at.later(timedelta(minutes=9))
    assert words(at.saw(MARIA, "⏳ Держим до"))


async def test_a_seller_sees_the_desk_and_a_buyer_does_not(at: Counter) -> None:
    assert any(label.startswith("🧰") for label in labels(await at.starts(OWNER)))
    assert not any(label.startswith("🧰") for label in labels(await at.starts(MARIA)))
