"""Do the figures say what happened: recomputed from the raw rows by other means, over random histories?"""

import random
import statistics
from collections import defaultdict
from datetime import UTC, date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from sqlalchemy import insert, select, text

from bot.basics.clock import MovableClock
from bot.basics.ids import ProductId
from bot.basics.visiting import Visit, visit
from bot.shop.analytics import rules
from bot.shop.analytics.values import Period, Step
from bot.shop.catalogue.tables import Variant
from bot.shop.channels.tables import Channel, ChannelSale
from bot.shop.customers.tables import Customer
from bot.shop.orders.tables import MoneyEntry, Order, OrderEvent, OrderLine
from bot.shop.orders.values import PayWay
from bot.shop.pickup.tables import Location
from bot.shop.shop import Shop
from bot.shop.stock.values import Wanted
from bot.shop.till.tables import TillSaleRow
from bot.storage.database import Database
from tests.support.shops import a_work, someone

MOSCOW = ZoneInfo("Europe/Moscow")


async def test_a_sale_counts_now_and_moves_into_the_past(shop: Shop, clock: MovableClock) -> None:
    seller, buyer = await someone(shop), await someone(shop)
    _, variant, _ = await a_work(shop, seller, pieces=3)
    started = await shop.checkout.start(buyer, "ru", [Wanted(variant, 1)])
    await shop.checkout.confirm(started.order.id, buyer, PayWay.AT_PICKUP, None)
    await shop.fulfilment.hand_over(started.order.id, seller, "card")
    now = await shop.analytics.report(Period.WEEK, 0, "ru")
    assert (now.now.orders, now.now.came_minor, now.now.checkouts, now.now.new) == (1, 1_200_000, 1, 1)
    assert (now.before.orders, now.before.came_minor) == (0, 0)
    assert [(work.title, work.pieces, work.minor, work.left) for work in now.works] == [
        ("Закат над Невой", 1, 1_200_000, 2)
    ]
    clock.move(timedelta(days=7))
    later = await shop.analytics.report(Period.WEEK, 0, "ru")
    assert later.now.came_minor == 0
    earlier = await shop.analytics.report(Period.WEEK, 1, "ru")
    assert (earlier.now.orders, earlier.now.came_minor) == (1, 1_200_000)


async def test_looks_are_counted_by_source_and_written_once_but_not_those_of_the_staff(
    shop: Shop, database: Database
) -> None:
    product, _, _ = await a_work(shop, await someone(shop))
    for looks in (Visit("post"), Visit("post"), Visit(""), Visit("post", staff=True), None):
        token = visit.set(looks)
        shop.tally.count(Step.VIEW, product)
        visit.reset(token)
    await shop.tally.write()
    token = visit.set(Visit("post"))
    shop.tally.count(Step.VIEW, product)
    shop.tally.count(Step.CART, product)
    visit.reset(token)
    await shop.tally.write()
    await shop.tally.write()
    async with database.reading() as session:
        rows = await session.execute(text("SELECT step, source, times FROM look_count ORDER BY step, source"))
        assert [tuple(row) for row in rows] == [("cart", "post", 1), ("view", "", 1), ("view", "post", 3)]
    report = await shop.analytics.report(Period.MONTH, 0, "ru")
    assert (report.now.views, report.now.carts) == (4, 1)
    assert {name: sums.views for name, sums in report.sources} == {"post": 3, "": 1}


async def test_what_could_not_be_written_is_written_later(shop: Shop, database: Database) -> None:
    token = visit.set(Visit(""))
    shop.tally.count(Step.VIEW, ProductId(1))
    visit.reset(token)
    async with database.transaction(aside=True):
        with pytest.raises(Exception, match="transaction inside"):
            await shop.tally.write()
    await shop.tally.write()
    assert (await shop.analytics.report(Period.MONTH, 0, "ru")).now.views == 1


async def test_an_order_of_the_staff_leaves_no_trace_in_the_figures(shop: Shop) -> None:
    seller = await someone(shop)
    _, variant, _ = await a_work(shop, seller)
    token = visit.set(Visit("", staff=True))
    started = await shop.checkout.start(seller, "ru", [Wanted(variant, 1)])
    await shop.checkout.confirm(started.order.id, seller, PayWay.AT_PICKUP, None)
    visit.reset(token)
    await shop.fulfilment.hand_over(started.order.id, seller, "cash")
    report = await shop.analytics.report(Period.MONTH, 0, "ru")
    assert not report.now.anything
    assert not report.works


