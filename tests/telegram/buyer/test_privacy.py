"""Can people read what is kept about them, take it along and be forgotten, in their own language?"""

import html
import json
import re
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import text

from bot.basics.languages import Language
from bot.jobs import loops
from tests.shop.privacy.test_privacy import dump
from tests.support.counter import EWA, LANGUAGES, MARIA, OWNER, PETER, Counter, Statements, labels, words

BUYERS = pytest.mark.parametrize("buyer", [MARIA, PETER, EWA], ids=lambda each: LANGUAGES[each])
HEADS: dict[Language, str] = {"ru": "Ваши данные", "en": "Your data", "pl": "Dane osobowe"}


def documents(at: Counter, user: int) -> dict[str, bytes]:
    """The newest files in a chat, by name."""
    found = {}
    for message in at.telegram.chat(user):
        if "document" in message:
            data = at.telegram.files.bytes_of(message["document"]["file_id"])
            assert data is not None
            found[message["document"]["file_name"]] = data
    return found


async def bought(at: Counter, buyer: int) -> str:
    """A work bought at pickup; the order's number."""
    product = await at.work("Закат <над> Невой")
    await at.starts(buyer, f"p_{product}-s_fair")
    await at.press(buyer, "⚡")
    await at.press(buyer, "🤝")
    await at.deliver()
    found = re.search(r"V-\d+", words(at.saw(buyer, "🎉")))
    assert found
    return found[0]


@BUYERS
async def test_what_is_kept_is_said_given_and_erased(at: Counter, buyer: int) -> None:
    number = await bought(at, buyer)
    told = await at.says(buyer, "/privacy")
    assert words(told).startswith(HEADS[LANGUAGES[buyer]])
    with Statements(at.database) as statements:
        await at.press(buyer, "ℹ️")
        await at.says(buyer, "/privacy")
    assert len(statements.seen) <= 10, "two screens"
    await at.press(buyer, "📄")
    files = documents(at, buyer)
    page, whole = files["my-data.html"].decode(), json.loads(files["my-data.json"])
    assert number in page
    assert html.escape("Закат <над> Невой") in page
    assert "fair" in page
    assert f'lang="{LANGUAGES[buyer]}"' in page
    assert not re.search(r"None|\bdata-|1970|kopeck", page)
    assert whole["parts"]["customer"][0]["account"] == buyer
    assert whole["parts"]["shop_order"][0]["order"] == number

    refused = await at.press(buyer, "🧹", await at.says(buyer, "/privacy"))
    assert number in words(refused)
    assert words(refused).startswith("🙅")
    await at.forge(buyer, "dx:1")
    assert number in words(at.last(buyer)), "an open order is not forgotten by a forged button either"
    order = (await at.shop.orders.mine((await at.shop.customers.find(buyer)).id))[0].id  # type: ignore[union-attr]
    await at.shop.fulfilment.cancel(order, (await at.shop.customers.find(buyer)).id)  # type: ignore[union-attr]
    asked = await at.press(buyer, "🧹", await at.says(buyer, "/privacy"))
    assert words(asked).startswith("🧹")
    kept = await at.press(buyer, "⬅️", asked)
    assert words(kept).startswith(HEADS[LANGUAGES[buyer]])
    asked = await at.press(buyer, "🧹", kept)
    gone = await at.press(buyer, "🧹", asked)
    assert words(gone).startswith("🧹")
    assert labels(gone) == [labels(kept)[-1]]
    assert await at.shop.customers.find(buyer) is None
    await at.deliver()

    new = await at.press(buyer, "🏠", gone)
    assert "🛍" in " ".join(labels(new))
    person = await at.shop.customers.find(buyer)
    assert person is not None
    assert person.language == LANGUAGES[buyer]
    assert await at.shop.orders.mine(person.id) == []
    opened = await at.forge(buyer, f"oo:{order}")
    assert words(opened).startswith("🙅"), "what was bought before opens no more"


