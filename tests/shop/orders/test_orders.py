"""May an order move only along its table, is it found by its number, and do codes never collide?"""

from itertools import product

import pytest

from bot.basics.ids import OrderId
from bot.shop.orders import reads, rules, writes
from bot.shop.orders.errors import OrderMovedOn
from bot.shop.orders.values import OrderKey, OrderState, PayWay
from bot.shop.stock.values import Wanted
from tests.support.benches import Bench
from tests.support.shops import someone

S = OrderState
EXPECTED = {
    (S.DRAFT, S.AWAITING_PAYMENT),
    (S.DRAFT, S.ACCEPTED),
    (S.DRAFT, S.CANCELLED),
    (S.DRAFT, S.EXPIRED),
    (S.AWAITING_PAYMENT, S.ACCEPTED),
    (S.AWAITING_PAYMENT, S.CANCELLED),
    (S.AWAITING_PAYMENT, S.EXPIRED),
    (S.EXPIRED, S.ACCEPTED),
    *((start, end) for start in (S.ACCEPTED, S.IN_WORK) for end in (S.READY, S.HANDED_OVER, S.CANCELLED)),
    (S.ACCEPTED, S.IN_WORK),
    (S.READY, S.IN_WORK),
    (S.READY, S.HANDED_OVER),
    (S.READY, S.CANCELLED),
}


@pytest.mark.parametrize(("start", "end"), list(product(S, S)))
def test_an_order_moves_only_as_the_table_says(start: S, end: S) -> None:
    assert rules.may_move(start, end) is ((start, end) in EXPECTED)
    assert (start in rules.sources(end)) is ((start, end) in EXPECTED)


@pytest.mark.parametrize(
    ("text", "order"),
    [
        *((each, 42) for each in ("V-1042", "v1042", " 1042 ", "V–1042")),
        *((each, None) for each in ("V-1000", "V-999", "1e5", "", "V-", "V-10 42", "V-" + "9" * 30, "١٠٤٢")),
    ],
)
def test_a_number_is_read_as_people_write_it(text: str, order: int | None) -> None:
    assert rules.order_of(text) == order
    if order:
        assert rules.order_of(rules.number(order)) == order


async def test_moving_from_a_state_that_is_over_is_refused_and_a_move_that_is_none_is_a_bug(bench: Bench) -> None:
    order = await bench.paid(await bench.work())
    now = bench.clock.now()
    async with bench.database.transaction() as session:
        with pytest.raises(OrderMovedOn):
            await writes.move(session, order.id, S.DRAFT, S.EXPIRED, actor=None, why="x", now=now)
        with pytest.raises(ValueError, match="no way"):
            await writes.move(session, order.id, S.ACCEPTED, S.DRAFT, actor=None, why="x", now=now)


async def test_each_move_leaves_who_when_and_why(bench: Bench) -> None:
    order = await bench.paid(await bench.work())
    await bench.shop.fulfilment.hand_over(order.id, bench.seller)
    async with bench.database.reading() as session:
        events = await reads.events(session, order.id)
    assert [(state, why) for state, _, why in events] == [
        ("draft", "checkout"),
        ("awaiting_payment", "pay_online"),
        ("accepted", "paid"),
        ("handed_over", "handed_over"),
    ]
    actors = await bench.rows("SELECT actor FROM order_event ORDER BY id")
    assert actors == [(order.customer,), (order.customer,), (None,), (bench.seller,)]


async def test_two_open_orders_never_share_a_code(bench: Bench, monkeypatch: pytest.MonkeyPatch) -> None:
    codes = iter(["111111", "111111", "222222", "111111", "333333"])
    monkeypatch.setattr(writes, "new_code", lambda: next(codes))
    first, second = await bench.paid(await bench.work()), await bench.paid(await bench.work())
    assert (first.code, second.code) == ("111111", "222222")
    await bench.shop.fulfilment.hand_over(first.id, bench.seller)
    third = await bench.paid(await bench.work())
    assert third.code == "111111"


async def test_ones_own_orders_come_newest_first_page_by_page_without_what_was_never_placed(bench: Bench) -> None:
    buyer, other, variant = await someone(bench.shop), await someone(bench.shop), await bench.work(pieces=20)
    placed = []
    for nth in range(7):
        view = await bench.shop.checkout.start(buyer, "ru", [Wanted(variant, 1)])
        if nth % 3 == 2:
            await bench.shop.checkout.cancel(view.order.id, buyer)
            continue
        await bench.shop.checkout.confirm(view.order.id, buyer, PayWay.AT_PICKUP, None)
        placed.append(view.order.id)
    await bench.shop.checkout.start(buyer, "ru", [Wanted(variant, 2)])
    await bench.paid(variant, other)
    seen: list[OrderId] = []
    while page := await bench.shop.orders.mine(buyer, OrderKey(seen[-1], ended=False) if seen else None, limit=2):
        assert len(page) <= 2
        seen += [row.id for row in page]
    assert seen == placed[::-1]
    row = (await bench.shop.orders.mine(buyer))[0]
    assert (row.title, row.pieces, row.state) == ("Закат над Невой", 1, OrderState.ACCEPTED)


async def test_the_board_shows_what_the_seller_has_to_do_and_counts_it(bench: Bench) -> None:
    variant = await bench.work(pieces=9)
    ready, accepted = await bench.paid(variant), await bench.paid(variant)
    awaiting = await bench.awaiting(variant)
    await bench.shop.fulfilment.ready(ready.id, bench.seller)
    done = await bench.paid(variant)
    await bench.shop.fulfilment.hand_over(done.id, bench.seller)
    board = await bench.shop.orders.board([S.READY, S.ACCEPTED, S.AWAITING_PAYMENT])
    assert [row.id for row in board] == [awaiting.id, accepted.id, ready.id]
    assert [row.id for row in await bench.shop.orders.board(list(S), before=accepted.id)] == [ready.id]
    assert await bench.shop.orders.counts() == {S.READY: 1, S.ACCEPTED: 1, S.AWAITING_PAYMENT: 1}


async def test_an_order_of_several_works_is_one_row_with_all_its_pieces(bench: Bench) -> None:
    buyer = await someone(bench.shop)
    wanted = [Wanted(await bench.work(pieces=5), 2), Wanted(await bench.work(), 1)]
    view = await bench.shop.checkout.start(buyer, "ru", wanted)
    done = await bench.shop.checkout.confirm(view.order.id, buyer, PayWay.AT_PICKUP, 77)
    assert done.order.chat_message == 77
    await bench.shop.orders.note_message(done.order.id, 78)
    assert (await bench.shop.orders.get(done.order.id)).chat_message == 78
    (row,) = await bench.shop.orders.mine(buyer)
    assert (row.pieces, row.total.minor) == (3, 300_000)
