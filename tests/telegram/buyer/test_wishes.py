"""Can a buyer keep a work in mind, wait for it, be told, and buy it, by buttons alone?"""

from datetime import timedelta
from typing import Any

import pytest

from bot.basics.ids import ProductId
from tests.support.counter import EWA, LANGUAGES, MARIA, OWNER, PETER, Counter, Statements, words
from tests.support.counter import labels as raw_labels

BUYERS = [MARIA, PETER, EWA]
HEART_ON = {MARIA: "❤️ В избранном ✓", PETER: "❤️ In favourites ✓", EWA: "❤️ W ulubionych ✓"}
IN_LINE = {MARIA: "🔔 Вы в очереди ✓", PETER: "🔔 You’re in line ✓", EWA: "🔔 W kolejce ✓"}
in_three_languages = pytest.mark.parametrize("buyer", BUYERS, ids=lambda each: LANGUAGES[each])


def labels(message: dict[str, Any]) -> list[str]:
    """As they are read, no-break spaces as plain ones."""
    return [label.replace("\u00a0", " ") for label in raw_labels(message)]


async def stocked(at: Counter, product: int, pieces: int) -> None:
    """The seller counts."""
    sku = (await at.shop.catalogue.card(ProductId(product), "ru")).sku
    await at.shop.shelves.count(sku, pieces, at.seller, f"{product}:{pieces}:{at.clock.now().timestamp()}")
    await at.deliver()


async def gone(at: Counter, title: str = "Закат над Невой", pieces: int = 1) -> int:
    product = await at.work(title, pieces=pieces)
    await stocked(at, product, 0)
    return product


def has(message: dict[str, Any], beginning: str) -> bool:
    return any(label.startswith(beginning) for label in labels(message))


@in_three_languages
async def test_the_heart_on_a_card_shows_how_it_stands_and_fills_the_list(at: Counter, buyer: int) -> None:
    product = await at.work()
    await at.starts(buyer)
    empty = await at.press(buyer, "❤️")
    assert not has(empty, "🖼")
    assert has(empty, "🛍")
    card = await at.starts(buyer, f"p_{product}")
    assert not has(card, "🔔")
    assert HEART_ON[buyer] not in labels(card)
    marked = await at.press(buyer, "❤️", card)
    assert HEART_ON[buyer] in labels(marked)
    assert marked["message_id"] == card["message_id"]
    assert at.toast()
    await at.starts(buyer)
    listed = await at.press(buyer, "❤️")
    assert "12 000 ₽" in words(listed)
    assert has(listed, "🖼 Закат")
    again = await at.press(buyer, "🖼", listed)
    assert HEART_ON[buyer] in labels(again)
    assert HEART_ON[buyer] not in labels(await at.press(buyer, "❤️", again))


async def test_a_heart_leaves_the_photo_that_stands_there(at: Counter) -> None:
    from bot.shop.catalogue.values import Kind, NewPhoto, NewWork
    from tests.support.pictures import painting

    work = NewWork("ru", "Альбом", Kind.ONE_OF_A_KIND, 100_000, (), 1)
    product = await at.shop.listing.draft(work, NewPhoto(painting(1), 64, 64, "a" * 64), at.seller, "album")
    await at.shop.listing.add_photo("album", at.seller, NewPhoto(painting(2), 64, 64, "b" * 64))
    await at.shop.listing.put_up(product, at.seller, publish=False)
    await at.starts(MARIA, f"p_{product}")
    second = await at.press(MARIA, "▶️ 2 / 2")
    marked = await at.press(MARIA, "❤️")
    assert marked["photo"][-1]["file_unique_id"] == second["photo"][-1]["file_unique_id"]


