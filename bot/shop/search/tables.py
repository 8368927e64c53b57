"""How are the words of works kept?

Beside these stands what each database searches by: on SQLite the FTS5 table `search_index` over `search_entry`, on
PostgreSQL the column `search_entry.lexemes` with its GIN index. Both hold the same words and are filled by the
database itself; marks on changed works are set by triggers, so that no writer can forget them.
"""

from datetime import datetime

from sqlalchemy import ForeignKey, Index, String, Text
from sqlalchemy import text as sql
from sqlalchemy.orm import Mapped, mapped_column

from bot.storage.base import Base

_Exact = String(64).with_variant(String(64, collation="C"), "postgresql")
"""Compared letter by letter: a beginning is then a range."""


class SearchEntry(Base):
    """A work in the index: empty words while it is not for sale."""

    __tablename__ = "search_entry"
    __table_args__ = (
        Index("ix_search_entry_behind", "product_id", sqlite_where=sql("wanted <> made"),
              postgresql_where=sql("wanted <> made")),
        {"info": {"filled_by_triggers": True}},
    )  # fmt: skip

    product_id: Mapped[int] = mapped_column(ForeignKey("product.id", ondelete="CASCADE"), primary_key=True)
    words: Mapped[str] = mapped_column(Text, default="")
    wanted: Mapped[int] = mapped_column(default=1)
    """Grows with each change of the work."""
    made: Mapped[int] = mapped_column(default=0)
    """The `wanted` of the state that the words were made of; behind where they differ."""


class SearchSpelling(Base):
    """A word of the index under each spelling that is one letter shorter, and under its own."""

    __tablename__ = "search_spelling"
    __table_args__ = ({"sqlite_with_rowid": False},)

    spelling: Mapped[str] = mapped_column(_Exact, primary_key=True)
    word: Mapped[str] = mapped_column(_Exact, primary_key=True)


class SavedSearch(Base):
    """What results on show were asked for, in words that stand in the shop's own works; nobody's name is with it."""

    __tablename__ = "saved_search"

    id: Mapped[int] = mapped_column(primary_key=True)
    text: Mapped[str] = mapped_column(String(400), unique=True)
    asked_at: Mapped[datetime]
