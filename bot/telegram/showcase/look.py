"""How does a work look where its seller or the showcase shows it? By the same words as on a buyer's card."""

from bot.shop.catalogue.values import Card
from bot.shop.stock.values import Availability
from bot.telegram.buyer import product_card
from bot.telegram.buyer.limits import LABEL_LIMIT, NAME_LIMIT, cut, cut_to_fit, seen_length, shorten
from bot.telegram.screen import CAPTION_LIMIT
from bot.telegram.texts import Html, Texts, escaped, joined

_TITLE = 200
_SHORTEST_DESCRIPTION = 40


def described(card: Card, texts: Texts, *, priced: bool = True) -> Html:
    """Title, technique, size, year, copy, price (the old one struck)."""
    return joined(
        [
            texts("card-title", title=cut(card.title, _TITLE)),
            product_card.about(card, texts),
            product_card.price(card, texts) if priced else "",
        ]
    )


def left(card: Card, free: Availability, texts: Texts) -> Html:
    """What can be bought now; a held piece may come back, a sold one does not."""
    return product_card.left(card, free.available, free.reserved, texts)


def with_description(text: Html, card: Card, room_for: Html | None = None) -> Html:
    """The description after an empty line, as far as it fits into a caption beside `room_for`."""
    room = CAPTION_LIMIT - seen_length(joined([text, room_for or ""])) - 4
    if not card.description or room < _SHORTEST_DESCRIPTION:
        return text
    return Html(f"{text}\n\n{escaped(cut_to_fit(card.description, room))}")


def label(emoji: str, text: str, end: str = "") -> str:
    """A button's label that fits: the middle gives way."""
    return _fitted(emoji, text, end, LABEL_LIMIT)


def named(emoji: str, text: str, end: str = "") -> str:
    """As `label`, for the name of a work or a place on a row of its own."""
    return _fitted(emoji, text, end, NAME_LIMIT)


def _fitted(emoji: str, text: str, end: str, limit: int) -> str:
    room = limit - len(emoji) - 1 - (len(end) + 3 if end else 0)
    middle = shorten(text, max(room, 3))
    return f"{emoji} {middle} · {end}" if end else f"{emoji} {middle}"
