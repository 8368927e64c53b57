"""How is a seller's caption read: title, price, count, size, year, edition, technique, the rest?

The title comes first; the price is the number standing alone between separators that is not a size, a year or a count,
and a currency mark settles it. What is not sure is returned as several readings; what is wrong is refused whole.
"""

import re
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Final

from bot.basics.errors import ShopError
from bot.basics.money import MAX_MINOR
from bot.basics.typed import (
    AMOUNT,
    BARE_YEAR,
    COUNT_ALONE,
    MONEY_ALONE,
    MONEY_INSIDE,
    NUMBERISH,
    PIECES,
    SIDE,
    SIDES_INSIDE,
    YEAR,
    clean,
    currency_of,
    find_size,
    inside_number,
    money_readings,
    whole_number,
)
from bot.shop.captions import errors
from bot.shop.captions.values import LABEL, LABELS, MATERIAL, CaptionKind, Edition, ParsedCaption, PriceReading

TITLE_LIMIT: Final = 200
QUANTITY_LIMIT: Final = 1_000_000
READINGS_LIMIT: Final = 4
"""More than that is no question that buttons can ask."""
_PROSE_WORDS: Final = 6
"""A longer piece is a sentence about the work, not one of its facts."""

_I: Final = re.IGNORECASE
_COUNT_AT_PRICE: Final = re.compile(rf"(?P<count>[0-9]+ ?{PIECES}) (?:по|po|at|@) (?P<price>.+)", _I)
_RUN_WORD: Final = (
    r"(?:(?:лимитированный |ограниченный )?тираж|(?:limited )?edition(?: of)?|ed\.(?: of)?|nakład|edycja)"
)
_EDITION: Final = re.compile(
    rf"(?P<word>(?:{_RUN_WORD}|экз(?:емпляр|\.)?|print|copy|egz(?:emplarz|\.)?|№) ?:? ?)?"
    rf"(?P<number>[0-9]{{1,7}})(?: ?/ ?| из | of | z )(?P<total>[0-9]{{1,7}})(?: ?{PIECES})?",
    _I,
)
_RUN: Final = re.compile(rf"{_RUN_WORD} ?:? ?(?P<total>-?[0-9][0-9 ]*?)(?: ?{PIECES})?", _I)
_EDITION_INSIDE: Final = re.compile(r"(?<!\S)(?P<number>[0-9]{1,4})/(?P<total>[0-9]{1,4})(?!\S)")

_SOFT: Final = re.compile(r" [—–/•·-] ")
_QUOTED: Final = re.compile(r"[«„“\"](?P<title>[^«»„“”\"\n]+)[»”“\"]\s*(?=$|[\n,;|—–0-9₽€$-])")
_HASHTAG: Final = re.compile(r"(?<!\S)#(?P<tag>[^\W\d]\w*)")
_TRIM: Final = " \n.,:;|—–-•·/"


def parse_caption(text: str, currency: str | None = None) -> ParsedCaption:
    """Read a caption of a photo; `currency` is the shop's, so that a mark of another one is refused.

    Raises one of the refusals of this feature: a caption counts whole or not at all.
    """
    found = _Found()
    body = _HASHTAG.sub(found.take_hashtag, clean(text))
    quoted = _QUOTED.match(body.strip())
    if quoted:
        found.title = quoted["title"].strip()
        body = body.strip()[quoted.end() :]
    for number, line in enumerate(line.strip() for line in body.split("\n") if line.strip(" ,;|")):
        parts = _split(line)
        if number and any(len(part.split()) > _PROSE_WORDS for part in parts):
            found.rest.append([line])
            continue
        found.rest.append([])
        if not found.title and not found.first_number:
            if not any(_is_fact(part) for part in parts):
                parts = [line.strip(_TRIM)]
            found.take_title(parts.pop(0))
        for part in parts:
            if not found.take(part):
                found.rest[-1].append(part)
    return found.caption(currency)


