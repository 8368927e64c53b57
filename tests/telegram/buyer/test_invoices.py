"""Does an invoice of Telegram's take money only while the work is held, once, and give back what came all the same?"""

import asyncio
from collections.abc import AsyncIterator
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import text

from bot.basics.clock import MovableClock
from bot.partners.pretend.telegram import payments as pretend_payments
from bot.storage.database import Database
from tests.support.counter import EWA, LANGUAGES, MARIA, OWNER, PETER, Counter, buttons, counter, labels, words

BUYERS = pytest.mark.parametrize("buyer", [MARIA, PETER, EWA], ids=lambda each: LANGUAGES[each])
TOKEN = "381764678:TEST:100037"
OTHER = 604


@pytest.fixture
async def at(database: Database, clock: MovableClock) -> AsyncIterator[Counter]:
    """A shop that takes links of YooKassa's and invoices of Telegram's."""
    async with counter(database, clock, invoice_token=TOKEN) as opened:
        opened.telegram.add_user(OTHER, "Ольга", "ru")
        yield opened
        opened.assert_well_behaved()


async def invoice(at: Counter, buyer: int, product: int) -> str:
    """⚡, then ✈️: the address of the invoice."""
    await at.starts(buyer, f"p_{product}")
    await at.press(buyer, "⚡")
    await at.press(buyer, "✈️")
    await at.deliver()
    return str(next(each["url"] for each in buttons(at.last(buyer)) if "url" in each))


async def books(at: Counter) -> list[tuple[str, int]]:
    """Every row of the books, and the proof that they add up."""
    assert await at.shop.payments.differences() == []
    assert await at.shop.stock.differences() == []
    async with at.database.reading() as session:
        rows = await session.execute(text("SELECT way, amount_minor FROM money_entry ORDER BY id"))
    return [(str(way), int(minor)) for way, minor in rows]


@BUYERS
async def test_paid_inside_telegram_it_is_one_order_one_message_and_one_piece_less(at: Counter, buyer: int) -> None:
    product = await at.work()
    link = await invoice(at, buyer, product)
    assert at.last(buyer)["text" if "text" in at.last(buyer) else "caption"].startswith("💳")
    assert labels(at.last(buyer))[0].startswith("💳")
    assert not any(label.startswith("🔄") for label in labels(at.last(buyer)))
    assert await at.pays_invoice(buyer, link) == {"ok": True}
    assert at.saw(buyer, "🎉")
    assert at.saw(OWNER, "🆕")
    assert await books(at) == [("telegram", 1_200_000)]
    assert at.yookassa.payments() == []
    assert (await at.shop.stock.availability([await at.variant(product)]))[await at.variant(product)].available == 0


async def test_word_of_one_payment_twice_has_one_effect(at: Counter) -> None:
    link = await invoice(at, MARIA, await at.work())
    await at.pays_invoice(MARIA, link)
    again = next(m for m in at.telegram.chat(MARIA) if "successful_payment" in m)
    at.telegram.updates.add("message", again)
    await at.handle()
    await at.deliver()
    assert await books(at) == [("telegram", 1_200_000)]
    assert len([m for m in at.telegram.chat(MARIA) if words(m).startswith("🎉")]) == 1


async def test_the_last_question_is_answered_no_with_its_reason(at: Counter) -> None:
    """Somebody else's, forged, changed, paid, cancelled, run out: no money moves, and the person reads why."""
    product = await at.work(pieces=5)
    link = await invoice(at, MARIA, product)
    await at.starts(OTHER)
    stranger = await at.pays_invoice(OTHER, link)
    assert not stranger["ok"]
    assert "не вам" in stranger["error_message"]
    terms = at.telegram.invoices[link]
    for field, forged in (("payload", "0" * 32), ("shown", terms["shown"] | {"total_amount": 100})):
        at.telegram.invoices["https://t.me/$forged"] = terms | {field: forged}
        assert not (await at.pays_invoice(MARIA, "https://t.me/$forged"))["ok"]
    assert (await at.pays_invoice(MARIA, link))["ok"]
    assert "уже оплачен" in (await at.pays_invoice(MARIA, link))["error_message"]
    cancelled = await invoice(at, MARIA, product)
    await at.press(MARIA, "❌")
    assert "Время" in (await at.pays_invoice(MARIA, cancelled))["error_message"]
    late = await invoice(at, MARIA, product)
    at.clock.move(timedelta(minutes=61))
    assert "Время" in (await at.pays_invoice(MARIA, late))["error_message"]
    assert await books(at) == [("telegram", 1_200_000)]


async def test_an_invoice_nobody_pays_frees_its_piece_by_time_and_says_so(at: Counter) -> None:
    product = await at.work()
    await invoice(at, MARIA, product)
    await at.later(timedelta(minutes=64))
    variant = await at.variant(product)
    assert (await at.shop.stock.availability([variant]))[variant].available == 0
    await at.later(timedelta(minutes=2))
    assert (await at.shop.stock.availability([variant]))[variant].available == 1
    assert at.saw(MARIA, "⌛")
    assert await books(at) == []


async def yes_and_then_silence(at: Counter, link: str) -> list[dict[str, Any]]:
    """Telegram has its yes and takes the money; its word of that is kept back and returned."""
    asked = at.telegram.user_pays_invoice(MARIA, link=link)
    raws, at.telegram.updates.waiting = at.telegram.updates.waiting, []
    await at.intake.accept(raws)
    async with asyncio.timeout(10):
        while asked not in at.telegram.pre_checkout_answers:
            await at.intake.drain()
            await asyncio.sleep(0.001)
    assert at.telegram.pre_checkout_answers[asked] == {"ok": True}
    word, at.telegram.updates.waiting = at.telegram.updates.waiting, []
    return word


