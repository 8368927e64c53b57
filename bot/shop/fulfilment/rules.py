"""When is somebody reminded of what waits for them? Pure decisions."""

from datetime import datetime, timedelta

from bot.shop.orders.values import OrderState, OrderView

REMIND_AFTER = timedelta(days=2)
LAST_DAY = timedelta(days=1)


def reminders(ready_at: datetime, keep: timedelta) -> tuple[datetime, datetime]:
    """(the first reminder, the one on the last day): two days after 👌 and one before the end, in proportion when
    the shop keeps things for a shorter or longer time than a week.
    """
    share = keep / timedelta(days=7)
    return ready_at + REMIND_AFTER * share, ready_at + keep - LAST_DAY * share


def may_cancel(order: OrderView) -> bool:
    """A buyer may step back until the piece is in his hands, or in those of a carrier."""
    gone = order.delivery is not None and order.delivery.sent_at is not None
    return order.state in (OrderState.ACCEPTED, OrderState.IN_WORK, OrderState.READY) and not gone
