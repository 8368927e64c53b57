"""Is every button answered with a screen, whatever has become of what it was about, and after a restart?"""

import asyncio
import os
import time
from collections.abc import Iterator
from datetime import timedelta
from enum import Enum
from typing import Any

import pytest
from aiogram.filters.callback_data import CallbackData

from bot.basics.clock import MovableClock
from bot.basics.ids import ProductId
from bot.storage.database import Database
from bot.telegram.buyer import callbacks  # noqa: F401 (its classes are found by their parent)
from bot.telegram.seller import callbacks as seller_callbacks  # noqa: F401
from tests.support.counter import MARIA, OWNER, PETER, Counter, counter, labels


def factories(of: type[CallbackData] = CallbackData) -> Iterator[type[CallbackData]]:
    """Every kind of button that the bot has, wherever it is declared."""
    for kind in of.__subclasses__():
        if kind.__module__.startswith("bot."):
            yield kind
        yield from factories(kind)


def buttons_about(order: int, product: int, variant: int) -> list[str]:
    """One button of each kind, about these."""
    about = {"order": order, "product": product, "variant": variant, "location": 1, "place": 1}

    def value(name: str, field: Any) -> Any:
        kind = field.annotation
        if isinstance(kind, type) and issubclass(kind, Enum):
            return next(iter(kind))
        if kind is str:
            return field.default if isinstance(field.default, str) else "help"
        if kind is bool:
            return True
        return about.get(name, 0)

    return [
        kind.model_construct(None, **{name: value(name, field) for name, field in kind.model_fields.items()}).pack()
        for kind in factories()
        if kind.__name__ != "DataErase"  # it would end the story
    ]


def test_the_kinds_are_found() -> None:
    found = list(factories())
    assert len(found) > 35
    assert {"Buy", "Pay", "DataErase", "SellerOrder"} <= {kind.__name__ for kind in found}


async def press_everything(at: Counter, user: int, data: list[str]) -> None:
    for each in data:
        newest = at.last(user)["message_id"]
        begun = time.monotonic()
        query = at.telegram.user_presses(user, user, newest, each, forged=True)
        await at.handle()
        assert query in at.telegram.callback_answers, each
        assert time.monotonic() - begun < 5, each
        last = at.last(user)
        goes_on = labels(last) or last.get("photo") or last.get("document")
        assert goes_on or at.telegram.reply_keyboards.get(str(user)), f"{each} leads nowhere"


STATES: tuple[str, ...] = ("draft", "awaiting_payment", "ready", "cancelled")
if os.environ.get("VERNISSAGE_FULL"):
    STATES += ("accepted", "handed_over", "expired")


async def an_order(at: Counter, state: str) -> tuple[int, int]:
    """(order, work) of Maria's that has come that far."""
    product = await at.work(pieces=3)
    await at.starts(MARIA, f"p_{product}")
    await at.press(MARIA, "⚡")
    maria = await at.shop.customers.find(MARIA)
    assert maria is not None
    order = (await at.shop.attention.pressing(maria.id)).id  # type: ignore[union-attr]
    if state == "draft":
        return order, product
    await at.press(MARIA, "💳" if state in ("awaiting_payment", "expired") else "🤝")
    await at.deliver()
    match state:
        case "ready" | "handed_over":
            await at.shop.fulfilment.ready(order, at.seller)
            if state == "handed_over":
                await at.shop.fulfilment.hand_over(order, at.seller, "cash")
        case "cancelled":
            await at.shop.fulfilment.cancel(order, maria.id)
        case "expired":
            at.clock.move(timedelta(hours=2))
            await at.shop.checkout.sweep()
    await at.deliver()
    return order, product


@pytest.mark.timeout(300)
@pytest.mark.parametrize("state", STATES)
async def test_every_button_of_every_time_is_answered_in_every_state(at: Counter, state: str) -> None:
    order, product = await an_order(at, state)
    await at.says(OWNER, "/desk")
    await at.starts(PETER)
    data = buttons_about(order, product, int(await at.variant(product)))
    for user in (PETER, MARIA):  # whose it is not, then whose it is
        await press_everything(at, user, data)
    await at.deliver()
    assert await at.shop.stock.differences() == []
    assert await at.shop.payments.differences() == []


@pytest.mark.timeout(300)
@pytest.mark.parametrize("end", ["hidden", "dropped", "sold"])
async def test_every_button_about_a_work_that_is_gone_is_answered(at: Counter, end: str) -> None:
    product = await at.work()
    variant = int(await at.variant(product))
    await at.starts(MARIA, f"p_{product}")
    await at.press(MARIA, "➕")
    if end == "hidden":
        await at.shop.listing.show(ProductId(product), shown=False)
    elif end == "dropped":
        async with at.database.transaction(aside=True) as session:
            from sqlalchemy import text

            await session.execute(text("UPDATE product SET state = 'dropped'"))
    else:
        await at.starts(PETER, f"p_{product}")
        await at.press(PETER, "⚡")
        await at.press(PETER, "🤝")
        await at.deliver()
    await press_everything(at, MARIA, buttons_about(999, product, variant))
    assert await at.shop.stock.differences() == []


async def test_buttons_work_after_a_restart_and_after_their_person_was_forgotten(
    database: Database, clock: MovableClock
) -> None:
    async with counter(database, clock) as before:
        work = await before.work(pieces=3)
        card = await before.starts(MARIA, f"p_{work}")
        await asyncio.sleep(0.3)  # what had nothing to write is settled in batches, else it would be shown once more
        kept = before.telegram.dump()
        maria = await before.shop.customers.find(MARIA)
        assert maria is not None
    async with counter(database, clock) as after:
        after.telegram.load(kept)
        await after.press(MARIA, "⚡", card)
        assert any(label.startswith("🤝") for label in labels(after.last(MARIA)))
        await after.shop.privacy.erase(maria.id)
        for each in buttons_about(1, work, int(await after.variant(work))):
            after.telegram.user_presses(MARIA, MARIA, after.last(MARIA)["message_id"], each, forged=True)
            await after.handle()
            await asyncio.sleep(0)
        after.assert_well_behaved()
        await after.assert_nothing_failed()