async def test_a_dump_of_the_database_names_the_forgotten_nowhere(at: Counter) -> None:
    at.telegram.add_user(909090901, "Каннарейка", "ru", "canary_nick", phone_number="+79990001122")
    async with at.database.transaction(aside=True) as session:
        await session.execute(text("UPDATE location SET needs_contact = true"))
    product = await at.work(pieces=3)
    await at.starts(909090901, f"p_{product}-s_canarysource")
    await at.press(909090901, "⚡")
    at.telegram.user_sends_contact(909090901)
    await at.handle()
    await at.press(909090901, "🤝")
    await at.deliver()
    await at.says(909090901, "Пречистенка, 40, канарейке")
    canaries = ("Каннарейка", "canary_nick", "79990001122", "909090901", "canarysource", "канарейке")
    assert [each for each in canaries[:5] if each not in await dump(at.database)] == []
    person = await at.shop.customers.find(909090901)
    assert person is not None
    order = (await at.shop.orders.mine(person.id))[0].id
    await at.shop.fulfilment.ready(order, at.seller)
    await at.shop.fulfilment.hand_over(order, at.seller, "cash")
    await at.deliver()
    await at.press(909090901, "🧹", await at.says(909090901, "/privacy"))
    await at.press(909090901, "🧹")
    at.clock.move(timedelta(hours=25))
    await loops.forget(at.shop)
    await at.intake.drain()
    left = await dump(at.database)
    assert [each for each in canaries if each in left] == []
    assert await at.shop.stock.differences() == []
    assert await at.shop.payments.differences() == []


async def test_messages_still_owed_do_not_reach_the_forgotten(at: Counter) -> None:
    product = await at.work()
    await at.starts(MARIA, f"p_{product}")
    await at.press(MARIA, "⚡")
    await at.press(MARIA, "💳")
    await at.deliver()
    await at.pays()
    person = await at.shop.customers.find(MARIA)
    assert person is not None
    order = (await at.shop.orders.mine(person.id))[0].id
    await at.shop.fulfilment.cancel(order, person.id)
    await at.press(MARIA, "🧹", await at.says(MARIA, "/privacy"))
    await at.press(MARIA, "🧹")
    before = len(at.telegram.chat(MARIA))
    await at.deliver()
    await at.later(timedelta(hours=1))
    assert len(at.telegram.chat(MARIA)) == before
    assert await at.shop.payments.differences() == []


async def test_a_half_made_checkout_ends_with_its_person(at: Counter) -> None:
    product = await at.work()
    await at.starts(MARIA, f"p_{product}")
    await at.press(MARIA, "⚡")
    await at.press(MARIA, "🧹", await at.says(MARIA, "/privacy"))
    await at.press(MARIA, "🧹")
    levels = await at.shop.stock.levels(await at.variant(product))
    assert [level.available for level in levels] == [1]
    stale = await at.press(MARIA, "🤝", at.with_button(MARIA, "🤝"))
    assert words(stale).startswith("🙅")
    bought_by_another = await at.starts(PETER, f"p_{product}")
    assert "⚡" in " ".join(labels(bought_by_another))


async def test_a_seller_is_forgotten_as_a_person_and_still_sells(at: Counter) -> None:
    await at.work()
    await at.press(OWNER, "🧹", await at.says(OWNER, "/privacy"))
    await at.press(OWNER, "🧹")
    assert await at.shop.customers.find(OWNER) is None
    desk = await at.says(OWNER, "/desk")
    assert labels(desk)
    assert "🙅" not in words(desk)


@BUYERS
async def test_stop_is_noted_once_and_for_good(at: Counter, buyer: int) -> None:
    for _ in range(2):
        assert words(await at.says(buyer, "/stop")).startswith("🔕")
    person = await at.shop.customers.find(buyer)
    assert person is not None
    assert await at.shop.consents.agreed(person.id, "marketing") is False
    async with at.database.reading() as session:
        rows: Any = (
            await session.execute(text("SELECT kind, granted, text_key, version, update_id FROM consent"))
        ).all()
    assert len(rows) == 1
    assert rows[0][:4] == ("marketing", False, "stop", 1)
    assert rows[0][4] > 700_000_000
