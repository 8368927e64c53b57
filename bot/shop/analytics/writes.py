"""How are looks written down?"""

from collections.abc import Mapping
from datetime import date

from sqlalchemy.ext.asyncio import AsyncSession

from bot.shop.analytics.tables import LookCount
from bot.shop.analytics.values import Step
from bot.storage.insert_once import dialect_insert

_AT_ONCE = 100


async def add(session: AsyncSession, seen: Mapping[tuple[date, int, Step, str], int]) -> None:
    """So many more of each; rows are touched in one order everywhere."""
    rows = [
        {"day": day, "product_id": product, "step": step.value, "source": source, "times": times}
        for (day, product, step, source), times in sorted(seen.items())
    ]
    for begin in range(0, len(rows), _AT_ONCE):
        statement = dialect_insert(session, LookCount).values(rows[begin : begin + _AT_ONCE])
        more = {"times": LookCount.times + statement.excluded.times}
        await session.execute(
            statement.on_conflict_do_update(index_elements=["day", "product_id", "step", "source"], set_=more)
        )
