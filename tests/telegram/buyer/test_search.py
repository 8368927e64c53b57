"""Does one find a work by just typing, leaf, open it and come back, in every language?"""

from datetime import timedelta

import pytest

from bot.basics.ids import ProductId
from tests.support.counter import EWA, LANGUAGES, MARIA, OWNER, PETER, Counter, Statements, buttons, labels, words
from tests.support.pictures import painting

LINES = {
    "ru": ("Нашлось: «картину», до 20 000 ₽", "🙅 Точно такого нет: «картину», до 10 ₽."),
    "en": ("Found: “картину”, up to 20 000 ₽", "🙅 Nothing exactly like this: “картину”, up to 10 ₽."),
    "pl": ("Znalezione: „картину”, do 20 000 ₽", "🙅 Dokładnie tego nie ma: „картину”, do 10 ₽."),
}


def works(message: dict[str, object]) -> list[str]:
    return [label.removeprefix("🖼 ") for label in labels(message) if label.startswith("🖼")]


@pytest.mark.parametrize("buyer", [MARIA, PETER, EWA], ids=lambda each: LANGUAGES[each])
async def test_whatever_is_typed_is_looked_for(at: Counter, buyer: int) -> None:
    await at.work("Картина")
    await at.work("Ваза")
    found, near = LINES[LANGUAGES[buyer]]
    said = await at.says(buyer, "картину до 20000")
    assert words(said).splitlines()[0] == found
    assert works(said) == ["Картина"]
    said = await at.says(buyer, "картину до 10")
    assert words(said).startswith(near)
    assert works(said) == ["Картина"]
    said = await at.says(buyer, "xyzzy")
    assert words(said).startswith("🙅")
    assert works(said) == ["Ваза", "Картина"]


@pytest.mark.parametrize("buyer", [MARIA, PETER, EWA], ids=lambda each: LANGUAGES[each])
async def test_the_button_and_the_command_ask_what_to_look_for(at: Counter, buyer: int) -> None:
    await at.work("Картина")
    await at.starts(buyer)
    asked = await at.press(buyer, "🔎")
    assert len(words(asked)) > 40
    assert works(await at.says(buyer, "картина")) == ["Картина"]
    assert words(await at.says(buyer, "/search")) == words(asked)
    assert works(await at.says(buyer, "/search rfhnbyf")) == ["Картина"]


async def test_pages_change_in_place_and_a_work_leads_back_to_its_page(at: Counter) -> None:
    for number in range(20):
        await at.work(f"Ваза {number}")
    first = await at.says(MARIA, "вазы")
    assert works(first) == [f"Ваза {number}" for number in range(19, 11, -1)]
    second = await at.press(MARIA, "▶️")
    assert second["message_id"] == first["message_id"]
    assert works(second) == [f"Ваза {number}" for number in range(11, 3, -1)]
    card = await at.press(MARIA, "🖼 Ваза 7")
    assert words(card).startswith("Ваза 7")
    back = await at.press(MARIA, "⬅️")
    assert works(back) == works(second)
    assert works(await at.press(MARIA, "▶️")) == ["Ваза 3", "Ваза 2", "Ваза 1", "Ваза 0"]
    assert not [label for label in labels(at.last(MARIA)) if label.startswith("▶️")]
    assert works(await at.press(MARIA, "◀️")) == works(second)
    again = await at.press(MARIA, "◀️")
    assert works(again) == works(first)
    assert not [label for label in labels(again) if label.startswith("◀️")]
    await at.press(MARIA, "🖼 Ваза 15")
    assert works(await at.press(MARIA, "⬅️")) == works(first)


async def test_buttons_under_results_work_after_months_and_forged_ones_do_no_harm(at: Counter) -> None:
    products = [await at.work(f"Ваза {number}") for number in range(10)]
    old = await at.says(MARIA, "ваза")
    data = {button["text"]: button["callback_data"] for button in buttons(old)}
    at.clock.move(timedelta(days=200))
    for product in products[:2]:
        await at.shop.listing.show(ProductId(product), shown=False)
    page = await at.forge(MARIA, next(value for label, value in data.items() if label.startswith("▶️")))
    assert works(page) == [f"Ваза {number}" for number in range(9, 1, -1)], "what has emptied is the first page again"
    assert words(await at.forge(MARIA, data["🖼 Ваза 9"])).startswith("Ваза 9")
    for forged in ("q:999:0:0:a", "q:0:0:0:a", "q:1:9223372036854775807:1:a", "q:1:5:0:x", "qf:1:999999:0:0", "qf:1"):
        assert labels(await at.forge(MARIA, forged))


async def test_no_screen_of_a_search_costs_more_than_five_queries(at: Counter) -> None:
    for number in range(20):
        await at.work(f"Ваза {number}")
    await at.says(MARIA, "ваза")
    data = {button["text"][0]: button["callback_data"] for button in buttons(at.last(MARIA))}
    costs = {}
    for typed in ("вазы", "ввза", "ваза до 100", "ваза от 100", "привет", "W-0003", "dfpf", "зелёная вазса до 3"):
        with Statements(at.database) as statements:
            await at.says(MARIA, typed)
        costs[typed] = len(statements.seen)
    for mark in ("▶", "🔎"):
        with Statements(at.database) as statements:
            await at.forge(MARIA, data[mark])
        costs[mark] = len(statements.seen)
    assert max(costs.values()) <= 5, (costs, statements.seen)


async def test_a_seller_searches_too_and_other_messages_lead_home(at: Counter) -> None:
    await at.work("Картина")
    assert works(await at.says(OWNER, "картины")) == ["Картина"]
    at.telegram.user_sends_photo(MARIA, painting())
    await at.handle()
    assert words(at.last(MARIA)).startswith("🙅")
    assert "🛍 Каталог" in labels(at.last(MARIA))


async def test_words_of_people_are_shown_as_they_are(at: Counter) -> None:
    await at.work("Ваза <b>&")
    said = await at.says(MARIA, "<i>синяя</i> &amp; ваза <b>")
    assert "Ваза <b>&" in words(said)
    for odd in ("🙂" * 2000, "\u202eазав", "x" * 4096, "'\"*()", "{ $what }"):
        assert words(await at.says(MARIA, odd))
