"""Who keeps, waits for and watches what?"""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import and_, exists, func, literal, or_, select, tuple_, union_all
from sqlalchemy.ext.asyncio import AsyncSession

from bot.basics.ids import CustomerId, VariantId
from bot.shop.cart.tables import CartLine
from bot.shop.catalogue.tables import Product, Variant
from bot.shop.customers.tables import Customer
from bot.shop.stock import reads as stock_reads
from bot.shop.stock.reads import AVAILABLE
from bot.shop.stock.tables import Reservation, StockLevel
from bot.shop.stock.values import Availability, Level
from bot.shop.waiting import rules
from bot.shop.waiting.tables import FavouriteRow, PriceFall, PriceRequest, PriceTold, WaitingTurn
from bot.shop.waiting.values import Marks, Turn, TurnState, Watched

OPEN = (TurnState.WAITING.value, TurnState.HOLDING.value)

_TURN = select(
    WaitingTurn.id,
    WaitingTurn.customer_id,
    WaitingTurn.variant_id,
    WaitingTurn.state,
    WaitingTurn.wave,
    WaitingTurn.until,
    WaitingTurn.hold_cause,
)
_IS_HELD = exists().where(Reservation.cause == WaitingTurn.hold_cause, Reservation.state == "held")


def _turn(row: Any) -> Turn:
    return Turn(row[0], row[1], row[2], TurnState(row[3]), row[4], row[5], row[6])


# -- turns ---------------------------------------------------------------------------------------------------------


async def is_awaited(session: AsyncSession, variant: VariantId) -> bool:
    """Somebody stands in the line for it, or has it held."""
    found = select(WaitingTurn.id).where(WaitingTurn.variant_id == variant, WaitingTurn.state.in_(OPEN)).limit(1)
    return await session.scalar(found) is not None


async def is_exclusive(session: AsyncSession, variant: VariantId) -> bool | None:
    """One of a kind? None for a work that is not shown."""
    shown = select(Variant.exclusive).join(Product, Product.id == Variant.product_id)
    found: bool | None = await session.scalar(shown.where(Variant.id == variant, Product.state == "listed"))
    return found


async def turn(session: AsyncSession, number: int) -> Turn | None:
    row = (await session.execute(_TURN.where(WaitingTurn.id == number))).first()
    return _turn(row) if row else None


async def next_in_line(session: AsyncSession, variant: VariantId, limit: int) -> list[Turn]:
    """Whose turn it is, first come first; who cannot be reached now keeps the place."""
    rows = await session.execute(
        _TURN.join(Customer, Customer.id == WaitingTurn.customer_id)
        .where(
            WaitingTurn.variant_id == variant,
            WaitingTurn.state == TurnState.WAITING.value,
            Customer.blocked_at.is_(None),
        )
        .order_by(WaitingTurn.rank, WaitingTurn.asked_at, WaitingTurn.id)
        .limit(limit)
    )
    return [_turn(row) for row in rows]


async def thinking_until(session: AsyncSession, variant: VariantId, now: datetime) -> list[datetime]:
    """The ends of the time of those who were told and have neither bought nor let it pass."""
    told = WaitingTurn.state == TurnState.TOLD.value
    rows = await session.scalars(
        select(WaitingTurn.until).where(WaitingTurn.variant_id == variant, told, WaitingTurn.until > now)
    )
    return [moment for moment in rows if moment is not None]


async def over_holds(session: AsyncSession, variant: VariantId) -> list[Turn]:
    """Turns whose personal hold has ended."""
    held = WaitingTurn.state == TurnState.HOLDING.value
    rows = await session.execute(_TURN.where(WaitingTurn.variant_id == variant, held, ~_IS_HELD))
    return [_turn(row) for row in rows]


async def turns_of(
    session: AsyncSession, customer: CustomerId, variants: Sequence[VariantId], *states: TurnState
) -> list[Turn]:
    rows = await session.execute(
        _TURN.where(
            WaitingTurn.customer_id == customer,
            WaitingTurn.variant_id.in_(variants),
            WaitingTurn.state.in_([state.value for state in states]),
        ).order_by(WaitingTurn.variant_id, WaitingTurn.id)
    )
    return [_turn(row) for row in rows]


async def told_before(session: AsyncSession, customer: CustomerId, variant: VariantId) -> datetime | None:
    """The place of a request that was answered without a purchase."""
    moment: datetime | None = await session.scalar(
        select(WaitingTurn.asked_at)
        .where(
            WaitingTurn.customer_id == customer,
            WaitingTurn.variant_id == variant,
            WaitingTurn.state == TurnState.TOLD.value,
        )
        .order_by(WaitingTurn.id.desc())
        .limit(1)
    )
    return moment


