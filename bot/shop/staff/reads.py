"""Who works here, and what have they changed?"""

from dataclasses import replace
from typing import Final

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from bot.basics.ids import CustomerId
from bot.shop.customers.tables import Customer
from bot.shop.customers.values import StaffRole
from bot.shop.journal.tables import JournalEntry
from bot.shop.journal.values import Entry
from bot.shop.staff.errors import NoSuchMember
from bot.shop.staff.tables import StaffInvitation
from bot.shop.staff.values import Member

_MEMBERS = (
    select(Customer.id, Customer.platform_id, Customer.name, Customer.username, Customer.role, Customer.blocked_at)
    .where(Customer.role.is_not(None))
    .order_by(Customer.id)
)

OF_A_PERSON: Final = "role"
"""Entries whose subject is the id of a customer: a name that is forgotten is forgotten there too."""
_ENTRIES = (
    select(
        JournalEntry.id,
        JournalEntry.at,
        Customer.name,
        JournalEntry.what,
        JournalEntry.subject,
        JournalEntry.before,
        JournalEntry.after,
    )
    .outerjoin(Customer, Customer.id == JournalEntry.actor_id)
    .order_by(JournalEntry.id.desc())
)


async def members(session: AsyncSession) -> list[Member]:
    """Everybody, those who came first at the head."""
    return [
        Member(CustomerId(one), platform_id, name, username, StaffRole(role), blocked is not None)
        for one, platform_id, name, username, role, blocked in (await session.execute(_MEMBERS)).all()
        if role is not None
    ]


async def get(session: AsyncSession, member: CustomerId) -> Member:
    """Raises NoSuchMember."""
    for each in await members(session):
        if each.id == member:
            return each
    raise NoSuchMember


async def once(session: AsyncSession, customer: CustomerId) -> Member | None:
    """Somebody who has worked here: they had joined by an invitation; as what does not matter any more."""
    joined = select(StaffInvitation.role).where(StaffInvitation.used_by == customer).limit(1)
    role = await session.scalar(joined)
    row = (
        await session.execute(
            select(Customer.platform_id, Customer.name, Customer.username, Customer.blocked_at).where(
                Customer.id == customer
            )
        )
    ).first()
    if role is None or row is None:
        return None
    platform_id, name, username, blocked = row
    return Member(customer, platform_id, name, username, StaffRole(role), blocked is not None)


async def journal(
    session: AsyncSession, limit: int, before: int | None, actor: CustomerId | None, about: str | None = None
) -> list[Entry]:
    """The newest first, older than `before`; of one person, or of all; of one kind of thing, or of all."""
    wanted = _ENTRIES.limit(limit)
    if before is not None:
        wanted = wanted.where(JournalEntry.id < before)
    if actor is not None:
        wanted = wanted.where(JournalEntry.actor_id == actor)
    if about is not None:
        wanted = wanted.where(JournalEntry.about == about)
    found = [
        Entry(one, at, name or "", what, subject, was, now)
        for one, at, name, what, subject, was, now in (await session.execute(wanted)).all()
    ]
    people = {int(each.subject) for each in found if each.what == OF_A_PERSON}
    if not people:
        return found
    named = (await session.execute(select(Customer.id, Customer.name).where(Customer.id.in_(people)))).all()
    names = {str(one): name for one, name in named}
    return [replace(each, subject=names.get(each.subject, "")) if each.what == OF_A_PERSON else each for each in found]


async def actors(session: AsyncSession, limit: int) -> list[tuple[CustomerId, str]]:
    """Who has changed anything: (person, name)."""
    wrote = select(JournalEntry.id).where(JournalEntry.actor_id == Customer.id).exists()
    found = select(Customer.id, Customer.name).where(wrote, Customer.name != "").order_by(Customer.id).limit(limit)
    return [(CustomerId(one), name) for one, name in await session.execute(found)]
