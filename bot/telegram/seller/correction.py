"""What does a seller's text change about a draft: everything, or only what it names?"""

import re
from dataclasses import replace
from typing import Final

from bot.basics.errors import ShopError
from bot.basics.languages import Language
from bot.basics.money import decimal_text
from bot.basics.typed import MONEY_ALONE, PIECES, clean
from bot.shop.captions.errors import NoPrice, NoTitle
from bot.shop.captions.rules import parse_caption
from bot.shop.captions.values import MATERIAL, ParsedCaption
from bot.shop.catalogue.values import Card, Kind, NewWork
from bot.shop.sales.errors import BadCost
from bot.shop.sales.rules import parse_cost

_ONE_PIECE: Final = re.compile(rf"(?<![\d.,])1 ?{PIECES}", re.IGNORECASE)
_CARE: Final = re.compile(r"(?:^|[\n,;|])\s*(?:уход|care|pielęgnacja) ?[:=—–] ?(?P<care>[^\n]+)", re.IGNORECASE)
_COST: Final = re.compile(
    r"(?:^|[\n,;|])\s*(?:(?P<sure>себестоимость|cost price|koszt własny)|cost|koszt)(?!\w) ?(?P<mark>[:=—–-]?) ?",
    re.IGNORECASE,
)
"""What comes after it never becomes a text that buyers read; the short words need a mark or a number behind them."""
_CERTIFICATE: Final = re.compile(
    r"(?P<begin>^|[\n,;|])\s*(?:с |with (?:a )?|z )?(?:сертификат(?:ом)?|certificate|certyfikat(?:em)?)"
    r"(?: подлинности| of authenticity| autentyczności)?\s*(?=$|[\n,;|.])",
    re.IGNORECASE,
)
"""A part of a caption of its own; with a "no" before it, it says nothing."""
_MOST_CARE: Final = 300
_ANY_PRICE: Final = "1,00 ₽"
_ANY_TITLE: Final = "Title"
_LONG: Final = 200


def read_caption(text: str, currency: str, language: Language) -> NewWork:
    """A caption as the shop takes it: care and certificate apart, the rest as every caption. Raises what one raises."""
    rest, care, certificate = _apart(clean(text))
    rest, cost = _without_cost(rest, currency)
    work = new_work(parse_caption(rest, currency), language)
    return replace(work, care=care, certificate=certificate, cost_minor=cost)


def _without_cost(text: str, currency: str) -> tuple[str, int | None]:
    """(the rest, what one piece cost). Raises BadCost where it is named and no sum follows."""
    for said in _COST.finditer(text):
        sum_of = MONEY_ALONE.match(text, said.end())
        ends = sum_of is not None and (not text[sum_of.end() :].strip() or text[sum_of.end()] in "\n,;|. ")
        if sum_of is not None and ends:
            return text[: said.start()] + text[sum_of.end() :], parse_cost(sum_of[0].strip(), currency)
        if said["sure"] or said["mark"]:
            raise BadCost
    return text, None


def _apart(text: str, *, alone: bool = False) -> tuple[str, str | None, bool]:
    """(the rest, how to care for the work, whether it has a certificate). `alone`: no title has to come first."""
    care = _CARE.search(text)
    if care is not None:
        text = text[: care.start()] + text[care.end() :]
    found = next((each for each in _CERTIFICATE.finditer(text) if alone or each["begin"]), None)
    if found is not None:
        text = text[: found.start()] + text[found.end() :]
    return text, care["care"].strip(" .")[:_MOST_CARE] if care else None, found is not None


def new_work(said: ParsedCaption, language: Language) -> NewWork:
    """A caption as the shop takes it; a price with several readings waits for the seller's choice."""
    settled = said.price.settled
    return NewWork(
        language=language,
        title=said.title,
        kind=Kind(said.kind.value),
        price_minor=settled,
        price_choices=() if settled is not None else said.price.readings,
        quantity=said.quantity,
        technique=said.technique[:_LONG] if said.technique else None,
        size=said.size[:60] if said.size else None,
        year=said.year,
        edition_number=said.edition.number if said.edition else None,
        edition_size=said.edition.total if said.edition else None,
        description=said.description or None,
    )


def corrected(text: str, card: Card, currency: str, language: Language) -> NewWork:
    """A whole new caption replaces everything; anything less changes what it names and leaves the rest.

    Raises what a caption raises, for what was typed.
    """
    try:
        return read_caption(text, currency, language)
    except (NoTitle, NoPrice) as missing:
        rest, care, certificate = _apart(clean(text).strip(), alone=True)
        rest, cost = _without_cost(rest, currency)
        was = _as_it_is(card, language)
        now = _merged(rest.strip(" ,;"), card, currency, language, missing) if rest.strip(" ,;") else was
        return replace(now, care=care or was.care, certificate=certificate or was.certificate, cost_minor=cost)


def _merged(text: str, card: Card, currency: str, language: Language, missing: ShopError) -> NewWork:
    was = _as_it_is(card, language)
    parts = [part.strip() for part in re.split(r"[,;\n]", text) if part.strip()]
    if parts and all(MATERIAL.search(part) and not re.search(r"\d", part) for part in parts):
        return replace(was, technique=", ".join(parts)[:_LONG])
    price = f"{decimal_text(card.price.minor)} {currency}" if card.price.minor else _ANY_PRICE
    sentence = f"{text}, {price}"
    if isinstance(missing, NoPrice):
        said, named, priced = parse_caption(sentence), True, False
    else:
        named = False
        try:
            said, priced = parse_caption(f"{_ANY_TITLE}, {text}", currency), True
        except NoPrice:
            said, priced = parse_caption(f"{_ANY_TITLE}, {sentence}"), False
    now = new_work(said, language)
    several = said.quantity != 1 or _ONE_PIECE.search(text)
    edition = said.edition is not None
    changed = replace(
        was,
        title=now.title if named else was.title,
        price_minor=now.price_minor if priced else was.price_minor,
        price_choices=now.price_choices if priced else was.price_choices,
        quantity=now.quantity if several else was.quantity,
        technique=now.technique or was.technique,
        size=now.size or was.size,
        year=now.year or was.year,
        edition_number=now.edition_number if edition else was.edition_number,
        edition_size=now.edition_size if edition else was.edition_size,
        description=now.description or was.description,
    )
    return replace(changed, kind=_kind(changed))


def _as_it_is(card: Card, language: Language) -> NewWork:
    return NewWork(
        language=language,
        title=card.title,
        kind=card.kind,
        price_minor=None if card.price_choices else card.price.minor,
        price_choices=card.price_choices,
        quantity=card.draft_quantity,
        technique=card.technique,
        size=card.size,
        year=card.year,
        edition_number=card.edition_number,
        edition_size=card.edition_size,
        description=card.description,
        care=card.care,
        certificate=card.certificate,
    )


def _kind(work: NewWork) -> Kind:
    if work.edition_size:
        return Kind.EDITION
    return Kind.ORDINARY if work.quantity > 1 else Kind.ONE_OF_A_KIND
