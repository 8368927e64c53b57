"""How are people recognised and remembered?"""

from dataclasses import dataclass

from sqlalchemy import func, update
from sqlalchemy.ext.asyncio import AsyncSession

from bot.basics.ids import CustomerId, new_token
from bot.basics.languages import Language, pick_language
from bot.shop.customers import reads, writes
from bot.shop.customers.tables import Customer, Recommendation
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

    async def note_visit(self, customer: CustomerId, source: str | None, recommender: CustomerId | None) -> None:
        """Where this visit came from: kept as the last touch, and as the first if there is none. Oneself is nobody."""
        if recommender == customer:
            recommender = None
        if not source and recommender is None:
            return
        async with self.database.transaction(aside=True) as session:
            if source:
                first = func.coalesce(Customer.first_source, source)
                await _change(session, customer, last_source=source, first_source=first)
            if recommender is not None:
                touched = {"first_recommender_id": recommender, "last_recommender_id": recommender}
                insert = dialect_insert(session, Recommendation).values(customer_id=customer, **touched)
                first_touch = func.coalesce(Recommendation.first_recommender_id, recommender)
                again = touched | {"first_recommender_id": first_touch}
                await session.execute(insert.on_conflict_do_update(index_elements=["customer_id"], set_=again))

    async def recommender(self, code: str) -> CustomerId | None:
        """Whose link `r_<code>` is."""
        async with self.database.reading() as session:
            return await reads.by_recommendation(session, code)

    async def recommendation(self, customer: CustomerId) -> str:
        """The code of the person's own link; made the first time, the same ever after."""
        async with self.database.reading() as session:
            known = await reads.recommendation(session, customer)
        if known is not None:
            return known
        async with self.database.transaction(aside=True) as session:
            made = dialect_insert(session, Recommendation).values(customer_id=customer, code=new_token())
            kept = {"code": func.coalesce(Recommendation.code, made.excluded.code)}
            await session.execute(made.on_conflict_do_update(index_elements=["customer_id"], set_=kept))
            return await reads.recommendation(session, customer) or ""

    async def note_blocked(self, customer: CustomerId) -> None:
        """They blocked the bot, or are gone: nothing is sent until they write again."""
        async with self.database.transaction(aside=True) as session:
            await _change(session, customer, blocked_at=self.database.clock.now())


@dataclass(frozen=True, slots=True)
class Consents:
    """What people have agreed to, and since when."""

    database: Database

    async def decide(self, customer: CustomerId, kind: str, *, granted: bool, version: int, text_key: str) -> None:
        """One more row where that changes anything: what was said before stays. Twice is once.

        `version` and `text_key` name the words that were shown.
        """
        async with self.database.transaction() as session:
            now = self.database.clock.now()
            await writes.decide(session, customer, kind, granted=granted, version=version, text_key=text_key, now=now)

    async def agreed(self, customer: CustomerId, kind: str) -> bool | None:
        """What they said last; None: never asked, which is a no."""
        async with self.database.reading() as session:
            return await reads.agreed(session, customer, kind)


async def _change(session: AsyncSession, customer: CustomerId, **values: object) -> None:
    await session.execute(update(Customer).where(Customer.id == customer).values(**values))
