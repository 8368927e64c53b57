"""Does a file change what it says, all of it or nothing, and is it taken back as it came?"""

import asyncio
import io
import zipfile
from datetime import timedelta
from typing import Any

import pytest
import xlsxwriter
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

from bot.basics import sheets
from bot.basics.clock import MovableClock
from bot.basics.ids import CustomerId
from bot.basics.marked import FileRefused
from bot.shop.catalogue.values import Kind, NewPhoto, NewWork
from bot.shop.channels.values import ChannelKind, Sale, SaleLine
from bot.shop.files.errors import ImportOver, NoSuchColumns, NothingToImport
from bot.shop.files.values import Fault, Plan
from bot.shop.files.values import Kind as FileKind
from bot.shop.pickup.values import NewPlace
from bot.shop.shop import Shop
from bot.shop.stock.values import Wanted
from bot.storage.database import Database
from tests.support.shops import JPEG, a_work, someone

RUSSIAN_EXCEL = "Артикул;Название;Цена;Остаток\r\n{sku};;13 500,00;7\r\n;Кружка «Туман»;1200;12\r\nW-9999;;100;1\r\n"


async def looked(shop: Shop, data: bytes, name: str = "works.csv", actor: CustomerId | None = None) -> tuple[int, Plan]:
    kept, plan = await shop.imports.look(name, data, sheets.read(data, name), actor)
    return kept.id, plan


async def state(shop: Shop, sku: str) -> tuple[int, int, str]:
    """(price, pieces on hand, title)"""
    variant, product, _ = await shop.shelves.find(sku)
    card = await shop.catalogue.card(product, "ru")
    return card.price.minor, sum(level.on_hand for level in await shop.stock.levels(variant)), card.title


@pytest.mark.parametrize("encoding", ["cp1251", "utf-8", "utf-8-sig", "utf-16"])
async def test_as_excel_in_russian_saves_it_a_file_changes_adds_and_leaves_alone(shop: Shop, encoding: str) -> None:
    seller = await someone(shop)
    _, _, sku = await a_work(shop, seller, pieces=3)
    await a_work(shop, seller, title="Другая")
    wanted, plan = await looked(shop, RUSSIAN_EXCEL.format(sku=sku).encode(encoding), actor=seller)
    assert (plan.changed, len(plan.new), plan.absent, plan.same) == (1, 1, 1, 0)
    assert [each.fault for each in plan.problems] == [Fault.UNKNOWN]
    assert await state(shop, sku) == (1_200_000, 3, "Закат над Невой")
    await shop.imports.apply(wanted, seller)
    assert await state(shop, sku) == (1_350_000, 7, "Закат над Невой")
    new = (await shop.catalogue.shelf("ru")).items[0]
    assert await state(shop, new.sku) == (120_000, 12, "Кружка «Туман»")
    assert await shop.stock.differences() == []
    with pytest.raises(ImportOver):
        await shop.imports.apply(wanted, seller)
    again, _ = await shop.imports.look(
        "works.csv", RUSSIAN_EXCEL.format(sku=sku).encode(encoding), [["sku"], [sku]], seller
    )
    assert again.before is not None


async def test_an_empty_cell_changes_nothing_and_zero_is_zero(shop: Shop) -> None:
    seller = await someone(shop)
    _, _, sku = await a_work(shop, seller, pieces=3)
    wanted, plan = await looked(shop, f"sku,price,count,year\n{sku},,0,\n".encode())
    assert [(each.what, each.before, each.after) for each in plan.differences] == [("count", 3, 0)]
    await shop.imports.apply(wanted, seller)
    assert await state(shop, sku) == (1_200_000, 0, "Закат над Невой")
    wanted, plan = await looked(shop, f"sku,price,count\n{sku},12000,0\n".encode())
    assert plan.same == 1
    with pytest.raises(NothingToImport):
        await shop.imports.apply(wanted, seller)


async def test_what_is_sold_between_the_look_and_the_yes_stays_sold(shop: Shop, clock: MovableClock) -> None:
    seller = await someone(shop)
    _, _, sku = await a_work(shop, seller, pieces=5)
    wanted, _ = await looked(shop, f"sku;count\n{sku};8\n".encode())
    await shop.register.add("fair", ChannelKind.FAIR)
    (fair,) = await shop.register.all()
    clock.move(timedelta(minutes=10))
    await shop.channels.record_sale(fair, Sale("s-1", clock.now(), (SaleLine(sku, 2),)), "one")
    await shop.imports.apply(wanted, seller)
    assert (await state(shop, sku))[1] == 6
    clock.move(timedelta(minutes=10))
    await shop.channels.record_sale(fair, Sale("s-2", clock.now(), (SaleLine(sku, 1),)), "two")
    await shop.imports.undo(wanted, seller)
    assert (await state(shop, sku))[1] == 2
    assert await shop.stock.differences() == []


