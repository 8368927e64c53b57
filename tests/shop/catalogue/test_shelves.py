"""Do shelves leaf by key in both directions, and do only shelves with something on or below them show?"""

from datetime import timedelta

import pytest

from bot.basics.ids import CategoryId, ProductId
from bot.shop.catalogue.errors import NoSuchWork, UnknownSku
from tests.support.benches import Bench
from tests.support.shops import a_work


async def _works(bench: Bench, count: int, category: CategoryId | None = None) -> list[ProductId]:
    made = []
    for nth in range(count):
        product, _, _ = await a_work(bench.shop, bench.seller, title=f"Work {nth}")
        if category is not None:
            await bench.shop.listing.change(product, category=category)
        made.append(product)
        # several works listed at one moment: only the id tells them apart
        bench.clock.move(timedelta(minutes=nth % 2))
    return made


@pytest.mark.parametrize("in_category", [False, True])
async def test_a_shelf_is_leafed_forward_and_back_without_a_gap_or_a_repetition(
    bench: Bench, in_category: bool
) -> None:
    category = await bench.shop.shelves.add({"ru": "Графика"}) if in_category else None
    made = await _works(bench, 10, category)
    shelf = await bench.shop.catalogue.shelf("ru", category=category, limit=4)
    pages = [shelf]
    while shelf.has_after:
        shelf = await bench.shop.catalogue.shelf("ru", category=category, after=shelf.items[-1].product, limit=4)
        pages.append(shelf)
    assert [item.product for page in pages for item in page.items] == made[::-1]
    assert [(page.has_before, page.has_after) for page in pages] == [(False, True), (True, True), (True, False)]
    back = [shelf]
    while shelf.has_before:
        shelf = await bench.shop.catalogue.shelf("ru", category=category, before=shelf.items[0].product, limit=4)
        back.append(shelf)
    assert [[item.product for item in page.items] for page in reversed(back)] == [
        [item.product for item in page.items] for page in pages
    ]


async def test_an_empty_shelf_is_empty_and_an_unknown_place_in_it_is_refused(bench: Bench) -> None:
    assert (await bench.shop.catalogue.shelf("ru")).items == ()
    with pytest.raises(NoSuchWork):
        await bench.shop.catalogue.shelf("ru", after=ProductId(10**9))


async def test_a_work_that_was_hidden_keeps_its_place_and_leaves_the_shelf(bench: Bench) -> None:
    made = await _works(bench, 3)
    await bench.shop.listing.show(made[1], shown=False)
    assert [item.product for item in (await bench.shop.catalogue.shelf("ru")).items] == [made[2], made[0]]
    after = await bench.shop.catalogue.shelf("ru", after=made[1])
    assert [item.product for item in after.items] == [made[0]]
    await bench.shop.listing.show(made[1], shown=True)
    assert [item.product for item in (await bench.shop.catalogue.shelf("ru")).items] == made[::-1]


async def test_only_shelves_with_something_on_them_or_below_them_show(bench: Bench) -> None:
    shelves, catalogue = bench.shop.shelves, bench.shop.catalogue
    paintings = await shelves.add({"ru": "Живопись", "en": "Paintings"})
    oils = await shelves.add({"ru": "Масло"}, paintings)
    small = await shelves.add({"ru": "Малое"}, oils)
    empty = await shelves.add({"ru": "Пусто"})
    await shelves.add({"ru": "Тоже пусто"}, empty)
    assert await catalogue.categories("ru") == []
    (product,) = await _works(bench, 1, small)
    assert [each.id for each in await catalogue.categories("ru")] == [paintings]
    assert [each.id for each in await catalogue.categories("ru", paintings)] == [oils]
    assert [each.id for each in await catalogue.categories("ru", oils)] == [small]
    assert [each.title for each in await catalogue.categories("en")] == ["Paintings"]
    assert [each.title for each in await catalogue.categories("pl", paintings)] == ["Масло"]
    assert len(await catalogue.all_categories("ru")) == 5
    await bench.shop.listing.show(product, shown=False)
    assert await catalogue.categories("ru") == []


async def test_texts_are_shown_in_the_readers_language_or_in_the_first(bench: Bench) -> None:
    (product,) = await _works(bench, 1)
    await bench.shop.listing.change(product, title=("en", "Sunset <b>&"))
    titles = [(await bench.shop.catalogue.card(product, language)).title for language in ("ru", "en", "pl")]
    assert titles == ["Work 0", "Sunset <b>&", "Work 0"]
    with pytest.raises(NoSuchWork):
        await bench.shop.catalogue.card(ProductId(10**9), "ru")


async def test_a_sku_is_found_in_whatever_case_and_an_unknown_one_is_refused(bench: Bench) -> None:
    product, variant, sku = await a_work(bench.shop, bench.seller)
    for typed in (sku, sku.lower()):
        assert await bench.shop.shelves.find(typed) == (variant, product, sku)
    for wrong in ("", "W-999999", "%", "W-0001' OR '1'='1"):
        with pytest.raises(UnknownSku):
            await bench.shop.shelves.find(wrong)


async def test_a_lower_price_is_shown_beside_the_old_one_and_a_higher_is_not(bench: Bench) -> None:
    (product,) = await _works(bench, 1)
    for price, old in ((900_000, 1_200_000), (1_000_000, None)):
        await bench.shop.listing.change(product, price_minor=price)
        card = await bench.shop.catalogue.card(product, "ru")
        assert (card.price.minor, card.old_price_minor) == (price, old)
