"""Is it asked once where the receipt goes, in words one understands, and does the payment go on from there?"""

from collections.abc import AsyncIterator
from datetime import timedelta

import pytest

from bot.basics.clock import MovableClock
from bot.jobs import loops
from bot.partners.pretend.yookassa.receipts import ReceiptMode
from bot.storage.database import Database
from tests.support.counter import EWA, LANGUAGES, MARIA, OWNER, PETER, Counter, counter, labels, words

BUYERS = pytest.mark.parametrize("buyer", [MARIA, PETER, EWA], ids=lambda each: LANGUAGES[each])
ASKED = {"ru": "Куда прислать чек?", "en": "Where should the receipt go?", "pl": "Dokąd wysłać paragon?"}


@pytest.fixture
async def fiscal(database: Database, clock: MovableClock) -> AsyncIterator[Counter]:
    """A shop that makes receipts, at a YooKassa that insists on them."""
    async with counter(database, clock, receipts="yookassa") as opened:
        opened.yookassa.receipts = ReceiptMode.YOOKASSA
        yield opened
        opened.assert_well_behaved()


@BUYERS
async def test_asked_before_the_first_payment_and_never_again(fiscal: Counter, buyer: int) -> None:
    for purchase in range(2):
        product = await fiscal.work(f"Работа {purchase}")
        await fiscal.starts(buyer, f"p_{product}")
        await fiscal.press(buyer, "⚡")
        await fiscal.press(buyer, "💳")
        if purchase == 0:
            assert words(fiscal.telegram.chat(buyer)[-1]).startswith(ASKED[LANGUAGES[buyer]])
            assert "🙅" in words(await fiscal.says(buyer, "anna@example"))
            await fiscal.says(buyer, "anna@example.com")
        await fiscal.deliver()
        payment = fiscal.yookassa.payments()[-1]
        fiscal.yookassa.pay(payment["id"])
        await fiscal.shop.payments.note(payment["id"], "payment.succeeded")
        await fiscal.deliver()
        assert fiscal.saw(buyer, "🎉")
    assert len(fiscal.yookassa.payments()) == 2
    opened = await fiscal.press(OWNER, "📦", fiscal.saw(OWNER, "🆕"))
    assert "🧾 Чек: готовится" in words(opened)
    fiscal.clock.move(timedelta(minutes=2))
    await loops.reconcile(fiscal.shop)
    await fiscal.press(OWNER, "🤲", opened)
    person = await fiscal.shop.customers.find(buyer)
    assert person is not None
    newest = (await fiscal.shop.orders.mine(person.id))[0].id
    given = await fiscal.says(OWNER, (await fiscal.shop.orders.get(newest)).code)
    assert "🧾 Чек: отправлен" in words(given)
    assert "🧾 Чек при выдаче: готовится" in words(given)


async def test_a_button_instead_of_an_address_leaves_the_question_and_the_order(fiscal: Counter) -> None:
    product = await fiscal.work("Закат")
    await fiscal.starts(MARIA, f"p_{product}")
    await fiscal.press(MARIA, "⚡")
    await fiscal.press(MARIA, "💳")
    await fiscal.says(MARIA, "/start")
    assert fiscal.yookassa.payments() == []
    await fiscal.press(MARIA, "💳", next(m for m in fiscal.telegram.chat(MARIA) if any("💳" in it for it in labels(m))))
    await fiscal.says(MARIA, "maria@example.com")
    await fiscal.deliver()
    assert len(fiscal.yookassa.payments()) == 1
