"""How does somebody read what is kept about them? Whole as JSON, and as a page for people. Pure functions."""

from collections.abc import Mapping
from datetime import datetime
from html import escape
from typing import Any, Final
from zoneinfo import ZoneInfo

import orjson
from babel.dates import format_datetime

from bot.shop.privacy.values import Cell, Dossier, Part
from bot.telegram import wording
from bot.telegram.texts import Texts

ONLY_IN_JSON: Final = frozenset(
    {"kind", "version", "text_key", "way", "pay_way", "currency", "reason", "typed", "blocked_at"}
)
"""Labels that say something to machines only: the page for people leaves them to the JSON file."""
_STYLE: Final = (
    "body{font:16px/1.5 system-ui,sans-serif;max-width:46rem;margin:2rem auto;padding:0 1rem;color:#222}"
    "h1{font-size:1.5rem}h2{font-size:1.1rem;margin:2rem 0 .5rem}table{border-collapse:collapse;width:100%}"
    "th,td{text-align:left;vertical-align:top;padding:.35rem .75rem .35rem 0;border-bottom:1px solid #e5e5e5}"
    "th{font-weight:600;color:#666}.wide{overflow-x:auto}p{color:#666}"
)


def as_json(dossier: Dossier) -> bytes:
    """Every part and every field, times in ISO 8601 (UTC), money in minor units."""
    whole = {
        "made_at": dossier.made_at,
        "parts": {part.name: [dict(row) for row in part.rows] for part in dossier.parts},
    }
    return orjson.dumps(whole, option=orjson.OPT_INDENT_2 | orjson.OPT_UTC_Z)


def as_page(dossier: Dossier, shop_name: str, texts: Texts, zone: ZoneInfo) -> bytes:
    """One HTML page that needs nothing else: a table for each part."""
    title = texts.plain("data-title", shop=shop_name)
    made = texts.plain("data-made", when=_when(dossier.made_at, texts, zone))
    parts = "".join(_part(part, texts, zone) for part in dossier.parts)
    return (
        f'<!doctype html><html lang="{texts.language}"><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width,initial-scale=1">'
        f"<title>{escape(title)}</title><style>{_STYLE}</style><h1>{escape(title)}</h1><p>{escape(made)}</p>{parts}"
    ).encode()


def _part(part: Part, texts: Texts, zone: ZoneInfo) -> str:
    heading = escape(texts.plain(f"data-part-{part.name.replace('_', '-')}"))
    labels = [label for label in part.rows[0] if label not in ONLY_IN_JSON]
    labels = [label for label in labels if any(row[label] is not None for row in part.rows)]
    head = "".join(f"<th>{escape(label_words(label, texts))}</th>" for label in labels)
    body = "".join(
        "<tr>" + "".join(f"<td>{escape(_cell(label, row, texts, zone))}</td>" for label in labels) + "</tr>"
        for row in part.rows
    )
    return f'<h2>{heading}</h2><div class="wide"><table><tr>{head}</tr>{body}</table></div>'


def label_words(label: str, texts: Texts) -> str:
    return texts.plain(f"data-{label.removesuffix('_minor').replace('_', '-')}")


def _cell(label: str, row: Mapping[str, Cell], texts: Texts, zone: ZoneInfo) -> str:
    value = row[label]
    if value is None:
        return ""
    if isinstance(value, bool):
        return texts.plain("data-yes" if value else "data-no")
    if isinstance(value, datetime):
        return _when(value, texts, zone)
    currency: Any = row.get("currency")
    if isinstance(value, int) and label.endswith("_minor") and currency:
        return wording.money(value, currency, texts.language)
    if label == "state":
        return texts.plain("state-words", state=str(value))
    if label == "language":
        return texts.plain("data-language-name", code=str(value))
    return str(value)


def _when(moment: datetime, texts: Texts, zone: ZoneInfo) -> str:
    return str(format_datetime(moment.astimezone(zone), "d MMMM y, HH:mm", locale=texts.language))
