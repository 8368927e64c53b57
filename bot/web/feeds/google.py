"""How does the catalogue read as a product feed of Google's: RSS 2.0 with the namespace `g`?

Required: id, title, description, link, image_link, availability, price; brand, and `identifier_exists` no where there
is no GTIN (https://support.google.com/merchants/answer/7052112). A struck price is `price`, the present one
`sale_price`.
"""

from collections.abc import Iterator, Sequence
from typing import Final

from bot.basics.money import decimal_text
from bot.shop.exchange.values import Offered
from bot.web.feeds.head import FeedHead, blurb, clean, cut, said

TYPE: Final = "application/rss+xml; charset=utf-8"
MOST_TITLE: Final = 150
MOST_DESCRIPTION: Final = 5000
MOST_MORE_PICTURES: Final = 10
MOST_ID: Final = 50


def before(head: FeedHead) -> str:
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        '<rss version="2.0" xmlns:g="http://base.google.com/ns/1.0">\n<channel>\n'
        f"<title>{said(head.name)}</title>\n<link>{said(head.url)}</link>\n"
        f"<description>{said(head.company)}</description>\n"
    )


def items(head: FeedHead, works: Sequence[Offered]) -> str:
    """Works with a picture: without one Google refuses the item."""
    return "".join("".join(_item(head, work)) for work in works if work.here and work.for_sale and work.photos)


def _item(head: FeedHead, work: Offered) -> Iterator[str]:
    text = work.text(head.language)
    name = work.sku if len(work.sku) <= MOST_ID else f"v{work.variant}"
    price = f"{decimal_text(work.price.minor)} {work.price.currency}"
    yield f"<item><g:id>{said(name)}</g:id><g:title>{said(cut(text.title, MOST_TITLE))}</g:title>"
    yield f"<g:description>{said(cut(clean(blurb(work, head.language)), MOST_DESCRIPTION))}</g:description>"
    yield f"<g:link>{said(head.link(work))}</g:link>"
    yield f"<g:image_link>{said(head.picture(work.photos[0].sha256))}</g:image_link>"
    for photo in work.photos[1 : MOST_MORE_PICTURES + 1]:
        yield f"<g:additional_image_link>{said(head.picture(photo.sha256))}</g:additional_image_link>"
    yield f"<g:availability>{'in_stock' if work.listed else 'out_of_stock'}</g:availability>"
    if work.old_price_minor and work.old_price_minor > work.price.minor:
        yield f"<g:price>{decimal_text(work.old_price_minor)} {work.price.currency}</g:price>"
        yield f"<g:sale_price>{price}</g:sale_price>"
    else:
        yield f"<g:price>{price}</g:price>"
    yield f"<g:condition>new</g:condition><g:brand>{said(cut(head.name, 70))}</g:brand>"
    if _is_gtin(work.barcode):
        yield f"<g:gtin>{work.barcode}</g:gtin>"
    else:
        yield "<g:identifier_exists>no</g:identifier_exists>"
    if shelf := head.shelf(work.category):
        yield f"<g:product_type>{said(cut(shelf, 750))}</g:product_type>"
    yield "</item>\n"


def after() -> str:
    return "</channel>\n</rss>\n"


def _is_gtin(code: str | None) -> bool:
    """8, 12, 13 or 14 digits whose last one checks the others (GS1 General Specifications, 7.9)."""
    if not code or not code.isascii() or not code.isdigit() or len(code) not in (8, 12, 13, 14):
        return False
    total = sum(int(digit) * (3 if place % 2 else 1) for place, digit in enumerate(reversed(code)))
    return total % 10 == 0
