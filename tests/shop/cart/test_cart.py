"""Does a cart count what was tapped, hold nothing, and stay within its limits?"""

import pytest

from bot.basics.ids import VariantId
from bot.shop.cart.values import MAX_QUANTITY
from bot.shop.catalogue.errors import NoSuchWork
from bot.shop.orders.values import PayWay
from tests.support.benches import Bench
from tests.support.shops import someone


async def test_more_and_less_count_and_nothing_left_is_no_line(bench: Bench) -> None:
    cart, buyer, variant = bench.shop.cart, await someone(bench.shop), await bench.work()
    assert [await cart.change(buyer, variant, by) for by in (1, 1, 3, -2, 0, -1, -9, -1)] == [1, 2, 5, 3, 3, 2, 0, 0]
    assert await cart.items(buyer) == []


@pytest.mark.parametrize("by", [MAX_QUANTITY, MAX_QUANTITY + 1, 10**9, 10**30])
async def test_no_line_grows_beyond_the_limit(bench: Bench, by: int) -> None:
    cart, buyer, variant = bench.shop.cart, await someone(bench.shop), await bench.work()
    assert await cart.change(buyer, variant, by) == MAX_QUANTITY
    assert await cart.change(buyer, variant, by) == MAX_QUANTITY
    assert await cart.change(buyer, variant, -by) == 0
    assert await cart.items(buyer) == []


async def test_a_work_that_is_not_for_sale_is_not_put_in_but_may_be_taken_out(bench: Bench) -> None:
    cart, buyer, variant = bench.shop.cart, await someone(bench.shop), await bench.work()
    with pytest.raises(NoSuchWork):
        await cart.change(buyer, VariantId(10**9), 1)
    await cart.change(buyer, variant, 2)
    product = (await bench.shop.catalogue.lines([variant], "ru"))[variant].product
    await bench.shop.listing.show(product, shown=False)
    with pytest.raises(NoSuchWork):
        await cart.change(buyer, variant, 1)
    assert await cart.change(buyer, variant, -1) == 1
    await cart.remove(buyer, variant)
    assert await cart.items(buyer) == []


async def test_a_cart_holds_nothing_keeps_its_order_and_the_price_that_was_seen(bench: Bench) -> None:
    cart, buyer = bench.shop.cart, await someone(bench.shop)
    first, second = await bench.work(price_minor=100), await bench.work(price_minor=200)
    await cart.change(buyer, second, 1)
    bench.clock.move((await bench.shop.policies.now()).hold)
    await cart.change(buyer, first, 5)
    assert [(item.variant, item.quantity, item.price_seen_minor) for item in await cart.items(buyer)] == [
        (second, 1, 200),
        (first, 5, 100),
    ]
    assert (await bench.shop.stock.availability([first]))[first].available == 1


async def test_what_was_bought_leaves_the_cart_and_the_rest_stays(bench: Bench) -> None:
    shop, buyer, variant = bench.shop, await someone(bench.shop), await bench.work()
    await shop.cart.change(buyer, variant, 1)
    view = await shop.checkout.start(buyer, "ru")
    assert view.order.from_cart
    later = await bench.work()
    await shop.cart.change(buyer, later, 1)
    await shop.checkout.confirm(view.order.id, buyer, PayWay.AT_PICKUP, None)
    assert [item.variant for item in await shop.cart.items(buyer)] == [later]