async def test_sold_and_held_favourites_stay_and_say_so_page_by_page(at: Counter) -> None:
    await at.starts(PETER)
    for number in range(9):
        product = await at.work(f"Работа {number}")
        await at.starts(MARIA, f"p_{product}")
        await at.press(MARIA, "❤️")
        at.clock.move(timedelta(seconds=1))
    await stocked(at, product, 0)
    held = product - 1
    await at.starts(PETER, f"p_{held}")
    await at.press(PETER, "⚡")
    await at.starts(MARIA)
    first = await at.press(MARIA, "❤️")
    assert "«Работа 8» — 12 000 ₽ · продано" in words(first)
    assert "«Работа 7» — 12 000 ₽ · на брони" in words(first)
    assert "«Работа 6» — 12 000 ₽\n" in words(first)
    second = await at.press(MARIA, "▶️")
    assert "Работа 0" in words(second)
    assert "Работа 1" not in words(second)
    assert labels(await at.press(MARIA, "◀️")) == labels(first)
    forged = await at.forge(MARIA, f"fl:{999_999}:0")
    assert labels(forged) == labels(first), "a page that is not there is the first one"


@in_three_languages
async def test_ask_restock_hold_told_bought(at: Counter, buyer: int) -> None:
    product = await gone(at)
    card = await at.starts(buyer, f"p_{product}")
    asked = await at.press(buyer, "🔔", card)
    assert IN_LINE[buyer] in labels(asked)
    assert asked["message_id"] == card["message_id"]
    await stocked(at, product, 1)
    told = at.saw(buyer, "⏳")
    assert "Закат" in words(told)
    assert "18:30" not in words(told)
    assert "15:30" in words(told), "half an hour from now, in the shop's zone"
    assert "₽" not in words(told), "a service message names the work and no price"
    assert "photo" in told
    assert labels(told)[0].startswith("⚡")
    assert has(told, "🔕")
    # everybody else sees it held
    other = PETER if buyer != PETER else MARIA
    await at.starts(other, f"p_{product}")
    sorry = await at.press(other, "⚡")
    assert words(sorry).startswith("😔")
    assert has(sorry, "🔔")
    assert IN_LINE[other] in labels(await at.press(other, "🔔", sorry))
    # he sees until when, and buys at once
    mine = await at.starts(buyer, f"p_{product}")
    assert "⏳" in words(mine)
    assert "15:30" in words(mine)
    await at.press(buyer, "⚡", told)
    bought = await at.press(buyer, "🤝")
    assert words(bought).startswith("🎉")
    assert await at.shop.stock.differences() == []


async def test_who_lets_the_time_pass_reads_so_and_the_next_one_is_told(at: Counter) -> None:
    product = await gone(at)
    for buyer in (MARIA, PETER):
        await at.starts(buyer, f"p_{product}")
        await at.press(buyer, "🔔")
        at.clock.move(timedelta(seconds=1))
    await stocked(at, product, 1)
    assert words(at.last(MARIA)).startswith("⏳")
    assert not words(at.last(PETER)).startswith("⏳")
    await at.later(timedelta(minutes=31))
    over = at.saw(MARIA, "⌛")
    assert "Закат" in words(over)
    assert words(at.last(PETER)).startswith("⏳")
    stale = await at.press(MARIA, "⚡", at.saw(MARIA, "⏳"))
    assert words(stale).startswith("😔"), "an old button: it is held for another now"


@in_three_languages
async def test_of_many_it_is_back_for_whoever_comes_first_and_one_tap_ends_it(at: Counter, buyer: int) -> None:
    product = await gone(at, "Кружка", pieces=5)
    await at.starts(buyer, f"p_{product}")
    await at.press(buyer, "🔔")
    await stocked(at, product, 2)
    told = at.saw(buyer, "🔔")
    assert "Кружка" in words(told)
    assert "₽" not in words(told)
    ended = await at.press(buyer, "🔕", told)
    assert words(ended).startswith("🔕")
    assert "⚡" not in "".join(labels(ended))
    await stocked(at, product, 0)
    await stocked(at, product, 3)
    assert len([each for each in at.telegram.chat(buyer) if words(each).startswith("🔔")]) == 0
    before = len(at.telegram.chat(buyer))
    await at.later(timedelta(hours=5))
    assert len(at.telegram.chat(buyer)) == before


async def test_a_hold_that_is_not_wanted_goes_to_the_next_at_once(at: Counter) -> None:
    product = await gone(at)
    for buyer in (MARIA, PETER):
        await at.starts(buyer, f"p_{product}")
        await at.press(buyer, "🔔")
        at.clock.move(timedelta(seconds=1))
    await stocked(at, product, 1)
    await at.press(MARIA, "🔕")
    await at.deliver()
    assert words(at.last(PETER)).startswith("⏳")


