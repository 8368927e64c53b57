"""Is a deep link of whatever shape harmless?"""

import os
import random
import string

import pytest
from sqlalchemy import text

from bot.basics.ids import OrderId
from tests.support.counter import MARIA, OWNER, Counter, labels, words

FULL = bool(os.environ.get("VERNISSAGE_FULL"))
LINKS = 10_000 if FULL else 100
EACH = 100
_SIGNS = string.ascii_letters + string.digits + "_-"


def payload(chance: random.Random, known: list[str]) -> str:
    """What the app lets through (1–64 of A–Z, a–z, 0–9, _ and -), near to something real or not at all."""
    match chance.randrange(4):
        case 0:
            made = "".join(chance.choice(_SIGNS) for _ in range(chance.randint(1, 64)))
        case 1:
            rest = "".join(chance.choice(string.ascii_letters + string.digits) for _ in range(chance.randint(0, 40)))
            made = f"{chance.choice('pcorhjsxz')}_{rest}"
        case 2:
            number = chance.choice([0, 1, 2, 10**6, 2**31, 2**63 - 1, 2**63, 10**40])
            made = f"{chance.choice('pc')}_{number}"
        case _:
            made = chance.choice(known)
            place = chance.randrange(len(made))
            made = made[:place] + chance.choice(_SIGNS) + made[place + 1 :]
    if chance.random() < 0.3:
        made += "-s_" + chance.choice(["post7", "UPPER", "", "a" * 60, "fair-s_fair"])
    return made[:64]


@pytest.mark.timeout(1800)
async def test_forged_links_open_nothing_of_anybody_else_and_break_nothing(at: Counter) -> None:
    chance = random.Random(41)
    product = await at.work(pieces=50)
    await at.starts(MARIA, f"p_{product}")
    await at.press(MARIA, "⚡")
    await at.press(MARIA, "🤝")
    await at.deliver()
    order = await at.shop.orders.get(OrderId(1))
    maria = await at.shop.customers.find(MARIA)
    assert maria is not None
    code = await at.shop.customers.recommendation(maria.id)
    known = [f"o_{order.token}", f"h_{order.hand_token}", f"r_{code}", f"p_{product}", "c_1", "j_" + "a" * 17]
    people = at.crowd(LINKS // EACH)
    for user in people:
        for _ in range(EACH):
            before = len(at.telegram.chat(user))
            shown = await at.starts(user, payload(chance, known))
            assert len(at.telegram.chat(user)) == before + 2, "a link and one answer"
            assert labels(shown)
            assert order.number not in words(shown)
        for exact in (f"o_{order.token}", f"h_{order.hand_token}", f"h_{order.hand_token}-s_x"):
            foreign = await at.starts(user, exact)
            assert words(foreign).startswith("🙅")
            assert order.number not in words(foreign)
        at.telegram.records.pop(str(user))
    assert await at.shop.orders.get(OrderId(1)) == order
    async with at.database.reading() as session:
        sources = (await session.execute(text("SELECT DISTINCT last_source FROM customer"))).scalars().all()
    assert {each for each in sources if each} <= {"post7", "a" * 60, "x", *(f"{'a' * n}" for n in range(1, 61))}


async def test_a_sellers_link_is_no_weaker(at: Counter) -> None:
    for each in ("h_", "h_x", "h_" + "a" * 60, "o_x", "r_" + "a" * 17, "p_0"):
        assert words(await at.starts(OWNER, each)).startswith("🙅")
