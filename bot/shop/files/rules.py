"""How is a table understood, and what would it change? Pure decisions."""

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Final

from bot.basics.errors import ShopError
from bot.basics.ids import LocationId
from bot.basics.languages import LANGUAGES, Language
from bot.shop.captions.rules import parse_price, parse_quantity
from bot.shop.files.errors import NoSuchColumns
from bot.shop.files.values import Column, Difference, Fault, Kind, Known, Plan, Problem, Row

C = Column
TEXTS: Final = (C.TITLE, C.TECHNIQUE, C.DESCRIPTION)
NAMES: Final[dict[Column, tuple[str, ...]]] = {
    C.SKU: ("sku", "артикул", "код", "код товара", "ваш sku", "shop-sku", "id", "symbol", "kod", "kod produktu"),
    C.TITLE: ("title", "name", "название", "наименование", "товар", "работа", "nazwa", "tytuł", "produkt"),
    C.TECHNIQUE: ("technique", "material", "техника", "материал", "technika", "materiał"),
    C.DESCRIPTION: ("description", "описание", "opis"),
    C.PRICE: ("price", "цена", "цена, ₽", "стоимость", "cena", "розничная цена"),
    C.COST: ("cost", "cost price", "себестоимость", "закупочная цена", "koszt", "koszt własny"),
    C.COUNT: ("count", "quantity", "stock", "on_hand", "количество", "кол-во", "остаток", "остатки", "наличие", "ilość",
              "stan", "stan magazynowy"),
    C.PLACE: ("place", "location", "warehouse", "место", "склад", "точка", "miejsce", "magazyn"),
    C.CATEGORY: ("category", "категория", "раздел", "группа", "kategoria"),
    C.SIZE: ("size", "размер", "rozmiar", "wymiary"),
    C.YEAR: ("year", "год", "rok"),
    C.BARCODE: ("barcode", "ean", "штрихкод", "штрих-код", "kod kreskowy"),
    C.HIDDEN: ("hidden", "скрыт", "скрыта", "скрыто", "ukryty", "ukryte"),
}  # fmt: skip
"""What columns are called; the first name of each is the one this shop writes."""
WRITTEN: Final[dict[Language, dict[Column, str]]] = {
    "ru": {C.SKU: "Артикул", C.TITLE: "Название", C.TECHNIQUE: "Техника", C.DESCRIPTION: "Описание", C.PRICE: "Цена",
           C.COST: "Себестоимость",
           C.COUNT: "Остаток", C.PLACE: "Место", C.CATEGORY: "Категория", C.SIZE: "Размер", C.YEAR: "Год",
           C.BARCODE: "Штрихкод", C.HIDDEN: "Скрыта"},
    "en": {C.SKU: "SKU", C.TITLE: "Title", C.TECHNIQUE: "Technique", C.DESCRIPTION: "Description", C.PRICE: "Price",
           C.COST: "Cost",
           C.COUNT: "Count", C.PLACE: "Place", C.CATEGORY: "Category", C.SIZE: "Size", C.YEAR: "Year",
           C.BARCODE: "Barcode", C.HIDDEN: "Hidden"},
    "pl": {C.SKU: "SKU", C.TITLE: "Nazwa", C.TECHNIQUE: "Technika", C.DESCRIPTION: "Opis", C.PRICE: "Cena",
           C.COST: "Koszt",
           C.COUNT: "Stan", C.PLACE: "Miejsce", C.CATEGORY: "Kategoria", C.SIZE: "Rozmiar", C.YEAR: "Rok",
           C.BARCODE: "Kod kreskowy", C.HIDDEN: "Ukryta"},
}  # fmt: skip
HEADS: Final[dict[Language, dict[Kind, tuple[str, ...]]]] = {
    "ru": {
        Kind.STOCK: ("Артикул", "Название", "Место", "Остаток", "Недоступно", "Продано, не выдано", "В брони",
                     "Свободно"),
        Kind.ORDERS: ("Заказ", "Оформлен", "Состояние", "Сумма", "Оплачено", "Способ оплаты", "Точка", "Работы",
                      "Покупатель", "Телефон", "Записка"),
        Kind.CUSTOMERS: ("Имя", "Ник", "Язык", "С нами с", "Откуда", "Телефон", "Заказов", "Оплачено",
                         "Последний заказ"),
    },
    "en": {
        Kind.STOCK: ("SKU", "Title", "Place", "Count", "Unavailable", "Sold, not handed over", "Held", "Free"),
        Kind.ORDERS: ("Order", "Placed", "State", "Total", "Paid", "Way to pay", "Place", "Works", "Buyer", "Phone",
                      "Note"),
        Kind.CUSTOMERS: ("Name", "Nick", "Language", "Since", "Source", "Phone", "Orders", "Paid", "Last order"),
    },
    "pl": {
        Kind.STOCK: ("SKU", "Nazwa", "Miejsce", "Stan", "Niedostępne", "Sprzedane, niewydane", "Zarezerwowane",
                     "Wolne"),
        Kind.ORDERS: ("Zamówienie", "Złożone", "Status", "Suma", "Zapłacono", "Sposób płatności", "Punkt", "Prace",
                      "Kupujący", "Telefon", "Notatka"),
        Kind.CUSTOMERS: ("Imię", "Nick", "Język", "Od kiedy", "Źródło", "Telefon", "Zamówienia", "Zapłacono",
                         "Ostatnie zamówienie"),
    },
}  # fmt: skip
"""The first row of each file that is no list of works."""
LISTED: Final = (C.SKU, C.TITLE, C.TECHNIQUE, C.DESCRIPTION, C.PRICE, C.COST, C.COUNT, C.CATEGORY, C.SIZE, C.YEAR,
                 C.BARCODE, C.HIDDEN)  # fmt: skip
