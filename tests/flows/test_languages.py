"""Does whoever reads English or Polish ever meet a Russian word that is not somebody's own?"""

import re
from collections.abc import AsyncIterator
from datetime import timedelta

import pytest

from bot.basics.clock import MovableClock
from bot.shop.delivery.values import NewWay, WayKind
from bot.storage.database import Database
from tests.support.counter import EWA, MARIA, OWNER, PETER, Counter, buttons, counter, labels, words

OWN = ("Закат над Невой", "Рассвет", "холст, масло", "Живопись", "Мастерская", "Москва, Пречистенка, 12", "вт–вс 12–20",
       "Курьер", "Почта", "Анна Белова", "Анна", "Есть ли рама?", "Дуб", "Не подошла")  # fmt: skip
"""What the seller and the buyers have written themselves: titles, places, names, questions."""
LEAVING = ("l:", "dx")
"""Buttons that choose another language or erase the person."""
RUSSIAN = re.compile("[а-яё]+", re.IGNORECASE)


def russian(said: str) -> list[str]:
    for theirs in OWN:
        said = said.replace(theirs, "")
    return RUSSIAN.findall(said.replace("Русский", ""))


@pytest.fixture
async def at(database: Database, clock: MovableClock) -> AsyncIterator[Counter]:
    async with counter(database, clock) as opened:
        await opened.shop.shelves.add({"ru": "Живопись"})
        await opened.shop.deliveries.add(WayKind.COURIER, NewWay("Курьер", 50_000, None, "", ""))
        await opened.shop.deliveries.add(WayKind.POST, NewWay("Почта", None, None, "", ""))
        yield opened
        opened.assert_well_behaved()


async def everything_pressed(at: Counter, buyer: int, depth: int) -> None:
    """Each button that leads somewhere, and each of the screens behind it."""
    done: set[str] = set()
    waiting = [each["callback_data"] for each in buttons(await at.starts(buyer)) if "callback_data" in each]
    for _ in range(depth):
        data = next((each for each in waiting if each not in done and not each.startswith(LEAVING)), None)
        if data is None:
            return
        done.add(data)
        waiting += [each["callback_data"] for each in buttons(await at.forge(buyer, data)) if "callback_data" in each]


async def bought_asked_and_given_back(at: Counter, buyer: int) -> None:
    """The whole way of one work, with every message that comes unasked."""
    await at.starts(buyer, f"p_{await at.work()}-s_post")
    await at.press(buyer, "💬")
    await at.says(buyer, "Есть ли рама?")
    await at.settled()
    await at.press(OWNER, "💬 Ответить")
    await at.says(OWNER, "Дуб")
    await at.settled()
    await at.starts(buyer, f"p_{await at.work('Рассвет')}")
    await at.press(buyer, "⚡")
    await at.later(timedelta(minutes=12))
    await at.later(timedelta(minutes=30))
    await at.press(buyer, "⚡", await at.starts(buyer, f"p_{await at.work('Рассвет')}"))
    await at.press(buyer, "📍") if any(each.startswith("📍") for each in labels(at.last(buyer))) else None
    await at.press(buyer, "💳")
    await at.deliver()
    await at.pays()
    await at.settled()
    await at.press(OWNER, "👌")
    await at.settled()
    person = await at.shop.customers.find(buyer)
    assert person is not None
    order = (await at.shop.orders.mine(person.id))[0].id
    await at.shop.fulfilment.hand_over(order, at.seller)
    await at.settled()
    await at.says(buyer, f"V-{1000 + order}")
    await at.press(buyer, "↩️")
    await at.says(buyer, "Не подошла")
    await at.settled()
    for command in ("/help", "/privacy", "/terms", "/paysupport", "/orders", "/cart", "/search", "/language", "/stop"):
        await at.says(buyer, command)


@pytest.mark.parametrize("buyer", [PETER, EWA], ids=["en", "pl"])
async def test_no_russian_word_of_ours_reaches_whoever_reads_another_language(at: Counter, buyer: int) -> None:
    await at.work()
    await everything_pressed(at, buyer, 120)
    await at.starts(buyer)
    await bought_asked_and_given_back(at, buyer)
    seen = [each for each in at.telegram.chat(buyer) if each["from"]["is_bot"]]
    assert len(seen) > 15
    for call in at.telegram.calls(
        "sendMessage", "sendPhoto", "editMessageText", "editMessageCaption", "editMessageMedia"
    ):
        if call.params.get("chat_id") == buyer:
            said = str(call.params.get("text") or call.params.get("caption") or "")
            keys = call.params.get("reply_markup") or {}
            marks = " ".join(key["text"] for row in keys.get("inline_keyboard", []) for key in row)
            assert russian(f"{said} {marks}") == [], said


async def test_the_net_catches_a_russian_word(at: Counter) -> None:
    """The same reading, held against a Russian reader: it does find words."""
    assert russian(words(await at.starts(MARIA)))
