"""How is it kept what was taken to a fair, and what came back?"""

from datetime import datetime

from sqlalchemy import CheckConstraint, ForeignKey, Index, String, text
from sqlalchemy.orm import Mapped, mapped_column

from bot.storage.base import Base


class Trip(Base):
    """One visit of a fair: packed, there, home again. Pieces are moved by movements whose cause names it."""

    __tablename__ = "trip"
    __table_args__ = (
        CheckConstraint("state IN ('packing','there','home')", name="state"),
        Index(
            "uq_trip_open",
            "location_id",
            unique=True,
            sqlite_where=text("state <> 'home'"),
            postgresql_where=text("state <> 'home'"),
        ),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    location_id: Mapped[int] = mapped_column(ForeignKey("location.id"))
    home_id: Mapped[int] = mapped_column(ForeignKey("location.id"))
    state: Mapped[str] = mapped_column(String(10))
    rounds: Mapped[int] = mapped_column(default=0)
    """How often pieces have been taken along; part of the cause of their movements."""
    began_at: Mapped[datetime | None]
    ended_at: Mapped[datetime | None]


class TripLine(Base):
    """One work of a trip: ticked and not gone yet, taken so far, come back, still there at the end."""

    __tablename__ = "trip_line"
    __table_args__ = (CheckConstraint("packed >= 0 AND taken >= 0 AND returned >= 0 AND stayed >= 0", name="numbers"),)

    trip_id: Mapped[int] = mapped_column(ForeignKey("trip.id"), primary_key=True)
    variant_id: Mapped[int] = mapped_column(ForeignKey("variant.id"), primary_key=True)
    packed: Mapped[int] = mapped_column(default=0)
    taken: Mapped[int] = mapped_column(default=0)
    returned: Mapped[int] = mapped_column(default=0)
    stayed: Mapped[int] = mapped_column(default=0)
