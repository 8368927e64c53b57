"""Does whoever asks get all that is kept about them, and is nothing left of them once they are forgotten?"""

import re
import time
from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import Column, ForeignKey, Integer, MetaData, String, Table, text
from sqlalchemy.exc import IntegrityError

from bot.basics.clock import MovableClock
from bot.basics.ids import CustomerId, OrderId
from bot.jobs import loops
from bot.shop.orders.values import PayWay
from bot.shop.privacy.errors import OrdersStillOpen
from bot.shop.privacy.rules import ABOUT_NOBODY, KEPT
from bot.shop.privacy.values import Dossier
from bot.shop.shop import Shop
from bot.shop.stock.values import Wanted
from bot.storage.base import Base
from bot.storage.database import Database
from bot.telegram.buyer.dossier import ONLY_IN_JSON
from bot.telegram.texts import load_texts
from tests.support.benches import Bench
from tests.support.shops import a_work, someone

NAMES_SOMEBODY = re.compile(
    r"customer|buyer|person|seller|actor|author|recommender|changed_by|"
    r"(^|_)(phone|name|username|email|address|text|comment|words|query|question|answer|message|"
    r"body|payload|data|contact|note|reason|order_id|platform_id)($|_)"
)


def suspicious(table: Table) -> Iterator[str]:
    """Columns that refer to a person or to an order, or are called as if they named somebody."""
    for column in table.columns:
        refers = any(key.column.table.name in ("customer", "shop_order") for key in column.foreign_keys)
        if refers or NAMES_SOMEBODY.search(column.name):
            yield column.name


def complaints(metadata: MetaData) -> list[str]:
    """Tables and columns that nobody has said anything about."""
    ruled = {kept.table: kept for kept in KEPT}
    found = []
    for table in metadata.sorted_tables:
        columns = list(suspicious(table))
        if not columns or table.name in ABOUT_NOBODY:
            continue
        kept = ruled.get(table.name)
        if kept is None:
            found.append(f"{table.name}: no line in bot/shop/privacy/rules.py ({', '.join(columns)})")
        elif not kept.gone:
            known = set(kept.columns) | set(kept.blank) | set(kept.stays)
            found += [
                f"{table.name}.{column}: shown, blanked or said to stay?" for column in columns if column not in known
            ]
    return found


def test_every_table_that_refers_to_a_person_says_what_is_shown_and_what_is_erased() -> None:
    assert complaints(Base.metadata) == []
    assert all(kept.shown or kept.table == "outbox" for kept in KEPT), "everything is shown but words still to be said"


def test_a_new_table_or_column_without_a_rule_is_found() -> None:
    metadata = MetaData()
    Table("customer", metadata, Column("id", Integer, primary_key=True), Column("birthday_text", String))
    Table("diary", metadata, Column("whose", ForeignKey("customer.id")))
    Table("letter", metadata, Column("delivery_address", String))
    Table("colour", metadata, Column("code", String))
    found = "\n".join(complaints(metadata))
    assert "diary: no line" in found
    assert "letter: no line" in found
    assert "customer.birthday_text" in found
    assert "colour" not in found


def test_the_rules_name_tables_and_columns_that_there_are() -> None:
    for kept in KEPT:
        known = set(Base.metadata.tables[kept.table].columns.keys())
        assert set(kept.columns) | set(kept.blank) | set(kept.stays) <= known, kept.table
    assert set(ABOUT_NOBODY) <= set(Base.metadata.tables)
    assert len({kept.table for kept in KEPT}) == len(KEPT)


@pytest.mark.parametrize("language", ["ru", "en", "pl"])
def test_the_page_for_people_has_words_for_every_part_and_column(language: Any) -> None:
    keys = load_texts()[language].keys
    for kept in KEPT:
        if kept.shown:
            assert f"data-part-{kept.table.replace('_', '-')}" in keys
        for label in set(kept.columns.values()) - ONLY_IN_JSON:
            assert f"data-{label.removesuffix('_minor').replace('_', '-')}" in keys, (kept.table, label)


CANARIES = ("Каннарейкина", "canary_nick", "+79990001122", "778899001", "source9canary")


async def a_life(bench: Bench) -> CustomerId:
    """Somebody about whom everything is kept that the shop can keep."""
    shop, clock = bench.shop, bench.clock
    person = await shop.customers.recognise(778899001, "Каннарейкина Мария", "canary_nick", "ru")
    await shop.customers.note_visit(person.id, "source9canary", bench.seller)
    await shop.customers.recommendation(person.id)
    await shop.consents.decide(person.id, "marketing", granted=False, version=1, text_key="stop")
    paid = await bench.paid(await bench.work(), person.id)
    await shop.fulfilment.ready(paid.id, bench.seller)
    await shop.fulfilment.hand_over(paid.id, bench.seller)
    _, variant, _ = await a_work(shop, bench.seller, pieces=5)
    started = await shop.checkout.start(person.id, "ru", [Wanted(variant, 1)])
    await shop.checkout.give_phone(started.order.id, person.id, "+79990001122")
    await shop.checkout.confirm(started.order.id, person.id, PayWay.AT_PICKUP, 7)
    await shop.fulfilment.cancel(started.order.id, person.id)
    draft = await shop.checkout.start(person.id, "ru", [Wanted(variant, 2)])
    await shop.checkout.give_phone(draft.order.id, person.id, "+79990001122")
    await shop.cart.change(person.id, variant, 2)
    async with bench.database.transaction() as session:
        await session.execute(text("UPDATE customer SET phone = '+79990001122' WHERE id = :id"), {"id": person.id})
        await session.execute(
            text("INSERT INTO stored_dialog (key, state, data, changed_at) VALUES (:key, 's', :data, :at)"),
            {"key": "4200:778899001:778899001:default", "data": '{"phone": "+79990001122"}', "at": _stamp(bench)},
        )
    await bench.outbox()
    clock.move(timedelta(minutes=1))
    return person.id


