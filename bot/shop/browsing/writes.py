"""How is it remembered how somebody likes to look?"""

from sqlalchemy import update
from sqlalchemy.ext.asyncio import AsyncSession

from bot.basics.ids import CustomerId
from bot.shop.browsing.rules import written
from bot.shop.browsing.values import Choice
from bot.shop.customers.tables import Customer


async def keep(session: AsyncSession, customer: CustomerId, choice: Choice) -> None:
    """From now on he looks like this. Twice is once."""
    await session.execute(update(Customer).where(Customer.id == customer).values(looks=written(choice)))
