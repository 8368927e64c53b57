"""Can the seller read the figures, and get them as a picture and a table?"""

import io
from datetime import UTC, datetime, timedelta
from time import perf_counter
from typing import Any

import pytest
from PIL import Image
from sqlalchemy import insert

from bot.basics.clock import MovableClock
from bot.basics.languages import Language
from bot.basics.workbooks import first_sheet
from bot.shop.analytics.tables import LookCount
from bot.shop.analytics.values import Period
from bot.shop.orders.tables import MoneyEntry, Order, OrderEvent, OrderLine
from bot.storage.database import Database
from bot.telegram.seller import figures_chart
from bot.telegram.seller.figures_looks import _short
from bot.telegram.texts import load_texts
from tests.support.counter import Statements
from tests.support.seller_chat import SellerChat, labels, said


async def test_the_figures_of_a_month_stand_beside_the_month_before(chat: SellerChat, clock: MovableClock) -> None:
    assert "Пока ничего" in said(await chat.says("/figures"))
    order = await chat.an_order(ready=True)
    await chat.shop.fulfilment.hand_over(order.id, await chat.seller_id(), "cash")
    now = said(await chat.says("/figures")).replace("\u00a0", " ")
    assert "Пришло: 12 000 ₽ (0 ₽)" in now
    assert "Продаж: 1 (0)" in now
    assert "Лучшие работы" in now
    clock.move(timedelta(days=40))
    assert "Пришло: 0 ₽ (12 000 ₽)" in said(await chat.says("/figures")).replace("\u00a0", " ")
    back = await chat.presses("◀️")
    assert "Пришло: 12 000 ₽ (0 ₽)" in said(back).replace("\u00a0", " ")
    assert "▶️" in labels(back)
    assert "Пришло: 12 000 ₽ (0 ₽)" in said(await chat.presses("Год")).replace("\u00a0", " ")
    assert said(await chat.forges("fg:open:nonsense:0")).startswith("📊")
    assert said(await chat.forges("F")).startswith("📊")
    assert said(await chat.forges("fg:open:q:400")).startswith("📊")


async def test_the_picture_and_the_table_hold_the_same_sum(chat: SellerChat) -> None:
    order = await chat.an_order(ready=True)
    await chat.shop.fulfilment.hand_over(order.id, await chat.seller_id(), "cash")
    report = await chat.shop.analytics.report(Period.MONTH, 0, "ru")
    picture = Image.open(io.BytesIO(figures_chart.drawn(report)))
    colors = {color for _, color in picture.getcolors(100_000) or []}
    assert {figures_chart.GROUND, figures_chart.NOW} <= colors
    assert figures_chart.BEFORE not in colors
    await chat.says("/figures")
    assert "12 000 ₽" in said(await chat.presses("📈")).replace("\u00a0", " ")
    await chat.says("/figures")
    sent: Any = await chat.presses("📤")
    assert sent["document"]["file_name"].endswith(".xlsx")


async def test_a_year_of_ten_thousand_orders_takes_five_looks(chat: SellerChat, database: Database) -> None:
    order = await chat.an_order()
    now = order.created_at
    ids = range(100_000, 110_000)
    async with database.transaction(aside=True) as session:
        await session.execute(
            insert(Order),
            [
                {
                    "id": number,
                    "customer_id": order.customer,
                    "state": "handed_over",
                    "currency": "RUB",
                    "total_minor": number,
                    "token": f"t{number}",
                    "hand_token": f"h{number}",
                    "code": f"{number:06d}",
                    "source": f"s{number % 7}",
                    "created_at": now - timedelta(hours=number % 8000),
                }
                for number in ids
            ],
        )
        line = order.lines[0]
        await session.execute(
            insert(OrderLine),
            [
                {
                    "order_id": number, "variant_id": line.variant, "product_id": line.product, "sku": line.sku,
                    "title": line.title, "price_minor": number, "quantity": 1,
                }
                for number in ids
            ],
        )  # fmt: skip
        await session.execute(
            insert(OrderEvent),
            [
                {"order_id": number, "from_state": "draft", "to_state": "accepted", "why": "x",
                 "at": now - timedelta(hours=number % 8000)}
                for number in ids
            ],
        )  # fmt: skip
        await session.execute(
            insert(MoneyEntry),
            [
                {"cause": f"m{number}", "order_id": number, "way": "cash", "amount_minor": number, "currency": "RUB",
                 "at": now - timedelta(hours=number % 8000)}
                for number in ids
            ],
        )  # fmt: skip
        await session.execute(
            insert(LookCount),
            [
                {"day": (now - timedelta(days=day)).date(), "product_id": work, "step": "view", "times": 100,
                 "source": f"s{work % 7}"}
                for day in range(100)
                for work in range(100)
            ],
        )  # fmt: skip
    await chat.says("/figures")
    with Statements(database) as statements:
        shown = await chat.presses("Год")
    assert "Пришло" in said(shown)
    looks = [
        each for each in statements.seen if not any(f"FROM {own}" in each for own in ("customer", "stored_dialog"))
    ]
    assert len(looks) <= 5, looks
    before = perf_counter()
    await chat.shop.analytics.report(Period.YEAR, 0, "ru")
    print(f"report of 10,000 orders, 1,000,000 looks: {1000 * (perf_counter() - before):.0f} ms")  # noqa: T201


def test_marks_of_the_axis_are_short() -> None:
    assert [figures_chart.ceiling(units) for units in (0, 4, 5, 21, 9_000)] == [4, 4, 8, 40, 20_000]
    assert figures_chart.short(12_000.0) == "12 000"


def test_a_workbook_is_read_again() -> None:
    from bot.basics import sheets

    rows = first_sheet(io.BytesIO(sheets.workbook([["Что", "Пришло"], ["Łąka", 120.5]])), 10, 5)
    assert rows == [["Что", "Пришло"], ["Łąka", "120.5"]]


@pytest.mark.parametrize("language", ["ru", "en", "pl"])
def test_every_week_of_a_year_fits_on_a_button(language: Language) -> None:
    texts = load_texts()[language]
    for week in range(53):
        since = datetime(2026, 1, 5, tzinfo=UTC) + timedelta(weeks=week)
        for period in Period:
            assert len(f"◀️ {_short(period, since, texts)}") <= 20
