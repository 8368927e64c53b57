"""How is owed work kept?"""

from datetime import datetime
from typing import Any

from sqlalchemy import JSON, Index, SmallInteger, String, Text, text
from sqlalchemy.orm import Mapped, mapped_column

from bot.storage.base import Base


class OutboxRow(Base):
    """One piece of work owed to the outside world, committed together with its cause."""

    __tablename__ = "outbox"
    __table_args__ = (Index("ix_outbox_due", "due_at", "id", sqlite_where=text("open"), postgresql_where=text("open")),)

    id: Mapped[int] = mapped_column(primary_key=True)
    key: Mapped[str] = mapped_column(String(120), unique=True)
    topic: Mapped[str] = mapped_column(String(40))
    queue: Mapped[str] = mapped_column(String(60))
    """Rows of one queue are done in the order in which they were owed."""
    lane: Mapped[int] = mapped_column(SmallInteger)
    payload: Mapped[dict[str, Any]] = mapped_column(JSON)
    open: Mapped[bool] = mapped_column(default=True)
    version: Mapped[int] = mapped_column(default=1)
    """Counts how often the row was owed anew: work finished for an older version is not the end of it."""
    due_at: Mapped[datetime]
    leased_until: Mapped[datetime | None]
    tries: Mapped[int] = mapped_column(default=0)
    created_at: Mapped[datetime]
    ended_at: Mapped[datetime | None]
    parked: Mapped[bool] = mapped_column(default=False)
    error: Mapped[str | None] = mapped_column(Text)
