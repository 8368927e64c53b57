"""What is asked for by an invoice, and may it still be paid? Pure decisions."""

import json
from datetime import datetime, timedelta
from typing import Final

from bot.basics.money import Money
from bot.shop.invoices.values import Asked, WhyNot
from bot.shop.orders.values import OrderState, OrderView
from bot.shop.payments.rules import OPEN
from bot.shop.payments.values import Attempt, AttemptState, Provider

TITLE_LIMIT: Final = 32
DESCRIPTION_LIMIT: Final = 255
"""Bot API, createInvoiceLink."""
LEAST_RUB_MINOR: Final = 10_000
"""Telegram's own least sum follows the dollar, about 87 roubles; below 100 an invoice is not offered."""
MOST_RUB_MINOR: Final = 80_000_000
_LINES: Final = 20


def is_payable(total: Money) -> bool:
    """Telegram takes the sum: its limits are for each currency, those of the rouble are known to us."""
    return total.currency != "RUB" or LEAST_RUB_MINOR <= total.minor <= MOST_RUB_MINOR


def body(order: OrderView, key: str, shop_name: str) -> str:
    """The frozen terms of the invoice of a whole order; its lines add up to the total."""
    works = [(_counted(line.title, line.quantity), line.price_minor * line.quantity) for line in order.lines]
    wrapping = [("🎁", order.wrap_minor)] if order.wrap_minor else []
    travel = [("🚚", order.delivery.counted_minor)] if order.delivery and order.delivery.counted_minor else []
    prices = [*works, *wrapping, *travel]
    if len(prices) > _LINES or sum(minor for _, minor in prices) != order.total.minor:
        prices = [(order.number, order.total.minor)]
    return json.dumps(
        {
            "title": f"{shop_name[: TITLE_LIMIT - len(order.number) - 2]}: {order.number}",
            "description": ", ".join(label for label, _ in works)[:DESCRIPTION_LIMIT],
            "payload": key,
            "currency": order.total.currency,
            "prices": [{"label": label, "amount": minor} for label, minor in prices],
        },
        ensure_ascii=False,
    )


def why_not(
    asked: Asked, attempt: Attempt | None, order: OrderView | None, payer: int | None, now: datetime, grace: timedelta
) -> WhyNot | None:
    """May this money move? None: yes. `payer` is the platform's number of the buyer; `grace` is kept to hear of it."""
    ours = attempt is not None and attempt.provider is Provider.TELEGRAM and payer == asked.platform_id
    if attempt is None or order is None or not ours or Money(asked.amount_minor, asked.currency) != attempt.amount:
        return WhyNot.UNKNOWN
    if attempt.state is AttemptState.SUCCEEDED or order.is_paid:
        return WhyNot.PAID
    held = order.held_until is not None and now < order.held_until - grace
    if attempt.state not in OPEN or order.state is not OrderState.AWAITING_PAYMENT or not held:
        return WhyNot.OVER
    return None


def _counted(title: str, quantity: int) -> str:
    return f"{title} × {quantity}" if quantity > 1 else title
