"""Does every shelf show its works in every order, from every page and every work on, and follow every change?"""

import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import text

from bot.basics.ids import CustomerId, ProductId
from bot.shop.browsing import reads
from bot.shop.browsing.rules import BOUNDS, bounds, likeness, read, written
from bot.shop.browsing.values import ALL, Choice, Kind, Page, Shelf, Sort, Way
from bot.shop.shop import Shop
from bot.storage.database import Database
from tests.support.shops import open_shop, someone, stand

SIZE = 9


@dataclass
class Work:
    id: int
    price: int
    pieces: int
    category: int
    listed_at: datetime

    @property
    def band(self) -> int:
        return sum(self.price >= bound for bound in BOUNDS)


async def filled(database: Database, count: int) -> tuple[Shop, CustomerId, list[Work]]:
    """Works with prices and moments that repeat, some of them gone, on three shelves, one of them in another."""
    shop, chance, now = await open_shop(database), random.Random(count), database.clock.now()
    top = await shop.shelves.add({"ru": "Живопись"})
    below = await shop.shelves.add({"ru": "Масло"}, top)
    other = await shop.shelves.add({"ru": "Керамика"})
    works = [
        Work(
            number,
            chance.choice((500_00, 990_00, 2_000_00, 12_000_00, 12_000_00, 45_000_00)),
            chance.choice((0, 1, 1, 2, 5)),
            chance.choice((top, below, other)),
            now - timedelta(minutes=chance.randrange(count // 2 + 1)),
        )
        for number in range(1, count + 1)
    ]
    await stand(database, [(work.id, work.price, work.pieces, work.category, work.listed_at) for work in works])
    return shop, await someone(shop), works


SHELVES: list[tuple[Shelf, Callable[[Work], bool]]] = [
    (ALL, lambda _: True),
    (Shelf(Kind.CATEGORY, 1), lambda work: work.category in (1, 2)),
    (Shelf(Kind.CATEGORY, 2), lambda work: work.category == 2),
    (Shelf(Kind.LAST), lambda work: work.pieces in (1, 2)),
    (Shelf(Kind.CATEGORY, 99), lambda _: False),
]
LOOKS: list[dict[str, Any]] = [
    {"sort": sort, "band": band, "free_only": free_only}
    for sort, band, free_only in (
        (Sort.NEWEST, None, False), (Sort.NEWEST, 7, True), (Sort.CHEAP, None, True), (Sort.CHEAP, 7, False),
        (Sort.DEAR, None, False), (Sort.DEAR, 0, False), (Sort.NEWEST, 7, False),
    )
]  # fmt: skip


def in_order(works: list[Work], sort: Sort, band: int | None, *, free_only: bool) -> list[int]:
    """By hand: what is gone last, then as asked for."""
    seen = [work for work in works if band in (None, work.band) and not (free_only and work.pieces == 0)]
    newest = sort is Sort.NEWEST
    seen.sort(key=lambda work: (work.listed_at if newest else work.price, work.id), reverse=sort is not Sort.CHEAP)
    return [work.id for work in sorted(seen, key=lambda work: work.pieces == 0)]


def numbers(page: Page) -> list[int]:
    return [int(item.product) for item in page.items]


@pytest.fixture
def few(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Iterator[int]:
    """Another length up to which shelves are counted; statements that were built with the usual one are built anew."""
    built = (reads._start, reads._beside)
    monkeypatch.setattr(reads, "FEW", request.param)
    for each in built:
        each.cache_clear()
    yield request.param
    for each in built:
        each.cache_clear()


@pytest.mark.parametrize("few", [1000, 3], ids=["counted", "too_long_to_count"], indirect=True)
async def test_pages_and_neighbours_are_right_in_every_order_and_behind_every_filter(
    database: Database, few: int
) -> None:
    shop, _, works = await filled(database, 32)
    browsing = shop.browsing
    for look in LOOKS:
        choice = Choice(**look)
        for shelf, belongs in SHELVES:
            wanted = in_order([work for work in works if belongs(work)], **look)
            page = await browsing.page(shelf, choice, "ru", SIZE)
            assert page.count == len(wanted), (look, shelf)
            seen = numbers(page)
            while page.items and page.last < page.count:
                earlier, first = page, page.last + 1
                page = await browsing.page(
                    shelf, choice, "ru", SIZE, way=Way.AFTER, product=page.items[-1].product, number=first
                )
                assert page.first == first
                seen += numbers(page)
                if first <= few + 1:
                    assert numbers(await browsing.page(shelf, choice, "ru", SIZE, number=first)) == numbers(page)
                from_first = await browsing.page(
                    shelf, choice, "ru", SIZE, way=Way.AFTER, product=ProductId(seen[0]), number=first, skip=first - 2
                )
                assert (from_first.first, numbers(from_first)) == (first, numbers(page))
                from_end = await browsing.page(
                    shelf, choice, "ru", SIZE, way=Way.BEFORE, number=first, skip=page.count - first + 2
                )
                assert (from_end.first, numbers(from_end)) == (first, numbers(page))
                back = await browsing.page(
                    shelf, choice, "ru", SIZE, way=Way.BEFORE, product=page.items[0].product,
                    number=first - SIZE, skip=SIZE + 1,
                )  # fmt: skip
                assert (back.first, numbers(back)) == (earlier.first, numbers(earlier))
            assert seen == wanted, (look, shelf)
            begun = await browsing.beside(shelf, choice, None)
            assert (begun is None) == (not wanted)
            if begun is not None:
                assert (begun.product, begun.at, begun.count) == (wanted[0], 1, len(wanted))
                assert (begun.before, begun.after) == (wanted[-1], wanted[1 % len(wanted)])
            for at in {0, len(wanted) // 2, len(wanted) - 1} if wanted else ():
                beside = await browsing.beside(shelf, choice, ProductId(wanted[at]), number=at + 1)
                assert beside is not None
                assert (beside.at, beside.count, beside.stepped) == (at + 1, len(wanted), False)
                assert (beside.before, beside.after) == (wanted[at - 1], wanted[(at + 1) % len(wanted)])


async def differences(database: Database) -> list[Any]:
    columns = "shelf, product_id, gone, price_minor, band, listed_at"
    found = []
    async with database.reading() as session:
        for one, other in (("shelf_truth", "shelf_entry"), ("shelf_entry", "shelf_truth")):
            found += list(
                await session.execute(text(f"SELECT {columns} FROM {one} EXCEPT SELECT {columns} FROM {other}"))  # noqa: S608
            )
    return found


async def test_shelves_follow_every_change_by_themselves(database: Database) -> None:
    shop, maria, works = await filled(database, 12)
    assert await differences(database) == []
    work = ProductId(works[0].id)

    async def shelves() -> set[int]:
        async with database.reading() as session:
            rows = await session.execute(text(f"SELECT shelf FROM shelf_entry WHERE product_id = {work}"))  # noqa: S608
            assert await differences(database) == []
            return {row[0] for row in rows}

    sku = (await shop.catalogue.card(work, "ru")).sku
    from bot.basics.ids import CategoryId

    await shop.listing.change(work, category=CategoryId(2), price_minor=77_00)
    await shop.shelves.count(sku, 5, maria, "1")
    assert await shelves() == {0, 1, 2}
    await shop.shelves.count(sku, 2, maria, "2")
    assert await shelves() == {-1, 0, 1, 2}
    await shop.shelves.count(sku, 0, maria, "3")
    assert await shelves() == {0, 1, 2}
    await shop.listing.change(work, category=CategoryId(3))
    assert await shelves() == {0, 3}
    await shop.listing.show(work, shown=False)
    assert await shelves() == set()
    await shop.listing.show(work, shown=True)
    assert await shelves() == {0, 3}
    async with database.transaction() as session:
        await session.execute(text("UPDATE category SET parent_id = 1 WHERE id = 3"))
    assert await shelves() == {0, 1, 3}


async def test_a_hold_moves_nothing_and_a_sale_moves_a_work_to_the_end(database: Database) -> None:
    shop, maria, works = await filled(database, 12)
    from bot.basics.ids import VariantId
    from bot.shop.stock.values import Wanted

    last = next(work.id for work in works if work.pieces == 1)
    before = numbers(await shop.browsing.page(ALL, Choice(), "ru", 20))
    started = await shop.checkout.start(maria, "ru", [Wanted(VariantId(last), 1)])
    assert numbers(await shop.browsing.page(ALL, Choice(), "ru", 20)) == before
    from bot.shop.orders.values import PayWay

    await shop.checkout.confirm(started.order.id, maria, PayWay.AT_PICKUP, None)
    page = await shop.browsing.page(ALL, Choice(), "ru", 20)
    assert [item.product for item in page.items if item.gone][0:] == [
        number for number in numbers(page) if number == last or any(w.id == number and w.pieces == 0 for w in works)
    ]
    assert await differences(database) == []


async def test_a_work_that_is_gone_is_stepped_over(database: Database) -> None:
    shop, _, works = await filled(database, 12)
    order = in_order(works, Sort.NEWEST, None, free_only=False)
    await shop.listing.show(ProductId(order[3]), shown=False)
    forward = await shop.browsing.beside(ALL, Choice(), ProductId(order[3]), way=Way.AFTER, number=4)
    back = await shop.browsing.beside(ALL, Choice(), ProductId(order[3]), way=Way.BEFORE, number=4)
    opened = await shop.browsing.beside(ALL, Choice(), ProductId(order[3]), number=4)
    assert [(each.product, each.stepped) for each in (forward, back, opened) if each] == [
        (order[4], True), (order[2], True), (order[4], True),
    ]  # fmt: skip
    never = await shop.browsing.beside(ALL, Choice(), ProductId(10**9), way=Way.AFTER, number=4)
    assert never is not None
    assert never.product == order[0]
    page = await shop.browsing.page(ALL, Choice(), "ru", 3, way=Way.AFTER, product=ProductId(order[3]), number=5)
    assert (page.first, numbers(page)) == (4, order[4:7])
    for number in order:
        await shop.listing.show(ProductId(number), shown=False)
    assert await shop.browsing.beside(ALL, Choice(), ProductId(order[5]), way=Way.AFTER, number=1) is None
    assert (await shop.browsing.page(ALL, Choice(), "ru", 3, number=9)).items == ()


async def test_the_way_of_looking_is_kept_with_the_person(database: Database) -> None:
    shop, maria, _ = await filled(database, 12)
    choice = Choice(pictures=True, sort=Sort.DEAR, band=7, free_only=True)
    await shop.browsing.choose(maria, choice)
    assert read((await shop.customers.get(maria)).looks) == choice
    bands, count = await shop.browsing.ways(ALL, choice)
    assert 7 in bands
    assert count == (await shop.browsing.page(ALL, choice, "ru", 20)).count


@pytest.mark.parametrize("sort", Sort)
@pytest.mark.parametrize("band", [None, 0, 9, len(BOUNDS)])
def test_a_way_of_looking_is_read_as_it_was_written(sort: Sort, band: int | None) -> None:
    for pictures, free_only in ((True, False), (False, True)):
        choice = Choice(pictures, sort, band, free_only)
        assert read(written(choice)) == choice
    for kept in (None, "", "xx-", "nl-99", "nl"):
        assert read(kept) == Choice()


async def test_the_door_knows_what_there_is(database: Database) -> None:
    shop, _, _ = await filled(database, 30)
    front = await shop.browsing.front()
    assert (front.works, front.has_categories, front.has_last, front.has_new) == (30, True, True, True)


async def test_similar_works_can_be_had_and_come_from_the_same_shelf_first(database: Database) -> None:
    shop, _, works = await filled(database, 30)
    one = await shop.catalogue.card(ProductId(works[0].id), "ru")
    found = await shop.gallery.similar(one, "ru", 6)
    assert len(found) == 6
    assert one.product not in {item.product for item in found}
    pieces = {work.id: work.pieces for work in works}
    assert all(pieces[int(item.product)] > 0 for item in found)
    same = {work.id for work in works if work.category == works[0].category}
    assert int(found[0].product) in same


def test_likeness_weighs_shelf_then_material_then_price() -> None:
    def like(technique: str | None, price: int, *, same: bool) -> float:
        return likeness("холст, масло", 1000, other_technique=technique, other_price_minor=price, same_shelf=same)

    assert like("масло на холсте", 1000, same=True) > like("холст, масло", 1000, same=False)
    assert like("холст, масло", 9000, same=False) > like("глина", 1000, same=False)
    assert like(None, 1100, same=False) > like(None, 9000, same=False)


def test_bands_are_those_of_the_database() -> None:
    assert [bounds(band) for band in (0, 1, len(BOUNDS))] == [
        (None, BOUNDS[0]), (BOUNDS[0], BOUNDS[1]), (BOUNDS[-1], None),
    ]  # fmt: skip
