"""Does a bad wire stay in the gateway's threads, and do the keys stay in the gateway?"""

import asyncio
import logging
import socket
import subprocess
import sys
import threading
import time
import traceback
from base64 import b64encode
from collections.abc import Callable

import pytest

from bot.partners.pretend.yookassa.server import PretendYooKassa
from bot.partners.yookassa.gateway import YooKassaGateway
from bot.shop.payments.errors import GatewayRefused, GatewayUnreachable

BodyOf = Callable[..., str]
MakeGateway = Callable[..., YooKassaGateway]


async def longest_stall_s(done: asyncio.Event) -> float:
    longest = 0.0
    while not done.is_set():
        before = time.perf_counter()
        await asyncio.sleep(0.005)
        longest = max(longest, time.perf_counter() - before - 0.005)
    return longest


async def until_gone(prefix: str, limit_s: float = 3.0) -> bool:
    deadline = time.perf_counter() + limit_s
    while time.perf_counter() < deadline:
        if not any(thread.name.startswith(prefix) for thread in threading.enumerate()):
            return True
        await asyncio.sleep(0.02)
    return False


async def test_credentials_of_two_shops_in_one_process_never_mix(
    make_gateway: MakeGateway, yookassa: PretendYooKassa, body_of: BodyOf
) -> None:
    first, second = make_gateway("100500"), make_gateway("100600")
    made = await asyncio.gather(
        *(shop.create(f"k-{number}", body_of()) for number in range(40) for shop in (first, second))
    )
    assert [payment.test for payment in made] == [True, False] * 40
    assert (first.live, second.live) == (False, True)
    with pytest.raises(GatewayRefused):
        await second.status(made[0].provider_id)
    assert {seen.shop for seen in yookassa.journal} == {"100500", "100600"}


async def test_calls_that_hang_never_block_the_loop_and_end_in_time(
    make_gateway: MakeGateway, yookassa: PretendYooKassa, body_of: BodyOf
) -> None:
    gateway = make_gateway(read_s=0.5)
    await gateway.create("warm", body_of())
    yookassa.fail("hang", times=8, hang_s=20)
    done = asyncio.Event()
    watch = asyncio.gather(longest_stall_s(done))
    started = time.perf_counter()
    answers = await asyncio.gather(
        *(gateway.create(f"k-{number}", body_of()) for number in range(8)), return_exceptions=True
    )
    took = time.perf_counter() - started
    done.set()
    (stall,) = await watch
    assert all(isinstance(answer, GatewayUnreachable) for answer in answers)
    assert took < 2
    assert stall < 0.25  # a generous bound for a loaded machine; a blocked loop would stand still for 0.5 s


async def test_giving_up_on_a_call_frees_its_thread_for_those_who_wait(
    make_gateway: MakeGateway, yookassa: PretendYooKassa, body_of: BodyOf
) -> None:
    gateway = make_gateway(call_limit_s=0.8)
    yookassa.fail("hang", times=8, hang_s=20)
    hanging = asyncio.gather(*(gateway.create(f"k-{number}", body_of()) for number in range(8)), return_exceptions=True)
    await asyncio.sleep(0.4)
    started = time.perf_counter()
    waiting = await asyncio.gather(*(gateway.create(f"w-{number}", body_of()) for number in range(5)))
    assert time.perf_counter() - started < 0.8
    assert [payment.amount_minor for payment in waiting] == [149000] * 5
    assert all(isinstance(answer, GatewayUnreachable) for answer in await hanging)


async def test_waiting_for_a_free_thread_counts_and_what_is_given_up_there_is_never_sent(
    make_gateway: MakeGateway, yookassa: PretendYooKassa, body_of: BodyOf
) -> None:
    gateway = make_gateway(call_limit_s=0.8)
    yookassa.fail("hang", times=8, hang_s=20)
    hanging = asyncio.gather(*(gateway.create(f"k-{number}", body_of()) for number in range(8)), return_exceptions=True)
    await asyncio.sleep(0.1)
    with pytest.raises(TimeoutError):
        async with asyncio.timeout(0.3):
            await gateway.create("given-up", body_of())
    await hanging
    await gateway.create("last", body_of())
    assert {seen.key for seen in yookassa.journal} == {*(f"k-{number}" for number in range(8)), "last"}