async def test_pressing_the_bell_again_leaves_the_line(at: Counter) -> None:
    product = await gone(at)
    await at.starts(MARIA, f"p_{product}")
    await at.press(MARIA, "🔔")
    assert at.toast().startswith("Напишем")
    left = await at.press(MARIA, "🔔")
    assert "🔔 Сообщить мне" in labels(left)
    before = len(at.telegram.chat(MARIA))
    await stocked(at, product, 1)
    assert len(at.telegram.chat(MARIA)) == before


async def test_who_has_blocked_the_bot_is_passed_over_and_his_hold_goes_on(at: Counter) -> None:
    product = await gone(at)
    for buyer in (MARIA, PETER):
        await at.starts(buyer, f"p_{product}")
        await at.press(buyer, "🔔")
        at.clock.move(timedelta(seconds=1))
    at.telegram.user_blocks(MARIA)
    await at.handle()
    await stocked(at, product, 1)
    assert words(at.last(PETER)).startswith("⏳")


async def test_the_bell_stands_in_the_cart_and_keeps_the_cart(at: Counter) -> None:
    product = await at.work("Ваза", pieces=2)
    await at.starts(MARIA, f"p_{product}")
    await at.press(MARIA, "➕")
    await stocked(at, product, 0)
    cart = await at.says(MARIA, "/cart")
    assert has(cart, "🔔")
    await at.press(MARIA, "🔔", cart)
    assert at.toast().startswith("Напишем")
    await at.press(MARIA, "🔔", cart)
    assert at.toast().startswith("Вы уже в очереди")
    await stocked(at, product, 1)
    assert words(at.saw(MARIA, "🔔 Снова в продаже")).find("Ваза") > 0


async def test_a_sold_out_order_again_offers_the_bell(at: Counter) -> None:
    product = await at.work()
    await at.starts(MARIA, f"p_{product}")
    await at.press(MARIA, "⚡")
    await at.press(MARIA, "🤝")
    await at.says(MARIA, "/orders")
    await at.press(MARIA, "📦 V-")
    await at.press(MARIA, "❌")
    await at.press(MARIA, "❌ Да")
    await stocked(at, product, 0)
    await at.says(MARIA, "/orders")
    await at.press(MARIA, "📦 V-")
    sorry = await at.press(MARIA, "🔁")
    assert words(sorry).startswith("😔")
    assert has(sorry, "🔔")


async def test_paid_too_late_reads_that_he_is_first_in_line_and_is(at: Counter) -> None:
    product = await at.work()
    await at.starts(MARIA, f"p_{product}")
    await at.press(MARIA, "⚡")
    await at.press(MARIA, "💳")
    await at.deliver()
    await at.starts(PETER, f"p_{product}")
    sku = (await at.shop.catalogue.card(ProductId(product), "ru")).sku
    await at.shop.channels.sold_by_hand(sku, 1, None, at.seller, "fair")
    await at.deliver()
    lost = at.saw(MARIA, "😔")
    assert has(lost, "🔔")
    await at.pays()
    back = at.saw(MARIA, "😔 Заказ")
    assert "вам первым" in words(back)
    await stocked(at, product, 1)
    assert words(at.last(MARIA)).startswith("⏳")


@in_three_languages
async def test_prices_are_watched_after_one_tap_and_told_until_the_next(at: Counter, buyer: int) -> None:
    product = await at.work()
    await at.starts(buyer, f"p_{product}")
    await at.press(buyer, "❤️")
    await at.starts(buyer)
    listed = await at.press(buyer, "❤️")
    watched = await at.press(buyer, "🔔", listed)
    assert has(watched, "🔕")
    at.clock.move(timedelta(minutes=1))
    await at.shop.listing.change(ProductId(product), price_minor=900_000)
    await at.deliver()
    assert not words(at.last(buyer)).startswith("🔔"), "it has not settled yet"
    await at.later(timedelta(minutes=2))
    told = at.saw(buyer, "🔔")
    assert "12 000 ₽ 9 000 ₽" in words(told)
    assert "photo" in told
    kinds = {entity["type"] for entity in told["caption_entities"]}
    assert "strikethrough" in kinds
    off = await at.press(buyer, "🔕", told)
    assert words(off).startswith("🔕")
    assert labels(off)[0].startswith("🏠")
    await at.shop.listing.change(ProductId(product), price_minor=100_000)
    await at.later(timedelta(hours=26))
    assert not words(at.last(buyer)).startswith("🔔")


