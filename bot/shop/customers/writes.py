"""How does what we know of a person change?"""

from sqlalchemy import update
from sqlalchemy.ext.asyncio import AsyncSession

from bot.basics.ids import CustomerId
from bot.shop.customers.tables import Customer


async def give_email(session: AsyncSession, customer: CustomerId, email: str) -> None:
    await session.execute(update(Customer).where(Customer.id == customer).values(email=email))