async def levels_and_marks(
    session: AsyncSession, customer: CustomerId, variant: VariantId
) -> tuple[list[Level], Marks]:
    """Counters at each place, and what this person has marked the variant with: one query, for a card is one screen."""
    kept = exists().where(FavouriteRow.customer_id == customer, FavouriteRow.variant_id == variant)
    mine = (
        select(WaitingTurn.state, WaitingTurn.until)
        .where(WaitingTurn.customer_id == customer, WaitingTurn.variant_id == variant, WaitingTurn.state.in_(OPEN))
        .subquery()
    )
    one = select(kept.label("kept")).subquery()  # a row comes back whatever there is
    rows = [
        tuple(row)
        for row in await session.execute(
            select(one.c.kept, mine.c.state, mine.c.until, *stock_reads.LEVEL)
            .select_from(one)
            .outerjoin(mine, literal(True))
            .outerjoin(StockLevel, StockLevel.variant_id == variant)
            .order_by(StockLevel.location_id)
        )
    ]
    is_kept, state, until = rows[0][:3]
    marks = Marks(bool(is_kept), state == TurnState.WAITING.value, until if state == TurnState.HOLDING.value else None)
    return [Level(*row[3:]) for row in rows if row[3] is not None], marks


_WAITING = (
    select(func.count())
    .select_from(WaitingTurn)
    .where(WaitingTurn.variant_id == Variant.id, WaitingTurn.state.in_(OPEN))
    .correlate(Variant)
    .scalar_subquery()
)
_KEPT = (
    select(func.count())
    .select_from(FavouriteRow)
    .where(FavouriteRow.variant_id == Variant.id)
    .correlate(Variant)
    .scalar_subquery()
)


async def numbers(
    session: AsyncSession, variants: Sequence[VariantId]
) -> dict[VariantId, tuple[Availability, Watched]]:
    """What there is of these, and how many people want them: one query, for the seller's screens."""
    counters = (AVAILABLE, StockLevel.reserved, StockLevel.allocated, StockLevel.on_hand)
    rows = await session.execute(
        select(Variant.id, _WAITING, _KEPT, *(func.coalesce(func.sum(counter), 0) for counter in counters))
        .outerjoin(StockLevel, StockLevel.variant_id == Variant.id)
        .where(Variant.id.in_(variants))
        .group_by(Variant.id)
    )
    return {
        VariantId(row[0]): (Availability(*(int(number) for number in row[3:])), Watched(int(row[1]), int(row[2])))
        for row in rows
    }


async def most_wished(session: AsyncSession, limit: int) -> list[tuple[VariantId, Watched]]:
    """What people want most, first."""
    each = union_all(
        select(WaitingTurn.variant_id.label("variant"), literal(1).label("waiting"), literal(0).label("kept")).where(
            WaitingTurn.state.in_(OPEN)
        ),
        select(FavouriteRow.variant_id, literal(0), literal(1)),
    ).subquery()
    waiting, kept = func.sum(each.c.waiting), func.sum(each.c.kept)
    rows = await session.execute(
        select(each.c.variant, waiting, kept)
        .join(Variant, Variant.id == each.c.variant)
        .join(Product, Product.id == Variant.product_id)
        .where(Product.state.in_(("listed", "hidden")))
        .group_by(each.c.variant)
        .order_by((waiting + kept).desc(), waiting.desc(), each.c.variant)
        .limit(limit)
    )
    return [(VariantId(row[0]), Watched(int(row[1]), int(row[2]))) for row in rows]


async def differences(session: AsyncSession) -> list[tuple[int, int, str, int, int]]:
    """(variant, place, what, is, should be): pieces held for a turn that does not hold them."""
    theirs = exists().where(
        WaitingTurn.hold_cause == Reservation.cause,
        WaitingTurn.state == TurnState.HOLDING.value,
        WaitingTurn.customer_id == Reservation.customer_id,
        WaitingTurn.variant_id == Reservation.variant_id,
    )
    rows = await session.execute(
        select(Reservation.variant_id, Reservation.location_id, Reservation.quantity).where(
            Reservation.state == "held",
            Reservation.cause.startswith(rules.HOLD),
            or_(~theirs, Reservation.quantity != 1),
        )
    )
    return [(variant, place, "held for a turn", quantity, 0) for variant, place, quantity in rows]


# -- favourites ----------------------------------------------------------------------------------------------------


