"""Does each alert say what has happened, with the order under it, and fall silent when it has become pointless?"""

from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from aiogram import Bot

from bot.basics.clock import MovableClock
from bot.basics.languages import LANGUAGES, Language
from bot.partners.pretend.telegram.server import PretendTelegram
from bot.shop.orders.values import OrderState, PayWay
from bot.shop.shop import Shop
from bot.shop.stock.values import Wanted
from bot.telegram.screen import Screen, send
from bot.telegram.seller.messages import alert
from bot.telegram.texts import load_texts
from bot.telegram.told import SellerFacts
from tests.support.seller_chat import SELLER, ZONE, pretend_bot, pretend_telegram
from tests.support.shops import POLICIES, a_work, someone

HEADS = {
    "new_order": "🆕",
    "buyer_cancelled": "❌",
    "mismatch": "⚠️",
    "payment_trouble": "⚠️",
    "refund_trouble": "⚠️",
    "money_goes_back": "⚠️",
    "refunded": "💸",
    "conflict": "⚠️",
    "uncollected": "⚠️",
    "parked": "⚠️",
}
FIELDS: dict[str, Any] = {
    "reason": "<b>403 & forbidden",
    "amount": 1_200_000,
    "sku": "W-0001",
    "short": 1,
    "channel": "till",
    "topic": "tell.buyer",
    "error": "<b>Bad Request",
}


@pytest.fixture
async def facts(shop: Shop, clock: MovableClock) -> SellerFacts:
    """A ready order that is paid at pickup, its buyer and place."""
    seller, buyer = await someone(shop, "Анна"), await someone(shop, "Мария <b>&")
    _, variant, _ = await a_work(shop, seller, title="Закат <b>&")
    started = await shop.checkout.start(buyer, "ru", [Wanted(variant, 1)])
    await shop.checkout.confirm(started.order.id, buyer, PayWay.AT_PICKUP, None)
    order = await shop.fulfilment.ready(started.order.id, seller)
    place = await shop.pickup.get(order.location) if order.location else None
    later = clock.now() + timedelta(days=8)
    return SellerFacts(order, await shop.customers.get(buyer), place, POLICIES, later, FIELDS)


@pytest.fixture
async def phone() -> AsyncIterator[tuple[PretendTelegram, Bot]]:
    telegram = pretend_telegram()
    async with pretend_bot(telegram) as bot:
        yield telegram, bot
    assert telegram.defects == []


def made(what: str, facts: SellerFacts, language: Language = "ru") -> Screen:
    screen = alert(what, facts, load_texts()[language], ZONE)
    assert screen is not None
    return screen


@pytest.mark.parametrize("language", LANGUAGES)
async def test_every_alert_is_sent_with_its_head_and_a_way_on(
    facts: SellerFacts, phone: tuple[PretendTelegram, Bot], shop: Shop, language: Language
) -> None:
    telegram, bot = phone
    for what, head in HEADS.items():
        screen = made(what, facts, language)
        await send(bot, SELLER, screen, shop.catalogue)
        seen = telegram.last_message(SELLER)
        assert seen["text"].startswith(head), what
        assert "None" not in seen["text"]
        assert len(screen.rows) >= 1
        assert all(len(key.text) <= 20 for row in screen.rows for key in row)


def test_a_new_order_says_what_where_and_how_it_is_paid(facts: SellerFacts) -> None:
    assert facts.order is not None
    text = made("new_order", facts).text
    head = f"🆕 Заказ <b>{facts.order.number}</b> на\u00a012\u00a0000\u00a0₽, оплата при получении"
    assert text.startswith(head)
    assert "Закат &lt;b&gt;&amp;" in text
    assert "Мария &lt;b&gt;&amp;" in text
    assert "Мастерская" in text


def test_an_accepted_order_is_made_ready_from_its_alert(facts: SellerFacts) -> None:
    assert facts.order is not None
    accepted = replace(facts, order=replace(facts.order, state=OrderState.ACCEPTED))
    assert made("new_order", accepted).rows[0][0].text.startswith("👌")


def test_uncollected_asks_only_while_it_still_waits(facts: SellerFacts) -> None:
    assert facts.order is not None
    assert [row[0].text[:1] for row in made("uncollected", facts).rows][:1] == ["⏳"]
    kept = replace(facts, order=replace(facts.order, keep_until=facts.now + timedelta(days=1)))
    done = replace(facts, order=replace(facts.order, state=OrderState.HANDED_OVER))
    assert alert("uncollected", kept, load_texts()["ru"], ZONE) is None
    assert alert("uncollected", done, load_texts()["ru"], ZONE) is None


@pytest.mark.parametrize("what", ["unheard-of", *sorted(set(HEADS) - {"conflict", "parked"})])
def test_an_alert_about_nothing_is_none(facts: SellerFacts, what: str) -> None:
    assert alert(what, replace(facts, order=None, buyer=None, place=None), load_texts()["ru"], ZONE) is None


@pytest.mark.parametrize("reason", ["late", "double", "cancelled", "odd"])
def test_money_that_goes_back_says_why(facts: SellerFacts, reason: str) -> None:
    assert made("money_goes_back", replace(facts, fields={"reason": reason})).text.startswith("⚠️")


@pytest.mark.parametrize(
    "topic", ["tell.buyer", "tell.seller", "showcase.publish", "payment.check", "refund.send", "odd"]
)
def test_what_could_not_be_delivered_is_said_in_words(facts: SellerFacts, topic: str) -> None:
    parked = replace(facts, order=None, fields={"topic": topic, "error": None})
    text = made("parked", parked).text
    assert topic not in text
    assert "None" not in text
