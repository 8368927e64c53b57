"""Does every change reach a channel's webhook, each message once, whatever goes wrong on the way?"""

import asyncio
import json
from collections.abc import AsyncIterator
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import text

from bot.basics.clock import MovableClock
from bot.jobs.loops import tell_channels
from bot.partners.hooks.sender import HttpHooks
from bot.shop.channels.values import ChannelKind
from bot.shop.orders.values import PayWay
from bot.shop.shop import Shop, build_shop
from bot.shop.stock.values import Wanted
from bot.storage.database import Database
from tests.support.counter import Statements
from tests.support.receiver import Receiver, receiver
from tests.support.shops import POLICIES, STUDIO, a_work, someone


@pytest.fixture
async def shop(database: Database, clock: MovableClock) -> Shop:
    made = build_shop(
        database,
        defaults=POLICIES,
        language="ru",
        gateway=None,
        bot_username="vernissage_bot",
        hook_sender=HttpHooks(clock=clock, timeout_s=0.5),
    )
    await made.pickup.begin(STUDIO, "studio")
    return made


@pytest.fixture
async def site(shop: Shop, clock: MovableClock) -> AsyncIterator[Receiver]:
    """A website that listens from now on."""
    async with receiver(clock) as opened:
        opened.secret = (await shop.register.add("site", ChannelKind.WEBSITE)).signing_secret
        await shop.hooks.set_address("site", opened.url, local=True)
        yield opened
    assert opened.unsigned == 0


async def _told(shop: Shop, site: Receiver, count: int) -> None:
    """Until it has taken so many: on PostgreSQL an open transaction of anybody delays the feed a little."""
    async with asyncio.timeout(20):
        while len(site.taken) < count:
            await tell_channels(shop)
            await asyncio.sleep(0 if len(site.taken) >= count else 0.02)
    await tell_channels(shop)
    # PostgreSQL tells in parts what changed while a transaction anywhere in the cluster was open
    assert len(site.taken) == count or shop.hooks.database.writer.dialect.name == "postgresql"


async def _heard(shop: Shop, site: Receiver, wanted: set[str], since: int = 0) -> set[str]:
    """Until it has heard of those works, in one message or, where the feed is held up, in more. All it heard of."""
    async with asyncio.timeout(20):
        while not wanted <= (heard := set().union(*map(_skus, site.taken[since:]))):
            await tell_channels(shop)
            await asyncio.sleep(0.02)
    return heard


def _skus(told: dict[str, Any]) -> set[str]:
    return {item["sku"] for item in told["items"]} if told["type"] == "stock.changed" else set()


async def _alerts(database: Database) -> list[dict[str, Any]]:
    async with database.reading() as session:
        rows = await session.execute(text("SELECT payload FROM outbox WHERE key LIKE 'sellers:hook_paused:%'"))
        return [row[0] if isinstance(row[0], dict) else json.loads(row[0]) for row in rows]


async def test_what_was_there_before_is_not_told_and_every_change_is(shop: Shop, clock: MovableClock) -> None:
    seller = await someone(shop)
    _, _, old = await a_work(shop, seller, pieces=3)
    async with receiver(clock) as site:
        site.secret = (await shop.register.add("site", ChannelKind.WEBSITE)).signing_secret
        await shop.hooks.set_address("site", site.url, local=True)
        _, _, new = await a_work(shop, seller, pieces=3)
        heard = await _heard(shop, site, {new})
        assert heard == {new} or shop.hooks.database.writer.dialect.name == "postgresql"
        assert set(site.taken[0]["items"][0]) == {"sku", "location", "version"}
        before = len(site.taken)
        await shop.shelves.count(old, 1, seller, "a count")
        await _heard(shop, site, {old}, before)
        assert site.taken[before]["since"] == site.taken[before - 1]["cursor"]


async def test_an_order_is_told_without_its_buyer(shop: Shop, site: Receiver) -> None:
    _, variant, _ = await a_work(shop, await someone(shop), pieces=2)
    await _told(shop, site, 1)
    buyer = await someone(shop, "Секретова")
    started = await shop.checkout.start(buyer, "ru", [Wanted(variant, 1)])
    await shop.checkout.confirm(started.order.id, buyer, PayWay.AT_PICKUP, None)
    async with asyncio.timeout(20):
        while "order.accepted" not in {told["type"] for told in site.taken}:
            await tell_channels(shop)
    told = next(each for each in site.taken if each["type"] == "order.accepted")
    assert set(told["order"]) == {"number", "state", "changed_at"}
    assert "Секретова" not in json.dumps(site.taken, ensure_ascii=False)


