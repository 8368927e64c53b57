"""How does a work look, wherever it is shown by words? Title, what it is made of, price, what is left."""

from bot.shop.catalogue.values import Card, Kind
from bot.shop.stock.values import Availability
from bot.telegram import wording
from bot.telegram.texts import Html, Texts, joined

_LONG = 200


def described(card: Card, texts: Texts, *, priced: bool = True) -> Html:
    """Title, technique, size, year, copy, price (the old one struck): the upper lines of every card."""
    copy = ""
    if card.edition_size:
        number = card.edition_number
        copy = (
            texts.plain("look-copy", number=str(number), total=str(card.edition_size))
            if number
            else texts.plain("look-edition", total=str(card.edition_size))
        )
    facts = (
        clipped(card.technique or "", _LONG),
        wording.size(card.size, texts.language) if card.size else "",
        str(card.year or ""),
        copy,
    )
    return joined(
        [
            texts("look-title", title=clipped(card.title, _LONG)),
            " · ".join(fact for fact in facts if fact),
            price(card, texts) if priced else "",
        ]
    )


def price(card: Card, texts: Texts) -> Html:
    """The price in bold, a higher old one struck before it."""
    now = wording.money(card.price.minor, card.price.currency, texts.language)
    old = card.old_price_minor
    if old is None or old <= card.price.minor:
        return texts("look-price", price=now)
    return texts("look-price-lower", price=now, old=wording.money(old, card.price.currency, texts.language))


def left(kind: Kind, free: Availability, texts: Texts) -> Html:
    """What can be bought now; a held piece may come back, a sold one does not."""
    if free.available > 1:
        return texts("look-pieces", count=free.available)
    if free.available == 1:
        return texts("look-only-one" if kind is Kind.ONE_OF_A_KIND else "look-last")
    return texts("look-held" if free.reserved > 0 else "look-sold")


def clipped(text: str, limit: int) -> str:
    """At most so many characters, an ellipsis in place of the rest."""
    return text if len(text) <= limit else f"{text[: limit - 1].rstrip()}…"


def label(emoji: str, text: str, end: str = "", limit: int = 20) -> str:
    """A button's label of at most `limit` characters: the middle gives way."""
    room = limit - len(emoji) - 1 - (len(end) + 3 if end else 0)
    middle = clipped(text, max(room, 3))
    return f"{emoji} {middle} · {end}" if end else f"{emoji} {middle}"
