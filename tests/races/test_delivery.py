"""When buyer, sellers and the clock decide on one delivery at once, does exactly one of them win, and once?"""

import asyncio
from collections import Counter
from datetime import timedelta

from sqlalchemy import text

from bot.basics.clock import MovableClock
from bot.basics.errors import ShopError
from bot.basics.ids import CustomerId, OrderId
from bot.shop.delivery.values import DeliveryState, NewWay, WayKind
from bot.shop.orders.values import OrderState, OrderView, PayWay
from bot.shop.stock.values import Wanted
from bot.storage.database import Database
from tests.support.benches import Bench
from tests.support.shops import someone

PRICE = 85_000
AT_ONCE = 8
ROUNDS = 3


async def asked(bench: Bench) -> tuple[OrderId, CustomerId]:
    """An order whose delivery wants a price."""
    shop, buyer = bench.shop, await someone(bench.shop)
    ways = await shop.deliveries.all()
    way = ways[0].id if ways else await shop.deliveries.add(WayKind.POST, NewWay("Почта", None))
    order = (await shop.checkout.start(buyer, "ru", [Wanted(await bench.work(1), 1)])).order.id
    await shop.shipping.choose(order, buyer, way)
    await shop.shipping.give_address(order, buyer, "Москва, Мясницкая, 5")
    await shop.checkout.give_phone(order, buyer, "+79123456789")
    await shop.shipping.ask(order, buyer, None)
    return order, buyer


async def outcome(work: "asyncio.Future[object] | object") -> str:
    try:
        await work  # type: ignore[misc]
    except ShopError as refusal:
        return type(refusal).__name__
    return "done"


async def explained(bench: Bench, order: OrderId) -> OrderView:
    """The order, whose sum is its works and the delivery that was agreed on."""
    view = await bench.shop.orders.get(order)
    works = sum(line.price_minor * line.quantity for line in view.lines)
    assert view.delivery is not None
    assert view.total.minor == works + view.delivery.counted_minor
    assert await bench.shop.stock.differences() == []
    assert await bench.shop.payments.differences() == []
    return view


async def attempts(database: Database, order: OrderId) -> list[int]:
    async with database.reading() as session:
        rows = await session.execute(
            text("SELECT amount_minor FROM payment_attempt WHERE order_id = :order"), {"order": order}
        )
        return list(rows.scalars())


async def test_many_taps_on_yes_agree_once_and_ask_for_the_money_once(bench: Bench) -> None:
    for _ in range(ROUNDS):
        order, buyer = await asked(bench)
        await bench.shop.shipping.quote(order, PRICE, "", 0)
        taps = [outcome(bench.shop.shipping.accept(order, buyer, 1, PayWay.ONLINE, None)) for _ in range(AT_ONCE)]
        assert set(await asyncio.gather(*taps)) == {"done"}
        view = await explained(bench, order)
        assert view.delivery is not None
        assert view.delivery.state is DeliveryState.AGREED
        assert await attempts(bench.database, order) == [view.total.minor]


async def test_a_price_that_changes_under_the_finger_is_never_paid_by_mistake(bench: Bench) -> None:
    seen = Counter[str]()
    for nth in range(ROUNDS * 2):
        order, buyer = await asked(bench)
        await bench.shop.shipping.quote(order, PRICE, "", 0)
        work = [
            outcome(bench.shop.shipping.accept(order, buyer, 1, PayWay.ONLINE, None)),
            outcome(bench.shop.shipping.quote(order, PRICE * 2, "", 1)),
        ]
        heard = await asyncio.gather(*(work if nth % 2 else reversed(work)))
        yes, other = heard if nth % 2 else reversed(heard)
        view = await explained(bench, order)
        assert view.delivery is not None
        if yes == "done":
            assert (other, view.delivery.price_minor) == ("OrderMovedOn", PRICE)
            assert await attempts(bench.database, order) == [view.total.minor]
        else:
            assert (yes, other) == ("QuoteChanged", "done")
            assert (view.delivery.state, view.delivery.version) == (DeliveryState.QUOTED, 2)
            assert await attempts(bench.database, order) == []
        seen[yes] += 1
    assert sum(seen.values()) == ROUNDS * 2


async def test_of_several_sellers_who_tell_a_price_one_is_heard(bench: Bench) -> None:
    for _ in range(ROUNDS):
        order, _buyer = await asked(bench)
        told = [outcome(bench.shop.shipping.quote(order, PRICE + nth, "", 0)) for nth in range(AT_ONCE)]
        heard = Counter(await asyncio.gather(*told))
        assert heard == {"done": 1, "QuoteByColleague": AT_ONCE - 1}
        await bench.outbox()
        assert sum(what == "quoted" and payload["order"] == order for _, what, payload in bench.told) == 1


