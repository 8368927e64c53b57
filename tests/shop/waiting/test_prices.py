"""Does only who has asked hear of a lower price: once, by day, not too often, and only while it is true?"""

from datetime import datetime, timedelta

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

from bot.basics.ids import CustomerId, ProductId, VariantId
from bot.shop.waiting import rules
from bot.shop.waiting.values import PriceNews
from tests.conftest import NOON
from tests.support.benches import Bench
from tests.support.counter import ZONE
from tests.support.shops import a_work, someone

OLD = 1_200_000


async def watched(bench: Bench, *, pieces: int = 1, title: str = "Закат") -> tuple[ProductId, VariantId, CustomerId]:
    """A work that somebody keeps in mind and whose price he wants to know."""
    product, variant, _ = await a_work(bench.shop, bench.seller, title=title, pieces=pieces, price_minor=OLD)
    person = await someone(bench.shop)
    await bench.shop.favourites.toggle(person, variant)
    await bench.shop.prices.agree(person, wanted=True)
    bench.clock.move(timedelta(minutes=1))
    return product, variant, person


async def lower(bench: Bench, product: ProductId, price_minor: int) -> None:
    await bench.shop.listing.change(product, price_minor=price_minor)


async def owed(bench: Bench, wait: timedelta = timedelta(minutes=2)) -> list[int]:
    """Who is owed a message about prices, once the price has settled."""
    bench.clock.move(wait)
    bench.told.clear()
    await bench.outbox()
    return [payload["customer"] for topic, what, payload in bench.told if what == "cheaper" and topic == "tell.person"]


async def claimed(bench: Bench, person: CustomerId) -> list[str] | datetime | None:
    news = await bench.shop.prices.claim(person, "ru")
    return [each.work.title for each in news.works] if isinstance(news, PriceNews) else news


