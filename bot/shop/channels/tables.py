"""How are the other sales channels and their sales kept?"""

from datetime import datetime
from typing import Any

from sqlalchemy import JSON, CheckConstraint, ForeignKey, Index, SmallInteger, String, Text, false, text
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
    personal_data: Mapped[bool] = mapped_column(default=False, server_default=false())
    """Its key may read names and phones of those who ordered."""
    hooks_stock: Mapped[str] = mapped_column(String(64), default="", server_default="")
    """Up to where of the feed of stock its webhook has been told."""
    hooks_orders: Mapped[str] = mapped_column(String(64), default="", server_default="")
    hooks_failed: Mapped[int] = mapped_column(SmallInteger, default=0, server_default="0")
    """Tries of the oldest delivery that has not been taken; after the last one the webhook is paused."""
    hooks_paused_at: Mapped[datetime | None]
    hooks_local: Mapped[bool] = mapped_column(default=False, server_default=false())
    """The address is one of this machine, given on the command line."""
    hooks_error: Mapped[str | None] = mapped_column(String(200))
    hooks_taken_at: Mapped[datetime | None]
    """When a delivery was last taken."""
    seen_at: Mapped[datetime | None]
    """When its key or its feeds were last used, to the minute."""
    read_stock: Mapped[str] = mapped_column(String(64), default="", server_default="")
    """Up to where of the feed of stock it has read by itself."""
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


class ChannelListing(Base):
    """What one channel may offer of a variant. No row: everything that is available."""

    __tablename__ = "channel_listing"
    __table_args__ = (
        CheckConstraint("buffer >= 0", name="buffer"),
        CheckConstraint("floor >= 0", name="floor"),
        CheckConstraint("max_quantity >= 0", name="max_quantity"),
        CheckConstraint("price_minor >= 0", name="price"),
    )

    channel_id: Mapped[int] = mapped_column(ForeignKey("channel.id"), primary_key=True)
    variant_id: Mapped[int] = mapped_column(ForeignKey("variant.id"), primary_key=True, index=True)
    external_sku: Mapped[str | None] = mapped_column(String(255))
    listed: Mapped[bool] = mapped_column(default=True)
    buffer: Mapped[int] = mapped_column(default=0)
    floor: Mapped[int] = mapped_column(default=0)
    max_quantity: Mapped[int | None]
    price_minor: Mapped[int | None]
    """What it costs there, where that is another price."""


class ChannelDelivery(Base):
    """One message to a channel's webhook, repeated word for word until it is taken. One at a time for each channel."""

    __tablename__ = "channel_delivery"
    __table_args__ = (
        CheckConstraint("state IN ('open','taken','given_up')", name="state"),
        Index(
            "ix_channel_delivery_open",
            "channel_id",
            unique=True,
            sqlite_where=text("state = 'open'"),
            postgresql_where=text("state = 'open'"),
        ),
    )

    id: Mapped[str] = mapped_column(String(32), primary_key=True)
    channel_id: Mapped[int] = mapped_column(ForeignKey("channel.id"))
    event: Mapped[str] = mapped_column(String(40))
    body: Mapped[str] = mapped_column(Text)
    since_stock: Mapped[str] = mapped_column(String(64))
    """Where the feed of stock stood before it: from there it is told again if this delivery is given up."""
    since_orders: Mapped[str] = mapped_column(String(64))
    state: Mapped[str] = mapped_column(String(10), default="open")
    tries: Mapped[int] = mapped_column(SmallInteger, default=0)
    due_at: Mapped[datetime]
    leased_until: Mapped[datetime | None]
    created_at: Mapped[datetime]
    ended_at: Mapped[datetime | None] = mapped_column(index=True)


class ChannelHold(Base):
    """Pieces that a channel holds for a customer of its own while he pays there."""

    __tablename__ = "channel_hold"
    __table_args__ = (CheckConstraint("state IN ('held','committed','released')", name="state"),)

    id: Mapped[str] = mapped_column(String(32), primary_key=True)
    channel_id: Mapped[int] = mapped_column(ForeignKey("channel.id"), index=True)
    sku: Mapped[str] = mapped_column(String(64))
    variant_id: Mapped[int] = mapped_column(ForeignKey("variant.id"))
    quantity: Mapped[int]
    reference: Mapped[str] = mapped_column(String(100))
    state: Mapped[str] = mapped_column(String(10), default="held")
    expires_at: Mapped[datetime]
    created_at: Mapped[datetime]


class ChannelAnswer(Base):
    """What a request of a channel was answered: the same request again is told the same, another one refused."""

    __tablename__ = "channel_answer"

    channel_id: Mapped[int] = mapped_column(ForeignKey("channel.id"), primary_key=True)
    key: Mapped[str] = mapped_column(String(140), primary_key=True)
    body_hash: Mapped[str] = mapped_column(String(64))
    answer: Mapped[dict[str, Any]] = mapped_column(JSON)
    created_at: Mapped[datetime] = mapped_column(index=True)
