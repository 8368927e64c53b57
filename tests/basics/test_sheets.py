"""Is a table read as it was written, whatever wrote it, and a hostile one refused before it costs anything?"""

import io
import tracemalloc
import zipfile
from time import perf_counter
from typing import Any

import pytest
import xlsxwriter
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.basics import sheets
from bot.basics.marked import FileRefused

_OPENED = b'<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>'
_CLOSED = b"</sheetData></worksheet>"


def book(rows: dict[tuple[int, int], Any]) -> bytes:
    held = io.BytesIO()
    with xlsxwriter.Workbook(held) as made:
        sheet = made.add_worksheet()
        for (row, column), cell in rows.items():
            sheet.write(row, column, cell)
    return held.getvalue()


def with_sheet(cells: bytes, before: bytes = b"") -> bytes:
    """An honest workbook but for its sheet."""
    held = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(book({(0, 0): "sku"}))) as honest, zipfile.ZipFile(held, "w", 8) as made:
        for part in honest.infolist():
            sheet = part.filename == "xl/worksheets/sheet1.xml"
            made.writestr(part.filename, before + _OPENED + cells + _CLOSED if sheet else honest.read(part))
    return held.getvalue()


def cell(where: str, said: str) -> bytes:
    return f'<c r="{where}" t="inlineStr"><is><t>{said}</t></is></c>'.encode()


def entities(encoding: str) -> bytes:
    grown = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 9))
    head = f'<?xml version="1.0" encoding="{encoding}"?><!DOCTYPE y [<!ENTITY a0 "haha">{grown}]>'
    offer = '<offer id="&a8;"><name>&a8;</name></offer>'
    return f"{head}<yml_catalog>{offer}</yml_catalog>".encode(encoding)


_HEAD = b'<row r="1">' + cell("A1", "sku") + cell("B1", "price") + b"</row>"
_ABROAD = (
    b'<!DOCTYPE y [<!ENTITY a SYSTEM "file:///etc/passwd">]>'
    b'<yml_catalog><offer id="1"><name>&a;</name></offer></yml_catalog>'
)
HOSTILE = {
    "a word in the far corner": (with_sheet(_HEAD + b'<row r="9">' + cell("XFD1048576", "x") + b"</row>"), "wide"),
    "a word in the last row": (with_sheet(_HEAD + b'<row r="1048576">' + cell("A1048576", "x") + b"</row>"), "long"),
    "entities in a workbook": (with_sheet(_HEAD, b'<!DOCTYPE w [<!ENTITY a "ha">]>'), "hostile"),
    "entities": (entities("utf-8"), "hostile"),
    "entities behind another encoding": (entities("utf-16"), "hostile"),
    "a file of the machine": (_ABROAD, "hostile"),
    "an endless stair": (b"<yml_catalog>" + b"<a>" * 3_000_000, "hostile"),
    "an endless tag": (b'<yml_catalog a="' + b"a" * 19_000_000, "hostile"),
    "more offers than may be": (b"<yml_catalog>" + b'<offer id="1"/>' * 60_000 + b"</yml_catalog>", "long"),
    "one endless line": (b"sku;price\n" + b";" * 19_000_000, "wide"),
    "one endless cell": (b'sku;price\n"' + b"a;1\n" * 4_000_000, "broken"),
    "a workbook cut short": (book({(0, 0): "sku", (1, 0): "a"})[:-200], "broken"),
    "a sheet cut short": (with_sheet(_HEAD + b"<row>"), "broken"),
}


@pytest.mark.parametrize("name", list(HOSTILE))
def test_what_is_built_to_do_harm_costs_neither_time_nor_memory(name: str) -> None:
    data, key = HOSTILE[name]
    tracemalloc.start()
    began = perf_counter()
    with pytest.raises(FileRefused) as refused:
        sheets.read(data, "a.yml" if name.startswith("entities") else "a")
    took, (_, peak) = perf_counter() - began, tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert refused.value.text_key in (f"file-{key}", f"file-too-{key}")
    assert peak < 50_000_000
    assert took < 5  # half a second on a quiet machine that measures nothing else


@pytest.mark.parametrize(
    ("head", "word", "encoding"),
    [
        ("Название", "Закат над Невой", "cp1251"),
        ("Nazwa", "Świt nad żółtą łąką", "cp1250"),
        ("Nazwa", "Świt nad żółtą łąką", "utf-8"),
        ("Title", "Ещё рассвет", "utf-16"),
    ],
)
def test_letters_are_read_as_excel_of_each_country_writes_them(head: str, word: str, encoding: str) -> None:
    assert sheets.read(f"SKU;{head}\r\nA-1;{word}\r\n".encode(encoding), "a.csv") == [["SKU", head], ["A-1", word]]


@pytest.mark.parametrize("mark", [";", ",", "\t"])
def test_a_row_keeps_its_number_and_blank_ones_to_the_end_of_a_sheet_do_no_harm(mark: str) -> None:
    text = f"sep={mark}\r\nsku{mark}count\r\n{mark}\r\n\r\nA-1{mark}2\r\n" + f"{mark * 9}\r\n" * 100_000
    assert sheets.read(text.encode(), "a.csv") == [[], ["sku", "count"], [], [], ["A-1", "2"]]
    rows = {(1, 0): "sku", (1, 2): "count", (4, 0): "A-1", (4, 2): 1500.5}
    assert sheets.read(book(rows), "a.xlsx") == [[], ["sku", "", "count"], [], [], ["A-1", "", "1500.5"]]


def test_a_workbook_without_addresses_of_cells_is_read_in_order() -> None:
    cells = b"<row><c><v>1</v></c><c/><c><v>1.2E3</v></c></row>"
    cells += b'<row><c t="b"><v>1</v></c><c t="str"><f>1+1</f><v>x</v></c></row>'
    assert sheets.read(with_sheet(cells), "a.xlsx") == [["1", "", "1200"], ["1", "x"]]


SAID = st.text(
    st.characters(exclude_categories=("Cs", "Cc", "Zs", "Zl", "Zp", "Cf", "Cn", "Co")), min_size=1, max_size=9
)
CELLS = st.one_of(SAID, st.integers(-(10**9), 10**9), st.integers(0, 10**9).map(lambda minor: minor / 100))


@settings(max_examples=60, deadline=None)
@given(st.lists(st.lists(CELLS, min_size=3, max_size=3), min_size=2, max_size=6))
def test_what_this_shop_writes_is_read_back_word_for_word(rows: list[list[Any]]) -> None:
    for made in (sheets.workbook, sheets.separated):
        for read, written in zip(sheets.read(made(rows), "a.csv"), rows, strict=True):
            for after, before in zip(read, written, strict=True):
                if isinstance(before, str):
                    assert after == sheets.harmless(before)
                    assert not after.startswith(("=", "+", "-", "@"))
                else:
                    assert float(after) == pytest.approx(before)
