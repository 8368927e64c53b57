"""What happens again and again: expired holds, payments to look at, things to forget?"""

import asyncio
from collections.abc import Awaitable, Callable
from functools import partial

import structlog

from bot.shop.hooks.values import Delivery
from bot.shop.outbox.errors import NotNow
from bot.shop.payments.errors import GatewayRefused, GatewayUnreachable
from bot.shop.shop import Shop

log = structlog.get_logger(__name__)

AT_ONCE = 4
"""Calls to the payment provider beside each other."""

BREATH_S = 0.05
"""Between two rounds of indexing, so that buyers are served meanwhile."""


async def every(seconds: float, work: Callable[[], Awaitable[None]], name: str) -> None:
    """Run it for ever with that pause; trouble is logged and does not end it."""
    while True:
        try:
            await work()
        except Exception:
            log.exception("loop_trouble", loop=name)
        await asyncio.sleep(seconds)


async def sweep(shop: Shop) -> None:
    """Holds whose time is over, and works that have begun to run out."""
    await shop.checkout.sweep()
    await shop.stock.release_overdue()
    await shop.inventory.tell_low()


async def reconcile(shop: Shop) -> None:
    """Payments, refunds and receipts that are due for a look: what a lost notification would have told."""
    attempts, refunds, receipts = await shop.payments.due()
    slots = asyncio.Semaphore(AT_ONCE)

    async def one(work: Callable[[], Awaitable[None]]) -> None:
        async with slots:
            try:
                await work()
            except (GatewayUnreachable, GatewayRefused, NotNow) as trouble:
                log.warning("reconcile_trouble", reason=str(trouble))
            except Exception:
                log.exception("reconcile_failed")

    await asyncio.gather(
        *(one(partial(shop.payments.check, attempt)) for attempt in attempts),
        *(one(partial(shop.payments.send_refund, refund)) for refund in refunds),
        *(one(partial(shop.receipts.send, receipt)) for receipt in receipts),
    )


async def forget(shop: Shop) -> None:
    """Personal data that has done its work."""
    await shop.outbox.forget()
    await shop.conversations.forget()
    await shop.privacy.forget()
    await shop.offers.forget()
    await shop.hooks.forget()


async def index(shop: Shop) -> None:
    """Works that have changed are found by their new words; a whole shop from before takes many rounds."""
    behind = True
    while behind:
        behind = bool(await shop.search.catch_up())
        await asyncio.sleep(BREATH_S if behind else 0)


async def tell_channels(shop: Shop) -> None:
    """Messages to the other channels: what has happened, and what is due again."""
    while await shop.hooks.look() or await _delivered(shop):
        pass


async def _delivered(shop: Shop) -> bool:
    due = await shop.hooks.claim()
    await asyncio.gather(*(_tell(shop, each) for each in due))
    return bool(due)


async def _tell(shop: Shop, delivery: Delivery) -> None:
    try:
        outcome = await shop.hooks.deliver(delivery)
        log.info("channel_told", channel=delivery.code, delivery=delivery.id, outcome=outcome.value)
    except Exception:
        log.exception("channel_not_told", channel=delivery.code)
