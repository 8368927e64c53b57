"""Does one get from the door to any work in two taps, look as one likes, and never stumble over what has gone?"""

from collections.abc import Sequence
from datetime import timedelta

import pytest

from bot.basics.ids import ProductId
from bot.shop.browsing.values import Choice
from bot.shop.catalogue.values import Kind, NewPhoto, NewWork
from tests.support.counter import (
    EWA,
    LANGUAGES,
    MARIA,
    PETER,
    Counter,
    Message,
    all_texts,
    buttons,
    labels,
    words,
)
from tests.support.pictures import painting
from tests.support.shops import stand

READERS = pytest.mark.parametrize("buyer", [MARIA, PETER, EWA], ids=lambda each: LANGUAGES[each])


async def hundred(at: Counter, *, of: int = 100, categories: bool = False) -> None:
    """Works that get dearer from one to the next, every tenth of them gone."""
    shelf = await at.shop.shelves.add({"ru": "Живопись", "en": "Paintings", "pl": "Malarstwo"}) if categories else None
    now = at.clock.now()
    await stand(
        at.database,
        [(n, n * 500_00, 0 if n % 10 == 0 else 5, shelf, now - timedelta(minutes=of - n)) for n in range(1, of + 1)],
    )


def pressable(message: Message, beginning: str) -> list[str]:
    return [label for label in labels(message) if label.startswith(beginning)]


def works_of(message: Message) -> set[str]:
    """Which works a screen opens."""
    data = [each.get("callback_data", "") for each in buttons(message) if each["text"].startswith("🖼")]
    return {each.split(":")[1 if each.startswith("p:") else 3] for each in data}


def titled(message: Message) -> str:
    return words(message).splitlines()[0]


@READERS
@pytest.mark.parametrize("categories", [False, True], ids=["plain", "in_categories"])
@pytest.mark.parametrize("count", [1, 20, 100])
async def test_every_work_is_at_most_two_taps_from_the_door(
    at: Counter, buyer: int, count: int, *, categories: bool
) -> None:
    await hundred(at, of=count, categories=categories)
    door = await at.starts(buyer)
    reached: set[str] = set()
    for each in buttons(door):
        if "callback_data" in each:
            reached |= works_of(await at.forge(buyer, each["callback_data"]))
    assert reached == {str(number) for number in range(1, count + 1)}


@READERS
async def test_a_work_opened_from_a_list_leafs_on_and_leads_back_to_its_page(at: Counter, buyer: int) -> None:
    await hundred(at)
    await at.starts(buyer)
    await at.press(buyer, "🔢 21–40")
    page = await at.press(buyer, "🖼\u00a023")
    assert titled(page) == "Работа 75", "ten of a hundred are gone and stand at the end"
    assert pressable(page, "🔢") == ["🔢 23 / 100"]
    assert titled(await at.press(buyer, "▶️")) == "Работа 74"
    assert titled(await at.press(buyer, "◀️")) == "Работа 75"
    back = await at.press(buyer, "⬅️")
    assert pressable(back, "🔢") == ["🔢 2 / 5"]
    assert pressable(back, "🖼")[0] == "🖼\u00a021"


@READERS
async def test_who_likes_pictures_gets_them_from_then_on(at: Counter, buyer: int) -> None:
    for number in range(1, 4):
        await at.work(f"Работа {number}")
        at.clock.move(timedelta(minutes=1))
    await at.starts(buyer)
    listed = await at.press(buyer, "🛍")
    card = await at.press(buyer, "🌄")
    assert card.get("photo")
    assert titled(card) == "Работа 3"
    assert pressable(card, "🔢") == ["🔢 1 / 3"]
    second = await at.press(buyer, "▶️")
    assert second["message_id"] == card["message_id"], "one message, changed in place"
    edits = at.telegram.calls("editMessageMedia")
    assert edits, "its picture changes with it"
    assert titled(await at.press(buyer, "▶️")) == "Работа 1"
    assert titled(await at.press(buyer, "▶️")) == "Работа 3", "round and round"
    assert titled(await at.press(buyer, "◀️")) == "Работа 1"
    again = await at.press(buyer, "📋")
    assert pressable(again, "🖼") == pressable(listed, "🖼")


