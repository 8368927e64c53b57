"""Which objects does a list show? Filters, newest first, pages and cursors (YooKassa API v3, lists)."""

import operator
import re
from collections.abc import Iterable, Mapping
from datetime import datetime

from bot.partners.pretend.yookassa.words import JsonObject, invalid, moment_of

LIMIT = 10
LIMIT_MAX = 100

_COMPARISONS = {"gte": operator.ge, "gt": operator.gt, "lte": operator.le, "lt": operator.lt}

FILTERS = {
    "payments": (frozenset({"status", "payment_method"}), ("created_at", "captured_at")),
    "refunds": (frozenset({"status", "payment_id"}), ("created_at",)),
    "receipts": (frozenset({"status", "payment_id", "refund_id"}), ("created_at",)),
}


def page(kind: str, objects: Iterable[JsonObject], query: Mapping[str, str]) -> JsonObject:
    """One page of a list. Raises Refusal for an unknown filter, limit or cursor."""
    exact, moments = FILTERS[kind]
    limit, cursor = LIMIT, None
    bounds: list[tuple[str, str, datetime]] = []
    wanted: list[tuple[str, str]] = []
    for name, value in query.items():
        field, _, comparison = name.partition(".")
        if name == "limit":
            limit = _limit(value)
        elif name == "cursor":
            cursor = value
        elif name in exact:
            wanted.append((name, value))
        elif field in moments and comparison in _COMPARISONS:
            bounds.append((field, comparison, _moment(name, value)))
        else:
            raise invalid(name, "Unknown filter")
    # Sorting is stable and turned round afterwards: of two objects of one millisecond the later made comes first.
    rows = sorted(objects, key=lambda row: str(row["created_at"]))
    rows.reverse()
    found = [row for row in rows if _fits(row, wanted, bounds)]
    start = _start(found, cursor)
    answer: JsonObject = {"type": "list", "items": found[start : start + limit]}
    if start + limit < len(found):
        answer["next_cursor"] = found[start + limit - 1]["id"]
    return answer


def _fits(row: JsonObject, wanted: list[tuple[str, str]], bounds: list[tuple[str, str, datetime]]) -> bool:
    for name, value in wanted:
        shown = row.get(name)
        if name == "payment_method":
            shown = (shown or {}).get("type")
        if shown != value:
            return False
    for field, comparison, moment in bounds:
        if row.get(field) is None or not _COMPARISONS[comparison](moment_of(row[field]), moment):
            return False
    return True


def _start(found: list[JsonObject], cursor: str | None) -> int:
    """A cursor is the last object already shown: what is made meanwhile does not shift the pages."""
    if cursor is None:
        return 0
    for position, row in enumerate(found):
        if row["id"] == cursor:
            return position + 1
    raise invalid("cursor", "Unknown cursor")


def _limit(value: str) -> int:
    if not re.fullmatch(r"\d{1,3}", value, re.ASCII) or not 1 <= int(value) <= LIMIT_MAX:
        raise invalid("limit", f"From 1 to {LIMIT_MAX}")
    return int(value)


def _moment(name: str, value: str) -> datetime:
    try:
        return moment_of(value)
    except (ValueError, OverflowError):
        raise invalid(name, "ISO 8601 is expected") from None
