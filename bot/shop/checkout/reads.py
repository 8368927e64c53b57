"""What does a checkout screen need to know?"""

from collections.abc import Sequence
from datetime import datetime
from zoneinfo import ZoneInfo

from sqlalchemy.ext.asyncio import AsyncSession

from bot.shop.checkout import rules
from bot.shop.checkout.values import CheckoutView, OnlinePay, Step
from bot.shop.orders.values import OrderState, OrderView, PayWay
from bot.shop.payments import reads as payments
from bot.shop.payments import rules as payment_rules
from bot.shop.pickup import reads as pickup
from bot.shop.pickup import rules as pickup_rules
from bot.shop.pickup.values import Place
from bot.shop.policies.values import Policies


def ways(order: OrderView, online: OnlinePay, policies: Policies) -> tuple[PayWay, ...]:
    """Ways to pay that are offered: online where it is configured, lawful and not below the provider's least."""
    can_online = (
        online.configured
        and (not online.live or policies.terms_filled)
        and order.total.minor >= payment_rules.LEAST_MINOR
    )
    return (PayWay.ONLINE, PayWay.AT_PICKUP) if can_online else (PayWay.AT_PICKUP,)


async def view(
    session: AsyncSession,
    order: OrderView,
    online: OnlinePay,
    policies: Policies,
    now: datetime,
    everywhere: Sequence[Place] | None = None,
) -> CheckoutView:
    """The whole screen of one order that is being made. `everywhere`: the shop's places, where they are known."""
    unpaid = order.state is OrderState.AWAITING_PAYMENT
    attempt = await payments.open_attempt(session, order.id) if unpaid else None
    if everywhere is None:
        everywhere = await pickup.places(session)
    place = next((each for each in everywhere if each.id == order.location), None)
    waits = attempt is not None or (unpaid and await payments.in_question(session, order.id))
    step = rules.next_step(order, place, has_open_attempt=waits)
    slots: tuple[datetime, ...] = ()
    if step is Step.SLOT and place is not None and place.slots is not None:
        taken = await pickup.taken(session, place.id, now)
        zone = ZoneInfo(policies.timezone)
        slots = tuple(at for at in pickup_rules.slots(place, now, zone) if taken.get(at, 0) < place.slots.capacity)
    return CheckoutView(
        order=order,
        step=step,
        place=place,
        places=tuple(each for each in everywhere if each.offered(now)),
        slots=slots,
        ways=ways(order, online, policies),
        link=attempt.confirmation_url if attempt else None,
        timezone=policies.timezone,
    )