async def test_pictures_are_remembered_for_every_shelf(at: Counter) -> None:
    await hundred(at, of=30, categories=True)
    maria = await at.shop.customers.find(MARIA) or await at.shop.customers.recognise(MARIA, "Мария", None, "ru")
    await at.shop.browsing.choose(maria.id, Choice(pictures=True))
    await at.starts(MARIA)
    assert titled(await at.press(MARIA, "✨")) == "Работа 29"
    assert pressable(at.last(MARIA), "🔢") == ["🔢 1 / 20"]
    await at.starts(MARIA)
    await at.press(MARIA, "🛍")
    shelf = await at.press(MARIA, "🗂")
    assert pressable(shelf, "🔢") == ["🔢 1 / 30"]


async def test_photos_of_a_work_are_leafed_while_its_place_stays(at: Counter) -> None:
    work = NewWork("ru", "Альбом", Kind.ONE_OF_A_KIND, 100_000, (), 1)
    product = await at.shop.listing.draft(work, NewPhoto(painting(1), 64, 64, "a" * 64), at.seller, "album")
    await at.shop.listing.add_photo("album", at.seller, NewPhoto(painting(2), 64, 64, "b" * 64))
    await at.shop.listing.put_up(product, at.seller, publish=False)
    await at.work("Другая")
    await at.starts(MARIA)
    await at.press(MARIA, "🛍")
    first = await at.press(MARIA, "🖼 Альбом")
    second = await at.press(MARIA, "📷 1 / 2")
    assert second["photo"][-1]["file_unique_id"] != first["photo"][-1]["file_unique_id"]
    assert pressable(second, "🔢") == pressable(first, "🔢")
    assert titled(await at.press(MARIA, "📷 2 / 2")) == "Альбом"


@READERS
async def test_order_price_and_what_is_free_are_chosen_and_the_door_forgets_only_the_filters(
    at: Counter, buyer: int
) -> None:
    await hundred(at)
    texts = all_texts()[LANGUAGES[buyer]]
    await at.starts(buyer)
    await at.press(buyer, "🛍")
    await at.press(buyer, "🎚")
    await at.press(buyer, texts.plain("sort-cheap"))
    await at.press(buyer, "🟢")
    look = await at.press(buyer, "💰 3\u00a0000–10\u00a0000")
    assert f"{texts.plain('sort-cheap')} ✓" in labels(look)
    assert pressable(look, "🛍 ")[0].endswith(": 13"), "6 to 19 but for 10, which is gone"
    page = await at.press(buyer, "🛍")
    assert "Работа 6" in words(page)
    assert "3 000–10 000 ₽" in words(page).split("\n\n")[0], "what is filtered out is said"
    assert "Работа 10" not in words(page)
    door = await at.starts(buyer)
    assert pressable(door, "🔢")[-1] == "🔢 81–100"
    everything = await at.press(buyer, "🔢 1–20")
    assert titled_lines(everything)[0].startswith("1."), everything
    assert "Работа 1»" in words(everything) or "Работа 1”" in words(everything), "the order stays"


def titled_lines(message: Message) -> Sequence[str]:
    return [line for line in words(message).splitlines() if line[:1].isdigit()]


@READERS
async def test_a_work_that_goes_while_one_leafs_is_stepped_over_with_a_sentence(at: Counter, buyer: int) -> None:
    await hundred(at, of=9)
    await at.starts(buyer)
    texts = all_texts()[LANGUAGES[buyer]]
    page = await at.press(buyer, "🛍")
    await at.press(buyer, pressable(page, "🖼")[0])
    await at.shop.listing.show(ProductId(8), shown=False)
    assert titled(await at.press(buyer, "▶️")) == "Работа 7"
    assert at.toast() == texts.plain("stepped-over").replace("\u00a0", " ")
    assert pressable(at.last(buyer), "🔢") == ["🔢 2 / 8"]
    await at.shop.listing.show(ProductId(9), shown=False)
    assert titled(await at.press(buyer, "◀️")) == "Работа 1", "round to the end"
    await at.press(buyer, "🔢")
    await at.press(buyer, "⬅️")
    for number in range(1, 10):
        await at.shop.listing.show(ProductId(number), shown=False)
    assert pressable(await at.forge(buyer, "ew:a:0:5:3:n:0:0"), "🛍")
    await at.assert_nothing_failed()


