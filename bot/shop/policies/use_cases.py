"""How are the shop's rules read and changed?"""

import dataclasses
from collections.abc import Callable
from dataclasses import dataclass

from sqlalchemy import select

from bot.basics.ids import CustomerId
from bot.shop.policies import writes
from bot.shop.policies.reads import load
from bot.shop.policies.tables import PolicyRow
from bot.shop.policies.values import Policies
from bot.storage.database import Database
from bot.storage.insert_once import insert_once


@dataclass(frozen=True, slots=True)
class ShopPolicies:
    """The shop's own rules."""

    database: Database
    defaults: Policies

    async def now(self) -> Policies:
        async with self.database.reading() as session:
            return await load(session, self.defaults)

    async def change(self, name: str, value: str | float, by: CustomerId) -> None:
        """Set one rule; times in seconds. Raises KeyError for a name that is none, ValueError for another kind."""
        if name not in {field.name for field in dataclasses.fields(Policies)}:
            raise KeyError(name)
        if isinstance(value, str) is not isinstance(getattr(self.defaults, name), str):
            raise ValueError(f"{name}: {value!r}")
        async with self.database.transaction() as session:
            await writes.change(session, name, value, by, self.database.clock.now())

    async def keep(self, name: str, make: Callable[[], str]) -> str:
        """A secret made up once and kept for good, such as the one of the webhook."""
        async with self.database.transaction(aside=True) as session:
            row = {"name": f"kept.{name}", "value": make(), "changed_at": self.database.clock.now()}
            await insert_once(session, PolicyRow, [row], PolicyRow.name)
            kept: str = (
                await session.execute(select(PolicyRow.value).where(PolicyRow.name == row["name"]))
            ).scalar_one()
        return kept
