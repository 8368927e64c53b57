"""How is a count kept that takes an afternoon, so that it outlives restarts?"""

from datetime import datetime

from sqlalchemy import CheckConstraint, ForeignKey, Index, String, text
from sqlalchemy.orm import Mapped, mapped_column

from bot.storage.base import Base


class CountRound(Base):
    """One walk through a place. Nothing changes before it is applied."""

    __tablename__ = "count_round"
    __table_args__ = (
        CheckConstraint("state IN ('open','applied','dropped')", name="state"),
        Index(
            "uq_count_round_open",
            "location_id",
            unique=True,
            sqlite_where=text("state = 'open'"),
            postgresql_where=text("state = 'open'"),
        ),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    location_id: Mapped[int] = mapped_column(ForeignKey("location.id"))
    state: Mapped[str] = mapped_column(String(10))
    began_at: Mapped[datetime]
    ended_at: Mapped[datetime | None]


class CountCard(Base):
    """One work of it: how many there were, and when somebody looked."""

    __tablename__ = "count_card"
    __table_args__ = (CheckConstraint("counted >= 0", name="counted"),)

    round_id: Mapped[int] = mapped_column(ForeignKey("count_round.id"), primary_key=True)
    variant_id: Mapped[int] = mapped_column(ForeignKey("variant.id"), primary_key=True)
    counted: Mapped[int | None]
    counted_at: Mapped[datetime | None]