async def favourites(
    session: AsyncSession,
    customer: CustomerId,
    *,
    after: VariantId | None = None,
    before: VariantId | None = None,
    limit: int,
) -> tuple[list[VariantId], bool, bool]:
    """(variants on show, newest first; whether there are more in that direction; whether their prices are watched)."""
    key = tuple_(FavouriteRow.added_at, FavouriteRow.variant_id)
    statement = (
        select(FavouriteRow.variant_id, _wants_prices(customer))
        .join(Variant, Variant.id == FavouriteRow.variant_id)
        .join(Product, Product.id == Variant.product_id)
        .where(FavouriteRow.customer_id == customer, Product.state == "listed")
    )
    anchor = after or before
    if anchor is not None:
        place = (
            select(FavouriteRow.added_at, FavouriteRow.variant_id)
            .where(FavouriteRow.customer_id == customer, FavouriteRow.variant_id == anchor)
            .scalar_subquery()
        )
        statement = statement.where(key < place if after else key > place)
    order = (
        (FavouriteRow.added_at, FavouriteRow.variant_id)
        if before
        else (FavouriteRow.added_at.desc(), FavouriteRow.variant_id.desc())
    )
    rows = list(await session.execute(statement.order_by(*order).limit(limit + 1)))
    page = [VariantId(row[0]) for row in rows[:limit]]
    return page[::-1] if before else page, len(rows) > limit, any(row[1] for row in rows)


# -- prices --------------------------------------------------------------------------------------------------------


def _wants_prices(customer: Any) -> Any:
    """Whether the last word of this person is yes."""
    last = (
        select(PriceRequest.wanted)
        .where(PriceRequest.customer_id == customer)
        .order_by(PriceRequest.id.desc())
        .limit(1)
        .scalar_subquery()
    )
    return func.coalesce(last, False)


def _kept_since(*which: Any) -> Any:
    """(customer, variant, since) of everything that people keep, put into the cart or wait for."""
    parts = []
    for table, moment, more in (
        (FavouriteRow, FavouriteRow.added_at, ()),
        (CartLine, CartLine.added_at, ()),
        (WaitingTurn, WaitingTurn.asked_at, (WaitingTurn.state.in_(OPEN),)),
    ):
        same = [column(table) for column in which]
        parts.append(
            select(table.customer_id.label("customer"), table.variant_id.label("variant"), moment.label("since")).where(
                *same, *more
            )
        )
    return union_all(*parts).subquery()


async def wants_prices(session: AsyncSession, customer: CustomerId) -> bool:
    return bool(await session.scalar(select(_wants_prices(customer))))


async def fall(session: AsyncSession, number: int) -> tuple[VariantId, int, datetime] | None:
    """(variant, the price it fell to, when)."""
    row = (
        await session.execute(
            select(PriceFall.variant_id, PriceFall.after_minor, PriceFall.at).where(PriceFall.id == number)
        )
    ).first()
    return (VariantId(row[0]), row[1], row[2]) if row else None


async def watchers(session: AsyncSession, variant: VariantId, before: datetime) -> list[CustomerId]:
    """Who wants to hear of a lower price of this variant and has had it in mind since before that moment."""
    kept = _kept_since(lambda table: table.variant_id == variant)
    rows = await session.scalars(
        select(Customer.id)
        .where(
            Customer.id.in_(select(kept.c.customer).where(kept.c.since <= before)),
            Customer.blocked_at.is_(None),
            _wants_prices(Customer.id),
        )
        .order_by(Customer.id)
    )
    return [CustomerId(row) for row in rows]


async def told_at(session: AsyncSession, customer: CustomerId, since: datetime) -> list[datetime]:
    """When this person was told of prices, once for each message."""
    mine = and_(PriceTold.customer_id == customer, PriceTold.at > since)
    return list(await session.scalars(select(PriceTold.at).where(mine).distinct()))


async def falls_for(
    session: AsyncSession, customer: CustomerId, since: datetime
) -> list[tuple[int, VariantId, int, int]]:
    """(fall, variant, before, after): the newest fall of each work this person keeps, if he has not heard of it."""
    kept = _kept_since(lambda table: table.customer_id == customer)
    newest = (
        select(func.max(PriceFall.id))
        .join(kept, and_(kept.c.variant == PriceFall.variant_id, kept.c.since <= PriceFall.at))
        .where(PriceFall.at > since)
        .group_by(PriceFall.variant_id)
    )
    heard = exists().where(PriceTold.customer_id == customer, PriceTold.fall_id == PriceFall.id)
    rows = await session.execute(
        select(PriceFall.id, PriceFall.variant_id, PriceFall.before_minor, PriceFall.after_minor)
        .where(PriceFall.id.in_(newest), ~heard)
        .order_by(PriceFall.id)
    )
    return [(row[0], VariantId(row[1]), row[2], row[3]) for row in rows]
