"""When the till sells while a place is counted and the count is applied, is each piece taken off exactly once?"""

import asyncio
from datetime import timedelta

from bot.basics.clock import MovableClock
from bot.basics.ids import LocationId
from bot.shop.counting.errors import NoSuchRound
from bot.shop.shop import Shop
from bot.shop.till.values import TillWay
from tests.support.shops import a_work, someone

ROUNDS = 8


async def _walked(shop: Shop, place: LocationId) -> int:
    """A count in which everything was as the books had it, not applied yet."""
    count = await shop.counting.begin(place)
    after = 0
    while (card := await shop.counting.card(count, after=after)) is not None:
        await shop.counting.say(count, card.variant, card.expected, card.seen_at)
        after = card.variant
    return count


async def test_sales_of_two_cashiers_and_two_taps_on_apply_leave_the_right_number(
    shop: Shop, clock: MovableClock
) -> None:
    seller, other = await someone(shop), await someone(shop)
    place = (await shop.pickup.places())[0].id
    works = [await a_work(shop, seller, title=f"Работа {number}", pieces=40) for number in range(3)]
    sold = 0
    for number in range(ROUNDS):
        clock.move(timedelta(seconds=1))
        count = await _walked(shop, place)
        clock.move(timedelta(seconds=1))

        async def applies(count: int = count) -> bool:
            try:
                await shop.counting.apply(count, seller)
            except NoSuchRound:
                return False
            return True

        heard = await asyncio.gather(
            applies(),
            *(shop.till.sell(work[0], place, TillWay.CASH, seller, f"a{number}:{work[0]}") for work in works),
            applies(),
            *(shop.till.sell(work[0], place, TillWay.CARD, other, f"b{number}:{work[0]}") for work in works),
        )
        assert [heard[0], heard[4]].count(True) == 1
        sold += 2
        free = await shop.stock.availability([variant for _, variant, _ in works])
        assert [each.on_hand for each in free.values()] == [40 - sold] * 3
    assert await shop.stock.differences() == []
