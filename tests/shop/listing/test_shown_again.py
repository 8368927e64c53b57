"""Does a seller see what he has hidden?"""

from bot.shop.shop import Shop
from tests.support.shops import a_work, someone


async def test_hidden_works_are_on_the_sellers_shelf_only(shop: Shop) -> None:
    product, *_ = await a_work(shop, await someone(shop))
    await shop.listing.show(product, shown=False)
    assert (await shop.catalogue.shelf("ru")).items == ()
    assert [item.product for item in (await shop.catalogue.shelf("ru", hidden=True)).items] == [product]
