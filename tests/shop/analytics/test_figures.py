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
from bot.shop.analytics.values import BestWork, Period, Step, Sums
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
    for variant in (first, second):
        assert (await shop.analytics.report(Period.MONTH, 0, "ru")).profit is None
        async with database.transaction(aside=True) as session:
            await session.execute(text("UPDATE variant SET cost_minor = 100000 WHERE id = :id"), {"id": int(variant)})
    found = (await shop.analytics.report(Period.MONTH, 0, "ru")).profit
    assert found is not None
    assert (found.minor, found.known, found.sales) == (1_500_000, 1, 1)


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
    def cover(left: int, pieces: int) -> int | None:
        return BestWork(ProductId(1), "", pieces, 0, left).cover_days(30)

    assert cover(10, 5) == 60
    assert cover(10, 2) is None
    assert cover(0, 5) is None


# -- the oracle ----------------------------------------------------------------------------------------------------


async def _history(database: Database, seed: int, now: datetime, works: list[tuple[int, str]]) -> None:
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
            variant, sku = chance.choice(works)
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
                    order_id=order,
                    variant_id=variant,
                    product_id=works.index((variant, sku)) + 1,
                    sku="X",
                    title="T",
                    price_minor=total,
                    quantity=1,
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
            lines = [
                {"sku": chance.choice([sku, "S"]), "quantity": chance.randrange(1, 3),
                 "price": chance.choice([None, 700, 1300, 10**10])}
                for _ in range(chance.randrange(1, 3))
            ]  # fmt: skip
            await session.execute(
                insert(ChannelSale).values(
                    channel_id=77, external_id=str(order), body_hash="", lines=lines, answer={}, occurred_at=at,
                    recorded_at=now, cancelled_at=chance.choice([None, None, now]),
                )
            )  # fmt: skip


Happened = tuple[str, str, datetime, int | None, Order | None]
"""(channel, source, when, what it brought, the order) of one sale."""


class Raw:
    """Every row, in Python: figures are counted by hand from them."""

    async def read(self, database: Database) -> None:
        async with database.reading() as session:
            self.orders = {row.id: row for row in (await session.scalars(select(Order))).all()}
            events = (await session.scalars(select(OrderEvent))).all()
            self.lines = list((await session.scalars(select(OrderLine))).all())
            self.entries = list((await session.scalars(select(MoneyEntry))).all())
            self.till = [row for row in (await session.scalars(select(TillSaleRow))).all() if row.state == "sold"]
            sales = (await session.scalars(select(ChannelSale))).all()
            self.variants = list((await session.scalars(select(Variant))).all())
        self.told = [row for row in sales if row.cancelled_at is None]
        self.placed = {
            event.order_id: event.at
            for event in events
            if event.to_state == "accepted"
            and event.from_state in ("draft", "awaiting_payment", "expired")
            and not self.orders[event.order_id].own
            and self.orders[event.order_id].state not in ("cancelled", "expired")
        }

    def happened(self, since: datetime, until: datetime) -> list[Happened]:
        found: list[Happened] = [
            ("bot", self.orders[number].source or "", at, self.orders[number].total_minor, self.orders[number])
            for number, at in self.placed.items()
        ]
        found += [("till", "", row.sold_at, row.quantity * row.price_minor, None) for row in self.till if row.sold_at]
        found += [("site", "", row.occurred_at, _told(row), None) for row in self.told]
        return [each for each in found if since <= each[2] < until]

    def money(self, since: datetime, until: datetime) -> list[tuple[str, str, datetime, int]]:
        of = [(entry.at, entry.amount_minor, self.orders[entry.order_id]) for entry in self.entries]
        found = [("bot", order.source or "", at, minor) for at, minor, order in of if not order.own]
        found += [(each[0], each[1], each[2], each[3] or 0) for each in self.happened(since, until) if each[0] != "bot"]
        return [each for each in found if since <= each[2] < until]

    def came_back(self, people: list[Order]) -> tuple[int, int]:
        """(new, came back)"""
        first: dict[int, int] = defaultdict(lambda: 10**9)
        for order in people:
            first[order.customer_id] = min(first[order.customer_id], order.id)
        again = sum(
            any(
                other.customer_id == who and other.id < order and not other.own
                and other.state in ("accepted", "in_work", "ready", "handed_over")
                for other in self.orders.values()
            )
            for who, order in first.items()
        )  # fmt: skip
        return len(first) - again, again

    def check(self, sums: Sums, sales: list[Happened], money: list[int], *, whole: bool = True) -> None:
        known = [minor for _, _, _, minor, _ in sales if minor is not None]
        assert sums.orders == len(sales)
        assert sums.came_minor == sum(minor for minor in money if minor > 0)
        assert sums.back_minor == -sum(minor for minor in money if minor < 0)
        assert sums.average_minor == (round(sum(known) / len(known)) if known else 0)
        if whole:
            assert sums.median_minor == (round(statistics.median(known)) if known else 0)
            assert (sums.new, sums.returning) == self.came_back([order for *_, order in sales if order is not None])

    def sold(self, since: datetime, until: datetime) -> dict[int, tuple[int, int]]:
        """(money, pieces) by work."""
        of = {each.id: each.product_id for each in self.variants} | {
            each.sku: each.product_id for each in self.variants
        }
        found: dict[int, tuple[int, int]] = defaultdict(lambda: (0, 0))
        all_lines: list[tuple[Any, datetime, int, int]] = [
            (line.variant_id, self.placed[line.order_id], line.price_minor, line.quantity)
            for line in self.lines
            if line.order_id in self.placed
        ]
        all_lines += [(row.variant_id, row.sold_at, row.price_minor, row.quantity) for row in self.till if row.sold_at]
        all_lines += [
            (line["sku"], row.occurred_at, line["price"] or 0, line["quantity"])
            for row in self.told
            for line in row.lines
        ]
        for what, at, price, pieces in all_lines:
            if since <= at < until and what in of:
                minor, many = found[of[what]]
                found[of[what]] = (minor + price * pieces, many + pieces)
        return found


