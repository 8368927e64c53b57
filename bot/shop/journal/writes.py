"""How is a change written down? In its own transaction, by whoever makes it."""

from datetime import datetime

from sqlalchemy import insert
from sqlalchemy.ext.asyncio import AsyncSession

from bot.basics.acting import acting
from bot.basics.ids import CustomerId
from bot.shop.journal.tables import JournalEntry


async def note(
    session: AsyncSession,
    what: str,
    subject: str,
    *,
    before: object = None,
    after: object = None,
    by: CustomerId | None = None,
    about: str = "",
    about_id: int | None = None,
    now: datetime,
) -> None:
    """`what` names a text `journal-…`; `by`: whoever acts now, if nobody is named. Nothing of buyers belongs here."""
    await session.execute(
        insert(JournalEntry).values(
            at=now,
            actor_id=by if by is not None else acting.get(),
            what=what,
            subject=subject[:200],
            before=_said(before),
            after=_said(after),
            about=about,
            about_id=about_id,
        )
    )


def _said(value: object) -> str:
    return "" if value is None else str(value)[:300]
