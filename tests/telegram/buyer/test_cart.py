"""Does the cart count right, say what has changed meanwhile, and never promise what is gone?"""

from datetime import timedelta

import pytest

from bot.basics.ids import OrderId, ProductId
from bot.shop.orders.values import PayWay
from bot.shop.stock.values import Wanted
from tests.support.counter import EWA, LANGUAGES, MARIA, PETER, Counter, Statements, labels, words


async def open_cart(at: Counter, user: int = MARIA) -> str:
    return words(await at.says(user, "/cart"))


def rows(at: Counter, user: int = MARIA) -> list[str]:
    return [label for label in labels(at.last(user)) if label.startswith(("➖", "➕", "🗑", "✅"))]


async def add(at: Counter, product: int, times: int = 1, user: int = MARIA) -> None:
    await at.starts(user, f"p_{product}")
    for _ in range(times):
        await at.press(user, "➕")


@pytest.mark.parametrize("buyer", [MARIA, PETER, EWA], ids=lambda each: LANGUAGES[each])
async def test_an_empty_cart_shows_the_way(at: Counter, buyer: int) -> None:
    await at.starts(buyer)
    empty = await at.press(buyer, "🛒")
    assert labels(empty)[0].startswith("🛍")
    assert not any(label.startswith("✅") for label in labels(empty))


@pytest.mark.parametrize("buyer", [MARIA, PETER, EWA], ids=lambda each: LANGUAGES[each])
async def test_a_cart_goes_through_checkout(at: Counter, buyer: int) -> None:
    await add(at, await at.work("Закат"), user=buyer)
    await add(at, await at.work("Волна", pieces=5, price_minor=50_000), 2, user=buyer)
    cart = await at.press(buyer, "🛒")
    assert "13 000 ₽" in words(cart)
    assert "× 2 — 1 000 ₽" in words(cart)
    held = await at.press(buyer, "✅")
    assert words(held).startswith("⏳")
    assert "13 000 ₽" in words(held)
    assert words(await at.press(buyer, "🤝")).startswith("🎉")
    await at.says(buyer, "/cart")
    assert not any(label.startswith("✅") for label in labels(at.last(buyer))), "what was ordered has left the cart"


async def test_less_more_and_remove_act_on_their_own_line(at: Counter) -> None:
    first, second = await at.work("Волна", pieces=5), await at.work("Берег", pieces=5)
    await add(at, first, 2)
    await add(at, second)
    await open_cart(at)
    assert rows(at) == ["✅ Оформить", "➖ 1", "➕ 1", "🗑 1", "➕ 2", "🗑 2"]
    await at.press(MARIA, "➕ 2")
    assert "«Берег» × 2" in words(at.last(MARIA))
    await at.press(MARIA, "➖ 1")
    assert "«Волна» —" in words(at.last(MARIA))
    await at.press(MARIA, "🗑 1")
    assert "Волна" not in words(at.last(MARIA))
    await at.press(MARIA, "🗑")
    assert "пусто" in words(at.last(MARIA))


async def test_more_than_there_are_is_never_offered(at: Counter) -> None:
    product = await at.work("Волна", pieces=2)
    await add(at, product)
    await open_cart(at)
    old = at.last(MARIA)
    await at.press(MARIA, "➕")
    assert not any(label.startswith("➕") for label in rows(at))
    variant = await at.variant(product)
    await at.forge(MARIA, f"cm:{variant}")
    assert "Больше нет" in at.toast()
    assert "× 2" in words(at.telegram.message(MARIA, old["message_id"]))


async def test_the_only_piece_is_put_in_once(at: Counter) -> None:
    await add(at, await at.work(), 3)
    assert "уже в корзине" in at.toast()
    assert "×" not in await open_cart(at)


async def test_a_hundred_quick_taps_count_a_hundred(at: Counter) -> None:
    product = await at.work("Открытка", pieces=500)
    card = await at.starts(MARIA, f"p_{product}")
    for _ in range(100):
        at.telegram.user_presses(MARIA, MARIA, card["message_id"], label="➕")
    await at.handle()
    assert "× 100" in await open_cart(at)