"""The columns of a list of works, texts once for each language."""


def head(kind: Kind, language: Language) -> list[str]:
    """The names of the columns; those of works and of stock are understood when the file comes back."""
    if kind is not Kind.PRODUCTS:
        return list(HEADS[language][kind])
    names = WRITTEN[language]
    return [
        f"{names[column]} ({of})" if column in TEXTS else names[column]
        for column in LISTED
        for of in (LANGUAGES if column in TEXTS else LANGUAGES[:1])
    ]


_BY_NAME: Final = {name: column for column, names in NAMES.items() for name in names}
_YES: Final = frozenset({"1", "да", "yes", "true", "tak", "истина", "+", "x", "х"})
_NO: Final = frozenset({"0", "нет", "no", "false", "nie", "ложь", "-"})
_LIMITS: Final = {C.TITLE: 200, C.TECHNIQUE: 200, C.DESCRIPTION: 4000}
_PLACED: Final = re.compile(r"([^(:]+?)\s*[(:]\s*([^()]+?)\s*\)?$")
"""Count (Studio), Остаток: Студия"""
_SUFFIX: Final = re.compile(r"[\s_(:]+(ru|en|pl)\)?$")


class _Refused(Exception):
    """A cell that is not understood."""

    def __init__(self, fault: Fault, said: str) -> None:
        self.fault, self.said = fault, said


def columns(head: Sequence[str], language: Language) -> list[tuple[Column, str] | None]:
    """What each column says; None: nothing that we know.

    Texts come with their language (`title_en`, `Название (en)`), counts of one place with it, as `@studio`.

    Raises NoSuchColumns.
    """
    found: list[tuple[Column, str] | None] = []
    for written in head:
        name = " ".join(written.lower().replace("\ufeff", "").split())
        suffix = _SUFFIX.search(name)
        said: str = next(each for each in LANGUAGES if each == suffix[1]) if suffix else language
        column = _BY_NAME.get(name[: suffix.start()] if suffix else name)
        placed = _PLACED.fullmatch(name)
        if column is None and placed and _BY_NAME.get(placed[1]) is C.COUNT:
            column, said = C.COUNT, f"@{placed[2]}"
        one = column not in TEXTS and not said.startswith("@")
        same = [each for each in found if each and each[0] is column and not each[1].startswith("@")]
        taken = (column, said) in found or (one and bool(same))
        found.append((column, said) if column is not None and not taken else None)
    known = {each[0] for each in found if each}
    if not known & {C.SKU, C.TITLE}:
        raise NoSuchColumns
    return found


