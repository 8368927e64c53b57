"""What does somebody see first who comes from a post in the showcase?"""

from collections.abc import Sequence
from datetime import datetime
from zoneinfo import ZoneInfo

from bot.basics.ids import CategoryId, ProductId
from bot.shop.analytics.values import Step
from bot.shop.customers.values import Person
from bot.shop.pickup.values import Place
from bot.shop.shop import Shop
from bot.telegram.buyer import catalogue, product_card, shelf_card
from bot.telegram.buyer.order_words import usual
from bot.telegram.buyer.shelf_buttons import SimilarOpen
from bot.telegram.screen import Screen
from bot.telegram.showcase.posts import LIKE, SIMILAR
from bot.telegram.texts import Texts


async def work(
    shop: Shop,
    product: ProductId,
    source: str | None,
    person: Person,
    texts: Texts,
    bot: int,
    places: Sequence[Place],
    now: datetime,
    zone: ZoneInfo,
) -> Screen:
    """The card of a work; from a sold one's button: what is like it.

    Raises NoSuchWork.
    """
    found = await product_card.on_sale(shop, product, person, bot)
    similar = await shop.gallery.others(product)
    if source == SIMILAR and similar:
        return await shelf_card.similar_screen(shop, SimilarOpen(product=product), person, texts)
    shop.tally.count(Step.VIEW, product)
    levels, marks = await shop.favourites.levels_and_marks(person.id, found.variant)
    as_usual = usual(person.usual, places, texts, now, online=shop.checkout.online.configured)
    return product_card.card(
        found, levels, places, texts, now=now, marks=marks, zone=zone, as_usual=as_usual, similar=similar
    )


async def asks_for_like(shop: Shop, product: ProductId, source: str | None, person: Person) -> bool:
    """The button of a sold work was pressed, and it is sold: what follows is a question about one like it."""
    if source != LIKE:
        return False
    found = await product_card.on_sale(shop, product, person)
    free = (await shop.stock.availability([found.variant]))[found.variant]
    return free.available <= 0 and free.reserved <= 0


async def category(shop: Shop, wanted: int, person: Person, texts: Texts) -> Screen | None:
    """A category; 0 is the whole catalogue. None when it is unknown or hidden."""
    if wanted == 0:
        return await catalogue.screen(shop, person, texts)
    return await catalogue.category_screen(shop, CategoryId(wanted), person, texts)
