"""Can the seller say what works cost and what is taken of sales, and does nobody learn of it who should not?"""

import io
from collections.abc import AsyncIterator
from typing import Any

import pytest

from bot.basics import sheets
from bot.basics.clock import MovableClock
from bot.basics.ids import ProductId
from bot.basics.workbooks import first_sheet
from bot.shop.analytics.values import Period
from bot.shop.channels.values import ChannelKind
from bot.shop.customers.values import StaffRole
from bot.shop.orders.values import PayWay
from bot.shop.sales.errors import BadCost
from bot.shop.stock.values import Wanted
from bot.storage.database import Database
from bot.telegram.rights import RIGHTS, Right, Role
from bot.telegram.seller import figures_looks
from bot.telegram.seller.correction import read_caption
from bot.telegram.texts import load_texts
from tests.support.counter import MARIA, PETER, Counter, counter, labels, words
from tests.support.pictures import painting
from tests.support.seller_chat import SellerChat, said
from tests.support.shops import a_work

SECRET = ("7 654", "7654", "765432")
"""What is looked for wherever a cost must not be."""


@pytest.fixture
async def at(database: Database, clock: MovableClock) -> AsyncIterator[Counter]:
    async with counter(database, clock) as opened:
        yield opened
        opened.assert_well_behaved()


def plain(message: Any) -> str:
    return said(message).replace("\u00a0", " ")


async def test_a_cost_is_typed_on_the_card_kept_and_taken_away(chat: SellerChat) -> None:
    product, _, _ = await a_work(chat.shop, await chat.seller_id())
    card = await chat.forges_work(f"w:{product}")
    assert "Себестоимость" not in plain(card)
    assert "не указана" in plain(await chat.presses("✏️ Себестоимость"))
    assert plain(await chat.says("примерно")).startswith("🙅")
    assert "Себестоимость 3 000 ₽" in plain(await chat.says("3000"))
    assert "Сейчас: 3 000 ₽" in plain(await chat.presses("✏️ Себестоимость"))
    assert "Себестоимость 3 000 ₽" in plain(await chat.says("-"))
    await chat.presses("✏️ Себестоимость")
    assert "Себестоимость 0 ₽" in plain(await chat.says("0"))
    await chat.presses("✏️ Себестоимость")
    assert "Себестоимость" not in plain(await chat.says("нет"))
    assert await chat.shop.costs.of(product) is None
    await chat.says("/desk")
    await chat.presses("⚙️")
    journal = plain(await chat.presses("📓"))
    assert "себестоимость" in journal
    assert "3 000 ₽ → 0 ₽" in journal


async def test_a_caption_says_the_cost_and_no_buyer_reads_it(chat: SellerChat) -> None:
    shown = await chat.sends_photo(painting(), "Закат, 12 000, холст, масло, себестоимость: 3000, 40×50\nКраски моря")
    assert "Себестоимость 3 000 ₽" in plain(shown)
    shown = await chat.says("себестоимость 3500", reply_to=shown["message_id"])
    assert "Себестоимость 3 500 ₽" in plain(shown)
    shown = await chat.says("40×60", reply_to=shown["message_id"])
    assert "Себестоимость 3 500 ₽" in plain(shown)
    assert plain(await chat.says("себестоимость большая", reply_to=shown["message_id"])).startswith("🙅")
    (draft,) = [each for each in await _products(chat) if each]
    card = await chat.shop.catalogue.card(draft, "ru")
    assert "3" not in f"{card.title}{card.technique}{card.description}"
    assert await chat.shop.costs.of(draft) == 350_000


async def _products(chat: SellerChat) -> list[Any]:
    from sqlalchemy import select

    from bot.shop.catalogue.tables import Product

    async with chat.shop.catalogue.database.reading() as session:
        return list(await session.scalars(select(Product.id)))


@pytest.mark.parametrize(
    ("caption", "cost", "title"),
    [
        ("Закат, 12 000 ₽\nсебестоимость 3000 ₽", 300_000, "Закат"),
        ("Sunset, €120, cost: 40, 30×40", 4_000, "Sunset"),
        ("Zachód, 1 200 zł, koszt własny = 350,50", 35_050, "Zachód"),
        ("Zachód, 1 200 zł; koszt 0", 0, "Zachód"),
        ("Cost of living, 12 000 ₽", None, "Cost of living"),
        ("Закат, 12 000 ₽", None, "Закат"),
    ],
)
def test_captions_name_a_cost_in_three_languages(caption: str, cost: int | None, title: str) -> None:
    currency = "EUR" if "€" in caption else "PLN" if "zł" in caption else "RUB"
    work = read_caption(caption, currency, "ru")
    assert (work.cost_minor, work.title) == (cost, title)


