"""Does the gateway sort every answer into done, certainly not done and unknown?"""

import json
from collections.abc import Awaitable, Callable
from datetime import timedelta

import pytest

from bot.basics.clock import MovableClock
from bot.partners.pretend.yookassa.faults import FaultKind, When
from bot.partners.pretend.yookassa.server import PretendYooKassa
from bot.partners.yookassa.gateway import YooKassaGateway
from bot.shop.payments.errors import GatewayRefused, GatewayUnreachable
from bot.shop.payments.ports import PaymentGateway
from bot.shop.payments.values import ProviderStatus
from bot.storage import handling
from bot.storage.handling import OpenTransaction

BodyOf = Callable[..., str]
MakeGateway = Callable[..., YooKassaGateway]

UNKNOWN = [
    FaultKind.ERROR_500,
    FaultKind.HTML_502,
    FaultKind.TOO_MANY_429,
    FaultKind.ACCEPTED_202,
    FaultKind.RESET,
    FaultKind.CUT,
    FaultKind.HANG,
]


async def test_it_is_the_payment_gateway_of_the_shop(gateway: PaymentGateway) -> None:
    assert gateway.live is False


async def test_a_created_payment_comes_back_in_minor_units_and_utc(
    gateway: YooKassaGateway, clock: MovableClock, body_of: BodyOf
) -> None:
    payment = await gateway.create("k-1", body_of("1490.05", attempt="a-7"))
    assert payment.status is ProviderStatus.PENDING
    assert (payment.amount_minor, payment.currency) == (149005, "RUB")
    assert payment.attempt == "a-7"
    assert payment.test is True
    assert payment.confirmation_url == f"https://pay.example/{payment.provider_id}"
    assert payment.created_at == clock.now()
    assert payment.created_at.utcoffset() == timedelta(0)
    assert (payment.refunded_minor, payment.fee_minor, payment.cancel_reason) == (0, None, None)


async def test_the_frozen_body_leaves_byte_for_byte(
    gateway: YooKassaGateway, yookassa: PretendYooKassa, body_of: BodyOf
) -> None:
    frozen = body_of().replace(", ", " ,  ")
    await gateway.create("k-1", frozen)
    await gateway.create("k-1", frozen)
    assert [seen.body for seen in yookassa.journal] == [frozen.encode()] * 2
    assert {seen.key for seen in yookassa.journal} == {"k-1"}
    assert yookassa.payments()[0]["metadata"] == {"attempt": "a-1"}


async def test_a_paid_payment_shows_its_fee_and_what_was_refunded(
    gateway: YooKassaGateway, yookassa: PretendYooKassa, body_of: BodyOf
) -> None:
    created = await gateway.create("k-1", body_of("1000.00"))
    yookassa.pay(created.provider_id)
    yookassa.cabinet_refund(created.provider_id, "300.00")
    paid = await gateway.status(created.provider_id)
    assert paid.status is ProviderStatus.SUCCEEDED
    assert paid.confirmation_url is None
    assert (paid.refunded_minor, paid.fee_minor) == (30000, 3500)


async def test_a_link_that_nobody_paid_comes_back_as_expired(
    gateway: YooKassaGateway, clock: MovableClock, body_of: BodyOf
) -> None:
    created = await gateway.create("k-1", body_of())
    clock.move(timedelta(seconds=3601))
    late = await gateway.status(created.provider_id)
    assert (late.status, late.cancel_reason) == (ProviderStatus.CANCELED, "expired_on_confirmation")


async def test_a_hold_shows_until_when_it_lasts(
    gateway: YooKassaGateway, yookassa: PretendYooKassa, clock: MovableClock, body_of: BodyOf
) -> None:
    created = await gateway.create("k-1", body_of(capture=False))
    yookassa.pay(created.provider_id)
    held = await gateway.status(created.provider_id)
    assert held.status is ProviderStatus.WAITING_FOR_CAPTURE
    assert held.expires_at == clock.now() + timedelta(days=7)


@pytest.mark.parametrize("when", list(When))
@pytest.mark.parametrize("kind", UNKNOWN)
async def test_a_lost_answer_is_unknown_and_the_same_key_makes_one_payment(
    make_gateway: MakeGateway, yookassa: PretendYooKassa, body_of: BodyOf, kind: FaultKind, when: When
) -> None:
    gateway = make_gateway(read_s=0.4)
    yookassa.fail(kind, when=when)
    with pytest.raises(GatewayUnreachable):
        await gateway.create("k-1", body_of())
    assert len(yookassa.payments()) == (1 if when is When.AFTER else 0)
    payment = await gateway.create("k-1", body_of())
    assert [made["id"] for made in yookassa.payments()] == [payment.provider_id]
    assert payment.confirmation_url is not None