def parse_price(text: str, currency: str | None = None) -> PriceReading:
    """Read a price typed alone. Raises BadPrice, PriceNotPositive, PriceTooLarge or OtherCurrency."""
    said = clean(text).strip()
    labelled = LABEL.fullmatch(said)
    if labelled and (labelled["price"] or LABELS.get(labelled["word"].lower()) == "price"):
        said = labelled["sum"] or labelled["value"]
    match = MONEY_ALONE.fullmatch(said)
    if match is None:
        raise errors.BadPrice(said)
    return _one_currency([_reading(match, said)], currency)


def parse_quantity(text: str) -> int:
    """Read a count typed alone, 0 included. Raises BadQuantity or QuantityTooLarge."""
    said = clean(text).strip()
    counted = COUNT_ALONE.fullmatch(said)
    digits = (counted["n"] or counted["m"]).strip() if counted else said
    number = whole_number(digits)
    if number is None:
        raise errors.BadQuantity(said)
    if len(number) > len(str(QUANTITY_LIMIT)) or int(number) > QUANTITY_LIMIT:
        raise errors.QuantityTooLarge(QUANTITY_LIMIT)
    return int(number)


def parse_size(text: str) -> str:
    """Read a size typed alone: `40x50` → `40 × 50 см`, `16x20"` → `16 × 20 ″`, `A4`. Raises BadSize."""
    said = clean(text).strip()
    size = find_size(f"{said} см" if re.fullmatch(SIDE, said) else said)
    if size is None:
        raise errors.BadSize(said)
    return size


