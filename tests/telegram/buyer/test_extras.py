"""Is a gift wrapped and a word to the artist carried, in every language, to the one who packs the order?"""

import pytest

from bot.basics.ids import OrderId
from tests.support.counter import EWA, LANGUAGES, MARIA, OWNER, PETER, Counter, labels, words

SAID = {
    MARIA: ("Подарочная упаковка — 350,50 ₽", "Итого: 12 350,50 ₽", "Записка автору"),
    PETER: ("Gift wrapping — 350.50 ₽", "12,350.50", "Note to the artist"),
    EWA: ("Pakowanie na prezent — 350,50", "350,50", "Liścik do autora"),
}


async def begin(at: Counter, buyer: int = MARIA) -> None:
    await at.shop.policies.change("gift_wrap_minor", 350_50, at.seller)
    await at.starts(buyer, f"p_{await at.work()}")
    await at.press(buyer, "⚡")


@pytest.mark.parametrize("buyer", [MARIA, PETER, EWA], ids=lambda each: LANGUAGES[each])
async def test_a_gift_is_wrapped_and_the_artist_reads_a_note(at: Counter, buyer: int) -> None:
    line, _, note = SAID[buyer]
    await begin(at, buyer)
    wrapped = await at.press(buyer, "🎁")
    assert line in words(wrapped)
    assert "12" in words(wrapped)
    assert "350" in words(wrapped)
    asked = await at.press(buyer, "✍️")
    assert words(asked).startswith("✍️")
    noted = await at.says(buyer, "Для <b>мамы</b> & к юбилею")
    assert f"{note}: Для <b>мамы</b> & к юбилею" in words(noted)
    assert words(await at.press(buyer, "🤝")).startswith("🎉")
    await at.deliver()
    told = words(at.saw(OWNER, "🆕"))
    assert "🎁 Подарочная упаковка: 350,50 ₽" in told
    assert "✍️ Записка: Для <b>мамы</b> & к юбилею" in told
    assert "12 350,50 ₽" in told


async def test_it_is_not_offered_until_the_seller_says_what_it_costs(at: Counter) -> None:
    await at.starts(MARIA, f"p_{await at.work()}")
    shown = await at.press(MARIA, "⚡")
    assert not any(label.startswith("🎁") for label in labels(shown))
    forged = await at.forge(MARIA, "kw:1:1")
    assert "Подарочной упаковки" in at.toast()
    assert words(forged).startswith("⏳")


async def test_it_is_taken_off_again_and_a_note_removed(at: Counter) -> None:
    await begin(at)
    await at.press(MARIA, "🎁 Упаковка")
    assert "Итого: 12 000 ₽" in words(await at.press(MARIA, "🎁 Без"))
    await at.press(MARIA, "✍️")
    assert words(await at.says(MARIA, "я" * 301)).startswith("🙅 Получилось знаков: 301")
    await at.says(MARIA, "Спасибо")
    await at.press(MARIA, "✍️ Записка")
    removed = await at.press(MARIA, "🗑 Убрать записку")
    assert "Записка" not in words(removed)
    assert (await at.shop.orders.get(OrderId(1))).note == ""


async def test_the_question_is_left_by_any_button_or_command(at: Counter) -> None:
    await begin(at)
    await at.press(MARIA, "✍️")
    assert words(await at.press(MARIA, "⬅️")).startswith("⏳")
    assert not words(await at.says(MARIA, "просто слова")).startswith("⏳")
    assert (await at.shop.orders.get(OrderId(1))).note == ""


async def test_strangers_change_nothing(at: Counter) -> None:
    await begin(at)
    await at.starts(PETER)
    for data in ("kw:1:1", "kn:1:0", "kn:1:1"):
        assert words(await at.forge(PETER, data)).startswith("🙅")
    order = await at.shop.orders.get(OrderId(1))
    assert (order.wrap_minor, order.note) == (None, "")
