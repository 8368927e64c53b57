"""Is the profit what is left of what came, over random histories, and is it said of how many sales it is known?"""

import random
from collections import defaultdict
from collections.abc import Mapping
from datetime import datetime, timedelta
from fractions import Fraction
from typing import Any

import pytest
from sqlalchemy import insert, select, update

from bot.basics.clock import MovableClock
from bot.shop.analytics.values import Period
from bot.shop.catalogue.tables import Variant
from bot.shop.channels.tables import Channel, ChannelSale
from bot.shop.delivery.tables import DeliveryWay, OrderDelivery
from bot.shop.journal.tables import JournalEntry
from bot.shop.orders.tables import MoneyEntry, Order, OrderEvent, OrderLine
from bot.shop.pickup.tables import Location
from bot.shop.sales import rules
from bot.shop.sales.errors import BadCost
from bot.shop.sales.values import FeeKind
from bot.shop.shop import Shop
from bot.shop.till.tables import TillSaleRow
from bot.storage.database import Database
from tests.support.shops import a_work, someone

RATES = {"yookassa": 350, "card": 199, "site": 2000}
Works = list[tuple[int, str]]
Rows = dict[type, list[dict[str, Any]]]


def _order(number: int, buyer: int, at: datetime, chance: random.Random, works: Works) -> Rows:
    """One order with its lines, its delivery, its money: paid, given back in part, or wholly."""
    sold = chance.sample(works, chance.choice((1, 2)))
    prices = [(chance.randrange(1000, 900_000), chance.randrange(1, 3)) for _ in sold]
    travels = chance.choice([None, ("agreed", 35_000), ("quoted", 50_000)])
    counted = travels[1] if travels and travels[0] == "agreed" else 0
    goods = sum(price * pieces for price, pieces in prices)
    total = goods + counted
    rows: Rows = {
        Order: [
            {"id": number, "customer_id": buyer, "state": chance.choice(["ready", "handed_over", "cancelled"]),
             "currency": "RUB", "total_minor": total, "token": f"t{number}", "hand_token": f"h{number}",
             "code": f"{number:06}", "created_at": at, "own": chance.random() < 0.1}
        ],
        OrderLine: [
            {"order_id": number, "variant_id": variant, "product_id": works.index((variant, sku)) + 1, "sku": sku,
             "title": "T", "price_minor": price, "quantity": pieces}
            for (variant, sku), (price, pieces) in zip(sold, prices, strict=True)
        ],
        OrderEvent: [{"order_id": number, "from_state": "draft", "to_state": "accepted", "why": "x", "at": at}],
        OrderDelivery: [],
    }  # fmt: skip
    if travels:
        state, price = travels
        way = {"way_id": 1, "kind": "post", "title": "P", "state": state, "price_minor": price}
        rows[OrderDelivery].append({"order_id": number, **way})
    back = chance.choice([0, 0, chance.randrange(1, goods), total])
    paid_by = chance.choice(["yookassa", "card", "cash"])
    rows[MoneyEntry] = [
        {"cause": f"{number}:{minor}", "order_id": number, "way": paid_by, "amount_minor": minor, "currency": "RUB",
         "at": at + timedelta(hours=1 if minor > 0 else 50)}
        for minor in (total, -back)
        if minor and chance.random() < 0.9
    ]  # fmt: skip
    return rows


