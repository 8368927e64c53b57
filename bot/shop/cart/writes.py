"""How does a cart change?"""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import case, delete, update
from sqlalchemy.ext.asyncio import AsyncSession

from bot.basics.ids import CustomerId, VariantId
from bot.shop.cart.tables import CartLine
from bot.shop.cart.values import MAX_QUANTITY
from bot.storage.insert_once import dialect_insert


async def more(
    session: AsyncSession, customer: CustomerId, variant: VariantId, by: int, price_minor: int, now: datetime
) -> int:
    """One statement, so that a hundred taps at once count a hundred; never beyond MAX_QUANTITY."""
    statement = dialect_insert(session, CartLine).values(
        customer_id=customer,
        variant_id=variant,
        quantity=min(by, MAX_QUANTITY),
        price_seen_minor=price_minor,
        added_at=now,
    )
    total = CartLine.quantity + min(by, MAX_QUANTITY)
    quantity = await session.scalar(
        statement.on_conflict_do_update(
            index_elements=["customer_id", "variant_id"],
            set_={
                "quantity": case((total > MAX_QUANTITY, MAX_QUANTITY), else_=total),
                "price_seen_minor": price_minor,
            },
        ).returning(CartLine.quantity)
    )
    return int(quantity or 0)


async def less(session: AsyncSession, customer: CustomerId, variant: VariantId, by: int) -> int:
    """Down to nothing, and then the line is gone."""
    by = min(by, MAX_QUANTITY)
    mine = (CartLine.customer_id == customer, CartLine.variant_id == variant)
    left = await session.scalar(
        update(CartLine)
        .where(*mine, CartLine.quantity > by)
        .values(quantity=CartLine.quantity - by)
        .returning(CartLine.quantity)
    )
    if left is None:
        await session.execute(delete(CartLine).where(*mine, CartLine.quantity <= by))
    return int(left or 0)


async def keep_at_most(session: AsyncSession, customer: CustomerId, variant: VariantId, most: int) -> None:
    """No more of it than that; none: the line is gone."""
    mine = (CartLine.customer_id == customer, CartLine.variant_id == variant)
    if most <= 0:
        await session.execute(delete(CartLine).where(*mine))
    else:
        await session.execute(update(CartLine).where(*mine, CartLine.quantity > most).values(quantity=most))


async def remove(session: AsyncSession, customer: CustomerId, variants: Sequence[VariantId]) -> None:
    await session.execute(delete(CartLine).where(CartLine.customer_id == customer, CartLine.variant_id.in_(variants)))
