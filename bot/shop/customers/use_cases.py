"""How are people recognised and remembered?"""

from dataclasses import dataclass

from sqlalchemy import func, update
from sqlalchemy.ext.asyncio import AsyncSession

from bot.basics.ids import CustomerId
from bot.basics.languages import Language, pick_language
from bot.shop.customers import reads
from bot.shop.customers.tables import Customer
from bot.shop.customers.values import Person
from bot.storage.database import Database
from bot.storage.insert_once import dialect_insert


@dataclass(frozen=True, slots=True)
class Customers:
    """People on the messenger."""

    database: Database
    default_language: Language

    async def recognise(self, platform_id: int, name: str, username: str | None, language_code: str | None) -> Person:
        """The person behind a Telegram user; made or brought up to date aside where something changed."""
        async with self.database.reading() as session:
            person = await reads.find_by_platform(session, platform_id)
        if person and person.name == name[:200] and person.username == username and not person.blocked:
            return person
        async with self.database.transaction(aside=True) as session:
            fresh = {"name": name[:200], "username": username, "blocked_at": None}
            statement = dialect_insert(session, Customer).values(
                platform="telegram",
                platform_id=platform_id,
                language=pick_language(language_code, self.default_language),
                created_at=self.database.clock.now(),
                language_chosen=False,
                **fresh,
            )
            await session.execute(
                statement.on_conflict_do_update(index_elements=["platform", "platform_id"], set_=fresh)
            )
            found = await reads.find_by_platform(session, platform_id)
        assert found is not None  # noqa: S101 (written two lines above)
        return found

    async def find(self, platform_id: int) -> Person | None:
        """Somebody who has talked to the bot before."""
        async with self.database.reading() as session:
            return await reads.find_by_platform(session, platform_id)

    async def get(self, customer: CustomerId) -> Person:
        async with self.database.reading() as session:
            return await reads.get(session, customer)

    async def choose_language(self, customer: CustomerId, language: Language) -> None:
        async with self.database.transaction() as session:
            await _change(session, customer, language=language, language_chosen=True)

    async def note_source(self, customer: CustomerId, source: str) -> None:
        """Where this visit came from: kept as the last touch, and as the first if there is none."""
        async with self.database.transaction(aside=True) as session:
            await _change(
                session, customer, last_source=source, first_source=func.coalesce(Customer.first_source, source)
            )

    async def note_blocked(self, customer: CustomerId) -> None:
        """They blocked the bot, or are gone: nothing is sent until they write again."""
        async with self.database.transaction(aside=True) as session:
            await _change(session, customer, blocked_at=self.database.clock.now())


async def _change(session: AsyncSession, customer: CustomerId, **values: object) -> None:
    await session.execute(update(Customer).where(Customer.id == customer).values(**values))