async def test_taken_back_all_is_as_before_but_what_has_changed_again(shop: Shop) -> None:
    seller = await someone(shop)
    first, _, sku = await a_work(shop, seller, pieces=3)
    _, _, other = await a_work(shop, seller, title="Туман", pieces=2)
    table = (
        "sku;title;title_en;price;count;category;size;year;barcode;hidden\n"
        f"{sku};Рассвет;Dawn;9000;1;Живопись / Масло;30 × 40 см;2020;460123;да\n"
        f"{other};;;500;;;;;;\n;Новая;;700;1;;;;;\n"
    )
    wanted, plan = await looked(shop, table.encode())
    assert plan.changed == 2
    assert len(plan.new) == 1
    await shop.imports.apply(wanted, seller)
    assert (await shop.catalogue.card(first, "en")).title == "Dawn"
    await shop.listing.change((await shop.shelves.find(other))[1], price_minor=77_700)
    undone = await shop.imports.undo(wanted, seller)
    assert undone.stayed == (other,)
    assert await state(shop, sku) == (1_200_000, 3, "Закат над Невой")
    assert await state(shop, other) == (77_700, 2, "Туман")
    assert {item.title for item in (await shop.catalogue.shelf("ru")).items} == {"Закат над Невой", "Туман"}
    with pytest.raises(ImportOver):
        await shop.imports.undo(wanted, seller)
    assert await shop.stock.differences() == []


@pytest.mark.parametrize(
    "table",
    [
        "sku;title;price;Остаток;Остаток (Studio);Count: {fair}\n{sku};;;;5;2\nNEW-1;Новая;700;99;1;3\n",
        "sku;title;price;place;count\n{sku};;;studio;5\n{sku};;;{fair};2\n"
        "NEW-1;Новая;700;studio;1\nnew-1;Новая;700;{fair};3\nNEW-1;Новая;700;;9\n",
    ],
    ids=["columns", "rows"],
)
async def test_pieces_are_counted_at_each_place_of_works_old_and_new(shop: Shop, table: str) -> None:
    seller = await someone(shop)
    _, variant, sku = await a_work(shop, seller, pieces=3)
    await shop.pickup.add(NewPlace("Ярмарка", "fair", "Арбат, 1", ""))
    wanted, plan = await looked(shop, table.format(sku=sku, fair="Ярмарка").encode())
    assert [each.fault for each in plan.problems] == ([Fault.TWICE] if "place" in table else [])
    await shop.imports.apply(wanted, seller)
    levels = [sorted(level.on_hand for level in await shop.stock.levels(each))
              for each in (variant, (await shop.shelves.find("NEW-1"))[0])]  # fmt: skip
    assert levels == [[2, 5], [1, 3]]
    await shop.imports.undo(wanted, seller)
    assert sorted(level.on_hand for level in await shop.stock.levels(variant)) == [0, 3]
    assert await shop.stock.differences() == []


@pytest.mark.parametrize("price", [7_000, 15_000])
async def test_a_price_that_is_taken_back_is_no_discount(shop: Shop, database: Database, price: int) -> None:
    seller = await someone(shop)
    product, _, sku = await a_work(shop, seller)
    await shop.listing.change(product, price_minor=900_000)
    wanted, _ = await looked(shop, f"sku;price\n{sku};{price}\n".encode())
    await shop.imports.apply(wanted, seller)
    undone = await shop.imports.undo(wanted, seller)
    assert (undone.works, undone.stayed) == (1, ())
    card = await shop.catalogue.card(product, "ru")
    assert (card.price.minor, card.old_price_minor) == (900_000, 1_200_000)
    async with database.reading() as session:
        falls = list(await session.scalars(text("SELECT after_minor FROM price_fall ORDER BY id")))
    assert falls == [900_000, *([700_000] if price == 7_000 else [])]


async def test_what_a_file_has_changed_stays_written(shop: Shop, database: Database) -> None:
    seller = await someone(shop)
    _, _, sku = await a_work(shop, seller)
    wanted, _ = await looked(shop, f"sku;price\n{sku};900\n".encode())
    await shop.imports.apply(wanted, seller)
    for statement in ("UPDATE import_change SET after = '1'", "DELETE FROM import_change"):
        with pytest.raises(DBAPIError):
            async with database.transaction() as session:
                await session.execute(text(statement))


