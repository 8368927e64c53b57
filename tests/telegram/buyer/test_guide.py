"""Does /help say what can be done now, and do links that open no screen say why?"""

import re
from datetime import timedelta

import pytest
from sqlalchemy import text

from tests.support.counter import EWA, LANGUAGES, MARIA, OWNER, PETER, Counter, Statements, buttons, labels, words

BUYERS = pytest.mark.parametrize("buyer", [MARIA, PETER, EWA], ids=lambda each: LANGUAGES[each])


@BUYERS
async def test_help_follows_the_buyer_through_the_whole_purchase(at: Counter, buyer: int) -> None:
    async def help_says(*emoji: str) -> str:
        with Statements(at.database) as statements:
            shown = await at.says(buyer, "/help")
        assert len(statements.seen) <= 6, statements.seen  # the person and the dialog are two of them
        assert [label.split()[0] for label in labels(shown)][: len(emoji)] == list(emoji)
        return words(shown)

    await at.starts(buyer)
    new = await help_says("🛍", "ℹ️", "ℹ️", "ℹ️", "🏠")
    product = await at.work("Ваза", pieces=2)
    await at.starts(buyer, f"p_{product}")
    await at.press(buyer, "➕")
    assert await help_says("🛒") != new
    await at.press(buyer, "⚡", at.with_button(buyer, "⚡"))
    assert "Ваза" in await help_says("➡️")
    await at.press(buyer, "➡️")
    await at.press(buyer, "💳")
    await at.deliver()
    assert "V-1001" in await help_says("💳", "📦")
    await at.pays()
    assert "V-1001" in await help_says("📦", "🛍")
    order = (await at.shop.orders.mine((await at.shop.customers.find(buyer)).id))[0].id  # type: ignore[union-attr]
    await at.shop.fulfilment.ready(order, at.seller)
    await at.deliver()
    ready = await help_says("🔳", "📦")
    assert re.search(r"\b\d{6}\b", ready)
    assert "Пречистенка" in ready
    await at.shop.fulfilment.hand_over(order, at.seller)
    await at.deliver()
    await at.says(buyer, "/cart")
    if any(label.startswith("🗑") for label in labels(at.last(buyer))):
        await at.press(buyer, "🗑")
    shown = await at.says(buyer, "/help")
    assert words(shown) == new
    assert [label.split()[0] for label in labels(shown)][:2] == ["🛍", "💌"]


async def test_a_checkout_whose_time_is_over_is_not_gone_on_with(at: Counter) -> None:
    product = await at.work()
    await at.starts(MARIA, f"p_{product}")
    await at.press(MARIA, "⚡")
    at.clock.move(timedelta(hours=2))
    assert labels(await at.says(MARIA, "/help"))[0].startswith("🛍")


async def test_a_recommendation_is_kept_and_ones_own_is_not(at: Counter) -> None:
    product = await at.work(pieces=3)
    await at.starts(MARIA, f"p_{product}")
    await at.press(MARIA, "⚡")
    await at.press(MARIA, "🤝")
    maria = await at.shop.customers.find(MARIA)
    assert maria is not None
    order = (await at.shop.orders.mine(maria.id))[0].id
    await at.shop.fulfilment.ready(order, at.seller)
    await at.shop.fulfilment.hand_over(order, at.seller, "cash")
    [share] = [each["url"] for each in buttons(await at.says(MARIA, "/help")) if each["text"].startswith("💌")]
    payload = share.rpartition("start=")[2]
    assert re.fullmatch(r"r_[0-9A-Za-z]{17}", payload)
    for user in (PETER, MARIA):
        home = await at.starts(user, f"{payload}-s_friend")
        assert "🙅" not in words(home)
        assert labels(home)[0].startswith("🛍")
    async with at.database.reading() as session:
        rows = await session.execute(
            text(
                "SELECT c.platform_id, r.first_recommender_id, c.first_source FROM customer c"
                " LEFT JOIN recommendation r ON r.customer_id = c.id WHERE c.platform_id IN (601, 602) ORDER BY 1"
            )
        )
    assert [tuple(row) for row in rows] == [(MARIA, None, "friend"), (PETER, maria.id, "friend")]


@BUYERS
async def test_a_hand_over_link_is_for_sellers(at: Counter, buyer: int) -> None:
    product = await at.work()
    await at.starts(buyer, f"p_{product}")
    await at.press(buyer, "⚡")
    await at.press(buyer, "🤝")
    async with at.database.reading() as session:
        token = (await session.execute(text("SELECT hand_token FROM shop_order"))).scalar_one()
    said = await at.starts(buyer, f"h_{token}")
    assert words(said).startswith("🙅")
    assert "V-1001" not in words(said)
    assert words(said) == words(await at.starts(buyer, "h_forged")), "what is real is not told from what is not"
    assert "V-1001" in words(await at.starts(OWNER, f"h_{token}"))
    assert words(await at.starts(OWNER, "h_forged")).startswith("🙅")


@BUYERS
async def test_a_language_chosen_is_spoken_by_everything_that_lives(at: Counter, buyer: int) -> None:
    product = await at.work("Ваза")
    await at.starts(buyer, f"p_{product}")
    await at.press(buyer, "⚡")
    await at.press(buyer, "💳")
    await at.deliver()
    wanted = {"ru": "🌐 English", "en": "🌐 Polski", "pl": "🌐 Русский"}[LANGUAGES[buyer]]
    heads = {"🌐 English": "Order V-1001 is ready", "🌐 Polski": "Zamówienie V-1001", "🌐 Русский": "Заказ V-1001"}
    await at.says(buyer, "/language")
    await at.press(buyer, wanted)
    await at.pays()
    order = (await at.shop.orders.mine((await at.shop.customers.find(buyer)).id))[0].id  # type: ignore[union-attr]
    await at.shop.fulfilment.ready(order, at.seller)
    await at.deliver()
    assert heads[wanted] in words(at.saw(buyer, "👌"))
    assert words(await at.says(buyer, "/help")).startswith(
        {"🌐 English": "What you can", "🌐 Polski": "Co można", "🌐 Русский": "Что можно"}[wanted]
    )
