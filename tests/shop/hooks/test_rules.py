"""Which addresses are taken, and when is a message tried again?"""

from datetime import timedelta

import pytest

from bot.shop.hooks import rules
from bot.shop.hooks.errors import BadHookAddress
from bot.shop.hooks.values import HookAnswer, Outcome


@pytest.mark.parametrize(
    "text",
    [
        "https://shop.example.org/hook",
        "https://shop.example.org:8443/a?b=c",
        "https://8.8.8.8/",
        "https://[2a00:1450::1]/x",
    ],
)
def test_a_public_https_address_is_taken(text: str) -> None:
    assert rules.address(f" {text} ") == (text, False)


@pytest.mark.parametrize(
    "text",
    [
        "", "http://shop.example.org/", "ftp://shop.example.org/", "https://", "https://localhost/", "https://127.0.0.1/",
        "http://127.0.0.1:8080/", "https://127.1/", "https://2130706433/", "https://0.0.0.0/", "https://10.0.0.1/",
        "https://192.168.1.1/", "https://172.16.0.9/", "https://169.254.169.254/latest/meta-data/", "https://100.64.0.1/",
        "https://[::1]/", "https://[::ffff:127.0.0.1]/", "https://[fe80::1]/", "https://[fd00::1]/",
        "https://[64:ff9b::7f00:1]/", "https://[2002:7f00:1::]/", "https://224.0.0.1/", "https://router/",
        "https://printer.local/", "https://db.internal/", "https://user:pass@shop.example.org/",
        "https://shop.example.org\\@127.0.0.1/", "https://shop.example.org/a b", "https://shop.example.org/\r\nX: y",
        "https://shop.example.org:99999/", "https://сайт.рф/", "https://a.b/" + "x" * 2100, "javascript:alert(1)",
    ],
)  # fmt: skip
def test_nothing_else_is(text: str) -> None:
    with pytest.raises(BadHookAddress):
        rules.address(text)


@pytest.mark.parametrize("text", ["http://127.0.0.1:9/x", "http://localhost/x", "https://[::1]:9/x"])
def test_this_machine_is_for_the_command_line_only(text: str) -> None:
    assert rules.address(text, local=True) == (text, True)
    with pytest.raises(BadHookAddress):
        rules.address(text)


def test_the_signature_is_what_anybody_can_compute() -> None:
    # printf '1700000000.{}' | openssl dgst -sha256 -hmac secret
    told = "b8569b78799ff9e3cbff0fc2d63a33a2b57f3282abd07c37ae5e8e7d79a5f163"
    assert rules.signature("secret", 1_700_000_000, "{}") == f"t=1700000000,v1={told}"


def test_each_pause_is_longer_and_after_the_last_one_it_is_given_up() -> None:
    told = [rules.outcome(HookAnswer(500), tries) for tries in range(7)]
    minutes = [pause.total_seconds() / 60 for end, pause in told if end is Outcome.LATER]
    assert minutes == [1, 5, 30, 120, 360, 1440]
    assert told[6][0] is Outcome.GIVEN_UP
    assert rules.outcome(None, 0) == (Outcome.LATER, timedelta(minutes=1))


def test_a_wait_that_was_asked_for_is_kept_within_a_day() -> None:
    assert rules.outcome(HookAnswer(429, 600.0), 0)[1] == timedelta(minutes=10)
    assert rules.outcome(HookAnswer(503, 1.0), 0)[1] == timedelta(minutes=1)
    assert rules.outcome(HookAnswer(503, 10.0**9), 0)[1] == timedelta(days=1)


@pytest.mark.parametrize("status", [301, 302, 307, 400, 401, 403, 404, 500, 503])
def test_only_2xx_has_taken_it(status: int) -> None:
    assert rules.outcome(HookAnswer(status), 0)[0] is Outcome.LATER
    assert rules.outcome(HookAnswer(204), 3)[0] is Outcome.TAKEN
    assert rules.outcome(HookAnswer(410), 0)[0] is Outcome.GIVEN_UP
