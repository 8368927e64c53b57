"""How does what we know of a person change?"""

from datetime import datetime

from sqlalchemy import delete, insert, update
from sqlalchemy.ext.asyncio import AsyncSession

from bot.basics.ids import CustomerId
from bot.shop.customers import reads
from bot.shop.customers.tables import Consent, Customer, SavedChoice
from bot.shop.customers.values import Usual
from bot.storage import handling
from bot.storage.insert_once import dialect_insert


async def give_email(session: AsyncSession, customer: CustomerId, email: str) -> None:
    await session.execute(update(Customer).where(Customer.id == customer).values(email=email))


async def decide(
    session: AsyncSession,
    customer: CustomerId,
    kind: str,
    *,
    granted: bool,
    version: int,
    text_key: str,
    now: datetime,
) -> None:
    """One more row of what a person agrees to, where that changes anything. Twice is once."""
    if await reads.agreed(session, customer, kind) is granted:
        return
    update_at_hand = handling.current.get()
    await session.execute(
        insert(Consent).values(
            customer_id=customer,
            kind=kind,
            granted=granted,
            version=version,
            text_key=text_key,
            update_id=update_at_hand.update_id if update_at_hand else None,
            at=now,
        )
    )


async def keep_choice(session: AsyncSession, customer: CustomerId, usual: Usual, now: datetime) -> None:
    """In place of an earlier one."""
    chosen = {"location_id": usual.location, "pay_way": usual.pay_way, "phone": usual.phone, "changed_at": now}
    statement = dialect_insert(session, SavedChoice).values(customer_id=customer, **chosen)
    await session.execute(statement.on_conflict_do_update(index_elements=["customer_id"], set_=chosen))


async def forget_choice(session: AsyncSession, customer: CustomerId) -> None:
    await session.execute(delete(SavedChoice).where(SavedChoice.customer_id == customer))
