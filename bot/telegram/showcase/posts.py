"""What does a post of works show? A pure function of the state, in the shop's language."""

import hashlib
from typing import Final

from aiogram.types import InlineKeyboardButton

from bot.shop.catalogue.values import PhotoRef
from bot.shop.showcase.values import MOST_WORKS, Exhibit, Form, Shown, SoldPosts
from bot.telegram import wording
from bot.telegram.buyer.limits import cut_to_fit
from bot.telegram.screen import Screen, link, rows
from bot.telegram.showcase.look import described, left, with_description
from bot.telegram.texts import Html, Texts, joined

SOURCE: Final = "post"
"""Where a visitor of a post came from, in the deep link; the two others open what they are named after."""
SIMILAR: Final = "similar"
LIKE: Final = "like"
_TITLE_IN_LIST: Final = 45


def pictures(shown: Shown) -> tuple[PhotoRef, ...]:
    """The photos a post is sent with: the first one of each work, or all of the one work of an album."""
    if shown.post.form is Form.COLLECTION:
        return tuple(each.card.photos[0] for each in shown.exhibits if each.card.photos)[:MOST_WORKS]
    photos = tuple(photo for each in shown.exhibits for photo in each.card.photos)
    return photos[:MOST_WORKS] if shown.post.form is Form.ALBUM else photos[:1]


def look(shown: Shown, texts: Texts, bot_username: str) -> Screen:
    """The words and the buttons; an album has none, so its links stand in the words."""
    photos = pictures(shown)
    if shown.post.form is Form.COLLECTION:
        return Screen(_collection(shown, texts, bot_username), photo=photos[0] if photos else None)
    exhibit = shown.exhibits[0]
    ways = _ways(exhibit, shown.rule, texts, bot_username)
    if len(photos) < 2:
        text = with_description(_single(exhibit, texts), exhibit.card)
        return Screen(text, rows(*ways), photos[0] if photos else None)
    links = joined(texts("post-link", label=each.text, url=each.url or "") for each in ways)
    text = with_description(_single(exhibit, texts), exhibit.card, links)
    return Screen(joined([text, links], "\n\n"), photo=photos[0])


def digest(screen: Screen) -> str:
    """Equal digests, equal posts. The part before the dot is the photo alone: without a new one a caption is edited."""
    seen = "\n".join([screen.text, *(f"{button.text} {button.url}" for row in screen.rows for button in row)])
    return f"{screen.photo.id if screen.photo else 0}.{hashlib.sha256(seen.encode()).hexdigest()[:32]}"


def way(bot_username: str, payload: str = "") -> str:
    """A deep link into the bot."""
    return f"https://t.me/{bot_username}" + (f"?start={payload}" if payload else "")


def _single(exhibit: Exhibit, texts: Texts) -> Html:
    """A sold work says so first, and its price is nobody's business any more."""
    if exhibit.sold:
        return joined([texts("post-sold"), described(exhibit.card, texts, priced=False)])
    state = left(exhibit.card, exhibit.free, texts) if exhibit.listed else texts("post-withdrawn")
    return joined([described(exhibit.card, texts), state])


def _ways(exhibit: Exhibit, rule: SoldPosts, texts: Texts, bot_username: str) -> list[InlineKeyboardButton]:
    card = exhibit.card
    if exhibit.on_offer:
        return [link(texts.plain("post-buy"), way(bot_username, f"p_{card.product}-s_{SOURCE}"), "primary")]
    if not exhibit.listed:
        shelf = f"c_{card.category or 0}-s_{SOURCE}"
        return [link(texts.plain("post-similar" if card.category else "post-catalogue"), way(bot_username, shelf))]
    if rule is SoldPosts.BARE:
        return []
    return [
        link(texts.plain("post-similar"), way(bot_username, f"p_{card.product}-s_{SIMILAR}")),
        link(texts.plain("post-like"), way(bot_username, f"p_{card.product}-s_{LIKE}")),
    ]


def _collection(shown: Shown, texts: Texts, bot_username: str) -> Html:
    lines = joined(_line(each, shown.rule, texts, bot_username) for each in shown.exhibits)
    return joined([texts("post-collection"), lines], "\n\n")


def _line(exhibit: Exhibit, rule: SoldPosts, texts: Texts, bot_username: str) -> Html:
    """Each title is the way to its work: to similar ones where it has found its owner."""
    card = exhibit.card
    title = wording.quoted(cut_to_fit(card.title, _TITLE_IN_LIST), texts.language)
    if not exhibit.listed or (exhibit.sold and rule is SoldPosts.BARE):
        return texts("post-line-sold" if exhibit.sold else "post-line-withdrawn", title=title)
    source = SIMILAR if exhibit.sold else SOURCE
    linked = texts("post-link", label=title, url=way(bot_username, f"p_{card.product}-s_{source}"))
    if exhibit.sold:
        return texts("post-line-sold", title=linked)
    price = wording.money(card.price.minor, card.price.currency, texts.language)
    if exhibit.free.available <= 0:
        return texts("post-line-held", title=linked, price=price)
    return texts("post-line", title=linked, price=price)