async def test_of_two_who_say_yes_at_once_one_is_told_that_it_is_done(shop: Shop) -> None:
    seller = await someone(shop)
    _, variant, sku = await a_work(shop, seller, pieces=3)
    wanted, _ = await looked(shop, f"sku;title;price;count\n{sku};;;9\n;Новая;700;1\n".encode())
    told = await asyncio.gather(*(shop.imports.apply(wanted, seller) for _ in range(5)), return_exceptions=True)
    assert [type(each) for each in told if not isinstance(each, Plan)] == [ImportOver] * 4
    assert len((await shop.catalogue.shelf("ru")).items) == 2
    assert (await shop.stock.availability([variant]))[variant].on_hand == 9


async def test_every_row_that_is_not_understood_is_named_and_the_rest_goes_on(shop: Shop) -> None:
    seller = await someone(shop)
    _, _, sku = await a_work(shop, seller)
    rows = [
        "sku;title;price;count;year;hidden;place",
        f"{sku};;дорого;;;;",
        f"{sku};;;-1;;;",
        f"{sku};;;;26;;",
        f"{sku};;;;;может быть;",
        f"{sku};;12.000;;;;",
        f"{sku};;;1;;;Луна",
        f"{sku};;15000;;;;",
        f"{sku};;16000;;;;",
        ";Без цены;;;;;",
    ]
    wanted, plan = await looked(shop, "\n".join(rows).encode())
    faults = [Fault.PRICE, Fault.COUNT, Fault.YEAR, Fault.HIDDEN, Fault.PRICE, Fault.PLACE, Fault.TWICE, Fault.NO_PRICE]
    assert [(each.line, each.fault) for each in plan.problems] == list(
        zip([2, 3, 4, 5, 6, 7, 9, 10], faults, strict=True)
    )
    await shop.imports.apply(wanted, seller)
    assert (await state(shop, sku))[0] == 1_500_000


async def test_a_count_below_what_is_promised_opens_a_conflict(shop: Shop, database: Database) -> None:
    seller, buyer = await someone(shop), await someone(shop)
    _, variant, sku = await a_work(shop, seller, pieces=3)
    await shop.checkout.start(buyer, "ru", [Wanted(variant, 2)])
    wanted, _ = await looked(shop, f"sku;count\n{sku};1\n".encode())
    await shop.imports.apply(wanted, seller)
    async with database.reading() as session:
        assert await session.scalar(text("SELECT short_quantity FROM stock_conflict WHERE state = 'open'")) == 1
    assert await shop.stock.differences() == []


def book(rows: list[list[Any]]) -> bytes:
    held = io.BytesIO()
    with xlsxwriter.Workbook(held) as made:
        sheet = made.add_worksheet()
        for number, row in enumerate(rows):
            sheet.write_row(number, 0, row)
    return held.getvalue()


async def test_a_workbook_and_a_price_list_are_read_as_well(shop: Shop) -> None:
    seller = await someone(shop)
    _, _, sku = await a_work(shop, seller, pieces=3)
    wanted, _ = await looked(shop, book([["Артикул", "Цена", "Остаток"], [sku, 1500.5, 4]]), "w.xlsx")
    await shop.imports.apply(wanted, seller)
    assert await state(shop, sku) == (150_050, 4, "Закат над Невой")
    yml = f"""<?xml version="1.0" encoding="UTF-8"?><!DOCTYPE yml_catalog SYSTEM "shops.dtd">
    <yml_catalog date="2026-11-21"><shop><categories><category id="1">Графика</category>
    <category id="2" parentId="1">Офорты</category></categories><offers>
    <offer id="{sku}" available="false"><name>Закат над Невой</name><price>2000</price>
    <categoryId>2</categoryId><description>Медь, 30 × 40 см, 1999</description><param name="Техника">Медь</param>
    <param name="Размер">30 × 40 см</param><param name="Год">1999</param><param name="Страна">Россия</param></offer>
    </offers></shop></yml_catalog>"""
    wanted, plan = await looked(shop, yml.encode(), "price.yml")
    assert {each.what: each.after for each in plan.differences} == {
        "price": 200_000, "count": 0, "category": "Графика / Офорты",
        "technique:ru": "Медь", "size": "30 × 40 см", "year": 1999,
    }  # fmt: skip
    await shop.imports.apply(wanted, seller)
    assert await state(shop, sku) == (200_000, 0, "Закат над Невой")


def bomb(entries: int, size: int) -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as made:
        made.writestr("xl/workbook.xml", "<workbook/>")
        for number in range(entries):
            made.writestr(f"xl/{number}.xml", b"0" * size)
    return held.getvalue()


LAUGHS = b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]><yml_catalog>&b;</yml_catalog>'


