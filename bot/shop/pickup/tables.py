"""How are places and their hours kept?"""

from datetime import datetime
from typing import Any

from sqlalchemy import JSON, CheckConstraint, Float, ForeignKey, SmallInteger, String
from sqlalchemy.orm import Mapped, mapped_column

from bot.storage.base import Base


class Location(Base):
    """A place where pieces are, and where they may be collected."""

    __tablename__ = "location"
    __table_args__ = (
        CheckConstraint("kind IN ('studio','shop','gallery','fair','consignment','warehouse')", name="kind"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    code: Mapped[str] = mapped_column(String(40), unique=True)
    title: Mapped[str] = mapped_column(String(100))
    kind: Mapped[str] = mapped_column(String(16))
    is_pickup: Mapped[bool] = mapped_column(default=True)
    address: Mapped[str] = mapped_column(String(300), default="")
    hours: Mapped[str] = mapped_column(String(300), default="")
    lat: Mapped[float | None] = mapped_column(Float)
    lon: Mapped[float | None] = mapped_column(Float)
    needs_contact: Mapped[bool] = mapped_column(default=False)
    slots: Mapped[dict[str, Any] | None] = mapped_column(JSON)
    """{"weekdays": [1..7], "from": "12:00", "to": "20:00", "every_min": 60, "capacity": 2}; null: no slots."""
    active_from: Mapped[datetime | None]
    active_to: Mapped[datetime | None]
    position: Mapped[int] = mapped_column(default=0)
    how: Mapped[str] = mapped_column(String(300), default="", server_default="")
    opening: Mapped[dict[str, Any] | None] = mapped_column(JSON)
    """As `bot.basics.hours.kept` writes it; null: `hours` are shown as they were written."""
    texts: Mapped[dict[str, Any] | None] = mapped_column(JSON)
    """{"en": {"title": "…", "address": "…", "how": "…"}}: languages besides its own."""
    bring_least: Mapped[int] = mapped_column(SmallInteger, default=2, server_default="2")
    bring_most: Mapped[int] = mapped_column(SmallInteger, default=3, server_default="3")


class SlotBooking(Base):
    """How many orders have taken one slot."""

    __tablename__ = "slot_booking"
    __table_args__ = (CheckConstraint("taken >= 0", name="taken"),)

    location_id: Mapped[int] = mapped_column(ForeignKey("location.id"), primary_key=True)
    starts_at: Mapped[datetime] = mapped_column(primary_key=True)
    taken: Mapped[int]
