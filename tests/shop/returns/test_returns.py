"""Does an order come back once, with its money and its pieces, whoever presses what and how often?"""

import asyncio
from datetime import timedelta
from itertools import count

import pytest

from bot.basics.errors import ShopError
from bot.basics.ids import CustomerId, OrderId, VariantId
from bot.shop.conversations.values import Typed
from bot.shop.orders.errors import NoSuchOrder
from bot.shop.orders.values import OrderState, OrderView, PayWay
from bot.shop.payments.errors import NothingToRefund
from bot.shop.returns import reads
from bot.shop.returns.errors import ReturnMovedOn, ReturnTooLate
from bot.shop.returns.values import ReturnState
from bot.shop.stock.values import Wanted
from tests.support.benches import Bench
from tests.support.shops import someone

_messages = count(1)


def reason(text: str = "Не подошла по цвету") -> Typed:
    return Typed(text, None, None, 601, next(_messages))


async def handed_over(bench: Bench, variant: VariantId, buyer: CustomerId, *, online: bool = True) -> OrderView:
    if online:
        order = await bench.paid(variant, buyer)
        await bench.shop.fulfilment.hand_over(order.id, bench.seller)
    else:
        started = await bench.shop.checkout.start(buyer, "ru", [Wanted(variant, 1)])
        order = (await bench.shop.checkout.confirm(started.order.id, buyer, PayWay.AT_PICKUP, None)).order
        await bench.shop.fulfilment.hand_over(order.id, bench.seller, "cash")
    return await bench.shop.orders.get(order.id)


async def left(bench: Bench, variant: VariantId) -> int:
    return (await bench.shop.stock.availability([variant]))[variant].available


async def state(bench: Bench, order: OrderId) -> ReturnState | None:
    request = (await bench.shop.returns.standing(order)).request
    return request.state if request else None


@pytest.mark.parametrize("restock", [True, False])
@pytest.mark.parametrize("online", [True, False])
async def test_money_comes_back_whole_and_pieces_as_the_seller_says(bench: Bench, online: bool, restock: bool) -> None:
    buyer, variant = await someone(bench.shop), await bench.work(pieces=1)
    order = await handed_over(bench, variant, buyer, online=online)
    await bench.shop.returns.ask(buyer, order.id, reason())
    await bench.shop.returns.accept(order.id, bench.seller, "Приносите в субботу")
    assert await left(bench, variant) == 0
    assert (await bench.shop.orders.get(order.id)).paid_minor == 100_000, "nothing goes back before it is here"
    assert await bench.shop.returns.receive(order.id, bench.seller, restock=restock) == 100_000
    await bench.outbox()
    await bench.reconcile()
    after = await bench.shop.orders.get(order.id)
    assert (after.state, after.paid_minor, after.captured_minor) == (OrderState.HANDED_OVER, 0, 100_000)
    assert await left(bench, variant) == (1 if restock else 0)
    assert bench.what()["return_accepted"] == 1
    assert bench.what()["refunded"] == 1
    await bench.sound()
    async with bench.database.reading() as session:
        journal = await reads.events(session, order.id)
    assert [each[0] for each in journal] == [ReturnState.ASKED, ReturnState.ACCEPTED, ReturnState.DONE]
    assert [each[2] for each in journal] == [buyer, bench.seller, bench.seller]
    movements = await bench.shop.stock.movements(variant)
    assert [each.kind for each in movements].count("return") == (1 if restock else 0)


