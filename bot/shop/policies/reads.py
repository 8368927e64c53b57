"""Which rules hold now?"""

import dataclasses
from datetime import timedelta
from typing import Any

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from bot.shop.policies.tables import PolicyRow
from bot.shop.policies.values import Policies


async def load(session: AsyncSession, defaults: Policies) -> Policies:
    """What holds now: rows in the database win over the defaults."""
    known = {field.name for field in dataclasses.fields(Policies)}
    rows = await session.execute(select(PolicyRow.name, PolicyRow.value).where(PolicyRow.name.in_(known)))
    changes = {name: _typed(getattr(defaults, name), value) for name, value in rows}
    return dataclasses.replace(defaults, **changes) if changes else defaults


def _typed(default: object, value: Any) -> Any:
    return timedelta(seconds=value) if isinstance(default, timedelta) else value
