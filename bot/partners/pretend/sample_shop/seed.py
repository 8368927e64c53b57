"""How does the sample shop get into an empty database? Through the same doors as a seller's own works."""

import asyncio
import hashlib
import io
import re
from datetime import UTC, datetime, time, timedelta
from typing import Final
from zoneinfo import ZoneInfo

from bot.basics.ids import CategoryId, CustomerId, ProductId
from bot.basics.languages import Language
from bot.partners.pretend.sample_shop import places
from bot.partners.pretend.sample_shop.values import Words, Work
from bot.partners.pretend.sample_shop.works import SHELVES, WORKS, picture
from bot.shop.catalogue.values import NewPhoto, NewWork, WorkText
from bot.shop.delivery.values import WayKind
from bot.shop.shop import Shop
from bot.shop.showcase.values import Form

_FIRST: Final[Language] = "ru"
_ALONE: Final = re.compile(r"(?<!\w)(\w) ")
"""A word of one letter, which stays with the next one."""
_COUNTED: Final = {"mug-mist": 11, "bridges": 33, "houses": 16}
"""Found at the last count: one mug broke, one sheet was creased, one house stood behind the kiln."""
_WRAPPING: Final = 350_00
"""Kopecks of a gift wrapped in linen."""
_COLLECTION: Final = ("plate-ladoga", "vase-wave", "bowl-dawn")
_SOLD_BY_HAND: Final = (("ladoga-fog", 1), ("mug-mist", 2))


async def seed(shop: Shop, seller: CustomerId, now: datetime) -> list[ProductId]:
    """Put up the sample shop: shelves, places, works in three languages, some history. The new works, oldest first.

    A shop in which anything is for sale or any shelf stands is left alone. Ten works are given to the showcase, with
    a pinned post; a collection is planned.
    """
    if (await shop.catalogue.shelf(_FIRST, limit=1)).items or await shop.catalogue.all_categories(_FIRST):
        return []
    await _open_places(shop, now)
    await shop.policies.change("gift_wrap_minor", _WRAPPING, seller)
    shelves = await _put_up_shelves(shop)
    hung: dict[str, ProductId] = {}
    for work in WORKS:
        if work is WORKS[-1]:
            await shop.frontage.pin()  # before the last post, which is what a visitor sees first
        hung[work.slug] = await _hang(shop, work, shelves[work.shelf], seller)
    skus = {slug: (await shop.catalogue.card(product, _FIRST)).sku for slug, product in hung.items()}
    for slug, found in _COUNTED.items():
        await shop.shelves.count(skus[slug], found, seller, f"sample:{slug}")
    for slug, pieces in _SOLD_BY_HAND:
        await shop.channels.sold_by_hand(skus[slug], pieces, None, seller, f"sample:{slug}")
    await _plan_a_collection(shop, [hung[slug] for slug in _COLLECTION], now)
    return list(hung.values())


async def _plan_a_collection(shop: Shop, works: list[ProductId], now: datetime) -> None:
    """A post of several works, tomorrow at noon: the seller has something to move, the clock something to bring."""
    zone = ZoneInfo((await shop.policies.now()).timezone)
    noon = datetime.combine(now.astimezone(zone).date() + timedelta(days=1), time(12), zone)
    post = await shop.posting.compose()
    for work in works:
        await shop.posting.toggle(post, work)
    await shop.posting.move(post, noon.astimezone(UTC))


async def _open_places(shop: Shop, now: datetime) -> None:
    """The place that a fresh shop begins with becomes the studio."""
    zone = ZoneInfo((await shop.policies.now()).timezone)
    known = await shop.pickup.places()
    if known:
        await shop.pickup.change(known[0].id, places.studio())
    else:
        await shop.pickup.add(places.studio())
    await shop.pickup.add(places.gallery())
    await shop.pickup.add(places.fair(now, zone))
    await shop.deliveries.add(WayKind.COURIER, places.COURIER, "ru", places.COURIER_TEXTS)
    await shop.deliveries.add(WayKind.POST, places.POST, "ru", places.POST_TEXTS)


async def _put_up_shelves(shop: Shop) -> dict[str, CategoryId]:
    shelves: dict[str, CategoryId] = {}
    for plan in SHELVES:
        parent = shelves[plan.parent] if plan.parent else None
        shelves[plan.slug] = await shop.shelves.add(plan.titles, parent)
    return shelves


async def _hang(shop: Shop, work: Work, shelf: CategoryId, seller: CustomerId) -> ProductId:
    first = work.texts[_FIRST]
    new = NewWork(
        _FIRST,
        first.title,
        work.kind,
        work.was_minor or work.price_minor,
        (),
        work.pieces,
        technique=first.technique,
        size=work.size,
        year=work.year,
        edition_number=work.edition_number,
        edition_size=work.edition_size,
        description=_tied(first.description),
    )
    first_photo, *others = await asyncio.to_thread(_photos, work)
    product = await shop.listing.draft(new, first_photo, seller, f"sample:{work.slug}")
    for photo in others:
        await shop.listing.add_photo(f"sample:{work.slug}", seller, photo)
    texts = {language: _text(words) for language, words in work.texts.items() if language != _FIRST}
    await shop.listing.change(product, texts=texts, category=shelf)
    form = Form.ALBUM if work.close_ups else Form.PHOTO
    await shop.listing.put_up(product, seller, publish=work.in_showcase, form=form)
    if work.was_minor is not None:
        await shop.listing.change(product, price_minor=work.price_minor)
    return product


def _photos(work: Work) -> list[NewPhoto]:
    """The picture, and parts of it seen closer. Our own pictures need no cleaning."""
    # Pillow costs 20 MB and a tenth of a second: only who handles photos pays.
    from PIL import Image

    jpeg = picture(work).read_bytes()
    with Image.open(io.BytesIO(jpeg), formats=("JPEG",)) as opened:
        width, height = opened.size
        found = [NewPhoto(jpeg, width, height, hashlib.sha256(jpeg).hexdigest())]
        for x, y in work.close_ups:
            left, top = int(x * width), int(y * height)
            part = opened.crop((left, top, left + width // 2, top + height // 2)).resize((width, height))
            held = io.BytesIO()
            part.save(held, "JPEG", quality=88)
            closer = held.getvalue()
            found.append(NewPhoto(closer, width, height, hashlib.sha256(closer).hexdigest()))
    return found


def _text(words: Words) -> WorkText:
    return WorkText(words.title, words.technique, _tied(words.description))


def _tied(text: str) -> str:
    return _ALONE.sub("\\1\N{NO-BREAK SPACE}", text)
