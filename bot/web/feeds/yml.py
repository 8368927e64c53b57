"""How does the catalogue read as YML, the price list of Yandex?

Order of elements and required fields: https://yandex.ru/support/marketplace/assortment/fields/ and the older shops.dtd,
which is the stricter one. Currencies and categories come before the offers. `available="false"` alone would mean "to
order", so what is sold out also says `count` 0.
"""

from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import Final

from bot.basics.money import decimal_text
from bot.basics.price_lists import NO_SHELF
from bot.shop.exchange.values import Offered
from bot.web.feeds.head import FeedHead, blurb, cdata, clean, cut, quoted, said

TYPE: Final = "application/xml; charset=utf-8"
MOST_PICTURES: Final = 10
MOST_NAME: Final = 150
MOST_DESCRIPTION: Final = 3000


def opening(at: datetime) -> str:
    """The first line and the root, whose date is the moment of this content."""
    date = at.isoformat(timespec="minutes")
    return f'<?xml version="1.0" encoding="UTF-8"?>\n<yml_catalog date="{date}">\n'


def before(head: FeedHead) -> str:
    parts = [
        "<shop>\n",
        f"<name>{said(cut(head.name, 100))}</name>\n<company>{said(cut(head.company, 200))}</company>\n",
        f"<url>{said(head.url)}</url>\n",
        f'<currencies><currency id="{head.currency}" rate="1"/></currencies>\n<categories>\n',
    ]
    for each in head.categories:
        parent = f' parentId="{each.parent}"' if each.parent else ""
        parts.append(f'<category id="{each.id}"{parent}>{said(each.title)}</category>\n')
    parts.append(f'<category id="{NO_SHELF}">{said(head.word("feed-other"))}</category>\n</categories>\n<offers>\n')
    return "".join(parts)


def offers(head: FeedHead, works: Sequence[Offered]) -> str:
    """Works that this channel offers; what is sold out too, so that the other side sets it to nothing."""
    return "".join("".join(_offer(head, work)) for work in works if work.here and work.for_sale)


def _offer(head: FeedHead, work: Offered) -> Iterator[str]:
    text = work.text(head.language)
    known = {int(each.id) for each in head.categories}
    yield f'<offer id={quoted(work.sku)} available="{"true" if work.listed else "false"}">'
    yield f"<url>{said(head.link(work))}</url><price>{decimal_text(work.price.minor)}</price>"
    if work.old_price_minor and work.old_price_minor > work.price.minor:
        yield f"<oldprice>{decimal_text(work.old_price_minor)}</oldprice>"
    yield f"<currencyId>{work.price.currency}</currencyId>"
    yield f"<categoryId>{work.category if work.category in known else NO_SHELF}</categoryId>"
    for photo in work.photos[:MOST_PICTURES]:
        yield f"<picture>{said(head.picture(photo.sha256))}</picture>"
    yield "<pickup>true</pickup>"
    yield f"<name>{said(cut(text.title, MOST_NAME))}</name><vendor>{said(cut(head.name, 100))}</vendor>"
    yield f"<description>{cdata(cut(clean(blurb(work, head.language)), MOST_DESCRIPTION))}</description>"
    if work.barcode:
        yield f"<barcode>{said(work.barcode)}</barcode>"
    for name, value in (("feed-technique", text.technique), ("feed-size", work.size), ("feed-year", work.year)):
        if value:
            yield f"<param name={quoted(head.word(name))}>{said(str(value))}</param>"
    if work.edition_size:
        run = f"{work.edition_number}/{work.edition_size}" if work.edition_number else str(work.edition_size)
        yield f"<param name={quoted(head.word('feed-edition'))}>{run}</param>"
    yield f"<count>{work.listed}</count></offer>\n"


def after() -> str:
    return "</offers>\n</shop>\n</yml_catalog>\n"