@dataclass(slots=True)
class _Found:
    """What has been read so far."""

    title: str = ""
    first_number: str = ""
    """A bare number where the title stands: a title (`1984`) only if a price follows."""
    prices: list[tuple[str, PriceReading]] = field(default_factory=list)
    marked: list[PriceReading] = field(default_factory=list)
    years: list[tuple[int, PriceReading]] = field(default_factory=list)
    spare: list[str] = field(default_factory=list)
    quantity: int | None = None
    size: str | None = None
    year: int | None = None
    edition: Edition | None = None
    technique: list[str] = field(default_factory=list)
    hints: list[str] = field(default_factory=list)
    rest: list[list[str]] = field(default_factory=list)
    refusal: ShopError | None = None
    """Why the only thing that looked like a price is none."""

    def take_hashtag(self, match: re.Match[str]) -> str:
        self.hints.append(match["tag"].replace("_", " ").lower())
        return ""

    def take_title(self, part: str) -> None:
        """The first part: a title, perhaps with a marked price or a size beside it."""
        labelled = LABEL.fullmatch(part)
        if labelled and labelled["word"] and LABELS.get(labelled["word"].lower()) == "title":
            part = labelled["value"]
        if re.fullmatch(AMOUNT, part):
            self.first_number = part
            return
        if self.take_alone(part):
            raise errors.NoTitle
        title = self._without_price_and_size(part).strip(_TRIM)
        quoted = re.fullmatch('[«„“"]([^«»„“”"]+)[»”“"]', title)
        self.title = quoted[1] if quoted else title

    def take(self, part: str) -> bool:
        """Whether the part holds facts, which are noted then. Raises when one cannot be."""
        return self.take_alone(part) or self._take_mixed(part)

    def take_alone(self, part: str) -> bool:
        """As `take`, for a part that is one fact and nothing else."""
        labelled = LABEL.fullmatch(part)
        if labelled:
            return self._take_labelled(labelled)
        at_price = _COUNT_AT_PRICE.fullmatch(part)
        if at_price and MONEY_ALONE.fullmatch(at_price["price"]):
            return self._take_count(at_price["count"]) and self._take_price(at_price["price"], settled=True)
        count = COUNT_ALONE.fullmatch(part)
        if count:
            return self._take_count(part)
        edition = _find_edition(part)
        if edition:
            return self._take_once("edition", edition, part)
        year = YEAR.fullmatch(part)
        if year:
            return self._take_once("year", int(year["a"] or year["b"] or year["c"]), part)
        size = find_size(part)
        if size:
            return self._take_once("size", size, part)
        return self._take_price(part)

    def caption(self, currency: str | None) -> ParsedCaption:
        """Everything together. Raises what is missing."""
        title = " ".join((self.title or self.first_number).split())
        if not any(character.isalnum() for character in title):
            raise errors.NoTitle
        if len(title) > TITLE_LIMIT:
            raise errors.TitleTooLong(TITLE_LIMIT, len(title))
        price = self._price(currency)
        quantity = 1 if self.quantity is None else self.quantity
        kind = CaptionKind.EDITION if self.edition else CaptionKind.ONE_OF_A_KIND
        if quantity > 1 and not self.edition:
            kind = CaptionKind.ORDINARY
        technique = ", ".join(self.technique) or None
        lines = [", ".join(parts) for parts in (*self.rest, self.spare) if parts]
        words = re.findall(r"[^\W\d_]{3,}", f"{technique or ''} {title}".lower())
        return ParsedCaption(
            title=title,
            price=price,
            quantity=quantity,
            kind=kind,
            technique=technique,
            size=self.size,
            year=self.year,
            edition=self.edition,
            category_hints=tuple(dict.fromkeys((*self.hints, *words))),
            description="\n".join(lines),
        )

    def _take_labelled(self, labelled: re.Match[str]) -> bool:
        if labelled["sum"]:
            return self._take_price(labelled["sum"], settled=True)
        meaning, value = LABELS.get(labelled["word"].lower(), "technique"), labelled["value"]
        match meaning:
            case "price":
                if not self._take_price(value, settled=True):
                    raise errors.BadPrice(value)
            case "category":
                self.hints.insert(0, value.lower())
            case "technique":
                self.technique.append(value)
            case _:
                self.rest[-1].append(value)
        return True

    def _take_once(self, name: str, value: object, part: str) -> bool:
        """Note the first size, year or edition; a second one is told in the description."""
        if getattr(self, name) in (None, value):
            setattr(self, name, value)
        else:
            self.rest[-1].append(part)
        return True

    def _take_count(self, part: str) -> bool:
        quantity = parse_quantity(part)
        if quantity == 0:
            raise errors.QuantityZero
        if self.quantity not in (None, quantity):
            raise errors.SeveralQuantities
        self.quantity = quantity
        return True

    def _take_price(self, part: str, *, settled: bool = False) -> bool:
        match = MONEY_ALONE.fullmatch(part)
        if match is None:
            if not NUMBERISH.fullmatch(part):
                return False
            self.refusal = self.refusal or errors.BadPrice(part)
            self.spare.append(part)
            return True
        settled = settled or bool(match["front"] or match["back"])
        try:
            price = _reading(match, part)
        except ShopError as refusal:
            if settled:
                raise
            self.refusal = self.refusal or refusal
            self.spare.append(part)
            return True
        if settled:
            self.marked.append(price)
        elif BARE_YEAR.fullmatch(part):
            self.years.append((int(part), price))
        else:
            self.prices.append((part, price))
        return True

    def _take_mixed(self, part: str) -> bool:
        """A few words with a marked price, a size or an edition among them, or a technique."""
        if len(part.split()) > 2 * _PROSE_WORDS:
            return False
        remainder = self._without_price_and_size(part)
        inside = _EDITION_INSIDE.search(remainder)
        edition = _find_edition(inside[0]) if inside else None
        if inside and edition and not self.edition:
            self.edition = edition
            remainder = remainder[: inside.start()] + remainder[inside.end() :]
        remainder = remainder.strip(_TRIM)
        if remainder.startswith("(") and remainder.endswith(")"):
            remainder = remainder[1:-1]
        if remainder != part.strip(_TRIM):
            if remainder and not self.take(remainder):
                self.rest[-1].append(remainder)
            return True
        if len(part.split()) <= _PROSE_WORDS and MATERIAL.search(part):
            self.technique.append(part)
            return True
        return False

    def _without_price_and_size(self, part: str) -> str:
        for match in _marked(part):
            self.marked.append(_reading(match, match[0]))
            part = part.replace(match[0], " ", 1)
        sides = SIDES_INSIDE.search(part)
        if sides and not self.size:
            self.size = find_size(sides[0])
            part = part[: sides.start()] + part[sides.end() :]
        return " ".join(part.split())

    def _price(self, currency: str | None) -> PriceReading:
        explicit = self.year is not None
        bare = [price for _, price in self.prices]
        pool = self.marked or bare + [price for _, price in self.years if explicit or not bare]
        if self.marked:
            self.spare.extend(text for text, _ in self.prices)
        if len(self.years) == 1 and not explicit and (self.marked or bare):
            self.year = self.years[0][0]
        elif not any(price in pool for _, price in self.years):
            self.spare.extend(str(year) for year, _ in self.years)
        if not pool and not self.refusal:  # a sentence may name a price too, if nothing else does
            sentences = "\n".join(text for parts in self.rest for text in parts)
            pool = [_reading(match, match[0]) for match in _marked(sentences)]
        if not pool:
            raise self.refusal or (errors.NoTitle() if self.first_number else errors.NoPrice())
        return _one_currency(pool, currency)


