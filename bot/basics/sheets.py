"""How is a file of rows read and written: CSV as any Excel saves it, XLSX, YML? Every cell is text, or nothing."""

import csv
import io
import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from typing import Any, Final

from bot.basics.marked import MOST_SIGNS, FileRefused
from bot.basics.price_lists import offers
from bot.basics.workbooks import first_sheet

MOST_BYTES: Final = 20_000_000
"""What a bot may download, too (Bot API, getFile)."""
MOST_ROWS: Final = 50_000
MOST_COLUMNS: Final = 60
_MARKS: Final = 20_000
"""Between cells, in one line; a long description has some of its own."""
_BLANK: Final = 1_100_000
"""Rows without a word: as many as a spreadsheet has."""
_FORMULA: Final = ("=", "+", "-", "@", "\t", "\r")
_CYRILLIC: Final = re.compile(rb"[\xc0-\xff]{3}")
_LATIN: Final = re.compile(rb"[A-Za-z][\x80-\xff]")
Table = list[list[str]]


def read(data: bytes, name: str) -> Table:
    """All rows of a file by their numbers, the first that says anything with the names of the columns.

    Raises FileRefused for what is too large, of another kind, broken, or built to do harm.
    """
    if len(data) > MOST_BYTES:
        raise FileRefused("file-too-large", most=MOST_BYTES // 1_000_000)
    if data[:4] == b"PK\x03\x04":
        table = first_sheet(io.BytesIO(data), MOST_ROWS + 1, MOST_COLUMNS)
    elif data[:8] == b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1":
        raise FileRefused("file-old-excel")
    elif name.lower().endswith((".xml", ".yml")) or data[:100].lstrip(b"\xef\xbb\xbf \r\n\t")[:1] == b"<":
        table = offers(io.BytesIO(data), MOST_ROWS)
    elif b"\x00" in data[:1000] and data[:2] not in (b"\xff\xfe", b"\xfe\xff"):
        raise FileRefused("file-unknown")
    else:
        table = _separated(data)
    if sum(1 for row in table if row) < 2:
        raise FileRefused("file-empty")
    return table


def _encoding(data: bytes) -> str:
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return "utf-16"
    try:
        data.decode("utf-8-sig")
    except UnicodeDecodeError:
        # "CSV (separated by commas)" of Excel: words in Cyrillic are bytes in a row, Polish has them one by one
        return "cp1250" if _LATIN.search(data) and not _CYRILLIC.search(data) else "cp1251"
    return "utf-8-sig"


def _separated(data: bytes) -> Table:
    with io.TextIOWrapper(io.BytesIO(data), _encoding(data), "replace", newline="") as text:
        head = next((line for line in text if line.strip()), "")[:_MARKS]
        text.seek(0)
        told = head.strip().lower().removeprefix("sep=")  # Excel writes and reads "sep=;"
        mark = told if told in tuple(";,\t") and told else max(";\t,", key=head.count)
        csv.field_size_limit(MOST_SIGNS * 2)
        rows: Table = []
        blank = 0
        try:
            for row in csv.reader(_short(text, mark), delimiter=mark):
                cells = [cell[:MOST_SIGNS].strip() for cell in row]
                if not any(cells) or (not rows and "".join(cells[:1]).lower().startswith("sep=")):
                    blank += 1
                    if blank > _BLANK:
                        break
                    continue
                if any(cells[MOST_COLUMNS:]):
                    raise FileRefused("file-too-wide", most=MOST_COLUMNS)
                if len(rows) + blank > MOST_ROWS:
                    raise FileRefused("file-too-long", most=MOST_ROWS)
                rows += [[] for _ in range(blank)]
                blank = 0
                rows.append(cells[:MOST_COLUMNS])
        except csv.Error as trouble:
            raise FileRefused("file-broken") from trouble
    return rows


def _short(lines: Iterable[str], mark: str) -> Iterator[str]:
    """Lines of which none makes more cells than anybody has."""
    for line in lines:
        if len(line) > _MARKS and line.count(mark) > _MARKS:
            raise FileRefused("file-too-wide", most=MOST_COLUMNS)
        yield line


def harmless(cell: Any) -> Any:
    """A cell that a spreadsheet takes for text: none begins a formula (OWASP, CSV injection)."""
    if not isinstance(cell, str):
        return cell
    cell = cell.replace("\x00", "")
    return f"'{cell}" if cell.startswith(_FORMULA) else cell


def separated(rows: Iterable[Sequence[Any]]) -> bytes:
    """As CSV that Excel in Russian opens by a double click: a mark of UTF-8, semicolons."""
    held = io.StringIO()
    writer = csv.writer(held, delimiter=";", lineterminator="\r\n")
    for row in rows:
        writer.writerow([_shown(harmless(cell)) for cell in row])
    return held.getvalue().encode("utf-8-sig")


def workbook(rows: Iterable[Sequence[Any]]) -> bytes:
    """As XLSX: numbers are numbers, everything else is text and never a formula."""
    import xlsxwriter

    held = io.BytesIO()
    options = {"constant_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    with xlsxwriter.Workbook(held, options) as book:
        sheet = book.add_worksheet()
        bold = book.add_format({"bold": True})
        sheet.freeze_panes(1, 0)
        for number, row in enumerate(rows):
            for column, cell in enumerate(row):
                if isinstance(cell, int | float):
                    sheet.write_number(number, column, cell)
                elif cell is not None:
                    sheet.write_string(number, column, _shown(harmless(cell)), None if number else bold)
    return held.getvalue()


def _shown(cell: Any) -> str:
    if cell is None:
        return ""
    return cell.isoformat(sep=" ", timespec="minutes") if isinstance(cell, datetime) else str(cell)