def read(table: Sequence[Sequence[str]], language: Language, currency: str) -> tuple[list[Row], list[Problem]]:
    """Rows as they were understood, and those that were not. An empty cell says nothing; 0 is zero.

    Raises NoSuchColumns.
    """
    head = next((number for number, cells in enumerate(table) if any(cells)), 0)
    named = columns(table[head], language)
    rows: list[Row] = []
    problems: list[Problem] = []
    seen: set[tuple[str, str]] = set()
    for line, cells in enumerate(table[head + 1 :], start=head + 2):
        if not any(cells):
            continue
        given = {each: cell for each, cell in zip(named, cells, strict=False) if each is not None and cell}
        sku = next((cell for (column, _), cell in given.items() if column is C.SKU), "").removeprefix("'")[:64]
        try:
            row = _row(line, sku, given, currency)
        except _Refused as refused:
            problems.append(Problem(line, sku, refused.fault, refused.said[:60]))
            continue
        key = (sku.casefold(), row.place.casefold())
        if sku and key in seen:
            problems.append(Problem(line, sku, Fault.TWICE, sku))
            continue
        seen.add(key)
        rows.append(row)
    return rows, problems


def _row(line: int, sku: str, given: Mapping[tuple[Column, str], str], currency: str) -> Row:
    texts: dict[Language, dict[str, str]] = {}
    plain: dict[Column, str] = {}
    more: dict[str, int] = {}
    for (column, of), written in given.items():
        cell = written.removeprefix("'")
        if column in TEXTS:
            if len(cell) > _LIMITS[column]:
                raise _Refused(Fault.TITLE, cell)
            language: Language = next(each for each in LANGUAGES if each == of)
            texts.setdefault(language, {})[column.value] = cell
        elif of.startswith("@"):
            more[of[1:]] = _count(cell)
        else:
            plain[column] = cell
    return Row(
        line=line,
        sku=sku,
        texts=texts,
        price=_price(plain[C.PRICE], currency) if C.PRICE in plain else None,
        cost=_cost(plain[C.COST], currency) if C.COST in plain else None,
        count=_count(plain[C.COUNT]) if C.COUNT in plain else None,
        place=plain.get(C.PLACE, ""),
        category=plain[C.CATEGORY][:200] if C.CATEGORY in plain else None,
        size=plain[C.SIZE][:60] if C.SIZE in plain else None,
        year=_year(plain[C.YEAR]) if C.YEAR in plain else None,
        barcode=plain[C.BARCODE][:64] if C.BARCODE in plain else None,
        hidden=_hidden(plain[C.HIDDEN]) if C.HIDDEN in plain else None,
        more=more,
    )


def _price(said: str, currency: str) -> int:
    # a spreadsheet writes 1200.5 where people write 1200,50
    plain = re.fullmatch(r"(\d{1,9})[.,](\d)", said)
    try:
        reading = parse_price(f"{plain[1]}.{plain[2]}0" if plain else said, currency)
    except ShopError as trouble:
        raise _Refused(Fault.PRICE, said) from trouble
    if reading.settled is None:  # 12.000: twelve, or twelve thousand
        raise _Refused(Fault.PRICE, said)
    return reading.settled


def _cost(said: str, currency: str) -> int:
    """As a price, and 0 is one."""
    if re.fullmatch(r"0+([.,]0{1,2})?", said):
        return 0
    try:
        return _price(said, currency)
    except _Refused as refused:
        raise _Refused(Fault.COST, said) from refused


