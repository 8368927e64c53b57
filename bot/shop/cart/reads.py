"""What is in a cart?"""

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from bot.basics.ids import CustomerId, VariantId
from bot.shop.cart.tables import CartLine
from bot.shop.cart.values import CartItem

_ITEMS = select(CartLine.variant_id, CartLine.quantity, CartLine.price_seen_minor).order_by(
    CartLine.added_at, CartLine.variant_id
)


async def items(session: AsyncSession, customer: CustomerId) -> list[CartItem]:
    rows = await session.execute(_ITEMS.where(CartLine.customer_id == customer))
    return [CartItem(VariantId(variant), quantity, price) for variant, quantity, price in rows]