def _split(line: str) -> list[str]:
    """The parts of one line; a dash separates only where one of its sides is a fact (a title may hold a dash)."""
    parts: list[str] = []
    for piece in re.split(r"[;|]", line):
        start = 0
        for comma in re.finditer(",", piece):
            if not inside_number(piece, comma.start()):
                parts.append(piece[start : comma.start()])
                start = comma.end()
        parts.append(piece[start:])
    return [bit for part in parts for bit in _split_softly(part.strip()) if bit.strip(_TRIM)]


def _split_softly(part: str) -> list[str]:
    if _is_fact(part, alone=True):
        return [part]
    bits: list[str] = []
    start = 0
    marks = list(_SOFT.finditer(part))
    ends = [*(mark.start() for mark in marks), len(part)]
    for mark, (end, next_end) in zip(marks, pairwise(ends), strict=True):
        if _is_fact(part[start:end].strip()) or _is_fact(part[mark.end() : next_end].strip()):
            bits.append(part[start:end].strip())
            start = mark.end()
    return [*bits, part[start:].strip()]


def _is_fact(part: str, *, alone: bool = False) -> bool:
    scratch = _Found(rest=[[]])
    try:
        return scratch.take_alone(part) if alone else scratch.take(part)
    except ShopError:
        return True


def _marked(text: str) -> list[re.Match[str]]:
    return [match for match in MONEY_INSIDE.finditer(text) if match["front"] or match["back"]]


def _reading(match: re.Match[str], said: str) -> PriceReading:
    """What a matched price may mean. Raises BadPrice, PriceNotPositive or PriceTooLarge."""
    readings = money_readings(match)
    if not readings:
        raise errors.BadPrice(said)
    if (match.groupdict().get("sign") or "+").strip() != "+" or max(readings) <= 0:
        raise errors.PriceNotPositive
    small = tuple(sorted({reading for reading in readings if 0 < reading <= MAX_MINOR}))
    if not small:
        raise errors.PriceTooLarge(MAX_MINOR // 100)
    return PriceReading(small, currency_of(match))


def _one_currency(prices: list[PriceReading], currency: str | None) -> PriceReading:
    """All readings of one currency, the shop's if it is known. Raises OtherCurrency."""
    marks = [price.currency for price in prices if price.currency]
    if currency and marks and currency not in marks:
        raise errors.OtherCurrency(marks[0], currency)
    chosen = currency if currency in marks else (marks[0] if marks else None)
    readings = sorted({reading for price in prices if price.currency in (None, chosen) for reading in price.readings})
    return PriceReading(tuple(readings[:READINGS_LIMIT]), chosen)


def _find_edition(part: str) -> Edition | None:
    run = _RUN.fullmatch(part)
    if run:
        digits = run["total"].replace(" ", "")
        if not digits.isdigit() or not 0 < int(digits[:9]) <= QUANTITY_LIMIT:
            raise errors.BadEdition(part)
        return Edition(None, int(digits))
    copy = _EDITION.fullmatch(part)
    if copy is None:
        return None
    number, total = int(copy["number"]), int(copy["total"])
    if 1 <= number <= total <= QUANTITY_LIMIT:
        return Edition(number, total)
    if copy["word"]:
        raise errors.BadEdition(part)
    return None
