"""Which files were taken in, and what did each of them change?"""

from datetime import datetime

from sqlalchemy import CheckConstraint, ForeignKey, Index, LargeBinary, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from bot.storage.base import Base


class ImportFile(Base):
    """A file that was looked at; its rows are kept until it is applied or dropped."""

    __tablename__ = "import_file"
    __table_args__ = (CheckConstraint("state IN ('planned','applied','undone','dropped')", name="state"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(String(200))
    digest: Mapped[str] = mapped_column(String(64), index=True)
    """SHA-256 of the file."""
    state: Mapped[str] = mapped_column(String(10), default="planned")
    rows: Mapped[bytes | None] = mapped_column(LargeBinary)
    """JSON, packed by zlib."""
    actor: Mapped[int | None]
    received_at: Mapped[datetime]
    applied_at: Mapped[datetime | None]
    ended_at: Mapped[datetime | None]


class ImportChange(Base):
    """One thing that an import has changed, as it was before and after. Never changed."""

    __tablename__ = "import_change"
    __table_args__ = (Index("ix_import_change_file", "import_id", "id"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    import_id: Mapped[int] = mapped_column(ForeignKey("import_file.id"))
    variant_id: Mapped[int] = mapped_column(ForeignKey("variant.id"))
    location_id: Mapped[int | None] = mapped_column(ForeignKey("location.id"))
    what: Mapped[str] = mapped_column(String(20))
    """A column, `title:ru`, or `new`."""
    before: Mapped[str | None] = mapped_column(Text)
    after: Mapped[str | None] = mapped_column(Text)
