"""Can a work be published anew, and does its seller see what he has hidden?"""

from bot.shop.shop import Shop
from tests.support.shops import a_work, someone


async def test_a_work_whose_post_was_deleted_can_be_published_again(shop: Shop) -> None:
    product, *_ = await a_work(shop, await someone(shop))
    for _ in range(2):
        await shop.shelves.publish(product)
        owed = [row for row in await shop.outbox.claim() if row.topic == "showcase.post"]
        assert [row.payload for row in owed] == [{"product": product}]
        for row in owed:
            await shop.outbox.finish(row)


async def test_hidden_works_are_on_the_sellers_shelf_only(shop: Shop) -> None:
    product, *_ = await a_work(shop, await someone(shop))
    await shop.listing.show(product, shown=False)
    assert (await shop.catalogue.shelf("ru")).items == ()
    assert [item.product for item in (await shop.catalogue.shelf("ru", hidden=True)).items] == [product]