@pytest.mark.parametrize(
    ("data", "name", "key"),
    [
        (bomb(1, 100_000_000), "a.xlsx", "file-hostile"),
        (bomb(10_000, 1), "a.xlsx", "file-hostile"),
        (b"PK\x03\x04 broken", "a.xlsx", "file-broken"),
        (LAUGHS, "a.yml", "file-hostile"),
        (b"<html><body>404</body></html>", "a.yml", "file-no-yml"),
        (b"<yml_catalog><shop>", "a.xml", "file-broken"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "a.xls", "file-old-excel"),
        (b"\xff\xd8\xff\xe0\x00\x10JFIF", "a.csv", "file-unknown"),
        (b"x" * 20_000_001, "a.csv", "file-too-large"),
        (b"sku;price\n" + b"a;1\n" * 50_001, "a.csv", "file-too-long"),
        (b"sku;price\n", "a.csv", "file-empty"),
        (b";".join([b"sku"] * 61) + b"\n" + b";" * 60 + b"1\n", "a.csv", "file-too-wide"),
    ],
    ids=lambda each: each if isinstance(each, str) else "",
)
def test_a_file_that_does_harm_or_is_none_is_refused_with_a_reason(data: bytes, name: str, key: str) -> None:
    with pytest.raises(FileRefused) as refused:
        sheets.read(data, name)
    assert refused.value.text_key == key


async def test_a_table_that_names_no_work_is_refused(shop: Shop) -> None:
    with pytest.raises(NoSuchColumns):
        await looked(shop, b"price;count\n1;2\n")


DANGEROUS = ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", '=HYPERLINK("http://x")', "\x00=1"]


@pytest.mark.parametrize("made", [sheets.separated, sheets.workbook], ids=["csv", "xlsx"])
def test_no_cell_that_is_written_begins_a_formula(made: Any) -> None:
    read = sheets.read(made([["sku", "title"], *([str(n), said] for n, said in enumerate(DANGEROUS))]), "a")
    assert all(not row[1].startswith(("=", "+", "-", "@", "\t", "\r")) for row in read[1:])
    assert len(read) == len(DANGEROUS) + 1


async def test_a_sku_of_a_draft_is_left_alone_and_one_that_looks_like_ours_is_no_trouble_later(shop: Shop) -> None:
    seller = await someone(shop)
    product, _, _ = await a_work(shop, seller)
    coming = f"W-{product + 2:04d}"
    wanted, plan = await looked(shop, f"sku;title;price\n{coming};Из файла;100\n".encode())
    assert len(plan.new) == 1
    await shop.imports.apply(wanted, seller)
    _, _, sku = await a_work(shop, seller, title="После файла")
    assert sku == f"{coming}-N"
    await shop.listing.show((await shop.shelves.find(sku))[1], shown=False)
    work = NewWork("ru", "Черновик", Kind.ORDINARY, 100, (), 1)
    draft = await shop.listing.draft(work, NewPhoto(JPEG, 1, 1, "0" * 64), seller)
    name = (await shop.catalogue.card(draft, "ru")).sku
    _, plan = await looked(shop, f"sku;title;price\n{name};Занято;100\n".encode())
    assert [each.fault for each in plan.problems] == [Fault.TAKEN]


async def test_a_cost_comes_by_file_goes_out_by_file_and_is_taken_back(shop: Shop) -> None:
    seller = await someone(shop)
    works = [await a_work(shop, seller, pieces=3) for _ in range(3)]
    await shop.costs.change(works[1][0], 100_000, seller)
    cells = "3 000,50", "", "0"
    table = "Артикул;Себестоимость\r\n" + "".join(
        f"{sku};{cell}\r\n" for (_, _, sku), cell in zip(works, cells, strict=True)
    )
    wanted, plan = await looked(shop, table.encode("cp1251"), actor=seller)
    assert [(each.what, each.before, each.after) for each in plan.differences] == [
        ("cost", None, 300_050), ("cost", None, 0),
    ]  # fmt: skip
    await shop.imports.apply(wanted, seller)
    assert [await shop.costs.of(product) for product, _, _ in works] == [300_050, 100_000, 0]
    head, *rows = await shop.exports.table(FileKind.PRODUCTS, "pl")
    assert [row[head.index("Koszt")] for row in rows] == [3000.5, 1000, 0]
    await shop.imports.undo(wanted, seller)
    assert [await shop.costs.of(product) for product, _, _ in works] == [None, 100_000, None]
    _, plan = await looked(shop, f"sku,cost\n{works[0][2]},cheap\n".encode())
    assert [each.fault for each in plan.problems] == [Fault.COST]
    new, _ = await looked(shop, b"title,price,koszt\nMiska,120,40\n")
    await shop.imports.apply(new, seller)
    assert await shop.costs.of((await shop.catalogue.shelf("ru")).items[0].product) == 4_000