async def test_an_answer_that_drips_is_cut_off_in_time() -> None:
    stop = threading.Event()
    listening = socket.create_server(("127.0.0.1", 0))

    def drip() -> None:
        connection, _ = listening.accept()
        with connection:
            while not stop.is_set():
                try:
                    connection.sendall(b"H")
                except OSError:
                    return
                time.sleep(0.05)

    thread = threading.Thread(target=drip, daemon=True)
    thread.start()
    gateway = YooKassaGateway("1", "test_x", f"http://127.0.0.1:{listening.getsockname()[1]}/v3", call_limit_s=0.5)
    started = time.perf_counter()
    with pytest.raises(GatewayUnreachable):
        await gateway.status("a-1")
    assert time.perf_counter() - started < 1
    gateway.close()
    assert await until_gone("yookassa")
    stop.set()
    thread.join(5)
    listening.close()


async def test_nobody_listening_is_unknown_after_one_quick_second_try() -> None:
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    gateway = YooKassaGateway("1", "test_x", f"http://127.0.0.1:{port}/v3")
    started = time.perf_counter()
    with pytest.raises(GatewayUnreachable):
        await gateway.status("a-1")
    assert time.perf_counter() - started < 2
    gateway.close()


async def test_closing_ends_what_is_under_way_and_frees_the_threads(
    make_gateway: MakeGateway, yookassa: PretendYooKassa, body_of: BodyOf
) -> None:
    gateway = make_gateway(read_s=10)
    yookassa.fail("hang", times=8, hang_s=20)
    waiting = asyncio.gather(
        *(gateway.create(f"k-{number}", body_of()) for number in range(12)), return_exceptions=True
    )
    async with asyncio.timeout(5):
        while len(yookassa.journal) < 8:  # noqa: ASYNC110 - the pretend server runs in a thread and has no event
            await asyncio.sleep(0.02)
    started = time.perf_counter()
    gateway.close()
    answers = await waiting
    assert all(isinstance(answer, GatewayUnreachable) for answer in answers)
    assert await until_gone("yookassa")
    assert time.perf_counter() - started < 2
    with pytest.raises(GatewayUnreachable):
        await gateway.status("a-1")


async def test_a_cancelled_caller_leaves_no_thread_behind(
    make_gateway: MakeGateway, yookassa: PretendYooKassa, body_of: BodyOf
) -> None:
    gateway = make_gateway(read_s=10)
    yookassa.fail("hang", hang_s=20)
    with pytest.raises(TimeoutError):
        async with asyncio.timeout(0.4):
            await gateway.create("k-1", body_of())
    gateway.close()
    assert await until_gone("yookassa")


async def test_the_environment_sends_nothing_through_a_proxy(
    gateway: YooKassaGateway, body_of: BodyOf, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("HTTP_PROXY", "http_proxy", "ALL_PROXY"):
        monkeypatch.setenv(name, "http://127.0.0.1:1")
    assert (await gateway.create("k-1", body_of())).amount_minor == 149000


async def test_the_secret_key_is_in_no_log_no_error_and_no_repr(
    make_gateway: MakeGateway, yookassa: PretendYooKassa, body_of: BodyOf, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    gateway = make_gateway(read_s=0.3)
    told = [repr(gateway), str(vars(yookassa)["journal"])]
    for kind in ("401", "400", "429", "500", "502", "202", "reset", "cut", "hang"):
        yookassa.fail(kind)
        try:
            await gateway.create(f"k-{kind}", body_of())
        except (GatewayRefused, GatewayUnreachable) as error:
            told.append("".join(traceback.TracebackException.from_exception(error, capture_locals=True).format()))
    assert len(told) == 11
    everything = "\n".join([*told, caplog.text, *(str(record.__dict__) for record in caplog.records)])
    assert "canary-secret" not in everything
    assert "Basic " not in everything
    assert b64encode(b"100500:test_canary")[:16].decode() not in everything


def test_importing_the_gateway_loads_neither_the_sdk_nor_requests() -> None:
    code = (
        "import sys, bot.partners.yookassa.gateway;"
        "print([name for name in ('yookassa', 'requests', 'urllib3') if name in sys.modules])"
    )
    answer = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert answer.stdout.strip() == "[]"