def _count(said: str) -> int:
    try:
        return parse_quantity(said)
    except ShopError as trouble:
        raise _Refused(Fault.COUNT, said) from trouble


def _year(said: str) -> int:
    if not re.fullmatch(r"[12]\d{3}", said):
        raise _Refused(Fault.YEAR, said)
    return int(said)


def _hidden(said: str) -> bool:
    word = said.casefold()
    if word not in _YES | _NO:
        raise _Refused(Fault.HIDDEN, said)
    return word in _YES


def plan(
    rows: Sequence[Row],
    problems: Sequence[Problem],
    known: Mapping[str, Known],
    places: Mapping[str, LocationId],
    default: LocationId,
    total: int,
    taken: Collection[str] = (),
) -> Plan:
    """What these rows would change. `known` by SKU, `places` by code and title, both in lower case.

    `taken`: SKUs that works bear which are not on the books, drafts for example.
    """
    differences: list[Difference] = []
    new: list[Row] = []
    coming: dict[str, int] = {}
    wrong = list(problems)
    same: set[str] = set()
    met: set[str] = set()
    for row in rows:
        nowhere = next((each for each in (row.place, *row.more) if each and each.casefold() not in places), "")
        if nowhere:
            wrong.append(Problem(row.line, row.sku, Fault.PLACE, nowhere[:60]))
            continue
        work = known.get(row.sku.casefold())
        if work is None:
            key = row.sku.casefold()
            if key in coming:
                # a new work, counted at one place more
                first = new[coming[key]]
                if first.counts and row.place and all(first.counts):
                    new[coming[key]] = replace(first, more={**first.more, **row.counts})
                else:
                    wrong.append(Problem(row.line, row.sku, Fault.TWICE, row.sku))
                continue
            fault = Fault.TAKEN if key in taken else _lacks(row)
            if fault is not None:
                wrong.append(Problem(row.line, row.sku, fault, row.sku))
                continue
            if key:
                coming[key] = len(new)
            new.append(row)
            continue
        met.add(work.sku)
        found = list(_differences(row, work, places, default))
        differences += found
        if not found:
            same.add(work.sku)
    changed = {each.sku for each in differences}
    order = sorted(wrong, key=lambda each: each.line)
    return Plan(tuple(rows), tuple(differences), tuple(new), tuple(order), len(same - changed), total - len(met))


def _lacks(row: Row) -> Fault | None:
    """What keeps a row from becoming a new work."""
    if not any("title" in said for said in row.texts.values()):
        return Fault.UNKNOWN
    return Fault.NO_PRICE if row.price is None else None


def _differences(row: Row, work: Known, places: Mapping[str, LocationId], default: LocationId) -> Iterator[Difference]:
    for language, said in row.texts.items():
        for what, text in said.items():
            before = work.texts.get(language, {}).get(what)
            if before != text and (what == "title" or language in work.texts or "title" in said):
                yield Difference(work.sku, f"{what}:{language}", before, text)
    for what in ("price", "cost", "size", "year", "barcode", "category"):
        after = getattr(row, what)
        before = getattr(work, what)
        if after is not None and after != before and not (what == "category" and after.casefold() == before.casefold()):
            yield Difference(work.sku, what, before, after)
    if row.hidden is not None and row.hidden is not work.hidden:
        yield Difference(work.sku, "hidden", int(work.hidden), int(row.hidden))
    for where, count in row.counts.items():
        place = places[where.casefold()] if where else min(work.on_hand, default=default)
        # as `/stock` does: without a place it is the number of all, put right at the first
        elsewhere = 0 if where else sum(pieces for at, pieces in work.on_hand.items() if at != place)
        wanted, there = max(count - elsewhere, 0), work.on_hand.get(place, 0)
        if wanted != there:
            yield Difference(work.sku, "count", there, wanted, place)