async def test_a_work_sold_while_one_looks_at_what_is_free_is_stepped_over(at: Counter) -> None:
    await hundred(at, of=9)
    await at.starts(MARIA)
    maria = await at.shop.customers.find(MARIA)
    assert maria is not None
    await at.press(MARIA, "🛍")
    await at.shop.browsing.choose(maria.id, Choice(free_only=True, pictures=True))
    await at.forge(MARIA, "ee:a:0")
    await at.shop.shelves.count("W-0008", 0, at.seller, "sold")
    assert titled(await at.press(MARIA, "▶️")) == "Работа 7"
    assert at.toast().startswith("Той работы")
    await at.shop.browsing.choose(maria.id, Choice())
    listed = await at.forge(MARIA, "e:a:0:0:a:1:0:0")
    assert "«Работа 8» — 4 000 ₽ · продано" in words(listed)


async def test_new_works_between_two_taps_shift_nothing(at: Counter) -> None:
    await hundred(at, of=45)
    await at.starts(MARIA)
    first = await at.press(MARIA, "🛍")
    before = titled_lines(await at.press(MARIA, "▶️"))
    await at.press(MARIA, "◀️")
    now = at.clock.now() + timedelta(minutes=1)
    await stand(at.database, [(n, 100_00, 1, None, now) for n in range(201, 206)])
    at.telegram.user_presses(MARIA, MARIA, first["message_id"], label="▶️")
    await at.handle()
    after = titled_lines(at.last(MARIA))
    assert [line.partition(".")[2] for line in after] == [line.partition(".")[2] for line in before]
    assert after[0].startswith("26."), "only their numbers have grown"


@READERS
async def test_a_heart_leaves_the_card_where_it_stands(at: Counter, buyer: int) -> None:
    await hundred(at, of=9)
    await at.starts(buyer)
    await at.press(buyer, "🛍")
    card = await at.press(buyer, "🖼\u00a03")
    marked = await at.press(buyer, "❤️")
    assert pressable(marked, "🔢") == pressable(card, "🔢") == ["🔢 3 / 9"]


@READERS
async def test_a_sold_work_leads_to_similar_ones_and_those_lead_back(at: Counter, buyer: int) -> None:
    await hundred(at, of=10, categories=True)
    sold = await at.starts(buyer, "p_10")
    assert labels(sold)[0].startswith("🎨"), "the first thing that can be done"
    similar = await at.press(buyer, "🎨")
    assert 0 < len(pressable(similar, "🖼")) <= 6
    assert "10" not in works_of(similar)
    assert titled(await at.press(buyer, "⬅️")) == "Работа 10"
    alone = await at.starts(buyer, "p_1")
    assert pressable(alone, "🎨")


async def test_what_there_is_nothing_of_is_not_offered(at: Counter) -> None:
    product = await at.work("Одна")
    door = await at.starts(MARIA)
    assert not any(label.startswith(("✨", "🔥", "🎴", "🔢")) for label in labels(door))
    card = await at.starts(MARIA, f"p_{product}")
    assert not any(label.startswith(("🎨", "◀️", "🔢")) for label in labels(card))
    page = await at.forge(MARIA, "e:a:0:0:a:1:0:0")
    assert not any(label.startswith(("🎚", "🌄", "◀️", "▶️")) for label in labels(page))


@READERS
async def test_a_long_shelf_is_leapt_through(at: Counter, buyer: int) -> None:
    await hundred(at, of=600)
    await at.starts(buyer)
    page = await at.press(buyer, "🛍")
    leaps = await at.press(buyer, "🔢")
    assert pressable(leaps, "🔢") == ["🔢 1–20", "🔢 201–220", "🔢 581–600"]
    far = await at.press(buyer, "🔢 201–220")
    assert titled_lines(far)[0].startswith("201.")
    await at.press(buyer, "🔢 11")
    last = await at.press(buyer, "🔢 581–600")
    assert titled_lines(last)[-1].startswith("600.")
    assert pressable(last, "▶️") == []
    assert pressable(await at.press(buyer, "⬅️" if pressable(last, "⬅️") else "🏠"), "🛍")
    assert page
