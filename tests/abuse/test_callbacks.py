"""Does forged callback data open nothing, break nothing, and always get an answer?"""

import os
import random
import string
from typing import Any, Literal, get_args, get_origin

import pytest
from aiogram.filters.callback_data import CallbackData

from bot.basics.ids import OrderId
from tests.support.counter import MARIA, PETER, Counter, labels, words
from tests.updates.test_old_buttons import buttons_about, factories

FULL = bool(os.environ.get("VERNISSAGE_FULL"))
FORGED = 100_000 if FULL else 400
FOREIGN = 1_000 if FULL else 60
EACH = 100
"""Taps of one person: below the limit after which nothing is handled."""
_SIGNS = string.ascii_letters + string.digits + ":-_.,;/\\'\"<>&%$#@!*() \t\u0000🙂é\u202e"


def mutated(chance: random.Random, honest: list[str]) -> str:
    """Random signs, or an honest button with some of them changed, doubled, dropped or swapped for numbers."""
    if chance.random() < 0.25:
        return "".join(chance.choice(_SIGNS) for _ in range(chance.randint(1, 64)))
    data = chance.choice(honest)
    for _ in range(chance.randint(0, 3)):
        place = chance.randrange(len(data) + 1)
        match chance.randrange(5):
            case 0:
                data = data[:place] + chance.choice(_SIGNS) + data[place:]
            case 1:
                data = data[:place] + data[place + 1 :]
            case 2:
                parts = data.split(":")
                number = chance.choice([0, 1, 2, 3, -1, 2**31, 2**63 - 1, 2**63, 10**30, "", "True", "nan", "1e9", "١"])
                parts[chance.randrange(len(parts))] = str(number)
                data = ":".join(parts)
            case 3:
                data = data + ":" + str(chance.randint(0, 99))
            case _:
                data = data.upper()
    while len(data.encode()) > 64:
        data = data[:-1]
    return data or "0"


@pytest.mark.timeout(3600)
async def test_forged_buttons_break_nothing_and_open_nothing_of_anybody_else(at: Counter) -> None:
    chance = random.Random(40)
    product = await at.work("Тайная покупка", pieces=500)
    await at.starts(MARIA, f"p_{product}")
    await at.press(MARIA, "⚡")
    await at.press(MARIA, "🤝")
    await at.deliver()
    mine = await at.shop.orders.get(OrderId(1))
    variant = int(await at.variant(product))
    honest = [data for number in (0, 1) for data in buttons_about(number, product, variant)]
    secrets = (mine.code, mine.token, mine.hand_token)
    for user in at.crowd(FORGED // EACH):
        at.telegram.user_starts(user)
        await at.handle()
        door = at.last(user)["message_id"]
        for _ in range(EACH):
            at.telegram.user_presses(user, user, door, mutated(chance, honest), forged=True)
        await at.handle()
        seen = str(at.telegram.chat(user))
        assert not any(secret in seen for secret in secrets)
        assert f"Заказ {mine.number}" not in seen
        at.telegram.records.pop(str(user))
    after = await at.shop.orders.get(OrderId(1))
    assert (after.state, after.lines, after.total) == (mine.state, mine.lines, mine.total)
    assert at.telegram.unanswered() == []
    assert await at.shop.stock.differences() == []
    assert await at.shop.payments.differences() == []


@pytest.mark.timeout(1800)
async def test_ids_of_others_orders_are_refused_every_time(at: Counter) -> None:
    product = await at.work(pieces=500)
    orders = []
    for way in ("🤝", "💳", ""):
        await at.starts(MARIA, f"p_{product}")
        await at.press(MARIA, "⚡")
        maria = await at.shop.customers.find(MARIA)
        assert maria is not None
        draft = await at.shop.attention.pressing(maria.id)
        if way:
            await at.press(MARIA, way)
            await at.deliver()
        assert draft is not None
        orders.append(draft.id)
    before = [await at.shop.orders.get(order) for order in orders]
    kinds = [kind for kind in factories() if "order" in kind.model_fields and "buyer" in kind.__module__]
    assert len(kinds) >= 9
    tries = 0
    for user in at.crowd(FOREIGN // 50 + 1):
        at.telegram.user_starts(user)
        await at.handle()
        for _ in range(50):
            kind, order = kinds[tries % len(kinds)], orders[tries % len(orders)]
            data = next(each for each in buttons_about(order, product, 1) if each.split(":")[0] == kind.__prefix__)
            shown = await at.forge(user, data)
            assert words(shown).startswith("🙅"), (data, words(shown))
            tries += 1
    assert tries >= FOREIGN
    assert [await at.shop.orders.get(order) for order in orders] == before


def test_packed_data_of_every_kind_fits_at_the_largest_ids() -> None:
    for kind in factories():
        values = {name: _largest(field) for name, field in kind.model_fields.items()}
        packed: str = kind.model_construct(None, **values).pack()
        assert len(packed.encode()) <= 64, kind


def _largest(field: Any) -> Any:
    """What its field allows at most."""
    kind, bounds = field.annotation, [each.le for each in field.metadata if hasattr(each, "le")]
    if bounds:
        return min(bounds)
    known = {int: 2**63 - 1, bool: True, str: "x" * 12}
    if get_origin(kind) is Literal:
        return max(get_args(kind), key=len)
    return known[kind] if kind in known else list(kind)[-1]


def test_every_kind_of_button_has_a_prefix_of_its_own() -> None:
    prefixes = [kind.__prefix__ for kind in factories(CallbackData)]
    assert len(prefixes) == len(set(prefixes))


async def test_a_buyer_reaches_no_button_of_the_seller(at: Counter) -> None:
    product = await at.work(pieces=5)
    for each in buttons_about(1, product, int(await at.variant(product))):
        kind = next(kind for kind in factories() if kind.__prefix__ == each.split(":")[0])
        if "seller" in kind.__module__:
            await at.starts(PETER)
            shown = await at.forge(PETER, each)
            assert labels(shown)[0].startswith("🛍"), each