async def heard(at: Counter, word: list[dict[str, Any]]) -> None:
    at.telegram.updates.waiting += word
    await at.handle()
    await at.deliver()


async def test_money_that_comes_after_the_hold_has_ended_buys_the_piece_that_is_still_there(at: Counter) -> None:
    word = await yes_and_then_silence(at, await invoice(at, MARIA, await at.work()))
    await at.later(timedelta(minutes=70))
    assert at.saw(MARIA, "⌛")
    await heard(at, word)
    assert at.saw(MARIA, "🎉")
    assert await books(at) == [("telegram", 1_200_000)]


async def test_money_for_a_piece_that_is_gone_is_given_back_by_the_seller_once(at: Counter) -> None:
    product = await at.work()
    word = await yes_and_then_silence(at, await invoice(at, MARIA, product))
    await at.later(timedelta(minutes=70))
    await at.pays_invoice(PETER, await invoice(at, PETER, product))
    await heard(at, word)
    assert at.saw(MARIA, "😔")
    asked = at.saw(OWNER, "⚠️ Верните 12 000 ₽")
    assert "provider_charge_" in words(asked)
    done = await at.press(OWNER, "✅", asked)
    assert words(done).startswith("💸")
    await at.deliver()
    assert at.saw(MARIA, "💸")
    assert await books(at) == [("telegram", 1_200_000), ("telegram", 1_200_000), ("telegram", -1_200_000)]


async def test_one_invoice_paid_twice_at_one_moment_goes_back_once(at: Counter) -> None:
    link = await invoice(at, MARIA, await at.work())
    first, second = await yes_and_then_silence(at, link), await yes_and_then_silence(at, link)
    await heard(at, first)
    await heard(at, second)
    asked = at.saw(OWNER, "⚠️ Верните")
    opened = await at.press(OWNER, "📦", asked)
    assert "Осталось вернуть" in words(opened)
    await at.press(OWNER, "✅", opened)
    await at.deliver()
    assert await books(at) == [("telegram", 1_200_000), ("telegram", 1_200_000), ("telegram", -1_200_000)]


async def test_a_refund_of_an_invoice_is_asked_of_the_seller_and_booked_when_it_is_made(at: Counter) -> None:
    await at.pays_invoice(MARIA, await invoice(at, MARIA, await at.work()))
    opened = await at.press(OWNER, "📦", at.saw(OWNER, "🆕"))
    await at.press(OWNER, "💸", opened)
    await at.press(OWNER, "💸")
    await at.deliver()
    assert await books(at) == [("telegram", 1_200_000)]
    await at.press(OWNER, "✅", at.saw(OWNER, "⚠️ Верните"))
    await at.deliver()
    assert await books(at) == [("telegram", 1_200_000), ("telegram", -1_200_000)]
    assert at.saw(MARIA, "💸")
    await at.forge(OWNER, "gb:1")
    await at.forge(OWNER, "gb:999999")
    assert len(await books(at)) == 2


@pytest.mark.parametrize(("price_minor", "ways"), [(9_900, "💳"), (10_000, "💳✈"), (80_000_100, "💳")])
async def test_a_sum_that_telegram_does_not_take_is_paid_by_the_link(at: Counter, price_minor: int, ways: str) -> None:
    await at.starts(MARIA, f"p_{await at.work(price_minor=price_minor)}")
    asked = await at.press(MARIA, "⚡")
    assert "".join(label[0] for label in labels(asked) if label[0] in "💳✈") == ways


async def test_telegram_refusing_the_sum_leaves_the_link(at: Counter, monkeypatch: pytest.MonkeyPatch) -> None:
    """Its limits follow the dollar: yesterday's least may be too little today."""
    monkeypatch.setitem(pretend_payments.LIMITS, "RUB", (2_000_000, 80_000_000))
    await at.starts(MARIA, f"p_{await at.work()}")
    await at.press(MARIA, "⚡")
    await at.press(MARIA, "✈️")
    await at.deliver()
    assert at.saw(MARIA, "⚠️")
    assert labels(at.last(MARIA))[0].startswith("💳 Оплатить")
    await at.press(MARIA, "💳 Оплатить")
    await at.deliver()
    await at.pays()
    assert await books(at) == [("yookassa", 1_200_000)]
    at.telegram.defects.clear()  # the refused invoice is what this test is about


async def test_the_last_question_waits_for_no_provider(at: Counter) -> None:
    """YooKassa does not answer: Telegram has its answer all the same, and nothing was asked of anybody."""
    link = await invoice(at, MARIA, await at.work())
    at.gateway.down, before = True, at.gateway.calls
    assert (await at.pays_invoice(MARIA, link))["ok"]
    assert at.gateway.calls == before


async def test_a_shop_with_receipts_takes_no_invoices(database: Database, clock: MovableClock) -> None:
    async with counter(database, clock, invoice_token=TOKEN, receipts="yookassa") as at:
        await at.starts(MARIA, f"p_{await at.work()}")
        assert not any(label.startswith("✈️") for label in labels(await at.press(MARIA, "⚡")))


async def test_money_that_no_invoice_asked_for_is_shown_to_the_seller(at: Counter) -> None:
    await at.pays_invoice(MARIA, await invoice(at, MARIA, await at.work()))
    paid = next(m for m in at.telegram.chat(MARIA) if "successful_payment" in m)
    strange = paid["successful_payment"] | {"invoice_payload": "x", "telegram_payment_charge_id": "tg_charge_x"}
    at.telegram.updates.add("message", paid | {"successful_payment": strange})
    await at.handle()
    await at.deliver()
    assert "provider_charge_" in words(at.saw(OWNER, "⚠️ Пришла оплата"))
    assert await books(at) == [("telegram", 1_200_000)]
