"""How is a file of rows read and written: CSV as any Excel saves it, XLSX, YML? Every cell is text, or nothing."""

import csv
import io
import zipfile
from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any, Final

from bot.basics.errors import ShopError

MOST_BYTES: Final = 20_000_000
"""What a bot may download, too (Bot API, getFile)."""
MOST_ROWS: Final = 50_000
MOST_COLUMNS: Final = 60
MOST_SIGNS: Final = 10_000
"""Of one cell."""
_UNPACKED: Final = 200_000_000
_ENTRIES: Final = 500
_TIMES: Final = 150
"""How many times larger a part of an honest workbook gets; a bomb grows a thousandfold."""
_FORMULA: Final = ("=", "+", "-", "@", "\t", "\r")
Table = list[list[str]]


class FileRefused(ShopError):
    """What was sent is no table that may be read; the key says what to do instead."""


def read(data: bytes, name: str) -> Table:
    """All rows of a file, the first with the names of the columns; empty rows are left out.

    Raises FileRefused for what is too large, of another kind, broken, or built to do harm.
    """
    if len(data) > MOST_BYTES:
        raise FileRefused("file-too-large", most=MOST_BYTES // 1_000_000)
    if data[:4] == b"PK\x03\x04":
        table = _workbook(data)
    elif data[:8] == b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1":
        raise FileRefused("file-old-excel")
    elif name.lower().endswith((".xml", ".yml")) or data.lstrip(b"\xef\xbb\xbf \r\n\t")[:1] == b"<":
        from bot.basics.price_lists import offers

        table = offers(data)
    elif b"\x00" in data[:1000] and data[:2] not in (b"\xff\xfe", b"\xfe\xff"):
        raise FileRefused("file-unknown")
    else:
        table = _separated(_decoded(data))
    table = [row for row in table if any(row)]
    if len(table) < 2:
        raise FileRefused("file-empty")
    if len(table) > MOST_ROWS + 1:
        raise FileRefused("file-too-long", most=MOST_ROWS)
    if max(len(row) for row in table) > MOST_COLUMNS:
        raise FileRefused("file-too-wide", most=MOST_COLUMNS)
    return table


def _decoded(data: bytes) -> str:
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return data.decode("utf-16", "replace")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1251", "replace")  # Excel in Russian, "CSV (separated by commas)"


def _separated(text: str) -> Table:
    head = text[: text.find("\n") if "\n" in text else len(text)]
    mark = max(";\t,", key=head.count)
    csv.field_size_limit(MOST_SIGNS * 2)
    rows: Table = []
    try:
        for row in csv.reader(io.StringIO(text, newline=""), delimiter=mark):
            rows.append([cell[:MOST_SIGNS].strip() for cell in row])
            if len(rows) > MOST_ROWS + 1:
                break
    except csv.Error as trouble:
        raise FileRefused("file-broken") from trouble
    return rows


def _workbook(data: bytes) -> Table:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as parts:
            listed = parts.infolist()
    except zipfile.BadZipFile as trouble:
        raise FileRefused("file-broken") from trouble
    unpacked = sum(part.file_size for part in listed)
    swells = any(part.file_size > 1_000_000 and part.file_size > _TIMES * part.compress_size for part in listed)
    if len(listed) > _ENTRIES or unpacked > _UNPACKED or swells:
        raise FileRefused("file-hostile")
    if not any(part.filename == "xl/workbook.xml" for part in listed):
        raise FileRefused("file-unknown")
    from python_calamine import CalamineWorkbook

    try:
        sheet = CalamineWorkbook.from_filelike(io.BytesIO(data)).get_sheet_by_index(0)
        return [[_text(cell) for cell in row] for row in sheet.to_python(nrows=MOST_ROWS + 2)]
    except Exception as trouble:  # whatever the library stumbles over, the file is at fault
        raise FileRefused("file-broken") from trouble


def _text(cell: Any) -> str:
    if isinstance(cell, bool):
        return "1" if cell else "0"
    if isinstance(cell, float):
        return str(int(cell)) if cell.is_integer() else f"{cell:.10g}"
    return str(cell)[:MOST_SIGNS].strip()


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
