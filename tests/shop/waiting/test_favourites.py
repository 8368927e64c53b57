"""Do favourites stay in order, page by page, and show what has become of each work?"""

from datetime import timedelta

import pytest

from bot.basics.ids import VariantId
from bot.shop.stock.values import Wanted
from bot.shop.waiting.values import Marks, Watched
from tests.support.benches import Bench
from tests.support.shops import a_work, someone


async def test_a_heart_is_set_and_taken_away(bench: Bench) -> None:
    variant, person, other = await bench.work(), await someone(bench.shop), await someone(bench.shop)
    assert await bench.shop.favourites.toggle(person, variant)
    assert await bench.shop.favourites.marks(person, variant) == Marks(favourite=True)
    assert await bench.shop.favourites.marks(other, variant) == Marks()
    assert not await bench.shop.favourites.toggle(person, variant)
    assert await bench.shop.favourites.marks(person, variant) == Marks()


async def test_pages_go_both_ways_newest_first(bench: Bench) -> None:
    person = await someone(bench.shop)
    variants: list[VariantId] = []
    for number in range(7):
        _, variant, _ = await a_work(bench.shop, bench.seller, title=f"{number}")
        await bench.shop.favourites.toggle(person, variant)
        variants.append(variant)
        if number % 2:  # two at the same moment stay in order too
            bench.clock.move(timedelta(seconds=1))

    async def page(**where: VariantId) -> tuple[list[str], bool, bool]:
        found = await bench.shop.favourites.page(person, "ru", limit=3, **where)
        return [item.work.title for item in found.items], found.has_before, found.has_after

    assert await page() == (["6", "5", "4"], False, True)
    assert await page(after=variants[4]) == (["3", "2", "1"], True, True)
    assert await page(after=variants[1]) == (["0"], True, False)
    assert await page(before=variants[0]) == (["3", "2", "1"], True, True)
    assert await page(before=variants[3]) == (["6", "5", "4"], False, True)
    await bench.shop.favourites.toggle(person, variants[4])
    assert (await page(after=variants[4]))[0] == [], "a button of a work that is no favourite any more"


async def test_sold_held_and_hidden_ones_say_so_or_wait(bench: Bench) -> None:
    person = await someone(bench.shop)
    free, sold, held, hidden = [await a_work(bench.shop, bench.seller, title=name) for name in ("a", "b", "c", "d")]
    for _, variant, _ in (free, sold, held, hidden):
        await bench.shop.favourites.toggle(person, variant)
        bench.clock.move(timedelta(seconds=1))
    await bench.shop.shelves.count(sold[2], 0, bench.seller, "0")
    await bench.shop.checkout.start(await someone(bench.shop), "ru", [Wanted(held[1], 1)])
    await bench.shop.listing.show(hidden[0], shown=False)
    page = await bench.shop.favourites.page(person, "ru")
    assert [(each.work.title, each.available, each.held) for each in page.items] == [
        ("c", 0, 1),
        ("b", 0, 0),
        ("a", 1, 0),
    ]
    assert not page.watches_prices
    await bench.shop.prices.agree(person, wanted=True)
    await bench.shop.listing.show(hidden[0], shown=True)
    page = await bench.shop.favourites.page(person, "ru")
    assert page.items[0].work.title == "d"
    assert page.watches_prices


async def test_the_seller_sees_what_people_want_most(bench: Bench) -> None:
    names = ("nothing", "one heart", "two wait", "a heart and one waits")
    works = {name: (await a_work(bench.shop, bench.seller, title=name))[1:] for name in names}
    people = [await someone(bench.shop) for _ in range(3)]
    for name in names[2:]:
        await bench.shop.shelves.count(works[name][1], 0, bench.seller, name)
    await bench.shop.favourites.toggle(people[0], works["one heart"][0])
    for person in people[:2]:
        await bench.shop.waiting.toggle(person, works["two wait"][0])
    await bench.shop.favourites.toggle(people[0], works["a heart and one waits"][0])
    await bench.shop.waiting.toggle(people[0], works["a heart and one waits"][0])
    found = [(each.work.title, each.watched) for each in await bench.shop.waiting.most_wished("ru")]
    assert found == [
        ("two wait", Watched(2, 0)),
        ("a heart and one waits", Watched(1, 1)),
        ("one heart", Watched(0, 1)),
    ]
    numbers = await bench.shop.waiting.numbers([variant for variant, _ in works.values()])
    assert [numbers[works[name][0]][1] for name in names] == [
        Watched(0, 0),
        Watched(0, 1),
        Watched(2, 0),
        Watched(1, 1),
    ]
    assert numbers[works["nothing"][0]][0].available == 1


@pytest.mark.parametrize("asked", [0, 1])
async def test_one_query_tells_the_same_as_two(bench: Bench, asked: int) -> None:
    variant, person = await bench.work(2), await someone(bench.shop)
    for _ in range(asked):
        await bench.shop.favourites.toggle(person, variant)
    levels, marks = await bench.shop.favourites.levels_and_marks(person, variant)
    assert levels == await bench.shop.stock.levels(variant)
    assert marks == Marks(favourite=bool(asked))
    nowhere, unmarked = await bench.shop.favourites.levels_and_marks(person, VariantId(999_999))
    assert (nowhere, unmarked) == ([], Marks())
