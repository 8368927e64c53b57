"""Who is this?"""

from typing import Any, cast

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from bot.basics.ids import CustomerId
from bot.basics.languages import Language
from bot.shop.customers.tables import Consent, Customer, Recommendation, SavedChoice
from bot.shop.customers.values import Person, StaffRole, Usual
from bot.storage.database import writes_alone

_PERSON = select(
    Customer.id,
    Customer.platform_id,
    Customer.name,
    Customer.username,
    Customer.language,
    Customer.phone,
    Customer.blocked_at,
    Customer.looks,
    Customer.role,
    Customer.last_source,
    SavedChoice.customer_id,
    SavedChoice.location_id,
    SavedChoice.pay_way,
    SavedChoice.phone,
).outerjoin(SavedChoice, SavedChoice.customer_id == Customer.id)
_BY_PLATFORM = _PERSON.where(Customer.platform == "telegram")


def _person(row: Any) -> Person:
    customer, platform_id, name, username, language, phone, blocked_at, looks, role, source, kept, *chosen = row
    usual = Usual(*chosen) if kept is not None else None
    return Person(
        CustomerId(customer),
        platform_id,
        name,
        username,
        cast(Language, language),
        phone,
        blocked_at is not None,
        usual,
        looks,
        StaffRole(role) if role else None,
        source or "",
    )


async def find_by_platform(session: AsyncSession, platform_id: int) -> Person | None:
    row = (await session.execute(_BY_PLATFORM.where(Customer.platform_id == platform_id))).first()
    return _person(row) if row else None


async def contacts(session: AsyncSession, customer: CustomerId) -> tuple[str | None, str | None]:
    """(e-mail, phone) as the person gave them."""
    row = (await session.execute(select(Customer.email, Customer.phone).where(Customer.id == customer))).one()
    return row[0], row[1]


async def lock(session: AsyncSession, customer: CustomerId) -> None:
    """Two taps of one person come one after the other. Taken before any order is."""
    if not writes_alone(session):
        await session.execute(select(Customer.id).where(Customer.id == customer).with_for_update(key_share=True))


async def get(session: AsyncSession, customer: CustomerId) -> Person:
    """Raises NoResultFound for an unknown id: ids come from our own rows."""
    return _person((await session.execute(_PERSON.where(Customer.id == customer))).one())


async def by_recommendation(session: AsyncSession, code: str) -> CustomerId | None:
    """Whose link that is."""
    found = await session.scalar(select(Recommendation.customer_id).where(Recommendation.code == code))
    return CustomerId(found) if found is not None else None


async def recommendation(session: AsyncSession, customer: CustomerId) -> str | None:
    """The code of this person's link, if it has been made."""
    code: str | None = await session.scalar(select(Recommendation.code).where(Recommendation.customer_id == customer))
    return code


async def agreed(session: AsyncSession, customer: CustomerId, kind: str) -> bool | None:
    """What the person said last about it; None when never asked."""
    said: bool | None = await session.scalar(
        select(Consent.granted)
        .where(Consent.customer_id == customer, Consent.kind == kind)
        .order_by(Consent.id.desc())
        .limit(1)
    )
    return said