async def _history(database: Database, seed: int, now: datetime, works: Works, buyer: int) -> None:
    chance = random.Random(seed)
    async with database.transaction(aside=True) as session:
        place = await session.scalar(select(Location.id))
        words = dict.fromkeys(("key_hash", "signing_secret", "feed_token"), "site")
        await session.execute(insert(Channel).values(id=7, code="site", kind="website", created_at=now, **words))
        await session.execute(insert(DeliveryWay).values(id=1, kind="post", title="P"))
        for number in range(100, 150):
            at = now - timedelta(seconds=chance.randrange(0, 60 * 86400))
            for table, rows in _order(number, buyer, at, chance, works).items():
                if rows:
                    await session.execute(insert(table), rows)
            variant, sku = chance.choice(works)
            await session.execute(
                insert(TillSaleRow).values(
                    cause=f"c{number}", location_id=place, variant_id=variant, quantity=chance.randrange(1, 4),
                    price_minor=chance.randrange(0, 5000), full_minor=5000, state=chance.choice(["sold", "undone"]),
                    way=chance.choice(["card", "cash"]), created_at=at, sold_at=at,
                )
            )  # fmt: skip
            lines = [
                {"sku": chance.choice([sku, "S"]) if seed % 2 else sku, "quantity": chance.randrange(1, 3),
                 "price": chance.choice([None, 700, 1300, 3 * 10**9])}
                for _ in range(chance.randrange(1, 3))
            ]  # fmt: skip
            await session.execute(
                insert(ChannelSale).values(
                    channel_id=7, external_id=str(number), body_hash="", lines=lines, answer={}, occurred_at=at,
                    recorded_at=now, cancelled_at=chance.choice([None, None, now]),
                )
            )  # fmt: skip


async def _naive(database: Database, since: datetime, until: datetime) -> tuple[int, int, int, int]:
    """(profit, costs, fees, sales of known cost), counted row by row."""
    async with database.reading() as session:
        variants = list((await session.scalars(select(Variant))).all())
        orders = {row.id: row for row in (await session.scalars(select(Order))).all()}
        events = list((await session.scalars(select(OrderEvent))).all())
        lines, money = defaultdict(list), defaultdict(list)
        for line in (await session.scalars(select(OrderLine))).all():
            lines[line.order_id].append(line)
        for entry in (await session.scalars(select(MoneyEntry))).all():
            money[entry.order_id].append(entry)
        travels = {row.order_id: row for row in (await session.scalars(select(OrderDelivery))).all()}
        till = list((await session.scalars(select(TillSaleRow))).all())
        told = list((await session.scalars(select(ChannelSale))).all())
    costs: Mapping[Any, int | None] = {key: each.cost_minor for each in variants for key in (each.id, each.sku)}
    brought, spent, known, fee = 0, 0, 0, Fraction(0)

    def rate(name: str) -> Fraction:
        return Fraction(RATES.get(name, 0), 10_000)

    def all_of(found: list[tuple[Any, int]]) -> int | None:
        each = [costs.get(key) for key, _ in found]
        return None if None in each else sum((cost or 0) * n for cost, (_, n) in zip(each, found, strict=True))

    for event in events:
        order = orders[event.order_id]
        if not since <= event.at < until or order.own or order.state == "cancelled":
            continue
        cost = all_of([(line.variant_id, line.quantity) for line in lines[order.id]])
        if cost is None:
            continue
        known += 1
        flows = [entry.amount_minor for entry in money[order.id]]
        fee += sum(entry.amount_minor * rate(entry.way) for entry in money[order.id] if entry.amount_minor > 0)
        if flows and sum(flows) <= 0:
            continue
        way = travels.get(order.id)
        counted = (way.price_minor or 0) if way and way.state != "quoted" else 0
        brought += order.total_minor - counted + sum(minor for minor in flows if minor < 0)
        spent += cost
    for sale in till:
        cost = all_of([(sale.variant_id, sale.quantity)])
        if sale.state == "sold" and sale.sold_at and since <= sale.sold_at < until and cost is not None:
            known, spent, minor = known + 1, spent + cost, sale.quantity * sale.price_minor
            brought, fee = brought + minor, fee + minor * rate(sale.way or "")
    for row in told:
        cost = all_of([(line["sku"], line["quantity"]) for line in row.lines])
        if row.cancelled_at or not since <= row.occurred_at < until or cost is None:
            continue
        if all(line["price"] is not None for line in row.lines):
            minor = sum(line["price"] * line["quantity"] for line in row.lines)
            known, spent, brought, fee = known + 1, spent + cost, brought + minor, fee + minor * rate("site")
    taken = int(fee + Fraction(1, 2))
    return brought - spent - taken, spent, taken, known


