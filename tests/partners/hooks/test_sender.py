"""Does a message reach only whom it may, and does no answer do harm?"""

import time
from collections.abc import Sequence
from datetime import timedelta

import pytest

from bot.basics.clock import MovableClock
from bot.partners.hooks.sender import HttpHooks
from bot.shop.hooks.errors import HookFailed
from bot.shop.hooks.rules import signature
from tests.support.receiver import Receiver, receiver

BODY = '{"id":"1","type":"stock.changed"}'


def _headers(site: Receiver) -> dict[str, str]:
    return {
        "Content-Type": "application/json",
        "Vernissage-Event": "stock.changed",
        "Vernissage-Delivery": "1",
        "Vernissage-Signature": signature(site.secret, int(site.clock.now().timestamp()), BODY),
    }


async def test_a_message_arrives_signed(clock: MovableClock) -> None:
    async with receiver(clock) as site:
        answer = await HttpHooks(clock=clock).post(site.url, _headers(site), BODY.encode(), local=True)
        assert (answer.status, answer.retry_after_s, len(site.taken)) == (204, None, 1)


@pytest.mark.parametrize(
    "number", ["127.0.0.1", "10.1.2.3", "169.254.169.254", "::1", "::ffff:10.0.0.1", "fe80::1%eth0"]
)
async def test_a_name_that_leads_inside_is_not_followed(clock: MovableClock, number: str) -> None:
    async def astray(_host: str, _port: int) -> Sequence[str]:
        return ["8.8.8.8", number]

    with pytest.raises(HookFailed, match="not public"):
        await HttpHooks(clock=clock, resolver=astray).post("https://shop.example.org/", {}, b"", local=False)


async def test_an_address_of_this_machine_is_only_told_where_it_was_meant(clock: MovableClock) -> None:
    async with receiver(clock) as site:
        with pytest.raises(HookFailed):
            await HttpHooks(clock=clock).post(site.url, _headers(site), BODY.encode(), local=False)
        assert site.tries == []


async def test_a_redirect_is_an_answer_and_not_followed(clock: MovableClock) -> None:
    async with receiver(clock) as site, receiver(clock) as trap:
        site.faults = [f"302 Location: {trap.url}"]
        answer = await HttpHooks(clock=clock).post(site.url, _headers(site), BODY.encode(), local=True)
        assert (answer.status, trap.tries, trap.unsigned) == (302, [], 0)


@pytest.mark.parametrize(
    ("said", "why"), [("hang", "no answer"), ("cut", "not HTTP"), ("junk", "not HTTP"), ("endless", "not HTTP")]
)
async def test_a_broken_answer_is_a_failure_in_time(clock: MovableClock, said: str, why: str) -> None:
    async with receiver(clock) as site:
        site.faults = [said]
        began = time.monotonic()
        with pytest.raises(HookFailed, match=why):
            await HttpHooks(clock=clock, timeout_s=0.3).post(site.url, _headers(site), BODY.encode(), local=True)
        assert time.monotonic() - began < 2


async def test_nobody_there_is_a_failure(clock: MovableClock) -> None:
    async with receiver(clock) as site:
        url = site.url
    with pytest.raises(HookFailed, match="cannot be reached"):
        await HttpHooks(clock=clock).post(url, {}, b"", local=True)


async def test_a_wait_is_read_as_seconds_or_as_a_date(clock: MovableClock) -> None:
    at = (clock.now() + timedelta(minutes=7)).strftime("%a, %d %b %Y %H:%M:%S GMT")
    async with receiver(clock) as site:
        for said, seconds in (("600", 600.0), (at, 420.0), ("soon", None), ("-5", None), ("9" * 400, None)):
            site.faults = [f"429 Retry-After: {said}"]
            answer = await HttpHooks(clock=clock).post(site.url, _headers(site), BODY.encode(), local=True)
            assert (answer.status, answer.retry_after_s) == (429, seconds)
