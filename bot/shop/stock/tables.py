"""How are pieces counted? Counters under guard, and the append-only movements that explain them."""

from datetime import datetime

from sqlalchemy import CheckConstraint, ForeignKey, Index, String, text
from sqlalchemy.orm import Mapped, mapped_column

from bot.storage.base import Base


class StockLevel(Base):
    """Counters of one variant at one place. available = on_hand − unavailable − allocated − reserved."""

    __tablename__ = "stock_level"
    __table_args__ = tuple(
        CheckConstraint(f"{counter} >= 0", name=counter)
        for counter in ("on_hand", "unavailable", "allocated", "reserved", "incoming")
    )

    variant_id: Mapped[int] = mapped_column(ForeignKey("variant.id"), primary_key=True)
    location_id: Mapped[int] = mapped_column(ForeignKey("location.id"), primary_key=True)
    on_hand: Mapped[int] = mapped_column(default=0)
    unavailable: Mapped[int] = mapped_column(default=0)
    allocated: Mapped[int] = mapped_column(default=0)
    reserved: Mapped[int] = mapped_column(default=0)
    incoming: Mapped[int] = mapped_column(default=0)
    version: Mapped[int] = mapped_column(default=0)
    changed_at: Mapped[datetime]
    feed: Mapped[int] = mapped_column(default=0, index=True)
    """Where this row stands in the feed of changes; set by the database itself at every change (see migrations)."""


class Reservation(Base):
    """Pieces held for one cause, until then."""

    __tablename__ = "reservation"
    __table_args__ = (
        CheckConstraint("state IN ('held','committed','released','expired')", name="state"),
        CheckConstraint("stage IN ('checkout','payment','manual','order')", name="stage"),
        CheckConstraint("quantity > 0", name="quantity"),
        Index(
            "ix_reservation_held",
            "expires_at",
            sqlite_where=text("state = 'held'"),
            postgresql_where=text("state = 'held'"),
        ),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    cause: Mapped[str] = mapped_column(String(80), unique=True)
    customer_id: Mapped[int | None] = mapped_column(ForeignKey("customer.id"))
    order_id: Mapped[int | None] = mapped_column(index=True)
    variant_id: Mapped[int] = mapped_column(ForeignKey("variant.id"), index=True)
    location_id: Mapped[int] = mapped_column(ForeignKey("location.id"))
    quantity: Mapped[int]
    stage: Mapped[str] = mapped_column(String(10))
    state: Mapped[str] = mapped_column(String(10), default="held")
    expires_at: Mapped[datetime | None]
    created_at: Mapped[datetime]


class StockMovement(Base):
    """One change of the counters and its cause. Never changed, never deleted: a fix is a counter-movement."""

    __tablename__ = "stock_movement"
    __table_args__ = (Index("ix_stock_movement_variant", "variant_id", "location_id", "seq"),)

    seq: Mapped[int] = mapped_column(primary_key=True)
    cause: Mapped[str] = mapped_column(String(100), unique=True)
    variant_id: Mapped[int] = mapped_column(ForeignKey("variant.id"))
    location_id: Mapped[int] = mapped_column(ForeignKey("location.id"))
    kind: Mapped[str] = mapped_column(String(16))
    d_on_hand: Mapped[int] = mapped_column(default=0)
    d_unavailable: Mapped[int] = mapped_column(default=0)
    d_allocated: Mapped[int] = mapped_column(default=0)
    d_reserved: Mapped[int] = mapped_column(default=0)
    order_id: Mapped[int | None]
    channel: Mapped[str | None] = mapped_column(String(40))
    actor: Mapped[int | None]
    reason: Mapped[str | None] = mapped_column(String(200))
    occurred_at: Mapped[datetime]
    recorded_at: Mapped[datetime]


class StockConflict(Base):
    """More is promised than there is: somebody has to decide."""

    __tablename__ = "stock_conflict"
    __table_args__ = (
        CheckConstraint("state IN ('open','resolved')", name="state"),
        Index(
            "ix_stock_conflict_open", "id", sqlite_where=text("state = 'open'"), postgresql_where=text("state = 'open'")
        ),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    cause: Mapped[str] = mapped_column(String(100), unique=True)
    variant_id: Mapped[int | None] = mapped_column(ForeignKey("variant.id"), index=True)
    sku: Mapped[str] = mapped_column(String(64))
    channel: Mapped[str | None] = mapped_column(String(40))
    external_order: Mapped[str | None] = mapped_column(String(100))
    short_quantity: Mapped[int]
    absent_quantity: Mapped[int] = mapped_column(default=0, server_default="0")
    """So many of them were sold there and have never been here: no counter knows of them."""
    state: Mapped[str] = mapped_column(String(10), default="open")
    resolution: Mapped[str | None] = mapped_column(String(40))
    opened_at: Mapped[datetime]
    deadline: Mapped[datetime | None]
    resolved_at: Mapped[datetime | None]