async def test_a_fall_of_five_per_cent_is_told_once_to_whoever_keeps_it(bench: Bench) -> None:
    product, _, person = await watched(bench)
    await lower(bench, product, OLD * 95 // 100)
    assert await owed(bench) == [person]
    news = await bench.shop.prices.claim(person, "ru")
    assert isinstance(news, PriceNews)
    (cheaper,) = news.works
    assert (cheaper.before_minor, cheaper.work.price.minor) == (OLD, OLD * 95 // 100)
    assert await claimed(bench, person) is None
    assert await owed(bench, timedelta(days=3)) == []


async def test_less_than_five_per_cent_or_a_rise_is_no_news(bench: Bench) -> None:
    product, _, person = await watched(bench)
    await lower(bench, product, OLD * 95 // 100 + 1)
    await lower(bench, product, OLD * 2)
    assert await owed(bench) == []
    assert await claimed(bench, person) is None


@pytest.mark.parametrize("by", ["favourite", "cart", "line"])
async def test_favourites_cart_and_line_count_alike(bench: Bench, by: str) -> None:
    product, variant, sku = await a_work(bench.shop, bench.seller, price_minor=OLD, pieces=2)
    person = await someone(bench.shop)
    await bench.shop.prices.agree(person, wanted=True)
    if by == "favourite":
        await bench.shop.favourites.toggle(person, variant)
    elif by == "cart":
        await bench.shop.cart.change(person, variant, 1)
    else:
        await bench.shop.shelves.count(sku, 0, bench.seller, "0")
        await bench.shop.waiting.toggle(person, variant)
        await bench.outbox()
    bench.clock.move(timedelta(minutes=1))
    await lower(bench, product, OLD // 2)
    assert await owed(bench) == [person]
    # what cannot be bought is no news, whatever it costs
    assert await claimed(bench, person) == (None if by == "line" else ["Закат над Невой"])


async def test_nobody_hears_who_has_not_agreed_or_no_longer_does(bench: Bench) -> None:
    product, variant, person = await watched(bench)
    silent = await someone(bench.shop)
    await bench.shop.favourites.toggle(silent, variant)
    bench.clock.move(timedelta(minutes=1))
    await lower(bench, product, OLD // 2)
    assert await owed(bench) == [person]
    await bench.shop.prices.agree(person, wanted=False)
    assert await claimed(bench, person) is None
    assert await claimed(bench, silent) is None


async def test_the_word_of_a_person_is_kept_for_good(bench: Bench) -> None:
    person = await someone(bench.shop)
    assert await bench.shop.prices.toggle(person)
    await bench.shop.prices.agree(person, wanted=True)
    assert not await bench.shop.prices.toggle(person)
    rows = await bench.rows("SELECT wanted, text_version FROM price_request ORDER BY id")
    assert [(bool(wanted), version) for wanted, version in rows] == [(True, "2026-11"), (False, "2026-11")]
    for change in ("UPDATE price_request SET wanted = true", "DELETE FROM price_request"):
        with pytest.raises(DBAPIError, match="append-only"):
            async with bench.database.transaction() as session:
                await session.execute(text(change))


async def test_a_price_raised_again_before_sending_is_no_news(bench: Bench) -> None:
    product, _, person = await watched(bench)
    await lower(bench, product, OLD // 10)
    await lower(bench, product, OLD)
    assert await owed(bench) == [], "a slip of the finger, put right within a minute"
    await lower(bench, product, OLD // 2)
    assert await owed(bench) == [person]
    await lower(bench, product, OLD)
    assert await claimed(bench, person) is None


async def test_what_was_lowered_twice_is_one_message_with_the_newest_price(bench: Bench) -> None:
    product, _, person = await watched(bench)
    await lower(bench, product, 1_000_000)
    bench.clock.move(timedelta(minutes=5))
    await lower(bench, product, 800_000)
    assert await owed(bench) == [person]
    news = await bench.shop.prices.claim(person, "ru")
    assert isinstance(news, PriceNews)
    assert [(each.before_minor, each.work.price.minor) for each in news.works] == [(1_000_000, 800_000)]
    assert await claimed(bench, person) is None


async def test_many_works_at_once_are_one_message(bench: Bench) -> None:
    person = await someone(bench.shop)
    await bench.shop.prices.agree(person, wanted=True)
    products = []
    for number in range(7):
        product, variant, _ = await a_work(bench.shop, bench.seller, title=f"Работа {number}", price_minor=OLD)
        await bench.shop.favourites.toggle(person, variant)
        products.append(product)
    bench.clock.move(timedelta(minutes=1))
    for product in products:
        await lower(bench, product, OLD // 2)
    assert await owed(bench) == [person]
    assert await claimed(bench, person) == [f"Работа {number}" for number in range(7)]


async def test_what_is_kept_in_mind_after_the_fall_was_seen_at_its_price(bench: Bench) -> None:
    product, variant, _ = await watched(bench)
    await lower(bench, product, OLD // 2)
    bench.clock.move(timedelta(seconds=10))
    late = await someone(bench.shop)
    await bench.shop.prices.agree(late, wanted=True)
    await bench.shop.favourites.toggle(late, variant)
    assert late not in await owed(bench)
    assert await claimed(bench, late) is None


async def test_at_night_it_waits_until_ten(bench: Bench) -> None:
    product, _, person = await watched(bench)
    bench.clock.move(timedelta(hours=7))  # 22:00 in Moscow
    await lower(bench, product, OLD // 2)
    assert await owed(bench) == [person]
    morning = await claimed(bench, person)
    assert isinstance(morning, datetime)
    assert morning.astimezone(ZONE).isoformat() == "2026-11-22T10:00:00+03:00"
    bench.clock.move(morning - bench.clock.now())
    assert await claimed(bench, person) == ["Закат"]


async def test_one_message_in_a_day_and_three_in_a_week(bench: Bench) -> None:
    product, variant, person = await watched(bench)
    other, another, _ = await a_work(bench.shop, bench.seller, title="Рассвет", price_minor=OLD)
    await bench.shop.favourites.toggle(person, another)
    assert variant != another
    bench.clock.move(timedelta(minutes=1))
    await lower(bench, product, OLD // 2)
    await owed(bench)
    first = bench.clock.now()
    assert await claimed(bench, person) == ["Закат"]
    await lower(bench, other, OLD // 2)
    assert await owed(bench) == [person]
    assert await claimed(bench, person) == first + timedelta(hours=24)
    bench.clock.move(timedelta(hours=24))
    assert await claimed(bench, person) == ["Рассвет"]
    bench.clock.move(timedelta(hours=25))
    await lower(bench, product, OLD // 4)
    await owed(bench)
    assert await claimed(bench, person) == ["Закат"]
    bench.clock.move(timedelta(hours=25))
    await lower(bench, product, OLD // 8)
    await owed(bench)
    again = await claimed(bench, person)
    assert again == first + timedelta(days=7), "three in seven days"


async def test_what_has_certainly_not_gone_out_is_news_again(bench: Bench) -> None:
    product, _, person = await watched(bench)
    await lower(bench, product, OLD // 2)
    await owed(bench)
    news = await bench.shop.prices.claim(person, "ru")
    assert isinstance(news, PriceNews)
    await bench.shop.prices.give_back(person, news.at)
    assert await claimed(bench, person) == ["Закат"]


@pytest.mark.parametrize(
    ("hour", "minute", "quiet"),
    [(9, 59, True), (10, 0, False), (20, 59, False), (21, 0, True), (23, 59, True), (0, 0, True)],
)
def test_nights_begin_at_nine_and_end_at_ten_in_the_shops_zone(hour: int, minute: int, quiet: bool) -> None:
    moment = NOON.astimezone(ZONE).replace(hour=hour, minute=minute)
    assert rules.is_quiet(moment.astimezone(NOON.tzinfo), ZONE) is quiet
    awake = rules.awake(moment, ZONE)
    assert not rules.is_quiet(awake, ZONE)
    assert awake >= moment
    assert (awake == moment) is not quiet
    assert awake - moment <= timedelta(hours=13)