async def test_a_price_is_not_told_at_night_and_several_are_one_message(at: Counter) -> None:
    products = []
    for number in range(7):
        products.append(await at.work(f"Работа {number}"))
        await at.starts(MARIA, f"p_{products[-1]}")
        await at.press(MARIA, "❤️")
    await at.starts(MARIA)
    await at.press(MARIA, "❤️")
    await at.press(MARIA, "🔔")
    at.clock.move(timedelta(hours=9))  # midnight in Moscow
    for product in products:
        await at.shop.listing.change(ProductId(product), price_minor=600_000)
    await at.later(timedelta(hours=1))
    assert not words(at.last(MARIA)).startswith("🔔")
    await at.later(timedelta(hours=9))
    told = at.saw(MARIA, "🔔 Подешевели")
    assert words(told).count("6 000 ₽") == 5
    assert "и ещё 2 работы" in words(told)
    before = len(at.telegram.chat(MARIA))
    await at.later(timedelta(days=2))
    assert len(at.telegram.chat(MARIA)) == before


async def test_at_night_nobody_is_woken_and_the_hold_lasts_until_morning(at: Counter) -> None:
    product = await gone(at)
    await at.starts(MARIA, f"p_{product}")
    await at.press(MARIA, "🔔")
    at.clock.move(timedelta(hours=9))
    await stocked(at, product, 1)
    told = at.saw(MARIA, "⏳")
    assert "10:30" in words(told)
    sent = [call for call in at.telegram.calls("sendPhoto") if str(call.params.get("chat_id")) == str(MARIA)][-1]
    assert sent.params["disable_notification"] in (True, "true")


@pytest.mark.parametrize("data", ["wt:999999:0", "fv:999999:0", "wk:999999", "wq:999999", "wt:0:0", "px", "pw", "W"])
async def test_forged_and_foreign_buttons_change_nothing_and_are_answered(at: Counter, data: str) -> None:
    await at.work()
    await at.starts(MARIA)
    said = await at.forge(MARIA, data)
    assert words(said)
    assert "None" not in words(said)


@in_three_languages
async def test_the_seller_reads_who_waits_on_the_work_in_stock_and_in_a_list(at: Counter, buyer: int) -> None:
    product = await gone(at)
    await at.starts(buyer, f"p_{product}")
    await at.press(buyer, "🔔")
    await at.press(buyer, "❤️")
    await at.says(OWNER, "/desk")
    stock = await at.press(OWNER, "🏷")
    assert "«Закат над Невой» — 1 ждёт" in words(stock)
    wished = await at.press(OWNER, "🔔", stock)
    assert "1 ждёт · в избранном у 1" in words(wished)
    work = await at.press(OWNER, "🖼", wished)
    assert "1 ждёт · в избранном у 1" in words(work)


async def test_a_shop_in_which_nobody_waits_says_so(at: Counter) -> None:
    await at.work()
    await at.says(OWNER, "/desk")
    await at.press(OWNER, "🏷")
    assert "Пока никто" in words(await at.press(OWNER, "🔔"))


async def test_these_screens_cost_at_most_five_queries(at: Counter) -> None:
    for number in range(12):
        product = await at.work(f"Работа {number}")
        await at.starts(MARIA, f"p_{product}")
        await at.press(MARIA, "❤️")
        at.clock.move(timedelta(seconds=1))
    await at.starts(OWNER)
    newest = await at.variant(product)
    await at.forge(MARIA, f"p:{product}:0")  # where works can be seen is known from now on
    costs = {}
    for who, data in [(MARIA, "fl:0:0"), (MARIA, f"fl:{newest}:0"), (MARIA, f"p:{product}:0"), (OWNER, "W"),
                      (OWNER, "K:0:0"), (OWNER, f"w:{product}")]:  # fmt: skip
        with Statements(at.database) as statements:
            await at.forge(who, data)
        costs[data] = len(statements.seen)
    assert max(costs.values()) <= 5, costs
