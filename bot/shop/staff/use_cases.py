"""Who may work in the shop, and as what?"""

from dataclasses import dataclass

from bot.basics.ids import CustomerId, new_token
from bot.shop.customers.values import StaffRole
from bot.shop.journal import writes as journal
from bot.shop.journal.values import Entry
from bot.shop.staff import reads, writes
from bot.shop.staff.errors import NoSuchMember
from bot.shop.staff.values import Member
from bot.storage.database import Database

MOST_ACTORS = 12


@dataclass(frozen=True, slots=True)
class Staff:
    """Owners are named in the settings; these are those whom they have invited."""

    database: Database

    async def members(self) -> list[Member]:
        async with self.database.reading() as session:
            return await reads.members(session)

    async def get(self, member: CustomerId) -> Member:
        """Raises NoSuchMember."""
        async with self.database.reading() as session:
            return await reads.get(session, member)

    async def invite(self, role: StaffRole, by: CustomerId) -> str:
        """A token for one person, for 48 hours; it is shown once."""
        token = new_token()
        async with self.database.transaction() as session:
            now = self.database.clock.now()
            await writes.invite(session, token, role, by, now)
            await journal.note(session, "invited", "", after=role, by=by, about="staff", now=now)
        return token

    async def take_back(self, by: CustomerId) -> None:
        """Invitations that wait open nothing any more. Twice is once."""
        async with self.database.transaction() as session:
            now = self.database.clock.now()
            await writes.take_back(session, now)
            await journal.note(session, "invitations_off", "", by=by, about="staff", now=now)

    async def join(self, token: str, customer: CustomerId) -> StaffRole:
        """Work here from now on, as the invitation says. Raises InvitationOver."""
        async with self.database.transaction() as session:
            now = self.database.clock.now()
            role = await writes.use(session, token, customer, now)
            await writes.employ(session, customer, role)
            await journal.note(session, "joined", "", after=role, by=customer, about="staff", now=now)
            return role

    async def employ(self, member: CustomerId, role: StaffRole | None, by: CustomerId) -> Member:
        """As something else, or (None) no longer; the rights go at once. As it was before. Twice is once.

        Somebody who has been dismissed may be taken back this way. Raises NoSuchMember for a stranger.
        """
        async with self.database.transaction() as session:
            now = self.database.clock.now()
            found = {each.id: each for each in await reads.members(session)}.get(member)
            was = found or await reads.once(session, member)
            if was is None:
                raise NoSuchMember
            before = found.role if found else None
            if before != role:
                await writes.employ(session, member, role)
                await journal.note(
                    session,
                    reads.OF_A_PERSON,
                    str(member),
                    before=before,
                    after=role,
                    by=by,
                    about="staff",
                    about_id=member,
                    now=now,
                )
            return was


@dataclass(frozen=True, slots=True)
class Journal:
    """It is read here; it is written by whoever makes a change, with the change."""

    database: Database

    async def page(
        self, limit: int, before: int | None = None, actor: CustomerId | None = None, about: str | None = None
    ) -> list[Entry]:
        """Changes older than `before`, the newest first; of one person, or of all; of one kind of thing, or of all."""
        async with self.database.reading() as session:
            return await reads.journal(session, limit, before, actor, about)

    async def actors(self) -> list[tuple[CustomerId, str]]:
        """Who has changed anything."""
        async with self.database.reading() as session:
            return await reads.actors(session, MOST_ACTORS)