async def test_a_failed_message_comes_again_word_for_word_and_then_what_was_missed(
    shop: Shop, site: Receiver, clock: MovableClock
) -> None:
    seller = await someone(shop)
    site.faults = ["503", "hang", "429 Retry-After: 3000"]
    _, _, first = await a_work(shop, seller, pieces=3)
    waits = []
    async with asyncio.timeout(20):
        while not site.tries:
            await tell_channels(shop)
    for _ in range(2):
        others = [await a_work(shop, seller) for _ in range(3)]
        before = len(site.tries)
        for minute in range(1, 100):
            clock.move(timedelta(minutes=1))
            await tell_channels(shop)
            if len(site.tries) > before:
                waits.append(minute)
                break
    assert waits == [1, 5]
    assert site.taken == []
    clock.move(timedelta(minutes=49))
    await tell_channels(shop)
    assert len(site.tries) == 3, "it asked for fifty minutes"
    clock.move(timedelta(minutes=2))
    missed = {sku for _, _, sku in others}
    await _heard(shop, site, missed, 1)
    assert site.tries[0] == site.tries[1] == site.tries[2] == site.tries[3] == site.taken[0]
    assert _skus(site.taken[0]) == {first}


async def test_a_dead_end_is_paused_told_once_and_loses_nothing(
    shop: Shop, site: Receiver, clock: MovableClock, database: Database
) -> None:
    seller = await someone(shop)
    site.faults = ["500"] * 7
    _, _, sku = await a_work(shop, seller)
    async with asyncio.timeout(20):
        while not site.tries:
            await tell_channels(shop)
    for _ in range(6):
        clock.move(timedelta(hours=24, minutes=1))
        await tell_channels(shop)
    assert len(site.tries) == 7
    for _ in range(3):
        clock.move(timedelta(days=2))
        _, _, later = await a_work(shop, seller)
        await tell_channels(shop)
    assert len(site.tries) == 7, "it is paused"
    alerts = await _alerts(database)
    assert [(each["channel"], each["error"]) for each in alerts] == [("site", "HTTP 500")]
    await shop.hooks.resume("site")
    await _heard(shop, site, {sku, later})


async def test_gone_is_the_end_at_once(shop: Shop, site: Receiver, database: Database) -> None:
    site.faults = ["410"]
    await a_work(shop, await someone(shop))
    async with asyncio.timeout(20):
        while not await _alerts(database):
            await tell_channels(shop)
    assert len(site.tries) == 1


async def test_a_message_that_was_sent_before_a_kill_is_the_same_after_it(
    shop: Shop, site: Receiver, clock: MovableClock
) -> None:
    await a_work(shop, await someone(shop))
    async with asyncio.timeout(20):
        while not await shop.hooks.look():
            pass
    (leased,) = await shop.hooks.claim()
    await shop.hooks.deliver(leased)
    assert await shop.hooks.claim() == []
    # as if the process had died before it could write that down
    async with shop.hooks.database.transaction() as session:
        await session.execute(text("UPDATE channel_delivery SET state = 'open', ended_at = NULL"))
    clock.move(timedelta(minutes=2))
    await tell_channels(shop)
    assert (len(site.tries), len(site.taken)) == (2, 1)


async def test_several_workers_send_each_message_once(shop: Shop, site: Receiver) -> None:
    seller = await someone(shop)
    for _ in range(4):
        await a_work(shop, seller)
        await asyncio.gather(*(tell_channels(shop) for _ in range(4)))
    async with asyncio.timeout(20):
        while await shop.hooks.look() or len({sku for told in site.taken for sku in _skus(told)}) < 4:
            await tell_channels(shop)
    assert len(site.tries) == len(site.taken)


async def test_a_channel_that_is_off_or_listens_elsewhere_hears_nothing_here(
    shop: Shop, site: Receiver, clock: MovableClock
) -> None:
    seller = await someone(shop)
    await shop.register.disable("site")
    await a_work(shop, seller)
    await tell_channels(shop)
    site.secret = (await shop.register.rotate_key("site")).signing_secret
    await _told(shop, site, 1)
    async with receiver(clock) as other:
        other.secret = site.secret
        await shop.hooks.set_address("site", other.url, local=True)
        await a_work(shop, seller)
        await _told(shop, other, 1)
    await shop.hooks.set_address("site", None)
    taken = len(site.taken)
    await a_work(shop, seller)
    await tell_channels(shop)
    assert len(site.taken) == taken


async def test_one_dead_site_keeps_no_other_waiting(shop: Shop, site: Receiver, clock: MovableClock) -> None:
    async with receiver(clock) as dead:
        dead.secret = (await shop.register.add("dead", ChannelKind.SHOP)).signing_secret
        await shop.hooks.set_address("dead", dead.url, local=True)
        dead.faults = ["hang"] * 9
        seller = await someone(shop)
        for number in range(1, 4):
            await a_work(shop, seller)
            await _told(shop, site, number)
        assert len(dead.tries) == 1


async def test_looking_for_news_is_cheap_when_nobody_listens(shop: Shop, database: Database) -> None:
    await shop.register.add("silent", ChannelKind.SHOP)
    with Statements(database) as asked:
        await tell_channels(shop)
    assert len(asked.seen) <= 2