async def test_yes_no_and_the_end_of_time_have_one_winner(bench: Bench, clock: MovableClock) -> None:
    for _ in range(ROUNDS):
        order, buyer = await asked(bench)
        await bench.shop.shipping.quote(order, PRICE, "", 0)
        clock.move(timedelta(hours=25))
        await asyncio.gather(
            outcome(bench.shop.shipping.accept(order, buyer, 1, PayWay.ONLINE, None)),
            outcome(bench.shop.checkout.sweep()),
            outcome(bench.shop.shipping.refuse(order, bench.seller)),
            outcome(bench.shop.checkout.cancel(order, buyer)),
        )
        view = await explained(bench, order)
        assert view.delivery is not None
        free = (await bench.shop.stock.availability([view.lines[0].variant]))[view.lines[0].variant]
        agreed = view.delivery.state is DeliveryState.AGREED
        # a buyer's own ❌ may follow his yes: then the link is refunded if it is paid all the same
        held = view.state is OrderState.AWAITING_PAYMENT
        assert agreed or not held
        assert (free.available, free.reserved) == ((0, 1) if held else (1, 0))
        assert len(await attempts(bench.database, order)) == (1 if agreed else 0)


async def test_collecting_instead_taking_the_price_and_another_buyer_have_one_winner(bench: Bench) -> None:
    """The pieces are nobody else's for a moment between the order that ends and the one that takes its place."""
    outcomes: Counter[str] = Counter()
    for _ in range(ROUNDS * 2):
        order, buyer = await asked(bench)
        await bench.shop.shipping.quote(order, PRICE, "", 0)
        variant = (await bench.shop.orders.get(order)).lines[0].variant
        others = [await someone(bench.shop) for _ in range(3)]
        won = await asyncio.gather(
            *(outcome(bench.shop.checkout.start(buyer, "ru", instead=order)) for _ in range(3)),
            outcome(bench.shop.shipping.accept(order, buyer, 1, PayWay.ONLINE, None)),
            *(outcome(bench.shop.checkout.start(other, "ru", [Wanted(variant, 1)])) for other in others),
        )
        assert won[-3:] == ["SoldOut"] * 3
        state = (await explained(bench, order)).state
        rows = await bench.shop.orders.board([OrderState.DRAFT], limit=100)
        drafts = [row for row in rows if (await bench.shop.orders.get(row.id)).customer == buyer]
        assert won[:3].count("done") == len(drafts) == (1 if state is OrderState.CANCELLED else 0)
        outcomes[state] += 1
        free = (await bench.shop.stock.availability([variant]))[variant]
        assert (free.available, free.reserved) == (0, 1)
    assert set(outcomes) <= {OrderState.CANCELLED, OrderState.AWAITING_PAYMENT}


async def test_received_by_the_buyer_and_handed_over_by_the_seller_at_once_is_once(bench: Bench) -> None:
    for _ in range(ROUNDS):
        order, buyer = await asked(bench)
        await bench.shop.shipping.quote(order, PRICE, "", 0)
        await bench.shop.shipping.accept(order, buyer, 1, PayWay.ONLINE, None)
        await bench.outbox()
        bench.yookassa.pay(str(bench.yookassa.payments()[-1]["id"]))
        await bench.shop.payments.note(str(bench.yookassa.payments()[-1]["id"]), "payment.succeeded")
        await bench.outbox()
        sent = [outcome(bench.shop.parcels.send(order, bench.seller, f"RA{nth}")) for nth in range(3)]
        assert set(await asyncio.gather(*sent)) == {"done"}
        await asyncio.gather(
            *(outcome(bench.shop.parcels.receive(order, buyer)) for _ in range(3)),
            *(outcome(bench.shop.fulfilment.hand_over(order, bench.seller)) for _ in range(3)),
        )
        view = await explained(bench, order)
        assert (view.state, view.stage) == (OrderState.HANDED_OVER, "received")
        variant = view.lines[0].variant
        free = (await bench.shop.stock.availability([variant]))[variant]
        assert (free.on_hand, free.available) == (0, 0)


async def test_reading_the_quote_in_one_transaction_and_adding_it_in_another_counts_it_twice(bench: Bench) -> None:
    """The negative control: without a lock and a compared state the sum has the delivery in it more than once."""
    order, _buyer = await asked(bench)
    await bench.shop.shipping.quote(order, PRICE, "", 0)
    everybody_has_read, before = asyncio.Barrier(AT_ONCE), (await bench.shop.orders.get(order)).total.minor

    async def accept() -> None:
        async with bench.database.reading() as session:
            state = await session.scalar(
                text("SELECT state FROM order_delivery WHERE order_id = :order"), {"order": order}
            )
        await everybody_has_read.wait()
        if state == "quoted":
            async with bench.database.transaction() as session:
                await session.execute(
                    text("UPDATE shop_order SET total_minor = total_minor + :price WHERE id = :order"),
                    {"price": PRICE, "order": order},
                )
                await session.execute(
                    text("UPDATE order_delivery SET state = 'agreed' WHERE order_id = :order"), {"order": order}
                )

    await asyncio.gather(*(accept() for _ in range(AT_ONCE)))
    assert (await bench.shop.orders.get(order)).total.minor - before > PRICE