async def test_another_price_is_said_before_it_is_paid(at: Counter) -> None:
    product = await at.work()
    await add(at, product)
    await at.shop.listing.change(ProductId(product), price_minor=1_500_000)
    assert "подорожала, была 12 000 ₽" in await open_cart(at)
    await at.shop.listing.change(ProductId(product), price_minor=900_000)
    said = await open_cart(at)
    assert "подешевела, была 12 000 ₽" in said
    assert "Итого: 9 000 ₽" in said


async def test_what_is_gone_stands_first_and_in_the_way(at: Counter) -> None:
    kept, gone, hidden = await at.work("Остаток"), await at.work("Уйдёт"), await at.work("Скроют")
    for product in (kept, gone, hidden):
        await add(at, product)
    await at.shop.listing.show(ProductId(hidden), shown=False)
    other = (await at.shop.customers.recognise(PETER, "Peter", None, "en")).id
    view = await at.shop.checkout.start(other, "en", [Wanted(await at.variant(gone), 1)])
    assert "сейчас на брони" in await open_cart(at)
    await at.shop.checkout.confirm(OrderId(view.order.id), other, PayWay.AT_PICKUP, None)
    said = await open_cart(at)
    assert "уже продана" in said
    assert "больше не продаётся" in said
    assert rows(at) == ["✅ Оформить, что есть", "🗑 Убрать проданное", "🗑 1", "🗑 2", "🗑 3"]
    refused = await at.forge(MARIA, "cc")
    assert words(refused).startswith(("🙅", "😔"))
    await at.press(MARIA, "🗑 1")
    await at.press(MARIA, "🗑 1")
    assert "✅ Оформить" in rows(at)


async def sell(at: Counter, product: int, user: int = PETER) -> None:
    other = (await at.shop.customers.recognise(user, "Peter", None, "en")).id
    view = await at.shop.checkout.start(other, "en", [Wanted(await at.variant(product), 1)])
    await at.shop.checkout.confirm(view.order.id, other, PayWay.AT_PICKUP, None)


GONE = {MARIA: ("уже продана", "Поменяли"), PETER: ("sold by now", "Exchanged"), EWA: ("już sprzedana", "Wymieniono")}


@pytest.mark.parametrize("buyer", [MARIA, PETER, EWA], ids=lambda each: LANGUAGES[each])
async def test_what_is_sold_is_exchanged_for_something_like_it(at: Counter, buyer: int) -> None:
    gone, near, far = (
        await at.work("Закат"),
        await at.work("Рассвет", price_minor=1_300_000),
        await at.work("Ночь", 1, 9),
    )
    await add(at, gone, user=buyer)
    await sell(at, gone, EWA if buyer == PETER else PETER)
    assert GONE[buyer][0] in await open_cart(at, buyer)
    similar = await at.press(buyer, "🛍", at.last(buyer))
    assert "Рассвет" in words(similar)
    assert words(similar).index("Рассвет") < words(similar).index("Ночь"), "the nearest price first"
    await at.press(buyer, "➕", at.last(buyer))
    assert at.toast() == GONE[buyer][1]
    said = words(at.last(buyer))
    assert "Рассвет" in said
    assert "Закат" not in said
    held = await at.press(buyer, "✅")
    assert words(held).startswith("⏳")
    assert near != far


async def test_one_tap_puts_a_cart_right_after_months(at: Counter) -> None:
    gone, fewer, kept = await at.work("Уйдёт"), await at.work("Волна", pieces=3), await at.work("Остаток")
    await add(at, gone)
    await add(at, fewer, 3)
    await add(at, kept)
    await sell(at, gone)
    await sell(at, fewer)
    await at.shop.listing.change(ProductId(kept), price_minor=1_500_000)
    await at.later(timedelta(days=180))
    said = await open_cart(at)
    assert "уже продана" in said
    assert "осталось только 2" in said
    assert "подорожала, была 12 000 ₽" in said
    tidied = words(await at.press(MARIA, "🗑 Убрать"))
    assert "Уйдёт" not in tidied
    assert "«Волна» × 2" in tidied
    assert words(await at.press(MARIA, "✅ Оформить")).startswith("⏳")


