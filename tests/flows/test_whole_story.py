"""Does the whole story come out right over real HTTP, whatever is lost or killed on the way?"""

import asyncio
import random
import re
from collections.abc import Awaitable, Callable
from pathlib import Path

import pytest
from sqlalchemy import URL

from bot.basics.clock import SystemClock
from bot.shop.shop import Shop
from bot.storage.database import Database
from tests.support.pictures import painting
from tests.support.shops import open_shop
from tests.support.theatre import BUYER, RIVAL, SELLER, SHOWCASE, Theatre, said, theatre

CAPTION = "Закат над Невой, 12 000, холст, масло, 40×50"
Between = Callable[[Theatre], Awaitable[None]]

pytestmark = pytest.mark.timeout(600)


async def nothing(_stage: Theatre) -> None:
    """Nobody disturbs the play."""


class Killer:
    """kill -9 a moment after each step, and start again."""

    def __init__(self, seed: int) -> None:
        self._random = random.Random(seed)
        self.kills = 0

    async def __call__(self, stage: Theatre) -> None:
        await asyncio.sleep(self._random.choice((0.0, 0.02, 0.05, 0.1, 0.2, 0.4)))
        await stage.kill()
        self.kills += 1
        await stage.start()


async def list_a_work(stage: Theatre, between: Between) -> int:
    """The seller sends one photo and publishes it; the number of the work."""
    stage.telegram.user_sends_photo(SELLER, painting(), CAPTION)
    await between(stage)
    await stage.press(SELLER, "📣")
    await between(stage)
    await stage.sees(SHOWCASE, "Закат над Невой")
    link = await stage.link_of(SHOWCASE, "⚡")
    found = re.search(r"start=p_(\d+)", link)
    assert found is not None, link
    return int(found[1])


async def reach_payment(stage: Theatre, buyer: int, work: int, between: Between) -> None:
    """Post → card → ⚡ → (one point is skipped) → the screen with the ways to pay."""
    stage.telegram.user_starts(buyer, f"p_{work}")
    await between(stage)
    await stage.press(buyer, "⚡")
    await between(stage)


async def pay_online(stage: Theatre, buyer: int, between: Between) -> None:
    await stage.press(buyer, "💳")
    await between(stage)
    url = await stage.link_of(buyer, "💳")
    stage.yookassa.pay(url.rsplit("/", 1)[1])
    await between(stage)


async def hand_out(stage: Theatre, buyer: int, between: Between) -> None:
    """👌 → the buyer reads the code → 🤲 → the seller types it."""
    await stage.sees(SELLER, "🆕")
    await stage.press(SELLER, "👌")
    await between(stage)
    ready = await stage.sees(buyer, "👌")
    code = re.search(r"\b\d{6}\b", said(ready))
    assert code is not None, ready
    await stage.press(SELLER, "🤲")
    await between(stage)
    await stage.sees(SELLER, "🤲")
    stage.telegram.user_sends_text(SELLER, code[0])
    await between(stage)


async def books(database_url: URL) -> tuple[Shop, Database]:
    database = Database(database_url, SystemClock(), checkpoints=False)
    return await open_shop(database), database


async def assert_the_books_agree(stage: Theatre, database_url: URL) -> None:
    shop, database = await books(database_url)
    try:
        assert await shop.stock.differences() == []
        assert await shop.payments.differences() == []
    finally:
        await database.close()
    assert stage.telegram.defects == []


async def test_a_work_goes_from_a_photo_to_the_buyers_hands(database_url: URL, tmp_path: Path) -> None:
    async with theatre(tmp_path, database_url) as stage:
        await stage.start()
        work = await list_a_work(stage, nothing)
        await reach_payment(stage, BUYER, work, nothing)
        await pay_online(stage, BUYER, nothing)
        await stage.sees(BUYER, "🎉")
        await hand_out(stage, BUYER, nothing)
        await stage.sees(SELLER, "🤲")
        await stage.sees(BUYER, "🤲")
        assert len(stage.yookassa.payments()) == 1
        assert await stage.stop() == 0
        await assert_the_books_agree(stage, database_url)


async def test_by_webhook_the_story_is_the_same(database_url: URL, tmp_path: Path) -> None:
    async with theatre(tmp_path, database_url, mode="webhook") as stage:
        await stage.start()
        work = await list_a_work(stage, nothing)
        await reach_payment(stage, BUYER, work, nothing)
        await pay_online(stage, BUYER, nothing)
        await stage.sees(BUYER, "🎉")
        await hand_out(stage, BUYER, nothing)
        await stage.sees(BUYER, "🤲")
        await assert_the_books_agree(stage, database_url)


async def test_a_lost_notification_is_found_by_the_reconciler(database_url: URL, tmp_path: Path) -> None:
    async with theatre(tmp_path, database_url, lose_notices=True) as stage:
        await stage.start()
        work = await list_a_work(stage, nothing)
        await reach_payment(stage, BUYER, work, nothing)
        await pay_online(stage, BUYER, nothing)
        await stage.sees(BUYER, "🎉")
        await stage.sees(SELLER, "🆕")
        await assert_the_books_agree(stage, database_url)


async def test_of_two_buyers_one_gets_the_last_piece_and_the_other_a_kind_word(
    database_url: URL, tmp_path: Path
) -> None:
    async with theatre(tmp_path, database_url) as stage:
        await stage.start()
        work = await list_a_work(stage, nothing)
        stage.telegram.user_starts(BUYER, f"p_{work}")
        stage.telegram.user_starts(RIVAL, f"p_{work}")
        await asyncio.gather(stage.press(BUYER, "⚡"), stage.press(RIVAL, "⚡"))
        loser = await stage.until(
            lambda: next((chat for chat in (BUYER, RIVAL) if stage.find(chat, "😔")), None), "nobody lost"
        )
        winner = BUYER if loser == RIVAL else RIVAL
        await pay_online(stage, winner, nothing)
        await stage.sees(winner, "🎉")
        await hand_out(stage, winner, nothing)
        await stage.sees(winner, "🤲")
        await assert_the_books_agree(stage, database_url)


async def test_paid_at_pickup_the_sum_is_asked_for_at_the_hand_over(database_url: URL, tmp_path: Path) -> None:
    async with theatre(tmp_path, database_url) as stage:
        await stage.start()
        work = await list_a_work(stage, nothing)
        await reach_payment(stage, BUYER, work, nothing)
        await stage.press(BUYER, "🤝")
        await stage.sees(BUYER, "🎉")
        await hand_out(stage, BUYER, nothing)
        await stage.press(SELLER, "💵")
        await stage.sees(BUYER, "🤲")
        await assert_the_books_agree(stage, database_url)


async def test_killed_at_every_step_nothing_is_lost_and_nothing_happens_twice(
    database_url: URL, tmp_path: Path
) -> None:
    async with theatre(tmp_path, database_url) as stage:
        killer = Killer(7)
        await stage.start()
        work = await list_a_work(stage, killer)
        await reach_payment(stage, BUYER, work, killer)
        await pay_online(stage, BUYER, killer)
        await stage.sees(BUYER, "🎉")
        await hand_out(stage, BUYER, killer)
        await stage.sees(BUYER, "🤲")
        assert killer.kills >= 8
        assert len(stage.yookassa.payments()) == 1
        for chat, beginning, kills_since in ((BUYER, "👌", 3), (BUYER, "🤲", 1), (SELLER, "🆕", 4)):
            times = stage.sent(chat, beginning)
            assert 1 <= times <= 1 + kills_since, (chat, beginning, times)
        await assert_the_books_agree(stage, database_url)