async def test_profit_is_told_only_where_the_cost_is_known(shop: Shop, database: Database) -> None:
    seller, buyer = await someone(shop), await someone(shop)
    _, first, _ = await a_work(shop, seller)
    _, second, _ = await a_work(shop, seller, title="Рассвет", price_minor=500_000)
    started = await shop.checkout.start(buyer, "ru", [Wanted(first, 1), Wanted(second, 1)])
    await shop.checkout.confirm(started.order.id, buyer, PayWay.AT_PICKUP, None)
    assert (await shop.analytics.report(Period.MONTH, 0, "ru")).profit is None
    async with database.transaction(aside=True) as session:
        await session.execute(text("UPDATE variant SET cost_minor = 100000 WHERE id = :id"), {"id": int(second)})
    found = (await shop.analytics.report(Period.MONTH, 0, "ru")).profit
    assert found is not None
    assert (found.minor, found.known, found.pieces) == (400_000, 1, 2)


@pytest.mark.parametrize(
    ("period", "back", "today", "days"),
    [
        (Period.WEEK, 0, date(2026, 1, 1), [date(2025, 12, 29), date(2026, 1, 2), date(2025, 12, 22)]),
        (Period.MONTH, 0, date(2026, 3, 31), [date(2026, 3, 1), date(2026, 4, 1), date(2026, 2, 1)]),
        (Period.MONTH, 1, date(2026, 3, 31), [date(2026, 2, 1), date(2026, 3, 1), date(2026, 1, 1)]),
        (Period.QUARTER, 0, date(2026, 2, 3), [date(2026, 1, 1), date(2026, 2, 4), date(2025, 10, 1)]),
        (Period.YEAR, 2, date(2026, 2, 3), [date(2024, 1, 1), date(2025, 1, 1), date(2023, 1, 1)]),
    ],
)
def test_times_begin_and_end_with_the_calendar(period: Period, back: int, today: date, days: list[date]) -> None:
    span = rules.span(period, back, today, MOSCOW)
    assert [moment.date() for moment in (span.since, span.until, span.before_since)] == days
    assert span.before_until <= span.since
    assert all(moment.astimezone(MOSCOW).time() == time() for moment in (span.since, span.until, span.before_until))


def test_days_of_cover_are_told_only_when_enough_was_sold() -> None:
    assert rules.cover(10, 5, 30) == 60
    assert rules.cover(10, 2, 30) is None
    assert rules.cover(0, 5, 30) is None


# -- the oracle ----------------------------------------------------------------------------------------------------


async def _history(database: Database, seed: int, now: datetime, variant: int) -> None:
    chance = random.Random(seed)
    moments = [now - timedelta(seconds=chance.randrange(0, 400 * 86400)) for _ in range(60)]
    # around the borders of months, in the shop's zone and in UTC
    moments += [
        datetime(2026, month, 1, tzinfo=zone) + timedelta(seconds=off)
        for month in range(1, 12)
        for zone in (MOSCOW, UTC)
        for off in (-1, 0)
    ]
    states = ["accepted", "ready", "handed_over", "cancelled", "expired", "draft"]
    async with database.transaction(aside=True) as session:
        place = await session.scalar(select(Location.id))
        people = list(await session.scalars(select(Customer.id)))
        session.add(
            Channel(id=77, code="site", kind="website", key_hash=f"h{seed}", signing_secret="s", feed_token="t",
                    created_at=now)
        )  # fmt: skip
        await session.flush()
        for number, at in enumerate(moments):
            order, total = 1000 + number, chance.randrange(1, 900_000)
            state = chance.choice(states)
            if state == "draft" and number % 2:
                state = "handed_over"
            row: dict[str, Any] = {
                "id": order, "customer_id": 10_000 + number if state == "draft" else chance.choice(people),
                "state": state, "currency": "RUB", "total_minor": total, "location_id": place, "token": f"t{order}",
                "hand_token": f"h{order}", "code": f"{order:06}", "created_at": at, "own": chance.random() < 0.1,
                "source": chance.choice([None, "post", "vk"]),
            }  # fmt: skip
            if state == "draft":
                session.add(
                    Customer(id=10_000 + number, platform_id=10**9 + number, name="", language="ru", created_at=at)
                )
                await session.flush()
            await session.execute(insert(Order).values(**row))
            await session.execute(
                insert(OrderLine).values(
                    order_id=order, variant_id=variant, product_id=1, sku="X", title="T", price_minor=total, quantity=1
                )
            )
            if state != "draft":
                moves = [("awaiting_payment", "accepted", at), ("in_work", "accepted", at + timedelta(days=2))]
                for begin, end, when in moves[: chance.randrange(1, 3)]:
                    await session.execute(
                        insert(OrderEvent).values(order_id=order, from_state=begin, to_state=end, why="x", at=when)
                    )
                money = [(total, at + timedelta(hours=chance.randrange(0, 90)))]
                if chance.random() < 0.4:
                    money.append((-chance.randrange(1, total + 1), at + timedelta(days=chance.randrange(0, 40))))
                for index, (amount, when) in enumerate(money):
                    await session.execute(
                        insert(MoneyEntry).values(
                            cause=f"{order}:{index}", order_id=order, way="cash", amount_minor=amount, currency="RUB",
                            at=when,
                        )
                    )  # fmt: skip
            await session.execute(
                insert(TillSaleRow).values(
                    cause=f"c{order}", location_id=place, variant_id=variant, quantity=chance.randrange(1, 4),
                    price_minor=chance.randrange(0, 5000), full_minor=5000, state=chance.choice(["sold", "undone"]),
                    created_at=at, sold_at=at,
                )
            )  # fmt: skip
            lines = [{"sku": "S", "quantity": chance.randrange(1, 3), "price": chance.choice([None, 700, 1300])}]
            await session.execute(
                insert(ChannelSale).values(
                    channel_id=77, external_id=str(order), body_hash="", lines=lines, answer={}, occurred_at=at,
                    recorded_at=now, cancelled_at=chance.choice([None, None, now]),
                )
            )  # fmt: skip


