"""How is a YML price list read as a table? Its offers become rows, its elements columns.

https://yandex.ru/support/marketplace/assortment/fields/; entities and document types are never followed.
"""

from typing import IO, Final

from bot.basics.marked import MOST_SIGNS, FileRefused, walk

COLUMNS: Final = ("sku", "title", "price", "count", "category", "description", "barcode", "technique", "size", "year")
_WANTED: Final = frozenset(
    ("name", "typePrefix", "vendor", "model", "description", "count", "shop-sku", "vendorCode", "price", "categoryId",
     "barcode")
)  # fmt: skip
_NAMED: Final = {
    "техника": "technique", "материал": "technique", "technique": "technique", "material": "technique",
    "technika": "technique", "materiał": "technique",
    "размер": "size", "size": "size", "rozmiar": "size", "wymiary": "size",
    "год": "year", "year": "year", "rok": "year",
}  # fmt: skip
"""What is said by `<param name="…">`."""
NO_SHELF: Final = 1_000_000_000
"""The category of works on no shelf in the price lists that we write ourselves; no shelf of ours has that number."""


def offers(source: IO[bytes], most: int) -> list[list[str]]:
    """The names of the columns, then a row for each offer. Raises FileRefused."""
    shelves: dict[str, tuple[str, str]] = {}
    rows: list[list[str]] = [list(COLUMNS)]
    root = ""
    offer: dict[str, str] | None = None
    category: dict[str, str] = {}
    found: dict[str, str] = {}
    param = ""

    def opened(name: str, has: dict[str, str]) -> None:
        nonlocal root, offer, category, param
        root = root or name
        if root != "yml_catalog":
            raise FileRefused("file-no-yml")
        if name == "offer":
            offer = has
            found.clear()
        elif name == "category":
            category = has
        elif name == "param":
            param = _NAMED.get(has.get("name", "").strip().lower(), "")

    def closed(name: str, text: str) -> None:
        nonlocal offer
        if name == "offer" and offer is not None:
            if len(rows) > most:
                raise FileRefused("file-too-long", most=most)
            rows.append(_offer(offer, found, shelves))
            offer = None
        elif offer is not None and name in _WANTED:
            found.setdefault(name, text.strip())
        elif offer is not None and name == "param" and param:
            found.setdefault(param, text.strip())
        elif name == "category" and category.get("id") != str(NO_SHELF) and len(shelves) < most:
            shelves[category.get("id", "")] = (text.strip(), category.get("parentId", ""))

    walk(source, opened, closed)
    return rows


def _offer(offer: dict[str, str], found: dict[str, str], shelves: dict[str, tuple[str, str]]) -> list[str]:
    title = found.get("name") or " ".join(found[part] for part in ("typePrefix", "vendor", "model") if found.get(part))
    said = found.get("description", "")
    count = found.get("count", "")
    if not count and offer.get("available") == "false":
        count = "0"
    year = found.get("year", "")
    facts = [found.get("technique", ""), found.get("size", ""), year]
    if said == ", ".join(fact for fact in facts if fact):
        said = ""  # where nothing is described we write what is known
    own = found.get("shop-sku") or found.get("vendorCode", "")
    return [
        offer.get("id", "")[:MOST_SIGNS].strip() or own,
        title,
        found.get("price", ""),
        count,
        _shelf(found.get("categoryId", ""), shelves),
        said if said != title else "",
        found.get("barcode", ""),
        *facts[:2],
        year if len(year) == 4 and year.isdecimal() else "",
    ]


def _shelf(category: str, shelves: dict[str, tuple[str, str]]) -> str:
    """`Paintings / Oil`"""
    titles: list[str] = []
    while category in shelves and len(titles) < 10:
        title, category = shelves[category]
        titles.insert(0, title)
    return " / ".join(titles)
