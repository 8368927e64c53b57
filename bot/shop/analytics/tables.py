"""How are looks at works kept? As counts of a day: who looked is written nowhere."""

from datetime import date

from sqlalchemy import CheckConstraint, Date, Index, String
from sqlalchemy.orm import Mapped, mapped_column

from bot.storage.base import Base


class LookCount(Base):
    """How often a work was looked at, or laid in a cart, on one day by people whom one source had brought."""

    __tablename__ = "look_count"
    __table_args__ = (
        CheckConstraint("step IN ('view','cart')", name="step"),
        Index("ix_look_count_sums", "day", "step", "source", "times"),
        {"sqlite_with_rowid": False},
    )

    day: Mapped[date] = mapped_column(Date, primary_key=True)
    """In the shop's time zone."""
    product_id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    step: Mapped[str] = mapped_column(String(4), primary_key=True)
    source: Mapped[str] = mapped_column(String(64), primary_key=True)
    times: Mapped[int]