@pytest.mark.parametrize("kind", UNKNOWN)
async def test_a_lost_answer_to_a_refund_makes_one_refund(
    make_gateway: MakeGateway, yookassa: PretendYooKassa, body_of: BodyOf, kind: FaultKind
) -> None:
    gateway = make_gateway(read_s=0.4)
    created = await gateway.create("k-1", body_of("1000.00"))
    yookassa.pay(created.provider_id)
    frozen = json.dumps({"payment_id": created.provider_id, "amount": {"value": "400.00", "currency": "RUB"}})
    yookassa.fail(kind, when="after", path="/refunds")
    with pytest.raises(GatewayUnreachable):
        await gateway.refund("r-1", frozen)
    refund = await gateway.refund("r-1", frozen)
    assert [made["id"] for made in yookassa.refunds()] == [refund.provider_id]
    assert (refund.amount_minor, refund.payment_id) == (40000, created.provider_id)


async def test_a_refusal_names_code_and_parameter(
    gateway: YooKassaGateway, yookassa: PretendYooKassa, body_of: BodyOf
) -> None:
    with pytest.raises(GatewayRefused) as refused:
        await gateway.create("k-1", body_of(description="x" * 129))
    assert (refused.value.status, refused.value.code) == (400, "invalid_request")
    assert refused.value.parameter == "description"
    assert yookassa.payments() == []


async def test_another_body_under_a_used_key_is_refused(gateway: YooKassaGateway, body_of: BodyOf) -> None:
    await gateway.create("k-1", body_of("10.00"))
    with pytest.raises(GatewayRefused, match="Idempotence key duplicated"):
        await gateway.create("k-1", body_of("11.00"))


async def test_a_wrong_secret_key_is_refused(make_gateway: MakeGateway, body_of: BodyOf) -> None:
    with pytest.raises(GatewayRefused) as refused:
        await make_gateway(secret_key="test_wrong").create("k-1", body_of())
    assert (refused.value.status, refused.value.code) == (401, "invalid_credentials")


async def test_an_unknown_payment_is_refused_and_an_odd_id_never_becomes_a_path(
    gateway: YooKassaGateway, yookassa: PretendYooKassa
) -> None:
    for odd in ("../refunds", "", "a/b", "x" * 65, "2c85b022?x=1"):
        with pytest.raises(GatewayRefused):
            await gateway.status(odd)
    assert not yookassa.journal
    with pytest.raises(GatewayRefused) as refused:
        await gateway.status("2c85b022-000f-5000-8000-1c5d3ea0b7b5")
    assert refused.value.status == 404


async def test_a_key_of_another_shape_is_a_bug_of_ours(gateway: YooKassaGateway, body_of: BodyOf) -> None:
    for odd in ("", "k" * 65, "a key", "k\n", "ключ"):
        with pytest.raises(ValueError, match="idempotence key"):
            await gateway.create(odd, body_of())


async def test_a_busy_answer_says_when_to_come_again(
    gateway: YooKassaGateway, yookassa: PretendYooKassa, body_of: BodyOf
) -> None:
    yookassa.fail("202")
    with pytest.raises(GatewayUnreachable) as unknown:
        await gateway.create("k-1", body_of())
    assert unknown.value.retry_after_s == 1.8


async def test_nothing_is_repeated_in_place(
    gateway: YooKassaGateway, yookassa: PretendYooKassa, body_of: BodyOf
) -> None:
    yookassa.fail("500", times=5)
    with pytest.raises(GatewayUnreachable):
        await gateway.create("k-1", body_of())
    assert len(yookassa.journal) == 1


async def test_every_page_of_a_list_is_walked(
    gateway: YooKassaGateway, yookassa: PretendYooKassa, clock: MovableClock, body_of: BodyOf
) -> None:
    start = clock.now()
    made = []
    for number in range(234):
        made.append((await gateway.create(f"k-{number}", body_of(attempt=f"a-{number}"))).provider_id)
        clock.move(timedelta(seconds=1))
    yookassa.journal.clear()
    found = await gateway.payments(start, clock.now())
    assert [payment.provider_id for payment in found] == made[::-1]
    assert len(yookassa.journal) == 3
    part = await gateway.payments(start + timedelta(seconds=10), start + timedelta(seconds=20))
    assert [payment.attempt for payment in part] == [f"a-{number}" for number in range(19, 9, -1)]


