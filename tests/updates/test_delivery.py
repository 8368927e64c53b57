"""Does the shop stand the same, however often and in whatever order Telegram delivers?"""

import asyncio
import os
import random
from typing import Any

import pytest

from bot.basics.ids import VariantId
from bot.shop.shop import Shop
from tests.support.counter import Counter

FULL = bool(os.environ.get("VERNISSAGE_FULL"))
UPDATES = 10_000 if FULL else 400
SEEDS = range(10) if FULL else range(1)
WINDOW = 100


async def carts(shop: Shop, people: list[int]) -> dict[int, dict[VariantId, int]]:
    """Who has how many of what."""
    found = {}
    for number in people:
        person = await shop.customers.find(number)
        assert person is not None
        found[number] = {item.variant: item.quantity for item in await shop.cart.items(person.id)}
    return found


@pytest.mark.timeout(1800)
@pytest.mark.parametrize("seed", SEEDS)
async def test_repeated_and_shuffled_updates_end_where_once_and_in_order_does(at: Counter, seed: int) -> None:
    """Duplicates of one update come up to five times, none further than 100 places from where it belongs."""
    chance = random.Random(seed)
    people = at.crowd(UPDATES // 80)
    works = [await at.work(f"Чашка {number}", pieces=500) for number in range(4)]
    variants = [int(await at.variant(work)) for work in works]
    for number in people:
        for work in works:
            at.telegram.user_starts(number, f"p_{work}")
    await at.handle()
    expected: dict[int, dict[int, int]] = {number: dict.fromkeys(variants, 30) for number in people}
    for number in people:
        person = await at.shop.customers.find(number)
        assert person is not None
        for variant in variants:
            await at.shop.cart.change(person.id, variant, 30)  # type: ignore[arg-type]
    for _ in range(UPDATES):
        number, which, more = chance.choice(people), chance.randrange(len(works)), chance.random() < 0.6
        if expected[number][variants[which]] + (1 if more else -1) < 5:
            more = True
        expected[number][variants[which]] += 1 if more else -1
        data = f"cm:{variants[which]}" if more else f"cl:{variants[which]}"
        at.telegram.user_presses(number, number, at.last(number)["message_id"], data, forged=True)
    raws, at.telegram.updates.waiting = at.telegram.updates.waiting, []
    delivered: list[tuple[float, dict[str, Any]]] = []
    for place, raw in enumerate(raws):
        delivered += [(place + chance.uniform(0, WINDOW), raw) for _ in range(chance.randint(1, 5))]
    delivered.sort(key=lambda each: each[0])
    assert [raw["update_id"] for _, raw in delivered] != sorted(raw["update_id"] for _, raw in delivered)
    for begin in range(0, len(delivered), 50):
        await at.intake.accept([raw for _, raw in delivered[begin : begin + 50]])
        if chance.random() < 0.3:
            await asyncio.sleep(0)
    await at.intake.drain(1200)
    assert await carts(at.shop, people) == expected
    answers = len(at.telegram.calls("answerCallbackQuery"))
    assert answers == UPDATES, "each tap is answered once, however often it came"


async def test_the_same_batch_twice_is_once(at: Counter) -> None:
    work = await at.work(pieces=9)
    await at.starts(601, f"p_{work}")
    at.telegram.user_presses(601, 601, at.last(601)["message_id"], label="➕")
    raws, at.telegram.updates.waiting = at.telegram.updates.waiting, []
    await asyncio.gather(*(at.intake.accept([*raws, *raws]) for _ in range(5)))
    await at.intake.drain()
    assert (await carts(at.shop, [601]))[601] == {await at.variant(work): 1}