def _stamp(bench: Bench) -> Any:
    now = bench.clock.now()
    return now.strftime("%Y-%m-%d %H:%M:%S.%f") if bench.database.is_sqlite else now


async def dump(database: Database) -> str:
    """Every row of every table, as text."""
    said: list[str] = []
    async with database.reading() as session:
        for table in Base.metadata.sorted_tables:
            said += [f"{table.name}: {list(row)}" for row in await session.execute(table.select())]
    return "\n".join(said)


def rows_of(dossier: Dossier, part: str) -> list[dict[str, Any]]:
    return [dict(row) for each in dossier.parts if each.name == part for row in each.rows]


async def test_the_export_tells_everything_and_soon(bench: Bench) -> None:
    person = await a_life(bench)
    begun = time.monotonic()
    dossier = await bench.shop.privacy.export(person)
    assert time.monotonic() - begun < 30
    said = str(dossier)
    for canary in CANARIES:
        assert canary in said
    assert {part.name for part in dossier.parts} >= {
        "customer", "cart_line", "consent", "shop_order", "order_line", "order_event", "money_entry",
        "payment_attempt", "reservation", "stored_dialog", "recommendation",
    }  # fmt: skip
    assert dossier.parts[0].name == "customer"
    assert len(rows_of(dossier, "shop_order")) == 3
    assert {row["order"] for row in rows_of(dossier, "order_line")} == {
        row["order"] for row in rows_of(dossier, "shop_order")
    }
    assert {row["work"] for row in rows_of(dossier, "cart_line")} == {"Закат над Невой"}


async def test_the_export_tells_nothing_of_anybody_else(bench: Bench) -> None:
    await a_life(bench)
    other = await someone(bench.shop, "Пётр")
    await bench.paid(await bench.work(), other)
    said = str(await bench.shop.privacy.export(other))
    assert "Пётр" in said
    assert not any(canary in said for canary in CANARIES)
    assert said.count("V-1") >= 1


async def test_nothing_is_left_of_who_is_forgotten_and_the_books_stay(bench: Bench) -> None:
    person = await a_life(bench)
    before = await bench.rows("SELECT count(*), sum(amount_minor) FROM money_entry")
    whole = await dump(bench.database)
    assert [canary for canary in CANARIES if canary not in whole] == [], "the dump would show them"
    await bench.shop.privacy.erase(person)
    left = await dump(bench.database)
    assert [canary for canary in CANARIES if canary in left] == []
    assert await bench.rows("SELECT count(*), sum(amount_minor) FROM money_entry") == before
    states = await bench.rows("SELECT state FROM shop_order WHERE customer_id = :id ORDER BY id", id=person)
    assert states == [("handed_over",), ("cancelled",), ("cancelled",)]
    await bench.sound()


async def test_whoever_comes_back_is_new_and_hears_nothing_of_before(bench: Bench) -> None:
    person = await a_life(bench)
    bench.told.clear()
    await bench.shop.privacy.erase(person)
    await bench.outbox()
    again = await bench.shop.customers.recognise(778899001, "Каннарейкина Мария", None, "en")
    assert again.id != person
    assert again.language == "en"
    assert await bench.shop.orders.mine(again.id) == []
    assert (await bench.shop.privacy.standing(again.id)).orders == 0
    assert (await bench.shop.customers.get(person)).blocked
    await bench.shop.privacy.erase(person)
    assert (await bench.shop.customers.find(778899001)) == again


async def test_open_orders_have_to_end_first_and_nothing_is_changed_until_then(bench: Bench) -> None:
    buyer = await someone(bench.shop, "Мария")
    order = await bench.paid(await bench.work(), buyer)
    before = await dump(bench.database)
    with pytest.raises(OrdersStillOpen) as refusal:
        await bench.shop.privacy.erase(buyer)
    assert order.number in str(refusal.value.fields["numbers"])
    assert await dump(bench.database) == before
    await bench.shop.fulfilment.cancel(order.id, buyer)
    await bench.shop.privacy.erase(buyer)
    assert (await bench.shop.customers.get(buyer)).name == ""
    await bench.outbox()
    await bench.later(timedelta(minutes=30))
    await bench.sound()