@pytest.mark.parametrize("seed", [1, 2, 3])
async def test_profit_is_that_which_the_raw_rows_give(
    shop: Shop, database: Database, clock: MovableClock, seed: int
) -> None:
    seller, buyer = await someone(shop), await someone(shop)
    works = [await a_work(shop, seller, pieces=n) for n in range(1, 9)]
    await _history(database, seed, clock.now(), [(int(variant), sku) for _, variant, sku in works], int(buyer))
    assert (await shop.analytics.report(Period.MONTH, 0, "ru")).profit is None
    for number, (product, _, _) in enumerate(works[: 4 * seed]):
        await shop.costs.change(product, 1000 * number, seller)
    for name, hundredths in RATES.items():
        await shop.costs.charge(FeeKind.CHANNEL if name == "site" else FeeKind.WAY, name, hundredths, seller)
    seen = 0
    for period in Period:
        for back in (0, 1):
            report = await shop.analytics.report(period, back, "ru")
            profit, costs, fees, known = await _naive(database, report.span.since, report.span.until)
            if not known:
                assert report.profit is None
                continue
            found = report.profit
            assert found is not None
            assert (found.minor, found.cost_minor, found.fees_minor) == (profit, costs, fees)
            assert (found.known, found.sales) == (known, report.now.orders)
            seen += 1
    assert seen >= 3, "some of these times have sales of known cost"


async def test_what_costs_and_fees_become_stands_in_the_journal_once(shop: Shop, database: Database) -> None:
    seller = await someone(shop)
    product, _, sku = await a_work(shop, seller)
    for minor in (300_000, 300_000, None):
        await shop.costs.change(product, minor, seller)
    for hundredths in (350, 350, 0):
        await shop.costs.charge(FeeKind.WAY, "yookassa", hundredths, seller)
    async with database.reading() as session:
        told = select(JournalEntry).where(JournalEntry.what.in_(("cost", "fee"))).order_by(JournalEntry.id)
        rows = (await session.scalars(told)).all()
    assert [(row.what, row.before, row.after, row.actor_id) for row in rows] == [
        ("cost", "", "300000 RUB", seller), ("cost", "300000 RUB", "", seller),
        ("fee", "0", "350", seller), ("fee", "350", "0", seller),
    ]  # fmt: skip
    assert sku in rows[0].subject
    assert (await shop.costs.fees()).ways == {}


async def test_no_table_takes_a_fee_beyond_the_whole(database: Database) -> None:
    from sqlalchemy.exc import IntegrityError

    from bot.shop.sales.tables import SaleFee

    with pytest.raises(IntegrityError):
        async with database.transaction(aside=True) as session:
            await session.execute(insert(SaleFee).values(kind="way", name="cash", hundredths=10_001))


async def test_costs_of_one_time_do_not_count_in_another(shop: Shop, database: Database, clock: MovableClock) -> None:
    seller = await someone(shop)
    _, variant, _ = await a_work(shop, seller)
    async with database.transaction(aside=True) as session:
        await session.execute(update(Variant).where(Variant.id == variant).values(cost_minor=1))
    assert (await shop.analytics.report(Period.MONTH, 0, "ru")).profit is None, "nothing was sold"


def test_percents_and_costs_are_read_as_people_write_them() -> None:
    read = {"3,5": 350, "3.5 %": 350, "20%": 2000, "0": 0, "100": 10_000, "2.75": 275, "0,05": 5}
    assert {said: rules.parse_percent(said) for said in read} == read
    for nonsense in ("", "101", "-1", "3,555", "x", "1000", "3 5"):
        assert rules.parse_percent(nonsense) is None
    assert [rules.parse_cost(said, "RUB") for said in ("0", "0,00", "3000", "3 000,50 ₽")] == [0, 0, 300_000, 300_050]
    for nonsense in ("", "many", "-5", "12.000"):
        with pytest.raises(BadCost):
            rules.parse_cost(nonsense, "RUB")
