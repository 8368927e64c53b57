"""How is a YML price list read as a table? Its offers become rows, its elements columns.

https://yandex.ru/support/marketplace/assortment/fields/; entities and document types are never followed.
"""

import io
from typing import Final

from bot.basics.sheets import MOST_ROWS, MOST_SIGNS, FileRefused, Table

COLUMNS: Final = ("sku", "title", "price", "count", "category", "description", "barcode")
NO_SHELF: Final = 1_000_000_000
"""The category of works on no shelf in the price lists that we write ourselves; no shelf of ours has that number."""


def offers(data: bytes) -> Table:
    """The names of the columns, then a row for each offer. Raises FileRefused."""
    if b"<!ENTITY" in data or b"<!ELEMENT" in data:
        raise FileRefused("file-hostile")
    from lxml import etree

    shelves: dict[str, tuple[str, str]] = {}
    rows: Table = [list(COLUMNS)]
    try:
        steps = etree.iterparse(
            io.BytesIO(data),
            events=("end",),
            tag=("category", "offer", "yml_catalog"),
            resolve_entities=False,
            no_network=True,
            load_dtd=False,
            huge_tree=False,
        )
        for _, element in steps:
            if element.tag == "category" and element.get("id") != str(NO_SHELF):
                shelves[element.get("id", "")] = (_said(element.text), element.get("parentId", ""))
            elif element.tag == "offer" and len(rows) <= MOST_ROWS:
                rows.append(_offer(element, shelves))
                element.clear()
        if steps.root is None or steps.root.tag != "yml_catalog":
            raise FileRefused("file-no-yml")
    except etree.XMLSyntaxError as trouble:
        raise FileRefused("file-broken") from trouble
    return rows


def _offer(offer: "object", shelves: dict[str, tuple[str, str]]) -> list[str]:
    found = {str(part.tag): _said(part.text) for part in offer}  # type: ignore[attr-defined]
    title = found.get("name") or " ".join(found[part] for part in ("typePrefix", "vendor", "model") if found.get(part))
    said = found.get("description", "")
    count = found.get("count", "")
    if not count and offer.get("available") == "false":  # type: ignore[attr-defined]
        count = "0"
    own = found.get("shop-sku") or found.get("vendorCode", "")
    return [
        str(offer.get("id", "")) or own,  # type: ignore[attr-defined]
        title,
        found.get("price", ""),
        count,
        _shelf(found.get("categoryId", ""), shelves),
        said if said != title else "",
        found.get("barcode", ""),
    ]


def _shelf(category: str, shelves: dict[str, tuple[str, str]]) -> str:
    """`Paintings / Oil`"""
    titles: list[str] = []
    while category in shelves and len(titles) < 10:
        title, category = shelves[category]
        titles.insert(0, title)
    return " / ".join(titles)


def _said(text: str | None) -> str:
    return (text or "")[:MOST_SIGNS].strip()
