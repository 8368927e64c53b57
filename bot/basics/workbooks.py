"""How is the first sheet of a workbook (XLSX) read? Cell by cell, in one pass, whatever its corners are."""

import posixpath
import zipfile
import zlib
from typing import IO, Any, Final

from bot.basics.marked import FileRefused, walk

_UNPACKED: Final = 200_000_000
_PART: Final = 120_000_000
"""Of a part that is read."""
_ENTRIES: Final = 500
_TIMES: Final = 150
"""How many times larger a part of an honest workbook gets; a bomb grows a thousandfold."""
_STRINGS: Final = 600_000
_BOOK: Final = "xl/workbook.xml"
_PLAIN_ZEROS: Final = 15
"""Digits that a number of a workbook has."""


def first_sheet(source: IO[bytes], rows: int, columns: int) -> list[list[str]]:
    """Its rows by their numbers; a row without a word is empty. Raises FileRefused, for more than so many too."""
    try:
        with zipfile.ZipFile(source) as parts:
            _must_be_honest(parts.infolist())
            if _BOOK not in parts.namelist():
                raise FileRefused("file-unknown")
            return _Parts(parts).sheet(rows, columns)
    except (
        zipfile.BadZipFile,
        zlib.error,
        EOFError,
        KeyError,
        IndexError,
        NotImplementedError,
        RuntimeError,
    ) as broken:
        raise FileRefused("file-broken") from broken


def _must_be_honest(listed: list[zipfile.ZipInfo]) -> None:
    swells = any(part.file_size > 1_000_000 and part.file_size > _TIMES * part.compress_size for part in listed)
    if len(listed) > _ENTRIES or sum(part.file_size for part in listed) > _UNPACKED or swells:
        raise FileRefused("file-hostile")


class _Parts:
    def __init__(self, parts: zipfile.ZipFile) -> None:
        self._parts = parts

    def sheet(self, rows: int, columns: int) -> list[list[str]]:
        first: list[str] = []
        where: dict[str, str] = {}
        strings: list[str] = []

        def finds(name: str, has: dict[str, str]) -> None:
            if name == "sheet":
                first.extend(value for key, value in has.items() if key.endswith(":id"))
            elif name == "Relationship":
                target = posixpath.normpath(posixpath.join("/xl", has.get("Target", "")))[1:]
                where[has.get("Id", "")] = target
                if has.get("Type", "").endswith("/sharedStrings"):
                    where["strings"] = target

        self._walk(_BOOK, finds, lambda *_: None)
        self._walk("xl/_rels/workbook.xml.rels", finds, lambda *_: None)
        if where.get("strings") in self._parts.namelist():
            words = _Words(strings)
            self._walk(where["strings"], words.opens, words.closes)
        cells = _Cells(strings, rows, columns)
        self._walk(where[first[0]], cells.opens, cells.closes)
        return cells.table

    def _walk(self, name: str, opened: Any, closed: Any) -> None:
        part = self._parts.getinfo(name)
        if part.file_size > _PART:
            raise FileRefused("file-hostile")
        with self._parts.open(part) as source:
            walk(source, opened, closed)


class _Words:
    """The texts that cells only number; how they are pronounced is left out."""

    def __init__(self, strings: list[str]) -> None:
        self._strings, self._said, self._aside = strings, [""], False

    def opens(self, name: str, _: dict[str, str]) -> None:
        if name == "si":
            self._said = []
            if len(self._strings) >= _STRINGS:
                raise FileRefused("file-hostile")
        self._aside = self._aside or name == "rPh"

    def closes(self, name: str, text: str) -> None:
        if name == "t" and not self._aside:
            self._said.append(text)
        elif name == "rPh":
            self._aside = False
        elif name == "si":
            self._strings.append("".join(self._said).strip())


class _Cells:
    def __init__(self, strings: list[str], rows: int, columns: int) -> None:
        self.table: list[list[str]] = []
        self._strings, self._rows, self._columns = strings, rows, columns
        self._row = self._column = 0
        self._type, self._said, self._aside = "", [""], False
        self._letters: dict[str, int] = {}

    def opens(self, name: str, has: dict[str, str]) -> None:
        if name == "c":
            where = has.get("r")
            self._column = self._numbered(where) if where else self._column + 1
            self._type, self._said = has.get("t", "n"), []
        elif name == "row":
            self._row, self._column = int(has.get("r", self._row + 1)), 0
        elif name == "rPh":
            self._aside = True

    def closes(self, name: str, text: str) -> None:
        if name in ("v", "t") and not self._aside:
            self._said.append(text)
        elif name == "rPh":
            self._aside = False
        elif name == "c" and self._said:
            said = "".join(self._said).strip()
            if said and self._type == "s":
                said = self._strings[int(said)]
            elif said and self._type == "n":
                said = _number(said)
            if said:
                self._put(said)

    def _put(self, said: str) -> None:
        if self._row > self._rows:
            raise FileRefused("file-too-long", most=self._rows - 1)
        if self._column > self._columns:
            raise FileRefused("file-too-wide", most=self._columns)
        while len(self.table) < self._row:
            self.table.append([])
        row = self.table[self._row - 1]
        row.extend([""] * (self._column - len(row)))
        row[self._column - 1] = said

    def _numbered(self, where: str) -> int:
        """AB12: 28"""
        letters = where.rstrip("0123456789")
        if letters not in self._letters:
            number = 0
            for letter in letters[:4].upper():
                number = number * 26 + ord(letter) - 64
            if number < 1:
                raise FileRefused("file-broken")
            self._letters[letters] = number
        return self._letters[letters]


def _number(said: str) -> str:
    """As people write it: 12000, 1500.5."""
    number = float(said)
    return str(int(number)) if number.is_integer() and abs(number) < 10**_PLAIN_ZEROS else f"{number:.10g}"