async def test_two_sellers_and_double_taps_give_back_once(bench: Bench) -> None:
    buyer, second, variant = await someone(bench.shop), await someone(bench.shop), await bench.work(pieces=2)
    order = await handed_over(bench, variant, buyer)
    said = reason()
    asked = await asyncio.gather(
        *(bench.shop.returns.ask(buyer, order.id, each) for each in (said, said, reason())), return_exceptions=True
    )
    assert sum(not isinstance(each, BaseException) for each in asked) == 1
    assert all(isinstance(each, ReturnMovedOn) for each in asked if isinstance(each, BaseException))
    decided = await asyncio.gather(
        bench.shop.returns.accept(order.id, bench.seller, ""),
        bench.shop.returns.accept(order.id, second, ""),
        return_exceptions=True,
    )
    assert not any(isinstance(each, BaseException) for each in decided)
    with pytest.raises(ReturnMovedOn):
        await bench.shop.returns.decline(order.id, second, "Нет")
    done = await asyncio.gather(
        *(
            bench.shop.returns.receive(order.id, seller, restock=True)
            for seller in (bench.seller, second)
            for _ in "12"
        ),
        return_exceptions=True,
    )
    assert sorted(each for each in done if isinstance(each, int)) == [100_000]
    assert all(isinstance(each, ReturnMovedOn) for each in done if not isinstance(each, int))
    await bench.outbox()
    assert await left(bench, variant) == 2
    assert bench.what()["return_accepted"] == 1
    with pytest.raises(NothingToRefund):
        await bench.shop.fulfilment.refund(order.id, bench.seller)
    await bench.sound()


async def test_a_refund_before_it_is_here_is_not_paid_again(bench: Bench) -> None:
    buyer, variant = await someone(bench.shop), await bench.work()
    order = await handed_over(bench, variant, buyer)
    await bench.shop.returns.ask(buyer, order.id, reason())
    await bench.shop.returns.accept(order.id, bench.seller, "")
    await bench.shop.fulfilment.refund(order.id, bench.seller)
    assert await bench.shop.returns.receive(order.id, bench.seller, restock=True) == 0
    await bench.outbox()
    assert bench.what()["refunded"] == 1
    assert await left(bench, variant) == 1
    await bench.sound()


async def test_declined_is_said_with_words_and_final(bench: Bench) -> None:
    buyer, variant = await someone(bench.shop), await bench.work()
    order = await handed_over(bench, variant, buyer)
    await bench.shop.returns.ask(buyer, order.id, reason())
    standing = await bench.shop.returns.decline(order.id, bench.seller, "Работа повреждена")
    assert standing.request is not None
    assert standing.request.words == "Работа повреждена"
    for refused in (
        bench.shop.returns.accept(order.id, bench.seller, ""),
        bench.shop.returns.receive(order.id, bench.seller, restock=True),
        bench.shop.returns.ask(buyer, order.id, reason()),
    ):
        with pytest.raises(ReturnMovedOn):
            await refused
    assert await state(bench, order.id) is ReturnState.DECLINED
    await bench.sound()


async def test_the_shop_says_until_when_and_only_ones_own_order_comes_back(bench: Bench) -> None:
    buyer, other, variant = await someone(bench.shop), await someone(bench.shop), await bench.work(pieces=3)
    order = await handed_over(bench, variant, buyer)
    with pytest.raises(NoSuchOrder):
        await bench.shop.returns.ask(other, order.id, reason())
    bench.clock.move(timedelta(days=7, seconds=1))
    with pytest.raises(ReturnTooLate):
        await bench.shop.returns.ask(buyer, order.id, reason())
    await bench.shop.policies.change("return_within", timedelta(days=14).total_seconds(), bench.seller)
    await bench.shop.returns.ask(buyer, order.id, reason())
    await bench.shop.policies.change("return_within", 0.0, bench.seller)
    fresh = await handed_over(bench, variant, buyer)
    with pytest.raises(ReturnTooLate):
        await bench.shop.returns.ask(buyer, fresh.id, reason())
    waiting = await bench.paid(variant, buyer)
    with pytest.raises(ReturnTooLate):
        await bench.shop.returns.ask(buyer, waiting.id, reason())
    with pytest.raises(ShopError):
        await bench.shop.returns.accept(waiting.id, bench.seller, "")
    assert (await bench.shop.talks.waiting()).count == 1


async def test_an_answer_alone_does_not_take_a_request_off_the_desk(bench: Bench) -> None:
    buyer, variant = await someone(bench.shop), await bench.work()
    order = await handed_over(bench, variant, buyer)
    talk = await bench.shop.returns.ask(buyer, order.id, reason())
    await bench.shop.conversations.answer(bench.seller, talk.id, reason("Пришлите фото"), None)
    assert (await bench.shop.talks.waiting()).count == 1
    await bench.shop.returns.accept(order.id, bench.seller, "")
    assert (await bench.shop.talks.waiting()).count == 0
