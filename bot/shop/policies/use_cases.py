"""How are the shop's rules read and changed?"""

import dataclasses
from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from bot.basics.ids import CustomerId
from bot.shop.policies.tables import PolicyRow
from bot.shop.policies.values import Policies
from bot.storage.database import Database
from bot.storage.insert_once import dialect_insert, insert_once


async def load(session: AsyncSession, defaults: Policies) -> Policies:
    """What holds now: rows in the database win over the defaults."""
    known = {field.name for field in dataclasses.fields(Policies)}
    rows = await session.execute(select(PolicyRow.name, PolicyRow.value).where(PolicyRow.name.in_(known)))
    changes = {name: _typed(getattr(defaults, name), value) for name, value in rows}
    return dataclasses.replace(defaults, **changes) if changes else defaults


def _typed(default: object, value: Any) -> Any:
    return timedelta(seconds=value) if isinstance(default, timedelta) else value


@dataclass(frozen=True, slots=True)
class ShopPolicies:
    """The shop's own rules."""

    database: Database
    defaults: Policies

    async def now(self) -> Policies:
        async with self.database.reading() as session:
            return await load(session, self.defaults)

    async def change(self, name: str, value: str | float, by: CustomerId) -> None:
        """Set one rule. Raises KeyError for a name that is none."""
        if name not in {field.name for field in dataclasses.fields(Policies)}:
            raise KeyError(name)
        row = {"value": value, "changed_at": self.database.clock.now(), "changed_by": by}
        async with self.database.transaction() as session:
            statement = dialect_insert(session, PolicyRow).values(name=name, **row)
            await session.execute(statement.on_conflict_do_update(index_elements=["name"], set_=row))

    async def keep(self, name: str, make: Callable[[], str]) -> str:
        """A secret made up once and kept for good, such as the one of the webhook."""
        async with self.database.transaction(aside=True) as session:
            row = {"name": f"kept.{name}", "value": make(), "changed_at": self.database.clock.now()}
            await insert_once(session, PolicyRow, [row], PolicyRow.name)
            kept: str = (
                await session.execute(select(PolicyRow.value).where(PolicyRow.name == row["name"]))
            ).scalar_one()
        return kept