def _told(row: ChannelSale) -> int | None:
    if any(line["price"] is None for line in row.lines):
        return None
    return int(sum(line["price"] * line["quantity"] for line in row.lines))


@pytest.mark.parametrize("seed", [1, 2])
async def test_figures_are_those_that_the_raw_rows_give(
    shop: Shop, database: Database, clock: MovableClock, seed: int
) -> None:
    seller = await someone(shop)
    for _ in range(6):
        await someone(shop)
    works = [await a_work(shop, seller, pieces=chance) for chance in range(1, 9)]
    await _history(database, seed, clock.now(), [(int(variant), sku) for _, variant, sku in works])
    raw = Raw()
    await raw.read(database)
    for period in Period:
        for back in (0, 1, 3):
            report = await shop.analytics.report(period, back, "ru", whole=True)
            span = report.span
            times = ((report.now, span.since, span.until), (report.before, span.before_since, span.before_until))
            for sums, since, until in times:
                raw.check(sums, raw.happened(since, until), [each[3] for each in raw.money(since, until)])
                assert sums.checkouts == sum(
                    since <= each.created_at < until and not each.own for each in raw.orders.values()
                )
            happened, money = raw.happened(span.since, span.until), raw.money(span.since, span.until)
            for place, rows, of in ((0, report.channels, ("bot", "till", "site")), (1, report.sources, ("bot",))):
                names = {each[place] for each in (*happened, *money) if each[0] in of}
                assert names <= {name for name, _ in rows}
                for name, sums in rows:
                    sales = [each for each in happened if each[0] in of and each[place] == name]
                    raw.check(sums, sales, [each[3] for each in money if each[0] in of and each[place] == name])
            assert [name for name, _ in report.channels] == [
                name for name, _ in sorted(report.channels, key=lambda each: -each[1].came_minor)
            ]
            for bars, begins, since, until in (
                (report.bars, rules.marks(period, span.since, span.ends, MOSCOW), span.since, span.until),
                (report.bars_before, rules.marks(period, span.before_since, span.since, MOSCOW), span.before_since,
                 span.since),
            ):  # fmt: skip
                ends = [*begins[1:], datetime.max.replace(tzinfo=MOSCOW)]
                came = [(at, minor) for _, _, at, minor in raw.money(since, until) if minor > 0]
                assert list(bars) == [
                    sum(minor for at, minor in came if begin <= at < end)
                    for begin, end in zip(begins, ends, strict=True)
                ]
            sold = sorted(
                raw.sold(span.since, span.until).items(), key=lambda each: (-each[1][0], -each[1][1], each[0])
            )
            assert [(work.product, (work.minor, work.pieces)) for work in report.works] == sold[:5]
            light = await shop.analytics.report(period, back, "ru")
            assert light.now == report.now
            assert [(name, sums.came_minor, sums.orders, sums.average_minor) for name, sums in light.sources] == [
                (name, sums.came_minor, sums.orders, sums.average_minor) for name, sums in report.sources
            ]