async def test_what_was_owed_to_the_forgotten_is_not_said_any_more(bench: Bench) -> None:
    buyer = await someone(bench.shop, "Мария")
    order = await bench.paid(await bench.work(), buyer)
    await bench.shop.fulfilment.ready(order.id, bench.seller)
    await bench.shop.fulfilment.hand_over(order.id, bench.seller)
    owed = "SELECT count(*) FROM outbox WHERE queue = :q AND open"
    assert (await bench.rows(owed, q=f"customer:{buyer}"))[0][0] > 0
    bench.told.clear()
    await bench.shop.privacy.erase(buyer)
    assert await bench.rows(owed, q=f"customer:{buyer}") == [(0,)]
    await bench.outbox()
    assert [what for topic, what, _ in bench.told if topic == "tell.buyer"] == []


async def test_bodies_and_payloads_are_blanked_a_day_after_they_ended(bench: Bench) -> None:
    await bench.paid(await bench.work())
    await bench.awaiting(await bench.work())
    await bench.later(timedelta(minutes=2))
    assert await bench.rows("SELECT count(*) FROM payment_attempt WHERE body = ''") == [(0,)]
    bench.clock.move(timedelta(hours=25))
    await loops.forget(bench.shop)
    ended = await bench.rows("SELECT body FROM payment_attempt WHERE ended_at IS NOT NULL")
    assert ended == [("",)]
    assert (await bench.rows("SELECT body FROM payment_attempt WHERE ended_at IS NULL"))[0][0] != ""
    assert await bench.rows("SELECT count(*) FROM outbox WHERE NOT open AND CAST(payload AS TEXT) <> '{}'") == [(0,)]
    assert await bench.shop.payments.differences() == []


async def test_whom_to_call_is_forgotten_a_day_after_an_order_came_to_nothing(bench: Bench) -> None:
    shop, buyer = bench.shop, await someone(bench.shop)

    async def ordered() -> OrderId:
        _, variant, _ = await a_work(shop, bench.seller)
        order = (await shop.checkout.start(buyer, "ru", [Wanted(variant, 1)])).order.id
        await shop.checkout.give_phone(order, buyer, "+79991112233")
        return order

    left = await ordered()
    await shop.checkout.cancel(left, buyer)
    stands = await ordered()
    await shop.checkout.confirm(stands, buyer, PayWay.AT_PICKUP, None)
    await shop.privacy.forget()
    assert (await shop.orders.get(left)).contact_phone == "+79991112233"
    bench.clock.move(timedelta(hours=25))
    await shop.privacy.forget()
    assert (await shop.orders.get(left)).contact_phone is None
    assert (await shop.orders.get(stands)).contact_phone == "+79991112233"


async def test_dialogs_that_nobody_goes_on_with_are_forgotten(
    shop: Shop, database: Database, clock: MovableClock
) -> None:
    from bot.storage.dialogs import write_dialog

    async with database.transaction() as session:
        await write_dialog(session, "1:2:2:x", "asking", {"typed": "Пречистенка"}, clock.now())
    clock.move(timedelta(days=29))
    await loops.forget(shop)
    assert "Пречистенка" in await dump(database)
    clock.move(timedelta(days=2))
    await loops.forget(shop)
    async with database.reading() as session:
        assert (await session.execute(text("SELECT count(*) FROM stored_dialog"))).scalar() == 0


async def test_consents_are_kept_as_said_and_the_last_one_counts(shop: Shop, database: Database) -> None:
    person = await someone(shop)
    assert await shop.consents.agreed(person, "marketing") is None
    for granted in (True, True, False):
        await shop.consents.decide(person, "marketing", granted=granted, version=2, text_key="stop")
    assert await shop.consents.agreed(person, "marketing") is False
    async with database.reading() as session:
        rows = (await session.execute(text("SELECT granted, version, text_key FROM consent ORDER BY id"))).all()
    assert [tuple(row) for row in rows] == [(True, 2, "stop"), (False, 2, "stop")]
    with pytest.raises(IntegrityError):
        async with database.transaction() as session:
            await session.execute(text("UPDATE consent SET granted = NOT granted"))


async def test_whoever_recommended_is_kept_first_and_last_and_never_oneself(shop: Shop, database: Database) -> None:
    maria, peter, ewa = [await someone(shop, name) for name in ("Мария", "Peter", "Ewa")]
    code = await shop.customers.recommendation(maria)
    assert re.fullmatch(r"[0-9A-Za-z]{17}", code)
    assert await shop.customers.recommendation(maria) == code
    assert await shop.customers.recommender(code) == maria
    assert await shop.customers.recommender("nobody") is None
    await shop.customers.note_visit(peter, None, maria)
    await shop.customers.note_visit(peter, "post7", ewa)
    await shop.customers.note_visit(peter, None, peter)
    async with database.reading() as session:
        row = (
            await session.execute(
                text("SELECT first_recommender_id, last_recommender_id FROM recommendation WHERE customer_id = :id"),
                {"id": peter},
            )
        ).one()
    assert tuple(row) == (maria, ewa)