async def test_a_window_is_exact_to_the_microsecond(
    gateway: YooKassaGateway, clock: MovableClock, body_of: BodyOf
) -> None:
    await gateway.create("k-1", body_of())
    moment = clock.now()
    assert len(await gateway.payments(moment, moment + timedelta(microseconds=1))) == 1
    assert len(await gateway.payments(moment + timedelta(microseconds=1), moment + timedelta(seconds=1))) == 0
    assert len(await gateway.payments(moment - timedelta(seconds=1), moment)) == 0


async def test_refunds_made_in_the_cabinet_are_found(
    gateway: YooKassaGateway, yookassa: PretendYooKassa, body_of: BodyOf
) -> None:
    created = await gateway.create("k-1", body_of("1000.00"))
    yookassa.pay(created.provider_id)
    ids = {yookassa.cabinet_refund(created.provider_id, "2.00") for _ in range(120)}
    found = await gateway.refunds_of(created.provider_id)
    assert {refund.provider_id for refund in found} == ids
    assert len(found) == 120


async def test_a_pending_refund_is_followed_to_its_end(
    gateway: YooKassaGateway, yookassa: PretendYooKassa, body_of: BodyOf
) -> None:
    created = await gateway.create("k-1", body_of("10.00"))
    yookassa.pay(created.provider_id)
    yookassa.refund_outcome = "pending"
    frozen = json.dumps({"payment_id": created.provider_id, "amount": {"value": "10.00", "currency": "RUB"}})
    refund = await gateway.refund("r-1", frozen)
    assert refund.status is ProviderStatus.PENDING
    yookassa.settle_refund(refund.provider_id, succeeded=False, reason="rejected_by_payee")
    ended = await gateway.refund_status(refund.provider_id)
    assert (ended.status, ended.cancel_reason) == (ProviderStatus.CANCELED, "rejected_by_payee")


@pytest.mark.parametrize(
    "junk",
    [
        {"amount": "10"},
        {"amount": "1e3"},
        {"amount": 10.0},
        {"amount": "-1.00"},
        {"amount": "10.001"},
        {"currency": "rub"},
        {"status": "paid"},
        {"test": "yes"},
        {"created_at": "2026-11-20T12:00:00"},
        {"created_at": "yesterday"},
        {"created_at": "0001-01-01T00:00:00+14:00"},
        {"refunded_amount": {"value": "1.00", "currency": "USD"}},
        {"id": ""},
    ],
)
async def test_an_object_of_another_shape_proves_nothing(
    gateway: YooKassaGateway, yookassa: PretendYooKassa, body_of: BodyOf, junk: dict[str, object]
) -> None:
    created = await gateway.create("k-1", body_of("10.00"))
    yookassa.patch(created.provider_id, **junk)
    if junk == {"amount": "10"}:
        assert (await gateway.status(created.provider_id)).amount_minor == 1000
    else:
        with pytest.raises(GatewayUnreachable):
            await gateway.status(created.provider_id)


async def test_a_patched_payment_is_shown_as_it_is(
    gateway: YooKassaGateway, yookassa: PretendYooKassa, body_of: BodyOf
) -> None:
    created = await gateway.create("k-1", body_of())
    yookassa.patch(created.provider_id, amount="1.00", currency="USD", test=False, metadata={"attempt": "foreign"})
    shown = await gateway.status(created.provider_id)
    assert (shown.amount_minor, shown.currency, shown.test, shown.attempt) == (100, "USD", False, "foreign")


async def test_no_call_is_made_while_a_transaction_is_open(
    gateway: YooKassaGateway, yookassa: PretendYooKassa, clock: MovableClock, body_of: BodyOf
) -> None:
    calls: list[Callable[[], Awaitable[object]]] = [
        lambda: gateway.create("k-1", body_of()),
        lambda: gateway.status("a"),
        lambda: gateway.refund("k-1", "{}"),
        lambda: gateway.refund_status("a"),
        lambda: gateway.payments(clock.now(), clock.now()),
        lambda: gateway.refunds_of("a"),
    ]
    mark = handling.in_transaction.set(True)
    try:
        for call in calls:
            with pytest.raises(OpenTransaction):
                await call()
    finally:
        handling.in_transaction.reset(mark)
    assert not yookassa.journal