@pytest.mark.parametrize("caption", ["Закат, 9, себестоимость так себе", "A, 12 000, cost: cheap", "A, 9, koszt: ?"])
def test_a_cost_that_is_not_understood_never_becomes_a_text(caption: str) -> None:
    with pytest.raises(BadCost):
        read_caption(caption, "RUB", "ru")


async def test_a_fee_is_set_for_a_way_and_a_channel_and_the_profit_is_what_is_left(chat: SellerChat) -> None:
    await chat.shop.register.add("ozon", ChannelKind.MARKETPLACE)
    order = await chat.an_order(ready=True)
    await chat.shop.fulfilment.hand_over(order.id, await chat.seller_id(), "card")
    shown = plain(await chat.says("/figures"))
    assert "укажите себестоимость" in shown
    assert "ЮKassa" not in shown
    await chat.presses("💸")
    await chat.presses("💳 Карта")
    assert plain(await chat.says("many")).startswith("🙅")
    assert "💳 Карта · 3,5 %" in [each.replace("\u00a0", " ") for each in labels(await chat.says("3,5"))]
    await chat.presses("🔗 ozon")
    assert "🔗 ozon · 20 %" in [each.replace("\u00a0", " ") for each in labels(await chat.says("20"))]
    await chat.presses("🔗 ozon")
    assert "🔗 ozon · 20 %" in [each.replace("\u00a0", " ") for each in labels(await chat.says("-"))]
    for forged in ("fe:bitcoin:0", "fe::999", "fe::0"):
        assert plain(await chat.forges(forged)).startswith("💸")
    await chat.shop.costs.change(order.lines[0].product, 300_000, await chat.seller_id())
    await chat.an_order()
    shown = plain(await chat.says("/figures"))
    assert "Прибыль: 8 580 ₽ — после себестоимости 3 000 ₽ и комиссий 420 ₽" in shown
    assert "Известна для 1 из 2 продаж." in shown
    report = await chat.shop.analytics.report(Period.MONTH, 0, "ru", whole=True)
    rows = first_sheet(io.BytesIO(sheets.workbook(figures_looks.table(report, load_texts()["ru"]))), 100, 20)
    assert rows[-1][:5] == ["8580", "3000", "420", "1", "2"]
    await chat.says("/desk")
    await chat.presses("⚙️")
    assert "0 % → 3,5 %" in plain(await chat.presses("📓"))


@pytest.mark.parametrize("role", list(StaffRole))
async def test_only_who_may_see_money_sees_a_cost(at: Counter, role: StaffRole) -> None:
    product = await at.work("Тайна")
    await at.shop.costs.change(ProductId(product), 765_432, at.seller)
    await at.starts(PETER)
    person = await at.shop.customers.recognise(PETER, "Peter", None, "en-GB")
    await at.shop.staff.join(await at.shop.staff.invite(role, at.seller), person.id)
    await at.says(PETER, "/desk")
    shown = await at.forge(PETER, f"w:{product}")
    may = Right.COSTS in RIGHTS[Role(role.value)]
    assert any(each in words(shown).replace("\u00a0", " ") for each in SECRET) is may
    assert any("Cost" in each for each in labels(shown)) is may
    for data in (f"wa:{product}:cost", "fs", "fe:cash:0"):
        answer = await at.forge(PETER, data)
        assert (words(answer).startswith("✏️") or words(answer).startswith("💸")) is may


def test_whoever_may_read_it_elsewhere_may_see_costs() -> None:
    for role, rights in RIGHTS.items():
        if rights & {Right.FILES, Right.JOURNAL, Right.CATALOGUE}:
            assert Right.COSTS in rights, role


async def test_no_buyer_ever_learns_a_cost(at: Counter) -> None:
    product = await at.work("Тайна", pieces=3)
    await at.shop.costs.change(ProductId(product), 765_432, at.seller)
    await at.starts(MARIA)
    person = await at.shop.customers.recognise(MARIA, "Мария", None, "ru")
    seen = [words(await at.forge(MARIA, f"p:{product}:0")), words(await at.says(MARIA, "тайна"))]
    variant = await at.variant(product)
    started = await at.shop.checkout.start(person.id, "ru", [Wanted(variant, 1)])
    await at.shop.checkout.confirm(started.order.id, person.id, PayWay.AT_PICKUP, None)
    seen.append(repr(await at.shop.orders.get(started.order.id)))
    seen.append(repr(await at.shop.catalogue.card(ProductId(product), "ru")))
    assert any("Тайна" in each for each in seen)
    for each in seen:
        assert not any(secret in each.replace("\u00a0", " ") for secret in SECRET)
