"""What does a checkout screen need to know?"""

from collections.abc import Sequence
from datetime import datetime
from zoneinfo import ZoneInfo

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from bot.basics.ids import CustomerId, VariantId
from bot.basics.languages import Language
from bot.shop.cart.tables import CartLine
from bot.shop.cart.values import CartItem
from bot.shop.catalogue import reads as catalogue
from bot.shop.checkout import rules
from bot.shop.checkout.values import CartState, CheckoutView, OnlinePay, Step
from bot.shop.delivery import reads as delivery
from bot.shop.delivery.values import Way
from bot.shop.orders import reads as orders
from bot.shop.orders.values import OrderState, OrderView, PayWay
from bot.shop.payments import reads as payments
from bot.shop.payments import rules as payment_rules
from bot.shop.pickup import reads as pickup
from bot.shop.pickup import rules as pickup_rules
from bot.shop.pickup.values import Place
from bot.shop.policies.values import Policies
from bot.shop.stock import reads as stock
from bot.shop.stock.tables import StockLevel
from bot.shop.stock.values import Availability

_KEPT = (
    select(CartLine.variant_id, CartLine.quantity, CartLine.price_seen_minor, *stock.SUMS)
    .outerjoin(StockLevel, StockLevel.variant_id == CartLine.variant_id)
    .group_by(CartLine.customer_id, CartLine.variant_id)
    .order_by(CartLine.added_at, CartLine.variant_id)
)
"""Lines and what there is of each, in one statement."""


def can_online(sum_minor: int, online: OnlinePay, policies: Policies) -> bool:
    """Online where it is configured, lawful and not below the provider's least."""
    lawful = online.configured and (not online.live or policies.terms_filled)
    return lawful and sum_minor >= payment_rules.LEAST_MINOR


def ways(order: OrderView, online: OnlinePay, policies: Policies) -> tuple[PayWay, ...]:
    """Ways to pay that are offered, that of last time first.

    A parcel may be paid for on receipt only where the seller allows it.
    """
    at_once = (PayWay.ONLINE,) if can_online(order.total.minor, online, policies) else ()
    later = (PayWay.AT_PICKUP,) if order.delivery is None or order.delivery.on_receipt else ()
    return tuple(sorted((*at_once, *later), key=lambda way: way is not order.usual_way))


async def cart_state(session: AsyncSession, customer: CustomerId, language: Language, now: datetime) -> CartState:
    """What has become of a cart since it was filled."""
    rows = (await session.execute(_KEPT.where(CartLine.customer_id == customer))).all()
    if not rows:
        return CartState((), {}, {}, {}, None, None)
    items = tuple(CartItem(VariantId(row[0]), row[1], row[2]) for row in rows)
    free = {VariantId(row[0]): Availability(*(int(number or 0) for number in row[3:])) for row in rows}
    works = await catalogue.lines(session, list(free), language)
    latest = await orders.latest_of(session, customer)
    held: dict[VariantId, int] = {}
    until = ended = None
    if latest is not None and any(line.variant in free for line in latest.lines):
        if latest.state is OrderState.DRAFT and latest.held_until is not None and latest.held_until > now:
            held, until = {line.variant: line.quantity for line in latest.lines}, latest.held_until
        elif latest.state is OrderState.EXPIRED and latest.ended_at is not None:
            ended = latest.ended_at if now - latest.ended_at < rules.HOLD_REMEMBERED else None
    return CartState(items, works, free, held, until, ended)


async def view(
    session: AsyncSession,
    order: OrderView,
    online: OnlinePay,
    policies: Policies,
    now: datetime,
    everywhere: Sequence[Place] | None = None,
    travels: Sequence[Way] | None = None,
) -> CheckoutView:
    """The whole screen of one order that is being made.

    `everywhere`, `travels`: the shop's places and ways of delivery, where they are known.
    """
    unpaid = order.state is OrderState.AWAITING_PAYMENT
    attempt = await payments.open_attempt(session, order.id) if unpaid else None
    if everywhere is None:
        everywhere = await pickup.places(session)
    place = next((each for each in everywhere if each.id == order.location), None)
    waits = attempt is not None or (unpaid and await payments.in_question(session, order.id))
    step = rules.next_step(order, place, has_open_attempt=waits)
    if travels is None:
        online_too = can_online(order.total.minor, online, policies)
        travels = await delivery.offered(session, online=online_too) if order.state is OrderState.DRAFT else ()
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
        wrap_minor=policies.gift_wrap_minor,
        deliveries=tuple(travels),
    )
