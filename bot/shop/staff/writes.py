"""How does somebody come to work here, as something else, and no longer?"""

import hashlib
from datetime import datetime

from sqlalchemy import insert, update
from sqlalchemy.ext.asyncio import AsyncSession

from bot.basics.ids import CustomerId
from bot.shop.customers.tables import Customer
from bot.shop.customers.values import StaffRole
from bot.shop.staff.errors import InvitationOver
from bot.shop.staff.tables import StaffInvitation
from bot.shop.staff.values import INVITATION_LASTS


def hashed(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()


async def invite(session: AsyncSession, token: str, role: StaffRole, by: CustomerId, now: datetime) -> None:
    await session.execute(
        insert(StaffInvitation).values(
            token_sha256=hashed(token), role=role, made_by=by, made_at=now, ends_at=now + INVITATION_LASTS
        )
    )


async def use(session: AsyncSession, token: str, customer: CustomerId, now: datetime) -> StaffRole:
    """Once, whoever is first. Raises InvitationOver."""
    unused = (
        update(StaffInvitation)
        .where(
            StaffInvitation.token_sha256 == hashed(token),
            StaffInvitation.used_at.is_(None),
            StaffInvitation.ends_at > now,
        )
        .values(used_by=customer, used_at=now)
        .returning(StaffInvitation.role)
    )
    role = await session.scalar(unused)
    if role is None:
        raise InvitationOver
    return StaffRole(role)


async def take_back(session: AsyncSession, now: datetime) -> None:
    """Links that nobody has used open nothing any more."""
    await session.execute(
        update(StaffInvitation)
        .where(StaffInvitation.used_at.is_(None), StaffInvitation.ends_at > now)
        .values(ends_at=now)
    )


async def employ(session: AsyncSession, customer: CustomerId, role: StaffRole | None) -> None:
    """As what somebody works from now on; None: no longer."""
    await session.execute(update(Customer).where(Customer.id == customer).values(role=role))
