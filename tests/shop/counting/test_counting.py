"""Does a count by cards change what was counted, at the moment it was looked at, and nothing else?"""

from datetime import timedelta

import pytest

from bot.basics.clock import MovableClock
from bot.shop.counting.errors import NoSuchRound, NothingToCount
from bot.shop.counting.values import CountCardView
from bot.shop.desk.values import Pile
from bot.shop.pickup.errors import NoSuchPlace
from bot.shop.shop import Shop
from bot.shop.stock.values import Wanted
from bot.shop.till.values import TillWay
from tests.support.shops import STUDIO, a_work, someone


async def _next(shop: Shop, count: int, after: int = 0) -> CountCardView:
    card = await shop.counting.card(count, after=after)
    assert card is not None
    return card


async def test_a_sale_after_the_look_is_taken_off_and_one_before_it_is_not(shop: Shop, clock: MovableClock) -> None:
    seller = await someone(shop)
    place = (await shop.pickup.places())[0].id
    works = [await a_work(shop, seller, title=f"Работа {number}", pieces=5) for number in range(4)]
    count = await shop.counting.begin(place)
    assert await shop.counting.begin(place) == count
    seen = []
    card = await _next(shop, count)
    while card is not None:
        seen.append((card.variant, card.nth, card.expected))
        clock.move(timedelta(minutes=1))
        if card.nth == 1:  # sold after the card was shown, before the tap: five were there when it was shown
            await shop.till.sell(card.product, place, TillWay.CASH, seller, "between")
        if card.nth == 2:  # sold, then looked at anew
            await shop.till.sell(card.product, place, TillWay.CASH, seller, "before")
            again = await shop.counting.card(count, variant=card.variant)
            assert again is not None
            assert again.expected == 4
            card = again
        pieces = 3 if card.nth == 3 else card.expected
        await shop.counting.say(count, card.variant, pieces, card.seen_at)
        clock.move(timedelta(minutes=1))
        following = await shop.counting.card(count, after=card.variant)
        if following is None:
            break
        card = following
    assert seen == [(work[1], nth, 5) for nth, work in enumerate(works, 1)]
    await shop.till.sell(works[3][0], place, TillWay.CARD, seller, "at the end", quantity=2)
    clock.move(timedelta(minutes=1))
    outcome = await shop.counting.outcome(count, "ru")
    assert [(each.title, each.before, each.after) for each in outcome.changes] == [("Работа 2", 5, 3)]
    assert outcome.uncounted == 0
    applied = await shop.counting.apply(count, seller)
    assert (applied.works, applied.changed, applied.short) == (4, 1, 0)
    free = await shop.stock.availability([variant for _, variant, _ in works])
    assert [each.on_hand for each in free.values()] == [4, 4, 3, 3]
    with pytest.raises(NoSuchRound):
        await shop.counting.apply(count, seller)
    with pytest.raises(NoSuchRound):
        await shop.counting.say(count, works[0][1], 9, clock.now())
    assert await shop.counting.rounds() == []
    assert await shop.stock.differences() == []


async def test_skipped_works_come_again_uncounted_ones_stay_and_the_last_word_counts(shop: Shop) -> None:
    seller = await someone(shop)
    place = (await shop.pickup.places())[0].id
    first, second, third = [(await a_work(shop, seller, title=f"Работа {n}", pieces=3))[1] for n in range(3)]
    count = await shop.counting.begin(place)
    card = await _next(shop, count)
    await shop.counting.say(count, second, 9, card.seen_at)
    assert (await _next(shop, count, after=first)).variant == third
    assert (await _next(shop, count, after=third)).variant == first
    back = await shop.counting.card(count, before=third)
    assert back is not None
    assert (back.variant, back.counted, back.round.done) == (second, 9, 1)
    await shop.counting.say(count, second, 2, card.seen_at)
    assert await shop.counting.card(count, before=first) is None
    assert (await shop.counting.outcome(count, "en")).uncounted == 2
    await shop.counting.apply(count, seller)
    free = await shop.stock.availability([first, second, third])
    assert [each.on_hand for each in free.values()] == [3, 2, 3]
    assert await shop.stock.differences() == []


async def test_a_dropped_count_changes_nothing_and_a_promised_piece_that_is_gone_is_told(shop: Shop) -> None:
    seller, buyer = await someone(shop), await someone(shop)
    place = (await shop.pickup.places())[0].id
    empty = await shop.pickup.add(STUDIO)
    _, variant, _ = await a_work(shop, seller)
    with pytest.raises(NothingToCount):
        await shop.counting.begin(empty)
    with pytest.raises(NoSuchPlace):
        await shop.counting.begin(type(place)(999))
    assert await shop.counting.rounds() == []
    dropped = await shop.counting.begin(place)
    await shop.counting.say(dropped, variant, 0, (await _next(shop, dropped)).seen_at)
    for _ in range(2):
        await shop.counting.drop(dropped)
    assert (await shop.stock.availability([variant]))[variant].on_hand == 1
    await shop.checkout.start(buyer, "ru", [Wanted(variant, 1)])
    count = await shop.counting.begin(place)
    assert count != dropped
    await shop.counting.say(count, variant, 0, (await _next(shop, count)).seen_at)
    assert (await shop.counting.apply(count, seller)).short == 1
    assert len(await shop.desks.pile(Pile.CONFLICTS, 0, 5, "ru")) == 1
    assert await shop.stock.differences() == []
