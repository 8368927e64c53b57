"""How does the stock read as a table, a row for each SKU at each place?"""

import csv
import io
from collections.abc import Mapping, Sequence
from typing import Any, Final

from bot.basics.ids import VariantId
from bot.basics.languages import Language
from bot.basics.money import decimal_text
from bot.shop.channels.values import StockRow
from bot.shop.exchange.values import Offered

TYPE: Final = "text/csv; charset=utf-8"
BOM: Final = "\ufeff"
COLUMNS: Final = (
    "sku", "name", "barcode", "location", "on_hand", "unavailable", "allocated", "reserved", "available", "listed",
    "price", "currency", "changed_at",
)  # fmt: skip
_FORMULA: Final = ("=", "+", "-", "@", "\t", "\r")


def harmless(text: str) -> str:
    """A cell that a spreadsheet takes for text: none begins a formula."""
    text = text.replace("\x00", "")
    return f"'{text}" if text.startswith(_FORMULA) else text


def written(rows: Sequence[Sequence[Any]], delimiter: str) -> str:
    held = io.StringIO()
    csv.writer(held, delimiter=delimiter, lineterminator="\r\n").writerows(rows)
    return held.getvalue()


def before(*, excel: bool) -> str:
    """`excel`: as the Russian one reads it, with a mark of UTF-8 and semicolons."""
    return (BOM if excel else "") + written([COLUMNS], ";" if excel else ",")


def rows(
    works: Sequence[Offered], counts: Mapping[VariantId, Sequence[StockRow]], language: Language, *, excel: bool
) -> str:
    """`listed` over all rows of one SKU is what this channel may offer of it."""
    made: list[list[Any]] = []
    for work in works:
        left = work.listed
        named = [harmless(work.sku), harmless(work.text(language).title), harmless(work.barcode or "")]
        priced = [decimal_text(work.price.minor), work.price.currency]
        for row in counts.get(work.variant, ()):
            offered = min(max(row.available, 0), left)
            left -= offered
            numbers = [row.on_hand, row.unavailable, row.allocated, row.reserved, row.available, offered]
            at = row.changed_at.isoformat(timespec="seconds")
            made.append([*named, harmless(row.location), *numbers, *priced, at])
    return written(made, ";" if excel else ",")
