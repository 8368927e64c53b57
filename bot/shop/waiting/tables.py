"""How are favourites, turns and requests to hear of prices kept?"""

from datetime import datetime

from sqlalchemy import CheckConstraint, ForeignKey, Index, SmallInteger, String, text
from sqlalchemy.orm import Mapped, mapped_column

from bot.storage.base import Base


class FavouriteRow(Base):
    """❤️ a work kept in mind."""

    __tablename__ = "favourite"
    __table_args__ = (Index("ix_favourite_shelf", "customer_id", "added_at", "variant_id"),)

    customer_id: Mapped[int] = mapped_column(ForeignKey("customer.id"), primary_key=True)
    variant_id: Mapped[int] = mapped_column(ForeignKey("variant.id"), primary_key=True, index=True)
    added_at: Mapped[datetime]


class WaitingTurn(Base):
    """🔔 one request to be told when a work is back. Rows stay: what was asked for and answered can be shown."""

    __tablename__ = "waiting_turn"
    __table_args__ = (
        CheckConstraint("state IN ('waiting','told','holding','served','lapsed','left')", name="state"),
        Index(
            "uq_waiting_turn_open",
            "customer_id",
            "variant_id",
            unique=True,
            sqlite_where=text("state IN ('waiting','holding')"),
            postgresql_where=text("state IN ('waiting','holding')"),
        ),
        Index("ix_waiting_turn_line", "variant_id", "state", "rank", "asked_at", "id"),
        Index("ix_waiting_turn_customer", "customer_id", "variant_id"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    customer_id: Mapped[int] = mapped_column(ForeignKey("customer.id"))
    variant_id: Mapped[int] = mapped_column(ForeignKey("variant.id"))
    state: Mapped[str] = mapped_column(String(10), default="waiting")
    rank: Mapped[int] = mapped_column(SmallInteger)
    asked_at: Mapped[datetime]
    """The place in the line; kept by those who were told and came too late."""
    wave: Mapped[int] = mapped_column(default=0)
    told_at: Mapped[datetime | None]
    until: Mapped[datetime | None]
    hold_cause: Mapped[str | None] = mapped_column(String(80), index=True)
    """The reservation behind a personal hold."""


class PriceRequest(Base):
    """🔔 of prices, agreed to or withdrawn; the last row of a person holds. Append-only: it is the proof of consent."""

    __tablename__ = "price_request"
    __table_args__ = (Index("ix_price_request_customer", "customer_id", "id"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    customer_id: Mapped[int] = mapped_column(ForeignKey("customer.id"))
    wanted: Mapped[bool]
    text_version: Mapped[str] = mapped_column(String(20))
    at: Mapped[datetime]


class PriceFall(Base):
    """The seller has lowered a price far enough to be told."""

    __tablename__ = "price_fall"
    __table_args__ = (Index("ix_price_fall_variant", "variant_id", "id"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    variant_id: Mapped[int] = mapped_column(ForeignKey("variant.id"))
    before_minor: Mapped[int]
    after_minor: Mapped[int]
    at: Mapped[datetime]


class PriceTold(Base):
    """Who has been told of which fall; the falls of one message have one moment."""

    __tablename__ = "price_told"
    __table_args__ = (Index("ix_price_told_customer", "customer_id", "at"),)

    customer_id: Mapped[int] = mapped_column(ForeignKey("customer.id"), primary_key=True)
    fall_id: Mapped[int] = mapped_column(ForeignKey("price_fall.id"), primary_key=True)
    at: Mapped[datetime]
