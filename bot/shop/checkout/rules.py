"""What is asked next, and how long is it held? Pure decisions."""

from datetime import datetime, timedelta

from bot.basics.ids import VariantId
from bot.basics.typed import clean
from bot.shop.checkout.errors import NoteTooLong
from bot.shop.checkout.values import CartState, Step
from bot.shop.delivery.values import DeliveryState
from bot.shop.orders.values import OrderState, OrderView
from bot.shop.pickup.values import Place

REMIND_BEFORE = timedelta(minutes=5)
NOTE_LIMIT = 300
"""Signs of a note to the artist."""
HOLD_REMEMBERED = timedelta(hours=24)
"""How long a cart says that a hold of its works has ended."""


def next_step(order: OrderView, place: Place | None, *, has_open_attempt: bool) -> Step:
    """Only what is missing is asked: place, time where the place has times, contact where it is demanded."""
    if order.delivery is not None and order.delivery.is_open_question and order.state is OrderState.AWAITING_PAYMENT:
        return Step.QUOTE if order.delivery.state is DeliveryState.ASKED else Step.OFFER
    if order.state is OrderState.AWAITING_PAYMENT:
        return Step.LINK if has_open_attempt else Step.TROUBLE
    if order.state is not OrderState.DRAFT:
        return Step.DONE
    if order.delivery is not None:
        return _travels(order)
    if place is None:
        return Step.POINT
    if place.slots is not None and order.slot_at is None:
        return Step.SLOT
    if place.needs_contact and not order.contact_phone:
        return Step.CONTACT
    return Step.PAY


def _travels(order: OrderView) -> Step:
    """A parcel needs an address and somebody to call; then it is paid for, or its price is asked for."""
    if order.delivery is None or not order.delivery.address:
        return Step.ADDRESS
    if not order.contact_phone:
        return Step.CONTACT
    return Step.PRICE if order.delivery.is_later else Step.PAY


def held_until(now: datetime, hold: timedelta, limit: datetime) -> datetime:
    """Each step gives the whole hold again, up to the limit."""
    return min(now + hold, limit)


def remind_at(held: datetime, hold: timedelta) -> datetime:
    """Five minutes before the end, or after two thirds of a shorter hold."""
    return held - min(REMIND_BEFORE, hold / 3)


def note(words: str) -> str:
    """A note as it is kept: no empty lines, no spaces at its ends. Raises NoteTooLong."""
    kept = "\n".join(line for line in (" ".join(line.split()) for line in clean(words).splitlines()) if line)
    if len(kept) > NOTE_LIMIT:
        raise NoteTooLong(len(kept), NOTE_LIMIT)
    return kept


def reachable(state: CartState, variant: VariantId) -> int:
    """What is free, and what is held and may come free; nothing of a work that is no longer for sale."""
    free = state.free[variant]
    return max(free.available, 0) + free.reserved if variant in state.works else 0


def there(state: CartState, variant: VariantId) -> int:
    """What this person can have now: free, or held by his own checkout."""
    return max(state.free[variant].available, 0) + state.held.get(variant, 0) if variant in state.works else 0