@pytest.mark.parametrize("seed", [1, 2])
async def test_figures_are_those_that_the_raw_rows_give(
    shop: Shop, database: Database, clock: MovableClock, seed: int
) -> None:
    seller = await someone(shop)
    for _ in range(6):
        await someone(shop)
    _, variant, _ = await a_work(shop, seller)
    now = clock.now()
    async with database.transaction(aside=True) as session:
        await session.execute(text("SELECT 1"))
        product = await session.scalar(select(Variant.product_id))
    assert product == 1
    await _history(database, seed, now, int(variant))
    async with database.reading() as session:
        orders = {row.id: row for row in (await session.scalars(select(Order))).all()}
        events = list((await session.scalars(select(OrderEvent))).all())
        entries = list((await session.scalars(select(MoneyEntry))).all())
        till = [row for row in (await session.scalars(select(TillSaleRow))).all() if row.state == "sold"]
        told = [row for row in (await session.scalars(select(ChannelSale))).all() if row.cancelled_at is None]
    for period in Period:
        for back in (0, 1, 3):
            report = await shop.analytics.report(period, back, "ru")
            for sums, since, until in (
                (report.now, report.span.since, report.span.until),
                (report.before, report.span.before_since, report.span.before_until),
            ):
                placed = [
                    orders[event.order_id]
                    for event in events
                    if event.to_state == "accepted" and event.from_state == "awaiting_payment"
                    and since <= event.at < until and not orders[event.order_id].own
                    and orders[event.order_id].state not in ("cancelled", "expired")
                ]  # fmt: skip
                at_till = [
                    row.quantity * row.price_minor for row in till if row.sold_at and since <= row.sold_at < until
                ]
                there = [row.lines[0] for row in told if since <= row.occurred_at < until]
                priced = [line["quantity"] * line["price"] for line in there if line["price"]]
                flows = [
                    entry.amount_minor
                    for entry in entries
                    if since <= entry.at < until and not orders[entry.order_id].own
                ]
                sales = [order.total_minor for order in placed] + at_till + priced
                assert sums.orders == len(placed) + len(at_till) + len(there)
                assert sums.came_minor == sum(flow for flow in flows if flow > 0) + sum(at_till) + sum(priced)
                assert sums.back_minor == -sum(flow for flow in flows if flow < 0)
                assert sums.median_minor == (round(statistics.median(sales)) if sales else 0)
                assert sums.average_minor == (round(statistics.fmean(sales)) if sales else 0)
                assert sums.checkouts == sum(
                    since <= each.created_at < until and not each.own for each in orders.values()
                )
                first: dict[int, int] = defaultdict(lambda: 10**9)
                for each in placed:
                    first[each.customer_id] = min(first[each.customer_id], each.id)
                again = sum(
                    any(
                        other.customer_id == who and other.id < order and not other.own
                        and other.state in ("accepted", "in_work", "ready", "handed_over")
                        for other in orders.values()
                    )
                    for who, order in first.items()
                )  # fmt: skip
                assert (sums.returning, sums.new) == (again, len(first) - again)
            assert sum(report.bars) == sum(
                sums.came_minor for _, sums in report.channels
            ) == report.now.came_minor  # fmt: skip