async def test_what_there_is_can_be_bought_and_the_rest_stays(at: Counter) -> None:
    held, kept = await at.work("На брони"), await at.work("Остаток")
    await add(at, held)
    await add(at, kept)
    other = (await at.shop.customers.recognise(PETER, "Peter", None, "en")).id
    await at.shop.checkout.start(other, "en", [Wanted(await at.variant(held), 1)])
    said = await open_cart(at)
    assert "сейчас на брони" in said
    refused = words(await at.press(MARIA, "✅ Оформить"))
    assert refused.startswith("😔")
    assert "Корзина" in refused, "nothing is lost"
    order = words(await at.press(MARIA, "✅ Оформить, что есть"))
    assert order.startswith("⏳")
    assert "На брони" not in order
    await at.press(MARIA, "🤝")
    said = await open_cart(at)
    assert "На брони" in said
    assert "Остаток" not in said


async def test_the_countdown_is_of_the_moment_it_is_looked_at(at: Counter) -> None:
    await add(at, await at.work())
    await open_cart(at)
    held = await at.press(MARIA, "✅ Оформить")
    assert words(held).startswith("⏳ Держим для вас до 15:15 · 15 мин")
    edits = len(at.telegram.calls("editMessageText", "editMessageCaption"))
    at.clock.move(timedelta(minutes=3, seconds=10))
    await at.deliver()
    assert len(at.telegram.calls("editMessageText", "editMessageCaption")) == edits, "nobody edits by the clock"
    assert "до 15:15 · 12 мин" in words(await at.press(MARIA, "🔄"))
    cart = await open_cart(at)
    assert cart.startswith("⏳ Держим для вас до 15:15 · 12 мин")
    assert "сейчас на брони" not in cart, "it is this very buyer who holds it"
    await at.later(timedelta(minutes=13))
    cart = await open_cart(at)
    assert cart.startswith("⌛ Бронь закончилась сегодня в 15:16")
    assert words(await at.press(MARIA, "✅ Оформить")).startswith("⏳")


async def test_a_swap_with_a_forged_or_hidden_work_changes_nothing(at: Counter) -> None:
    mine, hidden = await at.work("Моя"), await at.work("Скрыта")
    await add(at, mine)
    await at.shop.listing.show(ProductId(hidden), shown=False)
    for data in (
        f"cs:{await at.variant(mine)}:{await at.variant(hidden)}",
        f"cs:{await at.variant(mine)}:999",
        "ci:999",
    ):
        assert words(await at.forge(MARIA, data))
    assert "Моя" in await open_cart(at)


async def test_a_long_cart_still_fits_into_one_message(at: Counter) -> None:
    person = (await at.shop.customers.recognise(MARIA, "Мария <b>&", None, "ru")).id
    for number in range(25):
        product = await at.work(f"{'Очень длинное название работы ' * 6}{number}", pieces=3)
        await at.shop.cart.change(person, await at.variant(product), 2)
    said = await open_cart(at)
    assert "и ещё 5 позиций" in said
    assert len(said) <= 4096
    assert "600 000 ₽" in said
    order = await at.press(MARIA, "✅")
    assert words(order).startswith("⏳")


async def test_a_cart_costs_five_queries(at: Counter) -> None:
    for number in range(3):
        await add(at, await at.work(f"Работа {number}", pieces=2))
    with Statements(at.database) as statements:
        await open_cart(at)
    assert len(statements.seen) <= 5, statements.seen


@pytest.mark.parametrize("data", ["cm:999", "cl:999", "cr:999", "cc", "ca:999", "cm:0", "cl:9223372036854775807"])
async def test_a_forged_cart_button_changes_nothing(at: Counter, data: str) -> None:
    await at.starts(MARIA)
    said = await at.forge(MARIA, data)
    assert words(said)
    assert "🏠" in " ".join(labels(said))
