"""Is a post remembered, left alone when it is gone, and refreshed once for many changes?"""

from datetime import timedelta

from bot.shop.showcase.values import Post
from bot.shop.stock.values import Wanted
from tests.support.benches import Bench
from tests.support.shops import a_work, someone


async def test_a_post_is_remembered_with_what_it_shows_until_it_is_gone(bench: Bench) -> None:
    product, variant, _ = await a_work(bench.shop, bench.seller)
    showcase = bench.shop.showcase
    assert await showcase.posted_product(variant) is None
    for digest in ("a", "b"):
        await showcase.posted(product, Post(-100, 7, digest))
    window = await showcase.window(product, "ru", 1)
    assert (window.post, window.availability.available) == (Post(-100, 7, "b"), 1)
    assert await showcase.posted_product(variant) == product
    await showcase.gone(product)
    assert await showcase.posted_product(variant) is None
    assert (await showcase.window(product, "ru", 1)).post is None


async def test_publishing_twice_owes_one_post(bench: Bench) -> None:
    product, _, _ = await a_work(bench.shop, bench.seller)
    for _ in range(2):
        await bench.shop.shelves.publish(product)
        await bench.shop.listing.put_up(product, bench.seller, publish=True)
    assert await bench.rows("SELECT count(*) FROM outbox WHERE topic = 'showcase.post'") == [(1,)]


async def test_whatever_changes_the_number_or_the_price_owes_one_refresh_in_a_second(bench: Bench) -> None:
    variant = await bench.work()
    bench.clock.move(timedelta(seconds=2))
    await bench.outbox()

    async def owed() -> int:
        rows = await bench.rows("SELECT count(*) FROM outbox WHERE topic = 'product.changed' AND open")
        bench.clock.move(timedelta(seconds=2))
        await bench.outbox()
        return int(rows[0][0])

    assert await owed() == 0
    buyer = await someone(bench.shop)
    view = await bench.shop.checkout.start(buyer, "ru", [Wanted(variant, 1)])
    assert await owed() == 1
    await bench.shop.checkout.cancel(view.order.id, buyer)
    assert await owed() == 1
    await bench.shop.listing.change(view.order.lines[0].product, price_minor=5)
    await bench.shop.shelves.count(view.order.lines[0].sku, 4, bench.seller, "n")
    assert await owed() == 1
    assert await owed() == 0
