"""How is it kept who changed what? Rows are added, never changed."""

from datetime import datetime

from sqlalchemy import ForeignKey, Index, String
from sqlalchemy.orm import Mapped, mapped_column

from bot.storage.base import Base


class JournalEntry(Base):
    """One change by one person."""

    __tablename__ = "journal_entry"
    __table_args__ = (
        Index("ix_journal_actor", "actor_id", "id"),
        Index("ix_journal_about", "about", "about_id", "id"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    at: Mapped[datetime]
    actor_id: Mapped[int | None] = mapped_column(ForeignKey("customer.id"))
    what: Mapped[str] = mapped_column(String(24))
    subject: Mapped[str] = mapped_column(String(200))
    before: Mapped[str] = mapped_column(String(300))
    after: Mapped[str] = mapped_column(String(300))
    about: Mapped[str] = mapped_column(String(12), server_default="")
    """Which kind of thing `about_id` is: work, order, place, delivery; empty where a name is all there is."""
    about_id: Mapped[int | None]
