"""What does a checkout screen need to know?"""

from collections.abc import Mapping, Sequence
from datetime import datetime
from zoneinfo import ZoneInfo

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from bot.basics.ids import CustomerId, VariantId
from bot.basics.languages import Language
from bot.basics.money import Money
from bot.shop.cart.tables import CartLine
from bot.shop.cart.values import CartItem
from bot.shop.catalogue import reads as catalogue
from bot.shop.checkout import rules
from bot.shop.checkout.values import CartState, CheckoutView, OnlinePay, Step
from bot.shop.delivery import reads as delivery
from bot.shop.delivery.values import Way
from bot.shop.invoices import rules as invoice_rules
from bot.shop.orders import reads as orders
from bot.shop.orders.values import OrderState, OrderView, PayWay
from bot.shop.payments import reads as payments
from bot.shop.payments import rules as payment_rules
from bot.shop.pickup import reads as pickup
from bot.shop.pickup import rules as pickup_rules
from bot.shop.pickup.values import Offer, Place
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


def online_ways(sum_minor: int, online: OnlinePay, policies: Policies) -> tuple[PayWay, ...]:
    """Online where it is configured, lawful and within the provider's limits.

    The second receipt of a sale needs the provider's own number of its payment, which an invoice does not tell for
    sure: a shop whose receipts go through YooKassa takes no invoices.
    """
    by_link = online.configured and (not online.live or policies.terms_filled)
    by_form = online.invoices and (not online.invoices_live or policies.terms_filled)
    ways = []
    if by_link and sum_minor >= payment_rules.LEAST_MINOR:
        ways.append(PayWay.ONLINE)
    if by_form and policies.receipts == "off" and invoice_rules.is_payable(Money(sum_minor, policies.currency)):
        ways.append(PayWay.INVOICE)
    return tuple(ways)


def can_online(sum_minor: int, online: OnlinePay, policies: Policies) -> bool:
    """At least one way to pay online is offered."""
    return bool(online_ways(sum_minor, online, policies))


Booked = Sequence[tuple[Place, Mapping[datetime, int]]]
"""Every place, and how many orders have taken each of its times: as `pickup.reads.booked` tells it."""


def ways(order: OrderView, online: OnlinePay, policies: Policies) -> tuple[PayWay, ...]:
    """Ways to pay that are offered, that of last time first.

    A parcel may be paid for on receipt only where the seller allows it.
    """
    at_once = online_ways(order.total.minor, online, policies)
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


async def offers(
    session: AsyncSession,
    order: OrderView,
    policies: Policies,
    now: datetime,
    booked: Booked,
) -> tuple[Offer, ...]:
    """Every point that buyers know, as this order meets it."""
    wanted: dict[VariantId, int] = {}
    for line in order.lines:
        wanted[line.variant] = wanted.get(line.variant, 0) + line.quantity
    there = await stock.places_of(session, order.id, wanted)
    zone = ZoneInfo(policies.timezone)
    met = [pickup_rules.offer(place, now, zone, is_there=place.id in there, taken=taken) for place, taken in booked]
    return tuple(each for each in met if each is not None)


async def view(
    session: AsyncSession,
    order: OrderView,
    online: OnlinePay,
    policies: Policies,
    now: datetime,
    *,
    choosing: bool = False,
    booked: Booked | None = None,
    travels: Sequence[Way] | None = None,
) -> CheckoutView:
    """The whole screen of one order that is being made.

    `choosing`: a point or a time is asked, whatever was chosen. `booked`, `travels`: the shop's places and ways of
    delivery, where they are known.
    """
    unpaid = order.state is OrderState.AWAITING_PAYMENT
    attempt = await payments.open_attempt(session, order.id) if unpaid else None
    is_draft = order.state is OrderState.DRAFT
    if booked is None:
        booked = (
            await pickup.booked(session, now) if is_draft else [(each, {}) for each in await pickup.places(session)]
        )
    place = next((each for each, _ in booked if each.id == order.location), None)
    waits = attempt is not None or (unpaid and await payments.in_question(session, order.id))
    step = rules.next_step(order, place, has_open_attempt=waits)
    if travels is None:
        online_too = can_online(order.total.minor, online, policies)
        travels = await delivery.offered(session, online=online_too) if is_draft else ()
    asks = is_draft and (choosing or step in (Step.POINT, Step.SLOT))
    met = await offers(session, order, policies, now, booked) if asks else ()
    open_now = [each.place for each in met if each.why_not is None]
    return CheckoutView(
        order=order,
        step=step,
        place=place,
        places=tuple(open_now if asks else [each for each, _ in booked if each.offered(now)]),
        slots=next((each.slots for each in met if each.place.id == order.location), ()),
        ways=ways(order, online, policies),
        link=attempt.confirmation_url if attempt else None,
        timezone=policies.timezone,
        wrap_minor=policies.gift_wrap_minor,
        deliveries=tuple(travels),
        offers=met,
    )
