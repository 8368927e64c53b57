"""How are the other sales channels and their sales kept?"""

from datetime import datetime
from typing import Any

from sqlalchemy import JSON, CheckConstraint, ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column

from bot.storage.base import Base


class Channel(Base):
    """A place where the seller sells too. Its key is kept only as a hash."""

    __tablename__ = "channel"
    __table_args__ = (CheckConstraint("kind IN ('website','marketplace','fair','gallery','shop','hub')", name="kind"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    code: Mapped[str] = mapped_column(String(40), unique=True)
    kind: Mapped[str] = mapped_column(String(16))
    key_hash: Mapped[str] = mapped_column(String(64), unique=True)
    webhook_url: Mapped[str | None] = mapped_column(String(2048))
    signing_secret: Mapped[str] = mapped_column(String(64))
    feed_token: Mapped[str] = mapped_column(String(64), unique=True)
    enabled: Mapped[bool] = mapped_column(default=True)
    created_at: Mapped[datetime]


class ChannelSale(Base):
    """A sale that happened there, with the answer it was given: a replay is told the same."""

    __tablename__ = "channel_sale"

    channel_id: Mapped[int] = mapped_column(ForeignKey("channel.id"), primary_key=True)
    external_id: Mapped[str] = mapped_column(String(100), primary_key=True)
    body_hash: Mapped[str] = mapped_column(String(64))
    lines: Mapped[list[dict[str, Any]]] = mapped_column(JSON)
    answer: Mapped[dict[str, Any]] = mapped_column(JSON)
    occurred_at: Mapped[datetime]
    recorded_at: Mapped[datetime]
    cancelled_at: Mapped[datetime | None]
