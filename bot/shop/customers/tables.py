"""How are people kept?"""

from datetime import datetime

from sqlalchemy import String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from bot.storage.base import Base


class Customer(Base):
    """A person on one messenger: buyer or seller."""

    __tablename__ = "customer"
    __table_args__ = (UniqueConstraint("platform", "platform_id"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    platform: Mapped[str] = mapped_column(String(16), default="telegram")
    platform_id: Mapped[int]
    name: Mapped[str] = mapped_column(String(200))
    username: Mapped[str | None] = mapped_column(String(64))
    language: Mapped[str] = mapped_column(String(2))
    language_chosen: Mapped[bool] = mapped_column(default=False)
    phone: Mapped[str | None] = mapped_column(String(20))
    blocked_at: Mapped[datetime | None]
    first_source: Mapped[str | None] = mapped_column(String(64))
    last_source: Mapped[str | None] = mapped_column(String(64))
    created_at: Mapped[datetime]
